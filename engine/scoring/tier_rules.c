/* tier_rules.c -- rules/tiers.tsv, read and checked. */
#include "evaluation.h"

#include <nanopat/tsv.h>

enum { TIER, ZH, EN, NEXT, GROUP, MEASURE, OP, VALUE, STEP_ZH, STEP_EN, CELLS };

static struct np_slice brief(struct np_slice s)
{
    return np_slice_sub(s, 0, 60);
}

static enum np_status read_condition(const struct np_tsv *tsv, const struct np_slice *cell,
                                     struct tier_rule *rule, struct np_err *err)
{
    if (!np_slice_int(cell[GROUP], &rule->group))
        return np_tsv_fail(tsv, err, "group '%.*s' is no number", NP_ARG(brief(cell[GROUP])));
    if (np_slice_is(cell[MEASURE], "-")) {
        rule->measure = NP_EMPTY;
        return NP_OK;
    }
    if (!is_tier_measure(cell[MEASURE]))
        return np_tsv_fail(tsv, err, "unknown measure '%.*s'", NP_ARG(brief(cell[MEASURE])));
    if (!read_op(cell[OP], &rule->op) || !np_slice_real(cell[VALUE], &rule->value))
        return np_tsv_fail(tsv, err, "expected measure, op (>= <= > < =) and a number");
    return NP_OK;
}

/* Rows of a tier stand together and say the same of it. */
static enum np_status check_tier(const struct np_scoring *scoring, const struct np_tsv *tsv,
                                 const struct tier_rule *rule, struct np_err *err)
{
    size_t n = scoring->tiers.n;

    if (!rule->tier.n || !rule->zh.n || !rule->en.n)
        return np_tsv_fail(tsv, err, "a tier needs a name in both languages");
    if (n && !scoring->tiers.v[n - 1].measure.n && !np_slice_eq(scoring->tiers.v[n - 1].tier, rule->tier))
        return np_tsv_fail(tsv, err, "no tier can stand behind '%.*s', which takes all",
                           NP_ARG(brief(scoring->tiers.v[n - 1].tier)));
    for (size_t i = 0; i < n; i++) {
        const struct tier_rule *other = &scoring->tiers.v[i];

        if (!np_slice_eq(other->tier, rule->tier))
            continue;
        if (!np_slice_eq(scoring->tiers.v[n - 1].tier, rule->tier))
            return np_tsv_fail(tsv, err, "rows of '%.*s' stand apart", NP_ARG(brief(rule->tier)));
        if (!np_slice_eq(other->next, rule->next) || !np_slice_eq(other->zh, rule->zh) ||
            !np_slice_eq(other->en, rule->en))
            return np_tsv_fail(tsv, err, "'%.*s' has another zh, en or next above",
                               NP_ARG(brief(rule->tier)));
    }
    return NP_OK;
}

static enum np_status add_tier(struct np_scoring *scoring, const struct np_tsv *tsv,
                               const struct np_slice *cell, struct np_err *err)
{
    struct np_arena *arena = scoring->arena;
    struct tier_rule rule = {
        .tier = np_arena_copy(arena, cell[TIER]), .zh = np_arena_copy(arena, cell[ZH]),
        .en = np_arena_copy(arena, cell[EN]), .next = np_arena_copy(arena, cell[NEXT]),
        .measure = np_arena_copy(arena, cell[MEASURE]),
        .step_zh = np_arena_copy(arena, cell[STEP_ZH]),
        .step_en = np_arena_copy(arena, cell[STEP_EN]),
    };

    if (read_condition(tsv, cell, &rule, err) != NP_OK ||
        check_tier(scoring, tsv, &rule, err) != NP_OK)
        return NP_STOP;
    *np_list_add(arena, &scoring->tiers) = rule;
    return NP_OK;
}

int tier_find(const struct np_scoring *scoring, struct np_slice name)
{
    for (size_t i = 0; i < scoring->tiers.n; i++) {
        const struct tier_rule *rule = &scoring->tiers.v[i];

        if (np_slice_eq(rule->tier, name) || np_slice_eq(rule->zh, name) ||
            np_slice_eq(rule->en, name))
            return (int)i;
    }
    return -1;
}

static enum np_status check_next(const struct np_scoring *scoring, const struct np_tsv *tsv,
                                 struct np_err *err)
{
    for (size_t i = 0; i < scoring->tiers.n; i++) {
        const struct tier_rule *rule = &scoring->tiers.v[i];

        if (rule->next.n && (tier_find(scoring, rule->next) < 0 ||
                             np_slice_eq(rule->next, rule->tier)))
            return np_tsv_fail(tsv, err, "'%.*s' aims at '%.*s', which is no other tier",
                               NP_ARG(brief(rule->tier)), NP_ARG(brief(rule->next)));
    }
    return NP_OK;
}

enum np_status load_tiers(struct np_scoring *scoring, const char *folder, struct np_err *err)
{
    static const char *const columns[] = { "tier", "zh", "en", "next", "group", "measure", "op",
                                           "value", "step_zh", "step_en", NULL };
    static const struct rules_table table = { "tiers.tsv", columns, false, add_tier, check_next, NULL };

    return load_table(scoring, folder, &table, err);
}
