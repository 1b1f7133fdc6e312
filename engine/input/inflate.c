/* inflate.c -- zlib as a backend, and the table of backends. */
#include "inflate.h"

#include <nanopat/arena.h>
#include <nanopat/err.h>
#include <stdlib.h>
#include <zlib.h>

static void open_zlib(struct inflate *inflate)
{
    z_stream *z = np_calloc(1, sizeof *z);

    if (inflateInit2(z, -MAX_WBITS) != Z_OK)
        np_panic("out of memory (zlib)");
    inflate->state = z;
    inflate->crc = 0;
}

static void reset_zlib(struct inflate *inflate)
{
    inflateReset(inflate->state);
    inflate->crc = 0;
}

static uInt clip(size_t n)
{
    return n < (1u << 30) ? (uInt)n : 1u << 30;
}

/* Here the name is zlib's function, there our struct's variable. */
static int call_zlib(z_stream *z)
{
    return inflate(z, Z_NO_FLUSH);
}

static enum inflate_step step_zlib(struct inflate *inflate)
{
    z_stream *z = inflate->state;
    char *begin = inflate->out;
    int r;

    z->next_in = (Bytef *)(uintptr_t)inflate->in;
    z->avail_in = clip(inflate->in_n);
    z->next_out = (Bytef *)inflate->out;
    z->avail_out = clip(inflate->out_n);
    r = call_zlib(z);
    inflate->in_n -= (size_t)((const char *)z->next_in - inflate->in);
    inflate->in = (const char *)z->next_in;
    inflate->out = (char *)z->next_out;
    inflate->out_n -= (size_t)(inflate->out - begin);
    inflate->crc = crc_of(inflate->crc, begin, (size_t)(inflate->out - begin));
    inflate->rest_n = 0;
    inflate->why = z->msg ? z->msg : "invalid data";
    if (r == Z_MEM_ERROR)
        np_panic("out of memory (zlib)");
    if (r == Z_STREAM_END)
        return INFLATE_DONE;
    return r == Z_OK || r == Z_BUF_ERROR ? INFLATE_MORE : INFLATE_BAD;
}

static void close_zlib(struct inflate *inflate)
{
    inflateEnd(inflate->state);
    free(inflate->state);
    inflate->state = NULL;
}

const struct inflate_backend inflate_zlib = { "zlib", open_zlib, reset_zlib, step_zlib, close_zlib };

const struct inflate_backend *const inflate_backends[] = {
#ifdef HAVE_ISAL
    &inflate_isal,
#endif
    &inflate_zlib,
    NULL
};

uint32_t crc_of(uint32_t crc, const char *p, size_t n)
{
    while (n > 0) {
        uInt piece = clip(n);

        crc = (uint32_t)crc32(crc, (const Bytef *)p, piece);
        p += piece;
        n -= piece;
    }
    return crc;
}
