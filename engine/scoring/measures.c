/* measures.c -- every number with what it was made from: the rows behind `explain`.
 *
 *   score        component     what the row is
 *   indicator    fwd_cits5     an indicator that no score uses
 *   technical    generality    a component: its value, place, weight, points
 *   technical                  the score itself: the sum of contributions over the weight present
 */
#include "rows.h"

/* "project's choice; weights-pai.tsv" */
static void row_ours(const struct np_evaluation *run, struct row *row)
{
    char file[64];

    weights_file(run->scoring->weights_name, file, sizeof file);
    row_text(row, "source", np_arena_printf(row->arena, "project's choice; %s", file));
}

static void row_cohort(struct row *row, const struct part *part)
{
    if (!part->ranked)
        return;
    row_real(row, "percentile", part->percentile);
    row_text(row, "cohort", np_arena_copy(row->arena, np_slice_of(part->cohort.key)));
    row_real(row, "cohort_n", (double)part->cohort.n);
    row_text(row, "cohort_level", np_slice_of(part->cohort.level_name));
}

static void row_subject(struct row *row, const char *kind, struct np_slice subject,
                        struct np_slice score, struct np_slice component)
{
    row_begin(row, MEASURES);
    row_text(row, "subject_kind", np_slice_of(kind));
    row_text(row, "subject", np_arena_copy(row->arena, subject));
    row_text(row, "score", score);
    row_text(row, "component", component);
}

static void row_value(struct row *row, struct np_value value)
{
    row_real(row, "value", value.value);
    row_text(row, "reason", np_slice_of(np_null_reason_name(value.reason)));
    row_real(row, "window_open", value.window_open);
}

static void row_part(struct row *row, const struct part *part)
{
    row_value(row, part->raw);
    row_cohort(row, part);
    row_real(row, "weight", part->weight->weight);
    row_real(row, "points", part->points);
    row_real(row, "contribution", part->weight->weight * part->points);
}

/* The sum: contributions, what is missing and what that leaves. */
static void put_total(const struct np_evaluation *run, struct row *row, const char *kind,
                      struct np_slice subject, struct np_slice score,
                      const struct composed *composed, enum np_null_reason reason)
{
    struct np_buf inputs = { 0 };
    double sum = 0;

    row_subject(row, kind, subject, score, NP_EMPTY);
    for (size_t i = 0; i < composed->n; i++) {
        const struct part *part = &composed->part[i];

        if (!isnan(part->points))
            sum += part->weight->weight * part->points;
    }
    note(&inputs, "contributions %.6f / weight present %.6f", sum, composed->coverage);
    for (size_t i = 0; i < composed->n; i++) {
        const struct part *part = &composed->part[i];

        if (isnan(part->points))
            note(&inputs, "missing %.*s (%s)", NP_ARG(part->weight->component),
                 np_null_reason_name(part->raw.reason));
    }
    row_real(row, "value", composed->value);
    row_text(row, "unit", NP_S("0..100"));
    if (isnan(composed->value))
        row_text(row, "reason", np_slice_of(np_null_reason_name(reason)));
    row_real(row, "points", composed->value);
    row_copy(row, "inputs", &inputs);
    row_text(row, "formula", NP_S("SUM weight * points / SUM weight of components present"));
    row_ours(run, row);
    row_put(row);
    np_buf_release(&inputs);
}

/* ---- families ---- */

/* Formula, source, unit and inputs of an indicator. */
static void row_indicator(const struct np_evaluation *run, struct row *row, int column,
                          int64_t family)
{
    const struct np_indicator *indicator = &np_indicators[column];
    struct np_buf inputs = { 0 };

    indicator->of(run, family, &inputs);
    row_text(row, "unit", np_slice_of(indicator->unit));
    row_text(row, "formula", np_slice_of(indicator->formula));
    row_text(row, "source", np_slice_of(indicator->source));
    row_copy(row, "inputs", &inputs);
    np_buf_release(&inputs);
}

static void put_composite(const struct np_evaluation *run, int64_t family, struct np_slice score,
                          bool *told, struct row *row)
{
    struct np_slice key = family_at(run, family)->key;
    struct composed composed;

    compose(run, score, family, &composed);
    for (size_t i = 0; i < composed.n; i++) {
        const struct part *part = &composed.part[i];
        int column = part->weight->column;

        row_subject(row, "family", key, score, part->weight->component);
        row_part(row, part);
        if ((size_t)column < run->nindicators) {
            row_indicator(run, row, column, family);
            told[column] = true;
        } else {
            row_text(row, "unit", NP_S("0..100"));
            row_ours(run, row);
        }
        row_put(row);
    }
    put_total(run, row, "family", key, score, &composed,
              column_value(run, find_column(score), family).reason);
}

static void put_indicators(const struct np_evaluation *run, int64_t family, const bool *told,
                           struct row *row)
{
    for (size_t i = 0; i < run->nindicators; i++) {
        if (told[i])
            continue;
        row_subject(row, "family", family_at(run, family)->key, NP_S("indicator"),
                    np_slice_of(np_indicators[i].name));
        row_value(row, column_value(run, (int)i, family));
        row_indicator(run, row, (int)i, family);
        row_put(row);
    }
}

void put_family_measures(const struct np_evaluation *run, struct row *row)
{
    enum { INDICATORS_MAX = 256 };
    bool told[INDICATORS_MAX];

    if (run->nindicators > INDICATORS_MAX)
        np_panic("more than %d indicators", INDICATORS_MAX);
    for (size_t i = 0; i < run->scope.n && row->status == NP_OK; i++) {
        memset(told, 0, sizeof told);
        for (int c = 0; c < NCOMPOSITES; c++)
            put_composite(run, run->scope.v[i], np_slice_of(composite_names[c]), told, row);
        put_indicators(run, run->scope.v[i], told, row);
    }
}

/* ---- portfolios ---- */

/* What a number of portfolios and enterprises is, for readers of measures. */
static void row_told(struct row *row, struct np_slice name)
{
    static const struct np_measure *const tables[] = {
        np_holding_measures, np_portfolio_measures, np_enterprise_measures,
    };

    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        const struct np_measure *m = find_measure(tables[i], name);

        if (!m)
            continue;
        row_text(row, "unit", np_slice_of(m->unit));
        row_text(row, "formula", np_slice_of(m->formula));
        row_text(row, "source", np_slice_of(m->source));
        return;
    }
}

static void note_count(struct np_buf *b, const char *what, double n)
{
    if (!isnan(n))
        note(b, "%s %g", what, n);
}

static void note_holding(const struct holding *h, struct np_slice name, struct np_buf *b)
{
    note(b, "families %g, active %g, granted %g, pending %g, presumed %g", h->families, h->active,
         h->granted, h->pending, h->presumed);
    if (np_slice_is(name, "pai"))
        note(b, "without competitive impact %g", h->pai_missing);
    else if (np_slice_is(name, "p90_hv"))
        note(b, "with hv %g", h->hv_families);
    else if (np_slice_is(name, "top10_share"))
        note_count(b, "in the top 10 %", h->top10_families);
    else if (np_slice_is(name, "structure")) {
        note_count(b, "claim types", h->claim_types);
        note_count(b, "core", h->core);
        note_count(b, "satellites", h->satellites);
    } else if (np_slice_is(name, "overseas_share_granted"))
        note(b, "granted abroad %g", h->overseas_granted);
    else if (np_slice_is(name, "life_weighted"))
        note(b, "years left: under 3 %g, to 7 %g, to 12 %g, more %g", h->remaining_0_3,
             h->remaining_3_7, h->remaining_7_12, h->remaining_12_more);
}

/* Of a portfolio that is not listed the numbers are told; points belong to the listed ones. */
static void leave_unscored(struct composed *composed)
{
    composed->value = composed->coverage = NAN;
    for (size_t i = 0; i < composed->n; i++) {
        composed->part[i].points = composed->part[i].percentile = NAN;
        composed->part[i].ranked = false;
    }
}

/* Why there is no score, and how much of one is known. */
static void put_unscored(const struct np_evaluation *run, struct row *row, struct np_slice key,
                         const struct portfolio *p)
{
    struct np_buf inputs = { 0 };

    row_subject(row, "portfolio", key, NP_S("portfolio"), NP_EMPTY);
    say_missing(run, p, &inputs);
    note(&inputs, "weight present %.6f", p->coverage);
    row_text(row, "unit", NP_S("0..100"));
    row_text(row, "reason", np_slice_of(np_null_reason_name(NP_NOT_APPLICABLE)));
    row_copy(row, "inputs", &inputs);
    row_text(row, "formula", NP_S("of listed portfolios alone"));
    row_ours(run, row);
    row_put(row);
    np_buf_release(&inputs);
}

static void put_portfolio_parts(const struct np_evaluation *run, const struct holdings *all,
                                const struct portfolio *p, struct row *row)
{
    struct np_arena *arena = np_arena_new();
    struct np_slice key = portfolio_key(run, p, arena);
    struct np_buf inputs = { 0 };
    struct composed composed;

    compose_portfolio(run, all, p, &composed);
    if (!p->listed)
        leave_unscored(&composed);
    for (size_t i = 0; i < composed.n; i++) {
        struct np_slice component = composed.part[i].weight->component;

        row_subject(row, "portfolio", key, NP_S("portfolio"), component);
        row_part(row, &composed.part[i]);
        row_told(row, component);
        np_buf_reset(&inputs);
        note_holding(&p->h, component, &inputs);
        row_copy(row, "inputs", &inputs);
        row_put(row);
    }
    if (p->listed)
        put_total(run, row, "portfolio", key, NP_S("portfolio"), &composed, NP_NO_DATA);
    else
        put_unscored(run, row, key, p);
    np_buf_release(&inputs);
    np_arena_free(arena);
}

void put_portfolio_measures(const struct np_evaluation *run, const struct holdings *all,
                            struct row *row)
{
    for (size_t i = 0; i < all->nrows && row->status == NP_OK; i++)
        put_portfolio_parts(run, all, all->rows[i], row);
}

/* ---- enterprises: the numbers of the tier rules ---- */

static bool is_repeated(const struct np_scoring *scoring, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (np_slice_eq(scoring->tiers.v[k].measure, scoring->tiers.v[i].measure))
            return true;
    return false;
}

static void put_tier_number(const struct np_evaluation *run, const struct enterprise *e,
                            struct np_slice name, struct row *row)
{
    const struct np_measure *m = find_measure(np_enterprise_measures, name);
    struct np_buf inputs = { 0 };
    double value;

    if (!m)
        m = find_measure(np_holding_measures, name);
    value = measure_value(e, m);
    row_subject(row, "enterprise", run->facts->enterprises.v[e->number].key, NP_S("tier"), name);
    row_value(row, isnan(value) ? null_of(NP_NO_DATA) : value_of(value));
    row_told(row, name);
    note_holding(&e->h, name, &inputs);
    if (e->city.n)
        note(&inputs, "city %.*s", NP_ARG(e->city));
    row_copy(row, "inputs", &inputs);
    row_put(row);
    np_buf_release(&inputs);
}

void put_enterprise_measures(const struct np_evaluation *run, const struct holdings *all,
                             struct row *row)
{
    for (size_t i = 0; i < all->enterprises.n && row->status == NP_OK; i++)
        for (size_t k = 0; k < run->scoring->tiers.n; k++)
            if (run->scoring->tiers.v[k].measure.n && !is_repeated(run->scoring, k))
                put_tier_number(run, &all->enterprises.v[i], run->scoring->tiers.v[k].measure,
                                row);
}
