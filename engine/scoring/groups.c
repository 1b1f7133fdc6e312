/* groups.c -- parents and subsidiaries: groups.tsv, with the days on which a member belongs (scoring.md, 8.7).
 *
 * A group merges nothing: lists of enterprises stay those of legal persons; here are sums over the
 * families of all members on the day of the run, each family once.
 */
#include "abroad.h"
#include "rows.h"

#include <nanopat/map.h>

#include <stdlib.h>

enum { NAME_MAX_BYTES = 60 };

/* ---- the table ---- */

static bool overlap(const struct group_row *a, const struct group_row *b)
{
    return np_slice_eq(a->member, b->member) && periods_meet(&a->period, &b->period);
}

static enum np_status add_member(struct np_scoring *scoring, const struct np_tsv *tsv,
                                 const struct np_slice *cell, struct np_err *err)
{
    struct group_row row = { .group = np_arena_copy(scoring->arena, cell[0]),
                             .member = np_arena_copy(scoring->arena, cell[1]),
                             .source = np_arena_copy(scoring->arena, cell[4]) };

    if (!cell[0].n || !cell[1].n)
        return np_tsv_fail(tsv, err, "a name is empty");
    if (read_period(tsv, cell[2], cell[3], &row.period, err) != NP_OK)
        return NP_STOP;
    for (size_t i = 0; i < scoring->group_rows.n; i++)
        if (overlap(&scoring->group_rows.v[i], &row))
            return np_tsv_fail(tsv, err, "'%.*s' is in a group already in that time",
                               NP_ARG(np_slice_sub(cell[1], 0, NAME_MAX_BYTES)));
    *np_list_add(scoring->arena, &scoring->group_rows) = row;
    return NP_OK;
}

enum np_status load_groups(struct np_scoring *scoring, const char *folder, struct np_err *err)
{
    static const char *const columns[] = { "group", "member", "from", "to", "source", NULL };
    static const struct rules_table table = { "groups.tsv", columns, true, add_member, NULL, NULL };

    return load_table(scoring, folder, &table, err);
}

/* ---- one group on the day of the run ---- */

struct group {
    struct np_slice name;
    struct np_arena *arena;
    NP_LIST(int) members;       /* enterprises, each once */
    NP_LIST(int64_t) families;  /* in a subfield, each once, ascending */
    struct np_buf names, keys, missing;
};

static void add_enterprise(const struct np_evaluation *run, struct group *group,
                           const struct group_row *row)
{
    int enterprise = enterprise_named(run->facts, row->member);

    if (enterprise < 0) {
        append_text(&group->missing, "; ", row->member);
        return;
    }
    for (size_t i = 0; i < group->members.n; i++)
        if (group->members.v[i] == enterprise)
            return;
    *np_list_add(group->arena, &group->members) = enterprise;
    append_text(&group->names, "; ", run->facts->enterprises.v[enterprise].name);
    append_text(&group->keys, "; ", run->facts->enterprises.v[enterprise].key);
}

static void gather_families(const struct np_evaluation *run, struct group *group)
{
    size_t kept = 0;

    for (size_t i = 0; i < group->members.n; i++) {
        const struct np_indexes *of = &run->facts->enterprises.v[group->members.v[i]].families;

        for (size_t k = 0; k < of->n; k++)
            if (family_at(run, of->v[k])->hits.n)
                *np_list_add(group->arena, &group->families) = of->v[k];
    }
    if (group->families.n)
        qsort(group->families.v, group->families.n, sizeof *group->families.v, np_compare_int64);
    for (size_t i = 0; i < group->families.n; i++)
        if (!kept || group->families.v[kept - 1] != group->families.v[i])
            group->families.v[kept++] = group->families.v[i];
    group->families.n = kept;
}

/* Shares of the members added up: a family of two members alone is one family of the group. */
static double held_fractional(const struct np_evaluation *run, const struct group *group)
{
    double sum = 0;

    for (size_t i = 0; i < group->families.n; i++) {
        const struct np_fact_family *f = family_at(run, group->families.v[i]);
        int own = 0;

        for (size_t k = 0; k < f->enterprises.n; k++)
            for (size_t m = 0; m < group->members.n; m++)
                own += group->members.v[m] == f->enterprises.v[k];
        sum += (double)own / (double)f->enterprises.n;
    }
    return sum;
}

static void put_group(const struct np_evaluation *run, struct group *group, struct row *row)
{
    struct holding h;

    gather_families(run, group);
    measure_holding(run, group->families.v, group->families.n, &h);
    h.families_fractional = held_fractional(run, group);
    row_begin(row, GROUPS);
    row_text(row, "group_name", group->name);
    row_real(row, "members", (double)group->members.n);
    row_copy(row, "member_names", &group->names);
    row_copy(row, "member_keys", &group->keys);
    row_copy(row, "not_in_data", &group->missing);
    row_holding(run, row, &h);
    row_put(row);
}

/* The first row of the file that holds counts; groups are numbered by the place of theirs. */
int *groups_of_enterprises(const struct np_evaluation *run)
{
    const struct np_scoring *scoring = run->scoring;
    int *of = np_malloc((run->facts->enterprises.n + 1) * sizeof *of);
    struct np_map *names = np_map_new();

    for (size_t i = 0; i < run->facts->enterprises.n; i++)
        of[i] = -1;
    for (size_t i = 0; i < scoring->group_rows.n; i++) {
        const struct group_row *row = &scoring->group_rows.v[i];
        int member = enterprise_named(run->facts, row->member);
        int group = (int)*np_map_put(names, row->group, (int64_t)np_map_count(names));

        if (member >= 0 && of[member] < 0 && period_has(&row->period, run->as_of))
            of[member] = group;
    }
    np_map_free(names);
    return of;
}

/* In order of the file; a group without a member on that day has no row. */
void put_groups(const struct np_evaluation *run, struct row *row)
{
    const struct np_scoring *scoring = run->scoring;
    struct np_map *done = np_map_new();

    for (size_t i = 0; i < scoring->group_rows.n && row->status == NP_OK; i++) {
        struct group group = { .name = scoring->group_rows.v[i].group, .arena = np_arena_new() };
        size_t before = np_map_count(done);
        bool any = false;

        np_map_put(done, group.name, 0);
        for (size_t k = i; np_map_count(done) > before && k < scoring->group_rows.n; k++)
            if (np_slice_eq(scoring->group_rows.v[k].group, group.name) &&
                period_has(&scoring->group_rows.v[k].period, run->as_of)) {
                add_enterprise(run, &group, &scoring->group_rows.v[k]);
                any = true;
            }
        if (any)
            put_group(run, &group, row);
        np_buf_release(&group.names);
        np_buf_release(&group.keys);
        np_buf_release(&group.missing);
        np_arena_free(group.arena);
    }
    np_map_free(done);
}
