/* fuzz_parse.c -- any bytes as a dump, framed and read by every dialect: no crash, and what is
 * read survives its encoding byte for byte.                                                  */
#include "../../engine/input/frame.h"
#include "memory.h"
#include "round_trip.h"

#include <nanopat/parse.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

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
