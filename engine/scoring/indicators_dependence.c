/* indicators_dependence.c -- what stands before a family by its own search reports: citations of
 * category X, Y or I (scoring.md, sections 4.3 and 7.2).
 */
#include "evaluation.h"

#include <nanopat/map.h>

#include <stdio.h>

enum { NAMED_MAX = 20 };

static bool is_before(char category)
{
    return category == 'X' || category == 'Y' || category == 'I';
}

/* Documents outside the data, each once however many members' reports name it. */
static int count_outside(const struct np_evaluation *run, const struct np_fact_family *f,
                         bool *has_category)
{
    struct np_map *seen = np_map_new();
    int count;

    for (size_t i = 0; i < f->members.n; i++) {
        const struct np_fact_publication *p = publication_at(run, f->members.v[i]);

        for (size_t k = 0; k < p->citations.n; k++) {
            const struct np_fact_citation *c = &p->citations.v[k];
            char key[80];
            int n = snprintf(key, sizeof key, "%.*s%.*s", NP_ARG(c->cited.office),
                             NP_ARG(np_slice_sub(c->cited.number, 0, 60)));

            *has_category = *has_category || c->has_category;
            if (c->cited_publication < 0 && is_before(c->strongest))
                np_map_put(seen, (struct np_slice){ key, (size_t)n }, 1);
        }
    }
    count = (int)np_map_count(seen);
    np_map_free(seen);
    return count;
}

static const struct np_fact_link *link_at(const struct np_evaluation *run,
                                          const struct np_fact_family *f, size_t i)
{
    return &run->facts->links.v[f->cites.v[i]];
}

INDICATOR(indicator_bwd_cits_xy)
{
    const struct np_fact_family *f = family_at(run, family);
    struct np_value cited = indicator_bwd_cits(run, family, NULL);
    bool has_category = false;
    int inside = 0, outside = count_outside(run, f, &has_category);

    for (size_t i = 0; i < f->cites.n; i++) {
        has_category = has_category || link_at(run, f, i)->strongest != 0;
        inside += is_before((char)link_at(run, f, i)->strongest);
    }
    if (is_null(cited) || (cited.value > 0 && !has_category))
        return null_of(NP_NO_DATA);
    note(inputs, "%d families in the data; %d documents outside", inside, outside);
    return value_of(inside + outside);
}

/* Of others, and alive: what this family may depend on. What is not in the data is not known to live. */
INDICATOR(indicator_dependence)
{
    const struct np_fact_family *f = family_at(run, family);
    struct np_value before = indicator_bwd_cits_xy(run, family, NULL);
    int count = 0, inside = 0;

    if (is_null(before))
        return before;
    for (size_t i = 0; i < f->cites.n; i++) {
        const struct np_fact_link *link = link_at(run, f, i);

        if (!is_before((char)link->strongest))
            continue;
        inside++;
        if (link->self || run->states[link->cited].status != RIGHT_IN_FORCE)
            continue;
        if (++count <= NAMED_MAX)
            note(inputs, "%.*s %s", NP_ARG(family_at(run, link->cited)->key),
                 status_name(RIGHT_IN_FORCE, run->states[link->cited].presumed));
    }
    if (count > NAMED_MAX)
        note(inputs, "and %d more", count - NAMED_MAX);
    note(inputs, "%.0f documents outside", before.value - inside);
    return before.value > 0 && !inside ? null_of(NP_NO_DATA) : value_of(count);
}
