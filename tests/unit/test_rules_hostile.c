/* test_rules_hostile.c -- patterns and texts that mean harm: what cannot be decided is told and
 * never "no", nothing takes long, and no syntax gets round the limits.
 */
#include "../../engine/classify/matcher.h"

#include "test_rules_folder.h"

#include <time.h>

#define DOTS "subfield electronics/quantum-dots threshold 4\n"

/* Known to need exponential or high polynomial time; `unit` repeated, and `end`, is their text. */
static const struct {
    const char *pattern, *unit, *end;
    bool matches;
} hostile[] = {
    { "^(a+)+$", "a", "!", false },
    { "^(a+)+$", "a", "", true },
    { "^(a|aa)+$", "a", "!", false },
    { "^(a|aa)+$", "a", "", true },
    { "^(a|a?)+$", "a", "!", false },
    { "^(\\w+\\s?)*$", "a", "!", false },
    { "^(\\w+\\s?)*\\.$", "word ", ".", true },
    { "(a*)*b", "a", "c", false },
    { "(.*a){12}x", "a", "", false },
    { "(.*a){12}$", "a", "", true },
    { "^(([a-z])+.)+[a-z]([a-z])+$", "a", "!", false },
    { "(x+x+)+y", "x", "", false },
    { "(x+x+)+y", "x", "y", true },
    { "(?:(?:纳米|材料)+)+膜", "纳米材料", "", false },
    { "(?:(?:纳米|材料)+)+膜", "纳米材料", "膜", true },
    { "(?:(?:纳|纳米|米)+)+膜", "纳米", "层", false },
    { "[^。]*(?:[^。]*)*(?:[^。]*)*膜。层", "纳米", "膜", false },
    { "(a+)+(b+)+(a+)+\\d", "a", "", false },
    { "(?:(?=(a+))a)*b\\1", "a", "", false },
    { "(?:a?){30}a{30}$", "a", "", true },
    { "(?<=a)(?:a|aa)+$", "a", "!", false },
    { "\\b(?:[a-z]+[- ]?)+\\bdots$", "nano ", "dot", false },
    { "(?:.*,){11}P", "1,", "q", false },
    { "^(.*?,){11}p", "1,", "q", false },
    { "(.*)*=.*=.*x", "=", "", false },
    { "(?:nano.*){8}tube", "nano ", "", false },
    { "^(?:.+)+\\.x$", "a", "", false },
    { "(?:(a)|(b)|(.))*c", "a", "", false },
    { "(([ab]|b)*)*c", "ab", "", false },
    { "^(?:a(?:a(?:a)*)*)*$", "a", "!", false },
};

static void fill(struct np_buf *b, const char *unit, const char *end, size_t bytes)
{
    np_buf_reset(b);
    while (b->n < bytes)
        np_buf_puts(b, unit);
    np_buf_puts(b, end);
}

static double seconds(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void an_undecided_pattern_is_told_and_never_no(void **state)
{
    static const size_t sizes[] = { 40, 3000, 100000 };
    struct np_buf text = { 0 };
    size_t undecided = 0;

    (void)state;
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        struct folder f;
        char rules[200];

        snprintf(rules, sizeof rules, DOTS "rule bad abstract 5 `%s`\n", hostile[i].pattern);
        if (load_folder(&f, TAXONOMY, rules, strlen(rules)) != NP_OK) {
            assert_non_null(strstr(f.err.what, "matches the empty text"));
            free_folder(&f);
            continue;
        }
        for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++) {
            double begin = seconds();
            enum np_status status;

            fill(&text, hostile[i].unit, hostile[i].end, sizes[k]);
            status = run_abstract(&f, np_buf_cstr(&text));
            undecided += status == NP_SKIP;
            if (status == NP_SKIP)
                assert_non_null(strstr(f.err.what, "rule 'bad' undecided (match limit)"));
            else if ((f.hits.n == 1) != hostile[i].matches)
                fail_msg("%s on %zu bytes: %zu hits", hostile[i].pattern, sizes[k], f.hits.n);
            if (seconds() - begin > 5) /* milliseconds, but sanitizers and busy machines */
                fail_msg("%s on %zu bytes took %.1f s", hostile[i].pattern, sizes[k],
                         seconds() - begin);
        }
        free_folder(&f);
    }
    np_buf_release(&text);
    assert_true(undecided > 5);
}

/* A match found elsewhere in the pattern is a match; and others go on. */
static void one_undecided_pattern_does_not_hide_the_others(void **state)
{
    struct np_buf text = { 0 };
    struct folder f;

    (void)state;
    expect_loads(&f, DOTS "rule bad abstract 5 `(a+)+(b+)+(a+)+\\d`\nrule good abstract 5 `aa`\n"
                          "subfield bio/microspheres threshold 4\nrule other abstract 5 `z`\n");
    fill(&text, "a", " z", 3000);
    assert_int_equal(run_abstract(&f, np_buf_cstr(&text)), NP_SKIP);
    assert_int_equal(f.hits.n, 2);
    np_buf_release(&text);
    free_folder(&f);
}

static void no_syntax_gets_round_the_limits(void **state)
{
    static const struct {
        const char *pattern, *what;
    } cases[] = {
        { "(*ACCEPT)a", "20: verbs '(*...)' are not allowed" },
        { "a(*COMMIT)b", "21: verbs '(*...)' are not allowed" },
        { "a(*F)", "21: verbs '(*...)' are not allowed" },
        { "(*LIMIT_HEAP=1)a", "20: verbs '(*...)' are not allowed" },
        { "(*LIMIT_DEPTH=1)a", "20: verbs '(*...)' are not allowed" },
        { "(*NO_START_OPT)a", "20: verbs '(*...)' are not allowed" },
        { "(*CRLF)a", "20: verbs '(*...)' are not allowed" },
        { "(?#[)(*ACCEPT)]a", "20: comments '(?#...)' are not allowed" },
        { "[a](*ACCEPT)", "23: verbs '(*...)' are not allowed" },
        { "[]a](*ACCEPT)", "24: verbs '(*...)' are not allowed" },
        { "\\[(*ACCEPT)]", "22: verbs '(*...)' are not allowed" },
        { "a(?C)b", "21: callouts are not allowed" },
        { "a(?C255)b", "21: callouts are not allowed" },
        { "a(?C\"x\")b", "21: callouts are not allowed" },
        { "a(?0)?b", "21: recursion is not allowed" },
        { "(a)(?+1)?(b)", "23: recursion is not allowed" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char rules[256], what[256];

        snprintf(rules, sizeof rules, DOTS "rule a abstract 4 `%s`\n", cases[i].pattern);
        snprintf(what, sizeof what, "a.rules:2:%s", cases[i].what);
        expect_refused(rules, what);
    }
}

static void compiled_patterns_are_bounded(void **state)
{
    char rules[400];
    struct folder f;

    (void)state;
    snprintf(rules, sizeof rules, DOTS "rule a abstract 4 `%s`\n",
             "(?:(?:abc|def){1,50}){1,50}x");
    assert_int_equal(load_folder(&f, TAXONOMY, rules, strlen(rules)), NP_STOP);
    /* PCRE2's own limit or ours, whichever is met first. */
    assert_true(strstr(f.err.what, "too large") || strstr(f.err.what, "the pattern compiles to"));
    assert_non_null(strstr(f.err.what, "a.rules:2:"));
    free_folder(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_undecided_pattern_is_told_and_never_no),
        cmocka_unit_test(one_undecided_pattern_does_not_hide_the_others),
        cmocka_unit_test(no_syntax_gets_round_the_limits),
        cmocka_unit_test(compiled_patterns_are_bounded),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
