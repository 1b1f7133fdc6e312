/* citations.c -- printed citations to pairs of families (scoring.md, section 1).
 *
 * A cited document is found by office and number; of several with that number (A and B of one
 * Chinese application) the one of the cited kind, else the first. Each pair of families stands
 * once, a family citing itself never: with the earliest citing publication, the strongest
 * category, all citing offices. A document is looked up once, however often it is cited; what is
 * not in the data is counted by family.
 */
#include "parts.h"

#include <stdlib.h>

enum { NOT_ASKED = -2, NOT_THERE = -1, SETS_MAX = 1 << 20 };

struct mention { /* one printed citation of the family at hand */
    int32_t cited;       /* family */
    np_date date;
    int strength;
    bool by_examiner;
    uint32_t office;     /* a word */
    const struct np_slice *words;
};

struct resolving {
    struct np_facts *facts;
    struct np_gathered *g;
    struct np_documents *numbers; /* office and number without zeros of publications; kind 1: cited
                                   * documents that are not there, as printed */
    int32_t *first;               /* by number: first publication */
    int32_t *next;                /* the next with the same number, -1 at the end */
    uint32_t *outside;            /* by document: its number in numbers, 0 not asked */
    struct mention *mentions;
    size_t nmentions, cap_mentions;
    uint32_t *others;             /* documents outside, of the family at hand */
    size_t nothers, cap_others;
    struct np_map *sets;          /* offices -> number of the set */
    int64_t *last;                /* by word: the last family that cited from there */
};

/* ---- finding the cited publication ---- */

static struct np_slice no_zeros(struct np_slice s)
{
    while (s.n > 1 && s.p[0] == '0')
        s = np_slice_sub(s, 1, s.n);
    return s;
}

static void index_numbers(struct resolving *r)
{
    size_t n = r->facts->nlight;
    uint32_t *number = np_malloc((n + 1) * sizeof *number);

    r->numbers = np_documents_new();
    r->next = np_malloc((n + 1) * sizeof *r->next);
    for (size_t i = 0; i < n; i++) {
        struct np_document own = np_documents_at(r->g->documents, r->g->names[i].own);

        number[i] = np_documents_put(r->numbers, own.office, no_zeros(own.number), 0, 0);
    }
    r->first = np_malloc(np_documents_count(r->numbers) * sizeof *r->first);
    memset(r->first, 0xFF, np_documents_count(r->numbers) * sizeof *r->first);
    for (size_t i = n; i-- > 0;) {
        r->next[i] = r->first[number[i]];
        r->first[number[i]] = (int32_t)i;
    }
    free(number);
}

static int32_t look_up(const struct resolving *r, uint32_t document)
{
    struct np_document cited = np_documents_at(r->g->documents, document);
    uint32_t number = !cited.number.n ? 0
        : np_documents_find(r->numbers, cited.office, no_zeros(cited.number), 0, 0);

    if (!number)
        return NOT_THERE;
    for (int32_t i = r->first[number]; i >= 0; i = r->next[i])
        if (np_documents_at(r->g->documents, r->g->names[i].own).kind == cited.kind)
            return i;
    return r->first[number];
}

static int32_t publication_of(struct resolving *r, uint32_t document)
{
    if (r->g->cited[document] == NOT_ASKED)
        r->g->cited[document] = look_up(r, document);
    return r->g->cited[document];
}

/* One number for all that is printed alike, whatever kind and date say. */
static uint32_t outside_of(struct resolving *r, uint32_t document)
{
    if (!r->outside[document]) {
        struct np_document cited = np_documents_at(r->g->documents, document);

        r->outside[document] = np_documents_put(r->numbers, cited.office, cited.number, 1, 0);
    }
    return r->outside[document];
}

/* ---- mentions of one family ---- */

/* 1 to 5 for O to X; 0 is no category at all. */
static int strength_of(uint8_t said)
{
    int category = said & NP_SAID_CATEGORY;

    return category ? category : said & NP_SAID_ANY ? 1 : 0;
}

static void add_mention(struct resolving *r, struct mention mention)
{
    if (r->nmentions == r->cap_mentions) {
        r->cap_mentions = r->cap_mentions ? r->cap_mentions * 2 : 256;
        r->mentions = np_realloc(r->mentions, r->cap_mentions * sizeof *r->mentions);
    }
    r->mentions[r->nmentions++] = mention;
}

static void add_other(struct resolving *r, uint32_t document)
{
    if (r->nothers == r->cap_others) {
        r->cap_others = r->cap_others ? r->cap_others * 2 : 256;
        r->others = np_realloc(r->others, r->cap_others * sizeof *r->others);
    }
    r->others[r->nothers++] = outside_of(r, document);
}

static void take_citation(struct resolving *r, int64_t citing, uint32_t document, uint8_t said)
{
    const struct np_fact_light *p = &r->facts->light[citing];
    int32_t cited = publication_of(r, document);
    int32_t family = cited < 0 ? -1 : r->facts->light[cited].family;

    r->facts->citations_total++;
    r->facts->citations_resolved += family >= 0;
    if (family < 0)
        add_other(r, document);
    else if (family != p->family)
        add_mention(r, (struct mention){ family, p->date, strength_of(said),
                                         (said & NP_SAID_EXAMINER) != 0, p->office,
                                         r->facts->words.v });
}

static void take_member(struct resolving *r, int64_t member)
{
    size_t n;
    const uint32_t *document = np_gathered_items(r->g, NP_GATHERED_CITATIONS, member, &n);
    const uint8_t *said = r->g->said + (document - r->g->list[NP_GATHERED_CITATIONS].v);

    for (size_t i = 0; i < n; i++)
        __builtin_prefetch(&r->g->cited[document[i]]);
    for (size_t i = 0; i < n; i++)
        if (publication_of(r, document[i]) >= 0)
            __builtin_prefetch(&r->facts->light[r->g->cited[document[i]]]);
    for (size_t i = 0; i < n; i++)
        take_citation(r, member, document[i], said[i]);
}

/* ---- mentions to links ---- */

static int compare_mentions(const void *left, const void *right)
{
    const struct mention *a = left, *b = right;

    if (a->cited != b->cited)
        return a->cited < b->cited ? -1 : 1;
    return a->office == b->office ? 0 : np_slice_cmp(a->words[a->office], b->words[b->office]);
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

/* The set of the offices of mentions of one pair, in order of office. */
static unsigned set_of(struct resolving *r, const struct mention *m, size_t n)
{
    struct np_facts *facts = r->facts;
    struct np_buf key = { 0 };
    size_t before = np_map_count(r->sets), count = 0;
    struct np_slice *offices;
    unsigned set;

    for (size_t i = 0; i < n; i++)
        if (i == 0 || m[i].office != m[i - 1].office)
            np_buf_put(&key, &m[i].office, sizeof m[i].office);
    set = (unsigned)*np_map_put(r->sets, np_buf_slice(&key), (int64_t)before);
    if (np_map_count(r->sets) > before) {
        if (before == SETS_MAX)
            np_panic("more than %d sets of citing offices", SETS_MAX);
        offices = np_arena_alloc(facts->arena, n * sizeof *offices);
        for (size_t i = 0; i < n; i++)
            if (i == 0 || m[i].office != m[i - 1].office)
                offices[count++] = facts->words.v[m[i].office];
        *np_list_add(facts->arena, &facts->office_sets) =
            (struct np_fact_offices){ offices, count };
    }
    np_buf_release(&key);
    return set;
}

static struct np_fact_link *add_link(struct np_facts *facts)
{
    if (facts->links.n == facts->links.cap) {
        facts->links.cap = facts->links.cap ? facts->links.cap * 3 / 2 : 1024;
        facts->links.v = np_realloc(facts->links.v, facts->links.cap * sizeof *facts->links.v);
    }
    if (facts->links.n == INT32_MAX)
        np_panic("more than %d citations between families", INT32_MAX);
    return &facts->links.v[facts->links.n++];
}

/* The mentions of a pair stand in order of office. */
static void count_reports(struct resolving *r, int64_t citing, const struct mention *m, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct np_fact_reports *reports = &r->facts->reports.v[m[i].office];

        if (i && m[i].office == m[i - 1].office)
            continue;
        reports->links++;
        reports->families += r->last[m[i].office] != citing;
        r->last[m[i].office] = citing;
    }
}

/* One link from the mentions of a pair; returns how many there were. */
static size_t make_link(struct resolving *r, int64_t citing, const struct mention *m, size_t n)
{
    struct np_fact_link *link = add_link(r->facts);
    int strength = 0;
    size_t i;

    *link = (struct np_fact_link){ .citing = (int32_t)citing, .cited = m->cited };
    for (i = 0; i < n && m[i].cited == m->cited; i++) {
        if (m[i].date && (!link->date || m[i].date < link->date))
            link->date = m[i].date;
        strength = m[i].strength > strength ? m[i].strength : strength;
        link->by_examiner = link->by_examiner || m[i].by_examiner;
    }
    count_reports(r, citing, m, i);
    link->offices = set_of(r, m, i) & (SETS_MAX - 1);
    link->strongest = strength ? (unsigned char)np_categories[strength] : 0;
    link->self = share_enterprise(&r->facts->families.v[citing],
                                  &r->facts->families.v[m->cited]);
    return i;
}

static int32_t count_others(struct resolving *r)
{
    int32_t count = 0;

    if (r->nothers > 1)
        qsort(r->others, r->nothers, sizeof *r->others, np_compare_uint32);
    for (size_t i = 0; i < r->nothers; i++)
        count += i == 0 || r->others[i] != r->others[i - 1];
    return count;
}

static void resolve_family(struct resolving *r, int64_t f)
{
    struct np_fact_family *family = &r->facts->families.v[f];
    size_t before = r->facts->links.n;

    r->nmentions = r->nothers = 0;
    for (size_t i = 0; i < family->members.n; i++)
        take_member(r, family->members.v[i]);
    if (r->nmentions > 1)
        qsort(r->mentions, r->nmentions, sizeof *r->mentions, compare_mentions);
    for (size_t i = 0; i < r->nmentions;)
        i += make_link(r, f, &r->mentions[i], r->nmentions - i);
    family->cites.n = r->facts->links.n - before;
    family->outside = count_others(r);
}

/* ---- both ends ---- */

/* Lengths are there; each list begins where the one before ends. */
static void begin_lists(struct np_facts *facts, int32_t *cites, const struct np_fact_link *links)
{
    for (size_t i = 0; i < facts->links.n; i++)
        facts->families.v[facts->links.v[i].cited].cited_by.n++;
    for (size_t f = 0; f < facts->families.n; f++) {
        struct np_fact_family *family = &facts->families.v[f];

        family->cites.v = cites;
        cites += family->cites.n;
        family->cited_by.v = links;
        links += family->cited_by.n;
        family->cites.n = family->cited_by.n = 0;
    }
}

/* Links were made in order of citing family, and are put in order of cited family. */
static void turn_links(struct np_facts *facts)
{
    size_t n = facts->links.n;
    int32_t *cites = np_facts_block(facts, (n + 1) * sizeof *cites);
    struct np_fact_link *links = np_malloc((n + 1) * sizeof *links);

    np_prefer_large_pages(links, (n + 1) * sizeof *links);
    begin_lists(facts, cites, links);
    for (size_t i = 0; i < n; i++) {
        const struct np_fact_link *link = &facts->links.v[i];
        struct np_fact_family *citing = &facts->families.v[link->citing];
        struct np_fact_family *cited = &facts->families.v[link->cited];
        ptrdiff_t at = (cited->cited_by.v - links) + (ptrdiff_t)cited->cited_by.n++;

        links[at] = *link;
        cites[(citing->cites.v - cites) + (ptrdiff_t)citing->cites.n++] = (int32_t)at;
    }
    free(facts->links.v);
    facts->links.v = links;
    facts->links.cap = n + 1;
}

void resolve_citations(struct np_facts *facts)
{
    struct resolving r = { .facts = facts, .g = facts->gathered, .sets = np_map_new() };
    size_t documents = np_documents_count(r.g->documents);

    index_numbers(&r);
    r.g->cited = np_malloc(documents * sizeof *r.g->cited);
    np_prefer_large_pages(r.g->cited, documents * sizeof *r.g->cited);
    for (size_t i = 0; i < documents; i++)
        r.g->cited[i] = NOT_ASKED;
    r.outside = np_calloc(documents, sizeof *r.outside);
    facts->citations_total = facts->citations_resolved = 0;
    r.last = np_malloc((facts->words.n + 1) * sizeof *r.last);
    memset(r.last, 0xFF, (facts->words.n + 1) * sizeof *r.last);
    for (size_t i = 0; i < facts->words.n; i++)
        (void)np_list_add(facts->arena, &facts->reports);
    for (size_t f = 0; f < facts->families.n; f++)
        resolve_family(&r, (int64_t)f);
    turn_links(facts);
    np_documents_free(r.numbers);
    np_map_free(r.sets);
    free(r.last);
    free(r.first);
    free(r.next);
    free(r.outside);
    free(r.mentions);
    free(r.others);
}
