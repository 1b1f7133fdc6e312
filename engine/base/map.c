/* map.c -- open addressing over a list of pairs in order of insertion.
 *
 *   slot[hash & mask] -> index into pair[] (+1; 0 is free)
 */
#include <nanopat/map.h>

#include <nanopat/arena.h>
#include <stdlib.h>

struct pair {
    struct np_slice key;
    uint64_t hash;
    int64_t value;
};

struct np_map {
    struct np_arena *keys;
    struct pair *pair;
    size_t count, cap;
    uint32_t *slot;
    size_t mask;
};

/* FNV-1a, finished with a multiply: short keys, never an attacker's choice of table order,
 * because iteration does not follow it.                                                   */
static uint64_t hash_of(struct np_slice key)
{
    uint64_t h = np_hash_bytes(NP_HASH_START, key.p, key.n);

    h ^= h >> 32;
    h *= 0x9E3779B97F4A7C15ULL;
    return h ^ h >> 29;
}

struct np_map *np_map_new(void)
{
    struct np_map *m = np_calloc(1, sizeof *m);

    m->keys = np_arena_new();
    m->mask = 63;
    m->slot = np_calloc(m->mask + 1, sizeof *m->slot);
    return m;
}

void np_map_free(struct np_map *m)
{
    if (!m)
        return;
    np_arena_free(m->keys);
    free(m->pair);
    free(m->slot);
    free(m);
}

static size_t find_slot(const struct np_map *m, struct np_slice key, uint64_t hash)
{
    size_t at = hash & m->mask;

    while (m->slot[at]) {
        const struct pair *pair = &m->pair[m->slot[at] - 1];

        if (pair->hash == hash && np_slice_eq(pair->key, key))
            break;
        at = (at + 1) & m->mask;
    }
    return at;
}

static void widen(struct np_map *m)
{
    free(m->slot);
    m->mask = m->mask * 2 + 1;
    m->slot = np_calloc(m->mask + 1, sizeof *m->slot);
    for (size_t i = 0; i < m->count; i++)
        m->slot[find_slot(m, m->pair[i].key, m->pair[i].hash)] = (uint32_t)(i + 1);
}

int64_t *np_map_put(struct np_map *m, struct np_slice key, int64_t value)
{
    uint64_t hash = hash_of(key);
    size_t at = find_slot(m, key, hash);

    if (m->slot[at])
        return &m->pair[m->slot[at] - 1].value;
    if ((m->count + 1) * 4 > (m->mask + 1) * 3) {
        widen(m);
        at = find_slot(m, key, hash);
    }
    if (m->count == m->cap) {
        m->cap = m->cap ? m->cap * 2 : 32;
        m->pair = np_realloc(m->pair, m->cap * sizeof *m->pair);
    }
    m->pair[m->count] = (struct pair){ np_arena_copy(m->keys, key), hash, value };
    m->slot[at] = (uint32_t)++m->count;
    return &m->pair[m->count - 1].value;
}

int64_t *np_map_get(const struct np_map *m, struct np_slice key)
{
    size_t at = find_slot(m, key, hash_of(key));

    return m->slot[at] ? &m->pair[m->slot[at] - 1].value : NULL;
}

size_t np_map_count(const struct np_map *m)
{
    return m->count;
}

struct np_slice np_map_key(const struct np_map *m, size_t i)
{
    return m->pair[i].key;
}

int64_t *np_map_value(const struct np_map *m, size_t i)
{
    return &m->pair[i].value;
}
