/* subfield_city.c -- our city among cities, subfield by subfield (scoring.md, section 3: local_share,
 * gap). Fractional families of owners whose city is known; our city's districts and counties are one.
 */
#include "holding.h"

#include <stdlib.h>

static const double GAP_RTA = 0.8;

struct city_share { struct np_slice city; bool ours; double families; };

/* Ours first, so that it stands together whatever its districts are called. */
static int compare_cities_by_name(const void *left, const void *right)
{
    const struct city_share *a = left, *b = right;

    if (a->ours || b->ours)
        return b->ours - a->ours;
    return np_slice_cmp(a->city, b->city);
}

/* Owners with a city, and ours in any case. */
static size_t gather(const struct np_evaluation *run, const struct owner_share *owners, size_t nowners,
                     struct city_share *v)
{
    size_t n = 0;

    for (size_t i = 0; i < nowners; i++) {
        struct np_slice city = city_of(run, owners[i].enterprise);
        bool ours = is_local(run, owners[i].enterprise);

        if (ours || city.n)
            v[n++] = (struct city_share){ city, ours, owners[i].families };
    }
    return n;
}

static bool same_city(const struct city_share *a, const struct city_share *b)
{
    return a->ours == b->ours && (a->ours || np_slice_eq(a->city, b->city));
}

/* One more than the cities that have more than ours; NaN if ours has nothing. */
static double rank_ours(struct city_share *v, size_t n)
{
    double ours = 0, rank = 1;

    if (n)
        qsort(v, n, sizeof *v, compare_cities_by_name);
    for (size_t from = 0, to; from < n; from = to) {
        double families = 0;

        for (to = from; to < n && same_city(&v[from], &v[to]); to++)
            families += v[to].families;
        if (v[from].ours)
            ours = families;
        else
            rank += families > ours;
    }
    return ours > 0 ? rank : NAN;
}

double rank_of_city(const struct np_evaluation *run, const struct owner_share *owners, size_t n)
{
    struct city_share *v = np_malloc((n + 1) * sizeof *v);
    double rank = rank_ours(v, gather(run, owners, n, v));

    free(v);
    return rank;
}

/* ---- specialisation and gap ---- */

struct owned { double all, local; };

static struct owned sum_owners(const struct np_evaluation *run, const struct owner_share *owners, size_t n)
{
    struct owned owned = { 0 };

    for (size_t i = 0; i < n; i++) {
        owned.all += owners[i].families;
        if (is_local(run, owners[i].enterprise))
            owned.local += owners[i].families;
    }
    return owned;
}

static void specialise(const struct np_evaluation *run, struct holdings *all, struct owner_share *owners)
{
    struct owned *owned = np_calloc(run->nsubfields + 1, sizeof *owned), total = { 0 };

    for (size_t s = 0; s < run->nsubfields; s++) {
        owned[s] = sum_owners(run, owners, owners_in(run, all, (int)s, owners));
        total.all += owned[s].all;
        total.local += owned[s].local;
    }
    for (size_t s = 0; s < run->nsubfields; s++)
        all->subfields[s].local_rta =
            total.local > 0 && owned[s].all > 0
                ? owned[s].local / total.local / (owned[s].all / total.all) : NAN;
    free(owned);
}

double median_growth(const struct np_evaluation *run, const struct holdings *all)
{
    double *v = np_malloc((run->nsubfields + 1) * sizeof *v), median = NAN;
    size_t n = 0;

    for (size_t s = 0; s < run->nsubfields; s++)
        if (!isnan(all->subfields[s].growth))
            v[n++] = all->subfields[s].growth;
    if (n) {
        qsort(v, n, sizeof *v, compare_reals);
        median = (v[(n - 1) / 2] + v[n / 2]) / 2;
    }
    free(v);
    return median;
}

double gap_of(const struct subfield *s, double median)
{
    return isnan(s->growth) || isnan(s->local_rta) ? NAN : s->growth > median && s->local_rta < GAP_RTA;
}

void compare_cities(const struct np_evaluation *run, struct holdings *all)
{
    struct owner_share *owners = np_malloc((all->portfolios.n + 1) * sizeof *owners);
    double median = median_growth(run, all);

    specialise(run, all, owners);
    for (size_t s = 0; s < run->nsubfields; s++) {
        all->subfields[s].local_rank = rank_of_city(run, owners, owners_in(run, all, (int)s, owners));
        all->subfields[s].gap = gap_of(&all->subfields[s], median);
    }
    free(owners);
}
