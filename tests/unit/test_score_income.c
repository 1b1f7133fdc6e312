/* test_score_income.c -- market coverage by imported national income, and by the rules file. */
#include "score_case.h"

static const char *const codes[] = { "1.1" };

static void add_income(struct np_facts *facts, const char *office, int year, double gni, int line)
{
    *np_list_add(facts->arena, &facts->imports.gni) = (struct np_fact_gni){
        { 1, NP_S("gni.csv"), NP_EMPTY, line }, np_slice_of(office), year, gni
    };
    facts->imports.gni_lists = 1;
}

static struct np_facts *one_patent(void)
{
    struct np_facts *facts = np_facts_new();
    struct np_fact_publication *p = add_publication(facts, "CN", "101", "B", 20200101);

    facts->nsubfields = 1;
    facts->last_date = 20231231;
    set_application(p, "201810000001", 20180101);
    add_hit(facts, p, 0, 1);
    return facts;
}

/* The coverage of the patent and the words for it. */
static double coverage(struct np_facts *facts, char *inputs, size_t size)
{
    struct rows rows;
    double value;

    rows_init(&rows);
    run_score(facts, 20231231, codes, &rows);
    value = cell_real(&rows, "measures/CN101B/economic/market_coverage/value");
    snprintf(inputs, size, "%.*s",
             NP_ARG(cell_text(&rows, "measures/CN101B/economic/market_coverage/inputs")));
    rows_release(&rows);
    np_facts_free(facts);
    return value;
}

static void rules_file_counts_without_a_list(void **state)
{
    char inputs[200];

    (void)state;
    assert_true(fabs(coverage(one_patent(), inputs, sizeof inputs) - 17.7 / 27.6) < 1e-9);
    assert_string_equal(inputs, "CN presumed_in_force 1.0 x 0.641304 (2023, rules/gni.tsv)");
}

static void imported_income_stands_before_the_rules_file(void **state)
{
    struct np_facts *facts = one_patent();
    char inputs[200];

    (void)state;
    add_income(facts, "CN", 2023, 20e12, 2);
    assert_true(fabs(coverage(facts, inputs, sizeof inputs) - 20 / 27.6) < 1e-9);
    assert_string_equal(inputs, "CN presumed_in_force 1.0 x 0.724638 (2023, CN gni.csv line 2, "
                                "US rules/gni.tsv)");
}

static void last_year_that_both_have_is_taken(void **state)
{
    struct np_facts *facts = one_patent();
    char inputs[200];

    (void)state;
    add_income(facts, "CN", 2022, 15e12, 2);
    add_income(facts, "CN", 2024, 99e12, 3); /* after the day */
    add_income(facts, "US", 2022, 25e12, 4);
    add_income(facts, "US", 2023, 30e12, 5);
    assert_true(fabs(coverage(facts, inputs, sizeof inputs) - 17.7 / 30) < 1e-9);
    assert_string_equal(inputs, "CN presumed_in_force 1.0 x 0.590000 (2023, CN rules/gni.tsv, "
                                "US gni.csv line 5)");
}

static int make_folder(void **state)
{
    (void)state;
    return make_rules_folder() ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_file_counts_without_a_list),
        cmocka_unit_test(imported_income_stands_before_the_rules_file),
        cmocka_unit_test(last_year_that_both_have_is_taken),
    };

    return cmocka_run_group_tests(tests, make_folder, NULL);
}
