/* rulefile.c -- statements to rules and samples. One row of `keywords` per statement word. */
#include "rulefile.h"

#include <string.h>

struct keyword {
    const char *name;
    bool definition; /* read in the first pass */
    enum np_status (*read)(struct np_rules *rules, struct statement *s, struct block *block,
                           struct np_err *err);
};

/* ---- rules ---- */

static enum np_status add_rule(struct np_rules *rules, struct statement *s, struct block *block,
                               struct rule *rule, struct np_err *err)
{
    int64_t *before = np_map_get(rules->rule_by_id, rule->id);
    int index = (int)rules->rules.n;

    if (before) {
        struct spot first = rules->rules.v[*before].spot;
        return fail_spot(err, s->words.v[1].spot, "id '%.*s' stands before at %s:%d",
                         NP_ARG(rule->id), first.source->name, first.line);
    }
    if (rules->rules.n >= RULES_MAX)
        return fail_spot(err, s->spot, "more than %u rules", RULES_MAX);
    rule->spot = s->spot;
    rule->targets.v = block->targets.v;
    rule->targets.n = block->targets.n;
    for (int i = 0; i < WHERE_COUNT; i++)
        rules->looks[i] |= rule->pattern >= 0 && rule->weight[i] != 0;
    np_map_put(rules->rule_by_id, rule->id, index);
    *np_list_add(rules->arena, &rules->rules) = *rule;
    for (size_t i = 0; i < rule->targets.n; i++)
        *np_list_add(rules->arena, &rules->subfields.v[rule->targets.v[i]].rules) = index;
    if (rule->pattern >= 0 && rules->patterns.v[rule->pattern].rule < 0)
        rules->patterns.v[rule->pattern].rule = index;
    block->rule = index;
    return NP_OK;
}

/* The id, and the pattern where there is one. */
static enum np_status begin_rule(struct np_rules *rules, struct statement *s,
                                 const struct block *block, enum rule_kind kind,
                                 struct rule *rule, struct np_err *err)
{
    *rule = (struct rule){ .kind = kind, .pattern = -1 };
    if (!block->targets.n)
        return fail_spot(err, s->spot, "'%.*s' before the first 'subfield' or 'every'",
                         NP_ARG(s->words.v[0].text));
    if (s->words.n < 2)
        return missing(s, "an id", err);
    rule->id = s->words.v[1].text;
    if (!s->pieces.n)
        return kind <= RULE_SUPPORT ? missing(s, "a pattern in back quotes", err) : NP_OK;
    return build_pattern(rules, s->pieces.v, s->pieces.n, &rule->pattern, err);
}

static const struct weight_set *weights_named(const struct np_rules *rules, struct np_slice name)
{
    for (size_t i = 0; i < rules->weight_sets.n; i++)
        if (np_slice_eq(rules->weight_sets.v[i].name, name))
            return &rules->weight_sets.v[i];
    return NULL;
}

/* rule ID WEIGHTS `pattern`; WEIGHTS is the name of a set, or places with numbers. */
static enum np_status read_weighted(struct np_rules *rules, struct statement *s,
                                    struct block *block, enum rule_kind kind, struct np_err *err)
{
    const struct weight_set *set;
    struct rule rule;
    enum np_status status = begin_rule(rules, s, block, kind, &rule, err);

    if (status != NP_OK)
        return status;
    if (s->words.n < 3)
        return missing(s, "places and weights", err);
    set = s->words.n == 3 ? weights_named(rules, s->words.v[2].text) : NULL;
    if (set)
        memcpy(rule.weight, set->weight, sizeof rule.weight);
    else
        status = read_places(s, 2, rule.weight, err);
    return status == NP_OK ? add_rule(rules, s, block, &rule, err) : status;
}

static enum np_status read_rule(struct np_rules *rules, struct statement *s, struct block *block,
                                struct np_err *err)
{
    if (block->general)
        return fail_spot(err, s->spot, "an 'every' block holds 'support', not 'rule'");
    return read_weighted(rules, s, block, RULE_TEXT, err);
}

static enum np_status read_support(struct np_rules *rules, struct statement *s,
                                   struct block *block, struct np_err *err)
{
    return read_weighted(rules, s, block, RULE_SUPPORT, err);
}

static enum np_status read_codes(struct np_rules *rules, const struct statement *s, size_t from,
                                 struct rule *rule, struct np_err *err)
{
    for (size_t i = from; i < s->words.n; i++) {
        struct code_range range;
        enum np_status status = parse_range(rules->arena, s->words.v[i], &range, err);

        if (status != NP_OK)
            return status;
        *np_list_add(rules->arena, &rule->codes) = range;
    }
    return NP_OK;
}

/* code ID WEIGHT SYMBOL... */
static enum np_status read_code(struct np_rules *rules, struct statement *s, struct block *block,
                                struct np_err *err)
{
    struct rule rule;
    enum np_status status = begin_rule(rules, s, block, RULE_CODE, &rule, err);

    if (status == NP_OK && (s->words.n < 4 || s->pieces.n))
        return missing(s, "a weight and symbols, and no pattern", err);
    if (status == NP_OK)
        status = take_number(s->words.v[2], -WEIGHT_MAX, WEIGHT_MAX, &rule.weight[0], err);
    if (status == NP_OK)
        status = read_codes(rules, s, 3, &rule, err);
    return status == NP_OK ? add_rule(rules, s, block, &rule, err) : status;
}

/* need ID [PLACE...] `pattern` [SYMBOL...]; veto the same. */
static enum np_status read_condition(struct np_rules *rules, struct statement *s,
                                     struct block *block, enum rule_kind kind, struct np_err *err)
{
    struct rule rule;
    enum np_status status = begin_rule(rules, s, block, kind, &rule, err);
    size_t w = 2;

    for (; status == NP_OK && w < s->words.n && where_of(s->words.v[w].text) >= 0; w++)
        rule.weight[where_of(s->words.v[w].text)] = 1;
    for (int i = 0; status == NP_OK && w == 2 && i <= IN_CLAIM; i++)
        rule.weight[i] = 1;
    if (rule.weight[IN_ABSTRACT] > 0)
        rule.weight[IN_LEAD] = 1;
    if (status == NP_OK)
        status = read_codes(rules, s, w, &rule, err);
    if (status == NP_OK && rule.pattern < 0 && !rule.codes.n)
        return missing(s, "a pattern in back quotes or symbols", err);
    return status == NP_OK ? add_rule(rules, s, block, &rule, err) : status;
}

static enum np_status read_need(struct np_rules *rules, struct statement *s, struct block *block,
                                struct np_err *err)
{
    return read_condition(rules, s, block, RULE_NEED, err);
}

static enum np_status read_veto(struct np_rules *rules, struct statement *s, struct block *block,
                                struct np_err *err)
{
    return read_condition(rules, s, block, RULE_VETO, err);
}

/* Subfields by slug, code or glob; a glob behind `unless` never means those that are asked for. */
static enum np_status read_others(struct np_rules *rules, const struct statement *s, size_t from,
                                  size_t to, const struct block *block, bool unless,
                                  struct rule *rule, struct np_err *err)
{
    bool *on = np_arena_zalloc(rules->arena, rules->subfields.n);

    for (size_t w = from; w < to; w++) {
        enum np_status status = mark_subfields(rules, s->words.v[w], block, on, err);

        if (status != NP_OK)
            return status;
    }
    for (size_t i = 0; unless && i < rule->others.n; i++)
        on[rule->others.v[i]] = false;
    for (size_t w = from; unless && w < to; w++)
        if (np_rules_find(rules, s->words.v[w].text) >= 0)
            on[np_rules_find(rules, s->words.v[w].text)] = true;
    for (size_t i = 0; i < rules->subfields.n; i++) {
        if (on[i] && unless)
            *np_list_add(rules->arena, &rule->unless) = (int)i;
        else if (on[i])
            *np_list_add(rules->arena, &rule->others) = (int)i;
    }
    return NP_OK;
}

/* given ID WEIGHT SLUG... [unless SLUG...] [`pattern`]: added once if one of these is reached on
 * its own and none of those, and the pattern, if any, is found.                               */
static enum np_status read_dependence(struct np_rules *rules, struct statement *s,
                                      struct block *block, enum rule_kind kind, struct np_err *err)
{
    struct rule rule;
    enum np_status status = begin_rule(rules, s, block, kind, &rule, err);
    size_t unless = 3;

    while (unless < s->words.n && !np_slice_is(s->words.v[unless].text, "unless"))
        unless++;
    if (status == NP_OK && (unless <= 3 || unless + 1 == s->words.n))
        return missing(s, "a weight and subfields, and subfields behind 'unless'", err);
    if (status == NP_OK)
        status = take_number(s->words.v[2], -WEIGHT_MAX, WEIGHT_MAX, &rule.weight[0], err);
    if (status == NP_OK)
        status = read_others(rules, s, 3, unless, block, false, &rule, err);
    if (status == NP_OK && unless < s->words.n)
        status = read_others(rules, s, unless + 1, s->words.n, block, true, &rule, err);
    return status == NP_OK ? add_rule(rules, s, block, &rule, err) : status;
}

static enum np_status read_given(struct np_rules *rules, struct statement *s, struct block *block,
                                 struct np_err *err)
{
    return read_dependence(rules, s, block, RULE_GIVEN, err);
}

static enum np_status read_implied(struct np_rules *rules, struct statement *s, struct block *block,
                                   struct np_err *err)
{
    if (block->general)
        return fail_spot(err, s->spot, "an 'every' block holds 'given', not 'implied'");
    return read_dependence(rules, s, block, RULE_IMPLIED, err);
}

/* ---- samples ---- */

static const char *const sample_names[] = { "ruleid:", "ok:", "hit:", "miss:" };

static enum np_status read_sample(struct np_rules *rules, struct statement *s, struct block *block,
                                  struct np_err *err)
{
    struct sample sample = { .text = s->sample };

    while (!np_slice_is(s->words.v[0].text, sample_names[sample.kind]))
        sample.kind++;
    if (!s->sample.text.n)
        return missing(s, "a text", err);
    if (sample.kind <= SAMPLE_OK) {
        if (block->rule == RULE_LOST)
            return NP_OK;
        if (block->rule < 0)
            return fail_spot(err, s->spot, "a sample of a rule, but no rule before it");
        sample.subject = block->rule;
    } else {
        if (block->general || block->targets.n != 1)
            return fail_spot(err, s->spot, "a sample of a subfield outside a 'subfield' block");
        sample.subject = block->targets.v[0];
    }
    *np_list_add(rules->arena, &rules->samples) = sample;
    return NP_OK;
}

static const struct keyword keywords[] = {
    { "list", true, read_list },
    { "size", true, read_size },
    { "weights", true, read_weights },
    { "keep", true, read_keep },
    { "subfield", false, read_subfield },
    { "every", false, read_every },
    { "rule", false, read_rule },
    { "support", false, read_support },
    { "code", false, read_code },
    { "need", false, read_need },
    { "veto", false, read_veto },
    { "given", false, read_given },
    { "implied", false, read_implied },
    { "ruleid:", false, read_sample },
    { "ok:", false, read_sample },
    { "hit:", false, read_sample },
    { "miss:", false, read_sample },
    { 0 }
};

static const struct keyword *keyword_of(const struct statement *s)
{
    for (const struct keyword *k = keywords; s->words.n && k->name; k++)
        if (np_slice_is(s->words.v[0].text, k->name))
            return k;
    return NULL;
}

/* The keyword that the word is nearest to, within two letters; NULL if none is. */
static const char *nearest_keyword(struct np_slice word)
{
    const char *best = NULL;
    size_t least = 3;

    for (const struct keyword *k = keywords; k->name; k++) {
        size_t distance = edit_distance(word, np_slice_of(k->name));

        if (distance < least && distance < word.n) {
            least = distance;
            best = k->name;
        }
    }
    return best;
}

static enum np_status no_statement(const struct statement *s, struct np_err *err)
{
    struct np_slice word = s->words.n ? s->words.v[0].text : NP_S("`");
    const char *nearest = nearest_keyword(word);

    if (nearest)
        return fail_spot(err, s->spot, "'%.*s' begins no statement; did you mean '%s'?",
                         NP_ARG(word), nearest);
    return fail_spot(err, s->spot, "'%.*s' begins no statement", NP_ARG(word));
}

static enum np_status read_statement(struct np_rules *rules, struct statement *s,
                                     struct block *block, bool definitions, struct np_err *err)
{
    const struct keyword *keyword = keyword_of(s);

    if (!keyword)
        return no_statement(s, err);
    return keyword->definition == definitions ? keyword->read(rules, s, block, err) : NP_OK;
}

/* A set that is checked is read on past a fault. */
static enum np_status read_pass(struct np_rules *rules, const struct source *source,
                                bool definitions, struct np_err *err)
{
    struct reader reader = { source, 0, 1 };
    struct block block = { .rule = -1 };
    struct statement s;
    enum np_status status;

    while ((status = next_statement(&reader, rules->arena, &s, err)) != NP_END) {
        if (status == NP_OK)
            status = read_statement(rules, &s, &block, definitions, err);
        if (status != NP_OK && !rules->faults)
            return status;
        if (status != NP_OK)
            recover(rules, &reader, &s, &block, definitions);
    }
    return NP_OK;
}

enum np_status read_definitions(struct np_rules *rules, const struct source *source,
                                struct np_err *err)
{
    return read_pass(rules, source, true, err);
}

enum np_status read_rules(struct np_rules *rules, const struct source *source, struct np_err *err)
{
    return read_pass(rules, source, false, err);
}
