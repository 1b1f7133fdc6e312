/* split.c -- a large portfolio's parts: connected components of its families (scoring.md, section 6).
 *
 *   edge: one cites the other,
 *         or they share so many full IPC symbols and their claims are alike
 *
 * Pairs are met through the symbols they share, never all with all, and claims are compared only
 * where the two are not in one part already. Components do not depend on the order of edges; the
 * edges that are told (why a family is in its part) follow the order of families.
 */
#include "split.h"

#include <stdlib.h>

struct splitting {
    const struct np_evaluation *run;
    const int64_t *families;
    size_t n;
    size_t *parent;   /* of each family the first of its part known so far, or one nearer to it */
    double *length;   /* of the vector of claims */
    struct np_buf *why; /* by family: edges to families before it */
};

static size_t root_of(struct splitting *s, size_t i)
{
    while (s->parent[i] != i) {
        s->parent[i] = s->parent[s->parent[i]];
        i = s->parent[i];
    }
    return i;
}

/* False if they were together before. */
static bool join(struct splitting *s, size_t a, size_t b)
{
    size_t left = root_of(s, a), right = root_of(s, b);

    if (left == right)
        return false;
    s->parent[left > right ? left : right] = left > right ? right : left;
    return true;
}

static struct np_slice key_of(const struct splitting *s, size_t i)
{
    return family_at(s->run, s->families[i])->key;
}

/* ---- citations ---- */

static void join_cited(struct splitting *s)
{
    for (size_t i = 0; i < s->n; i++) {
        const struct np_fact_family *f = family_at(s->run, s->families[i]);

        for (size_t k = 0; k < f->cites.n; k++) {
            int64_t cited = s->run->facts->links.v[f->cites.v[k]].cited;
            const int64_t *at = bsearch(&cited, s->families, s->n, sizeof cited, np_compare_int64);
            size_t other = at ? (size_t)(at - s->families) : i;

            if (!at || !join(s, i, other))
                continue;
            if (other < i)
                note(&s->why[i], "cites %.*s", NP_ARG(key_of(s, other)));
            else
                note(&s->why[other], "cited by %.*s", NP_ARG(key_of(s, i)));
        }
    }
}

/* ---- symbols, then claims ---- */

struct posted { NP_LIST(size_t) families; };

struct index {
    struct np_arena *arena;
    struct np_map *symbols;   /* symbol -> number of its posting */
    NP_LIST(struct posted) postings;
    size_t *shared;           /* by family: symbols shared with the one at hand */
    NP_LIST(size_t) met;
};

/* Families before this one that share symbols with it; it is posted itself. */
static void meet_sharing(struct index *index, const struct np_fact_family *f, size_t i)
{
    index->met.n = 0;
    for (size_t k = 0; k < f->symbols.n; k++) {
        struct np_slice symbol = { (const char *)&f->symbols.v[k], sizeof f->symbols.v[k] };
        int64_t at = *np_map_put(index->symbols, symbol, (int64_t)index->postings.n);
        struct posted *posted;

        if (at == (int64_t)index->postings.n)
            (void)np_list_add(index->arena, &index->postings);
        posted = &index->postings.v[at];
        for (size_t m = 0; m < posted->families.n; m++)
            if (posted->families.v[m] != i && index->shared[posted->families.v[m]]++ == 0)
                *np_list_add(index->arena, &index->met) = posted->families.v[m];
        *np_list_add(index->arena, &posted->families) = i;
    }
}

static double cosine_of(const struct splitting *s, size_t i, size_t k)
{
    return claim_cosine(s->run->vocabulary, &text_of(s->run, s->families[i])->words[0], s->length[i],
                        &text_of(s->run, s->families[k])->words[0], s->length[k]);
}

static void join_alike(struct splitting *s, const struct index *index, size_t i, size_t other)
{
    const struct np_scoring *scoring = s->run->scoring;
    double cosine;

    if ((double)index->shared[other] < scoring->split_symbols || root_of(s, i) == root_of(s, other))
        return;
    cosine = cosine_of(s, i, other);
    if (cosine >= scoring->split_cosine - 1e-9 && join(s, i, other))
        note(&s->why[i], "%zu symbols shared, claims %.3f alike with %.*s", index->shared[other],
             cosine, NP_ARG(key_of(s, other)));
}

static void join_sharing(struct splitting *s)
{
    struct index index = { .arena = np_arena_new(), .symbols = np_map_new() };

    index.shared = np_calloc(s->n + 1, sizeof *index.shared);
    for (size_t i = 0; i < s->n; i++)
        s->length[i] = claim_length(s->run->vocabulary, &text_of(s->run, s->families[i])->words[0]);
    for (size_t i = 0; i < s->n; i++) {
        meet_sharing(&index, family_at(s->run, s->families[i]), i);
        for (size_t m = 0; m < index.met.n; m++)
            join_alike(s, &index, i, index.met.v[m]);
        for (size_t m = 0; m < index.met.n; m++)
            index.shared[index.met.v[m]] = 0;
    }
    free(index.shared);
    np_map_free(index.symbols);
    np_arena_free(index.arena);
}

/* ---- parts ---- */

/* Parts in order of their first family; who is joined to nobody is of the rest. */
static void number_parts(struct splitting *s, struct split *split)
{
    size_t *size = np_calloc(s->n + 1, sizeof *size);

    for (size_t i = 0; i < s->n; i++)
        size[root_of(s, i)]++;
    for (size_t i = 0; i < s->n; i++) {
        size_t root = root_of(s, i);

        if (size[root] == 1)
            split->rest++;
        else
            split->part[i] = root == i ? (int)++split->nparts : split->part[root];
    }
    free(size);
}

void split_families(const struct np_evaluation *run, const int64_t *families, size_t n,
                    struct np_arena *arena, struct split *split)
{
    struct splitting s = { .run = run, .families = families, .n = n };

    s.parent = np_malloc((n + 1) * sizeof *s.parent);
    s.length = np_calloc(n + 1, sizeof *s.length);
    s.why = np_calloc(n + 1, sizeof *s.why);
    for (size_t i = 0; i < n; i++)
        s.parent[i] = i;
    join_cited(&s);
    if (run->vocabulary)
        join_sharing(&s);
    *split = (struct split){ .part = np_arena_zalloc(arena, (n + 1) * sizeof *split->part),
                             .why = np_arena_zalloc(arena, (n + 1) * sizeof *split->why) };
    number_parts(&s, split);
    for (size_t i = 0; i < n; i++) {
        split->why[i] = np_arena_copy(arena, np_buf_slice(&s.why[i]));
        np_buf_release(&s.why[i]);
    }
    free(s.parent);
    free(s.length);
    free(s.why);
}
