/* source.c -- containers in containers: a stack of levels over one descriptor.
 *
 *     level 0   the descriptor: one entry without a name
 *     level 1   zip            -> "Root/DOC/a.zip"
 *     level 2   zip            -> "Root/DOC/a.zip!a.xml"   its first bytes are no container's:
 *                                                          this is a member
 */
#include "codes.h"
#include "stream.h"

#include <nanopat/arena.h>
#include <nanopat/text.h>
#include <stdio.h>
#include <stdlib.h>

const struct np_limits np_limits_default = {
    .document_bytes = (int64_t)256 << 20,
    .start_tag_bytes = 64 << 10,
    .member_bytes = (int64_t)64 << 30,
    .ratio = 250,
    .nesting = 3,
    .entries = 1000000,
};

/* ---- kinds ---- */

static bool fits_gzip(struct np_slice head)
{
    return np_slice_starts(head, "\x1f\x8b");
}

static bool fits_zip(struct np_slice head)
{
    return np_slice_starts(head, "PK\x03\x04") || np_slice_starts(head, "PK\x05\x06") ||
           np_slice_starts(head, "PK\x07\x08PK");
}

/* The header's checksum: the sum of its bytes with blanks in its own place, in octal. */
static bool fits_tar(struct np_slice head)
{
    unsigned sum = 0, said = 0;
    size_t i = 148;

    if (head.n < 512 || head.p[0] == '\0')
        return false;
    for (size_t k = 0; k < 512; k++)
        sum += k >= 148 && k < 156 ? ' ' : (unsigned char)head.p[k];
    while (i < 156 && head.p[i] == ' ')
        i++;
    for (; i < 156 && head.p[i] >= '0' && head.p[i] <= '7'; i++)
        said = said * 8 + (unsigned)(head.p[i] - '0');
    return said == sum;
}

static const struct kind {
    const char *name;
    bool (*fits)(struct np_slice head);
    struct container *(*open)(struct stream *in);
    bool many; /* a broken one costs its entries, not the input around it */
} kinds[] = {
    { "gzip", fits_gzip, gzip_open, false },
    { "zip", fits_zip, zip_open, true },
    { "tar", fits_tar, tar_open, true },
    { 0 } /* plain */
};

static const struct kind *kind_of(struct np_slice head)
{
    const struct kind *kind = kinds;

    while (kind->name && !kind->fits(head))
        kind++;
    return kind;
}

/* ---- levels ---- */

#define LEVELS_MAX 32

struct level {
    const struct kind *kind;
    struct container *container; /* owned; NULL for the descriptor */
    struct entry entry;
    struct body body;            /* of the current entry */
    size_t prefix;               /* length of the path before this level's names */
    int64_t entries;
};

struct np_source {
    struct np_limits limits;
    struct stream *file; /* owned */
    char *name;          /* owned */
    struct np_buf path;
    struct content *content;         /* owned */
    struct level *level[LEVELS_MAX]; /* owned */
    int depth;
    int64_t ordinal;
    int64_t byte; /* of the current member */
    bool started;
    bool open;   /* a member is there to be read */
    bool failed; /* it failed, and that was said */
};

static struct level *top(struct np_source *source)
{
    return source->level[source->depth - 1];
}

static struct level *push(struct np_source *source, const struct kind *kind,
                          struct container *container)
{
    struct level *level = np_calloc(1, sizeof *level);

    level->kind = kind;
    level->container = container;
    level->prefix = source->path.n;
    source->level[source->depth++] = level;
    return level;
}

static void pop(struct np_source *source)
{
    struct level *level = top(source);

    if (level->container)
        level->container->close(level->container);
    np_buf_release(&level->entry.name);
    free(level);
    source->depth--;
}

/* Whether something can follow after the topmost level is given up. */
static enum np_status loss(struct np_source *source)
{
    for (int i = 0; i < source->depth; i++)
        if (source->level[i]->kind && source->level[i]->kind->many)
            return NP_SKIP;
    return NP_FAIL;
}

struct np_source *np_source_new(int fd, const char *name, const struct np_limits *limits)
{
    struct np_source *source = np_calloc(1, sizeof *source);

    source->limits = limits ? *limits : np_limits_default;
    if (source->limits.nesting > LEVELS_MAX - 3)
        source->limits.nesting = LEVELS_MAX - 3;
    source->file = stream_of_file(fd);
    source->name = np_strdup(name ? name : "-");
    source->content = content_new();
    return source;
}

void np_source_free(struct np_source *source)
{
    if (!source)
        return;
    while (source->depth > 0)
        pop(source);
    source->file->close(source->file);
    np_buf_release(&source->path);
    content_free(source->content);
    free(source->name);
    free(source);
}

/* ---- names and places ---- */

/* Control bytes and what is not UTF-8 as \xNN: names are shown on terminals. */
static void put_escaped(struct np_buf *b, struct np_slice s)
{
    size_t at = 0;

    while (at < s.n) {
        size_t from = at;
        uint32_t c = np_utf8_next(s, &at);
        struct np_slice one = np_slice_make(s.p + from, at - from);

        if (c < 0x20 || c == 0x7f || (c >= 0x80 && c < 0xa0) || np_utf8_check(one) != one.n)
            for (size_t i = 0; i < one.n; i++)
                np_buf_printf(b, "\\x%02x", (unsigned char)one.p[i]);
        else
            np_buf_puts_slice(b, one);
    }
}

static void extend_path(struct np_source *source, struct level *level)
{
    source->path.n = level->prefix;
    if (level->entry.name.n == 0)
        return;
    if (level->prefix > 0)
        np_buf_putc(&source->path, '!');
    put_escaped(&source->path, np_buf_slice(&level->entry.name));
}

static void say_where(struct np_source *source, struct np_err *err)
{
    if (!err)
        return;
    if (source->path.n)
        snprintf(err->where, sizeof err->where, "%s:%s", source->name,
                 np_buf_cstr(&source->path));
    else
        snprintf(err->where, sizeof err->where, "%s", source->name);
}

/* ---- moving ---- */

static enum np_status refuse(enum np_status status, const char *code, struct np_err *err,
                             const char *what, long long limit)
{
    return np_fail_at(err, status, code, -1, "%s (limit %lld)", what, limit);
}

/* The topmost container cannot go on: said once, and only if reading did not say it. */
static enum np_status abandon(struct np_source *source, struct np_err *err)
{
    bool said = source->failed;

    source->path.n = top(source)->prefix;
    pop(source);
    if (said)
        return NP_OK;
    source->ordinal++;
    if (err)
        err->status = loss(source);
    return loss(source);
}

/* The current entry of the topmost level: a member (NP_OK, source->open), one more container
 * (NP_OK, not open) or a loss.                                                               */
static enum np_status look_inside(struct np_source *source, struct np_err *err)
{
    struct level *level = top(source);
    struct body *body = &level->body;
    const struct kind *kind;

    body_open(body, level->entry.body, &source->limits);
    if (body->ended == NP_FAIL && body->n == 0) {
        source->ordinal++;
        source->failed = true;
        if (err)
            *err = body->error;
        if (err)
            err->status = loss(source);
        return loss(source);
    }
    kind = kind_of(body_head(body));
    if (kind->name && source->depth - 1 > source->limits.nesting) {
        source->ordinal++;
        return refuse(NP_SKIP, CODE_LIM_NESTING, err, "containers nested too deeply",
                      source->limits.nesting);
    }
    if (kind->name) {
        push(source, kind, kind->open(&body->stream));
        return NP_OK;
    }
    source->ordinal++;
    source->byte = 0;
    source->open = true;
    content_begin_member(source->content);
    return NP_OK;
}

static enum np_status advance(struct np_source *source, struct np_err *err)
{
    struct level *level = top(source);
    enum np_status status = NP_END;

    if (level->container) {
        status = level->container->next(level->container, &level->entry, err);
    } else if (level->entries == 0) {
        level->entry.body = source->file;
        status = NP_OK;
    }
    if (status == NP_END) {
        source->path.n = level->prefix;
        pop(source);
        return NP_OK;
    }
    if (status == NP_FAIL)
        return abandon(source, err);
    if (++level->entries > source->limits.entries) {
        source->failed = false;
        refuse(NP_FAIL, CODE_LIM_ENTRIES, err, "more entries than the limit",
               source->limits.entries);
        return abandon(source, err);
    }
    source->failed = false;
    extend_path(source, level);
    if (status == NP_SKIP) {
        source->ordinal++;
        return NP_SKIP;
    }
    return look_inside(source, err);
}

enum np_status np_source_member(struct np_source *source, struct np_member *member,
                                struct np_err *err)
{
    enum np_status status = NP_OK;

    source->open = false;
    if (!source->started)
        push(source, NULL, NULL);
    source->started = true;
    while (source->depth > 0 && status == NP_OK && !source->open)
        status = advance(source, err);
    member->name = np_buf_slice(&source->path);
    member->ordinal = source->ordinal;
    if (status != NP_OK) {
        content_lose(source->content);
        say_where(source, err);
    }
    return status != NP_OK || source->open ? status : NP_END;
}

bool np_source_hash(const struct np_source *source, char hash[16])
{
    return source->started && source->depth == 0 && content_hash(source->content, hash);
}

enum np_status np_source_read(struct np_source *source, char *p, size_t n, size_t *got,
                              struct np_err *err)
{
    struct stream *stream;
    enum np_status status;

    *got = 0;
    if (!source->open)
        return NP_END;
    stream = &top(source)->body.stream;
    status = source->byte > source->limits.member_bytes
                 ? refuse(NP_FAIL, CODE_LIM_MEMBER, err, "member longer than the limit",
                          source->limits.member_bytes)
                 : stream->read(stream, p, n, got, err);
    source->byte += (int64_t)*got;
    content_bytes(source->content, p, *got);
    if (status == NP_END)
        content_end_member(source->content);
    if (status == NP_FAIL) {
        content_lose(source->content);
        source->failed = true;
        if (err && err->byte < 0)
            err->byte = source->byte;
        say_where(source, err);
    }
    return status;
}
