/* docdb.c -- dialect `exchange-documents`: the EPO's bulk DOCDB (formats/docdb.md).
 *
 *     exchange-document @country @doc-number @kind @date-publ @family-id @status
 *       bibliographic-data
 *         publication-reference, application-reference, priority-claims   each per format
 *         classification..., parties, titles, references-cited
 *       abstract                                                          own
 *       patent-family / abstract                                          another member's
 *
 * Only some elements carry the prefix `exch:`, and in extracts it is not bound: paths are
 * local names. The dress of OPS differs in details only and is read by the same table.
 */
#include "docdb.h"

static struct np_docdb *state_of(struct np_walk *walk) { return np_walk_state(walk); }

/* ---- references ---- */

void np_docdb_open_reference(struct np_walk *walk)
{
    struct np_docdb *docdb = state_of(walk);
    docdb->format = np_docdb_format_of(np_walk_attribute(walk, "data-format"));
    if (np_slice_is(np_walk_element(walk), "application-reference"))
        docdb->speaks_biblio = true;
}

static void open_priority(struct np_walk *walk)
{
    struct np_docdb *docdb = state_of(walk);
    np_docdb_open_reference(walk);
    struct np_docdb_reference *claim = np_list_add(np_walk_arena(walk), &docdb->priorities);
    claim->sequence = np_docdb_sequence(np_walk_attribute(walk, "sequence"));
    claim->order = (int)docdb->priorities.n;
    docdb->speaks_biblio = true;
}

/* Where the numbers that follow go; the first of a format counts. */
static void open_id_of(struct np_walk *walk, struct np_docdb_reference *reference)
{
    struct np_docdb *docdb = state_of(walk);
    struct np_slice type = np_walk_attribute(walk, "document-id-type");
    enum np_docdb_format format = type.n ? np_docdb_format_of(type) : docdb->format;
    struct np_docdb_id *id = &reference->id[format];
    docdb->id = id->number.n ? &docdb->spare : id;
    docdb->id->lang = np_walk_attribute(walk, "lang");
}

void np_docdb_open_id(struct np_walk *walk) { open_id_of(walk, &state_of(walk)->publication); }

static void open_application_id(struct np_walk *walk)
{
    open_id_of(walk, &state_of(walk)->application);
}

static void open_priority_id(struct np_walk *walk)
{
    struct np_docdb *docdb = state_of(walk);
    open_id_of(walk, &docdb->priorities.v[docdb->priorities.n - 1]);
}

void np_docdb_set_office(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->id->office = text;
}

void np_docdb_set_number(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->id->number = text;
}

void np_docdb_set_kind(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->id->kind = text;
}

void np_docdb_set_date(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->id->date = np_date_parse(text);
}

/* ---- symbols ---- */

static struct np_docdb_symbol *add_symbol(struct np_walk *walk, np_docdb_symbols *list)
{
    struct np_docdb_symbol *symbol = np_list_add(np_walk_arena(walk), list);
    symbol->sequence = np_docdb_sequence(np_walk_attribute(walk, "sequence"));
    symbol->order = (int)list->n;
    state_of(walk)->speaks_biblio = true;
    return symbol;
}

static void open_ipc(struct np_walk *walk) { add_symbol(walk, &state_of(walk)->ipc); }

static void set_ipc(struct np_walk *walk, struct np_slice text)
{
    np_docdb_symbols *list = &state_of(walk)->ipc;
    list->v[list->n - 1].printed = text;
}

static void add_old_ipc(struct np_walk *walk, struct np_slice text)
{
    struct np_docdb_symbol *symbol = add_symbol(walk, &state_of(walk)->old_ipc);
    symbol->printed = text;
    symbol->sequence = 0; /* main and further are numbered apart */
}

static void open_class(struct np_walk *walk) { add_symbol(walk, &state_of(walk)->classes); }

static struct np_docdb_symbol *last_class(struct np_walk *walk)
{
    np_docdb_symbols *list = &state_of(walk)->classes;
    return &list->v[list->n - 1];
}

static void set_scheme(struct np_walk *walk)
{
    last_class(walk)->scheme = np_walk_attribute(walk, "scheme");
}

static void set_symbol(struct np_walk *walk, struct np_slice s) { last_class(walk)->printed = s; }
static void set_section(struct np_walk *walk, struct np_slice s) { last_class(walk)->section = s; }
static void set_class(struct np_walk *walk, struct np_slice s) { last_class(walk)->class_ = s; }
static void set_group(struct np_walk *walk, struct np_slice s) { last_class(walk)->group = s; }

static void set_subclass(struct np_walk *walk, struct np_slice s)
{
    last_class(walk)->subclass = s;
}

static void set_subgroup(struct np_walk *walk, struct np_slice s)
{
    last_class(walk)->subgroup = s;
}

/* ---- parties ---- */

static void open_party(struct np_walk *walk)
{
    struct np_docdb *docdb = state_of(walk);
    bool invents = np_slice_is(np_walk_element(walk), "inventor");
    docdb->names = invents ? &docdb->inventors : &docdb->applicants;
    struct np_docdb_name *name = np_list_add(np_walk_arena(walk), docdb->names);
    name->format = np_docdb_format_of(np_walk_attribute(walk, "data-format"));
    name->sequence = np_docdb_sequence(np_walk_attribute(walk, "sequence"));
    name->order = (int)docdb->names->n;
    docdb->speaks_biblio = true;
}

static struct np_docdb_name *last_name(struct np_walk *walk)
{
    np_docdb_names *names = state_of(walk)->names;
    return &names->v[names->n - 1];
}

static void set_name(struct np_walk *walk, struct np_slice s) { last_name(walk)->name = s; }
static void set_residence(struct np_walk *walk, struct np_slice s) { last_name(walk)->country = s; }
static void set_address(struct np_walk *walk, struct np_slice s) { last_name(walk)->address = s; }

/* ---- texts, states, dates ---- */

static void add_text(struct np_walk *walk, np_docdb_texts *list, struct np_slice text)
{
    struct np_docdb_text *added = np_list_add(np_walk_arena(walk), list);
    added->lang = np_docdb_lang(np_walk_arena(walk), np_walk_attribute(walk, "lang"));
    added->format = np_docdb_format_of(np_walk_attribute(walk, "data-format"));
    added->text = text;
}

static void add_title(struct np_walk *walk, struct np_slice text)
{
    add_text(walk, &state_of(walk)->titles, text);
}

static void add_abstract(struct np_walk *walk, struct np_slice text)
{
    add_text(walk, &state_of(walk)->abstracts, text);
}

static void add_state(struct np_walk *walk, struct np_slice text)
{
    np_symbols_add(np_walk_arena(walk), &np_walk_record(walk)->designated, text);
}

static void set_lang(struct np_walk *walk, struct np_slice text)
{
    np_walk_record(walk)->lang = np_docdb_lang(np_walk_arena(walk), text);
}

/* Only these two tell of a grant; examined-... stands on an EP A1 of 1979 too. */
static void note_grant(struct np_walk *walk) { state_of(walk)->granted = true; }
static void note_citations(struct np_walk *walk) { state_of(walk)->speaks_cites = true; }

#define B "bibliographic-data/"

static const struct np_path docdb_paths[] = {
    { B "publication-reference", np_docdb_open_reference, NULL },
    { B "publication-reference/document-id", np_docdb_open_id, NULL },
    { B "publication-reference|application-reference/document-id/country", NULL,
      np_docdb_set_office },
    { B "publication-reference|application-reference/document-id/doc-number", NULL,
      np_docdb_set_number },
    { B "publication-reference|application-reference/document-id/kind", NULL,
      np_docdb_set_kind },
    { B "publication-reference|application-reference/document-id/date", NULL,
      np_docdb_set_date },
    { B "application-reference", np_docdb_open_reference, NULL },
    { B "application-reference/document-id", open_application_id, NULL },
    { B "priority-claims/priority-claim", open_priority, NULL },
    { B "priority-claims/priority-claim/document-id", open_priority_id, NULL },
    { B "priority-claims/priority-claim/document-id/country", NULL, np_docdb_set_office },
    { B "priority-claims/priority-claim/document-id/doc-number", NULL, np_docdb_set_number },
    { B "priority-claims/priority-claim/document-id/kind", NULL, np_docdb_set_kind },
    { B "priority-claims/priority-claim/document-id/date", NULL, np_docdb_set_date },
    { B "classifications-ipcr/classification-ipcr", open_ipc, NULL },
    { B "classifications-ipcr/classification-ipcr/text", NULL, set_ipc },
    { B "classification-ipc/main-classification|further-classification|text", NULL,
      add_old_ipc },
    /* combination sets have their own level and are left out (formats/record.md, cpc) */
    { B "patent-classifications/patent-classification", open_class, NULL },
    { B "patent-classifications/patent-classification/classification-scheme", set_scheme, NULL },
    { B "patent-classifications/patent-classification/classification-symbol", NULL, set_symbol },
    { B "patent-classifications/patent-classification/section", NULL, set_section },
    { B "patent-classifications/patent-classification/class", NULL, set_class },
    { B "patent-classifications/patent-classification/subclass", NULL, set_subclass },
    { B "patent-classifications/patent-classification/main-group", NULL, set_group },
    { B "patent-classifications/patent-classification/subgroup", NULL, set_subgroup },
    { B "language-of-publication", NULL, set_lang },
    { B "parties/applicants/applicant", open_party, NULL },
    { B "parties/inventors/inventor", open_party, NULL },
    { B "parties/*/applicant|inventor/applicant-name|inventor-name/name", NULL, set_name },
    { B "parties/*/applicant|inventor/residence/country", NULL, set_residence },
    { B "parties/*/applicant|inventor/address/text", NULL, set_address },
    { B "designation-of-states/designation-epc/contracting-states/country", NULL, add_state },
    { B "invention-title", NULL, add_title },
    { B "dates-of-public-availability/printed-with-grant|not-printed-with-grant", note_grant,
      NULL },
    { B "references-cited", note_citations, NULL },
    { B "references-cited/citation", np_docdb_open_citation, NULL },
    { B "references-cited/citation/patcit", np_docdb_open_cited, NULL },
    { B "references-cited/citation/patcit/document-id", np_docdb_open_cited_id, NULL },
    { B "references-cited/citation/patcit/document-id/country", NULL, np_docdb_set_office },
    { B "references-cited/citation/patcit/document-id/doc-number", NULL, np_docdb_set_number },
    { B "references-cited/citation/patcit/document-id/kind", NULL, np_docdb_set_kind },
    { B "references-cited/citation/patcit/document-id/date", NULL, np_docdb_set_date },
    { B "references-cited/citation/patcit|nplcit/text", NULL, np_docdb_set_npl },
    { B "references-cited/citation/category", NULL, np_docdb_add_category },
    { B "references-cited/citation/rel-passage/category", NULL, np_docdb_add_category },
    { "abstract", NULL, add_abstract },
    { NULL, NULL, NULL }
};

/* ---- the record ---- */

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
    enum np_status status = np_walk_run(walk, docdb_paths, &docdb, err);
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
