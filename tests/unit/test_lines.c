/* test_lines.c -- documents out of text of lines, whatever the size of the pieces it comes in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "../../engine/input/frame.h"

#include <nanopat/buf.h>
#include <string.h>

static const struct np_framing framings[] = {
    { .root = "a" },
    { .root = "PATN", .record = { NP_LINES "PATN$", NP_HEADER "HHHHHT" } },
    { .root = "fees", .record = { NP_LINES "===== ####", NP_LINES "=== ####" } },
    { .root = NULL },
};

struct text {
    struct np_slice s;
    size_t at;
    bool fails; /* at the end, as a file that was cut does */
};

static enum np_status read_text(void *from, char *p, size_t n, size_t *got, struct np_err *err)
{
    struct text *text = from;

    *got = n < text->s.n - text->at ? n : text->s.n - text->at;
    memcpy(p, text->s.p + text->at, *got);
    text->at += *got;
    if (*got)
        return NP_OK;
    return text->fails ? np_fail_at(err, NP_FAIL, "NP-GZ-002", -1, "cut") : NP_END;
}

/* One line per answer: status, ordinal, offset, root, bytes; or code and words. */
static void frame_all(struct text text, size_t piece, const struct np_limits *limits,
                      struct np_buf *out)
{
    static const char *const words[] = { "fail", "skip", "ok", "end", "pass" };
    struct np_framer *framer = framer_over(read_text, &text, piece, framings, limits);
    struct np_document d;
    struct np_err err = { 0 };
    enum np_status status;

    np_buf_reset(out);
    while ((status = np_framer_next(framer, &d, &err)) != NP_END) {
        np_buf_printf(out, "%s %lld %lld ",
                      status == NP_OK ? words[2] : status == NP_SKIP ? words[1]
                                               : status == NP_PASS   ? words[4]
                                                                     : words[0],
                      (long long)d.ordinal, (long long)d.offset);
        if (status == NP_OK)
            np_buf_printf(out, "%.*s [%.*s] %.*s\n", NP_ARG(d.root), NP_ARG(d.envelope),
                          NP_ARG(d.bytes));
        else
            np_buf_printf(out, "%s %s\n", err.code, err.what);
        if (status == NP_OK)
            assert_memory_equal(d.bytes.p, text.s.p + d.offset, d.bytes.n);
    }
    np_framer_free(framer);
}

static const size_t pieces[] = { 1, 2, 3, 7, 16, 61, 1000, 262144 };

static void check_text(struct text text, const struct np_limits *limits, const char *expected)
{
    struct np_buf out = { 0 };

    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        frame_all(text, pieces[i], limits, &out);
        if (strcmp(np_buf_cstr(&out), expected) != 0)
            fail_msg("pieces of %zu\n--- got\n%s--- expected\n%s", pieces[i], np_buf_cstr(&out),
                     expected);
    }
    np_buf_release(&out);
}

static void check(const char *text, const char *expected)
{
    check_text((struct text){ .s = np_slice_of(text) }, NULL, expected);
}

static void a_line_that_fits_begins_a_document(void **state)
{
    (void)state;
    check("PATN\nWKU  1\nPATNX\n PATN\nPATN  \r\nWKU  2\r\n",
          "ok 1 0 PATN [] PATN\nWKU  1\nPATNX\n PATN\n"
          "ok 2 24 PATN [] PATN  \r\nWKU  2\n");
    check("PATN", "ok 1 0 PATN [] PATN\n");
    check("PATN\nPATN\n", "ok 1 0 PATN [] PATN\nok 2 5 PATN [] PATN\n");
}

static void a_header_and_blank_lines_belong_to_no_document(void **state)
{
    (void)state;
    check("HHHHHT   APS1\n\nPATN\nWKU  1\n\n \n\x1a", "ok 1 15 PATN [] PATN\nWKU  1\n");
    check("\xef\xbb\xbf\nPATN\nWKU  1\n", "ok 1 4 PATN [] PATN\nWKU  1\n");
    check("HHHHHT\n", "");
}

static void what_follows_a_header_and_is_no_document_is_one_loss(void **state)
{
    (void)state;
    check("HHHHHT\nx\ny\nPATN\nWKU  1",
          "skip 1 7 NP-FRM-005 4 bytes between documents that belong to none, up to byte 11\n"
          "ok 2 11 PATN [] PATN\nWKU  1\n");
}

static void lines_of_one_key_are_one_document(void **state)
{
    (void)state;
    check("00001 2001 a\n00001 2002 b\n00002 2001 c\n00001 2003 d",
          "ok 1 0 fees [] 00001 2001 a\n00001 2002 b\n"
          "ok 2 26 fees [] 00002 2001 c\n"
          "ok 3 39 fees [] 00001 2003 d\n");
    check("001 2001 a\r\n001 2002 b\r\n00001 2001 c\r\n",
          "ok 1 0 fees [] 001 2001 a\r\n001 2002 b\n"
          "ok 2 24 fees [] 00001 2001 c\n");
}

static void a_line_that_fits_nothing_goes_on_with_its_document(void **state)
{
    (void)state;
    check("00001 2001 a\n?\n00001 2002 b\n00002 20x1 c\n",
          "ok 1 0 fees [] 00001 2001 a\n?\n00001 2002 b\n00002 20x1 c\n");
}

static void the_first_line_decides(void **state)
{
    (void)state;
    check("some words\nPATN\n", "pass 1 0  text\n");
    check("<PATN>PATN\n</PATN>", "ok 1 0 PATN [] <PATN>PATN\n</PATN>\n");
    check("<a>\nPATN\n</a>", "ok 1 0 a [] <a>\nPATN\n</a>\n");
    check("", "pass 1 0  empty file\n");
}

static void a_document_longer_than_the_limit_is_skipped(void **state)
{
    struct np_limits limits = np_limits_default;

    (void)state;
    limits.document_bytes = 12;
    check_text((struct text){ .s = NP_S("PATN\n123456\nPATN\n12345678\nPATN\n1\n") }, &limits,
               "ok 1 0 PATN [] PATN\n123456\n"
               "skip 2 12 NP-FRM-003 document of 14 bytes, longer than the limit of 12\n"
               "ok 3 26 PATN [] PATN\n1\n");
}

static void a_document_far_longer_than_the_limit_is_not_kept(void **state)
{
    struct np_limits limits = np_limits_default;
    struct np_buf text = { 0 }, out = { 0 };

    (void)state;
    limits.document_bytes = 100;
    np_buf_puts(&text, "PATN\n");
    for (int i = 0; i < 3000; i++)
        np_buf_puts(&text, i % 7 ? "      and so on" : "\n");
    np_buf_puts(&text, "\nPATN\nWKU  2\n");
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        frame_all((struct text){ .s = np_buf_slice(&text) }, pieces[i], &limits, &out);
        assert_true(np_slice_starts(np_buf_slice(&out), "skip 1 0 NP-FRM-003 "));
        assert_non_null(strstr(np_buf_cstr(&out), "PATN [] PATN\nWKU  2\n"));
    }
    np_buf_release(&text);
    np_buf_release(&out);
}

static void a_member_that_was_cut_loses_its_last_document(void **state)
{
    (void)state;
    check_text((struct text){ .s = NP_S("PATN\n1\nPATN\n2"), .fails = true }, NULL,
               "ok 1 0 PATN [] PATN\n1\nfail 2 7 NP-GZ-002 cut\n");
    check_text((struct text){ .s = NP_S("HHHHHT\n"), .fails = true }, NULL,
               "fail 1 0 NP-GZ-002 cut\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_that_fits_begins_a_document),
        cmocka_unit_test(a_header_and_blank_lines_belong_to_no_document),
        cmocka_unit_test(what_follows_a_header_and_is_no_document_is_one_loss),
        cmocka_unit_test(lines_of_one_key_are_one_document),
        cmocka_unit_test(a_line_that_fits_nothing_goes_on_with_its_document),
        cmocka_unit_test(the_first_line_decides),
        cmocka_unit_test(a_document_longer_than_the_limit_is_skipped),
        cmocka_unit_test(a_document_far_longer_than_the_limit_is_not_kept),
        cmocka_unit_test(a_member_that_was_cut_loses_its_last_document),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
