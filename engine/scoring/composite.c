/* composite.c -- weighted means of components, with what is missing said (scoring.md, section 6).
 *
 *   points   0 to 100 per component, by its transform
 *   value    SUM weight * points / SUM weight, over the components that are there
 *   coverage SUM weight of those; under coverage_min there is no value
 */
#include "policy.h"

double points_of(const struct weight *weight, double raw, double percentile)
{
    double share;

    switch (weight->transform) {
    case BY_RANK:
    case BY_INDEX: return weight->direction < 0 ? 100 - percentile : percentile;
    case BY_FLAG: share = raw >= weight->parameter; break;
    default: share = raw / weight->parameter; break;
    }
    share = share < 0 ? 0 : share > 1 ? 1 : share;
    return 100 * (weight->direction < 0 ? 1 - share : share);
}

void compose_sum(const struct np_scoring *scoring, struct composed *composed)
{
    double sum = 0, present = 0, total = 0;

    for (size_t i = 0; i < composed->n; i++) {
        struct part *part = &composed->part[i];

        total += part->weight->weight;
        if (isnan(part->points) && part->weight->missing_zero)
            part->points = 0;
        if (isnan(part->points))
            continue;
        present += part->weight->weight;
        sum += part->weight->weight * part->points;
    }
    composed->coverage = total > 0 ? present / total : 0;
    composed->value =
        present > 0 && composed->coverage >= scoring->coverage_min - 1e-9 ? settled(sum / present)
                                                                        : NAN;
}

static void place_in_cohort(const struct np_evaluation *run, struct part *part, int64_t family)
{
    const struct weight *weight = part->weight;

    if (!cohort_find(run, cohort_default(run), weight->column, family, &part->cohort)) {
        part->raw.reason = NP_COHORT_TOO_SMALL;
        return;
    }
    part->ranked = true;
    part->percentile = cohort_rank(&part->cohort, part->raw.value);
    part->points = points_of(weight, part->raw.value,
                             weight->transform == BY_RANK
                                 ? part->percentile
                                 : 100 * cohort_index(&part->cohort, part->raw.value,
                                                      run->scoring->winsor_q));
}

static void make_part(const struct np_evaluation *run, const struct weight *weight, int64_t family,
                      struct part *part)
{
    *part = (struct part){ .weight = weight, .points = NAN, .percentile = NAN };
    part->raw = column_value(run, weight->column, family);
    if (is_null(part->raw))
        return;
    if (weight->transform == BY_RANK || weight->transform == BY_INDEX)
        place_in_cohort(run, part, family);
    else
        part->points = points_of(weight, part->raw.value, NAN);
}

void compose(const struct np_evaluation *run, struct np_slice score, int64_t family,
             struct composed *out)
{
    const struct np_scoring *scoring = run->scoring;

    out->n = 0;
    for (size_t i = 0; i < scoring->weights.n; i++)
        if (np_slice_eq(scoring->weights.v[i].score, score))
            make_part(run, &scoring->weights.v[i], family, &out->part[out->n++]);
    compose_sum(scoring, out);
    if (np_slice_is(score, composite_names[HV]) && run->states[family].status < RIGHT_PENDING)
        out->value = NAN; /* only for families in force or pending */
}

void fill_composites(struct np_evaluation *run)
{
    for (int c = 0; c < NCOMPOSITES; c++)
        for (size_t i = 0; i < run->scope.n; i++) {
            struct composed composed;
            struct np_value value;

            compose(run, np_slice_of(composite_names[c]), run->scope.v[i], &composed);
            value = isnan(composed.value)
                        ? null_of(c == HV && run->states[run->scope.v[i]].status == RIGHT_DEAD
                                      ? NP_NOT_APPLICABLE : NP_NO_DATA)
                        : value_of(composed.value);
            set_value(run, (int)run->nindicators + c, run->scope.v[i], value);
        }
}

/* ---- what follows from them ---- */

int is_top10(const struct np_evaluation *run, int64_t family)
{
    struct np_value top = column_value(run, find_column(NP_S("top10")), family);

    return is_null(top) ? -1 : top.value > 0;
}

/* Of the policy category: a circumstance alone is enough here, whether or not the rest is known. */
static bool any_circumstance(const struct np_evaluation *run, int64_t family)
{
    struct policy policy = policy_of(run, family);

    for (int i = 0; policy.gate && i < CIRCUMSTANCES; i++)
        if (policy.counts[i] && policy.circumstance[i] == ANSWER_YES)
            return true;
    return false;
}

int is_core(const struct np_evaluation *run, int64_t family)
{
    int column = (int)run->nindicators + HV;
    struct np_value hv = column_value(run, column, family);
    struct cohort cohort;

    if (is_null(hv) || !cohort_find(run, cohort_default(run), column, family, &cohort))
        return -1;
    if (hv.value >= cohort_quantile(&cohort, 0.9))
        return 1;
    return hv.value >= cohort_quantile(&cohort, 0.5) && any_circumstance(run, family);
}
