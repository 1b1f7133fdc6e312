/* cohort.c -- what a value is compared with (scoring.md, section 1).
 *
 *            own                          wider, one after the other
 *   house    subfield, year published     field of the plan, year; all, year; all, year +-1; all
 *   oecd     technology field, year filed technology field, year +-1; all, year; all
 *
 * The house cohorts hold families in scope; the oecd ones all families in the data, as far as the
 * column is computed for them. Values over open windows, of claims in different languages, of pending
 * and of granted families are never in one group. Groups are built per column when first asked.
 */
#include "evaluation.h"

#include <stdio.h>
#include <stdlib.h>

enum { LEVELS_MAX = 5, KINDS = 2, YEARS = 4096, GROUPS = 32, ANY_YEAR = 0 };

struct entry { int64_t group; double value; };

struct groups {       /* one column at one level */
    bool built;
    size_t n;
    int64_t *group;   /* ascending */
    double *value;    /* ascending within a group */
};

struct cohorts {
    struct groups *groups; /* [column][kind][level] */
    struct all_families **all; /* by column */
    size_t ncolumns;
};

/* What a level goes by. */
enum grouping { BY_SUBFIELD, BY_PLAN_FIELD, BY_TECH_FIELD, BY_NOTHING };
static const struct level {
    const char *name, *in_scope; /* in_scope: of a column that only families in a subfield have */
    enum grouping part;
    int around; /* years on each side; -1: any year */
} levels[KINDS][LEVELS_MAX] = {
    [OECD_COHORT] = { { "technology field, year", "nano of the technology field, year", BY_TECH_FIELD, 0 },
                      { "technology field, year +-1", "nano of the technology field, year +-1",
                        BY_TECH_FIELD, 1 },
                      { "all, year", "all nano, year", BY_NOTHING, 0 },
                      { "all", "all nano", BY_NOTHING, -1 },
                      { NULL, NULL, BY_NOTHING, 0 } },
    [HOUSE_COHORT] = { { "subfield, year", "subfield, year", BY_SUBFIELD, 0 },
                       { "field, year", "field, year", BY_PLAN_FIELD, 0 },
                       { "all nano, year", "all nano, year", BY_NOTHING, 0 },
                       { "all nano, year +-1", "all nano, year +-1", BY_NOTHING, 1 },
                       { "all nano", "all nano", BY_NOTHING, -1 } },
};

int compare_reals(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;

    return (a > b) - (a < b);
}

static int compare_entries(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;

    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    return (a->value > b->value) - (a->value < b->value);
}

/* ---- numbers over sorted values ---- */

double quantile_of(const double *sorted, size_t n, double q)
{
    size_t at;

    if (!n)
        return NAN;
    at = (size_t)ceil(q * (double)n - 1e-9); /* 0.9 * 10 must be 9, not 10 */
    return sorted[at < 1 ? 0 : at > n ? n - 1 : at - 1];
}

static size_t count_below(const double *sorted, size_t n, double x, bool or_equal)
{
    size_t from = 0;

    while (from < n) {
        size_t middle = from + (n - from) / 2;

        if (sorted[middle] < x || (or_equal && sorted[middle] == x))
            from = middle + 1;
        else
            n = middle;
    }
    return from;
}

double rank_of(const double *sorted, size_t n, double x)
{
    size_t less = count_below(sorted, n, x, false), upto = count_below(sorted, n, x, true);

    return n ? 100 * ((double)less + 0.5 * (double)(upto - less)) / (double)n : NAN;
}

double cohort_rank(const struct cohort *cohort, double x)
{
    return rank_of(cohort->v, cohort->n, x);
}

double cohort_quantile(const struct cohort *cohort, double q)
{
    return quantile_of(cohort->v, cohort->n, q);
}

double cohort_index(const struct cohort *cohort, double x, double q)
{
    double top = cohort_quantile(cohort, q);

    return top > 0 ? (x < top ? x : top) / top : 0;
}

double cohort_mean(const struct cohort *cohort)
{
    double sum = 0;

    for (size_t i = 0; i < cohort->n; i++)
        sum += cohort->v[i];
    return cohort->n ? sum / (double)cohort->n : NAN;
}

/* ---- groups ---- */

static int64_t group_number(int part, int year, int group)
{
    return ((int64_t)part * YEARS + year) * GROUPS + group;
}

static int year_for(const struct np_evaluation *run, enum cohort_kind kind, int64_t family)
{
    const struct state *state = &run->states[family];

    return kind == OECD_COHORT ? state->filing_year : state->publication_year;
}

/* The part a family is looked up by; it may be listed under several (its subfields). */
static int part_for(const struct np_evaluation *run, enum grouping part, int64_t family)
{
    const struct state *state = &run->states[family];

    switch (part) {
    case BY_SUBFIELD: return state->subfield;
    case BY_PLAN_FIELD: return state->subfield < 0 ? -1 : run->plan_field[state->subfield];
    case BY_TECH_FIELD: return state->field ? state->field : -1;
    default: return 0;
    }
}

struct entries { struct entry *v; size_t n, cap; };

static void enter(struct np_arena *arena, struct entries *entries, const struct level *level,
                  int part, int year, int group, double value)
{
    if (level->around < 0) {
        *np_list_add(arena, entries) = (struct entry){ group_number(part, ANY_YEAR, group), value };
        return;
    }
    for (int y = year - level->around; year && y <= year + level->around; y++)
        *np_list_add(arena, entries) = (struct entry){ group_number(part, y, group), value };
}

static void enter_hits(const struct np_evaluation *run, struct np_arena *arena,
                       struct entries *entries, const struct level *level, int64_t family,
                       int year, int group, double value)
{
    const struct np_fact_family *f = family_at(run, family);
    int before = -1;

    for (size_t i = 0; i < f->hits.n; i++) { /* by subfield, so equal fields stand together */
        int part = f->hits.v[i].subfield;

        if (part < 0 || (size_t)part >= run->nsubfields)
            continue;
        if (level->part == BY_PLAN_FIELD)
            part = run->plan_field[part];
        if (part != before)
            enter(arena, entries, level, part, year, group, value);
        before = part;
    }
}

static void enter_family(const struct np_evaluation *run, struct np_arena *arena,
                         struct entries *entries, enum cohort_kind kind,
                         const struct level *level, int column, int64_t family)
{
    const struct column *c = &run->columns[column];
    struct np_value value = column_value(run, column, family);
    int64_t slot = c->all ? family : run->states[family].scope_index;
    int part, year = year_for(run, kind, family);

    if (is_null(value) || year < 0 || year >= YEARS - 1)
        return;
    if (level->part == BY_SUBFIELD || level->part == BY_PLAN_FIELD) {
        enter_hits(run, arena, entries, level, family, year, c->group[slot], value.value);
        return;
    }
    part = part_for(run, level->part, family);
    if (part >= 0)
        enter(arena, entries, level, part, year, c->group[slot], value.value);
}

static void build(const struct np_evaluation *run, struct groups *groups, enum cohort_kind kind,
                  const struct level *level, int column)
{
    struct np_arena *arena = np_arena_new();
    struct entries entries = { 0 };

    for (size_t i = 0; i < run->scope.n; i++)
        enter_family(run, arena, &entries, kind, level, column, run->scope.v[i]);
    if (entries.n)
        qsort(entries.v, entries.n, sizeof *entries.v, compare_entries);
    groups->built = true;
    groups->n = entries.n;
    groups->group = np_malloc((entries.n + 1) * sizeof *groups->group);
    groups->value = np_malloc((entries.n + 1) * sizeof *groups->value);
    for (size_t i = 0; i < entries.n; i++) {
        groups->group[i] = entries.v[i].group;
        groups->value[i] = entries.v[i].value;
    }
    np_arena_free(arena);
}

static size_t lower_bound(const struct groups *groups, int64_t group)
{
    size_t from = 0, to = groups->n;

    while (from < to) {
        size_t middle = from + (to - from) / 2;

        if (groups->group[middle] < group)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

/* ---- asking ---- */

static void write_key(const struct np_evaluation *run, const struct level *level, int part,
                      int year, struct cohort *out)
{
    char what[40] = "", when[32] = "";

    if (level->part == BY_SUBFIELD)
        snprintf(what, sizeof what, "%.32s", run->codes[part]);
    else if (level->part == BY_PLAN_FIELD || level->part == BY_TECH_FIELD)
        snprintf(what, sizeof what, "field %d", part);
    else
        snprintf(what, sizeof what, "all");
    if (level->around == 0)
        snprintf(when, sizeof when, " %d", year);
    else if (level->around > 0)
        snprintf(when, sizeof when, " %d+-%d", year, level->around);
    snprintf(out->key, sizeof out->key, "%s%s", what, when);
}

static bool look_up(const struct np_evaluation *run, enum cohort_kind kind, int number,
                    int column, int64_t family, struct cohort *out)
{
    const struct level *level = &levels[kind][number];
    struct groups *groups =
        &run->cohorts->groups[((size_t)column * KINDS + kind) * LEVELS_MAX + (size_t)number];
    const struct column *c = &run->columns[column];
    int64_t slot = c->all ? family : run->states[family].scope_index;
    int part = part_for(run, level->part, family);
    int year = level->around < 0 ? ANY_YEAR : year_for(run, kind, family);
    int64_t group;

    *out = (struct cohort){ .level = number, .level_name = c->all ? level->name : level->in_scope };
    if (slot < 0 || part < 0 || (level->around >= 0 && !year))
        return false;
    if (kind == OECD_COHORT && c->all) {
        if (year < 0 || year >= YEARS - 1)
            return false;
        if (!run->cohorts->all[column])
            run->cohorts->all[column] = all_families_new(run, c);
        all_families_find(run->cohorts->all[column], (enum all_level)number, part, year,
                          c->group[slot], out);
        write_key(run, level, part, year, out);
        return true;
    }
    if (!groups->built)
        build(run, groups, kind, level, column);
    group = group_number(part, year, c->group[slot]);
    out->v = groups->value + lower_bound(groups, group);
    out->n = lower_bound(groups, group + 1) - lower_bound(groups, group);
    write_key(run, level, part, year, out);
    return true;
}

void cohort_own(const struct np_evaluation *run, enum cohort_kind kind, int column,
                int64_t family, struct cohort *out)
{
    look_up(run, kind, 0, column, family, out);
}

bool cohort_find(const struct np_evaluation *run, enum cohort_kind kind, int column,
                 int64_t family, struct cohort *out)
{
    struct cohort widest = { 0 }, one;

    for (int i = 0; i < LEVELS_MAX && levels[kind][i].name; i++) {
        if (!look_up(run, kind, i, column, family, &one))
            continue;
        if ((double)one.n >= run->scoring->cohort_min) {
            *out = one;
            return true;
        }
        if (one.n > widest.n)
            widest = one;
    }
    *out = widest;
    return widest.n && (double)widest.n >= run->scoring->cohort_floor;
}

enum cohort_kind cohort_default(const struct np_evaluation *run)
{
    return run->scoring->oecd_cohorts ? OECD_COHORT : HOUSE_COHORT;
}

struct cohorts *cohorts_new(struct np_evaluation *run)
{
    struct cohorts *cohorts = np_calloc(1, sizeof *cohorts);

    cohorts->ncolumns = run->nindicators + NCOMPOSITES;
    cohorts->all = np_calloc(cohorts->ncolumns, sizeof *cohorts->all);
    cohorts->groups = np_calloc(cohorts->ncolumns * KINDS * LEVELS_MAX, sizeof *cohorts->groups);
    return cohorts;
}

void cohorts_free(struct cohorts *cohorts)
{
    if (!cohorts)
        return;
    for (size_t i = 0; i < cohorts->ncolumns * KINDS * LEVELS_MAX; i++) {
        free(cohorts->groups[i].group);
        free(cohorts->groups[i].value);
    }
    for (size_t i = 0; i < cohorts->ncolumns; i++)
        all_families_free(cohorts->all[i]);
    free(cohorts->all);
    free(cohorts->groups);
    free(cohorts);
}
