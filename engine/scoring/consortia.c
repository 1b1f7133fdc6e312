/* consortia.c -- declared consortia: consortia.tsv, and who belongs to one on the day of the run. */
#include "evaluation.h"

enum { NAME_MAX_BYTES = 60 };

/* ---- the table ---- */

static int number_of(struct np_scoring *scoring, struct np_slice name)
{
    for (size_t i = 0; i < scoring->consortia.n; i++)
        if (np_slice_eq(scoring->consortia.v[i], name))
            return (int)i;
    *np_list_add(scoring->arena, &scoring->consortia) = np_arena_copy(scoring->arena, name);
    return (int)scoring->consortia.n - 1;
}

static bool is_subfield(struct np_slice s)
{
    bool digits = s.n > 0;

    for (size_t i = 0; i < s.n; i++)
        digits = digits && ((s.p[i] >= '0' && s.p[i] <= '9') || (s.p[i] == '.' && i && i + 1 < s.n));
    return digits || np_slice_is(s, "*");
}

static bool overlap(const struct member_row *a, const struct member_row *b)
{
    bool all = np_slice_is(a->subfield, "*") || np_slice_is(b->subfield, "*");

    return np_slice_eq(a->member, b->member) && (all || np_slice_eq(a->subfield, b->subfield)) &&
           periods_meet(&a->period, &b->period);
}

static enum np_status add_member(struct np_scoring *scoring, const struct np_tsv *tsv,
                                 const struct np_slice *cell, struct np_err *err)
{
    struct member_row row = { .member = np_arena_copy(scoring->arena, cell[1]),
                              .subfield = np_arena_copy(scoring->arena, cell[4]) };

    if (!cell[0].n || !cell[1].n)
        return np_tsv_fail(tsv, err, "a name is empty");
    if (read_period(tsv, cell[2], cell[3], &row.period, err) != NP_OK)
        return NP_STOP;
    if (!is_subfield(cell[4]))
        return np_tsv_fail(tsv, err, "subfield '%.*s' is neither a code nor *",
                           NP_ARG(np_slice_sub(cell[4], 0, NAME_MAX_BYTES)));
    for (size_t i = 0; i < scoring->member_rows.n; i++)
        if (overlap(&scoring->member_rows.v[i], &row))
            return np_tsv_fail(tsv, err, "'%.*s' is in a consortium of that subfield already",
                               NP_ARG(np_slice_sub(cell[1], 0, NAME_MAX_BYTES)));
    row.consortium = number_of(scoring, cell[0]);
    *np_list_add(scoring->arena, &scoring->member_rows) = row;
    return NP_OK;
}

enum np_status load_consortia(struct np_scoring *scoring, const char *folder, struct np_err *err)
{
    static const char *const columns[] = { "consortium", "member", "from", "to", "subfield", NULL };
    static const struct rules_table table = { "consortia.tsv", columns, true, add_member,
                                              NULL, NULL };

    return load_table(scoring, folder, &table, err);
}

/* ---- the day of the run ---- */

int enterprise_named(const struct np_facts *facts, struct np_slice name)
{
    for (size_t i = 0; i < facts->enterprises.n; i++)
        if (np_slice_eq(facts->enterprises.v[i].key, name))
            return (int)i;
    for (size_t i = 0; i < facts->enterprises.n; i++)
        for (size_t k = 0; k < facts->enterprises.v[i].names.n; k++)
            if (np_slice_eq(facts->enterprises.v[i].names.v[k].name, name))
                return (int)i;
    return -1;
}

static int subfield_coded(const struct np_evaluation *run, struct np_slice code)
{
    for (size_t i = 0; i < run->nsubfields; i++)
        if (np_slice_is(code, run->codes[i]))
            return (int)i;
    return -1;
}

static bool is_taken(const struct np_evaluation *run, const struct membership *m)
{
    for (size_t i = 0; i < run->memberships.n; i++) {
        const struct membership *other = &run->memberships.v[i];

        if (other->enterprise == m->enterprise && other->consortium != m->consortium &&
            (other->subfield < 0 || m->subfield < 0 || other->subfield == m->subfield))
            return true;
    }
    return false;
}

/* Two spellings of one enterprise in two consortia: the first row counts. */
void find_memberships(struct np_evaluation *run)
{
    for (size_t i = 0; i < run->scoring->member_rows.n; i++) {
        const struct member_row *row = &run->scoring->member_rows.v[i];
        bool all = np_slice_is(row->subfield, "*");
        struct membership m = { enterprise_named(run->facts, row->member), row->consortium,
                                all ? -1 : subfield_coded(run, row->subfield) };

        if (period_has(&row->period, run->as_of) && m.enterprise >= 0 && (all || m.subfield >= 0) &&
            !is_taken(run, &m))
            *np_list_add(run->arena, &run->memberships) = m;
    }
}

int consortium_of(const struct np_evaluation *run, int enterprise, int subfield)
{
    for (size_t i = 0; i < run->memberships.n; i++) {
        const struct membership *m = &run->memberships.v[i];

        if (m->enterprise == enterprise && (m->subfield < 0 || m->subfield == subfield))
            return m->consortium;
    }
    return -1;
}

void say_members(const struct np_evaluation *run, int consortium, int subfield, struct np_buf *b)
{
    for (size_t i = 0; i < run->scoring->member_rows.n; i++) {
        const struct member_row *row = &run->scoring->member_rows.v[i];
        int enterprise = enterprise_named(run->facts, row->member);

        if (row->consortium != consortium || !period_has(&row->period, run->as_of) ||
            !(np_slice_is(row->subfield, "*") || np_slice_is(row->subfield, run->codes[subfield])))
            continue;
        if (enterprise < 0)
            note(b, "%.*s (not in the data)", NP_ARG(np_slice_sub(row->member, 0, NAME_MAX_BYTES)));
        else
            note(b, "%.*s%s", NP_ARG(np_slice_sub(run->facts->enterprises.v[enterprise].name, 0, 200)),
                 consortium_of(run, enterprise, subfield) == consortium
                     ? "" : " (counted in another consortium)");
    }
}
