/* score.h -- the second half of the road: rows to facts to scores. */
#ifndef NANOPAT_SCORE_H
#define NANOPAT_SCORE_H

#include <nanopat/err.h>
#include <nanopat/store.h>

struct np_score_summary {
    int64_t publications, families, families_in_scope, enterprises, portfolios, links;
    int64_t citations, citations_resolved;
    np_date as_of;
    bool unchanged; /* the scores that stand were made from the same; as_of is theirs, no counts */
};

struct np_score_options {
    const char *rules_folder;
    np_date as_of;               /* 0: the last date in the data */
    const char *const *settings; /* "cohort=oecd" ..., over scoring.tsv; ends with NULL; NULL: none */
    bool again;                  /* even if nothing changed since the last run */
};

/* Reads facts, links, scores, writes the run. The same store, files and settings give the same rows;
 * if nothing of these changed since the last run, that one stands. What changed is never scored
 * alone: one family more moves percentiles, ranks and shares of all others.                       */
enum np_status np_score_run(struct np_store *store, const struct np_score_options *options,
                            struct np_score_summary *summary, struct np_err *err);

#endif
