/* compose.h -- filling templates; for compose.c, claims.c and standards.c. */
#ifndef WORLD_COMPOSE_H
#define WORLD_COMPOSE_H

#include "world.h"

/* Pairs in a list of at most limit. */
uint32_t text_count(const struct pair *list, uint32_t limit);
/* The template with its slots filled; another variant gives other numbers. */
void text_expand(struct np_buf *b, const struct family *f, const char *template, enum lang lang,
                 uint32_t variant);
void text_pair(struct np_buf *b, const struct family *f, struct pair pair, enum lang lang,
               uint32_t variant);
/* "the {N} has ..." */
void text_feature(struct np_buf *b, const struct family *f, uint32_t which, enum lang lang,
                  uint32_t variant);

/* A word nobody else has, and a clause of such words for the claim of that place: coined.c. */
enum { COINED_WORDS = 320 };
void coined_word(const struct family *f, uint32_t k, enum lang lang, struct np_buf *b);
void coined_clause(const struct family *f, uint32_t claim, enum lang lang, struct np_buf *b);

/* "... is measured according to GB/T ...", for families that say so; false: nothing written. */
bool text_standard(const struct family *f, bool in_claim, enum lang lang, struct np_buf *b);

#endif
