/* members.c -- what a family is, from its members: reference member, dates, symbols, subfields. */
#include "parts.h"

#include <nanopat/map.h>

#include <stdlib.h>

/* Where the OECD's indicators on applications look first (scoring.md, section 1). */
static const char *const reference_offices[] = { "CN", "US", "EP", "JP", "KR" };
enum { NREFERENCE = sizeof reference_offices / sizeof *reference_offices };

static bool is_grant(const struct np_fact_publication *p)
{
    return p->stage == NP_GRANT;
}

static int office_rank(struct np_slice office)
{
    for (int i = 0; i < NREFERENCE; i++)
        if (np_slice_is(office, reference_offices[i]))
            return i;
    return NREFERENCE;
}

/* An unknown date comes last, an equal one leaves the first in order of id. */
static bool earlier(np_date a, np_date b)
{
    return a && (!b || a < b);
}

static np_date filed(const struct np_fact_publication *p)
{
    return p->application.date;
}

/* Granted before the rest, by order of offices, then by filing; the rest by publication. */
static bool is_better(const struct np_fact_publication *p, const struct np_fact_publication *best)
{
    int rank = office_rank(p->office), best_rank = office_rank(best->office);
    bool granted = is_grant(p) && rank < NREFERENCE;
    bool best_granted = is_grant(best) && best_rank < NREFERENCE;

    if (granted != best_granted)
        return granted;
    if (!granted)
        return earlier(p->date, best->date);
    if (rank != best_rank)
        return rank < best_rank;
    return earlier(filed(p), filed(best)) ||
           (filed(p) == filed(best) && earlier(p->date, best->date));
}

static void choose_reference(const struct np_facts *facts, struct np_fact_family *family)
{
    family->reference = family->members.v[0];
    for (size_t i = 1; i < family->members.n; i++)
        if (is_better(&facts->publications.v[family->members.v[i]],
                      &facts->publications.v[family->reference]))
            family->reference = family->members.v[i];
}

static void take_earliest(np_date *date, np_date other)
{
    if (earlier(other, *date))
        *date = other;
}

static void set_dates(const struct np_facts *facts, struct np_fact_family *family)
{
    np_date first = 0;

    for (size_t i = 0; i < family->members.n; i++) {
        const struct np_fact_publication *p = &facts->publications.v[family->members.v[i]];

        take_earliest(&family->first_publication, p->date);
        for (size_t k = 0; k < p->priorities.n; k++)
            take_earliest(&family->priority, p->priorities.v[k].date);
        for (size_t k = 0; k < p->parents.n; k++)
            take_earliest(&family->priority, p->parents.v[k].doc.date);
    }
    for (size_t i = 0; i < family->members.n; i++)
        take_earliest(&first, filed(&facts->publications.v[family->members.v[i]]));
    family->filing = filed(&facts->publications.v[family->reference]);
    if (!family->filing)
        family->filing = first;
    take_earliest(&family->priority, first);
}

/* The reference member's symbols first, so that the first one is the main one. */
static void gather_symbols(struct np_facts *facts, struct np_fact_family *family)
{
    const struct np_fact_publication *reference = &facts->publications.v[family->reference];

    for (size_t k = 0; k < reference->ipc.n; k++)
        np_symbols_add(facts->arena, &family->symbols, reference->ipc.v[k]);
    for (size_t i = 0; i < family->members.n; i++) {
        const struct np_fact_publication *p = &facts->publications.v[family->members.v[i]];

        for (size_t k = 0; k < p->ipc.n; k++)
            np_symbols_add(facts->arena, &family->symbols, p->ipc.v[k]);
    }
}

static int by_subfield(const void *left, const void *right)
{
    const struct np_fact_hit *a = left, *b = right;

    if (a->subfield != b->subfield)
        return a->subfield < b->subfield ? -1 : 1;
    return (a->score < b->score) - (a->score > b->score);
}

static void gather_hits(struct np_facts *facts, struct np_fact_family *family)
{
    size_t kept = 0;

    for (size_t i = 0; i < family->members.n; i++) {
        const struct np_fact_publication *p = &facts->publications.v[family->members.v[i]];

        for (size_t k = 0; k < p->hits.n; k++)
            *np_list_add(facts->arena, &family->hits) = p->hits.v[k];
    }
    if (!family->hits.n)
        return;
    qsort(family->hits.v, family->hits.n, sizeof *family->hits.v, by_subfield);
    for (size_t i = 0; i < family->hits.n; i++)
        if (i == 0 || family->hits.v[i].subfield != family->hits.v[kept - 1].subfield)
            family->hits.v[kept++] = family->hits.v[i];
    family->hits.n = kept;
}

void describe_families(struct np_facts *facts)
{
    for (size_t f = 0; f < facts->families.n; f++) {
        struct np_fact_family *family = &facts->families.v[f];

        choose_reference(facts, family);
        set_dates(facts, family);
        gather_symbols(facts, family);
        gather_hits(facts, family);
    }
}
