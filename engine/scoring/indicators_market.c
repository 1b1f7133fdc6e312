/* indicators_market.c -- where a family protects, how widely and how long (sections 2.2, 7.4). */
#include "evaluation.h"

#include <stdio.h>

/* Offices that examine inventions in substance before they grant them. [K] */
static const char *const examining[] = { "CN", "US", "EP", "JP", "KR", "DE", "GB", "CA", "AU",
                                         "RU", "IN", "TW", "BR", "IL", "SE", "AT", "FI", "NO",
                                         "DK", "SG", "MX", "EA", NULL };

static bool is_one_of(struct np_slice office, const char *const *offices)
{
    for (size_t i = 0; offices[i]; i++)
        if (np_slice_is(office, offices[i]))
            return true;
    return false;
}

static const struct right *best_at(const struct np_evaluation *run, int64_t family,
                                   struct np_slice office)
{
    const struct right *best = NULL;
    size_t n;
    const struct right *rights = rights_of(run, family, &n);

    for (size_t i = 0; i < n; i++)
        if (np_slice_eq(rights[i].office, office) && (!best || rights[i].status > best->status))
            best = &rights[i];
    return best;
}

static bool is_first_of_office(const struct right *rights, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (np_slice_eq(rights[k].office, rights[i].office))
            return false;
    return true;
}

/* ---- market coverage ---- */

static double protection(const struct np_evaluation *run, const struct right *right)
{
    return right->status == RIGHT_IN_FORCE  ? 1
           : right->status == RIGHT_PENDING ? run->scoring->pending_weight
                                            : 0;
}

/* "(2023, rules/gni.tsv)"; where the two incomes come from different tables, both are named. */
static void note_income(struct np_buf *inputs, struct np_slice what, const char *status,
                        double share, struct np_slice office, const struct income *income)
{
    if (np_slice_eq(income->source, income->us_source))
        note(inputs, "%.*s %s %.1f x %.6f (%d, %.*s)", NP_ARG(what), status, share,
             income->ratio, income->year, NP_ARG(income->source));
    else
        note(inputs, "%.*s %s %.1f x %.6f (%d, %.*s %.*s, US %.*s)", NP_ARG(what), status, share,
             income->ratio, income->year, NP_ARG(office), NP_ARG(income->source),
             NP_ARG(income->us_source));
}

/* What an office counts: a European patent in force the states where it is known to live, else the
 * row of the office; everything else its own row. False if no income is known.                   */
static bool weigh_office(const struct np_evaluation *run, const struct right *right,
                         double *weight, struct np_buf *inputs)
{
    const struct legal_status *legal = right->legal;
    const struct income *income;
    char what[16];
    int states = 0;

    *weight = 0;
    for (size_t i = 0; legal && right->status == RIGHT_IN_FORCE && i < legal->states.n; i++) {
        const struct state_status *s = &legal->states.v[i];

        income = s->standing == RIGHT_IN_FORCE ? income_of(run, s->state) : NULL;
        if (!income)
            continue;
        snprintf(what, sizeof what, "%.*s:%.*s", NP_ARG(right->office), NP_ARG(s->state));
        note_income(inputs, np_slice_of(what), status_name(s->standing, s->presumed), 1, s->state,
                    income);
        *weight += income->ratio;
        states++;
    }
    if (states)
        return true;
    income = income_of(run, right->office);
    if (!income)
        return false;
    *weight = income->ratio;
    note_income(inputs, right->office, status_name(right->status, right->presumed),
                protection(run, right), right->office, income);
    return true;
}

INDICATOR(indicator_market_coverage)
{
    size_t n;
    const struct right *rights = rights_of(run, family, &n);
    double sum = 0;

    for (size_t i = 0; i < n; i++) {
        const struct right *best = best_at(run, family, rights[i].office);
        double weight;

        if (!is_first_of_office(rights, i) || np_slice_is(rights[i].office, "WO"))
            continue;
        if (!weigh_office(run, best, &weight, inputs))
            note(inputs, "%.*s no income known", NP_ARG(rights[i].office));
        sum += protection(run, best) * weight;
    }
    return value_of(sum);
}

INDICATOR(indicator_competitive_impact)
{
    struct np_value coverage = column_value(run, find_column(NP_S("market_coverage")), family);
    struct np_value relevance = column_value(run, find_column(NP_S("tech_relevance")), family);

    if (run->states[family].status < RIGHT_PENDING) {
        note(inputs, "nothing in force or pending");
        return run->states[family].status == RIGHT_DEAD ? value_of(0) : null_of(NP_NO_DATA);
    }
    if (is_null(relevance))
        return relevance;
    note(inputs, "tech_relevance %.6f x market_coverage %.6f", relevance.value, coverage.value);
    return value_of(relevance.value * coverage.value);
}

/* ---- kinds of families ---- */

static bool is_at(const struct np_evaluation *run, int64_t family, const char *office)
{
    return best_at(run, family, np_slice_of(office)) != NULL;
}

INDICATOR(indicator_triadic)
{
    bool granted_us = false;
    size_t n;
    const struct right *rights = rights_of(run, family, &n);

    for (size_t i = 0; i < n; i++)
        granted_us = granted_us || (np_slice_is(rights[i].office, "US") && rights[i].granted);
    note(inputs, "EP %s, JP %s, US granted %s", is_at(run, family, "EP") ? "yes" : "no",
         is_at(run, family, "JP") ? "yes" : "no", granted_us ? "yes" : "no");
    note_date(inputs, "priority", family_at(run, family)->priority);
    return value_of(granted_us && is_at(run, family, "EP") && is_at(run, family, "JP"));
}

INDICATOR(indicator_ip5)
{
    static const char *const five[] = { "EP", "JP", "KR", "CN", "US", NULL };
    size_t n, offices = 0;
    const struct right *rights = rights_of(run, family, &n);
    bool large = false;

    for (size_t i = 0; i < n; i++) {
        if (!is_first_of_office(rights, i) || np_slice_is(rights[i].office, "WO"))
            continue;
        note(inputs, "%.*s", NP_ARG(rights[i].office));
        large = large || is_one_of(rights[i].office, five);
        offices++;
    }
    return value_of(offices >= 2 && large);
}

INDICATOR(indicator_pct)
{
    const struct np_fact_family *f = family_at(run, family);

    for (size_t i = 0; i < f->members.n; i++) {
        const struct np_fact_publication *p = publication_at(run, f->members.v[i]);

        if (np_slice_is(p->office, "WO") || p->pct_application.n || p->pct_publication.n) {
            note(inputs, "%.*s", NP_ARG(p->id));
            return value_of(1);
        }
    }
    note(inputs, "no WO member");
    return value_of(0);
}

INDICATOR(indicator_examined_grants)
{
    size_t n, count = 0;
    const struct right *rights = rights_of(run, family, &n);

    for (size_t i = 0; i < n; i++) {
        const struct right *best = best_at(run, family, rights[i].office);

        if (!is_first_of_office(rights, i) || best->status != RIGHT_IN_FORCE ||
            best->type != NP_INVENTION || !is_one_of(best->office, examining))
            continue;
        note(inputs, "%.*s", NP_ARG(best->office));
        count++;
    }
    return value_of((double)count);
}

/* ---- claims ---- */

INDICATOR(indicator_indep_claims)
{
    int64_t from = run->states[family].claims_from;
    const struct np_fact_publication *p = from < 0 ? NULL : publication_at(run, from);

    if (!p || !p->independent_claims) {
        from = run->states[family].length_from;
        p = from < 0 ? NULL : publication_at(run, from);
    }
    if (!p || !p->independent_claims)
        return null_of(NP_NO_DATA);
    note(inputs, "%.*s", NP_ARG(p->id));
    return value_of(p->independent_claims);
}

INDICATOR(indicator_first_claim_len)
{
    int64_t from = run->states[family].length_from;
    const struct np_fact_publication *p = from < 0 ? NULL : publication_at(run, from);

    if (!p)
        return null_of(NP_NO_DATA);
    note(inputs, "%.*s, language %.*s", NP_ARG(p->id), NP_ARG(p->lang));
    return value_of(p->first_claim_len);
}

/* ---- terms ---- */

/* Of the rights in force the longest; of pending ones if none is; 0 if all are dead. */
INDICATOR(indicator_remaining_years)
{
    const struct state *state = &run->states[family];
    const struct right *best = NULL;
    size_t n;
    const struct right *rights = rights_of(run, family, &n);

    if (state->status == RIGHT_UNKNOWN)
        return null_of(NP_NO_DATA);
    for (size_t i = 0; i < n; i++)
        if (rights[i].status == state->status && !isnan(rights[i].remaining) &&
            (!best || rights[i].remaining > best->remaining))
            best = &rights[i];
    if (!best)
        return null_of(NP_NO_DATA);
    note(inputs, "%.*s %s", NP_ARG(publication_at(run, best->publication)->id),
         status_name(best->status, best->presumed));
    note_date(inputs, "filed", best->filing);
    note_date(inputs, best->pta_unknown ? "expiry at the earliest" : "expiry", best->expiry);
    if (best->pta_unknown)
        note(inputs, "pta_unknown");
    return value_of(best->remaining);
}

/* ---- what only legal events tell: where no source speaks, nothing can be said ---- */

static bool was_struck_down(const struct right *right)
{
    return right->reason && (strcmp(right->reason->name, "revoked") == 0 ||
                             strcmp(right->reason->name, "invalidated") == 0);
}

static void note_right(const struct np_evaluation *run, const struct right *right,
                       const char *what, np_date date, struct np_buf *inputs)
{
    struct np_buf b = { 0 };

    if (!inputs)
        return;
    np_date_put(&b, date);
    note(inputs, "%.*s %s %s", NP_ARG(publication_at(run, right->publication)->id), what,
         np_buf_cstr(&b));
    np_buf_release(&b);
}

/* 1: a challenge ended with the patent maintained, even amended; 0: it did not survive. */
INDICATOR(indicator_survived)
{
    size_t n;
    const struct right *rights = rights_of(run, family, &n);
    bool survived = false, fell = false, open = false;

    if (!run->states[family].has_events) {
        note(inputs, "no source of oppositions and invalidations");
        return null_of(NP_NO_DATA);
    }
    for (size_t i = 0; i < n; i++) {
        const struct legal_status *legal = rights[i].legal;

        if (was_struck_down(&rights[i])) {
            note_right(run, &rights[i], rights[i].reason->name, rights[i].dead, inputs);
            fell = true;
        } else if (legal && legal->survived) {
            note_right(run, &rights[i], "maintained", legal->survived, inputs);
            survived = true;
        } else if (legal && legal->challenged) {
            note_right(run, &rights[i], "challenged", legal->challenged, inputs);
            open = true;
        }
    }
    if (!survived && !fell) {
        note(inputs, open ? "not decided" : "never challenged");
        if (!open)
            note_events_read(run, family, inputs);
        return null_of(NP_NOT_APPLICABLE);
    }
    return value_of(survived);
}

static const struct { enum burden_kind kind; const char *what; } deals[] = {
    { PLEDGE, "pledged since" }, { LICENCE, "licensed since" },
    { OPEN_LICENCE, "offered for licence since" },
};

/* Also those that are over: somebody once paid for them. */
static bool note_deals(const struct np_evaluation *run, const struct right *right,
                       struct np_buf *inputs)
{
    bool any = false;

    for (size_t i = 0; right->legal && i < right->legal->burdens.n; i++)
        for (size_t k = 0; k < sizeof deals / sizeof *deals; k++)
            if (right->legal->burdens.v[i].kind == deals[k].kind) {
                note_right(run, right, deals[k].what, right->legal->burdens.v[i].since, inputs);
                any = true;
            }
    return any;
}

INDICATOR(indicator_dealings)
{
    size_t n;
    const struct right *rights = rights_of(run, family, &n);
    bool any = count_transfers(run, family) > 0;

    if (!run->states[family].has_events) {
        note(inputs, "no source of licences, pledges and transfers");
        return null_of(NP_NO_DATA);
    }
    for (size_t i = 0; i < n; i++) {
        if (any && rights[i].legal && rights[i].legal->transfers)
            note_right(run, &rights[i], "transferred", rights[i].legal->transferred, inputs);
        any = note_deals(run, &rights[i], inputs) || any;
    }
    if (!any)
        note_events_read(run, family, inputs);
    return value_of(any);
}
