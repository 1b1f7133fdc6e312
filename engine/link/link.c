/* link.c -- np_link: the steps in their order, over publications in order of id. */
#include "parts.h"

#include <stdlib.h>

static int compare_ids(const void *left, const void *right)
{
    const struct np_fact_publication *a = left, *b = right;
    int order = np_slice_cmp(a->id, b->id);

    return order ? order : (a->key > b->key) - (a->key < b->key);
}

static void find_last_date(struct np_facts *facts)
{
    for (size_t i = 0; i < facts->publications.n; i++)
        if (facts->publications.v[i].date > facts->last_date)
            facts->last_date = facts->publications.v[i].date;
}

void np_link(struct np_facts *facts, const struct np_namer *namer, np_date as_of)
{
    if (facts->publications.n)
        qsort(facts->publications.v, facts->publications.n, sizeof *facts->publications.v,
              compare_ids);
    find_last_date(facts);
    make_families(facts, as_of ? as_of : facts->last_date);
    describe_families(facts);
    make_enterprises(facts, namer);
    give_families(facts);
    suggest_aliases(facts);
    resolve_citations(facts);
}
