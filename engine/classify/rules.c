/* rules.c -- loading a rule folder, and what may be asked of a loaded set. */
#include "size.h"

#include <math.h>
#include <stdlib.h>

/* FNV-1a, 64 bit: names and contents of all files in order. */
static uint64_t hash_bytes(uint64_t hash, const char *p, size_t n)
{
    for (size_t i = 0; i < n; i++)
        hash = (hash ^ (unsigned char)p[i]) * UINT64_C(0x100000001b3);
    return hash;
}

static uint64_t hash_sources(const struct np_rules *rules)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);

    for (size_t i = 0; i < rules->sources.n; i++) {
        const struct source *source = rules->sources.v[i];

        hash = hash_bytes(hash, source->name, strlen(source->name) + 1);
        hash = hash_bytes(hash, source->text.p, source->text.n);
    }
    return hash;
}

static enum np_status check_thresholds(const struct np_rules *rules, struct np_err *err)
{
    for (size_t i = 0; i < rules->rules.n; i++) {
        const struct rule *rule = &rules->rules.v[i];

        if ((rule->kind == RULE_TEXT || rule->kind == RULE_IMPLIED) &&
            isnan(rules->subfields.v[rule->targets.v[0]].threshold))
            return fail_spot(err, rule->spot, "subfield '%s' has no threshold",
                             rules->subfields.v[rule->targets.v[0]].public.slug);
    }
    return NP_OK;
}

static enum np_status load(struct np_rules *rules, const char *folder, struct np_err *err)
{
    enum np_status status = read_sources(rules, folder, "taxonomy.tsv", err);

    if (status == NP_OK)
        status = read_taxonomy(rules, rules->sources.v[0], err);
    if (status == NP_OK)
        status = read_sources(rules, folder, ".rules", err);
    for (size_t i = 1; i < rules->sources.n && status == NP_OK; i++)
        status = read_definitions(rules, rules->sources.v[i], err);
    for (size_t i = 0; i < rules->lists.n && status == NP_OK; i++)
        status = check_list(rules, &rules->lists.v[i], err);
    if (status == NP_OK)
        status = build_sizes(rules, err);
    for (size_t i = 1; i < rules->sources.n && status == NP_OK; i++)
        status = read_rules(rules, rules->sources.v[i], err);
    return status == NP_OK ? check_thresholds(rules, err) : status;
}

struct np_rules *rules_new(void)
{
    struct np_rules *rules = np_calloc(1, sizeof *rules);

    rules->arena = np_arena_new();
    rules->literals = literals_new();
    rules->folding = folding_new();
    rules->pattern_by_text = np_map_new();
    rules->arm_by_text = np_map_new();
    rules->rule_by_id = np_map_new();
    rules->list_by_name = np_map_new();
    rules->size_by_name = np_map_new();
    rules->keep = 1000;
    return rules;
}

enum np_status np_rules_load(const char *folder, struct np_rules **out, struct np_err *err)
{
    struct np_rules *rules = rules_new();
    enum np_status status;

    status = load(rules, folder, err);
    if (status != NP_OK) {
        np_rules_free(rules);
        *out = NULL;
        return status;
    }
    index_literals(rules->literals);
    rules->hash = hash_sources(rules);
    *out = rules;
    return NP_OK;
}

void np_rules_free(struct np_rules *rules)
{
    if (!rules)
        return;
    for (size_t i = 0; i < rules->patterns.n; i++)
        free_code(rules->patterns.v[i].code);
    for (size_t i = 0; i < rules->arms.n; i++)
        if (rules->arms.v[i].owned)
            free_code(rules->arms.v[i].code);
    literals_free(rules->literals);
    folding_free(rules->folding);
    np_map_free(rules->pattern_by_text);
    np_map_free(rules->arm_by_text);
    np_map_free(rules->rule_by_id);
    np_map_free(rules->list_by_name);
    np_map_free(rules->size_by_name);
    np_arena_free(rules->arena);
    free(rules);
}

size_t np_rules_subfield_count(const struct np_rules *rules) { return rules->subfields.n; }

const struct np_subfield *np_rules_subfield(const struct np_rules *rules, size_t i)
{
    return i < rules->subfields.n ? &rules->subfields.v[i].public : NULL;
}

int np_rules_find(const struct np_rules *rules, struct np_slice slug_or_code)
{
    for (size_t i = 0; i < rules->subfields.n; i++)
        if (np_slice_is(slug_or_code, rules->subfields.v[i].public.slug) ||
            np_slice_is(slug_or_code, rules->subfields.v[i].public.code))
            return (int)i;
    return -1;
}

uint64_t np_rules_hash(const struct np_rules *rules) { return rules->hash; }
