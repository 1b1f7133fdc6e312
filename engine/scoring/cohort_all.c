/* cohort_all.c -- cohorts of one column over all families (oecd), for millions of them.
 *
 *   sorted by (technology field, year, group of the column) in one array, found by counting:
 *
 *      value   | 1 1 2 9 | 0 4 | ...
 *      first   ^         ^             of each of FIELDS x YEARS x GROUPS
 *
 * A wider level is a merge of such pieces, made for the one year that is asked for and kept.
 */
#include "evaluation.h"

#include <stdlib.h>

enum { YEARS = 4096, GROUPS = 4, PARTS = FIELDS + 1, PIECES = PARTS * YEARS * GROUPS,
       INSERTION_MAX = 48, DIGITS = 256 };

struct merged { double *v; size_t n; bool made; };

struct all_families {
    double *value;
    uint32_t *first;        /* PIECES + 1 */
    struct merged *around;  /* by piece: of the year before, the year, the year after */
    struct merged *of_year; /* by year and group */
    struct merged all[GROUPS];
};

/* ---- sorting ---- */

static uint64_t bits_of(double value)
{
    uint64_t bits;

    memcpy(&bits, &value, sizeof bits);
    return bits >> 63 ? ~bits : bits | (uint64_t)1 << 63; /* so that bits compare like values */
}

static double value_from(uint64_t bits)
{
    double value;

    bits = bits >> 63 ? bits & ~((uint64_t)1 << 63) : ~bits;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static void sort_few(double *v, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        double one = v[i];
        size_t at = i;

        for (; at > 0 && v[at - 1] > one; at--)
            v[at] = v[at - 1];
        v[at] = one;
    }
}

/* One pass by a digit of eight bits; false if all have the same one. */
static bool sort_by_digit(const uint64_t *from, uint64_t *to, size_t n, int shift)
{
    size_t count[DIGITS] = { 0 }, sum = 0;

    for (size_t i = 0; i < n; i++)
        count[from[i] >> shift & (DIGITS - 1)]++;
    if (count[from[0] >> shift & (DIGITS - 1)] == n)
        return false;
    for (int i = 0; i < DIGITS; i++) {
        size_t here = count[i];

        count[i] = sum;
        sum += here;
    }
    for (size_t i = 0; i < n; i++)
        to[count[from[i] >> shift & (DIGITS - 1)]++] = from[i];
    return true;
}

static void sort_reals(double *v, size_t n)
{
    uint64_t *a, *b;

    if (n <= INSERTION_MAX) {
        sort_few(v, n);
        return;
    }
    a = np_malloc(n * sizeof *a);
    b = np_malloc(n * sizeof *b);
    for (size_t i = 0; i < n; i++)
        a[i] = bits_of(v[i]);
    for (int shift = 0; shift < 64; shift += 8)
        if (sort_by_digit(a, b, n, shift)) {
            uint64_t *kept = a;

            a = b;
            b = kept;
        }
    for (size_t i = 0; i < n; i++)
        v[i] = value_from(a[i]);
    free(a);
    free(b);
}

/* ---- pieces ---- */

static int piece_number(int part, int year, int group)
{
    return (part * YEARS + year) * GROUPS + group;
}

/* -1: the family has no value. */
static int piece_of(const struct np_evaluation *run, const struct column *column, size_t family)
{
    int year = run->states[family].filing_year;

    if (column->reason[family] != NP_VALUE || year < 0 || year >= YEARS - 1)
        return -1;
    return piece_number(run->states[family].field, year, column->group[family]);
}

struct all_families *all_families_new(const struct np_evaluation *run, const struct column *column)
{
    struct all_families *all = np_calloc(1, sizeof *all);
    size_t families = run->facts->families.n;
    uint32_t *next = np_malloc((PIECES + 1) * sizeof *next);

    all->first = np_calloc(PIECES + 1, sizeof *all->first);
    all->around = np_calloc(PIECES, sizeof *all->around);
    all->of_year = np_calloc(YEARS * GROUPS, sizeof *all->of_year);
    for (size_t f = 0; f < families; f++) {
        int piece = piece_of(run, column, f);

        if (piece >= 0)
            all->first[piece + 1]++;
    }
    for (int i = 0; i < PIECES; i++)
        all->first[i + 1] += all->first[i];
    memcpy(next, all->first, (PIECES + 1) * sizeof *next);
    all->value = np_malloc(((size_t)all->first[PIECES] + 1) * sizeof *all->value);
    for (size_t f = 0; f < families; f++) {
        int piece = piece_of(run, column, f);

        if (piece >= 0)
            all->value[next[piece]++] = column->value[f];
    }
    for (int i = 0; i < PIECES; i++)
        sort_reals(all->value + all->first[i], all->first[i + 1] - all->first[i]);
    free(next);
    return all;
}

static void free_merged(struct merged *v, size_t n)
{
    for (size_t i = 0; i < n; i++)
        free(v[i].v);
}

void all_families_free(struct all_families *all)
{
    if (!all)
        return;
    free_merged(all->around, PIECES);
    free_merged(all->of_year, YEARS * GROUPS);
    free_merged(all->all, GROUPS);
    free(all->around);
    free(all->of_year);
    free(all->value);
    free(all->first);
    free(all);
}

/* ---- wider levels ---- */

static void add_piece(const struct all_families *all, int piece, struct merged *merged)
{
    size_t from = all->first[piece], n = all->first[piece + 1] - from;

    if (!n)
        return;
    merged->v = np_realloc(merged->v, (merged->n + n) * sizeof *merged->v);
    memcpy(merged->v + merged->n, all->value + from, n * sizeof *merged->v);
    merged->n += n;
}

static const struct merged *finish(struct merged *merged)
{
    merged->made = true;
    sort_reals(merged->v, merged->n);
    return merged;
}

static const struct merged *around(struct all_families *all, int part, int year, int group)
{
    struct merged *merged = &all->around[piece_number(part, year, group)];

    if (merged->made)
        return merged;
    for (int y = year - 1; y <= year + 1; y++)
        if (y > 0 && y < YEARS)
            add_piece(all, piece_number(part, y, group), merged);
    return finish(merged);
}

static const struct merged *of_year(struct all_families *all, int year, int group)
{
    struct merged *merged = &all->of_year[year * GROUPS + group];

    if (merged->made)
        return merged;
    for (int part = 0; part < PARTS; part++)
        add_piece(all, piece_number(part, year, group), merged);
    return finish(merged);
}

static const struct merged *of_all(struct all_families *all, int group)
{
    struct merged *merged = &all->all[group];

    if (merged->made)
        return merged;
    for (int i = group; i < PIECES; i += GROUPS)
        add_piece(all, i, merged);
    return finish(merged);
}

void all_families_find(struct all_families *all, enum all_level level, int part, int year,
                       int group, struct cohort *out)
{
    const struct merged *merged;
    int piece = piece_number(part, year, group);

    if (level == FIELD_AND_YEAR) {
        out->v = all->value + all->first[piece];
        out->n = all->first[piece + 1] - all->first[piece];
        return;
    }
    merged = level == FIELD_AROUND ? around(all, part, year, group)
             : level == ALL_OF_YEAR ? of_year(all, year, group)
                                    : of_all(all, group);
    out->v = merged->v;
    out->n = merged->n;
}
