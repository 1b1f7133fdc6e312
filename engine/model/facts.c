/* facts.c -- the life of the facts: one arena, with the struct itself in it, and a few blocks. */
#include <nanopat/gathered.h>

#include <stdlib.h>

struct np_facts *np_facts_new(void)
{
    struct np_arena *arena = np_arena_new();
    struct np_facts *facts = np_arena_zalloc(arena, sizeof *facts);

    facts->arena = arena;
    return facts;
}

void np_facts_free(struct np_facts *facts)
{
    if (!facts)
        return;
    np_gathered_free(facts->gathered);
    for (size_t i = 0; i < facts->nblocks; i++)
        free(facts->blocks[i]);
    free(facts->light);
    free(facts->links.v);
    np_arena_free(facts->arena);
}

void np_facts_keep(struct np_facts *facts, void *block)
{
    if (facts->nblocks == NP_FACT_BLOCKS)
        np_panic("more than %d blocks of facts", NP_FACT_BLOCKS);
    facts->blocks[facts->nblocks++] = block;
}

void *np_facts_block(struct np_facts *facts, size_t size_bytes)
{
    void *block = np_malloc(size_bytes);

    np_facts_keep(facts, block);
    return block;
}
