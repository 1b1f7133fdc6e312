/* selftest.c -- the samples beside the rules.
 *
 * `ruleid:` and `ok:` ask one rule's pattern (or a code rule's symbols); `hit:` and `miss:` ask
 * for the whole subfield, the text being an abstract, or "title || abstract".
 */
#include "rules.h"

#include <stdio.h>
#include <stdlib.h>

static enum found rule_matches(struct np_matcher *m, const struct rule *rule,
                               struct np_slice text)
{
    for (size_t i = 0; i < rule->codes.n; i++)
        if (range_holds(&rule->codes.v[i], text))
            return FOUND;
    return rule->pattern >= 0 ? pattern_occurs(m, rule->pattern, text) : ABSENT;
}

void sample_subject(struct np_slice sample, struct np_slice *title, struct np_slice *abstract,
                    struct np_subject *subject)
{
    size_t bar = np_slice_find(sample, NP_S("||"));

    *title = NP_EMPTY;
    *abstract = sample;
    if (bar != (size_t)-1) {
        *title = np_slice_trim(np_slice_sub(sample, 0, bar));
        *abstract = np_slice_trim(np_slice_sub(sample, bar + 2, sample.n));
    }
    *subject = (struct np_subject){ .title = title, .ntitle = 1,
                                    .abstract = abstract, .nabstract = 1 };
}

static enum found subfield_hit(struct np_matcher *m, int subfield, struct np_slice sample)
{
    struct np_slice title, abstract;
    struct np_subject subject;
    struct np_arena *arena = np_arena_new();
    struct np_hits hits;
    enum found found = ABSENT;

    sample_subject(sample, &title, &abstract, &subject);
    if (np_matcher_run(m, &subject, arena, &hits, NULL) != NP_OK)
        found = UNDECIDED;
    for (size_t i = 0; i < hits.n; i++)
        if (hits.v[i].subfield == subfield && found == ABSENT)
            found = FOUND;
    np_arena_free(arena);
    return found;
}

struct sample_verdict run_sample(const struct np_rules *rules, struct np_matcher *m,
                                 const struct sample *sample)
{
    enum found got = sample->kind <= SAMPLE_OK
                         ? rule_matches(m, &rules->rules.v[sample->subject], sample->text.text)
                         : subfield_hit(m, sample->subject, sample->text.text);

    return (struct sample_verdict){
        .undecided = got == UNDECIDED, .found = got == FOUND,
        .wanted = sample->kind == SAMPLE_RULE || sample->kind == SAMPLE_HIT
    };
}

static const char *const wrong[] = {
    [SAMPLE_RULE] = "does not match its sample", [SAMPLE_OK] = "matches what it must not",
    [SAMPLE_HIT] = "is not reached by its sample", [SAMPLE_MISS] = "is reached by what it must not"
};

/* NULL if the sample holds, else what is wrong. */
static const char *what_fails(const struct np_rules *rules, struct np_matcher *m,
                              const struct sample *sample)
{
    struct sample_verdict verdict = run_sample(rules, m, sample);

    if (verdict.undecided)
        return "is undecided on its sample (match limit)";
    return verdict.found == verdict.wanted ? NULL : wrong[sample->kind];
}

size_t np_rules_selftest(const struct np_rules *rules,
                         void (*bad)(void *ctx, const char *message), void *ctx, size_t *failed)
{
    struct np_matcher *m = np_matcher_new(rules);
    size_t failures = 0;

    for (size_t i = 0; i < rules->samples.n; i++) {
        const struct sample *sample = &rules->samples.v[i];
        struct spot spot = sample->text.spot;
        struct np_slice who = sample->kind <= SAMPLE_OK
                                  ? rules->rules.v[sample->subject].id
                                  : np_slice_of(rules->subfields.v[sample->subject].public.slug);
        const char *what = what_fails(rules, m, sample);
        char message[512];

        if (!what)
            continue;
        failures++;
        snprintf(message, sizeof message, "%s:%d:%d: '%.*s' %s", spot.source->name, spot.line,
                 spot.column, NP_ARG(who), what);
        if (bad)
            bad(ctx, message);
    }
    np_matcher_free(m);
    if (failed)
        *failed = failures;
    return rules->samples.n;
}
