/* st36_biblio.c -- numbers, dates, texts and states of MAREC and ST.36 documents.
 *
 * A document-id fills st36->id; the closing of the element that it belongs to takes it.
 */
#include "st36.h"

#include "docdb.h"

static struct st36 *state_of(struct np_walk *walk)
{
    return np_walk_state(walk);
}

static const struct { const char *word; enum st36_format format; } formats[] = {
    { "epo", ST36_NORMALISED },          { "docdb", ST36_NORMALISED },
    { "epodoc", ST36_NORMALISED },       { "intermediate", ST36_INTERMEDIATE },
    { "docdba", ST36_INTERMEDIATE },     { NULL, ST36_ORIGINAL },
};

enum st36_format np_st36_format_of(struct np_walk *walk)
{
    struct np_slice word = np_walk_attribute(walk, "format");
    int i = 0;

    while (formats[i].word && !np_slice_is(word, formats[i].word))
        i++;
    return formats[i].format;
}

struct np_slice np_st36_plain(struct np_arena *arena, struct np_slice number)
{
    return np_cited_number(arena, NP_EMPTY, number);
}

/* ---- document-id ---- */

void np_st36_open_id(struct np_walk *walk)
{
    struct st36_id *id = &state_of(walk)->id;

    memset(id, 0, sizeof *id);
    id->format = np_st36_format_of(walk);
}

void np_st36_id_country(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->id.country = text;
}

void np_st36_id_number(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->id.number = text;
}

void np_st36_id_kind(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->id.kind = text;
}

void np_st36_id_lang(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->id.lang = text;
}

void np_st36_id_date(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->id.date = np_date_parse(text);
}

/* ---- what they belong to ---- */

void np_st36_publication(struct np_walk *walk, struct np_slice text)
{
    struct st36 *st36 = state_of(walk);

    (void)text;
    if (!st36->publication.number.n)
        st36->publication = st36->id;
}

/* The normalised form where both are there. */
void np_st36_application(struct np_walk *walk, struct np_slice text)
{
    struct st36 *st36 = state_of(walk);

    (void)text;
    if (!st36->application.number.n || st36->id.format > st36->application.format)
        st36->application = st36->id;
}

/* Stands in a document-id (MAREC) or directly in the claim (ST.36). */
void np_st36_priority(struct np_walk *walk, struct np_slice text)
{
    struct st36 *st36 = state_of(walk);

    (void)text;
    if (st36->id.number.n)
        *np_list_add(np_walk_arena(walk), &st36->priorities) = st36->id;
    memset(&st36->id, 0, sizeof st36->id);
}

static size_t count_digits(struct np_slice s)
{
    size_t n = 0;

    for (size_t i = 0; i < s.n; i++)
        n += s.p[i] >= '0' && s.p[i] <= '9';
    return n;
}

/* The receiving office as country, year and serial as number: JP 2001010575. Eight digits are a
 * regional application's (EP 01200093).                                                      */
void np_st36_pct_filing(struct np_walk *walk, struct np_slice text)
{
    struct st36 *st36 = state_of(walk);
    const struct st36_id *id = &st36->id;
    struct np_arena *arena = np_walk_arena(walk);

    (void)text;
    if (st36->pct_application.n || count_digits(id->number) == 8)
        return;
    st36->pct_application = np_pct_number(arena, id->number);
    if (!st36->pct_application.n)
        st36->pct_application = np_pct_number(
            arena, np_arena_printf(arena, "%.*s%.*s", NP_ARG(id->country), NP_ARG(id->number)));
}

void np_st36_pct_publishing(struct np_walk *walk, struct np_slice text)
{
    struct st36 *st36 = state_of(walk);
    struct np_arena *arena = np_walk_arena(walk);
    struct np_slice number = st36->id.number;

    (void)text;
    if (!np_slice_is(st36->id.country, "WO") && !np_slice_starts(number, "WO"))
        return;
    number = np_publication_number(arena, NP_S("WO"), number);
    if (number.n)
        st36->pct_publication = np_arena_printf(arena, "WO%.*s", NP_ARG(number));
}

/* ---- related documents ---- */

/* @type in MAREC, the element's name in ST.36. */
static const struct { const char *word, *relation; } relations[] = {
    { "continuation", "continuation" },
    { "continuation-in-part", "continuation_in_part" },
    { "continuation-in-part-of", "continuation_in_part" },
    { "cip", "continuation_in_part" },
    { "division", "division" },
    { "divisional", "division" },
    { "reissue", "reissue" },
    { "continuing-reissue", "reissue" },
    { "us-divisional-reissue", "reissue" },
    { "provisional", "provisional" },
    { "us-provisional-application", "provisional" },
    { "national-stage", "national_stage" },
    { "us-371-international", "national_stage" },
    { "addition", "addition" },
    { "substitution", "substitution" },
    { "reexamination", "reexamination" },
};

void np_st36_open_relation(struct np_walk *walk)
{
    struct st36 *st36 = state_of(walk);
    struct np_slice word = np_walk_attribute(walk, "type");

    if (!word.n)
        word = np_walk_element(walk);
    st36->relation = NP_EMPTY;
    for (size_t i = 0; i < sizeof relations / sizeof *relations; i++)
        if (np_slice_is(word, relations[i].word))
            st36->relation = np_slice_of(relations[i].relation);
}

void np_st36_parent(struct np_walk *walk, struct np_slice text)
{
    struct st36 *st36 = state_of(walk);
    const struct st36_id *id = &st36->id;
    struct np_arena *arena = np_walk_arena(walk);
    struct np_parent parent = { st36->relation, { id->country, NP_EMPTY, NP_EMPTY, id->date } };

    (void)text;
    parent.doc.number = id->format == ST36_NORMALISED
                            ? np_st36_plain(arena, id->number)
                            : np_application_number(arena, id->country, id->number);
    if (parent.relation.n && parent.doc.number.n)
        *np_list_add(arena, &st36->parents) = parent;
}

/* ---- texts ---- */

void np_st36_lang(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->lang = text;
}

static void add_text(struct np_walk *walk, struct np_slice text, bool preferred,
                     struct st36_text **v, size_t *n, size_t *cap)
{
    struct np_slice lang = np_docdb_lang(np_walk_arena(walk), np_walk_attribute(walk, "lang"));

    if (!text.n)
        return;
    np_list_grow(np_walk_arena(walk), (void **)v, n, cap, sizeof **v);
    (*v)[*n - 1] = (struct st36_text){ lang, text, preferred };
}

void np_st36_title(struct np_walk *walk, struct np_slice text)
{
    struct st36 *st36 = state_of(walk);

    add_text(walk, text, false, &st36->titles.v, &st36->titles.n, &st36->titles.cap);
}

/* MAREC has the abstract of one language twice: the EPO's is the cleaner one (wipo.md, 2). */
void np_st36_abstract(struct np_walk *walk, struct np_slice text)
{
    struct st36 *st36 = state_of(walk);
    bool preferred = np_slice_is(np_walk_attribute(walk, "source"), "EPO");

    add_text(walk, text, preferred, &st36->abstracts.v, &st36->abstracts.n, &st36->abstracts.cap);
}

/* ---- designated states ---- */

/* A region names its organisation first, AP, EA, EP or OA, which is no state. */
void np_st36_open_region(struct np_walk *walk)
{
    state_of(walk)->in_region = true;
}

void np_st36_region_state(struct np_walk *walk, struct np_slice text)
{
    static const char *const organisations[] = { "AP", "EA", "EP", "OA", "GC" };
    struct st36 *st36 = state_of(walk);
    bool first = st36->in_region;

    st36->in_region = false;
    for (size_t i = 0; first && i < sizeof organisations / sizeof *organisations; i++)
        if (np_slice_is(text, organisations[i]))
            return;
    np_st36_state(walk, text);
}

void np_st36_state(struct np_walk *walk, struct np_slice text)
{
    if (text.n)
        np_symbols_add(np_walk_arena(walk), &np_walk_record(walk)->designated, text);
}
