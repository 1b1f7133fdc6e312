/* indicators_citations.c -- who cites a family, and from where (scoring.md, section 2). */
#include "evaluation.h"

#include <stdio.h>
#include <stdlib.h>

enum { LISTED_MAX = 20 };

/* ---- counts within a window ---- */

enum who { ALL, NO_SELF, XY };

static bool is_xy(const struct np_fact_link *link)
{
    return link->strongest == 'X' || link->strongest == 'Y' || link->strongest == 'I';
}

static bool counts(const struct np_fact_link *link, enum who who)
{
    return who == ALL || (who == NO_SELF && !link->self) || (who == XY && is_xy(link));
}

/* Citing publication on or after our first publication, up to the same day T years later. */
static struct np_value forward(const struct np_evaluation *run, int64_t family, int years,
                               enum who who, struct np_buf *inputs)
{
    const struct np_fact_family *f = family_at(run, family);
    np_date to = np_date_add_years(f->first_publication, years);
    int count = 0, inside = 0, with_category = 0;
    struct np_value value;

    if (!f->first_publication)
        return null_of(NP_NO_DATA);
    note_date(inputs, "from", f->first_publication);
    note_date(inputs, "to", to);
    for (size_t i = 0; i < f->cited_by.n; i++) {
        const struct np_fact_link *link = &f->cited_by.v[i];

        if (link->date < f->first_publication || link->date > to)
            continue;
        inside++;
        with_category += link->strongest != 0;
        if (!counts(link, who))
            continue;
        if (++count <= LISTED_MAX && inputs)
            note(inputs, "%.*s", NP_ARG(family_at(run, link->citing)->key));
    }
    if (count > LISTED_MAX)
        note(inputs, "and %d more", count - LISTED_MAX);
    if (who == XY && inside && !with_category)
        return null_of(NP_NO_DATA);
    value = value_of(count);
    value.window_open = to > run->as_of;
    return value;
}

INDICATOR(indicator_fwd_cits5) { return forward(run, family, 5, ALL, inputs); }
INDICATOR(indicator_fwd_cits5_noself) { return forward(run, family, 5, NO_SELF, inputs); }
INDICATOR(indicator_fwd_cits5_xy) { return forward(run, family, 5, XY, inputs); }
INDICATOR(indicator_fwd_cits7) { return forward(run, family, 7, ALL, inputs); }
INDICATOR(indicator_fwd_cits7_noself) { return forward(run, family, 7, NO_SELF, inputs); }
INDICATOR(indicator_fwd_cits7_xy) { return forward(run, family, 7, XY, inputs); }

/* ---- places within the cohort ---- */

/* Top k: at least the (1-k) quantile, and above 0. */
static struct np_value top_share(const struct cohort *cohort, struct np_value cites, double k,
                                 struct np_buf *inputs)
{
    double limit = cohort_quantile(cohort, 1 - k);
    struct np_value value = value_of(cites.value >= limit && cites.value > 0);

    note(inputs, "citations %.0f; limit %.0f; cohort %s, n=%zu", cites.value, limit, cohort->key,
         cohort->n);
    value.window_open = cites.window_open;
    return value;
}

static struct np_value breakthrough(const struct np_evaluation *run, int64_t family,
                                    const char *counts, struct np_buf *inputs)
{
    int column = find_column(np_slice_of(counts));
    struct np_value cites = column_value(run, column, family);
    struct cohort cohort;

    if (is_null(cites))
        return cites;
    cohort_own(run, OECD_COHORT, column, family, &cohort);
    if ((double)cohort.n < run->scoring->breakthrough_min)
        return null_of(NP_COHORT_TOO_SMALL);
    return top_share(&cohort, cites, 0.01, inputs);
}

INDICATOR(indicator_breakthrough)
{
    return breakthrough(run, family, "fwd_cits5", inputs);
}

INDICATOR(indicator_breakthrough_xy)
{
    return breakthrough(run, family, "fwd_cits5_xy", inputs);
}

static struct np_value top_of_cohort(const struct np_evaluation *run, int64_t family, double k,
                                     struct np_buf *inputs)
{
    int column = find_column(NP_S("fwd_cits5"));
    struct np_value cites = column_value(run, column, family);
    struct cohort cohort;

    if (is_null(cites))
        return cites;
    if (!cohort_find(run, cohort_default(run), column, family, &cohort))
        return null_of(NP_COHORT_TOO_SMALL);
    return top_share(&cohort, cites, k, inputs);
}

INDICATOR(indicator_top1) { return top_of_cohort(run, family, 0.01, inputs); }
INDICATOR(indicator_top10) { return top_of_cohort(run, family, 0.10, inputs); }

INDICATOR(indicator_nfc)
{
    int column = find_column(NP_S("fwd_cits5"));
    struct np_value cites = column_value(run, column, family), value;
    struct cohort cohort;
    double mean;

    if (is_null(cites))
        return cites;
    if (!cohort_find(run, cohort_default(run), column, family, &cohort))
        return null_of(NP_COHORT_TOO_SMALL);
    mean = cohort_mean(&cohort);
    note(inputs, "fwd_cits5 %.0f / mean %.6f of cohort %s, n=%zu", cites.value, mean, cohort.key,
         cohort.n);
    if (mean <= 0)
        return null_of(NP_NOT_APPLICABLE);
    value = value_of(cites.value / mean);
    value.window_open = cites.window_open;
    return value;
}

/* ---- generality ---- */

static const struct np_indexes *citing_symbols(const struct np_evaluation *run,
                                               const struct np_fact_family *f, size_t i)
{
    return &family_at(run, f->cited_by.v[i].citing)->symbols;
}

static void note_shares(const struct np_evaluation *run, double citing, struct np_buf *inputs)
{
    const struct class_sums *sums = run->sums;

    for (size_t i = 0; inputs && i < sums->n; i++)
        note(inputs, "%.*s %.6f", NP_ARG(class_name(run, sums->seen[i])),
             sums->share[sums->seen[i]] / citing);
    note(inputs, "%.0f citing families", citing);
}

/* G = 1 - SUM_j ((1/N) SUM_i T_ij/T_i)^2, or with one class per citing family. */
static struct np_value generality(const struct np_evaluation *run, int64_t family, bool first_only,
                                  double *citing, struct np_buf *inputs)
{
    const struct np_fact_family *f = family_at(run, family);
    struct class_sums *sums = run->sums;
    double sum = 0;

    *citing = 0;
    for (size_t i = 0; i < f->cited_by.n; i++)
        __builtin_prefetch(&family_at(run, f->cited_by.v[i].citing)->symbols);
    for (size_t i = 0; i < f->cited_by.n; i++)
        __builtin_prefetch(citing_symbols(run, f, i)->v);
    for (size_t i = 0; i < f->cited_by.n; i++) {
        const struct np_indexes *s = citing_symbols(run, f, i);
        size_t n = first_only && s->n ? 1 : s->n;

        for (size_t k = 0; k < n; k++)
            sums_add(sums, run->facts->classes.v[s->v[k]], 1.0 / (double)n);
        *citing += n > 0;
    }
    for (size_t i = 0; i < sums->n; i++) {
        double share = sums->share[sums->seen[i]] / *citing;

        sum += share * share;
    }
    note_shares(run, *citing, inputs);
    sums_reset(sums);
    if (!*citing) /* nobody cites, or nothing is known of those that do */
        return null_of(f->cited_by.n ? NP_NO_DATA : NP_NOT_APPLICABLE);
    return value_of(sum > 1 ? 0 : 1 - sum); /* one class: exactly 0, not -1e-16 */
}

INDICATOR(indicator_generality)
{
    double citing;

    return generality(run, family, false, &citing, inputs);
}

INDICATOR(indicator_generality_hjt)
{
    double citing;

    return generality(run, family, true, &citing, inputs);
}

INDICATOR(indicator_generality_hjt_corr)
{
    double citing;
    struct np_value g = generality(run, family, true, &citing, inputs);

    if (is_null(g))
        return g;
    return citing < 2 ? null_of(NP_NOT_APPLICABLE) : value_of(g.value * citing / (citing - 1));
}

/* ---- weighted citations ---- */

/* Each citing family once, with its highest office weight (Ernst & Omland 2011). */
static double weighted_citations(const struct np_evaluation *run, int64_t family, enum who who,
                                 struct np_buf *inputs)
{
    const struct np_fact_family *f = family_at(run, family);
    double sum = 0;
    int count = 0;

    for (size_t i = 0; i < f->cited_by.n; i++) {
        const struct np_fact_link *link = &f->cited_by.v[i];
        const struct office_set *best = &run->office_sets[link->offices];

        if (!counts(link, who))
            continue;
        sum += best->weight;
        if (++count <= LISTED_MAX && inputs)
            note(inputs, "%.*s %.*s %.6f", NP_ARG(family_at(run, link->citing)->key),
                 NP_ARG(best->office), best->weight);
    }
    if (count > LISTED_MAX)
        note(inputs, "and %d more", count - LISTED_MAX);
    return sum;
}

INDICATOR(indicator_c_star) { return value_of(weighted_citations(run, family, ALL, inputs)); }
INDICATOR(indicator_c_star_noself)
{
    return value_of(weighted_citations(run, family, NO_SELF, inputs));
}

void sum_peers(struct np_evaluation *run)
{
    int column = find_column(NP_S("c_star"));

    run->peers = np_calloc((FIELDS + 1) * PEER_YEARS, sizeof *run->peers);
    for (size_t f = 0; f < run->facts->families.n; f++) {
        struct np_value c = column_value(run, column, (int64_t)f);
        struct peer_sum *peers = peer_sum_of(run, (int64_t)f);

        if (is_null(c) || !peers)
            continue;
        peers->sum += c.value;
        peers->sum_noself += weighted_citations(run, (int64_t)f, NO_SELF, NULL);
        peers->n++;
    }
}

struct peer_sum *peer_sum_of(const struct np_evaluation *run, int64_t family)
{
    const struct state *state = &run->states[family];

    if (!state->field || state->publication_year < 0 || state->publication_year >= PEER_YEARS)
        return NULL;
    return &run->peers[state->field * PEER_YEARS + state->publication_year];
}

static struct np_value relevance(const struct np_evaluation *run, int64_t family, enum who who,
                                 struct np_buf *inputs)
{
    const struct state *state = &run->states[family];
    const struct peer_sum *peers = peer_sum_of(run, family);
    double own, mean;

    if (!state->field || !state->publication_year || !peers || !(peers->n > 0))
        return null_of(NP_NO_DATA);
    own = weighted_citations(run, family, who, NULL);
    mean = (who == ALL ? peers->sum : peers->sum_noself) / peers->n;
    note(inputs, "%s %.6f / mean %.6f of %.0f peers in field %d, %d",
         who == ALL ? "c_star" : "c_star_noself", own, mean, peers->n, state->field,
         state->publication_year);
    return mean > 0 ? value_of(own / mean) : null_of(NP_NOT_APPLICABLE);
}

INDICATOR(indicator_tech_relevance) { return relevance(run, family, ALL, inputs); }
INDICATOR(indicator_tech_relevance_noself) { return relevance(run, family, NO_SELF, inputs); }
