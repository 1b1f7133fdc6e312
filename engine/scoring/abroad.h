/* abroad.h -- markets: where a family may still be filed, and what stands there (scoring.md, section 7). */
#ifndef NP_ABROAD_H
#define NP_ABROAD_H

#include "holding.h"

enum door_kind { DOOR_UNKNOWN, DOOR_PARIS, DOOR_PCT, DOOR_SURCHARGE, DOOR_CLOSED };

/* The way into a market that is still open, and until when. */
struct door {
    enum door_kind kind;
    np_date until;   /* the last day; of a closed one too */
    np_date last;    /* with the surcharge, if there is one; else until */
    int32_t days;    /* from as_of to until: 0 is the last day, below 0 it is past */
};

const char *door_name(enum door_kind kind); /* "paris", "pct", "pct_surcharge", "closed", "unknown" */

/* Of a family without an application in the market. An international application of it leads through
 * the PCT, else its priority through the Paris Convention. Unknown: the priority has no day.     */
struct door door_of(const struct market *market, np_date priority, bool pct, enum np_type type,
                    np_date as_of);

/* What a family has in a market: the best of its rights there. */
enum standing { STANDS_NOT, STANDS_DEAD, STANDS_UNKNOWN, STANDS_PENDING, STANDS_GRANTED };
enum standing standing_in(const struct np_evaluation *run, int64_t family, struct np_slice office);

/* Group of companies of each enterprise at as_of, -1: none. The caller frees it (groups.c). */
int *groups_of_enterprises(const struct np_evaluation *run);

/* ---- rows (layout.c, tables_abroad.c) ---- */

struct row;
extern const struct np_column overseas_table[], overseas_coverage_table[], overseas_gaps_table[];
void put_layout(const struct np_evaluation *run, const struct holdings *all, struct row *row);

/* ---- rows (blocking.c) ---- */

extern const struct np_column blocks_table[], blocking_table[];
void put_blocking(const struct np_evaluation *run, const struct holdings *all, struct row *row);

#endif
