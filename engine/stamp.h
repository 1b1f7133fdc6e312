/* stamp.h -- what a score run was made from, in one number. */
#ifndef ENGINE_STAMP_H
#define ENGINE_STAMP_H

#include <nanopat/score.h>

/* Of all tables of the rules folder, the settings and the day of the run, the rules by which the
 * store's documents were classified, and what this program computes. The content of the store is
 * not in it: what changes that withdraws the stamp (NP_META_SCORED).                             */
enum np_status stamp_of_run(struct np_store *store, const struct np_score_options *options,
                            uint64_t *stamp, struct np_err *err);

#endif
