/* indicators_citations.c -- who cites a family, and from where (scoring.md, section 2). */
#include "evaluation.h"

#include <stdio.h>
#include <stdlib.h>

enum { CLASS_LENGTH = 4, LISTED_MAX = 20 };

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
        const struct np_fact_link *link = &run->facts->links.v[f->cited_by.v[i]];

        if (link->date < f->first_publication || link->date > to)
            continue;
        inside++;
        with_category += link->strongest != 0;
        if (!counts(link, who))
            continue;
        if (++count <= LISTED_MAX)
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

static struct np_slice ipc4(struct np_slice symbol)
{
    return np_slice_sub(symbol, 0, CLASS_LENGTH);
}

static void add_share(struct np_map *classes, double *shares, struct np_slice class_, double share)
{
    int64_t *at = np_map_put(classes, class_, (int64_t)np_map_count(classes));

    shares[*at] += share;
}

static const struct np_symbols *citing_symbols(const struct np_evaluation *run,
                                               const struct np_fact_family *f, size_t i)
{
    return &family_at(run, run->facts->links.v[f->cited_by.v[i]].citing)->symbols;
}

static size_t count_symbols(const struct np_evaluation *run, const struct np_fact_family *f)
{
    size_t n = 0;

    for (size_t i = 0; i < f->cited_by.n; i++)
        n += citing_symbols(run, f, i)->n;
    return n;
}

/* G = 1 - SUM_j ((1/N) SUM_i T_ij/T_i)^2, or with one class per citing family. */
static struct np_value generality(const struct np_evaluation *run, int64_t family, bool first_only,
                                  double *citing, struct np_buf *inputs)
{
    const struct np_fact_family *f = family_at(run, family);
    double *shares = np_calloc(count_symbols(run, f) + 1, sizeof *shares), sum = 0;
    struct np_map *classes = np_map_new();

    *citing = 0;
    for (size_t i = 0; i < f->cited_by.n; i++) {
        const struct np_symbols *s = citing_symbols(run, f, i);
        size_t n = first_only && s->n ? 1 : s->n;

        for (size_t k = 0; k < n; k++)
            add_share(classes, shares, ipc4(s->v[k]), 1.0 / (double)n);
        *citing += n > 0;
    }
    for (size_t i = 0; i < np_map_count(classes); i++) {
        note(inputs, "%.*s %.6f", NP_ARG(np_map_key(classes, i)), shares[i] / *citing);
        sum += shares[i] / *citing * (shares[i] / *citing);
    }
    note(inputs, "%.0f citing families", *citing);
    np_map_free(classes);
    free(shares);
    if (!*citing)
        return null_of(NP_NOT_APPLICABLE);
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

static double office_weight(const struct np_evaluation *run, struct np_slice office)
{
    const int64_t *at = np_map_get(run->office_weights, office);

    return at ? run->weights.v[*at] : 1;
}

/* Each citing family once, with its highest office weight (Ernst & Omland 2011). */
INDICATOR(indicator_c_star)
{
    const struct np_fact_family *f = family_at(run, family);
    double sum = 0;

    for (size_t i = 0; i < f->cited_by.n; i++) {
        const struct np_fact_link *link = &run->facts->links.v[f->cited_by.v[i]];
        struct np_slice best_office = NP_EMPTY;
        double best = 0;

        for (size_t k = 0; k < link->offices.n; k++) {
            double weight = office_weight(run, link->offices.v[k]);

            if (weight > best || !best_office.n) {
                best = weight;
                best_office = link->offices.v[k];
            }
        }
        sum += best;
        if (i < LISTED_MAX)
            note(inputs, "%.*s %.*s %.6f", NP_ARG(family_at(run, link->citing)->key),
                 NP_ARG(best_office), best);
    }
    if (f->cited_by.n > LISTED_MAX)
        note(inputs, "and %zu more", f->cited_by.n - LISTED_MAX);
    return value_of(sum);
}

INDICATOR(indicator_tech_relevance)
{
    struct np_value own = column_value(run, find_column(NP_S("c_star")), family);
    const struct state *state = &run->states[family];
    const int64_t *at;
    char key[32];
    double mean;

    if (!state->field || !state->publication_year || is_null(own))
        return null_of(NP_NO_DATA);
    snprintf(key, sizeof key, "%d %d", state->field, state->publication_year);
    at = np_map_get(run->peers, np_slice_of(key));
    if (!at)
        return null_of(NP_NO_DATA);
    mean = run->peer.v[*at].sum / run->peer.v[*at].n;
    note(inputs, "c_star %.6f / mean %.6f of %.0f peers in field %d, %d", own.value, mean,
         run->peer.v[*at].n, state->field, state->publication_year);
    return mean > 0 ? value_of(own.value / mean) : null_of(NP_NOT_APPLICABLE);
}
