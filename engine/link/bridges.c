/* bridges.c -- two spellings of one applicant, as families show them (scoring.md, section 8.5).
 *
 *   CN member   苏州纳微科技股份有限公司          first of one applicant
 *   US member   SUZHOU NANOMICRO TECH CO LTD   first of one applicant
 *
 * Evidence: the same place in lists of the same length, one Chinese and one Latin, in two families
 * or more, and no other name contradicts. A suggestion: nothing is merged. Of a firm that changed its
 * name the Latin names are compared under each Chinese one by itself; one name in two cities, a firm
 * that moved or two namesakes, is no contradiction.
 */
#include "making.h"

#include <nanopat/map.h>

#include <assert.h>
#include <math.h>
#include <stdlib.h>

enum { FAMILIES_MIN = 2, ALIKE_LETTERS_MIN = 10, WEIGHS_FROM = 10, NAME_BITS = 64 };

struct bridge { int chinese, latin; int64_t family; uint64_t name; };
struct bridges { struct bridge *v; size_t n, cap; };
struct bridged { struct np_fact_alias alias; uint64_t names; }; /* Chinese names it was seen with */
struct bridged_pairs { struct bridged *v; size_t n, cap; };

struct bridging {
    const struct np_facts *facts;
    const struct np_namer *namer;
    struct np_arena *arena;
    struct np_map *names; /* enterprise and printed name -> number of its key among the enterprise's */
    struct bridges found;
};

/* ---- what families show ---- */

static int64_t *number_at(struct bridging *b, int32_t enterprise, struct np_slice name)
{
    struct np_buf text = { 0 };
    int64_t *at;

    np_buf_printf(&text, "%d ", enterprise);
    np_buf_puts_slice(&text, name);
    at = np_map_put(b->names, np_buf_slice(&text), -1);
    np_buf_release(&text);
    return at;
}

/* Spellings and legal forms of one name have one number. */
static void number_names(struct bridging *b, int32_t enterprise)
{
    const struct np_fact_enterprise *e = &b->facts->enterprises.v[enterprise];
    struct np_arena *arena = np_arena_new();
    struct np_map *keys = np_map_new();
    enum np_party_kind kind;

    for (size_t i = 0; i < e->names.n; i++) {
        struct np_slice key = np_namer_key(b->namer, arena, e->names.v[i].name, &kind);
        int64_t number = *np_map_put(keys, key, (int64_t)np_map_count(keys));

        *number_at(b, enterprise, e->names.v[i].name) =
            number < NAME_BITS ? number : NAME_BITS - 1;
    }
    np_map_free(keys);
    np_arena_free(arena);
}

static uint64_t name_bit(struct bridging *b, int32_t enterprise, struct np_slice name)
{
    int64_t number = *number_at(b, enterprise, name);

    if (number < 0) {
        number_names(b, enterprise);
        number = *number_at(b, enterprise, name);
    }
    assert(number >= 0); /* every printed form is among the names */
    return (uint64_t)1 << number;
}

static bool is_organisation(const struct np_facts *facts, int enterprise)
{
    return enterprise >= 0 && facts->enterprises.v[enterprise].kind != NP_PERSON;
}

static void compare_members(struct bridging *b, int32_t chinese, int32_t latin, int64_t family)
{
    const struct np_gathered_form *forms = b->facts->gathered->forms.v;
    const int32_t *left, *right;
    size_t n, other;
    const uint32_t *one = parties_of(b->facts, chinese, &left, &n);
    const uint32_t *two = parties_of(b->facts, latin, &right, &other);

    for (size_t i = 0; i < n && n == other; i++)
        if (left[i] != right[i] && is_organisation(b->facts, left[i]) &&
            is_organisation(b->facts, right[i]) && has_cjk(forms[one[i]].name) &&
            !has_cjk(forms[two[i]].name))
            *np_list_add(b->arena, &b->found) = (struct bridge){
                left[i], right[i], family, name_bit(b, left[i], forms[one[i]].name) };
}

static void gather_family(struct bridging *b, int64_t f)
{
    const struct np_facts *facts = b->facts;
    const struct np_fact_family *family = &facts->families.v[f];
    int32_t *owners = np_malloc(family->members.n * sizeof *owners);
    size_t n = 0;

    for (size_t i = 0; i < family->members.n; i++)
        if (names_owner(facts, family, family->members.v[i]))
            owners[n++] = family->members.v[i];
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n; k++)
            if (i != k)
                compare_members(b, owners[i], owners[k], f);
    free(owners);
}

static void gather(struct bridging *b)
{
    b->names = np_map_new();
    for (size_t f = 0; f < b->facts->families.n; f++)
        if (b->facts->families.v[f].members.n > 1)
            gather_family(b, (int64_t)f);
    np_map_free(b->names);
}

/* ---- pairs ---- */

static int compare_bridges(const void *left, const void *right)
{
    const struct bridge *a = left, *b = right;

    if (a->chinese != b->chinese)
        return a->chinese < b->chinese ? -1 : 1;
    if (a->latin != b->latin)
        return a->latin < b->latin ? -1 : 1;
    return (a->family > b->family) - (a->family < b->family);
}

/* One pair from its bridges; returns how many there were. */
static size_t count_pair(const struct bridge *v, size_t n, struct bridged *pair)
{
    size_t i;

    *pair = (struct bridged){ .alias = { .reason = NP_ALIAS_BRIDGE, .one = v->chinese,
                                         .other = v->latin, .similarity = NAN,
                                         .example = v->family } };
    for (i = 0; i < n && v[i].chinese == v->chinese && v[i].latin == v->latin; i++) {
        pair->alias.families += i == 0 || v[i].family != v[i - 1].family;
        pair->names |= v[i].name;
    }
    return i;
}

/* Words of a Latin name agree from the front: other spellings of one name do, another firm's do not. */
static bool begin_alike(struct np_slice a, struct np_slice b)
{
    size_t i = 0, k = 0, letters = 0;

    while (i < a.n && k < b.n) {
        if (a.p[i] == ' ') {
            i++;
        } else if (b.p[k] == ' ') {
            k++;
        } else if (a.p[i] != b.p[k]) {
            break;
        } else {
            i++;
            k++;
            letters++;
        }
    }
    return letters >= ALIKE_LETTERS_MIN;
}

/* Beside a pair another one counts as a contradiction unless it has less than a tenth of its families. */
static bool weighs(const struct np_fact_alias *against, const struct np_fact_alias *own)
{
    return against->families * WEIGHS_FROM >= own->families;
}

/* A Chinese name with Latin ones that are not spellings of each other. Pairs stand by Chinese name. */
static bool is_contradicted(const struct np_facts *facts, const struct bridged_pairs *all, size_t at)
{
    const struct np_fact_alias *own = &all->v[at].alias;
    size_t from = at;

    while (from > 0 && all->v[from - 1].alias.one == own->one)
        from--;
    for (size_t i = from; i < all->n && all->v[i].alias.one == own->one; i++)
        if (i != at && (all->v[i].names & all->v[at].names) && weighs(&all->v[i].alias, own) &&
            !begin_alike(facts->enterprises.v[all->v[i].alias.other].key,
                         facts->enterprises.v[own->other].key))
            return true;
    return false;
}

static int by_latin(const void *left, const void *right)
{
    const struct np_fact_alias *const *a = left, *const *b = right;

    if ((*a)->other != (*b)->other)
        return (*a)->other < (*b)->other ? -1 : 1;
    return (*a)->families != (*b)->families ? (*b)->families - (*a)->families
                                            : (*a)->one - (*b)->one;
}

static bool one_name(const struct np_facts *facts, const struct np_fact_alias *a,
                     const struct np_fact_alias *b)
{
    return np_slice_eq(without_place(facts->enterprises.v[a->one].key),
                       without_place(facts->enterprises.v[b->one].key));
}

/* Of the Chinese names of a Latin one at most the one with most families, in each of its cities, if no
 * other weighs.                                                                                    */
static void drop_shared(const struct np_facts *facts, struct np_arena *arena,
                        struct bridged_pairs *pairs)
{
    struct np_fact_alias **v = np_arena_alloc(arena, (pairs->n + 1) * sizeof *v);

    for (size_t i = 0; i < pairs->n; i++)
        v[i] = &pairs->v[i].alias;
    if (pairs->n)
        qsort(v, pairs->n, sizeof *v, by_latin);
    for (size_t i = 0, to; i < pairs->n; i = to) {
        bool shared = false;

        for (to = i + 1; to < pairs->n && v[to]->other == v[i]->other; to++)
            shared = shared || (weighs(v[to], v[i]) && !one_name(facts, v[to], v[i]));
        for (size_t k = i; k < to; k++)
            if (shared || !one_name(facts, v[k], v[i]))
                v[k]->families = 0;
    }
}

void suggest_bridges(const struct np_facts *facts, const struct np_namer *namer,
                     struct np_arena *arena, struct pairs *found)
{
    struct bridging b = { .facts = facts, .namer = namer, .arena = arena };
    struct bridged_pairs pairs = { 0 };

    gather(&b);
    if (b.found.n)
        qsort(b.found.v, b.found.n, sizeof *b.found.v, compare_bridges);
    for (size_t i = 0; i < b.found.n;)
        i += count_pair(&b.found.v[i], b.found.n - i, np_list_add(arena, &pairs));
    bool *contradicted = np_arena_zalloc(arena, pairs.n + 1);
    for (size_t i = 0; i < pairs.n; i++)
        contradicted[i] = is_contradicted(facts, &pairs, i);
    drop_shared(facts, arena, &pairs);
    for (size_t i = 0; i < pairs.n; i++)
        if (pairs.v[i].alias.families >= FAMILIES_MIN && !contradicted[i])
            *np_list_add(arena, found) = pairs.v[i].alias;
}
