/* test_link_owners.c -- enterprises from applicants, citations from printed numbers. */
#include "score_case.h"

static struct np_namer *namer;
static struct np_facts *facts;

static int begin(void **state)
{
    (void)state;
    facts = np_facts_new();
    return 0;
}

static int end(void **state)
{
    (void)state;
    np_facts_free(facts);
    return 0;
}

static struct np_fact_publication *family(const char *number, const char *name, const char *city)
{
    struct np_fact_publication *p = add_publication(facts, "CN", number, "A", 20100101);

    p->application.number = p->number;
    if (name)
        add_party(facts, p, name, city);
    return p;
}

static bool has_key(const char *key)
{
    for (size_t i = 0; i < facts->enterprises.n; i++)
        if (np_slice_is(facts->enterprises.v[i].key, key))
            return true;
    return false;
}

/* ---- enterprises ---- */

static void same_key_and_city_is_one_enterprise(void **state)
{
    (void)state;
    family("1", "苏州纳微科技股份有限公司", "苏州市");
    family("2", "苏州纳微科技有限公司", "苏州");
    np_link(facts, namer, 0);
    assert_int_equal(facts->enterprises.n, 1);
    assert_slice(facts->enterprises.v[0].key, "苏州纳微科技");
    assert_int_equal(facts->enterprises.v[0].names.n, 2);
    assert_int_equal(facts->enterprises.v[0].families.n, 2);
}

static void same_company_name_in_two_cities_stays_apart(void **state)
{
    (void)state;
    family("1", "明州科技有限公司", "苏州市");
    family("2", "明州科技有限公司", "宁波市");
    family("3", "明州科技有限公司", "");
    np_link(facts, namer, 0);
    assert_int_equal(facts->enterprises.n, 3); /* the third could be either */
    assert_true(has_key("明州科技 @苏州"));
    assert_true(has_key("明州科技 @宁波"));
    assert_true(has_key("明州科技"));
}

static void unknown_place_joins_the_only_known_one(void **state)
{
    (void)state;
    family("1", "明州科技有限公司", "苏州市");
    family("2", "明州科技有限公司", "");
    np_link(facts, namer, 0);
    assert_int_equal(facts->enterprises.n, 1);
    assert_true(has_key("明州科技"));
}

static void city_is_read_from_the_address(void **state)
{
    struct np_fact_publication *p;

    (void)state;
    family("1", "明州科技有限公司", "苏州市");
    p = family("2", "明州科技有限公司", "");
    p->parties.v[0].address = text("江苏省苏州市工业园区星湖街1号");
    p = family("3", "明州科技有限公司", "");
    p->parties.v[0].address = text("浙江省宁波市北仑区1号");
    np_link(facts, namer, 0);
    assert_int_equal(facts->enterprises.n, 2);
}

static void words_for_a_city_do_not_part(void **state)
{
    (void)state;
    family("1", "Acme Co., Ltd.", "Yongin");
    family("2", "Acme Co., Ltd.", "Yongin-si");
    family("3", "Acme Co., Ltd.", "Yongin, Gyeonggi-Do");
    np_link(facts, namer, 0);
    assert_int_equal(facts->enterprises.n, 1);
}

static void university_merges_without_place_but_not_with_its_hospital(void **state)
{
    (void)state;
    family("1", "苏州大学", "苏州市");
    family("2", "苏州大学", "");
    family("3", "苏州大学附属第一医院", "苏州市");
    np_link(facts, namer, 0);
    assert_int_equal(facts->enterprises.n, 2);
    assert_int_equal(facts->enterprises.v[0].kind, NP_UNIVERSITY);
    assert_int_equal(facts->enterprises.v[1].kind, NP_HOSPITAL);
}

static void persons_merge_only_with_company_they_keep(void **state)
{
    struct np_fact_publication *p;

    (void)state;
    family("1", "王小明", "苏州市");
    family("2", "王小明", "苏州市");
    p = family("3", "李大为", "");
    add_party(facts, p, "苏州大学", "");
    p = family("4", "李大为", "");
    add_party(facts, p, "苏州大学", "");
    np_link(facts, namer, 0);
    assert_int_equal(facts->enterprises.n, 4); /* two 王小明, one 李大为, the university */
    assert_true(has_key("王小明 #CN1A"));
    assert_true(has_key("王小明 #CN2A"));
    assert_true(has_key("李大为 #CN3A"));
}

static void grant_names_the_owner(void **state)
{
    struct np_fact_publication *p;

    (void)state;
    p = family("1", "甲乙丙科技有限公司", "苏州市");
    p->date = 20100101;
    p = add_publication(facts, "CN", "1", "B", 20120101);
    p->application.number = text("1");
    add_party(facts, p, "丁戊己科技有限公司", "苏州市");
    np_link(facts, namer, 0);
    assert_int_equal(facts->families.n, 1);
    assert_int_equal(facts->families.v[0].enterprises.n, 1);
    assert_slice(facts->enterprises.v[facts->families.v[0].enterprises.v[0]].key, "丁戊己科技");
}

static void family_in_two_spellings(const char *number, const char *chinese, const char *latin)
{
    struct np_fact_publication *p = family(number, chinese, "苏州市");

    p->family_given = np_arena_copy(facts->arena, text(number));
    p = add_publication(facts, "US", number, "B2", 20120101);
    p->application.number = p->number;
    p->family_given = np_arena_copy(facts->arena, text(number));
    add_party(facts, p, latin, "Suzhou");
}

static void two_families_suggest_an_alias_and_merge_nothing(void **state)
{
    (void)state;
    family_in_two_spellings("1", "明州科技有限公司", "Mingzhou Tech Co., Ltd.");
    family_in_two_spellings("2", "明州科技有限公司", "MINGZHOU TECHNOLOGY CO LTD");
    family_in_two_spellings("3", "一次科技有限公司", "Once Co., Ltd."); /* seen only once */
    np_link(facts, namer, 0);
    assert_int_equal(facts->enterprises.n, 4);
    assert_int_equal(facts->aliases.n, 1);
    assert_int_equal(facts->aliases.v[0].families, 2);
    assert_slice(facts->enterprises.v[facts->aliases.v[0].one].key, "明州科技");
    assert_slice(facts->enterprises.v[facts->aliases.v[0].other].key, "MINGZHOU TECHNOLOGY");
}

static void contradicted_spellings_are_not_suggested(void **state)
{
    (void)state;
    family_in_two_spellings("1", "明州科技有限公司", "Mingzhou Tech Co., Ltd.");
    family_in_two_spellings("2", "明州科技有限公司", "Mingzhou Tech Co., Ltd.");
    family_in_two_spellings("3", "明州科技有限公司", "Other Holdings Ltd.");
    np_link(facts, namer, 0);
    assert_int_equal(facts->aliases.n, 0);
}

/* rules/applicants.tsv: UNIV SOOCHOW is 苏州大学. */
static void alias_table_merges_whatever_the_place(void **state)
{
    (void)state;
    family("1", "苏州大学", "苏州市");
    family("2", "UNIV SOOCHOW", "");
    family("3", "苏州纳微科技股份有限公司", "苏州市");
    family("4", "Suzhou NanoMicro Technology Co., Ltd.", "Suzhou");
    np_link(facts, namer, 0);
    assert_int_equal(facts->enterprises.n, 2);
    assert_slice(facts->enterprises.v[0].name, "苏州大学");
    assert_int_equal(facts->enterprises.v[0].kind, NP_UNIVERSITY);
    assert_slice(facts->enterprises.v[1].name, "苏州纳微科技股份有限公司");
    assert_slice(facts->enterprises.v[1].city, "苏州市");
    assert_int_equal(facts->enterprises.v[1].names.n, 2);
}

/* ---- citations ---- */

static void pair_stands_once_with_strongest_category_and_earliest_date(void **state)
{
    struct np_fact_publication *p;

    (void)state;
    family("1", NULL, NULL);
    p = family("2", NULL, NULL);
    p->date = 20110101;
    add_citation(facts, p, "CN", "1", 'A');
    p = add_publication(facts, "EP", "3", "A1", 20100601);
    p->family_given = text("9");
    facts->publications.v[1].family_given = text("9");
    add_citation(facts, p, "CN", "1", 'X')->by = NP_BY_EXAMINER;
    add_citation(facts, p, "CN", "1", 0);
    np_link(facts, namer, 0);
    assert_int_equal(facts->links.n, 1);
    assert_int_equal(facts->links.v[0].strongest, 'X');
    assert_int_equal(facts->links.v[0].date, 20100601);
    assert_int_equal(facts->office_sets.v[facts->links.v[0].offices].n, 2);
    assert_true(facts->links.v[0].by_examiner);
    assert_false(facts->links.v[0].self);
    assert_int_equal(facts->citations_total, 3);
    assert_int_equal(facts->citations_resolved, 3);
}

static void no_category_is_unknown_not_a(void **state)
{
    (void)state;
    family("1", NULL, NULL);
    add_citation(facts, family("2", NULL, NULL), "CN", "1", 0);
    np_link(facts, namer, 0);
    assert_int_equal(facts->links.v[0].strongest, 0);
}

static void kind_breaks_the_tie(void **state)
{
    struct np_fact_publication *p;

    (void)state;
    family("1", NULL, NULL);
    p = add_publication(facts, "CN", "1", "U", 20100101); /* a utility model of that number */
    p->application.number = text("1U");
    p = family("2", NULL, NULL);
    add_citation(facts, p, "CN", "1", 0)->cited.kind = text("U");
    np_link(facts, namer, 0);
    assert_int_equal(facts->links.n, 1);
    assert_slice(facts->families.v[facts->links.v[0].cited].key, "CN1U");
}

static void own_family_and_unknown_numbers_give_no_pair(void **state)
{
    struct np_fact_publication *p;

    (void)state;
    p = family("1", NULL, NULL);
    add_citation(facts, p, "CN", "1", 'X');
    add_citation(facts, p, "US", "999", 'X');
    np_link(facts, namer, 0);
    assert_int_equal(facts->links.n, 0);
    assert_int_equal(facts->citations_total, 2);
    assert_int_equal(facts->citations_resolved, 1);
}

static void shared_enterprise_makes_it_self(void **state)
{
    (void)state;
    family("1", "苏州大学", "");
    add_citation(facts, family("2", "苏州大学", ""), "CN", "01", 'Y');
    np_link(facts, namer, 0);
    assert_true(facts->links.v[0].self);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        CASE(same_key_and_city_is_one_enterprise),
        CASE(same_company_name_in_two_cities_stays_apart),
        CASE(unknown_place_joins_the_only_known_one),
        CASE(city_is_read_from_the_address),
        CASE(words_for_a_city_do_not_part),
        CASE(university_merges_without_place_but_not_with_its_hospital),
        CASE(persons_merge_only_with_company_they_keep),
        CASE(grant_names_the_owner),
        CASE(two_families_suggest_an_alias_and_merge_nothing),
        CASE(contradicted_spellings_are_not_suggested),
        CASE(alias_table_merges_whatever_the_place),
        CASE(pair_stands_once_with_strongest_category_and_earliest_date),
        CASE(no_category_is_unknown_not_a),
        CASE(kind_breaks_the_tie),
        CASE(own_family_and_unknown_numbers_give_no_pair),
        CASE(shared_enterprise_makes_it_self),
    };
    int failed;

    if (np_namer_load("rules", &namer, NULL) != NP_OK)
        return 1;
    failed = cmocka_run_group_tests(tests, NULL, NULL);
    np_namer_free(namer);
    return failed;
}
