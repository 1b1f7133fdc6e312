#include "unit.h"

#include <nanopat/map.h>

static void first_value_stays_until_changed(void **state)
{
    struct np_map *m = np_map_new();

    (void)state;
    assert_null(np_map_get(m, NP_S("a")));
    assert_int_equal(*np_map_put(m, NP_S("a"), 5), 5);
    assert_int_equal(*np_map_put(m, NP_S("a"), 9), 5);
    ++*np_map_put(m, NP_S("a"), 0);
    assert_int_equal(*np_map_get(m, NP_S("a")), 6);
    assert_int_equal(np_map_count(m), 1);
    np_map_free(m);
}

static void keys_are_copied_bytes(void **state)
{
    struct np_map *m = np_map_new();
    char key[3] = { 'a', '\0', 'b' };

    (void)state;
    np_map_put(m, np_slice_make(key, 3), 1);
    np_map_put(m, NP_EMPTY, 2);
    key[2] = 'c';
    assert_int_equal(*np_map_get(m, NP_S("a\0b")), 1);
    assert_null(np_map_get(m, NP_S("a\0c")));
    assert_null(np_map_get(m, NP_S("a")));
    assert_int_equal(*np_map_get(m, NP_EMPTY), 2);
    np_map_free(m);
}

static void iteration_follows_insertion_through_growth(void **state)
{
    struct np_map *m = np_map_new();
    struct np_arena *arena = np_arena_new();

    (void)state;
    for (int i = 0; i < 20000; i++)
        np_map_put(m, np_arena_printf(arena, "key %d", i * 7919 % 20000), i);
    assert_int_equal(np_map_count(m), 20000);
    for (int i = 0; i < 20000; i++) {
        assert_int_equal(*np_map_value(m, (size_t)i), i);
        assert_slice(np_map_key(m, (size_t)i),
                     np_arena_printf(arena, "key %d", i * 7919 % 20000).p);
    }
    np_arena_free(arena);
    np_map_free(m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_value_stays_until_changed),
        cmocka_unit_test(keys_are_copied_bytes),
        cmocka_unit_test(iteration_follows_insertion_through_growth),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
