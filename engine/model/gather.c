/* gather.c -- one publication after the other into rows of indexes. */
#include <nanopat/gathered.h>

#include <stdlib.h>

enum { FIRST_ROWS = 256, CLASS_LENGTH = 4 };

const char np_categories[] = " OAYIX";

static void make_gathered(struct np_facts *facts)
{
    struct np_gathered *g = np_calloc(1, sizeof *g);

    g->arena = np_arena_new();
    g->scratch = np_arena_new();
    g->words = np_map_new();
    g->symbols = np_map_new();
    g->classes = np_map_new();
    g->parties = np_map_new();
    g->documents = np_documents_new();
    facts->gathered = g;
    np_map_put(g->words, NP_EMPTY, 0);
    *np_list_add(facts->arena, &facts->words) = NP_EMPTY;
}

void np_gathered_free(struct np_gathered *g)
{
    if (!g)
        return;
    for (int i = 0; i < NP_GATHERED_LISTS; i++)
        free(g->list[i].v);
    free(g->rows);
    free(g->names);
    free(g->by_row);
    free(g->said);
    free(g->hits.v);
    free(g->enterprise);
    free(g->cited);
    np_map_free(g->words);
    np_map_free(g->symbols);
    np_map_free(g->classes);
    np_map_free(g->parties);
    np_documents_free(g->documents);
    np_arena_free(g->arena);
    np_arena_free(g->scratch);
    free(g);
}

/* ---- words, symbols, parties ---- */

/* Offices and kinds have one or two letters: those are known by them. */
static uint32_t *short_word(struct np_gathered *g, struct np_slice text)
{
    unsigned first, second;

    if (text.n < 1 || text.n > 2 || !text.p[text.n - 1])
        return NULL;
    first = (unsigned char)text.p[0];
    second = text.n > 1 ? (unsigned char)text.p[1] : 0;
    return &g->short_words[first << 8 | second];
}

static uint32_t add_word(struct np_facts *facts, struct np_slice text)
{
    struct np_map *words = facts->gathered->words;
    size_t before = np_map_count(words);
    int64_t at = *np_map_put(words, text, (int64_t)before);

    if (np_map_count(words) > before)
        *np_list_add(facts->arena, &facts->words) = np_arena_copy(facts->arena, text);
    return (uint32_t)at;
}

static uint32_t word_of(struct np_facts *facts, struct np_slice text)
{
    uint32_t *known = short_word(facts->gathered, text);

    if (!text.n)
        return 0;
    if (!known)
        return add_word(facts, text);
    if (!*known)
        *known = add_word(facts, text);
    return *known;
}

static int32_t class_of(struct np_facts *facts, struct np_slice text)
{
    struct np_map *classes = facts->gathered->classes;
    size_t before = np_map_count(classes);
    int64_t at = *np_map_put(classes, text, (int64_t)before);

    if (np_map_count(classes) > before)
        *np_list_add(facts->arena, &facts->class_names) = np_arena_copy(facts->arena, text);
    return (int32_t)at;
}

static uint32_t symbol_of(struct np_facts *facts, struct np_slice text)
{
    struct np_gathered *g = facts->gathered;
    struct np_slice class_ = np_slice_sub(text, 0, CLASS_LENGTH);
    size_t before = np_map_count(g->symbols);
    int64_t at = *np_map_put(g->symbols, text, (int64_t)before);

    if (np_map_count(g->symbols) > before) {
        *np_list_add(facts->arena, &facts->symbols) = np_arena_copy(facts->arena, text);
        *np_list_add(facts->arena, &facts->classes) = class_of(facts, class_);
    }
    return (uint32_t)at;
}

static struct np_slice part(const char **p, struct np_slice like)
{
    struct np_slice s = { *p, like.n };

    *p += like.n + 1;
    return s;
}

/* The parts stand in the key one behind the other, and are read there from then on. */
static uint32_t form_of(struct np_gathered *g, const struct np_fact_party *party,
                        struct np_buf *b)
{
    size_t before = np_map_count(g->parties);
    const char *p;
    int64_t at;

    np_buf_reset(b);
    np_buf_putc(b, (char)('0' + (int)party->role));
    np_buf_puts_slice(b, party->name);
    np_buf_putc(b, '\0');
    np_buf_puts_slice(b, party->country);
    np_buf_putc(b, '\0');
    np_buf_puts_slice(b, party->city);
    np_buf_putc(b, '\0');
    np_buf_puts_slice(b, party->address);
    at = *np_map_put(g->parties, np_buf_slice(b), (int64_t)before);
    if (np_map_count(g->parties) > before) {
        struct np_gathered_form *form = np_list_add(g->arena, &g->forms);

        p = np_map_key(g->parties, before).p + 1;
        form->role = party->role;
        form->name = part(&p, party->name);
        form->country = part(&p, party->country);
        form->city = part(&p, party->city);
        form->address = part(&p, party->address);
    }
    return (uint32_t)at;
}

/* ---- one publication ---- */

static uint32_t document_of(struct np_facts *facts, const struct np_docref *doc)
{
    return np_documents_put(facts->gathered->documents, word_of(facts, doc->office), doc->number,
                            word_of(facts, doc->kind), doc->date);
}

static uint32_t number_of(struct np_facts *facts, struct np_slice number)
{
    return number.n ? np_documents_put(facts->gathered->documents, 0, number, 0, 0) : 0;
}

static void add_id(struct np_ids *ids, uint32_t id)
{
    if (ids->n == ids->cap) {
        ids->cap = ids->cap ? ids->cap + ids->cap / 2 : FIRST_ROWS;
        ids->v = np_realloc(ids->v, ids->cap * sizeof *ids->v);
    }
    ids->v[ids->n++] = id;
}

static void take_earliest(np_date *date, np_date other)
{
    if (other && (!*date || other < *date))
        *date = other;
}

static void gather_claims_of_priority(struct np_facts *facts, const struct np_fact_publication *p,
                                      struct np_gathered_names *names, struct np_fact_light *light)
{
    struct np_ids *list = facts->gathered->list;

    for (size_t i = 0; i < p->priorities.n; i++) {
        add_id(&list[NP_GATHERED_PRIORITIES], document_of(facts, &p->priorities.v[i]));
        take_earliest(&names->priority, p->priorities.v[i].date);
    }
    for (size_t i = 0; i < p->parents.n; i++) {
        const struct np_parent *parent = &p->parents.v[i];

        add_id(&list[NP_GATHERED_PARENTS], word_of(facts, parent->relation));
        add_id(&list[NP_GATHERED_PARENTS], document_of(facts, &parent->doc));
        take_earliest(&names->priority, parent->doc.date);
        if (!np_slice_is(parent->relation, "provisional"))
            take_earliest(&light->term_from, parent->doc.date);
    }
}

static uint8_t said_of(const struct np_fact_citation *citation)
{
    const char *place = citation->strongest ? strchr(np_categories, citation->strongest) : NULL;
    int category = citation->strongest ? (place ? (int)(place - np_categories) : 1) : 0;

    return (uint8_t)(category | (citation->has_category ? NP_SAID_ANY : 0) |
                     (citation->by == NP_BY_EXAMINER ? NP_SAID_EXAMINER : 0));
}

static void gather_citations(struct np_facts *facts, const struct np_fact_publication *p)
{
    struct np_gathered *g = facts->gathered;
    struct np_ids *list = &g->list[NP_GATHERED_CITATIONS];
    struct np_document *cited;
    uint32_t *numbers;

    if (!p->citations.n)
        return;
    np_arena_reset(g->scratch);
    cited = np_arena_alloc(g->scratch, p->citations.n * sizeof *cited);
    numbers = np_arena_alloc(g->scratch, p->citations.n * sizeof *numbers);
    for (size_t i = 0; i < p->citations.n; i++) {
        const struct np_docref *doc = &p->citations.v[i].cited;

        cited[i] = (struct np_document){ word_of(facts, doc->office), word_of(facts, doc->kind),
                                         doc->date, doc->number };
    }
    np_documents_put_all(g->documents, cited, p->citations.n, numbers);
    for (size_t i = 0; i < p->citations.n; i++) {
        add_id(list, numbers[i]);
        if (g->said_cap < list->cap) {
            g->said_cap = list->cap;
            g->said = np_realloc(g->said, g->said_cap);
        }
        g->said[list->n - 1] = said_of(&p->citations.v[i]);
    }
}

static void gather_lists(struct np_facts *facts, const struct np_fact_publication *p)
{
    struct np_gathered *g = facts->gathered;
    struct np_buf b = { 0 };

    for (size_t i = 0; i < p->parties.n; i++)
        add_id(&g->list[NP_GATHERED_PARTIES], form_of(g, &p->parties.v[i], &b));
    for (size_t i = 0; i < (facts->choices.cpc ? p->cpc.n : p->ipc.n); i++)
        add_id(&g->list[NP_GATHERED_SYMBOLS],
               symbol_of(facts, facts->choices.cpc ? p->cpc.v[i] : p->ipc.v[i]));
    for (size_t i = 0; i < p->hits.n; i++) {
        add_id(&g->list[NP_GATHERED_HITS], (uint32_t)g->hits.n);
        if (g->hits.n == g->hits.cap) {
            g->hits.cap = g->hits.cap ? g->hits.cap * 2 : FIRST_ROWS;
            g->hits.v = np_realloc(g->hits.v, g->hits.cap * sizeof *g->hits.v);
        }
        g->hits.v[g->hits.n++] = p->hits.v[i];
    }
    gather_citations(facts, p);
    np_buf_release(&b);
}

static void widen(struct np_facts *facts)
{
    struct np_gathered *g = facts->gathered;

    if (g->n + 1 < g->cap)
        return;
    g->cap = g->cap ? g->cap + g->cap / 2 : FIRST_ROWS;
    if (g->cap > INT32_MAX)
        np_panic("more than %d publications", INT32_MAX);
    g->rows = np_realloc(g->rows, g->cap * sizeof *g->rows);
    g->names = np_realloc(g->names, g->cap * sizeof *g->names);
    facts->light = np_realloc(facts->light, g->cap * sizeof *facts->light);
}

static void begin_row(struct np_gathered *g, int64_t key)
{
    g->rows[g->n].key = key;
    for (int i = 0; i < NP_GATHERED_LISTS; i++) {
        if (g->list[i].n > UINT32_MAX)
            np_panic("more than %u items in a list", UINT32_MAX);
        g->rows[g->n].first[i] = (uint32_t)g->list[i].n;
    }
}

static uint32_t bits_of(const struct np_fact_publication *p)
{
    return (uint32_t)p->type | (uint32_t)p->stage << NP_FACT_STAGE_SHIFT |
           (p->has_citations ? NP_FACT_CITATIONS : 0) |
           (p->has_events || p->events.n ? NP_FACT_SPOKEN_OF : 0) |
           (p->events.n ? NP_FACT_EVENTS : 0) |
           (p->application.number.n ? NP_FACT_NUMBERED : 0);
}

void np_facts_gather(struct np_facts *facts, const struct np_fact_publication *p)
{
    struct np_gathered *g;
    struct np_gathered_names *names;
    struct np_fact_light *light;
    struct np_docref own = { p->office, p->number, p->kind, p->date };

    if (!facts->gathered)
        make_gathered(facts);
    g = facts->gathered;
    widen(facts);
    begin_row(g, p->key);
    names = &g->names[g->n];
    light = &facts->light[g->n];
    *light = (struct np_fact_light){ .date = p->date, .filing = p->application.date,
                                     .claims = p->claim_count, .family = -1, .same = -1,
                                     .detail = -1, .bits = bits_of(p) };
    light->office = word_of(facts, p->office) & 0xFFFFF;
    *names = (struct np_gathered_names){ .row = (uint32_t)g->n, .own = document_of(facts, &own),
                                         .application = document_of(facts, &p->application),
                                         .pct = number_of(facts, p->pct_application),
                                         .given = number_of(facts, p->family_given) };
    gather_claims_of_priority(facts, p, names, light);
    gather_lists(facts, p);
    facts->nlight = ++g->n;
    begin_row(g, INT64_MAX);
    if (p->date > facts->last_date)
        facts->last_date = p->date;
}

/* ---- reading ---- */

struct np_docref np_gathered_docref(const struct np_facts *facts, uint32_t document)
{
    struct np_document d = np_documents_at(facts->gathered->documents, document);

    return (struct np_docref){ facts->words.v[d.office], d.number, facts->words.v[d.kind],
                               d.date };
}

struct np_slice np_gathered_id(const struct np_facts *facts, int64_t publication,
                               struct np_buf *b)
{
    struct np_docref own = np_gathered_docref(facts,
                                              facts->gathered->names[publication].own);

    np_buf_reset(b);
    np_buf_puts_slice(b, own.office);
    np_buf_puts_slice(b, own.number);
    np_buf_puts_slice(b, own.kind);
    return np_buf_slice(b);
}
