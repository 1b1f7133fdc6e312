/* st36_citations.c -- what MAREC and ST.36 documents cite.
 *
 *   MAREC   <patcit><document-id format="epo"> .. <sources><source name="SEA" category="AD"/>
 *           <patcit source="SEA" category="A">, the same in older files
 *   ST.36   <srep-citations><citation><patcit><document-id> .. <category>X</category>
 *
 * A document is listed once for each who cites it (formats/record.md, "citations").
 */
#include "st36.h"

static struct st36 *state_of(struct np_walk *walk)
{
    return np_walk_state(walk);
}

static const struct { const char *source; enum np_by by; enum np_phase phase; } sources[] = {
    { "SEA", NP_BY_EXAMINER, NP_PHASE_SEARCH },
    { "ISR", NP_BY_EXAMINER, NP_PHASE_INTERNATIONAL_SEARCH },
    { "EXA", NP_BY_EXAMINER, NP_PHASE_EXAMINATION },
    { "APP", NP_BY_APPLICANT, NP_PHASE_FILING },
    { "OPP", NP_BY_OPPONENT, NP_PHASE_OPPOSITION },
    { "FOP", NP_BY_OPPONENT, NP_PHASE_OPPOSITION },
    { "TPO", NP_BY_THIRD_PARTY, NP_PHASE_UNKNOWN },
    { NULL, NP_BY_UNKNOWN, NP_PHASE_UNKNOWN },
};

/* ---- while walking ---- */

static struct st36_citation *open_one(struct np_walk *walk)
{
    struct st36 *st36 = state_of(walk);

    return &st36->citations.v[st36->citations.n - 1];
}

/* "AD" is two categories. */
static void add_letters(struct np_walk *walk, struct np_slice text)
{
    struct st36_citation *citation = open_one(walk);
    struct np_symbols *letters = &citation->cited.v[citation->cited.n - 1].letters;

    for (size_t i = 0; i < text.n; i++)
        if (text.p[i] >= 'A' && text.p[i] <= 'Z')
            np_symbols_add(np_walk_arena(walk), letters, np_slice_sub(text, i, 1));
}

static void add_source(struct np_walk *walk, struct np_slice source, struct np_slice category)
{
    struct st36_cited *cited = np_list_add(np_walk_arena(walk), &open_one(walk)->cited);
    int i = 0;

    while (sources[i].source && !np_slice_is(source, sources[i].source))
        i++;
    cited->by = sources[i].by;
    cited->phase = sources[i].phase;
    add_letters(walk, category);
}

void np_st36_open_citation(struct np_walk *walk)
{
    struct np_slice source = np_walk_attribute(walk, "source");
    struct np_slice category = np_walk_attribute(walk, "category");

    (void)np_list_add(np_walk_arena(walk), &state_of(walk)->citations);
    if (source.n || category.n)
        add_source(walk, source, category);
}

void np_st36_open_source(struct np_walk *walk)
{
    add_source(walk, np_walk_attribute(walk, "name"), np_walk_attribute(walk, "category"));
}

/* What stands in a search report was found by the examiner. */
void np_st36_open_report(struct np_walk *walk)
{
    bool international = np_slice_is(np_walk_attribute(walk, "srep-type"), "ISR") ||
                         np_slice_is(np_walk_root_attribute(walk, "country"), "WO");

    state_of(walk)->report = international ? NP_S("ISR") : NP_S("SEA");
}

void np_st36_open_reported(struct np_walk *walk)
{
    (void)np_list_add(np_walk_arena(walk), &state_of(walk)->citations);
    add_source(walk, state_of(walk)->report, NP_EMPTY);
}

void np_st36_category(struct np_walk *walk, struct np_slice text)
{
    if (!open_one(walk)->cited.n)
        add_source(walk, NP_EMPTY, NP_EMPTY);
    add_letters(walk, text);
}

void np_st36_patcit(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    if (!open_one(walk)->id.number.n)
        open_one(walk)->id = state_of(walk)->id;
}

void np_st36_npl(struct np_walk *walk, struct np_slice text)
{
    if (!open_one(walk)->text.n)
        open_one(walk)->text = text;
}

/* ---- when the document is over ---- */

struct taking {
    struct np_arena *arena;
    struct np_record *record;
    struct np_map *seen; /* "sort, by, what" to its place in the list */
};

/* The place of `what` cited by `by` in its list of n; n if it is new. */
static size_t place_of(struct taking *t, char sort, enum np_by by, struct np_slice what, size_t n)
{
    struct np_slice key = np_arena_printf(t->arena, "%c%d|%.*s", sort, (int)by, NP_ARG(what));

    return (size_t)*np_map_put(t->seen, key, (int64_t)n);
}

#define ADD_LETTERS(t, to, from)                                         \
    do {                                                                 \
        struct np_symbols letters = { (to)->v, (to)->n, (to)->cap };     \
        for (size_t k = 0; k < (from)->n; k++)                           \
            np_symbols_add((t)->arena, &letters, (from)->v[k]);          \
        (to)->v = letters.v, (to)->n = letters.n, (to)->cap = letters.cap; \
    } while (0)

static void take_document(struct taking *t, const struct st36_citation *from,
                          const struct st36_cited *cited)
{
    struct np_docref doc = { from->id.country, NP_EMPTY, from->id.kind, from->id.date };
    struct np_citation *citation;
    struct np_slice id;
    size_t at;

    doc.number = np_cited_number(t->arena, doc.office, from->id.number);
    id = np_publication_id(t->arena, doc.office, doc.number, doc.kind);
    at = place_of(t, 'p', cited->by, id, t->record->citations.n);
    if (at == t->record->citations.n) {
        citation = np_list_add(t->arena, &t->record->citations);
        citation->doc = doc;
        citation->by = cited->by;
        citation->phase = cited->phase;
    }
    citation = &t->record->citations.v[at];
    ADD_LETTERS(t, &citation->category, &cited->letters);
}

static void take_npl(struct taking *t, const struct st36_citation *from,
                     const struct st36_cited *cited)
{
    size_t at = place_of(t, 'n', cited->by, from->text, t->record->npl.n);
    struct np_npl *npl;

    if (at == t->record->npl.n) {
        npl = np_list_add(t->arena, &t->record->npl);
        npl->text = from->text;
        npl->by = cited->by;
    }
    npl = &t->record->npl.v[at];
    ADD_LETTERS(t, &npl->category, &cited->letters);
}

static void take_one(struct taking *t, const struct st36_citation *from,
                     const struct st36_cited *cited)
{
    if (from->id.number.n)
        take_document(t, from, cited);
    else if (from->text.n)
        take_npl(t, from, cited);
}

void np_st36_take_citations(struct np_walk *walk, const struct st36 *st36)
{
    static const struct st36_cited nobody = { .by = NP_BY_UNKNOWN, .phase = NP_PHASE_UNKNOWN };
    struct taking t = { np_walk_arena(walk), np_walk_record(walk), np_map_new() };

    for (size_t i = 0; i < st36->citations.n; i++) {
        const struct st36_citation *from = &st36->citations.v[i];

        for (size_t k = 0; k < from->cited.n; k++)
            take_one(&t, from, &from->cited.v[k]);
        if (!from->cited.n)
            take_one(&t, from, &nobody);
    }
    np_map_free(t.seen);
}
