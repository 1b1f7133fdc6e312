/* st96.h -- WIPO ST.96 publications between their walk and their record (formats/wipo.md, 5).
 *
 * What ST.96 says of a document is what USPTO v4.x says, under other names: its state begins
 * with theirs, so that numbers, relations, symbols, parties and claims go through the same
 * handlers (us.h) and the same publication gives the same record in both.
 */
#ifndef PARSERS_ST96_H
#define PARSERS_ST96_H

#include "us.h"

#include <nanopat/buf.h>

struct st96_state {
    struct us_state us; /* first: handlers of us.h reach it by np_walk_state */
    struct np_slice category;                /* InventionSubjectMatterCategory */
    struct np_slice kind_words;              /* where the kind is words */
    struct np_slice lang;                    /* PublicationLanguageCode */
    struct np_slice national_class, national_subclass, national_text;
    bool other_contact;                      /* one in another language, with nothing to add */
    NP_LIST(struct np_slice) letters;        /* categories of the citation that is open */
    struct np_slice citation_words;
    struct np_buf text, squeezed;            /* of the abstract or claim that is open */
    struct np_slice claims_lang;
};

extern const struct np_path np_st96_paths[];

/* Of the publication, ISO 639-1 in lower case; empty where it is neither given nor known. */
struct np_slice np_st96_lang(struct np_walk *walk);

/* ---- st96_parties.c ---- */
void np_st96_open_person(struct np_walk *walk);
void np_st96_open_contact(struct np_walk *walk);
void np_st96_person_part(struct np_walk *walk, struct np_slice text);
void np_st96_applicant_category(struct np_walk *walk, struct np_slice text);
/* After the walk: proprietors of EP and CN grants replace the applicants. */
void np_st96_finish_parties(struct np_walk *walk, struct st96_state *state);

/* ---- st96_content.c: texts, claims, citations, national symbols ---- */
void np_st96_title(struct np_walk *walk, struct np_slice text);
void np_st96_open_text(struct np_walk *walk);
void np_st96_text_part(struct np_walk *walk, struct np_slice text);
void np_st96_abstract(struct np_walk *walk, struct np_slice text);
void np_st96_open_claims(struct np_walk *walk);
void np_st96_close_claims(struct np_walk *walk, struct np_slice text);
void np_st96_open_claim(struct np_walk *walk);
void np_st96_claim_number(struct np_walk *walk, struct np_slice text);
void np_st96_claim(struct np_walk *walk, struct np_slice text);
void np_st96_claim_reference(struct np_walk *walk, struct np_slice text);
void np_st96_open_citation(struct np_walk *walk);
void np_st96_category(struct np_walk *walk, struct np_slice text);
void np_st96_cited_words(struct np_walk *walk, struct np_slice text);
void np_st96_citation(struct np_walk *walk, struct np_slice text);
void np_st96_open_national(struct np_walk *walk);
void np_st96_national_part(struct np_walk *walk, struct np_slice text);
void np_st96_national(struct np_walk *walk, struct np_slice text);

#endif
