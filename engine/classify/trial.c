/* trial.c -- why a text reaches a subfield, or what it lacks.
 *
 * The matcher has scored every subfield and keeps the answers of its patterns, so asking once
 * more costs no match.
 */
#include "matcher.h"

#include <nanopat/ruletools.h>

#include <stdlib.h>

static void add_obstacle(struct np_arena *arena, struct np_trial *trial, const struct rule *rule,
                         const struct np_evidence *found)
{
    struct np_obstacle *o = np_list_add(arena, &trial->obstacles);

    o->kind = rule->kind == RULE_NEED ? NP_NEED : NP_VETO;
    o->found = found ? *found : (struct np_evidence){ .text = -1, .offset = -1 };
    o->found.rule = rule->id;
    o->found.weight = 0;
}

/* What a veto was found by; of a text first, then of a symbol. */
static void add_veto(struct np_matcher *m, const struct np_subject *subject,
                     const struct rule *rule, struct np_arena *arena, struct np_trial *trial)
{
    struct np_hit found = { 0 };

    if (rule->pattern >= 0)
        run_text_rule(m, rule, arena, &found);
    run_code_rule(subject, rule, arena, &found);
    add_obstacle(arena, trial, rule, found.evidence.n ? &found.evidence.v[0] : NULL);
}

static void add_obstacles(struct np_matcher *m, const struct np_subject *subject,
                          const struct subfield_state *state, struct np_arena *arena,
                          struct np_trial *trial)
{
    for (size_t i = 0; i < state->rules.n; i++) {
        const struct rule *rule = &m->rules->rules.v[state->rules.v[i]];

        if (rule->kind == RULE_NEED && !condition_holds(m, subject, rule))
            add_obstacle(arena, trial, rule, NULL);
        if (rule->kind == RULE_VETO && condition_holds(m, subject, rule))
            add_veto(m, subject, rule, arena, trial);
    }
}

static void try_subfield(struct np_matcher *m, const struct np_subject *subject, int subfield,
                         struct np_arena *arena, struct np_trial *trial)
{
    const struct subfield_state *state = &m->rules->subfields.v[subfield];
    struct np_hit hit = { .subfield = subfield };

    collect_evidence(m, subject, arena, &hit);
    *trial = (struct np_trial){ .subfield = subfield, .threshold = state->threshold };
    trial->evidence.v = hit.evidence.v;
    trial->evidence.n = trial->evidence.cap = hit.evidence.n;
    trial->score = m->scores[subfield].total + given_sum(m, state);
    add_obstacles(m, subject, state, arena, trial);
    trial->cut = trial->score >= state->threshold && !trial->obstacles.n;
}

static int by_nearness(const void *a, const void *b)
{
    const struct np_trial *x = a, *y = b;
    double p = x->score - x->threshold, q = y->score - y->threshold;

    if (p != q)
        return p > q ? -1 : 1;
    return x->subfield - y->subfield;
}

/* The hit of this subfield, or NULL. */
static const struct np_hit *hit_of(const struct np_hits *hits, size_t subfield)
{
    for (size_t i = 0; i < hits->n; i++)
        if ((size_t)hits->v[i].subfield == subfield)
            return &hits->v[i];
    return NULL;
}

enum np_status np_matcher_try(struct np_matcher *m, const struct np_subject *subject,
                              struct np_arena *arena, struct np_trials *trials,
                              struct np_err *err)
{
    struct np_hits hits;
    enum np_status status;

    m->thorough = true;
    status = np_matcher_run(m, subject, arena, &hits, err);
    m->thorough = false;
    *trials = (struct np_trials){ 0 };
    for (size_t i = 0; i < hits.n; i++) {
        struct np_trial *trial = np_list_add(arena, trials);

        try_subfield(m, subject, hits.v[i].subfield, arena, trial);
        trial->reached = true;
        trial->cut = false;
    }
    for (size_t i = 0; i < m->rules->subfields.n; i++)
        if (m->scores[i].candidate && !hit_of(&hits, i))
            try_subfield(m, subject, (int)i, arena, np_list_add(arena, trials));
    if (trials->n > hits.n)
        qsort(trials->v + hits.n, trials->n - hits.n, sizeof *trials->v, by_nearness);
    return status;
}
