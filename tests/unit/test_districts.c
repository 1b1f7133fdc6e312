/* test_districts.c -- the ten districts of our city, each by its codes, names, addresses and postcode, old
 * ones too; and where an enterprise sits that prints none of them. */
#include "score_case.h"

#include <nanopat/credit_code.h>
#include <nanopat/places.h>

static struct np_places *places;

static int load(void **state)
{
    (void)state;
    return np_places_load("rules", &places, NULL) == NP_OK && make_rules_folder() ? 0 : -1;
}

static int unload(void **state)
{
    (void)state;
    np_places_free(places);
    return 0;
}

/* typed: what --district and the library take, "|" between; ended: codes and names that are this one's now. */
static const struct {
    const char *code, *typed, *ended, *zh, *en, *postcode;
} districts[] = {
    { "320571", "苏州工业园区|园区|SIP|sip|Suzhou Industrial Park|SUZHOU SIP|320594|ＳＩＰ", "",
      "江苏省苏州市吴中区苏州工业园区若水路398号", "No. 398 Ruoshui Road, SIP, Suzhou", "215123" },
    { "320505", "虎丘区|虎丘|高新区|苏州高新区|SND|Huqiu|Huqiu District|Suzhou New District",
      "320511|苏州市郊区", "江苏省苏州市高新区科灵路88号", "88 Keling Road, Suzhou New District",
      "215163" },
    { "320506", "吴中区|吴中|Wuzhong|WUZHONG DISTRICT", "", "江苏省苏州市吴中区木渎镇金枫路1号",
      "No. 1 Jinfeng Road, Wuzhong District, Suzhou", "215128" },
    { "320507", "相城区|相城|Xiangcheng|xiangcheng district", "", "江苏省苏州市相城区黄埭镇东桥路2号",
      "Dongqiao Road, Xiangcheng District, Suzhou, Jiangsu", "215143" },
    { "320508", "姑苏区|姑苏|Gusu|Gusu District",
      "320502|320503|320504|沧浪区|平江区|金阊区|Pingjiang District|Canglang District|Jinchang District",
      "江苏省苏州市平江区临顿路1号", "Guanqian Street, Gusu District, Suzhou", "215006" },
    { "320509", "吴江区|吴江|Wujiang|Wujiang District", "320584|320525|吴江市|吴江县|Wujiang City",
      "江苏省吴江市松陵镇中山南路8号", "Songling, Wujiang, Jiangsu", "215200" },
    { "320581", "常熟市|常熟|Changshu|Chang Shu|Changshu City", "320520|常熟县",
      "江苏省常熟市虞山镇海虞北路3号", "3 Haiyu North Road, Changshu, Jiangsu", "215500" },
    { "320582", "张家港市|张家港|Zhangjiagang|ZHANG JIA GANG", "320521|沙洲县",
      "江苏省沙洲县杨舍镇人民路4号", "4 Renmin Road, Zhangjiagang City", "215600" },
    { "320583", "昆山市|昆山|Kunshan|KUN SHAN", "320523|昆山县", "江苏省昆山市玉山镇常熟路5号",
      "5 Changjiang Road, Kunshan, Suzhou", "215300" },
    { "320585", "太仓市|太仓|Taicang|Tai cang", "320522|太仓县", "江苏省苏州市太仓市上海东路6号",
      "6 Shanghai East Road, Taicang City, Jiangsu", "215400" },
};
enum { DISTRICTS = sizeof districts / sizeof *districts };

static const char *code_of(int place)
{
    const struct np_place *p = np_places_at(places, place);

    return p ? p->code.p : "";
}

static void assert_typed(const char *code, const char *typed)
{
    struct np_slice left = np_slice_of(typed);

    while (left.n) {
        size_t end = np_slice_find(left, NP_S("|"));
        struct np_slice one = np_slice_sub(left, 0, end);

        if (strcmp(code_of(np_places_find(places, one)), code) != 0)
            fail_msg("%.*s: %s, not %s", NP_ARG(one), code_of(np_places_find(places, one)), code);
        left = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(left, end + 1, left.n);
    }
}

static void each_is_found_by_every_spelling_and_old_code(void **state)
{
    (void)state;
    assert_int_equal(DISTRICTS, 10);
    for (size_t i = 0; i < DISTRICTS; i++) {
        assert_typed(districts[i].code, districts[i].code);
        assert_typed(districts[i].code, districts[i].typed);
        assert_typed(districts[i].code, districts[i].ended);
    }
}

static void assert_located(const char *code, struct np_place_words words, const char *by)
{
    struct np_located l;

    np_places_locate(places, &words, &l);
    if (strcmp(code_of(l.district), code) != 0 || strcmp(code_of(l.city), "320500") != 0 ||
        strcmp(np_place_by_name(l.district_by), by) != 0)
        fail_msg("%.*s%.*s: %s by %s, not %s", NP_ARG(words.address), NP_ARG(words.postcode),
                 code_of(l.district), np_place_by_name(l.district_by), code);
}

static void each_is_read_from_addresses_and_postcodes(void **state)
{
    const struct np_slice cn = NP_S("CN");

    (void)state;
    for (size_t i = 0; i < DISTRICTS; i++) {
        assert_located(districts[i].code, (struct np_place_words){
            cn, NP_EMPTY, NP_EMPTY, np_slice_of(districts[i].zh), NP_EMPTY }, "address");
        assert_located(districts[i].code, (struct np_place_words){
            cn, NP_EMPTY, NP_EMPTY, np_slice_of(districts[i].en), NP_EMPTY }, "address");
        assert_located(districts[i].code, (struct np_place_words){
            cn, NP_EMPTY, NP_EMPTY, NP_EMPTY, np_slice_of(districts[i].postcode) }, "postcode");
    }
}

static void years_of_a_code_that_ended_name_its_successors(void **state)
{
    static const struct { const char *code; int from, to; const char *now; } ended[] = {
        { "320503", 1983, 2012, "320508" }, { "320584", 1992, 2012, "320509" },
        { "320523", 0, 1989, "320583" },    { "320586", 1995, 2000, "" }, /* 吴中 or 相城 */
    };

    (void)state;
    for (size_t i = 0; i < sizeof ended / sizeof *ended; i++) {
        const struct np_place *p = NULL;

        for (int k = 0; (p = np_places_at(places, k)); k++)
            if (np_slice_is(p->code, ended[i].code))
                break;
        assert_non_null(p);
        assert_int_equal(p->from, ended[i].from);
        assert_int_equal(p->to, ended[i].to);
        assert_string_equal(code_of(p->now), ended[i].now);
    }
}

/* ---- the credit code of the library ---- */

static struct np_slice code_in(struct np_arena *arena, const char *district)
{
    char code[NP_CREDIT_CODE_BYTES + 1];

    snprintf(code, sizeof code, "91%sMA1234567", district);
    code[NP_CREDIT_CODE_BYTES - 1] = '0';
    code[NP_CREDIT_CODE_BYTES] = '\0';
    code[NP_CREDIT_CODE_BYTES - 1] = np_credit_code_check(np_slice_of(code));
    return np_arena_copy(arena, np_slice_of(code));
}

/* What the run says of an enterprise that files so, with this code in the library. */
static void assert_seat(const char *name, const char *city, const char *address,
                        const char *district, bool sound, const char *expected, const char *by)
{
    static const char *const codes[] = { "1.1" };
    struct np_facts *facts = np_facts_new();
    struct np_fact_publication *p = add_publication(facts, "CN", "100000001", "A", 20150630);
    struct np_fact_library *row = np_list_add(facts->arena, &facts->imports.library);
    struct np_slice code = code_in(facts->arena, district);
    struct rows rows;

    facts->nsubfields = 1;
    set_application(p, p->number.p, 20140101);
    add_hit(facts, p, 0, 5);
    add_party(facts, p, name, city);
    p->parties.v[0].address = text(address);
    p->parties.v[0].country = text("CN");
    if (!sound)
        ((char *)code.p)[NP_CREDIT_CODE_BYTES - 1] ^= 1;
    *row = (struct np_fact_library){ .place = { 1, text("l.csv"), NP_EMPTY, 2 },
                                     .name = text(name), .city = NP_EMPTY, .address = NP_EMPTY,
                                     .credit_code = code, .enterprise = -1 };
    rows_init(&rows);
    run_score(facts, 20240101, codes, &rows);
    for (size_t i = 0; i < facts->enterprises.n; i++) {
        char place[200];

        snprintf(place, sizeof place, "enterprises/%s/district_code",
                 facts->enterprises.v[i].key.p);
        assert_slice(cell_text(&rows, place), expected);
        snprintf(place, sizeof place, "enterprises/%s/place_by", facts->enterprises.v[i].key.p);
        assert_slice(cell_text(&rows, place), by);
    }
    rows_release(&rows);
    np_facts_free(facts);
}

static void credit_code_tells_the_district_nobody_else_does(void **state)
{
    (void)state;
    /* its city is printed, its district is that of the code: park, merged district, city that became one */
    assert_seat("澄砚科技有限公司", "苏州市", "", "320594", true, "320571", "credit_code");
    assert_seat("澄砚科技有限公司", "苏州市", "", "320503", true, "320508", "credit_code");
    assert_seat("澄砚科技有限公司", "苏州市", "", "320584", true, "320509", "credit_code");
    /* two successors: which of them, nobody knows */
    assert_seat("澄砚科技有限公司", "苏州市", "", "320586", true, "", "city");
    /* an address stands before it, and who moved away is not called back */
    assert_seat("澄砚科技有限公司", "", "江苏省苏州市吴中区人民南路23号", "320594", true, "320506",
                "address");
    assert_seat("澄砚科技有限公司", "无锡市", "", "320594", true, "", "city");
    /* it stands before the name, and where nothing else is said */
    assert_seat("昆山澄砚科技有限公司", "", "", "320594", true, "320571", "credit_code");
    assert_seat("澄砚科技有限公司", "", "", "320581", true, "320581", "credit_code");
    /* a wrong check character is no word */
    assert_seat("澄砚科技有限公司", "苏州市", "", "320594", false, "", "city");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_is_found_by_every_spelling_and_old_code),
        cmocka_unit_test(each_is_read_from_addresses_and_postcodes),
        cmocka_unit_test(years_of_a_code_that_ended_name_its_successors),
        cmocka_unit_test(credit_code_tells_the_district_nobody_else_does),
    };

    return cmocka_run_group_tests(tests, load, unload);
}
