/* ep.h -- EPO full text, ep-patent-document (formats/ep-fulltext.md).
 *
 * ep_paths.c says where things stand; ep_biblio.c, ep_parties.c, ep_citations.c and ep_claims.c
 * hold the handlers; ep.c is the dialect.
 */
#ifndef PARSERS_EP_H
#define PARSERS_EP_H

#include "walk.h"

/* A party or an inventor being read. */
struct ep_person {
    struct np_slice surname, given, suffix, organisation, number;
    struct np_slice street, city, region, country, postcode;
};

struct ep_citation {
    struct np_docref doc;
    struct np_slice printed; /* patcit given as text or attribute alone */
    struct np_slice npl;
    NP_LIST(struct np_slice) category;
};

struct ep_state {
    struct np_slice lang;        /* of the pair B541, B542 being read */
    struct np_docref earlier;    /* parent application being read */
    struct np_event lapse;       /* pair of B475 being read */
    struct np_symbols older_ipc; /* editions 1 to 7: behind the IPC 8 symbols */
    struct ep_person person;
    struct ep_citation citation;
    NP_LIST(struct np_slice) party_numbers; /* iid of record->applicants */
    struct np_claims *claims;               /* of the language of the set being read */
    bool counts;                            /* the first set in the document's own language */
    int position, number;                   /* of the claim in its set, and as numbered */
    bool out_of_sequence;                   /* said so of this set */
    bool several_sets;                      /* of one language: there is nothing to compare */
    bool speaks_citations; /* a list of citations stands in the text */
};

extern const struct np_path np_ep_paths[];

/* ---- ep_biblio.c ---- */
void np_ep_begin(struct np_walk *walk);
void np_ep_number(struct np_walk *walk, struct np_slice text);
void np_ep_kind(struct np_walk *walk, struct np_slice text);
void np_ep_date(struct np_walk *walk, struct np_slice text);
void np_ep_language(struct np_walk *walk, struct np_slice text);
void np_ep_application_number(struct np_walk *walk, struct np_slice text);
void np_ep_application_date(struct np_walk *walk, struct np_slice text);
void np_ep_priority_number(struct np_walk *walk, struct np_slice text);
void np_ep_priority_date(struct np_walk *walk, struct np_slice text);
void np_ep_priority_country(struct np_walk *walk, struct np_slice text);
void np_ep_pct_application(struct np_walk *walk, struct np_slice text);
void np_ep_pct_publication(struct np_walk *walk, struct np_slice text);
void np_ep_open_parent(struct np_walk *walk);
void np_ep_parent_number(struct np_walk *walk, struct np_slice text);
void np_ep_parent_date(struct np_walk *walk, struct np_slice text);
void np_ep_parent(struct np_walk *walk, struct np_slice text);
void np_ep_lapse_date(struct np_walk *walk, struct np_slice text);
void np_ep_lapse_state(struct np_walk *walk, struct np_slice text);
void np_ep_designated(struct np_walk *walk, struct np_slice text);
void np_ep_ipc(struct np_walk *walk, struct np_slice text);
void np_ep_older_ipc(struct np_walk *walk, struct np_slice text);
void np_ep_linked_ipc(struct np_walk *walk, struct np_slice text);
void np_ep_cpc(struct np_walk *walk, struct np_slice text);
void np_ep_title_language(struct np_walk *walk, struct np_slice text);
void np_ep_title(struct np_walk *walk, struct np_slice text);
void np_ep_abstract(struct np_walk *walk, struct np_slice text);
/* After the walk: what needs the whole bibliography. */
void np_ep_finish_biblio(struct np_walk *walk);

/* ---- ep_parties.c ---- */
void np_ep_open_person(struct np_walk *walk);
void np_ep_person_part(struct np_walk *walk, struct np_slice text);
void np_ep_applicant(struct np_walk *walk, struct np_slice text);
void np_ep_proprietor(struct np_walk *walk, struct np_slice text);
void np_ep_inventor(struct np_walk *walk, struct np_slice text);
void np_ep_finish_parties(struct np_walk *walk);

/* ---- ep_citations.c ---- */
void np_ep_cited_patent(struct np_walk *walk, struct np_slice text);
void np_ep_cited_literature(struct np_walk *walk, struct np_slice text);
void np_ep_open_citation(struct np_walk *walk);
void np_ep_open_patcit(struct np_walk *walk);
void np_ep_patcit_part(struct np_walk *walk, struct np_slice text);
void np_ep_nplcit(struct np_walk *walk, struct np_slice text);
void np_ep_category(struct np_walk *walk, struct np_slice text);
void np_ep_citation(struct np_walk *walk, struct np_slice text);

/* ---- ep_claims.c ---- */
void np_ep_open_claims(struct np_walk *walk);
void np_ep_open_claim(struct np_walk *walk);
void np_ep_claim(struct np_walk *walk, struct np_slice text);
void np_ep_finish_claims(struct np_walk *walk);

#endif
