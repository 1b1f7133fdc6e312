#include "unit.h"

#include <nanopat/cn_labels.h>
#include <stdio.h>

static void assert_labels(const char *text, const char *expected)
{
    struct np_slice rest = np_slice_of(text);
    struct np_cn_label label;
    char all[600] = "";

    while (np_cn_label_next(&rest, &label))
        snprintf(all + strlen(all), sizeof all - strlen(all), "[%.*s=%.*s]", NP_ARG(label.name),
                 NP_ARG(label.value));
    assert_string_equal(all, expected);
}

static void labels_are_found_without_separators(void **state)
{
    (void)state;
    assert_labels("专利号:ZL201010999991.0登记号:2018320000123出质人:甲公司质权人:乙银行",
                  "[专利号=ZL201010999991.0][登记号=2018320000123][出质人=甲公司][质权人=乙银行]");
}

static void separators_and_wide_colons_leave_no_trace(void **state)
{
    (void)state;
    assert_labels("登记号：123\n解除日：20190620; 出质人:甲公司；质权人: 乙银行 ",
                  "[登记号=123][解除日=20190620][出质人=甲公司][质权人=乙银行]");
}

static void the_longest_label_counts(void **state)
{
    (void)state;
    assert_labels("变更事项:专利权人变更前权利人:甲变更后权利人:乙登记生效日:20200214",
                  "[变更事项=专利权人][变更前权利人=甲][变更后权利人=乙][登记生效日=20200214]");
}

static void unknown_labels_count_at_the_beginning_of_a_part(void **state)
{
    (void)state;
    assert_labels("审理结果:维持有效; 依据条款:第二十二条", "[审理结果=维持有效][依据条款=第二十二条]");
    assert_labels("许可种类: 独占许可备案日期:20191216", "[许可种类=独占许可][备案日期=20191216]");
    assert_labels("发明名称:一种比例为3:1的薄膜申请日:20100607",
                  "[发明名称=一种比例为3:1的薄膜][申请日=20100607]");
}

static void text_before_the_first_label_is_passed_over(void **state)
{
    (void)state;
    assert_labels("专利权质押合同登记的生效; 登记号:1", "[登记号=1]");
    assert_labels("专利权的终止", "");
    assert_labels("", "");
    assert_labels("终止日期:", "[终止日期=]");
}

static void a_value_is_found_by_its_label(void **state)
{
    struct np_slice text = NP_S("专利权人变更; 变更前:甲; 变更后:乙; 变更前:丙");

    (void)state;
    assert_true(np_slice_is(np_cn_label_value(text, "变更后"), "乙"));
    assert_true(np_slice_is(np_cn_label_value(text, "变更前"), "甲"));
    assert_int_equal(np_cn_label_value(text, "登记号").n, 0);
}

static void broken_text_is_no_label(void **state)
{
    (void)state;
    assert_labels("\xe7\x99:\xff\xe7:登记号", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_are_found_without_separators),
        cmocka_unit_test(separators_and_wide_colons_leave_no_trace),
        cmocka_unit_test(the_longest_label_counts),
        cmocka_unit_test(unknown_labels_count_at_the_beginning_of_a_part),
        cmocka_unit_test(text_before_the_first_label_is_passed_over),
        cmocka_unit_test(a_value_is_found_by_its_label),
        cmocka_unit_test(broken_text_is_no_label),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
