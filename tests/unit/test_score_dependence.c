/* test_score_dependence.c -- what stands before a family by its own search reports. */
#include "score_case.h"

static const char *const codes[] = { "1.1" };

static struct np_fact_publication *add_grant(struct np_facts *facts, const char *office,
                                             const char *number, const char *owner)
{
    struct np_fact_publication *p = add_publication(facts, office, number, "B", 20180601);

    set_application(p, number, 20150110);
    p->type = NP_INVENTION;
    p->stage = NP_GRANT;
    p->family_given = np_arena_copy(facts->arena, text(number));
    add_hit(facts, p, 0, 9);
    add_party(facts, p, owner, "苏州市");
    np_symbols_add(facts->arena, &p->ipc, text("C01B32/182"));
    return p;
}

static double value_of_family(const struct rows *rows, const char *family, const char *name)
{
    char place[96];

    snprintf(place, sizeof place, "families/%s/%s", family, name);
    return cell_real(rows, place);
}

static void rights_of_others_in_force_are_counted(void **state)
{
    struct np_facts *facts = np_facts_new();
    struct np_fact_publication *p = add_grant(facts, "CN", "101", "甲科技有限公司");
    struct rows rows;

    (void)state;
    add_citation(facts, p, "CN", "102", 'X'); /* another's, in force */
    add_citation(facts, p, "CN", "103", 'Y'); /* our own */
    add_citation(facts, p, "CN", "104", 'A'); /* another's, background alone */
    add_citation(facts, p, "CN", "105", 'I'); /* another's, dead */
    add_citation(facts, p, "US", "999", 'X'); /* not in the data */
    add_grant(facts, "CN", "102", "乙材料有限公司");
    add_grant(facts, "CN", "103", "甲科技有限公司");
    add_grant(facts, "CN", "104", "乙材料有限公司");
    p = add_grant(facts, "CN", "105", "乙材料有限公司");
    *np_list_add(facts->arena, &p->events) = (struct np_fact_event){
        .office = p->office, .code = text("CF01"), .date = 20210101,
        .text = text("未缴年费专利权终止") };
    p->has_events = true;
    facts->nsubfields = 1;
    rows_init(&rows);
    run_score(facts, 20231231, codes, &rows);
    assert_true(value_of_family(&rows, "101", "bwd_cits_xy") == 4);
    assert_true(value_of_family(&rows, "101", "dependence") == 1);
    assert_true(isnan(value_of_family(&rows, "102", "bwd_cits_xy"))); /* citations not known */
    assert_true(isnan(value_of_family(&rows, "102", "dependence")));
    rows_release(&rows);
    np_facts_free(facts);
}

static void without_categories_nothing_is_known(void **state)
{
    struct np_facts *facts = np_facts_new();
    struct np_fact_publication *p = add_grant(facts, "CN", "101", "甲科技有限公司");
    struct rows rows;

    (void)state;
    add_citation(facts, p, "CN", "102", 0);
    p = add_grant(facts, "CN", "102", "乙材料有限公司");
    add_citation(facts, p, "US", "999", 'X');
    facts->nsubfields = 1;
    rows_init(&rows);
    run_score(facts, 20231231, codes, &rows);
    assert_true(isnan(value_of_family(&rows, "101", "bwd_cits_xy")));
    assert_true(value_of_family(&rows, "102", "bwd_cits_xy") == 1);
    assert_true(isnan(value_of_family(&rows, "102", "dependence"))); /* who owns it is not known */
    rows_release(&rows);
    np_facts_free(facts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rights_of_others_in_force_are_counted),
        cmocka_unit_test(without_categories_nothing_is_known),
    };

    if (!make_rules_folder())
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
