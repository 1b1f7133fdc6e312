/* size.h -- lengths with bounds and words, as patterns name them. */
#ifndef CLASSIFY_SIZE_H
#define CLASSIFY_SIZE_H

#include "rules.h"

#define SIZES_MAX 250 /* callouts are numbered in a byte */

/* After all lists are known: compiles what the sizes look for. */
enum np_status build_sizes(struct np_rules *rules, struct np_err *err);

/* What matching needs while another match is under way. */
struct size_ground {
    const struct np_rules *rules;
    void *match_data, *context; /* PCRE2's */
};

/* Does the quantity whose unit ends about `at` satisfy the size? 1, 0, or an error of PCRE2. */
int size_holds(struct size_ground *ground, const struct size *size, struct np_slice text,
               size_t at);

#endif
