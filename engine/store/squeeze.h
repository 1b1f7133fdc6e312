/* squeeze.h -- encoded records without their zeros. */
#ifndef NANOPAT_STORE_SQUEEZE_H
#define NANOPAT_STORE_SQUEEZE_H

#include <nanopat/arena.h>
#include <nanopat/buf.h>

/* Appends; at most 2 bytes in 8 longer than raw, plus 4. */
void np_squeeze(struct np_buf *b, struct np_slice raw);
/* The reverse, into the arena. False on anything that np_squeeze has not written. */
bool np_unsqueeze(struct np_slice squeezed, struct np_arena *arena, struct np_slice *raw);

#endif
