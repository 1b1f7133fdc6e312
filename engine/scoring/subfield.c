/* subfield.c -- the plan's subfields: size, concentration, growth, the city's share (section 3). */
#include "holding.h"

#include <stdlib.h>

enum { ENTRANT_YEARS = 3, LARGEST = 4 };

/* ---- families of each subfield, in order of the subfield ---- */

struct subfield_families list_families(const struct np_evaluation *run)
{
    size_t total = 0, *at;
    struct subfield_families lists;

    lists.from = np_calloc(run->nsubfields + 2, sizeof *lists.from);
    for (size_t i = 0; i < run->scope.n; i++) {
        const struct np_fact_family *f = family_at(run, run->scope.v[i]);

        for (size_t h = 0; h < f->hits.n; h++)
            if (f->hits.v[h].subfield >= 0 && (size_t)f->hits.v[h].subfield < run->nsubfields) {
                lists.from[f->hits.v[h].subfield + 1]++;
                total++;
            }
    }
    for (size_t s = 0; s < run->nsubfields; s++)
        lists.from[s + 1] += lists.from[s];
    lists.families = np_malloc((total + 1) * sizeof *lists.families);
    at = np_malloc((run->nsubfields + 1) * sizeof *at);
    memcpy(at, lists.from, run->nsubfields * sizeof *at);
    for (size_t i = 0; i < run->scope.n; i++) {
        const struct np_fact_family *f = family_at(run, run->scope.v[i]);

        for (size_t h = 0; h < f->hits.n; h++)
            if (f->hits.v[h].subfield >= 0 && (size_t)f->hits.v[h].subfield < run->nsubfields)
                lists.families[at[f->hits.v[h].subfield]++] = run->scope.v[i];
    }
    free(at);
    return lists;
}

/* ---- concentration: shares of fractional families with a known owner ---- */

static void concentrate(struct subfield *s, double *shares, size_t n, double total)
{
    double squares = 0, largest = 0;

    s->hhi = s->cr4 = NAN;
    if (!n || total <= 0)
        return;
    qsort(shares, n, sizeof *shares, compare_reals);
    for (size_t i = 0; i < n; i++)
        squares += shares[i] / total * (shares[i] / total);
    for (size_t i = 0; i < LARGEST && i < n; i++)
        largest += shares[n - 1 - i] / total;
    s->hhi = squares;
    s->cr4 = n < LARGEST ? 1 : largest;
}

static double fractional(const struct np_evaluation *run, const struct portfolio *p)
{
    double sum = 0;

    for (size_t i = 0; i < p->nfamilies; i++)
        sum += 1.0 / (double)family_at(run, p->families[i])->enterprises.n;
    return sum;
}

static bool is_foreign(const struct np_fact_enterprise *e)
{
    return e->country.n && !np_slice_is(e->country, "CN");
}

void measure_owners(const struct np_evaluation *run, const struct owner_share *owners, size_t n,
                    struct subfield *s)
{
    double *shares = np_malloc((n + 1) * sizeof *shares), total = 0, local = 0, foreign = 0;

    for (size_t i = 0; i < n; i++) {
        const struct np_fact_enterprise *e = &run->facts->enterprises.v[owners[i].enterprise];

        shares[i] = owners[i].families;
        total += shares[i];
        local += is_local(run, owners[i].enterprise) ? shares[i] : 0;
        foreign += is_foreign(e) ? shares[i] : 0;
        s->entrants += owners[i].first_filing &&
                       np_date_add_years(owners[i].first_filing, ENTRANT_YEARS) >= run->as_of;
    }
    s->enterprises = (double)n;
    s->local_share = total > 0 ? local / total : NAN;
    s->foreign_share = total > 0 ? foreign / total : NAN;
    concentrate(s, shares, n, total);
    free(shares);
}

void measure_families(const struct np_evaluation *run, const int64_t *families, size_t n,
                      struct subfield *s)
{
    int column = find_column(NP_S("tech_relevance"));
    double sum = 0, known = 0;

    for (size_t i = 0; i < n; i++) {
        const struct state *state = &run->states[families[i]];
        struct np_value tr = column_value(run, column, families[i]);

        s->active += state->status >= RIGHT_PENDING;
        s->granted += state->status == RIGHT_IN_FORCE;
        s->owner_unknown += family_at(run, families[i])->enterprises.n == 0;
        sum += is_null(tr) ? 0 : tr.value;
        known += !is_null(tr);
    }
    s->families = (double)n;
    s->mean_tr = known > 0 ? sum / known : NAN;
    s->growth = growth_of(run, families, n, &s->growth_new);
}

size_t owners_in(const struct np_evaluation *run, const struct holdings *all, int subfield,
                 struct owner_share *owners)
{
    size_t n = 0;

    for (size_t i = 0; i < all->portfolios.n; i++) {
        const struct portfolio *p = &all->portfolios.v[i];

        if (p->subfield == subfield)
            owners[n++] = (struct owner_share){ p->enterprise, fractional(run, p), p->h.first_filing };
    }
    return n;
}

void make_subfields(const struct np_evaluation *run, struct holdings *all)
{
    struct subfield_families lists = list_families(run);
    struct owner_share *owners = np_malloc((all->portfolios.n + 1) * sizeof *owners);

    all->subfields = np_arena_zalloc(all->arena, (run->nsubfields + 1) * sizeof *all->subfields);
    for (size_t s = 0; s < run->nsubfields; s++) {
        measure_families(run, lists.families + lists.from[s], lists.from[s + 1] - lists.from[s],
                         &all->subfields[s]);
        measure_owners(run, owners, owners_in(run, all, (int)s, owners), &all->subfields[s]);
    }
    for (size_t i = 0; i < all->nrows; i++)
        all->subfields[all->rows[i]->subfield].portfolios_listed += all->rows[i]->listed;
    compare_cities(run, all);
    free(owners);
    free(lists.families);
    free(lists.from);
}
