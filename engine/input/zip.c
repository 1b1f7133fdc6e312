/* zip.c -- the entries of a zip file by its central directory, where the stream can seek.
 *
 * Local header and directory must agree, the data must end where the directory says, and
 * their length and CRC must be right; what is wrong with one entry costs that entry. A file
 * whose directory is gone was cut: its entries are read as from a pipe.
 */
#include "zip.h"
#include "codes.h"
#include "inflate.h"

#include <nanopat/arena.h>
#include <stdlib.h>

#define PIECE ((size_t)256 << 10)

struct zip {
    struct container container;
    struct stream body;
    struct stream *in; /* borrowed */
    struct zip_directory directory;
    struct zip_entry entry;
    const struct inflate_backend *backend;
    struct inflate inflate;
    char *piece;       /* owned: packed bytes */
    size_t at, n;      /* unread part */
    int64_t data_at;   /* of the entry's data in the file */
    int64_t packed;    /* bytes of it read so far */
    int64_t given;     /* bytes that came out */
    uint32_t crc;
    bool inflated; /* the last block is over */
    bool jumped;   /* not read from its first byte: the CRC cannot be known */
    enum np_status begun;
    enum np_status ended;
    struct np_err begun_error;
    struct np_err error;
};

static struct zip *zip_of(struct stream *body)
{
    return (struct zip *)((char *)body - offsetof(struct zip, body));
}

/* ---- data ---- */

static enum np_status bad_data(struct zip *zip, const char *code, const char *what)
{
    return np_fail_at(&zip->error, NP_FAIL, code, zip->given,
                      "%s, in the zip entry whose data begin at byte %lld", what,
                      (long long)zip->data_at);
}

static enum np_status refill(struct zip *zip)
{
    int64_t rest = zip->entry.packed_bytes - zip->packed;
    size_t n = rest < (int64_t)PIECE ? (size_t)rest : PIECE;

    if (n > 0 && !zip_read_at(zip->in, zip->data_at + zip->packed, zip->piece, n))
        return bad_data(zip, CODE_IO_READ, "cannot read");
    zip->at = 0;
    zip->n = n;
    zip->packed += (int64_t)n;
    return NP_OK;
}

static enum np_status check_end(struct zip *zip)
{
    if (zip->given != zip->entry.bytes)
        return bad_data(zip, CODE_ZIP_DATA, "other length than the directory says");
    if (zip->crc != zip->entry.crc && !zip->jumped)
        return bad_data(zip, CODE_ZIP_CRC, "wrong checksum");
    return NP_END;
}

static enum np_status read_stored(struct zip *zip, char *p, size_t n, size_t *got)
{
    int64_t rest = zip->entry.packed_bytes - zip->packed;

    *got = rest < (int64_t)n ? (size_t)rest : n;
    if (*got == 0)
        return check_end(zip);
    if (!zip_read_at(zip->in, zip->data_at + zip->packed, p, *got)) {
        *got = 0;
        return bad_data(zip, CODE_IO_READ, "cannot read");
    }
    zip->packed += (int64_t)*got;
    zip->given += (int64_t)*got;
    zip->crc = crc_of(zip->crc, p, *got);
    return NP_OK;
}

static enum np_status inflate_some(struct zip *zip, char *p, size_t n, size_t *got)
{
    struct inflate *inflate = &zip->inflate;
    enum inflate_step step;

    if (zip->inflated)
        return check_end(zip);
    if (zip->at == zip->n && refill(zip) != NP_OK)
        return NP_FAIL;
    inflate->in = zip->piece + zip->at;
    inflate->in_n = zip->n - zip->at;
    inflate->out = p;
    inflate->out_n = n;
    step = zip->backend->step(inflate);
    zip->at = zip->n - inflate->in_n;
    *got = n - inflate->out_n;
    zip->given += (int64_t)*got;
    zip->crc = inflate->crc;
    zip->inflated = step == INFLATE_DONE;
    if (step == INFLATE_BAD || (zip->given > zip->entry.bytes && step == INFLATE_MORE))
        return bad_data(zip, CODE_ZIP_DATA, "corrupt data");
    if (step == INFLATE_DONE &&
        (zip->at != zip->n || inflate->rest_n || zip->packed != zip->entry.packed_bytes))
        return bad_data(zip, CODE_ZIP_DATA, "data shorter than the directory says");
    if (step == INFLATE_MORE && *got == 0 && zip->n == 0)
        return bad_data(zip, CODE_ZIP_DATA, "data cut short");
    return NP_OK;
}

static enum np_status read_entry(struct stream *body, char *p, size_t n, size_t *got,
                                 struct np_err *err)
{
    struct zip *zip = zip_of(body);

    *got = 0;
    while (zip->ended == NP_OK && *got == 0)
        zip->ended = zip->entry.method == 0 ? read_stored(zip, p, n, got)
                                            : inflate_some(zip, p, n, got);
    if (*got)
        return NP_OK;
    if (zip->ended == NP_FAIL && err)
        *err = zip->error;
    return zip->ended;
}

/* Stored data lie in the file as they are: a zip in a zip has its directory too. The CRC
 * of the outer entry is not checked then; the inner ones are.                             */
static bool seek_entry(struct stream *body, int64_t offset)
{
    struct zip *zip = zip_of(body);

    if (offset < 0 || offset > zip->entry.packed_bytes)
        return false;
    zip->packed = zip->given = offset;
    zip->crc = 0;
    zip->jumped = offset != 0;
    zip->ended = NP_OK;
    return true;
}

static int64_t used_by_entry(struct stream *body)
{
    struct zip *zip = zip_of(body);

    return zip->packed - (int64_t)(zip->n - zip->at);
}

/* ---- entries ---- */

/* The local header repeats the directory's line; where they differ, somebody cheats. */
static enum np_status check_header(struct zip *zip, struct np_err *err)
{
    struct zip_entry *entry = &zip->entry;
    char header[30], *name;
    size_t name_n;
    bool same;

    same = zip_read_at(zip->in, entry->header_at, header, 30) &&
           memcmp(header, "PK\3\4", 4) == 0 && zip_u16(header + 8) == entry->method &&
           zip_u16(header + 26) == entry->name.n;
    name_n = same ? zip_u16(header + 26) : 0;
    name = np_malloc(name_n + 1);
    same = same && zip_read_at(zip->in, entry->header_at + 30, name, name_n) &&
           memcmp(name, entry->name.p ? entry->name.p : "", name_n) == 0;
    if (same && !(zip_u16(header + 6) & 8) && zip_u32(header + 18) != 0xffffffff)
        same = zip_u32(header + 18) == entry->packed_bytes &&
               zip_u32(header + 14) == entry->crc;
    free(name);
    if (!same)
        return np_fail_at(err, NP_SKIP, CODE_ZIP_MISMATCH, -1,
                          "the header at byte %lld does not agree with the central directory at "
                          "byte %lld",
                          (long long)entry->header_at, (long long)entry->listed_at);
    zip->data_at = entry->header_at + 30 + (int64_t)name_n + zip_u16(header + 28);
    return NP_OK;
}

static enum np_status check_entry(struct zip *zip, struct np_err *err)
{
    struct zip_entry *entry = &zip->entry;
    enum np_status status = zip_entry_check(entry, err);

    if (status != NP_OK)
        return status;
    if (entry->method == 0 && entry->packed_bytes != entry->bytes)
        return np_fail_at(err, NP_SKIP, CODE_ZIP_MISMATCH, -1,
                          "stored, but of two lengths in the central directory at byte %lld",
                          (long long)entry->listed_at);
    return check_header(zip, err);
}

static void begin_entry(struct zip *zip)
{
    bool stored = zip->entry.method == 0;

    zip->body = (struct stream){ .read = read_entry,
                                 .seek = stored ? seek_entry : NULL,
                                 .used = stored ? NULL : used_by_entry,
                                 .size = stored ? zip->entry.bytes : -1 };
    zip->at = zip->n = 0;
    zip->packed = zip->given = 0;
    zip->crc = 0;
    zip->inflated = zip->jumped = false;
    zip->ended = NP_OK;
    zip->backend->reset(&zip->inflate);
}

static enum np_status next_entry(struct container *container, struct entry *entry,
                                 struct np_err *err)
{
    struct zip *zip = (struct zip *)container;
    enum np_status status = zip->begun;

    if (status == NP_FAIL && err)
        *err = zip->begun_error;
    zip->begun = status == NP_FAIL ? NP_END : status;
    do {
        if (status == NP_OK)
            status = zip_directory_next(&zip->directory, &zip->entry, err);
        if (status != NP_OK)
            return status;
    } while (zip->entry.bytes == 0 && np_slice_ends(np_buf_slice(&zip->entry.name), "/"));
    np_buf_reset(&entry->name);
    np_buf_puts_slice(&entry->name, np_buf_slice(&zip->entry.name));
    status = check_entry(zip, err);
    if (status != NP_OK)
        return status;
    begin_entry(zip);
    entry->body = &zip->body;
    return NP_OK;
}

static void close_zip(struct container *container)
{
    struct zip *zip = (struct zip *)container;

    zip->backend->close(&zip->inflate);
    zip_directory_release(&zip->directory);
    np_buf_release(&zip->entry.name);
    free(zip->piece);
    free(zip);
}

struct container *zip_open(struct stream *in)
{
    struct zip *zip;
    struct zip_directory directory;
    struct np_err err = { 0 };
    enum np_status begun = in->seek ? zip_directory_open(&directory, in, &err) : NP_END;

    if (begun == NP_END) {
        if (in->seek)
            in->seek(in, 0);
        return zip_pipe_open(in);
    }
    zip = np_calloc(1, sizeof *zip);
    zip->container = (struct container){ next_entry, close_zip };
    zip->in = in;
    zip->directory = directory;
    zip->begun = begun;
    zip->begun_error = err;
    zip->piece = np_malloc(PIECE);
    zip->backend = inflate_backends[0];
    zip->backend->open(&zip->inflate);
    return &zip->container;
}

int64_t zip_total_size(struct stream *in)
{
    struct zip_directory directory = { 0 };
    struct zip_entry entry = { 0 };
    enum np_status status = in->seek ? zip_directory_open(&directory, in, NULL) : NP_END;
    int64_t sum = 0;
    static const char *const nested[] = { ".zip", ".gz", ".tar", ".tgz", ".ZIP", ".GZ", ".TAR" };

    if (status == NP_END)
        status = NP_FAIL;
    while (status == NP_OK &&
           (status = zip_directory_next(&directory, &entry, NULL)) == NP_OK) {
        sum = (int64_t)((uint64_t)sum + (uint64_t)entry.bytes);
        for (size_t i = 0; i < sizeof nested / sizeof *nested; i++)
            if (np_slice_ends(np_buf_slice(&entry.name), nested[i]) && entry.bytes > 0)
                status = NP_FAIL; /* what is inside cannot be told without reading it */
    }
    zip_directory_release(&directory);
    np_buf_release(&entry.name);
    return status == NP_END ? sum : -1;
}
