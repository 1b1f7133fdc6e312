/* container.c -- gzip and zip files, the same bytes for the same content: no time, no name, one
 * compression level. A zip is written without seeking back: sizes are known before each member. */
#include "world.h"

#include <errno.h>
#include <stdlib.h>
#include <zlib.h>

struct container {
    FILE *file;
    struct np_buf path;
    z_stream z;
    struct np_buf deflated;  /* zip: one member */
    struct np_buf directory; /* zip: central directory */
    uint32_t members;
    uint64_t size;
    bool zip;
    unsigned char chunk[1 << 16];
};

const char *path_in(struct np_buf *b, const char *folder, const char *name)
{
    np_buf_reset(b);
    np_buf_printf(b, "%s/%s", folder, name);
    return np_buf_cstr(b);
}

static struct container *open_container(const char *folder, const char *name, int level, bool zip)
{
    struct container *c = calloc(1, sizeof *c);

    if (!c)
        give_up("out of memory");
    c->zip = zip;
    c->file = fopen(path_in(&c->path, folder, name), "wb");
    if (!c->file)
        give_up("cannot create '%s': %s", np_buf_cstr(&c->path), strerror(errno));
    if (deflateInit2(&c->z, level, Z_DEFLATED, zip ? -15 : 15 + 16, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        give_up("out of memory");
    return c;
}

struct container *gzip_open(const char *folder, const char *name, int level)
{
    return open_container(folder, name, level, false);
}

struct container *zip_open(const char *folder, const char *name, int level)
{
    return open_container(folder, name, level, true);
}

static void write_out(struct container *c, const void *p, size_t n)
{
    if (fwrite(p, 1, n, c->file) != n)
        give_up("cannot write '%s': %s", np_buf_cstr(&c->path), strerror(errno));
    c->size += n;
}

static void deflate_gzip(struct container *c, const void *p, size_t n, int flush)
{
    c->z.next_in = (unsigned char *)(uintptr_t)p;
    c->z.avail_in = (unsigned)n;
    do {
        c->z.next_out = c->chunk;
        c->z.avail_out = sizeof c->chunk;
        deflate(&c->z, flush);
        write_out(c, c->chunk, sizeof c->chunk - c->z.avail_out);
    } while (c->z.avail_out == 0);
}

void gzip_put(struct container *c, const struct np_buf *b)
{
    deflate_gzip(c, b->p, b->n, Z_NO_FLUSH);
}

/* ---- zip (APPNOTE 4.3): little-endian throughout ---- */

static void put16(struct np_buf *b, unsigned x)
{
    np_buf_putc(b, (char)(x & 255));
    np_buf_putc(b, (char)(x >> 8 & 255));
}

static void put32(struct np_buf *b, uint32_t x)
{
    put16(b, x & 0xFFFF);
    put16(b, x >> 16);
}

/* From "version needed" to the length of the extra field: the same in both headers. */
static void put_header(struct np_buf *b, uint32_t crc, size_t packed, size_t size, size_t name,
                       int day)
{
    int date = day_number(day);

    put16(b, 20);
    put16(b, 0);
    put16(b, 8); /* deflated */
    put16(b, 0); /* time */
    put16(b, (unsigned)((date / 10000 - 1980) << 9 | (date / 100 % 100) << 5 | date % 100));
    put32(b, crc);
    put32(b, (uint32_t)packed);
    put32(b, (uint32_t)size);
    put16(b, (unsigned)name);
    put16(b, 0);
}

void zip_put(struct container *c, const char *member, const struct np_buf *b, int day)
{
    size_t bound = deflateBound(&c->z, b->n), name = strlen(member);
    uint32_t crc = (uint32_t)crc32(0, (const unsigned char *)b->p, (unsigned)b->n);
    struct np_buf header = { 0 };

    if (c->size > UINT32_MAX - (bound + 65536) || c->members == 65535)
        give_up("'%s' grows beyond what zip holds; choose a smaller world", np_buf_cstr(&c->path));
    np_buf_reset(&c->deflated);
    c->z.next_in = (unsigned char *)b->p;
    c->z.avail_in = (unsigned)b->n;
    c->z.next_out = (unsigned char *)np_buf_room(&c->deflated, bound);
    c->z.avail_out = (unsigned)bound;
    deflate(&c->z, Z_FINISH);
    c->deflated.n = bound - c->z.avail_out;
    deflateReset(&c->z);

    put32(&c->directory, 0x02014b50);
    put16(&c->directory, 20);
    put_header(&c->directory, crc, c->deflated.n, b->n, name, day);
    put16(&c->directory, 0); /* comment */
    put16(&c->directory, 0); /* disk */
    put16(&c->directory, 0); /* internal attributes */
    put32(&c->directory, 0); /* external attributes */
    put32(&c->directory, (uint32_t)c->size);
    np_buf_put(&c->directory, member, name);
    c->members++;

    put32(&header, 0x04034b50);
    put_header(&header, crc, c->deflated.n, b->n, name, day);
    np_buf_put(&header, member, name);
    write_out(c, header.p, header.n);
    write_out(c, c->deflated.p, c->deflated.n);
    np_buf_release(&header);
}

static void end_zip(struct container *c)
{
    uint32_t start = (uint32_t)c->size, length = (uint32_t)c->directory.n;

    put32(&c->directory, 0x06054b50);
    put32(&c->directory, 0);
    put16(&c->directory, c->members);
    put16(&c->directory, c->members);
    put32(&c->directory, length);
    put32(&c->directory, start);
    put16(&c->directory, 0);
    write_out(c, c->directory.p, c->directory.n);
}

uint64_t container_close(struct container *c)
{
    uint64_t size;

    if (c->zip)
        end_zip(c);
    else
        deflate_gzip(c, "", 0, Z_FINISH);
    if (fclose(c->file) != 0)
        give_up("cannot write '%s': %s", np_buf_cstr(&c->path), strerror(errno));
    deflateEnd(&c->z);
    np_buf_release(&c->deflated);
    np_buf_release(&c->directory);
    np_buf_release(&c->path);
    size = c->size;
    free(c);
    return size;
}

FILE *list_open(const char *folder, const char *name)
{
    struct np_buf path = { 0 };
    FILE *file = fopen(path_in(&path, folder, name), "wb");

    if (!file)
        give_up("cannot create '%s': %s", np_buf_cstr(&path), strerror(errno));
    np_buf_release(&path);
    return file;
}

void list_close(FILE *file, const char *name)
{
    if (ferror(file) | fclose(file))
        give_up("cannot write '%s': %s", name, strerror(errno));
}
