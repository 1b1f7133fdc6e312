/* test_rules_places.c -- where rules look: claims apart, and places that are missing. */
#include "test_rules_folder.h"

#define DOTS "subfield electronics/quantum-dots threshold 4\n"

/* Three claims in one language: 1 and 3 stand alone. */
static struct np_claims three_claims(struct np_arena *arena)
{
    struct np_claims claims = { .lang = NP_S("en") };

    *np_list_add(arena, &claims.claims) = (struct np_claim){ .num = 1, .text = NP_S("1. A dot.") };
    *np_list_add(arena, &claims.claims) =
        (struct np_claim){ .num = 2, .text = NP_S("2. The dot of claim 1 with a shell.") };
    *np_list_add(arena, &claims.claims.v[1].depends) = 1;
    *np_list_add(arena, &claims.claims) =
        (struct np_claim){ .num = 3, .text = NP_S("3. A lamp with a shell.") };
    return claims;
}

static void run_claims(struct folder *f)
{
    struct np_subject subject = { 0 };
    struct np_claims claims = three_claims(f->arena);

    np_subject_take_claims(&subject, f->rules, &claims, 1, f->arena);
    assert_int_equal(np_matcher_run(f->matcher, &subject, f->arena, &f->hits, &f->err), NP_OK);
}

static void first_independent_and_all_claims_are_places_of_their_own(void **state)
{
    const struct np_hit *hit;
    struct folder f;

    (void)state;
    expect_loads(&f, DOTS "rule a claim 4 `\\bdot`\nrule b independent 2 `shell`\n"
                          "rule c claims 1 `shell`\nrule d claims 0.5 `\\bdot`\n"
                          "rule e independent 9 claim 9 `the dot of`\n");
    run_claims(&f);
    assert_int_equal(f.hits.n, 1);
    hit = &f.hits.v[0];
    assert_true(hit->score == 7.5);
    assert_int_equal(hit->evidence.n, 6);
    assert_string_equal(np_place_name(hit->evidence.v[0].place), "claim");
    assert_string_equal(np_place_name(hit->evidence.v[1].place), "independent");
    assert_string_equal(np_place_name(hit->evidence.v[2].place), "claims");
    assert_int_equal(hit->evidence.v[2].text, 1); /* of all claims: first, independent, dependent */
    assert_true(hit->evidence.v[2].weight == 1);
    assert_int_equal(hit->evidence.v[3].text, 2);
    assert_true(hit->evidence.v[3].weight == 0);
    free_folder(&f);
}

static void claims_count_nothing_where_they_are_not_named(void **state)
{
    struct folder f;

    (void)state;
    expect_loads(&f, "weights s = title 5 abstract 5 claim 5\n" DOTS
                     "rule a claim 4 `\\bdot`\nrule b s `shell`\nneed n `dot`\nveto v `lamp`\n");
    run_claims(&f);
    assert_int_equal(f.hits.n, 1);
    assert_true(f.hits.v[0].score == 4);
    free_folder(&f);
    expect_loads(&f, DOTS "rule a claim 4 `\\bdot`\nveto v claims `lamp`\n");
    run_claims(&f);
    assert_int_equal(f.hits.n, 0);
    free_folder(&f);
    expect_loads(&f, DOTS "rule a claim 4 `\\bdot`\nneed n claims `with a shell`\n");
    run_claims(&f);
    assert_int_equal(f.hits.n, 1);
    free_folder(&f);
}

static void cancelled_claims_are_passed_over(void **state)
{
    struct np_subject subject = { 0 };
    struct np_claims claims;
    struct folder f;

    (void)state;
    expect_loads(&f, DOTS "rule a claim 4 independent 5 claims 1 `dot`\n");
    claims = three_claims(f.arena);
    claims.claims.v[0].num = claims.claims.v[1].num = 0;
    np_subject_take_claims(&subject, f.rules, &claims, 1, f.arena);
    assert_int_equal(subject.nclaim, 1);
    assert_true(np_slice_is(subject.claim[0], "3. A lamp with a shell."));
    assert_int_equal(subject.nindependent + subject.ndependent, 0);
    free_folder(&f);
}

static void a_first_claim_stands_in_for_a_missing_abstract(void **state)
{
    struct np_slice title = NP_S("A lamp"), claim = NP_S("A dot."), abstract = NP_S("A light.");
    struct np_subject subject = { .title = &title, .ntitle = 1, .claim = &claim, .nclaim = 1 };
    struct folder f;

    (void)state;
    expect_loads(&f, DOTS "rule a lead 5 abstract 3 claim 1 `dot`\nrule b claim 7 `dot`\n"
                          "need n claim `dot`\n");
    np_matcher_run(f.matcher, &subject, f.arena, &f.hits, NULL);
    assert_int_equal(f.hits.n, 1);
    assert_true(f.hits.v[0].score == 12);
    assert_string_equal(np_place_name(f.hits.v[0].evidence.v[0].place), "claim");
    subject.abstract = &abstract;
    subject.nabstract = 1;
    np_matcher_run(f.matcher, &subject, f.arena, &f.hits, NULL);
    assert_true(f.hits.v[0].score == 8);
    free_folder(&f);
}

static void every_place_alone_can_decide(void **state)
{
    static const char *const text = "A quantum dot of cadmium selenide with a zinc sulfide shell.";
    struct np_slice slice = np_slice_of(text), symbols[] = { NP_S("C09K11/883") };
    struct np_symbols ipc = { symbols, 1, 1 };
    const struct np_subject subjects[] = {
        { .title = &slice, .ntitle = 1 }, { .abstract = &slice, .nabstract = 1 },
        { .claim = &slice, .nclaim = 1 },
        { .claim = &slice, .nclaim = 1, .codes = { &ipc, NULL } },
    };
    struct np_subject codes = { .codes = { &ipc, NULL } };
    struct folder f = { 0 };
    int dots;

    (void)state;
    assert_int_equal(np_rules_load("rules", &f.rules, NULL), NP_OK);
    f.matcher = np_matcher_new(f.rules);
    f.arena = np_arena_new();
    dots = np_rules_find(f.rules, NP_S("electronics/quantum-dots"));
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++) {
        assert_int_equal(np_matcher_run(f.matcher, &subjects[i], f.arena, &f.hits, NULL), NP_OK);
        if (!f.hits.n || f.hits.v[0].subfield != dots)
            fail_msg("subject %zu", i);
    }
    np_matcher_run(f.matcher, &codes, f.arena, &f.hits, NULL);
    assert_int_equal(f.hits.n, 0); /* codes never decide alone */
    free_folder(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_independent_and_all_claims_are_places_of_their_own),
        cmocka_unit_test(claims_count_nothing_where_they_are_not_named),
        cmocka_unit_test(cancelled_claims_are_passed_over),
        cmocka_unit_test(a_first_claim_stands_in_for_a_missing_abstract),
        cmocka_unit_test(every_place_alone_can_decide),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
