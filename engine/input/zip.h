/* zip.h -- what the two zip readers share: zip.c goes by the central directory, zip_pipe.c
 * reads one entry after the other where nothing can seek.
 */
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

/* NP_OK, or NP_SKIP: encrypted, a method other than stored and deflate, a link. */
enum np_status zip_entry_check(const struct zip_entry *entry, struct np_err *err);

/* Puts the values of a zip64 extra field where the short ones are all ones; false: they are not
 * there. *found says whether there was one.                                                 */
bool zip_take_extra(struct zip_entry *entry, const char *extra, size_t n, bool *found);

/* Whether `tail`, the end of a file, holds the end record whose comment reaches to the end:
 * its place, or -1.                                                                        */
int64_t zip_find_end(const char *tail, size_t n);
#define ZIP_END_BYTES 22
#define ZIP_END_MOST (ZIP_END_BYTES + 65535)

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
