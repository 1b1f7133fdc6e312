/* cn_patent_document.c -- SIPO full text coding of 2006, `cn-patent-document`.
 *
 * Deliveries of about 2007 to 2015, WIPO ST.36 style without name space (formats/cnipa.md,
 * section 3). Numbers stand once. `<br/>` breaks lines inside words; the earlier application
 * of a domestic priority stands in child-doc. Pages as images only (doc-page) give a record
 * without text.
 */
#include "cn.h"

#define BIB "cn-bibliographic-data"
#define REL BIB "/cn-related-documents"

#define ID(path) { path "/country|doc-number|kind|date", NULL, cn_id_part }

#define RELATIVES(path)                                       \
    { path "/parent-doc|child-doc", cn_id_open, cn_relative }, \
    ID(path "/parent-doc|child-doc/document-id")

#define NAMES "name|orgname|last-name|first-name|middle-name|suffix"

#define PARTY(path, take)                                                                  \
    { path, cn_person_open, take },                                                        \
    { path "/" NAMES, NULL, cn_person_part },                                              \
    { path "/addressbook", cn_book_open, NULL },                                           \
    { path "/addressbook/" NAMES, NULL, cn_person_part },                                  \
    { path "/addressbook/address/state|city|postcode|country|text|address-1|street", NULL, \
      cn_person_part },                                                                    \
    { path "/residence/country", NULL, cn_person_part }

static const struct np_path paths[] = {
    { BIB "/cn-publication-reference", cn_id_open, cn_publication },
    ID(BIB "/cn-publication-reference/document-id"),
    { BIB "/application-reference", cn_id_open, cn_application },
    ID(BIB "/application-reference/document-id"),
    { BIB "/priority-claims/priority-claim", cn_id_open, cn_priority_claim },
    ID(BIB "/priority-claims/priority-claim"),
    { BIB "/pct-or-regional-filing-data", cn_id_open, cn_pct_application },
    ID(BIB "/pct-or-regional-filing-data/document-id"),
    { BIB "/pct-or-regional-publishing-data", cn_id_open, cn_pct_publication },
    ID(BIB "/pct-or-regional-publishing-data/document-id"),

    { REL "/division", cn_relation_open, cn_relation },
    RELATIVES(REL "/division/relation"),
    { REL "/cn-domestic-priority-claims/cn-domestic-priority-claim/substitution",
      cn_relation_open, cn_domestic_priority },
    RELATIVES(REL "/cn-domestic-priority-claims/cn-domestic-priority-claim/substitution/relation"),

    { BIB "/classifications-ipcr/classification-ipcr", cn_ipcr_open, cn_ipcr },
    { BIB "/classifications-ipcr/classification-ipcr/"
          "section|class|subclass|main-group|subgroup|text",
      NULL, cn_ipcr_part },
    { BIB "/classification-ipc/main-classification|further-classification", NULL, cn_old_ipc },

    { BIB "/invention-title", NULL, cn_title },

    { BIB "/references-cited", cn_references_open, NULL },
    { BIB "/references-cited/text", NULL, cn_cited_text },
    { BIB "/references-cited/citation", cn_citation_open, cn_citation },
    { BIB "/references-cited/citation/category", NULL, cn_category },
    { BIB "/references-cited/citation/rel-passage/category", NULL, cn_category },
    { BIB "/references-cited/citation/patcit/rel-passage/category", NULL, cn_category },
    { BIB "/references-cited/citation/patcit", cn_cited_open, cn_cited },
    { BIB "/references-cited/citation/patcit/document-id", cn_id_open, cn_cited_id },
    ID(BIB "/references-cited/citation/patcit/document-id"),
    { BIB "/references-cited/citation/nplcit", NULL, cn_npl },

    PARTY(BIB "/cn-parties/cn-applicants/cn-applicant", cn_applicant),
    PARTY(BIB "/cn-parties/cn-inventors/cn-inventor", cn_inventor),
    PARTY(BIB "/assignees/assignee", cn_assignee),

    { BIB "|application-body/abstract", cn_text_open, cn_abstract },
    { BIB "|application-body/abstract/p", NULL, cn_text_part },
    { BIB "|application-body/abstract/abst-problem|abst-solution/p", NULL, cn_text_part },
    { "application-body/claims", cn_claims_open, NULL },
    { "application-body/description", np_walk_describe, NULL },
    { "application-body/claims/claim", cn_text_open, cn_claim },
    { "application-body/claims/claim/claim-text", NULL, cn_text_part },
    { 0 }
};

static const struct cn_root root = {
    .country = "country", .number = "doc-number", .kind = "kind", .date = "date-publ",
    .other_date = "date-publ", .lang = "lang", .status = "status",
};

static int fits(struct np_slice name, struct np_slice envelope)
{
    (void)envelope;
    return np_slice_is(name, "cn-patent-document") ? 100 : 0;
}

static enum np_status read(struct np_walk *walk, struct np_record *record, struct np_err *err)
{
    return cn_read(walk, paths, &root, record, err);
}

const struct np_dialect np_dialect_cn_patent_document = {
    .name = "cn-patent-document",
    .says = "SIPO full text coding (ZC 0012.2-2006), one publication",
    .sources = "SIPO deliveries of about 2007 to 2015",
    .framing = { .root = "cn-patent-document" },
    .fits = fits,
    .read = read,
};
