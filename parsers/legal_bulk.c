/* legal_bulk.c -- dialect `legal-events`: the EPO's worldwide legal event data in bulk, LEGSTAT
 * (formats/legal.md, section 2). OPS answers of events alone bear the same name (legal_ops.c).
 *
 *     legal-status-documents @date-of-exchange @complete-history
 *       legal-status-document @family-id @status                    one application
 *         application-reference, publication-reference 0..n, ipr-type
 *         legal-event @event-id @status                             C new, D deleted
 *           event-date, event-date-effective, event-class, event-code
 *           event-details                                           what is known of it
 *     legstat-package-index                                         passed over
 *
 * An update is a deletion and a new event of the same number, in one document. With
 * complete-history a document has all events of its application: others are gone.
 */
#include "legal.h"

static struct np_legal *legal_of(struct np_walk *walk) { return np_walk_state(walk); }

static void open_publication(struct np_walk *walk)
{
    struct np_slice lang = np_walk_attribute(walk, "lang");
    np_docdb_open_reference(walk);
    if (!np_walk_record(walk)->lang.n)
        np_walk_record(walk)->lang = np_docdb_lang(np_walk_arena(walk), lang);
}

/* ---- events ---- */

static void open_event(struct np_walk *walk)
{
    struct np_legal_event *event = np_list_add(np_walk_arena(walk), &legal_of(walk)->events);
    event->event.office = np_slice_trim(np_walk_attribute(walk, "providing-office"));
    event->event.key = np_slice_trim(np_walk_attribute(walk, "event-id"));
    event->withdrawn = np_slice_is(np_walk_attribute(walk, "status"), "D");
}

static void set_date(struct np_walk *walk, struct np_slice text)
{
    np_legal_last(walk)->event.date = np_date_parse(text);
}

static void set_effective(struct np_walk *walk, struct np_slice text)
{
    np_legal_last(walk)->event.effective =
        np_legal_date(walk, NP_LEGAL_EFFECTIVE, "Effective DATE", text);
}

static void set_class(struct np_walk *walk, struct np_slice text)
{
    np_legal_last(walk)->event.class = text;
}

static void set_code(struct np_walk *walk, struct np_slice text)
{
    np_legal_last(walk)->event.code = text;
}

/* ---- details ---- */

/* The English name first; the office's own behind it, where there is one. */
static void add_name(struct np_walk *walk, struct np_slice text)
{
    struct np_legal_event *event = np_legal_last(walk);
    bool original = np_slice_is(np_walk_attribute(walk, "event-description-type"), "original");
    legal_of(walk)->taken = true;
    if (np_slice_is(text, "[NO DESCRIPTION IN ORIGINAL LANGUAGE]"))
        return;
    if (!original && !event->name.n)
        event->name = text;
    else if (!np_slice_eq(text, event->name))
        np_legal_add(walk, NP_LEGAL_ORIGINAL, "", text);
}

static void set_national(struct np_walk *walk, struct np_slice text)
{
    legal_of(walk)->taken = true;
    np_legal_last(walk)->event.national = text;
    np_legal_add(walk, NP_LEGAL_NATIONAL, "", text);
}

static void set_state(struct np_walk *walk)
{
    struct np_legal_event *event = np_legal_last(walk);
    struct np_slice country = np_slice_trim(np_walk_attribute(walk, "country"));
    if (country.n)
        event->event.state = country;
}

static void open_state(struct np_walk *walk)
{
    struct np_legal_state *state =
        np_list_add(np_walk_arena(walk), &np_legal_last(walk)->states);
    state->country = np_slice_trim(np_walk_attribute(walk, "country"));
}

static void set_state_date(struct np_walk *walk, struct np_slice text)
{
    struct np_legal_event *event = np_legal_last(walk);
    bool lapsed = np_slice_is(np_walk_element(walk), "date-patent-lapsed");
    struct np_slice country = event->states.v[event->states.n - 1].country;
    event->states.v[event->states.n - 1].date = np_date_parse(text);
    legal_of(walk)->taken = true;
    np_legal_add(walk, NP_LEGAL_EFFECTIVE + 1, lapsed ? "Lapse DATE" : "Reinstatement DATE",
                 np_arena_printf(np_walk_arena(walk), "%.*s%s%.*s", NP_ARG(country),
                                 country.n ? " " : "", NP_ARG(text)));
}

/* Elements that are lines of OPS by another name. */
static const struct detail {
    const char *element;
    int line;
    const char *label;
} details[] = {
    { "text", NP_LEGAL_FREE_TEXT, "" },
    { "country", NP_LEGAL_REF_COUNTRY, "Country of Ref Document" },
    { "doc-number", NP_LEGAL_REF_NUMBER, "Ref Document Number" },
    { "kind", NP_LEGAL_REF_KIND, "Kind Code of Ref Document" },
    { "date", NP_LEGAL_REF_DATE, "DATE of Ref Document" },
    { "classification-symbol", NP_LEGAL_IPC, "IPC CLASSIFICATION" },
    { "fee-payment-date", NP_LEGAL_PAYMENT, "Payment DATE" },
    { "fee-payment-year", NP_LEGAL_FEE_YEAR, "Year of Fee Payment" },
    { NULL, 0, NULL }
};

static void add_detail(struct np_walk *walk, struct np_slice text)
{
    const struct detail *detail = details;
    while (detail->element && !np_slice_is(np_walk_element(walk), detail->element))
        detail++;
    legal_of(walk)->taken = true;
    if (detail->element)
        np_legal_add(walk, detail->line, detail->label, text);
}

static void add_designated(struct np_walk *walk, struct np_slice text)
{
    legal_of(walk)->taken = true;
    np_legal_join(walk, NP_LEGAL_DESIGNATED, "Designated State(s)", text);
}

static void add_extension(struct np_walk *walk, struct np_slice text)
{
    legal_of(walk)->taken = true;
    np_legal_join(walk, NP_LEGAL_EXTENSION, "Extension State(s)", text);
}

static void add_validation(struct np_walk *walk, struct np_slice text)
{
    legal_of(walk)->taken = true;
    np_legal_join(walk, NP_LEGAL_VALIDATION, "Validation States", text);
}

/* Whatever no row of its own takes, under its own name: the last elements of the tree. */
static void open_any(struct np_walk *walk)
{
    legal_of(walk)->is_leaf = true;
    legal_of(walk)->taken = false;
}

static void close_any(struct np_walk *walk, struct np_slice text)
{
    struct np_legal *legal = legal_of(walk);
    if (legal->is_leaf && !legal->taken)
        np_legal_add(walk, NP_LEGAL_OTHER,
                     np_arena_copy(np_walk_arena(walk), np_walk_element(walk)).p, text);
    legal->is_leaf = false;
}

static void set_ipr_type(struct np_walk *walk, struct np_slice text)
{
    legal_of(walk)->ipr_type = text;
}

#define ID "publication-reference|application-reference/document-id/"
#define E "legal-event/event-details/"

static const struct np_path bulk_paths[] = {
    { "publication-reference", open_publication, NULL },
    { "application-reference", np_docdb_open_reference, NULL },
    { "publication-reference/document-id", np_docdb_open_id, NULL },
    { "application-reference/document-id", np_docdb_open_application_id, NULL },
    { ID "country", NULL, np_docdb_set_office },
    { ID "doc-number", NULL, np_docdb_set_number },
    { ID "kind", NULL, np_docdb_set_kind },
    { ID "date", NULL, np_docdb_set_date },
    { "ipr-type", NULL, set_ipr_type },
    { "legal-event", open_event, NULL },
    { "legal-event/event-date", NULL, set_date },
    { "legal-event/event-date-effective", NULL, set_effective },
    { "legal-event/event-class", NULL, set_class },
    { "legal-event/event-code", NULL, set_code },
    { E "event-description", NULL, add_name },
    { E "text", NULL, add_detail },
    { E "event-reference/event-ref-kind/kind", NULL, add_detail },
    { E "event-reference//document-id/country|doc-number|kind|date", NULL, add_detail },
    { E "event-reference/event-ref-code", NULL, set_national },
    { E "designated-states/country", NULL, add_designated },
    { E "extension-states/country", NULL, add_extension },
    { E "validation-states/country", NULL, add_validation },
    { E "patent-classification/classification-symbol", NULL, add_detail },
    { E "fee-payment", set_state, NULL },
    { E "fee-payment/fee-payment-date|fee-payment-year", NULL, add_detail },
    { E "notification-of-lapse|notification-of-reinstatement", open_state, NULL },
    { E "notification-of-lapse|notification-of-reinstatement/"
        "date-patent-lapsed|date-patent-reinstated", NULL, set_state_date },
    { E "/*", open_any, close_any },
    { NULL, NULL, NULL }
};

/* ---- the document ---- */

/* Order within one exchange: deletions, new ones, amendments, as in DOCDB. */
static void set_action(struct np_walk *walk, struct np_record *record)
{
    struct np_slice status = np_walk_root_attribute(walk, "status");
    bool complete = np_slice_is(np_walk_envelope_attribute(walk, "complete-history"), "true");
    record->sequence = np_slice_is(status, "D") ? 1 : np_slice_is(status, "A") ? 3 : 2;
    if (np_slice_is(status, "D"))
        record->action = NP_DELETE;
    else if (complete)
        record->parts |= NP_PART_ALL_EVENTS;
    record->stated = np_date_parse(np_walk_envelope_attribute(walk, "date-of-exchange"));
    if (!record->stated)
        record->stated = np_date_parse(np_walk_envelope_attribute(walk, "date-produced"));
}

static enum np_status read_document(struct np_walk *walk, struct np_record *record,
                                    struct np_err *err)
{
    struct np_legal legal = { .ipr_type = NP_EMPTY };
    struct np_slice root = np_walk_document(walk)->root;
    if (np_slice_is(root, "legstat-package-index"))
        return np_fail_at(err, NP_PASS, "", np_walk_document(walk)->offset,
                          "index of a package of legal events");
    if (np_slice_is(root, "legal-status-documents"))
        return np_fail_at(err, NP_PASS, "", np_walk_document(walk)->offset,
                          "legal-status-documents without documents");
    enum np_status status = np_walk_run(walk, bulk_paths, &legal, err);
    if (status != NP_OK)
        return status;
    np_legal_take(walk, &legal);
    record->family = np_slice_trim(np_walk_root_attribute(walk, "family-id"));
    set_action(walk, record);
    return NP_OK;
}

static int fits(struct np_slice root, struct np_slice envelope)
{
    (void)envelope;
    return np_slice_is(root, "legal-status-document") ||
                   np_slice_is(root, "legal-status-documents") ||
                   np_slice_is(root, "legstat-package-index")
               ? 100 : 0;
}

const struct np_dialect np_dialect_legal_events = {
    .name = "legal-events",
    .says = "worldwide legal events (INPADOC) in bulk, and OPS answers of events alone",
    .sources = "EPO bulk data 14.11 (LEGSTAT), also by way of CNIPA; EPO OPS 3.2",
    .framing = { .root = "legal-status-documents", .record = { "legal-status-document" } },
    .fits = fits,
    .read = read_document,
};
