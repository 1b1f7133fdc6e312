/* changes.c -- names that legal events tell: who was renamed, who moved, to whom a right went.
 *
 * An event names parties without a city. It means the party of its own application that has the name;
 * a new name has the place of the old one, unless the event tells the address.
 */
#include "making.h"

#include <stdlib.h>

/* ---- read ---- */

static int compare_names(const struct np_slice *a, size_t na, const struct np_slice *b, size_t nb)
{
    for (size_t i = 0; i < na && i < nb; i++) {
        int order = np_slice_cmp(a[i], b[i]);

        if (order)
            return order;
    }
    return (na > nb) - (na < nb);
}

/* The same told again, of another publication of the application, or in another delivery, is equal. */
static int compare_told(const struct np_fact_change *a, const struct np_fact_change *b)
{
    int order;

    if (a->application != b->application)
        return a->application < b->application ? -1 : 1;
    if (a->date != b->date)
        return a->date < b->date ? -1 : 1;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    order = compare_names(a->after.v, a->after.n, b->after.v, b->after.n);
    if (!order)
        order = compare_names(a->before.v, a->before.n, b->before.v, b->before.n);
    if (!order)
        order = np_slice_cmp(a->address_after, b->address_after);
    return order ? order : np_slice_cmp(a->address_before, b->address_before);
}

static int by_application(const void *left, const void *right)
{
    const struct np_fact_change *a = left, *b = right;
    int order = compare_told(a, b);

    if (!order)
        order = (a->publication > b->publication) - (a->publication < b->publication);
    return order ? order : np_slice_cmp(a->code, b->code);
}

static void drop_repeated(struct np_facts *facts)
{
    size_t kept = 0;

    if (facts->changes.n)
        qsort(facts->changes.v, facts->changes.n, sizeof *facts->changes.v, by_application);
    for (size_t i = 0; i < facts->changes.n; i++)
        if (!kept || compare_told(&facts->changes.v[kept - 1], &facts->changes.v[i]) != 0)
            facts->changes.v[kept++] = facts->changes.v[i];
    facts->changes.n = kept;
}

void read_changes(struct np_facts *facts, const struct np_change_reader *reader, np_date as_of)
{
    struct np_fact_change change;

    for (size_t i = 0; reader->read && i < facts->told.n; i++)
        for (size_t k = 0; k < facts->told.v[i].events.n; k++) {
            if (facts->light[facts->told.v[i].publication].family < 0 ||
                !reader->read(reader->ctx, &facts->told.v[i].events.v[k], facts->arena, &change) ||
                change.date > as_of)
                continue;
            change.publication = (int32_t)facts->told.v[i].publication;
            change.application = facts->light[change.publication].same;
            *np_list_add(facts->arena, &facts->changes) = change;
        }
    drop_repeated(facts);
}

/* ---- seen ---- */

/* The city of an organisation of this key among the parties of the change's application. */
static struct np_slice city_among(const struct making *m, const struct np_fact_change *change,
                                  int64_t key)
{
    const struct np_facts *facts = m->facts;
    const struct np_fact_family *family =
        &facts->families.v[facts->light[change->publication].family];

    for (size_t i = 0; i < family->members.n; i++) {
        const int32_t *seen;
        size_t n;

        if (facts->light[family->members.v[i]].same != change->application)
            continue;
        (void)parties_of(facts, family->members.v[i], &seen, &n);
        for (size_t k = 0; k < n; k++)
            if (seen[k] >= 0 && m->parties.v[seen[k]].key == key && m->parties.v[seen[k]].city.n)
                return m->parties.v[seen[k]].city;
    }
    return NP_EMPTY;
}

static int32_t see_name(struct making *m, const struct np_fact_change *change,
                        struct np_slice name, struct np_slice address)
{
    struct np_gathered_form *party = np_arena_zalloc(m->arena, sizeof *party);
    struct seen *seen;
    int32_t at;

    party->name = name;
    party->address = address;
    at = see_party(m, party);
    seen = &m->parties.v[at];
    seen->publication = change->publication;
    if (!seen->city.n && !seen->alias)
        seen->city = city_among(m, change, seen->key);
    return at;
}

static void tell(struct making *m, int32_t at)
{
    *np_list_add(m->arena, &m->told) = at;
}

static void see_change(struct making *m, const struct np_fact_change *change)
{
    struct np_slice city = NP_EMPTY;

    for (size_t i = 0; i < change->before.n; i++) {
        int32_t at = see_name(m, change, change->before.v[i], change->address_before);

        city = m->parties.v[at].city;
        tell(m, at);
    }
    for (size_t i = 0; i < change->after.n; i++) {
        int32_t at = see_name(m, change, change->after.v[i], change->address_after);

        if (change->kind == NP_CHANGE_NAME && !m->parties.v[at].city.n && !m->parties.v[at].alias)
            m->parties.v[at].city = city;
        tell(m, at);
    }
}

void see_changes(struct making *m)
{
    for (size_t i = 0; i < m->facts->changes.n; i++)
        see_change(m, &m->facts->changes.v[i]);
}

/* ---- settled ---- */

void settle_changes(struct making *m)
{
    const int32_t *told = m->told.v;

    for (size_t i = 0; i < m->facts->changes.n; i++) {
        struct np_fact_change *change = &m->facts->changes.v[i];

        for (size_t k = 0; k < change->before.n; k++)
            *np_list_add(m->facts->arena, &change->from) = m->parties.v[*told++].enterprise;
        for (size_t k = 0; k < change->after.n; k++)
            *np_list_add(m->facts->arena, &change->to) = m->parties.v[*told++].enterprise;
    }
}
