/* import_standard.c -- cells that name a standard: "ISO/TS 80004-1:2015", "GB／T 30544.13—2018"; and codes
 * of subfields.
 */
#include "import.h"

#include <nanopat/standards.h>

/* "ISO", "GB", "T/CSTM", "DB32": capitals and digits alone. */
static bool has_body(struct np_slice number)
{
    size_t n = np_slice_find(number, NP_S(" "));

    if (n == (size_t)-1 || n < 2)
        return false;
    for (size_t i = 0; i < n; i++)
        if (!((number.p[i] >= 'A' && number.p[i] <= 'Z') || number.p[i] == '/' ||
              (i && number.p[i] >= '0' && number.p[i] <= '9')))
            return false;
    return true;
}

static struct np_slice narrowed(struct import_value *v)
{
    struct np_buf b = { 0 };
    struct np_slice made;

    np_standard_narrow(&b, v->text, 0);
    made = np_slice_trim(np_arena_copy(v->arena, np_buf_slice(&b)));
    np_buf_release(&b);
    return made;
}

/* What stands in a list where standards are named and is none (all of a committee's, a telecom project's) is
 * kept as it was typed, where the column may be loose.                                          */
bool import_standard(struct import_value *v)
{
    struct np_slice standard = narrowed(v);

    if (!import_text(v))
        return false;
    if (has_body(np_standard_number(v->arena, standard))) {
        v->out->text = standard;
        return true;
    }
    if (!v->column->loose)
        return import_wrong(v, "NP-IMP-024", "'%.*s' is no number of a standard", NP_ARG(v->text));
    import_note(v, "NP-IMP-024", "'%.*s' is no number of a standard: kept as typed",
                NP_ARG(v->text));
    return true;
}

/* ---- codes ---- */

/* "1.8": a field's digit, a point, a place. */
static bool is_code(struct np_slice s)
{
    size_t point = np_slice_find(s, NP_S("."));

    if (point == (size_t)-1 || point == 0 || point + 1 == s.n)
        return false;
    for (size_t i = 0; i < s.n; i++)
        if (i != point && !(s.p[i] >= '0' && s.p[i] <= '9'))
            return false;
    return true;
}

static void add_code(struct import_value *v, struct np_buf *b, struct np_slice code)
{
    if (code.n && !is_code(code))
        import_note(v, "NP-IMP-010", "'%.*s' is no code of a subfield: left out", NP_ARG(code));
    else if (code.n)
        np_buf_printf(b, "%s%.*s", b->n ? " " : "", NP_ARG(code));
}

/* The row is worth more than a code: names of subfields, which others print, are left out with a note. */
bool import_codes(struct import_value *v)
{
    struct np_slice left = v->text, one;
    struct np_buf b = { 0 };

    while (import_next(&left, true, &one)) {
        size_t end;

        while ((end = np_slice_find(one, NP_S(" "))) != (size_t)-1) {
            add_code(v, &b, np_slice_sub(one, 0, end));
            one = np_slice_sub(one, end + 1, one.n);
        }
        add_code(v, &b, one);
    }
    *v->out = (struct np_cell){ .set = b.n > 0, .text = np_arena_copy(v->arena, np_buf_slice(&b)) };
    np_buf_release(&b);
    return true;
}
