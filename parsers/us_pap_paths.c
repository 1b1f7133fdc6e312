/* us_pap_paths.c -- where things stand in applications of 2001 to 2004, PAP 1.5 and 1.6
 * (formats/uspto.md section 4).
 */
#include "us.h"

#define BIBLIO "subdoc-bibliographic-information/"
#define CONTINUITY BIBLIO "continuity-data/"
/* Relations of a parent and a child; some of them stand in "continuations". */
#define RELATION "division-of|a-371-of-international|substitution-for|reissue-of"
#define CONTINUATION "continuations/continuation-of|continuation-in-part-of|continuing-reissue-of"

#define ID_ROWS(path)                                              \
    { path "/document-id/country-code", NULL, np_us_id_country },  \
    { path "/document-id/doc-number", NULL, np_us_id_number },     \
    { path "/document-id/kind-code", NULL, np_us_id_kind },        \
    { path "/document-id/document-date", NULL, np_us_id_date }

#define RELATION_ROWS(path)                                                                   \
    { CONTINUITY path, np_us_pap_open_relation, NULL },                                       \
    { CONTINUITY path "/parent-child/child/document-id/doc-number", NULL, np_us_pap_child },  \
    { CONTINUITY path "/parent-child/parent/document-id/", np_us_open_id, np_us_pap_parent }, \
    ID_ROWS(CONTINUITY path "/parent-child/parent")

#define NAME_ROWS(path)                                                                       \
    { BIBLIO path "/organization-name", NULL, np_us_person_part },                            \
    { BIBLIO path "/name/given-name|middle-name|family-name|name-suffix", NULL,               \
      np_us_person_part }

const struct np_path np_us_pap_paths[] = {
    { BIBLIO "document-id/", np_us_open_id, np_us_pap_publication },
    { BIBLIO "document-id/country-code", NULL, np_us_id_country },
    { BIBLIO "document-id/doc-number", NULL, np_us_id_number },
    { BIBLIO "document-id/kind-code", NULL, np_us_id_kind },
    { BIBLIO "document-id/document-date", NULL, np_us_id_date },
    { BIBLIO "domestic-filing-data/", np_us_open_id, np_us_pap_application },
    { BIBLIO "domestic-filing-data/application-number/doc-number", NULL, np_us_id_number },
    { BIBLIO "domestic-filing-data/filing-date", NULL, np_us_id_date },
    { BIBLIO "foreign-priority-data/", np_us_open_id, np_us_priority },
    { BIBLIO "foreign-priority-data/priority-application-number/doc-number", NULL,
      np_us_id_number },
    { BIBLIO "foreign-priority-data/filing-date", NULL, np_us_id_date },
    { BIBLIO "foreign-priority-data/country-code", NULL, np_us_id_country },

    RELATION_ROWS(RELATION),
    RELATION_ROWS(CONTINUATION),
    { CONTINUITY "non-provisional-of-provisional/document-id/", np_us_open_id,
      np_us_pap_provisional },
    ID_ROWS(CONTINUITY "non-provisional-of-provisional"),
    { BIBLIO "international-conventions/pct-application/document-id/", np_us_open_id,
      np_us_pct_filing },
    ID_ROWS(BIBLIO "international-conventions/pct-application"),
    { BIBLIO "international-conventions/pct-publication/document-id/", np_us_open_id,
      np_us_pct_publishing },
    ID_ROWS(BIBLIO "international-conventions/pct-publication"),

    { BIBLIO "technical-information/title-of-invention", NULL, np_us_title },
    { BIBLIO "technical-information/classification-ipc/"
             "classification-ipc-primary|classification-ipc-secondary/ipc",
      NULL, np_us_old_ipc },
    { BIBLIO "technical-information/classification-us/"
             "classification-us-primary|classification-us-secondary/uspc/",
      np_us_open_symbol, np_us_pap_uspc },
    { BIBLIO "technical-information/classification-us/"
             "classification-us-primary|classification-us-secondary/uspc/class|subclass",
      NULL, np_us_symbol_part },
    { BIBLIO "technical-information/classification-us/"
             "classification-us-primary|classification-us-secondary/uspc-freeform",
      NULL, np_us_pap_uspc_freeform },
    { BIBLIO "technical-information/citation/", np_us_open_citation, np_us_close_citation },
    { BIBLIO "technical-information/citation/cited-patent-literature/", NULL, np_us_pap_patcit },
    ID_ROWS(BIBLIO "technical-information/citation/cited-patent-literature"),
    { BIBLIO "technical-information/citation/cited-non-patent-literature", NULL, np_us_nplcit },

    { BIBLIO "inventors/first-named-inventor|inventor/", np_us_open_person, np_us_pap_inventor },
    NAME_ROWS("inventors/first-named-inventor|inventor"),
    { BIBLIO "inventors/first-named-inventor|inventor/residence/"
             "residence-us|residence-non-us/city|state|country-code",
      NULL, np_us_person_part },
    { BIBLIO "inventors/first-named-inventor|inventor/address/country/country-code", NULL,
      np_us_person_residence }, /* only where the residence has none */
    { BIBLIO "assignee/", np_us_open_person, np_us_pap_assignee },
    NAME_ROWS("assignee"),
    { BIBLIO "assignee/address/military-address|address-1|address-2|city|state|postalcode", NULL,
      np_us_person_part },
    { BIBLIO "assignee/address/country/country-code", NULL, np_us_person_part },

    { "subdoc-abstract/paragraph", NULL, np_us_pap_abstract },
    { "subdoc-claims", np_us_open_claims, NULL },
    { "subdoc-description", np_walk_describe, NULL },
    { "subdoc-claims/claim", np_us_open_claim, np_us_close_claim },
    { "subdoc-claims/claim//dependent-claim-reference", NULL, np_us_claim_ref },
    { 0 }
};
