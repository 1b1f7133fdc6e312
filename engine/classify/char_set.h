/* char_set.h -- making sets of characters; shape.h has what is asked of them. */
#ifndef CLASSIFY_CHAR_SET_H
#define CLASSIFY_CHAR_SET_H

#include "shape.h"

/* Capitals are added as the small letters that folding makes of them. */
void set_add(struct char_set *set, struct np_arena *arena, uint32_t low, uint32_t high);
void set_add_all(struct char_set *set, struct np_arena *arena, const struct char_set *more);
void set_take(struct char_set *set, struct np_arena *arena, uint32_t low, uint32_t high);
/* All characters but these. */
struct char_set set_without(const struct char_set *set, struct np_arena *arena);

#endif
