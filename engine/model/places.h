/* places.h -- private to model: the table of places as it is searched. */
#ifndef MODEL_PLACES_H
#define MODEL_PLACES_H

#include <nanopat/arena.h>
#include <nanopat/map.h>
#include <nanopat/places.h>
#include <nanopat/text.h>

struct place_spelling {
    int place;
    int next;          /* another place of the same spelling, -1 */
    bool whole;        /* 吴中区; else 吴中: no road of that name is meant */
    bool in_context;   /* counts only where the text names the place it lies in */
    struct np_slice text; /* as in the file */
};

struct np_places {
    struct np_arena *arena;
    NP_LIST(struct np_place) list;
    NP_LIST(struct place_spelling) spellings;
    struct np_map *codes;      /* code -> place */
    struct np_map *by_text;    /* folded spelling -> first of spellings */
    struct np_map *postcodes;  /* beginning -> place */
    size_t longest;            /* bytes of the longest folded spelling */
    uint64_t hash;
};

/* Small letters, one blank between words, no signs: what spellings and addresses are compared by. */
void place_fold(struct np_buf *b, struct np_slice s);

#endif
