/* test_rules_match.c -- a document against rules: places, weights, evidence, limits, guards. */
#include "test_rules_folder.h"

#define DOTS "subfield electronics/quantum-dots threshold 4\n"
#define SPHERES "subfield bio/microspheres threshold 4\n"

static const struct np_evidence *evidence(const struct folder *f, size_t hit, size_t i)
{
    assert_true(hit < f->hits.n && i < f->hits.v[hit].evidence.n);
    return &f->hits.v[hit].evidence.v[i];
}

static void evidence_points_into_the_original_text(void **state)
{
    const char *text = "含有ＩｎＰ　Quantum‑Dots的";
    const struct np_evidence *e;
    struct folder f;

    (void)state;
    expect_loads(&f, DOTS "rule 1.8-01 abstract 4 `inp quantum-dots`\n");
    assert_int_equal(run_abstract(&f, text), NP_OK);
    e = evidence(&f, 0, 0);
    assert_true(np_slice_is(e->rule, "1.8-01"));
    assert_int_equal(e->place, NP_IN_ABSTRACT);
    assert_int_equal(e->offset, 6);
    assert_true(np_slice_is(e->matched, "ＩｎＰ　Quantum‑Dots"));
    assert_ptr_equal(e->matched.p, text + e->offset);
    free_folder(&f);
}

static void a_character_that_folds_to_several_is_shown_whole(void **state)
{
    struct folder f;

    (void)state;
    expect_loads(&f, DOTS "rule a abstract 4 `10k`\n"); /* U+338F SQUARE KG folds to "kg" */
    run_abstract(&f, "10㎏ of dots");
    assert_true(np_slice_is(evidence(&f, 0, 0)->matched, "10㎏"));
    free_folder(&f);
}

static void a_rule_counts_once_per_place_and_all_evidence_is_kept(void **state)
{
    struct np_slice titles[] = { NP_S("Quantum dots"), NP_S("quantum dots, quantum dots") };
    struct np_slice claim = NP_S("A quantum dot."), abstract = NP_S("A lamp.");
    struct np_subject subject = { .title = titles, .ntitle = 2, .abstract = &abstract,
                                  .nabstract = 1, .claim = &claim, .nclaim = 1 };
    struct folder f;

    (void)state;
    expect_loads(&f, DOTS "rule a title 5 abstract 3 claim 2 `quantum dots?`\n");
    assert_int_equal(np_matcher_run(f.matcher, &subject, f.arena, &f.hits, NULL), NP_OK);
    assert_true(f.hits.v[0].score == 7.0);
    assert_int_equal(f.hits.v[0].evidence.n, 3);
    assert_int_equal(evidence(&f, 0, 1)->text, 1);
    assert_true(evidence(&f, 0, 1)->weight == 0);
    assert_int_equal(evidence(&f, 0, 2)->place, NP_IN_CLAIM);
    free_folder(&f);
}

static void the_beginning_of_an_abstract_weighs_more(void **state)
{
    char text[400];
    struct folder f;

    (void)state;
    expect_loads(&f, DOTS "rule a lead 5 abstract 4 `dots`\n");
    run_abstract(&f, "dots");
    assert_true(f.hits.v[0].score == 5.0);
    memset(text, 'x', 300);
    memcpy(text + 300, " dots", 6);
    run_abstract(&f, text);
    assert_true(f.hits.v[0].score == 4.0);
    free_folder(&f);
}

static void support_and_codes_never_decide_alone(void **state)
{
    struct np_slice symbols[] = { NP_S("C09K11/883") };
    struct np_symbols ipc = { symbols, 1, 1 };
    struct np_slice abstract = NP_S("semiconductor");
    struct np_subject subject = { .abstract = &abstract, .nabstract = 1, .codes = { &ipc, &ipc } };
    struct folder f;

    (void)state;
    expect_loads(&f, DOTS "rule a abstract 2 `dots`\nsupport b abstract 9 `semiconductor`\n"
                          "code c 9 C09K11/88\n");
    np_matcher_run(f.matcher, &subject, f.arena, &f.hits, NULL);
    assert_int_equal(f.hits.n, 0);
    abstract = NP_S("semiconductor dots");
    np_matcher_run(f.matcher, &subject, f.arena, &f.hits, NULL);
    assert_true(f.hits.v[0].score == 20.0);
    assert_int_equal(f.hits.v[0].evidence.n, 4);
    assert_int_equal(evidence(&f, 0, 3)->place, NP_IN_CODES);
    assert_int_equal(evidence(&f, 0, 3)->text, 1);
    free_folder(&f);
}

static void codes_follow_the_order_of_the_scheme(void **state)
{
    static const struct {
        const char *range, *symbol;
        bool holds;
    } cases[] = {
        { "H01L33", "H01L33/06", true },       { "H01L33", "H01L331/00", false },
        { "H01L33", "H01L3/00", false },       { "H01L", "H01L33/06", true },
        { "H01L", "H01M4/02", false },         { "C09K11/88", "C09K11/88", true },
        { "C09K11/88", "C09K11/883", true },   { "C09K11/88", "C09K11/8", false },
        { "C01B32/15-32/194", "C01B32/15", true },
        { "C01B32/15-32/194", "C01B32/158", true },
        { "C01B32/15-32/194", "C01B32/182", true },
        { "C01B32/15-32/194", "C01B32/194", true },
        { "C01B32/15-32/194", "C01B32/20", false },
        { "C01B32/15-32/194", "C01B32/05", false },
        { "C01B32/15-32/194", "C01B32/00", false },
        { "H01L29/16-2003", "H01L29/2003", true },
        { "H01L29/16-2003", "H01L29/161", true },
        { "H01L29/16-2003", "H01L29/2006", false },
        { "G01N33/543-33/58", "G01N33/553", true },
        { "A61K9/51-A61K9/52", "A61K9/5107", true },
        { "H01M4-10", "H01M8/02", true },      { "H01M4-10", "H01M10/05", true },
        { "H01M4-10", "H01M12/00", false },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct folder f;
        char rules[200];
        size_t failed;

        snprintf(rules, sizeof rules, DOTS "code c 1 %s\n  %s: %s\n", cases[i].range,
                 cases[i].holds ? "ruleid" : "ok", cases[i].symbol);
        expect_loads(&f, rules);
        np_rules_selftest(f.rules, NULL, NULL, &failed);
        if (failed)
            fail_msg("%s %s", cases[i].range, cases[i].symbol);
        free_folder(&f);
    }
}

static void needs_and_vetoes_switch_a_subfield_off(void **state)
{
    struct folder f;

    (void)state;
    expect_loads(&f, DOTS "rule a abstract 5 `dots`\nneed n `nano|quantum` B82Y\n"
                          "veto v lead `qubit`\n");
    run_abstract(&f, "dots");
    assert_int_equal(f.hits.n, 0);
    run_abstract(&f, "quantum dots");
    assert_int_equal(f.hits.n, 1);
    run_abstract(&f, "a qubit of quantum dots");
    assert_int_equal(f.hits.n, 0);
    free_folder(&f);
}

static void given_looks_at_what_others_reach_alone(void **state)
{
    struct folder f;

    (void)state;
    expect_loads(&f, DOTS "rule a abstract 5 `dots`\ngiven g -2 bio/microspheres\n"
                     SPHERES "rule b abstract 5 `spheres`\ngiven h 3 electronics/quantum-dots\n");
    run_abstract(&f, "dots and spheres");
    assert_int_equal(f.hits.n, 1);
    assert_true(f.hits.v[0].score == 8.0);
    assert_true(np_slice_is(evidence(&f, 0, 1)->rule, "h"));
    free_folder(&f);
}

static void given_may_ask_for_words_and_for_what_is_not_reached(void **state)
{
    struct folder f;

    (void)state;
    expect_loads(&f, DOTS "rule a abstract 5 `dots`\n"
                     "given g -2 bio/* energy/* unless energy/membranes `host`\n"
                     SPHERES "rule b abstract 5 `spheres`\n"
                     "subfield energy/membranes threshold 4\nrule c abstract 4 `membrane`\n");
    run_abstract(&f, "dots and spheres");
    assert_int_equal(f.hits.n, 2);
    run_abstract(&f, "dots and spheres as host");
    assert_int_equal(f.hits.n, 1);
    run_abstract(&f, "dots and spheres as host of a membrane");
    assert_int_equal(f.hits.n, 3);
    free_folder(&f);
}

/* Aerogel: gels, and insulation unless another use is stated. */
static void a_subfield_may_imply_another(void **state)
{
    struct folder f;

    (void)state;
    expect_loads(&f, DOTS "rule a abstract 5 `dots`\nveto v `toy`\n"
                     SPHERES "implied i 4.5 electronics/quantum-dots unless *\n"
                     "support s abstract -1 `price`\n"
                     "subfield energy/membranes threshold 4\nrule c abstract 4 `membrane`\n");
    run_abstract(&f, "dots");
    assert_int_equal(f.hits.n, 2);
    assert_int_equal(f.hits.v[1].subfield, 1);
    assert_true(f.hits.v[1].score == 4.5);
    assert_true(np_slice_is(evidence(&f, 1, 0)->rule, "i"));
    run_abstract(&f, "dots in a membrane");
    assert_int_equal(f.hits.n, 2);
    assert_int_equal(f.hits.v[1].subfield, 2);
    run_abstract(&f, "dots of a low price"); /* supports count for what is implied */
    assert_int_equal(f.hits.n, 1);
    run_abstract(&f, "toy dots");
    assert_int_equal(f.hits.n, 0);
    free_folder(&f);
}

static void hits_fall_by_score_and_are_cut(void **state)
{
    struct folder f;

    (void)state;
    expect_loads(&f, "keep 2 margin 0.5\n" DOTS "rule a abstract 5 `dots`\n"
                     SPHERES "rule b abstract 9 `spheres`\n"
                     "subfield energy/membranes threshold 4\nrule c abstract 4 `membrane`\n");
    run_abstract(&f, "dots, spheres, membrane");
    assert_int_equal(f.hits.n, 2);
    assert_int_equal(f.hits.v[0].subfield, 1);
    assert_int_equal(f.hits.v[1].subfield, 0);
    run_abstract(&f, "spheres, membrane");
    assert_int_equal(f.hits.n, 1);
    free_folder(&f);
}

static void confidence_grows_with_the_margin_over_the_threshold(void **state)
{
    struct folder f;

    (void)state;
    expect_loads(&f, DOTS "rule a abstract 4 `dots`\nsupport b abstract 4 `shell`\n"
                          "support c abstract 12 `core`\n");
    run_abstract(&f, "dots");
    assert_true(f.hits.v[0].confidence == 0.5);
    run_abstract(&f, "dots in a shell");
    assert_true(f.hits.v[0].confidence == 0.75);
    run_abstract(&f, "dots with core and shell");
    assert_true(f.hits.v[0].confidence == 0.9);
    assert_true(np_confidence(3, 4) == 0);
    free_folder(&f);
}

static void equal_scores_stand_in_taxonomy_order(void **state)
{
    struct folder f;

    (void)state;
    expect_loads(&f, SPHERES "rule b abstract 5 `x`\n" DOTS "rule a abstract 5 `x`\n");
    run_abstract(&f, "x");
    assert_int_equal(f.hits.v[0].subfield, 0);
    assert_int_equal(f.hits.v[1].subfield, 1);
    free_folder(&f);
}

static void latin_words_have_edges_inside_chinese(void **state)
{
    struct folder f;

    (void)state;
    expect_loads(&f, DOTS "rule a abstract 5 `\\bcnt\\b`\n");
    run_abstract(&f, "含CNT的复合材料");
    assert_int_equal(f.hits.n, 1);
    free_folder(&f);
}

static void a_match_limit_is_undecided_and_never_no(void **state)
{
    char text[400];
    struct folder f;

    (void)state;
    expect_loads(&f, DOTS "rule good abstract 5 `dots`\nrule bad abstract 5 `(a+)+(b+)+(a+)+\\d`\n");
    memset(text, 'a', 300);
    memcpy(text + 300, " dots", 6);
    assert_int_equal(run_abstract(&f, text), NP_SKIP);
    assert_string_equal(f.err.what, "rule 'bad' undecided (match limit), 1 in all");
    assert_int_equal(f.hits.n, 1);
    assert_int_equal(run_abstract(&f, "dots"), NP_OK);
    free_folder(&f);
}

static void empty_and_missing_texts_are_no_hits(void **state)
{
    struct np_subject nothing = { 0 };
    struct folder f;

    (void)state;
    expect_loads(&f, DOTS "rule a abstract 5 `dots`\n");
    assert_int_equal(np_matcher_run(f.matcher, &nothing, f.arena, &f.hits, NULL), NP_OK);
    assert_int_equal(f.hits.n, 0);
    assert_int_equal(run_abstract(&f, ""), NP_OK);
    assert_int_equal(f.hits.n, 0);
    free_folder(&f);
}

/* reference/scoring.md, section 9: words that look nano and are not. */
static void shipped_rules_know_false_nano_words(void **state)
{
    static const char *const texts[] = {
        "An adhesive composition cured for a few nanoseconds.",
        "An adhesive composition containing NaNO3 and NaNO₂.",
        "An adhesive composition for the nano-SIM card of a phone, NANO-ITX boards.",
        "An adhesive composition dosed in nanoliters, 5 nanomolar, 3 nanograms.",
        "一种来自纳米比亚的胶粘剂,固化时间为5纳秒。",
        "一种胶粘剂,在365纳米波长光下固化。",
        "An adhesive composition binding nanobodies and nanoplankton from nanosatellites.",
    };
    static const char real[] = "An adhesive composition containing nano silica particles.";
    struct np_rules *rules;
    struct folder f = { 0 };
    int adhesives;

    (void)state;
    assert_int_equal(np_rules_load("rules", &rules, NULL), NP_OK);
    f.rules = rules;
    f.matcher = np_matcher_new(rules);
    f.arena = np_arena_new();
    adhesives = np_rules_find(rules, NP_S("other/nano-adhesives"));
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        run_abstract(&f, texts[i]);
        for (size_t h = 0; h < f.hits.n; h++)
            if (f.hits.v[h].subfield == adhesives)
                fail_msg("%s", texts[i]);
    }
    run_abstract(&f, real);
    assert_true(f.hits.n > 0 && f.hits.v[0].subfield == adhesives);
    free_folder(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(evidence_points_into_the_original_text),
        cmocka_unit_test(a_character_that_folds_to_several_is_shown_whole),
        cmocka_unit_test(a_rule_counts_once_per_place_and_all_evidence_is_kept),
        cmocka_unit_test(the_beginning_of_an_abstract_weighs_more),
        cmocka_unit_test(support_and_codes_never_decide_alone),
        cmocka_unit_test(codes_follow_the_order_of_the_scheme),
        cmocka_unit_test(needs_and_vetoes_switch_a_subfield_off),
        cmocka_unit_test(given_looks_at_what_others_reach_alone),
        cmocka_unit_test(given_may_ask_for_words_and_for_what_is_not_reached),
        cmocka_unit_test(a_subfield_may_imply_another),
        cmocka_unit_test(hits_fall_by_score_and_are_cut),
        cmocka_unit_test(confidence_grows_with_the_margin_over_the_threshold),
        cmocka_unit_test(equal_scores_stand_in_taxonomy_order),
        cmocka_unit_test(latin_words_have_edges_inside_chinese),
        cmocka_unit_test(a_match_limit_is_undecided_and_never_no),
        cmocka_unit_test(empty_and_missing_texts_are_no_hits),
        cmocka_unit_test(shipped_rules_know_false_nano_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
