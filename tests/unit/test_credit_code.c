/* test_credit_code.c -- unified social credit codes: shape, check character (GB 32100-2015). */
#include "unit.h"

#include <nanopat/credit_code.h>

static void assert_code(const char *typed, const char *code, char check)
{
    struct np_arena *arena = np_arena_new();
    struct np_slice read = np_credit_code(arena, np_slice_of(typed));

    assert_slice(read, code);
    if (*code)
        assert_int_equal(np_credit_code_check(read), check);
    np_arena_free(arena);
}

static void check_character_is_that_of_the_standard(void **state)
{
    (void)state;
    assert_code("91350100M000100Y43", "91350100M000100Y43", '3'); /* its worked example */
    assert_code("91350100M000100Y4Z", "", 0);                     /* Z is no character of a code */
    assert_code("91350100M000100Y4X", "91350100M000100Y4X", '3');
    assert_code("91110000600037341L", "91110000600037341L", 'L');
}

static void codes_are_read_as_people_write_them(void **state)
{
    (void)state;
    assert_code("９１３５０１００ｍ０００１００ｙ４３", "91350100M000100Y43", '3');
    assert_code(" 9135 0100 M000 100Y 43", "91350100M000100Y43", '3');
}

static void what_has_another_shape_is_none(void **state)
{
    static const char *const wrong[] = { "", "91350100M000100Y4", "91350100M000100Y433",
                                         "9135O100M000100Y43", "9.13501E+17", "苏州某某有限公司" };

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_code(wrong[i], "", 0);
    assert_int_equal(np_credit_code_check(NP_S("9135")), 0);
    assert_int_equal(np_credit_code_check(NP_S("9135O100M000100Y4")), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(check_character_is_that_of_the_standard),
        cmocka_unit_test(codes_are_read_as_people_write_them),
        cmocka_unit_test(what_has_another_shape_is_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
