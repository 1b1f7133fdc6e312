/* indicators_oecd.c -- breadth, size, lag, what is cited (scoring.md, section 2.1).
 *
 * After Squicciarini, Dernis & Criscuolo (2013), OECD STI Working Paper 2013/03, on families.
 */
#include "evaluation.h"

#include <stdlib.h>

enum { CLASS_LENGTH = 4, CLASSES_MAX = 64 };

/* ---- symbols ---- */

static struct np_slice ipc4(struct np_slice symbol)
{
    return np_slice_sub(symbol, 0, CLASS_LENGTH);
}

static bool has_class(const struct np_symbols *symbols, size_t before, struct np_slice class_)
{
    for (size_t i = 0; i < before; i++)
        if (np_slice_eq(ipc4(symbols->v[i]), class_))
            return true;
    return false;
}

INDICATOR(indicator_scope)
{
    const struct np_symbols *symbols = &family_at(run, family)->symbols;
    int count = 0;

    if (!symbols->n)
        return null_of(NP_NO_DATA);
    for (size_t i = 0; i < symbols->n; i++) {
        if (has_class(symbols, i, ipc4(symbols->v[i])))
            continue;
        note(inputs, "%.*s", NP_ARG(ipc4(symbols->v[i])));
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
    const struct np_fact_publication *p = publication_at(run, family_at(run, family)->reference);
    size_t n;
    const struct right *rights = rights_of(run, family, &n);

    for (size_t i = 0; i < n; i++) {
        const struct np_fact_publication *q = publication_at(run, rights[i].publication);

        if (p == q || (np_slice_eq(p->office, q->office) && p->application.number.n &&
                       np_slice_eq(p->application.number, q->application.number)))
            return &rights[i];
    }
    return NULL;
}

INDICATOR(indicator_grant_lag_days)
{
    const struct right *right = reference_right(run, family);

    if (!right || !right->granted)
        return null_of(NP_NOT_APPLICABLE);
    if (!right->filing)
        return null_of(NP_NO_DATA);
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

static int by_text(const void *left, const void *right)
{
    return np_slice_cmp(*(const struct np_slice *)left, *(const struct np_slice *)right);
}

static bool has_citations(const struct np_evaluation *run, const struct np_fact_family *f)
{
    for (size_t i = 0; i < f->members.n; i++)
        if (publication_at(run, f->members.v[i])->has_citations)
            return true;
    return f->cites.n > 0;
}

/* Cited documents that are not in the data: each distinct number is a family of its own. */
static size_t count_outside(const struct np_evaluation *run, const struct np_fact_family *f)
{
    struct np_arena *arena = NULL;
    struct np_symbols keys = { 0 };
    size_t count = 0;

    for (size_t i = 0; i < f->members.n; i++) {
        const struct np_fact_publication *p = publication_at(run, f->members.v[i]);

        for (size_t k = 0; k < p->citations.n; k++) {
            const struct np_docref *cited = &p->citations.v[k].cited;
            int64_t at = p->citations.v[k].cited_publication;

            if (at >= 0 && publication_at(run, at)->family >= 0)
                continue;
            if (!arena)
                arena = np_arena_new();
            *np_list_add(arena, &keys) = np_arena_printf(arena, "%.*s%.*s", NP_ARG(cited->office),
                                                         NP_ARG(cited->number));
        }
    }
    if (keys.n)
        qsort(keys.v, keys.n, sizeof *keys.v, by_text);
    for (size_t i = 0; i < keys.n; i++)
        count += i == 0 || !np_slice_eq(keys.v[i], keys.v[i - 1]);
    if (arena)
        np_arena_free(arena);
    return count;
}

INDICATOR(indicator_bwd_cits)
{
    const struct np_fact_family *f = family_at(run, family);
    size_t outside;

    if (!has_citations(run, f))
        return null_of(NP_NO_DATA);
    outside = count_outside(run, f);
    note(inputs, "%zu families in the data; %zu documents outside", f->cites.n, outside);
    return value_of((double)(f->cites.n + outside));
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
    note(inputs, "%.*s: %d claims", NP_ARG(publication_at(run, from)->id),
         publication_at(run, from)->claim_count);
    return value_of(publication_at(run, from)->claim_count);
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

/* Distinct IPC4 of each cited family; s = share of a class among all these pairs. */
INDICATOR(indicator_originality)
{
    const struct np_fact_family *f = family_at(run, family);
    struct np_map *classes = np_map_new();
    double pairs = 0, sum = 0;

    for (size_t i = 0; i < f->cites.n; i++) {
        const struct np_symbols *s =
            &family_at(run, run->facts->links.v[f->cites.v[i]].cited)->symbols;

        for (size_t k = 0; k < s->n; k++)
            if (!has_class(s, k, ipc4(s->v[k]))) {
                ++*np_map_put(classes, ipc4(s->v[k]), 0);
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
        const struct np_symbols *s =
            &family_at(run, run->facts->links.v[f->cites.v[i]].cited)->symbols;

        for (size_t k = 0; k < s->n; k++)
            outside += !has_class(&f->symbols, f->symbols.n, ipc4(s->v[k]));
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
