/* us_paths.c -- where things stand in USPTO v4.x documents (formats/uspto.md section 2).
 *
 * One table for grants and applications of all versions: they differ in the name of the
 * bibliography and in a few elements that were renamed, so no switch on the version.
 */
#include "us.h"

#define BIBLIO "us-bibliographic-data-grant|us-bibliographic-data-application/"
#define APPLICANT "parties|us-parties/applicants|us-applicants/applicant|us-applicant"
#define CITATION "references-cited|us-references-cited/citation|us-citation"
#define PARENT "us-related-documents/*/relation/parent-doc"

/* An element that holds a document-id. */
#define ID_ROWS(path)                                                \
    { BIBLIO path "/document-id/country", NULL, np_us_id_country },  \
    { BIBLIO path "/document-id/doc-number", NULL, np_us_id_number }, \
    { BIBLIO path "/document-id/kind", NULL, np_us_id_kind },        \
    { BIBLIO path "/document-id/date", NULL, np_us_id_date }

/* A party: names and address in an addressbook or, rarely, without one. */
#define PERSON_PARTS "orgname|name|last-name|first-name|middle-name|suffix"
#define ADDRESS_PARTS "address-1|address-2|address-3|street|city|state|country|postcode"
#define PERSON_ROWS(path, close)                                                       \
    { BIBLIO path "/", np_us_open_person, close },                                         \
    { BIBLIO path "/" PERSON_PARTS, NULL, np_us_person_part },                         \
    { BIBLIO path "/addressbook/" PERSON_PARTS, NULL, np_us_person_part },             \
    { BIBLIO path "/addressbook/address/" ADDRESS_PARTS, NULL, np_us_person_part },    \
    { BIBLIO path "/address/" ADDRESS_PARTS, NULL, np_us_person_part },                \
    { BIBLIO path "/residence/country", NULL, np_us_person_residence }

#define SYMBOL_ROWS(path, close)                                              \
    { BIBLIO path "/", np_us_open_symbol, close },                                \
    { BIBLIO path "/section|class|subclass|main-group|subgroup", NULL,        \
      np_us_symbol_part }

const struct np_path np_us_paths[] = {
    { BIBLIO "publication-reference/", np_us_open_id, np_us_publication },
    ID_ROWS("publication-reference"),
    { BIBLIO "application-reference/", np_us_application_type, np_us_application },
    ID_ROWS("application-reference"),
    { BIBLIO "priority-claims/priority-claim/", np_us_open_id, np_us_priority },
    { BIBLIO "priority-claims/priority-claim/country", NULL, np_us_id_country },
    { BIBLIO "priority-claims/priority-claim/doc-number", NULL, np_us_id_number },
    { BIBLIO "priority-claims/priority-claim/date", NULL, np_us_id_date },
    { BIBLIO "pct-or-regional-filing-data/document-id/", np_us_open_id, np_us_pct_filing },
    ID_ROWS("pct-or-regional-filing-data"),
    { BIBLIO "pct-or-regional-publishing-data/document-id/", np_us_open_id, np_us_pct_publishing },
    ID_ROWS("pct-or-regional-publishing-data"),
    { BIBLIO "us-related-documents/*", np_us_open_relation, NULL },
    { BIBLIO PARENT "/document-id/", np_us_open_id, np_us_parent },
    ID_ROWS(PARENT),
    { BIBLIO "us-related-documents/us-provisional-application/document-id/", np_us_open_id,
      np_us_provisional },
    ID_ROWS("us-related-documents/us-provisional-application"),
    { BIBLIO "invention-title", NULL, np_us_title },
    { "abstract", NULL, np_us_abstract },

    SYMBOL_ROWS("classifications-ipcr/classification-ipcr", np_us_ipc),
    SYMBOL_ROWS("classifications-cpc/main-cpc|further-cpc/classification-cpc", np_us_cpc),
    { BIBLIO "classification-ipc/main-classification|further-classification", NULL,
      np_us_old_ipc },
    { BIBLIO "classification-national/main-classification|further-classification", NULL,
      np_us_uspc },
    { BIBLIO "classification-locarno/main-classification", NULL, np_us_locarno },

    { BIBLIO CITATION "/", np_us_open_citation, np_us_close_citation },
    { BIBLIO CITATION "/patcit/", NULL, np_us_patcit },
    ID_ROWS(CITATION "/patcit"),
    { BIBLIO CITATION "/nplcit/othercit", NULL, np_us_nplcit },
    { BIBLIO CITATION "/category", NULL, np_us_cited_by },

    PERSON_ROWS(APPLICANT, np_us_applicant),
    PERSON_ROWS("parties|us-parties/inventors/inventor|deceased-inventor", np_us_inventor),
    PERSON_ROWS("us-deceased-inventor", np_us_inventor),
    PERSON_ROWS("assignees/assignee", np_us_assignee),

    { BIBLIO "number-of-claims", NULL, np_us_claim_count },
    { "claims", np_us_open_claims, NULL },
    { "description", np_walk_describe, NULL },
    { "claims/claim", np_us_open_claim, np_us_close_claim },
    { "claims/claim//claim-ref", NULL, np_us_claim_ref },
    { 0 }
};
