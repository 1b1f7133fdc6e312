/* rows.c -- portfolios, enterprises and subfields as rows. */
#include "rows.h"

#include <stdlib.h>

enum { TOP_FAMILIES = 5, NAMES_MAX = 50 };

void put_measures(struct row *row, const void *whole, const struct np_measure *measures)
{
    for (; measures->name; measures++)
        row_real(row, measures->name, measure_value(whole, measures));
}

/* ---- portfolios ---- */

static const char *kind_name(enum np_party_kind kind)
{
    switch (kind) {
    case NP_COMPANY: return "company";
    case NP_UNIVERSITY: return "university";
    case NP_INSTITUTE: return "institute";
    case NP_HOSPITAL: return "hospital";
    case NP_PERSON: return "person";
    default: return "other";
    }
}

/* "A|1.8", "A|1.8#2", "A|1.8#rest"; of a consortium "consortium A|1.8". */
struct np_slice portfolio_key(const struct np_evaluation *run, const struct portfolio *p,
                              struct np_arena *arena)
{
    bool own = p->consortium < 0;
    struct np_slice owner = own ? run->facts->enterprises.v[p->enterprise].key
                                : run->scoring->consortia.v[p->consortium];
    struct np_slice whole = np_arena_printf(arena, "%s%.*s|%s", own ? "" : "consortium ",
                                            NP_ARG(owner), run->codes[p->subfield]);

    if (!p->whole)
        return whole;
    return p->part ? np_arena_printf(arena, "%.*s#%d", NP_ARG(whole), p->part)
                   : np_arena_printf(arena, "%.*s#rest", NP_ARG(whole));
}

static void row_seat(const struct np_evaluation *run, struct row *row, int enterprise)
{
    const struct seat *seat = &run->seats[enterprise];
    const struct np_place *city = place_of(run, &seat->city);
    const struct np_place *district = place_of(run, &seat->district);
    const struct evidence *evidence = district ? &seat->district : &seat->city;
    struct np_buf b = { 0 };

    row_text(row, "city", city_of(run, enterprise));
    row_text(row, "city_en", city ? city->en : city_of(run, enterprise));
    row_text(row, "district", district_of(run, enterprise));
    row_text(row, "district_en", district ? district->en : NP_EMPTY);
    row_text(row, "district_code", district ? district->code : NP_EMPTY);
    row_text(row, "place_by", np_slice_of(np_place_by_name(evidence->by)));
    say_evidence(run, evidence, &b);
    row_copy(row, "place_evidence", &b);
    row_real(row, "local", seat->local);
    np_buf_release(&b);
}

void row_owner(const struct np_evaluation *run, struct row *row, int enterprise)
{
    const struct np_fact_enterprise *e = &run->facts->enterprises.v[enterprise];

    row_text(row, "enterprise", e->name);
    row_text(row, "enterprise_key", e->key);
    row_text(row, "kind", np_slice_of(kind_name(e->kind)));
    row_text(row, "country", e->country);
    row_seat(run, row, enterprise);
}

void row_holding(const struct np_evaluation *run, struct row *row, const struct holding *h)
{
    struct np_buf warnings = { 0 };

    put_measures(row, h, np_holding_measures);
    say_warnings(run->scoring, h, &warnings);
    row_copy(row, "warnings", &warnings);
    np_buf_release(&warnings);
    row_date(row, "first_filing", h->first_filing);
    row_date(row, "last_filing", h->last_filing);
}

/* Place and country of a consortium are its lead's. */
static void row_consortium(const struct np_evaluation *run, struct row *row,
                           const struct portfolio *p)
{
    struct np_buf members = { 0 };

    if (p->consortium < 0)
        return;
    say_members(run, p->consortium, p->subfield, &members);
    row_text(row, "enterprise", run->scoring->consortia.v[p->consortium]);
    row_text(row, "enterprise_key",
             np_arena_printf(row->arena, "consortium %.*s",
                             NP_ARG(run->scoring->consortia.v[p->consortium])));
    row_text(row, "kind", NP_S("consortium"));
    row_copy(row, "members", &members);
    np_buf_release(&members);
}

static void row_split(const struct np_evaluation *run, struct row *row, const struct portfolio *p)
{
    if (p->nparts)
        row_real(row, "split", (double)p->nparts);
    if (p->whole)
        row_text(row, "part_of", portfolio_key(run, p->whole, row->arena));
    if (p->whole)
        row_text(row, "part", p->part ? np_arena_printf(row->arena, "%d", p->part) : NP_S("rest"));
    if (p->joined >= 0)
        row_text(row, "consortium", run->scoring->consortia.v[p->joined]);
}

static void row_theme(const struct np_evaluation *run, struct row *row, const struct portfolio *p)
{
    struct theme theme = theme_of(run, p);

    row_text(row, "theme", theme.symbol);
    row_real(row, "theme_families", theme.families);
    if (theme.core < 0)
        return;
    row_text(row, "theme_family", family_at(run, theme.core)->key);
    row_text(row, "theme_title", title_of(run, family_at(run, theme.core), false));
}

static void put_portfolio(const struct np_evaluation *run, const struct portfolio *p,
                          struct row *row)
{
    struct np_buf missing = { 0 };

    row_begin(row, PORTFOLIOS);
    row_text(row, "key", portfolio_key(run, p, row->arena));
    row_text(row, "subfield", np_slice_of(run->codes[p->subfield]));
    row_owner(run, row, p->enterprise);
    row_consortium(run, row, p);
    row_holding(run, row, &p->h);
    put_measures(row, p, np_portfolio_measures);
    row_real(row, "score", p->score);
    row_real(row, "coverage", p->coverage);
    row_real(row, "rank", p->rank);
    row_real(row, "rank_in_subfield", p->rank_in_subfield);
    row_real(row, "rank_in_city", p->rank_in_city);
    row_real(row, "listed", p->listed);
    row_split(run, row, p);
    row_theme(run, row, p);
    say_missing(run, p, &missing);
    row_copy(row, "missing", &missing);
    row_put(row);
    np_buf_release(&missing);
}

static void put_member(const struct np_evaluation *run, const struct portfolio *p, size_t at,
                       struct row *row)
{
    int64_t family = p->families[at];
    const struct np_fact_family *f = family_at(run, family);
    const struct state *state = &run->states[family];
    const char *role = state->status < RIGHT_PENDING ? "inactive"
                       : is_core(run, family) == 1   ? "core"
                                                     : "satellite";

    row_begin(row, PORTFOLIO_FAMILIES);
    row_text(row, "portfolio", portfolio_key(run, p, row->arena));
    row_text(row, "family", f->key);
    row_text(row, "role", np_slice_of(role));
    row_real(row, "hv", column_value(run, (int)run->nindicators + HV, family).value);
    row_text(row, "status", np_slice_of(status_name(state->status, state->presumed)));
    row_text(row, "title", title_of(run, f, false));
    row_text(row, "reference", publication_at(run, f->reference)->id);
    row_date(row, "filing", f->filing);
    row_real(row, "competitive_impact",
             column_value(run, find_column(NP_S("competitive_impact")), family).value);
    if (p->whole)
        row_text(row, "part_of", portfolio_key(run, p->whole, row->arena));
    if (p->why)
        row_text(row, "joined_by", p->why[at]);
    row_put(row);
}

/* Families stand under the parts of what is split, so each of an owner stands once. */
void put_portfolios(const struct np_evaluation *run, const struct holdings *all, struct row *row)
{
    for (size_t i = 0; i < all->nrows && row->status == NP_OK; i++) {
        const struct portfolio *p = all->rows[i];

        put_portfolio(run, p, row);
        for (size_t k = 0; k < p->nfamilies && !p->nparts; k++)
            put_member(run, p, k, row);
    }
}

/* ---- enterprises ---- */

struct topped { double hv; int64_t family; };

static int compare_topped(const void *left, const void *right)
{
    const struct topped *a = left, *b = right;

    if (a->hv != b->hv)
        return a->hv > b->hv ? -1 : 1;
    return (a->family > b->family) - (a->family < b->family);
}

/* Reference members of the families with the highest scores. */
static void row_top_families(const struct np_evaluation *run, struct row *row,
                             const struct np_fact_enterprise *e)
{
    struct topped *v = np_malloc((e->families.n + 1) * sizeof *v);
    struct np_buf b = { 0 };
    size_t n = 0;

    for (size_t i = 0; i < e->families.n; i++) {
        double hv = column_value(run, (int)run->nindicators + HV, e->families.v[i]).value;

        if (!isnan(hv))
            v[n++] = (struct topped){ hv, e->families.v[i] };
    }
    if (n)
        qsort(v, n, sizeof *v, compare_topped);
    for (size_t i = 0; i < n && i < TOP_FAMILIES; i++)
        append_text(&b, " ", publication_at(run, family_at(run, v[i].family)->reference)->id);
    row_copy(row, "top_families", &b);
    np_buf_release(&b);
    free(v);
}

/* A name stands once, in however many cities. */
static void row_names(struct row *row, const struct np_fact_enterprise *e)
{
    struct np_buf b = { 0 };
    size_t n = 0;

    for (size_t i = 0; i < e->names.n; i++)
        if ((!i || !np_slice_eq(e->names.v[i].name, e->names.v[i - 1].name)) && n++ < NAMES_MAX)
            append_text(&b, "; ", e->names.v[i].name);
    if (n > NAMES_MAX)
        np_buf_printf(&b, "; and %zu more", n - NAMES_MAX);
    row_copy(row, "names", &b);
    np_buf_release(&b);
}

static void row_said(struct row *row, const struct np_evaluation *run, const struct enterprise *e,
                     const char *column, bool zh,
                     void (*say)(const struct np_scoring *, const struct enterprise *, bool,
                                 struct np_buf *))
{
    struct np_buf b = { 0 };

    say(run->scoring, e, zh, &b);
    row_copy(row, column, &b);
    np_buf_release(&b);
}

/* By the rules; what is decided stands beside it. */
static void row_decision(struct row *row, const struct np_evaluation *run,
                         const struct enterprise *e)
{
    const struct decision *d = &e->decision;

    if (e->proposed >= 0) {
        row_text(row, "tier_proposed", run->scoring->tiers.v[e->proposed].tier);
        row_text(row, "tier_proposed_zh", run->scoring->tiers.v[e->proposed].zh);
    }
    row_text(row, "tier_by", d->by && d->tier != -1 ? np_slice_of(d->by)
                             : e->proposed >= 0     ? NP_S("rule") : NP_EMPTY);
    if (!d->by)
        return;
    row_text(row, "decided", d->typed);
    row_text(row, "decided_by", d->who);
    row_date(row, "decided_on", d->date);
    row_text(row, "decided_reason", d->reason);
    row_text(row, "decision_fault", np_slice_of(decision_fault(d)));
    row_text(row, "decision_source", np_arena_printf(row->arena, "%.*s line %d",
                                                     NP_ARG(d->place->list), d->place->line));
}

static void row_tier(const struct np_evaluation *run, struct row *row, const struct enterprise *e)
{
    struct np_buf b = { 0 };
    int last = (int)run->scoring->tiers.n - 1;

    if (e->tier >= 0) {
        row_text(row, "tier", run->scoring->tiers.v[e->tier].tier);
        row_text(row, "tier_zh", run->scoring->tiers.v[e->tier].zh);
        row_text(row, "tier_en", run->scoring->tiers.v[e->tier].en);
        row_real(row, "tier_rank", tier_rank(run->scoring, e->tier));
    } else if (e->tier == TIER_OFF) {
        row_text(row, "tier", NP_S("none"));
        row_text(row, "tier_zh", NP_S("不列入"));
        row_text(row, "tier_en", NP_S("Off the list"));
        row_real(row, "tier_rank", tier_rank(run->scoring, last) + 1);
    }
    row_decision(row, run, e);
    say_tier(run->scoring, e, &b);
    row_copy(row, "tier_numbers", &b);
    np_buf_reset(&b);
    say_next(run->scoring, e, &b);
    row_copy(row, "next", &b);
    np_buf_release(&b);
    row_said(row, run, e, "why_zh", true, say_tier_words);
    row_said(row, run, e, "why_en", false, say_tier_words);
    row_said(row, run, e, "next_zh", true, say_next_words);
    row_said(row, run, e, "next_en", false, say_next_words);
    row_said(row, run, e, "step_zh", true, say_step);
    row_said(row, run, e, "step_en", false, say_step);
}

static void put_enterprise(const struct np_evaluation *run, const struct enterprise *e,
                           struct row *row)
{
    const struct np_fact_enterprise *fact = &run->facts->enterprises.v[e->number];

    row_begin(row, ENTERPRISES);
    row_text(row, "key", fact->key);
    row_text(row, "name", fact->name);
    row_text(row, "address", fact->address);
    row_owner(run, row, e->number);
    row_names(row, fact);
    row_tier(run, row, e);
    if (e->class_ >= 0)
        row_text(row, "class", np_slice_of(run->codes[e->class_]));
    if (e->best_rta_subfield >= 0)
        row_text(row, "best_rta_subfield", np_slice_of(run->codes[e->best_rta_subfield]));
    row_top_families(run, row, fact);
    row_holding(run, row, &e->h);
    put_measures(row, e, np_enterprise_measures);
    row_put(row);
}

void put_enterprises(const struct np_evaluation *run, const struct holdings *all, struct row *row)
{
    for (size_t i = 0; i < all->enterprises.n && row->status == NP_OK; i++)
        put_enterprise(run, &all->enterprises.v[i], row);
}

/* ---- subfields ---- */

void put_subfields(const struct np_evaluation *run, const struct holdings *all, struct row *row)
{
    for (size_t i = 0; i < run->nsubfields && row->status == NP_OK; i++) {
        row_begin(row, SUBFIELDS);
        row_text(row, "code", np_slice_of(run->codes[i]));
        put_measures(row, &all->subfields[i], np_subfield_measures);
        row_put(row);
    }
}

/* ---- our city ---- */

static double target(double setting)
{
    return setting > 0 ? setting : NAN;
}

void put_city(const struct np_evaluation *run, const struct holdings *all, struct row *row)
{
    struct np_buf name = { 0 };
    struct city city;

    measure_city(run, all, &city);
    if (run->scoring->home >= 0)
        np_buf_puts_slice(&name, np_places_at(run->scoring->places, run->scoring->home)->zh);
    row_begin(row, CITY);
    row_copy(row, "city", &name);
    row_date(row, "as_of", run->as_of);
    put_measures(row, &city, np_city_measures);
    row_real(row, "plan_listed_target", target(run->scoring->plan_listed));
    row_real(row, "plan_unicorn_target", target(run->scoring->plan_unicorn));
    row_real(row, "plan_gazelle_target", target(run->scoring->plan_gazelle));
    row_real(row, "population", run->scoring->population > 0 ? run->scoring->population : NAN);
    row_put(row);
    np_buf_release(&name);
}
