/* test_rules_titles.c -- the shipped rules on made-up titles and abstracts, typical of each subfield
 * or of what the labelling guide says does not count: a change of a rule that loses a whole kind
 * shows here.
 */
#include <nanopat/classify.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#define SAMPLES "tests/samples/classify/"

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

static void run_text(const struct np_rules *rules, struct np_matcher *matcher,
                     enum np_place place, struct np_slice slug, struct np_slice text,
                     struct tally *tally)
{
    struct np_subject subject = { .title = &text, .ntitle = place == NP_IN_TITLE,
                                  .abstract = &text, .nabstract = place == NP_IN_ABSTRACT };
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
            print_message("missed %.*s: %.*s\n", NP_ARG(slug), NP_ARG(text));
    }
    np_arena_free(arena);
}

static void run_file(const char *path, enum np_place place)
{
    FILE *f = fopen(path, "rb");
    struct np_rules *rules;
    struct np_matcher *matcher;
    struct tally tally = { 0 };
    char *line = NULL;
    size_t cap = 0;

    assert_non_null(f);
    assert_int_equal(np_rules_load("rules", &rules, NULL), NP_OK);
    matcher = np_matcher_new(rules);
    while (getline(&line, &cap, f) > 0) {
        struct np_slice whole = np_slice_trim(np_slice_of(line));
        size_t tab = np_slice_find(whole, NP_S("\t"));

        if (line[0] != '#' && tab != (size_t)-1)
            run_text(rules, matcher, place, np_slice_sub(whole, 0, tab),
                     np_slice_sub(whole, tab + 1, whole.n), &tally);
    }
    free(line);
    fclose(f);
    np_matcher_free(matcher);
    np_rules_free(rules);
    print_message("%zu of %zu typical texts reached, %zu of %zu foreign ones too\n",
                  tally.reached, tally.typical, tally.wrong, tally.foreign);
    assert_true(tally.reached * 100 >= tally.typical * 95);
    assert_true(tally.wrong * 100 <= tally.foreign * 5);
}

static void typical_titles_are_reached_and_foreign_ones_are_not(void **state)
{
    (void)state;
    run_file(SAMPLES "titles.tsv", NP_IN_TITLE);
}

static void typical_abstracts_are_reached_and_foreign_ones_are_not(void **state)
{
    (void)state;
    run_file(SAMPLES "abstracts.tsv", NP_IN_ABSTRACT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(typical_titles_are_reached_and_foreign_ones_are_not),
        cmocka_unit_test(typical_abstracts_are_reached_and_foreign_ones_are_not),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
