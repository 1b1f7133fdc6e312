/* docdb.h -- an exchange-document between its walk and its record.
 *
 * DOCDB and OPS say everything up to four times, once per data format. While the
 * document is walked, every form is only noted; when it is over, one form per field
 * is chosen (formats/docdb.md, section 6: choose one, fall back in order, never sum).
 *
 *     walk ──notes──▶ struct np_docdb ──choice──▶ struct np_record
 *
 * Both dresses share this: bulk DOCDB repeats the reference for each data-format, OPS
 * repeats the document-id inside one reference. All lists live in the walk's arena.
 */
#ifndef PARSERS_DOCDB_H
#define PARSERS_DOCDB_H

#include "dialects.h"

/* In falling order of preference for names and texts. */
enum np_docdb_format {
    NP_DOCDB_ORIGINAL, NP_DOCDB_DOCDBA, NP_DOCDB_DOCDB, NP_DOCDB_EPODOC, NP_DOCDB_PLAIN,
    NP_DOCDB_FORMATS
};

struct np_docdb_id { struct np_slice office, number, kind, lang; np_date date; };

/* One reference in all its forms. `sequence` 0: not numbered. */
struct np_docdb_reference {
    int sequence, order;
    struct np_docdb_id id[NP_DOCDB_FORMATS];
};

struct np_docdb_name {
    int sequence, order;
    enum np_docdb_format format;
    struct np_slice name, country, address;
};

struct np_docdb_text { struct np_slice lang, text; enum np_docdb_format format; };

struct np_docdb_symbol {
    int sequence, order;
    struct np_slice scheme, printed;
    struct np_slice section, class_, subclass, group, subgroup;
};

struct np_docdb_citation {
    struct np_docdb_id id[NP_DOCDB_FORMATS];
    struct np_slice dnum;
    bool application;      /* dnum-type says that the number is an application's */
    struct np_slice text;  /* of a non-patent citation */
    bool category[26];
    char letters[26];      /* in order of appearance */
    int letter_count;
    enum np_by by;
    enum np_phase phase;
};

typedef NP_LIST(struct np_docdb_name) np_docdb_names;
typedef NP_LIST(struct np_docdb_symbol) np_docdb_symbols;
typedef NP_LIST(struct np_docdb_text) np_docdb_texts;

struct np_docdb {
    bool ops;                            /* the dress of OPS */
    enum np_docdb_format format;         /* of the reference that is open */
    struct np_docdb_reference publication, application;
    NP_LIST(struct np_docdb_reference) priorities;
    struct np_docdb_id *id, spare;       /* where the open document-id goes */
    np_docdb_names applicants, inventors;
    np_docdb_names *names;               /* the one of the two that is open */
    np_docdb_symbols ipc, old_ipc, classes;
    NP_LIST(struct np_docdb_citation) citations;
    np_docdb_texts titles, abstracts;
    bool granted, speaks_biblio, speaks_cites;
};

/* ---- docdb_paths.c and docdb.c: what the two dialects share ---- */

extern const struct np_path np_docdb_paths[];

/* Handlers for the identifiers of a reference; their state is, or begins with, a
 * struct np_docdb.                                                               */
void np_docdb_open_reference(struct np_walk *walk);
void np_docdb_open_id(struct np_walk *walk);
void np_docdb_open_application_id(struct np_walk *walk);
void np_docdb_open_priority(struct np_walk *walk);
void np_docdb_open_priority_id(struct np_walk *walk);
void np_docdb_set_office(struct np_walk *walk, struct np_slice text);
void np_docdb_set_number(struct np_walk *walk, struct np_slice text);
void np_docdb_set_kind(struct np_walk *walk, struct np_slice text);
void np_docdb_set_date(struct np_walk *walk, struct np_slice text);

/* Reads one exchange-document in either dress. */
enum np_status np_docdb_read(struct np_walk *walk, struct np_record *record, bool ops,
                             struct np_err *err);

/* ---- docdb_ids.c ---- */

enum np_docdb_format np_docdb_format_of(struct np_slice word);
int np_docdb_sequence(struct np_slice digits);
/* Sorts items of `item_bytes` that begin with { int sequence, order }. */
void np_docdb_sort(void *items, size_t n, size_t item_bytes);
/* Language as ISO 639-1 in lower case; empty for XX. */
struct np_slice np_docdb_lang(struct np_arena *arena, struct np_slice printed);
/* Office, number, kind and date of the publication; NP_SKIP without number, NP_PASS for a
 * number that OPS did not find.                                                          */
enum np_status np_docdb_take_publication(struct np_walk *walk, const struct np_docdb *docdb,
                                         struct np_err *err);
void np_docdb_take_application(struct np_walk *walk, const struct np_docdb *docdb);
void np_docdb_take_priorities(struct np_walk *walk, struct np_docdb *docdb);

/* ---- docdb_parties.c, docdb_symbols.c, docdb_citations.c ---- */

void np_docdb_take_parties(struct np_walk *walk, struct np_docdb *docdb);
/* Equal for two spellings of one name that differ in case, width, blanks or punctuation. */
struct np_slice np_docdb_name_key(struct np_arena *arena, struct np_slice name);
void np_docdb_take_symbols(struct np_walk *walk, struct np_docdb *docdb);
void np_docdb_open_citation(struct np_walk *walk);
void np_docdb_open_cited(struct np_walk *walk);
void np_docdb_open_cited_id(struct np_walk *walk);
void np_docdb_add_category(struct np_walk *walk, struct np_slice text);
void np_docdb_set_npl(struct np_walk *walk, struct np_slice text);
void np_docdb_take_citations(struct np_walk *walk, const struct np_docdb *docdb);

/* ---- docdb_kind.c ---- */

/* Sets type and stage by office, kind and date (formats/cnipa.md section 6, record.md);
 * `granted`: the source says that this publication came with the grant.                */
void np_docdb_classify_kind(struct np_record *record, struct np_slice application_kind,
                            bool granted);

#endif
