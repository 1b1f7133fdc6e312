/* matcher.c -- a document against a rule set: scores, hits, evidence.
 *
 * Score of a subfield, in this order (rules/README.md, "How a score comes about"):
 *   `rule`s > 0; + `support`s and codes; >= threshold; all needs; no veto;
 *   + `given` rules, again >= threshold; at most `keep` subfields, none below margin * best.
 */
#include "matcher.h"

#include <math.h>
#include <stdlib.h>

/* The beginning of an abstract names what it is about. */
#define LEAD_BYTES 200

struct np_matcher *np_matcher_new(const struct np_rules *rules)
{
    struct np_matcher *m = np_calloc(1, sizeof *m);

    m->rules = rules;
    m->engine = engine_new(rules);
    m->scores = np_calloc(rules->subfields.n, sizeof *m->scores);
    m->literals = found_literals_new(rules->literals);
    m->words = rules->arms.n / 32 + 1;
    m->reach = reach_new(rules);
    m->may = np_calloc(rules->patterns.n + 1, sizeof *m->may);
    m->open_patterns = np_calloc(rules->patterns.n + 1, sizeof *m->open_patterns);
    m->opened = np_calloc(rules->arms.n + 1, sizeof *m->opened);
    return m;
}

void np_matcher_free(struct np_matcher *m)
{
    if (!m)
        return;
    engine_free(m->engine);
    np_buf_release(&m->folded);
    np_buf_release(&m->maps);
    free(m->texts);
    found_literals_free(m->literals);
    reach_free(m->reach);
    free(m->open_patterns);
    free(m->opened);
    free(m->open);
    free(m->answers);
    free(m->may);
    free(m->partial);
    free(m->starts);
    free(m->scores);
    free(m);
}

/* ---- rules ---- */

static bool stands_in(const struct text *text, enum np_place place)
{
    return place == text->place || (place == NP_IN_CLAIMS && is_claim(text));
}

static double heavier(double a, double b) { return fabs(a) > fabs(b) ? a : b; }

/* Where there is no abstract the first claim is weighed as one, if that counts more. */
static double weight_at(const struct np_matcher *m, const struct rule *rule, enum np_place place,
                        const struct answer *answer)
{
    double abstract = rule->weight[answer->from < LEAD_BYTES ? IN_LEAD : IN_ABSTRACT];

    switch (place) {
    case NP_IN_TITLE: return rule->weight[IN_TITLE];
    case NP_IN_ABSTRACT: return abstract;
    case NP_IN_CLAIM:
        return heavier(rule->weight[IN_CLAIM], m->has_abstract ? 0 : abstract);
    case NP_IN_INDEPENDENT: return rule->weight[IN_INDEPENDENT];
    case NP_IN_CLAIMS: return rule->weight[IN_CLAIMS];
    case NP_IN_CODES: break;
    }
    return 0;
}

static void add_evidence(struct np_arena *arena, struct np_hit *hit, const struct rule *rule,
                         const struct text *text, enum np_place place,
                         const struct answer *answer, double weight)
{
    struct np_slice matched = original_slice(text, answer->from, answer->to);
    struct np_evidence e = { .rule = rule->id, .place = place, .text = text->number,
                             .offset = matched.p - text->original.p, .matched = matched,
                             .weight = weight };

    if (place == NP_IN_CLAIMS)
        e.text = text->claims_number;
    *np_list_add(arena, &hit->evidence) = e;
}

static bool looks_in(const struct np_matcher *m, const struct rule *rule, enum np_place place)
{
    static const struct answer begin = { FOUND, 0, 1 }, behind = { FOUND, LEAD_BYTES, LEAD_BYTES };

    return weight_at(m, rule, place, &begin) != 0 || weight_at(m, rule, place, &behind) != 0;
}

/* One place, by its first text that has it; the others are evidence of weight 0. */
static double count_at(struct np_matcher *m, const struct rule *rule, enum np_place place,
                       struct np_arena *arena, struct np_hit *hit)
{
    bool counted = false;
    double sum = 0;

    for (size_t t = 0; t < m->ntexts; t++) {
        const struct text *text = &m->texts[t];
        const struct answer *answer;
        double weight;

        if (!stands_in(text, place))
            continue;
        answer = ask(m, rule->pattern, t);
        weight = answer->found == FOUND ? weight_at(m, rule, place, answer) : 0;
        if (weight == 0)
            continue;
        weight = counted ? 0 : weight;
        counted = true;
        sum += weight;
        if (hit && answer->to > answer->from)
            add_evidence(arena, hit, rule, text, place, answer, weight);
    }
    return sum;
}

double run_text_rule(struct np_matcher *m, const struct rule *rule, struct np_arena *arena,
                     struct np_hit *hit)
{
    static const enum np_place places[] = { NP_IN_TITLE, NP_IN_ABSTRACT, NP_IN_CLAIM,
                                            NP_IN_INDEPENDENT, NP_IN_CLAIMS };
    double sum = 0;

    if (!may_occur(m, rule->pattern))
        return 0;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (looks_in(m, rule, places[i]))
            sum += count_at(m, rule, places[i], arena, hit);
    return sum;
}

static const struct np_slice *code_in(const struct rule *rule, const struct np_symbols *symbols)
{
    for (size_t i = 0; symbols && i < symbols->n; i++)
        for (size_t r = 0; r < rule->codes.n; r++)
            if (range_holds(&rule->codes.v[r], symbols->v[i]))
                return &symbols->v[i];
    return NULL;
}

bool has_code(const struct np_subject *subject, const struct rule *rule)
{
    return code_in(rule, subject->codes[0]) || code_in(rule, subject->codes[1]);
}

/* IPC is text 0 and CPC text 1; the offset is the symbol's place in its list. */
double run_code_rule(const struct np_subject *subject, const struct rule *rule,
                     struct np_arena *arena, struct np_hit *hit)
{
    bool counted = false;

    for (int i = 0; i < 2; i++) {
        const struct np_slice *symbol = code_in(rule, subject->codes[i]);

        if (!symbol)
            continue;
        if (hit)
            *np_list_add(arena, &hit->evidence) = (struct np_evidence){
                .rule = rule->id, .place = NP_IN_CODES, .text = i,
                .offset = symbol - subject->codes[i]->v, .matched = *symbol,
                .weight = counted ? 0 : rule->weight[0]
            };
        counted = true;
    }
    return counted ? rule->weight[0] : 0;
}

static bool occurs_at(struct np_matcher *m, const struct rule *rule, size_t t)
{
    enum np_place place = m->texts[t].place;
    const struct answer *answer;

    if (!looks_in(m, rule, place) && !(is_claim(&m->texts[t]) && looks_in(m, rule, NP_IN_CLAIMS)))
        return false;
    answer = ask(m, rule->pattern, t);
    if (answer->found != FOUND)
        return false;
    return weight_at(m, rule, place, answer) > 0 ||
           (is_claim(&m->texts[t]) && weight_at(m, rule, NP_IN_CLAIMS, answer) > 0);
}

/* A need or a veto: found anywhere it looks? */
bool condition_holds(struct np_matcher *m, const struct np_subject *subject,
                     const struct rule *rule)
{
    bool look = rule->pattern >= 0 && may_occur(m, rule->pattern);

    for (size_t t = 0; look && t < m->ntexts; t++)
        if (occurs_at(m, rule, t))
            return true;
    return has_code(subject, rule);
}

static bool any_reached(const struct np_matcher *m, const int *subfields, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (m->scores[subfields[i]].hit)
            return true;
    return false;
}

/* In the title, the abstract or the first claim. */
static bool occurs_in_front(struct np_matcher *m, int pattern)
{
    for (size_t t = 0; may_occur(m, pattern) && t < m->ntexts; t++)
        if ((m->texts[t].place == NP_IN_TITLE || m->texts[t].place == NP_IN_ABSTRACT ||
             m->texts[t].place == NP_IN_CLAIM) && ask(m, pattern, t)->found == FOUND)
            return true;
    return false;
}

/* A `given` or `implied`: does what it asks of other subfields, and of the texts, hold? */
static bool reached(struct np_matcher *m, const struct rule *rule)
{
    return any_reached(m, rule->others.v, rule->others.n) &&
           !any_reached(m, rule->unless.v, rule->unless.n) &&
           (rule->pattern < 0 || occurs_in_front(m, rule->pattern));
}

/* ---- subfields ---- */

/* The rules of one kind; fills evidence where a hit is given. */
static double run_rules(struct np_matcher *m, const struct np_subject *subject,
                        const struct subfield_state *state, enum rule_kind kind,
                        struct np_arena *arena, struct np_hit *hit)
{
    double sum = 0;

    for (size_t i = 0; i < state->rules.n; i++) {
        const struct rule *rule = &m->rules->rules.v[state->rules.v[i]];

        if (rule->kind != kind)
            continue;
        sum += kind == RULE_CODE ? run_code_rule(subject, rule, arena, hit)
                                 : run_text_rule(m, rule, arena, hit);
    }
    return sum;
}

static bool conditions_hold(struct np_matcher *m, const struct np_subject *subject,
                            const struct subfield_state *state)
{
    for (size_t i = 0; i < state->rules.n; i++) {
        const struct rule *rule = &m->rules->rules.v[state->rules.v[i]];

        if (rule->kind == RULE_NEED && !condition_holds(m, subject, rule))
            return false;
        if (rule->kind == RULE_VETO && condition_holds(m, subject, rule))
            return false;
    }
    return true;
}

static struct score score_alone(struct np_matcher *m, const struct np_subject *subject,
                                const struct subfield_state *state)
{
    struct score score = { .own = run_rules(m, subject, state, RULE_TEXT, NULL, NULL),
                           .possible = true };

    if (score.own <= 0)
        return score;
    score.candidate = true;
    score.total = score.own + run_rules(m, subject, state, RULE_SUPPORT, NULL, NULL) +
                  run_rules(m, subject, state, RULE_CODE, NULL, NULL);
    score.hit = score.total >= state->threshold && conditions_hold(m, subject, state);
    return score;
}

static double sum_of(struct np_matcher *m, const struct subfield_state *state, enum rule_kind kind)
{
    double sum = 0;

    for (size_t i = 0; i < state->rules.n; i++) {
        const struct rule *rule = &m->rules->rules.v[state->rules.v[i]];

        if (rule->kind == kind && reached(m, rule))
            sum += rule->weight[0];
    }
    return sum;
}

/* What other subfields change; asked of their scores alone, so order does not matter. */
double given_sum(struct np_matcher *m, const struct subfield_state *state)
{
    return sum_of(m, state, RULE_GIVEN) + sum_of(m, state, RULE_IMPLIED);
}

/* What no rule of its own speaks for, but what another subfield implies. */
static void imply(struct np_matcher *m, const struct np_subject *subject,
                  const struct subfield_state *state, struct score *score)
{
    if (score->candidate || sum_of(m, state, RULE_IMPLIED) <= 0)
        return;
    score->candidate = true;
    score->total = score->own + run_rules(m, subject, state, RULE_SUPPORT, NULL, NULL) +
                   run_rules(m, subject, state, RULE_CODE, NULL, NULL);
}

static void collect_hits(struct np_matcher *m, const struct np_subject *subject,
                         struct np_arena *arena, struct np_hits *hits)
{
    for (size_t i = 0; i < m->rules->subfields.n; i++) {
        const struct subfield_state *state = &m->rules->subfields.v[i];
        struct score *score = &m->scores[i];
        struct np_hit *hit;
        double total;

        if (!score->candidate)
            continue;
        total = score->total + given_sum(m, state);
        if (total < state->threshold)
            continue;
        if (!score->hit && !conditions_hold(m, subject, state))
            continue;
        hit = np_list_add(arena, hits);
        hit->subfield = (int)i;
        hit->score = total;
        hit->confidence = np_confidence(total, state->threshold);
    }
}

double np_confidence(double score, double threshold)
{
    return score >= threshold && threshold > 0 ? 1 - threshold / (2 * score) : 0;
}

static int by_score(const void *a, const void *b)
{
    const struct np_hit *x = a, *y = b;

    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    return x->subfield - y->subfield;
}

static void add_given_evidence(struct np_matcher *m, const struct subfield_state *state,
                               struct np_arena *arena, struct np_hit *hit)
{
    for (size_t i = 0; i < state->rules.n; i++) {
        const struct rule *rule = &m->rules->rules.v[state->rules.v[i]];

        if ((rule->kind == RULE_GIVEN || rule->kind == RULE_IMPLIED) && reached(m, rule))
            *np_list_add(arena, &hit->evidence) = (struct np_evidence){
                .rule = rule->id, .place = NP_IN_CODES, .text = -1, .offset = -1,
                .matched = NP_EMPTY, .weight = rule->weight[0]
            };
    }
}

void collect_evidence(struct np_matcher *m, const struct np_subject *subject,
                      struct np_arena *arena, struct np_hit *hit)
{
    const struct subfield_state *state = &m->rules->subfields.v[hit->subfield];

    run_rules(m, subject, state, RULE_TEXT, arena, hit);
    run_rules(m, subject, state, RULE_SUPPORT, arena, hit);
    run_rules(m, subject, state, RULE_CODE, arena, hit);
    add_given_evidence(m, state, arena, hit);
}

static void finish_hits(struct np_matcher *m, const struct np_subject *subject,
                        struct np_arena *arena, struct np_hits *hits)
{
    if (hits->n)
        qsort(hits->v, hits->n, sizeof *hits->v, by_score);
    while (hits->n && (hits->n > (size_t)m->rules->keep ||
                       hits->v[hits->n - 1].score < hits->v[0].score * m->rules->margin))
        hits->n--;
    for (size_t i = 0; i < hits->n; i++)
        collect_evidence(m, subject, arena, &hits->v[i]);
}

/* Those that can be reached; the scores of the others are 0. */
static void score_subfields(struct np_matcher *m, const struct np_subject *subject)
{
    list_possible(m, subject);
    for (size_t i = 0; i < m->rules->subfields.n; i++)
        if (m->scores[i].possible)
            m->scores[i] = score_alone(m, subject, &m->rules->subfields.v[i]);
    for (size_t i = 0; i < m->rules->subfields.n; i++)
        if (m->scores[i].possible)
            imply(m, subject, &m->rules->subfields.v[i], &m->scores[i]);
}

enum np_status np_matcher_run(struct np_matcher *m, const struct np_subject *subject,
                              struct np_arena *arena, struct np_hits *hits, struct np_err *err)
{
    *hits = (struct np_hits){ 0 };
    take_subject(m, subject);
    score_subfields(m, subject);
    collect_hits(m, subject, arena, hits);
    finish_hits(m, subject, arena, hits);
    if (!m->undecided_count)
        return NP_OK;
    return np_fail(err, NP_SKIP, "rule '%.*s' undecided (match limit), %zu in all",
                   NP_ARG(m->rules->rules.v[m->undecided].id), m->undecided_count);
}

const char *np_place_name(enum np_place place)
{
    static const char *const names[] = { "title", "abstract", "claim", "codes",
                                         "independent", "claims" };

    return (size_t)place < sizeof names / sizeof *names ? names[place] : "unknown";
}
