/* portfolio_score.c -- scores and ranks of portfolios (scoring.md, section 6).
 *
 * Listed ones are scored among the listed ones of the same field of the plan. What is split, or
 * stands in a consortium's portfolio, is a row without score and rank: its families are ranked once.
 */
#include "holding.h"

#include <stdio.h>
#include <stdlib.h>

enum { CLAIM_TYPES_MIN = 2 };

bool may_be_listed(const struct np_evaluation *run, const struct portfolio *p)
{
    return p->h.active >= run->scoring->portfolio_min && p->h.core >= 1 &&
           p->h.claim_types >= CLAIM_TYPES_MIN;
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

    for (size_t i = 0; i < all->nrows; i++)
        n += all->rows[i]->listed && run->plan_field[all->rows[i]->subfield] == field;
    return n;
}

static struct peers peers_of(const struct np_evaluation *run, const struct holdings *all,
                             const struct weight *weight, int field)
{
    size_t listed = count_listed(run, all, field);
    struct peers peers = { np_arena_alloc(all->arena, (listed + 1) * sizeof *peers.v), 0 };

    for (size_t i = 0; i < all->nrows; i++) {
        const struct portfolio *p = all->rows[i];
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

/* ---- ranks: listed ones by score, then the others by P90 and PAI; ties in order of rows ---- */

struct ranked { bool listed; double score, p90, pai; size_t row; };

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
    return order ? order : (a->row > b->row) - (a->row < b->row);
}

static void rank_all(const struct np_evaluation *run, struct holdings *all)
{
    struct ranked *v = np_malloc((all->nrows + 1) * sizeof *v);
    double *in_subfield = np_calloc(run->nsubfields + 1, sizeof *in_subfield);
    size_t n = 0;

    for (size_t i = 0; i < all->nrows; i++) {
        const struct portfolio *p = all->rows[i];

        if (stands(p))
            v[n++] = (struct ranked){ p->listed, p->score, p->h.p90_hv, p->h.pai, i };
    }
    if (n)
        qsort(v, n, sizeof *v, compare_ranked);
    for (size_t i = 0; i < n; i++) {
        struct portfolio *p = all->rows[v[i].row];

        p->rank = (double)(i + 1);
        p->rank_in_subfield = ++in_subfield[p->subfield];
    }
    free(v);
    free(in_subfield);
}

/* As compose_sum has it, of one that is not placed among others. */
static double weight_known(const struct composed *composed)
{
    double known = 0, total = 0;

    for (size_t i = 0; i < composed->n; i++) {
        const struct part *part = &composed->part[i];

        total += part->weight->weight;
        known += is_null(part->raw) && !part->weight->missing_zero ? 0 : part->weight->weight;
    }
    return total > 0 ? known / total : 0;
}

/* How much is known is said of every row, the score of listed ones alone. */
void score_portfolios(const struct np_evaluation *run, struct holdings *all)
{
    gather_peers(run, all);
    for (size_t i = 0; i < all->nrows; i++) {
        struct portfolio *p = all->rows[i];
        struct composed composed;

        compose_portfolio(run, all, p, &composed);
        p->coverage = p->listed ? composed.coverage : weight_known(&composed);
        if (p->listed)
            p->score = composed.value;
    }
    rank_all(run, all);
}

static void say_conditions(const struct np_evaluation *run, const struct portfolio *p,
                           struct np_buf *b)
{
    if (p->h.active < run->scoring->portfolio_min)
        note(b, "active families %g of %g", p->h.active, run->scoring->portfolio_min);
    if (!(p->h.core >= 1))
        note(b, p->h.hv_families > 0 ? "no core family" : "no core family: no family has a score");
    if (isnan(p->h.claim_types))
        note(b, "types of claims unknown");
    else if (p->h.claim_types < CLAIM_TYPES_MIN)
        note(b, "types of claims %g of %d", p->h.claim_types, CLAIM_TYPES_MIN);
    if (p->listed && isnan(p->score))
        note(b, "too little is known for a score");
}

void say_missing(const struct np_evaluation *run, const struct portfolio *p, struct np_buf *b)
{
    if (p->nparts)
        note(b, "split into %zu parts, each judged for itself", p->nparts);
    else if (p->joined >= 0)
        note(b, "stands in the portfolio of the consortium '%.*s'",
             NP_ARG(np_slice_sub(run->scoring->consortia.v[p->joined], 0, 200)));
    else
        say_conditions(run, p, b);
}
