/* test_rules_gate.c -- the gate never changes an answer. Looks inside the classifier to run the
 * same pattern on the same text with and without it.
 */
#include "../../engine/classify/matcher.h"

#include "test_rules_folder.h"

#include <jansson.h>

/* Patterns of every construct the gate reads, each with a text it matches. */
static const struct {
    const char *pattern, *text;
} cases[] = {
    { "nano-?tube", "nanotube" },
    { "nano-?tube", "nano-tube" },
    { "nan(?:o|os)tube", "nanostube" },
    { "carbon *nano", "carbonnano" },
    { "carbons?", "carbon" },
    { "ab+cd", "abbbcd" },
    { "a{2,3}bcd", "aabcd" },
    { "xy{0}zzz", "xzzz" },
    { "(?:abc)?def", "def" },
    { "(?:abc){0,2}def", "def" },
    { "(?:abc)*?def", "def" },
    { "(?:abc|x)def", "xdef" },
    { "(abc|def)+", "def" },
    { "(?<!foo)bar", "bar" },
    { "(?<=foo)bar", "foobar" },
    { "bar(?!foo)", "bar" },
    { "bar(?=foo)", "barfoo" },
    { "\\bcnt\\b", "含cnt的" },
    { "量子?点膜", "量点膜" },
    { "量子点|纳米晶", "纳米晶" },
    { "纳米[^。]{0,4}膜", "纳米复合膜" },
    { "[abc]def", "bdef" },
    { "[]x]def", "]def" },
    { "[^]x]def", "adef" },
    { "[a\\]b]def", "]def" },
    { "a\\.b\\+c", "a.b+c" },
    { "abc\\d+def", "abc12def" },
    { "GaN|AlN", "aln" },
    { "(?i)abc", "abc" },
    { "(?x) a b c", "abc" },
    { "(?<n>abc)def", "abcdef" },
    { "(a)bc\\1", "abca" },
    { "x\\x{41}yz", "xayz" },
    { "\\p{Han}+abc", "汉abc" },
    { "ab{,2}cd", "ab{,2}cd" },
    { "(?:|abc)d", "d" },
    { "abc|", "x" },
    { "nd-?fe-?b", "ndfeb" },
    { "a?b?c?d?e?f?xyz", "bdfxyz" },
    { "[ab]?[cd]?[ef]?[gh]?xy", "xy" },
    { "[- ]nano", "a-nano" },
    { "[a-]nano", "a-nano" },
    { "[A-C]nano", "bnano" },
    { "[+-]nano", "-nano" },
    { "[2-4]+nano", "23nano" },
    { "[铕铽铒]{2}掺", "铕铽掺" },
    { "[一-龥]掺杂", "铕掺杂" },
    { "[\\d.]nm", "5nm" },
    { "[.]nm", ".nm" },
    { "a longer run of letters than one literal holds in it",
      "a longer run of letters than one literal holds in it" },
    { "这是一个比任何一个字面值都要长得多的句子", "这是一个比任何一个字面值都要长得多的句子" },
};

static void each_construct_still_matches_through_the_gate(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct folder f;
        char rules[200];

        snprintf(rules, sizeof rules,
                 "subfield electronics/quantum-dots threshold 1\nrule a abstract 4 `(?=.)(?:%s)`\n",
                 cases[i].pattern);
        if (load_folder(&f, TAXONOMY, rules, strlen(rules)) == NP_OK) {
            run_abstract(&f, cases[i].text);
            if (f.hits.n != 1)
                fail_msg("%s on %s", cases[i].pattern, cases[i].text);
        } else if (!strstr(f.err.what, "matches the empty text")) {
            fail_msg("%s: %s", cases[i].pattern, f.err.what);
        }
        free_folder(&f);
    }
}

static void the_gate_rules_out_what_lacks_a_literal(void **state)
{
    static const struct {
        const char *pattern, *text;
        bool opens;
    } gates[] = {
        { "nano-?(?:tube|wire)", "nanowire", true },
        { "nano-?(?:tube|wire)", "nano particle", false },
        { "量子点|纳米晶", "纳米片", false },
        { "abc(?:def)?", "xyz", false },
        { "nd-?fe-?b", "a ndfe-b magnet", true },
        { "nd-?fe-?b", "end of feb", false },
        { "\\b[dr]na\\b", "rna", true },
        { "\\b[dr]na\\b", "nan", false },
        { "[2-4]\\+", "eu3+", true },
        { "[2-4]\\+", "eu5+", false },
        { "[铕铽]掺杂", "铽掺杂", true },
        { "[铕铽]掺杂", "镱掺杂", false },
        { "qd", "qd", true },
    };
    (void)state;
    for (size_t i = 0; i < sizeof gates / sizeof *gates; i++) {
        struct literals *literals = literals_new();
        struct found_literals *found;
        uint32_t open = 0;
        int list[8];

        assert_true(build_gate(literals, np_slice_of(gates[i].pattern), 3).gated);
        index_literals(literals);
        found = found_literals_new(literals);
        find_literals(literals, np_slice_of(gates[i].text), found);
        open_patterns(literals, found, &open, list);
        if (open != (gates[i].opens ? UINT32_C(1) << 3 : 0))
            fail_msg("%s on %s", gates[i].pattern, gates[i].text);
        found_literals_free(found);
        literals_free(literals);
    }
}

/* A pattern cut at its bars gives the match that the whole gives: the first, and of several at one
 * place the first arm's.                                                                        */
static void arms_give_the_match_of_the_whole(void **state)
{
    static const struct {
        const char *pattern, *text, *matched;
        size_t arms;
    } cuts[] = {
        { "bcd|abc", "xabcd", "abc", 2 },
        { "ab|abc", "xabcd", "ab", 2 },
        { "abc|ab", "xabcd", "abc", 2 },
        { "(?:cd|(?:bc|ab))|zz", "xabcd", "ab", 4 },
        { "(?:ab|cd)e|xy", "cde xy", "cde", 2 },
        { "(?:ab|cd)|(?:ab)?e", "e ab", "e", 3 },
        { "[|)]a|b\\|c", "xb|c", "b|c", 2 },
        { "(a|b)c\\1|xyz", "bcb xyz", "bcb", 1 },
        { "(?i:ab)|cd", "xab cd", "ab", 1 },
        { "^ab|b$", "xab", "b", 2 },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cuts / sizeof *cuts; i++) {
        struct folder f;
        char rules[200];
        const struct pattern *p;

        snprintf(rules, sizeof rules,
                 "subfield electronics/quantum-dots threshold 1\nrule a abstract 4 `%s`\n",
                 cuts[i].pattern);
        expect_loads(&f, rules);
        p = &f.rules->patterns.v[0];
        if (p->arms.n != cuts[i].arms)
            fail_msg("%s: %zu arms", cuts[i].pattern, p->arms.n);
        run_abstract(&f, cuts[i].text);
        if (f.hits.n != 1 || !np_slice_is(f.hits.v[0].evidence.v[0].matched, cuts[i].matched))
            fail_msg("%s on %s", cuts[i].pattern, cuts[i].text);
        free_folder(&f);
    }
}

static void what_needs_no_literal_has_no_gate(void **state)
{
    static const char *const patterns[] = { "a?b?c?", "[a-z]+", "x|nano", "(?:nano)?", "[^ab]c" };

    (void)state;
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        struct literals *literals = literals_new();

        assert_false(build_gate(literals, np_slice_of(patterns[i]), 0).gated);
        literals_free(literals);
    }
}

static struct np_slice text_of(const json_t *object, const char *key)
{
    return np_slice_of(json_string_value(json_object_get(object, key)));
}

/* How many answers differ; fills how many the gate gave alone. */
static size_t compare_answers(struct np_matcher *gated, struct np_matcher *plain,
                              const struct np_subject *subject)
{
    size_t differ = 0;

    plain->ungated = true;
    take_subject(gated, subject);
    take_subject(plain, subject);
    for (size_t p = 0; p < gated->rules->patterns.n; p++)
        for (size_t t = 0; t < gated->ntexts; t++) {
            const struct answer *a = ask(gated, (int)p, t), *b = ask(plain, (int)p, t);

            differ += a->found != b->found || a->from != b->from || a->to != b->to;
        }
    return differ;
}

static void shipped_patterns_answer_alike_on_all_labelled_texts(void **state)
{
    FILE *f = fopen("../shared/truth/dev.jsonl", "rb");
    struct np_matcher *gated, *plain;
    struct np_rules *rules;
    char *line = NULL;
    size_t cap = 0, differ = 0;

    (void)state;
    if (!f)
        skip();
    assert_int_equal(np_rules_load("rules", &rules, NULL), NP_OK);
    gated = np_matcher_new(rules);
    plain = np_matcher_new(rules);
    while (getline(&line, &cap, f) > 0) {
        json_t *object = json_loads(line, 0, NULL);
        struct np_slice title = text_of(object, "title"), abstract = text_of(object, "abstract");
        struct np_subject subject = { .title = &title, .ntitle = 1,
                                      .abstract = &abstract, .nabstract = 1 };

        differ += compare_answers(gated, plain, &subject);
        json_decref(object);
    }
    free(line);
    fclose(f);
    np_matcher_free(gated);
    np_matcher_free(plain);
    np_rules_free(rules);
    assert_int_equal(differ, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_construct_still_matches_through_the_gate),
        cmocka_unit_test(the_gate_rules_out_what_lacks_a_literal),
        cmocka_unit_test(what_needs_no_literal_has_no_gate),
        cmocka_unit_test(arms_give_the_match_of_the_whole),
        cmocka_unit_test(shipped_patterns_answer_alike_on_all_labelled_texts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
