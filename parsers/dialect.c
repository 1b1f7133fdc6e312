/* dialect.c -- which dialect a document is, and its record.
 *
 * Every dialect is asked how well the root element fits; the best one reads the document. One
 * name, patent-document, is the root of three: their attributes decide (formats/wipo.md, 1).
 */
#include "dialects.h"
#include "sax.h"

#include <nanopat/text.h>
#include <pthread.h>
#include <stdlib.h>

const struct np_dialect *const np_dialects[] = {
    &np_dialect_us_grant,
    &np_dialect_us_application,
    &np_dialect_ep,
    &np_dialect_us_pap,
    &np_dialect_patdoc,
    &np_dialect_patdoc_sgml,
    &np_dialect_aps,
    &np_dialect_us_fees,
    &np_dialect_docdb,
    &np_dialect_ops,
    &np_dialect_legal_events,
    &np_dialect_cn_prs,
    &np_dialect_cn_business,
    &np_dialect_cn_patent_document,
    &np_dialect_cn_ipph,
    &np_dialect_cn_application_body,
    &np_dialect_jp_gazette,
    &np_dialect_st96,
    &np_dialect_marec,
    &np_dialect_wo_ocr,
    &np_dialect_wo_st36,
    NULL
};

/* Roots that belong to a delivery and are no patent documents; "*" in front: any beginning. */
static const struct {
    const char *root;
    const char *kind;
} passed_over[] = {
    { "sequence-cwu", "sequence listing" },
    { "schema", "XML schema" },
    { "toc", "table of contents of a delivery" },
    { "TOC", "table of contents of a delivery" },
    { "*index", "index of a delivery" },
    { "html", "HTML page" },
    { "ClaimsDocument", "USPTO prosecution paper (XML4IP), no publication number" },
    { "SpecificationDocument", "USPTO prosecution paper (XML4IP), no publication number" },
};

enum { DIALECTS = sizeof np_dialects / sizeof np_dialects[0] };

static struct np_framing framings[DIALECTS]; /* written once, by collect_framings */
static pthread_once_t framings_once = PTHREAD_ONCE_INIT;

static void collect_framings(void)
{
    for (size_t i = 0; np_dialects[i]; i++)
        framings[i] = np_dialects[i]->framing;
}

const struct np_framing *np_dialect_framings(void)
{
    pthread_once(&framings_once, collect_framings);
    return framings;
}

enum { MENDED_BYTES_KEPT = 4 << 20 };

struct np_parser {
    struct np_walk *walk;
    struct np_buf mended; /* a document that was not well-formed */
};

struct np_parser *np_parser_new(void)
{
    struct np_parser *parser = np_calloc(1, sizeof *parser);

    parser->walk = np_walk_new();
    return parser;
}

void np_parser_watch(struct np_parser *parser)
{
    parser->walk->watching = true;
}

const struct np_slice *np_parser_unread(const struct np_parser *parser, size_t *n)
{
    *n = parser->walk->unread.n;
    return parser->walk->unread.v;
}

struct np_slice np_parser_description(const struct np_parser *parser)
{
    return np_buf_slice(&parser->walk->described);
}

void np_parser_free(struct np_parser *parser)
{
    if (!parser)
        return;
    np_walk_free(parser->walk);
    np_buf_release(&parser->mended);
    free(parser);
}

static const struct np_dialect *dialect_of(const struct np_document *document)
{
    struct np_slice start_tag = np_start_tag(document->bytes);
    const struct np_dialect *best = NULL;
    int most = 0;

    for (size_t i = 0; np_dialects[i]; i++) {
        int fits = np_dialects[i]->fits(document->root, document->envelope);

        if (fits > most && (!np_dialects[i]->takes || np_dialects[i]->takes(start_tag))) {
            most = fits;
            best = np_dialects[i];
        }
    }
    return best;
}

static bool is_named(struct np_slice root, const char *name)
{
    return name[0] == '*' ? np_slice_ends(root, name + 1) : np_slice_is(root, name);
}

static enum np_status pass_over(const struct np_document *document, struct np_err *err)
{
    struct np_slice name = np_slice_sub(document->root, 0, 80);

    for (size_t i = 0; i < sizeof passed_over / sizeof passed_over[0]; i++)
        if (is_named(document->root, passed_over[i].root))
            return np_fail_at(err, NP_PASS, "", document->offset, "%s", passed_over[i].kind);
    name.n = np_utf8_check(name);
    return np_fail_at(err, NP_PASS, "", document->offset, "unknown root element %.*s",
                      NP_ARG(name));
}

/* A record needs the publication it speaks of; legal events may know the application alone. */
static enum np_status check_required(const struct np_record *record,
                                     const struct np_document *document, struct np_err *err)
{
    bool of_application = (record->parts & NP_PART_EVENTS) && record->application.number.n;

    if (!record->office.n && !(of_application && record->application.office.n))
        return np_fail_at(err, NP_SKIP, "NP-REC-001", document->offset, "no publishing office");
    if (!record->number.n && !of_application)
        return np_fail_at(err, NP_SKIP, "NP-REC-002", document->offset, "no publication number");
    return NP_OK;
}

static void fill_source(struct np_record *record, const struct np_dialect *dialect,
                        const struct np_document *document, struct np_slice file,
                        struct np_slice member)
{
    record->dialect = np_slice_of(dialect->name);
    record->source.file = file;
    record->source.member = member;
    record->source.document = document->ordinal;
    record->source.offset = document->offset;
    record->source.length = (int64_t)document->bytes.n;
}

struct reading {
    const struct np_dialect *dialect;
    const struct np_document *document;
    struct np_slice file, member;
    struct np_arena *arena;
};

/* The record of the document as it is, or mended: then `bytes` stand for its own. */
static enum np_status read_once(struct np_parser *parser, const struct reading *reading,
                                const struct np_mended *mended, struct np_record **record,
                                struct np_err *err)
{
    struct np_record *made = np_record_new(reading->arena);
    struct np_document document = *reading->document;
    enum np_status status;

    fill_source(made, reading->dialect, &document, reading->file, reading->member);
    if (mended)
        document.bytes = np_buf_slice(&parser->mended);
    np_walk_begin(parser->walk, &document, made, reading->arena);
    parser->walk->mended = mended;
    status = reading->dialect->read(parser->walk, made, err);
    if (status == NP_OK)
        status = check_required(made, &document, err);
    if (status == NP_OK && np_arena_used(reading->arena) > NP_RECORD_BYTES_MOST)
        status = np_fail_at(err, NP_SKIP, "NP-LIM-003", document.offset,
                            "the record would take more than %zu MiB", NP_RECORD_BYTES_MOST >> 20);
    if (status == NP_OK) {
        np_notes_finish(parser->walk);
        *record = made;
    }
    parser->walk->document = NULL;
    return status;
}

/* What an accident does to a document; what a guard refuses is hostile and not among them. */
static bool is_mendable(const char *code)
{
    static const char *const codes[] = { "NP-XML-001", "NP-XML-002", "NP-XML-003", "NP-XML-004",
                                         "NP-XML-005", "NP-XML-012", "NP-XML-013" };

    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
        if (strcmp(code, codes[i]) == 0)
            return true;
    return false;
}

/* A second reading, once, under the same guards. `err`: why the first one failed; it stays the
 * reason unless a guard speaks in the second.                                                */
static enum np_status read_mended(struct np_parser *parser, const struct reading *reading,
                                  struct np_record **record, struct np_err *err)
{
    struct np_mended mended;
    struct np_err second = { 0 };
    enum np_status status;

    np_buf_reset(&parser->mended);
    if (!is_mendable(err->code) ||
        !np_mend(reading->document->bytes, np_document_encoding(reading->document),
                 reading->arena, &parser->mended, &mended))
        return NP_SKIP;
    status = read_once(parser, reading, &mended, record, &second);
    if (parser->mended.cap > MENDED_BYTES_KEPT)
        np_buf_release(&parser->mended);
    if (status == NP_SKIP && is_mendable(second.code))
        return NP_SKIP;
    if (status != NP_OK)
        *err = second;
    return status;
}

enum np_status np_parser_read(struct np_parser *parser, const struct np_document *document,
                              struct np_slice file, struct np_slice member,
                              struct np_arena *arena, struct np_record **record,
                              struct np_err *err)
{
    struct reading reading = { dialect_of(document), document, file, member, arena };
    struct np_err failure = { 0 };
    enum np_status status;

    *record = NULL;
    if (!reading.dialect)
        status = pass_over(document, &failure);
    else
        status = read_once(parser, &reading, NULL, record, &failure);
    if (status == NP_SKIP)
        status = read_mended(parser, &reading, record, &failure);
    if (status != NP_OK && err)
        *err = failure;
    if (status != NP_OK && err)
        err->document = document->ordinal;
    return status;
}
