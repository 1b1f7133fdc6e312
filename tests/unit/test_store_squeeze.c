/* Squeezed records: the same bytes back, and no trust in what a store holds. */
#include "../../engine/store/squeeze.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static uint32_t next(uint32_t *random)
{
    return *random = *random * 1664525 + 1013904223;
}

/* Runs of zeros, of letters and of both, of every length. */
static void fill(struct np_buf *b, uint32_t *random)
{
    size_t n = next(random) >> 8 & 4095;

    np_buf_reset(b);
    while (b->n < n) {
        size_t run = next(random) >> 10 & (b->n & 1 ? 15 : 600);
        unsigned kind = next(random) >> 20 & 3;

        for (size_t i = 0; i < run; i++)
            np_buf_putc(b, kind == 0 ? 0 : kind == 1 ? 'x' : (char)(next(random) >> 29 ? 'y' : 0));
        np_buf_putc(b, 'e');
    }
}

static void every_text_comes_back(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_buf raw = { 0 }, squeezed = { 0 };
    uint32_t random = 7;

    (void)state;
    for (int round = 0; round < 2000; round++) {
        struct np_slice back;

        fill(&raw, &random);
        np_buf_reset(&squeezed);
        np_squeeze(&squeezed, np_buf_slice(&raw));
        assert_true(np_unsqueeze(np_buf_slice(&squeezed), arena, &back));
        assert_true(np_slice_eq(back, np_buf_slice(&raw)));
        np_arena_reset(arena);
    }
    np_buf_release(&raw);
    np_buf_release(&squeezed);
    np_arena_free(arena);
}

static void zeros_shrink_and_texts_hardly_grow(void **state)
{
    static char zeros[4096], letters[4096];
    struct np_buf b = { 0 };

    (void)state;
    memset(letters, 'a', sizeof letters);
    np_squeeze(&b, np_slice_make(zeros, sizeof zeros));
    assert_true(b.n < 20);
    np_buf_reset(&b);
    np_squeeze(&b, np_slice_make(letters, sizeof letters));
    assert_true(b.n < 4096 + 20);
    np_buf_release(&b);
}

static void broken_bytes_are_refused_within_their_bounds(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_buf raw = { 0 }, squeezed = { 0 };
    struct np_slice back;
    uint32_t random = 99;

    (void)state;
    fill(&raw, &random);
    np_squeeze(&squeezed, np_buf_slice(&raw));
    for (size_t n = 0; n < squeezed.n; n++)
        assert_false(np_unsqueeze(np_slice_make(squeezed.p, n), arena, &back));
    for (int round = 0; round < 5000; round++) {
        size_t at = (next(&random) >> 4) % squeezed.n;
        char was = squeezed.p[at];

        squeezed.p[at] = (char)(next(&random) >> 24);
        np_unsqueeze(np_buf_slice(&squeezed), arena, &back);
        squeezed.p[at] = was;
        np_arena_reset(arena);
    }
    assert_false(np_unsqueeze(NP_S("\xff\xff\xff\xff\0\0"), arena, &back)); /* 4 GB from 2 bytes */
    np_buf_release(&raw);
    np_buf_release(&squeezed);
    np_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest all[] = {
        cmocka_unit_test(every_text_comes_back),
        cmocka_unit_test(zeros_shrink_and_texts_hardly_grow),
        cmocka_unit_test(broken_bytes_are_refused_within_their_bounds),
    };

    return cmocka_run_group_tests(all, NULL, NULL);
}
