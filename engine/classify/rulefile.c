/* rulefile.c -- statements to lists, weights, rules and samples. One row per statement word. */
#include "rules.h"

#include <math.h>
#include <stdlib.h>

/* What a rule line belongs to. */
struct block {
    NP_LIST(int) targets; /* empty: before the first `subfield` or `every` */
    bool general;
    int rule; /* the rule that samples belong to, or -1 */
};

struct keyword {
    const char *name;
    bool definition; /* read in the first pass */
    enum np_status (*read)(struct np_rules *rules, struct statement *s, struct block *block,
                           struct np_err *err);
};

static const char *const where_names[WHERE_COUNT] = { "title", "lead", "abstract", "claim" };

static enum np_status take_number(struct word word, double low, double high, double *out,
                                  struct np_err *err)
{
    if (!parse_number(word.text, out))
        return fail_spot(err, word.spot, "'%.*s' is no number", NP_ARG(word.text));
    if (*out < low || *out > high)
        return fail_spot(err, word.spot, "'%.*s' is not between %g and %g", NP_ARG(word.text), low,
                         high);
    return NP_OK;
}

static enum np_status missing(const struct statement *s, const char *what, struct np_err *err)
{
    return fail_spot(err, s->spot, "'%.*s' needs %s", NP_ARG(s->words.v[0].text), what);
}

static int where_of(struct np_slice name)
{
    for (int i = 0; i < WHERE_COUNT; i++)
        if (np_slice_is(name, where_names[i]))
            return i;
    return -1;
}

/* Without a weight of its own, the lead counts as the abstract it is part of. */
static enum np_status read_places(const struct statement *s, size_t from, double *weight,
                                  struct np_err *err)
{
    bool lead = false;

    for (size_t i = from; i < s->words.n; i += 2) {
        int place = where_of(s->words.v[i].text);
        enum np_status status;

        if (place < 0)
            return fail_spot(err, s->words.v[i].spot, "'%.*s' is no place or set of weights",
                             NP_ARG(s->words.v[i].text));
        if (i + 1 == s->words.n)
            return fail_spot(err, s->words.v[i].spot, "a weight is missing behind '%s'",
                             where_names[place]);
        status = take_number(s->words.v[i + 1], -WEIGHT_MAX, WEIGHT_MAX, &weight[place], err);
        if (status != NP_OK)
            return status;
        lead |= place == IN_LEAD;
    }
    if (!lead)
        weight[IN_LEAD] = weight[IN_ABSTRACT];
    return NP_OK;
}

/* ---- definitions ---- */

/* list NAME = `...` */
static enum np_status read_list(struct np_rules *rules, struct statement *s, struct block *block,
                                struct np_err *err)
{
    struct list_def list = { .spot = s->spot, .pieces = s->pieces.v, .n = s->pieces.n };

    (void)block;
    if (s->words.n != 3 || !np_slice_is(s->words.v[2].text, "=") || !s->pieces.n)
        return missing(s, "a name, '=' and a text in back quotes", err);
    list.name = s->words.v[1].text;
    if (np_map_get(rules->list_by_name, list.name))
        return fail_spot(err, s->words.v[1].spot, "list '%.*s' is defined twice",
                         NP_ARG(list.name));
    np_map_put(rules->list_by_name, list.name, (int64_t)rules->lists.n);
    *np_list_add(rules->arena, &rules->lists) = list;
    return NP_OK;
}

/* weights NAME = title 5 lead 4 abstract 3 claim 3 */
static enum np_status read_weights(struct np_rules *rules, struct statement *s,
                                   struct block *block, struct np_err *err)
{
    struct weight_set set = { 0 };
    enum np_status status;

    (void)block;
    if (s->words.n < 5 || !np_slice_is(s->words.v[2].text, "="))
        return missing(s, "a name, '=', places and weights", err);
    set.name = s->words.v[1].text;
    for (size_t i = 0; i < rules->weight_sets.n; i++)
        if (np_slice_eq(rules->weight_sets.v[i].name, set.name))
            return fail_spot(err, s->words.v[1].spot, "weights '%.*s' are defined twice",
                             NP_ARG(set.name));
    status = read_places(s, 3, set.weight, err);
    if (status == NP_OK)
        *np_list_add(rules->arena, &rules->weight_sets) = set;
    return status;
}

/* keep 3 margin 0.4 */
static enum np_status read_keep(struct np_rules *rules, struct statement *s, struct block *block,
                                struct np_err *err)
{
    double keep;
    enum np_status status;

    (void)block;
    if (s->words.n != 4 || !np_slice_is(s->words.v[2].text, "margin"))
        return missing(s, "a count, 'margin' and a number", err);
    status = take_number(s->words.v[1], 1, 1000, &keep, err);
    if (status == NP_OK)
        status = take_number(s->words.v[3], 0, 1, &rules->margin, err);
    rules->keep = status == NP_OK ? (int)keep : rules->keep;
    return status;
}

/* ---- blocks ---- */

static enum np_status find_subfield(const struct np_rules *rules, struct word word, int *index,
                                    struct np_err *err)
{
    *index = np_rules_find(rules, word.text);
    if (*index < 0)
        return fail_spot(err, word.spot, "no subfield '%.*s'; did you mean '%s'?",
                         NP_ARG(word.text), nearest_subfield(rules, word.text));
    return NP_OK;
}

/* subfield SLUG [threshold N] */
static enum np_status read_subfield(struct np_rules *rules, struct statement *s,
                                    struct block *block, struct np_err *err)
{
    struct subfield_state *state;
    enum np_status status;
    int index;

    if (s->words.n != 2 && (s->words.n != 4 || !np_slice_is(s->words.v[2].text, "threshold")))
        return missing(s, "a slug, or a slug, 'threshold' and a number", err);
    status = find_subfield(rules, s->words.v[1], &index, err);
    if (status != NP_OK)
        return status;
    *block = (struct block){ .rule = -1 };
    *np_list_add(rules->arena, &block->targets) = index;
    if (s->words.n == 2)
        return NP_OK;
    state = &rules->subfields.v[index];
    if (!isnan(state->threshold))
        return fail_spot(err, s->words.v[1].spot, "threshold given before at %s:%d",
                         state->spot.source->name, state->spot.line);
    state->spot = s->spot;
    return take_number(s->words.v[3], 0.01, WEIGHT_MAX, &state->threshold, err);
}

static bool slug_fits(const char *slug, struct np_slice glob)
{
    if (np_slice_ends(glob, "*"))
        return strncmp(slug, glob.p, glob.n - 1) == 0;
    return np_slice_is(glob, slug);
}

/* every SLUG|FIELD/...|-SLUG: what follows counts for all of these; '*' ends a prefix. */
static enum np_status read_every(struct np_rules *rules, struct statement *s, struct block *block,
                                 struct np_err *err)
{
    bool *on = np_arena_zalloc(rules->arena, rules->subfields.n);

    *block = (struct block){ .rule = -1, .general = true };
    for (size_t w = 1; w < s->words.n; w++) {
        struct word glob = s->words.v[w];
        bool minus = glob.text.p[0] == '-';
        bool any = false;

        if (minus)
            glob.text = np_slice_sub(glob.text, 1, glob.text.n);
        for (size_t i = 0; i < rules->subfields.n; i++)
            if (slug_fits(rules->subfields.v[i].public.slug, glob.text)) {
                on[i] = !minus;
                any = true;
            }
        if (!any)
            return fail_spot(err, glob.spot, "no subfield '%.*s'; did you mean '%s'?",
                             NP_ARG(glob.text), nearest_subfield(rules, glob.text));
    }
    for (size_t i = 0; i < rules->subfields.n; i++)
        if (on[i])
            *np_list_add(rules->arena, &block->targets) = (int)i;
    return block->targets.n ? NP_OK : missing(s, "at least one subfield", err);
}

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
    np_map_put(rules->rule_by_id, rule->id, index);
    *np_list_add(rules->arena, &rules->rules) = *rule;
    for (size_t i = 0; i < rule->targets.n; i++)
        *np_list_add(rules->arena, &rules->subfields.v[rule->targets.v[i]].rules) = index;
    if (rule->pattern >= 0 && rules->patterns.v[rule->pattern].rule < 0)
        rules->patterns.v[rule->pattern].rule = index;
    block->rule = index;
    return NP_OK;
}

/* The id, and for all but `code` and `given` the pattern. */
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
    for (int i = 0; status == NP_OK && w == 2 && i < WHERE_COUNT; i++)
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

/* given ID WEIGHT SLUG...: added once if one of these is reached on its own. */
static enum np_status read_given(struct np_rules *rules, struct statement *s, struct block *block,
                                 struct np_err *err)
{
    struct rule rule;
    enum np_status status = begin_rule(rules, s, block, RULE_GIVEN, &rule, err);

    if (status == NP_OK && (s->words.n < 4 || s->pieces.n))
        return missing(s, "a weight and subfields, and no pattern", err);
    if (status == NP_OK)
        status = take_number(s->words.v[2], -WEIGHT_MAX, WEIGHT_MAX, &rule.weight[0], err);
    for (size_t w = 3; status == NP_OK && w < s->words.n; w++) {
        int index;

        status = find_subfield(rules, s->words.v[w], &index, err);
        if (status == NP_OK)
            *np_list_add(rules->arena, &rule.others) = index;
    }
    return status == NP_OK ? add_rule(rules, s, block, &rule, err) : status;
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

static enum np_status read_pass(struct np_rules *rules, const struct source *source,
                                bool definitions, struct np_err *err)
{
    struct reader reader = { source, 0, 1 };
    struct block block = { .rule = -1 };
    struct statement s;
    enum np_status status;

    while ((status = next_statement(&reader, rules->arena, &s, err)) == NP_OK) {
        const struct keyword *keyword = keyword_of(&s);

        if (!keyword)
            return fail_spot(err, s.spot, "'%.*s' begins no statement",
                             NP_ARG(s.words.n ? s.words.v[0].text : NP_S("`")));
        if (keyword->definition != definitions)
            continue;
        status = keyword->read(rules, &s, &block, err);
        if (status != NP_OK)
            return status;
    }
    return status == NP_END ? NP_OK : status;
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
