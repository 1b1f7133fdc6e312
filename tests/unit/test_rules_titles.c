/* test_rules_titles.c -- the shipped rules on made-up titles, typical of each subfield or named by
 * the labelling guide as not counting: a change of a rule that loses a whole kind shows here.
 */
#include <nanopat/classify.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#define TITLES "tests/samples/classify/titles.tsv"

struct tally {
    size_t typical, reached, foreign, wrong;
};

static bool reaches(const struct np_hits *hits, int subfield)
{
    for (size_t i = 0; i < hits->n; i++)
        if (hits->v[i].subfield == subfield)
            return true;
    return false;
}

static void run_title(const struct np_rules *rules, struct np_matcher *matcher,
                      struct np_slice slug, struct np_slice title, struct tally *tally)
{
    struct np_subject subject = { .title = &title, .ntitle = 1 };
    struct np_arena *arena = np_arena_new();
    struct np_hits hits;

    assert_int_equal(np_matcher_run(matcher, &subject, arena, &hits, NULL), NP_OK);
    if (np_slice_is(slug, "-")) {
        tally->foreign++;
        tally->wrong += hits.n > 0;
    } else {
        bool hit = reaches(&hits, np_rules_find(rules, slug));

        tally->typical++;
        tally->reached += hit;
        if (!hit)
            print_message("missed %.*s: %.*s\n", NP_ARG(slug), NP_ARG(title));
    }
    np_arena_free(arena);
}

static void typical_titles_are_reached_and_foreign_ones_are_not(void **state)
{
    FILE *f = fopen(TITLES, "rb");
    struct np_rules *rules;
    struct np_matcher *matcher;
    struct tally tally = { 0 };
    char *line = NULL;
    size_t cap = 0;

    (void)state;
    assert_non_null(f);
    assert_int_equal(np_rules_load("rules", &rules, NULL), NP_OK);
    matcher = np_matcher_new(rules);
    while (getline(&line, &cap, f) > 0) {
        struct np_slice whole = np_slice_trim(np_slice_of(line));
        size_t tab = np_slice_find(whole, NP_S("\t"));

        if (line[0] != '#' && tab != (size_t)-1)
            run_title(rules, matcher, np_slice_sub(whole, 0, tab),
                      np_slice_sub(whole, tab + 1, whole.n), &tally);
    }
    free(line);
    fclose(f);
    np_matcher_free(matcher);
    np_rules_free(rules);
    print_message("%zu of %zu typical titles reached, %zu of %zu foreign ones too\n",
                  tally.reached, tally.typical, tally.wrong, tally.foreign);
    assert_true(tally.reached * 100 >= tally.typical * 95);
    assert_true(tally.wrong * 100 <= tally.foreign * 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(typical_titles_are_reached_and_foreign_ones_are_not),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
