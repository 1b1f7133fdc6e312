/* namer.h -- the words of rules/legal_forms.tsv, shared by names.c and brand.c. */
#ifndef NP_NAMER_H
#define NP_NAMER_H

#include <nanopat/link.h>
#include <nanopat/map.h>

struct word {
    struct np_slice text; /* in the form of a key */
    struct np_slice becomes;
    enum np_party_kind kind;
    bool cjk;
};

/* Ordered by falling length, so that the first that fits is the longest. */
struct words {
    struct word *v;
    size_t n, cap;
};

struct np_namer {
    struct np_arena *arena;
    struct words ends;   /* off the end */
    struct words fronts; /* off the front too */
    struct words kinds;  /* stay; give the kind */
    struct words places, trades;
    struct np_map *same; /* token -> index in sames */
    struct words sames;
};

/* Upper case, NFKC, Latin letters without marks, everything but letters, digits and &@$+ a blank
 * (scoring.md, section 8, step 1). Appends to b.                                             */
void spell_key(struct np_buf *b, struct np_slice name);

/* Code points in s. */
size_t count_letters(struct np_slice s);

#endif
