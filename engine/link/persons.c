/* persons.c -- persons of one name: the same one if they keep the same company (scoring.md, section 8, 8). */
#include "making.h"

#include <nanopat/map.h>

static void meet(struct groups *groups, struct np_map *places, int64_t i, int64_t key, int64_t what,
                 int64_t value)
{
    int64_t text[3] = { key, what, value };
    struct np_slice s = np_slice_make((const char *)text, sizeof text);

    groups_join(groups, *np_map_put(places, s, i), i);
}

static void meet_neighbours(struct making *m, struct groups *groups, struct np_map *places,
                            int64_t i, const int32_t *neighbour, size_t n)
{
    int64_t key = m->parties.v[i].key;

    for (size_t k = 0; k < n; k++)
        if (neighbour[k] >= 0 && m->parties.v[neighbour[k]].key != key)
            meet(groups, places, i, key, 'a', m->parties.v[neighbour[k]].key);
}

static void meet_all(struct making *m, struct groups *groups, struct np_map *places)
{
    for (size_t i = 0; i < m->facts->nlight; i++) {
        const int32_t *seen;
        size_t n;

        (void)parties_of(m->facts, (int64_t)i, &seen, &n);
        for (size_t k = 0; k < n; k++) {
            if (seen[k] < 0 || m->parties.v[seen[k]].kind != NP_PERSON)
                continue;
            meet(groups, places, seen[k], m->parties.v[seen[k]].key, 'f',
                 m->facts->light[i].family);
            meet_neighbours(m, groups, places, seen[k], seen, n);
        }
    }
    for (size_t i = 0; i < m->parties.n; i++) /* a person whom a legal event names */
        if (m->parties.v[i].kind == NP_PERSON && m->parties.v[i].place < 0)
            meet(groups, places, (int64_t)i, m->parties.v[i].key, 'f',
                 m->facts->light[m->parties.v[i].publication].family);
}

void label_persons(struct making *m)
{
    struct np_map *places = np_map_new();
    struct groups groups;
    struct np_buf b = { 0 };

    groups_init(&groups, m->parties.n);
    meet_all(m, &groups, places);
    for (size_t i = 0; i < m->parties.n; i++)
        if (m->parties.v[i].kind == NP_PERSON) {
            const struct seen *first = &m->parties.v[groups_find(&groups, (int64_t)i)];

            m->parties.v[i].label =
                np_arena_copy(m->arena, np_gathered_id(m->facts, first->publication, &b));
        }
    groups_release(&groups);
    np_map_free(places);
    np_buf_release(&b);
}
