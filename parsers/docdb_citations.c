/* docdb_citations.c -- what an exchange-document cites, once per who cites it.
 *
 * DOCDB says who cites in cited-phase, OPS in cited-by and the phase in words. Categories
 * stand beside or inside rel-passage, one by one or glued ("XY"), or both at once
 * (formats/docdb.md, pitfall 7).
 */
#include "docdb.h"

#include <nanopat/map.h>

struct phase {
    const char *word;
    enum np_by by;
    enum np_phase phase;
};

/* The codes of DOCDB: formats/docdb.md section 3; formats/record.md, citations.by/phase. */
static const struct phase codes[] = {
    { "SEA", NP_BY_EXAMINER, NP_PHASE_SEARCH },
    { "PRS", NP_BY_EXAMINER, NP_PHASE_SEARCH },
    { "SUP", NP_BY_EXAMINER, NP_PHASE_SEARCH },
    { "ISR", NP_BY_EXAMINER, NP_PHASE_INTERNATIONAL_SEARCH },
    { "EXA", NP_BY_EXAMINER, NP_PHASE_EXAMINATION },
    { "CH2", NP_BY_EXAMINER, NP_PHASE_EXAMINATION },
    { "APP", NP_BY_APPLICANT, NP_PHASE_FILING },
    { "OPP", NP_BY_OPPONENT, NP_PHASE_OPPOSITION },
    { "FOP", NP_BY_OPPONENT, NP_PHASE_OPPOSITION },
    { "TPO", NP_BY_THIRD_PARTY, NP_PHASE_UNKNOWN },
    { NULL, NP_BY_UNKNOWN, NP_PHASE_UNKNOWN }
};

/* The words of OPS ("national-search-report", section 4) by what they contain; first wins. */
static const struct phase words[] = {
    { "opposition", NP_BY_OPPONENT, NP_PHASE_OPPOSITION },
    { "international-search", NP_BY_EXAMINER, NP_PHASE_INTERNATIONAL_SEARCH },
    { "search", NP_BY_EXAMINER, NP_PHASE_SEARCH },
    { "examination", NP_BY_EXAMINER, NP_PHASE_EXAMINATION },
    { "applicant", NP_BY_APPLICANT, NP_PHASE_FILING },
    { "third-party", NP_BY_THIRD_PARTY, NP_PHASE_UNKNOWN },
    { NULL, NP_BY_UNKNOWN, NP_PHASE_UNKNOWN }
};

static const struct { const char *word; enum np_by by; } citers[] = {
    { "examiner", NP_BY_EXAMINER },       { "applicant", NP_BY_APPLICANT },
    { "opponent", NP_BY_OPPONENT },       { "third-party", NP_BY_THIRD_PARTY },
    { "third party", NP_BY_THIRD_PARTY }, { NULL, NP_BY_UNKNOWN }
};

static const struct phase *find_phase(struct np_slice word)
{
    const struct phase *p = codes;
    while (p->word && !np_slice_is(word, p->word))
        p++;
    if (p->word)
        return p;
    p = words;
    while (p->word && np_slice_find(word, np_slice_of(p->word)) == (size_t)-1)
        p++;
    return p;
}

/* ---- while walking ---- */

static struct np_docdb_citation *open_one(struct np_walk *walk)
{
    struct np_docdb *docdb = np_walk_state(walk);
    return docdb->citations.n ? &docdb->citations.v[docdb->citations.n - 1] : NULL;
}

void np_docdb_open_citation(struct np_walk *walk)
{
    struct np_docdb *docdb = np_walk_state(walk);
    struct np_docdb_citation *citation = np_list_add(np_walk_arena(walk), &docdb->citations);
    const struct phase *phase = find_phase(np_walk_attribute(walk, "cited-phase"));
    struct np_slice citer = np_walk_attribute(walk, "cited-by");
    citation->by = phase->by;
    citation->phase = phase->phase;
    for (int i = 0; citers[i].word; i++)
        if (np_slice_is(citer, citers[i].word))
            citation->by = citers[i].by;
}

void np_docdb_open_cited(struct np_walk *walk)
{
    struct np_docdb_citation *citation = open_one(walk);
    citation->dnum = np_walk_attribute(walk, "dnum");
    citation->application =
        np_slice_starts(np_walk_attribute(walk, "dnum-type"), "application");
}

void np_docdb_open_cited_id(struct np_walk *walk)
{
    struct np_docdb *docdb = np_walk_state(walk);
    struct np_slice type = np_walk_attribute(walk, "document-id-type");
    enum np_docdb_format format = type.n ? np_docdb_format_of(type) : NP_DOCDB_DOCDB;
    struct np_docdb_id *id = &open_one(walk)->id[format];
    docdb->id = id->number.n ? &docdb->spare : id;
}

/* "XY" is two categories; anything but a letter parts them. */
void np_docdb_add_category(struct np_walk *walk, struct np_slice text)
{
    struct np_docdb_citation *citation = open_one(walk);
    for (size_t i = 0; i < text.n; i++) {
        int at = text.p[i] - 'A';
        if (at < 0 || at >= 26 || citation->category[at])
            continue;
        citation->category[at] = true;
        citation->letters[citation->letter_count++] = text.p[i];
    }
}

void np_docdb_set_npl(struct np_walk *walk, struct np_slice text)
{
    struct np_docdb_citation *citation = open_one(walk);
    if (!citation->text.n)
        citation->text = text;
}

/* ---- when the document is over ---- */

/* docdb before epodoc before the number in the attribute ("US3048794A"). */
static bool cited_document(struct np_arena *arena, const struct np_docdb_citation *citation,
                           struct np_docref *out)
{
    static const enum np_docdb_format order[] = {
        NP_DOCDB_DOCDB, NP_DOCDB_PLAIN, NP_DOCDB_ORIGINAL, NP_DOCDB_EPODOC
    };
    const struct np_docdb_id *id = NULL;
    for (size_t i = 0; !id && i < sizeof order / sizeof order[0]; i++)
        if (citation->id[order[i]].number.n)
            id = &citation->id[order[i]];
    struct np_docref parts = { .office = NP_EMPTY, .number = NP_EMPTY, .kind = NP_EMPTY };
    if (id && id->office.n)
        parts = (struct np_docref){ id->office, id->number, id->kind, 0 };
    else if (!np_publication_split(arena, id ? id->number : citation->dnum, &parts))
        return false;
    *out = parts;
    out->number = citation->application
                      ? np_application_number(arena, parts.office, parts.number)
                      : np_publication_number(arena, parts.office, parts.number);
    for (int i = 0; !out->date && i < NP_DOCDB_FORMATS; i++)
        out->date = citation->id[i].date;
    return out->number.n > 0;
}

struct taking {
    struct np_arena *arena;
    struct np_record *record;
    struct np_map *seen; /* "by|text or id" to its place in the list */
};

/* The place of `what` cited by `by` in its list of n; n if it is new. */
static size_t place_of(struct taking *t, char sort, enum np_by by, struct np_slice what, size_t n)
{
    struct np_slice key = np_arena_printf(t->arena, "%c%d|%.*s", sort, (int)by, NP_ARG(what));
    return (size_t)*np_map_put(t->seen, key, (int64_t)n);
}

/* The letters of the citation, added to those that are there. */
static struct np_symbols with_letters(struct taking *t, struct np_symbols letters,
                                      const struct np_docdb_citation *citation)
{
    for (int i = 0; i < citation->letter_count; i++)
        np_symbols_add(t->arena, &letters, np_slice_make(&citation->letters[i], 1));
    return letters;
}

static void take_document(struct taking *t, const struct np_docdb_citation *citation,
                          const struct np_docref *doc)
{
    struct np_slice id = np_publication_id(t->arena, doc->office, doc->number, doc->kind);
    size_t at = place_of(t, 'p', citation->by, id, t->record->citations.n);
    if (at == t->record->citations.n) {
        struct np_citation *added = np_list_add(t->arena, &t->record->citations);
        added->doc = *doc;
        added->by = citation->by;
        added->phase = citation->phase;
    }
    struct np_citation *cited = &t->record->citations.v[at];
    struct np_symbols letters = { cited->category.v, cited->category.n, cited->category.cap };
    letters = with_letters(t, letters, citation);
    cited->category.v = letters.v;
    cited->category.n = letters.n;
    cited->category.cap = letters.cap;
}

static void take_npl(struct taking *t, const struct np_docdb_citation *citation)
{
    struct np_slice text = citation->text.n ? citation->text : np_slice_trim(citation->dnum);
    if (!text.n)
        return;
    size_t at = place_of(t, 'n', citation->by, text, t->record->npl.n);
    if (at == t->record->npl.n) {
        struct np_npl *added = np_list_add(t->arena, &t->record->npl);
        added->text = text;
        added->by = citation->by;
    }
    struct np_npl *cited = &t->record->npl.v[at];
    struct np_symbols letters = { cited->category.v, cited->category.n, cited->category.cap };
    letters = with_letters(t, letters, citation);
    cited->category.v = letters.v;
    cited->category.n = letters.n;
    cited->category.cap = letters.cap;
}

void np_docdb_take_citations(struct np_walk *walk, const struct np_docdb *docdb)
{
    struct taking t = { np_walk_arena(walk), np_walk_record(walk), np_map_new() };
    for (size_t i = 0; i < docdb->citations.n; i++) {
        const struct np_docdb_citation *citation = &docdb->citations.v[i];
        struct np_docref doc;
        if (cited_document(t.arena, citation, &doc))
            take_document(&t, citation, &doc);
        else
            take_npl(&t, citation); /* a number that cannot be read stays as text */
    }
    np_map_free(t.seen);
}
