#include "unit.h"

static void allocations_are_aligned_and_apart(void **state)
{
    struct np_arena *arena = np_arena_new();
    char *before = NULL;

    (void)state;
    for (size_t n = 1; n < 5000; n += 13) {
        char *p = np_arena_alloc(arena, n);

        assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
        memset(p, (int)(n & 0x7F), n);
        if (before)
            assert_int_equal(before[0], (n - 13) & 0x7F);
        before = p;
    }
    np_arena_free(arena);
}

static void cleared_memory_is_cleared_after_reset(void **state)
{
    struct np_arena *arena = np_arena_new();
    unsigned char *p;

    (void)state;
    memset(np_arena_alloc(arena, 1000), 0xAA, 1000);
    np_arena_reset(arena);
    assert_int_equal(np_arena_used(arena), 0);
    p = np_arena_zalloc(arena, 1000);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(p[i], 0);
    assert_true(np_arena_used(arena) >= 1000);
    np_arena_free(arena);
}

static void large_allocation_fits_between_small_ones(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_slice small = np_arena_copy(arena, NP_S("small"));
    char *large = np_arena_alloc(arena, 5000000);

    (void)state;
    memset(large, 'x', 5000000);
    assert_slice(np_arena_copy(arena, NP_S("after")), "after");
    assert_slice(small, "small");
    np_arena_reset(arena);
    assert_slice(np_arena_copy(arena, NP_S("again")), "again");
    np_arena_free(arena);
}

static void copies_end_in_nul(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_slice copy = np_arena_copy(arena, np_slice_sub(NP_S("abcdef"), 2, 2));

    (void)state;
    assert_string_equal(copy.p, "cd");
    assert_int_equal(np_arena_copy(arena, NP_EMPTY).p[0], '\0');
    assert_string_equal(np_arena_printf(arena, "%d-%s", 3, "x").p, "3-x");
    np_arena_free(arena);
}

static void lists_grow_and_clear_their_items(void **state)
{
    struct np_arena *arena = np_arena_new();
    NP_LIST(struct np_slice) list = { 0 };

    (void)state;
    for (size_t i = 0; i < 1000; i++) {
        struct np_slice *item = np_list_add(arena, &list);

        assert_int_equal(item->n, 0);
        assert_null(item->p);
        *item = np_arena_printf(arena, "%zu", i);
    }
    assert_int_equal(list.n, 1000);
    assert_slice(list.v[0], "0");
    assert_slice(list.v[999], "999");
    np_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(allocations_are_aligned_and_apart),
        cmocka_unit_test(cleared_memory_is_cleared_after_reset),
        cmocka_unit_test(large_allocation_fits_between_small_ones),
        cmocka_unit_test(copies_end_in_nul),
        cmocka_unit_test(lists_grow_and_clear_their_items),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
