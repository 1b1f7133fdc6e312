/* test_link_names.c -- which names are one enterprise, why, what stays apart, and who owns what when. */
#include "score_case.h"

static struct np_facts *facts;
static struct np_namer *namer;
static struct np_scoring *scoring;
static unsigned next_application;

static int begin(void **state)
{
    (void)state;
    facts = np_facts_new();
    next_application = 100;
    return 0;
}

static int end(void **state)
{
    (void)state;
    np_facts_free(facts);
    return 0;
}

static void run(np_date as_of)
{
    np_link_with(facts, &(struct np_link_input){ .namer = namer, .as_of = as_of,
                                                 .changes = np_scoring_changes(scoring) });
}

/* A family of its own. */
static struct np_fact_publication *filed(const char *name, const char *city)
{
    char number[16];
    struct np_fact_publication *p;

    snprintf(number, sizeof number, "%u", next_application++);
    p = add_publication(facts, "CN", number, "A", 20100101);
    set_application(p, p->number.p, 20090101);
    add_party(facts, p, name, city);
    return p;
}

static void told(struct np_fact_publication *p, const char *code, np_date date, const char *words)
{
    *np_list_add(facts->arena, &p->events) = (struct np_fact_event){
        .office = p->office, .code = text(code), .date = date, .text = text(words) };
}

static const struct np_fact_enterprise *named(const char *name)
{
    for (size_t i = 0; i < facts->enterprises.n; i++)
        for (size_t k = 0; k < facts->enterprises.v[i].names.n; k++)
            if (np_slice_is(facts->enterprises.v[i].names.v[k].name, name))
                return &facts->enterprises.v[i];
    return NULL;
}

static const struct np_fact_name *how(const char *name, const char *city)
{
    for (size_t i = 0; i < facts->enterprises.n; i++)
        for (size_t k = 0; k < facts->enterprises.v[i].names.n; k++) {
            const struct np_fact_name *n = &facts->enterprises.v[i].names.v[k];

            if (np_slice_is(n->name, name) && (!city || np_slice_is(n->city, city)))
                return n;
        }
    return NULL;
}

static void assert_one(const char *a, const char *b)
{
    assert_non_null(named(a));
    assert_ptr_equal(named(a), named(b));
}

static void assert_apart(const char *a, const char *b)
{
    assert_non_null(named(a));
    assert_non_null(named(b));
    assert_ptr_not_equal(named(a), named(b));
}

static struct np_fact_naming *decide(const char *name, const char *city, const char *other,
                                       const char *other_city, bool same)
{
    struct np_fact_naming *d = np_list_add(facts->arena, &facts->imports.namings);

    *d = (struct np_fact_naming){ .name = text(name), .city = text(city), .other = text(other),
                                    .other_city = text(other_city), .same = same };
    d->place = (struct np_fact_place){ 1, text("names.csv"), NP_EMPTY,
                                       (int)facts->imports.namings.n + 1 };
    return d;
}

/* ---- equal keys ---- */

static void each_merge_says_its_rule(void **state)
{
    (void)state;
    filed("苏州纳微科技股份有限公司", "苏州市");
    filed("苏州纳微科技股份有限公司", "苏州市");
    filed("苏州纳微科技有限公司", "苏州市");
    filed("苏州纳微科技股份有限公司", "");
    filed("苏州纳微科技 股份有限公司", "苏州市");
    run(0);
    assert_int_equal(facts->enterprises.n, 1);
    assert_int_equal(how("苏州纳微科技股份有限公司", "苏州")->rule, NP_MERGE_ITSELF);
    assert_int_equal(how("苏州纳微科技股份有限公司", "苏州")->publications, 2);
    assert_int_equal(how("苏州纳微科技股份有限公司", "")->rule, NP_MERGE_PLACE);
    assert_slice(how("苏州纳微科技股份有限公司", "")->evidence,
                 "key 苏州纳微科技; no city stated, the only place of this name: 苏州");
    assert_int_equal(how("苏州纳微科技有限公司", NULL)->rule, NP_MERGE_FORM);
    assert_slice(how("苏州纳微科技有限公司", NULL)->evidence, "key 苏州纳微科技; city 苏州");
}

static void blanks_in_pinyin_do_not_count(void **state)
{
    (void)state;
    filed("SUZHOU CHENGYAN NANO MATERIALS CO LTD", "Suzhou");
    filed("Suzhou Cheng Yan Nano Mat. Co., Ltd.", "Suzhou");
    filed("SUZHOU CHENGYAN NANO MATERIALS CO LTD", "Suzhou");
    filed("AB C Ltd.", "London"); /* too short to be sure */
    filed("A BC Ltd.", "London");
    run(0);
    assert_one("SUZHOU CHENGYAN NANO MATERIALS CO LTD", "Suzhou Cheng Yan Nano Mat. Co., Ltd.");
    assert_int_equal(how("Suzhou Cheng Yan Nano Mat. Co., Ltd.", NULL)->rule, NP_MERGE_BLANKS);
    assert_apart("AB C Ltd.", "A BC Ltd.");
}

static void county_is_the_city_it_lies_in(void **state)
{
    struct np_fact_publication *p;

    (void)state;
    filed("昆山砺禾光电科技有限公司", "昆山市");
    p = filed("昆山砺禾光电科技股份有限公司", "");
    p->parties.v[0].address = text("215300 江苏省苏州市昆山市长江北路1号");
    filed("北京珩砚科技有限公司", "北京市");
    p = filed("北京珩砚科技股份有限公司", "市辖区");
    p->parties.v[0].address = text("北京市海淀区1号");
    run(0);
    assert_one("昆山砺禾光电科技有限公司", "昆山砺禾光电科技股份有限公司");
    assert_one("北京珩砚科技有限公司", "北京珩砚科技股份有限公司");
}

static void postcode_in_the_field_of_the_city_says_nothing(void **state)
{
    static const struct { const char *name, *plain, *coded; } cities[] = {
        { "Rheinhorn Optik AG", "Jena", "07745 Jena" },
        { "Brightfen Devices Corp.", "Redmond", "Redmond WA 98052" },
        { "Aoyanami Ceramics Co., Ltd.", "Tokyo", "Tokyo 141" },
        { "Waldtalwerk GmbH", "München", "D-80333 München" },
        { "Kelwyn Coatings B.V.", "Eindhoven", "NL-5656 AE Eindhoven" },
        { "Northlake Materials Ltd.", "Bristol", "Bristol BS34 7PA" },
        { "Willowford LLC", "LA", "LA 90001" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cities / sizeof *cities; i++) {
        filed(cities[i].name, cities[i].plain);
        filed(cities[i].name, cities[i].coded);
        filed(cities[i].name, "Elsewhere 12345");
    }
    run(0);
    assert_int_equal(facts->enterprises.n, 2 * sizeof cities / sizeof *cities);
}

/* scoring.md, section 8, item 8. */
static void these_must_stay_apart(void **state)
{
    (void)state;
    filed("苏州大学", "苏州市");
    filed("苏州大学附属第一医院", "苏州市");
    filed("苏州大学附属第二医院", "苏州市");
    filed("中国科学院苏州纳米技术与纳米仿生研究所", "苏州市");
    filed("中国科学院苏州生物医学工程技术研究所", "苏州市");
    filed("中国科学院上海硅酸盐研究所", "上海市");
    filed("苏州澄砚纳米科技有限公司", "苏州市");
    filed("苏州砺禾纳米科技有限公司", "苏州市");
    filed("苏州纳米科技有限公司", "苏州市");
    filed("苏州苏大科技园有限公司", "苏州市"); /* a spin-off */
    filed("某某（苏州）有限公司", "苏州市");
    filed("某某有限公司", "苏州市");
    run(0);
    assert_int_equal(facts->enterprises.n, 12);
    assert_int_equal(facts->aliases.n, 0);
}

/* ---- names that change ---- */

#define RENAMED "专利权人的姓名或者名称、地址的变更; 变更事项:专利权人 变更前:澄砚纳米科技有限公司 " \
                "变更后:砺禾新材料股份有限公司"

static void change_of_name_merges_under_the_new_one(void **state)
{
    (void)state;
    told(filed("澄砚纳米科技有限公司", "苏州市"), "CP01", 20150601, RENAMED);
    filed("澄砚纳米科技有限公司", "苏州市");
    filed("澄砚纳米科技有限公司", "宁波市"); /* a namesake has nothing to do with it */
    filed("砺禾新材料股份有限公司", "苏州市");
    run(20200101);
    assert_int_equal(facts->enterprises.n, 2);
    assert_slice(named("砺禾新材料股份有限公司")->name, "砺禾新材料股份有限公司");
    assert_slice(named("砺禾新材料股份有限公司")->key, "砺禾新材料");
    assert_int_equal(named("砺禾新材料股份有限公司")->families.n, 3);
    assert_int_equal(how("澄砚纳米科技有限公司", "苏州")->rule, NP_MERGE_RENAMED);
    assert_slice(how("澄砚纳米科技有限公司", "苏州")->evidence,
                 "CN100A CP01 2015-06-01: 澄砚纳米科技有限公司 -> 砺禾新材料股份有限公司");
    assert_int_equal(facts->changes.n, 1);
}

static void change_of_name_after_the_day_is_not_yet_known(void **state)
{
    (void)state;
    told(filed("澄砚纳米科技有限公司", "苏州市"), "CP01", 20150601, RENAMED);
    filed("砺禾新材料股份有限公司", "苏州市");
    run(20150531);
    assert_apart("澄砚纳米科技有限公司", "砺禾新材料股份有限公司");
}

static void new_address_joins_the_old_city(void **state)
{
    (void)state;
    told(filed("澄砚纳米科技有限公司", "苏州市"), "CP02", 20150601,
         "变更事项:地址 变更前:215123 江苏省苏州市工业园区1号 变更后:315000 浙江省宁波市北仑区2号");
    filed("澄砚纳米科技有限公司", "宁波市");
    filed("澄砚纳米科技有限公司", "武汉市");
    run(20200101);
    assert_int_equal(facts->enterprises.n, 2);
    assert_int_equal(how("澄砚纳米科技有限公司", "苏州")->rule, NP_MERGE_MOVED);
    assert_int_equal(how("澄砚纳米科技有限公司", "宁波")->rule, NP_MERGE_ITSELF); /* the newer place */
}

/* ---- rights that change hands ---- */

#define SOLD(from, to) "变更事项:专利权人 变更前权利人:" from " 变更后权利人:" to " 登记生效日:20160310"

static const struct np_fact_enterprise *owner(const struct np_fact_publication *p, size_t i)
{
    const struct np_fact_family *f = &facts->families.v[facts->light[p->row].family];

    return i < f->enterprises.n ? &facts->enterprises.v[f->enterprises.v[i]] : NULL;
}

static struct np_fact_publication *publication(const char *id)
{
    for (size_t i = 0; i < facts->publications.n; i++)
        if (np_slice_is(facts->publications.v[i].id, id))
            return &facts->publications.v[i];
    return NULL;
}

static void transfer_moves_the_right_and_merges_nothing(void **state)
{
    (void)state;
    told(filed("甲乙科技有限公司", "苏州市"), "TR01", 20160401,
         SOLD("甲乙科技有限公司", "丙丁科技有限公司"));
    filed("甲乙科技有限公司", "苏州市");
    run(20200101);
    assert_apart("甲乙科技有限公司", "丙丁科技有限公司");
    assert_slice(owner(publication("CN100A"), 0)->name, "丙丁科技有限公司");
    assert_null(owner(publication("CN100A"), 1));
    assert_int_equal(named("甲乙科技有限公司")->families.n, 1);
    assert_int_equal(named("丙丁科技有限公司")->families.n, 1);
    assert_slice(publication("CN100A")->parties.v[0].name, "甲乙科技有限公司"); /* stays to be seen */
}

static void transfer_counts_from_its_day_of_effect(void **state)
{
    (void)state;
    told(filed("甲乙科技有限公司", "苏州市"), "TR01", 20160401,
         SOLD("甲乙科技有限公司", "丙丁科技有限公司"));
    run(20160309);
    assert_slice(owner(publication("CN100A"), 0)->name, "甲乙科技有限公司");
}

static void last_receiver_owns_it(void **state)
{
    struct np_fact_publication *p = filed("甲乙科技有限公司", "苏州市");

    (void)state;
    told(p, "TR01", 20160401, SOLD("甲乙科技有限公司", "丙丁科技有限公司"));
    told(p, "TR01", 20180401,
         "变更事项:专利权人 变更前权利人:丙丁科技有限公司 变更后权利人:戊己科技有限公司");
    run(20200101);
    assert_slice(owner(publication("CN100A"), 0)->name, "戊己科技有限公司");
    assert_null(owner(publication("CN100A"), 1));
}

static void co_owner_keeps_its_share(void **state)
{
    struct np_fact_publication *p = filed("甲乙科技有限公司", "苏州市");

    (void)state;
    add_party(facts, p, "苏州大学", "苏州市");
    told(p, "TR01", 20160401, SOLD("甲乙科技有限公司", "丙丁科技有限公司"));
    run(20200101);
    assert_int_equal(facts->families.v[0].enterprises.n, 2);
    assert_int_equal(named("甲乙科技有限公司")->families.n, 0);
    assert_int_equal(named("苏州大学")->families.n, 1);
}

static void publication_after_the_transfer_names_the_owner(void **state)
{
    struct np_fact_publication *p = filed("甲乙科技有限公司", "苏州市");

    (void)state;
    told(p, "TA01", 20160401, "变更事项:申请人 变更前权利人:甲乙科技有限公司 变更后权利人:丙丁科技有限公司");
    p = add_publication(facts, "CN", "100", "B", 20170101);
    set_application(p, "100", 20090101);
    add_party(facts, p, "戊己科技有限公司", "苏州市");
    run(20200101);
    assert_slice(owner(publication("CN100A"), 0)->name, "戊己科技有限公司");
}

static void inventors_assignment_adds_the_employer(void **state)
{
    struct np_fact_publication *p = add_publication(facts, "US", "2010000001", "A1", 20100101);

    (void)state;
    set_application(p, "12000001", 20090101);
    add_party(facts, p, "Alpha Materials Inc.", "Austin");
    told(p, "AS", 20100301, "ASSIGNMENT; OWNER BETA DEVICES INC; ASSIGNMENT OF ASSIGNORS INTEREST"
                            ";ASSIGNORS:HOLLOWELL, MARLA;REEL/FRAME:027221/0655");
    run(20200101);
    assert_int_equal(facts->families.v[0].enterprises.n, 2);
    assert_non_null(named("BETA DEVICES INC"));
}

static void rendered_events_of_the_epo_are_read(void **state)
{
    (void)state;
    told(filed("甲乙科技有限公司", "苏州市"), "TR01", 20160401,
         "TRANSFER OF PATENT RIGHT; Effective date of registration: 20160310; Address after: No. 1, "
         "Suzhou; Patentee after: Bingding Technology Co., Ltd.; Address before: No. 2, Suzhou; "
         "Patentee before: Jiayi Technology Co., Ltd.");
    run(20200101);
    assert_slice(owner(publication("CN100A"), 0)->name, "Bingding Technology Co., Ltd.");
}

/* ---- decisions ---- */

static void accepted_names_are_one_and_say_by_whom(void **state)
{
    (void)state;
    filed("苏州澄砚纳米科技有限公司", "苏州市");
    filed("SUZHOU CHENGYAN NANO TECH CO LTD", "");
    decide("苏州澄砚纳米科技有限公司", "", "SUZHOU CHENGYAN NANO TECH CO LTD", "", true)->by =
        text("张某");
    run(0);
    assert_one("苏州澄砚纳米科技有限公司", "SUZHOU CHENGYAN NANO TECH CO LTD");
    assert_int_equal(how("SUZHOU CHENGYAN NANO TECH CO LTD", NULL)->rule, NP_MERGE_DECISION);
    assert_slice(how("SUZHOU CHENGYAN NANO TECH CO LTD", NULL)->evidence,
                 "names.csv, line 2; by 张某");
    assert_slice(named("SUZHOU CHENGYAN NANO TECH CO LTD")->name, "苏州澄砚纳米科技有限公司");
    assert_int_equal(facts->imports.namings.v[0].effect, NP_NAMING_MERGED);
    assert_int_equal(facts->aliases.n, 0);
}

static void refused_pair_is_not_suggested_again(void **state)
{
    (void)state;
    filed("苏州澄砚纳米科技有限公司", "苏州市");
    filed("SUZHOU CHENGYAN NANO TECH CO LTD", "");
    run(0);
    assert_int_equal(facts->aliases.n, 1);
    assert_int_equal(facts->aliases.v[0].reason, NP_ALIAS_PINYIN);
    np_facts_free(facts);
    facts = np_facts_new();
    filed("苏州澄砚纳米科技有限公司", "苏州市");
    filed("SUZHOU CHENGYAN NANO TECH CO LTD", "");
    decide("SUZHOU CHENGYAN NANO TECH CO LTD", "", "苏州澄砚纳米科技有限公司", "", false);
    run(0);
    assert_apart("苏州澄砚纳米科技有限公司", "SUZHOU CHENGYAN NANO TECH CO LTD");
    assert_int_equal(facts->aliases.n, 0);
    assert_int_equal(facts->imports.namings.v[0].effect, NP_NAMING_KEPT_APART);
}

static void refusal_wins_over_every_evidence(void **state)
{
    (void)state;
    told(filed("澄砚纳米科技有限公司", "苏州市"), "CP01", 20150601, RENAMED);
    filed("砺禾新材料股份有限公司", "苏州市");
    decide("澄砚纳米科技有限公司", "", "砺禾新材料股份有限公司", "", false);
    run(20200101);
    assert_apart("澄砚纳米科技有限公司", "砺禾新材料股份有限公司");
}

static void namesakes_are_suggested_and_decided_by_city(void **state)
{
    (void)state;
    filed("明州科技有限公司", "苏州市");
    filed("明州科技有限公司", "宁波市");
    filed("明州科技有限公司", "武汉市");
    decide("明州科技有限公司", "苏州", "明州科技有限公司", "宁波市", true);
    decide("明州科技有限公司", "苏州", "明州科技有限公司", "武汉", false);
    run(0);
    assert_int_equal(facts->enterprises.n, 2);
    assert_int_equal(facts->aliases.n, 0); /* 宁波 is 苏州 by now */
}

static void decision_that_could_mean_several_is_told(void **state)
{
    (void)state;
    filed("明州科技有限公司", "苏州市");
    filed("明州科技有限公司", "宁波市");
    filed("MINGZHOU TECHNOLOGY CO LTD", "");
    decide("明州科技有限公司", "", "MINGZHOU TECHNOLOGY CO LTD", "", true);
    decide("没有这个名称有限公司", "", "MINGZHOU TECHNOLOGY CO LTD", "", true);
    run(0);
    assert_int_equal(facts->enterprises.n, 3);
    assert_int_equal(facts->imports.namings.v[0].effect, NP_NAMING_SEVERAL_CITIES);
    assert_int_equal(facts->imports.namings.v[1].effect, NP_NAMING_NO_SUCH_NAME);
}

static void last_word_on_a_pair_counts(void **state)
{
    (void)state;
    filed("苏州澄砚纳米科技有限公司", "苏州市");
    filed("SUZHOU CHENGYAN NANO TECH CO LTD", "");
    decide("苏州澄砚纳米科技有限公司", "", "SUZHOU CHENGYAN NANO TECH CO LTD", "", false);
    decide("苏州澄砚纳米科技有限公司", "", "SUZHOU CHENGYAN NANO TECH CO LTD", "", true);
    run(0);
    assert_one("苏州澄砚纳米科技有限公司", "SUZHOU CHENGYAN NANO TECH CO LTD");
}

/* ---- suggestions ---- */

static void near_names_of_one_city_are_suggested(void **state)
{
    (void)state;
    filed("苏州工业园区澄砚先进纳米生物材料科技发展研究有限公司", "苏州市");
    filed("苏州工业园区澄砚先进纳米生物材料科技发展研究院有限公司", "苏州市");
    filed("无锡澄砚先进纳米生物材料科技发展研究有限公司", "无锡市");
    run(0);
    assert_int_equal(facts->enterprises.n, 3);
    assert_int_equal(facts->aliases.n, 1);
    assert_int_equal(facts->aliases.v[0].reason, NP_ALIAS_NEAR);
    assert_true(facts->aliases.v[0].similarity >= 0.9);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        CASE(each_merge_says_its_rule), CASE(blanks_in_pinyin_do_not_count),
        CASE(county_is_the_city_it_lies_in), CASE(postcode_in_the_field_of_the_city_says_nothing),
        CASE(these_must_stay_apart),
        CASE(change_of_name_merges_under_the_new_one),
        CASE(change_of_name_after_the_day_is_not_yet_known), CASE(new_address_joins_the_old_city),
        CASE(transfer_moves_the_right_and_merges_nothing),
        CASE(transfer_counts_from_its_day_of_effect), CASE(last_receiver_owns_it),
        CASE(co_owner_keeps_its_share), CASE(publication_after_the_transfer_names_the_owner),
        CASE(inventors_assignment_adds_the_employer), CASE(rendered_events_of_the_epo_are_read),
        CASE(accepted_names_are_one_and_say_by_whom), CASE(refused_pair_is_not_suggested_again),
        CASE(refusal_wins_over_every_evidence), CASE(namesakes_are_suggested_and_decided_by_city),
        CASE(decision_that_could_mean_several_is_told), CASE(last_word_on_a_pair_counts),
        CASE(near_names_of_one_city_are_suggested),
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
