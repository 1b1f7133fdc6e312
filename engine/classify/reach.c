/* reach.c -- which patterns the texts of a document may hold at all, and which subfields they can
 * still reach: most documents reach none, and nothing is then asked of them.
 *
 * Everything here rules out; what is left is scored in full. A bound is the sum of all weights
 * that may count, by the places where their patterns are open, so what lies below the
 * threshold by it cannot reach it (rules/README.md, "How a score comes about").
 */
#include "matcher.h"

#include <stdlib.h>

/* Sums in another order differ in their last digits. */
#define SLACK 1e-6

/* Made once for a matcher. */
struct reach {
    int *first, *patterns; /* by arm: where its patterns stand, one more for the end */
    struct { int *v; size_t n, cap; } *subfields; /* by pattern: those a `rule` of which has it */
    struct np_arena *arena;
    double *given_most;    /* by subfield: what other subfields may add */
    bool *implied;         /* by subfield: it needs no rule of its own */
};

static double most_of(double a, double b)
{
    double most = a > b ? a : b;

    return most > 0 ? most : 0;
}

static void list_patterns(struct reach *reach, const struct np_rules *rules)
{
    size_t n = 0;

    reach->first = np_calloc(rules->arms.n + 2, sizeof *reach->first);
    for (size_t p = 0; p < rules->patterns.n; p++)
        for (size_t i = 0; i < rules->patterns.v[p].arms.n; i++, n++)
            reach->first[rules->patterns.v[p].arms.v[i] + 2]++;
    reach->patterns = np_calloc(n + 1, sizeof *reach->patterns);
    for (size_t a = 1; a < rules->arms.n + 2; a++)
        reach->first[a] += reach->first[a - 1];
    for (size_t p = 0; p < rules->patterns.n; p++)
        for (size_t i = 0; i < rules->patterns.v[p].arms.n; i++)
            reach->patterns[reach->first[rules->patterns.v[p].arms.v[i] + 1]++] = (int)p;
}

static void add_given(struct reach *reach, const struct np_rules *rules, size_t subfield)
{
    const struct subfield_state *state = &rules->subfields.v[subfield];

    for (size_t i = 0; i < state->rules.n; i++) {
        const struct rule *rule = &rules->rules.v[state->rules.v[i]];

        if (rule->kind == RULE_TEXT)
            *np_list_add(reach->arena, &reach->subfields[rule->pattern]) = (int)subfield;
        if (rule->kind == RULE_IMPLIED)
            reach->implied[subfield] = true;
        if (rule->kind == RULE_GIVEN || rule->kind == RULE_IMPLIED)
            reach->given_most[subfield] += most_of(rule->weight[0], 0);
    }
}

struct reach *reach_new(const struct np_rules *rules)
{
    struct reach *reach = np_calloc(1, sizeof *reach);

    reach->arena = np_arena_new();
    reach->subfields = np_calloc(rules->patterns.n + 1, sizeof *reach->subfields);
    list_patterns(reach, rules);
    reach->given_most = np_calloc(rules->subfields.n + 1, sizeof *reach->given_most);
    reach->implied = np_calloc(rules->subfields.n + 1, sizeof *reach->implied);
    for (size_t i = 0; i < rules->subfields.n; i++)
        add_given(reach, rules, i);
    return reach;
}

void reach_free(struct reach *reach)
{
    np_arena_free(reach->arena);
    free(reach->subfields);
    free(reach->first);
    free(reach->patterns);
    free(reach->given_most);
    free(reach->implied);
    free(reach);
}

/* ---- texts ---- */

void forget_patterns(struct np_matcher *m)
{
    for (size_t i = 0; i < m->nopen_patterns; i++)
        m->may[m->open_patterns[i]] = 0;
    m->nopen_patterns = 0;
    memset(m->at_place, 0, sizeof m->at_place);
}

void open_arm(struct np_matcher *m, size_t arm, size_t text)
{
    const struct reach *reach = m->reach;

    for (int i = reach->first[arm]; i < reach->first[arm + 1]; i++) {
        int p = reach->patterns[i];

        if (!m->may[p]) {
            m->open_patterns[m->nopen_patterns++] = p;
            memset(m->answers + (size_t)p * m->ntexts, 0, m->ntexts * sizeof *m->answers);
        }
        m->may[p] |= text_bit(text);
    }
}

void note_places(struct np_matcher *m)
{
    for (size_t t = 0; t < m->ntexts; t++) {
        m->at_place[m->texts[t].place] |= text_bit(t);
        if (is_claim(&m->texts[t]))
            m->at_place[NP_IN_CLAIMS] |= text_bit(t);
    }
}

/* ---- bounds ---- */

/* The most that a rule may add. */
static double most_of_rule(const struct np_matcher *m, const struct rule *rule)
{
    uint32_t may = m->may[rule->pattern];
    const double *w = rule->weight;
    double abstract = most_of(w[IN_LEAD], w[IN_ABSTRACT]), sum = 0;

    if (!may)
        return 0;
    if (may & m->at_place[NP_IN_TITLE])
        sum += most_of(w[IN_TITLE], 0);
    if (may & m->at_place[NP_IN_ABSTRACT])
        sum += abstract;
    if (may & m->at_place[NP_IN_CLAIM])
        sum += m->has_abstract ? most_of(w[IN_CLAIM], 0) : most_of(w[IN_CLAIM], abstract);
    if (may & m->at_place[NP_IN_INDEPENDENT])
        sum += most_of(w[IN_INDEPENDENT], 0);
    if (may & m->at_place[NP_IN_CLAIMS])
        sum += most_of(w[IN_CLAIMS], 0);
    return sum;
}

/* A need whose pattern is nowhere, and no symbol is there instead. */
static bool need_fails(const struct np_matcher *m, const struct np_subject *subject,
                       const struct rule *rule)
{
    return !(rule->pattern >= 0 && m->may[rule->pattern]) && !has_code(subject, rule);
}

static bool may_reach(const struct np_matcher *m, const struct np_subject *subject,
                      size_t subfield)
{
    const struct subfield_state *state = &m->rules->subfields.v[subfield];
    double own = 0, others = m->reach->given_most[subfield];

    for (size_t i = 0; i < state->rules.n; i++) {
        const struct rule *rule = &m->rules->rules.v[state->rules.v[i]];

        if (rule->kind == RULE_TEXT)
            own += most_of_rule(m, rule);
        else if (rule->kind == RULE_SUPPORT)
            others += most_of_rule(m, rule);
        else if (rule->kind == RULE_CODE)
            others += most_of(rule->weight[0], 0);
    }
    if ((own <= 0 && !m->reach->implied[subfield]) || own + others < state->threshold - SLACK)
        return false;
    for (size_t i = 0; i < state->rules.n; i++) {
        const struct rule *rule = &m->rules->rules.v[state->rules.v[i]];

        if (rule->kind == RULE_NEED && need_fails(m, subject, rule))
            return false;
    }
    return true;
}

void list_possible(const struct np_matcher *m, const struct np_subject *subject)
{
    bool all = m->thorough || m->ungated;

    for (size_t i = 0; i < m->rules->subfields.n; i++)
        m->scores[i] = (struct score){ .possible = all || m->reach->implied[i] };
    for (size_t i = 0; i < m->nopen_patterns && !all; i++) {
        int p = m->open_patterns[i];

        for (size_t k = 0; k < m->reach->subfields[p].n; k++)
            m->scores[m->reach->subfields[p].v[k]].possible = true;
    }
    for (size_t i = 0; i < m->rules->subfields.n && !all; i++)
        if (m->scores[i].possible)
            m->scores[i].possible = may_reach(m, subject, i);
}
