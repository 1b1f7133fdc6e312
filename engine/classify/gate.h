/* gate.h -- the literals of all patterns, and which patterns they open.
 *
 *     pattern --need.c--> needs, by branch
 *             --gate.c--> groups of literals that a text must hold one of, each once for all
 *                         patterns; where a match begins; which groups wake which pattern
 *     text    --literal.c--> which literals it holds, and where, in one walk
 *             --gate.c--> the patterns that may match it
 *
 * Texts are folded, so lower case is the only case (matcher.h).
 */
#ifndef CLASSIFY_GATE_H
#define CLASSIFY_GATE_H

#include "need.h"

#include <nanopat/buf.h>
#include <nanopat/map.h>

/* A node that rules nothing out is no node. */
enum gate_kind { GATE_GROUP, GATE_ALL, GATE_ANY };

struct gate {
    enum gate_kind kind;
    int group;
    NP_LIST(struct gate *) kids; /* all, any */
};

/* A pattern that is worth looking at when a literal of the group is there. */
struct trigger {
    int pattern; /* an arm's number */
    const struct gate *gate; /* NULL: the group is all it needs */
};

struct literal_group {
    NP_LIST(int) literals; /* of spellings of one place, in the order PCRE2 tries them */
    NP_LIST(struct trigger) triggers;
    bool asked; /* by a trigger */
};

/* Found by one window of its bytes, the one fewest other literals have. */
struct literal {
    struct np_slice text;
    unsigned edges; /* enum edge */
    bool begins;    /* a match may begin with it: every place counts, not the first alone */
    NP_LIST(int) groups; /* those that are asked; after index_literals */
};

/* A match begins so many bytes before the literal. */
struct lead {
    int literal;
    uint32_t least, most;
};

/* What several arms may begin with, or hold. */
struct lead_set { NP_LIST(struct lead) leads; };

/* Something a match must hold, so many bytes behind where it begins. */
struct partner {
    struct span at;
    int leads; /* a set */
};

/* What is known of a pattern (arm.c). */
struct opening {
    bool gated;    /* else it may match any text */
    int words;     /* a group: it is these literals and nothing else; -1: it is more */
    int leads;     /* the set a match begins with; -1: it may begin anywhere */
    NP_LIST(struct partner) partners; /* of a match that begins with a lead */
};

/* Windows of 6 bytes, of 4, 3 and 2 where the literal is shorter. */
enum window { WINDOW_6, WINDOW_4, WINDOW_3, WINDOW_2, WINDOW_COUNT };

/* All of a literal of up to 16 bytes: its window, its first and its last eight bytes. */
struct slot_entry {
    uint64_t window, head, head_mask, tail;
    int literal;
    uint16_t window_at, bytes;
    uint8_t edges;
    bool begins;
};

struct rarity;

struct literals {
    struct np_arena *arena;
    struct rarity *rarity;
    struct np_map *by_text, *group_by_literals, *set_by_leads;
    struct { struct literal *v; size_t n, cap; } v;
    NP_LIST(struct literal_group) groups;
    NP_LIST(struct lead_set) sets;
    /* By the first bits of a hash; about one literal in 32 to 64 bits, and in one to two slots:
     * most texts are short, so what counts is how little of the tables they touch.          */
    struct window_table {
        unsigned bits, slot_bits;
        uint32_t *used; /* a bit each */
        uint32_t *slot; /* where its entries begin; one more for the end */
        struct slot_entry *entries;
    } table[WINDOW_COUNT];
};

/* Where a literal stands; `next`: its next place, counted from 1; 0: none. */
struct literal_place {
    uint32_t at;
    uint32_t next;
};

/* From where to where something begins, if the literal that was found is of it. */
struct stretch { uint32_t from, to; };

/* The places of a set, once they were asked for. */
struct set_places {
    uint32_t text; /* found_literals.texts as it was then; else they are of another text */
    uint32_t first, n;
};

/* What one text holds. */
struct found_literals {
    struct { uint32_t first, last; } *seen; /* by literal: places, counted from 1; 0: none */
    int *list;
    size_t n;
    struct literal_place *places;
    size_t nplaces, cap_places;
    uint32_t *groups; /* a bit each: it has one of its literals */
    int *group_list;
    size_t ngroups;
    uint32_t texts; /* so many were searched */
    struct set_places *sets;
    size_t set_count;
    struct stretch *stretches;
    size_t nstretches, cap_stretches;
};

/* literal.c */
struct literals *literals_new(void);
void literals_free(struct literals *literals);
/* Its number; the text is copied. */
int add_literal(struct literals *literals, struct np_slice text, unsigned edges);
/* After the last add_literal: makes the table that find_literals looks into. */
void index_literals(struct literals *literals);
struct found_literals *found_literals_new(const struct literals *literals);
void found_literals_free(struct found_literals *found);
/* Forgets what was found before. */
void find_literals(const struct literals *literals, struct np_slice text,
                   struct found_literals *found);

/* As PCRE2's \w without UCP. */
static inline bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '_';
}

static inline bool bit_at(const uint32_t *bits, size_t i) { return bits[i >> 5] >> (i & 31) & 1; }
static inline void set_bit(uint32_t *bits, size_t i) { bits[i >> 5] |= UINT32_C(1) << (i & 31); }

/* rarity.c */
struct rarity *rarity_new(void);
void rarity_free(struct rarity *rarity);
/* Before the first pattern is read. */
void rarity_learn(struct rarity *rarity, struct np_slice text);
/* That a literal stands at a given byte of a text. */
double chance_of(const struct rarity *rarity, struct np_slice literal, unsigned edges);

/* gate.c */
/* Can the pattern be cut at its bars: no groups referred to, no options, no recursion? */
bool is_understood(struct np_slice pattern);
/* Adds the pattern's literals and triggers. */
struct opening build_gate(struct literals *literals, struct np_slice pattern, int index);
/* Sets the bits of the patterns that the literals found open, and lists them; how many. */
size_t open_patterns(const struct literals *literals, const struct found_literals *found,
                     uint32_t *open, int *list);

#endif
