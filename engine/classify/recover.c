/* recover.c -- reading on past a fault: each mistake is told once, not once per rule behind it. */
#include "rulefile.h"

#include <math.h>

static bool begins_with(const struct statement *s, const char *word)
{
    return s->words.n && np_slice_is(s->words.v[0].text, word);
}

static void doubt(struct np_rules *rules, const struct block *block)
{
    for (size_t i = 0; i < block->targets.n; i++)
        rules->subfields.v[block->targets.v[i]].doubtful = true;
}

/* The rules that follow are read as if the nearest subfield had been named. */
static void guess_subfield(struct np_rules *rules, const struct statement *s, struct block *block)
{
    struct np_slice slug = s->words.n > 1 ? s->words.v[1].text : NP_EMPTY;
    int index = np_rules_find(rules, slug);
    bool known = index >= 0;

    if (!known)
        index = np_rules_find(rules, np_slice_of(nearest_subfield(rules, slug)));
    *block = (struct block){ .rule = RULE_LOST };
    *np_list_add(rules->arena, &block->targets) = index;
    if (known && isnan(rules->subfields.v[index].threshold))
        rules->subfields.v[index].threshold = 1;
}

static void guess_every(struct np_rules *rules, struct block *block)
{
    *block = (struct block){ .rule = RULE_LOST, .general = true };
    for (size_t i = 0; i < rules->subfields.n; i++)
        *np_list_add(rules->arena, &block->targets) = (int)i;
}

static void guess_list(struct np_rules *rules, const struct statement *s, struct np_slice name,
                       const struct piece *pieces, size_t n)
{
    struct list_def list = { .name = name, .spot = s->spot, .n = n };

    if (np_map_get(rules->list_by_name, name) || np_map_get(rules->size_by_name, name))
        return;
    list.pieces = np_arena_alloc(rules->arena, n * sizeof *list.pieces);
    memcpy(list.pieces, pieces, n * sizeof *list.pieces);
    np_map_put(rules->list_by_name, name, (int64_t)rules->lists.n);
    *np_list_add(rules->arena, &rules->lists) = list;
}

/* A name that is used elsewhere stays known. */
static void guess_definition(struct np_rules *rules, const struct statement *s)
{
    struct np_slice name = s->words.n > 1 ? s->words.v[1].text : NP_EMPTY;
    struct piece stand_in = { NP_S("x"), s->spot };

    if (begins_with(s, "weights")) {
        struct weight_set *set = np_list_add(rules->arena, &rules->weight_sets);

        set->name = name;
        for (int i = 0; i < WHERE_COUNT; i++)
            set->weight[i] = 1;
    }
    if (begins_with(s, "size"))
        guess_list(rules, s, name, &stand_in, 1);
    if (begins_with(s, "list") && s->pieces.n)
        guess_list(rules, s, name, s->pieces.v, s->pieces.n);
}

static bool is_sample(const struct statement *s)
{
    return s->words.n && np_slice_ends(s->words.v[0].text, ":");
}

void recover(struct np_rules *rules, struct reader *reader, const struct statement *s,
             struct block *block, bool definitions)
{
    skip_continuations(reader);
    if (definitions) {
        guess_definition(rules, s);
        return;
    }
    if (is_sample(s))
        return;
    if (begins_with(s, "subfield"))
        guess_subfield(rules, s, block);
    else if (begins_with(s, "every"))
        guess_every(rules, block);
    block->rule = RULE_LOST;
    doubt(rules, block);
}
