/* docdb_read.h -- a file through source, framer and parser, for the tests of two dialects. */
#ifndef DOCDB_READ_H
#define DOCDB_READ_H

#include "unit.h"

#include <nanopat/parse.h>

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { READ_MOST = 128 };

struct outcome {
    enum np_status status;
    struct np_record *record; /* NULL unless status is NP_OK */
    struct np_slice line;     /* its JSON */
    struct np_err err;
};

struct reading {
    struct np_arena *arena; /* owns everything */
    struct outcome v[READ_MOST];
    size_t n, records;
};

static inline void read_one(struct reading *reading, struct np_parser *parser,
                            const struct np_document *document, const char *path)
{
    struct outcome *o = &reading->v[reading->n++];
    struct np_document copy = *document;
    struct np_buf b = { 0 };

    copy.bytes = np_arena_copy(reading->arena, document->bytes);
    copy.envelope = np_arena_copy(reading->arena, document->envelope);
    o->status = np_parser_read(parser, &copy, np_slice_of(path), NP_EMPTY, reading->arena,
                               &o->record, &o->err);
    if (o->status != NP_OK)
        return;
    reading->records++;
    np_record_json(&b, o->record);
    o->line = np_arena_copy(reading->arena, np_buf_slice(&b));
    np_buf_release(&b);
}

static inline void read_members(struct reading *reading, struct np_source *source,
                                const char *path)
{
    struct np_parser *parser = np_parser_new();
    struct np_member member;
    struct np_document document = { 0 };
    struct np_err err = { 0 };

    while (np_source_member(source, &member, NULL) == NP_OK) {
        struct np_framer *framer = np_framer_new(source, np_dialect_framings(),
                                                 &np_limits_default);
        enum np_status status;

        while ((status = np_framer_next(framer, &document, &err)) != NP_END &&
               reading->n < READ_MOST) {
            if (status == NP_OK) {
                read_one(reading, parser, &document, path);
                continue;
            }
            reading->v[reading->n++] = (struct outcome){ .status = status, .err = err };
            if (status == NP_FAIL)
                break;
        }
        np_framer_free(framer);
    }
    np_parser_free(parser);
}

/* Skips the test where the file is absent. */
static inline struct reading *read_file(const char *path)
{
    struct np_arena *arena = np_arena_new();
    struct reading *reading = np_arena_zalloc(arena, sizeof *reading);
    int fd = open(path, O_RDONLY | O_CLOEXEC);

    reading->arena = arena;
    if (fd < 0) {
        np_arena_free(arena);
        print_message("absent: %s\n", path);
        skip();
    }
    struct np_source *source = np_source_new(fd, path, &np_limits_default);
    read_members(reading, source, path);
    np_source_free(source);
    return reading;
}

static inline void forget(struct reading *reading)
{
    np_arena_free(reading->arena);
}

static inline const struct np_record *record_at(const struct reading *reading, size_t at)
{
    assert_true(at < reading->n);
    if (!reading->v[at].record)
        fail_msg("document %zu: %s", at + 1, reading->v[at].err.what);
    return reading->v[at].record;
}

/* The JSON of the record must hold this. */
static inline void assert_says(const struct reading *reading, size_t at, const char *part)
{
    record_at(reading, at);
    if (np_slice_find(reading->v[at].line, np_slice_of(part)) == (size_t)-1)
        fail_msg("not in the record: %s\n%.*s", part, NP_ARG(reading->v[at].line));
}

static inline void assert_lost(const struct reading *reading, size_t at, enum np_status status,
                               const char *what)
{
    assert_true(at < reading->n);
    assert_int_equal(reading->v[at].status, status);
    if (!strstr(reading->v[at].err.what, what))
        fail_msg("'%s' does not say '%s'", reading->v[at].err.what, what);
}

#endif
