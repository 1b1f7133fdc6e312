/* portfolio.c -- the families of one enterprise in one subfield (scoring.md, sections 3 and 6).
 *
 * Listed, and scored among the listed ones of the same field of the plan: enough active families,
 * a core family, two kinds of claims. The others are rows too, ranked behind them, without a
 * score, and say what they lack.
 */
#include "holding.h"

#include <stdio.h>
#include <stdlib.h>

enum { CLAIM_TYPES_MIN = 2 };

struct piece { int enterprise, subfield; int64_t family; };

struct pieces { struct piece *v; size_t n, cap; };

static int compare_pieces(const void *left, const void *right)
{
    const struct piece *a = left, *b = right;

    if (a->enterprise != b->enterprise)
        return a->enterprise < b->enterprise ? -1 : 1;
    if (a->subfield != b->subfield)
        return a->subfield < b->subfield ? -1 : 1;
    return (a->family > b->family) - (a->family < b->family);
}

static void gather(const struct np_evaluation *run, struct np_arena *arena, struct pieces *pieces)
{
    for (size_t i = 0; i < run->scope.n; i++) {
        const struct np_fact_family *f = &run->facts->families.v[run->scope.v[i]];

        for (size_t e = 0; e < f->enterprises.n; e++)
            for (size_t h = 0; h < f->hits.n; h++)
                if (f->hits.v[h].subfield >= 0 && (size_t)f->hits.v[h].subfield < run->nsubfields)
                    *np_list_add(arena, pieces) = (struct piece){
                        f->enterprises.v[e], f->hits.v[h].subfield, run->scope.v[i] };
    }
    if (pieces->n)
        qsort(pieces->v, pieces->n, sizeof *pieces->v, compare_pieces);
}

static bool same_portfolio(const struct piece *a, const struct piece *b)
{
    return a->enterprise == b->enterprise && a->subfield == b->subfield;
}

static bool may_be_listed(const struct np_evaluation *run, const struct portfolio *p)
{
    return p->h.active >= run->scoring->portfolio_min && p->h.core >= 1 &&
           p->h.claim_types >= CLAIM_TYPES_MIN;
}

static void cut(const struct np_evaluation *run, const struct pieces *pieces,
                struct holdings *all)
{
    int64_t *families = np_arena_alloc(all->arena, (pieces->n + 1) * sizeof *families);

    for (size_t i = 0; i < pieces->n; i++)
        families[i] = pieces->v[i].family;
    for (size_t from = 0, to; from < pieces->n; from = to) {
        struct portfolio *p = np_list_add(all->arena, &all->portfolios);

        for (to = from + 1; to < pieces->n; to++)
            if (!same_portfolio(&pieces->v[from], &pieces->v[to]))
                break;
        p->enterprise = pieces->v[from].enterprise;
        p->subfield = pieces->v[from].subfield;
        p->families = families + from;
        p->nfamilies = to - from;
        p->score = p->coverage = p->rank = p->rank_in_subfield = p->rank_in_city = NAN;
        measure_holding(run, p->families, p->nfamilies, &p->h);
        p->listed = may_be_listed(run, p);
    }
}

/* ---- specialisation: RTA = (n_ak/n_a.) / (n_.k/n_..), whole counts (Balassa) ---- */

static void specialise(const struct np_evaluation *run, struct holdings *all)
{
    double *by_enterprise = np_calloc(run->facts->enterprises.n + 1, sizeof *by_enterprise);
    double *by_subfield = np_calloc(run->nsubfields + 1, sizeof *by_subfield);
    double total = 0;

    for (size_t i = 0; i < run->scope.n; i++) {
        const struct np_fact_family *f = &run->facts->families.v[run->scope.v[i]];

        for (size_t e = 0; e < f->enterprises.n; e++)
            by_enterprise[f->enterprises.v[e]]++;
        total += (double)f->enterprises.n;
    }
    for (size_t i = 0; i < all->portfolios.n; i++)
        by_subfield[all->portfolios.v[i].subfield] += (double)all->portfolios.v[i].nfamilies;
    for (size_t i = 0; i < all->portfolios.n; i++) {
        struct portfolio *p = &all->portfolios.v[i];

        p->rta = ((double)p->nfamilies / by_enterprise[p->enterprise]) /
                 (by_subfield[p->subfield] / total);
        p->rsi = (p->rta - 1) / (p->rta + 1);
        p->rta_few = p->nfamilies < RTA_FAMILIES_MIN;
    }
    free(by_enterprise);
    free(by_subfield);
}

/* ---- rank within the city, by active families in the subfield ---- */

struct placed { struct np_slice city; int subfield; double active; size_t portfolio; };

static int compare_placed(const void *left, const void *right)
{
    const struct placed *a = left, *b = right;
    int order = a->subfield - b->subfield;

    if (!order)
        order = np_slice_cmp(a->city, b->city);
    if (!order)
        order = (a->active < b->active) - (a->active > b->active);
    return order ? order : (a->portfolio > b->portfolio) - (a->portfolio < b->portfolio);
}

static void rank_in_cities(const struct np_evaluation *run, struct holdings *all)
{
    struct placed *v = np_malloc((all->portfolios.n + 1) * sizeof *v);
    size_t n = 0, first = 0;

    for (size_t i = 0; i < all->portfolios.n; i++) {
        const struct portfolio *p = &all->portfolios.v[i];
        struct np_slice city = city_of(&run->facts->enterprises.v[p->enterprise]);

        if (city.n)
            v[n++] = (struct placed){ city, p->subfield, p->h.active, i };
    }
    if (n)
        qsort(v, n, sizeof *v, compare_placed);
    for (size_t i = 0; i < n; i++) {
        bool same_place = i && v[i].subfield == v[i - 1].subfield &&
                          np_slice_eq(v[i].city, v[i - 1].city);

        if (!same_place)
            first = i;
        all->portfolios.v[v[i].portfolio].rank_in_city =
            same_place && v[i].active == v[i - 1].active
                ? all->portfolios.v[v[i - 1].portfolio].rank_in_city
                : (double)(i - first + 1);
    }
    free(v);
}

void make_portfolios(const struct np_evaluation *run, struct holdings *all)
{
    struct np_arena *arena = np_arena_new();
    struct pieces pieces = { 0 };

    gather(run, arena, &pieces);
    cut(run, &pieces, all);
    specialise(run, all);
    rank_in_cities(run, all);
    np_arena_free(arena);
}

/* ---- scores ---- */

static double raw_of(const struct portfolio *p, const struct weight *weight)
{
    const struct np_measure *m = find_measure(np_holding_measures, weight->component);

    if (!m)
        m = find_measure(np_portfolio_measures, weight->component);
    return m ? measure_value(p, m) : NAN;
}

static size_t count_listed(const struct np_evaluation *run, const struct holdings *all, int field)
{
    size_t n = 0;

    for (size_t i = 0; i < all->portfolios.n; i++)
        n += all->portfolios.v[i].listed &&
             run->plan_field[all->portfolios.v[i].subfield] == field;
    return n;
}

static struct peers peers_of(const struct np_evaluation *run, const struct holdings *all,
                             const struct weight *weight, int field)
{
    size_t listed = count_listed(run, all, field);
    struct peers peers = { np_arena_alloc(all->arena, (listed + 1) * sizeof *peers.v), 0 };

    for (size_t i = 0; i < all->portfolios.n; i++) {
        const struct portfolio *p = &all->portfolios.v[i];
        double raw = raw_of(p, weight);

        if (p->listed && run->plan_field[p->subfield] == field && !isnan(raw))
            peers.v[peers.n++] = raw;
    }
    if (peers.n)
        qsort(peers.v, peers.n, sizeof *peers.v, compare_reals);
    return peers;
}

static void place_part(const struct np_scoring *scoring, const struct peers *peers, int field,
                       struct part *part)
{
    const struct weight *weight = part->weight;
    double top;

    if (isnan(part->raw.value))
        return;
    if (weight->transform == BY_RANK || weight->transform == BY_INDEX) {
        part->ranked = true;
        part->percentile = rank_of(peers->v, peers->n, part->raw.value);
        part->cohort.n = peers->n;
        part->cohort.level_name = "listed portfolios of the field";
        snprintf(part->cohort.key, sizeof part->cohort.key, "field %d", field);
    }
    top = quantile_of(peers->v, peers->n, scoring->winsor_q);
    part->points = points_of(weight, part->raw.value,
                             weight->transform != BY_INDEX ? part->percentile
                             : top > 0 ? 100 * fmin(part->raw.value, top) / top
                                       : 0);
}

static void compose_with(const struct np_evaluation *run, const struct peers *peers,
                         const struct portfolio *p, struct composed *out)
{
    const struct np_scoring *scoring = run->scoring;

    out->n = 0;
    for (size_t i = 0; i < scoring->weights.n; i++) {
        const struct weight *weight = &scoring->weights.v[i];
        struct part *part = &out->part[out->n];
        double raw;

        if (!np_slice_is(weight->score, "portfolio"))
            continue;
        raw = raw_of(p, weight);
        *part = (struct part){ .weight = weight, .points = NAN, .percentile = NAN,
                               .raw = isnan(raw) ? null_of(NP_NO_DATA) : value_of(raw) };
        place_part(scoring, &peers[i], run->plan_field[p->subfield], part);
        out->n++;
    }
    compose_sum(scoring, out);
}

void compose_portfolio(const struct np_evaluation *run, const struct holdings *all,
                       const struct portfolio *portfolio, struct composed *out)
{
    compose_with(run, all->peers[portfolio->subfield], portfolio, out);
}

static struct peers *all_peers(const struct np_evaluation *run, struct holdings *all, int field)
{
    size_t n = run->scoring->weights.n;
    struct peers *peers = np_arena_zalloc(all->arena, (n + 1) * sizeof *peers);

    for (size_t i = 0; i < n; i++)
        if (np_slice_is(run->scoring->weights.v[i].score, "portfolio"))
            peers[i] = peers_of(run, all, &run->scoring->weights.v[i], field);
    return peers;
}

/* Subfields of one field share their peers. */
static void gather_peers(const struct np_evaluation *run, struct holdings *all)
{
    all->peers = np_arena_zalloc(all->arena, (run->nsubfields + 1) * sizeof *all->peers);
    for (size_t s = 0; s < run->nsubfields; s++) {
        for (size_t k = 0; k < s && !all->peers[s]; k++)
            if (run->plan_field[k] == run->plan_field[s])
                all->peers[s] = all->peers[k];
        if (!all->peers[s])
            all->peers[s] = all_peers(run, all, run->plan_field[s]);
    }
}

/* ---- ranks: listed ones by score, then the others by P90 and PAI; ties by enterprise key ---- */

struct ranked { bool listed; double score, p90, pai; size_t portfolio; };

/* Falling, what is not known last. */
static int compare_falling(double a, double b)
{
    if (isnan(a) || isnan(b))
        return isnan(a) - isnan(b);
    return (a < b) - (a > b);
}

static int compare_ranked(const void *left, const void *right)
{
    const struct ranked *a = left, *b = right;
    int order = b->listed - a->listed;

    if (order == 0)
        order = compare_falling(a->score, b->score);
    if (order == 0)
        order = compare_falling(a->p90, b->p90);
    if (order == 0)
        order = compare_falling(a->pai, b->pai);
    return order ? order : (a->portfolio > b->portfolio) - (a->portfolio < b->portfolio);
}

static void rank_all(const struct np_evaluation *run, struct holdings *all)
{
    size_t n = all->portfolios.n;
    struct ranked *v = np_malloc((n + 1) * sizeof *v);
    double *in_subfield = np_calloc(run->nsubfields + 1, sizeof *in_subfield);

    for (size_t i = 0; i < n; i++) {
        const struct portfolio *p = &all->portfolios.v[i];

        v[i] = (struct ranked){ p->listed, p->score, p->h.p90_hv, p->h.pai, i };
    }
    if (n)
        qsort(v, n, sizeof *v, compare_ranked);
    for (size_t i = 0; i < n; i++) {
        struct portfolio *p = &all->portfolios.v[v[i].portfolio];

        p->rank = (double)(i + 1);
        p->rank_in_subfield = ++in_subfield[p->subfield];
    }
    free(v);
    free(in_subfield);
}

void score_portfolios(const struct np_evaluation *run, struct holdings *all)
{
    gather_peers(run, all);
    for (size_t i = 0; i < all->portfolios.n; i++) {
        struct portfolio *p = &all->portfolios.v[i];
        struct composed composed;

        if (!p->listed)
            continue;
        compose_portfolio(run, all, p, &composed);
        p->score = composed.value;
        p->coverage = composed.coverage;
    }
    rank_all(run, all);
}

void say_missing(const struct np_evaluation *run, const struct portfolio *p, struct np_buf *b)
{
    if (p->h.active < run->scoring->portfolio_min)
        note(b, "active families %g of %g", p->h.active, run->scoring->portfolio_min);
    if (p->h.core < 1)
        note(b, p->h.hv_families > 0 ? "no core family" : "no core family: no family has a score");
    if (isnan(p->h.claim_types))
        note(b, "types of claims unknown");
    else if (p->h.claim_types < CLAIM_TYPES_MIN)
        note(b, "types of claims %g of %d", p->h.claim_types, CLAIM_TYPES_MIN);
    if (p->listed && isnan(p->score))
        note(b, "too little is known for a score");
}
