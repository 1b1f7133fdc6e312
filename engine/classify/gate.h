/* gate.h -- the literals of all patterns, and which patterns they open.
 *
 *     pattern --gate.c--> needs, by branch; their literals in one set
 *             --trigger.c--> which literals wake which branch
 *     text    --literal.c--> which literals it holds, in one walk
 *             --trigger.c--> the patterns that may match it
 */
#ifndef CLASSIFY_GATE_H
#define CLASSIFY_GATE_H

#include <nanopat/arena.h>
#include <nanopat/buf.h>
#include <nanopat/map.h>

/* A node that rules nothing out is no node: a branch without needs makes its `any` NULL. */
enum gate_kind { GATE_LITERAL, GATE_ALL, GATE_ANY };

struct gate {
    enum gate_kind kind;
    int literal;
    NP_LIST(struct gate *) kids; /* all, any */
};

/* A branch of a pattern that is worth looking at when the literal is there. */
struct trigger {
    int pattern; /* an arm's number */
    const struct gate *branch;
};

/* Found by one window of its bytes, the one fewest other literals have. */
struct literal {
    struct np_slice text;
    size_t window_at;
    NP_LIST(struct trigger) triggers;
};

/* Windows of 8 bytes, of 6, 4, 3 and 2 where the literal is shorter. */
enum window { WINDOW_8, WINDOW_6, WINDOW_4, WINDOW_3, WINDOW_2, WINDOW_COUNT };

/* What a text's window is compared with before its literal is touched. */
struct slot_entry {
    uint64_t window;
    int literal;
    int next; /* of the same slot; -1: none */
};

struct literals {
    struct np_arena *arena;
    struct np_map *by_text;
    struct { struct literal *v; size_t n, cap; } v;
    struct slot_entry *entries;   /* by literal */
    /* By the first bits of a hash; about one literal in 8 to 16 bits, and in one to two slots:
     * most texts are short, so what counts is how little of the tables they touch.          */
    unsigned bits[WINDOW_COUNT];  /* of the bitmap; three fewer for the slots */
    int *slot[WINDOW_COUNT];      /* the first entry, or -1 */
    uint32_t *used[WINDOW_COUNT]; /* a bit each */
};

/* What one text holds. */
struct found_literals {
    bool *seen; /* by literal */
    int *list;
    size_t n;
};

/* literal.c */
struct literals *literals_new(void);
void literals_free(struct literals *literals);
/* Its number; the text is copied. */
int add_literal(struct literals *literals, struct np_slice text);
/* After the last add_literal: makes the table that find_literals looks into. */
void index_literals(struct literals *literals);
struct found_literals *found_literals_new(const struct literals *literals);
void found_literals_free(struct found_literals *found);
/* Forgets what was found before. */
void find_literals(const struct literals *literals, struct np_slice text,
                   struct found_literals *found);

static inline bool bit_at(const uint32_t *bits, size_t i) { return bits[i >> 5] >> (i & 31) & 1; }
static inline void set_bit(uint32_t *bits, size_t i) { bits[i >> 5] |= UINT32_C(1) << (i & 31); }

/* gate.c */
/* Can the pattern be cut at its bars: no groups referred to, no options, no recursion? */
bool is_understood(struct literals *literals, struct np_slice pattern);
/* A pattern's needs, an `any` of its branches; NULL if it may match without any literal. */
const struct gate *read_gate(struct literals *literals, struct np_slice pattern);

/* trigger.c */
/* Adds the pattern's literals and triggers; false if nothing can be said of it: it runs always. */
bool build_gate(struct literals *literals, struct np_slice pattern, int index);
/* Sets the bits of the patterns that the literals found open. */
void open_patterns(const struct literals *literals, const struct found_literals *found,
                   uint32_t *open);

#endif
