/* split.h -- which families of a large portfolio belong together. */
#ifndef NP_SPLIT_H
#define NP_SPLIT_H

#include "evaluation.h"

struct split { /* by place of the family in the list that was given */
    int *part;            /* from 1, in order of the parts' first families; 0: joined to no other */
    struct np_slice *why; /* the links to families before it; empty for the first of a part */
    size_t nparts, rest;  /* parts of two families or more; families of part 0 */
};

/* Families ascending. The lists live in the arena. */
void split_families(const struct np_evaluation *run, const int64_t *families, size_t n,
                    struct np_arena *arena, struct split *split);

#endif
