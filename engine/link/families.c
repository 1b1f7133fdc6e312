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

#include <nanopat/map.h>

#include <stdlib.h>

struct joining {
    struct np_facts *facts;
    struct np_arena *arena;  /* for keys, freed at the end */
    struct groups groups;
    struct np_slice *given;  /* by leader: family number of the group, empty if none */
    struct np_map *firsts;   /* key -> node that showed it first */
    np_date as_of;
};

static bool in_time(const struct joining *j, const struct np_fact_publication *p)
{
    return p->date <= j->as_of;
}

/* Joins unless both have a given family, and not the same. */
static void join(struct joining *j, int64_t a, int64_t b)
{
    struct np_slice left, right;
    int64_t leader;

    a = groups_find(&j->groups, a);
    b = groups_find(&j->groups, b);
    left = j->given[a];
    right = j->given[b];
    if (left.n && right.n && !np_slice_eq(left, right))
        return;
    groups_join(&j->groups, a, b);
    leader = groups_find(&j->groups, a);
    j->given[leader] = left.n ? left : right;
}

/* Joins with the first that had the key; `kind` keeps keys of different rules apart. */
static void join_by(struct joining *j, char kind, struct np_slice key, int64_t i)
{
    struct np_slice full = np_arena_printf(j->arena, "%c%.*s", kind, NP_ARG(key));

    if (key.n)
        join(j, *np_map_put(j->firsts, full, i), i);
}

/* ---- sets of priorities ---- */

static int compare_slices(const void *left, const void *right)
{
    return np_slice_cmp(*(const struct np_slice *)left, *(const struct np_slice *)right);
}

struct keys {
    struct np_slice *v;
    size_t n, cap;
};

static void add_key(struct joining *j, struct keys *keys, struct np_slice key)
{
    if (key.n)
        *np_list_add(j->arena, keys) = key;
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

static struct keys priority_set(struct joining *j, const struct np_fact_publication *p)
{
    struct keys keys = { 0 };
    bool own = false;

    for (size_t i = 0; i < p->priorities.n; i++)
        add_key(j, &keys, application_key(j->arena, &p->priorities.v[i]));
    for (size_t i = 0; i < p->parents.n; i++) {
        if (np_slice_is(p->parents.v[i].relation, "provisional"))
            add_key(j, &keys, application_key(j->arena, &p->parents.v[i].doc));
        own = own || adds_matter(p->parents.v[i].relation);
    }
    if (own || !keys.n)
        add_key(j, &keys, own_application_key(j->arena, p));
    if (keys.n)
        qsort(keys.v, keys.n, sizeof *keys.v, compare_slices);
    return keys;
}

static struct np_slice joined(struct joining *j, const struct keys *keys)
{
    struct np_buf b = { 0 };
    struct np_slice result;

    for (size_t i = 0; i < keys->n; i++) {
        if (i && np_slice_eq(keys->v[i], keys->v[i - 1]))
            continue;
        np_buf_puts_slice(&b, keys->v[i]);
        np_buf_putc(&b, '|');
    }
    result = np_arena_copy(j->arena, np_buf_slice(&b));
    np_buf_release(&b);
    return result;
}

/* ---- the rules, each over all publications ---- */

static void by_given(struct joining *j, const struct np_fact_publication *p, int64_t i)
{
    join_by(j, 'g', p->family_given, i);
}

static void by_application(struct joining *j, const struct np_fact_publication *p, int64_t i)
{
    join_by(j, 'a', own_application_key(j->arena, p), i);
    join_by(j, 'a', application_key(j->arena, &p->application), i);
}

static void by_priorities(struct joining *j, const struct np_fact_publication *p, int64_t i)
{
    struct keys keys = priority_set(j, p);

    join_by(j, 'p', joined(j, &keys), i);
}

/* The parent's application need not be here: all that continue it meet under its key. */
static void by_parents(struct joining *j, const struct np_fact_publication *p, int64_t i)
{
    for (size_t k = 0; k < p->parents.n; k++)
        if (follows_parent(p->parents.v[k].relation))
            join_by(j, 'a', application_key(j->arena, &p->parents.v[k].doc), i);
}

static void run_rules(struct joining *j)
{
    static void (*const rules[])(struct joining *, const struct np_fact_publication *,
                                 int64_t) = { by_given, by_application, by_priorities, by_parents };

    for (size_t r = 0; r < sizeof rules / sizeof *rules; r++)
        for (size_t i = 0; i < j->facts->publications.n; i++)
            if (in_time(j, &j->facts->publications.v[i]))
                rules[r](j, &j->facts->publications.v[i], (int64_t)i);
}

/* ---- rows ---- */

static void name_family(struct joining *j, struct np_fact_family *family, int64_t leader)
{
    family->given = j->given[leader].n > 0;
    family->key = family->given ? j->given[leader] : j->facts->publications.v[leader].id;
}

static void collect(struct joining *j)
{
    struct np_facts *facts = j->facts;
    int64_t *family_of = np_malloc((facts->publications.n + 1) * sizeof *family_of);

    for (size_t i = 0; i < facts->publications.n; i++) {
        struct np_fact_publication *p = &facts->publications.v[i];
        int64_t leader = groups_find(&j->groups, (int64_t)i);

        p->family = -1;
        if (!in_time(j, p))
            continue;
        if (leader == (int64_t)i) {
            family_of[i] = (int64_t)facts->families.n;
            name_family(j, np_list_add(facts->arena, &facts->families), leader);
        }
        p->family = family_of[leader];
        *np_list_add(facts->arena, &facts->families.v[p->family].members) = (int64_t)i;
    }
    free(family_of);
}

static int by_key(const void *left, const void *right)
{
    const struct np_fact_family *a = left, *b = right;
    int order = np_slice_cmp(a->key, b->key);

    return order ? order : a->given - b->given;
}

static void order_families(struct np_facts *facts)
{
    if (facts->families.n)
        qsort(facts->families.v, facts->families.n, sizeof *facts->families.v, by_key);
    for (size_t f = 0; f < facts->families.n; f++)
        for (size_t m = 0; m < facts->families.v[f].members.n; m++)
            facts->publications.v[facts->families.v[f].members.v[m]].family = (int64_t)f;
}

void make_families(struct np_facts *facts, np_date as_of)
{
    struct joining j = { .facts = facts, .arena = np_arena_new(), .firsts = np_map_new(),
                         .as_of = as_of };

    groups_init(&j.groups, facts->publications.n);
    j.given = np_calloc(facts->publications.n + 1, sizeof *j.given);
    for (size_t i = 0; i < facts->publications.n; i++)
        j.given[i] = facts->publications.v[i].family_given;
    run_rules(&j);
    collect(&j);
    order_families(facts);
    free(j.given);
    groups_release(&j.groups);
    np_map_free(j.firsts);
    np_arena_free(j.arena);
}
