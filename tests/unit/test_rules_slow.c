/* test_rules_slow.c -- patterns that can take exponential time are known without running them, and
 * others are not suspected. Looks inside the classifier.
 */
#include "../../engine/classify/check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

static const char *const slow[] = {
    "(a+)+b", "(a*)*b", "(a|a)*b", "(a|aa)+b", "(a?b?)*c", "(?:a+)+$", "([a-z]+)*1", "(\\w+\\s?)*$",
    "(x+x+)+y", "(?:\\w|nano)+!", "(?:ab|a|b)*c", "((?:ab)+)+c", "(?:(?:a{1,60}){1,60})!",
    "(?:纳米|纳米材料|材料)+膜", "(?:量子|量子点|点)*!", "^(?:[a-z0-9]+[a-z0-9]*)+$", "(?:.*,)*x!",
    "(?:[^.]*[^,]*)*;", "foo(?:a|b|ab)*bar!", "(?:a(?:b*)*c)x", "(?:\\d+|\\d+\\.\\d+|\\.)+!",
    "(?:(?:x)+)+", "(?:a*?)*?b", "(?:[a-f]|[e-k])*!", "(?:(a|b)|a)+c", "(?:a|b|c|ab|bc)*d",
    "(?:nano[- ]?)*(?:nano)+(?:(?:nano)+)+x", "(?:\\s*\\w+\\s*)+;", "(?:a{0,20}a{0,20}){8,}b",
    "(?:(?:ab?)+(?:ba?)*)+c", "(?:.|\\w)+!", "(?:a{1,60}){8}b",
};

static const char *const fine[] = {
    "a+b+", "(?:ab)+c", "(?:a|b)+c", "(?:[a-z]+ )+x", "(?:a+b)+c", "[^.]{0,60}nano[^.]{0,40}tube",
    "(?:纳米|材料)+膜", "(?:nano[- ]?){1,3}x", "(?:a?b?)c", "(?:\\w+,)*x", "(?>a+)+b", "(?:a+)++b",
    "(?:a|b){0,3}(?:a|b){0,3}", "quantum[- ]?dots?", "(?:(?:ab){2}){3}", "(?:[a-c]|[d-f])*g",
    "(?:a(?:bc)*d)*e", "\\b\\w+\\b", "(?:\\d{1,3}(?:\\.\\d{1,3})?|200) ?nm", "(?:x|yz)*w",
    "(?=(?:a|b)+)c", "(?:[0-9]+ ?nm, )+",
    "(?:[ab]{9}){9}x", "(?:a{9})+b",
};

static bool is_slow(const char *pattern)
{
    struct np_arena *arena = np_arena_new();
    struct pattern_shape shape = shape_of(np_slice_of(pattern), arena);
    bool found = slow_part(shape.root, arena) != NULL;

    np_arena_free(arena);
    return found;
}

static void bad_patterns_are_known(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof slow / sizeof *slow; i++)
        if (!is_slow(slow[i]))
            fail_msg("not found: %s", slow[i]);
}

static void good_patterns_are_not_suspected(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
        if (is_slow(fine[i]))
            fail_msg("suspected: %s", fine[i]);
}

/* The reader of patterns may meet anything; it must end and stay within the text. */
static void any_bytes_are_read_to_the_end(void **state)
{
    static const char pieces[] = "([{?*+|\\^$.-])}a0=!<>:,纳x";
    uint32_t seed = 1;

    (void)state;
    for (int i = 0; i < 20000; i++) {
        struct np_arena *arena = np_arena_new();
        char text[24];
        struct pattern_shape shape;

        for (size_t k = 0; k < sizeof text; k++) {
            seed = seed * 1664525 + 1013904223;
            text[k] = pieces[(seed >> 16) % (sizeof pieces - 1)];
        }
        shape = shape_of(np_slice_make(text, sizeof text), arena);
        (void)words_of(shape.root, arena, 20);
        (void)slow_part(shape.root, arena);
        np_arena_free(arena);
    }
}

static bool has_word(const struct words *w, const char *word)
{
    for (size_t i = 0; i < w->list.n; i++)
        if (np_slice_is(w->list.v[i], word))
            return true;
    return false;
}

static void words_are_all_that_a_finite_pattern_finds(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct words w = words_of(shape_of(NP_S("na(?:no|NO)?[- ]?[ab]{2}"), arena).root, arena, 100);

    (void)state;
    assert_true(w.complete);
    assert_true(has_word(&w, "naaa"));
    assert_true(has_word(&w, "nano-ab"));
    assert_true(has_word(&w, "na bb"));
    w = words_of(shape_of(NP_S("a[^.]{0,9}b"), arena).root, arena, 100);
    assert_false(w.complete);
    assert_true(has_word(&w, "ab"));
    np_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bad_patterns_are_known),
        cmocka_unit_test(good_patterns_are_not_suspected),
        cmocka_unit_test(any_bytes_are_read_to_the_end),
        cmocka_unit_test(words_are_all_that_a_finite_pattern_finds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
