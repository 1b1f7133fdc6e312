/* fuzz_gzip.c -- any bytes as a gzip file: no crash, and both backends give the same verdict. */
#include "../../engine/input/inflate.h"
#include "../../engine/input/stream.h"

#include <nanopat/arena.h>
#include <stdlib.h>

#define MOST ((size_t)1 << 20)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct memory {
    struct stream stream;
    const uint8_t *p;
    size_t n, at, piece;
};

static enum np_status read_memory(struct stream *stream, char *p, size_t n, size_t *got,
                                  struct np_err *err)
{
    struct memory *memory = (struct memory *)stream;
    size_t rest = memory->n - memory->at;

    (void)err;
    *got = rest < n ? rest : n;
    *got = *got < memory->piece ? *got : memory->piece;
    memcpy(p, memory->p + memory->at, *got);
    memory->at += *got;
    return *got ? NP_OK : NP_END;
}

static enum np_status gunzip(const struct inflate_backend *backend, const uint8_t *data, size_t size,
                             size_t piece, struct np_buf *out)
{
    struct memory memory = { .stream = { .read = read_memory }, .p = data, .n = size,
                             .piece = piece };
    struct stream *gzip = gzip_stream(&memory.stream, backend);
    enum np_status status;
    size_t got;

    do {
        status = gzip->read(gzip, np_buf_room(out, 4096), 4096, &got, NULL);
        out->n += got;
    } while (status == NP_OK && out->n < MOST);
    gzip->close(gzip);
    return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct np_buf first = { 0 }, other = { 0 };
    size_t piece = size ? 1 + data[size - 1] : 1;
    enum np_status status = gunzip(&inflate_zlib, data, size, 65536, &first);

    for (size_t i = 0; inflate_backends[i]; i++) {
        enum np_status s;

        np_buf_reset(&other);
        s = gunzip(inflate_backends[i], data, size, piece, &other);
        /* what is whole to one is whole to the other, and the same */
        if (status == NP_END && (s != NP_END || !np_slice_eq(np_buf_slice(&first),
                                                             np_buf_slice(&other))))
            abort();
        if (memcmp(first.n ? first.p : "", other.n ? other.p : "",
                   first.n < other.n ? first.n : other.n) != 0)
            abort();
    }
    np_buf_release(&first);
    np_buf_release(&other);
    return 0;
}
