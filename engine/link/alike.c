/* alike.c -- nearly one name in one city: cosine of letter trigrams (scoring.md, section 8, item 6).
 *
 *   block     same city, same brand; of a Latin name the first rare word
 *   vector    trigrams of the key, weight tf * ln(1 + N / df), N names with a city
 *   near      cosine of 0.9 or more, after PatentsView's way of finding duplicates
 */
#include "making.h"
#include "place.h"

#include <nanopat/map.h>
#include <nanopat/text.h>

#include <math.h>
#include <stdlib.h>

enum { BLOCK_MAX = 60, TRIGRAM = 3, RARE_PER_MILLE = 5, RARE_MIN = 5 };
static const double NEAR = 0.9;

struct gram { int64_t number; double weight; };

struct item {
    int enterprise;
    struct np_slice key, city, block;
    struct gram *grams; /* by number; NULL: not yet */
    size_t n;
};

struct comparing {
    const struct np_facts *facts;
    const struct np_namer *namer;
    struct np_arena *arena;
    struct { struct item *v; size_t n, cap; } items;
    struct np_map *grams; /* text -> number */
    struct { int64_t *v; size_t n, cap; } having; /* by number: names that have it */
    struct np_map *words; /* text -> names that have it */
};

/* ---- names with a city ---- */

static void add_item(struct comparing *c, int e)
{
    const struct np_fact_enterprise *enterprise = &c->facts->enterprises.v[e];
    struct np_buf city = { 0 };

    plain_city(c->namer, &city, enterprise->city);
    if (enterprise->kind != NP_PERSON && city.n)
        *np_list_add(c->arena, &c->items) = (struct item){
            .enterprise = e, .key = without_place(enterprise->key),
            .city = np_arena_copy(c->arena, np_buf_slice(&city)) };
    np_buf_release(&city);
}

/* The next word of a key from *at on; false behind the last. */
static bool next_word(struct np_slice key, size_t *at, struct np_slice *word)
{
    size_t n;

    if (*at >= key.n)
        return false;
    n = np_slice_find(np_slice_sub(key, *at, key.n), NP_S(" "));
    *word = np_slice_sub(key, *at, n);
    *at += word->n + 1;
    return true;
}

/* Trigrams of a key, counted; a key of less than three letters is one. */
static struct np_map *grams_of(struct np_slice key)
{
    struct np_map *grams = np_map_new();
    size_t from[TRIGRAM] = { 0 }, letters = 0;

    for (size_t at = 0; at < key.n;) {
        from[letters++ % TRIGRAM] = at;
        (void)np_utf8_next(key, &at);
        if (letters >= TRIGRAM) {
            size_t begin = from[letters % TRIGRAM];

            ++*np_map_put(grams, np_slice_sub(key, begin, at - begin), 0);
        }
    }
    if (letters < TRIGRAM)
        np_map_put(grams, key, 1);
    return grams;
}

static void count_item(struct comparing *c, const struct item *item)
{
    struct np_map *grams = grams_of(item->key);
    struct np_slice word;

    for (size_t i = 0; i < np_map_count(grams); i++) {
        int64_t number = *np_map_put(c->grams, np_map_key(grams, i), (int64_t)c->having.n);

        if (number == (int64_t)c->having.n)
            *np_list_add(c->arena, &c->having) = 0;
        c->having.v[number]++;
    }
    for (size_t at = 0; !has_cjk(item->key) && next_word(item->key, &at, &word);)
        ++*np_map_put(c->words, word, 0);
    np_map_free(grams);
}

/* ---- blocks ---- */

static struct np_slice rare_word(const struct comparing *c, struct np_slice key)
{
    int64_t most = (int64_t)c->items.n * RARE_PER_MILLE / 1000;
    struct np_slice word;

    for (size_t at = 0; next_word(key, &at, &word);) {
        const int64_t *n = np_map_get(c->words, word);

        if (n && *n <= (most > RARE_MIN ? most : RARE_MIN))
            return word;
    }
    return NP_EMPTY;
}

static void set_block(struct comparing *c, struct item *item)
{
    struct np_slice word = has_cjk(item->key)
                               ? np_namer_brand(c->namer, c->arena,
                                                c->facts->enterprises.v[item->enterprise].name)
                               : rare_word(c, item->key);

    if (word.n)
        item->block = np_arena_printf(c->arena, "%.*s %.*s", NP_ARG(item->city), NP_ARG(word));
}

static int by_block(const void *left, const void *right)
{
    const struct item *a = left, *b = right;
    int order = np_slice_cmp(a->block, b->block);

    return order ? order : (a->enterprise > b->enterprise) - (a->enterprise < b->enterprise);
}

/* ---- likeness ---- */

static int by_number(const void *left, const void *right)
{
    const struct gram *a = left, *b = right;

    return (a->number > b->number) - (a->number < b->number);
}

/* A vector of length 1. */
static void weigh(struct comparing *c, struct item *item)
{
    struct np_map *grams = grams_of(item->key);
    double length = 0;

    item->n = np_map_count(grams);
    item->grams = np_arena_alloc(c->arena, (item->n + 1) * sizeof *item->grams);
    for (size_t i = 0; i < item->n; i++) {
        int64_t number = *np_map_get(c->grams, np_map_key(grams, i));

        item->grams[i].number = number;
        item->grams[i].weight = (double)*np_map_value(grams, i) *
                                log(1 + (double)c->items.n / (double)c->having.v[number]);
    }
    qsort(item->grams, item->n, sizeof *item->grams, by_number);
    for (size_t i = 0; i < item->n; i++)
        length += item->grams[i].weight * item->grams[i].weight;
    for (size_t i = 0; i < item->n; i++)
        item->grams[i].weight /= sqrt(length);
    np_map_free(grams);
}

static double cosine(const struct item *a, const struct item *b)
{
    double sum = 0;

    for (size_t i = 0, k = 0; i < a->n && k < b->n;) {
        if (a->grams[i].number < b->grams[k].number)
            i++;
        else if (a->grams[i].number > b->grams[k].number)
            k++;
        else
            sum += a->grams[i++].weight * b->grams[k++].weight;
    }
    return sum;
}

static void compare_block(struct comparing *c, struct item *v, size_t n, struct pairs *pairs)
{
    for (size_t i = 0; i < n && n > 1 && n <= BLOCK_MAX; i++)
        weigh(c, &v[i]);
    for (size_t i = 0; i < n && n <= BLOCK_MAX; i++)
        for (size_t k = i + 1; k < n; k++) {
            double likeness = cosine(&v[i], &v[k]);
            const struct np_indexes *families =
                &c->facts->enterprises.v[v[i].enterprise].families;

            if (likeness >= NEAR)
                *np_list_add(c->arena, pairs) = (struct np_fact_alias){
                    .reason = NP_ALIAS_NEAR, .one = v[i].enterprise, .other = v[k].enterprise,
                    .similarity = likeness < 1 ? likeness : 1,
                    .example = families->n ? families->v[0] : -1 };
        }
}

void suggest_alike(const struct np_facts *facts, const struct np_namer *namer,
                   struct np_arena *arena, struct pairs *pairs)
{
    struct comparing c = { .facts = facts, .namer = namer, .arena = arena, .grams = np_map_new(),
                           .words = np_map_new() };

    for (size_t e = 0; e < facts->enterprises.n; e++)
        add_item(&c, (int)e);
    for (size_t i = 0; i < c.items.n; i++)
        count_item(&c, &c.items.v[i]);
    for (size_t i = 0; i < c.items.n; i++)
        set_block(&c, &c.items.v[i]);
    if (c.items.n)
        qsort(c.items.v, c.items.n, sizeof *c.items.v, by_block);
    for (size_t from = 0, to; from < c.items.n; from = to) {
        for (to = from + 1; to < c.items.n &&
                            np_slice_eq(c.items.v[to].block, c.items.v[from].block); to++)
            ;
        if (c.items.v[from].block.n)
            compare_block(&c, &c.items.v[from], to - from, pairs);
    }
    np_map_free(c.grams);
    np_map_free(c.words);
}
