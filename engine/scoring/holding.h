/* holding.h -- what is measured of a set of families: a portfolio, an enterprise. */
#ifndef NP_HOLDING_H
#define NP_HOLDING_H

#include "evaluation.h"

/* All numbers are real, NaN where unknown, so that one table can name them. Counts are whole
 * unless they say fractional.                                                               */
struct holding {
    double families, families_fractional;
    double active, active_share, granted, pending, dead, status_unknown, presumed;
    double in_force, presumed_in_force; /* of granted: a source of events speaks of it, or not */
    double dead_lapsed, dead_expired, dead_revoked, dead_refused, dead_withdrawn, dead_other;
    double pledged, licensed, preserved, transferred; /* NaN: no events of any family known */
    double pai, pai_missing, pai_per_family, mean_tr, mean_nfc, p90_hv, hv_families;
    double top10_families, top10_share, core, satellites, satellites_per_core;
    double overseas_granted, overseas_share_granted, overseas_share_pending;
    double product_claims, process_claims, use_claims, apparatus_claims, claim_types, structure;
    double remaining_0_3, remaining_3_7, remaining_7_12, remaining_12_more, cliff_share,
        life_weighted;
    double h_index, self_citation_rate, copatent_share, univ_families, univ_share, ipc4_hhi;
    double growth;
    np_date first_filing, last_filing;
};

struct portfolio {
    struct holding h; /* first: measures are found by offset */
    double rta, rsi, rank_in_city, score, coverage, rank, rank_in_subfield;
    int enterprise, subfield;
    const int64_t *families; /* ascending */
    size_t nfamilies;
    bool listed;
};

struct enterprise {
    struct holding h;
    double subfields, breadth, pai_rank_in_city, best_rta, best_rta_active, best_rta_rank_in_city,
        growth_over_field, years_since_first_filing, years_since_last_filing, portfolios_listed,
        best_score;
    int number;     /* in facts */
    int class_;     /* subfield with the most fractional active families, -1 */
    int best_rta_subfield;
    int tier;       /* index of the tier's first rule, -1 */
    struct np_slice city; /* empty if unknown */
    bool local;
};

struct subfield {
    double families, active, granted, enterprises, hhi, cr4, growth, local_share, foreign_share,
        entrants, mean_tr, portfolios_listed, owner_unknown;
};

/* Names of the numbers above, as in columns, weights and tier rules. */
struct measure { const char *name; size_t at; };
extern const struct measure holding_measures[], portfolio_measures[], enterprise_measures[],
    subfield_measures[]; /* end with name NULL */
const struct measure *find_measure(const struct measure *measures, struct np_slice name);
static inline double measure_value(const void *whole, const struct measure *measure)
{
    return *(const double *)((const char *)whole + measure->at);
}

void measure_holding(const struct np_evaluation *run, const int64_t *families, size_t n,
                     struct holding *h);

/* Filings per year of complete years: compound annual growth over five of them; NaN if there were
 * none in the first ("new").                                                                     */
double growth_of(const struct np_evaluation *run, const int64_t *families, size_t n);

/* Values of a portfolio's component over the listed portfolios of one field, ascending. */
struct peers { double *v; size_t n; };

/* Everything above families, computed once. */
struct holdings {
    struct np_arena *arena;
    NP_LIST(struct portfolio) portfolios;   /* by enterprise key, then subfield */
    NP_LIST(struct enterprise) enterprises; /* those with a family in scope, by key */
    struct subfield *subfields;
    struct peers **peers;                   /* by subfield, then by weight: of its field */
};

void make_portfolios(const struct np_evaluation *run, struct holdings *all);
void score_portfolios(const struct np_evaluation *run, struct holdings *all);
/* Parts of a listed portfolio's score. */
void compose_portfolio(const struct np_evaluation *run, const struct holdings *all,
                       const struct portfolio *portfolio, struct composed *out);
/* What keeps a portfolio from the list; nothing if it is listed. */
void say_missing(const struct np_evaluation *run, const struct portfolio *portfolio,
                 struct np_buf *b);

void make_enterprise_rows(const struct np_evaluation *run, struct holdings *all);
void make_subfields(const struct np_evaluation *run, struct holdings *all);

/* ---- tiers (tier.c) ---- */

/* The first tier whose rules hold: index of its first rule, -1. */
int tier_of(const struct np_scoring *scoring, const struct enterprise *e);
/* "pai_rank_in_city 3 <= 10; ...": the numbers of the tier's rules. */
void say_tier(const struct np_scoring *scoring, const struct enterprise *e, struct np_buf *b);
/* What the next higher tier lacks. */
void say_next(const struct np_scoring *scoring, const struct enterprise *e, struct np_buf *b);

/* ---- places (city.c) ---- */

/* City of an enterprise without 市; empty if unknown. */
struct np_slice city_of(const struct np_fact_enterprise *e);
/* District or county behind the city in a Chinese address; empty if none is seen. */
struct np_slice district_of(const struct np_fact_enterprise *e);
bool is_local(const struct np_scoring *scoring, const struct np_fact_enterprise *e);

#endif
