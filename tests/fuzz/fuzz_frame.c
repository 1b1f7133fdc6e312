/* fuzz_frame.c -- any bytes as a member: the documents do not depend on the size of the pieces,
 * lie in order, and every byte of them is the member's.                                      */
#include "../../engine/input/frame.h"
#include "memory.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct np_framing framings[] = {
    { "r", { "d", "e" } },
    { "exchange-documents", { "exchange-document" } },
    { "PATN", { NP_LINES "PATN$", NP_HEADER "HHHHHT" } },
    { "fees", { NP_LINES "== ##", NP_LINES "= ##" } },
    { NULL, { NULL } },
};

static void frame_all(const uint8_t *data, size_t size, size_t piece, struct np_buf *out)
{
    struct np_limits limits = np_limits_default;
    struct memory memory = { data, size, 0 };
    struct np_framer *framer;
    struct np_document d;
    struct np_err err = { 0 };
    enum np_status status;
    int64_t behind = 0;

    limits.document_bytes = 300;
    limits.start_tag_bytes = 50;
    framer = framer_over(read_memory, &memory, piece, framings, &limits);
    while ((status = np_framer_next(framer, &d, &err)) != NP_END) {
        np_buf_printf(out, "%d %lld %lld %zu %.*s %s\n", (int)status, (long long)d.ordinal,
                      (long long)d.offset, d.bytes.n, NP_ARG(d.root),
                      status == NP_OK ? "" : err.what);
        np_buf_puts_slice(out, d.envelope);
        if (status == NP_OK && (d.offset < behind || d.bytes.n == 0 ||
                                memcmp(d.bytes.p, data + d.offset, d.bytes.n) != 0))
            abort();
        if (status == NP_OK)
            behind = d.offset + (int64_t)d.bytes.n;
        if (d.ordinal > (int64_t)size + 2)
            abort(); /* it does not move */
    }
    np_framer_free(framer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const size_t pieces[] = { 7, 100 };
    struct np_buf first = { 0 }, other = { 0 };

    if (size > 4096)
        return 0;
    frame_all(data, size, 4096, &first);
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        np_buf_reset(&other);
        frame_all(data, size, pieces[i], &other);
        if (!np_slice_eq(np_buf_slice(&first), np_buf_slice(&other)))
            abort();
    }
    np_buf_release(&first);
    np_buf_release(&other);
    return 0;
}
