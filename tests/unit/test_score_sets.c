/* test_score_sets.c -- numbers of portfolios, enterprises and subfields, counted by hand. */
#include "score_case.h"

static const char *const codes[] = { "1.1", "1.2", "1.3" };
enum { AS_OF = 20241231 };

static struct np_facts *world(void)
{
    struct np_facts *facts = np_facts_new();

    facts->nsubfields = 3;
    return facts;
}

static struct np_fact_publication *family(struct np_facts *facts, int number, int subfield,
                                          int filed, const char *owner, const char *city)
{
    char digits[16];
    struct np_fact_publication *p;

    snprintf(digits, sizeof digits, "%d", number);
    p = add_publication(facts, "CN", digits, "A", (filed + 1) * 10000 + 630);
    set_application(p, p->number.p, filed * 10000 + 101);
    p->family_given = p->number;
    np_symbols_add(facts->arena, &p->ipc, text("C01B32/182"));
    add_hit(facts, p, subfield, 5);
    add_party(facts, p, owner, city);
    return p;
}

static double cell(const struct rows *rows, const char *table, const char *key, const char *column)
{
    char place[160];

    snprintf(place, sizeof place, "%s/%s/%s", table, key, column);
    return cell_real(rows, place);
}

/* The last complete year of filings is 2022, the first of five 2018. */
static void our_city_has_a_rank_and_gaps(void **state)
{
    struct np_facts *facts = world();
    struct rows rows;
    int n = 1000;

    (void)state;
    for (int i = 0; i < 4; i++) /* 1.1: Nanjing 4, Wuxi 2, Suzhou 1; one filing then, four now */
        family(facts, n++, 0, i ? 2022 : 2018, "甲科技有限公司", "南京市");
    for (int i = 0; i < 2; i++)
        family(facts, n++, 0, i ? 2022 : 2020, "乙科技有限公司", "无锡市");
    family(facts, n++, 0, 2020, "丙科技有限公司", "苏州市");
    for (int i = 0; i < 6; i++) /* 1.2: Suzhou 6 by two spellings of the city, no growth */
        family(facts, n++, 1, i ? 2020 : 2018, i % 2 ? "丙科技有限公司" : "丁科技有限公司",
               i % 2 ? "苏州市" : "昆山市");
    family(facts, n++, 1, 2022, "甲科技有限公司", "南京市");
    family(facts, n++, 2, 2022, "甲科技有限公司", "南京市"); /* 1.3: none of ours, new */
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    assert_true(cell(&rows, "subfields", "1.1", "local_rank") == 3);
    assert_true(cell(&rows, "subfields", "1.2", "local_rank") == 1);
    assert_true(isnan(cell(&rows, "subfields", "1.3", "local_rank")));
    /* local 7 of 15; in 1.1 1 of 7: (1/7)/(7/15) */
    assert_true(fabs(cell(&rows, "subfields", "1.1", "local_rta") - (1.0 / 7) / (7.0 / 15)) < 1e-12);
    assert_true(fabs(cell(&rows, "subfields", "1.1", "growth") - (sqrt(2) - 1)) < 1e-12);
    assert_true(cell(&rows, "subfields", "1.2", "growth") == 0);
    assert_true(cell(&rows, "subfields", "1.1", "gap") == 1);
    assert_true(cell(&rows, "subfields", "1.2", "gap") == 0);
    assert_true(isnan(cell(&rows, "subfields", "1.3", "growth")));
    assert_true(cell(&rows, "subfields", "1.3", "growth_new") == 1);
    rows_release(&rows);
    np_facts_free(facts);
}

/* Publications of 2019 to 2023 and who cites them in 2024: ours 2 in 2 families, all 3 in 4. */
static void current_impact_compares_with_the_plan(void **state)
{
    struct np_facts *facts = world();
    struct np_fact_publication *p;
    struct rows rows;

    (void)state;
    family(facts, 1001, 0, 2019, "甲科技有限公司", "");
    family(facts, 1002, 0, 2020, "甲科技有限公司", "");
    family(facts, 1003, 0, 2020, "乙科技有限公司", "");
    family(facts, 1004, 0, 2021, "乙科技有限公司", "");
    family(facts, 1005, 0, 2010, "甲科技有限公司", ""); /* too old to count */
    p = family(facts, 2001, 0, 2023, "丙科技有限公司", "");
    add_citation(facts, p, "CN", "1001", 'A');
    add_citation(facts, p, "CN", "1003", 'A');
    add_citation(facts, p, "CN", "1005", 'A');
    p = family(facts, 2002, 0, 2023, "丙科技有限公司", "");
    add_citation(facts, p, "CN", "1002", 'A');
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    assert_true(fabs(cell(&rows, "enterprises", "甲科技", "cii") - (2.0 / 2) / (3.0 / 4)) < 1e-12);
    assert_true(fabs(cell(&rows, "enterprises", "甲科技", "technology_strength") - 2 / 0.75) < 1e-12);
    assert_true(isnan(cell(&rows, "enterprises", "丙科技", "cii")));
    rows_release(&rows);
    np_facts_free(facts);
}

/* 甲: 2 families in 1.1, one of them also in 1.2; 乙: 3 in 1.2. The sums: 甲 3, 乙 3; 1.1 2, 1.2 4. */
static void specialisation_sums_over_portfolios(void **state)
{
    struct np_facts *facts = world();
    struct rows rows;
    double one, other;

    (void)state;
    family(facts, 1001, 0, 2020, "甲科技有限公司", "");
    add_hit(facts, family(facts, 1002, 0, 2020, "甲科技有限公司", ""), 1, 3);
    for (int i = 0; i < 3; i++)
        family(facts, 2001 + i, 1, 2020, "乙科技有限公司", "");
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    one = cell(&rows, "portfolios", "甲科技|1.1", "rta");
    other = cell(&rows, "portfolios", "甲科技|1.2", "rta");
    assert_true(fabs(one - (2.0 / 3) / (2.0 / 6)) < 1e-12);
    assert_true(fabs(other - (1.0 / 3) / (4.0 / 6)) < 1e-12);
    assert_true(fabs(one * 2 / 6 + other * 4 / 6 - 1) < 1e-12);
    rows_release(&rows);
    np_facts_free(facts);
}

/* Three families of one field and year, cited 2, 0 and 1 times; one of the two is an own citation. */
static void quality_leaves_own_citations_out_where_they_are_many(void **state)
{
    struct np_facts *facts = world();
    struct np_fact_publication *p;
    struct rows rows;

    (void)state;
    family(facts, 1001, 0, 2020, "甲科技有限公司", "");
    p = family(facts, 1002, 0, 2020, "甲科技有限公司", "");
    add_citation(facts, p, "CN", "1001", 0);
    family(facts, 1003, 0, 2020, "乙科技有限公司", "");
    p = family(facts, 2001, 0, 2022, "丙科技有限公司", "");
    add_citation(facts, p, "CN", "1001", 0);
    add_citation(facts, p, "CN", "1003", 0);
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    assert_true(cell(&rows, "enterprises", "甲科技", "self_citation_rate") == 0.5);
    assert_true(fabs(cell(&rows, "enterprises", "甲科技", "mean_tr") - (2 + 0) / 2.0) < 1e-9);
    /* without: 1, 0, 1, mean 2/3 */
    assert_true(fabs(cell(&rows, "enterprises", "甲科技", "mean_tr_noself") - (1.5 + 0) / 2) < 1e-9);
    assert_true(cell(&rows, "enterprises", "甲科技", "quality_noself") == 1);
    assert_true(cell(&rows, "enterprises", "甲科技", "quality") ==
                cell(&rows, "enterprises", "甲科技", "mean_tr_noself"));
    assert_true(cell(&rows, "enterprises", "乙科技", "quality_noself") == 0);
    assert_true(fabs(cell(&rows, "enterprises", "乙科技", "quality") - 1) < 1e-9);
    rows_release(&rows);
    np_facts_free(facts);
}

/* Of three families in force one has under 3 years left, of four two; the limit is two fifths. */
static void a_cliff_is_told(void **state)
{
    static const struct { int families, old; double cliff; } cases[] = { { 3, 1, 0 }, { 4, 2, 1 } };

    (void)state;
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        struct np_facts *facts = world();
        struct rows rows;

        for (int i = 0; i < cases[c].families; i++)
            family(facts, 1001 + i, 0, i < cases[c].old ? 2006 : 2020, "甲科技有限公司", "");
        rows_init(&rows);
        run_score(facts, AS_OF, codes, &rows);
        assert_true(cell(&rows, "enterprises", "甲科技", "active") == cases[c].families);
        assert_true(fabs(cell(&rows, "enterprises", "甲科技", "cliff_share") -
                         (double)cases[c].old / cases[c].families) < 1e-12);
        assert_true(cell(&rows, "enterprises", "甲科技", "cliff") == cases[c].cliff);
        assert_true(cell(&rows, "enterprises", "甲科技", "claims_known") == 0);
        rows_release(&rows);
        np_facts_free(facts);
    }
}

/* A dead family counts in the size and brings nothing. */
static void impact_per_family_counts_dead_ones(void **state)
{
    struct np_facts *facts = world();
    struct rows rows;

    (void)state;
    add_citation(facts, family(facts, 1001, 0, 2020, "乙科技有限公司", ""), "CN", "1002", 'A');
    family(facts, 1002, 0, 2019, "甲科技有限公司", "");
    family(facts, 1003, 0, 2000, "甲科技有限公司", ""); /* expired */
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    assert_true(cell(&rows, "enterprises", "甲科技", "active") == 1);
    assert_true(cell(&rows, "enterprises", "甲科技", "pai") > 0);
    assert_true(fabs(cell(&rows, "enterprises", "甲科技", "pai_per_family") -
                     cell(&rows, "enterprises", "甲科技", "pai") / 2) < 1e-12);
    rows_release(&rows);
    np_facts_free(facts);
}

/* Twelve claims in English and twelve, longer, in German: each among its twelve. */
static void lengths_of_claims_are_compared_within_a_language(void **state)
{
    struct np_facts *facts = world();
    struct rows rows;

    (void)state;
    for (int i = 0; i < 24; i++) {
        struct np_fact_publication *p = family(facts, 1001 + i, 0, 2020, "甲科技有限公司", "");

        p->lang = text(i % 2 ? "de" : "en");
        p->claim_count = p->independent_claims = 1;
        p->first_claim_len = i % 2 ? 200 + i : 100 + i;
    }
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    assert_true(cell_real(&rows, "measures/1001/legal/first_claim_len/cohort_n") == 12);
    assert_true(cell_real(&rows, "measures/1002/legal/first_claim_len/cohort_n") == 12);
    assert_true(cell_real(&rows, "measures/1001/legal/first_claim_len/percentile") ==
                cell_real(&rows, "measures/1002/legal/first_claim_len/percentile"));
    assert_true(cell_real(&rows, "measures/1001/legal/claims/cohort_n") == 24);
    rows_release(&rows);
    np_facts_free(facts);
}

/* ---- inventors come with the texts ---- */

static enum np_status give_inventors(void *ctx, struct np_slice id, struct np_arena *arena,
                                     struct np_record **record, struct np_err *err)
{
    static const char *const names[] = { "张三", "李四", "王五" };

    (void)ctx;
    if (np_slice_is(id, "CN1004A"))
        return np_fail(err, NP_SKIP, "its bytes are damaged");
    *record = np_record_new(arena);
    for (int i = 0; i < 2; i++) { /* 张三 in all; one name twice in the same record */
        struct np_inventor *inventor = np_list_add(arena, &(*record)->inventors);

        inventor->name = text(names[i ? (id.p[5] - '0') % 3 : 0]);
    }
    return NP_OK;
}

static void the_most_frequent_inventor_is_a_risk(void **state)
{
    const struct np_score_texts texts = { NULL, give_inventors };
    struct np_facts *facts = world();
    struct rows rows;

    (void)state;
    for (int i = 0; i < 4; i++)
        family(facts, 1001 + i, 0, 2020, "甲科技有限公司", "");
    facts->publications.v[2].light = true; /* no texts were kept of it */
    rows_init(&rows);
    run_score_with(facts, AS_OF, codes, &texts, &rows);
    assert_true(cell(&rows, "enterprises", "甲科技", "inventor_risk") == 1);
    rows_release(&rows);
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    assert_true(isnan(cell(&rows, "enterprises", "甲科技", "inventor_risk")));
    rows_release(&rows);
    np_facts_free(facts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(our_city_has_a_rank_and_gaps),
        cmocka_unit_test(lengths_of_claims_are_compared_within_a_language),
        cmocka_unit_test(specialisation_sums_over_portfolios),
        cmocka_unit_test(impact_per_family_counts_dead_ones),
        cmocka_unit_test(quality_leaves_own_citations_out_where_they_are_many),
        cmocka_unit_test(a_cliff_is_told),
        cmocka_unit_test(current_impact_compares_with_the_plan),
        cmocka_unit_test(the_most_frequent_inventor_is_a_risk),
    };

    if (!make_rules_folder())
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
