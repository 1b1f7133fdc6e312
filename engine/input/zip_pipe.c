/* zip_pipe.c -- the entries of a zip file that cannot seek: on a pipe, or deflated in another one.
 *
 *     local header, data [, descriptor] | local header, data ... | directory, end record
 *
 * Deflate data say themselves where they end, so lengths may follow them (in a descriptor);
 * stored data must have theirs in the header, whether a descriptor follows or not.
 * The directory is not compared; but its end record must be there, or the file was cut.
 */
#include "codes.h"
#include "inflate.h"
#include "zip.h"

#include <nanopat/arena.h>
#include <stdlib.h>

#define PIECE ((size_t)256 << 10)
#define HEADER_BYTES 30

struct pipe {
    struct container container;
    struct stream body;
    struct stream *in; /* borrowed */
    struct zip_entry entry;
    bool later;        /* CRC and lengths stand behind the data */
    bool wide;         /* ... the lengths in 8 bytes */
    const struct inflate_backend *backend;
    struct inflate inflate;
    char *piece;       /* owned; room for what a backend gives back, then PIECE bytes */
    size_t at, n;      /* unread part */
    int64_t read;      /* bytes taken from `in` */
    int64_t data_at;   /* of the entry's data */
    int64_t given;
    uint32_t crc;
    bool within;       /* an entry is open and its end not yet reached */
    bool over;
    struct np_buf tail; /* the last bytes, in search of the end record */
    enum np_status ended; /* of the entry */
    struct np_err error;
    enum np_status below; /* what `in` said last */
    struct np_err below_error;
};

static struct pipe *pipe_of(struct stream *body)
{
    return (struct pipe *)((char *)body - offsetof(struct pipe, body));
}

/* ---- bytes ---- */

static int64_t here(const struct pipe *pipe)
{
    return pipe->read - (int64_t)(pipe->n - pipe->at);
}

static bool refill(struct pipe *pipe)
{
    size_t got = 0;

    pipe->at = pipe->n = INFLATE_REST;
    if (pipe->below == NP_OK)
        pipe->below = pipe->in->read(pipe->in, pipe->piece + INFLATE_REST, PIECE, &got,
                                     &pipe->below_error);
    pipe->n += got;
    pipe->read += (int64_t)got;
    return got > 0;
}

static bool take(struct pipe *pipe, char *p, size_t n)
{
    while (n > 0) {
        size_t here_n;

        if (pipe->at == pipe->n && !refill(pipe))
            return false;
        here_n = n < pipe->n - pipe->at ? n : pipe->n - pipe->at;
        memcpy(p, pipe->piece + pipe->at, here_n);
        pipe->at += here_n;
        p += here_n;
        n -= here_n;
    }
    return true;
}

/* Moves forward to an offset. */
static bool skip_to(struct pipe *pipe, int64_t offset)
{
    while (here(pipe) < offset) {
        int64_t rest = offset - here(pipe);

        if (pipe->at == pipe->n && !refill(pipe))
            return false;
        pipe->at += rest < (int64_t)(pipe->n - pipe->at) ? (size_t)rest : pipe->n - pipe->at;
    }
    return here(pipe) == offset;
}

/* The words of the layer below where it failed, else ours. */
static enum np_status fail(struct pipe *pipe, const char *code, const char *what,
                           struct np_err *err)
{
    if (pipe->below == NP_FAIL) {
        if (err)
            *err = pipe->below_error;
        return NP_FAIL;
    }
    return np_fail_at(err, NP_FAIL, code, -1, "%s at byte %lld of the zip file", what,
                      (long long)here(pipe));
}

/* ---- data ---- */

static enum np_status check_end(struct pipe *pipe, int64_t packed)
{
    const char *what = NULL, *code = CODE_ZIP_DATA;

    if (pipe->entry.packed_bytes != packed || pipe->entry.bytes != pipe->given)
        what = "other lengths than the data have, in the entry that ends";
    if (!what && pipe->entry.crc != pipe->crc) {
        what = "wrong checksum of the entry that ends";
        code = CODE_ZIP_CRC;
    }
    return what ? fail(pipe, code, what, &pipe->error) : NP_END;
}

/* "PK\7\8" (may be missing), CRC, two lengths of 4 or 8 bytes: APPNOTE.TXT 4.3.9. */
static bool take_descriptor(struct pipe *pipe)
{
    size_t width = pipe->wide ? 8 : 4;
    char p[24];

    if (!take(pipe, p, 4))
        return false;
    if (memcmp(p, "PK\7\10", 4) == 0 && !take(pipe, p, 4))
        return false;
    if (!take(pipe, p + 4, 2 * width))
        return false;
    pipe->entry.crc = zip_u32(p);
    pipe->entry.packed_bytes = pipe->wide ? zip_i64(p + 4) : zip_u32(p + 4);
    pipe->entry.bytes = pipe->wide ? zip_i64(p + 12) : zip_u32(p + 8);
    return true;
}

static enum np_status end_entry(struct pipe *pipe)
{
    int64_t packed = here(pipe) - pipe->data_at;

    pipe->within = false;
    if (pipe->later && !take_descriptor(pipe))
        return fail(pipe, CODE_ZIP_BROKEN, "zip file cut short", &pipe->error);
    return check_end(pipe, packed);
}

static enum np_status copy_some(struct pipe *pipe, char *p, size_t n, size_t *got)
{
    int64_t rest = pipe->data_at + pipe->entry.packed_bytes - here(pipe);

    if (rest == 0)
        return end_entry(pipe);
    if (pipe->at == pipe->n && !refill(pipe))
        return fail(pipe, CODE_ZIP_BROKEN, "zip file cut short", &pipe->error);
    *got = n < pipe->n - pipe->at ? n : pipe->n - pipe->at;
    *got = rest < (int64_t)*got ? (size_t)rest : *got;
    memcpy(p, pipe->piece + pipe->at, *got);
    pipe->at += *got;
    pipe->given += (int64_t)*got;
    pipe->crc = crc_of(pipe->crc, p, *got);
    return NP_OK;
}

static enum np_status inflate_some(struct pipe *pipe, char *p, size_t n, size_t *got)
{
    struct inflate *inflate = &pipe->inflate;
    enum inflate_step step;

    if (pipe->at == pipe->n)
        refill(pipe);
    inflate->in = pipe->piece + pipe->at;
    inflate->in_n = pipe->n - pipe->at;
    inflate->out = p;
    inflate->out_n = n;
    step = pipe->backend->step(inflate);
    pipe->at = pipe->n - inflate->in_n;
    *got = n - inflate->out_n;
    pipe->given += (int64_t)*got;
    pipe->crc = inflate->crc;
    if (step != INFLATE_MORE) {
        pipe->at -= inflate->rest_n;
        memcpy(pipe->piece + pipe->at, inflate->rest, inflate->rest_n);
    }
    if (step == INFLATE_DONE)
        return end_entry(pipe);
    if (step == INFLATE_BAD)
        return fail(pipe, CODE_ZIP_DATA, "corrupt data", &pipe->error);
    if (*got == 0 && pipe->n == INFLATE_REST)
        return fail(pipe, CODE_ZIP_BROKEN, "zip file cut short", &pipe->error);
    return NP_OK;
}

static enum np_status read_entry(struct stream *body, char *p, size_t n, size_t *got,
                                 struct np_err *err)
{
    struct pipe *pipe = pipe_of(body);

    *got = 0;
    while (pipe->ended == NP_OK && *got == 0)
        pipe->ended = pipe->entry.method == 0 ? copy_some(pipe, p, n, got)
                                              : inflate_some(pipe, p, n, got);
    if (*got)
        return NP_OK;
    if (pipe->ended == NP_FAIL && err)
        *err = pipe->error;
    return pipe->ended;
}

static int64_t used_by_entry(struct stream *body)
{
    struct pipe *pipe = pipe_of(body);

    return here(pipe) - pipe->data_at;
}

/* ---- entries ---- */

/* Behind the entry before. Its length says where, else its data must be read. */
static bool leave_entry(struct pipe *pipe)
{
    char scrap[4096];
    size_t got;

    if (!pipe->within)
        return true;
    if (!pipe->later)
        return skip_to(pipe, pipe->data_at + pipe->entry.packed_bytes);
    while (pipe->ended == NP_OK)
        read_entry(&pipe->body, scrap, sizeof scrap, &got, NULL);
    return !pipe->within;
}

static bool take_name(struct pipe *pipe, const char *header)
{
    size_t name_n = zip_u16(header + 26), extra_n = zip_u16(header + 28);
    char *extra = np_malloc(extra_n + 1);
    struct np_buf *name = &pipe->entry.name;
    bool fine;

    np_buf_reset(name);
    fine = take(pipe, np_buf_room(name, name_n + 1), name_n) && take(pipe, extra, extra_n);
    name->n = fine ? name_n : 0;
    fine = fine && zip_take_extra(&pipe->entry, extra, extra_n, &pipe->wide);
    free(extra);
    return fine;
}

static bool take_header(struct pipe *pipe, const char *header)
{
    struct zip_entry *entry = &pipe->entry;

    entry->flags = zip_u16(header + 6);
    entry->method = zip_u16(header + 8);
    entry->crc = zip_u32(header + 14);
    entry->packed_bytes = zip_u32(header + 18);
    entry->bytes = zip_u32(header + 22);
    pipe->later = entry->flags & 8;
    if (!take_name(pipe, header))
        return false;
    pipe->data_at = here(pipe);
    return entry->packed_bytes >= 0 && entry->bytes >= 0 &&
           entry->packed_bytes <= INT64_MAX - pipe->data_at;
}

static void begin_entry(struct pipe *pipe)
{
    pipe->body = (struct stream){ .read = read_entry,
                                  .used = pipe->entry.method == 0 ? NULL : used_by_entry,
                                  .size = -1 };
    pipe->given = 0;
    pipe->crc = 0;
    pipe->ended = NP_OK;
    pipe->within = true;
    pipe->backend->reset(&pipe->inflate);
}

static void keep_tail(struct pipe *pipe)
{
    struct np_buf *tail = &pipe->tail;

    np_buf_put(tail, pipe->piece + pipe->at, pipe->n - pipe->at);
    pipe->at = pipe->n;
    if (tail->n > ZIP_END_MOST) {
        memmove(tail->p, tail->p + tail->n - ZIP_END_MOST, ZIP_END_MOST);
        tail->n = ZIP_END_MOST;
    }
}

/* No local header: the directory begins. Read on to the end of the file, where its end is. */
static enum np_status read_directory(struct pipe *pipe, const char *signature, struct np_err *err)
{
    pipe->over = true;
    if (memcmp(signature, "PK\1\2", 4) && memcmp(signature, "PK\5\6", 4) &&
        memcmp(signature, "PK\6\6", 4))
        return fail(pipe, CODE_ZIP_BROKEN, "broken zip file: no entry before", err);
    np_buf_put(&pipe->tail, signature, 4);
    do
        keep_tail(pipe);
    while (refill(pipe));
    if (pipe->below == NP_FAIL || zip_find_end(pipe->tail.p, pipe->tail.n) < 0)
        return fail(pipe, CODE_ZIP_BROKEN, "zip file cut short: its directory has no end,", err);
    return NP_END;
}

/* Encrypted and the like: an entry whose length is not known cannot be jumped over. */
static enum np_status refuse_entry(struct pipe *pipe, struct np_err *err)
{
    enum np_status status = zip_entry_check(&pipe->entry, err);

    pipe->within = status != NP_OK;
    if (status == NP_OK || !pipe->later)
        return status;
    pipe->over = true;
    if (err)
        err->status = NP_FAIL;
    return NP_FAIL;
}

static bool is_folder(const struct pipe *pipe)
{
    return np_slice_ends(np_buf_slice(&pipe->entry.name), "/") && pipe->entry.bytes == 0;
}

static enum np_status next_header(struct pipe *pipe, struct np_err *err)
{
    char header[HEADER_BYTES];

    if (!leave_entry(pipe) || !take(pipe, header, 4)) {
        pipe->over = true;
        return fail(pipe, CODE_ZIP_BROKEN, "zip file cut short", err);
    }
    if (pipe->read - (int64_t)(pipe->n - pipe->at) == 4 && memcmp(header, "PK\7\10", 4) == 0)
        take(pipe, header, 4); /* mark of a split file that became one after all */
    if (memcmp(header, "PK\3\4", 4) != 0)
        return read_directory(pipe, header, err);
    if (!take(pipe, header + 4, HEADER_BYTES - 4) || !take_header(pipe, header)) {
        pipe->over = true;
        return fail(pipe, CODE_ZIP_BROKEN, "zip file cut short or broken in an entry's header",
                    err);
    }
    return NP_OK;
}

static enum np_status next_entry(struct container *container, struct entry *entry,
                                 struct np_err *err)
{
    struct pipe *pipe = (struct pipe *)container;
    enum np_status status = pipe->over ? NP_END : next_header(pipe, err);

    while (status == NP_OK && is_folder(pipe)) {
        begin_entry(pipe);
        status = next_header(pipe, err);
    }
    if (status != NP_OK)
        return status;
    np_buf_reset(&entry->name);
    np_buf_puts_slice(&entry->name, np_buf_slice(&pipe->entry.name));
    status = refuse_entry(pipe, err);
    if (status != NP_OK)
        return status;
    begin_entry(pipe);
    entry->body = &pipe->body;
    return NP_OK;
}

static void close_pipe(struct container *container)
{
    struct pipe *pipe = (struct pipe *)container;

    pipe->backend->close(&pipe->inflate);
    np_buf_release(&pipe->entry.name);
    np_buf_release(&pipe->tail);
    free(pipe->piece);
    free(pipe);
}

struct container *zip_pipe_open(struct stream *in)
{
    struct pipe *pipe = np_calloc(1, sizeof *pipe);

    pipe->container = (struct container){ next_entry, close_pipe };
    pipe->in = in;
    pipe->piece = np_malloc(INFLATE_REST + PIECE);
    pipe->at = pipe->n = INFLATE_REST;
    pipe->backend = inflate_backends[0];
    pipe->backend->open(&pipe->inflate);
    return &pipe->container;
}
