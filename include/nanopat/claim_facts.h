/* claim_facts.h -- what scoring needs to know of the claims, without their text.
 *
 * Light documents are stored without texts; these four numbers are taken before
 * the texts go, so that cohorts are measured the same way for all.
 */
#ifndef NANOPAT_CLAIM_FACTS_H
#define NANOPAT_CLAIM_FACTS_H

#include <nanopat/record.h>

enum np_claim_type {
    NP_CLAIM_PRODUCT = 1,
    NP_CLAIM_PROCESS = 2,
    NP_CLAIM_USE = 4,
    NP_CLAIM_APPARATUS = 8
};

struct np_claim_facts {
    int count;       /* claims; what the source states where it prints none; 0 unknown */
    int independent; /* claims that refer to no other; 0 unknown */
    int shortest;    /* length of the shortest independent claim: characters without white space and
                        punctuation if it is mostly CJK, else words; 0 unknown */
    int types;       /* np_claim_type bits of the independent claims; 0 unknown */
};

/* Looks at the claims in the document's own language, else at the first list. Cancelled
 * claims (num 0) do not count.                                                         */
struct np_claim_facts np_claim_facts_of(const struct np_record *record);

/* The type of one independent claim, by the words before its transitional phrase. */
enum np_claim_type np_claim_type_of(struct np_slice text);

/* Length of a claim as in `shortest`; a printed number before it is not counted. */
int np_claim_length(struct np_slice text);

#endif
