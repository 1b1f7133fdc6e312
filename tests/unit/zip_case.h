/* zip_case.h -- zip files by hand: entries as they are, then the directory.
 *
 *     struct zipped z = { 0 };
 *     zip_put(&z, "a.xml", body);
 *     zip_end(&z);                     z.bytes is the file
 *     zip_release(&z);
 */
#ifndef UNIT_ZIP_CASE_H
#define UNIT_ZIP_CASE_H

#include <nanopat/buf.h>
#include <zlib.h>

struct zipped {
    struct np_buf bytes, directory;
    int entries;
};

static inline void zip_put16(struct np_buf *b, unsigned x)
{
    np_buf_putc(b, (char)(x & 255));
    np_buf_putc(b, (char)(x >> 8 & 255));
}

/* An entry as it is, with its checksum. */
static inline void zip_put(struct zipped *z, const char *name, struct np_slice body)
{
    uint32_t crc = (uint32_t)crc32(0, (const unsigned char *)body.p, (unsigned)body.n);
    uint32_t at = (uint32_t)z->bytes.n;
    struct np_buf common = { 0 };

    zip_put16(&common, 20); /* version, flags, method, time, date */
    zip_put16(&common, 0), zip_put16(&common, 0), zip_put16(&common, 0), zip_put16(&common, 0x21);
    np_buf_u32(&common, crc);
    np_buf_u32(&common, (uint32_t)body.n);
    np_buf_u32(&common, (uint32_t)body.n);
    zip_put16(&common, (unsigned)strlen(name));
    zip_put16(&common, 0);
    np_buf_put(&z->bytes, "PK\3\4", 4);
    np_buf_puts_slice(&z->bytes, np_buf_slice(&common));
    np_buf_puts(&z->bytes, name);
    np_buf_puts_slice(&z->bytes, body);
    np_buf_put(&z->directory, "PK\1\2\24\0", 6);
    np_buf_puts_slice(&z->directory, np_buf_slice(&common));
    for (int i = 0; i < 5; i++)
        zip_put16(&z->directory, 0);
    np_buf_u32(&z->directory, at);
    np_buf_puts(&z->directory, name);
    np_buf_release(&common);
    z->entries++;
}

static inline void zip_end(struct zipped *z)
{
    uint32_t at = (uint32_t)z->bytes.n;

    np_buf_puts_slice(&z->bytes, np_buf_slice(&z->directory));
    np_buf_put(&z->bytes, "PK\5\6\0\0\0\0", 8);
    zip_put16(&z->bytes, (unsigned)z->entries), zip_put16(&z->bytes, (unsigned)z->entries);
    np_buf_u32(&z->bytes, (uint32_t)z->directory.n);
    np_buf_u32(&z->bytes, at);
    zip_put16(&z->bytes, 0);
}

static inline void zip_release(struct zipped *z)
{
    np_buf_release(&z->bytes);
    np_buf_release(&z->directory);
    z->entries = 0;
}

#endif
