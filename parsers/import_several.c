/* import_several.c -- cells that hold several: names, countries. incoPat writes ";" between, PatSnap
 * " | ", people "、" and line breaks (reference/ecosystem.md, section 2).
 */
#include "import.h"

#include <nanopat/spelling.h>
#include <nanopat/text.h>

#include <stdlib.h>

enum { OFFICES_MOST = 64 };

size_t import_between(struct np_slice s, size_t at, bool comma)
{
    static const char *const marks[] = { ";", "；", "|", "｜", "、", "\n", "\r", ",", "，" };
    enum { COMMAS = 2 };
    size_t n = sizeof marks / sizeof marks[0] - (comma ? 0 : COMMAS);

    for (size_t i = 0; i < n; i++)
        if (np_slice_starts(np_slice_sub(s, at, s.n), marks[i]))
            return strlen(marks[i]);
    return 0;
}

bool import_next(struct np_slice *left, bool comma, struct np_slice *one)
{
    size_t at = 0, width = 0;

    if (!left->p)
        return false;
    while (at < left->n && !(width = import_between(*left, at, comma)))
        at++;
    *one = np_slice_trim(np_slice_sub(*left, 0, at));
    *left = width ? np_slice_sub(*left, at + width, left->n) : (struct np_slice){ NULL, 0 };
    return true;
}

/* ---- names ---- */

/* A comma belongs to a name: "Nano Co., Ltd.". Blanks were squeezed, and line breaks with them: the cell as
 * it came still has them.                                                                           */
bool import_names(struct import_value *v)
{
    struct np_slice left = v->in->text, one;
    struct np_buf b = { 0 }, name = { 0 };

    np_buf_puts_slice(&b, v->out->set ? v->out->text : NP_EMPTY);
    while (import_next(&left, false, &one)) {
        np_buf_reset(&name);
        np_text_squeeze(&name, one);
        if (name.n)
            np_buf_printf(&b, "%s%.*s", b.n ? "; " : "", NP_ARG(np_buf_slice(&name)));
    }
    v->text = np_arena_copy(v->arena, np_buf_slice(&b));
    np_buf_release(&b);
    np_buf_release(&name);
    return !v->text.n || import_text(v);
}

/* ---- countries ---- */

static int by_letters(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

bool import_offices(struct import_value *v)
{
    const char *offices[OFFICES_MOST];
    struct np_slice left = v->in->text, one;
    struct np_buf b = { 0 };
    size_t n = 0;

    while (import_next(&left, true, &one)) {
        const char *office = one.n ? import_read_office(v->arena, one) : NULL;

        if (one.n && !office)
            import_note(v, "NP-IMP-008", "'%.*s' is no country or office that is known here",
                        NP_ARG(one));
        if (office && n < OFFICES_MOST)
            offices[n++] = office;
    }
    if (n)
        qsort(offices, n, sizeof *offices, by_letters);
    for (size_t i = 0; i < n; i++)
        if (!i || strcmp(offices[i], offices[i - 1]) != 0)
            np_buf_printf(&b, "%s%s", b.n ? " " : "", offices[i]);
    *v->out = (struct np_cell){ .set = b.n > 0,
                                .text = np_arena_copy(v->arena, np_buf_slice(&b)) };
    np_buf_release(&b);
    return true;
}

/* ---- patents ---- */

static size_t count_digits(struct np_slice s)
{
    size_t n = 0;

    for (size_t i = 0; i < s.n; i++)
        n += s.p[i] >= '0' && s.p[i] <= '9';
    return n;
}

/* Every piece between commas is a number by itself. */
static bool commas_part(struct np_slice text, struct np_arena *arena)
{
    enum { DIGITS_LEAST = 5 };
    struct np_slice left = text, one;
    size_t n = 0;

    for (; import_next(&left, true, &one); n++) {
        struct np_spelling spelling;

        if (count_digits(one) < DIGITS_LEAST || !np_spelling_read(arena, one, &spelling))
            return false;
    }
    return n > 1;
}

void np_import_numbers_of(struct np_slice text, struct np_arena *arena,
                          struct np_import_numbers *numbers)
{
    bool commas = commas_part(text, arena);
    struct np_slice left = text, one;

    while (import_next(&left, commas, &one))
        if (one.n)
            *np_list_add(arena, &numbers->list) = one;
    if (!numbers->list.n)
        *np_list_add(arena, &numbers->list) = text;
}
