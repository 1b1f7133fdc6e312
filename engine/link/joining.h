/* joining.h -- what the reasons for joining atoms share (merges.c, codes.c). */
#ifndef NP_LINK_JOINING_H
#define NP_LINK_JOINING_H

#include "making.h"

struct refusal { int32_t one, other; };

struct joining {
    struct making *m;
    struct { struct refusal *v; size_t n, cap; } refusals;
    NP_LIST(struct np_indexes) of_key; /* atoms of a key, part of one array */
    int32_t *atoms;
};

/* Two atoms become one, and why; evidence lives in the facts' arena. False: a person refused it. */
bool join_two(struct joining *j, int32_t one, int32_t other, enum np_merge_rule rule,
              struct np_slice evidence);

struct side { const int32_t *v; size_t n; int32_t one; };

/* Atoms a row means: those of the name's key, in the city if it says one. */
struct side side_of(struct joining *j, struct np_slice name, struct np_slice city);

/* codes.c: names of one credit code. */
void follow_codes(struct joining *j);

#endif
