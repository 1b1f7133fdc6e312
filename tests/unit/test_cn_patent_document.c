/* test_cn_patent_document.c -- SIPO full text coding of 2006: the samples and their quirks. */
#include "cn_case.h"

static void line_breaks_inside_words_leave_no_trace(void **state)
{
    static const int both[] = { 1, 2 };

    (void)state;
    assert_int_equal(read_file(FULL_TEXT "application.xml"), NP_OK);
    assert_says("{\"num\":1,\"text\":\"1.一种载药纳米粒，其特征在于：所述纳米粒的粒径为100nm。\","
                "\"depends\":[]}");
    assert_says("{\"num\":2,\"text\":\"2.根据权利要求1所述的载药纳米粒，其特征在于："
                "载药量为3×10-1。\",\"depends\":[1]}");
    assert_depends(3, 2, both);
    assert_int_equal(the.record->claim_count, 3);
}

static void deposit_is_no_part_of_the_abstract(void **state)
{
    (void)state;
    assert_int_equal(read_file(FULL_TEXT "application.xml"), NP_OK);
    assert_says("\"abstract\":{\"zh\":\"本发明公开了一种载药纳米粒，由菌株(Exemplum fictum) "
                "CGMCC 0000发酵制得。\"}");
}

static void capital_language_is_folded_and_title_taken_once(void **state)
{
    (void)state;
    assert_int_equal(read_file(FULL_TEXT "application.xml"), NP_OK);
    assert_says("{\"id\":\"CN998877665A\",\"office\":\"CN\",\"number\":\"998877665\","
                "\"kind\":\"A\",\"date\":\"2014-12-24\",\"type\":\"invention\","
                "\"stage\":\"application\",\"action\":\"put\",\"lang\":\"zh\"");
    assert_says("\"title\":{\"zh\":\"一种载药纳米粒及其应用\"}");
    assert_says("\"ipc\":[\"A61K9/51\",\"C12R1/645\"]");
}

static void address_text_gives_post_code_and_nothing_else(void **state)
{
    (void)state;
    assert_int_equal(read_file(FULL_TEXT "application.xml"), NP_OK);
    assert_says("{\"name\":\"苏州星湖生物医药有限公司\",\"role\":\"applicant\",\"country\":null,"
                "\"region\":null,\"city\":null,"
                "\"address\":\"江苏省苏州市苏州工业园区星湖街218号\",\"postcode\":\"215123\"}");
    assert_says("\"address\":\"江苏省苏州市虎丘区某某路１号\",\"postcode\":\"215011\"}");
    assert_int_equal(the.record->applicants.n, 2);
}

static void root_attributes_may_be_absent(void **state)
{
    (void)state;
    assert_int_equal(read_file(FULL_TEXT "utility_model.xml"), NP_OK);
    assert_says("{\"id\":\"CN299887766U\"");
    assert_says("\"type\":\"utility_model\",\"stage\":\"grant\",\"action\":\"put\",\"lang\":\"zh\"");
    assert_int_equal(the.record->claim_count, 2);
}

static void domestic_priority_stands_in_the_child(void **state)
{
    (void)state;
    assert_int_equal(read_file(FULL_TEXT "utility_model.xml"), NP_OK);
    assert_says("\"priorities\":[{\"office\":\"CN\",\"number\":\"2013209990969\","
                "\"date\":\"2013-12-24\"}]");
    assert_says("\"parents\":[{\"relation\":\"substitution\",\"office\":\"CN\","
                "\"number\":\"201320999096\",\"date\":\"2013-12-24\"}]");
    assert_int_equal(the.record->applicants.v[0].role, NP_ROLE_APPLICANT_INVENTOR);
}

static void grant_of_the_nineties_has_c_old_ipc_and_patentee(void **state)
{
    (void)state;
    assert_int_equal(read_file(FULL_TEXT "grant_1998.xml"), NP_OK);
    assert_says("{\"id\":\"CN1099887C\"");
    assert_says("\"stage\":\"grant\"");
    assert_says("\"application\":{\"office\":\"CN\",\"number\":\"98199876\","
                "\"date\":\"1998-03-03\"},"
                "\"pct\":{\"application\":\"WO1998DE09901\",\"publication\":\"WO1998099345\"}");
    assert_says("\"parents\":[{\"relation\":\"division\",\"office\":\"CN\","
                "\"number\":\"97199001\",\"date\":\"1998-03-03\"}]");
    assert_says("\"ipc\":[\"B01D71/02\",\"C04B35/00\"]");
    assert_says("\"applicants\":[{\"name\":\"相城无机膜厂\",\"role\":\"proprietor\","
                "\"country\":\"CN\",\"region\":\"江苏省\",\"city\":\"苏州市\","
                "\"address\":\"相城区某某路2号\",\"postcode\":\"215131\"}]");
}

static void citations_carry_category_and_phase(void **state)
{
    (void)state;
    assert_int_equal(read_file(FULL_TEXT "grant_1998.xml"), NP_OK);
    assert_says("\"citations\":[{\"office\":\"CN\",\"number\":\"1099001\",\"kind\":\"A\","
                "\"date\":\"1995-02-22\",\"category\":[\"A\"],\"by\":\"examiner\","
                "\"phase\":\"search\"}]");
    assert_says("\"npl\":[{\"text\":\"某某. 无机膜手册. 1996\",\"category\":[],"
                "\"by\":\"examiner\"}]");
}

static void pages_as_images_are_a_record_without_text(void **state)
{
    (void)state;
    assert_int_equal(read_file(FULL_TEXT "images_only.xml"), NP_OK);
    assert_says("{\"id\":\"CN1099888A\"");
    assert_says("\"title\":{},\"abstract\":{},\"claims\":{},\"claim_count\":null");
    assert_int_equal(the.record->parts, NP_PART_BIBLIO);
}

static void broken_documents_are_rejected_with_a_reason(void **state)
{
    (void)state;
    assert_int_equal(read_file(FULL_TEXT "broken_cut.xml"), NP_SKIP);
    assert_int_equal(read_file(FULL_TEXT "broken_entity.xml"), NP_SKIP);
    assert_string_equal(the.err.code, "NP-XML-003");
    assert_int_equal(read_file(FULL_TEXT "broken_number.xml"), NP_SKIP);
    assert_string_equal(the.err.what, "no publication number");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(line_breaks_inside_words_leave_no_trace),
        cmocka_unit_test(deposit_is_no_part_of_the_abstract),
        cmocka_unit_test(capital_language_is_folded_and_title_taken_once),
        cmocka_unit_test(address_text_gives_post_code_and_nothing_else),
        cmocka_unit_test(root_attributes_may_be_absent),
        cmocka_unit_test(domestic_priority_stands_in_the_child),
        cmocka_unit_test(grant_of_the_nineties_has_c_old_ipc_and_patentee),
        cmocka_unit_test(citations_carry_category_and_phase),
        cmocka_unit_test(pages_as_images_are_a_record_without_text),
        cmocka_unit_test(broken_documents_are_rejected_with_a_reason),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
