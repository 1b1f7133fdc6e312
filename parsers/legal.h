/* legal.h -- legal events of the EPO (INPADOC) between the walk and the record.
 *
 * OPS and the bulk files say the same in different dress (formats/legal.md, sections 1 and 2):
 *
 *     ops:legal / L001EP ... L533EP                lines of the old tape, each with @desc
 *     legal-event / event-details / ...            elements with names
 *
 * Both are noted here, detail by detail; when the document is over, the details are put in the
 * order of the lines and written behind the name of the event, so that the same event reads the
 * same from either:
 *
 *     LAPSED IN A CONTRACTING STATE; NON-PAYMENT OF DUE FEES; Effective DATE 20200630
 */
#ifndef PARSERS_LEGAL_H
#define PARSERS_LEGAL_H

#include "docdb.h"

/* Numbers of the lines that the two dresses share; others are taken as they come. */
enum np_legal_line {
    NP_LEGAL_ORIGINAL = 1,   /* the name in the office's language */
    NP_LEGAL_NATIONAL = 2,   /* code behind REG and its name */
    NP_LEGAL_FREE_TEXT = 3,
    NP_LEGAL_REF_NUMBER = 503, NP_LEGAL_REF_COUNTRY = 504, NP_LEGAL_REF_DATE = 505,
    NP_LEGAL_REF_KIND = 506, NP_LEGAL_DESIGNATED = 507, NP_LEGAL_EXTENSION = 508,
    NP_LEGAL_IPC = 516, NP_LEGAL_PAYMENT = 518, NP_LEGAL_FEE_YEAR = 520,
    NP_LEGAL_VALIDATION = 524, NP_LEGAL_EFFECTIVE = 525,
    NP_LEGAL_OTHER = 1000
};

/* Begins with { int, int } for np_docdb_sort. */
struct np_legal_detail { int line, order; struct np_slice label, value; };

/* One country of a lapse or a reinstatement, with its day. */
struct np_legal_state { struct np_slice country; np_date date; };

struct np_legal_event {
    struct np_event event;
    struct np_slice name;
    bool withdrawn;
    NP_LIST(struct np_legal_detail) details;
    NP_LIST(struct np_legal_state) states;
};

struct np_legal {
    struct np_docdb docdb; /* first: its handlers see it as their state */
    NP_LIST(struct np_legal_event) events;
    struct np_slice ipr_type;
    bool has_document;     /* OPS: the family member brings its bibliography */
    bool is_leaf;          /* the element that closes has no elements in it */
    bool taken;            /* ... and a row of its own took it */
};

/* The event that is open; NULL before the first. */
struct np_legal_event *np_legal_last(struct np_walk *walk);
/* Adds a detail; a date, which comes back; a value of a list (designated states), which joins the
 * one before it.                                                                               */
void np_legal_add(struct np_walk *walk, int line, const char *label, struct np_slice value);
np_date np_legal_date(struct np_walk *walk, int line, const char *label, struct np_slice value);
void np_legal_join(struct np_walk *walk, int line, const char *label, struct np_slice value);

/* Publication, application and events of what was noted; sets type, stage and parts. */
void np_legal_take(struct np_walk *walk, struct np_legal *legal);

/* legal_ops.c: one family member of OPS. */
enum np_status np_legal_read_member(struct np_walk *walk, struct np_record *record,
                                    struct np_err *err);

#endif
