/* bridges.c -- two spellings of one applicant, as families show them (scoring.md, section 8.5).
 *
 *   CN member   苏州纳微科技股份有限公司          first of one applicant
 *   US member   SUZHOU NANOMICRO TECH CO LTD   first of one applicant
 *
 * Evidence: the same place in lists of the same length, one Chinese and one Latin, in two families
 * or more, and neither spelling ever stands beside a third. A suggestion: nothing is merged.
 */
#include "parts.h"

#include <nanopat/text.h>

#include <stdlib.h>

enum { FAMILIES_MIN = 2 };

struct bridge { int chinese, latin; int64_t family; };
struct bridges { struct bridge *v; size_t n, cap; };

static bool is_chinese(struct np_slice s)
{
    for (size_t at = 0; at < s.n;)
        if (np_is_cjk(np_utf8_next(s, &at)))
            return true;
    return false;
}

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
            is_organisation(facts, right[i]) && is_chinese(forms[one[i]].name) &&
            !is_chinese(forms[two[i]].name))
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

/* One alias from the bridges of a pair; returns how many there were. */
static size_t count_pair(const struct bridge *v, size_t n, struct np_fact_alias *alias)
{
    size_t i;

    *alias = (struct np_fact_alias){ v->chinese, v->latin, 0, v->family };
    for (i = 0; i < n && v[i].chinese == v->chinese && v[i].latin == v->latin; i++)
        alias->families += i == 0 || v[i].family != v[i - 1].family;
    return i;
}

void suggest_aliases(struct np_facts *facts)
{
    struct np_arena *arena = np_arena_new();
    struct bridges bridges = { 0 };
    struct { struct np_fact_alias *v; size_t n, cap; } pairs = { 0 };
    int *partners = np_calloc(facts->enterprises.n + 1, sizeof *partners);

    gather(facts, arena, &bridges);
    if (bridges.n)
        qsort(bridges.v, bridges.n, sizeof *bridges.v, compare_bridges);
    for (size_t i = 0; i < bridges.n;)
        i += count_pair(&bridges.v[i], bridges.n - i, np_list_add(arena, &pairs));
    for (size_t i = 0; i < pairs.n; i++) {
        partners[pairs.v[i].chinese]++;
        partners[pairs.v[i].latin]++;
    }
    for (size_t i = 0; i < pairs.n; i++)
        if (pairs.v[i].families >= FAMILIES_MIN && partners[pairs.v[i].chinese] == 1 &&
            partners[pairs.v[i].latin] == 1)
            *np_list_add(facts->arena, &facts->aliases) = pairs.v[i];
    free(partners);
    np_arena_free(arena);
}
