/* claims.c -- which claims a claim refers to, by the words of its language. */
#include "walk.h"

void np_claim_dependence(struct np_arena *arena, struct np_claim *claim, struct np_slice lang)
{
    (void)arena, (void)claim, (void)lang;
}
