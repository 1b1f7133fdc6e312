/* codes.c -- names of one credit code (统一社会信用代码) are one legal person (scoring.md, section 8, item 4).
 *
 *   the enterprise library   name and code of a row
 *   exports of vendors       the applicant of the publication, where it is the only one, the row names nobody
 *                            else, as applicant or as owner now, and has one code
 *
 * A code whose check character is wrong counts nowhere. A name with two codes is told apart by neither: it
 * may be two namesakes, or the vendor mistook one for the other.
 */
#include "joining.h"

#include <nanopat/credit_code.h>

#include <stdlib.h>

struct coded {
    struct np_slice code;
    int32_t atom;
    const struct np_fact_place *place;
    struct np_fact_export *export; /* NULL: a row of the library */
};

struct codes { struct coded *v; size_t n, cap; };

static bool is_sound(struct np_slice code)
{
    return code.n == NP_CREDIT_CODE_BYTES &&
           np_credit_code_check(code) == code.p[NP_CREDIT_CODE_BYTES - 1];
}

/* ---- who says which code of whom ---- */

static void list_library(struct joining *j, struct codes *codes)
{
    for (size_t i = 0; i < j->m->facts->imports.library.n; i++) {
        const struct np_fact_library *row = &j->m->facts->imports.library.v[i];
        struct side side = { 0 };

        if (is_sound(row->credit_code))
            side = side_of(j, row->name, row->city);
        if (side.n == 1)
            *np_list_add(j->m->arena, codes) =
                (struct coded){ row->credit_code, side.one, &row->place, NULL };
    }
}

/* The vendor names this one, or nobody. */
static bool names_only(const struct making *m, const struct seen *seen, struct np_slice names)
{
    return !names.n || find_key(m, names) == seen->key;
}

static void list_exports(struct joining *j, struct codes *codes)
{
    struct making *m = j->m;

    for (size_t i = 0; i < m->facts->imports.exports.n; i++) {
        struct np_fact_export *e = &m->facts->imports.exports.v[i];
        const int32_t *seen;
        size_t n;

        e->code_counts = false;
        if (e->patent.publication < 0 || !is_sound(e->credit_codes))
            continue;
        (void)parties_of(m->facts, e->patent.publication, &seen, &n);
        if (n != 1 || seen[0] < 0)
            continue;
        const struct seen *party = &m->parties.v[seen[0]];

        if (party->kind != NP_PERSON && names_only(m, party, e->applicants) &&
            names_only(m, party, e->owners))
            *np_list_add(m->arena, codes) =
                (struct coded){ e->credit_codes, party->atom, &e->place, e };
    }
}

/* ---- what they join ---- */

static int by_place(const struct np_fact_place *a, const struct np_fact_place *b)
{
    int order = (a->import > b->import) - (a->import < b->import);

    if (!order)
        order = np_slice_cmp(a->sheet, b->sheet);
    return order ? order : (a->line > b->line) - (a->line < b->line);
}

static int by_atom(const void *left, const void *right)
{
    const struct coded *a = left, *b = right;
    int order = (a->atom > b->atom) - (a->atom < b->atom);

    if (!order)
        order = np_slice_cmp(a->code, b->code);
    return order ? order : by_place(a->place, b->place);
}

static int by_code(const void *left, const void *right)
{
    const struct coded *a = left, *b = right;
    int order = np_slice_cmp(a->code, b->code);

    return order ? order : by_atom(a, b);
}

/* Keeps the first row of each atom; of one with two codes none. */
static void keep_certain(struct codes *codes)
{
    size_t kept = 0;

    if (codes->n)
        qsort(codes->v, codes->n, sizeof *codes->v, by_atom);
    for (size_t from = 0, to; from < codes->n; from = to) {
        for (to = from + 1; to < codes->n && codes->v[to].atom == codes->v[from].atom; to++)
            ;
        if (!np_slice_eq(codes->v[from].code, codes->v[to - 1].code))
            continue;
        for (size_t i = from; i < to; i++)
            if (codes->v[i].export)
                codes->v[i].export->code_counts = true;
        codes->v[kept++] = codes->v[from];
    }
    codes->n = kept;
}

static struct np_slice say_codes(struct joining *j, const struct coded *a, const struct coded *b)
{
    return np_arena_printf(j->m->facts->arena, "credit code %.*s: %.*s, line %d; %.*s, line %d",
                           NP_ARG(a->code), NP_ARG(a->place->list), a->place->line,
                           NP_ARG(b->place->list), b->place->line);
}

void follow_codes(struct joining *j)
{
    struct codes codes = { 0 };

    list_library(j, &codes);
    list_exports(j, &codes);
    keep_certain(&codes);
    if (codes.n)
        qsort(codes.v, codes.n, sizeof *codes.v, by_code);
    for (size_t i = 1; i < codes.n; i++)
        if (np_slice_eq(codes.v[i].code, codes.v[i - 1].code))
            (void)join_two(j, codes.v[i - 1].atom, codes.v[i].atom, NP_MERGE_CREDIT_CODE,
                           say_codes(j, &codes.v[i - 1], &codes.v[i]));
}
