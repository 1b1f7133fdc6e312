/* test_jp_gazette.c -- Japanese gazettes: the samples, numbers in words, the real documents. */
#include "cn_case.h"

#include "../../parsers/jp.h"

#define GAZETTE "tests/samples/jp-official-gazette/"
#define REAL_GAZETTE "../shared/real/jpo/"

static void kind_is_the_code_of_the_root_not_the_words(void **state)
{
    (void)state;
    assert_int_equal(read_file(GAZETTE "application.xml"), NP_OK);
    assert_says("{\"id\":\"JP2091000123A\",\"office\":\"JP\",\"number\":\"2091000123\","
                "\"kind\":\"A\",\"date\":\"2091-01-04\",\"type\":\"invention\","
                "\"stage\":\"application\",\"action\":\"put\",\"lang\":\"ja\","
                "\"application\":{\"office\":\"JP\",\"number\":\"2090999001\","
                "\"date\":\"2090-07-01\"}");
}

static void domestic_priority_without_country_is_japanese(void **state)
{
    (void)state;
    assert_int_equal(read_file(GAZETTE "application.xml"), NP_OK);
    assert_says("\"priorities\":[{\"office\":\"US\",\"number\":\"99359703\","
                "\"date\":\"2089-07-07\"},{\"office\":\"JP\",\"number\":\"2089099001\","
                "\"date\":\"2089-08-01\"}],\"parents\":[{\"relation\":\"division\","
                "\"office\":\"JP\",\"number\":\"2088566929\",\"date\":\"2088-06-12\"}]");
}

static void amended_claims_are_not_the_published_ones(void **state)
{
    static const int both[] = { 1, 2 };

    (void)state;
    assert_int_equal(read_file(GAZETTE "application.xml"), NP_OK);
    assert_int_equal(the.record->claims.n, 1);
    assert_int_equal(the.record->claim_count, 3);
    assert_says("\"text\":\"金属塩を還元してＣｏＯ２のナノ粒子を得る方法であって、"
                "ａ）溶解させるステップ、を含む、方法。\",\"depends\":[]}");
    assert_depends(3, 2, both);
}

static void japanese_book_goes_before_the_english_one(void **state)
{
    (void)state;
    assert_int_equal(read_file(GAZETTE "application.xml"), NP_OK);
    assert_says("{\"name\":\"架空ナノテック・インコーポレイテッド\",\"role\":\"applicant\","
                "\"country\":null,\"region\":null,\"city\":null,"
                "\"address\":\"アメリカ合衆国、カソー００００１、ナンバー２\",\"postcode\":null}");
    assert_says("{\"name\":\"Kaso Pigment Ltd.\",\"role\":\"applicant\"");
    assert_says("{\"name\":\"架空太郎\",\"role\":\"applicant-inventor\"");
    assert_int_equal(the.record->applicants.n, 3);
}

static void national_symbols_are_no_ipc(void **state)
{
    (void)state;
    assert_int_equal(read_file(GAZETTE "application.xml"), NP_OK);
    assert_says("\"ipc\":[\"B22F9/24\",\"B82Y40/00\"],\"cpc\":[]");
}

static void prior_art_in_words_becomes_citations_once(void **state)
{
    (void)state;
    assert_int_equal(read_file(GAZETTE "application.xml"), NP_OK);
    assert_int_equal(the.record->citations.n, 5);
    assert_says("{\"office\":\"JP\",\"number\":\"H0512345\",\"kind\":\"A\",\"date\":null,"
                "\"category\":[],\"by\":\"applicant\",\"phase\":\"filing\"}");
    assert_says("\"npl\":[{\"text\":\"特願２０７０−１２３号明細書\"");
}

static void owners_of_a_grant_replace_its_applicants(void **state)
{
    (void)state;
    assert_int_equal(read_file(GAZETTE "grant.xml"), NP_OK);
    assert_says("{\"id\":\"JP9828214B2\"");
    assert_says("\"stage\":\"grant\"");
    assert_says("\"applicants\":[{\"name\":\"架空承継株式会社\",\"role\":\"proprietor\"");
    assert_says("\"citations\":[{\"office\":\"JP\",\"number\":\"H09197043\",\"kind\":\"A\","
                "\"date\":null,\"category\":[],\"by\":null,\"phase\":null},"
                "{\"office\":\"US\",\"number\":\"7085060\",\"kind\":\"B2\"");
    assert_says("\"npl\":[{\"text\":\"架空学会誌，第２巻，ｐ．３\",\"category\":[],\"by\":null}]");
}

static void pct_publications_of_both_ways_are_applications(void **state)
{
    (void)state;
    assert_int_equal(read_file(GAZETTE "pct.xml"), NP_OK);
    assert_says("{\"id\":\"JP2091500012A\"");
    assert_says("\"stage\":\"application\"");
    assert_says("\"pct\":{\"application\":\"WO2089US12345\",\"publication\":\"WO2089178901\"}");
    assert_says("\"claims\":{},\"claim_count\":25");
    assert_int_equal(read_file(GAZETTE "republished.xml"), NP_OK);
    assert_says("{\"id\":\"JPWO2088015779A1\"");
    assert_says("\"application\":{\"office\":\"JP\",\"number\":\"H11504808\"");
}

static void older_files_are_in_euc_and_utility_models(void **state)
{
    (void)state;
    assert_int_equal(read_file(GAZETTE "utility_model.xml"), NP_OK);
    assert_says("{\"id\":\"JP3930001U\"");
    assert_says("\"type\":\"utility_model\",\"stage\":\"grant\"");
    assert_says("\"title\":{\"ja\":\"フィルタ用多孔膜\"}");
}

static void broken_gazettes_give_no_record(void **state)
{
    (void)state;
    assert_int_equal(read_file(GAZETTE "broken_cut.xml"), NP_SKIP);
    assert_int_equal(read_file(GAZETTE "broken_entity.xml"), NP_SKIP);
    assert_int_equal(read_file(GAZETTE "broken_number.xml"), NP_SKIP);
}

static void numbers_are_read_in_every_way_of_counting_years(void **state)
{
    static const struct { const char *printed, *number; } cases[] = {
        { "2021044249", "2021044249" },   { "特願２０１９−１６５３２９", "2019165329" },
        { "特開2020-1234号", "2020001234" }, { "平05-123456", "H05123456" },
        { "昭和５４年第１１１７１１号", "S54111711" }, { "平成元年第１２３号", "H01123" },
        { "特許第６１５１５５７号", "6151557" }, { "S54111711", "S54111711" },
        { "WO2008/015779", "WO2008015779" }, { "不明", "" }, { "", "" }, { "平成", "" },
        { "特開平５", "" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_slice(np_jp_number(the.arena, np_slice_of(cases[i].printed)), cases[i].number);
}

static void words_that_name_no_publication_are_none(void **state)
{
    struct np_docref ref;

    (void)state;
    assert_false(np_jp_cited(the.arena, NP_S("特願２０７０−１２３号"), &ref));
    assert_false(np_jp_cited(the.arena, NP_S("特許第号"), &ref));
    assert_false(np_jp_cited(the.arena, NP_S("架空学会誌 (2001)"), &ref));
    assert_true(np_jp_cited(the.arena, NP_S("欧州特許出願公開第１２３４５６号明細書"), &ref));
    assert_slice(ref.number, "0123456");
    assert_true(np_jp_cited(the.arena, NP_S("特公平３−４４号公報"), &ref));
    assert_slice(ref.number, "H0344");
    assert_slice(ref.kind, "B2");
}

/* Every field compared with the raw XML by eye. */
static void real_gazettes_are_read_completely(void **state)
{
    (void)state;
    if (!load(REAL_GAZETTE "JP2021044377A.xml"))
        skip();
    assert_int_equal(read_file(REAL_GAZETTE "JP2021044377A.xml"), NP_OK);
    assert_says("{\"id\":\"JP2021044377A\"");
    assert_says("\"ipc\":[\"H01L21/301\",\"H01L21/67\",\"H01L21/683\",\"B23K26/53\"]");
    assert_int_equal(the.record->inventors.n, 10);
    assert_int_equal(the.record->citations.n, 2);
    assert_int_equal(the.record->claim_count, 6);
    assert_int_equal(read_file(REAL_GAZETTE "JP2021044249A.xml"), NP_OK);
    assert_int_equal(the.record->claim_count, 20);
    assert_says("\"priorities\":[{\"office\":\"US\",\"number\":\"62359703\","
                "\"date\":\"2016-07-07\"}]");
    assert_int_equal(the.record->unknown_entities, 0);
}

#define CASE(name) cmocka_unit_test(name)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(kind_is_the_code_of_the_root_not_the_words),
        CASE(domestic_priority_without_country_is_japanese),
        CASE(amended_claims_are_not_the_published_ones),
        CASE(japanese_book_goes_before_the_english_one),
        CASE(national_symbols_are_no_ipc),
        CASE(prior_art_in_words_becomes_citations_once),
        CASE(owners_of_a_grant_replace_its_applicants),
        CASE(pct_publications_of_both_ways_are_applications),
        CASE(older_files_are_in_euc_and_utility_models),
        CASE(broken_gazettes_give_no_record),
        CASE(numbers_are_read_in_every_way_of_counting_years),
        CASE(words_that_name_no_publication_are_none),
        CASE(real_gazettes_are_read_completely),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
