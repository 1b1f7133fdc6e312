/* inflate.h -- raw deflate data to bytes, by zlib or by ISA-L: same bytes, same verdicts.
 *
 * The gzip and zip readers check lengths and checksums themselves; a backend only
 * inflates and sums.
 */
#ifndef INPUT_INFLATE_H
#define INPUT_INFLATE_H

#include <stddef.h>
#include <stdint.h>

enum inflate_step {
    INFLATE_MORE, /* wants input or room */
    INFLATE_DONE, /* the last block is over; all of it was written */
    INFLATE_BAD   /* not deflate data */
};

#define INFLATE_REST 8

struct inflate {
    void *state;        /* owned by the backend */
    const char *in;     /* borrowed; moved forward */
    size_t in_n;
    char *out;          /* borrowed; moved forward */
    size_t out_n;
    uint32_t crc;       /* CRC-32 of the output since the reset */
    char rest[INFLATE_REST]; /* unless INFLATE_MORE: bytes taken too many, before `in` */
    size_t rest_n;
    const char *why;    /* at INFLATE_BAD; static */
};

struct inflate_backend {
    const char *name;
    void (*open)(struct inflate *inflate);
    void (*reset)(struct inflate *inflate);
    enum inflate_step (*step)(struct inflate *inflate);
    void (*close)(struct inflate *inflate);
};

/* Best first; NULL ended. zlib is always the last one. */
extern const struct inflate_backend *const inflate_backends[];
extern const struct inflate_backend inflate_zlib;
#ifdef HAVE_ISAL
extern const struct inflate_backend inflate_isal;
#endif

/* CRC-32 as gzip and zip use it. */
uint32_t crc_of(uint32_t crc, const char *p, size_t n);

#endif
