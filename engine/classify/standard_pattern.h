/* standard_pattern.h -- how standards are written: one const table, and the canonical form of what
 * a row of it matches.                                                                          */
#ifndef CLASSIFY_STANDARD_PATTERN_H
#define CLASSIFY_STANDARD_PATTERN_H

#include <nanopat/arena.h>

enum { STANDARD_GROUPS = 6 };

struct standard_pattern {
    const char *name;
    const char *text; /* PCRE2, bytes; looks behind at the byte before */
    /* The canonical form of what the groups hold, in the arena; empty: it is no reference. */
    struct np_slice (*canonical)(struct np_arena *arena, const struct np_slice *group);
};
/* Of matches that overlap the longest counts, then the earlier row; ends with name NULL. */
extern const struct standard_pattern standard_patterns[];

/* How a reference begins. `tight`: only blanks, slashes and T or Z may stand before its digits;
 * else they follow within a few words.                                                         */
struct standard_head { const char *text; bool tight; };
extern const struct standard_head standard_heads[]; /* ends with text NULL */

#endif
