/* record.h -- what one source document says about one publication.
 *
 * The shape of everything on the way in; formats/record.md is the contract of
 * its JSON form. All strings and lists live in one arena or are borrowed from
 * something that lives as long. An empty slice, 0 date, and n == 0 mean that the
 * source does not say it.
 *
 * record.c holds one table that describes these structs; the encoding, the
 * JSON and the hash are walks over that table. A new field is a member here and
 * a row there.
 */
#ifndef NANOPAT_RECORD_H
#define NANOPAT_RECORD_H

#include <nanopat/arena.h>
#include <nanopat/buf.h>
#include <nanopat/docid.h>
#include <nanopat/err.h>
#include <nanopat/symbol.h>

enum np_type { NP_INVENTION, NP_UTILITY_MODEL, NP_DESIGN, NP_PLANT, NP_REISSUE, NP_SIR, NP_OTHER_TYPE };
enum np_stage {
    NP_APPLICATION, NP_EXAMINED, NP_GRANT, NP_CORRECTION, NP_SEARCH_REPORT, NP_TRANSLATION,
    NP_OTHER_STAGE
};
enum np_action { NP_PUT, NP_DELETE, NP_VOID };
enum np_role { NP_ROLE_APPLICANT, NP_ROLE_ASSIGNEE, NP_ROLE_APPLICANT_INVENTOR, NP_ROLE_PROPRIETOR };
enum np_by { NP_BY_UNKNOWN, NP_BY_EXAMINER, NP_BY_APPLICANT, NP_BY_OPPONENT, NP_BY_THIRD_PARTY };
enum np_phase {
    NP_PHASE_UNKNOWN, NP_PHASE_SEARCH, NP_PHASE_EXAMINATION, NP_PHASE_INTERNATIONAL_SEARCH,
    NP_PHASE_OPPOSITION, NP_PHASE_FILING
};

/* Which parts of a publication a document speaks of: a statement without claims must not
 * wipe out the claims of another (formats/cnipa.md, pitfall 8).                          */
enum np_part {
    NP_PART_BIBLIO = 1,    /* dates, application, priorities, parties, symbols */
    NP_PART_TEXT = 2,      /* title, abstract */
    NP_PART_CLAIMS = 4,
    NP_PART_CITATIONS = 8,
    NP_PART_FAMILY = 16,
    NP_PART_EVENTS = 32,
    NP_PART_ALL_EVENTS = 64, /* with NP_PART_EVENTS: there are no others */
    NP_PARTS_OF_EVENTS = NP_PART_EVENTS | NP_PART_ALL_EVENTS
};

struct np_parent { struct np_slice relation; struct np_docref doc; };
struct np_text { struct np_slice lang, text; };
struct np_claim {
    int num; /* 0: cancelled or not numbered (JSON null) */
    struct np_slice text;
    NP_LIST(int) depends;
};
struct np_claims {
    struct np_slice lang;
    NP_LIST(struct np_claim) claims;
};
struct np_party {
    struct np_slice name;
    enum np_role role;
    struct np_slice country, region, city, address, postcode;
};
struct np_inventor { struct np_slice name, country; };
struct np_citation {
    struct np_docref doc;
    NP_LIST(struct np_slice) category; /* one letter each */
    enum np_by by;
    enum np_phase phase;
};
struct np_npl {
    struct np_slice text;
    NP_LIST(struct np_slice) category;
    enum np_by by;
};
struct np_standard_ref { struct np_slice ref, where; };
struct np_event {
    struct np_slice office, code;
    np_date date;
    struct np_slice state, text;

    /* For the store, not printed (facts.h says more): */
    struct np_slice national, class, influence;
    np_date effective;
    struct np_slice key; /* the source's own number of the event */
};

/* Worth saying of a document that is kept: a row of a code table, the words, the byte in the
 * member (-1: not known).                                                                     */
struct np_note {
    struct np_slice code, what;
    int64_t byte;
};

struct np_record {
    struct np_slice office, number, kind;
    np_date date;
    enum np_type type;
    enum np_stage stage;
    enum np_action action;
    struct np_slice lang;
    struct np_docref application; /* kind unused */
    struct np_slice pct_application, pct_publication;
    struct np_slice family;
    NP_LIST(struct np_docref) priorities;
    NP_LIST(struct np_parent) parents;
    NP_LIST(struct np_text) title;
    NP_LIST(struct np_text) abstract;
    NP_LIST(struct np_claims) claims;
    int claim_count; /* 0: not stated */
    NP_LIST(struct np_party) applicants;
    NP_LIST(struct np_inventor) inventors;
    struct np_symbols ipc, cpc, uspc, locarno;
    NP_LIST(struct np_citation) citations;
    NP_LIST(struct np_npl) npl;
    NP_LIST(struct np_standard_ref) standards;
    NP_LIST(struct np_event) events;
    struct np_symbols designated;
    struct np_slice dialect;
    struct { struct np_slice file, member; int64_t document, offset, length; } source;

    /* For the store, not printed: when the source said it, its place within that
     * day (DOCDB: DeleteRekey 0, D 1, C 2, A 3), and the np_part bits it speaks of. */
    np_date stated;
    int sequence;
    int parts;
    int unknown_entities; /* left as &name; in the text */
    NP_LIST(struct np_event) withdrawn; /* events that the source takes back, by their key */
    NP_LIST(struct np_note) notes;
};

struct np_record *np_record_new(struct np_arena *arena);

/* Flat, position-independent encoding, appended to b. */
void np_record_encode(struct np_buf *b, const struct np_record *record);

/* The reverse; strings borrow from `bytes`. Every length, count, enumeration value
 * and byte of text is checked: NP_SKIP on anything that np_record_encode cannot have
 * written.                                                                          */
enum np_status np_record_decode(struct np_slice bytes, struct np_arena *arena,
                                struct np_record **record, struct np_err *err);

/* One line of formats/record.md, without the line end. */
void np_record_json(struct np_buf *b, const struct np_record *record);

/* Hash of everything but `source` and `notes`: equal for the same statement delivered twice. */
uint64_t np_record_hash(const struct np_record *record);

/* Words of the enumerations, as printed. */
const char *np_type_name(enum np_type type);
const char *np_stage_name(enum np_stage stage);

/* The text in the wanted language, else English, else Chinese, else the first; empty if none.
 * For titles and abstracts: pass list.v and list.n.                                           */
struct np_slice np_text_in(const struct np_text *v, size_t n, const char *lang);

#endif
