/* us.h -- what USPTO grants and applications v4.x have in common (formats/uspto.md section 2).
 *
 * us_paths.c says where things stand; us_biblio.c, us_symbols.c, us_citations.c, us_parties.c and
 * us_claims.c hold the handlers. A dialect runs the table and sets its stage and parts. The
 * applications of 2001 to 2004 have a table of their own (us_pap_paths.c) on the same handlers,
 * with those of us_pap.c where they differ; the grants of those years likewise (patdoc.c).
 */
#ifndef PARSERS_US_H
#define PARSERS_US_H

#include "walk.h"

/* A document-id being read. */
struct us_id {
    struct np_slice country, number, kind;
    np_date date;
};

/* An addressbook being read, or the names that stand without one. */
struct us_person {
    bool organisation;
    bool is_inventor; /* by app-type */
    struct np_slice name;
    struct np_slice last, first, middle, suffix;
    struct np_slice street, city, region, country, postcode, residence;
};

struct us_symbol { struct np_slice section, class_, subclass, group, subgroup; };

/* Where a claim's text names another claim; resolved when all claims are known. */
struct us_reference {
    size_t claim; /* index */
    struct np_slice idref, text;
};

struct us_state {
    struct us_id id;
    struct us_person person;
    struct us_symbol symbol;
    struct np_symbols old_ipc; /* editions 1 to 7: behind the IPC 8 symbols */
    struct np_slice application_type, relation;
    struct np_slice child;    /* PAP: the application whose parent is being read */
    struct np_slice abstract; /* PAP: its paragraphs */
    struct np_slice npl;
    enum np_by by;
    bool is_patent;
    NP_LIST(struct np_party) assignees, applicants;
    NP_LIST(struct np_inventor) inventors;
    NP_LIST(struct np_claim) claims;
    NP_LIST(struct np_slice) claim_ids;
    NP_LIST(struct us_reference) references;
    bool has_claims;
    int stated_claims;
};

extern const struct np_path np_us_paths[];

/* A9 and P9 are corrected publications, A2 and P4 second ones (formats/record.md, stage). */
enum np_stage np_us_application_stage(struct np_slice kind);

/* The office of an application: of an international one the receiving office that its number
 * names, else `country`.                                                                  */
struct np_slice np_us_receiving_office(struct np_slice number, struct np_slice country);

/* After the walk: what needs the whole document. */
void np_us_finish(struct np_walk *walk, struct us_state *state);
void np_us_finish_parties(struct np_walk *walk, struct us_state *state);
void np_us_finish_claims(struct np_walk *walk, struct us_state *state);

/* ---- us_biblio.c: document-id and what it belongs to ---- */
void np_us_open_id(struct np_walk *walk);
void np_us_id_country(struct np_walk *walk, struct np_slice text);
void np_us_id_number(struct np_walk *walk, struct np_slice text);
void np_us_id_kind(struct np_walk *walk, struct np_slice text);
void np_us_id_date(struct np_walk *walk, struct np_slice text);
void np_us_publication(struct np_walk *walk, struct np_slice text);
void np_us_application_type(struct np_walk *walk);
void np_us_application(struct np_walk *walk, struct np_slice text);
void np_us_priority(struct np_walk *walk, struct np_slice text);
void np_us_pct_filing(struct np_walk *walk, struct np_slice text);
void np_us_pct_publishing(struct np_walk *walk, struct np_slice text);
/* Elements that hold a parent, and the relation that each means; ends with element NULL. */
struct np_us_relation { const char *element, *relation; };
/* Of the element whose handler runs; empty if the table has it not. */
struct np_slice np_us_relation_of(struct np_walk *walk, const struct np_us_relation *table);
void np_us_open_relation(struct np_walk *walk);
void np_us_parent(struct np_walk *walk, struct np_slice text);
void np_us_provisional(struct np_walk *walk, struct np_slice text);
void np_us_title(struct np_walk *walk, struct np_slice text);
void np_us_abstract(struct np_walk *walk, struct np_slice text);

/* ---- us_symbols.c ---- */
void np_us_open_symbol(struct np_walk *walk);
void np_us_symbol_part(struct np_walk *walk, struct np_slice text);
void np_us_ipc(struct np_walk *walk, struct np_slice text);
void np_us_cpc(struct np_walk *walk, struct np_slice text);
void np_us_old_ipc(struct np_walk *walk, struct np_slice text);
void np_us_uspc(struct np_walk *walk, struct np_slice text);
void np_us_locarno(struct np_walk *walk, struct np_slice text);

/* ---- us_citations.c ---- */
void np_us_open_citation(struct np_walk *walk);
void np_us_patcit(struct np_walk *walk, struct np_slice text);
void np_us_nplcit(struct np_walk *walk, struct np_slice text);
void np_us_cited_by(struct np_walk *walk, struct np_slice text);
void np_us_close_citation(struct np_walk *walk, struct np_slice text);

/* ---- us_parties.c ---- */
void np_us_open_person(struct np_walk *walk);
void np_us_person_part(struct np_walk *walk, struct np_slice text);
void np_us_person_residence(struct np_walk *walk, struct np_slice text);
void np_us_applicant(struct np_walk *walk, struct np_slice text);
void np_us_inventor(struct np_walk *walk, struct np_slice text);
void np_us_assignee(struct np_walk *walk, struct np_slice text);

/* ---- us_claims.c ---- */
void np_us_open_claims(struct np_walk *walk);
void np_us_claim_count(struct np_walk *walk, struct np_slice text);
void np_us_open_claim(struct np_walk *walk);
void np_us_close_claim(struct np_walk *walk, struct np_slice text);
void np_us_claim_ref(struct np_walk *walk, struct np_slice text);

/* ---- us_pap.c: what differs in applications of 2001 to 2004 ---- */
extern const struct np_path np_us_pap_paths[];
void np_us_pap_publication(struct np_walk *walk, struct np_slice text);
void np_us_pap_application(struct np_walk *walk, struct np_slice text);
void np_us_pap_open_relation(struct np_walk *walk);
void np_us_pap_child(struct np_walk *walk, struct np_slice text);
void np_us_pap_parent(struct np_walk *walk, struct np_slice text);
void np_us_pap_provisional(struct np_walk *walk, struct np_slice text);
void np_us_pap_patcit(struct np_walk *walk, struct np_slice text);
void np_us_pap_uspc(struct np_walk *walk, struct np_slice text);
void np_us_pap_uspc_freeform(struct np_walk *walk, struct np_slice text);
void np_us_pap_inventor(struct np_walk *walk, struct np_slice text);
void np_us_pap_assignee(struct np_walk *walk, struct np_slice text);
void np_us_pap_abstract(struct np_walk *walk, struct np_slice text);

#endif
