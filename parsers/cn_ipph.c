/* cn_ipph.c -- `Documents` of the Intellectual Property Publishing House (formats/cnipa.md, 4).
 *
 * Deliveries of about 2013 to 2018, several PatentDocument in one file; names close to those of
 * the standardised data, but not the same. Numbers stand as printed (`original`) and in a form of
 * the house (`ipph`), which disagree even on kind and date: as printed goes first.
 * Only bibliographic files were seen; claims are read where a file has them. AreaCode, keywords
 * and the computed day of expiry (RevocationDate) have no place in the record.
 */
#include "cn.h"

#define BIB "BibliographicData"

#define ID(path) { path "/Country|Number|Kind|Date", NULL, cn_id_part }

/* Priority with or without a DocumentID around its parts. */
#define PRIORITY BIB "/PriorityClaims|Priorities|PriorityDetails/PriorityClaim|Priority"

#define NAMES "Name|OrganizationName|LastName|FirstName|MiddleName|Suffix"
#define PLACES "Province|City|PostCode|Country|Text"
#define PARTY(path, take)                                          \
    { path, cn_person_open, take },                                \
    { path "/" NAMES, NULL, cn_person_part },                      \
    { path "/AddressBook/" NAMES, NULL, cn_person_part },          \
    { path "/AddressBook/Address/" PLACES, NULL, cn_person_part }

static bool is_all_digits(struct np_slice s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] < '0' || s.p[i] > '9')
            return false;
    return s.n > 0;
}

/* `2017106717144` is 106717144 of 2017. */
static void take_publication(struct np_walk *walk, struct np_slice text)
{
    struct cn_document *doc = np_walk_state(walk);
    struct np_slice *number = &doc->id.number;

    if (cn_format_of(walk) != CN_ORIGINAL && is_all_digits(*number) &&
        (number->n == 13 || number->n == 11))
        *number = np_slice_sub(*number, 4, number->n);
    cn_publication(walk, text);
}

/* The house's own form may speak of another publication of the same application. */
static void note_contradiction(struct np_walk *walk, const struct cn_pair *publication)
{
    const struct np_docref *printed = &publication->form[CN_ORIGINAL];
    const struct np_docref *own = &publication->form[CN_OTHER];

    if (printed->number.n && own->number.n &&
        (!np_slice_eq(printed->kind, own->kind) || printed->date != own->date))
        np_walk_note(walk, "NP-NOT-005", "%.*s of %d as printed, %.*s of %d in the form of ipph",
                     NP_ARG(printed->kind), printed->date, NP_ARG(own->kind), own->date);
}

static void close_bibliography(struct np_walk *walk, struct np_slice text)
{
    const struct cn_document *doc = np_walk_state(walk);

    (void)text;
    note_contradiction(walk, &doc->publication);
}

static const struct np_path paths[] = {
    { BIB "/", NULL, close_bibliography },
    { BIB "/PublicationInfo", cn_id_open, take_publication },
    ID(BIB "/PublicationInfo/DocumentID"),
    { BIB "/ApplicationInfo", cn_id_open, cn_application },
    ID(BIB "/ApplicationInfo/DocumentID"),
    { PRIORITY, cn_id_open, cn_priority_claim },
    ID(PRIORITY),
    ID(PRIORITY "/DocumentID"),

    { BIB "/ClassificationsIPCR/ClassificationIPCR", cn_ipcr_open, cn_ipcr },
    { BIB "/ClassificationsIPCR/ClassificationIPCR/"
          "Section|MainClass|SubClass|MainGroup|SubGroup|Text",
      NULL, cn_ipcr_part },
    { BIB "/ClassificationIPC/MainClassification|FurtherClassification", NULL, cn_old_ipc },
    { BIB "/ClassificationLocarno/MainClassification|FurtherClassification|Text", NULL,
      cn_locarno },

    { BIB "/Title", NULL, cn_title },
    PARTY(BIB "/Parties/Applicants/Applicant", cn_applicant),
    PARTY(BIB "/Parties/Inventors|Designers/Inventor|Designer", cn_inventor),
    PARTY(BIB "/Parties/*/Owner", cn_assignee),
    PARTY(BIB "/*/Owner", cn_assignee),

    { "Abstract", cn_text_open, cn_abstract },
    { "Abstract/Paragraph", NULL, cn_text_part },
    { "Claims", cn_claims_open, NULL },
    { "Description", np_walk_describe, NULL },
    { "Claims/Claim", cn_text_open, cn_claim },
    { "Claims/Claim/ClaimText|Paragraph", NULL, cn_text_part },
    { 0 }
};

static const struct cn_root root = {
    .country = "country", .number = "docNumber", .kind = "kind", .date = "datePublication",
    .other_date = "date", .lang = "lang", .status = "status",
};

static int fits(struct np_slice name, struct np_slice envelope)
{
    if (np_slice_is(name, "Documents"))
        return 60;
    if (!np_slice_is(name, "PatentDocument"))
        return 0;
    return np_slice_find(envelope, NP_S("<Documents")) < envelope.n ? 100 : 0;
}

static enum np_status read(struct np_walk *walk, struct np_record *record, struct np_err *err)
{
    if (np_slice_is(np_walk_document(walk)->root, "Documents"))
        return np_fail_at(err, NP_PASS, "", np_walk_document(walk)->offset,
                          "IPPH file without documents");
    return cn_read(walk, paths, &root, record, err);
}

const struct np_dialect np_dialect_cn_ipph = {
    .name = "cn-ipph",
    .says = "bibliographic documents of the Intellectual Property Publishing House (IPPH V1.1.0)",
    .sources = "IPPH deliveries of about 2013 to 2018",
    .framing = { .root = "Documents", .record = { "PatentDocument" } },
    .fits = fits,
    .read = read,
};
