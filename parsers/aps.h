/* aps.h -- the Green Book text of 1976 to 2001, APS (formats/uspto.md section 5).
 *
 *     aps.c         lines to fields, fields to handlers, the dialect
 *     aps_biblio.c  numbers, dates, symbols, citations; which field is whose
 *     aps_parties.c inventors and assignees
 *     aps_claims.c  abstract and claims
 *     aps_text.c    dot codes to characters
 */
#ifndef PARSERS_APS_H
#define PARSERS_APS_H

#include "walk.h"

/* A section with names: an inventor or an assignee. */
struct aps_party { struct np_slice name, street, city, region, country, postcode; };

/* A section with a number: a priority, a parent, a citation. */
struct aps_id { struct np_slice number, country, code, series; np_date date; };

struct aps {
    struct np_walk *walk;
    struct np_record *record;
    struct np_arena *arena;
    struct np_buf scratch;

    struct aps_party party;
    struct aps_id id;
    struct np_slice type, series, serial;
    np_date filed;
    struct np_slice abstract;
    struct np_symbols icl; /* as printed: what they are depends on the type */
    int stated_claims;

    NP_LIST(struct np_claim) claims;
    struct np_buf claim; /* the one that is open */
    bool is_open, has_claims, has_numbers;
    bool struck; /* between the heavy brackets of a reissue; no further than its claim or section */
};

struct aps_field {
    const char *section, *tag;
    void (*take)(struct aps *aps, struct np_slice value); /* as it stands from column 6 on */
};

struct aps_section {
    const char *tag;
    void (*open)(struct aps *aps);
    void (*close)(struct aps *aps);
};

extern const struct aps_field np_aps_fields[]; /* aps_biblio.c; ends with section NULL */

/* Dot codes, white space and structure marks ("##STR1##") as formats/record.md wants text. */
struct np_slice np_aps_text(struct aps *aps, struct np_slice value);

/* ---- aps_parties.c ---- */
void np_aps_open_party(struct aps *aps);
void np_aps_close_inventor(struct aps *aps);
void np_aps_close_assignee(struct aps *aps);
void np_aps_name(struct aps *aps, struct np_slice value);
void np_aps_street(struct aps *aps, struct np_slice value);
void np_aps_city(struct aps *aps, struct np_slice value);
void np_aps_region(struct aps *aps, struct np_slice value);
void np_aps_postcode(struct aps *aps, struct np_slice value);
void np_aps_party_country(struct aps *aps, struct np_slice value);
/* "JPX" -> "JP"; empty if it is no country. */
struct np_slice np_aps_country(struct aps *aps, struct np_slice value);

/* ---- aps_biblio.c ---- */
void np_aps_open_id(struct aps *aps);
void np_aps_close_priority(struct aps *aps);
void np_aps_close_parent(struct aps *aps);
void np_aps_close_reissue(struct aps *aps);
void np_aps_close_us_citation(struct aps *aps);
void np_aps_close_foreign_citation(struct aps *aps);
void np_aps_finish_biblio(struct aps *aps);

/* ---- aps_claims.c ---- */
void np_aps_abstract(struct aps *aps, struct np_slice value);
void np_aps_open_claims(struct aps *aps);
void np_aps_close_claims(struct aps *aps);
void np_aps_claim_number(struct aps *aps, struct np_slice value);
void np_aps_claim_text(struct aps *aps, struct np_slice value);
void np_aps_finish_claims(struct aps *aps);

#endif
