/* score.h -- the second half of the road: rows to facts to scores. */
#ifndef NANOPAT_SCORE_H
#define NANOPAT_SCORE_H

#include <nanopat/err.h>
#include <nanopat/store.h>

struct np_score_summary {
    int64_t publications, families, families_in_scope, enterprises, portfolios, links;
    int64_t citations, citations_resolved;
    np_date as_of;
};

struct np_score_options {
    const char *rules_folder;
    np_date as_of;               /* 0: the last date in the data */
    const char *const *settings; /* "cohort=oecd" ..., over scoring.tsv; ends with NULL; NULL: none */
};

/* Reads facts, links, scores, writes the run. The same store, files and settings give the same rows. */
enum np_status np_score_run(struct np_store *store, const struct np_score_options *options,
                            struct np_score_summary *summary, struct np_err *err);

#endif
