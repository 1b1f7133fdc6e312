/* test_link_library.c -- rows of the enterprise library: whose they are, and their other names. */
#include "score_case.h"

static struct np_namer *namer;
static struct np_facts *facts;

static int begin(void **state)
{
    (void)state;
    facts = np_facts_new();
    return np_namer_load("rules", &namer, NULL) != NP_OK;
}

static int end(void **state)
{
    (void)state;
    np_facts_free(facts);
    np_namer_free(namer);
    return 0;
}

static void publish(const char *number, const char *name, const char *city)
{
    struct np_fact_publication *p = add_publication(facts, "CN", number, "A", 20100101);

    p->application.number = p->number;
    add_party(facts, p, name, city);
}

static struct np_fact_library *know(const char *name, const char *alias, const char *city)
{
    struct np_fact_library *row = np_list_add(facts->arena, &facts->imports.library);

    *row = (struct np_fact_library){ .name = np_slice_of(name), .city = np_slice_of(city),
                                     .enterprise = -1 };
    if (*alias)
        *np_list_add(facts->arena, &row->aliases) = np_slice_of(alias);
    return row;
}

static void link_all(void)
{
    np_namer_take_library(namer, facts);
    np_link(facts, namer, 0);
}

static struct np_slice key_of(const struct np_fact_library *row)
{
    return row->enterprise < 0 ? NP_EMPTY : facts->enterprises.v[row->enterprise].key;
}

static void row_finds_its_enterprise_by_any_legal_form(void **state)
{
    (void)state;
    publish("1", "苏州纳微科技股份有限公司", "苏州市");
    know("苏州纳微科技有限公司", "", "");
    know("别处不见科技有限公司", "", "");
    link_all();
    assert_slice(key_of(&facts->imports.library.v[0]), "苏州纳微科技");
    assert_int_equal(facts->imports.library.v[1].enterprise, -1);
}

static void of_namesakes_the_one_in_the_city_is_meant(void **state)
{
    (void)state;
    publish("1", "明州科技有限公司", "苏州市");
    publish("2", "明州科技有限公司", "宁波市");
    know("明州科技有限公司", "", "宁波市");
    know("明州科技有限公司", "", "");
    link_all();
    assert_slice(key_of(&facts->imports.library.v[0]), "明州科技 @宁波");
    assert_int_equal(facts->imports.library.v[1].enterprise, -1); /* either: none by guessing */
}

static void other_names_are_the_same_enterprise(void **state)
{
    (void)state;
    publish("1", "甲新纳米科技有限公司", "苏州市");
    publish("2", "甲旧纳米科技有限公司", "苏州市");
    publish("3", "JIAXIN NANO TECH CO LTD", "");
    know("甲新纳米科技有限公司", "甲旧纳米科技有限公司", "");
    *np_list_add(facts->arena, &facts->imports.library.v[0].aliases) =
        NP_S("Jiaxin Nano Technology Co., Ltd.");
    link_all();
    assert_int_equal(facts->enterprises.n, 1);
    assert_int_equal(facts->enterprises.v[0].families.n, 3);
    assert_int_equal(facts->imports.library.v[0].enterprise, 0);
}

static void name_of_one_row_is_no_other_name_of_another(void **state)
{
    (void)state;
    publish("1", "甲材料有限公司", "苏州市");
    publish("2", "乙材料有限公司", "苏州市");
    know("甲材料有限公司", "乙材料有限公司", "");
    know("乙材料有限公司", "", "");
    link_all();
    assert_int_equal(facts->enterprises.n, 2);
}

static void table_of_applicants_stands_before_the_library(void **state)
{
    (void)state;
    publish("1", "SOOCHOW UNIVERSITY", "");
    publish("2", "某某学院", "苏州市");
    know("某某学院", "SOOCHOW UNIVERSITY", "");
    link_all();
    assert_int_equal(facts->enterprises.n, 2);
}

static int32_t takes_part(const char *name)
{
    struct np_fact_participation *row = np_list_add(facts->arena, &facts->imports.participations);

    *row = (struct np_fact_participation){ .organisation = np_slice_of(name), .enterprise = -1 };
    return (int32_t)facts->imports.participations.n - 1;
}

static struct np_slice key_of_party(int32_t row)
{
    int32_t e = facts->imports.participations.v[row].enterprise;

    return e < 0 ? NP_EMPTY : facts->enterprises.v[e].key;
}

static void organisations_of_committees_are_applicants(void **state)
{
    int32_t form, former, namesake, told, nobody;

    (void)state;
    publish("1", "苏州纳微科技股份有限公司", "苏州市");
    publish("2", "明州科技有限公司", "苏州市");
    publish("3", "明州科技有限公司", "宁波市");
    publish("4", "丙州科技有限公司", "苏州市");
    publish("5", "丙州科技有限公司", "宁波市");
    know("苏州纳微科技有限公司", "苏州纳旧材料有限公司", "");
    know("明州科技有限公司", "", "宁波市");
    form = takes_part("苏州纳微科技有限公司");
    former = takes_part("苏州纳旧材料有限公司");
    told = takes_part("明州科技有限公司");
    namesake = takes_part("丙州科技有限公司");
    nobody = takes_part("");
    link_all();
    assert_slice(key_of_party(form), "苏州纳微科技");
    assert_slice(key_of_party(former), "苏州纳微科技");
    assert_slice(key_of_party(told), "明州科技 @宁波"); /* whom the library has */
    assert_slice(key_of_party(namesake), "");
    assert_slice(key_of_party(nobody), "");
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        CASE(row_finds_its_enterprise_by_any_legal_form),
        CASE(of_namesakes_the_one_in_the_city_is_meant),
        CASE(other_names_are_the_same_enterprise),
        CASE(name_of_one_row_is_no_other_name_of_another),
        CASE(table_of_applicants_stands_before_the_library),
        CASE(organisations_of_committees_are_applicants),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
