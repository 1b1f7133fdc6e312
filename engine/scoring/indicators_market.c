/* indicators_market.c -- where a family protects, how widely and how long (sections 2.2, 7.4). */
#include "evaluation.h"

#include <stdio.h>

/* Offices that examine inventions in substance before they grant them. [K] */
static const char *const examining[] = { "CN", "US", "EP", "JP", "KR", "DE", "GB", "CA", "AU",
                                         "RU", "IN", "TW", "BR", "IL", "SE", "AT", "FI", "NO",
                                         "DK", "SG", "MX", "EA", NULL };

static const struct np_fact_family *family_at(const struct np_evaluation *run, int64_t family)
{
    return &run->facts->families.v[family];
}

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

static double gni_in(const struct np_scoring *scoring, struct np_slice office, int year)
{
    for (size_t i = 0; i < scoring->gni.n; i++)
        if (scoring->gni.v[i].year == year && np_slice_eq(scoring->gni.v[i].office, office))
            return scoring->gni.v[i].gni;
    return 0;
}

/* Income relative to the US, of the last year up to as_of that both have, else the first such
 * year; 0 if there is none.                                                                  */
static double relative_gni(const struct np_evaluation *run, struct np_slice office, int *year)
{
    const struct np_scoring *scoring = run->scoring;
    int now = np_date_year(run->as_of), best = 0;

    for (size_t i = 0; i < scoring->gni.n; i++) {
        int y = scoring->gni.v[i].year;

        if (!np_slice_eq(scoring->gni.v[i].office, office) || !gni_in(scoring, NP_S("US"), y))
            continue;
        if (!best || (y <= now ? best > now || y > best : best > now && y < best))
            best = y;
    }
    *year = best;
    return best ? gni_in(scoring, office, best) / gni_in(scoring, NP_S("US"), best) : 0;
}

static double protection(const struct np_evaluation *run, const struct right *right)
{
    return right->status == RIGHT_IN_FORCE  ? 1
           : right->status == RIGHT_PENDING ? run->scoring->pending_weight
                                            : 0;
}

/* EP counts with its own row: the states where it is in force are not in the data yet. */
INDICATOR(indicator_market_coverage)
{
    size_t n;
    const struct right *rights = rights_of(run, family, &n);
    double sum = 0;

    for (size_t i = 0; i < n; i++) {
        const struct right *best = best_at(run, family, rights[i].office);
        double gni;
        int year;

        if (!is_first_of_office(rights, i) || np_slice_is(rights[i].office, "WO"))
            continue;
        gni = relative_gni(run, rights[i].office, &year);
        if (!year)
            note(inputs, "%.*s no income known", NP_ARG(rights[i].office));
        else
            note(inputs, "%.*s %s %.1f x %.6f (%d)", NP_ARG(rights[i].office),
                 status_name(best->status, best->presumed), protection(run, best), gni, year);
        sum += protection(run, best) * gni;
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
        const struct np_fact_publication *p = &run->facts->publications.v[f->members.v[i]];

        if (np_slice_is(p->office, "WO") || p->pct_application.n || p->pct_publication.n) {
            note(inputs, "%.*s", NP_ARG(p->id));
            return value_of(1);
        }
    }
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
    const struct np_fact_publication *p = from < 0 ? NULL : &run->facts->publications.v[from];

    if (!p || !p->independent_claims) {
        from = run->states[family].length_from;
        p = from < 0 ? NULL : &run->facts->publications.v[from];
    }
    if (!p || !p->independent_claims)
        return null_of(NP_NO_DATA);
    note(inputs, "%.*s", NP_ARG(p->id));
    return value_of(p->independent_claims);
}

INDICATOR(indicator_first_claim_length)
{
    int64_t from = run->states[family].length_from;
    const struct np_fact_publication *p = from < 0 ? NULL : &run->facts->publications.v[from];

    if (!p)
        return null_of(NP_NO_DATA);
    note(inputs, "%.*s, language %.*s", NP_ARG(p->id), NP_ARG(p->lang));
    return value_of(p->first_claim_length);
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
    note(inputs, "%.*s %s", NP_ARG(run->facts->publications.v[best->publication].id),
         status_name(best->status, best->presumed));
    note_date(inputs, "filed", best->filing);
    note_date(inputs, best->pta_unknown ? "expiry at the earliest" : "expiry", best->expiry);
    if (best->pta_unknown)
        note(inputs, "pta_unknown");
    return value_of(best->remaining);
}

/* ---- what needs legal events or standards: no source is read yet, so nothing can be said ---- */

INDICATOR(indicator_survived)
{
    (void)run;
    (void)family;
    note(inputs, "no source of oppositions and invalidations");
    return null_of(NP_NO_DATA);
}

INDICATOR(indicator_dealings)
{
    (void)run;
    (void)family;
    note(inputs, "no source of licences, pledges and transfers");
    return null_of(NP_NO_DATA);
}

INDICATOR(indicator_sep_tier)
{
    (void)run;
    (void)family;
    note(inputs, "no standards compared");
    return null_of(NP_NO_DATA);
}
