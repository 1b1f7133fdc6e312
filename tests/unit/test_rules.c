/* test_rules.c -- rule files: what loads, what is refused and where. */
#include "test_rules_folder.h"

#define DOTS "subfield electronics/quantum-dots threshold 4\n"

static void shipped_rules_load_with_all_49_subfields(void **state)
{
    struct np_rules *rules;
    struct np_err err;

    (void)state;
    if (np_rules_load("rules", &rules, &err) != NP_OK)
        fail_msg("%s", err.what);
    assert_int_equal(np_rules_subfield_count(rules), 49);
    assert_int_equal(np_rules_find(rules, NP_S("1.8")),
                     np_rules_find(rules, NP_S("electronics/quantum-dots")));
    assert_string_equal(np_rules_subfield(rules, 0)->field, "electronics");
    assert_string_equal(np_rules_subfield(rules, 48)->code, "4.9");
    assert_int_equal(np_rules_find(rules, NP_S("no/such")), -1);
    assert_true(np_rules_hash(rules) != 0);
    np_rules_free(rules);
}

static void print_bad(void *ctx, const char *message)
{
    (void)ctx;
    print_error("%s\n", message);
}

static void shipped_samples_all_hold(void **state)
{
    struct np_rules *rules;
    size_t failed = 1, count;

    (void)state;
    assert_int_equal(np_rules_load("rules", &rules, NULL), NP_OK);
    count = np_rules_selftest(rules, print_bad, NULL, &failed);
    assert_true(count >= 2 * np_rules_subfield_count(rules));
    assert_int_equal(failed, 0);
    np_rules_free(rules);
}

static void bom_and_crlf_are_accepted(void **state)
{
    struct folder f;

    (void)state;
    expect_loads(&f, "\xEF\xBB\xBF# comment\r\n" DOTS "rule a title 5 abstract 4 `dots?`\r\n");
    assert_int_equal(run_abstract(&f, "dots"), NP_OK);
    assert_int_equal(f.hits.n, 1);
    free_folder(&f);
}

static void lists_nest_and_continue_on_bar_lines(void **state)
{
    struct folder f;

    (void)state;
    expect_loads(&f, "list metal = `gold|silver`\nlist nano = `nano-?{metal}`\n   | `纳米[金银]`\n" DOTS
                     "rule a abstract 4 `{nano} particle`  # why\n  # a comment between\n  | `量子点`\n");
    run_abstract(&f, "nano-silver particle");
    assert_int_equal(f.hits.n, 1);
    run_abstract(&f, "量子点");
    assert_int_equal(f.hits.n, 1);
    run_abstract(&f, "silver particle");
    assert_int_equal(f.hits.n, 0);
    free_folder(&f);
}

static void faults_are_told_with_file_line_and_column(void **state)
{
    (void)state;
    expect_refused("subfield bio/microsphere threshold 4\n",
                   "a.rules:1:10: no subfield 'bio/microsphere'; did you mean 'bio/microspheres'?");
    expect_refused("subfield mikrospheres\n",
                   "a.rules:1:10: no subfield 'mikrospheres'; did you mean 'bio/microspheres'?");
    expect_refused(DOTS "rule a abstract 4 `量子点(`\n", "a.rules:2:23: missing closing parenthesis");
    expect_refused(DOTS "rule a abstract 4 `x`\nrule a abstract 4 `y`\n",
                   "a.rules:3:6: id 'a' stands before at a.rules:2");
    expect_refused(DOTS "rule a abstract nan `x`\n", "a.rules:2:17: 'nan' is no number");
    expect_refused(DOTS "rule a abstract 1,5 `x`\n", "a.rules:2:17: '1,5' is no number");
    expect_refused(DOTS "rule a abstract 1e308 `x`\n", "a.rules:2:17: '1e308' is no number");
    expect_refused(DOTS "rule a abstract 1001 `x`\n",
                   "a.rules:2:17: '1001' is not between -1000 and 1000");
    expect_refused(DOTS "rule a body 4 `x`\n", "a.rules:2:8: 'body' is no place or set of weights");
    expect_refused(DOTS "rule a abstract `x`\n",
                   "a.rules:2:8: a weight is missing behind 'abstract'");
    expect_refused(DOTS "rule a strongly `x`\n",
                   "a.rules:2:8: 'strongly' is no place or set of weights");
    expect_refused(DOTS "rule a abstract 4 `x\n", "a.rules:2:19: no closing back quote on this line");
    expect_refused("rule a abstract 4 `x`\n", "a.rules:1:1: 'rule' before the first 'subfield' or 'every'");
    expect_refused("frobnicate\n", "a.rules:1:1: 'frobnicate' begins no statement");
    expect_refused(DOTS "rule a abstract 4 `{no-such}`\n", "a.rules:2:20: no list 'no-such'");
    expect_refused("list a = `x{a}`\n", "a.rules:1:12: list 'a' holds itself");
    expect_refused("list a = `x{b}`\nlist b = `y{a}`\n", "a.rules:1:12: list 'b' holds itself");
    expect_refused("list a = `x(`\n", "a.rules:1:12: missing closing parenthesis");
    expect_refused("subfield electronics/quantum-dots\nrule a abstract 4 `x`\n",
                   "a.rules:2:1: subfield 'electronics/quantum-dots' has no threshold");
    expect_refused(DOTS "code a 1 c01b\n", "a.rules:2:10: 'c01b' is no symbol or range of symbols");
    expect_refused("every *\nrule a abstract 4 `x`\n",
                   "a.rules:2:1: an 'every' block holds 'support', not 'rule'");
    expect_refused("every *\nimplied a 4 bio/microspheres\n",
                   "a.rules:2:1: an 'every' block holds 'given', not 'implied'");
    expect_refused(DOTS "given a 4\n", "a.rules:2:1: 'given' needs a weight and subfields, and "
                                       "subfields behind 'unless'");
    expect_refused(DOTS "implied a 4 2.1 unless\n", "a.rules:2:1: 'implied' needs a weight and "
                                                    "subfields, and subfields behind 'unless'");
    expect_refused(DOTS "given a 4 bio/no*\n",
                   "a.rules:2:11: no subfield 'bio/no*'; did you mean 'energy/membranes'?");
    expect_refused("subfield bio/microspheres\nimplied a 4 1.1\n",
                   "a.rules:2:1: subfield 'bio/microspheres' has no threshold");
    expect_refused("| `x`\n", "a.rules:1:1: '|' with nothing before it to go on with");
}

static void patterns_that_cannot_match_are_refused(void **state)
{
    (void)state;
    expect_refused(DOTS "rule a abstract 4 `纳米，量子`\n",
                   "a.rules:2:22: '，' never occurs in folded text: write ','");
    expect_refused(DOTS "rule a abstract 4 ``\n", "a.rules:2:20: empty pattern");
    expect_refused(DOTS "rule a abstract 4 `x*`\n", "a.rules:2:20: the pattern matches the empty text");
}

static void dangerous_syntax_is_refused_with_its_column(void **state)
{
    static const struct {
        const char *pattern, *what;
    } cases[] = {
        { "(*UTF8)x", "20: verbs '(*...)' are not allowed" },
        { "(*LIMIT_MATCH=9)x", "20: verbs '(*...)' are not allowed" },
        { "(*NO_JIT)x", "20: verbs '(*...)' are not allowed" },
        { "(*UCP)x", "20: verbs '(*...)' are not allowed" },
        { "a(*SKIP)b", "21: verbs '(*...)' are not allowed" },
        { "a(?C1)b", "21: callouts are not allowed" },
        { "a(?R)?b", "21: recursion is not allowed" },
        { "(a(?1)?b)", "22: recursion is not allowed" },
        { "(a(?-1)?b)", "22: recursion is not allowed" },
        { "(?<n>a(?&n)?)", "26: recursion is not allowed" },
        { "(?P<n>a(?P>n)?)", "27: recursion is not allowed" },
        { "(a)\\g1", "23: '\\g' is not allowed" },
        { "\\Qa\\E", "20: '\\Q' is not allowed" },
        { "a\\Cb", "23: using \\C is disabled by the application" },
        { "[a", "21: missing terminating ] for character class" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char rules[256], what[256];

        snprintf(rules, sizeof rules, DOTS "rule a abstract 4 `%s`\n", cases[i].pattern);
        snprintf(what, sizeof what, "a.rules:2:%s", cases[i].what);
        expect_refused(rules, what);
    }
}

static void sizes_are_bounded(void **state)
{
    static char text[20000];
    struct folder f;
    size_t n;

    (void)state;
    n = (size_t)snprintf(text, sizeof text, DOTS "rule a abstract 4 `");
    memset(text + n, 'x', 5000);
    snprintf(text + n + 5000, sizeof text - n - 5000, "`\n");
    assert_int_equal(load_folder(&f, TAXONOMY, text, n + 5002), NP_STOP);
    assert_non_null(strstr(f.err.what, "pattern longer than 4096 bytes"));
    free_folder(&f);
    memset(text + n, 'x', 9000);
    assert_int_equal(load_folder(&f, TAXONOMY, text, n + 9000), NP_STOP);
    assert_non_null(strstr(f.err.what, "a.rules:2:1: a line longer than"));
    free_folder(&f);
    expect_refused(DOTS "rule a abstract 4 `((a{1,60}){1,60}){1,60}`\n",
                   "a.rules:2:42: regular expression is too large");
}

/* Each list names the next a thousand times: 10^21 expansions if nobody counts. */
static void lists_that_multiply_are_refused(void **state)
{
    static char text[60000];
    size_t n = 0;
    struct folder f;

    (void)state;
    for (char name = 'a'; name < 'h'; name++) {
        n += (size_t)snprintf(text + n, sizeof text - n, "list %c = `", name);
        for (int i = 0; i < 1000; i++)
            n += (size_t)snprintf(text + n, sizeof text - n, "{%c}", name + 1);
        n += (size_t)snprintf(text + n, sizeof text - n, "`\n");
    }
    n += (size_t)snprintf(text + n, sizeof text - n, "list h = ``\n");
    assert_int_equal(load_folder(&f, TAXONOMY, text, n), NP_STOP);
    assert_non_null(strstr(f.err.what, "pattern longer than 4096 bytes"));
    free_folder(&f);
}

static void bytes_that_are_no_text_are_refused(void **state)
{
    struct folder f;

    (void)state;
    expect_refused(DOTS "# \xff\n", "a.rules:2:3: not UTF-8");
    assert_int_equal(load_folder(&f, TAXONOMY, "#\0\n", 3), NP_STOP);
    assert_string_equal(f.err.what, "a.rules:1:2: a NUL byte");
    free_folder(&f);
}

static void a_bad_taxonomy_is_refused(void **state)
{
    static const struct {
        const char *text, *what;
    } cases[] = {
        { "code\tslug\n", "taxonomy.tsv:1:6: 6 columns expected, found 2" },
        { "code\tname\tzh\ten\tfield_zh\tfield_en\n", "taxonomy.tsv:1:1: heading 'name' where 'slug' belongs" },
        { "code\tslug\tzh\ten\tfield_zh\tfield_en\n", "taxonomy.tsv:1:1: no subfield" },
        { TAXONOMY "9\tbio/microspheres\ta\tb\tc\td\n", "taxonomy.tsv:5:1: 'bio/microspheres' stands twice" },
        { TAXONOMY "9\tflat\ta\tb\tc\td\n", "taxonomy.tsv:5:1: slug 'flat' is not field/name" },
        { TAXONOMY "9\ta/b\t\tb\tc\td\n", "taxonomy.tsv:5:7: column 'zh' is empty" },
    };
    struct folder f;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(load_folder(&f, cases[i].text, "", 0), NP_STOP);
        assert_string_equal(f.err.what, cases[i].what);
        free_folder(&f);
    }
}

static void a_missing_folder_is_told(void **state)
{
    struct np_rules *rules;
    struct np_err err;

    (void)state;
    assert_int_equal(np_rules_load("/nonexistent", &rules, &err), NP_STOP);
    assert_string_equal(err.what, "cannot open '/nonexistent': No such file or directory");
    assert_null(rules);
}

static void hash_follows_the_text_of_the_rules(void **state)
{
    struct folder a, b, c;

    (void)state;
    expect_loads(&a, DOTS "rule a abstract 4 `x`\n");
    expect_loads(&b, DOTS "rule a abstract 4 `x`\n");
    expect_loads(&c, DOTS "rule a abstract 5 `x`\n");
    assert_true(np_rules_hash(a.rules) == np_rules_hash(b.rules));
    assert_true(np_rules_hash(a.rules) != np_rules_hash(c.rules));
    free_folder(&a);
    free_folder(&b);
    free_folder(&c);
}

static void count_bad(void *ctx, const char *message)
{
    *(const char **)ctx = message ? "told" : NULL;
}

static void selftest_finds_samples_that_fail(void **state)
{
    const char *told = NULL;
    struct folder f;
    size_t failed = 0;

    (void)state;
    expect_loads(&f, DOTS "rule a abstract 4 `dots?`\n  ruleid: two dots\n  ok: a dot\n"
                          "code c 1 C09K11/88\n  ruleid: C09K11/883\n  ok: C09K11/08\n"
                          "hit: quantum dots\nmiss: title || many dots\n");
    assert_int_equal(np_rules_selftest(f.rules, count_bad, &told, &failed), 6);
    assert_int_equal(failed, 2);
    assert_string_equal(told, "told");
    free_folder(&f);
}

static void keep_message(void *ctx, const char *message)
{
    snprintf(ctx, 200, "%s", message);
}

static void an_undecided_sample_is_a_failure(void **state)
{
    char message[200] = "";
    struct folder f;
    size_t failed = 0;

    (void)state;
    expect_loads(&f, DOTS "rule a abstract 4 `(a+)+(b+)+(a+)+\\d`\n"
                          "  ok: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n");
    np_rules_selftest(f.rules, keep_message, message, &failed);
    assert_int_equal(failed, 1);
    assert_string_equal(message, "a.rules:3:7: 'a' is undecided on its sample (match limit)");
    free_folder(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shipped_rules_load_with_all_49_subfields),
        cmocka_unit_test(shipped_samples_all_hold),
        cmocka_unit_test(bom_and_crlf_are_accepted),
        cmocka_unit_test(lists_nest_and_continue_on_bar_lines),
        cmocka_unit_test(faults_are_told_with_file_line_and_column),
        cmocka_unit_test(patterns_that_cannot_match_are_refused),
        cmocka_unit_test(dangerous_syntax_is_refused_with_its_column),
        cmocka_unit_test(sizes_are_bounded),
        cmocka_unit_test(lists_that_multiply_are_refused),
        cmocka_unit_test(bytes_that_are_no_text_are_refused),
        cmocka_unit_test(a_bad_taxonomy_is_refused),
        cmocka_unit_test(a_missing_folder_is_told),
        cmocka_unit_test(hash_follows_the_text_of_the_rules),
        cmocka_unit_test(selftest_finds_samples_that_fail),
        cmocka_unit_test(an_undecided_sample_is_a_failure),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
