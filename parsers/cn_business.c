/* cn_business.c -- CNIPA standardised data, `business:PatentDocumentAndRelated`.
 *
 * Deliveries since about 2014, documents of 1985 onward (formats/cnipa.md, section 2). One
 * document per file, bibliography alone (BIA) or with description and claims (FUL). Designs
 * have DesignBibliographicData with the parties directly below it.
 */
#include "cn.h"

#define BIB "BibliographicData|DesignBibliographicData"
#define REL BIB "/RelatedDocuments"

#define ID(path) { path "/WIPOST3Code|DocNumber|Kind|Date", NULL, cn_id_part }

/* ParentDocument and ChildDocument below `path`, which ends with DocumentsRelation. */
#define RELATIVES(path)                                              \
    { path "/ParentDocument|ChildDocument", cn_id_open, cn_relative }, \
    ID(path "/ParentDocument|ChildDocument/DocumentID")

#define NAMES "Name|OrganizationName|LastName|FirstName|MiddleName|Suffix"
#define PLACES "Province|State|City|PostCode|WIPOST3Code|Text|AddressLine|Street"

/* A party below `path`: bare, or in an address book. */
#define PARTY(path, take)                                                             \
    { path, cn_person_open, take },                                                   \
    { path "/" NAMES, NULL, cn_person_part },                                         \
    { path "/AddressBook", cn_book_open, NULL },                                      \
    { path "/AddressBook/" NAMES, NULL, cn_person_part },                             \
    { path "/AddressBook/Address/" PLACES, NULL, cn_person_part },                    \
    { path "/Residence/WIPOST3Code", NULL, cn_person_part }

static const struct np_path paths[] = {
    { BIB "/PublicationReference", cn_id_open, cn_publication },
    ID(BIB "/PublicationReference/DocumentID"),
    { BIB "/ApplicationReference", cn_id_open, cn_application },
    ID(BIB "/ApplicationReference/DocumentID"),

    /* Priorities have no DocumentID level; the XSD allows one instead of Priority. */
    { BIB "/PriorityDetails/Priority|DocumentID", cn_id_open, cn_priority_claim },
    ID(BIB "/PriorityDetails/Priority|DocumentID"),

    { BIB "/PCTOrRegionalApplicationData", cn_id_open, cn_pct_application },
    ID(BIB "/PCTOrRegionalApplicationData/DocumentID"),
    { BIB "/PCTOrRegionalPublishingData", cn_id_open, cn_pct_publication },
    ID(BIB "/PCTOrRegionalPublishingData/DocumentID"),
    { BIB "/PCTApplicationNumber|PCTPublicationNumber", NULL, cn_pct_number },

    { REL "/*", cn_relation_open, cn_relation },
    RELATIVES(REL "/*/DocumentsRelation"),
    { REL "/DomesticPriorityClaimDetails/DomesticPriorityClaim/SubstitutedApplication",
      cn_relation_open, cn_domestic_priority },
    RELATIVES(REL "/DomesticPriorityClaimDetails/DomesticPriorityClaim/SubstitutedApplication"
                  "/DocumentsRelation"),
    { BIB "/Division", cn_relation_open, cn_relation },
    RELATIVES(BIB "/Division/DocumentsRelation"),

    { BIB "/ClassificationIPCRDetails/ClassificationIPCR", cn_ipcr_open, cn_ipcr },
    { BIB "/ClassificationIPCRDetails/ClassificationIPCR/"
          "Section|MainClass|Subclass|MainGroup|Subgroup|Text",
      NULL, cn_ipcr_part },
    { BIB "/ClassificationIPC/MainClassification|FurtherClassification", NULL, cn_old_ipc },
    { BIB "/ClassificationLocarno/MainClassification|FurtherClassification|Text", NULL,
      cn_locarno },

    { BIB "/InventionTitle|DesignTitle", NULL, cn_title },
    { BIB "/StatisticalInformation/ClaimsCount", NULL, cn_claims_stated },

    { BIB "/ReferencesCited", cn_references_open, NULL },
    { BIB "/ReferencesCited/Text", NULL, cn_cited_text },
    { BIB "/ReferencesCited/Citation", cn_citation_open, cn_citation },
    { BIB "/ReferencesCited/Citation/ReferenceDocCategory", NULL, cn_category },
    { BIB "/ReferencesCited/Citation/ApplicationCitation", cn_cited_open, cn_cited },
    { BIB "/ReferencesCited/Citation/ApplicationCitation/ReferenceDocCategory", NULL,
      cn_category },
    { BIB "/ReferencesCited/Citation/ApplicationCitation/PublicationReference", cn_id_open,
      cn_cited_id },
    ID(BIB "/ReferencesCited/Citation/ApplicationCitation/PublicationReference/DocumentID"),
    { BIB "/ReferencesCited/Citation/NPLCitation", NULL, cn_npl },

    PARTY(BIB "/Parties/ApplicantDetails/Applicant", cn_applicant),
    PARTY(BIB "/ApplicantDetails/Applicant", cn_applicant),
    PARTY(BIB "/Parties/InventorDetails/Inventor|DeceasedInventor", cn_inventor),
    PARTY(BIB "/DesignerDetails/Designer", cn_inventor),
    PARTY(BIB "/AssigneeDetails/Assignee", cn_assignee),

    { "Abstract", cn_text_open, cn_abstract },
    { "Abstract/Paragraphs", NULL, cn_text_part },
    { "Abstract/AbstractProblem|AbstractSolution/Paragraphs", NULL, cn_text_part },
    { "Claims", cn_claims_open, NULL },
    { "Description", np_walk_describe, NULL },
    { "Claims/Claim", cn_text_open, cn_claim },
    { "Claims/Claim/ClaimText", NULL, cn_text_part },
    { 0 }
};

/* The XSD misspells the date's name, the files do not. */
static const struct cn_root root = {
    .country = "country", .number = "docNumber", .kind = "kind", .date = "datePublication",
    .other_date = "datePulbication", .lang = "lang", .status = "status",
};

static int fits(struct np_slice name, struct np_slice envelope)
{
    (void)envelope;
    return np_slice_is(name, "PatentDocumentAndRelated") ? 100 : 0;
}

static enum np_status read(struct np_walk *walk, struct np_record *record, struct np_err *err)
{
    return cn_read(walk, paths, &root, record, err);
}

const struct np_dialect np_dialect_cn_business = {
    .name = "cn-business",
    .says = "CNIPA standardised data: bibliography, or full text, of one publication",
    .sources = "CNIPA patent data service (CN-PA-BIBS-ABSS, CN-PA-TXTS)",
    .framing = { .root = "PatentDocumentAndRelated" },
    .fits = fits,
    .read = read,
};
