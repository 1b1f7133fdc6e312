/* overlap.c -- rules of one subfield that stand in one another's way: what one finds another finds
 * as well, and a veto that turns off whatever a rule or a need finds.
 *
 * Claimed only of rules whose texts can all be made (no repeat without end): those are tried.
 */
#include "check.h"

#include <stdio.h>

enum { AROUND = 3 };

static const struct { const char *before, *behind; } around[AROUND] = {
    { "", "" }, { "纳", "纳" }, { "q", "q" }
};

static bool finds(struct checking *c, const struct rule *rule, const char *before,
                  struct np_slice word, const char *behind)
{
    char text[512];
    int n = snprintf(text, sizeof text, "%s%.*s%s", before, NP_ARG(word), behind);

    if (n <= 0 || (size_t)n >= sizeof text)
        return false;
    return pattern_occurs(c->matcher, rule->pattern, np_slice_make(text, (size_t)n)) == FOUND;
}

/* Wherever `a` finds the word, does `b`? Counts what `a` finds. */
static bool covers_word(struct checking *c, const struct rule *b, const struct rule *a,
                        struct np_slice word, size_t *found)
{
    for (size_t i = 0; i < AROUND; i++) {
        if (!finds(c, a, around[i].before, word, around[i].behind))
            continue;
        ++*found;
        if (!finds(c, b, around[i].before, word, around[i].behind))
            return false;
    }
    return true;
}

static bool covers(struct checking *c, const struct rule *b, const struct looked_at *a)
{
    size_t found = 0;

    if (!a->complete || b->pattern < 0)
        return false;
    for (size_t i = 0; i < a->alternatives.n; i++)
        for (size_t k = 0; k < a->alternatives.v[i].words.list.n; k++)
            if (!covers_word(c, b, a->rule, a->alternatives.v[i].words.list.v[k], &found))
                return false;
    return found > 0;
}

/* Does `b` look wherever `a` does? */
static bool looks_where(const struct rule *b, const struct rule *a)
{
    for (int i = 0; i < WHERE_COUNT; i++)
        if (a->weight[i] != 0 && b->weight[i] == 0)
            return false;
    return true;
}

static int sign_of(const struct rule *rule)
{
    int sign = 0;

    for (int i = 0; i < WHERE_COUNT; i++)
        sign += rule->weight[i] > 0 ? 1 : rule->weight[i] < 0 ? -1 : 0;
    return sign > 0 ? 1 : sign < 0 ? -1 : 0;
}

/* Of two that find the same, the later is the one too many. */
static bool is_earlier_twin(struct checking *c, const struct looked_at *a,
                            const struct looked_at *b)
{
    return a->rule < b->rule && covers(c, a->rule, b);
}

static void check_shadow(struct checking *c, const struct looked_at *a,
                         const struct looked_at *other)
{
    const struct rule *b = other->rule;

    if (a->rule->kind != b->kind || b->kind >= RULE_GIVEN || sign_of(a->rule) != sign_of(b) || !looks_where(b, a->rule))
        return;
    if (a->rule->codes.n || b->codes.n || !covers(c, b, a) || is_earlier_twin(c, a, other))
        return;
    add_warning(c->faults, a->rule->spot,
                a->rule->kind == RULE_NEED || a->rule->kind == RULE_VETO
                    ? "all that '%.*s' finds, '%.*s' finds too (%s:%d)"
                    : "all that '%.*s' finds, '%.*s' finds too (%s:%d): it counts twice",
                NP_ARG(a->rule->id), NP_ARG(b->id), b->spot.source->name, b->spot.line);
}

static void check_veto(struct checking *c, const struct looked_at *a, const struct rule *veto)
{
    if (a->rule->codes.n || !looks_where(veto, a->rule) || !covers(c, veto, a))
        return;
    if (a->rule->kind == RULE_TEXT)
        add_fault(c->faults, a->rule->spot,
                  "rule '%.*s' never helps: veto '%.*s' (%s:%d) finds all that it finds",
                  NP_ARG(a->rule->id), NP_ARG(veto->id), veto->spot.source->name,
                  veto->spot.line);
    else if (a->rule->kind == RULE_NEED)
        add_fault(c->faults, a->rule->spot,
                  "need '%.*s' can never be met: veto '%.*s' (%s:%d) finds all that it finds",
                  NP_ARG(a->rule->id), NP_ARG(veto->id), veto->spot.source->name,
                  veto->spot.line);
}

static void check_pair(struct checking *c, int subfield, int i, int k)
{
    const struct looked_at *a = &c->looks[i];
    const struct rule *b = &c->rules->rules.v[k];

    if (i == k || !a->text.n || b->pattern < 0)
        return;
    /* Two of `every` blocks meet in many subfields, and are looked at in the first. */
    if (a->rule->targets.n > 1 && b->targets.n > 1 && subfield != a->rule->targets.v[0])
        return;
    check_shadow(c, a, &c->looks[k]);
    if (b->kind == RULE_VETO && a->rule->kind != RULE_VETO)
        check_veto(c, a, b);
}

void check_overlap(struct checking *c)
{
    for (size_t s = 0; s < c->rules->subfields.n; s++) {
        const struct subfield_state *state = &c->rules->subfields.v[s];

        for (size_t i = 0; i < state->rules.n; i++)
            for (size_t k = 0; k < state->rules.n; k++)
                check_pair(c, (int)s, state->rules.v[i], state->rules.v[k]);
    }
}
