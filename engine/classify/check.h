/* check.h -- what `rules check` looks for, beyond what loading refuses. */
#ifndef CLASSIFY_CHECK_H
#define CLASSIFY_CHECK_H

#include "fault.h"
#include "matcher.h"
#include "shape.h"

/* A rule's pattern as the checks see it. */
struct looked_at {
    const struct rule *rule;
    struct np_slice text;         /* lists put in */
    const struct spot *spots;     /* of each of its bytes */
    struct pattern_shape shape;
    NP_LIST(struct alternative {
        const struct shape *shape;
        struct np_slice text;
        struct words words;
        bool listed; /* stands in a list, and is looked at there */
        bool vague;  /* as in shape.h */
    }) alternatives;
    bool complete;                /* the words of its alternatives are all it finds */
};

struct checking {
    struct np_rules *rules;
    struct faults *faults;
    struct np_matcher *matcher;
    struct np_arena *arena;  /* as long as the check */
    struct looked_at *looks; /* by rule; text.n == 0: no pattern */
    struct np_rules_checked *summary;
};

/* slow.c: the repeat that can take exponential time, or NULL. */
const struct shape *slow_part(const struct shape *shape, struct np_arena *arena);
/* timing.c: runs a rule's pattern on hard texts made from it. */
void check_time(struct checking *c, const struct looked_at *look);
/* dead.c: alternatives that no text reaches; lists alone, and rules. */
void check_dead(struct checking *c);
/* overlap.c: rules that find what another finds, and rules that a veto always turns off. */
void check_overlap(struct checking *c);

/* look.c */
void look_at_rules(struct checking *c);
/* The same of pieces: a list. */
bool look_at_pieces(struct checking *c, const struct piece *pieces, size_t n,
                    struct looked_at *look);

/* part.c: a piece of a pattern alone, in folded text. */
bool part_matches(struct np_slice pattern, const struct np_slice *texts, size_t n, size_t *which);

#endif
