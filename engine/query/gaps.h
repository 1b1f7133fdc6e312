/* gaps.h -- private to query: what the data behind a list does not say. */
#ifndef QUERY_GAPS_H
#define QUERY_GAPS_H

#include <nanopat/query.h>

/* Notes on a result: how many of the scored families have claims, citations and a status in the
 * data. A warning below 60 % (scoring.md, section 10: three numbers before any ranking).         */
enum np_status np_note_coverage(struct np_store *store, struct np_result *result,
                                struct np_err *err);

/* A sheet for a list of enterprises: columns without a value, families without claims, citations,
 * status. A row for each enterprise of the list, in its order.                                   */
enum np_status np_gaps_of_enterprises(struct np_store *store, const struct np_result *first,
                                      struct np_result **result, struct np_err *err);

#endif
