/* fuzz_parse.c -- any bytes as a dump, framed and read by every dialect: no crash, and what is
 * read survives its encoding byte for byte.                                                  */
#include "../../engine/input/frame.h"

#include <nanopat/parse.h>
#include <nanopat/record.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct memory {
    const uint8_t *p;
    size_t n, at;
};

static enum np_status read_memory(void *from, char *p, size_t n, size_t *got, struct np_err *err)
{
    struct memory *memory = from;
    size_t rest = memory->n - memory->at;

    (void)err;
    *got = rest < n ? rest : n;
    memcpy(p, memory->p + memory->at, *got);
    memory->at += *got;
    return *got ? NP_OK : NP_END;
}

/* decode(encode(r)) encodes to the same bytes. */
static void check_round_trip(const struct np_record *record, struct np_arena *arena)
{
    struct np_buf first = { 0 }, second = { 0 };
    struct np_record *again;
    struct np_err err;

    np_record_encode(&first, record);
    if (np_record_decode(np_buf_slice(&first), arena, &again, &err) != NP_OK)
        abort();
    np_record_encode(&second, again);
    if (!np_slice_eq(np_buf_slice(&first), np_buf_slice(&second)))
        abort();
    np_buf_reset(&second);
    np_record_json(&second, again);
    np_buf_release(&first);
    np_buf_release(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct np_parser *parser;
    struct memory memory = { data, size, 0 };
    struct np_framer *framer = framer_over(read_memory, &memory, 4096, np_dialect_framings(),
                                           &np_limits_default);
    struct np_arena *arena = np_arena_new();
    struct np_document d;
    enum np_status status;

    if (!parser)
        parser = np_parser_new();
    while ((status = np_framer_next(framer, &d, NULL)) != NP_END && status != NP_FAIL) {
        struct np_record *record;

        np_arena_reset(arena);
        if (status == NP_OK &&
            np_parser_read(parser, &d, NP_S("f"), NP_S("m"), arena, &record, NULL) == NP_OK)
            check_round_trip(record, arena);
    }
    np_arena_free(arena);
    np_framer_free(framer);
    return 0;
}
