/* test_cn_number.c -- CNIPA numbers, kinds and printed values. */
#include "../../parsers/cn.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

static struct np_arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = np_arena_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    np_arena_free(arena);
    return 0;
}

static void assert_slice(struct np_slice s, const char *expected)
{
    assert_string_equal(np_arena_copy(arena, s).p, expected);
}

static struct np_slice application(const char *office, const char *printed)
{
    return cn_application_number(arena, np_slice_of(office), np_slice_of(printed));
}

static void zeros_are_no_value(void **state)
{
    (void)state;
    assert_slice(cn_value(NP_S("0")), "");
    assert_slice(cn_value(NP_S(" 00000000 ")), "");
    assert_slice(cn_value(NP_S("")), "");
    assert_slice(cn_value(NP_S(" 215000")), "215000");
    assert_slice(cn_value(NP_S("0号楼")), "0号楼");
}

static void full_width_characters_become_ascii(void **state)
{
    (void)state;
    assert_slice(np_narrow(arena, NP_S("２０２１１１２８６６３３．Ｘ")), "202111286633.X");
    assert_slice(np_narrow(arena, NP_S("！～纳米")), "!~纳米");
    assert_slice(np_narrow(arena, NP_S("plain")), "plain");
    assert_slice(np_narrow(arena, NP_S("\xEF\xBC")), "\xEF\xBC");
}

static void applications_lose_the_check_digit(void **state)
{
    (void)state;
    assert_slice(application("CN", "202111286633.X"), "202111286633");
    assert_slice(application("CN", "２０１６１００５８７２６．Ｘ"), "201610058726");
    assert_slice(application("CN", "2013800622588"), "201380062258");
    assert_slice(application("CN", "ZL201010298420.4"), "201010298420");
    assert_slice(application("CN", "89103229.2"), "89103229");
    assert_slice(application("CN", "85100312"), "85100312");
    assert_slice(application("CN", "0"), "");
    assert_slice(application("KR", "10-2016-0063019"), "1020160063019");
}

/* The first three pairs are those of formats/cnipa.md, section 6. */
static void standard_form_is_turned_back(void **state)
{
    (void)state;
    assert_slice(application("CN", "102021001286633"), "202111286633");
    assert_slice(application("CN", "112021000002433"), "202180002433");
    assert_slice(application("CN", "101985000000312"), "85100312");
    assert_slice(application("CN", "202014000123456"), "201420123456");
    assert_slice(application("CN", "302003000054321"), "03354321");
    assert_slice(application("CN", "102003000112345"), "200310112345");
    assert_slice(application("KR", "102016000063019"), "102016000063019");
}

static void standard_form_of_unknown_type_stays(void **state)
{
    (void)state;
    assert_slice(application("CN", "002020000982670"), "002020000982670");
    assert_slice(application("CN", "101990000100000"), "101990000100000");
}

static enum np_type type_of(const char *words, const char *app, const char *pub, const char *kind)
{
    return cn_type(np_slice_of(words), np_slice_of(app), np_slice_of(pub), np_slice_of(kind));
}

static void type_is_read_from_code_words_numbers_and_kind_in_this_order(void **state)
{
    (void)state;
    assert_int_equal(type_of("11", "", "", "A"), NP_INVENTION);
    assert_int_equal(type_of("21", "", "", "U"), NP_UTILITY_MODEL);
    assert_int_equal(type_of("30", "202110000001", "1", "S"), NP_DESIGN);
    assert_int_equal(type_of("发明专利", "", "", ""), NP_INVENTION);
    assert_int_equal(type_of("实用新型", "", "", ""), NP_UTILITY_MODEL);
    assert_int_equal(type_of("外观设计专利", "", "", ""), NP_DESIGN);
    assert_int_equal(type_of("", "202180002433", "", ""), NP_INVENTION);
    assert_int_equal(type_of("", "202190002433", "", ""), NP_UTILITY_MODEL);
    assert_int_equal(type_of("", "98212345", "", ""), NP_UTILITY_MODEL);
    assert_int_equal(type_of("", "", "2099887", "Y"), NP_UTILITY_MODEL);
    assert_int_equal(type_of("", "", "309988765", ""), NP_DESIGN);
    assert_int_equal(type_of("", "", "86200001", "U"), NP_UTILITY_MODEL);
    assert_int_equal(type_of("", "", "", "D"), NP_DESIGN);
    assert_int_equal(type_of("", "", "", ""), NP_OTHER_TYPE);
}

static enum np_stage stage_of(const char *kind, np_date date)
{
    return cn_stage(np_slice_of(kind), date);
}

static void kinds_mean_what_they_meant_in_their_period(void **state)
{
    (void)state;
    assert_int_equal(stage_of("A", 19870101), NP_APPLICATION);
    assert_int_equal(stage_of("B", 19890524), NP_EXAMINED);
    assert_int_equal(stage_of("B", 19921231), NP_EXAMINED);
    assert_int_equal(stage_of("B", 20190802), NP_GRANT);
    assert_int_equal(stage_of("B", 0), NP_GRANT);
    assert_int_equal(stage_of("U", 19900101), NP_APPLICATION);
    assert_int_equal(stage_of("U", 20210629), NP_GRANT);
    assert_int_equal(stage_of("S", 20210629), NP_GRANT);
    assert_int_equal(stage_of("C", 20030122), NP_GRANT);
    assert_int_equal(stage_of("Y", 20030122), NP_GRANT);
    assert_int_equal(stage_of("D", 20030122), NP_GRANT);
}

static void corrections_and_partial_invalidations_are_told_apart(void **state)
{
    (void)state;
    assert_int_equal(stage_of("A8", 20130101), NP_CORRECTION);
    assert_int_equal(stage_of("B9", 20130101), NP_CORRECTION);
    assert_int_equal(stage_of("U8", 20130101), NP_CORRECTION);
    assert_int_equal(stage_of("S9", 20130101), NP_CORRECTION);
    assert_int_equal(stage_of("C1", 20130101), NP_GRANT);
    assert_int_equal(stage_of("Y7", 20130101), NP_GRANT);
    assert_int_equal(stage_of("S3", 20130101), NP_GRANT);
    assert_int_equal(stage_of("", 20130101), NP_OTHER_STAGE);
}

static void statements_of_one_day_are_ordered_by_status(void **state)
{
    const char *order[] = { "B", "C", "R", "A", "D" };
    int before = 0, sequence;

    (void)state;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        enum np_action action = cn_action(np_slice_of(order[i]), &sequence);

        assert_int_equal(action, i == 4 ? NP_DELETE : NP_PUT);
        assert_true(sequence > before);
        before = sequence;
    }
    assert_int_equal(cn_action(NP_EMPTY, &sequence), NP_PUT);
    assert_int_equal(sequence, 2);
}

static void languages_are_two_small_letters(void **state)
{
    (void)state;
    assert_slice(cn_lang(arena, NP_S("ZH")), "zh");
    assert_slice(cn_lang(arena, NP_S("CN")), "zh");
    assert_slice(cn_lang(arena, NP_S("")), "zh");
    assert_slice(cn_lang(arena, NP_S("EN")), "en");
    assert_slice(cn_lang(arena, NP_S("XX")), "");
    assert_slice(cn_lang(arena, NP_S("中文")), "zh"); /* two bytes of it are no text */
    assert_slice(cn_lang(arena, NP_S("1Z")), "zh");
}

static void only_six_leading_digits_are_a_post_code(void **state)
{
    struct np_slice address = NP_S("215123 江苏省苏州市");

    (void)state;
    assert_slice(cn_take_postcode(&address), "215123");
    assert_slice(address, "江苏省苏州市");
    address = NP_S("２１５０１１江苏省");
    assert_slice(cn_take_postcode(&address), "２１５０１１");
    assert_slice(address, "江苏省");
    address = NP_S("2151234 江苏省");
    assert_slice(cn_take_postcode(&address), "");
    assert_slice(address, "2151234 江苏省");
    address = NP_S("21512");
    assert_slice(cn_take_postcode(&address), "");
    address = NP_EMPTY;
    assert_slice(cn_take_postcode(&address), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(zeros_are_no_value),
        cmocka_unit_test(full_width_characters_become_ascii),
        cmocka_unit_test(applications_lose_the_check_digit),
        cmocka_unit_test(standard_form_is_turned_back),
        cmocka_unit_test(standard_form_of_unknown_type_stays),
        cmocka_unit_test(type_is_read_from_code_words_numbers_and_kind_in_this_order),
        cmocka_unit_test(kinds_mean_what_they_meant_in_their_period),
        cmocka_unit_test(corrections_and_partial_invalidations_are_told_apart),
        cmocka_unit_test(statements_of_one_day_are_ordered_by_status),
        cmocka_unit_test(languages_are_two_small_letters),
        cmocka_unit_test(only_six_leading_digits_are_a_post_code),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
