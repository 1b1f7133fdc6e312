/* test_cn_business.c -- CNIPA standardised data: the samples and their quirks. */
#include "cn_case.h"

static void numbers_said_in_two_formats_are_taken_once_in_either_order(void **state)
{
    (void)state;
    assert_int_equal(read_file(BUSINESS "application_division.xml"), NP_OK);
    assert_says("{\"id\":\"CN987654321A\",\"office\":\"CN\",\"number\":\"987654321\","
                "\"kind\":\"A\",\"date\":\"2021-12-10\",\"type\":\"invention\","
                "\"stage\":\"application\",\"action\":\"put\",\"lang\":\"zh\","
                "\"application\":{\"office\":\"CN\",\"number\":\"202110998877\","
                "\"date\":\"2017-04-24\"}");
    assert_says("\"priorities\":[{\"office\":\"KR\",\"number\":\"1020160063019\","
                "\"date\":\"2016-05-23\"},{\"office\":\"CN\",\"number\":\"2016109988114\","
                "\"date\":\"2016-11-08\"}]");
    assert_int_equal(the.record->stated, 20211210);
    assert_int_equal(the.record->sequence, 2);
}

static void division_has_its_parent_and_no_empty_child(void **state)
{
    (void)state;
    assert_int_equal(read_file(BUSINESS "application_division.xml"), NP_OK);
    assert_says("\"parents\":[{\"relation\":\"division\",\"office\":\"CN\","
                "\"number\":\"201710998800\",\"date\":\"2017-04-24\"}]");
}

static void texts_leave_out_formulas_and_stray_characters(void **state)
{
    static const int both[] = { 1, 2 }, three[] = { 1, 2, 3 };

    (void)state;
    assert_int_equal(read_file(BUSINESS "application_division.xml"), NP_OK);
    assert_says("\"title\":{\"zh\":\"一种石墨烯Ｎ型掺杂膜及其制备方法\"}");
    assert_says("\"abstract\":{\"zh\":\"本发明公开了一种石墨烯N型掺杂膜，其厚度为0.34nnm，"
                "n为整数。该膜由化学气相沉积制得。\"}");
    assert_says("{\"num\":1,\"text\":\"1.一种石墨烯N型掺杂膜，其特征在于，包括：基底； k层石墨烯，"
                "满足，其中k为1～5。\",\"depends\":[]}");
    assert_int_equal(the.record->claim_count, 4);
    assert_depends(3, 2, both);
    assert_depends(4, 3, three);
}

static void post_code_moves_out_of_the_address(void **state)
{
    (void)state;
    assert_int_equal(read_file(BUSINESS "application_division.xml"), NP_OK);
    assert_says("\"applicants\":[{\"name\":\"苏州纳湖新材料科技有限公司\",\"role\":\"applicant\","
                "\"country\":\"CN\",\"region\":\"江苏省\",\"city\":\"苏州市\","
                "\"address\":\"江苏省苏州市苏州工业园区金鸡湖大道9999号01幢\","
                "\"postcode\":\"215123\"},"
                "{\"name\":\"苏州Ａ１纳米（吴中）有限公司\",\"role\":\"applicant\","
                "\"country\":null,\"region\":null,\"city\":null,\"address\":null,"
                "\"postcode\":null}]");
}

static void bibliography_alone_does_not_speak_of_claims(void **state)
{
    (void)state;
    assert_int_equal(read_file(BUSINESS "application_bibliography.xml"), NP_OK);
    assert_says("{\"id\":\"CN987654321A\"");
    assert_says("\"claims\":{},\"claim_count\":null");
    assert_int_equal(the.record->parts, NP_PART_BIBLIO | NP_PART_TEXT);
    assert_int_equal(read_file(BUSINESS "application_division.xml"), NP_OK);
    assert_int_equal(the.record->parts, NP_PART_BIBLIO | NP_PART_TEXT | NP_PART_CLAIMS);
}

static void patentees_replace_the_applicants_of_a_grant(void **state)
{
    (void)state;
    assert_int_equal(read_file(BUSINESS "grant.xml"), NP_OK);
    assert_int_equal(the.record->stage, NP_GRANT);
    assert_int_equal(the.record->applicants.n, 2);
    assert_slice(the.record->applicants.v[0].name, "吴江太湖膜材料有限公司");
    assert_int_equal(the.record->applicants.v[0].role, NP_ROLE_PROPRIETOR);
    assert_slice(the.record->applicants.v[1].name, "苏州Ａ１纳米（吴中）有限公司");
    assert_slice(the.record->applicants.v[1].postcode, "215104");
}

static void citations_are_the_examiners_once_each(void **state)
{
    (void)state;
    assert_int_equal(read_file(BUSINESS "grant.xml"), NP_OK);
    assert_says("\"citations\":[{\"office\":\"CN\",\"number\":\"901234567\",\"kind\":\"A\","
                "\"date\":\"2015-01-07\",\"category\":[],\"by\":\"examiner\","
                "\"phase\":\"search\"},"
                "{\"office\":\"US\",\"number\":\"2013999888\",\"kind\":\"A1\","
                "\"date\":\"2013-05-02\",\"category\":[\"X\",\"Y\"],\"by\":\"examiner\","
                "\"phase\":\"search\"},"
                "{\"office\":\"JP\",\"number\":\"2012999000\",\"kind\":\"A\","
                "\"date\":\"2012-05-31\",\"category\":[],\"by\":\"examiner\","
                "\"phase\":\"search\"}]");
    assert_says("\"npl\":[{\"text\":\"某某.碳纳米管膜的研究进展.《某某学报》.2014,第3卷第12-15页.\","
                "\"category\":[],\"by\":\"examiner\"}]");
    assert_true(the.record->parts & NP_PART_CITATIONS);
}

static void entry_of_an_international_application_names_it(void **state)
{
    (void)state;
    assert_int_equal(read_file(BUSINESS "pct_entry.xml"), NP_OK);
    assert_int_equal(the.record->type, NP_INVENTION);
    assert_says("\"application\":{\"office\":\"CN\",\"number\":\"202180977001\","
                "\"date\":\"2021-02-24\"},"
                "\"pct\":{\"application\":\"WO2021US99468\",\"publication\":\"WO2021999713\"}");
    assert_says("\"priorities\":[{\"office\":\"US\",\"number\":\"62999670\","
                "\"date\":\"2020-02-28\"},{\"office\":\"JP\",\"number\":\"2020099123\","
                "\"date\":\"2020-06-05\"}]");
    assert_says("\"country\":\"JP\",\"region\":null,\"city\":null,\"address\":\"日本东京都\","
                "\"postcode\":null");
}

static void b_before_1993_was_examined_and_not_granted(void **state)
{
    (void)state;
    assert_int_equal(read_file(BUSINESS "examined_1989.xml"), NP_OK);
    assert_says("{\"id\":\"CN85100999B\"");
    assert_says("\"type\":\"invention\",\"stage\":\"examined\"");
    assert_says("\"application\":{\"office\":\"CN\",\"number\":\"85100999\","
                "\"date\":\"1985-04-01\"}");
    assert_says("\"ipc\":[\"B03C3/09\",\"B03C3/41\"]");
}

static void domestic_priority_is_claimed_and_its_application_replaced(void **state)
{
    (void)state;
    assert_int_equal(read_file(BUSINESS "utility_model.xml"), NP_OK);
    assert_says("\"type\":\"utility_model\",\"stage\":\"grant\"");
    assert_says("\"priorities\":[{\"office\":\"CN\",\"number\":\"2020209988008\","
                "\"date\":\"2020-04-21\"}]");
    assert_says("\"parents\":[{\"relation\":\"substitution\",\"office\":\"CN\","
                "\"number\":\"202020998800\",\"date\":\"2020-04-21\"}]");
    assert_int_equal(the.record->applicants.v[0].role, NP_ROLE_APPLICANT_INVENTOR);
    assert_int_equal(the.record->applicants.v[1].role, NP_ROLE_APPLICANT);
}

static void design_has_locarno_and_no_texts_but_its_title(void **state)
{
    (void)state;
    assert_int_equal(read_file(BUSINESS "design.xml"), NP_OK);
    assert_says("\"type\":\"design\",\"stage\":\"grant\"");
    assert_says("\"title\":{\"zh\":\"充电器（石墨烯）\"},\"abstract\":{},\"claims\":{}");
    assert_says("\"ipc\":[],\"cpc\":[],\"uspc\":[],\"locarno\":[\"13-02\",\"14-03\"]");
    assert_says("\"inventors\":[{\"name\":\"周某庚\",\"country\":null}]");
    assert_int_equal(the.record->applicants.n, 1);
    assert_int_equal(the.record->applicants.v[0].role, NP_ROLE_PROPRIETOR);
}

static void deletion_needs_nothing_but_the_root(void **state)
{
    (void)state;
    assert_int_equal(read_file(BUSINESS "deleted.xml"), NP_OK);
    assert_says("{\"id\":\"CN987654321A\"");
    assert_int_equal(the.record->action, NP_DELETE);
    assert_int_equal(the.record->date, 20211210);
    assert_true(the.record->sequence > 4);
}

static void standard_format_alone_is_enough(void **state)
{
    (void)state;
    assert_int_equal(read_file(BUSINESS "standard_only.xml"), NP_OK);
    assert_says("{\"id\":\"CN911223344B\"");
    assert_says("\"application\":{\"office\":\"CN\",\"number\":\"201210099123\"");
    assert_int_equal(the.record->action, NP_PUT);
    assert_int_equal(the.record->sequence, 3);
}

static void broken_documents_are_rejected_with_a_reason(void **state)
{
    (void)state;
    assert_int_equal(read_file(BUSINESS "broken_cut.xml"), NP_SKIP);
    assert_string_equal(the.err.code, "NP-XML-002");
    assert_int_equal(read_file(BUSINESS "broken_entity.xml"), NP_SKIP);
    assert_string_equal(the.err.code, "NP-XML-003");
    assert_int_equal(read_file(BUSINESS "broken_number.xml"), NP_SKIP);
    assert_string_equal(the.err.what, "no publication number");
}

static void records_survive_the_encoding(void **state)
{
    static const char *const samples[] = {
        BUSINESS "application_division.xml", BUSINESS "deleted.xml", BUSINESS "design.xml",
        BUSINESS "grant.xml", BUSINESS "pct_entry.xml", FULL_TEXT "grant_1998.xml",
        FULL_TEXT "images_only.xml",
    };

    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        struct np_buf bytes = { 0 }, before = { 0 }, after = { 0 };
        struct np_record *back;

        assert_int_equal(read_file(samples[i]), NP_OK);
        np_record_encode(&bytes, the.record);
        np_record_json(&before, the.record);
        assert_int_equal(np_record_decode(np_buf_slice(&bytes), the.arena, &back, &the.err),
                         NP_OK);
        np_record_json(&after, back);
        assert_true(np_slice_eq(np_buf_slice(&before), np_buf_slice(&after)));
        np_buf_release(&bytes);
        np_buf_release(&before);
        np_buf_release(&after);
    }
}

static void every_cut_of_a_document_is_rejected(void **state)
{
    struct np_slice all;

    (void)state;
    assert_true(load(BUSINESS "grant.xml"));
    all = np_slice_trim(np_buf_slice(&the.bytes));
    for (size_t n = 700; n < all.n; n += 97)
        assert_int_equal(read_bytes(np_slice_sub(all, 0, n)), NP_SKIP);
    assert_int_equal(read_bytes(all), NP_OK);
}

static void parts_of_a_filing_are_passed_over_by_name(void **state)
{
    (void)state;
    assert_int_equal(read_file("tests/samples/cn-application-body/claims.xml"), NP_PASS);
    assert_string_equal(the.err.what, "CNIPA e-filing part, no publication number");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_said_in_two_formats_are_taken_once_in_either_order),
        cmocka_unit_test(division_has_its_parent_and_no_empty_child),
        cmocka_unit_test(texts_leave_out_formulas_and_stray_characters),
        cmocka_unit_test(post_code_moves_out_of_the_address),
        cmocka_unit_test(bibliography_alone_does_not_speak_of_claims),
        cmocka_unit_test(patentees_replace_the_applicants_of_a_grant),
        cmocka_unit_test(citations_are_the_examiners_once_each),
        cmocka_unit_test(entry_of_an_international_application_names_it),
        cmocka_unit_test(b_before_1993_was_examined_and_not_granted),
        cmocka_unit_test(domestic_priority_is_claimed_and_its_application_replaced),
        cmocka_unit_test(design_has_locarno_and_no_texts_but_its_title),
        cmocka_unit_test(deletion_needs_nothing_but_the_root),
        cmocka_unit_test(standard_format_alone_is_enough),
        cmocka_unit_test(broken_documents_are_rejected_with_a_reason),
        cmocka_unit_test(records_survive_the_encoding),
        cmocka_unit_test(every_cut_of_a_document_is_rejected),
        cmocka_unit_test(parts_of_a_filing_are_passed_over_by_name),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
