/* test_mend.c -- what is mended, what is not, and where a byte stood before. */
#include "../../parsers/mend.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

static struct np_arena *arena;
static struct np_buf out;
static struct np_mended mended;

static int make(void **state)
{
    (void)state;
    arena = np_arena_new();
    return 0;
}

static int drop(void **state)
{
    (void)state;
    np_arena_free(arena);
    np_buf_release(&out);
    return 0;
}

static bool mend_in(struct np_slice document, const char *encoding)
{
    np_buf_reset(&out);
    return np_mend(document, np_slice_of(encoding), arena, &out, &mended);
}

static void becomes(const char *document, const char *wanted, const char *words)
{
    struct np_buf b = { 0 };

    assert_true(mend_in(np_slice_of(document), ""));
    assert_string_equal(np_buf_cstr(&out), wanted);
    np_mended_words(&mended, &b);
    assert_string_equal(np_buf_cstr(&b), words);
    np_buf_release(&b);
}

static void stays(const char *document)
{
    assert_false(mend_in(np_slice_of(document), ""));
}

static void sound_documents_are_not_touched(void **state)
{
    (void)state;
    stays("<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY a \"x & y < z\">]>"
          "<!-- & < --><r a='1' b = \"'\">"
          "&a; &#65; &#x41; &nosuch; <![CDATA[ & < <b ]]> <?p & < ?>\xE4\xB8\xAD</r>\n");
}

static void ampersands_that_begin_no_reference_are_text(void **state)
{
    (void)state;
    becomes("<r>R&D & 1 &; &# &#x; &1; &amp; &a b</r>",
            "<r>R&amp;D &amp; 1 &amp;; &amp;# &amp;#x; &amp;1; &amp; &amp;a b</r>", "7 bare '&'");
    becomes("<r>5&deg C, 1 &lt 2, ?a&copy=1</r>", "<r>5&deg; C, 1 &lt; 2, ?a&amp;copy=1</r>",
            "1 bare '&', 2 references without ';'");
    becomes("<r a='x&y'/>", "<r a='x&amp;y'/>", "1 bare '&'");
}

static void brackets_that_begin_no_tag_are_text(void **state)
{
    (void)state;
    becomes("<r>x < 5, <5, <=, p<q <i>y</i><</r>",
            "<r>x &lt; 5, &lt;5, &lt;=, p&lt;q <i>y</i>&lt;</r>", "5 bare '<'");
    becomes("<r a='x<y' b=\"it's > 1\">it's</r>", "<r a='x&lt;y' b=\"it's > 1\">it's</r>",
            "1 bare '<'");
    becomes("<r>if <b \"c\" then</r>", "<r>if &lt;b \"c\" then</r>", "1 bare '<'");
}

static void what_ends_nothing_is_text(void **state)
{
    (void)state;
    becomes("<r>a]]>b<!-- c--d ---></r>", "<r>a]]&gt;b<!-- c -d  --></r>",
            "1 ']]>' in text, 2 '--' in comments");
}

static void control_characters_leave_nothing(void **state)
{
    (void)state;
    becomes("<r>some\x01 text\x1A&#x1f;&#2;\t</r>", "<r>some text\t</r>",
            "2 control characters left out, 2 references to control characters left out");
    becomes("<r><![CDATA[some\x01 text]]></r>", "<r><![CDATA[some text]]></r>",
            "1 control character left out");
    assert_false(mend_in(NP_S("<r>some\0 text</r>"), ""));
    stays("<r>some &#0; text</r>");
    stays("<r>some &#xD800; text</r>");
    stays("<r a='some\x01 text'/>");
}

static void a_few_bytes_that_are_no_text_are_shown(void **state)
{
    (void)state;
    becomes("<r>25\xB0 C, \xE4\xB8 here, \xE4\xB8\xAD\xFF.</r>",
            "<r>25\xEF\xBF\xBD C, \xEF\xBF\xBD here, \xE4\xB8\xAD\xEF\xBF\xBD.</r>",
            "3 byte sequences that are not UTF-8 shown as U+FFFD");
    stays("<r>GBK: \xD2\xBB\xD6\xD6\xC4\xC9\xC3\xD7\xB1\xA1\xC4\xA4</r>");
    stays("<r>\xB0 1234 \xB0 1234 \xB0 1234 \xB0 1234 \xB0 1234 \xB0 1234 \xB0 1234 \xB0 1234 "
          "\xB0 1234 \xB0 1234 \xB0 1234 \xB0 1234 \xB0 1234 \xB0 1234 \xB0 1234 \xB0 1234 \xB0 1234</r>");
    assert_false(mend_in(NP_S("<r>a \xB0 b</r>"), "GB18030"));
}

static void numbers_codes_and_dates_are_not_guessed(void **state)
{
    (void)state;
    stays("<r><n>119\x01" "00001</n></r>");
    stays("<r><n>119\xFF" "00001</n></r>");
    stays("<r><n>C01B\x01" "31/02</n></r>");
    stays("<r><kind>A\x01</kind></r>");
    stays("<r><n>1&#1;2</n></r>");
    stays("<r><n>\x01</n></r>");
}

static void what_is_cut_or_not_certain_stays(void **state)
{
    (void)state;
    stays("<r>a & b <i");
    stays("<r>a & b <!-- c");
    stays("<r>a & b <![CDATA[ c");
    stays("<r>a & b <?p");
    stays("<r a=\"x>a & b</r>");
    assert_false(mend_in(NP_S("<r>a & b</r>"), "UTF-16"));
    assert_true(mend_in(NP_S("<r>a & b</r>"), "GB18030"));
}

static void a_flood_of_damage_is_not_mended(void **state)
{
    struct np_buf b = { 0 };

    (void)state;
    np_buf_puts(&b, "<r>");
    for (int i = 0; i < 10001; i++)
        np_buf_puts(&b, "& ");
    np_buf_puts(&b, "</r>");
    assert_false(mend_in(np_buf_slice(&b), ""));
    np_buf_release(&b);
}

static void bytes_are_those_of_the_original(void **state)
{
    static const char document[] = "<r>a&b<c\x01 words <d/></r>";

    (void)state;
    assert_true(mend_in(NP_S("<r>a&b<c\x01 words <d/></r>"), ""));
    assert_int_equal(mended.first, 4);
    for (size_t i = 0; i < sizeof document - 1; i++)
        if (strchr("rab cwods/>", document[i]) && i > 9)
            assert_int_equal(document[np_shifts_original(&mended.shifts, i + 4 + 3 - 1)], document[i]);
    assert_int_equal(np_shifts_original(&mended.shifts, 0), 0);
    assert_int_equal(np_shifts_original(&mended.shifts, 3), 3);
    assert_int_equal(np_shifts_original(&mended.shifts, 9), 5);
}

int main(void)
{
    const struct CMUnitTest all[] = {
        cmocka_unit_test(sound_documents_are_not_touched),
        cmocka_unit_test(ampersands_that_begin_no_reference_are_text),
        cmocka_unit_test(brackets_that_begin_no_tag_are_text),
        cmocka_unit_test(what_ends_nothing_is_text),
        cmocka_unit_test(control_characters_leave_nothing),
        cmocka_unit_test(a_few_bytes_that_are_no_text_are_shown),
        cmocka_unit_test(numbers_codes_and_dates_are_not_guessed),
        cmocka_unit_test(what_is_cut_or_not_certain_stays),
        cmocka_unit_test(a_flood_of_damage_is_not_mended),
        cmocka_unit_test(bytes_are_those_of_the_original),
    };

    return cmocka_run_group_tests(all, make, drop);
}
