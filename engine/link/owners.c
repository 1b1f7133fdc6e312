/* owners.c -- whose a family is.
 *
 * It belongs to the parties of the latest publication of each of its applications, since a grant
 * names the owner; inventors who apply only for formal reasons (US before 2012) do not count beside
 * an organisation. What was transferred since belongs to the receivers (moved.c).
 */
#include "parts.h"

#include <stdlib.h>

struct owners { /* of all families, one after the other */
    int32_t *v;
    size_t n, cap;
};

const uint32_t *parties_of(const struct np_facts *facts, int64_t publication,
                           const int32_t **enterprises, size_t *n)
{
    const struct np_gathered *g = facts->gathered;
    const uint32_t *forms = np_gathered_items(g, NP_GATHERED_PARTIES, publication, n);

    *enterprises = g->enterprise + (forms - g->list[NP_GATHERED_PARTIES].v);
    return forms;
}

static size_t count_parties(const struct np_facts *facts, int64_t publication)
{
    size_t n;

    (void)np_gathered_items(facts->gathered, NP_GATHERED_PARTIES, publication, &n);
    return n;
}

/* No later publication of the same application names parties. */
bool names_owner(const struct np_facts *facts, const struct np_fact_family *family, int64_t i)
{
    const struct np_fact_light *p = &facts->light[i];

    if (!count_parties(facts, i))
        return false;
    for (size_t k = 0; k < family->members.n; k++) {
        int64_t other = family->members.v[k];
        const struct np_fact_light *q = &facts->light[other];

        if (other != i && q->same == p->same &&
            (q->date > p->date || (q->date == p->date && other > i)) &&
            count_parties(facts, other))
            return false;
    }
    return true;
}

static void add_owner(struct owners *owners, size_t from, int32_t enterprise)
{
    for (size_t i = from; i < owners->n; i++)
        if (owners->v[i] == enterprise)
            return;
    if (owners->n == owners->cap) {
        owners->cap = owners->cap ? owners->cap * 3 / 2 : 1024;
        owners->v = np_realloc(owners->v, owners->cap * sizeof *owners->v);
    }
    owners->v[owners->n++] = enterprise;
}

static bool formal(const struct np_facts *facts, uint32_t form, int32_t enterprise)
{
    return facts->gathered->forms.v[form].role == NP_ROLE_APPLICANT_INVENTOR && enterprise >= 0 &&
           facts->enterprises.v[enterprise].kind == NP_PERSON;
}

static void add_owners(const struct np_facts *facts, const struct np_fact_family *family,
                       struct owners *owners, size_t from, bool inventors)
{
    for (size_t k = 0; k < family->members.n; k++) {
        const int32_t *enterprise;
        size_t n;
        const uint32_t *form = parties_of(facts, family->members.v[k], &enterprise, &n);
        const struct np_fact_moved *moved =
            np_facts_moved(facts, facts->light[family->members.v[k]].same);

        if (!names_owner(facts, family, family->members.v[k]))
            continue;
        if (moved) {
            for (size_t i = 0; i < moved->owners.n && !inventors; i++)
                add_owner(owners, from, moved->owners.v[i]);
            continue;
        }
        for (size_t i = 0; i < n; i++)
            if (enterprise[i] >= 0 && formal(facts, form[i], enterprise[i]) == inventors)
                add_owner(owners, from, enterprise[i]);
    }
}

/* Families of each enterprise, in their order. */
static void turn_round(struct np_facts *facts, size_t owned)
{
    int32_t *families = np_facts_block(facts, (owned + 1) * sizeof *families), *next = families;

    for (size_t f = 0; f < facts->families.n; f++)
        for (size_t i = 0; i < facts->families.v[f].enterprises.n; i++)
            facts->enterprises.v[facts->families.v[f].enterprises.v[i]].families.n++;
    for (size_t e = 0; e < facts->enterprises.n; e++) {
        facts->enterprises.v[e].families.v = next;
        next += facts->enterprises.v[e].families.n;
        facts->enterprises.v[e].families.n = 0;
    }
    for (size_t f = 0; f < facts->families.n; f++)
        for (size_t i = 0; i < facts->families.v[f].enterprises.n; i++) {
            struct np_indexes *list =
                &facts->enterprises.v[facts->families.v[f].enterprises.v[i]].families;

            families[(list->v - families) + (ptrdiff_t)list->n++] = (int32_t)f;
        }
}

void give_families(struct np_facts *facts)
{
    struct owners owners = { 0 };
    const int32_t *next;

    move_applications(facts);
    for (size_t f = 0; f < facts->families.n; f++) {
        struct np_fact_family *family = &facts->families.v[f];
        size_t from = owners.n;

        add_owners(facts, family, &owners, from, false);
        if (owners.n == from)
            add_owners(facts, family, &owners, from, true);
        if (owners.n > from + 1)
            qsort(owners.v + from, owners.n - from, sizeof *owners.v, np_compare_int32);
        family->enterprises.n = owners.n - from;
    }
    np_facts_keep(facts, owners.v);
    next = owners.v;
    for (size_t f = 0; f < facts->families.n; f++) {
        facts->families.v[f].enterprises.v = next;
        if (next)
            next += facts->families.v[f].enterprises.n;
    }
    turn_round(facts, owners.n);
}
