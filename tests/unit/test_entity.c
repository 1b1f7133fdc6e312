/* Names to characters, and text with references in it. */
#include "../../parsers/entity.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static void expect_resolved(const char *text, const char *wanted)
{
    struct np_buf b = { 0 };

    np_entity_resolve(&b, np_slice_of(text));
    assert_string_equal(np_buf_cstr(&b), wanted);
    np_buf_release(&b);
}

static void names_are_sorted_and_once_each(void **state)
{
    (void)state;
    for (size_t i = 1; i < np_entities_count; i++)
        assert_true(np_slice_cmp(np_slice_of(np_entities[i - 1].name),
                                 np_slice_of(np_entities[i].name)) < 0);
    assert_true(np_entities_count > 2300);
}

static void every_name_is_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < np_entities_count; i++) {
        struct np_buf b = { 0 };

        assert_true(np_entity_put(&b, np_slice_of(np_entities[i].name)));
        assert_true(b.n > 0);
        np_buf_release(&b);
    }
}

static void case_of_a_name_matters(void **state)
{
    (void)state;
    expect_resolved("&ccaron;&Ccaron;&CCARON;&sacute;&SACUTE;", "čČČśŚ");
}

static void iso_greek_is_known(void **state)
{
    (void)state;
    expect_resolved("&agr;&bgr;&Dgr;&mgr;&lsqb;&minus;&times;", "αβΔμ[−×");
}

static void references_are_resolved_once(void **state)
{
    (void)state;
    expect_resolved("&amp;lt; &#38;amp; &#x3b1;&#945;", "&lt; &amp; αα");
}

static void what_is_no_reference_stays(void **state)
{
    (void)state;
    expect_resolved("AT&T; R&D & &; &# &#x; &#0; &#xD800; &nosuchname; &amp",
                    "AT&T; R&D & &; &# &#x; &#0; &#xD800; &nosuchname; &amp");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_sorted_and_once_each),
        cmocka_unit_test(every_name_is_found),
        cmocka_unit_test(case_of_a_name_matters),
        cmocka_unit_test(iso_greek_is_known),
        cmocka_unit_test(references_are_resolved_once),
        cmocka_unit_test(what_is_no_reference_stays),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
