/* st36_paths.c -- where things stand in MAREC, wo-ocr and ST.36 (formats/wipo.md, 2 to 4).
 *
 * MAREC wraps classification, titles and citations in technical-data and conventions in
 * international-convention-data; plain ST.36 has them directly in the bibliography. ST.36 may come
 * in a wrapper that nobody has described: its table holds all rows a second time, one level down.
 */
#include "st36.h"

#define BIBLIO "bibliographic-data|wo-bibliographic-data/"
#define TECHNICAL BIBLIO "technical-data/"
#define CONVENTION BIBLIO "international-convention-data/"
#define PARENT "related-documents/relation/parent-doc"
#define WORDY_PARENT "related-documents/*/relation/parent-doc"
#define REPORTED "search-report-data//srep-citations/citation/"
#define REFERRED BIBLIO "references-cited/citation/"
#define MAREC_CITED TECHNICAL "citations/"

#define ID_ROWS(path)                                           \
    { path "/country", NULL, np_st36_id_country },              \
    { path "/doc-number", NULL, np_st36_id_number },            \
    { path "/kind", NULL, np_st36_id_kind },                    \
    { path "/lang", NULL, np_st36_id_lang },                    \
    { path "/date", NULL, np_st36_id_date }

/* A document-id that belongs to the element around it. */
#define DOCUMENT_ROWS(path, close)                              \
    { path "/document-id/", np_st36_open_id, close },           \
    ID_ROWS(path "/document-id")

#define SYMBOL_ROWS(path, close)                                \
    { path, np_st36_open_symbol, close },                       \
    { path "/section|class|subclass|main-group|subgroup", NULL, np_st36_symbol_part }

#define CLASS_ROWS(place)                                                                      \
    { place "classification-ipc/main-classification|further-classification", NULL,             \
      np_st36_old_ipc },                                                                       \
    SYMBOL_ROWS(place "classifications-ipcr/classification-ipcr", np_st36_ipc),                 \
    SYMBOL_ROWS(place "classifications-cpc/classification-cpc", np_st36_cpc),                   \
    SYMBOL_ROWS(place "classifications-cpc/main-cpc|further-cpc/classification-cpc", np_st36_cpc), \
    { place "classification-national", np_st36_open_national, NULL },                          \
    { place "classification-national/main-classification|further-classification", NULL,        \
      np_st36_national },                                                                      \
    { place "classification-locarno/main-classification", NULL, np_st36_locarno },             \
    { place "invention-title", NULL, np_st36_title }

#define PERSON_ROWS(path, close)                                                               \
    { path "/", np_st36_open_person, close },                                                  \
    { path "/addressbook/orgname|name|last-name|first-name|middle-name|suffix", NULL,          \
      np_st36_person_part },                                                                   \
    { path "/addressbook/address", NULL, np_st36_address },                                    \
    { path "/addressbook/address/*", NULL, np_st36_address_part },                              \
    { path "/residence/country", NULL, np_st36_residence }

/* ST.36 writes the category beside the document cited or within it. */
#define CITATION_ROWS(path, open)                                                              \
    { path, open, NULL },                                                                      \
    DOCUMENT_ROWS(path "patcit", np_st36_patcit),                                              \
    { path "nplcit/text|article|book|online|othercit", NULL, np_st36_npl },                    \
    { path "nplcit", NULL, np_st36_npl },                                                      \
    { path "category", NULL, np_st36_category },                                               \
    { path "patcit|nplcit/category", NULL, np_st36_category }

/* W: "", or a wrapper around everything. */
#define ROWS(W)                                                                                  \
    DOCUMENT_ROWS(W BIBLIO "publication-reference", np_st36_publication),                        \
    DOCUMENT_ROWS(W BIBLIO "application-reference", np_st36_application),                        \
    { W BIBLIO "priority-claims/priority-claim/", np_st36_open_id, np_st36_priority },           \
    ID_ROWS(W BIBLIO "priority-claims/priority-claim"),                                          \
    DOCUMENT_ROWS(W BIBLIO "priority-claims/priority-claim", np_st36_priority),                  \
    DOCUMENT_ROWS(W BIBLIO "pct-or-regional-filing-data", np_st36_pct_filing),                   \
    DOCUMENT_ROWS(W BIBLIO "pct-or-regional-publishing-data", np_st36_pct_publishing),           \
    DOCUMENT_ROWS(W CONVENTION "pct-or-regional-filing-data", np_st36_pct_filing),               \
    DOCUMENT_ROWS(W CONVENTION "pct-or-regional-publishing-data", np_st36_pct_publishing),       \
    { W BIBLIO "related-documents/*", np_st36_open_relation, NULL },                             \
    DOCUMENT_ROWS(W BIBLIO PARENT, np_st36_parent),                                              \
    DOCUMENT_ROWS(W BIBLIO WORDY_PARENT, np_st36_parent),                                        \
    { W BIBLIO "language-of-publication", NULL, np_st36_lang },                                  \
    CLASS_ROWS(W BIBLIO),                                                                        \
    CLASS_ROWS(W TECHNICAL),                                                                     \
    PERSON_ROWS(W BIBLIO "parties/applicants/applicant", np_st36_applicant),                     \
    PERSON_ROWS(W BIBLIO "parties/inventors/inventor|deceased-inventor", np_st36_inventor),      \
    PERSON_ROWS(W BIBLIO "parties/assignees/assignee", np_st36_assignee),                        \
    PERSON_ROWS(W BIBLIO "assignees/assignee", np_st36_assignee),                                \
    { W MAREC_CITED "patent-citations/patcit/", np_st36_open_citation, NULL },                   \
    DOCUMENT_ROWS(W MAREC_CITED "patent-citations/patcit", np_st36_patcit),                      \
    { W MAREC_CITED "patent-citations/patcit/sources/source", np_st36_open_source, NULL },       \
    { W MAREC_CITED "non-patent-citations/nplcit", np_st36_open_citation, np_st36_npl },         \
    { W MAREC_CITED "non-patent-citations/nplcit/text", NULL, np_st36_npl },                     \
    { W MAREC_CITED "non-patent-citations/nplcit/sources/source", np_st36_open_source, NULL },   \
    { W "search-report-data", np_st36_open_report, NULL },                                       \
    CITATION_ROWS(W REPORTED, np_st36_open_reported),                                            \
    CITATION_ROWS(W REFERRED, np_st36_open_citation),                                            \
    { W CONVENTION "designated-states/ep-contracting-states/country", NULL, np_st36_state },     \
    { W BIBLIO "designation-of-states/designation-pct//region", np_st36_open_region, NULL },     \
    { W BIBLIO "designation-of-states/designation-pct//region/country", NULL,                    \
      np_st36_region_state },                                                                    \
    { W BIBLIO "designation-of-states/designation-pct/national/country", NULL, np_st36_state },  \
    { W "abstract", NULL, np_st36_abstract },                                                    \
    { W "claims", np_st36_open_claims, NULL },                                                   \
    { W "description", np_walk_describe, NULL },                                                 \
    { W "claims/claim", np_st36_open_claim, np_st36_close_claim },                               \
    { W "claims/claim/claim-text", NULL, np_st36_paragraph },                                    \
    { W "claims/claim//claim-ref", NULL, np_st36_claim_ref },                                    \
    { W "legal-status/legal-event/", np_st36_open_event, np_st36_close_event },                  \
    { W "legal-status/legal-event/legal-event-body/event-title", NULL, np_st36_event_title },    \
    { W "legal-status/legal-event//event-attribute-label", NULL, np_st36_event_label },          \
    { W "legal-status/legal-event//event-attribute-value", NULL, np_st36_event_value }

const struct np_path np_marec_paths[] = { ROWS(""), { 0 } };

const struct np_path np_st36_paths[] = { ROWS(""), ROWS("*/"), { 0 } };
