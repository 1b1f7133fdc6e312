/* enterprise.c -- enterprises over all subfields, for cultivation (scoring.md, sections 3, 4.5). */
#include "holding.h"

#include <stdlib.h>

static int64_t *scope_families(const struct np_evaluation *run,
                               const struct np_fact_enterprise *e, size_t *n)
{
    int64_t *families = np_malloc((e->families.n + 1) * sizeof *families);

    *n = 0;
    for (size_t i = 0; i < e->families.n; i++)
        if (run->states[e->families.v[i]].subfield >= 0)
            families[(*n)++] = e->families.v[i];
    return families;
}

/* ---- what its portfolios say ---- */

static double fractional_active(const struct np_evaluation *run, const struct portfolio *p)
{
    double sum = 0;

    for (size_t i = 0; i < p->nfamilies; i++)
        if (run->states[p->families[i]].status >= RIGHT_PENDING)
            sum += 1.0 / (double)family_at(run, p->families[i])->enterprises.n;
    return sum;
}

static void take_best_rta(struct enterprise *e, const struct portfolio *p)
{
    if (p->nfamilies < RTA_FAMILIES_MIN || (!isnan(e->best_rta) && p->rta <= e->best_rta))
        return;
    e->best_rta = p->rta;
    e->best_rta_active = p->h.active;
    e->best_rta_rank_in_city = p->rank_in_city;
    e->best_rta_subfield = p->subfield;
}

/* Most fractional active families; ties: the most recent filing. */
static void take_class(const struct np_evaluation *run, struct enterprise *e,
                       const struct portfolio *p, double *best, np_date *latest)
{
    double active = fractional_active(run, p);

    if (e->class_ >= 0 &&
        (active < *best || (active == *best && p->h.last_filing <= *latest)))
        return;
    e->class_ = p->subfield;
    *best = active;
    *latest = p->h.last_filing;
}

/* Its whole, the parts of that, or the portfolio of its consortium. */
static void take_listed(const struct holdings *all, const struct portfolio *whole,
                        struct enterprise *e)
{
    size_t n;
    struct portfolio *const *standing = standing_for(all, whole, &n);

    for (size_t i = 0; i < n; i++) {
        e->portfolios_listed += standing[i]->listed;
        if (!isnan(standing[i]->score) && !(standing[i]->score <= e->best_score))
            e->best_score = standing[i]->score;
    }
}

static void read_portfolios(const struct np_evaluation *run, const struct holdings *all,
                            const struct portfolio *p, size_t n, struct enterprise *e)
{
    double best = 0, squares = 0, sum = 0;
    np_date latest = 0;

    for (size_t i = 0; i < n; i++) {
        take_best_rta(e, &p[i]);
        take_class(run, e, &p[i], &best, &latest);
        take_listed(all, &p[i], e);
        squares += (double)p[i].nfamilies * (double)p[i].nfamilies;
        sum += (double)p[i].nfamilies;
    }
    e->subfields = (double)n;
    e->breadth = 1 - squares / (sum * sum);
}

/* ---- one row ---- */

static void make_row(const struct np_evaluation *run, struct holdings *all, int number,
                     size_t first, size_t n)
{
    const struct np_fact_enterprise *fact = &run->facts->enterprises.v[number];
    struct enterprise *e = np_list_add(all->arena, &all->enterprises);
    size_t nfamilies;
    int64_t *families = scope_families(run, fact, &nfamilies);

    e->number = number;
    e->class_ = e->best_rta_subfield = -1;
    e->best_rta = e->best_rta_active = e->best_rta_rank_in_city = e->best_score = NAN;
    e->pai_rank_in_city = e->growth_over_field = NAN;
    e->years_since_first_filing = e->years_since_last_filing = NAN;
    e->city = city_of(run, number);
    e->local = is_local(run, number);
    measure_holding(run, families, nfamilies, &e->h);
    read_portfolios(run, all, &all->portfolios.v[first], n, e);
    if (e->h.first_filing) {
        e->years_since_first_filing = years_between(e->h.first_filing, run->as_of);
        e->years_since_last_filing = years_between(e->h.last_filing, run->as_of);
    }
    free(families);
}

/* ---- ranks in the city by PAI; without a known city there is none ---- */

struct placed { struct np_slice city; double pai; size_t enterprise; };

static int compare_placed(const void *left, const void *right)
{
    const struct placed *a = left, *b = right;
    int order = np_slice_cmp(a->city, b->city);

    if (!order)
        order = (a->pai < b->pai) - (a->pai > b->pai);
    return order ? order : (a->enterprise > b->enterprise) - (a->enterprise < b->enterprise);
}

static void rank_in_cities(struct holdings *all)
{
    struct placed *v = np_malloc((all->enterprises.n + 1) * sizeof *v);
    size_t n = 0, first = 0;

    for (size_t i = 0; i < all->enterprises.n; i++)
        if (all->enterprises.v[i].city.n && all->enterprises.v[i].h.pai > 0)
            v[n++] = (struct placed){ all->enterprises.v[i].city, all->enterprises.v[i].h.pai, i };
    if (n)
        qsort(v, n, sizeof *v, compare_placed);
    for (size_t i = 0; i < n; i++) {
        bool same = i && np_slice_eq(v[i].city, v[i - 1].city);

        if (!same)
            first = i;
        all->enterprises.v[v[i].enterprise].pai_rank_in_city =
            same && v[i].pai == v[i - 1].pai
                ? all->enterprises.v[v[i - 1].enterprise].pai_rank_in_city
                : (double)(i - first + 1);
    }
    free(v);
}

void make_enterprise_rows(const struct np_evaluation *run, struct holdings *all)
{
    const struct portfolio *p = all->portfolios.v;

    for (size_t from = 0, to; from < all->portfolios.n; from = to) {
        for (to = from + 1; to < all->portfolios.n; to++)
            if (p[to].enterprise != p[from].enterprise)
                break;
        make_row(run, all, p[from].enterprise, from, to - from);
    }
    rank_in_cities(all);
    for (size_t i = 0; i < all->enterprises.n; i++) {
        struct enterprise *e = &all->enterprises.v[i];

        if (e->class_ >= 0)
            e->growth_over_field = e->h.growth - all->subfields[e->class_].growth;
        e->proposed = tier_of(run->scoring, e);
        find_decision(run, e->number, &e->decision);
        e->tier = e->decision.by && e->decision.tier != -1 ? e->decision.tier : e->proposed;
    }
}
