/* members.c -- what a family is, from its members: reference member, dates, symbols, subfields. */
#include "parts.h"

#include <stdlib.h>

/* Where the OECD's indicators on applications look first (scoring.md, section 1). */
static const char *const usual_offices[] = { "CN", "US", "EP", "JP", "KR" };
enum { NUSUAL = sizeof usual_offices / sizeof *usual_offices };

static size_t count_reference(const struct np_facts *facts)
{
    return facts->choices.nreference ? facts->choices.nreference : NUSUAL;
}

/* count_reference() for any other office. */
static size_t rank_at(const struct np_facts *facts, int64_t i)
{
    struct np_slice office = facts->words.v[facts->light[i].office];
    size_t n = count_reference(facts), at = 0;

    while (at < n && !(facts->choices.nreference
                           ? np_slice_eq(office, facts->choices.reference_offices[at])
                           : np_slice_is(office, usual_offices[at])))
        at++;
    return at;
}

/* An unknown date comes last, an equal one leaves the first in order of id. */
static bool earlier(np_date a, np_date b)
{
    return a && (!b || a < b);
}

/* Granted before the rest, by order of offices, then by filing; the rest by publication. */
static bool is_better(const struct np_facts *facts, int64_t one, int64_t other)
{
    const struct np_fact_light *p = &facts->light[one], *best = &facts->light[other];
    size_t rank = rank_at(facts, one), best_rank = rank_at(facts, other);
    bool granted = np_light_stage(p) == NP_GRANT && rank < count_reference(facts);
    bool best_granted = np_light_stage(best) == NP_GRANT && best_rank < count_reference(facts);

    if (granted != best_granted)
        return granted;
    if (!granted)
        return earlier(p->date, best->date);
    if (rank != best_rank)
        return rank < best_rank;
    return earlier(p->filing, best->filing) ||
           (p->filing == best->filing && earlier(p->date, best->date));
}

static void choose_reference(const struct np_facts *facts, struct np_fact_family *family)
{
    family->reference = family->members.v[0];
    for (size_t i = 1; i < family->members.n; i++)
        if (is_better(facts, family->members.v[i], family->reference))
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
        int32_t member = family->members.v[i];

        take_earliest(&family->first_publication, facts->light[member].date);
        take_earliest(&family->priority, facts->gathered->names[member].priority);
        take_earliest(&first, facts->light[member].filing);
    }
    family->filing = facts->light[family->reference].filing;
    if (!family->filing)
        family->filing = first;
    take_earliest(&family->priority, first);
}

/* ---- members of one application: equal office and number, also where none has a number ---- */

static bool same_application(const struct np_facts *facts, int64_t a, int64_t b)
{
    const struct np_documents *documents = facts->gathered->documents;
    uint32_t one = facts->gathered->names[a].application;
    uint32_t other = facts->gathered->names[b].application;

    return facts->light[a].office == facts->light[b].office &&
           (one == other || np_slice_eq(np_documents_at(documents, one).number,
                                        np_documents_at(documents, other).number));
}

static void find_same(struct np_facts *facts, const struct np_fact_family *family)
{
    for (size_t i = 0; i < family->members.n; i++) {
        int32_t member = family->members.v[i];

        facts->light[member].same = member;
        for (size_t k = 0; k < i; k++)
            if (facts->light[family->members.v[k]].same == family->members.v[k] &&
                same_application(facts, family->members.v[k], member)) {
                facts->light[member].same = family->members.v[k];
                break;
            }
    }
}

/* ---- symbols ---- */

struct parts { /* the lists of all families, one after the other */
    int32_t *symbol;
    size_t nsymbols, cap_symbols;
    struct np_fact_hit *hit;
    size_t nhits, cap_hits;
};

static void add_symbols(const struct np_facts *facts, struct parts *parts, int32_t member,
                        size_t from)
{
    size_t n;
    const uint32_t *symbol = np_gathered_items(facts->gathered, NP_GATHERED_SYMBOLS, member, &n);

    for (size_t i = 0; i < n; i++) {
        bool seen = !facts->symbols.v[symbol[i]].n;

        for (size_t k = from; k < parts->nsymbols && !seen; k++)
            seen = (uint32_t)parts->symbol[k] == symbol[i];
        if (seen)
            continue;
        if (parts->nsymbols == parts->cap_symbols) {
            parts->cap_symbols = parts->cap_symbols ? parts->cap_symbols * 3 / 2 : 1024;
            parts->symbol = np_realloc(parts->symbol,
                                       parts->cap_symbols * sizeof *parts->symbol);
        }
        parts->symbol[parts->nsymbols++] = (int32_t)symbol[i];
    }
}

/* The reference member's symbols first, so that the first one is the main one. */
static void gather_symbols(const struct np_facts *facts, struct np_fact_family *family,
                           struct parts *parts)
{
    size_t from = parts->nsymbols;

    add_symbols(facts, parts, family->reference, from);
    for (size_t i = 0; i < family->members.n; i++)
        add_symbols(facts, parts, family->members.v[i], from);
    family->symbols.n = parts->nsymbols - from;
}

/* ---- hits ---- */

static int by_subfield(const void *left, const void *right)
{
    const struct np_fact_hit *a = left, *b = right;

    if (a->subfield != b->subfield)
        return a->subfield < b->subfield ? -1 : 1;
    return (a->score < b->score) - (a->score > b->score);
}

static void add_hits(const struct np_facts *facts, struct parts *parts, int32_t member)
{
    size_t n;
    const uint32_t *at = np_gathered_items(facts->gathered, NP_GATHERED_HITS, member, &n);

    for (size_t i = 0; i < n; i++) {
        if (parts->nhits == parts->cap_hits) {
            parts->cap_hits = parts->cap_hits ? parts->cap_hits * 2 : 1024;
            parts->hit = np_realloc(parts->hit, parts->cap_hits * sizeof *parts->hit);
        }
        parts->hit[parts->nhits++] = facts->gathered->hits.v[at[i]];
    }
}

static void gather_hits(const struct np_facts *facts, struct np_fact_family *family,
                        struct parts *parts)
{
    size_t from = parts->nhits, kept = from;

    for (size_t i = 0; i < family->members.n; i++)
        add_hits(facts, parts, family->members.v[i]);
    if (parts->nhits > from + 1)
        qsort(parts->hit + from, parts->nhits - from, sizeof *parts->hit, by_subfield);
    for (size_t i = from; i < parts->nhits; i++)
        if (i == from || parts->hit[i].subfield != parts->hit[kept - 1].subfield)
            parts->hit[kept++] = parts->hit[i];
    parts->nhits = kept;
    family->hits.n = kept - from;
}

/* ---- the whole ---- */

static void point_into(struct np_facts *facts, struct parts *parts)
{
    const int32_t *symbol = parts->symbol;
    const struct np_fact_hit *hit = parts->hit;

    np_facts_keep(facts, parts->symbol);
    np_facts_keep(facts, parts->hit);
    for (size_t f = 0; f < facts->families.n; f++) {
        facts->families.v[f].symbols.v = symbol;
        facts->families.v[f].hits.v = hit;
        if (symbol)
            symbol += facts->families.v[f].symbols.n;
        if (hit)
            hit += facts->families.v[f].hits.n;
    }
}

void describe_families(struct np_facts *facts)
{
    struct parts parts = { 0 };

    for (size_t f = 0; f < facts->families.n; f++) {
        struct np_fact_family *family = &facts->families.v[f];

        choose_reference(facts, family);
        set_dates(facts, family);
        find_same(facts, family);
        gather_symbols(facts, family, &parts);
        gather_hits(facts, family, &parts);
    }
    point_into(facts, &parts);
}
