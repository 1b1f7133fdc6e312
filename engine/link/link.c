/* link.c -- np_link: the steps in their order, over publications in order of id. */
#include "parts.h"

#include <stdlib.h>

/* Whole publications that somebody put there by hand; the store gathers them as it reads. */
static void gather(struct np_facts *facts)
{
    for (size_t i = 0; i < facts->publications.n; i++)
        np_facts_gather(facts, &facts->publications.v[i]);
    for (size_t i = 0; i < facts->publications.n; i++)
        if (facts->publications.v[i].events.n) {
            struct np_fact_told *told = np_list_add(facts->arena, &facts->told);

            told->publication = (int64_t)i;
            memcpy(&told->events, &facts->publications.v[i].events, sizeof told->events);
        }
    np_facts_settle(facts);
    for (size_t i = 0; i < facts->publications.n; i++)
        facts->publications.v[i].row = facts->gathered->by_row[i];
}

/* Families in a subfield, or with legal events, are wanted whole. */
static void want(struct np_facts *facts)
{
    for (size_t f = 0; f < facts->families.n; f++) {
        const struct np_fact_family *family = &facts->families.v[f];
        bool wanted = family->hits.n > 0;

        for (size_t i = 0; i < family->members.n; i++)
            wanted = wanted || (facts->light[family->members.v[i]].bits & NP_FACT_EVENTS);
        for (size_t i = 0; wanted && i < family->members.n; i++)
            facts->light[family->members.v[i]].bits |= NP_FACT_WANTED;
    }
}

void np_link_with(struct np_facts *facts, const struct np_link_input *input)
{
    bool by_hand = !facts->gathered && facts->publications.n;
    np_date as_of;

    if (by_hand)
        gather(facts);
    if (!facts->gathered)
        return;
    as_of = input->as_of ? input->as_of : facts->last_date;
    make_families(facts, as_of);
    describe_families(facts);
    read_changes(facts, &input->changes, as_of);
    make_enterprises(facts, input->namer);
    give_families(facts);
    suggest_aliases(facts, input->namer);
    attach_library(facts, input->namer);
    resolve_citations(facts);
    want(facts);
    if (by_hand)
        np_facts_attach(facts);
}

void np_link(struct np_facts *facts, const struct np_namer *namer, np_date as_of)
{
    np_link_with(facts, &(struct np_link_input){ .namer = namer, .as_of = as_of });
}
