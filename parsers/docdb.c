/* docdb.c -- dialect `exchange-documents`: the EPO's bulk DOCDB (formats/docdb.md).
 *
 *     exchange-document @country @doc-number @kind @date-publ @family-id @status
 *       bibliographic-data
 *         publication-reference, application-reference, priority-claims   each per format
 *         classification..., parties, titles, references-cited
 *       abstract                                                          own
 *       patent-family / abstract                                          another member's
 *
 * docdb_paths.c notes what stands where; here it becomes a record. The dress of OPS differs
 * in details only and is read by the same table.
 */
#include "docdb.h"

/* One text per language, original before docdba before docdb, in the order of the source.
 * `original` may come without a language (formats/docdb.md, section 3): then the document's. */
static void take_texts(struct np_walk *walk, const np_docdb_texts *from, struct np_text **v,
                       size_t *n)
{
    struct np_arena *arena = np_walk_arena(walk);
    struct np_slice own = np_walk_record(walk)->lang;
    NP_LIST(struct np_text) out = { 0 };
    NP_LIST(enum np_docdb_format) ranks = { 0 };
    for (size_t i = 0; i < from->n; i++) {
        const struct np_docdb_text *text = &from->v[i];
        struct np_slice lang = text->lang.n ? text->lang : own.n ? own : NP_S("und");
        size_t at = 0;
        while (at < out.n && !np_slice_eq(out.v[at].lang, lang))
            at++;
        if (!text->text.n || (at < out.n && ranks.v[at] <= text->format))
            continue;
        if (at == out.n) {
            np_list_add(arena, &out)->lang = lang;
            *np_list_add(arena, &ranks) = text->format;
        }
        out.v[at].text = text->text;
        ranks.v[at] = text->format;
    }
    *v = out.v;
    *n = out.n;
}

/* Order within one week: DeleteRekey, deletions, new ones, amendments
 * (formats/docdb.md, section 2).                                      */
static void set_action(struct np_walk *walk, struct np_record *record)
{
    static const struct { const char *status; enum np_action action; int sequence; } rows[] = {
        { "C", NP_PUT, 2 },  { "A", NP_PUT, 3 },  { "D", NP_DELETE, 1 },
        { "CV", NP_VOID, 2 }, { "DV", NP_VOID, 1 }, { NULL, NP_PUT, 2 }
    };
    struct np_slice file = np_walk_envelope_attribute(walk, "file");
    int i = 0;
    while (rows[i].status && !np_slice_is(np_walk_root_attribute(walk, "status"), rows[i].status))
        i++;
    record->action = rows[i].action;
    record->sequence = rows[i].sequence;
    if (np_slice_find(file, NP_S("DeleteRekey")) != (size_t)-1)
        record->sequence = 0;
}

static void set_stated(struct np_walk *walk, struct np_record *record)
{
    record->stated = np_date_parse(np_walk_root_attribute(walk, "date-of-last-exchange"));
    if (!record->stated)
        record->stated = np_date_parse(np_walk_envelope_attribute(walk, "date-of-exchange"));
    if (!record->stated)
        record->stated = record->date;
}

/* A bulk document is complete, so its silence is a statement; an answer of OPS holds the
 * constituents that were asked for.                                                      */
static void set_parts(const struct np_docdb *docdb, struct np_record *record)
{
    if (!docdb->ops)
        record->parts = NP_PART_BIBLIO | NP_PART_CITATIONS | NP_PART_FAMILY;
    else
        record->parts = (docdb->speaks_biblio ? NP_PART_BIBLIO : 0) |
                        (docdb->speaks_cites ? NP_PART_CITATIONS : 0) |
                        (record->family.n ? NP_PART_FAMILY : 0);
    if (record->title.n || record->abstract.n || record->action != NP_PUT)
        record->parts |= NP_PART_TEXT;
}

static void take_record(struct np_walk *walk, struct np_docdb *docdb)
{
    struct np_record *record = np_walk_record(walk);
    if (!record->lang.n)
        record->lang = np_docdb_lang(np_walk_arena(walk),
                                     docdb->publication.id[NP_DOCDB_DOCDB].lang);
    record->family = np_slice_trim(np_walk_root_attribute(walk, "family-id"));
    np_docdb_take_application(walk, docdb);
    np_docdb_take_priorities(walk, docdb);
    np_docdb_take_symbols(walk, docdb);
    np_docdb_take_parties(walk, docdb);
    np_docdb_take_citations(walk, docdb);
    take_texts(walk, &docdb->titles, &record->title.v, &record->title.n);
    take_texts(walk, &docdb->abstracts, &record->abstract.v, &record->abstract.n);
    np_docdb_classify_kind(record, docdb->application.id[NP_DOCDB_DOCDB].kind, docdb->granted);
    set_action(walk, record);
    set_stated(walk, record);
    set_parts(docdb, record);
}

enum np_status np_docdb_read(struct np_walk *walk, struct np_record *record, bool ops,
                             struct np_err *err)
{
    struct np_docdb docdb = { .ops = ops };
    enum np_status status = np_walk_run(walk, np_docdb_paths, &docdb, err);
    if (np_slice_is(np_walk_root_attribute(walk, "system"), "ops.epo.org"))
        docdb.ops = true; /* an answer of OPS that lost its envelope */
    if (status == NP_OK)
        status = np_docdb_take_publication(walk, &docdb, err);
    if (status != NP_OK)
        return status;
    record->dialect = docdb.ops ? NP_S("ops") : NP_S("exchange-documents");
    take_record(walk, &docdb);
    return NP_OK;
}

/* ---- the dialect ---- */

static bool is_of_ops(struct np_slice envelope)
{
    return np_slice_find(envelope, NP_S("world-patent-data")) != (size_t)-1;
}

static int fits(struct np_slice root, struct np_slice envelope)
{
    if (np_slice_is(root, "exchange-documents"))
        return 50;
    return np_slice_is(root, "exchange-document") && !is_of_ops(envelope) ? 100 : 0;
}

static enum np_status read_document(struct np_walk *walk, struct np_record *record,
                                    struct np_err *err)
{
    if (np_slice_is(np_walk_document(walk)->root, "exchange-documents"))
        return np_fail_at(err, NP_PASS, "", np_walk_document(walk)->offset,
                          "exchange-documents without documents");
    return np_docdb_read(walk, record, false, err);
}

const struct np_dialect np_dialect_docdb = {
    .name = "exchange-documents",
    .says = "DOCDB bibliographic data of all offices, front and back files",
    .sources = "EPO bulk data (DOCDB)",
    .framing = { .root = "exchange-documents", .record = { "exchange-document" } },
    .fits = fits,
    .read = read_document,
};
