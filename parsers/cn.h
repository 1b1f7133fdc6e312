/* cn.h -- what the CNIPA dialects have in common (formats/cnipa.md).
 *
 * `business:PatentDocumentAndRelated`, `cn-patent-document` and IPPH's `PatentDocument` print the
 * same facts under different names. Their tables of paths fill one struct cn_document;
 * cn_record.c makes the record of it:
 *
 *     cn_business.c        ─┐
 *     cn_patent_document.c ─┼─▶ struct cn_document ──▶ cn_record.c ──▶ struct np_record
 *     cn_ipph.c            ─┘   (cn_document.c)
 *
 * CNIPA says many things twice, once as printed (`original`) and once forced into a shape of
 * its own (`standard`), in either order. Everything is kept by format and chosen at the end.
 */
#ifndef PARSERS_CN_H
#define PARSERS_CN_H

#include "dialects.h"
#include "narrow.h"

#include <nanopat/text.h>

/* By preference. No dataFormat at all is what the office printed. */
enum cn_format { CN_ORIGINAL, CN_STANDARD, CN_OTHER, CN_FORMATS };

/* One document identification by format. */
struct cn_pair {
    struct np_docref form[CN_FORMATS];
};

struct cn_priority {
    struct np_slice sequence; /* joins the two formats of one claim */
    struct cn_pair pair;
};

/* A party as printed. `name` is the unstructured one; the others are its parts. */
struct cn_person {
    struct np_slice name, organization, last, first, middle, suffix;
    struct np_slice country, region, city, address, line, street, postcode;
    struct np_slice lang; /* of the address book that gave it */
    bool full;            /* a further address book has nothing to add */
};

struct cn_people {
    NP_LIST(struct cn_person) form[CN_FORMATS];
};

struct cn_text {
    struct np_slice lang, text;
    enum cn_format format;
};

struct cn_claims {
    struct np_claims claims;
    enum cn_format format;
};

struct cn_document {
    /* While reading: the identification, relation, citation, party or text that is open. */
    struct np_docref id, relative;
    struct cn_pair cited;
    struct np_slice phase, per; /* of the open citation */
    NP_LIST(struct np_slice) category;
    size_t first_citation, first_npl;
    struct cn_person person;
    struct np_slice ipc[5]; /* section, class, subclass, main group, subgroup */
    struct np_slice symbol; /* the same in one string */
    struct np_buf text;
    struct np_buf squeezed;

    /* What the document says. */
    struct cn_pair publication, application;
    struct np_slice application_type;
    struct np_docref pct_application, pct_publication;
    NP_LIST(struct cn_priority) priorities;
    NP_LIST(struct np_docref) domestic; /* earlier Chinese applications (INID 66) */
    NP_LIST(struct np_parent) parents;
    struct cn_people applicants, assignees, inventors;
    struct np_symbols ipcr, old_ipc[CN_FORMATS], locarno;
    NP_LIST(struct cn_text) title;
    NP_LIST(struct cn_text) abstract;
    NP_LIST(struct cn_claims) claims;
    struct np_slice claims_stated;
    NP_LIST(struct np_citation) citations;
    NP_LIST(struct np_npl) npl;
    bool cites; /* a list of citations is there, maybe an empty one */
};

/* Names of the root's attributes. */
struct cn_root {
    const char *country, *number, *kind, *date, *other_date, *lang, *status;
};

/* ---- numbers and values (cn_number.c) ---- */

/* White space off both ends; `0`, `00000` and so on are no value (formats/cnipa.md, 7.2). */
struct np_slice cn_value(struct np_slice text);
/* ISO 639-1, lower case: `ZH` and the mistaken `CN` are zh, and so is nothing; `XX` is empty. */
struct np_slice cn_lang(struct np_arena *arena, struct np_slice printed);
/* As np_application_number; the 15 digits of the standard form are turned back first. */
struct np_slice cn_application_number(struct np_arena *arena, struct np_slice office,
                                      struct np_slice printed);
/* By applType (code or Chinese words), else the numbers' type digit, else the kind. */
enum np_type cn_type(struct np_slice application_type, struct np_slice application,
                     struct np_slice publication, struct np_slice kind);
enum np_stage cn_stage(struct np_slice kind, np_date date);
/* @status to action, and its place within a day: old stock, new, replaced, amended, deleted. */
enum np_action cn_action(struct np_slice status, int *sequence);
/* Takes a leading post code off an address; empty if there is none. Borrows from `address`. */
struct np_slice cn_take_postcode(struct np_slice *address);

/* ---- handlers (cn_document.c) ---- */

struct np_docref cn_best(const struct cn_pair *pair);

enum cn_format cn_format_of(struct np_walk *walk);
/* Gives the document up when a list of n entries is longer than any patent document's. */
bool cn_too_many(struct np_walk *walk, size_t n);
void cn_id_open(struct np_walk *walk);
void cn_id_part(struct np_walk *walk, struct np_slice text);
void cn_publication(struct np_walk *walk, struct np_slice text);
void cn_application(struct np_walk *walk, struct np_slice text);
void cn_priority_claim(struct np_walk *walk, struct np_slice text);
void cn_pct_application(struct np_walk *walk, struct np_slice text);
void cn_pct_publication(struct np_walk *walk, struct np_slice text);
void cn_pct_number(struct np_walk *walk, struct np_slice text);
void cn_relation_open(struct np_walk *walk);
void cn_relative(struct np_walk *walk, struct np_slice text);
void cn_relation(struct np_walk *walk, struct np_slice text);
void cn_domestic_priority(struct np_walk *walk, struct np_slice text);

void cn_person_open(struct np_walk *walk);
void cn_book_open(struct np_walk *walk);
void cn_person_part(struct np_walk *walk, struct np_slice text);
void cn_applicant(struct np_walk *walk, struct np_slice text);
void cn_assignee(struct np_walk *walk, struct np_slice text);
void cn_inventor(struct np_walk *walk, struct np_slice text);

/* ---- handlers of content (cn_content.c) ---- */

void cn_title(struct np_walk *walk, struct np_slice text);
void cn_text_open(struct np_walk *walk);
void cn_text_part(struct np_walk *walk, struct np_slice text);
void cn_abstract(struct np_walk *walk, struct np_slice text);
void cn_claims_open(struct np_walk *walk);
void cn_claim(struct np_walk *walk, struct np_slice text);
void cn_claims_stated(struct np_walk *walk, struct np_slice text);

void cn_ipcr_open(struct np_walk *walk);
void cn_ipcr_part(struct np_walk *walk, struct np_slice text);
void cn_ipcr(struct np_walk *walk, struct np_slice text);
void cn_old_ipc(struct np_walk *walk, struct np_slice text);
void cn_locarno(struct np_walk *walk, struct np_slice text);

void cn_references_open(struct np_walk *walk);
void cn_citation_open(struct np_walk *walk);
void cn_cited_open(struct np_walk *walk);
void cn_cited_id(struct np_walk *walk, struct np_slice text);
void cn_cited(struct np_walk *walk, struct np_slice text);
void cn_cited_text(struct np_walk *walk, struct np_slice text);
void cn_npl(struct np_walk *walk, struct np_slice text);
void cn_category(struct np_walk *walk, struct np_slice text);
void cn_citation(struct np_walk *walk, struct np_slice text);

/* ---- the record (cn_record.c) ---- */

/* Notes a wrong check digit of a CN application number as printed. */
void cn_check_application(struct np_walk *walk, struct np_slice printed);
/* Runs the table and makes the record; a number that is missing stays empty. */
enum np_status cn_read(struct np_walk *walk, const struct np_path *paths,
                       const struct cn_root *root, struct np_record *record, struct np_err *err);

#endif
