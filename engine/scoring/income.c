/* income.c -- what an office weighs in market coverage: national income relative to the US.
 *
 * Rows of rules/gni.tsv, and before them those of imported lists for the same office and year
 * (reference/scoring.md, 2.2). The file counts in 10^12 dollars, lists in dollars.
 */
#include "evaluation.h"

#include <stdlib.h>

static const double FILE_UNIT = 1e12;

struct row { /* of either table */
    struct np_slice office;
    int year;
    double gni;
    const struct np_fact_place *place; /* of an imported one; NULL: of the file */
    size_t order;                      /* in its table */
};

/* Imported rows first within an office and year, then the order of the file. */
static int compare_rows(const void *left, const void *right)
{
    const struct row *a = left, *b = right;
    int order = np_slice_cmp(a->office, b->office);

    if (!order)
        order = (a->year > b->year) - (a->year < b->year);
    if (!order)
        order = (b->place != NULL) - (a->place != NULL);
    return order ? order : (a->order > b->order) - (a->order < b->order);
}

static struct row *gather(const struct np_evaluation *run, size_t *n)
{
    const struct np_scoring *scoring = run->scoring;
    const struct np_fact_imports *imports = &run->facts->imports;
    struct row *rows = np_arena_alloc(run->arena, (scoring->gni.n + imports->gni.n + 1) * sizeof *rows);
    size_t kept = 0;

    *n = 0;
    for (size_t i = 0; i < imports->gni.n; i++)
        rows[(*n)++] = (struct row){ imports->gni.v[i].office, imports->gni.v[i].year,
                                     imports->gni.v[i].gni / FILE_UNIT, &imports->gni.v[i].place,
                                     i };
    for (size_t i = 0; i < scoring->gni.n; i++)
        rows[(*n)++] = (struct row){ scoring->gni.v[i].office, scoring->gni.v[i].year,
                                     scoring->gni.v[i].gni, NULL, i };
    if (*n)
        qsort(rows, *n, sizeof *rows, compare_rows);
    for (size_t i = 0; i < *n; i++)
        if (!kept || rows[kept - 1].year != rows[i].year ||
            !np_slice_eq(rows[kept - 1].office, rows[i].office))
            rows[kept++] = rows[i];
    *n = kept;
    return rows;
}

/* NULL if there is none. */
static const struct row *find(const struct row *rows, size_t n, struct np_slice office, int year)
{
    size_t low = 0, left = n;

    while (left > 0) {
        size_t half = left / 2;
        const struct row *middle = &rows[low + half];
        int order = np_slice_cmp(middle->office, office);

        if (order < 0 || (order == 0 && middle->year < year)) {
            low += half + 1;
            left -= half + 1;
        } else {
            left = half;
        }
    }
    return low < n && rows[low].year == year && np_slice_eq(rows[low].office, office) ? &rows[low]
                                                                                      : NULL;
}

static struct np_slice source_of(struct np_evaluation *run, const struct row *row)
{
    if (!row->place)
        return NP_S("rules/gni.tsv");
    return np_arena_printf(run->arena, "%.*s line %d", NP_ARG(row->place->list),
                           row->place->line);
}

/* The last year up to as_of that both have, else the first such year. */
static bool is_better(int year, int best, int now)
{
    return !best || (year <= now ? best > now || year > best : best > now && year < best);
}

void weigh_incomes(struct np_evaluation *run)
{
    size_t n;
    struct row *rows = gather(run, &n);
    int now = np_date_year(run->as_of);

    run->incomes = np_map_new();
    for (size_t i = 0; i < n; i++) {
        const struct row *us = find(rows, n, NP_S("US"), rows[i].year);
        struct income *income;
        int64_t at;

        if (!us)
            continue;
        at = *np_map_put(run->incomes, rows[i].office, (int64_t)run->income.n);
        if (at == (int64_t)run->income.n)
            *np_list_add(run->arena, &run->income) = (struct income){ .year = 0 };
        income = &run->income.v[at];
        if (is_better(rows[i].year, income->year, now))
            *income = (struct income){ rows[i].gni / us->gni, rows[i].year,
                                       source_of(run, &rows[i]), source_of(run, us) };
    }
}

const struct income *income_of(const struct np_evaluation *run, struct np_slice office)
{
    const int64_t *at = np_map_get(run->incomes, office);

    return at ? &run->income.v[*at] : NULL;
}
