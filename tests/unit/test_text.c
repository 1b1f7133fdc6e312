#include "unit.h"

#include <nanopat/text.h>

static void utf8_check_names_the_first_bad_byte(void **state)
{
    static const struct { struct np_slice text; size_t good; } rows[] = {
        { NP_S(""), 0 },
        { NP_S("abc"), 3 },
        { NP_S("石墨烯"), 9 },
        { NP_S("\xF0\x9F\x98\x80"), 4 },
        { NP_S("a\0b"), 3 },
        { NP_S("ab\x80"), 2 },                 /* continuation alone */
        { NP_S("\xC0\xAF"), 0 },               /* overlong slash */
        { NP_S("\xE0\x80\xAF"), 0 },           /* overlong in three */
        { NP_S("\xED\xA0\x80"), 0 },           /* surrogate */
        { NP_S("\xF4\x90\x80\x80"), 0 },       /* beyond U+10FFFF */
        { NP_S("x\xE7\x9F"), 1 },              /* cut short */
        { NP_S("\xF0\x8F\xBF\xBF"), 0 },       /* overlong in four */
        { NP_S("\xEF\xBF\xBFz"), 4 },          /* U+FFFF is well-formed */
        { NP_S("\xFF"), 0 },
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(np_utf8_check(rows[i].text), rows[i].good);
}

static void prefix_cuts_no_character(void **state)
{
    (void)state;
    assert_slice(np_utf8_prefix(NP_S("B2x"), 2), "B2");
    assert_slice(np_utf8_prefix(NP_S("B"), 2), "B");
    assert_slice(np_utf8_prefix(NP_S("Bあ"), 2), "B");
    assert_slice(np_utf8_prefix(NP_S("あ"), 2), "");
    assert_slice(np_utf8_prefix(NP_EMPTY, 2), "");
}

static void utf8_put_is_the_reverse_of_next(void **state)
{
    static const uint32_t points[] = { 0, 'A', 0x7F, 0x80, 0x7FF, 0x800, 0x77F3, 0xFFFD,
                                       0xFFFF, 0x10000, 0x10FFFF };
    struct np_buf b = { 0 };
    size_t at = 0;

    (void)state;
    for (size_t i = 0; i < sizeof points / sizeof *points; i++)
        np_utf8_put(&b, points[i]);
    assert_int_equal(np_utf8_check(np_buf_slice(&b)), b.n);
    for (size_t i = 0; i < sizeof points / sizeof *points; i++)
        assert_int_equal(np_utf8_next(np_buf_slice(&b), &at), points[i]);
    assert_int_equal(at, b.n);
    np_buf_release(&b);
}

static void next_moves_one_byte_over_bad_input(void **state)
{
    struct np_slice bad = NP_S("\xE7\x9F" "a");
    size_t at = 0;

    (void)state;
    assert_int_equal(np_utf8_next(bad, &at), 0xFFFD);
    assert_int_equal(at, 1);
    assert_int_equal(np_utf8_next(bad, &at), 0xFFFD);
    assert_int_equal(np_utf8_next(bad, &at), 'a');
}

static void assert_squeezed(const char *text, const char *expected)
{
    struct np_buf b = { 0 };

    np_text_squeeze(&b, np_slice_of(text));
    assert_slice(np_buf_slice(&b), expected);
    np_buf_release(&b);
}

static void squeeze_leaves_single_spaces(void **state)
{
    (void)state;
    assert_squeezed("  a \n\t b  ", "a b");
    assert_squeezed("a\xC2\xA0\xE2\x80\x83" "b", "a b"); /* no-break and em space */
    assert_squeezed(" \r\n ", "");
    assert_squeezed("", "");
}

static void squeeze_leaves_no_space_between_cjk(void **state)
{
    (void)state;
    assert_squeezed("石墨 烯\n的\xE3\x80\x80制备", "石墨烯的制备");
    assert_squeezed("石墨烯 of 纳米", "石墨烯 of 纳米");
    assert_squeezed("나노 \n입자 制备", "나노 입자 制备"); /* words of Korean are parted by blanks */
    assert_squeezed("1. 一种 。 方法", "1. 一种。方法");
}

static void assert_folded(const char *text, const char *expected)
{
    struct np_buf b = { 0 };

    np_text_fold(&b, np_slice_of(text), NULL);
    assert_slice(np_buf_slice(&b), expected);
    np_buf_release(&b);
}

static void fold_joins_what_matching_must_not_tell_apart(void **state)
{
    (void)state;
    assert_folded("Graphene OXIDE", "graphene oxide");
    assert_folded("ＡＢＣ１２３（Ｘ）", "abc123(x)");
    assert_folded("10\xE2\x80\x93" "20\xE2\x88\x92" "30\xEF\xBC\x8D" "40", "10-20-30-40");
    assert_folded("Straße", "strasse");
    assert_folded("ﬁlm", "film");
    assert_folded("a\xC2\xA0" "b\xE3\x80\x80" "c", "a b c");
    assert_folded("H₂O 25℃ ⅢＫ", "h2o 25°c iiik");
    assert_folded("ΑΒΓ", "αβγ");
    assert_folded("奈米碳管", "奈米碳管"); /* traditional stays */
}

static void fold_maps_every_byte_to_its_origin(void **state)
{
    /* A(1) 石(3) Ａ(3) ﬁ(3) -> a, 3 bytes, a, f, i, end */
    static const uint32_t expected[] = { 0, 1, 1, 1, 4, 7, 7, 10 };
    struct np_buf b = { 0 }, map = { 0 };
    struct np_reader reader;

    (void)state;
    np_text_fold(&b, np_slice_of("A石Ａﬁ"), &map);
    assert_slice(np_buf_slice(&b), "a石afi");
    assert_int_equal(map.n, 4 * (b.n + 1));
    reader = np_reader_of(np_buf_slice(&map));
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        assert_int_equal(np_read_u32(&reader), expected[i]);
    np_buf_release(&b);
    np_buf_release(&map);
}

static void fold_survives_broken_text(void **state)
{
    struct np_buf b = { 0 }, map = { 0 };

    (void)state;
    for (int c = 0; c < 256; c++) {
        char bytes[3] = { (char)c, (char)0x80, (char)c };

        np_buf_reset(&b);
        np_buf_reset(&map);
        np_text_fold(&b, np_slice_make(bytes, 3), &map);
        assert_int_equal(map.n, 4 * (b.n + 1));
        assert_int_equal(np_utf8_check(np_buf_slice(&b)), b.n);
    }
    np_buf_release(&b);
    np_buf_release(&map);
}

static void width_counts_columns(void **state)
{
    (void)state;
    assert_int_equal(np_text_width(NP_S("abc")), 3);
    assert_int_equal(np_text_width(NP_S("石墨")), 4);
    assert_int_equal(np_text_width(NP_S("Ａ")), 2);
    assert_int_equal(np_text_width(NP_S("e\xCC\x81")), 1); /* combining acute */
    assert_int_equal(np_text_width(NP_S("")), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_check_names_the_first_bad_byte),
        cmocka_unit_test(prefix_cuts_no_character),
        cmocka_unit_test(utf8_put_is_the_reverse_of_next),
        cmocka_unit_test(next_moves_one_byte_over_bad_input),
        cmocka_unit_test(squeeze_leaves_single_spaces),
        cmocka_unit_test(squeeze_leaves_no_space_between_cjk),
        cmocka_unit_test(fold_joins_what_matching_must_not_tell_apart),
        cmocka_unit_test(fold_maps_every_byte_to_its_origin),
        cmocka_unit_test(fold_survives_broken_text),
        cmocka_unit_test(width_counts_columns),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
