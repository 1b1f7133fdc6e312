/* suggest.c -- pairs that may be one enterprise, for a person to decide (scoring.md, section 8, items 4 to 6).
 *
 * What a person refused does not come back; what a person accepted is one enterprise by now.
 */
#include "making.h"

#include <nanopat/map.h>

#include <math.h>
#include <stdlib.h>

enum { SAME_NAME_MAX = 8 };

struct np_slice without_place(struct np_slice key)
{
    return np_slice_sub(key, 0, np_slice_find(key, NP_S(" @")));
}

/* ---- one name in several cities ---- */

struct namesakes { NP_LIST(int) list; };

static bool base_key(struct np_slice key, struct np_slice *base)
{
    size_t at = key.n;

    while (at > 2 && memcmp(key.p + at - 2, " @", 2) != 0)
        at--;
    if (at <= 2)
        return false;
    *base = np_slice_sub(key, 0, at - 2);
    return true;
}

static void pair_namesakes(const struct np_facts *facts, const struct namesakes *of,
                           struct np_arena *arena, struct pairs *pairs)
{
    for (size_t i = 0; i < of->list.n && i < SAME_NAME_MAX; i++)
        for (size_t k = i + 1; k < of->list.n && k < SAME_NAME_MAX; k++)
            *np_list_add(arena, pairs) = (struct np_fact_alias){
                .reason = NP_ALIAS_SAME_NAME, .one = of->list.v[i], .other = of->list.v[k],
                .similarity = NAN,
                .example = facts->enterprises.v[of->list.v[i]].families.n
                               ? facts->enterprises.v[of->list.v[i]].families.v[0] : -1 };
}

static void suggest_namesakes(const struct np_facts *facts, struct np_arena *arena,
                              struct pairs *pairs)
{
    struct { struct namesakes *v; size_t n, cap; } all = { 0 };
    struct np_map *bases = np_map_new();

    for (int pass = 0; pass < 2; pass++)
        for (size_t e = 0; e < facts->enterprises.n; e++) {
            struct np_slice base = facts->enterprises.v[e].key;
            int64_t *at;

            if (facts->enterprises.v[e].kind == NP_PERSON || base_key(base, &base) != (pass == 0))
                continue;
            at = pass == 0 ? np_map_put(bases, base, (int64_t)all.n) : np_map_get(bases, base);
            if (!at)
                continue;
            if (*at == (int64_t)all.n)
                memset(np_list_add(arena, &all), 0, sizeof *all.v);
            *np_list_add(arena, &all.v[*at].list) = (int)e;
        }
    for (size_t i = 0; i < all.n; i++)
        pair_namesakes(facts, &all.v[i], arena, pairs);
    np_map_free(bases);
}

/* ---- all of them ---- */

static int by_pair(const void *left, const void *right)
{
    const struct np_fact_alias *a = left, *b = right;

    if (a->one != b->one)
        return a->one < b->one ? -1 : 1;
    if (a->other != b->other)
        return a->other < b->other ? -1 : 1;
    return (int)a->reason - (int)b->reason;
}

static int by_reason(const void *left, const void *right)
{
    const struct np_fact_alias *a = left, *b = right;

    return a->reason != b->reason ? (int)a->reason - (int)b->reason : by_pair(left, right);
}

static bool is_refused(const struct np_facts *facts, const struct np_fact_alias *alias)
{
    for (size_t i = 0; i < facts->apart.n; i++) {
        const struct np_fact_pair *pair = &facts->apart.v[i];

        if ((pair->one == alias->one && pair->other == alias->other) ||
            (pair->one == alias->other && pair->other == alias->one))
            return true;
    }
    return false;
}

/* A pair stands once, for its first reason. */
static void keep_pairs(struct np_facts *facts, struct pairs *pairs)
{
    struct np_map *seen = np_map_new();

    if (pairs->n)
        qsort(pairs->v, pairs->n, sizeof *pairs->v, by_reason);
    for (size_t i = 0; i < pairs->n; i++) {
        const struct np_fact_alias *alias = &pairs->v[i];
        int64_t pair[2] = { alias->one < alias->other ? alias->one : alias->other,
                            alias->one < alias->other ? alias->other : alias->one };
        size_t before = np_map_count(seen);

        np_map_put(seen, np_slice_make((const char *)pair, sizeof pair), 0);
        if (np_map_count(seen) > before && !is_refused(facts, alias))
            *np_list_add(facts->arena, &facts->aliases) = *alias;
    }
    np_map_free(seen);
}

void suggest_aliases(struct np_facts *facts, const struct np_namer *namer)
{
    struct np_arena *arena = np_arena_new();
    struct pairs pairs = { 0 };

    suggest_bridges(facts, namer, arena, &pairs);
    suggest_namesakes(facts, arena, &pairs);
    suggest_alike(facts, namer, arena, &pairs);
    suggest_pinyin(facts, namer, arena, &pairs);
    keep_pairs(facts, &pairs);
    np_arena_free(arena);
}
