/* list_rows.c -- what officers and vendors know, row by row, and where a vendor contradicts an office.
 *
 * A conflict changes nothing: the office's word stands, and somebody looks at it.
 */
#include "exports.h"
#include "rows.h"

#include <nanopat/credit_code.h>
#include <nanopat/spelling.h>

static void row_place(struct row *row, const struct np_fact_place *place)
{
    row_text(row, "list", place->list);
    row_text(row, "sheet", place->sheet);
    row_real(row, "line", place->line);
}

/* -1: not known. */
static double known(int value)
{
    return value < 0 ? NAN : value;
}

/* ---- the enterprise library ---- */

static void row_names(struct row *row, const struct np_fact_library *e)
{
    struct np_buf b = { 0 };

    for (size_t i = 0; i < e->aliases.n; i++)
        np_buf_printf(&b, "%s%.*s", i ? "; " : "", NP_ARG(e->aliases.v[i]));
    row_copy(row, "aliases", &b);
    np_buf_release(&b);
}

static void row_flags(struct row *row, const struct np_fact_library *e)
{
    row_real(row, "listed", known(e->listed));
    row_real(row, "unicorn", known(e->unicorn));
    row_real(row, "gazelle", known(e->gazelle));
    row_real(row, "leader", known(e->leader));
    row_real(row, "high_tech", known(e->high_tech));
    row_real(row, "little_giant", known(e->little_giant));
    row_real(row, "specialised_sme", known(e->specialised_sme));
}

static void row_credit_code(struct row *row, struct np_slice code)
{
    row_text(row, "credit_code", code);
    if (code.n == NP_CREDIT_CODE_BYTES)
        row_real(row, "credit_code_good", np_credit_code_check(code) == code.p[code.n - 1]);
}

void put_library(const struct np_evaluation *run, struct row *row)
{
    const struct np_fact_imports *imports = &run->facts->imports;

    for (size_t i = 0; i < imports->library.n && row->status == NP_OK; i++) {
        const struct np_fact_library *e = &imports->library.v[i];

        row_begin(row, LIBRARY);
        row_text(row, "name", e->name);
        if (e->enterprise >= 0)
            row_text(row, "enterprise_key", run->facts->enterprises.v[e->enterprise].key);
        row_names(row, e);
        row_credit_code(row, e->credit_code);
        row_text(row, "city", e->city);
        row_text(row, "district", e->district);
        row_text(row, "tier", e->tier);
        row_text(row, "subfield", e->subfields);
        row_text(row, "markets", e->markets);
        row_text(row, "product", e->product);
        row_text(row, "stock_code", e->stock_code);
        row_flags(row, e);
        row_real(row, "year", e->year ? e->year : NAN);
        for (size_t k = 0; k < e->values.n; k++)
            row_real(row, np_arena_copy(row->arena, e->values.v[k].column).p,
                     e->values.v[k].value);
        row_place(row, &e->place);
        row_put(row);
    }
}

/* ---- exports ---- */

/* The right of a publication; NULL where its family is not known. */
static const struct right *right_of(const struct np_evaluation *run, int64_t publication)
{
    const struct np_fact_light *p = light_at(run, publication);
    size_t n;
    const struct right *rights;

    if (p->family < 0)
        return NULL;
    rights = rights_of(run, p->family, &n);
    for (size_t i = 0; i < n; i++)
        if (rights[i].publication == publication ||
            ((p->bits & NP_FACT_NUMBERED) &&
             light_at(run, rights[i].publication)->same == p->same))
            return &rights[i];
    return NULL;
}

static void row_validity(struct row *row, const struct np_fact_export *e)
{
    enum right_status status;
    struct status_word word;

    if (!export_status(e, &status))
        return;
    word = status_word(status, false, NULL);
    row_text(row, "validity", np_slice_of(word.name));
    row_text(row, "validity_zh", np_slice_of(word.zh));
}

/* The joined publication as the store has it. */
static void row_publication(const struct np_evaluation *run, struct row *row,
                            const struct np_fact_export *e)
{
    const struct np_fact_light *p = light_at(run, e->patent.publication);

    row_text(row, "id", e->id);
    if (p->family >= 0)
        row_text(row, "family", family_at(run, p->family)->key);
}

static void put_export(const struct np_evaluation *run, const struct np_fact_export *e,
                       const struct right *right, struct row *row)
{
    row_begin(row, EXPORTS);
    row_publication(run, row, e);
    row_text(row, "vendor", np_slice_of(e->vendor));
    row_validity(row, e);
    row_text(row, "status_text", e->status_text);
    if (e->validity != NP_VALIDITY_UNKNOWN)
        row_real(row, "counts", right && right->by_export && right->export == e);
    row_real(row, "transfers", known(e->transfers));
    row_real(row, "licences", known(e->licences));
    row_real(row, "pledges", known(e->pledges));
    row_real(row, "suits", known(e->suits));
    row_real(row, "invalidations", known(e->invalidations));
    row_text(row, "pledgee", e->pledgee);
    row_text(row, "licensee", e->licensee);
    row_text(row, "plaintiff", e->plaintiff);
    row_text(row, "defendant", e->defendant);
    row_text(row, "requester", e->requester);
    row_text(row, "standards", e->standards);
    row_text(row, "applicants", e->applicants);
    row_text(row, "owners", e->owners);
    row_text(row, "credit_codes", e->credit_codes);
    if (e->credit_codes.n)
        row_real(row, "code_counts", e->code_counts);
    row_text(row, "number", e->patent.number);
    row_place(row, &e->place);
    row_put(row);
}

void put_exports(const struct np_evaluation *run, struct row *row)
{
    const struct np_fact_imports *imports = &run->facts->imports;

    for (size_t i = 0; i < imports->exports.n && row->status == NP_OK; i++)
        if (imports->exports.v[i].patent.publication >= 0)
            put_export(run, &imports->exports.v[i],
                       right_of(run, imports->exports.v[i].patent.publication), row);
}

/* ---- conflicts ---- */

static void put_conflict(const struct np_evaluation *run, const struct np_fact_export *e,
                         const char *what, const char *zh, struct np_slice office,
                         struct np_slice vendor, struct np_slice decided_by, struct row *row)
{
    row_begin(row, CONFLICTS);
    row_publication(run, row, e);
    row_text(row, "what", np_slice_of(what));
    row_text(row, "what_zh", np_slice_of(zh));
    row_text(row, "office", np_arena_copy(row->arena, office));
    row_text(row, "vendor_says", np_arena_copy(row->arena, vendor));
    row_text(row, "vendor", np_slice_of(e->vendor));
    row_text(row, "decided_by", np_arena_copy(row->arena, decided_by));
    row_place(row, &e->place);
    row_put(row);
}

static struct np_slice date_text(struct np_arena *arena, np_date date)
{
    struct np_buf b = { 0 };
    struct np_slice text;

    np_date_put(&b, date);
    text = np_arena_copy(arena, np_buf_slice(&b));
    np_buf_release(&b);
    return text;
}

/* A day less exact than the other, 2021 and 2021-05-04, contradicts nothing. */
static bool differ(np_date a, np_date b)
{
    int exact = a % 100 && b % 100 ? 1 : a / 100 % 100 && b / 100 % 100 ? 100 : 10000;

    return a && b && a / exact != b / exact;
}

static void compare_date(const struct np_evaluation *run, const struct np_fact_export *e,
                         const char *what, const char *zh, np_date office, np_date vendor,
                         struct row *row)
{
    if (differ(office, vendor))
        put_conflict(run, e, what, zh, date_text(run->scratch, office),
                     date_text(run->scratch, vendor), NP_EMPTY, row);
}

/* "CN CF01 2020-06-26" */
static struct np_slice event_text(struct np_arena *arena, const struct right *right)
{
    const struct told_event *by = right->legal ? right->legal->decided_by : NULL;

    if (!by)
        return NP_EMPTY;
    return np_arena_printf(arena, "%.*s %.*s %.*s", NP_ARG(by->event->office),
                           NP_ARG(by->event->code), NP_ARG(date_text(arena, by->event->date)));
}

/* Against what a source says, the law ends or a grant shows; a status that is presumed says nothing. */
static void compare_status(const struct np_evaluation *run, const struct np_fact_export *e,
                           const struct right *right, struct row *row)
{
    enum right_status vendor;
    struct status_word office = status_word(right->status, right->presumed, right->reason);
    struct np_slice says;

    if (right->by_export || right->status == RIGHT_UNKNOWN || !export_status(e, &vendor) ||
        vendor == right->status)
        return;
    says = np_arena_printf(run->scratch, "%s%s%.*s", status_word(vendor, false, NULL).name,
                           e->status_text.n ? ", " : "", NP_ARG(e->status_text));
    put_conflict(run, e, "status", "法律状态", np_slice_of(office.name), says,
                 event_text(run->scratch, right), row);
}

/* One spelling of both; what cannot be read contradicts nothing. */
static void compare_application(const struct np_evaluation *run, const struct np_fact_export *e,
                                struct row *row)
{
    const struct np_fact_publication *p = publication_at(run, e->patent.publication);
    struct np_arena *arena = run->scratch;
    struct np_spelling typed;
    struct np_slice own;

    if (!p || !p->application.number.n || !e->application.n ||
        !np_spelling_read(arena, e->application, &typed))
        return;
    own = np_application_form(arena, &p->application);
    for (size_t i = 0; i < typed.applications.n; i++)
        if (np_slice_eq(np_application_form(arena, &typed.applications.v[i]), own) ||
            np_slice_eq(typed.applications.v[i].number, p->application.number))
            return;
    if (typed.applications.n && !typed.pct.n)
        put_conflict(run, e, "application", "申请号",
                     np_arena_printf(arena, "%.*s%.*s", NP_ARG(p->application.office),
                                     NP_ARG(p->application.number)),
                     e->application, NP_EMPTY, row);
}

static int burdens_so_far(const struct legal_status *legal, enum burden_kind kind)
{
    int n = 0;

    for (size_t i = 0; i < legal->burdens.n; i++)
        n += legal->burdens.v[i].kind == kind;
    return n;
}

/* How often so far, where a source of events and the vendor both count. */
static void compare_counts(const struct np_evaluation *run, const struct np_fact_export *e,
                           const struct legal_status *legal, struct row *row)
{
    const struct { const char *what, *zh; int office, vendor; } counts[] = {
        { "transfers", "转让次数", legal->transfers, e->transfers },
        { "licences", "许可次数", burdens_so_far(legal, LICENCE), e->licences },
        { "pledges", "质押次数", burdens_so_far(legal, PLEDGE), e->pledges },
    };

    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        if (counts[i].vendor >= 0 && counts[i].vendor != counts[i].office)
            put_conflict(run, e, counts[i].what, counts[i].zh,
                         np_arena_printf(run->scratch, "%d", counts[i].office),
                         np_arena_printf(run->scratch, "%d", counts[i].vendor), NP_EMPTY, row);
}

static void compare_export(const struct np_evaluation *run, const struct np_fact_export *e,
                           struct row *row)
{
    const struct np_fact_light *p = light_at(run, e->patent.publication);
    const struct right *right = right_of(run, e->patent.publication);

    if (right)
        compare_status(run, e, right, row);
    compare_date(run, e, "filed", "申请日", p->filing, e->filed, row);
    if (right && !right->by_export)
        compare_date(run, e, "granted", "授权公告日", right->granted, e->granted, row);
    if (right && right->has_events && right->legal)
        compare_counts(run, e, right->legal, row);
    compare_application(run, e, row);
    np_arena_reset(run->scratch);
}

void put_conflicts(const struct np_evaluation *run, struct row *row)
{
    const struct np_fact_imports *imports = &run->facts->imports;

    for (size_t i = 0; i < imports->exports.n && row->status == NP_OK; i++)
        if (imports->exports.v[i].patent.publication >= 0)
            compare_export(run, &imports->exports.v[i], row);
}
