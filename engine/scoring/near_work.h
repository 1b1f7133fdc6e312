/* near_work.h -- what comparing claims with standards keeps between calls; private to near_*.c. */
#ifndef NP_NEAR_WORK_H
#define NP_NEAR_WORK_H

#include "near.h"

struct histogram;

struct met { double best, shall; int32_t text, shall_text; };

struct near_work {
    struct histogram **histograms; /* by target and index */
    struct near *claim;            /* of the claim at hand, by target */
    int32_t *claim_touched;
    size_t nclaim;
    struct met *met;               /* of the element at hand, by target */
    int32_t *met_touched;
    size_t nmet;
};

static inline bool of_concepts(enum near_index index)
{
    return index == NEAR_CONCEPTS || index == NEAR_KEYWORDS;
}

/* near_index.c: fills the targets, their texts and the indexes. NP_STOP if the table of terms is wrong. */
enum np_status near_index_fill(struct nearness *n, const struct np_standard_facts *facts,
                               const char *rules_folder, struct np_err *err);

/* near_rank.c */
void near_rank_count(struct nearness *n, int32_t target, enum near_index index, double bm25);
void near_rank_free(struct nearness *n);

#endif
