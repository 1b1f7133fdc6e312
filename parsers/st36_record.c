/* st36_record.c -- from what a MAREC, wo-ocr or ST.36 document says to the record. */
#include "st36.h"

#include "docdb.h"

static struct np_slice first_of(struct np_slice a, struct np_slice b)
{
    a = np_slice_trim(a);
    return a.n ? a : np_slice_trim(b);
}

static struct np_slice root_attribute(struct np_walk *walk, const char *name, const char *other)
{
    return first_of(np_walk_root_attribute(walk, name), np_walk_root_attribute(walk, other));
}

/* ---- identity ---- */

static np_date root_date(struct np_walk *walk)
{
    static const char *const names[] = { "date", "date-published", "date-publ" };
    np_date date = 0;

    for (size_t i = 0; !date && i < sizeof names / sizeof *names; i++)
        date = np_date_parse(np_walk_root_attribute(walk, names[i]));
    return date;
}

static bool is_digits(struct np_slice s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] < '0' || s.p[i] > '9')
            return false;
    return s.n > 0;
}

/* ST.36 may give a WO number without its year, which is then that of the publication. */
static struct np_slice publication_number(struct np_arena *arena, const struct np_record *record,
                                          struct np_slice printed)
{
    if (np_slice_is(record->office, "WO") && printed.n <= 6 && is_digits(printed) && record->date)
        return np_arena_printf(arena, "%04d%.*s%.*s", np_date_year(record->date),
                               (int)(6 - printed.n), "000000", NP_ARG(printed));
    return np_publication_number(arena, record->office, printed);
}

/* The root's attributes and the bibliography say the same; either may be missing. */
static void take_identity(struct np_walk *walk, const struct st36 *st36)
{
    struct np_record *record = np_walk_record(walk);
    struct np_arena *arena = np_walk_arena(walk);
    struct np_slice number = first_of(st36->publication.number,
                                      root_attribute(walk, "doc-number", "docnumber"));

    record->office = first_of(st36->publication.country, np_walk_root_attribute(walk, "country"));
    record->kind = first_of(st36->publication.kind, np_walk_root_attribute(walk, "kind"));
    record->date = st36->publication.date ? st36->publication.date : root_date(walk);
    if (record->office.n && number.n)
        record->number = publication_number(arena, record, number);
    record->lang = np_docdb_lang(arena, st36->lang);
    if (!record->lang.n)
        record->lang = np_docdb_lang(arena, np_walk_root_attribute(walk, "lang"));
    if (!record->lang.n)
        record->lang = np_docdb_lang(arena, st36->publication.lang);
    record->family = np_slice_trim(np_walk_root_attribute(walk, "family-id"));
    record->stated = np_date_parse(np_walk_root_attribute(walk, "date-produced"));
    if (!record->stated)
        record->stated = record->date;
}

/* ---- filings ---- */

static struct np_docref application_ref(struct np_arena *arena, const struct st36_id *id)
{
    struct np_docref ref = { id->country, NP_EMPTY, NP_EMPTY, id->date };

    ref.number = id->format == ST36_NORMALISED
                     ? np_st36_plain(arena, id->number)
                     : np_application_number(arena, id->country, id->number);
    return ref;
}

static bool same_document(const struct np_docref *a, const struct np_docref *b)
{
    return np_slice_eq(a->office, b->office) && np_slice_eq(a->number, b->number);
}

/* MAREC gives the same priority as printed and normalised: where there are normalised ones, these
 * are all (formats/wipo.md, 2).                                                                */
static void take_priorities(struct np_walk *walk, const struct st36 *st36)
{
    struct np_record *record = np_walk_record(walk);
    struct np_arena *arena = np_walk_arena(walk);
    struct np_map *seen = np_map_new();
    bool normalised = false;

    for (size_t i = 0; i < st36->priorities.n; i++)
        normalised |= st36->priorities.v[i].format == ST36_NORMALISED;
    for (size_t i = 0; i < st36->priorities.n; i++) {
        const struct st36_id *id = &st36->priorities.v[i];
        struct np_docref ref = { id->country, NP_EMPTY, NP_EMPTY, id->date };
        size_t known = np_map_count(seen);

        if (normalised && id->format != ST36_NORMALISED)
            continue;
        ref.number = np_priority_number(arena, id->country, id->number);
        np_map_put(seen, np_publication_id(arena, ref.office, ref.number, NP_EMPTY), 1);
        if (ref.number.n && np_map_count(seen) > known)
            *np_list_add(arena, &record->priorities) = ref;
    }
    np_map_free(seen);
}

/* A relation may name this document as the parent of another. */
static void take_parents(struct np_walk *walk, const struct st36 *st36)
{
    struct np_record *record = np_walk_record(walk);
    struct np_arena *arena = np_walk_arena(walk);
    struct np_map *seen = np_map_new();

    for (size_t i = 0; i < st36->parents.n; i++) {
        const struct np_parent *parent = &st36->parents.v[i];
        size_t known = np_map_count(seen);

        np_map_put(seen, np_arena_printf(arena, "%.*s|%.*s%.*s", NP_ARG(parent->relation),
                                         NP_ARG(parent->doc.office), NP_ARG(parent->doc.number)),
                   1);
        if (np_map_count(seen) > known && !same_document(&parent->doc, &record->application))
            *np_list_add(arena, &record->parents) = *parent;
    }
    np_map_free(seen);
}

/* A WO document is itself the international one (formats/record.md, "pct"). */
static void take_pct(struct np_record *record, const struct st36 *st36)
{
    if (np_slice_is(record->office, "WO"))
        return;
    record->pct_application = st36->pct_application;
    record->pct_publication = st36->pct_publication;
}

/* ---- content ---- */

static size_t find_lang(const struct np_text *v, size_t n, struct np_slice lang)
{
    size_t i = 0;

    while (i < n && !np_slice_eq(v[i].lang, lang))
        i++;
    return i;
}

/* One text for each language: the preferred one, else the first. */
static void take_texts(struct np_walk *walk, const struct st36_text *from, size_t count,
                       struct np_text **v, size_t *n)
{
    struct np_slice own = np_walk_record(walk)->lang;
    NP_LIST(struct np_text) out = { 0 };
    NP_LIST(bool) preferred = { 0 };

    for (size_t i = 0; i < count; i++) {
        struct np_slice lang = from[i].lang.n ? from[i].lang : own.n ? own : NP_S("und");
        size_t at = find_lang(out.v, out.n, lang);

        if (at < out.n && (preferred.v[at] || !from[i].preferred))
            continue;
        if (at == out.n) {
            np_list_add(np_walk_arena(walk), &out)->lang = lang;
            *np_list_add(np_walk_arena(walk), &preferred) = false;
        }
        out.v[at].text = from[i].text;
        preferred.v[at] = from[i].preferred;
    }
    *v = out.v;
    *n = out.n;
}

static void take_symbols(struct np_walk *walk, const struct st36 *st36)
{
    struct np_record *record = np_walk_record(walk);

    record->ipc = st36->ipc;
    for (size_t i = 0; i < st36->old_ipc.n; i++)
        np_symbols_add(np_walk_arena(walk), &record->ipc, st36->old_ipc.v[i]);
}

static void take_events(struct np_walk *walk, const struct st36 *st36)
{
    struct np_record *record = np_walk_record(walk);

    for (size_t i = 0; i < st36->events.n; i++)
        *np_list_add(np_walk_arena(walk), &record->events) = st36->events.v[i];
}

/* A text without bibliography does not speak of it: another source completes it. */
static int parts_of(const struct np_record *record, const struct st36 *st36)
{
    int parts = 0;

    if (st36->publication.number.n || st36->application.number.n)
        parts |= NP_PART_BIBLIO;
    if (record->title.n || record->abstract.n)
        parts |= NP_PART_TEXT;
    if (record->claims.n)
        parts |= NP_PART_CLAIMS;
    if (record->citations.n || record->npl.n)
        parts |= NP_PART_CITATIONS;
    if (record->family.n)
        parts |= NP_PART_FAMILY;
    if (record->events.n)
        parts |= NP_PART_EVENTS;
    return parts;
}

static void take_record(struct np_walk *walk, struct st36 *st36)
{
    struct np_record *record = np_walk_record(walk);
    bool ocr = np_slice_starts(np_walk_root_attribute(walk, "dtd-version"), "wo-ocr");

    take_identity(walk, st36);
    record->application = application_ref(np_walk_arena(walk), &st36->application);
    np_docdb_classify_kind(record, st36->application.kind, false);
    take_priorities(walk, st36);
    take_parents(walk, st36);
    take_pct(record, st36);
    take_texts(walk, st36->titles.v, st36->titles.n, &record->title.v, &record->title.n);
    take_texts(walk, st36->abstracts.v, st36->abstracts.n, &record->abstract.v,
               &record->abstract.n);
    take_symbols(walk, st36);
    np_st36_take_parties(walk, st36);
    np_st36_take_citations(walk, st36);
    np_st36_take_claims(walk, st36, ocr || np_slice_is(record->office, "WO"));
    take_events(walk, st36);
    record->parts = parts_of(record, st36);
}

enum np_status np_st36_read(struct np_walk *walk, const struct np_path *paths,
                            struct np_err *err)
{
    struct st36 st36;
    enum np_status status;

    memset(&st36, 0, sizeof st36);
    status = np_walk_run(walk, paths, &st36, err);
    if (status == NP_OK)
        take_record(walk, &st36);
    np_buf_release(&st36.lines);
    return status;
}
