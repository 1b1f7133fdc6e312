/* legal_ops.c -- family members of OPS, with their legal events (formats/legal.md, section 1).
 *
 *     ops:family-member @family-id
 *       publication-reference, application-reference, priority-claim
 *       exchange-document                              in answers with bibliography
 *       ops:legal @code @desc @infl                    events of this application alone
 *         ops:pre                                      the old print lines: ignored
 *         ops:L001EP ... ops:L019EP
 *         ops:L500EP / ops:L501EP ... ops:L533EP
 */
#include "legal.h"
#include "sax.h"

#include <nanopat/text.h>

/* An attribute's words: the EPO's table has double blanks in places. */
static struct np_slice words_of(struct np_walk *walk, const char *attribute)
{
    struct np_buf b = { 0 };
    np_text_squeeze(&b, np_walk_attribute(walk, attribute));
    struct np_slice words = np_arena_copy(np_walk_arena(walk), np_buf_slice(&b));
    np_buf_release(&b);
    return words;
}

/* ---- events ---- */

static void open_event(struct np_walk *walk)
{
    struct np_legal *legal = np_walk_state(walk);
    struct np_legal_event *event = np_list_add(np_walk_arena(walk), &legal->events);
    event->event.code = np_slice_trim(np_walk_attribute(walk, "code"));
    event->event.influence = np_slice_trim(np_walk_attribute(walk, "infl"));
    event->name = words_of(walk, "desc");
}

static void set_code(struct np_walk *walk, struct np_slice text)
{
    struct np_event *event = &np_legal_last(walk)->event;
    if (!event->code.n)
        event->code = text;
}

static void set_office(struct np_walk *walk, struct np_slice text)
{
    np_legal_last(walk)->event.office = text;
}

static void set_date(struct np_walk *walk, struct np_slice text)
{
    np_legal_last(walk)->event.date = np_date_parse(text);
}

static void set_ipr_type(struct np_walk *walk, struct np_slice text)
{
    struct np_legal *legal = np_walk_state(walk);
    legal->ipr_type = text;
}

/* The latest exchange is the day when OPS said it last. */
static void set_exchanged(struct np_walk *walk, struct np_slice text)
{
    struct np_record *record = np_walk_record(walk);
    np_date date = np_date_parse(text);
    if (date > record->stated)
        record->stated = date;
}

/* ---- lines behind the event ---- */

static void set_state(struct np_walk *walk, struct np_slice text)
{
    np_legal_last(walk)->event.state = text;
}

static void set_national(struct np_walk *walk, struct np_slice text)
{
    struct np_event *event = &np_legal_last(walk)->event;
    struct np_slice says = words_of(walk, "descData");
    struct np_slice influence = np_slice_trim(np_walk_attribute(walk, "infl"));
    event->national = text;
    if (influence.n)
        event->influence = influence;
    np_legal_add(walk, NP_LEGAL_NATIONAL, "",
                 says.n ? np_arena_printf(np_walk_arena(walk), "%.*s %.*s", NP_ARG(text),
                                          NP_ARG(says))
                        : text);
}

static void add_free_text(struct np_walk *walk, struct np_slice text)
{
    np_legal_add(walk, NP_LEGAL_FREE_TEXT, "", text);
}

static void set_effective(struct np_walk *walk, struct np_slice text)
{
    np_legal_last(walk)->event.effective =
        np_legal_date(walk, NP_LEGAL_EFFECTIVE, "Effective DATE", text);
}

/* "L518EP" is line 518; each line brings its own label. */
static void add_line(struct np_walk *walk, struct np_slice text)
{
    static const char *const own[] = { "L501EP", "L502EP", "L510EP", "L525EP" };
    struct np_slice name = np_walk_element(walk);
    struct np_slice label = words_of(walk, "desc");
    int line = np_docdb_sequence(np_slice_sub(name, 1, 3));
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
        if (np_slice_is(name, own[i]))
            return;
    np_legal_add(walk, line ? line : NP_LEGAL_OTHER,
                 (label.n ? label : np_arena_copy(np_walk_arena(walk), name)).p, text);
}

static void note_document(struct np_walk *walk)
{
    struct np_legal *legal = np_walk_state(walk);
    if (!np_slice_is(np_walk_attribute(walk, "status"), "not found"))
        legal->has_document = true;
}

#define ID "publication-reference|application-reference/document-id/"

static const struct np_path member_paths[] = {
    { "publication-reference|application-reference", np_docdb_open_reference, NULL },
    { "publication-reference/document-id", np_docdb_open_id, NULL },
    { "application-reference/document-id", np_docdb_open_application_id, NULL },
    { ID "country", NULL, np_docdb_set_office },
    { ID "doc-number", NULL, np_docdb_set_number },
    { ID "kind", NULL, np_docdb_set_kind },
    { ID "date", NULL, np_docdb_set_date },
    { "priority-claim", np_docdb_open_priority, NULL },
    { "priority-claim/document-id", np_docdb_open_priority_id, NULL },
    { "priority-claim/document-id/country", NULL, np_docdb_set_office },
    { "priority-claim/document-id/doc-number", NULL, np_docdb_set_number },
    { "priority-claim/document-id/kind", NULL, np_docdb_set_kind },
    { "priority-claim/document-id/date", NULL, np_docdb_set_date },
    { "exchange-document", note_document, NULL },
    { "legal", open_event, NULL },
    { "legal/L001EP", NULL, set_office },
    { "legal/L005EP", NULL, set_ipr_type },
    { "legal/L007EP", NULL, set_date },
    { "legal/L008EP", NULL, set_code },
    { "legal/L018EP", NULL, set_exchanged },
    { "legal/L500EP/L501EP", NULL, set_state },
    { "legal/L500EP/L502EP", NULL, set_national },
    { "legal/L500EP/L510EP", NULL, add_free_text },
    { "legal/L500EP/L525EP", NULL, set_effective },
    { "legal/L500EP/*", NULL, add_line },
    { NULL, NULL, NULL }
};

/* ---- the member ---- */

/* The bibliography lies inside the member; it is read as the document that it is elsewhere. */
static struct np_document *document_inside(struct np_arena *arena, const struct np_document *member)
{
    static const struct np_slice end = { "exchange-document>", sizeof "exchange-document>" - 1 };
    struct np_slice all = member->bytes;
    struct np_document *inner = np_arena_alloc(arena, sizeof *inner);
    size_t from = np_slice_find(all, NP_S("exchange-document")), to;
    if (from == (size_t)-1)
        return NULL;
    while (from > 0 && all.p[from] != '<')
        from--;
    to = np_slice_find(np_slice_sub(all, from, all.n), end);
    if (to == (size_t)-1)
        return NULL;
    *inner = *member;
    inner->bytes = np_slice_sub(all, from, to + end.n);
    inner->offset = member->offset + (int64_t)from;
    inner->root = NP_S("exchange-document");
    return inner;
}

static enum np_status read_document(struct np_walk *walk, struct np_record *record,
                                    struct np_err *err)
{
    const struct np_document *member = np_walk_document(walk);
    struct np_document *inner = document_inside(np_walk_arena(walk), member);
    struct np_record found = *record; /* what the member says of itself goes behind */
    if (!inner)
        return np_fail_at(err, NP_SKIP, "NP-XML-012", member->offset,
                          "no end of the exchange-document in the family member");
    *record = (struct np_record){ .source = found.source, .notes = found.notes };
    record->source.offset = inner->offset;
    record->source.length = (int64_t)inner->bytes.n;
    np_walk_begin(walk, inner, record, np_walk_arena(walk));
    enum np_status status = np_docdb_read(walk, record, true, err);
    if (status != NP_OK)
        return status;
    record->events = found.events;
    if (record->events.n)
        record->parts |= NP_PARTS_OF_EVENTS;
    return NP_OK;
}

enum np_status np_legal_read_member(struct np_walk *walk, struct np_record *record,
                                    struct np_err *err)
{
    struct np_legal legal = { .docdb = { .ops = true } };
    enum np_status status = np_walk_run(walk, member_paths, &legal, err);
    if (status != NP_OK)
        return status;
    np_legal_take(walk, &legal);
    if (legal.has_document)
        return read_document(walk, record, err);
    /* The events of an application stand at one of its publications; another one is not without. */
    if (!record->events.n)
        return np_fail_at(err, NP_PASS, "", np_walk_document(walk)->offset,
                          "family member without events");
    np_docdb_take_priorities(walk, &legal.docdb);
    record->family = np_slice_trim(np_walk_root_attribute(walk, "family-id"));
    record->dialect = NP_S("legal-events");
    record->parts = NP_PARTS_OF_EVENTS; /* an answer lists all that there are */
    record->sequence = 2;
    return NP_OK;
}
