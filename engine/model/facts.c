/* facts.c -- the life of the facts: one arena, with the struct itself in it. */
#include <nanopat/facts.h>

struct np_facts *np_facts_new(void)
{
    struct np_arena *arena = np_arena_new();
    struct np_facts *facts = np_arena_zalloc(arena, sizeof *facts);

    facts->arena = arena;
    return facts;
}

void np_facts_free(struct np_facts *facts)
{
    if (facts)
        np_arena_free(facts->arena);
}
