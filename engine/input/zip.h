/* zip.h -- the central directory of a zip file, entry by entry; zip.c reads their data. */
#ifndef INPUT_ZIP_H
#define INPUT_ZIP_H

#include "stream.h"

struct zip_entry {
    struct np_buf name; /* owned */
    unsigned flags, method;
    uint32_t crc;
    int64_t packed_bytes, bytes;
    int64_t header_at; /* of the local header */
    int64_t listed_at; /* of its line in the central directory */
    bool link;
};

struct zip_directory {
    struct stream *in; /* borrowed; can seek */
    int64_t from, end; /* of the directory in the file */
    int64_t shift;     /* bytes before the zip file's own first byte */
    int64_t at;        /* next line */
    int64_t count, taken;
    int64_t packed_sum; /* of headers and data so far: overlaps show in it */
    char *piece;       /* owned: part of the directory */
    int64_t piece_at;
    size_t piece_n;
};

/* NP_OK; NP_END: there is no central directory; NP_FAIL. */
enum np_status zip_directory_open(struct zip_directory *directory, struct stream *in,
                                  struct np_err *err);
void zip_directory_release(struct zip_directory *directory);

/* NP_OK, NP_END after the last, NP_FAIL. */
enum np_status zip_directory_next(struct zip_directory *directory, struct zip_entry *entry,
                                  struct np_err *err);

/* n bytes at an offset; false if they are not there. */
bool zip_read_at(struct stream *in, int64_t at, char *p, size_t n);

static inline uint32_t zip_u16(const char *p)
{
    return (uint32_t)(unsigned char)p[0] | (uint32_t)(unsigned char)p[1] << 8;
}

static inline uint32_t zip_u32(const char *p)
{
    return zip_u16(p) | zip_u16(p + 2) << 16;
}

static inline int64_t zip_i64(const char *p)
{
    return (int64_t)((uint64_t)zip_u32(p) | (uint64_t)zip_u32(p + 4) << 32);
}

#endif
