/* settle.c -- gathered publications in order of id; what link found goes back to whole ones. */
#include <nanopat/gathered.h>

#include <stdlib.h>

/* ---- order of id ---- */

struct place { /* the first 16 bytes of an id, as two numbers that compare like them */
    uint64_t high, low;
    uint32_t row;
};

static uint64_t number_of(const unsigned char *p)
{
    uint64_t number = 0;

    for (int i = 0; i < 8; i++)
        number = number << 8 | p[i];
    return number;
}

static void fill_place(const struct np_facts *facts, struct place *place, uint32_t row,
                       struct np_buf *b)
{
    struct np_slice id = np_gathered_id(facts, row, b);
    unsigned char front[16] = { 0 };

    if (id.n)
        memcpy(front, id.p, id.n < sizeof front ? id.n : sizeof front);
    place->high = number_of(front);
    place->low = number_of(front + 8);
    place->row = row;
}

static int compare_places(const void *left, const void *right)
{
    const struct place *a = left, *b = right;

    if (a->high != b->high)
        return a->high < b->high ? -1 : 1;
    if (a->low != b->low)
        return a->low < b->low ? -1 : 1;
    return (a->row > b->row) - (a->row < b->row);
}

static bool comes_before(const struct np_facts *facts, uint32_t a, uint32_t b,
                         struct np_buf *left, struct np_buf *right)
{
    int order = np_slice_cmp(np_gathered_id(facts, a, left), np_gathered_id(facts, b, right));

    return order ? order < 0 : facts->gathered->rows[a].key < facts->gathered->rows[b].key;
}

/* Ids with one beginning are few and stand together: the whole ids decide. */
static void order_run(const struct np_facts *facts, struct place *v, size_t n)
{
    struct np_buf left = { 0 }, right = { 0 };

    for (size_t i = 1; i < n; i++) {
        struct place one = v[i];
        size_t at = i;

        for (; at > 0 && comes_before(facts, one.row, v[at - 1].row, &left, &right); at--)
            v[at] = v[at - 1];
        v[at] = one;
    }
    np_buf_release(&left);
    np_buf_release(&right);
}

static struct place *order_of_ids(const struct np_facts *facts)
{
    size_t n = facts->nlight;
    struct place *v = np_malloc((n + 1) * sizeof *v);
    struct np_buf b = { 0 };

    for (size_t i = 0; i < n; i++)
        fill_place(facts, &v[i], (uint32_t)i, &b);
    np_buf_release(&b);
    if (n)
        qsort(v, n, sizeof *v, compare_places);
    for (size_t from = 0, to; from < n; from = to) {
        for (to = from + 1; to < n && v[to].high == v[from].high && v[to].low == v[from].low;)
            to++;
        if (to - from > 1)
            order_run(facts, v + from, to - from);
    }
    return v;
}

/* ---- settling ---- */

static int by_publication(const void *left, const void *right)
{
    const struct np_fact_told *a = left, *b = right;

    return (a->publication > b->publication) - (a->publication < b->publication);
}

static void settle_told(struct np_facts *facts)
{
    for (size_t i = 0; i < facts->told.n; i++)
        facts->told.v[i].publication = facts->gathered->by_row[facts->told.v[i].publication];
    if (facts->told.n)
        qsort(facts->told.v, facts->told.n, sizeof *facts->told.v, by_publication);
}

void np_facts_settle(struct np_facts *facts)
{
    struct np_gathered *g = facts->gathered;
    size_t n = facts->nlight;
    struct place *order;
    struct np_fact_light *light;
    struct np_gathered_names *names;

    if (!g || g->settled)
        return;
    order = order_of_ids(facts);
    light = np_malloc((n + 1) * sizeof *light);
    np_prefer_large_pages(light, (n + 1) * sizeof *light);
    names = np_malloc((n + 1) * sizeof *names);
    g->by_row = np_malloc((n + 1) * sizeof *g->by_row);
    for (size_t i = 0; i < n; i++) {
        light[i] = facts->light[order[i].row];
        names[i] = g->names[order[i].row];
        g->by_row[order[i].row] = (int32_t)i;
    }
    free(order);
    free(facts->light);
    free(g->names);
    facts->light = light;
    g->names = names;
    g->settled = true;
    settle_told(facts);
}

int64_t np_facts_find(const struct np_facts *facts, int64_t key)
{
    const struct np_gathered *g = facts->gathered;
    size_t from = 0, n = facts->nlight;

    while (n > 0) {
        size_t half = n / 2;

        if (g->rows[from + half].key < key) {
            from += half + 1;
            n -= half + 1;
        } else {
            n = half;
        }
    }
    if (from == facts->nlight || g->rows[from].key != key)
        return -1;
    return g->settled ? g->by_row[from] : (int64_t)from;
}

/* ---- what whole publications get to know ---- */

static int by_row_order(const void *left, const void *right)
{
    const struct np_fact_publication *a = left, *b = right;

    return (a->row > b->row) - (a->row < b->row);
}

static void attach_events(struct np_facts *facts, struct np_fact_publication *p)
{
    struct np_fact_told wanted = { .publication = p->row };
    const struct np_fact_told *told = !facts->told.n ? NULL
        : bsearch(&wanted, facts->told.v, facts->told.n, sizeof wanted, by_publication);

    p->has_events = (facts->light[p->row].bits & NP_FACT_SPOKEN_OF) != 0;
    if (told)
        memcpy(&p->events, &told->events, sizeof p->events);
}

static void attach_one(struct np_facts *facts, struct np_fact_publication *p)
{
    const struct np_gathered *g = facts->gathered;
    size_t n;
    const uint32_t *cited = np_gathered_items(g, NP_GATHERED_CITATIONS, p->row, &n);
    const uint32_t *forms;
    size_t first;

    p->family = facts->light[p->row].family;
    for (size_t i = 0; i < n && i < p->citations.n && p->family >= 0 && g->cited; i++)
        p->citations.v[i].cited_publication = g->cited[cited[i]];
    forms = np_gathered_items(g, NP_GATHERED_PARTIES, p->row, &n);
    first = (size_t)(forms - g->list[NP_GATHERED_PARTIES].v);
    for (size_t i = 0; i < n && i < p->parties.n && g->enterprise; i++)
        p->parties.v[i].enterprise = g->enterprise[first + i];
    attach_events(facts, p);
}

/* Enterprises of all parties in order of publications. */
static void keep_parties(struct np_facts *facts)
{
    const struct np_gathered *g = facts->gathered;
    size_t n = facts->nlight, all = g->list[NP_GATHERED_PARTIES].n, at = 0, count;

    facts->first_party = np_facts_block(facts, (n + 1) * sizeof *facts->first_party);
    facts->party_enterprises = np_facts_block(facts, (all + 1) * sizeof *facts->party_enterprises);
    for (size_t i = 0; i < n; i++) {
        const uint32_t *forms = np_gathered_items(g, NP_GATHERED_PARTIES, (int64_t)i, &count);

        facts->first_party[i] = (uint32_t)at;
        if (count && g->enterprise)
            memcpy(facts->party_enterprises + at,
                   g->enterprise + (forms - g->list[NP_GATHERED_PARTIES].v),
                   count * sizeof *facts->party_enterprises);
        at += count;
    }
    facts->first_party[n] = (uint32_t)at;
}

void np_facts_attach(struct np_facts *facts)
{
    keep_parties(facts);
    if (facts->publications.n)
        qsort(facts->publications.v, facts->publications.n, sizeof *facts->publications.v,
              by_row_order);
    for (size_t i = 0; i < facts->publications.n; i++) {
        attach_one(facts, &facts->publications.v[i]);
        facts->light[facts->publications.v[i].row].detail = (int32_t)i;
    }
    np_gathered_free(facts->gathered);
    facts->gathered = NULL;
}
