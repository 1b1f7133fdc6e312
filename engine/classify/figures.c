/* figures.c -- what stands in a rule set: rules as they were written, and counts per subfield. */
#include "rules.h"

#include <nanopat/ruletools.h>
#include <nanopat/text.h>

#include <assert.h>

static_assert((int)NP_RULE == RULE_TEXT && (int)NP_SUPPORT == RULE_SUPPORT &&
                  (int)NP_CODE == RULE_CODE && (int)NP_NEED == RULE_NEED &&
                  (int)NP_VETO == RULE_VETO && (int)NP_GIVEN == RULE_GIVEN &&
                  (int)NP_IMPLIED == RULE_IMPLIED,
              "the kinds are the same, in the same order");
static_assert((int)NP_RULE_PLACES == WHERE_COUNT, "so are the places");

const char *np_rule_kind_name(enum np_rule_kind kind)
{
    static const char *const names[] = { "rule", "support", "code", "need", "veto", "given",
                                         "implied" };

    return (size_t)kind < sizeof names / sizeof *names ? names[kind] : "unknown";
}

const char *np_rule_place_name(int place)
{
    static const char *const names[] = { "title", "lead", "abstract", "claim",
                                         "independent", "claims" };

    return (size_t)place < sizeof names / sizeof *names ? names[place] : "unknown";
}

size_t np_rules_rule_count(const struct np_rules *rules) { return rules->rules.n; }

double np_rules_threshold(const struct np_rules *rules, int subfield)
{
    return rules->subfields.v[subfield].threshold;
}

bool statement_at(struct spot spot, struct np_arena *arena, struct statement *s)
{
    struct reader reader = { spot.source, 0, 1 };

    while (reader.line < spot.line) {
        const char *p = spot.source->text.p + reader.at;
        const char *end = memchr(p, '\n', spot.source->text.n - reader.at);

        if (!end)
            return false;
        reader.at = (size_t)(end - spot.source->text.p) + 1;
        reader.line++;
    }
    return next_statement(&reader, arena, s, NULL) == NP_OK;
}

static void put_separated(struct np_buf *b, const char *separator, struct np_slice s)
{
    np_buf_puts(b, b->n ? separator : "");
    np_buf_puts_slice(b, s);
}

/* Words that are no id, place or weight: symbols, and the subfields of a `given`. */
static bool is_listed_word(const struct rule *rule, struct np_slice word)
{
    double number;

    if (parse_number(word, &number))
        return false;
    for (int i = 0; i < NP_RULE_PLACES; i++)
        if (np_slice_is(word, np_rule_place_name(i)))
            return false;
    return rule->kind != RULE_TEXT && rule->kind != RULE_SUPPORT;
}

/* The statement once more, as its author wrote it. */
static struct np_slice text_as_written(const struct rule *rule, struct np_arena *arena)
{
    struct statement s;
    struct np_buf b = { 0 };
    struct np_slice text;

    if (!statement_at(rule->spot, arena, &s))
        return NP_EMPTY;
    for (size_t i = 0; i < s.pieces.n; i++)
        put_separated(&b, "|", s.pieces.v[i].text);
    for (size_t i = 2; i < s.words.n; i++)
        if (is_listed_word(rule, s.words.v[i].text))
            put_separated(&b, " ", s.words.v[i].text);
    text = np_arena_copy(arena, np_buf_slice(&b));
    np_buf_release(&b);
    return text;
}

void np_rules_rule(const struct np_rules *rules, size_t i, struct np_arena *arena,
                   struct np_rule_facts *facts)
{
    const struct rule *rule = &rules->rules.v[i];

    *facts = (struct np_rule_facts){
        .id = rule->id, .kind = (enum np_rule_kind)rule->kind, .file = rule->spot.source->name,
        .line = rule->spot.line, .column = rule->spot.column, .every = rule->targets.n > 1,
        .text = text_as_written(rule, arena)
    };
    memcpy(facts->weight, rule->weight, sizeof facts->weight);
    for (size_t k = 0; k < rules->samples.n; k++) {
        const struct sample *sample = &rules->samples.v[k];

        if (sample->kind > SAMPLE_OK || (size_t)sample->subject != i)
            continue;
        facts->must += sample->kind == SAMPLE_RULE;
        facts->must_not += sample->kind == SAMPLE_OK;
    }
}

bool np_rules_counts_for(const struct np_rules *rules, size_t i, int subfield)
{
    const struct rule *rule = &rules->rules.v[i];

    for (size_t k = 0; k < rule->targets.n; k++)
        if (rule->targets.v[k] == subfield)
            return true;
    return false;
}

static bool has_cjk(struct np_slice s)
{
    for (size_t at = 0; at < s.n;)
        if (np_is_cjk(np_utf8_next(s, &at)))
            return true;
    return false;
}

/* Its own subfield's, where the sample belongs to a rule. */
static int subfield_of(const struct np_rules *rules, const struct sample *sample)
{
    if (sample->kind > SAMPLE_OK)
        return sample->subject;
    return rules->rules.v[sample->subject].targets.n == 1
               ? rules->rules.v[sample->subject].targets.v[0] : -1;
}

void np_rules_subfield_facts(const struct np_rules *rules, int subfield,
                             struct np_subfield_facts *facts)
{
    const struct subfield_state *state = &rules->subfields.v[subfield];

    *facts = (struct np_subfield_facts){ .threshold = state->threshold };
    for (size_t i = 0; i < state->rules.n; i++) {
        const struct rule *rule = &rules->rules.v[state->rules.v[i]];

        if (rule->targets.n > 1)
            facts->every++;
        else
            facts->rules[rule->kind]++;
    }
    for (size_t i = 0; i < rules->samples.n; i++) {
        const struct sample *sample = &rules->samples.v[i];
        bool must = sample->kind == SAMPLE_RULE || sample->kind == SAMPLE_HIT;

        if (subfield_of(rules, sample) == subfield)
            (has_cjk(sample->text.text) ? facts->zh : facts->en)[must]++;
    }
}
