/* indicators_oecd.c -- breadth, size, lag, what is cited (scoring.md, section 2.1).
 *
 * After Squicciarini, Dernis & Criscuolo (2013), OECD STI Working Paper 2013/03, on families.
 */
#include "evaluation.h"

#include <stdlib.h>

enum { CLASS_LENGTH = 4 };

/* ---- symbols ---- */

static int32_t class_of(const struct np_evaluation *run, int32_t symbol)
{
    return run->facts->classes.v[symbol];
}

static bool has_class(const struct np_evaluation *run, const struct np_indexes *symbols,
                      size_t before, int32_t class_)
{
    for (size_t i = 0; i < before; i++)
        if (class_of(run, symbols->v[i]) == class_)
            return true;
    return false;
}

INDICATOR(indicator_scope)
{
    const struct np_indexes *symbols = &family_at(run, family)->symbols;
    int count = 0;

    if (!symbols->n)
        return null_of(NP_NO_DATA);
    for (size_t i = 0; i < symbols->n; i++) {
        if (has_class(run, symbols, i, class_of(run, symbols->v[i])))
            continue;
        note(inputs, "%.*s", NP_ARG(np_slice_sub(symbol_at(run, symbols->v[i]), 0, CLASS_LENGTH)));
        count++;
    }
    return value_of(count);
}

INDICATOR(indicator_many_field)
{
    const struct state *state = &run->states[family];

    if (!state->field)
        return null_of(NP_NO_DATA);
    note(inputs, "main field %d of the first symbol", state->field);
    return value_of(state->many_field);
}

/* ---- size and lag ---- */

INDICATOR(indicator_family_size)
{
    size_t n, count = 0;
    const struct right *rights = rights_of(run, family, &n);

    for (size_t i = 0; i < n; i++) {
        bool seen = np_slice_is(rights[i].office, "WO");

        for (size_t k = 0; k < i; k++)
            seen = seen || np_slice_eq(rights[k].office, rights[i].office);
        if (seen)
            continue;
        note(inputs, "%.*s", NP_ARG(rights[i].office));
        count++;
    }
    return value_of((double)count);
}

/* The application the reference member belongs to. */
static const struct right *reference_right(const struct np_evaluation *run, int64_t family)
{
    int32_t reference = family_at(run, family)->reference;
    const struct np_fact_light *p = light_at(run, reference);
    size_t n;
    const struct right *rights = rights_of(run, family, &n);

    for (size_t i = 0; i < n; i++)
        if (rights[i].publication == reference ||
            ((p->bits & NP_FACT_NUMBERED) &&
             light_at(run, rights[i].publication)->same == p->same))
            return &rights[i];
    return NULL;
}

INDICATOR(indicator_grant_lag_days)
{
    const struct right *right = reference_right(run, family);

    if (!right || !right->granted)
        return null_of(NP_NOT_APPLICABLE);
    if (!right->filing)
        return null_of(NP_NO_DATA);
    if (inputs)
        note(inputs, "%.*s", NP_ARG(publication_at(run, right->publication)->id));
    note_date(inputs, "filed", right->filing);
    note_date(inputs, "granted", right->granted);
    return value_of(np_date_days(right->granted) - np_date_days(right->filing));
}

INDICATOR(indicator_grant_lag)
{
    int column = find_column(NP_S("grant_lag_days"));
    struct np_value days = column_value(run, column, family);
    struct cohort cohort;
    double longest;

    if (is_null(days))
        return days;
    if (!cohort_find(run, OECD_COHORT, column, family, &cohort))
        return null_of(NP_COHORT_TOO_SMALL);
    longest = cohort.v[cohort.n - 1];
    note(inputs, "%.0f days; longest of cohort %s %.0f days, n=%zu", days.value, cohort.key,
         longest, cohort.n);
    return longest > 0 ? value_of(1 - days.value / longest) : null_of(NP_NOT_APPLICABLE);
}

/* ---- what is cited ---- */

static bool has_citations(const struct np_evaluation *run, const struct np_fact_family *f)
{
    for (size_t i = 0; i < f->members.n; i++)
        if (light_at(run, f->members.v[i])->bits & NP_FACT_CITATIONS)
            return true;
    return f->cites.n > 0;
}

INDICATOR(indicator_bwd_cits)
{
    const struct np_fact_family *f = family_at(run, family);

    if (!has_citations(run, f))
        return null_of(NP_NO_DATA);
    note(inputs, "%zu families in the data; %d documents outside", f->cites.n, f->outside);
    return value_of((double)f->cites.n + f->outside);
}

/* The longest list of a member: members repeat each other's references. */
INDICATOR(indicator_npl_cits)
{
    const struct np_fact_family *f = family_at(run, family);
    const struct np_fact_publication *best = NULL;

    for (size_t i = 0; i < f->members.n; i++) {
        const struct np_fact_publication *p = publication_at(run, f->members.v[i]);

        if (p->npl_count >= 0 && p->has_citations && (!best || p->npl_count > best->npl_count))
            best = p;
    }
    if (!best)
        return null_of(NP_NO_DATA);
    note(inputs, "%.*s: %d", NP_ARG(best->id), best->npl_count);
    return value_of(best->npl_count);
}

INDICATOR(indicator_claims)
{
    int64_t from = run->states[family].claims_from;

    if (from < 0)
        return null_of(NP_NO_DATA);
    if (inputs)
        note(inputs, "%.*s: %d claims", NP_ARG(publication_at(run, from)->id),
             light_at(run, from)->claims);
    return value_of(light_at(run, from)->claims);
}

INDICATOR(indicator_claims_bwd)
{
    struct np_value claims = indicator_claims(run, family, NULL);
    struct np_value cited = indicator_bwd_cits(run, family, NULL);

    if (is_null(claims) || is_null(cited))
        return null_of(NP_NO_DATA);
    if (cited.value <= 0)
        return null_of(NP_NOT_APPLICABLE);
    note(inputs, "%.0f claims / %.0f cited", claims.value, cited.value);
    return value_of(claims.value / cited.value);
}

/* Why nothing can be said of what is cited: not told, not in the data, or nothing cited. */
static struct np_value no_cited(const struct np_evaluation *run, int64_t family)
{
    struct np_value cited = indicator_bwd_cits(run, family, NULL);

    return null_of(!is_null(cited) && cited.value <= 0 ? NP_NOT_APPLICABLE : NP_NO_DATA);
}

static const struct np_indexes *cited_symbols(const struct np_evaluation *run,
                                              const struct np_fact_family *f, size_t i)
{
    return &family_at(run, run->facts->links.v[f->cites.v[i]].cited)->symbols;
}

/* Distinct IPC4 of each cited family; s = share of a class among all these pairs. */
INDICATOR(indicator_originality)
{
    const struct np_fact_family *f = family_at(run, family);
    struct np_map *classes = np_map_new();
    double pairs = 0, sum = 0;

    for (size_t i = 0; i < f->cites.n; i++) {
        const struct np_indexes *s = cited_symbols(run, f, i);

        for (size_t k = 0; k < s->n; k++)
            if (!has_class(run, s, k, class_of(run, s->v[k]))) {
                ++*np_map_put(classes, np_slice_sub(symbol_at(run, s->v[k]), 0, CLASS_LENGTH), 0);
                pairs++;
            }
    }
    for (size_t i = 0; i < np_map_count(classes); i++) {
        double n = (double)*np_map_value(classes, i);

        note(inputs, "%.*s %.0f of %.0f", NP_ARG(np_map_key(classes, i)), n, pairs);
        sum += n * n;
    }
    np_map_free(classes);
    return pairs ? value_of(1 - sum / (pairs * pairs)) : no_cited(run, family);
}

INDICATOR(indicator_radicalness)
{
    const struct np_fact_family *f = family_at(run, family);
    double outside = 0, all = 0;

    for (size_t i = 0; i < f->cites.n; i++) {
        const struct np_indexes *s = cited_symbols(run, f, i);

        for (size_t k = 0; k < s->n; k++)
            outside += !has_class(run, &f->symbols, f->symbols.n, class_of(run, s->v[k]));
        all += (double)s->n;
    }
    if (!all)
        return no_cited(run, family);
    note(inputs, "%.0f of %.0f symbols of %zu cited families", outside, all, f->cites.n);
    return value_of(outside / all);
}

/* ---- in force ---- */

/* Survival clock: from filing of the reference member to its end or as_of. */
INDICATOR(indicator_renewal)
{
    const struct right *right = reference_right(run, family);
    np_date end = run->as_of;

    if (!right || !right->filing || right->presumed)
        return null_of(NP_NO_DATA);
    if (!right->granted)
        return null_of(NP_NOT_APPLICABLE);
    if (right->dead && right->dead < end)
        end = right->dead;
    if (right->expiry && right->expiry < end)
        end = right->expiry;
    note_date(inputs, "filed", right->filing);
    note_date(inputs, "to", end);
    return value_of(floor(years_between(right->filing, end)));
}

/* ---- quality indexes ---- */

/* Adds a component's index; a null one is 0 or left out, as said. */
static void add_index(const struct np_evaluation *run, const char *name, int64_t family,
                      bool null_is_zero, struct np_buf *inputs, double *sum, int *n)
{
    int column = find_column(np_slice_of(name));
    struct np_value value = column_value(run, column, family);
    struct cohort cohort;

    if (is_null(value) && null_is_zero) {
        note(inputs, "%s 0 (none)", name);
        ++*n;
    } else if (!is_null(value) && cohort_find(run, OECD_COHORT, column, family, &cohort)) {
        double index = cohort_index(&cohort, value.value, run->scoring->winsor_q);

        note(inputs, "%s %.6f", name, index);
        *sum += index;
        ++*n;
    }
}

static struct np_value quality_index(const struct np_evaluation *run, int64_t family, int parts,
                                     struct np_buf *inputs)
{
    const struct right *right = reference_right(run, family);
    bool zero = !run->scoring->skip_missing && family_at(run, family)->cited_by.n == 0;
    struct np_value lag;
    double sum = 0;
    int n = 0;

    if (!right || !right->granted)
        return null_of(NP_NOT_APPLICABLE);
    add_index(run, "fwd_cits5", family, false, inputs, &sum, &n);
    add_index(run, "family_size", family, false, inputs, &sum, &n);
    add_index(run, "claims", family, false, inputs, &sum, &n);
    add_index(run, "generality", family, zero, inputs, &sum, &n);
    if (parts == 6) {
        add_index(run, "bwd_cits", family, false, inputs, &sum, &n);
        lag = indicator_grant_lag(run, family, NULL);
        if (!is_null(lag)) {
            note(inputs, "grant_lag %.6f", lag.value);
            sum += lag.value;
            n++;
        }
    }
    note(inputs, "%d of %d components", n, parts);
    return n ? value_of(sum / n) : null_of(NP_COHORT_TOO_SMALL);
}

INDICATOR(indicator_quality_index_4)
{
    return quality_index(run, family, 4, inputs);
}

INDICATOR(indicator_quality_index_6)
{
    return quality_index(run, family, 6, inputs);
}
