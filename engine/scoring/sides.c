/* sides.c -- who belongs together, and who goes to court. */
#include "risk.h"
#include "rows.h"

#include <stdlib.h>

enum { SUIT_YEARS = 5, OWNERS_TOLD = 8 };

bool is_same_side(const int *groups, int one, int other)
{
    return one == other || (groups[one] >= 0 && groups[one] == groups[other]);
}

bool is_of_side(const struct np_evaluation *run, const int *groups, int enterprise, int64_t family)
{
    const struct np_indexes *owners = &family_at(run, family)->enterprises;

    for (size_t i = 0; i < owners->n; i++)
        if (is_same_side(groups, enterprise, owners->v[i]))
            return true;
    return false;
}

bool share_subfield(const struct np_evaluation *run, int64_t one, int64_t other)
{
    const struct np_fact_family *a = family_at(run, one), *b = family_at(run, other);

    for (size_t i = 0; i < a->hits.n; i++)
        for (size_t k = 0; k < b->hits.n; k++)
            if (a->hits.v[i].subfield == b->hits.v[k].subfield)
                return true;
    return false;
}

const struct right *right_in(const struct np_evaluation *run, int64_t family, struct np_slice office)
{
    const struct right *best = NULL;
    size_t n;
    const struct right *rights = rights_of(run, family, &n);

    for (size_t i = 0; i < n; i++)
        if (np_slice_eq(rights[i].office, office) && (!best || rights[i].status > best->status))
            best = &rights[i];
    return best;
}

double *count_suits(const struct np_evaluation *run)
{
    const struct np_fact_imports *imports = &run->facts->imports;
    np_date since = np_date_add_years(run->as_of, -SUIT_YEARS);
    double *suits;

    if (!imports->suit_lists)
        return NULL;
    suits = np_calloc(run->facts->enterprises.n + 1, sizeof *suits);
    for (size_t i = 0; i < imports->suits.n; i++) {
        const struct np_fact_suit *suit = &imports->suits.v[i];
        int enterprise = suit->plaintiff.n ? enterprise_named(run->facts, suit->plaintiff) : -1;

        if (enterprise >= 0 && suit->kind != NP_SUIT_INVALIDATION && suit->filed > since &&
            suit->filed <= run->as_of)
            suits[enterprise]++;
    }
    return suits;
}

void row_owners(const struct np_evaluation *run, struct row *row, int64_t family, const char *names,
                const char *countries)
{
    const struct np_indexes *owners = &family_at(run, family)->enterprises;
    struct np_buf name = { 0 }, country = { 0 };

    for (size_t i = 0; i < owners->n && i < OWNERS_TOLD; i++) {
        const struct np_fact_enterprise *e = &run->facts->enterprises.v[owners->v[i]];

        append_text(&name, "; ", e->name);
        append_text(&country, "; ", e->country);
    }
    if (owners->n > OWNERS_TOLD)
        np_buf_printf(&name, "; and %zu more", owners->n - OWNERS_TOLD);
    row_copy(row, names, &name);
    row_copy(row, countries, &country);
    np_buf_release(&name);
    np_buf_release(&country);
}
