/* import_standard.c -- cells that name a standard: "ISO/TS 80004-1:2015", "GB／T 30544.13—2018". */
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
