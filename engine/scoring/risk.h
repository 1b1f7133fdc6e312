/* risk.h -- what lists of risks, leads and alerts have in common. */
#ifndef NP_RISK_H
#define NP_RISK_H

#include "overlap.h"

/* Who is one side: an enterprise and the members of its group. */
bool is_same_side(const int *groups, int one, int other);
/* Has the family an owner of the enterprise's side? */
bool is_of_side(const struct np_evaluation *run, const int *groups, int enterprise, int64_t family);
bool share_subfield(const struct np_evaluation *run, int64_t one, int64_t other);

static inline bool is_blocking(const struct np_fact_link *link)
{
    return link->strongest == 'X' || link->strongest == 'Y' || link->strongest == 'I';
}

/* The best right of a family in a market; NULL: it has none. Good until rights_of is asked again. */
const struct right *right_in(const struct np_evaluation *run, int64_t family, struct np_slice office);

/* Suits that an enterprise brought in the five years before as_of, by imported lists. NULL: no list.
 * By enterprise; the caller frees it.                                                            */
double *count_suits(const struct np_evaluation *run);

struct row;
void row_owners(const struct np_evaluation *run, struct row *row, int64_t family, const char *names,
                const char *countries);

extern const struct np_column risks_table[], risk_markets_table[], leads_table[], alerts_table[];
void put_risks(const struct np_evaluation *run, const struct holdings *all,
               const struct overlaps *overlaps, struct row *row);
void put_leads(const struct np_evaluation *run, const struct holdings *all,
               const struct overlaps *overlaps, struct row *row);

/* alerts.c */
void put_alerts(const struct np_evaluation *run, const struct holdings *all,
                const struct overlaps *overlaps, struct row *row);

#endif
