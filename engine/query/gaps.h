/* gaps.h -- private to query: what the data behind a list does not say. */
#ifndef QUERY_GAPS_H
#define QUERY_GAPS_H

#include <nanopat/query.h>

/* Notes on a result: how many of the scored families have claims, citations and a status in the
 * data. A warning (few_...) below known_min of the rules
 * (scoring.md, section 10: three numbers before any ranking).                                   */
enum np_status np_note_coverage(struct np_store *store, struct np_result *result,
                                struct np_err *err);

/* What would supply a number that is not known: a word of words.h, and the command or "". */
void np_supply_of(struct np_slice item, const char **word, const char **command);

/* A sheet for a list of enterprises: columns without a value, families without claims, citations,
 * status. A row for each enterprise of the list, in its order.                                   */
enum np_status np_gaps_of_enterprises(struct np_store *store, const struct np_result *first,
                                      struct np_result **result, struct np_err *err);

/* Subjects of a column as people read them: rows in the order of the list, keys as its names. `places`:
 * keys of the list to its rows.                                                                  */
struct np_map;
enum np_status np_name_subjects(struct np_store *store, struct np_result *result, const char *column,
                                const struct np_result *list, const struct np_map *places, bool zh,
                                struct np_err *err);
/* "ENTERPRISE|1.8" belongs to "ENTERPRISE"; a key may itself hold the sign: the last one counts. */
struct np_slice np_owner_of(struct np_slice key);

/* cover.c: a list of enterprises in few lines, by tier, district and class, with the plan's counters;
 * our city in lines. */
enum np_status np_cover_of_list(struct np_store *store, const struct np_result *first,
                                struct np_result **result, struct np_err *err);
enum np_status np_cover_of_city(struct np_store *store, const struct np_result *first,
                                struct np_result **result, struct np_err *err);

/* Leads in few lines, what the law reminds of, and what a lead is. */
enum np_status np_cover_of_leads(struct np_store *store, const struct np_result *first,
                                 struct np_result **result, struct np_err *err);

/* Stands on every card and list of leads, in both languages (scoring.md, section 7.5). */
#define NP_LEAD_FOOTER "A later patent is not an infringement; a product may be. Lead only. / " \
                       "在后专利本身不是侵权, 产品才可能构成侵权; 仅为线索。"

#endif
