/* dead.c -- what can never match or never count.
 *
 * Texts are made from each alternative of a pattern and folded as a document is. An alternative
 * that finds none of them, alone, between letters or between blanks, finds nothing: it holds what
 * folding removes, or asks for what excludes itself.
 */
#include "check.h"
#include "fold.h"

#include <nanopat/text.h>

#include <math.h>

enum { TRIED = 48, AROUND = 4 };

static const struct { const char *before, *behind; } around[AROUND] = {
    { "", "" }, { " ", " " }, { "纳", "纳" }, { "q", "q" }
};

static struct np_slice folded(struct checking *c, const char *before, struct np_slice word,
                              const char *behind)
{
    struct np_buf text = { 0 }, out = { 0 };
    struct np_slice kept;

    np_buf_puts(&text, before);
    np_buf_puts_slice(&text, word);
    np_buf_puts(&text, behind);
    fold_text(c->rules->folding, &out, np_buf_slice(&text), NULL);
    kept = np_arena_copy(c->arena, np_buf_slice(&out));
    np_buf_release(&text);
    np_buf_release(&out);
    return kept;
}

/* A word that folding changes, or an empty slice: the likely reason. */
static struct np_slice changed_word(struct checking *c, const struct alternative *one,
                                    struct np_slice *instead)
{
    for (size_t i = 0; i < one->words.list.n; i++) {
        struct np_slice word = one->words.list.v[i];

        *instead = folded(c, "", word, "");
        if (!np_slice_eq(word, *instead))
            return word;
    }
    return NP_EMPTY;
}

static void tell_dead(struct checking *c, const struct looked_at *look,
                      const struct alternative *one)
{
    struct spot spot = look->spots[one->shape->at];
    struct np_slice instead, word = changed_word(c, one, &instead);

    if (word.n)
        add_fault(c->faults, spot,
                  "'%.*s' can never match: a text that has '%.*s' reads '%.*s' once folded",
                  NP_ARG(np_utf8_prefix(one->text, 60)), NP_ARG(word), NP_ARG(instead));
    else
        add_fault(c->faults, spot, "'%.*s' can never match: it excludes itself",
                  NP_ARG(np_utf8_prefix(one->text, 60)));
}

static void check_alternative(struct checking *c, const struct looked_at *look,
                              const struct alternative *one)
{
    struct np_slice texts[TRIED * AROUND];
    size_t n = 0, which;

    for (size_t k = 0; k < AROUND; k++)
        for (size_t i = 0; i < one->words.list.n && i < TRIED; i++)
            texts[n++] = folded(c, around[k].before, one->words.list.v[i], around[k].behind);
    /* In a list it is told where it stands; a TAB is told by itself. */
    if (!n || one->listed || memchr(one->text.p, '\t', one->text.n))
        return;
    if (!part_matches(one->text, texts, n, &which))
        tell_dead(c, look, one);
    else if (which >= (AROUND - 1) * (n / AROUND))
        add_warning(c->faults, look->spots[one->shape->at],
                    "'%.*s' is found only beside a Latin letter or digit",
                    NP_ARG(np_utf8_prefix(one->text, 60)));
}

static void check_look(struct checking *c, const struct looked_at *look)
{
    for (size_t i = 0; i < look->alternatives.n; i++)
        if (!look->alternatives.v[i].vague)
            check_alternative(c, look, &look->alternatives.v[i]);
}

/* A list that is used nowhere, and what of it can never match. */
static void check_list_of(struct checking *c, const struct list_def *list)
{
    struct looked_at look = { 0 };
    struct np_slice use = np_arena_printf(c->arena, "{%.*s}", NP_ARG(list->name));
    bool used = false;

    for (size_t i = 0; i < c->rules->sources.n; i++)
        used |= np_slice_find(c->rules->sources.v[i]->text, use) != (size_t)-1;
    if (!used)
        add_warning(c->faults, list->spot, "list '%.*s' is used nowhere", NP_ARG(list->name));
    if (look_at_pieces(c, list->pieces, list->n, &look))
        check_look(c, &look);
}

/* ---- what can never count ---- */

static double most(const struct rule *rule)
{
    double sum = 0, lead = fmax(rule->weight[IN_LEAD], rule->weight[IN_ABSTRACT]);

    if (rule->kind == RULE_CODE || rule->kind == RULE_GIVEN || rule->kind == RULE_IMPLIED)
        return fmax(rule->weight[0], 0);
    if (rule->kind > RULE_SUPPORT)
        return 0;
    for (int i = 0; i < WHERE_COUNT; i++)
        sum += i == IN_LEAD || i == IN_ABSTRACT ? 0 : fmax(rule->weight[i], 0);
    return sum + fmax(lead, 0);
}

static void check_weights(struct checking *c, const struct rule *rule)
{
    bool none = rule->kind != RULE_NEED && rule->kind != RULE_VETO;

    for (int i = 0; i < WHERE_COUNT; i++)
        none &= rule->weight[i] == 0;
    if (none)
        add_fault(c->faults, rule->spot, "'%.*s' never counts: all its weights are 0",
                  NP_ARG(rule->id));
    else if (rule->kind == RULE_TEXT && most(rule) <= 0)
        add_fault(c->faults, rule->spot, "rule '%.*s' only takes away, so it makes no candidate",
                  NP_ARG(rule->id));
}

static void check_reach(struct checking *c, const struct subfield_state *state)
{
    double sum = 0;
    bool rules = false;

    for (size_t i = 0; i < state->rules.n; i++) {
        const struct rule *rule = &c->rules->rules.v[state->rules.v[i]];

        sum += most(rule);
        rules |= rule->kind == RULE_TEXT || rule->kind == RULE_IMPLIED;
    }
    if (state->doubtful)
        return;
    if (!rules)
        add_warning(c->faults, state->spot, "no rule for subfield '%s': no document reaches it",
                    state->public.slug);
    else if (sum < state->threshold)
        add_fault(c->faults, state->spot,
                  "subfield '%s' can never be reached: all weights together are %g of %g",
                  state->public.slug, sum, state->threshold);
}

void check_dead(struct checking *c)
{
    for (size_t i = 0; i < c->rules->lists.n; i++)
        check_list_of(c, &c->rules->lists.v[i]);
    for (size_t i = 0; i < c->rules->rules.n; i++) {
        check_look(c, &c->looks[i]);
        check_weights(c, &c->rules->rules.v[i]);
    }
    for (size_t i = 0; i < c->rules->subfields.n; i++)
        check_reach(c, &c->rules->subfields.v[i]);
}
