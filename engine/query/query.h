/* query.h -- private to query: what questions and reports share. */
#ifndef QUERY_QUERY_H
#define QUERY_QUERY_H

#include <nanopat/query.h>
#include <nanopat/text.h>

/* Notes on the run behind an answer: as_of, hashes of rules and weights, as far as known. */
enum np_status np_note_run(struct np_store *store, struct np_result *result, struct np_err *err);

/* Keys of the families that a portfolio, or the parts of one that is split, hold: blanks between.
 * NP_FAIL: no scores yet.                                                                       */
enum np_status families_of_portfolio(struct np_store *store, struct np_slice portfolio,
                                     struct np_arena *arena, struct np_slice *keys,
                                     struct np_err *err);

/* The same of an owner: what its portfolios hold, which is every family of its in a subfield. */
enum np_status families_of_owner(struct np_store *store, struct np_slice owner, struct np_arena *arena,
                                 struct np_slice *keys, struct np_err *err);

/* frame.c: the frame of GB/T 42748-2023 of one family. */
extern const struct np_column np_frame_columns[];
enum np_status np_frame_make(struct np_store *store, const struct np_condition *conditions,
                             size_t n, struct np_result *result, struct np_err *err);

/* profile.c: families that conditions on `families` choose, by year of filing, years left, market. */
extern const struct np_column np_filing_year_columns[], np_year_left_columns[], np_market_status_columns[];
enum np_status np_filing_years_make(struct np_store *store, const struct np_condition *conditions, size_t n,
                                    struct np_result *result, struct np_err *err);
enum np_status np_years_left_make(struct np_store *store, const struct np_condition *conditions, size_t n,
                                  struct np_result *result, struct np_err *err);
enum np_status np_market_states_make(struct np_store *store, const struct np_condition *conditions, size_t n,
                                     struct np_result *result, struct np_err *err);

/* Does a row in memory meet the condition? As the store would say. */
bool row_meets(const struct np_result *result, const struct np_cell *row,
                     const struct np_condition *condition);

/* A city or district in any spelling becomes its name or code (ask_place.c); what no row of v_places
 * says stays part of a name. The condition's texts live in the arena.                            */
enum np_status np_translate_place(struct np_store *store, struct np_arena *arena,
                                  struct np_condition *condition, struct np_err *err);

#endif
