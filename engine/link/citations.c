/* citations.c -- printed citations to pairs of families (scoring.md, section 1).
 *
 * A cited document is found by office and number; of several with that number (A and B of one
 * Chinese application) the one of the cited kind, else the first. Each pair of families stands
 * once, a family citing itself never: with the earliest citing publication, the strongest
 * category, all citing offices.
 */
#include "parts.h"

#include <nanopat/map.h>

#include <stdlib.h>

struct mention { /* one printed citation that was found */
    int64_t citing, cited; /* families */
    np_date date;
    int strength;
    bool by_examiner;
    struct np_slice office;
};

struct mentions {
    struct mention *v;
    size_t n, cap;
};

static struct np_slice no_zeros(struct np_slice s)
{
    while (s.n > 1 && s.p[0] == '0')
        s = np_slice_sub(s, 1, s.n);
    return s;
}

/* Office and number in buffer b, reused. */
static struct np_slice number_key(struct np_buf *b, struct np_slice office, struct np_slice number)
{
    np_buf_reset(b);
    np_buf_puts_slice(b, office);
    np_buf_putc(b, ' ');
    np_buf_puts_slice(b, no_zeros(number));
    return np_buf_slice(b);
}

/* ---- finding the cited publication ---- */

struct numbers {
    struct np_map *first; /* office and number -> first publication */
    int64_t *next;        /* the next with the same number, -1 at the end */
};

static void index_numbers(const struct np_facts *facts, struct numbers *numbers)
{
    struct np_buf b = { 0 };

    numbers->first = np_map_new();
    numbers->next = np_malloc((facts->publications.n + 1) * sizeof *numbers->next);
    for (size_t i = facts->publications.n; i-- > 0;) {
        const struct np_fact_publication *p = &facts->publications.v[i];
        int64_t *first = np_map_put(numbers->first, number_key(&b, p->office, p->number), -1);

        numbers->next[i] = *first;
        *first = (int64_t)i;
    }
    np_buf_release(&b);
}

static int64_t find_cited(const struct np_facts *facts, const struct numbers *numbers,
                          const struct np_docref *cited, struct np_buf *b)
{
    const int64_t *first = np_map_get(numbers->first, number_key(b, cited->office, cited->number));

    if (!first || !cited->number.n)
        return -1;
    for (int64_t i = *first; i >= 0; i = numbers->next[i])
        if (np_slice_eq(facts->publications.v[i].kind, cited->kind))
            return i;
    return *first;
}

/* ---- mentions to links ---- */

static const char strengths[] = "OAYIX"; /* weakest first; 0 is no category at all */

static int strength_of(const struct np_fact_citation *citation)
{
    const char *place = citation->strongest ? strchr(strengths, citation->strongest) : NULL;

    if (!citation->has_category && !citation->strongest)
        return 0;
    return place ? (int)(place - strengths) + 1 : 1;
}

static char category_of(int strength)
{
    return strength ? strengths[strength - 1] : '\0';
}

static int compare_mentions(const void *left, const void *right)
{
    const struct mention *a = left, *b = right;

    if (a->citing != b->citing)
        return a->citing < b->citing ? -1 : 1;
    if (a->cited != b->cited)
        return a->cited < b->cited ? -1 : 1;
    return np_slice_cmp(a->office, b->office);
}

static bool share_enterprise(const struct np_fact_family *a, const struct np_fact_family *b)
{
    for (size_t i = 0, k = 0; i < a->enterprises.n && k < b->enterprises.n;) {
        if (a->enterprises.v[i] == b->enterprises.v[k])
            return true;
        if (a->enterprises.v[i] < b->enterprises.v[k])
            i++;
        else
            k++;
    }
    return false;
}

static void add_office(struct np_facts *facts, struct np_fact_link *link, struct np_slice office)
{
    if (!link->offices.n || !np_slice_eq(link->offices.v[link->offices.n - 1], office))
        *np_list_add(facts->arena, &link->offices) = office;
}

/* One link from the mentions of a pair; returns how many there were. */
static size_t make_link(struct np_facts *facts, const struct mention *m, size_t n)
{
    struct np_fact_link *link = np_list_add(facts->arena, &facts->links);
    int strength = 0;
    size_t i;

    link->citing = m->citing;
    link->cited = m->cited;
    for (i = 0; i < n && m[i].citing == m->citing && m[i].cited == m->cited; i++) {
        if (m[i].date && (!link->date || m[i].date < link->date))
            link->date = m[i].date;
        strength = m[i].strength > strength ? m[i].strength : strength;
        link->by_examiner = link->by_examiner || m[i].by_examiner;
        add_office(facts, link, m[i].office);
    }
    link->strongest = category_of(strength);
    link->self = share_enterprise(&facts->families.v[m->citing], &facts->families.v[m->cited]);
    return i;
}

static void make_links(struct np_facts *facts, struct mentions *mentions)
{
    if (mentions->n)
        qsort(mentions->v, mentions->n, sizeof *mentions->v, compare_mentions);
    for (size_t i = 0; i < mentions->n;)
        i += make_link(facts, &mentions->v[i], mentions->n - i);
    for (size_t i = 0; i < facts->links.n; i++) {
        const struct np_fact_link *link = &facts->links.v[i];

        *np_list_add(facts->arena, &facts->families.v[link->citing].cites) = (int64_t)i;
        *np_list_add(facts->arena, &facts->families.v[link->cited].cited_by) = (int64_t)i;
    }
}

static void resolve(struct np_facts *facts, struct np_fact_publication *p,
                    struct np_fact_citation *citation, struct np_arena *arena,
                    struct mentions *mentions)
{
    int64_t cited = citation->cited_publication;
    int64_t family = cited < 0 ? -1 : facts->publications.v[cited].family;

    facts->citations_total++;
    facts->citations_resolved += family >= 0;
    if (family < 0 || family == p->family)
        return;
    *np_list_add(arena, mentions) =
        (struct mention){ .citing = p->family,
                          .cited = family,
                          .date = p->date,
                          .strength = strength_of(citation),
                          .by_examiner = citation->by == NP_BY_EXAMINER,
                          .office = p->office };
}

void resolve_citations(struct np_facts *facts)
{
    struct np_arena *arena = np_arena_new();
    struct mentions mentions = { 0 };
    struct numbers numbers;
    struct np_buf b = { 0 };

    index_numbers(facts, &numbers);
    facts->citations_total = facts->citations_resolved = 0;
    for (size_t i = 0; i < facts->publications.n; i++) {
        struct np_fact_publication *p = &facts->publications.v[i];

        for (size_t k = 0; p->family >= 0 && k < p->citations.n; k++) {
            struct np_fact_citation *citation = &p->citations.v[k];

            citation->cited_publication = find_cited(facts, &numbers, &citation->cited, &b);
            resolve(facts, p, citation, arena, &mentions);
        }
    }
    make_links(facts, &mentions);
    np_buf_release(&b);
    np_map_free(numbers.first);
    free(numbers.next);
    np_arena_free(arena);
}
