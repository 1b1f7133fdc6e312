/* test_elements.c -- claims cut into elements; ranges of quantities. */
#include "unit.h"

#include <stdio.h>

#include "../../engine/scoring/elements.h"
#include "../../engine/scoring/ranges.h"

static struct np_arena *arena;

/* "1P preamble | 1A text | 1B text" */
static const char *cut(int number, const char *claim)
{
    struct elements e;
    struct np_buf b = { 0 };
    const char *all;

    cut_claim(number, np_slice_of(claim), &e);
    for (size_t i = 0; i < e.n; i++)
        np_buf_printf(&b, "%s%s %.*s", i ? " | " : "", e.v[i].name, NP_ARG(e.v[i].text));
    all = np_arena_copy(arena, np_buf_slice(&b)).p;
    np_buf_release(&b);
    return all;
}

static void a_chinese_claim_is_cut_behind_its_characterising_words(void **state)
{
    (void)state;
    assert_string_equal(cut(1, "1.一种纳米片，其特征在于，厚度为1-10nm；在水中分散。"),
                        "1P 一种纳米片，其特征在于 | 1A 厚度为1-10nm | 1B 在水中分散");
    assert_string_equal(cut(3, "一种包括基底的薄膜，其特征是：厚度均匀"),
                        "3P 一种包括基底的薄膜，其特征是 | 3A 厚度均匀");
    assert_string_equal(cut(1, "一种制备方法，包括以下步骤：混合；\n干燥。"),
                        "1P 一种制备方法，包括以下步骤 | 1A 混合 | 1B 干燥");
}

static void an_english_claim_is_cut_behind_comprising_once(void **state)
{
    (void)state;
    assert_string_equal(cut(12, "12. A film comprising: a layer comprising graphene; and a substrate."),
                        "12P A film comprising | 12A a layer comprising graphene | 12B and a substrate");
    assert_string_equal(cut(1, "A film comprising a layer, Characterised in that it is thin"),
                        "1P A film comprising a layer, Characterised in that | 1A it is thin");
    assert_string_equal(cut(2, "A layer of X; a layer of Y"), "2A A layer of X | 2B a layer of Y");
    assert_string_equal(cut(2, "Uncomprisingly thin film"), "2A Uncomprisingly thin film");
}

static void odd_claims_are_cut_without_harm(void **state)
{
    struct np_buf b = { 0 };
    struct elements e;

    (void)state;
    assert_string_equal(cut(1, ""), "");
    assert_string_equal(cut(1, "1."), "");
    assert_string_equal(cut(1, ";;；\n。"), "");
    assert_string_equal(cut(1, "其特征在于"), "1P 其特征在于");
    for (int i = 0; i < 100; i++)
        np_buf_printf(&b, "part %d; ", i);
    cut_claim(1, np_buf_slice(&b), &e);
    assert_int_equal(e.n, ELEMENTS_MAX);
    assert_string_equal(e.v[26].name, "1AA");
    assert_true(np_slice_ends(e.v[ELEMENTS_MAX - 1].text, "part 99"));
    np_buf_release(&b);
}

/* ---- ranges ---- */

/* The pairs of two texts. */
static const char *compared(const char *claim, const char *clause, enum range_relation expected)
{
    struct ranges mine = { 0 }, theirs = { 0 };
    struct np_slice text;

    read_ranges(np_slice_of(claim), arena, &mine);
    read_ranges(np_slice_of(clause), arena, &theirs);
    assert_int_equal(compare_ranges(&mine, &theirs, arena, &text), expected);
    return text.p;
}

static void assert_range(const char *text, double low, double high)
{
    struct ranges found = { 0 };

    read_ranges(np_slice_of(text), arena, &found);
    if (found.list.n != 1)
        fail_msg("'%s' has %zu ranges", text, found.list.n);
    if (found.list.v[0].low != low && !(found.list.v[0].low - low < 1e-15 && low - found.list.v[0].low < 1e-15))
        fail_msg("'%s' begins at %g", text, found.list.v[0].low);
    if (found.list.v[0].high != high &&
        !(found.list.v[0].high - high < 1e-15 && high - found.list.v[0].high < 1e-15))
        fail_msg("'%s' ends at %g", text, found.list.v[0].high);
}

static void ranges_are_read_as_people_write_them(void **state)
{
    static const double inf = 1.0 / 0.0;

    (void)state;
    assert_range("5-20 nm", 5e-9, 20e-9);
    assert_range("5 nm to 0.02 um", 5e-9, 20e-9);
    assert_range("粒径为5～20纳米", 5e-9, 20e-9);
    assert_range("between 5 and 20 nm", 5e-9, 20e-9);
    assert_range("a purity of not less than 95 %", 95, inf);
    assert_range("纯度不小于95%", 95, inf);
    assert_range("less than 1,000 nm", -inf, 1e-6);
    assert_range("温度300℃以上", 300, inf);
    assert_range("10±2 mPa·s", 0.008, 0.012);
    assert_range("300 K", 300 - 273.15, 300 - 273.15);
}

static void what_has_no_unit_or_is_a_name_is_no_range(void **state)
{
    struct ranges found = { 0 };

    (void)state;
    read_ranges(np_slice_of("C60, TiO2, claim 1, 3 layers, 2 major parts, 5 nmol"), arena, &found);
    assert_int_equal(found.list.n, 0);
}

static void units_are_converted_before_ranges_are_compared(void **state)
{
    (void)state;
    assert_string_equal(compared("5-20 nm", "1-100 nm", RANGE_INSIDE), "5-20 nm vs 1-100 nm: inside");
    compared("0.02 um", "5-20 nm", RANGE_INSIDE);
    compared("5-20 nm", "10-100 nm", RANGE_OVERLAPS);
    compared("5-20 nm", "1-2 um", RANGE_OUTSIDE);
    compared("不小于45%", "不小于40%", RANGE_INSIDE);
    compared("不小于35%", "不小于40%", RANGE_OVERLAPS);
    assert_string_equal(compared("5-20 nm", "300 °C", RANGE_NONE), "");
    compared("5-20 nm, 2 h", "1-100 nm, 3 h", RANGE_OUTSIDE); /* the worst counts */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_chinese_claim_is_cut_behind_its_characterising_words),
        cmocka_unit_test(an_english_claim_is_cut_behind_comprising_once),
        cmocka_unit_test(odd_claims_are_cut_without_harm),
        cmocka_unit_test(ranges_are_read_as_people_write_them),
        cmocka_unit_test(what_has_no_unit_or_is_a_name_is_no_range),
        cmocka_unit_test(units_are_converted_before_ranges_are_compared),
    };
    int failed;

    arena = np_arena_new();
    failed = cmocka_run_group_tests(tests, NULL, NULL);
    np_arena_free(arena);
    return failed;
}
