/* tier.c -- cultivation tiers: first match of rules/tiers.tsv wins (scoring.md, section 4.5). */
#include "holding.h"

static bool same_tier(const struct tier_rule *a, const struct tier_rule *b)
{
    return np_slice_eq(a->tier, b->tier);
}

static double value_for(const struct enterprise *e, struct np_slice name)
{
    const struct np_measure *m = find_measure(np_enterprise_measures, name);

    if (!m)
        m = find_measure(np_holding_measures, name);
    return m ? measure_value(e, m) : NAN;
}

/* An unknown number meets no rule. */
bool op_holds(char op, double value, double limit)
{
    switch (op) {
    case 'G': return value >= limit;
    case 'L': return value <= limit;
    case '>': return value > limit;
    case '<': return value < limit;
    default: return value == limit;
    }
}

const char *op_text(char op)
{
    return op == 'G' ? ">=" : op == 'L' ? "<=" : op == '>' ? ">" : op == '<' ? "<" : "=";
}

static bool holds(const struct tier_rule *rule, const struct enterprise *e)
{
    return op_holds(rule->op, value_for(e, rule->measure), rule->value);
}

/* Does one rule of this rule's group hold? */
static bool group_holds(const struct np_scoring *scoring, size_t at, const struct enterprise *e)
{
    const struct tier_rule *all = scoring->tiers.v;

    for (size_t i = 0; i < scoring->tiers.n; i++)
        if (same_tier(&all[i], &all[at]) && all[i].group == all[at].group && holds(&all[i], e))
            return true;
    return false;
}

static bool tier_holds(const struct np_scoring *scoring, size_t first, const struct enterprise *e)
{
    for (size_t i = 0; i < scoring->tiers.n; i++)
        if (same_tier(&scoring->tiers.v[i], &scoring->tiers.v[first]) &&
            !group_holds(scoring, i, e))
            return false;
    return true;
}

static bool begins_tier(const struct np_scoring *scoring, size_t i)
{
    return i == 0 || !same_tier(&scoring->tiers.v[i], &scoring->tiers.v[i - 1]);
}

int tier_of(const struct np_scoring *scoring, const struct enterprise *e)
{
    for (size_t i = 0; i < scoring->tiers.n; i++)
        if (begins_tier(scoring, i) && tier_holds(scoring, i, e))
            return (int)i;
    return -1;
}

static void say_rule(const struct tier_rule *rule, const struct enterprise *e, struct np_buf *b)
{
    double value = value_for(e, rule->measure);

    if (isnan(value))
        note(b, "%.*s unknown, %s %g", NP_ARG(rule->measure), op_text(rule->op), rule->value);
    else
        note(b, "%.*s %g, %s %g", NP_ARG(rule->measure), value, op_text(rule->op), rule->value);
}

void say_tier(const struct np_scoring *scoring, const struct enterprise *e, struct np_buf *b)
{
    for (size_t i = 0; e->tier >= 0 && i < scoring->tiers.n; i++)
        if (same_tier(&scoring->tiers.v[i], &scoring->tiers.v[e->tier]))
            say_rule(&scoring->tiers.v[i], e, b);
}

/* The first rule of the tier before the enterprise's. */
static int tier_above(const struct np_scoring *scoring, const struct enterprise *e)
{
    int above = -1, end = e->tier < 0 ? (int)scoring->tiers.n : e->tier;

    for (int i = 0; i < end; i++)
        if (begins_tier(scoring, (size_t)i))
            above = i;
    return above;
}

void say_next(const struct np_scoring *scoring, const struct enterprise *e, struct np_buf *b)
{
    int above = tier_above(scoring, e);

    if (above < 0)
        return;
    np_buf_printf(b, "%.*s", NP_ARG(scoring->tiers.v[above].tier));
    for (size_t i = 0; i < scoring->tiers.n; i++)
        if (same_tier(&scoring->tiers.v[i], &scoring->tiers.v[above]) &&
            !group_holds(scoring, i, e))
            say_rule(&scoring->tiers.v[i], e, b);
}
