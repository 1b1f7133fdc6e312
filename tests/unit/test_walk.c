/* The walk: paths, flattened text, entities, and every guard against hostile documents. */
#include "../../parsers/sax.h"

#include <nanopat/text.h>
#include <stdlib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

enum { OFFSET = 1000 };

struct seen {
    struct np_buf log; /* "name|attribute x|text;" for each handler that ran */
    struct np_err err;
    enum np_status status;
    int unknown_entities;
};

static void note(struct np_walk *walk, struct np_slice text)
{
    struct seen *seen = np_walk_state(walk);

    np_buf_printf(&seen->log, "%.*s|%.*s|%.*s;", NP_ARG(np_walk_element(walk)),
                  NP_ARG(np_walk_attribute(walk, "x")), NP_ARG(text));
}

static void note_raw(struct np_walk *walk, struct np_slice text)
{
    struct seen *seen = np_walk_state(walk);

    (void)text;
    np_buf_printf(&seen->log, "[%.*s]", NP_ARG(np_walk_raw(walk)));
}

static void note_root(struct np_walk *walk)
{
    struct seen *seen = np_walk_state(walk);

    np_buf_printf(&seen->log, "root %.*s envelope %.*s;",
                  NP_ARG(np_walk_root_attribute(walk, "x")),
                  NP_ARG(np_walk_envelope_attribute(walk, "x")));
}

static void pass(struct np_walk *walk)
{
    np_walk_give_up(walk, NP_PASS, "index file");
}

static const struct np_path paths[] = {
    { "a", NULL, note },
    { "*/c", NULL, note },
    { "q|r//d", NULL, note },
    { "outer", NULL, note },
    { "outer/inner", NULL, note },
    { "box/", NULL, note },
    { "box/part", NULL, note },
    { "raw", NULL, note_raw },
    { "where", note_root, NULL },
    { "pass", pass, NULL },
    { 0 }
};

static struct np_walk *walk;

static int make_walk(void **state)
{
    (void)state;
    walk = np_walk_new();
    return 0;
}

static int free_walk(void **state)
{
    (void)state;
    np_walk_free(walk);
    return 0;
}

static void run_slice(struct seen *seen, struct np_slice bytes, struct np_slice envelope)
{
    struct np_arena *arena = np_arena_new();
    struct np_record *record = np_record_new(arena);
    struct np_document document = { .bytes = bytes, .envelope = envelope, .root = NP_S("root"),
                                    .offset = OFFSET };

    memset(seen, 0, sizeof *seen);
    np_walk_begin(walk, &document, record, arena);
    seen->status = np_walk_run(walk, paths, seen, &seen->err);
    seen->unknown_entities = record->unknown_entities;
    np_arena_free(arena);
}

/* A document of its own, and a record of an envelope: read in two ways (walk.c), seen alike. */
static const char *const envelopes[] = { "", "<all xmlns:p='u'>" };
enum { WAYS = sizeof envelopes / sizeof *envelopes };

static void expect_log(const char *text, const char *wanted)
{
    for (int way = 0; way < WAYS; way++) {
        struct seen seen;

        run_slice(&seen, np_slice_of(text), np_slice_of(envelopes[way]));
        assert_string_equal(seen.err.what, "");
        assert_int_equal(seen.status, NP_OK);
        assert_string_equal(np_buf_cstr(&seen.log), wanted);
        np_buf_release(&seen.log);
    }
}

/* byte: in the document. */
static void expect_refused(const char *text, const char *code, int byte, const char *what)
{
    for (int way = 0; way < WAYS; way++) {
        struct seen seen;

        run_slice(&seen, np_slice_of(text), np_slice_of(envelopes[way]));
        assert_int_equal(seen.status, NP_SKIP);
        assert_string_equal(seen.err.code, code);
        assert_string_equal(seen.err.what, what);
        if (byte >= 0)
            assert_int_equal(seen.err.byte, OFFSET + byte);
        np_buf_release(&seen.log);
    }
}

/* ---- paths ---- */

static void paths_match_by_local_name(void **state)
{
    (void)state;
    expect_log("<p:root><p:a o:x='1'>t</p:a><b><c x='2'>u</c></b><a><c>v</c></a></p:root>",
               "a|1|t;c|2|u;c||v;a||v;");
    expect_log("<root><q><z><d>1</d></z><d>2</d></q><r><d>3</d></r><s><d>4</d></s></root>",
               "d||1;d||2;d||3;");
    expect_log("<root><b><a>not at this level</a></b></root>", "");
}

static void outer_elements_get_the_text_of_inner_ones(void **state)
{
    (void)state;
    expect_log("<root><outer>1 <inner>2</inner> <b>3</b></outer></root>",
               "inner||2;outer||1 2 3;");
}

static void containers_close_without_text(void **state)
{
    (void)state;
    expect_log("<root><box x='9'>1<part>2</part></box></root>", "part||2;box|9|;");
}

static void raw_text_keeps_its_columns(void **state)
{
    (void)state;
    expect_log("<root><raw>  2 52</raw></root>", "[  2 52]");
}

static void page_breaks_part_no_word_and_stand_in_raw_text(void **state)
{
    (void)state;
    expect_log("<root><a>zwi<!-- EPO <DP n=\"2\"/>-->schen &amp;amp; 3</a></root>",
               "a||zwischen & 3;");
    expect_log("<root><raw>a. <!-- EPO <DP n=\"2\"/>-->2. b<!-- a remark --></raw></root>",
               "[a. \f2. b]");
}

static void root_and_envelope_attributes_are_there(void **state)
{
    struct seen seen;

    (void)state;
    run_slice(&seen, NP_S("<e:root x='r'><where/></e:root>"),
              NP_S("<?xml version='1.0'?><e:all xmlns:e='u' e:y = \"n\" x='a&amp;b'>"));
    assert_int_equal(seen.status, NP_OK);
    assert_string_equal(np_buf_cstr(&seen.log), "root r envelope a&b;");
    np_buf_release(&seen.log);
}

static void a_handler_may_give_the_document_up(void **state)
{
    struct seen seen;

    (void)state;
    run_slice(&seen, NP_S("<root><pass/><a>never</a></root>"), NP_EMPTY);
    assert_int_equal(seen.status, NP_PASS);
    assert_string_equal(seen.err.what, "index file");
    assert_string_equal(np_buf_cstr(&seen.log), "");
    np_buf_release(&seen.log);
}

/* ---- text ---- */

static void inline_markup_leaves_no_trace_and_blocks_a_space(void **state)
{
    (void)state;
    expect_log("<root><a>H<sub>2</sub>O<br/>x<p>y</p>z\n\t <img>no</img>w</a></root>",
               "a||H2O x y z w;");
    expect_log("<root><a>中<br/>文</a></root>", "a||中文;");
    expect_log("<root><a>x<!-- c --><?pi d?>y<![CDATA[<z>]]></a></root>", "a||xy<z>;");
}

static void formulas_are_kept_as_markup_and_dropped_as_source(void **state)
{
    (void)state;
    expect_log("<root><a>x <math><mi>a</mi><mo>=</mo><mn>2</mn></math></a></root>", "a||x a=2;");
    expect_log("<root><a>x<MathDetails><MathText><![CDATA[<mi>&OverBar;</mi>]]></MathText>"
               "</MathDetails>y</a></root>",
               "a||xy;");
}

static void struck_text_and_a_final_image_are_dropped(void **state)
{
    (void)state;
    expect_log("<root><a>x<?delete-start id='1'?>gone<?delete-end id='1'?>y</a></root>", "a||xy;");
    expect_log("<root><a>x &lt;IMAGE></a><a>&lt;IMAGE> y</a></root>", "a||x;a||<IMAGE> y;");
}

static void double_escaping_is_undone(void **state)
{
    (void)state;
    expect_log("<root><a>1 &amp;lt; 2 &#x26;alpha; R&amp;D</a></root>", "a||1 < 2 α R&D;");
}

static void gb18030_is_read(void **state)
{
    (void)state;
    expect_log("<?xml version='1.0' encoding='GB18030'?><root><a>\xD6\xD0\xCE\xC4</a></root>",
               "a||中文;");
}

static void a_record_takes_the_encoding_of_its_envelope(void **state)
{
    struct seen seen;

    (void)state;
    run_slice(&seen, NP_S("<root><a>\xD6\xD0</a></root>"),
              NP_S("<?xml version=\"1.0\" encoding=\"GB18030\"?><all>"));
    assert_string_equal(np_buf_cstr(&seen.log), "a||中;");
    np_buf_release(&seen.log);
}

/* ---- entities ---- */

static void entities_need_no_doctype(void **state)
{
    (void)state;
    expect_log("<root><a x='&ccaron;&amp;&lt;1'>&ccaron;&agr;&NotEqualTilde;</a></root>",
               "a|č&<1|čα≂̸;");
}

static void unknown_entities_stay_and_are_counted(void **state)
{
    struct seen seen;

    (void)state;
    run_slice(&seen, NP_S("<root><a x='&foo;'>&foo; &bar;</a></root>"), NP_EMPTY);
    assert_int_equal(seen.status, NP_OK);
    assert_string_equal(np_buf_cstr(&seen.log), "a|&foo;|&foo; &bar;;");
    assert_int_equal(seen.unknown_entities, 3);
    np_buf_release(&seen.log);
}

static void note_here(struct np_walk *w, struct np_slice text)
{
    np_walk_note(w, "NP-NOT-001", "digit of '%.*s'\x1b", NP_ARG(text));
}

static const struct np_path noting_paths[] = { { "n", NULL, note_here }, { 0 } };

static void notes_have_code_words_and_byte(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_record *record = np_record_new(arena);
    struct np_document document = { .bytes = NP_S("<root><n>12</n></root>"), .root = NP_S("root"),
                                    .offset = OFFSET };
    struct np_err err;

    (void)state;
    np_walk_begin(walk, &document, record, arena);
    assert_int_equal(np_walk_run(walk, noting_paths, NULL, &err), NP_OK);
    np_walk_note(walk, "NP-NOT-004", "behind the last tag");
    assert_int_equal(record->notes.n, 2);
    assert_true(np_slice_is(record->notes.v[0].code, "NP-NOT-001"));
    assert_true(np_slice_is(record->notes.v[0].what, "digit of '12'?"));
    assert_in_range(record->notes.v[0].byte, OFFSET + 11, OFFSET + 15);
    assert_int_equal(record->notes.v[1].byte, OFFSET);
    np_arena_free(arena);
}

static void notes_on_one_document_have_an_end(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_record *record = np_record_new(arena);
    struct np_document document = { .bytes = NP_S("<root/>"), .root = NP_S("root") };

    (void)state;
    np_walk_begin(walk, &document, record, arena);
    for (int i = 0; i < 1000; i++)
        np_walk_note(walk, "NP-NOT-001", "number %d", i);
    assert_int_equal(record->notes.n, NP_NOTES_MOST + 1);
    assert_true(np_slice_is(record->notes.v[NP_NOTES_MOST].code, "NP-NOT-006"));
    np_arena_free(arena);
}

static void unknown_entities_become_one_note_with_the_first_names(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_record *record = np_record_new(arena);
    struct np_document document = {
        .bytes = NP_S("<root><a>&za;&zb;&za;&zc;&zd;&ze;&zf;&zg;</a></root>"),
        .root = NP_S("root") };

    (void)state;
    np_walk_begin(walk, &document, record, arena);
    struct seen seen = { 0 };
    assert_int_equal(np_walk_run(walk, paths, &seen, &seen.err), NP_OK);
    np_notes_finish(walk);
    assert_int_equal(record->notes.n, 1);
    assert_true(np_slice_is(record->notes.v[0].what,
                            "8 unknown entities left as they are: &za; &zb; &zc; &zd; &ze; ..."));
    np_buf_release(&seen.log);
    np_arena_free(arena);
}

static void declared_entities_come_once_and_before_the_table(void **state)
{
    (void)state;
    expect_log("<!DOCTYPE root [<!ENTITY e 'v'><!ENTITY e 'w'><!ENTITY alpha 'A'>]>"
               "<root><a x='&e;'>&e;&alpha;</a></root>",
               "a|v|vA;");
    expect_log("<!DOCTYPE root [<!ENTITY less '&#38;#60;'>]><root><a>1 &less; 2</a></root>",
               "a||1 < 2;");
}

static void external_entities_and_dtds_are_never_loaded(void **state)
{
    (void)state;
    expect_log("<!DOCTYPE root SYSTEM '/etc/passwd' [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
               "<root><a>&e;</a></root>",
               "a||&e;;");
    expect_log("<!DOCTYPE root [<!ENTITY i SYSTEM 'i.tif' NDATA TIF>]><root><a>1</a></root>",
               "a||1;");
}

static void bombs_are_refused(void **state)
{
    (void)state;
    expect_refused("<!DOCTYPE r [<!ENTITY % p 'x'>]><r/>", "NP-XML-006", 29,
                   "parameter entity '%p;' declared: refused");
    expect_refused("<!DOCTYPE r [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]><r>&b;</r>", "NP-XML-007",
                   -1, "entity '&b;' is made of entities: refused");
}

static void append_times(struct np_buf *b, const char *text, int times)
{
    for (int i = 0; i < times; i++)
        np_buf_puts(b, text);
}

static void long_and_many_declarations_are_refused(void **state)
{
    struct np_buf b = { 0 };

    (void)state;
    np_buf_puts(&b, "<!DOCTYPE r [<!ENTITY a '");
    append_times(&b, "x", 1025);
    np_buf_puts(&b, "'>]><r/>");
    expect_refused(np_buf_cstr(&b), "NP-XML-008", -1,
                   "entity '&a;' is longer than 1024 bytes: refused");
    np_buf_reset(&b);
    np_buf_puts(&b, "<!DOCTYPE r [");
    for (int i = 0; i < 1001; i++)
        np_buf_printf(&b, "<!ENTITY e%d 'x'>", i);
    np_buf_puts(&b, "]><r/>");
    expect_refused(np_buf_cstr(&b), "NP-XML-008", -1,
                   "more than 1000 entities declared: refused");
    np_buf_release(&b);
}

static void expansion_has_a_budget(void **state)
{
    struct np_buf b = { 0 };
    struct seen seen;

    (void)state;
    np_buf_puts(&b, "<!DOCTYPE r [<!ENTITY a '");
    append_times(&b, "x", 1000);
    np_buf_puts(&b, "'>]><r>");
    append_times(&b, "&a;", 2000);
    np_buf_puts(&b, "</r>");
    run_slice(&seen, np_buf_slice(&b), NP_EMPTY);
    assert_int_equal(seen.status, NP_SKIP);
    assert_string_equal(seen.err.code, "NP-XML-009");
    np_buf_reset(&b);
    np_buf_puts(&b, "<r>");
    append_times(&b, "&plus;", 200000);
    np_buf_puts(&b, "</r>");
    run_slice(&seen, np_buf_slice(&b), NP_EMPTY);
    assert_int_equal(seen.status, NP_OK);
    np_buf_release(&b);
}

/* ---- other guards ---- */

static void nested(struct np_buf *b, int depth)
{
    np_buf_reset(b);
    append_times(b, "<b>", depth);
    append_times(b, "</b>", depth);
}

static void depth_256_is_read_and_257_refused(void **state)
{
    struct np_buf b = { 0 };

    (void)state;
    nested(&b, 256);
    expect_log(np_buf_cstr(&b), "");
    nested(&b, 257);
    expect_refused(np_buf_cstr(&b), "NP-XML-010", -1, "elements nested deeper than 256: refused");
    nested(&b, 100000);
    expect_refused(np_buf_cstr(&b), "NP-XML-010", -1, "elements nested deeper than 256: refused");
    np_buf_release(&b);
}

static void name_floods_end_by_the_clock(void **state)
{
    struct np_buf b = { 0 };
    struct seen seen;

    (void)state;
    np_buf_puts(&b, "<r>");
    for (int i = 0; i < 600000; i++)
        np_buf_printf(&b, "<n%d/>", i);
    np_buf_puts(&b, "</r>");
    run_slice(&seen, np_buf_slice(&b), NP_EMPTY);
    if (seen.status != NP_OK) /* a fast machine may get through in time */
        assert_string_equal(seen.err.code, "NP-XML-011");
    np_buf_release(&b);
    expect_log("<root><a>next</a></root>", "a||next;");
}

static void errors_say_what_and_where(void **state)
{
    (void)state;
    expect_refused("<root><a>1</root>", "NP-XML-001", 17, "tag <a> is not closed: </root> follows");
    expect_refused("<p:root><p:a>1</p:root>", "NP-XML-001", 23,
                   "tag <a> is not closed: </root> follows");
    expect_refused("<root><a>1</p:root>", "NP-XML-001", 19,
                   "tag <a> is not closed: </p:root> follows");
    expect_refused("<root><a>1", "NP-XML-002", 10, "document ends inside <a>");
    expect_refused("<p:root><p:a>1", "NP-XML-002", 14, "document ends inside <a>");
    expect_refused("<root>\x01</root>", "NP-XML-003", 6, "a character that XML does not allow");
    expect_refused("<root>ab\xFF</root>", "NP-XML-004", 8, "bytes that are not valid UTF-8");
    expect_refused("<root>\xE0\x82\x80</root>", "NP-XML-004", 6, "bytes that are not valid UTF-8");
    expect_refused("<root>&nosemicolon </root>", "NP-XML-005", -1,
                   "an entity reference without ';'");
    expect_refused("<root/><more/>", "NP-XML-014", 7,
                   "something stands behind the root's end tag");
    expect_refused("<root p:a='1' p:a='2'/>", "NP-XML-013", -1,
                   "an attribute without value, or twice in one tag");
    expect_refused("<root a='1' a='2'/>", "NP-XML-013", -1,
                   "an attribute without value, or twice in one tag");
    expect_refused("<?xml version='1.0' encoding='none'?><root/>", "NP-XML-004", -1,
                   "unknown character encoding");
    expect_refused("<root a='<'/>", "NP-XML-013", 9,
                   "an attribute value that is not closed or holds '<'");
    expect_refused("<root a='1'b='2'/>", "NP-XML-013", -1,
                   "a tag or declaration with something in it that is no attribute");
    expect_refused("", "NP-XML-001", 0, "no root element");
}

/* iconv stops, and libxml2 tells nobody in particular: it printed, where printing is forbidden. */
static void bytes_that_the_declared_encoding_has_not_are_told(void **state)
{
    struct np_buf b = { 0 };

    (void)state;
    np_buf_puts(&b, "<?xml version='1.0' encoding='EUC-JP'?><root>");
    for (int i = 0; i < 2000; i++)
        np_buf_puts(&b, "<a>plain</a>");
    np_buf_puts(&b, "<a>\xFF\xFE\xFF</a></root>");
    np_buf_putc(&b, '\0');
    expect_refused(b.p, "NP-XML-004", -1, "bytes that are not text in the declared encoding");
    np_buf_release(&b);
}

static void bytes_are_those_of_the_file_in_other_encodings(void **state)
{
    (void)state;
    expect_refused("<?xml version='1.0' encoding='GB18030'?><root><a>\xD6\xD0\xCE\xC4</b></root>",
                   "NP-XML-001", 57, "tag <a> is not closed: </b> follows");
}

static void messages_are_text(void **state)
{
    struct seen seen;
    struct np_buf b = { 0 };

    (void)state;
    np_buf_puts(&b, "<root><");
    append_times(&b, "文", 50);
    np_buf_puts(&b, "></root>");
    run_slice(&seen, np_buf_slice(&b), NP_EMPTY);
    assert_int_equal(seen.status, NP_SKIP);
    assert_int_equal(np_utf8_check(np_slice_of(seen.err.what)), strlen(seen.err.what));
    np_buf_release(&b);
}

static void nul_bytes_are_refused(void **state)
{
    struct seen seen;

    (void)state;
    run_slice(&seen, NP_S("<root><a>1\0002</a></root>"), NP_EMPTY);
    assert_int_equal(seen.status, NP_SKIP);
    np_buf_release(&seen.log);
}

static void a_document_cut_anywhere_is_never_whole(void **state)
{
    static const char text[] = "<?xml version='1.0'?><!DOCTYPE root [<!ENTITY e 'v'>]>"
                               "<root x='1'><a y=\"2\">t&e;&alpha;<![CDATA[c]]><!--d--></a></root>";

    (void)state;
    for (size_t n = 0; n < sizeof text - 1; n++) {
        struct seen seen;

        run_slice(&seen, np_slice_make(text, n), NP_EMPTY);
        assert_int_equal(seen.status, NP_SKIP);
        assert_true(seen.err.byte <= OFFSET + (int64_t)n);
        np_buf_release(&seen.log);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paths_match_by_local_name),
        cmocka_unit_test(outer_elements_get_the_text_of_inner_ones),
        cmocka_unit_test(containers_close_without_text),
        cmocka_unit_test(raw_text_keeps_its_columns),
        cmocka_unit_test(page_breaks_part_no_word_and_stand_in_raw_text),
        cmocka_unit_test(root_and_envelope_attributes_are_there),
        cmocka_unit_test(a_handler_may_give_the_document_up),
        cmocka_unit_test(inline_markup_leaves_no_trace_and_blocks_a_space),
        cmocka_unit_test(formulas_are_kept_as_markup_and_dropped_as_source),
        cmocka_unit_test(struck_text_and_a_final_image_are_dropped),
        cmocka_unit_test(double_escaping_is_undone),
        cmocka_unit_test(gb18030_is_read),
        cmocka_unit_test(a_record_takes_the_encoding_of_its_envelope),
        cmocka_unit_test(entities_need_no_doctype),
        cmocka_unit_test(unknown_entities_stay_and_are_counted),
        cmocka_unit_test(notes_have_code_words_and_byte),
        cmocka_unit_test(notes_on_one_document_have_an_end),
        cmocka_unit_test(unknown_entities_become_one_note_with_the_first_names),
        cmocka_unit_test(declared_entities_come_once_and_before_the_table),
        cmocka_unit_test(external_entities_and_dtds_are_never_loaded),
        cmocka_unit_test(bombs_are_refused),
        cmocka_unit_test(long_and_many_declarations_are_refused),
        cmocka_unit_test(expansion_has_a_budget),
        cmocka_unit_test(depth_256_is_read_and_257_refused),
        cmocka_unit_test(name_floods_end_by_the_clock),
        cmocka_unit_test(errors_say_what_and_where),
        cmocka_unit_test(bytes_that_the_declared_encoding_has_not_are_told),
        cmocka_unit_test(bytes_are_those_of_the_file_in_other_encodings),
        cmocka_unit_test(messages_are_text),
        cmocka_unit_test(nul_bytes_are_refused),
        cmocka_unit_test(a_document_cut_anywhere_is_never_whole),
    };

    return cmocka_run_group_tests(tests, make_walk, free_walk);
}
