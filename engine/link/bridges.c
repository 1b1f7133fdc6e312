/* bridges.c -- two spellings of one applicant, as families show them (scoring.md, section 8.5).
 *
 *   CN member   苏州纳微科技股份有限公司          first of one applicant
 *   US member   SUZHOU NANOMICRO TECH CO LTD   first of one applicant
 *
 * Evidence: the same place in lists of the same length, one Chinese and one Latin, in two families
 * or more, and no other name contradicts. A suggestion: nothing is merged.
 */
#include "making.h"

#include <math.h>
#include <stdlib.h>

enum { FAMILIES_MIN = 2, ALIKE_LETTERS_MIN = 10, WEIGHS_FROM = 10 };

struct bridge { int chinese, latin; int64_t family; };
struct bridges { struct bridge *v; size_t n, cap; };

static bool is_organisation(const struct np_facts *facts, int enterprise)
{
    return enterprise >= 0 && facts->enterprises.v[enterprise].kind != NP_PERSON;
}

static void compare_members(const struct np_facts *facts, struct np_arena *arena, int32_t a,
                            int32_t b, int64_t family, struct bridges *bridges)
{
    const struct np_gathered_form *forms = facts->gathered->forms.v;
    const int32_t *left, *right;
    size_t n, other;
    const uint32_t *one = parties_of(facts, a, &left, &n);
    const uint32_t *two = parties_of(facts, b, &right, &other);

    for (size_t i = 0; i < n && n == other; i++)
        if (left[i] != right[i] && is_organisation(facts, left[i]) &&
            is_organisation(facts, right[i]) && has_cjk(forms[one[i]].name) &&
            !has_cjk(forms[two[i]].name))
            *np_list_add(arena, bridges) = (struct bridge){ left[i], right[i], family };
}

static void gather_family(const struct np_facts *facts, struct np_arena *arena, int64_t f,
                          struct bridges *bridges)
{
    const struct np_fact_family *family = &facts->families.v[f];
    int32_t *owners = np_malloc(family->members.n * sizeof *owners);
    size_t n = 0;

    for (size_t i = 0; i < family->members.n; i++)
        if (names_owner(facts, family, family->members.v[i]))
            owners[n++] = family->members.v[i];
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n; k++)
            if (i != k)
                compare_members(facts, arena, owners[i], owners[k], f, bridges);
    free(owners);
}

static void gather(const struct np_facts *facts, struct np_arena *arena, struct bridges *bridges)
{
    for (size_t f = 0; f < facts->families.n; f++)
        if (facts->families.v[f].members.n > 1)
            gather_family(facts, arena, (int64_t)f, bridges);
}

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
static size_t count_pair(const struct bridge *v, size_t n, struct np_fact_alias *alias)
{
    size_t i;

    *alias = (struct np_fact_alias){ .reason = NP_ALIAS_BRIDGE, .one = v->chinese,
                                     .other = v->latin, .similarity = NAN,
                                     .example = v->family };
    for (i = 0; i < n && v[i].chinese == v->chinese && v[i].latin == v->latin; i++)
        alias->families += i == 0 || v[i].family != v[i - 1].family;
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
static bool is_contradicted(const struct np_facts *facts, const struct pairs *all, size_t at)
{
    const struct np_fact_alias *own = &all->v[at];
    size_t from = at;

    while (from > 0 && all->v[from - 1].one == own->one)
        from--;
    for (size_t i = from; i < all->n && all->v[i].one == own->one; i++)
        if (i != at && weighs(&all->v[i], own) &&
            !begin_alike(facts->enterprises.v[all->v[i].other].key,
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

/* Of the Chinese names of a Latin one at most the one with most families, if no other weighs. */
static void drop_shared(struct np_arena *arena, struct pairs *pairs)
{
    struct np_fact_alias **v = np_arena_alloc(arena, (pairs->n + 1) * sizeof *v);

    for (size_t i = 0; i < pairs->n; i++)
        v[i] = &pairs->v[i];
    if (pairs->n)
        qsort(v, pairs->n, sizeof *v, by_latin);
    for (size_t i = 0, to; i < pairs->n; i = to) {
        for (to = i + 1; to < pairs->n && v[to]->other == v[i]->other; to++)
            ;
        bool shared = to > i + 1 && weighs(v[i + 1], v[i]);

        for (size_t k = shared ? i : i + 1; k < to; k++)
            v[k]->families = 0;
    }
}

void suggest_bridges(const struct np_facts *facts, struct np_arena *arena, struct pairs *found)
{
    struct bridges bridges = { 0 };
    struct pairs pairs = { 0 };

    gather(facts, arena, &bridges);
    if (bridges.n)
        qsort(bridges.v, bridges.n, sizeof *bridges.v, compare_bridges);
    for (size_t i = 0; i < bridges.n;)
        i += count_pair(&bridges.v[i], bridges.n - i, np_list_add(arena, &pairs));
    bool *contradicted = np_arena_zalloc(arena, pairs.n + 1);
    for (size_t i = 0; i < pairs.n; i++)
        contradicted[i] = is_contradicted(facts, &pairs, i);
    drop_shared(arena, &pairs);
    for (size_t i = 0; i < pairs.n; i++)
        if (pairs.v[i].families >= FAMILIES_MIN && !contradicted[i])
            *np_list_add(arena, found) = pairs.v[i];
}
