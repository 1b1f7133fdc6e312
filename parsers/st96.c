/* st96.c -- WIPO ST.96, PatentPublication V3_1 to V6_0 (formats/wipo.md, section 5).
 *
 * Elements stand in two namespaces (Patent, Common) with any prefix; local names are unambiguous
 * below their parents. Documents converted from older formats keep packed dates and kinds in
 * words ("特許公報(B2)"); both are read.
 */
#include "dialects.h"
#include "docdb.h"
#include "jp.h"
#include "st96.h"

#include <stddef.h>

static struct st96_state *state_of(struct np_walk *walk) { return np_walk_state(walk); }

/* ---- numbers ---- */

static void take_publication(struct np_walk *walk, struct np_slice text)
{
    struct us_id *id = &state_of(walk)->us.id;
    struct np_slice kind = np_jp_kind(np_walk_arena(walk), id->kind);

    if (np_walk_record(walk)->number.n || !id->number.n)
        return;
    if (kind.n) {
        state_of(walk)->kind_words = id->kind;
        id->kind = kind;
    }
    if (!id->country.n)
        id->country = np_walk_record(walk)->office;
    np_us_publication(walk, text);
}

/* The office of the root, where the publication itself names none. */
static void take_office(struct np_walk *walk, struct np_slice text)
{
    if (!np_walk_record(walk)->office.n)
        np_walk_record(walk)->office = text;
}

static void take_application(struct np_walk *walk, struct np_slice text)
{
    if (!state_of(walk)->us.id.country.n)
        state_of(walk)->us.id.country = np_walk_record(walk)->office;
    np_us_application(walk, text);
}

static void take_category(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->category = text;
}

static void take_lang(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->lang = text;
}

/* The publishing office of an international publication is the IB, whatever stands there. */
static void take_pct_publication(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->us.id.country = NP_S("WO");
    np_us_pct_publishing(walk, text);
}

static const struct np_us_relation relations[] = {
    { "Addition", "addition" },
    { "Division", "division" },
    { "Continuation", "continuation" },
    { "PartialContinuation", "continuation_in_part" },
    { "ContinuationInPart", "continuation_in_part" },
    { "Reissue", "reissue" },
    { "ReissueDivision", "reissue" },
    { "ReissueContinuation", "reissue" },
    { "Reexamination", "reexamination" },
    { "Substitution", "substitution" },
    { "Provisional", "provisional" },
    { "ProvisionalApplication", "provisional" },
    { "USProvisionalApplication", "provisional" },
    { NULL, NULL },
};

static void open_relation(struct np_walk *walk)
{
    struct us_state *us = &state_of(walk)->us;

    us->relation = np_us_relation_of(walk, relations);
}

/* A provisional application stands without a parent around it. */
static void take_provisional(struct np_walk *walk, struct np_slice text)
{
    if (np_slice_is(state_of(walk)->us.relation, "provisional"))
        np_us_parent(walk, text);
}

/* ---- symbols ---- */

static void take_symbol_part(struct np_walk *walk, struct np_slice text)
{
    static const struct { const char *element; size_t member; } parts[] = {
        { "Section", offsetof(struct us_symbol, section) },
        { "CPCSection", offsetof(struct us_symbol, section) },
        { "Class", offsetof(struct us_symbol, class_) },
        { "Subclass", offsetof(struct us_symbol, subclass) },
        { "MainGroup", offsetof(struct us_symbol, group) },
        { "Subgroup", offsetof(struct us_symbol, subgroup) },
    };
    char *symbol = (char *)&state_of(walk)->us.symbol;

    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (np_slice_is(np_walk_element(walk), parts[i].element))
            *(struct np_slice *)(void *)(symbol + parts[i].member) = text;
}

/* ---- the table ---- */

#define BIB "BibliographicData/"
#define CLASSES BIB "PatentClassificationBag/"
#define CITED BIB "ReferenceCitationBag/ReferenceCitation"
#define RELATED BIB "RelatedDocumentBag/*"

/* An application's identification, whose office may stand inside its number. */
#define APPLICATION_ROWS(path)                                                                \
    { path "/IPOfficeCode", NULL, np_us_id_country },                                         \
    { path "/ApplicationNumber/IPOfficeCode", NULL, np_us_id_country },                       \
    { path "/ApplicationNumber/ApplicationNumberText", NULL, np_us_id_number },               \
    { path "/FilingDate", NULL, np_us_id_date }
#define APPLICATION(path, close) { path "/", np_us_open_id, close }, APPLICATION_ROWS(path)

#define PUBLICATION(path, close)                                                              \
    { path "/", np_us_open_id, close },                                                       \
    { path "/IPOfficeCode", NULL, np_us_id_country },                                         \
    { path "/PublicationNumber|PatentNumber", NULL, np_us_id_number },                        \
    { path "/PatentDocumentKindCode", NULL, np_us_id_kind },                                  \
    { path "/PublicationDate|GrantDate", NULL, np_us_id_date }

#define SYMBOL(path, close)                                                                   \
    { path "/", np_us_open_symbol, close },                                                   \
    { path "/Section|CPCSection|Class|Subclass|MainGroup|Subgroup", NULL, take_symbol_part }

#define CONTACT "/PublicationContact|Contact"
#define PERSON_NAMES "LastName|FirstLastName|FirstName|MiddleName|NameSuffix"
#define PLACES "CityName|GeographicRegionName|CountryCode|PostalCode"
#define POSTAL CONTACT "/PostalAddressBag/PostalAddress"
#define PERSON(path, close)                                                                   \
    { path "/", np_st96_open_person, close },                                                 \
    { path CONTACT, np_st96_open_contact, NULL },                                             \
    { path CONTACT "/Name/EntityName", NULL, np_st96_person_part },                           \
    { path CONTACT "/Name/OrganizationName/OrganizationStandardName", NULL,                   \
      np_st96_person_part },                                                                  \
    { path CONTACT "/Name/PersonName/PersonFullName", NULL, np_st96_person_part },            \
    { path CONTACT "/Name/PersonName/PersonStructuredName/" PERSON_NAMES, NULL,               \
      np_st96_person_part },                                                                  \
    { path CONTACT "/" PLACES, NULL, np_st96_person_part },                                   \
    { path POSTAL "/PostalStructuredAddress/AddressLineText|" PLACES, NULL,                   \
      np_st96_person_part },                                                                  \
    { path POSTAL "/PostalAddressText", NULL, np_st96_person_part }

const struct np_path np_st96_paths[] = {
    { "IPOfficeCode", NULL, take_office },
    PUBLICATION(BIB "PatentPublicationIdentification", take_publication),
    PUBLICATION(BIB "PatentGrantIdentification", take_publication),
    APPLICATION(BIB "ApplicationIdentification", take_application),
    { BIB "ApplicationIdentification/InventionSubjectMatterCategory", NULL, take_category },
    { BIB "PublicationLanguageCode", NULL, take_lang },
    APPLICATION(BIB "PriorityClaimBag/PriorityClaim", np_us_priority),
    APPLICATION(BIB "InternationalFilingData/ApplicationIdentification", np_us_pct_filing),
    PUBLICATION(BIB "InternationalPublishingData/PatentPublicationIdentification",
                take_pct_publication),

    { RELATED, open_relation, NULL },
    APPLICATION(RELATED "/ParentDocument/PatentDocumentIdentification/ApplicationIdentification",
                np_us_parent),
    APPLICATION(RELATED "/PatentDocumentIdentification/ApplicationIdentification",
                take_provisional),
    APPLICATION(RELATED "/ApplicationIdentification", take_provisional),

    SYMBOL(CLASSES "IPCRClassificationBag/IPCRClassification", np_us_ipc),
    { CLASSES "IPCClassification/MainClassification|FurtherClassification", NULL,
      np_us_old_ipc },
    /* Not below CPCCombinationSet: symbols of a set alone are left out (formats/record.md). */
    SYMBOL(CLASSES "CPCClassificationBag/MainCPC|FurtherCPC/CPCClassification", np_us_cpc),
    { CLASSES "NationalClassification/MainNationalClassification|FurtherNationalClassification/",
      np_st96_open_national, np_st96_national },
    { CLASSES "NationalClassification/MainNationalClassification|FurtherNationalClassification/"
              "NationalClass|NationalSubclass|PatentClassificationText",
      NULL, np_st96_national_part },

    { BIB "InventionTitleBag/InventionTitle", NULL, np_st96_title },
    { BIB "InventionTitle", NULL, np_st96_title },
    { BIB "ClaimTotalQuantity", NULL, np_us_claim_count },

    { CITED "/", np_st96_open_citation, np_st96_citation },
    { CITED "/PatentCitation/CitedPatentDocumentIdentification/", NULL, np_us_patcit },
    { CITED "/PatentCitation/CitedPatentDocumentIdentification/IPOfficeCode", NULL,
      np_us_id_country },
    { CITED "/PatentCitation/CitedPatentDocumentIdentification/DocumentNumber", NULL,
      np_us_id_number },
    { CITED "/PatentCitation/CitedPatentDocumentIdentification/PatentDocumentKindCode", NULL,
      np_us_id_kind },
    { CITED "/PatentCitation/CitedPatentDocumentIdentification/PatentDocumentDate", NULL,
      np_us_id_date },
    { CITED "/PatentCitation/PatentCitationText", NULL, np_st96_cited_words },
    { CITED "/NPLCitation/NPLCitationText", NULL, np_us_nplcit },
    { CITED "//CitationCategoryCode", NULL, np_st96_category },

    PERSON(BIB "PartyBag/ApplicantBag/Applicant", np_us_applicant),
    { BIB "PartyBag/ApplicantBag/Applicant/ApplicantCategory", NULL, np_st96_applicant_category },
    PERSON(BIB "PartyBag/InventorBag/Inventor", np_us_inventor),
    PERSON(BIB "PartyBag/AssigneeBag/Assignee", np_us_assignee),

    { "Abstract/", np_st96_open_text, np_st96_abstract },
    { "Abstract/P", NULL, np_st96_text_part },
    { "Claims/", np_st96_open_claims, np_st96_close_claims },
    { "Description", np_walk_describe, NULL },
    { "Claims/Claim/", np_st96_open_claim, np_st96_claim },
    { "Claims/Claim/ClaimNumber", NULL, np_st96_claim_number },
    { "Claims/Claim/ClaimText", NULL, np_st96_text_part },
    { "Claims/Claim//ClaimReference", NULL, np_st96_claim_reference },
    { 0 }
};

/* ---- the whole document ---- */

static const struct { const char *word; enum np_type type; } categories[] = {
    { "Utility", NP_INVENTION },
    { "Design", NP_DESIGN },
    { "Plant", NP_PLANT },
    { "Reissue", NP_REISSUE },
    { "Utility model", NP_UTILITY_MODEL },
    { "Statutory invention registration", NP_SIR },
};

static void settle(struct np_walk *walk, struct st96_state *state)
{
    struct np_record *record = np_walk_record(walk);

    np_docdb_classify_kind(record, NP_EMPTY, false);
    if (state->kind_words.n) {
        record->type = np_jp_type(state->kind_words, record->kind);
        record->stage = np_jp_stage(state->kind_words, record->kind);
    }
    for (size_t i = 0; i < sizeof categories / sizeof categories[0]; i++)
        if (np_slice_is(state->category, categories[i].word))
            record->type = categories[i].type;
    for (size_t i = 0; i < state->us.old_ipc.n; i++)
        np_symbols_add(np_walk_arena(walk), &record->ipc, state->us.old_ipc.v[i]);
    np_st96_finish_parties(walk, state);
    if (!record->claims.n)
        record->claim_count = state->us.stated_claims;
    record->lang = np_st96_lang(walk);
    record->parts = NP_PART_BIBLIO | NP_PART_TEXT | NP_PART_CITATIONS;
    if (record->claims.n)
        record->parts |= NP_PART_CLAIMS;
}

static int fits(struct np_slice root, struct np_slice envelope)
{
    (void)envelope;
    return np_slice_is(root, "PatentPublication") ? 100 : 0;
}

/* By namespace or version: the name alone is anybody's. */
static bool takes(struct np_slice start_tag)
{
    return np_slice_find(start_tag, NP_S("/ST96/Patent")) != (size_t)-1 ||
           np_start_tag_attribute(start_tag, "st96Version").n > 0;
}

static enum np_status read(struct np_walk *walk, struct np_record *record, struct np_err *err)
{
    struct st96_state state;
    enum np_status status;

    (void)record;
    memset(&state, 0, sizeof state);
    status = np_walk_run(walk, np_st96_paths, &state, err);
    if (status == NP_OK)
        settle(walk, &state);
    np_buf_release(&state.text);
    np_buf_release(&state.squeezed);
    return status;
}

const struct np_dialect np_dialect_st96 = {
    .name = "st96",
    .says = "WIPO ST.96 PatentPublication (V3_1 to V6_0) of any office",
    .sources = "offices and converters that deliver WIPO ST.96",
    .framing = { .root = "PatentPublication" },
    .fits = fits,
    .takes = takes,
    .read = read,
};
