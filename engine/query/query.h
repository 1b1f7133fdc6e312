/* query.h -- private to query: what questions and reports share. */
#ifndef QUERY_QUERY_H
#define QUERY_QUERY_H

#include <nanopat/query.h>
#include <nanopat/text.h>

/* Notes on the run behind an answer: as_of, hashes of rules and weights, as far as known. */
enum np_status np_note_run(struct np_store *store, struct np_result *result, struct np_err *err);

#endif
