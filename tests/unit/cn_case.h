/* cn_case.h -- what the tests of the CNIPA dialects share: a file in, its record or error out. */
#ifndef TESTS_CN_CASE_H
#define TESTS_CN_CASE_H

#include <nanopat/parse.h>
#include <nanopat/text.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#define BUSINESS "tests/samples/cn-business/"
#define FULL_TEXT "tests/samples/cn-patent-document/"
#define REAL "../shared/real/cnipa/"

struct cn_case {
    struct np_parser *parser;
    struct np_arena *arena;
    struct np_buf bytes;
    struct np_record *record;
    struct np_err err;
};

static struct cn_case the;

static inline int set_up(void **state)
{
    (void)state;
    the.parser = np_parser_new();
    the.arena = np_arena_new();
    return 0;
}

static inline int tear_down(void **state)
{
    (void)state;
    np_parser_free(the.parser);
    np_arena_free(the.arena);
    np_buf_release(&the.bytes);
    return 0;
}

static inline bool load(const char *path)
{
    FILE *f = fopen(path, "rb");
    size_t n;

    np_buf_reset(&the.bytes);
    if (!f)
        return false;
    while ((n = fread(np_buf_room(&the.bytes, 65536), 1, 65536, f)) > 0)
        the.bytes.n += n;
    fclose(f);
    return true;
}

/* Local name of the first element. */
static inline struct np_slice root_of(struct np_slice s)
{
    size_t at = 0, n = 0;

    while (at + 1 < s.n && !(s.p[at] == '<' && s.p[at + 1] != '?' && s.p[at + 1] != '!'))
        at++;
    for (at++; at + n < s.n && !memchr(" >\r\n", s.p[at + n], 4); n++)
        if (s.p[at + n] == ':') {
            at += n + 1;
            n = 0;
        }
    return np_slice_sub(s, at, n);
}

/* As a framer gives it: from the XML declaration, behind a byte order mark. */
static inline enum np_status read_bytes(struct np_slice all)
{
    size_t from = np_slice_starts(all, "\xEF\xBB\xBF") ? 3 : 0;
    struct np_document document = { .bytes = np_slice_sub(all, from, all.n),
                                    .envelope = NP_EMPTY,
                                    .ordinal = 1,
                                    .offset = (int64_t)from };

    document.root = root_of(document.bytes);
    np_arena_reset(the.arena);
    return np_parser_read(the.parser, &document, NP_S("test"), NP_EMPTY, the.arena, &the.record,
                          &the.err);
}

static inline enum np_status read_file(const char *path)
{
    if (!load(path))
        return NP_FAIL;
    return read_bytes(np_buf_slice(&the.bytes));
}

static inline void assert_slice(struct np_slice s, const char *expected)
{
    assert_string_equal(np_arena_copy(the.arena, s).p, expected);
}

/* The record's line holds the piece, which is the shortest way to say "exactly this". */
static inline void assert_says(const char *piece)
{
    struct np_buf b = { 0 };
    bool found;

    np_record_json(&b, the.record);
    found = np_slice_find(np_buf_slice(&b), np_slice_of(piece)) != (size_t)-1;
    if (!found)
        print_error("not in the record: %s\n%.*s\n", piece, (int)b.n, b.p);
    np_buf_release(&b);
    assert_true(found);
}

static inline void assert_depends(size_t claim, size_t n, const int *on)
{
    const struct np_claim *c = &the.record->claims.v[0].claims.v[claim - 1];

    assert_int_equal(c->depends.n, n);
    for (size_t i = 0; i < n; i++)
        assert_int_equal(c->depends.v[i], on[i]);
}

#endif
