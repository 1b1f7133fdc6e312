/* owners.c -- whose a family is.
 *
 * It belongs to the parties of the latest publication of each of its applications, since a grant
 * names the owner; inventors who apply only for formal reasons (US before 2012) do not count beside
 * an organisation.
 */
#include "parts.h"

#include <stdlib.h>

/* No later publication of the same application names parties. */
bool names_owner(const struct np_facts *facts, const struct np_fact_family *family, int64_t i)
{
    const struct np_fact_publication *p = &facts->publications.v[i];

    for (size_t k = 0; k < family->members.n; k++) {
        int64_t other = family->members.v[k];
        const struct np_fact_publication *q = &facts->publications.v[other];

        if (other != i && q->parties.n && np_slice_eq(p->office, q->office) &&
            np_slice_eq(p->application.number, q->application.number) &&
            (q->date > p->date || (q->date == p->date && other > i)))
            return false;
    }
    return p->parties.n > 0;
}

static int by_number(const void *left, const void *right)
{
    return (*(const int *)left > *(const int *)right) - (*(const int *)left < *(const int *)right);
}

static void add_owner(struct np_facts *facts, struct np_fact_family *family, int enterprise)
{
    if (enterprise < 0)
        return;
    for (size_t i = 0; i < family->enterprises.n; i++)
        if (family->enterprises.v[i] == enterprise)
            return;
    *np_list_add(facts->arena, &family->enterprises) = enterprise;
}

static bool formal(const struct np_facts *facts, const struct np_fact_party *party)
{
    return party->role == NP_ROLE_APPLICANT_INVENTOR && party->enterprise >= 0 &&
           facts->enterprises.v[party->enterprise].kind == NP_PERSON;
}

static void add_owners(struct np_facts *facts, struct np_fact_family *family, bool inventors)
{
    for (size_t k = 0; k < family->members.n; k++) {
        const struct np_fact_publication *p = &facts->publications.v[family->members.v[k]];

        if (!names_owner(facts, family, family->members.v[k]))
            continue;
        for (size_t i = 0; i < p->parties.n; i++)
            if (formal(facts, &p->parties.v[i]) == inventors)
                add_owner(facts, family, p->parties.v[i].enterprise);
    }
}

void give_families(struct np_facts *facts)
{
    for (size_t f = 0; f < facts->families.n; f++) {
        struct np_fact_family *family = &facts->families.v[f];

        add_owners(facts, family, false);
        if (!family->enterprises.n)
            add_owners(facts, family, true);
        if (family->enterprises.n)
            qsort(family->enterprises.v, family->enterprises.n, sizeof *family->enterprises.v,
                  by_number);
        for (size_t i = 0; i < family->enterprises.n; i++)
            *np_list_add(facts->arena,
                         &facts->enterprises.v[family->enterprises.v[i]].families) = (int64_t)f;
    }
}
