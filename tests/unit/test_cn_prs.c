#include "docdb_read.h"

#include <nanopat/cn_labels.h>

#define SAMPLES "tests/samples/cn-prs/"

static const struct np_event *event_of(const struct reading *r, size_t document)
{
    const struct np_record *record = record_at(r, document);

    assert_int_equal(record->events.n, 1);
    return &record->events.v[0];
}

static void standard_and_original_numbers_are_one_application(void **state)
{
    struct reading *r = read_file(SAMPLES "events.xml");

    (void)state;
    assert_int_equal(r->n, 13);
    for (size_t i = 1; i < 4; i++) /* both forms, the original alone, the standard alone */
        assert_says(r, i, "\"id\":null,\"office\":\"CN\",\"number\":null,\"kind\":null");
    for (size_t i = 1; i < 4; i++)
        assert_says(r, i, "\"application\":{\"office\":\"CN\",\"number\":\"201010999991\","
                          "\"date\":\"2010-06-07\"}");
    assert_says(r, 11, "\"id\":\"CN201799999U\"");
    assert_says(r, 11, "\"type\":\"utility_model\",\"stage\":\"grant\"");
    assert_int_equal(record_at(r, 0)->stated, 20210915);
    assert_int_equal(record_at(r, 0)->parts, NP_PART_EVENTS);
    forget(r);
}

static void the_name_stands_in_front_even_where_the_code_is_empty(void **state)
{
    struct reading *r = read_file(SAMPLES "events.xml");

    (void)state;
    assert_int_equal(event_of(r, 8)->code.n, 0);
    assert_true(np_slice_starts(event_of(r, 8)->text, "未缴年费专利权终止; 专利号:"));
    assert_true(np_slice_is(event_of(r, 0)->text, "授权")); /* no information */
    assert_true(np_slice_is(event_of(r, 0)->code, "C14"));
    forget(r);
}

static void separators_make_no_difference(void **state)
{
    struct reading *r = read_file(SAMPLES "events.xml");

    (void)state;
    assert_true(np_slice_eq(event_of(r, 8)->text, event_of(r, 9)->text));
    forget(r);
}

static void the_day_of_effect_comes_from_the_text(void **state)
{
    static const struct { size_t document; np_date date, effective; } days[] = {
        { 1, 20180706, 20180612 },  /* pledge: 登记生效日 */
        { 3, 20190712, 20190620 },  /* release: 解除日 */
        { 4, 20190802, 20190715 },  /* change: 变更日 */
        { 5, 20200107, 20191216 },  /* licence: 备案日期 */
        { 6, 20200303, 20200214 },  /* transfer: 登记生效日 */
        { 8, 20210602, 20200607 },  /* lapse: 终止日期 */
        { 10, 20210910, 20210815 }, /* restoration: 恢复日 */
        { 11, 20150819, 20150630 }, /* invalidation: RevocationDate */
        { 12, 20201103, 20201016 }, /* ActionDate */
        { 0, 20120613, 0 },
    };
    struct reading *r = read_file(SAMPLES "events.xml");

    (void)state;
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        assert_int_equal(event_of(r, days[i].document)->date, days[i].date);
        assert_int_equal(event_of(r, days[i].document)->effective, days[i].effective);
    }
    forget(r);
}

static void pledge_and_release_bear_the_same_number(void **state)
{
    struct reading *r = read_file(SAMPLES "events.xml");

    (void)state;
    assert_true(np_slice_is(np_cn_label_value(event_of(r, 1)->text, "登记号"), "2018320000123"));
    assert_true(np_slice_is(np_cn_label_value(event_of(r, 3)->text, "登记号"), "2018320000123"));
    assert_true(np_slice_is(np_cn_label_value(event_of(r, 2)->text, "质权人"), "另一示例银行"));
    assert_true(np_slice_is(np_cn_label_value(event_of(r, 6)->text, "变更后权利人"),
                            "苏州受让科技有限公司"));
    forget(r);
}

static void details_of_other_elements_are_kept(void **state)
{
    struct reading *r = read_file(SAMPLES "events.xml");

    (void)state;
    assert_true(np_slice_ends(event_of(r, 6)->text, "; 最新权利人:苏州受让科技有限公司"));
    assert_true(np_slice_ends(event_of(r, 12)->text, "; 生效日期:20201016"));
    forget(r);
}

static void broken_files_lose_what_is_broken(void **state)
{
    struct reading *r = read_file(SAMPLES "broken_cut.xml");

    (void)state;
    assert_int_equal(r->n, 2);
    assert_int_equal(r->records, 1);
    forget(r);
    r = read_file(SAMPLES "broken_no_number.xml");
    assert_lost(r, 0, NP_SKIP, "no publishing office");
    forget(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(standard_and_original_numbers_are_one_application),
        cmocka_unit_test(the_name_stands_in_front_even_where_the_code_is_empty),
        cmocka_unit_test(separators_make_no_difference),
        cmocka_unit_test(the_day_of_effect_comes_from_the_text),
        cmocka_unit_test(pledge_and_release_bear_the_same_number),
        cmocka_unit_test(details_of_other_elements_are_kept),
        cmocka_unit_test(broken_files_lose_what_is_broken),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
