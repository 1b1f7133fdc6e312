/* shape.h -- a pattern as a tree, for what is said about it without running it.
 *
 * Only `rules check` reads patterns this way; what matches is PCRE2's word alone. What the reader
 * does not understand makes the tree vague: then nothing is claimed of it.
 */
#ifndef CLASSIFY_SHAPE_H
#define CLASSIFY_SHAPE_H

#include <nanopat/arena.h>

enum shape_kind {
    SHAPE_EMPTY,
    SHAPE_SET,    /* one character */
    SHAPE_SEQ,
    SHAPE_ALT,
    SHAPE_REPEAT, /* of the first kid */
    SHAPE_ASSERT, /* ^ $ \b: no characters */
    SHAPE_LOOK    /* lookaround: the first kid, no characters */
};

struct range { uint32_t low, high; };
/* Code points as folded text has them: no capital letters. Sorted, apart. */
struct char_set { struct range *v; size_t n, cap; };

struct shape {
    enum shape_kind kind;
    size_t at, end;      /* bytes of the pattern */
    struct char_set set;
    int min, max;        /* repeat; max -1: no end */
    bool atomic;         /* repeat, or group: no way back into it */
    NP_LIST(struct shape *) kids;
};

struct pattern_shape {
    struct shape *root;
    bool vague; /* holds what the reader does not follow: back references, conditions, lookahead */
};

/* Everything lives in the arena. */
struct pattern_shape shape_of(struct np_slice pattern, struct np_arena *arena);

bool sets_meet(const struct char_set *a, const struct char_set *b);
size_t set_size(const struct char_set *set);
/* The k-th of a few readable characters of the set. */
uint32_t set_example(const struct char_set *set, size_t k);

/* Texts that the shape finds, shortest choices first, at most `cap`. */
struct words {
    NP_LIST(struct np_slice) list;
    bool complete; /* there are no others */
};
struct words words_of(const struct shape *shape, struct np_arena *arena, size_t cap);

#endif
