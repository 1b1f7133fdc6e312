/* families.c -- simple families (scoring.md, section 1).
 *
 * Two publications belong to one family if
 *   1. a source gave them the same family number (DOCDB),
 *   2. they come from the same application, national or international,
 *   3. their sets of priorities are equal; the set of an application without priorities is the
 *      application itself, so that a first filing meets those that claim it alone,
 *   4. one continues, divides, reissues or nationalises the other's application. A continuation
 *      in part adds matter: it does not follow its parent, and is in its own set.
 *
 * DOCDB has the last word: what has two different family numbers is never joined by 2 to 4.
 */
#include "parts.h"

#include <stdlib.h>

/* Publications that showed a key first, by number of the key; -1: none yet. */
struct firsts {
    int32_t *v;
    size_t n;
};

struct joining {
    struct np_facts *facts;
    const struct np_gathered *g;
    struct np_arena *arena;      /* for one publication's keys */
    struct groups groups;
    uint32_t *given;             /* by leader: family number of the group, 0 if none */
    struct np_documents *keys;   /* texts of keys */
    uint32_t *key_of;            /* by document: its key + 1, 0 not looked up */
    struct firsts by_given, by_application, by_priorities;
    np_date as_of;
};

static bool in_time(const struct joining *j, int64_t i)
{
    return j->facts->light[i].date <= j->as_of;
}

/* Joins unless both have a given family, and not the same. */
static void join(struct joining *j, int64_t a, int64_t b)
{
    uint32_t left, right;

    a = groups_find(&j->groups, a);
    b = groups_find(&j->groups, b);
    left = j->given[a];
    right = j->given[b];
    if (left && right && left != right)
        return;
    groups_join(&j->groups, a, b);
    j->given[groups_find(&j->groups, a)] = left ? left : right;
}

/* Joins with the first that had the key; 0 is no key. */
static void join_by(struct joining *j, struct firsts *firsts, uint32_t key, int64_t i)
{
    if (!key)
        return;
    if (key >= firsts->n) {
        size_t n = (size_t)key + key / 2 + 1024;

        firsts->v = np_realloc(firsts->v, n * sizeof *firsts->v);
        memset(firsts->v + firsts->n, 0xFF, (n - firsts->n) * sizeof *firsts->v);
        firsts->n = n;
    }
    if (firsts->v[key] < 0)
        firsts->v[key] = (int32_t)i;
    join(j, firsts->v[key], i);
}

/* ---- keys ---- */

static uint32_t key_number(struct joining *j, struct np_slice key)
{
    return key.n ? np_documents_put(j->keys, 0, key, 0, 0) : 0;
}

/* The key of a document as an application; each is looked at once. */
static uint32_t key_of(struct joining *j, uint32_t document)
{
    if (!j->key_of[document]) {
        struct np_docref doc = np_gathered_docref(j->facts, document);

        j->key_of[document] = key_number(j, application_key(j->arena, &doc)) + 1;
    }
    return j->key_of[document] - 1;
}

static bool is_plain(const struct joining *j, int64_t i)
{
    return !j->g->names[i].pct &&
           !np_slice_is(j->facts->words.v[j->facts->light[i].office], "WO");
}

static uint32_t own_key(struct joining *j, int64_t i)
{
    if (is_plain(j, i))
        return key_of(j, j->g->names[i].application);
    return key_number(j, own_application_key(j->arena, j->facts, i));
}

static bool adds_matter(struct np_slice relation)
{
    return np_slice_is(relation, "continuation_in_part");
}

static bool follows_parent(struct np_slice relation)
{
    return np_slice_is(relation, "continuation") || np_slice_is(relation, "division") ||
           np_slice_is(relation, "reissue") || np_slice_is(relation, "national_stage") ||
           np_slice_is(relation, "substitution") || np_slice_is(relation, "reexamination");
}

/* ---- sets of priorities ---- */

struct keys {
    uint32_t *v;
    size_t n, cap;
};

static void add_key(struct joining *j, struct keys *keys, uint32_t key)
{
    if (key)
        *np_list_add(j->arena, keys) = key;
}

static int compare_keys(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;

    return (a > b) - (a < b);
}

static struct keys priority_set(struct joining *j, int64_t i)
{
    struct keys keys = { 0 };
    bool own = false;
    size_t n;
    const uint32_t *doc = np_gathered_items(j->g, NP_GATHERED_PRIORITIES, i, &n);

    for (size_t k = 0; k < n; k++)
        add_key(j, &keys, key_of(j, doc[k]));
    doc = np_gathered_items(j->g, NP_GATHERED_PARENTS, i, &n);
    for (size_t k = 0; k < n; k += 2) {
        struct np_slice relation = j->facts->words.v[doc[k]];

        if (np_slice_is(relation, "provisional"))
            add_key(j, &keys, key_of(j, doc[k + 1]));
        own = own || adds_matter(relation);
    }
    if (own || !keys.n)
        add_key(j, &keys, own_key(j, i));
    if (keys.n)
        qsort(keys.v, keys.n, sizeof *keys.v, compare_keys);
    return keys;
}

/* One key is its own set; several are a key of their own, made of their numbers. */
static uint32_t set_number(struct joining *j, struct keys *keys)
{
    size_t n = 0;

    for (size_t i = 0; i < keys->n; i++)
        if (i == 0 || keys->v[i] != keys->v[i - 1])
            keys->v[n++] = keys->v[i];
    if (n < 2)
        return n ? keys->v[0] : 0;
    return np_documents_put(j->keys, 1, np_slice_make((const char *)keys->v, n * sizeof *keys->v),
                            0, 0);
}

/* ---- the rules, each over all publications ---- */

static void by_given(struct joining *j, int64_t i)
{
    join_by(j, &j->by_given, j->g->names[i].given, i);
}

static void by_application(struct joining *j, int64_t i)
{
    join_by(j, &j->by_application, own_key(j, i), i);
    join_by(j, &j->by_application, key_of(j, j->g->names[i].application), i);
}

static void by_priorities(struct joining *j, int64_t i)
{
    struct keys keys = priority_set(j, i);

    join_by(j, &j->by_priorities, set_number(j, &keys), i);
}

/* The parent's application need not be here: all that continue it meet under its key. */
static void by_parents(struct joining *j, int64_t i)
{
    size_t n;
    const uint32_t *doc = np_gathered_items(j->g, NP_GATHERED_PARENTS, i, &n);

    for (size_t k = 0; k < n; k += 2)
        if (follows_parent(j->facts->words.v[doc[k]]))
            join_by(j, &j->by_application, key_of(j, doc[k + 1]), i);
}

static void run_rules(struct joining *j)
{
    static void (*const rules[])(struct joining *, int64_t) = { by_given, by_application,
                                                                by_priorities, by_parents };

    for (size_t r = 0; r < sizeof rules / sizeof *rules; r++)
        for (size_t i = 0; i < j->facts->nlight; i++)
            if (in_time(j, (int64_t)i)) {
                rules[r](j, (int64_t)i);
                np_arena_reset(j->arena);
            }
}

/* ---- rows, in order of key ---- */

struct named { /* a family to be */
    struct np_slice key;
    int32_t leader;
    bool given;
};

static struct named name_family(struct joining *j, int64_t leader, struct np_buf *b)
{
    struct named named = { .leader = (int32_t)leader, .given = j->given[leader] != 0 };
    struct np_slice key = named.given ? np_gathered_docref(j->facts, j->given[leader]).number
                                      : np_gathered_id(j->facts, leader, b);

    named.key = np_arena_copy(j->facts->arena, key);
    return named;
}

static int by_key(const void *left, const void *right)
{
    const struct named *a = left, *b = right;
    int order = np_slice_cmp(a->key, b->key);

    return order ? order : a->given - b->given;
}

static struct named *name_families(struct joining *j, size_t *n)
{
    struct np_facts *facts = j->facts;
    struct named *v = NULL;
    struct np_buf b = { 0 };
    size_t cap = 0;

    *n = 0;
    for (size_t i = 0; i < facts->nlight; i++) {
        if (!in_time(j, (int64_t)i) || groups_find(&j->groups, (int64_t)i) != (int64_t)i)
            continue;
        if (*n == cap) {
            cap = cap ? cap + cap / 2 : 1024;
            v = np_realloc(v, cap * sizeof *v);
        }
        v[(*n)++] = name_family(j, (int64_t)i, &b);
    }
    np_buf_release(&b);
    if (*n)
        qsort(v, *n, sizeof *v, by_key);
    return v;
}

/* Members of one family after the other; within it in order of id. */
static void place_members(struct np_facts *facts)
{
    int32_t *members = np_facts_block(facts, (facts->nlight + 1) * sizeof *members), *next = members;

    for (size_t i = 0; i < facts->nlight; i++)
        if (facts->light[i].family >= 0)
            facts->families.v[facts->light[i].family].members.n++;
    for (size_t f = 0; f < facts->families.n; f++) {
        facts->families.v[f].members.v = next;
        next += facts->families.v[f].members.n;
        facts->families.v[f].members.n = 0;
    }
    for (size_t i = 0; i < facts->nlight; i++)
        if (facts->light[i].family >= 0) {
            struct np_indexes *list = &facts->families.v[facts->light[i].family].members;

            members[(list->v - members) + (ptrdiff_t)list->n++] = (int32_t)i;
        }
}

static void collect(struct joining *j)
{
    struct np_facts *facts = j->facts;
    int32_t *family_of = np_malloc((facts->nlight + 1) * sizeof *family_of);
    size_t n;
    struct named *named = name_families(j, &n);

    facts->families.v = np_facts_block(facts, (n + 1) * sizeof *facts->families.v);
    facts->families.n = facts->families.cap = n;
    np_prefer_large_pages(facts->families.v, (n + 1) * sizeof *facts->families.v);
    memset(facts->families.v, 0, (n + 1) * sizeof *facts->families.v);
    for (size_t f = 0; f < n; f++) {
        facts->families.v[f].key = named[f].key;
        facts->families.v[f].given = named[f].given;
        family_of[named[f].leader] = (int32_t)f;
    }
    for (size_t i = 0; i < facts->nlight; i++)
        facts->light[i].family = in_time(j, (int64_t)i)
                                     ? family_of[groups_find(&j->groups, (int64_t)i)] : -1;
    free(named);
    free(family_of);
    place_members(facts);
}

void make_families(struct np_facts *facts, np_date as_of)
{
    struct joining j = { .facts = facts, .g = facts->gathered, .arena = np_arena_new(),
                         .keys = np_documents_new(), .as_of = as_of };

    groups_init(&j.groups, facts->nlight);
    j.given = np_calloc(facts->nlight + 1, sizeof *j.given);
    j.key_of = np_calloc(np_documents_count(j.g->documents), sizeof *j.key_of);
    for (size_t i = 0; i < facts->nlight; i++)
        j.given[i] = j.g->names[i].given;
    run_rules(&j);
    collect(&j);
    free(j.given);
    free(j.key_of);
    free(j.by_given.v);
    free(j.by_application.v);
    free(j.by_priorities.v);
    np_documents_free(j.keys);
    groups_release(&j.groups);
    np_arena_free(j.arena);
}
