/* test_link_suggestions.c -- which names are put before a person as perhaps one, and for what reason. */
#include "score_case.h"

static struct np_facts *facts;
static struct np_namer *namer;
static struct np_scoring *scoring;
static unsigned next_number;

static int begin(void **state)
{
    (void)state;
    facts = np_facts_new();
    next_number = 100;
    return 0;
}

static int end(void **state)
{
    (void)state;
    np_facts_free(facts);
    return 0;
}

static void run(void)
{
    np_link_with(facts, &(struct np_link_input){ .namer = namer, .as_of = 20200101,
                                                 .changes = np_scoring_changes(scoring) });
}

static struct np_fact_publication *filed(const char *name, const char *city)
{
    char number[16];
    struct np_fact_publication *p;

    snprintf(number, sizeof number, "%u", next_number++);
    p = add_publication(facts, "CN", number, "A", 20100101);
    set_application(p, p->number.p, 20090101);
    add_party(facts, p, name, city);
    return p;
}

/* A family: the Chinese application under one name, the American one on its priority under another. */
static struct np_fact_publication *filed_abroad(const char *name, const char *city,
                                                const char *abroad, const char *city_abroad)
{
    struct np_fact_publication *p = filed(name, city), *us;
    struct np_slice number = p->number, first = p->application.number;

    us = add_publication(facts, "US", number.p, "A1", 20110101);
    set_application(us, us->number.p, 20100101);
    add_party(facts, us, abroad, city_abroad);
    *np_list_add(facts->arena, &us->priorities) =
        (struct np_docref){ text("CN"), first, text("A"), 20090101 };
    return &facts->publications.v[facts->publications.n - 2];
}

static bool is_called(int enterprise, const char *name, const char *city)
{
    const struct np_fact_enterprise *e = &facts->enterprises.v[enterprise];

    for (size_t i = 0; i < e->names.n; i++)
        if (np_slice_is(e->names.v[i].name, name) &&
            (!city || np_slice_is(e->names.v[i].city, city)))
            return true;
    return false;
}

/* City NULL: any. */
static const struct np_fact_alias *suggested(const char *name, const char *city,
                                             const char *other, enum np_alias_reason reason)
{
    for (size_t i = 0; i < facts->aliases.n; i++)
        if (facts->aliases.v[i].reason == reason &&
            is_called(facts->aliases.v[i].one, name, city) &&
            is_called(facts->aliases.v[i].other, other, NULL))
            return &facts->aliases.v[i];
    return NULL;
}

/* ---- pinyin ---- */

static void pinyin_knows_characters_with_several_readings(void **state)
{
    static const struct { const char *chinese, *city, *latin; } pairs[] = {
        { "成都芃湄半导体材料有限公司", "成都市", "CHENGDU PENGMEI SEMICONDUCTOR MAT CO LTD" },
        { "长沙珩弈新材料科技有限公司", "长沙市", "CHANGSHA HENGYI NEW MATERIAL TECH CO LTD" },
        { "重庆晟禾化工有限公司", "重庆市", "Chongqing Shenghe Chemical Co., Ltd." },
        { "厦门绿檀涂层有限公司", "厦门市", "Xiamen Lvtan Coating Co., Ltd." },
        { "苏州吕砚光电有限公司", "苏州市", "SUZHOU LYU YAN OPTOELECTRONICS CO LTD" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        filed(pairs[i].chinese, pairs[i].city);
        filed(pairs[i].latin, "");
    }
    run();
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (!suggested(pairs[i].chinese, NULL, pairs[i].latin, NP_ALIAS_PINYIN))
            fail_msg("%s: not suggested", pairs[i].latin);
    assert_int_equal(facts->aliases.n, sizeof pairs / sizeof *pairs);
}

static void homophones_are_put_before_a_person(void **state)
{
    static const char *const same[] = { "苏州珩弈科技有限公司", "苏州恒益化工有限公司",
                                        "苏州横逸材料有限公司", "苏州衡艺光电有限公司" };

    (void)state;
    for (size_t i = 0; i < 3; i++)
        filed(same[i], "苏州市");
    filed("SUZHOU HENGYI CHEMICAL CO LTD", "");
    run();
    assert_int_equal(facts->aliases.n, 3);
    for (size_t i = 0; i < 3; i++)
        assert_non_null(suggested(same[i], NULL, "SUZHOU HENGYI CHEMICAL CO LTD",
                                  NP_ALIAS_PINYIN));
    np_facts_free(facts);
    facts = np_facts_new();
    for (size_t i = 0; i < 4; i++)
        filed(same[i], "苏州市");
    filed("SUZHOU HENGYI CHEMICAL CO LTD", "");
    run();
    assert_int_equal(facts->aliases.n, 0); /* more than a person wants to look through */
}

static void of_namesakes_the_one_in_the_same_city_is_suggested(void **state)
{
    (void)state;
    filed("苏州澄砚纳米科技有限公司", "苏州市");
    filed("苏州澄砚纳米科技有限公司", "武汉市");
    filed("SUZHOU CHENGYAN NANO TECH CO LTD", "Wuhan");
    run();
    assert_non_null(suggested("苏州澄砚纳米科技有限公司", "武汉", "SUZHOU CHENGYAN NANO TECH CO LTD",
                              NP_ALIAS_PINYIN));
    assert_null(suggested("苏州澄砚纳米科技有限公司", "苏州", "SUZHOU CHENGYAN NANO TECH CO LTD",
                          NP_ALIAS_PINYIN));
}

static void institutions_are_suggested_by_their_first_word(void **state)
{
    (void)state;
    filed("江南纳米技术研究所", "无锡市");
    filed("江南大学", "无锡市");
    filed("江南大学附属医院", "无锡市");
    filed("苏州先进材料研究院", "苏州市"); /* a city is no word to tell one by */
    filed("JIANGNAN INSTITUTE OF NANO TECHNOLOGY", "");
    filed("UNIV JIANGNAN", "");
    filed("AFFILIATED HOSPITAL OF JIANGNAN UNIVERSITY", "");
    filed("SUZHOU RESEARCH INSTITUTE OF ADVANCED MATERIALS", "");
    run();
    assert_int_equal(facts->aliases.n, 3);
    assert_non_null(suggested("江南纳米技术研究所", NULL, "JIANGNAN INSTITUTE OF NANO TECHNOLOGY",
                              NP_ALIAS_PINYIN));
    assert_non_null(suggested("江南大学", NULL, "UNIV JIANGNAN", NP_ALIAS_PINYIN));
    assert_non_null(suggested("江南大学附属医院", NULL,
                              "AFFILIATED HOSPITAL OF JIANGNAN UNIVERSITY", NP_ALIAS_PINYIN));
}

/* ---- bridging families ---- */

static void two_families_bridge_two_spellings(void **state)
{
    const struct np_fact_alias *alias;

    (void)state;
    filed_abroad("苏州芃舸半导体有限公司", "苏州市", "QUORVENT SEMICONDUCTOR INC", "");
    filed_abroad("苏州芃舸半导体有限公司", "苏州市", "QUORVENT SEMICONDUCTOR INC", "");
    filed_abroad("苏州砺禾纳米材料有限公司", "苏州市", "BRIGHTFEN MATERIALS LTD", "");
    run();
    alias = suggested("苏州芃舸半导体有限公司", NULL, "QUORVENT SEMICONDUCTOR INC", NP_ALIAS_BRIDGE);
    assert_non_null(alias);
    assert_int_equal(alias->families, 2);
    assert_null(suggested("苏州砺禾纳米材料有限公司", NULL, "BRIGHTFEN MATERIALS LTD",
                          NP_ALIAS_BRIDGE)); /* one family may be anything */
}

static void two_latin_names_of_one_chinese_contradict(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        filed_abroad("苏州芃舸半导体有限公司", "苏州市", "QUORVENT SEMICONDUCTOR INC", "");
        filed_abroad("苏州芃舸半导体有限公司", "苏州市", "BRIGHTFEN DEVICES CORP", "");
    }
    run();
    assert_int_equal(facts->aliases.n, 0);
}

static void two_chinese_names_of_one_latin_contradict(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        filed_abroad("苏州芃舸半导体有限公司", "苏州市", "QUORVENT SEMICONDUCTOR INC", "");
        filed_abroad("苏州砺禾纳米材料有限公司", "苏州市", "QUORVENT SEMICONDUCTOR INC", "");
    }
    run();
    assert_int_equal(facts->aliases.n, 0);
}

#define RENAMED                                                                                   \
    "专利权人的姓名或者名称、地址的变更; 变更事项:专利权人 变更前:苏州砺禾纳米材料有限公司 "                    \
    "变更后:苏州芃舸半导体有限公司"

static void each_name_of_a_renamed_firm_has_its_own_latin_one(void **state)
{
    struct np_fact_publication *p;

    (void)state;
    for (int i = 0; i < 2; i++) {
        p = filed_abroad("苏州砺禾纳米材料有限公司", "苏州市", "BRIGHTFEN MATERIALS LTD", "");
        if (!i)
            *np_list_add(facts->arena, &p->events) = (struct np_fact_event){
                .office = p->office, .code = text("CP01"), .date = 20150601,
                .text = text(RENAMED) };
        filed_abroad("苏州芃舸半导体有限公司", "苏州市", "QUORVENT SEMICONDUCTOR INC", "");
    }
    run();
    assert_non_null(suggested("苏州砺禾纳米材料有限公司", NULL, "BRIGHTFEN MATERIALS LTD",
                              NP_ALIAS_BRIDGE));
    assert_non_null(suggested("苏州砺禾纳米材料有限公司", NULL, "QUORVENT SEMICONDUCTOR INC",
                              NP_ALIAS_BRIDGE));
}

static void firm_that_moved_is_bridged_in_both_cities(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        filed_abroad("芃舸半导体有限公司", "苏州市", "QUORVENT SEMICONDUCTOR INC", "");
        filed_abroad("芃舸半导体有限公司", "武汉市", "QUORVENT SEMICONDUCTOR INC", "");
    }
    run();
    assert_non_null(suggested("芃舸半导体有限公司", "苏州", "QUORVENT SEMICONDUCTOR INC",
                              NP_ALIAS_BRIDGE));
    assert_non_null(suggested("芃舸半导体有限公司", "武汉", "QUORVENT SEMICONDUCTOR INC",
                              NP_ALIAS_BRIDGE));
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        CASE(pinyin_knows_characters_with_several_readings),
        CASE(homophones_are_put_before_a_person),
        CASE(of_namesakes_the_one_in_the_same_city_is_suggested),
        CASE(institutions_are_suggested_by_their_first_word),
        CASE(two_families_bridge_two_spellings), CASE(two_latin_names_of_one_chinese_contradict),
        CASE(two_chinese_names_of_one_latin_contradict),
        CASE(each_name_of_a_renamed_firm_has_its_own_latin_one),
        CASE(firm_that_moved_is_bridged_in_both_cities),
    };
    int failed;

    if (np_namer_load("rules", &namer, NULL) != NP_OK ||
        np_scoring_load("rules", &scoring, NULL) != NP_OK)
        return 1;
    failed = cmocka_run_group_tests(tests, NULL, NULL);
    np_scoring_free(scoring);
    np_namer_free(namer);
    return failed;
}
