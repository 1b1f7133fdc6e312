/* cn_prs.c -- dialect `cn-prs`: CNIPA's legal status data, `business:PRS` (formats/legal.md,
 * section 3). No real file has been seen: this is the schema's word.
 *
 *     PRS @givenTime
 *       PRSRecord @PRSID                          one event of one application
 *         ApplicationReference @dataFormat        standard (15 digits) or original form
 *         PublicationReference
 *         PRSPublicationDate/Date, PRSCode        the code may be empty
 *         PRSValue                                the Chinese name: what can be relied on
 *         PRSInformation                          labelled parts (cn_labels.h)
 *         ActionDate, RevocationDate, ...         details
 *
 * Deliveries overlap: an event has no number of its own, its content is its identity.
 */
#include "cn.h"

#include <nanopat/cn_labels.h>
#include <nanopat/text.h>

struct prs {
    struct cn_document doc; /* first: its handlers see it as their state */
    struct np_event event;
    struct np_slice name, information, type;
    np_date revoked;
    bool withdrawn, is_leaf, taken;
    struct np_buf details;
};

/* No gazette text is longer; what is, is kept but not taken apart. */
enum { INFORMATION_MOST = 16 << 10 };

static struct prs *prs_of(struct np_walk *walk) { return np_walk_state(walk); }

/* ---- the event ---- */

static void set_date(struct np_walk *walk, struct np_slice text)
{
    prs_of(walk)->event.date = np_date_parse(text);
    prs_of(walk)->taken = true;
}

static void set_code(struct np_walk *walk, struct np_slice text)
{
    prs_of(walk)->event.code = text;
    prs_of(walk)->taken = true;
}

static void set_name(struct np_walk *walk, struct np_slice text)
{
    prs_of(walk)->name = text;
    prs_of(walk)->taken = true;
}

static void set_type(struct np_walk *walk, struct np_slice text)
{
    prs_of(walk)->type = text;
    prs_of(walk)->taken = true;
}

/* L013EP of the EPO's tape: D takes the event back. Else it is about the delivery. */
static void set_status(struct np_walk *walk, struct np_slice text)
{
    prs_of(walk)->withdrawn = np_slice_is(text, "D");
    prs_of(walk)->taken = true;
}

static void set_state(struct np_walk *walk, struct np_slice text)
{
    prs_of(walk)->event.state = text;
    prs_of(walk)->taken = true;
}

/* Deliveries separate the parts in different ways, or not at all: here each stands apart, so that
 * the same event reads the same. What is before the first label stays in front.                */
static struct np_slice set_apart(struct np_arena *arena, struct np_slice text)
{
    struct np_slice rest = text, all;
    struct np_cn_label label;
    struct np_buf b = { 0 };
    bool first = true;

    while (text.n <= INFORMATION_MOST && np_cn_label_next(&rest, &label)) {
        if (first)
            np_buf_puts_slice(&b, np_slice_trim(np_slice_sub(text, 0,
                                                             (size_t)(label.name.p - text.p))));
        first = false;
        np_buf_puts(&b, b.n ? "; " : "");
        np_buf_puts_slice(&b, label.name);
        np_buf_putc(&b, ':');
        np_text_squeeze(&b, label.value);
    }
    if (first)
        np_text_squeeze(&b, text);
    all = np_arena_copy(arena, np_buf_slice(&b));
    np_buf_release(&b);
    return all;
}

/* As it stands: a line end may be all that separates two parts. */
static void set_information(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    prs_of(walk)->information = set_apart(np_walk_arena(walk), np_walk_raw(walk));
    prs_of(walk)->taken = true;
}

/* ---- details ---- */

static void add_detail(struct np_walk *walk, struct np_slice label, struct np_slice text)
{
    struct np_buf *b = &prs_of(walk)->details;

    prs_of(walk)->taken = true;
    if (!text.n)
        return;
    np_buf_puts(b, "; ");
    np_buf_puts_slice(b, label);
    np_buf_puts(b, ":");
    np_buf_puts_slice(b, text);
}

static void set_effective(struct np_walk *walk, struct np_slice text)
{
    prs_of(walk)->event.effective = np_date_parse(text);
    if (cn_value(text).n)
        add_detail(walk, NP_S("生效日期"), text);
    prs_of(walk)->taken = true;
}

static void set_revoked(struct np_walk *walk, struct np_slice text)
{
    prs_of(walk)->revoked = np_date_parse(text);
    if (cn_value(text).n)
        add_detail(walk, NP_S("失效日"), text);
    prs_of(walk)->taken = true;
}

static void set_owner(struct np_walk *walk, struct np_slice text)
{
    add_detail(walk, NP_S("最新权利人"), text);
}

/* Whatever no row of its own takes, under its own name: the last elements of the tree. */
static void open_any(struct np_walk *walk)
{
    prs_of(walk)->is_leaf = true;
    prs_of(walk)->taken = false;
}

static void close_any(struct np_walk *walk, struct np_slice text)
{
    if (prs_of(walk)->is_leaf && !prs_of(walk)->taken)
        add_detail(walk, np_walk_element(walk), text);
    prs_of(walk)->is_leaf = false;
}

#define ID "ApplicationReference|PublicationReference/DocumentID"
#define ANY "KindFormat|RegistrationNumber|AuthorizedPublicationNumber|ApprovalPublicationNumber|" \
            "DesignatedStates|ExtendedStates|NewestOwner|SPCNumber|InventorDetails|"               \
            "ClassificationIPC|ClassificationIPCRDetails|ClassificationLocarno|Representative|"    \
            "PaymentDate|Opponent|PaymentYear|SpecialIPRNumber|Claimer|ExtensionDate|"             \
            "ConcernedCountry|Withdrawn|LicenseDetails|RenewalDetails|DescriptiveText|IssueDate"

static const struct np_path paths[] = {
    { "ApplicationReference", cn_id_open, cn_application },
    { "PublicationReference", cn_id_open, cn_publication },
    { ID "/WIPOST3Code|DocNumber|Kind|Date", NULL, cn_id_part },
    { "IPRType", NULL, set_type },
    { "PRSPublicationDate/Date", NULL, set_date },
    { "PRSCode", NULL, set_code },
    { "PRSValue", NULL, set_name },
    { "PRSInformation", NULL, set_information },
    { "StatusIndicator", NULL, set_status },
    { "ActionDate", open_any, set_effective },
    { "RevocationDate/Date", NULL, set_revoked },
    { "NewestOwner", open_any, set_owner },
    { "ConcernedCountry/WIPOST3Code", NULL, set_state },
    { ANY, open_any, close_any },
    { ANY "//*", open_any, close_any },
    { NULL, NULL, NULL }
};

/* ---- the record ---- */

/* The right ends, or the pledge begins, on the day that the text names, not when it is announced. */
static np_date effective_of(const struct prs *prs)
{
    static const char *const labels[] = { "终止日期", "终止日", "登记生效日", "解除日", "解除日期",
                                          "质押解除日", "保全解除日", "变更日", "备案日期",
                                          "备案日", "恢复日", "放弃生效日", "生效日" };
    np_date date = prs->event.effective ? prs->event.effective : prs->revoked;

    if (prs->information.n > 2 * INFORMATION_MOST)
        return date;
    for (size_t i = 0; !date && i < sizeof labels / sizeof *labels; i++)
        date = np_date_parse(np_cn_label_value(prs->information, labels[i]));
    return date;
}

static struct np_slice text_of(struct np_arena *arena, const struct prs *prs)
{
    const char *between = prs->name.n && prs->information.n ? "; " : "";
    struct np_slice all = np_arena_printf(arena, "%.*s%s%.*s%.*s", NP_ARG(prs->name), between,
                                          NP_ARG(prs->information),
                                          NP_ARG(np_buf_slice(&prs->details)));

    return np_slice_starts(all, "; ") ? np_slice_sub(all, 2, all.n) : all;
}

static void put_event(struct np_walk *walk, struct prs *prs, struct np_record *record)
{
    struct np_arena *arena = np_walk_arena(walk);

    prs->event.office = record->application.office.n ? record->application.office : record->office;
    prs->event.effective = effective_of(prs);
    prs->event.text = text_of(arena, prs);
    if (prs->withdrawn)
        *np_list_add(arena, &record->withdrawn) = prs->event;
    else
        *np_list_add(arena, &record->events) = prs->event;
}

static void put_identity(struct np_walk *walk, const struct prs *prs, struct np_record *record)
{
    struct np_arena *arena = np_walk_arena(walk);
    struct np_docref application = cn_best(&prs->doc.application);
    struct np_docref publication = cn_best(&prs->doc.publication);

    if (application.number.n && !application.office.n)
        application.office = NP_S("CN");
    if (np_slice_is(application.office, "CN"))
        cn_check_application(walk, application.number);
    application.number = cn_application_number(arena, application.office, application.number);
    application.kind = NP_EMPTY;
    record->application = application;
    record->office = publication.office.n ? publication.office : application.office;
    if (publication.number.n) {
        record->number = np_publication_number(arena, record->office, publication.number);
        record->kind = publication.kind;
        record->date = publication.date;
    }
    record->type = cn_type(prs->doc.application_type.n ? prs->doc.application_type : prs->type,
                           application.number, record->number, record->kind);
    record->stage = record->number.n ? cn_stage(record->kind, record->date) : NP_OTHER_STAGE;
}

static enum np_status read_record(struct np_walk *walk, struct np_record *record,
                                  struct np_err *err)
{
    struct prs prs = { .name = NP_EMPTY };
    enum np_status status = np_walk_run(walk, paths, &prs, err);

    if (status == NP_OK) {
        put_identity(walk, &prs, record);
        put_event(walk, &prs, record);
        record->parts = NP_PART_EVENTS;
        record->stated = np_date_parse(np_walk_envelope_attribute(walk, "givenTime"));
        record->sequence = 2;
    }
    np_buf_release(&prs.details);
    np_buf_release(&prs.doc.text);
    np_buf_release(&prs.doc.squeezed);
    return status;
}

static int fits(struct np_slice root, struct np_slice envelope)
{
    (void)envelope;
    return np_slice_is(root, "PRSRecord") || np_slice_is(root, "PRS") ? 100 : 0;
}

static enum np_status read(struct np_walk *walk, struct np_record *record, struct np_err *err)
{
    if (np_slice_is(np_walk_document(walk)->root, "PRS"))
        return np_fail_at(err, NP_PASS, "", np_walk_document(walk)->offset,
                          "CNIPA legal events without records");
    return read_record(walk, record, err);
}

const struct np_dialect np_dialect_cn_prs = {
    .name = "cn-prs",
    .says = "CNIPA legal events: one event of one application in each record",
    .sources = "CNIPA patent data service (CN-PA-PRSS-10, -20, -30); read by its schema",
    .framing = { .root = "PRS", .record = { "PRSRecord" } },
    .fits = fits,
    .read = read,
};
