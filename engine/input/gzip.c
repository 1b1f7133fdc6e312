/* gzip.c -- gzip members one after the other, every check made.
 *
 *     member = header, deflate data, CRC-32, length;   file = member+ zeros*
 *
 * gzread() calls a cut file complete and garbage behind the end nothing (see
 * reference/reliability.md 2.3); here both end in NP_FAIL with the compressed byte,
 * after all good bytes were given. Format: RFC 1952.
 */
#include "codes.h"
#include "inflate.h"
#include "stream.h"

#include <nanopat/arena.h>
#include <stdlib.h>

#define PIECE ((size_t)256 << 10)

struct gzip {
    struct stream stream;
    struct stream *in; /* borrowed */
    const struct inflate_backend *backend;
    struct inflate inflate;
    char *piece;         /* owned; room for what a backend gives back, then PIECE bytes */
    size_t at, n;        /* unread part of piece */
    int64_t read;        /* compressed bytes taken from `in` */
    int64_t member_at;   /* where this member's header begins */
    int64_t members;
    uint32_t length;     /* of this member's output, modulo 2^32 */
    bool inside;         /* between header and trailer */
    enum np_status ended;
    struct np_err error; /* repeated after the end */
};

static int64_t here(const struct gzip *gzip)
{
    return gzip->read - (int64_t)(gzip->n - gzip->at);
}

static enum np_status refill(struct gzip *gzip)
{
    size_t got = 0;
    enum np_status status;

    gzip->at = gzip->n = INFLATE_REST;
    status = gzip->in->read(gzip->in, gzip->piece + INFLATE_REST, PIECE, &got, &gzip->error);
    gzip->n += got;
    gzip->read += (int64_t)got;
    return status;
}

/* NP_OK, or NP_END where there is no more input, or NP_FAIL with the error in place. */
static enum np_status next_byte(struct gzip *gzip, unsigned char *c)
{
    if (gzip->at == gzip->n) {
        enum np_status status = refill(gzip);

        if (status != NP_OK)
            return status;
    }
    *c = (unsigned char)gzip->piece[gzip->at++];
    return NP_OK;
}

static enum np_status cut_short(struct gzip *gzip, const char *place)
{
    return np_fail_at(&gzip->error, NP_FAIL, CODE_GZ_CUT, -1,
                      "gzip file cut short at compressed byte %lld, in the %s of the member that "
                      "begins at %lld",
                      (long long)here(gzip), place, (long long)gzip->member_at);
}

/* ---- header ---- */

/* One header byte; part of the header's own checksum. */
static enum np_status header_byte(struct gzip *gzip, uint32_t *crc, unsigned char *c)
{
    enum np_status status = next_byte(gzip, c);

    if (status == NP_END)
        return cut_short(gzip, "header");
    if (status == NP_OK)
        *crc = crc_of(*crc, (const char *)c, 1);
    return status;
}

static enum np_status skip_bytes(struct gzip *gzip, uint32_t *crc, unsigned n)
{
    enum np_status status = NP_OK;
    unsigned char c;

    while (status == NP_OK && n-- > 0)
        status = header_byte(gzip, crc, &c);
    return status;
}

static enum np_status skip_string(struct gzip *gzip, uint32_t *crc)
{
    enum np_status status;
    unsigned char c;

    do
        status = header_byte(gzip, crc, &c);
    while (status == NP_OK && c != 0);
    return status;
}

static enum np_status check_header_crc(struct gzip *gzip, uint32_t crc)
{
    uint32_t ignored = 0;
    unsigned char low, high;
    enum np_status status = header_byte(gzip, &ignored, &low);

    if (status == NP_OK)
        status = header_byte(gzip, &ignored, &high);
    if (status == NP_OK && (unsigned)(low | high << 8) != (crc & 0xffff))
        return np_fail_at(&gzip->error, NP_FAIL, CODE_GZ_HEADER, -1,
                          "wrong checksum of the gzip header at compressed byte %lld",
                          (long long)gzip->member_at);
    return status;
}

/* Extra field, name, comment, header checksum: RFC 1952, 2.3. */
static enum np_status optional_fields(struct gzip *gzip, uint32_t crc, unsigned flags)
{
    enum np_status status = NP_OK;
    unsigned char low = 0, high = 0;

    if (flags & 4) {
        status = header_byte(gzip, &crc, &low);
        if (status == NP_OK)
            status = header_byte(gzip, &crc, &high);
        if (status == NP_OK)
            status = skip_bytes(gzip, &crc, (unsigned)(low | high << 8));
    }
    if (status == NP_OK && flags & 8)
        status = skip_string(gzip, &crc);
    if (status == NP_OK && flags & 16)
        status = skip_string(gzip, &crc);
    if (status == NP_OK && flags & 2)
        status = check_header_crc(gzip, crc);
    return status;
}

/* Behind 1f 8b. */
static enum np_status read_header(struct gzip *gzip)
{
    uint32_t crc = crc_of(0, "\x1f\x8b", 2);
    unsigned char method = 0, flags = 0;
    enum np_status status = header_byte(gzip, &crc, &method);

    if (status == NP_OK)
        status = header_byte(gzip, &crc, &flags);
    if (status == NP_OK && (method != 8 || flags & 0xe0))
        return np_fail_at(&gzip->error, NP_FAIL, CODE_GZ_HEADER, -1,
                          "gzip header at compressed byte %lld: method %d, flags 0x%02x are not "
                          "known",
                          (long long)gzip->member_at, method, flags);
    if (status == NP_OK)
        status = skip_bytes(gzip, &crc, 6);
    return status == NP_OK ? optional_fields(gzip, crc, flags) : status;
}

/* Zeros up to the end are padding; all else between members is not ours. */
static enum np_status end_with_zeros(struct gzip *gzip)
{
    enum np_status status;
    unsigned char c;
    int64_t place = gzip->member_at;

    do
        status = next_byte(gzip, &c);
    while (status == NP_OK && c == 0);
    if (status == NP_OK)
        return np_fail_at(&gzip->error, NP_FAIL, CODE_GZ_TRAILING, -1,
                          "trailing garbage behind the gzip data, at compressed byte %lld",
                          (long long)place);
    return status;
}

static enum np_status not_a_member(struct gzip *gzip, unsigned char first)
{
    if (gzip->members == 0)
        return np_fail_at(&gzip->error, NP_FAIL, CODE_GZ_NOT, -1,
                          "not a gzip file: no gzip header at compressed byte 0");
    if (first == 0)
        return end_with_zeros(gzip);
    return np_fail_at(&gzip->error, NP_FAIL, CODE_GZ_TRAILING, -1,
                      "trailing garbage behind the gzip data, at compressed byte %lld",
                      (long long)gzip->member_at);
}

/* NP_OK: inside a member. NP_END: the file is over, and well. */
static enum np_status open_member(struct gzip *gzip)
{
    enum np_status status;
    unsigned char first = 0, second = 0;

    gzip->member_at = here(gzip);
    status = next_byte(gzip, &first);
    if (status == NP_END && gzip->members == 0)
        return cut_short(gzip, "header");
    if (status != NP_OK)
        return status;
    if (first != 0x1f)
        return not_a_member(gzip, first);
    status = next_byte(gzip, &second);
    if (status == NP_END)
        return cut_short(gzip, "header");
    if (status == NP_OK && second != 0x8b)
        return not_a_member(gzip, 1);
    if (status == NP_OK)
        status = read_header(gzip);
    if (status != NP_OK)
        return status;
    gzip->backend->reset(&gzip->inflate);
    gzip->members++;
    gzip->length = 0;
    gzip->inside = true;
    return NP_OK;
}

/* ---- trailer and data ---- */

static enum np_status trailer_word(struct gzip *gzip, uint32_t *word)
{
    *word = 0;
    for (int i = 0; i < 4; i++) {
        unsigned char c = 0;
        enum np_status status = next_byte(gzip, &c);

        if (status == NP_END)
            return cut_short(gzip, "trailer");
        if (status != NP_OK)
            return status;
        *word |= (uint32_t)c << (8 * i);
    }
    return NP_OK;
}

static enum np_status close_member(struct gzip *gzip)
{
    int64_t place = here(gzip);
    uint32_t crc, length = 0;
    enum np_status status = trailer_word(gzip, &crc);

    if (status == NP_OK)
        status = trailer_word(gzip, &length);
    if (status != NP_OK)
        return status;
    gzip->inside = false;
    if (crc != gzip->inflate.crc)
        return np_fail_at(&gzip->error, NP_FAIL, CODE_GZ_CRC, -1,
                          "wrong checksum at compressed byte %lld: the file says %08x, the data "
                          "give %08x",
                          (long long)place, crc, gzip->inflate.crc);
    if (length != gzip->length)
        return np_fail_at(&gzip->error, NP_FAIL, CODE_GZ_LENGTH, -1,
                          "wrong length at compressed byte %lld: the file says %u, the data have "
                          "%u",
                          (long long)place + 4, length, gzip->length);
    return NP_OK;
}

/* What the backend took too many goes before the unread bytes; there is always room. */
static void take_back(struct gzip *gzip)
{
    gzip->at -= gzip->inflate.rest_n;
    memcpy(gzip->piece + gzip->at, gzip->inflate.rest, gzip->inflate.rest_n);
}

/* Backends stop a few bytes apart from one another; in whole KiB they say the same. */
static enum np_status corrupt(struct gzip *gzip)
{
    return np_fail_at(&gzip->error, NP_FAIL, CODE_GZ_DATA, -1,
                      "corrupt gzip data near compressed byte %lld, in the member that begins at "
                      "%lld",
                      (long long)(here(gzip) & ~(int64_t)1023), (long long)gzip->member_at);
}

static enum np_status inflate_some(struct gzip *gzip, char *p, size_t n, size_t *got)
{
    struct inflate *inflate = &gzip->inflate;
    enum inflate_step step;

    if (gzip->at == gzip->n) {
        enum np_status status = refill(gzip);

        /* Output may still be waiting inside the backend when the input is over. */
        if (status == NP_FAIL)
            return status;
    }
    inflate->in = gzip->piece + gzip->at;
    inflate->in_n = gzip->n - gzip->at;
    inflate->out = p;
    inflate->out_n = n;
    step = gzip->backend->step(inflate);
    gzip->at = gzip->n - inflate->in_n;
    *got = n - inflate->out_n;
    gzip->length += (uint32_t)*got;
    if (step != INFLATE_MORE)
        take_back(gzip);
    if (step == INFLATE_DONE)
        return close_member(gzip);
    if (step == INFLATE_BAD)
        return corrupt(gzip);
    if (*got == 0 && gzip->at == gzip->n && gzip->n == INFLATE_REST)
        return cut_short(gzip, "data");
    return NP_OK;
}

static enum np_status read_gzip(struct stream *stream, char *p, size_t n, size_t *got,
                                struct np_err *err)
{
    struct gzip *gzip = (struct gzip *)stream;

    *got = 0;
    while (gzip->ended == NP_OK && *got == 0)
        gzip->ended = gzip->inside ? inflate_some(gzip, p, n, got) : open_member(gzip);
    if (*got)
        return NP_OK; /* a failure is given after the bytes before it */
    if (gzip->ended == NP_FAIL && err)
        *err = gzip->error;
    return gzip->ended;
}

static int64_t used_by_gzip(struct stream *stream)
{
    return here((struct gzip *)stream);
}

static void close_gzip(struct stream *stream)
{
    struct gzip *gzip = (struct gzip *)stream;

    gzip->backend->close(&gzip->inflate);
    free(gzip->piece);
    free(gzip);
}

struct stream *gzip_stream(struct stream *in, const struct inflate_backend *backend)
{
    struct gzip *gzip = np_calloc(1, sizeof *gzip);

    gzip->stream = (struct stream){
        .read = read_gzip, .used = used_by_gzip, .close = close_gzip, .size = -1
    };
    gzip->in = in;
    gzip->backend = backend;
    gzip->piece = np_malloc(INFLATE_REST + PIECE);
    gzip->at = gzip->n = INFLATE_REST;
    backend->open(&gzip->inflate);
    return &gzip->stream;
}
