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
    return !rule->measure.n || op_holds(rule->op, value_for(e, rule->measure), rule->value);
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

int tier_rank(const struct np_scoring *scoring, int tier)
{
    int rank = 1;

    for (int i = 1; i <= tier; i++)
        rank += begins_tier(scoring, (size_t)i);
    return rank;
}

/* ---- in words ---- */

/* Why a number of a tier's rule is not there. */
static const struct { const char *measure, *zh, *en; } absent[] = {
    { "pai_rank_in_city", "未入排名", "not ranked" },
    { "best_rta", "各细分领域均不足5族", "under 5 families in each subfield" },
    { "best_rta_active", "无", "none" },
    { "best_rta_rank_in_city", "无", "none" },
    { "growth_over_field", "基期无申请、增速不可比", "no rate, as none were filed in the first year" },
    { "mean_nfc", "未获取", "unknown" },
};

static const char *absent_words(struct np_slice measure, bool zh)
{
    for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
        if (np_slice_is(measure, absent[i].measure))
            return zh ? absent[i].zh : absent[i].en;
    return zh ? "未获取" : "unknown";
}

static const struct np_measure *measure_for(struct np_slice name)
{
    const struct np_measure *m = find_measure(np_enterprise_measures, name);

    return m ? m : find_measure(np_holding_measures, name);
}

static bool is_share(const struct np_measure *m)
{
    return strcmp(m->unit, "0..1") == 0 || strcmp(m->unit, "per year") == 0;
}

/* Behind a number; a Chinese heading that ends in 数 names its unit itself. */
static const struct { const char *unit, *zh, *en; } units[] = {
    { "years", "年", " years" }, { "families", "族", "" }, { "0..100", "分", " points" },
};

static void put_unit(struct np_buf *b, const struct np_measure *m, bool zh)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strcmp(m->unit, units[i].unit) == 0 && !(zh && np_slice_ends(np_slice_of(m->zh), "数")))
            np_buf_puts(b, zh ? units[i].zh : units[i].en);
}

/* As people write it: 33 %, 2.41, 5. */
static void put_number(struct np_buf *b, const struct np_measure *m, double value, bool zh)
{
    if (is_share(m))
        np_buf_printf(b, "%.0f%%", 100 * value);
    else if (strcmp(m->unit, "years") == 0 && value != floor(value))
        np_buf_printf(b, "%.1f", value);
    else if (value == floor(value))
        np_buf_printf(b, "%.0f", value);
    else
        np_buf_printf(b, "%.2f", value);
    put_unit(b, m, zh);
}

static const char *op_sign(char op)
{
    return op == 'G' ? "≥" : op == 'L' ? "≤" : op == '>' ? ">" : op == '<' ? "<" : "=";
}

/* "被引前10%族数 1(须≥3)"; of what holds "距最近申请 11.2年(≥3年)". */
static void put_condition(struct np_buf *b, const struct tier_rule *rule,
                          const struct enterprise *e, bool missing, bool zh)
{
    const struct np_measure *m = measure_for(rule->measure);
    double value = measure_value(e, m);

    np_buf_printf(b, "%s ", zh ? m->zh : m->en);
    if (isnan(value))
        np_buf_puts(b, absent_words(rule->measure, zh));
    else if (strcmp(m->unit, "flag") == 0)
        np_buf_puts(b, zh ? (value > 0 ? "是" : "否") : value > 0 ? "yes" : "no");
    else
        put_number(b, m, value, zh);
    if (strcmp(m->unit, "flag") == 0)
        return;
    np_buf_puts(b, zh ? "(" : " (");
    if (missing)
        np_buf_puts(b, zh ? "须" : "needs ");
    np_buf_puts(b, op_sign(rule->op));
    put_number(b, m, rule->value, zh);
    np_buf_putc(b, ')');
}

/* The rules of the group of rule `at`, those that hold or all that are missed, "或" between; those
 * before it are told already.                                                                   */
static void put_group(const struct np_scoring *scoring, size_t at, const struct enterprise *e,
                      bool missing, bool zh, struct np_buf *b)
{
    const struct tier_rule *all = scoring->tiers.v;
    size_t before = b->n;

    for (size_t i = at; i < scoring->tiers.n && same_tier(&all[i], &all[at]); i++) {
        if (all[i].group != all[at].group || (!missing && !holds(&all[i], e)))
            continue;
        np_buf_puts(b, b->n == before ? "" : zh ? " 或 " : " or ");
        put_condition(b, &all[i], e, missing, zh);
    }
}

static bool begins_group(const struct np_scoring *scoring, size_t at)
{
    const struct tier_rule *all = scoring->tiers.v;

    for (size_t i = 0; i < at; i++)
        if (same_tier(&all[i], &all[at]) && all[i].group == all[at].group)
            return false;
    return true;
}

/* Groups of the tier that begins at `first`: all, or those that do not hold. */
static void put_groups(const struct np_scoring *scoring, int first, const struct enterprise *e,
                       bool missing, bool zh, struct np_buf *b)
{
    size_t before = b->n;

    for (size_t i = (size_t)first; i < scoring->tiers.n; i++) {
        const struct tier_rule *rule = &scoring->tiers.v[i];

        if (!same_tier(rule, &scoring->tiers.v[first]) || !rule->measure.n ||
            !begins_group(scoring, i) || (missing && group_holds(scoring, i, e)))
            continue;
        np_buf_puts(b, b->n > before ? "; " : "");
        put_group(scoring, i, e, missing, zh, b);
    }
}

void say_tier_words(const struct np_scoring *scoring, const struct enterprise *e, bool zh,
                    struct np_buf *b)
{
    if (e->proposed < 0)
        return;
    put_groups(scoring, e->proposed, e, false, zh, b);
    if (!scoring->tiers.v[e->proposed].measure.n)
        np_buf_puts(b, zh ? "不符合其他各层级条件" : "meets the conditions of no other tier");
}

/* The tier to aim at: index of its first rule, -1 at the top. */
static int tier_ahead(const struct np_scoring *scoring, const struct enterprise *e)
{
    if (e->tier < 0 || !scoring->tiers.v[e->tier].next.n)
        return -1;
    return tier_find(scoring, scoring->tiers.v[e->tier].next);
}

void say_next_words(const struct np_scoring *scoring, const struct enterprise *e, bool zh,
                    struct np_buf *b)
{
    int ahead = tier_ahead(scoring, e);
    const struct tier_rule *rule = ahead < 0 ? NULL : &scoring->tiers.v[ahead];
    size_t before;

    if (!rule)
        return;
    np_buf_printf(b, "%.*s: ", NP_ARG(zh ? rule->zh : rule->en));
    before = b->n;
    put_groups(scoring, ahead, e, true, zh, b);
    if (b->n == before)
        np_buf_puts(b, zh ? "条件均已符合, 供认定时参考" : "all conditions hold: for the officer to decide");
}

static bool is_aim(const struct np_scoring *scoring, const struct tier_rule *rule)
{
    for (size_t i = 0; i < scoring->tiers.n; i++)
        if (np_slice_eq(scoring->tiers.v[i].next, rule->tier))
            return true;
    return false;
}

void say_step(const struct np_scoring *scoring, const struct enterprise *e, bool zh,
              struct np_buf *b)
{
    int ahead = tier_ahead(scoring, e);

    for (size_t i = 0; i < scoring->tiers.n; i++) {
        const struct tier_rule *rule = &scoring->tiers.v[i];
        struct np_slice step = zh ? rule->step_zh : rule->step_en;
        bool wanted = ahead >= 0 && same_tier(rule, &scoring->tiers.v[ahead]) &&
                      !group_holds(scoring, i, e);
        bool warned = e->proposed >= 0 && !is_aim(scoring, rule) &&
                      same_tier(rule, &scoring->tiers.v[e->proposed]) && holds(rule, e);

        if (!step.n || !(wanted || warned) ||
            np_slice_find(np_buf_slice(b), step) != (size_t)-1)
            continue;
        np_buf_puts(b, b->n ? "; " : "");
        np_buf_puts_slice(b, step);
    }
}

/* ---- for programs and explain: "active 3, >= 5; ..." ---- */

static void say_rule(const struct tier_rule *rule, const struct enterprise *e, struct np_buf *b)
{
    double value = rule->measure.n ? value_for(e, rule->measure) : NAN;

    if (!rule->measure.n)
        return;
    if (isnan(value))
        note(b, "%.*s unknown, %s %g", NP_ARG(rule->measure), op_text(rule->op), rule->value);
    else
        note(b, "%.*s %g, %s %g", NP_ARG(rule->measure), value, op_text(rule->op), rule->value);
}

void say_tier(const struct np_scoring *scoring, const struct enterprise *e, struct np_buf *b)
{
    for (size_t i = 0; e->proposed >= 0 && i < scoring->tiers.n; i++)
        if (same_tier(&scoring->tiers.v[i], &scoring->tiers.v[e->proposed]))
            say_rule(&scoring->tiers.v[i], e, b);
}

void say_next(const struct np_scoring *scoring, const struct enterprise *e, struct np_buf *b)
{
    int ahead = tier_ahead(scoring, e);

    if (ahead < 0)
        return;
    np_buf_printf(b, "%.*s", NP_ARG(scoring->tiers.v[ahead].tier));
    for (size_t i = 0; i < scoring->tiers.n; i++)
        if (same_tier(&scoring->tiers.v[i], &scoring->tiers.v[ahead]) &&
            !group_holds(scoring, i, e))
            say_rule(&scoring->tiers.v[i], e, b);
}
