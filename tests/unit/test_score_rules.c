/* test_score_rules.c -- weights and tiers with faults, quantiles and ties, terms by law. */
#include "score_case.h"

#include "../../engine/scoring/holding.h"

#include <nanopat/tsv.h>

#include <unistd.h>

/* ---- configuration ---- */

static void assert_fault(const char *name, const char *content, const char *what)
{
    struct np_scoring *scoring;
    struct np_err err = { 0 };

    write_rules(name, content);
    assert_int_equal(np_scoring_load(rules_folder, &scoring, &err), NP_STOP);
    assert_string_equal(err.what, what);
    assert_null(scoring);
    assert_true(copy_rules(name));
}

#define WEIGHTS "score\tcomponent\tweight\ttransform\tdirection\tmissing\n"

static void weights_must_sum_to_one(void **state)
{
    (void)state;
    assert_fault("weights.tsv", WEIGHTS "legal\tclaims\t0.5\tpr\t+\tskip\n"
                                        "legal\tscope\t0.4\tpr\t+\tskip\n",
                 "weights.tsv:2: weights of 'legal' sum to 0.9, not 1");
}

static void unknown_component_is_refused_with_its_line(void **state)
{
    (void)state;
    assert_fault("weights.tsv", WEIGHTS "# a comment\nlegal\tbeauty\t1\tpr\t+\tskip\n",
                 "weights.tsv:3: unknown component 'beauty'");
    assert_fault("weights.tsv", WEIGHTS "beauty\tclaims\t1\tpr\t+\tskip\n",
                 "weights.tsv:2: unknown score 'beauty'");
    assert_fault("weights.tsv", WEIGHTS "legal\tclaims\t1\tpr\t*\tskip\n",
                 "weights.tsv:2: direction '*' is neither + nor -");
    assert_fault("weights.tsv", WEIGHTS "legal\tclaims\t1\trank\t+\tskip\n",
                 "weights.tsv:2: unknown transform 'rank'");
    assert_fault("weights.tsv", WEIGHTS "legal\tclaims\t1.5\tpr\t+\tskip\n",
                 "weights.tsv:2: weight '1.5' is not above 0 and at most 1");
    assert_fault("weights.tsv",
                 WEIGHTS "legal\tclaims\t0.5\tpr\t+\tskip\nlegal\tclaims\t0.5\tpr\t+\tskip\n",
                 "weights.tsv:3: 'claims' stands twice in 'legal'");
}

#define TIERS "tier\tzh\ten\tnext\tgroup\tmeasure\top\tvalue\tstep_zh\tstep_en\n"
#define BASE "base\t基础\tBase\t\t1\t-\t-\t-\t\t\n"

static void tiers_name_their_faults(void **state)
{
    static const struct { const char *rows, *what; } wrong[] = {
        { "leader\t龙头\tLeader\t\t1\tluck\t>=\t1\t\t\n", "tiers.tsv:2: unknown measure 'luck'" },
        { "leader\t龙头\tLeader\t\tone\tpai\t>=\t1\t\t\n", "tiers.tsv:2: group 'one' is no number" },
        { "leader\t龙头\tLeader\t\t1\tpai\t~\t1\t\t\n",
          "tiers.tsv:2: expected measure, op (>= <= > < =) and a number" },
        { "leader\t龙头\t\t\t1\tpai\t>=\t1\t\t\n",
          "tiers.tsv:2: a tier needs a name in both languages" },
        { BASE "leader\t龙头\tLeader\t\t1\tpai\t>=\t1\t\t\n",
          "tiers.tsv:3: no tier can stand behind 'base', which takes all" },
        { "a\t甲\tA\t\t1\tpai\t>=\t1\t\t\nb\t乙\tB\t\t1\tpai\t>=\t1\t\t\n"
          "a\t甲\tA\t\t2\tpai\t>=\t1\t\t\n", "tiers.tsv:4: rows of 'a' stand apart" },
        { "a\t甲\tA\t\t1\tpai\t>=\t1\t\t\na\t乙\tA\t\t2\tpai\t>=\t1\t\t\n",
          "tiers.tsv:3: 'a' has another zh, en or next above" },
        { "a\t甲\tA\tb\t1\tpai\t>=\t1\t\t\n",
          "tiers.tsv:2: 'a' aims at 'b', which is no other tier" },
    };
    char text[512];

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        snprintf(text, sizeof text, "%s%s", TIERS, wrong[i].rows);
        assert_fault("tiers.tsv", text, wrong[i].what);
    }
}

static void other_tables_name_their_faults(void **state)
{
    (void)state;
    assert_fault("gni.tsv", "office\tyear\tgni\nUS\t2020\t-1\n",
                 "gni.tsv:2: year and income must be numbers above 0");
    assert_fault("tech35.tsv", "prefix\tfield\tname\tsector\nC01B\t36\t\t\n",
                 "tech35.tsv:2: '36' is no field from 1 to 35");
    assert_fault("scoring.tsv", "name\tvalue\tsays\ncohort\tfamily\t\n",
                 "scoring.tsv:2: 'cohort' cannot be 'family': it is oecd or house");
}

static void assert_namer_fault(const char *name, const char *content, const char *what)
{
    struct np_namer *names;
    struct np_err err = { 0 };

    write_rules(name, content);
    assert_int_equal(np_namer_load(rules_folder, &names, &err), NP_STOP);
    assert_string_equal(err.what, what);
    assert_null(names);
}

static void tables_of_names_name_their_faults(void **state)
{
    char path[256];

    (void)state;
    assert_namer_fault("legal_forms.tsv", "form\tkind\taction\tbecomes\nLTD\tfirm\tstrip\t\n",
                       "legal_forms.tsv:2: unknown kind 'firm'");
    assert_true(copy_rules("legal_forms.tsv"));
    assert_namer_fault("applicants.tsv", "name\tsame_as\tsource\nAcme\tBolt\t\nCog\tAcme\t\n",
                       "applicants.tsv:3: 'Acme' is itself called the same as another");
    snprintf(path, sizeof path, "%s/applicants.tsv", rules_folder);
    unlink(path);
}

static void hash_changes_with_the_weights(void **state)
{
    struct np_scoring *scoring;
    uint64_t before;

    (void)state;
    assert_int_equal(np_scoring_load(rules_folder, &scoring, NULL), NP_OK);
    before = np_scoring_hash(scoring);
    np_scoring_free(scoring);
    write_rules("gni.tsv", "office\tyear\tgni\nUS\t2020\t2\n");
    assert_int_equal(np_scoring_load(rules_folder, &scoring, NULL), NP_OK);
    assert_true(np_scoring_hash(scoring) != before);
    np_scoring_free(scoring);
    assert_true(copy_rules("gni.tsv"));
}

static void longest_prefix_and_whole_groups_decide_the_field(void **state)
{
    struct np_scoring *scoring;

    (void)state;
    write_rules("tech35.tsv", "prefix\tfield\tname\tsector\nH04N\t2\t\t\nH04N1\t3\t\t\nA2\t18\t\t\n");
    assert_int_equal(np_scoring_load(rules_folder, &scoring, NULL), NP_OK);
    assert_int_equal(field_of_symbol(scoring, NP_S("H04N1/00")), 3);
    assert_int_equal(field_of_symbol(scoring, NP_S("H04N13/00")), 2);
    assert_int_equal(field_of_symbol(scoring, NP_S("A22B3/00")), 18);
    assert_int_equal(field_of_symbol(scoring, NP_S("Z99Z1/00")), 0);
    np_scoring_free(scoring);
    assert_true(copy_rules("tech35.tsv"));
}

/* ---- numbers ---- */

static void winsorised_index_takes_the_59th_of_60(void **state)
{
    double v[60];
    struct cohort cohort = { .v = v, .n = 60 };

    (void)state;
    for (int i = 0; i < 58; i++)
        v[i] = i + 1;
    v[58] = 500;
    v[59] = 1000;
    assert_true(quantile_of(v, 60, 0.98) == 500);
    assert_true(fabs(cohort_index(&cohort, 29, 0.98) - 0.058) < 1e-12);
    assert_true(cohort_index(&cohort, 1000, 0.98) == 1);
    assert_true(quantile_of(v, 10, 0.9) == 9); /* 0.9 * 10 is 9, not 9.000000000000002 */
    assert_true(isnan(quantile_of(v, 0, 0.9)));
}

static void ties_share_their_percentile(void **state)
{
    const double v[] = { 1, 2, 2, 2, 5 };

    (void)state;
    assert_true(rank_of(v, 5, 2) == 50);
    assert_true(rank_of(v, 5, 1) == 10);
    assert_true(rank_of(v, 5, 5) == 90);
    assert_true(rank_of(v, 5, 3) == 80);
    assert_true(rank_of(v, 1, 1) == 50);
}

static void index_of_an_empty_top_is_zero(void **state)
{
    const double v[] = { 0, 0, 0 };
    struct cohort cohort = { .v = v, .n = 3 };

    (void)state;
    assert_true(cohort_index(&cohort, 0, 0.98) == 0);
}

static void flags_shares_and_directions_make_points(void **state)
{
    struct weight w = { .transform = BY_FLAG, .parameter = 2, .direction = 1 };

    (void)state;
    assert_true(points_of(&w, 2, NAN) == 100 && points_of(&w, 1, NAN) == 0);
    w.transform = BY_SHARE;
    w.parameter = 20;
    assert_true(points_of(&w, 5, NAN) == 25 && points_of(&w, 40, NAN) == 100);
    w.transform = BY_RANK;
    w.direction = -1;
    assert_true(points_of(&w, 5, 30) == 70);
}

/* ---- terms: the oracle of policy cases ---- */

static enum np_type type_named(struct np_slice s)
{
    return np_slice_is(s, "utility") ? NP_UTILITY_MODEL
           : np_slice_is(s, "design") ? NP_DESIGN : NP_INVENTION;
}

static void check_case(const struct np_slice *cell, np_date as_of)
{
    np_date filing = np_date_parse(cell[3]);
    np_date expiry = expiry_of(NP_S("CN"), type_named(cell[2]), filing, 0, 0);
    bool granted = np_slice_is(cell[4], "granted"), lapsed = np_slice_is(cell[4], "lapsed");
    enum right_status status =
        status_at(as_of, granted || lapsed ? filing : 0, lapsed ? as_of : 0, expiry);
    double remaining = status == RIGHT_IN_FORCE ? years_between(as_of, expiry) : 0, wanted;

    assert_int_equal(expiry, np_date_parse(cell[12]));
    assert_int_equal(status == RIGHT_IN_FORCE, np_slice_is(cell[13], "yes"));
    assert_true(np_slice_real(cell[14], &wanted));
    assert_true(fabs(remaining - wanted) < 1e-6);
}

static void terms_of_the_policy_cases(void **state)
{
    static const char oracles[] = "../shared/reference/oracles";
    static const char *const columns[] = { "id", "kind", "type", "filing", "status", "sei",
                                           "overseas", "pledge", "award", "hvp", "circumstances",
                                           "unknown", "expiry", "in_force", "remaining_years",
                                           NULL };
    struct np_slice cell[15];
    struct np_tsv *t;
    int cases = 0;

    (void)state;
    if (access(oracles, R_OK) != 0)
        skip();
    assert_int_equal(np_tsv_open(oracles, "cn-policy-cases.tsv", columns, &t, NULL), NP_OK);
    while (np_tsv_next(t, cell, NULL) == NP_OK) {
        check_case(cell, 20251231);
        cases++;
    }
    np_tsv_close(t);
    assert_int_equal(cases, 17);
}

static void table_of_indicators_is_whole(void **state)
{
    (void)state;
    for (int i = 0; np_indicators[i].name; i++) {
        const struct np_indicator *row = &np_indicators[i];

        assert_true(*row->unit && *row->en && *row->zh && *row->source && *row->formula);
        assert_non_null(row->of);
        assert_true(row->low < row->high);
        for (int k = 0; k < i; k++)
            assert_string_not_equal(row->name, np_indicators[k].name);
    }
}

static void columns_of_score_tables_are_whole(void **state)
{
    (void)state;
    for (int t = 0; np_score_tables[t].name; t++)
        for (int i = 0; np_score_tables[t].columns[i].name; i++) {
            const struct np_column *column = &np_score_tables[t].columns[i];

            assert_true(*column->en && *column->zh && column->unit && column->says);
            for (int k = 0; k < i; k++)
                assert_string_not_equal(column->name, np_score_tables[t].columns[k].name);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weights_must_sum_to_one),
        cmocka_unit_test(unknown_component_is_refused_with_its_line),
        cmocka_unit_test(tiers_name_their_faults),
        cmocka_unit_test(other_tables_name_their_faults),
        cmocka_unit_test(tables_of_names_name_their_faults),
        cmocka_unit_test(hash_changes_with_the_weights),
        cmocka_unit_test(longest_prefix_and_whole_groups_decide_the_field),
        cmocka_unit_test(winsorised_index_takes_the_59th_of_60),
        cmocka_unit_test(ties_share_their_percentile),
        cmocka_unit_test(index_of_an_empty_top_is_zero),
        cmocka_unit_test(flags_shares_and_directions_make_points),
        cmocka_unit_test(terms_of_the_policy_cases),
        cmocka_unit_test(table_of_indicators_is_whole),
        cmocka_unit_test(columns_of_score_tables_are_whole),
    };

    if (!make_rules_folder())
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
