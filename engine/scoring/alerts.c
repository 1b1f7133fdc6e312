/* alerts.c -- what happened near ours, or is about to, as of the day (scoring.md, section 7.3).
 *
 * An alert has a day on which it became one, within alert_past months before as_of; its key holds what happened and
 * to whom, so that the same event is the same alert in whatever order the data came. Which of them were
 * told before is the store's to know.
 */
#include "threats.h"
#include "rows.h"

#include <nanopat/standards.h>

#include <stdlib.h>

enum kind { NEW_GRANT, NEW_XY, ENTRANT, LAPSED, DUE, FEE_DUE, DOOR_CLOSING, STANDARD, SUIT, KINDS };

static const struct { const char *name, *look_en, *look_zh; } kinds[KINDS] = {
    [NEW_GRANT] = { "new_grant", "compare its independent claims with the product; note the time limit of an opposition",
                    "将其独立权利要求与产品逐项比对; 注意异议或无效期限" },
    [NEW_XY] = { "new_xy", "read the report: which claims of ours does it meet; amend or narrow",
                 "阅读检索报告, 看涉及哪些权利要求; 考虑修改或限缩" },
    [ENTRANT] = { "entrant", "look at its first families and whom they cite",
                  "查看其首批专利族及所引文献" },
    [LAPSED] = { "lapsed", "is it wanted: ask for restoration while it can be had",
                 "确认是否需要保留; 在期限内请求恢复权利" },
    [DUE] = { "due", "the term ends: which newer families carry the product on",
              "期限将届满: 检查后续专利族是否覆盖产品" },
    [FEE_DUE] = { "fee_due", "pay the fee, or decide to let go", "按期缴纳年费, 或决定放弃" },
    [DOOR_CLOSING] = { "door_closing", "decide on filing there before the last day",
                       "在截止日前决定是否进入该市场" },
    [STANDARD] = { "standard", "compare the families near it; a party has to disclose",
                   "比对相近专利族; 参与方有披露义务" },
    [SUIT] = { "suit", "read the claim and look at its families near ours",
               "了解诉讼请求, 查看其与本方相近的专利族" },
};

struct alerting {
    const struct np_evaluation *run;
    struct row *row;
    np_date since; /* since < date <= as_of */
    struct threats threats;
    struct np_registry registry;
};

/* An alert being written; -1, empty, 0, NaN: nothing to say. */
struct alert {
    enum kind kind;
    np_date date, due;
    int enterprise;              /* ours */
    int64_t family, other;
    struct np_slice market, number, subfield, party;
    double overlap;
    bool by_symbols;
    char category;
    struct np_slice extra;       /* what tells it from others of the same day */
};

static const struct alert nothing = { .enterprise = -1, .family = -1, .other = -1, .overlap = NAN };

static bool is_new(const struct alerting *a, np_date date)
{
    return date > a->since && date <= a->run->as_of;
}

static struct np_slice key_of(const struct alerting *a, const struct alert *alert)
{
    const struct np_facts *facts = a->run->facts;
    struct np_slice ours = alert->enterprise >= 0 ? facts->enterprises.v[alert->enterprise].key : NP_EMPTY;
    struct np_slice family = alert->family >= 0 ? family_at(a->run, alert->family)->key : NP_EMPTY;
    struct np_slice other = alert->other >= 0 ? family_at(a->run, alert->other)->key : NP_EMPTY;

    return np_arena_printf(a->row->arena, "%s|%.*s|%.*s|%.*s|%.*s|%.*s|%.*s|%d", kinds[alert->kind].name,
                           NP_ARG(ours), NP_ARG(family), NP_ARG(other), NP_ARG(alert->market),
                           NP_ARG(alert->party), NP_ARG(alert->extra),
                           alert->due ? alert->due : alert->date);
}

static void say_why(const struct alert *alert, struct np_buf *b)
{
    if (!isnan(alert->overlap))
        note(b, "overlap %.3f by %s", alert->overlap, alert->by_symbols ? "symbols" : "claims");
    if (alert->category)
        note(b, "category %c", alert->category);
    switch (alert->kind) {
    case ENTRANT: note_date(b, "first family published", alert->date); break;
    case LAPSED: note(b, "%.*s", NP_ARG(alert->extra)); break;
    case DUE: note_date(b, "term ends", alert->due); break;
    case FEE_DUE: note_date(b, "fee paid to", alert->due); break;
    case DOOR_CLOSING: note(b, "%.*s", NP_ARG(alert->extra)); note_date(b, "last day", alert->due); break;
    default: break;
    }
}

static void put_alert(struct alerting *a, const struct alert *alert)
{
    const struct np_evaluation *run = a->run;
    struct row *row = a->row;
    struct np_buf why = { 0 };

    row_begin(row, ALERTS);
    row_text(row, "key", key_of(a, alert));
    row_text(row, "alert", np_slice_of(kinds[alert->kind].name));
    row_date(row, "date", alert->date);
    row_date(row, "due", alert->due);
    row_text(row, "market", alert->market);
    row_text(row, "number", alert->number);
    say_why(alert, &why);
    row_copy(row, "why", &why);
    row_real(row, "overlap", alert->overlap);
    if (alert->family >= 0) {
        row_text(row, "family", family_at(run, alert->family)->key);
        row_text(row, "title", title_of(run, family_at(run, alert->family), false));
        row_real(row, "core", is_core(run, alert->family) == 1);
    }
    if (alert->other >= 0) {
        row_text(row, "other_family", family_at(run, alert->other)->key);
        row_text(row, "other_title", title_of(run, family_at(run, alert->other), false));
        row_owners(run, row, alert->other, "other_owners", "other_countries");
    }
    row_text(row, "other_owners", alert->party);
    row_text(row, "subfield", alert->subfield.n ? alert->subfield
                              : alert->family >= 0 && run->states[alert->family].subfield >= 0
                                  ? np_slice_of(run->codes[run->states[alert->family].subfield])
                                  : NP_EMPTY);
    row_text(row, "look_en", np_slice_of(kinds[alert->kind].look_en));
    row_text(row, "look_zh", np_slice_of(kinds[alert->kind].look_zh));
    if (alert->enterprise >= 0)
        row_owner(run, row, alert->enterprise);
    row_put(row);
    np_buf_release(&why);
}

/* ---- rights of others ---- */

/* The publication of the grant; where only events tell of it, the first of the application. */
static struct np_slice number_of_grant(const struct np_evaluation *run, int64_t family,
                                       const struct right *right)
{
    const struct np_fact_family *f = family_at(run, family);

    for (size_t i = 0; i < f->members.n; i++) {
        const struct np_fact_light *p = light_at(run, f->members.v[i]);

        if (np_light_stage(p) == NP_GRANT && p->date == right->granted &&
            np_slice_eq(office_at(run, f->members.v[i]), right->office))
            return publication_at(run, f->members.v[i])->id;
    }
    return publication_at(run, right->publication)->id;
}

static void tell_grant(struct alerting *a, const struct threat *t, const struct market *market)
{
    const struct right *right = right_in(a->run, t->family, market->office);
    struct alert alert = nothing;

    if (!right || right->status != RIGHT_IN_FORCE || !is_new(a, right->granted) ||
        isnan(t->overlap) || t->overlap < a->run->scoring->lead_min)
        return;
    alert.kind = NEW_GRANT;
    alert.date = right->granted;
    alert.number = number_of_grant(a->run, t->family, right);
    alert.enterprise = a->threats.enterprise;
    alert.family = t->nearest;
    alert.other = t->family;
    alert.market = market->office;
    alert.overlap = t->overlap;
    alert.by_symbols = t->by_symbols;
    alert.category = t->category;
    put_alert(a, &alert);
}

static void tell_citation(struct alerting *a, int64_t ours, const struct np_fact_link *link)
{
    struct alert alert = nothing;

    if (link->self || !is_blocking(link) || !is_new(a, link->date) ||
        is_of_side(a->run, a->threats.groups, a->threats.enterprise, link->cited))
        return;
    alert.kind = NEW_XY;
    alert.date = link->date;
    alert.enterprise = a->threats.enterprise;
    alert.family = ours;
    alert.other = link->cited;
    alert.category = (char)link->strongest;
    alert.number = publication_at(a->run, family_at(a->run, link->cited)->reference)
                       ? publication_at(a->run, family_at(a->run, link->cited)->reference)->id
                       : NP_EMPTY;
    put_alert(a, &alert);
}

/* ---- our own rights ---- */

/* The day from which on a due date is an alert. */
static np_date warned_from(const struct alerting *a, np_date due)
{
    return np_date_add_months(due, -(int)a->run->scoring->alert_months);
}

static void tell_due(struct alerting *a, enum kind kind, int64_t family, const struct right *right,
                     np_date due)
{
    struct alert alert = nothing;

    if (!due || due % 100 == 0 || due < a->run->as_of || !is_new(a, warned_from(a, due)))
        return;
    alert.kind = kind;
    alert.date = warned_from(a, due);
    alert.due = due;
    alert.enterprise = a->threats.enterprise;
    alert.family = family;
    alert.market = right->office;
    alert.number = publication_at(a->run, right->publication)->id;
    alert.extra = alert.number;
    put_alert(a, &alert);
}

static void tell_right(struct alerting *a, int64_t family, const struct right *right)
{
    struct alert alert = nothing;

    if (right->status == RIGHT_IN_FORCE || right->status == RIGHT_PENDING)
        tell_due(a, DUE, family, right, right->expiry);
    if (right->status == RIGHT_IN_FORCE && right->legal)
        tell_due(a, FEE_DUE, family, right, right->legal->paid_to);
    /* A utility model given up for the invention of the same day is no loss. */
    if (right->status != RIGHT_DEAD || !is_new(a, right->dead) ||
        right->reason == effect_named("abandoned_for_twin"))
        return;
    alert.kind = LAPSED;
    alert.date = right->dead;
    alert.enterprise = a->threats.enterprise;
    alert.family = family;
    alert.market = right->office;
    alert.number = publication_at(a->run, right->publication)->id;
    alert.extra = np_arena_printf(a->threats.arena, "%.*s|%s", NP_ARG(alert.number),
                                  right->reason ? right->reason->name : "");
    put_alert(a, &alert);
}

static void tell_rights(struct alerting *a, int64_t family)
{
    size_t n;
    const struct right *rights = rights_of(a->run, family, &n);
    struct right *copy = np_malloc((n + 1) * sizeof *copy);

    if (n)
        memcpy(copy, rights, n * sizeof *copy);
    for (size_t i = 0; i < n && a->row->status == NP_OK; i++)
        if (!np_slice_is(copy[i].office, "WO")) /* lives on in the offices that it entered */
            tell_right(a, family, &copy[i]);
    free(copy);
}

static void tell_door(struct alerting *a, int64_t family, const struct market *market)
{
    const struct np_fact_family *f = family_at(a->run, family);
    bool pct = column_value(a->run, find_column(NP_S("pct")), family).value > 0;
    struct door door = door_of(market, f->priority, pct, np_light_type(light_at(a->run, f->reference)),
                               a->run->as_of);
    np_date from = door.until ? np_date_add_months(door.until, -(int)a->run->scoring->alert_door) : 0;
    struct alert alert = nothing;

    if ((door.kind != DOOR_PARIS && door.kind != DOOR_PCT) || !is_new(a, from))
        return;
    alert.kind = DOOR_CLOSING;
    alert.date = from;
    alert.due = door.until;
    alert.enterprise = a->threats.enterprise;
    alert.family = family;
    alert.market = market->office;
    alert.extra = np_slice_of(door_name(door.kind));
    put_alert(a, &alert);
}

/* ---- suits, entrants, standards ---- */

static bool owns_threat(const struct alerting *a, int enterprise, struct alert *alert)
{
    for (size_t i = 0; i < a->threats.list.n; i++) {
        const struct threat *t = &a->threats.list.v[i];
        const struct np_indexes *owners = &family_at(a->run, t->family)->enterprises;

        for (size_t k = 0; k < owners->n; k++)
            if (owners->v[k] == enterprise && (alert->other < 0 || t->overlap > alert->overlap)) {
                alert->overlap = t->overlap;
                alert->by_symbols = t->by_symbols;
                alert->other = t->family;
                alert->family = t->nearest;
            }
    }
    return alert->other >= 0;
}

static void tell_suits(struct alerting *a)
{
    const struct np_fact_imports *imports = &a->run->facts->imports;

    for (size_t i = 0; i < imports->suits.n && a->row->status == NP_OK; i++) {
        const struct np_fact_suit *suit = &imports->suits.v[i];
        struct alert alert = nothing;
        int plaintiff;

        if (!is_new(a, suit->filed) || !suit->plaintiff.n)
            continue;
        plaintiff = enterprise_named(a->run->facts, suit->plaintiff);
        if (plaintiff < 0 || !owns_threat(a, plaintiff, &alert))
            continue;
        alert.kind = SUIT;
        alert.date = suit->filed;
        alert.enterprise = a->threats.enterprise;
        alert.party = suit->plaintiff;
        alert.extra = np_arena_printf(a->threats.arena, "%.*s; %.*s", NP_ARG(suit->defendant),
                                      NP_ARG(suit->court));
        alert.number = alert.extra;
        put_alert(a, &alert);
    }
}

/* Its first family in a subfield where we have some. */
static void tell_entrants(struct alerting *a, const struct holdings *all)
{
    bool *ours = np_calloc(a->run->nsubfields + 1, sizeof *ours);

    for (size_t i = 0; i < all->portfolios.n; i++)
        if (is_local(a->run, all->portfolios.v[i].enterprise))
            ours[all->portfolios.v[i].subfield] = true;
    for (size_t i = 0; i < all->portfolios.n && a->row->status == NP_OK; i++) {
        const struct portfolio *p = &all->portfolios.v[i];
        int64_t first = p->families[0];
        struct alert alert = nothing;

        for (size_t k = 1; k < p->nfamilies; k++)
            if (family_at(a->run, p->families[k])->first_publication <
                family_at(a->run, first)->first_publication)
                first = p->families[k];
        if (!ours[p->subfield] || is_local(a->run, p->enterprise) ||
            !is_new(a, family_at(a->run, first)->first_publication))
            continue;
        alert.kind = ENTRANT;
        alert.date = family_at(a->run, first)->first_publication;
        alert.other = first;
        alert.subfield = np_slice_of(a->run->codes[p->subfield]);
        alert.party = a->run->facts->enterprises.v[p->enterprise].name;
        alert.extra = alert.subfield;
        alert.number = publication_at(a->run, family_at(a->run, first)->reference)->id;
        put_alert(a, &alert);
    }
    free(ours);
}

static void tell_edition(struct alerting *a, const struct np_registered *edition)
{
    const struct np_fact_imports *imports = &a->run->facts->imports;
    np_date published = edition->published ? edition->published : edition->year * 10000;
    int last = -1;

    if (!is_new(a, np_date_last(published)) && !is_new(a, published))
        return;
    for (size_t i = 0; i < imports->participations.n && a->row->status == NP_OK; i++) {
        const struct np_fact_participation *p = &imports->participations.v[i];
        struct alert alert = nothing;

        if (p->enterprise < 0 || p->enterprise == last || !np_slice_eq(p->number, edition->number))
            continue;
        last = p->enterprise;
        alert.kind = STANDARD;
        alert.date = published;
        alert.number = np_standard_dated(a->threats.arena, edition->standard, edition->year);
        alert.extra = alert.number;
        alert.party = a->run->facts->enterprises.v[p->enterprise].name;
        alert.enterprise = is_local(a->run, p->enterprise) ? p->enterprise : -1;
        alert.subfield = edition->subfields;
        put_alert(a, &alert);
    }
}

/* ---- the whole ---- */

static void tell_enterprise(struct alerting *a, int enterprise)
{
    const struct np_scoring *scoring = a->run->scoring;
    const struct np_indexes *families = &a->run->facts->enterprises.v[enterprise].families;

    gather_threats(&a->threats, enterprise);
    for (size_t i = 0; i < a->threats.list.n && a->row->status == NP_OK; i++)
        for (size_t k = 0; k < scoring->markets.n; k++)
            if (is_minded(&scoring->markets.v[k]))
                tell_grant(a, &a->threats.list.v[i], &scoring->markets.v[k]);
    for (size_t i = 0; i < families->n && a->row->status == NP_OK; i++) {
        const struct np_fact_family *f = family_at(a->run, families->v[i]);

        if (!f->hits.n)
            continue;
        for (size_t k = 0; k < f->cites.n; k++)
            tell_citation(a, families->v[i], &a->run->facts->links.v[f->cites.v[k]]);
        tell_rights(a, families->v[i]);
        for (size_t k = 0; k < scoring->markets.n && is_core(a->run, families->v[i]) == 1; k++)
            if (scoring->markets.v[k].target &&
                standing_in(a->run, families->v[i], scoring->markets.v[k].office) == STANDS_NOT)
                tell_door(a, families->v[i], &scoring->markets.v[k]);
    }
    tell_suits(a);
}

void put_alerts(const struct np_evaluation *run, const struct holdings *all,
                const struct overlaps *overlaps, struct row *row)
{
    int *groups = groups_of_enterprises(run);
    struct alerting a = { .run = run, .row = row };

    a.since = np_date_add_months(run->as_of, -(int)run->scoring->alert_past);
    threats_begin(&a.threats, run, overlaps, groups);
    for (size_t i = 0; i < all->enterprises.n && row->status == NP_OK; i++)
        if (all->enterprises.v[i].local)
            tell_enterprise(&a, all->enterprises.v[i].number);
    tell_entrants(&a, all);
    np_registry_merge(&run->scoring->registry, &run->facts->imports, a.threats.arena, &a.registry);
    for (size_t i = 0; i < a.registry.list.n && row->status == NP_OK; i++)
        tell_edition(&a, &a.registry.list.v[i]);
    threats_end(&a.threats);
    free(groups);
}
