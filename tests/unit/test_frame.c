/* test_frame.c -- documents out of text, whatever the size of the pieces it comes in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "../../engine/input/frame.h"

#include <fcntl.h>
#include <nanopat/arena.h>
#include <nanopat/buf.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static const struct np_framing framings[] = {
    { "exchange-documents", { "exchange-document" } },
    { "world-patent-data", { "exchange-document", "fulltext-document" } },
    { "us-patent-grant", { NULL } },
    { "PATDOC", { NULL } },
    { NULL, { NULL } },
};

struct text {
    struct np_slice s;
    size_t at;
};

static enum np_status read_text(void *from, char *p, size_t n, size_t *got, struct np_err *err)
{
    struct text *text = from;

    (void)err;
    *got = n < text->s.n - text->at ? n : text->s.n - text->at;
    memcpy(p, text->s.p + text->at, *got);
    text->at += *got;
    return *got ? NP_OK : NP_END;
}

static const char *status_word(enum np_status status)
{
    return status == NP_OK ? "ok" : status == NP_PASS ? "pass" : status == NP_SKIP ? "skip" : "fail";
}

/* One line per answer: status, offset, root, envelope, bytes; or code and words. */
static void frame_all(struct np_slice s, size_t piece, const struct np_limits *limits,
                      struct np_buf *out)
{
    struct text text = { s, 0 };
    struct np_framer *framer = framer_over(read_text, &text, piece, framings, limits);
    struct np_document d;
    struct np_err err = { 0 };
    enum np_status status;

    np_buf_reset(out);
    while ((status = np_framer_next(framer, &d, &err)) != NP_END) {
        np_buf_printf(out, "%s %lld %lld", status_word(status), (long long)d.ordinal,
                      (long long)d.offset);
        if (status == NP_OK)
            np_buf_printf(out, " %.*s [%.*s] %.*s\n", NP_ARG(d.root), NP_ARG(d.envelope),
                          NP_ARG(d.bytes));
        else
            np_buf_printf(out, " %s %lld %s\n", err.code, (long long)err.byte, err.what);
        if (status == NP_OK)
            assert_memory_equal(d.bytes.p, s.p + d.offset, d.bytes.n);
    }
    np_framer_free(framer);
}

static const size_t pieces[] = { 1, 2, 3, 7, 16, 61, 1000, 262144 };

static void check_with(const char *text, const struct np_limits *limits, const char *expected)
{
    struct np_buf out = { 0 };

    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        frame_all(np_slice_of(text), pieces[i], limits, &out);
        if (strcmp(np_buf_cstr(&out), expected) != 0)
            fail_msg("pieces of %zu\n--- got\n%s--- expected\n%s", pieces[i], np_buf_cstr(&out),
                     expected);
    }
    np_buf_release(&out);
}

static void check(const char *text, const char *expected)
{
    check_with(text, NULL, expected);
}

static void framer_gives_documents_one_after_the_other(void **state)
{
    (void)state;
    check("<?xml version=\"1.0\"?>\n<!DOCTYPE a SYSTEM \"a.dtd\" [ <!ENTITY x \"]>\"> ]>\n"
          "<a><b/></a>\n<?xml version=\"1.0\"?><sequence-cwu x='>'>t</sequence-cwu><a/>",
          "ok 1 0 a [] <?xml version=\"1.0\"?>\n<!DOCTYPE a SYSTEM \"a.dtd\" [ <!ENTITY x "
          "\"]>\"> ]>\n<a><b/></a>\n"
          "ok 2 83 sequence-cwu [] <?xml version=\"1.0\"?><sequence-cwu "
          "x='>'>t</sequence-cwu>\n"
          "ok 3 140 a [] <a/>\n");
}

/* The look for the end of a quote moves the window under the DOCTYPE's feet. */
static void framer_reads_a_long_internal_subset(void **state)
{
    struct np_buf text = { 0 }, out = { 0 };

    (void)state;
    np_buf_puts(&text, "<!DOCTYPE a [");
    for (int i = 0; i < 60; i++)
        np_buf_printf(&text, "<!ENTITY e%d \"%0*d\">", i, 900, 0);
    np_buf_puts(&text, "]><a>1</a>");
    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
        np_buf_reset(&out);
        frame_all(np_buf_slice(&text), pieces[i], &np_limits_default, &out);
        assert_true(np_slice_starts(np_buf_slice(&out), "ok 1 0 a "));
    }
    np_buf_release(&text);
    np_buf_release(&out);
}

static void framer_gives_last_document_without_newline(void **state)
{
    (void)state;
    check("<a>1</a>", "ok 1 0 a [] <a>1</a>\n");
    check("<a>1</a >", "ok 1 0 a [] <a>1</a >\n");
}

static void framer_gives_children_of_a_root_with_its_envelope(void **state)
{
    (void)state;
    check("<?xml version=\"1.0\"?>\n<!DOCTYPE x><exch:exchange-documents n=\"1\">"
          "<exch:exchange-document k=\"A\">1</exch:exchange-document>\n<other>2</other>"
          "<x><exch:exchange-document/></x><!-- <exch:exchange-document> -->"
          "</exch:exchange-documents>\n<a/>",
          "ok 1 65 exchange-document [<?xml version=\"1.0\"?><exch:exchange-documents n=\"1\">] "
          "<exch:exchange-document k=\"A\">1</exch:exchange-document>\n"
          "ok 2 141 exchange-document [<?xml version=\"1.0\"?><exch:exchange-documents n=\"1\">] "
          "<exch:exchange-document/>\n"
          "ok 3 230 a [] <a/>\n");
}

static void framer_gives_a_root_without_records_whole(void **state)
{
    (void)state;
    check("<o:world-patent-data><o:search total='0'/></o:world-patent-data>",
          "ok 1 0 world-patent-data [] "
          "<o:world-patent-data><o:search total='0'/></o:world-patent-data>\n");
    check("<exchange-document>x</exchange-document>",
          "ok 1 0 exchange-document [] <exchange-document>x</exchange-document>\n");
}

static void framer_counts_elements_of_the_same_name(void **state)
{
    (void)state;
    check("<a><a>1</a><ab></ab><a/></a><a>2</a>",
          "ok 1 0 a [] <a><a>1</a><ab></ab><a/></a>\nok 2 28 a [] <a>2</a>\n");
}

static void framer_ignores_end_tags_in_comments_and_cdata(void **state)
{
    (void)state;
    check("<a><!-- </a> <?xml ?> --><![CDATA[</a>\n<?xml version='1.0'?>]]></a>",
          "ok 1 0 a [] <a><!-- </a> <?xml ?> --><![CDATA[</a>\n<?xml version='1.0'?>]]></a>\n");
}

static void framer_gives_up_only_the_document_that_was_cut(void **state)
{
    (void)state;
    check("<?xml version='1.0'?><a><b>lost\n<?xml version='1.0'?><a>2</a>",
          "skip 1 0 NP-FRM-001 32 cut short: no end tag of 'a' before the next document\n"
          "ok 2 32 a [] <?xml version='1.0'?><a>2</a>\n");
    check("<PATDOC>lost<!DOCTYPE PATDOC SYSTEM 'x'><PATDOC>2</PATDOC>",
          "skip 1 0 NP-FRM-001 12 cut short: no end tag of 'PATDOC' before the next document\n"
          "ok 2 12 PATDOC [] <!DOCTYPE PATDOC SYSTEM 'x'><PATDOC>2</PATDOC>\n");
    check("<a>lost<!-- never closed\n<?xml version='1.0'?><a>2</a>",
          "skip 1 0 NP-FRM-001 25 cut short: no end tag of 'a' before the next document\n"
          "ok 2 25 a [] <?xml version='1.0'?><a>2</a>\n");
}

static void framer_gives_up_only_the_record_that_lost_its_end(void **state)
{
    (void)state;
    check("<exchange-documents><exchange-document>1<exchange-document>2</exchange-document>"
          "<exchange-document>3</exchange-document></exchange-documents>",
          "skip 1 20 NP-FRM-001 40 cut short: no end tag of 'exchange-document' before the "
          "end of the file's root\n"
          "ok 2 40 exchange-document [<exchange-documents>] "
          "<exchange-document>2</exchange-document>\n"
          "ok 3 80 exchange-document [<exchange-documents>] "
          "<exchange-document>3</exchange-document>\n");
}

static void framer_says_where_a_member_ends_inside_a_document(void **state)
{
    (void)state;
    check("<a>1</a><a>2",
          "ok 1 0 a [] <a>1</a>\n"
          "fail 2 8 NP-FRM-002 12 the member ends inside a document: no end tag of 'a'\n");
    check("<exchange-documents><exchange-document/>",
          "ok 1 20 exchange-document [<exchange-documents>] <exchange-document/>\n"
          "fail 2 0 NP-FRM-002 40 the member ends inside a document: no end tag of "
          "'exchange-documents'\n");
    check("<a/><?xml version='1.0'?>\n",
          "ok 1 0 a [] <a/>\n"
          "fail 2 4 NP-FRM-002 26 the member ends between a declaration and its document\n");
}

static void framer_gives_garbage_between_documents_as_one_loss(void **state)
{
    (void)state;
    check("<a/>xx</b><c>d</c>&\n<?xml version='1.0'?><a/>yy",
          "ok 1 0 a [] <a/>\n"
          "skip 2 4 NP-FRM-005 4 16 bytes between documents that belong to none, up to byte 20\n"
          "ok 3 20 a [] <?xml version='1.0'?><a/>\n"
          "skip 4 45 NP-FRM-005 45 2 bytes between documents that belong to none, up to byte 47\n");
}

static void framer_allows_marks_comments_and_instructions_between(void **state)
{
    (void)state;
    check("\xef\xbb\xbf<?xml version='1.0'?><?xml-stylesheet a?><!-- c --><a/>\n"
          "\xef\xbb\xbf<a/><!-- end -->\n",
          "ok 1 3 a [] <?xml version='1.0'?><?xml-stylesheet a?><!-- c --><a/>\n"
          "ok 2 62 a [] <a/>\n");
}

static void framer_passes_over_what_is_not_xml(void **state)
{
    (void)state;
    check("", "pass 1 0  0 empty file\n");
    check(" \n", "pass 1 0  0 empty file\n");
    check("a;b;c\n1;2;3\n", "pass 1 0  0 text\n");
    check("HHHHHT        APS1\nPATN\nWKU  03930271\n", "pass 1 0  0 APS green book text\n");
    check("\xff\xd8\xff\xe0 JFIF", "pass 1 0  0 JPEG image\n");
    check("<!DOCTYPE html>\n<html><br></html>", "pass 1 0  0 HTML page\n");
    check("<HTML><br>", "pass 1 0  0 HTML page\n");
    check("<!-- e --><!ENTITY x 'y'>", "pass 1 0  0 DTD text\n");
    check("\xff\xfe<", "skip 1 0 NP-FRM-006 0 UTF-16 is not supported yet\n");
}

static enum np_status read_and_break(void *from, char *p, size_t n, size_t *got,
                                     struct np_err *err)
{
    enum np_status status = read_text(from, p, n, got, err);

    return status == NP_END ? np_fail_at(err, NP_FAIL, "NP-GZ-002", -1, "cut short") : status;
}

static void framer_tells_a_broken_member_that_it_passes_over(void **state)
{
    struct text text = { NP_S("some;text\n"), 0 };
    struct np_framer *framer = framer_over(read_and_break, &text, 3, framings, NULL);
    struct np_document d;
    struct np_err err;

    (void)state;
    assert_int_equal(np_framer_next(framer, &d, &err), NP_PASS);
    assert_int_equal(np_framer_next(framer, &d, &err), NP_FAIL);
    assert_string_equal(err.code, "NP-GZ-002");
    assert_int_equal(err.byte, 10);
    assert_int_equal(np_framer_next(framer, &d, &err), NP_END);
    np_framer_free(framer);
}

static void framer_refuses_what_is_longer_than_a_limit(void **state)
{
    struct np_limits limits = np_limits_default;

    (void)state;
    limits.document_bytes = 200;
    limits.start_tag_bytes = 40;
    check_with("<a>..........................................................................."
               "..............................................................................."
               "..............................................................................."
               "...........................................................................</a>"
               "<b>1</b>",
               &limits,
               "skip 1 0 NP-FRM-003 0 document of 315 bytes, longer than the limit of 200\n"
               "ok 2 315 b [] <b>1</b>\n");
    check_with("<a><c x1='1' x2='1' x3='1' x4='1' x5='1' x6='1'/></a><b>1</b>", &limits,
               "skip 1 0 NP-FRM-004 3 start tag longer than the limit of 40 bytes\n"
               "ok 2 53 b [] <b>1</b>\n");
    check_with("<a x1='1' x2='1' x3='1' x4='1' x5='1' x6='1'></a><b>1</b>", &limits,
               "skip 1 0 NP-FRM-004 0 start tag longer than the limit of 40 bytes\n"
               "ok 2 49 b [] <b>1</b>\n");
}

static void framer_survives_a_document_far_longer_than_the_limit(void **state)
{
    struct np_limits limits = np_limits_default;
    struct np_buf text = { 0 }, out = { 0 };

    (void)state;
    limits.document_bytes = 1000;
    np_buf_puts(&text, "<exchange-documents><exchange-document>");
    for (int i = 0; i < 20000; i++)
        np_buf_puts(&text, "<p>some words of text</p>\n");
    np_buf_puts(&text, "</exchange-document><exchange-document/></exchange-documents>");
    for (size_t i = 2; i < sizeof pieces / sizeof *pieces; i++) {
        frame_all(np_buf_slice(&text), pieces[i], &limits, &out);
        assert_string_equal(np_buf_cstr(&out),
                            "skip 1 20 NP-FRM-003 20 document of 520039 bytes, longer than the "
                            "limit of 1000\n"
                            "ok 2 520059 exchange-document [<exchange-documents>] "
                            "<exchange-document/>\n");
    }
    np_buf_release(&text);
    np_buf_release(&out);
}

/* Cut anywhere: every document before the cut is given, the one cut is never a whole one. */
static void framer_never_takes_a_cut_file_for_a_whole_one(void **state)
{
    static const char text[] = "<?xml version='1.0'?><exchange-documents><exchange-document>1"
                               "</exchange-document><exchange-document>2</exchange-document>"
                               "</exchange-documents>";
    struct np_buf one = { 0 }, big = { 0 };

    (void)state;
    for (size_t n = 1; n < sizeof text - 1; n++) {
        frame_all(np_slice_make(text, n), 1, NULL, &one);
        frame_all(np_slice_make(text, n), 4096, NULL, &big);
        assert_string_equal(np_buf_cstr(&one), np_buf_cstr(&big));
        assert_true(strstr(np_buf_cstr(&one), "fail") || strstr(np_buf_cstr(&one), "skip") ||
                    strstr(np_buf_cstr(&one), "text"));
    }
    np_buf_release(&one);
    np_buf_release(&big);
}

/* Random texts of markup pieces: the answer does not depend on the size of the pieces. */
static void framer_does_not_depend_on_the_size_of_pieces(void **state)
{
    static const char *const parts[] = {
        "<a>", "</a>", "<a/>", "<?xml version='1.0'?>", "\n", "text", "<!--", "-->", "<![CDATA[",
        "]]>", "<!DOCTYPE a [", "]>", "<exchange-documents>", "</exchange-documents>",
        "<x:exchange-document>", "</x:exchange-document>", "<b c='", "'>", "<", ">", "</", "&amp;",
        "<?pi ", "?>", "\"", "<exchange-document>", "</exchange-document>", "\xef\xbb\xbf",
    };
    struct np_limits limits = np_limits_default;
    struct np_buf text = { 0 }, expected = { 0 }, out = { 0 };
    uint32_t seed = 7;

    (void)state;
    limits.start_tag_bytes = 60;
    limits.document_bytes = 150;
    for (int round = 0; round < 4000; round++) {
        np_buf_reset(&text);
        if (round % 2)
            np_buf_puts(&text, "<exchange-documents>");
        for (int i = 0; i < 40; i++) {
            seed = seed * 1664525u + 1013904223u;
            np_buf_puts(&text, parts[(seed >> 8) % (sizeof parts / sizeof *parts)]);
        }
        frame_all(np_buf_slice(&text), 100000, &limits, &expected);
        for (size_t i = 0; i < 5; i++) {
            frame_all(np_buf_slice(&text), pieces[i], &limits, &out);
            if (strcmp(np_buf_cstr(&out), np_buf_cstr(&expected)) != 0)
                fail_msg("round %d, pieces of %zu\n%s\n--- got\n%s--- expected\n%s", round,
                         pieces[i], np_buf_cstr(&text), np_buf_cstr(&out),
                         np_buf_cstr(&expected));
        }
    }
    np_buf_release(&text);
    np_buf_release(&expected);
    np_buf_release(&out);
}

/* ---- real files, where they are ---- */

static int count_documents(const char *path, const char *root)
{
    struct np_source *source;
    struct np_framer *framer;
    struct np_member member;
    struct np_document d;
    enum np_status status;
    int n = 0, fd = open(path, O_RDONLY);

    if (fd < 0)
        return -1;
    source = np_source_new(fd, path, NULL);
    assert_int_equal(np_source_member(source, &member, NULL), NP_OK);
    framer = np_framer_new(source, framings, NULL);
    while ((status = np_framer_next(framer, &d, NULL)) == NP_OK)
        n += !root || np_slice_is(d.root, root);
    assert_int_equal(status, NP_END);
    np_framer_free(framer);
    assert_int_equal(np_source_member(source, &member, NULL), NP_END);
    np_source_free(source);
    return n;
}

static void framer_counts_the_real_files(void **state)
{
    static const struct {
        const char *path;
        int documents, sequences;
    } files[] = {
        { "uspto-grant/weekly-excerpt/ipg050104.small.v4.0.xml.gz", 25, 0 },
        { "uspto-grant/weekly-excerpt/ipg070102.small.v4.2.xml.gz", 26, 1 },
        { "uspto-grant/weekly-excerpt/ipg090106.small.v4.2.xml.gz", 25, 0 },
        { "uspto-grant/weekly-excerpt/ipg110104.small.v4.2.xml.gz", 25, 0 },
        { "uspto-grant/weekly-excerpt/ipg120103.v4.2.xml.gz", 25, 0 },
        { "uspto-grant/weekly-excerpt/ipg130416.v4.3.xml.gz", 27, 2 },
        { "uspto-grant/patdoc-2.5/pg020507.100docs.xml.gz", 100, 0 },
        { "uspto-grant/patdoc-2.5/USD0452599S1.v2-5-S1.xml", 1, 0 },
        { "uspto-grant/sgml-2.4/pg011106.docs01-12.sgm.gz", 12, 0 },
        { "docdb/DE-backfile.xml", 10, 0 },
        { "docdb/AP-1206-A_302101161.xml", 1, 0 },
        { "ops/get_family_with_biblio.xml", 5, 0 },
        { "ops/search.xml", 1, 0 },
        { "ops/error_404.xml", 1, 0 },
        { "cnipa/CN2017106717144A_ipph-documents.XML", 1, 0 },
    };
    struct stat st;

    (void)state;
    if (stat("../shared/real", &st) != 0)
        skip();
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char path[300];

        snprintf(path, sizeof path, "../shared/real/%s", files[i].path);
        assert_int_equal(count_documents(path, NULL), files[i].documents);
        if (files[i].sequences)
            assert_int_equal(count_documents(path, "sequence-cwu"), files[i].sequences);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(framer_gives_documents_one_after_the_other),
        cmocka_unit_test(framer_reads_a_long_internal_subset),
        cmocka_unit_test(framer_gives_last_document_without_newline),
        cmocka_unit_test(framer_gives_children_of_a_root_with_its_envelope),
        cmocka_unit_test(framer_gives_a_root_without_records_whole),
        cmocka_unit_test(framer_counts_elements_of_the_same_name),
        cmocka_unit_test(framer_ignores_end_tags_in_comments_and_cdata),
        cmocka_unit_test(framer_gives_up_only_the_document_that_was_cut),
        cmocka_unit_test(framer_gives_up_only_the_record_that_lost_its_end),
        cmocka_unit_test(framer_says_where_a_member_ends_inside_a_document),
        cmocka_unit_test(framer_gives_garbage_between_documents_as_one_loss),
        cmocka_unit_test(framer_allows_marks_comments_and_instructions_between),
        cmocka_unit_test(framer_passes_over_what_is_not_xml),
        cmocka_unit_test(framer_tells_a_broken_member_that_it_passes_over),
        cmocka_unit_test(framer_refuses_what_is_longer_than_a_limit),
        cmocka_unit_test(framer_survives_a_document_far_longer_than_the_limit),
        cmocka_unit_test(framer_never_takes_a_cut_file_for_a_whole_one),
        cmocka_unit_test(framer_does_not_depend_on_the_size_of_pieces),
        cmocka_unit_test(framer_counts_the_real_files),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
