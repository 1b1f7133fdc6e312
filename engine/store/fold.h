/* fold.h -- from dated statements to the current picture of one publication. No SQL.
 *
 *   statements of all sources -> withdrawn ones off -> per aspect in order of trust,
 *   then of date -> picture
 *
 * The result depends on the set of statements alone, never on their order.
 */
#ifndef NANOPAT_STORE_FOLD_H
#define NANOPAT_STORE_FOLD_H

#include <nanopat/claim_facts.h>
#include <nanopat/record.h>
#include <nanopat/store.h>

/* One statement as stored. Borrows everything. */
struct np_said {
    int source, parts;
    int64_t facet; /* which events, if it speaks of events alone; else 0 */
    np_date date;  /* when the source said it */
    int sequence; /* within that day */
    int64_t hash;
    enum np_action action;
    bool light;
    struct np_claim_facts claims;
    int npl_count; /* -1: does not speak of citations */
    int inventors;
    const struct np_record *record;
    const struct np_evidence_row *evidence;
    size_t nevidence;
};

/* The statement that a record makes; `light` and evidence are the caller's. */
struct np_said np_said_of(const struct np_record *record);

/* Order in time: by date, sequence, and for words of the same moment by hash. */
int np_said_order(const struct np_said *a, const struct np_said *b);

struct np_picture {
    struct np_record record;
    bool exists; /* false: withdrawn by all, or only events are known of it */
    bool light, has_citations, has_claims;
    int npl_count; /* -1 unknown */
    int inventors;
    struct np_claim_facts claims;
    int64_t sources; /* bits 1 << source */
    const struct np_said *texts;   /* whose texts come first; NULL if nothing is left */
    const struct np_evidence_row *evidence;
    size_t nevidence;
};

/* Lists are made in the arena or borrowed from the statements. */
void np_fold(const struct np_said *said, size_t n, struct np_arena *arena,
             struct np_picture *picture);

#endif
