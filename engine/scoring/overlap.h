/* overlap.h -- which families of others stand near ours by their claims (scoring.md, sections 7.3, 7.5). */
#ifndef NP_OVERLAP_H
#define NP_OVERLAP_H

#include "abroad.h"

/* Two families of one subfield. */
struct overlap {
    int64_t ours, other;
    double value;     /* 0..1: cosine of claims; Jaccard of full symbols where claims cannot be compared */
    bool by_symbols;
};

struct overlaps {
    struct overlap *v;  /* by ours, then other; each pair once */
    size_t n, cap;
    uint32_t *cut;      /* by scope index: pairs left out, because there were more than near_most */
};

/* Is it a market whose rights we mind: China or a target? */
bool is_minded(const struct market *market);

/* Families of enterprises of our city with all families of the subfield that are alive in a market that we
 * mind, from an overlap of near_min on. Never all pairs: they meet through the words of their claims,
 * and through full symbols (near_symbols of them) where one has no claims or another language.   */
void find_overlaps(const struct np_evaluation *run, struct overlaps *overlaps);
void overlaps_release(struct overlaps *overlaps);

/* By scope index: will words of its claims be asked for? NULL: none will. */
bool *mark_overlapping(const struct np_evaluation *run, struct np_arena *arena);

/* Of any two families; NaN where neither claims nor symbols can be compared, 0 where they share fewer than
 * near_symbols. Of claims in two languages the nearer ones count.                                    */
double overlap_between(const struct np_evaluation *run, int64_t one, int64_t other, bool *by_symbols);

/* The words that both claims have, or the symbols, those that weigh most first; at most eight. */
void say_overlap(const struct np_evaluation *run, int64_t one, int64_t other, struct np_buf *b);

double overlaps_left_out(const struct np_evaluation *run, const struct overlaps *overlaps,
                         int64_t ours);

/* Pairs of a family of ours. */
const struct overlap *overlaps_of(const struct overlaps *overlaps, int64_t ours, size_t *n);

#endif
