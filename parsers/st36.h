/* st36.h -- what the three dialects of WIPO ST.36 have in common: MAREC, wo-ocr, ST.36 itself.
 *
 * One table of paths reads them all: what one of them does not have does not match, and the
 * wrapper around the bibliography does not matter (formats/wipo.md, section 4). While the document
 * is walked, everything is only noted, once per format; when it is over, one form is chosen:
 *
 *     walk ──notes──▶ struct st36 ──choice──▶ struct np_record
 *
 *     st36_paths.c      where things stand
 *     st36_biblio.c     numbers, dates, texts, states
 *     st36_events.c     legal events
 *     st36_symbols.c    classification
 *     st36_parties.c    applicants, inventors, assignees
 *     st36_citations.c  what is cited, by whom
 *     st36_claims.c     claim sets; wo_claims.c and wo_words.c cut one that stands in one element
 *     st36_record.c     the record
 */
#ifndef PARSERS_ST36_H
#define PARSERS_ST36_H

#include "walk.h"
#include <nanopat/map.h>

/* In falling order of preference for names (formats/record.md, "applicants"): as printed; Latin
 * as supplied (MAREC intermediate); normalised by the EPO (MAREC epo).                         */
enum st36_format { ST36_ORIGINAL, ST36_INTERMEDIATE, ST36_NORMALISED, ST36_FORMATS };

struct st36_id {
    enum st36_format format;
    struct np_slice country, number, kind, lang;
    np_date date;
};

struct st36_person {
    struct np_slice name, last, first, middle, suffix;
    struct np_slice street, city, region, postcode, country, residence;
    bool placed;   /* the address has parts */
    bool inventor; /* by @app-type or @designation */
};

struct st36_people {
    NP_LIST(struct st36_person) form[ST36_FORMATS];
};

struct st36_text {
    struct np_slice lang, text;
    bool preferred; /* the EPO's abstract */
};

struct st36_cited { enum np_by by; enum np_phase phase; struct np_symbols letters; };

struct st36_citation {
    struct st36_id id;
    struct np_slice text; /* of a non-patent citation */
    NP_LIST(struct st36_cited) cited;
};

struct st36_reference { size_t claim; struct np_slice idref, text; };

struct st36_claims {
    struct np_slice lang;
    NP_LIST(struct np_claim) claims;
    NP_LIST(struct np_slice) ids;
    NP_LIST(struct st36_reference) references;
    struct np_slice first; /* all text of the first claim, raw */
    NP_LIST(struct np_slice) paragraphs; /* of the first claim, raw */
};

struct st36 {
    struct st36_id id; /* the open one */
    struct st36_id publication, application;
    NP_LIST(struct st36_id) priorities;
    NP_LIST(struct np_parent) parents;
    struct np_slice relation; /* of the open related document */
    struct np_slice pct_application, pct_publication;
    struct np_slice lang;     /* language of publication */
    NP_LIST(struct st36_text) titles, abstracts;
    struct np_slice symbol[5]; /* section, class, subclass, main group, subgroup */
    struct np_symbols ipc, old_ipc;
    bool uspc;                /* the open national classification is that of the US */
    bool in_region;           /* the next country is an organisation */
    struct st36_person person;
    struct st36_people applicants, inventors, assignees;
    NP_LIST(struct st36_citation) citations;
    NP_LIST(struct st36_claims) claims;
    struct np_event event;    /* the open one */
    struct np_slice label;    /* of its open attribute */
    NP_LIST(struct np_slice) states, nationals, effects; /* that it lists */
    struct np_buf lines;      /* of the open address or event */
    NP_LIST(struct np_event) events;
    struct np_slice report;   /* whose search report it is: ISR or SEA */
};

/* MAREC and wo-ocr: directly below the root. ST.36: also one wrapper further down. */
extern const struct np_path np_marec_paths[], np_st36_paths[];

/* Runs the table and fills the record. */
enum np_status np_st36_read(struct np_walk *walk, const struct np_path *paths, struct np_err *err);

/* Letters and digits of a number that is in DOCDB form already. */
struct np_slice np_st36_plain(struct np_arena *arena, struct np_slice number);
/* By @format; ST.36 itself has none: as printed. */
enum st36_format np_st36_format_of(struct np_walk *walk);

/* ---- st36_biblio.c ---- */
void np_st36_open_id(struct np_walk *walk);
void np_st36_id_country(struct np_walk *walk, struct np_slice text);
void np_st36_id_number(struct np_walk *walk, struct np_slice text);
void np_st36_id_kind(struct np_walk *walk, struct np_slice text);
void np_st36_id_lang(struct np_walk *walk, struct np_slice text);
void np_st36_id_date(struct np_walk *walk, struct np_slice text);
void np_st36_publication(struct np_walk *walk, struct np_slice text);
void np_st36_application(struct np_walk *walk, struct np_slice text);
void np_st36_priority(struct np_walk *walk, struct np_slice text);
void np_st36_pct_filing(struct np_walk *walk, struct np_slice text);
void np_st36_pct_publishing(struct np_walk *walk, struct np_slice text);
void np_st36_open_relation(struct np_walk *walk);
void np_st36_parent(struct np_walk *walk, struct np_slice text);
void np_st36_lang(struct np_walk *walk, struct np_slice text);
void np_st36_title(struct np_walk *walk, struct np_slice text);
void np_st36_abstract(struct np_walk *walk, struct np_slice text);
void np_st36_open_region(struct np_walk *walk);
void np_st36_region_state(struct np_walk *walk, struct np_slice text);
void np_st36_state(struct np_walk *walk, struct np_slice text);

/* ---- st36_events.c ---- */
void np_st36_open_event(struct np_walk *walk);
void np_st36_close_event(struct np_walk *walk, struct np_slice text);
void np_st36_event_title(struct np_walk *walk, struct np_slice text);
void np_st36_event_label(struct np_walk *walk, struct np_slice text);
void np_st36_event_value(struct np_walk *walk, struct np_slice text);

/* ---- st36_symbols.c ---- */
void np_st36_open_symbol(struct np_walk *walk);
void np_st36_symbol_part(struct np_walk *walk, struct np_slice text);
void np_st36_ipc(struct np_walk *walk, struct np_slice text);
void np_st36_old_ipc(struct np_walk *walk, struct np_slice text);
void np_st36_cpc(struct np_walk *walk, struct np_slice text);
void np_st36_open_national(struct np_walk *walk);
void np_st36_national(struct np_walk *walk, struct np_slice text);
void np_st36_locarno(struct np_walk *walk, struct np_slice text);

/* ---- st36_parties.c ---- */
void np_st36_open_person(struct np_walk *walk);
void np_st36_person_part(struct np_walk *walk, struct np_slice text);
void np_st36_address_part(struct np_walk *walk, struct np_slice text);
void np_st36_address(struct np_walk *walk, struct np_slice text);
void np_st36_residence(struct np_walk *walk, struct np_slice text);
void np_st36_applicant(struct np_walk *walk, struct np_slice text);
void np_st36_inventor(struct np_walk *walk, struct np_slice text);
void np_st36_assignee(struct np_walk *walk, struct np_slice text);
void np_st36_take_parties(struct np_walk *walk, struct st36 *st36);

/* ---- st36_citations.c ---- */
void np_st36_open_citation(struct np_walk *walk);
void np_st36_open_source(struct np_walk *walk);
void np_st36_category(struct np_walk *walk, struct np_slice text);
void np_st36_open_reported(struct np_walk *walk);
void np_st36_patcit(struct np_walk *walk, struct np_slice text);
void np_st36_npl(struct np_walk *walk, struct np_slice text);
void np_st36_open_report(struct np_walk *walk);
void np_st36_take_citations(struct np_walk *walk, const struct st36 *st36);

/* ---- st36_claims.c, wo_claims.c ---- */
void np_st36_open_claims(struct np_walk *walk);
void np_st36_open_claim(struct np_walk *walk);
void np_st36_close_claim(struct np_walk *walk, struct np_slice text);
void np_st36_paragraph(struct np_walk *walk, struct np_slice text);
void np_st36_claim_ref(struct np_walk *walk, struct np_slice text);
/* `cut`: a set of one element may hold all claims. */
void np_st36_take_claims(struct np_walk *walk, struct st36 *st36, bool cut);

/* Cuts the paragraphs of one claim element into claims: text and number, not yet what they depend
 * on. Raw text: page breaks as form feeds. True if no number is missing between the first and the
 * last one.                                                                                     */
bool np_wo_cut_claims(struct np_arena *arena, const struct np_slice *paragraphs, size_t n,
                      struct np_claims *out);

/* ---- wo_words.c ---- */

enum { NP_WO_HEADING_BYTES = 80 };

/* Whether s begins with the word, given in small ASCII letters; blanks between letters of s do not
 * count ("A n s p r ü c h e").                                                                  */
bool np_wo_begins_with(struct np_slice s, const char *word);
/* "CLAIMS", "I claim:", "R E T V I N D I C A C I O N E S": short, and one of the known words, a
 * colon behind, or no small letter in it.                                                       */
bool np_wo_is_heading(struct np_slice paragraph);
/* Whether the claims end before what begins here: a statement under article 19, or, behind claims,
 * the heading of a second set (amended under article 19 and printed behind the claims as filed). */
bool np_wo_is_end(struct np_slice rest, bool behind_claims);
/* Whether a sentence ends here: not behind "as in Fig.". */
bool np_wo_ends_sentence(struct np_slice before);

#endif
