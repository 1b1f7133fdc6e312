/* docdb_paths.c -- where an exchange-document says what (formats/docdb.md, sections 3 and 4).
 *
 * Only some elements carry the prefix `exch:`, and in extracts it is not bound: paths are
 * local names. OPS repeats document-id inside one reference and cuts symbols into parts;
 * the same rows read both dresses.
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

void np_docdb_open_priority(struct np_walk *walk)
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

void np_docdb_open_application_id(struct np_walk *walk)
{
    open_id_of(walk, &state_of(walk)->application);
}

void np_docdb_open_priority_id(struct np_walk *walk)
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

const struct np_path np_docdb_paths[] = {
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
    { B "application-reference/document-id", np_docdb_open_application_id, NULL },
    { B "priority-claims/priority-claim", np_docdb_open_priority, NULL },
    { B "priority-claims/priority-claim/document-id", np_docdb_open_priority_id, NULL },
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
    { B "parties/*/applicant|inventor", open_party, NULL },
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
