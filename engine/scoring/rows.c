/* rows.c -- families, portfolios, enterprises and subfields as rows. */
#include "rows.h"

#include <stdlib.h>

enum { TOP_FAMILIES = 5, NAMES_MAX = 50 };

static const struct np_fact_publication *publication(const struct np_evaluation *run, int64_t i)
{
    return &run->facts->publications.v[i];
}

static void put_measures(struct row *row, const void *whole, const struct np_measure *measures)
{
    for (; measures->name; measures++)
        row_real(row, measures->name, measure_value(whole, measures));
}

static void append(struct np_buf *b, const char *between, struct np_slice text)
{
    if (b->n && text.n)
        np_buf_puts(b, between);
    np_buf_puts_slice(b, text);
}

/* ---- families ---- */

/* The best title: of the reference member, else of any. */
static struct np_slice title_of(const struct np_evaluation *run, const struct np_fact_family *f,
                                bool english)
{
    struct np_slice title = NP_EMPTY;

    for (size_t i = 0; i <= f->members.n && !title.n; i++) {
        const struct np_fact_publication *p =
            publication(run, i == 0 ? f->reference : f->members.v[i - 1]);

        title = english ? p->title_en : p->title;
    }
    return title;
}

static void row_lists(const struct np_evaluation *run, struct row *row,
                      const struct np_fact_family *f)
{
    struct np_buf members = { 0 }, subfields = { 0 }, names = { 0 }, keys = { 0 };

    for (size_t i = 0; i < f->members.n; i++)
        append(&members, " ", publication(run, f->members.v[i])->id);
    for (size_t i = 0; i < f->hits.n; i++)
        if (f->hits.v[i].subfield >= 0 && (size_t)f->hits.v[i].subfield < run->nsubfields)
            append(&subfields, " ", np_slice_of(run->codes[f->hits.v[i].subfield]));
    for (size_t i = 0; i < f->enterprises.n; i++) {
        append(&names, "; ", run->facts->enterprises.v[f->enterprises.v[i]].name);
        append(&keys, "; ", run->facts->enterprises.v[f->enterprises.v[i]].key);
    }
    row_copy(row, "members", &members);
    row_copy(row, "subfields", &subfields);
    row_copy(row, "enterprises", &names);
    row_copy(row, "enterprise_keys", &keys);
    np_buf_release(&members);
    np_buf_release(&subfields);
    np_buf_release(&names);
    np_buf_release(&keys);
}

static void row_rights(const struct np_evaluation *run, struct row *row, int64_t family)
{
    const struct state *state = &run->states[family];
    const struct np_fact_publication *reference =
        publication(run, run->facts->families.v[family].reference);
    struct np_buf offices = { 0 };
    np_date expiry = 0;
    size_t n;
    const struct right *rights = rights_of(run, family, &n);

    for (size_t i = 0; i < n; i++) {
        bool again = false;

        for (size_t k = 0; k < i; k++)
            again = again || np_slice_eq(rights[k].office, rights[i].office);
        if (!again)
            append(&offices, " ", rights[i].office);
        if (rights[i].status == state->status && rights[i].expiry > expiry)
            expiry = rights[i].expiry;
        if (np_slice_eq(rights[i].office, reference->office) && rights[i].granted &&
            np_slice_eq(publication(run, rights[i].publication)->application.number,
                        reference->application.number))
            row_date(row, "grant_date", rights[i].granted);
    }
    row_copy(row, "offices", &offices);
    row_date(row, "expiry", expiry);
    row_text(row, "status", np_slice_of(status_name(state->status, state->presumed)));
    row_real(row, "presumed", state->presumed);
    row_real(row, "pta_unknown", state->pta_unknown);
    np_buf_release(&offices);
}

/* Offices by what the family is there; of a European patent the states, as far as known. */
static const struct { const char *column; enum right_status status; bool presumed; } places[] = {
    { "in_force_in", RIGHT_IN_FORCE, false }, { "presumed_in", RIGHT_IN_FORCE, true },
    { "pending_in", RIGHT_PENDING, false },   { "dead_in", RIGHT_DEAD, false },
    { "unknown_in", RIGHT_UNKNOWN, false },
};

static void append_place(struct np_buf *b, const struct right *right, enum right_status status,
                         bool presumed)
{
    const struct legal_status *legal = right->legal;
    size_t from;

    if (legal && legal->states.n && right->status == RIGHT_IN_FORCE) {
        from = b->n;
        for (size_t i = 0; i < legal->states.n; i++) {
            const struct state_status *s = &legal->states.v[i];

            if (s->standing == status && (status != RIGHT_IN_FORCE || s->presumed == presumed))
                np_buf_printf(b, "%s%.*s:%.*s", b->n > from || from ? " " : "",
                              NP_ARG(right->office), NP_ARG(s->state));
        }
    } else if (right->status == status && (status != RIGHT_IN_FORCE || right->presumed == presumed)) {
        append(b, " ", right->office);
    }
}

static void row_places(const struct np_evaluation *run, struct row *row, int64_t family)
{
    struct np_buf b = { 0 };
    size_t n;
    const struct right *rights = rights_of(run, family, &n);

    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        np_buf_reset(&b);
        for (size_t k = 0; k < n; k++)
            append_place(&b, &rights[k], places[i].status, places[i].presumed);
        row_copy(row, places[i].column, &b);
    }
    np_buf_release(&b);
}

static void row_dealings(const struct np_evaluation *run, struct row *row, int64_t family)
{
    const struct state *state = &run->states[family];

    if (state->reason) {
        row_text(row, "reason", np_slice_of(state->reason->name));
        row_text(row, "reason_zh", np_slice_of(state->reason->zh));
    }
    if (!state->has_events)
        return;
    row_real(row, "pledged", has_burden(run, family, PLEDGE));
    row_real(row, "licensed", has_burden(run, family, LICENCE));
    row_real(row, "preserved", has_burden(run, family, PRESERVATION));
    row_real(row, "transferred", count_transfers(run, family) > 0);
}

static void row_scores(const struct np_evaluation *run, struct row *row, int64_t family)
{
    struct np_buf why = { 0 };
    struct composed composed;
    int core = is_core(run, family);

    for (size_t i = 0; i < run->nindicators; i++)
        row_real(row, np_indicators[i].name, column_value(run, (int)i, family).value);
    for (int c = 0; c < NCOMPOSITES; c++)
        row_real(row, composite_names[c],
                 column_value(run, (int)run->nindicators + c, family).value);
    compose(run, np_slice_of(composite_names[HV]), family, &composed);
    row_real(row, "coverage", composed.coverage);
    row_real(row, "window_open",
             column_value(run, find_column(NP_S("fwd_cits5")), family).window_open);
    row_real(row, "core", core < 0 ? NAN : core);
    row_text(row, "hvp", np_slice_of(policy_of(run, family, &why)));
    row_copy(row, "hvp_circumstances", &why);
    np_buf_release(&why);
}

void put_families(const struct np_evaluation *run, struct row *row)
{
    for (size_t i = 0; i < run->scope.n && row->status == NP_OK; i++) {
        int64_t family = run->scope.v[i];
        const struct np_fact_family *f = &run->facts->families.v[family];
        const struct state *state = &run->states[family];

        row_begin(row, FAMILIES);
        row_text(row, "key", f->key);
        row_real(row, "given", f->given);
        row_text(row, "title", title_of(run, f, false));
        row_text(row, "title_en", title_of(run, f, true));
        row_text(row, "subfield", np_slice_of(run->codes[state->subfield]));
        row_text(row, "reference", publication(run, f->reference)->id);
        row_date(row, "priority", f->priority);
        row_date(row, "filing", f->filing);
        row_date(row, "first_publication", f->first_publication);
        row_real(row, "field35", state->field ? state->field : NAN);
        row_lists(run, row, f);
        row_rights(run, row, family);
        row_places(run, row, family);
        row_dealings(run, row, family);
        row_scores(run, row, family);
        row_put(row);
    }
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

struct np_slice portfolio_key(const struct np_evaluation *run, const struct portfolio *p,
                              struct np_arena *arena)
{
    return np_arena_printf(arena, "%.*s|%s",
                           NP_ARG(run->facts->enterprises.v[p->enterprise].key),
                           run->codes[p->subfield]);
}

static void row_owner(const struct np_evaluation *run, struct row *row, int enterprise)
{
    const struct np_fact_enterprise *e = &run->facts->enterprises.v[enterprise];

    row_text(row, "enterprise", e->name);
    row_text(row, "enterprise_key", e->key);
    row_text(row, "kind", np_slice_of(kind_name(e->kind)));
    row_text(row, "country", e->country);
    row_text(row, "city", e->city);
    row_text(row, "district", district_of(e));
    row_real(row, "local", is_local(run->scoring, e));
}

static void row_holding(struct row *row, const struct holding *h)
{
    put_measures(row, h, np_holding_measures);
    row_date(row, "first_filing", h->first_filing);
    row_date(row, "last_filing", h->last_filing);
}

static void put_portfolio(const struct np_evaluation *run, const struct portfolio *p,
                          struct row *row)
{
    struct np_buf missing = { 0 };

    row_begin(row, PORTFOLIOS);
    row_text(row, "key", portfolio_key(run, p, row->arena));
    row_text(row, "subfield", np_slice_of(run->codes[p->subfield]));
    row_owner(run, row, p->enterprise);
    row_holding(row, &p->h);
    put_measures(row, p, np_portfolio_measures);
    row_real(row, "score", p->score);
    row_real(row, "coverage", p->coverage);
    row_real(row, "rank", p->rank);
    row_real(row, "rank_in_subfield", p->rank_in_subfield);
    row_real(row, "rank_in_city", p->rank_in_city);
    row_real(row, "listed", p->listed);
    say_missing(run, p, &missing);
    row_copy(row, "missing", &missing);
    row_put(row);
    np_buf_release(&missing);
}

static void put_member(const struct np_evaluation *run, const struct portfolio *p, int64_t family,
                       struct row *row)
{
    const struct np_fact_family *f = &run->facts->families.v[family];
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
    row_text(row, "reference", publication(run, f->reference)->id);
    row_date(row, "filing", f->filing);
    row_real(row, "competitive_impact",
             column_value(run, find_column(NP_S("competitive_impact")), family).value);
    row_put(row);
}

void put_portfolios(const struct np_evaluation *run, const struct holdings *all, struct row *row)
{
    for (size_t i = 0; i < all->portfolios.n && row->status == NP_OK; i++) {
        const struct portfolio *p = &all->portfolios.v[i];

        put_portfolio(run, p, row);
        for (size_t k = 0; k < p->nfamilies; k++)
            put_member(run, p, p->families[k], row);
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
        append(&b, " ", publication(run, run->facts->families.v[v[i].family].reference)->id);
    row_copy(row, "top_families", &b);
    np_buf_release(&b);
    free(v);
}

static void row_names(struct row *row, const struct np_fact_enterprise *e)
{
    struct np_buf b = { 0 };

    for (size_t i = 0; i < e->names.n && i < NAMES_MAX; i++)
        append(&b, "; ", e->names.v[i]);
    if (e->names.n > NAMES_MAX)
        np_buf_printf(&b, "; and %zu more", e->names.n - NAMES_MAX);
    row_copy(row, "names", &b);
    np_buf_release(&b);
}

/* Place of a tier among the tiers of the file, from 1. */
static int tier_rank(const struct np_scoring *scoring, int tier)
{
    int rank = 1;

    for (int i = 1; i <= tier; i++)
        rank += !np_slice_eq(scoring->tiers.v[i].tier, scoring->tiers.v[i - 1].tier);
    return rank;
}

static void row_tier(const struct np_evaluation *run, struct row *row, const struct enterprise *e)
{
    struct np_buf b = { 0 };

    if (e->tier >= 0) {
        row_text(row, "tier", run->scoring->tiers.v[e->tier].tier);
        row_text(row, "tier_zh", run->scoring->tiers.v[e->tier].zh);
        row_real(row, "tier_rank", tier_rank(run->scoring, e->tier));
    }
    say_tier(run->scoring, e, &b);
    row_copy(row, "tier_numbers", &b);
    np_buf_reset(&b);
    say_next(run->scoring, e, &b);
    row_copy(row, "next", &b);
    np_buf_release(&b);
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
    row_holding(row, &e->h);
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

/* ---- spellings that may be one enterprise: for rules/applicants.tsv ---- */

void put_suggestions(const struct np_evaluation *run, struct row *row)
{
    const struct np_facts *facts = run->facts;

    for (size_t i = 0; i < facts->aliases.n && row->status == NP_OK; i++) {
        const struct np_fact_alias *alias = &facts->aliases.v[i];

        row_begin(row, SUGGESTIONS);
        row_text(row, "enterprise_key", facts->enterprises.v[alias->chinese].key);
        row_text(row, "enterprise", facts->enterprises.v[alias->chinese].name);
        row_text(row, "name", facts->enterprises.v[alias->latin].name);
        row_text(row, "name_key", facts->enterprises.v[alias->latin].key);
        row_real(row, "families", alias->families);
        row_text(row, "example", facts->families.v[alias->example].key);
        row_put(row);
    }
}
