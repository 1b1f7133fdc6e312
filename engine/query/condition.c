/* condition.c -- a condition as people write it, and whether a row in memory meets it.
 *
 *     status=in_force|pending    one of several words       claim_types~use     one of the column's words
 *     remaining_years>=3         < <= > >= = !=             tct=null            not known
 */
#include "query.h"

#include <nanopat/tsv.h>

static const struct { const char *sign; enum np_test test; } signs[] = {
    { ">=", NP_AT_LEAST }, { "<=", NP_AT_MOST }, { "!=", NP_IS_NOT }, { "=", NP_IS },
    { "<", NP_BELOW },     { ">", NP_ABOVE },    { "~", NP_HAS },
};
enum { NSIGNS = sizeof signs / sizeof *signs };

static size_t name_length(struct np_slice text)
{
    size_t n = 0;

    while (n < text.n && ((text.p[n] >= 'a' && text.p[n] <= 'z') ||
                          (text.p[n] >= '0' && text.p[n] <= '9') || text.p[n] == '_'))
        n++;
    return n;
}

/* "a|b" becomes the words of NP_AMONG. */
static void take_value(struct np_arena *arena, struct np_slice value, struct np_condition *out)
{
    char *words;

    if (np_slice_is(value, "null")) {
        out->value = NP_EMPTY;
        return;
    }
    out->value = np_arena_copy(arena, value);
    if (out->test != NP_IS || np_slice_find(value, NP_S("|")) == (size_t)-1)
        return;
    words = np_arena_alloc(arena, value.n);
    for (size_t i = 0; i < value.n; i++)
        words[i] = value.p[i] == '|' ? ' ' : value.p[i];
    out->test = NP_AMONG;
    out->value = np_slice_make(words, value.n);
}

enum np_status np_condition_read(struct np_slice text, struct np_arena *arena,
                                 struct np_condition *out, struct np_err *err)
{
    struct np_slice whole = np_slice_trim(text);
    struct np_slice name = np_slice_sub(whole, 0, name_length(whole));
    struct np_slice left = np_slice_trim(np_slice_sub(whole, name.n, whole.n));

    for (size_t i = 0; name.n && i < NSIGNS; i++)
        if (np_slice_starts(left, signs[i].sign)) {
            out->column = np_arena_copy(arena, name).p;
            out->test = signs[i].test;
            take_value(arena, np_slice_trim(np_slice_sub(left, strlen(signs[i].sign), left.n)), out);
            return NP_OK;
        }
    return np_fail(err, NP_FAIL, "'%.*s' is no condition: COLUMN=VALUE, also != < <= > >= ~",
                   NP_ARG(np_slice_sub(text, 0, 80)));
}

/* ---- rows in memory ---- */

static double number_of(const struct np_column *column, const struct np_cell *cell)
{
    return column->kind == NP_CELL_REAL ? cell->real : (double)cell->i;
}

static bool number_holds(const struct np_condition *c, double x)
{
    double limit;

    if (np_slice_is(c->value, "yes") || np_slice_is(c->value, "no"))
        limit = np_slice_is(c->value, "yes");
    else if (!np_slice_real(c->value, &limit))
        return false;
    switch (c->test) {
    case NP_IS: return x == limit;
    case NP_IS_NOT: return x != limit;
    case NP_AT_LEAST: return x >= limit;
    case NP_AT_MOST: return x <= limit;
    case NP_BELOW: return x < limit;
    case NP_ABOVE: return x > limit;
    default: return false;
    }
}

static bool has_word(struct np_slice words, struct np_slice word)
{
    while (words.n) {
        size_t n = np_slice_find(words, NP_S(" "));

        if (np_slice_eq(np_slice_sub(words, 0, n), word))
            return true;
        words = n == (size_t)-1 ? NP_EMPTY : np_slice_sub(words, n + 1, words.n);
    }
    return false;
}

static bool text_holds(const struct np_condition *c, struct np_slice text)
{
    switch (c->test) {
    case NP_IS: return np_slice_eq(text, c->value);
    case NP_IS_NOT: return !np_slice_eq(text, c->value);
    case NP_HAS: return has_word(text, c->value);
    case NP_AMONG: return has_word(c->value, text);
    default: return false;
    }
}

bool row_meets(const struct np_result *r, const struct np_cell *row,
                     const struct np_condition *c)
{
    int at = np_result_column(r, c->column);

    if (at < 0)
        return false;
    if (!c->value.n)
        return row[at].set == (c->test == NP_IS_NOT);
    if (!row[at].set)
        return c->test == NP_IS_NOT;
    return r->columns[at].kind == NP_CELL_TEXT
               ? text_holds(c, row[at].text)
               : number_holds(c, number_of(&r->columns[at], &row[at]));
}
