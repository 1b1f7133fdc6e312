/* round_trip.h -- decode(encode(r)) encodes to the same bytes, and its JSON is UTF-8 of one line. */
#ifndef FUZZ_ROUND_TRIP_H
#define FUZZ_ROUND_TRIP_H

#include <nanopat/record.h>
#include <nanopat/text.h>
#include <stdlib.h>

static inline void check_round_trip(const struct np_record *record, struct np_arena *arena)
{
    static struct np_buf first, second; /* kept: one call each execution */
    struct np_record *again;

    np_buf_reset(&first);
    np_record_encode(&first, record);
    if (np_record_decode(np_buf_slice(&first), arena, &again, NULL) != NP_OK)
        abort();
    np_buf_reset(&second);
    np_record_encode(&second, again);
    if (!np_slice_eq(np_buf_slice(&first), np_buf_slice(&second)))
        abort();
    np_buf_reset(&second);
    np_record_json(&second, again);
    if (np_utf8_check(np_buf_slice(&second)) != second.n || memchr(second.p, '\n', second.n))
        abort();
}

#endif
