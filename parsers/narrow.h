/* narrow.h -- full-width letters, digits and punctuation of Chinese and Japanese print as ASCII. */
#ifndef PARSERS_NARROW_H
#define PARSERS_NARROW_H

#include <nanopat/arena.h>

/* U+FF01..FF5E as 21..7E; all else stays. In the arena, or `text` itself if nothing changes. */
struct np_slice np_narrow(struct np_arena *arena, struct np_slice text);

/* One such character at p: its length, and the ASCII one; 0 if it is another. */
size_t np_narrow_one(const char *p, size_t left, char *out);

#endif
