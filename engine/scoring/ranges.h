/* ranges.h -- numbers with units in a text, as ranges that can be compared.
 *
 *     "5-20 nm"  "5 nm to 0.02 um"  "不小于95%"  "10±2 mPa·s"  "less than 300 °C"
 *
 * A number without a unit says nothing here; what a number measures is not read.
 */
#ifndef NP_RANGES_H
#define NP_RANGES_H

#include <nanopat/arena.h>

struct range {
    double low, high;        /* in the base unit of its kind; open ends are infinite */
    int kind;                /* of quantity: length, temperature ... */
    struct np_slice text;    /* as it stands there, folded; in the arena */
};
struct ranges { NP_LIST(struct range) list; };

/* In their order; at most 32. */
void read_ranges(struct np_slice text, struct np_arena *arena, struct ranges *ranges);

/* The claim's range in the clause's: within it, partly, or not at all. */
enum range_relation { RANGE_NONE, RANGE_OUTSIDE, RANGE_OVERLAPS, RANGE_INSIDE };
enum range_relation range_relation(const struct range *claim, const struct range *clause);
const char *range_relation_name(enum range_relation relation); /* "none", "outside" ... */

/* Each range of the claim with the one of its kind that it fits best: "5-20 nm vs 1-100 nm: inside",
 * "; " between; empty if there is no pair. The worst of these relations.                          */
enum range_relation compare_ranges(const struct ranges *claim, const struct ranges *clause,
                                   struct np_arena *arena, struct np_slice *text);

#endif
