/* test_cn_ipph.c -- documents of the Intellectual Property Publishing House. */
#include "cn_case.h"

#define HOUSE "tests/samples/cn-ipph/"

/* The n-th PatentDocument (from 0) as the framer cuts it out of its envelope. */
static enum np_status read_nth(const char *path, int n)
{
    const struct np_slice end = NP_S("</PatentDocument>");
    struct np_slice all, rest;
    size_t from;

    assert_true(load(path));
    all = rest = np_buf_slice(&the.bytes);
    while ((from = np_slice_find(rest, NP_S("<PatentDocument"))) < rest.n && n-- > 0)
        rest = np_slice_sub(rest, from + 1, rest.n);
    assert_true(from < rest.n);
    rest = np_slice_sub(rest, from, rest.n);
    struct np_document document = {
        .bytes = np_slice_sub(rest, 0, np_slice_find(rest, end) + end.n),
        .envelope = np_slice_sub(all, 0, np_slice_find(all, NP_S("<PatentDocument"))),
        .root = NP_S("PatentDocument"),
        .ordinal = 1,
    };
    np_arena_reset(the.arena);
    return np_parser_read(the.parser, &document, NP_S("test"), NP_EMPTY, the.arena, &the.record,
                          &the.err);
}

static void what_is_printed_goes_before_the_form_of_the_house(void **state)
{
    (void)state;
    assert_int_equal(read_nth(HOUSE "documents.xml", 0), NP_OK);
    assert_says("{\"id\":\"CN999888777B\",\"office\":\"CN\",\"number\":\"999888777\","
                "\"kind\":\"B\",\"date\":\"2017-05-30\",\"type\":\"invention\","
                "\"stage\":\"grant\",\"action\":\"put\",\"lang\":\"zh\","
                "\"application\":{\"office\":\"CN\",\"number\":\"201619990001\","
                "\"date\":\"2016-11-25\"}");
    assert_says("\"abstract\":{\"zh\":\"本发明公开一种纳米银线，直径为30nm。\"}");
    assert_says("\"ipc\":[\"B22F9/24\",\"B82Y40/00\"]");
    assert_int_equal(the.record->inventors.n, 2);
    assert_int_equal(the.record->notes.n, 1); /* kind and date of the two forms */
    assert_slice(the.record->notes.v[0].code, "NP-NOT-005");
}

static void owners_of_a_grant_are_its_proprietors(void **state)
{
    (void)state;
    assert_int_equal(read_nth(HOUSE "documents.xml", 0), NP_OK);
    assert_says("\"applicants\":[{\"name\":\"苏州虚构承继有限公司\",\"role\":\"proprietor\","
                "\"country\":null,\"region\":null,\"city\":null,"
                "\"address\":\"江苏省苏州市某某路2号\",\"postcode\":null}]");
}

static void numbers_in_the_form_of_the_house_alone_are_turned_back(void **state)
{
    (void)state;
    assert_int_equal(read_nth(HOUSE "documents.xml", 1), NP_OK);
    assert_says("{\"id\":\"CN2997779Y\"");
    assert_says("\"type\":\"utility_model\",\"stage\":\"grant\"");
    assert_says("\"application\":{\"office\":\"CN\",\"number\":\"99299001\"");
    assert_int_equal(the.record->claim_count, 2);
    assert_depends(2, 1, (const int[]){ 1 });
}

static void deletion_is_told_by_the_status(void **state)
{
    (void)state;
    assert_int_equal(read_nth(HOUSE "documents.xml", 2), NP_OK);
    assert_int_equal(the.record->action, NP_DELETE);
}

static void broken_documents_are_lost_alone(void **state)
{
    (void)state;
    assert_int_equal(read_nth(HOUSE "broken_entity.xml", 0), NP_SKIP);
    assert_int_equal(read_nth(HOUSE "broken_number.xml", 0), NP_SKIP);
    assert_int_equal(read_nth(HOUSE "broken_number.xml", 1), NP_OK);
}

static void file_without_documents_is_passed_over(void **state)
{
    (void)state;
    assert_int_equal(read_bytes(NP_S("<Documents quantity=\"0\"></Documents>")), NP_PASS);
    assert_string_equal(the.err.what, "IPPH file without documents");
}

/* Every field compared with the raw XML by eye. */
static void real_document_is_read_completely(void **state)
{
    (void)state;
    if (!load(REAL "CN2017106717144A_ipph-documents.XML"))
        skip();
    assert_int_equal(read_nth(REAL "CN2017106717144A_ipph-documents.XML", 0), NP_OK);
    assert_says("{\"id\":\"CN106717144B\",\"office\":\"CN\",\"number\":\"106717144\","
                "\"kind\":\"B\",\"date\":\"2017-05-30\"");
    assert_says("\"applicants\":[{\"name\":\"辽宁虹圆现代农业装备技术开发有限公司\","
                "\"role\":\"applicant\",\"country\":\"CN\",\"region\":\"辽宁省\","
                "\"city\":\"沈阳市\",\"address\":\"辽宁省沈阳市于洪区马三家街道范屯村\","
                "\"postcode\":\"110000\"}],\"inventors\":[{\"name\":\"黄文永\"");
    assert_says("\"ipc\":[\"A01B1/02\",\"A01B1/20\",\"A01G25/14\"]");
    assert_int_equal(the.record->unknown_entities, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_printed_goes_before_the_form_of_the_house),
        cmocka_unit_test(owners_of_a_grant_are_its_proprietors),
        cmocka_unit_test(numbers_in_the_form_of_the_house_alone_are_turned_back),
        cmocka_unit_test(deletion_is_told_by_the_status),
        cmocka_unit_test(broken_documents_are_lost_alone),
        cmocka_unit_test(file_without_documents_is_passed_over),
        cmocka_unit_test(real_document_is_read_completely),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
