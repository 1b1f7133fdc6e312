#include "unit.h"

#include <math.h>

static void buf_keeps_what_is_put(void **state)
{
    struct np_buf b = { 0 };

    (void)state;
    assert_slice(np_buf_slice(&b), "");
    np_buf_puts(&b, "a,");
    np_buf_printf(&b, "%d;%s", 7, "x");
    np_buf_putc(&b, '\n');
    np_buf_puts_slice(&b, NP_S("end"));
    assert_slice(np_buf_slice(&b), "a,7;x\nend");
    assert_string_equal(np_buf_cstr(&b), "a,7;x\nend");
    for (int i = 0; i < 10000; i++)
        np_buf_printf(&b, "%04d", i);
    assert_int_equal(b.n, 9 + 40000);
    np_buf_reset(&b);
    assert_slice(np_buf_slice(&b), "");
    np_buf_release(&b);
}

static void buf_has_room_for_nothing(void **state)
{
    struct np_buf b = { 0 };

    (void)state;
    assert_non_null(np_buf_room(&b, 0)); /* offsets from no address are undefined, also by 0 */
    assert_int_equal(b.n, 0);
    assert_non_null(np_slice_sub((struct np_slice){ 0 }, 0, 1).p);
    np_buf_release(&b);
}

static void reader_gives_back_what_was_put(void **state)
{
    struct np_buf b = { 0 };
    struct np_reader r;

    (void)state;
    np_buf_u32(&b, 0xDEADBEEF);
    np_buf_u64(&b, 0x0123456789ABCDEFULL);
    np_buf_bytes(&b, NP_S("a\0b"));
    np_buf_bytes(&b, NP_EMPTY);
    r = np_reader_of(np_buf_slice(&b));
    assert_int_equal(np_read_u32(&r), 0xDEADBEEF);
    assert_true(np_read_u64(&r) == 0x0123456789ABCDEFULL);
    assert_true(np_slice_eq(np_read_bytes(&r), NP_S("a\0b")));
    assert_int_equal(np_read_bytes(&r).n, 0);
    assert_false(r.bad);
    assert_ptr_equal(r.p, r.end);
    np_buf_release(&b);
}

static void integers_are_little_endian(void **state)
{
    struct np_buf b = { 0 };

    (void)state;
    np_buf_u32(&b, 0x01020304);
    assert_memory_equal(b.p, "\x04\x03\x02\x01", 4);
    np_buf_release(&b);
}

static void short_reads_are_bad_for_good(void **state)
{
    struct np_reader r = np_reader_of(NP_S("\x01\0\0"));

    (void)state;
    assert_int_equal(np_read_u32(&r), 0);
    assert_true(r.bad);
    r.end = r.p + 3;
    assert_int_equal(np_read_bytes(&r).n, 0);
    assert_true(r.bad);
}

static void length_beyond_the_end_is_refused(void **state)
{
    struct np_reader r = np_reader_of(NP_S("\xFF\xFF\xFF\xFF" "abc"));

    (void)state;
    assert_int_equal(np_read_bytes(&r).n, 0);
    assert_true(r.bad);
}

static void assert_json(struct np_slice text, const char *expected)
{
    struct np_buf b = { 0 };

    np_json_string(&b, text);
    assert_slice(np_buf_slice(&b), expected);
    np_buf_release(&b);
}

static void json_strings_are_escaped(void **state)
{
    (void)state;
    assert_json(NP_S("a\"b\\c/"), "\"a\\\"b\\\\c/\"");
    assert_json(NP_S("\n\t\r\x01\x7F"), "\"\\n\\t\\r\\u0001\\u007f\"");
    assert_json(NP_S("a\0b"), "\"a\\u0000b\"");
    assert_json(NP_S("石墨烯"), "\"石墨烯\"");
    assert_json(NP_S("\xFFx\xE7\x9F"), "\"\xEF\xBF\xBDx\xEF\xBF\xBD\xEF\xBF\xBD\"");
    assert_json(NP_EMPTY, "\"\"");
}

static void assert_real(double x, const char *expected)
{
    struct np_buf b = { 0 };

    np_json_real(&b, x);
    assert_slice(np_buf_slice(&b), expected);
    np_buf_release(&b);
}

static void json_reals_have_six_decimals(void **state)
{
    (void)state;
    assert_real(0.5, "0.500000");
    assert_real(-0.0, "0.000000");
    assert_real((double)NAN, "null");
    assert_real((double)INFINITY, "null");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(buf_keeps_what_is_put),
        cmocka_unit_test(buf_has_room_for_nothing),
        cmocka_unit_test(reader_gives_back_what_was_put),
        cmocka_unit_test(integers_are_little_endian),
        cmocka_unit_test(short_reads_are_bad_for_good),
        cmocka_unit_test(length_beyond_the_end_is_refused),
        cmocka_unit_test(json_strings_are_escaped),
        cmocka_unit_test(json_reals_have_six_decimals),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
