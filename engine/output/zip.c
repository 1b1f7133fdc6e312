/* zip.c -- members deflated as they come; sizes and sums are put into their heads afterwards (APPNOTE
 * 6.3, sections 4.3.7 to 4.3.16).
 *
 * Fastest deflating: the XML of a sheet repeats itself so much that a hundred megabytes become 13
 * instead of 10, in a quarter of the time.
 */
#include "zip.h"
#include "output.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>
#include <zlib.h>

enum {
    LOCAL_HEAD = 0x04034b50, CENTRAL_HEAD = 0x02014b50, END_OF_CENTRAL = 0x06054b50,
    VERSION = 20, DEFLATED = 8, DAY = 0x21 /* 1980-01-01 */, SUM_AT = 14 /* in a local head */,
    ROOM = 1 << 16
};

struct member {
    const char *name;
    uint32_t sum;
    uint64_t packed, whole, at;
};

struct np_zip {
    int fd, error;
    uint64_t at;       /* bytes written */
    z_stream deflate;
    struct np_arena *arena;
    NP_LIST(struct member) members;
    unsigned char room[ROOM];
};

static void write_out(struct np_zip *zip, const void *bytes, size_t n)
{
    const char *p = bytes;

    zip->at += n;
    while (n && !zip->error) {
        ssize_t done = write(zip->fd, p, n);

        if (done < 0 && errno != EINTR)
            zip->error = errno;
        if (done > 0) {
            p += done;
            n -= (size_t)done;
        }
    }
}

static void put_u16(struct np_buf *b, uint32_t x)
{
    np_buf_putc(b, (char)(x & 0xFF));
    np_buf_putc(b, (char)(x >> 8 & 0xFF));
}

/* What a local and a central head share, from the version needed to the length of the extra field. */
static void put_facts(struct np_buf *b, const struct member *m)
{
    put_u16(b, VERSION);
    put_u16(b, 0); /* flags */
    put_u16(b, DEFLATED);
    put_u16(b, 0); /* midnight */
    put_u16(b, DAY);
    np_buf_u32(b, m->sum);
    np_buf_u32(b, (uint32_t)m->packed);
    np_buf_u32(b, (uint32_t)m->whole);
    put_u16(b, (uint32_t)strlen(m->name));
    put_u16(b, 0); /* extra */
}

struct np_zip *np_zip_open(int fd)
{
    struct np_zip *zip = np_calloc(1, sizeof *zip);

    zip->fd = fd;
    zip->arena = np_arena_new();
    if (deflateInit2(&zip->deflate, Z_BEST_SPEED, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        np_panic("cannot deflate");
    return zip;
}

static struct member *last_member(struct np_zip *zip)
{
    return &zip->members.v[zip->members.n - 1];
}

void np_zip_begin(struct np_zip *zip, const char *name)
{
    struct member *m = np_list_add(zip->arena, &zip->members);
    struct np_buf b = { 0 };

    *m = (struct member){ .name = np_arena_copy(zip->arena, np_slice_of(name)).p, .at = zip->at,
                          .sum = (uint32_t)crc32(0, NULL, 0) };
    np_buf_u32(&b, LOCAL_HEAD);
    put_facts(&b, m);
    np_buf_puts(&b, m->name);
    write_out(zip, b.p, b.n);
    np_buf_release(&b);
}

static void deflate_all(struct np_zip *zip, int flush)
{
    int rc;

    do {
        zip->deflate.next_out = zip->room;
        zip->deflate.avail_out = ROOM;
        rc = deflate(&zip->deflate, flush);
        assert(rc != Z_STREAM_ERROR);
        write_out(zip, zip->room, ROOM - zip->deflate.avail_out);
    } while (zip->deflate.avail_out == 0);
    (void)rc;
}

void np_zip_put(struct np_zip *zip, const void *bytes, size_t n)
{
    struct member *m = last_member(zip);

    m->sum = (uint32_t)crc32_z(m->sum, bytes, n);
    m->whole += n;
    while (n) {
        size_t part = n > ROOM ? ROOM : n;

        zip->deflate.next_in = (Bytef *)(uintptr_t)bytes;
        zip->deflate.avail_in = (uInt)part;
        deflate_all(zip, Z_NO_FLUSH);
        bytes = (const char *)bytes + part;
        n -= part;
    }
}

void np_zip_end(struct np_zip *zip)
{
    struct member *m = last_member(zip);
    struct np_buf b = { 0 };

    zip->deflate.avail_in = 0;
    deflate_all(zip, Z_FINISH);
    m->packed = zip->deflate.total_out;
    deflateReset(&zip->deflate);
    if (!zip->error && (m->whole > UINT32_MAX || zip->at > UINT32_MAX))
        zip->error = EFBIG;
    np_buf_u32(&b, m->sum);
    np_buf_u32(&b, (uint32_t)m->packed);
    np_buf_u32(&b, (uint32_t)m->whole);
    if (!zip->error && pwrite(zip->fd, b.p, b.n, (off_t)(m->at + SUM_AT)) != (ssize_t)b.n)
        zip->error = errno;
    np_buf_release(&b);
}

static void put_central(struct np_buf *b, const struct member *m)
{
    np_buf_u32(b, CENTRAL_HEAD);
    put_u16(b, VERSION);
    put_facts(b, m);
    put_u16(b, 0);     /* comment */
    put_u16(b, 0);     /* disk */
    put_u16(b, 0);     /* attributes */
    np_buf_u32(b, 0);
    np_buf_u32(b, (uint32_t)m->at);
    np_buf_puts(b, m->name);
}

enum np_status np_zip_close(struct np_zip *zip, struct np_err *err)
{
    struct np_buf b = { 0 };
    size_t size;
    int error;
    int64_t bytes;

    for (size_t i = 0; i < zip->members.n; i++)
        put_central(&b, &zip->members.v[i]);
    size = b.n;
    np_buf_u32(&b, END_OF_CENTRAL);
    np_buf_u32(&b, 0); /* disks */
    put_u16(&b, (uint32_t)zip->members.n);
    put_u16(&b, (uint32_t)zip->members.n);
    np_buf_u32(&b, (uint32_t)size);
    np_buf_u32(&b, (uint32_t)zip->at);
    put_u16(&b, 0); /* comment */
    write_out(zip, b.p, b.n);
    error = zip->error;
    bytes = (int64_t)zip->at;
    np_buf_release(&b);
    deflateEnd(&zip->deflate);
    np_arena_free(zip->arena);
    free(zip);
    return error ? np_write_failed(error, bytes, err) : NP_OK;
}
