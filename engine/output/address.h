/* address.h -- private to output: what a page is asked for, and addresses of pages.
 *
 * "/q/portfolios?subfield=1.8&order=-score": a path and parameters, decoded once. Addresses are written
 * with everything escaped that is not a plain letter, so that they may stand in HTML as they are.
 */
#ifndef OUTPUT_ADDRESS_H
#define OUTPUT_ADDRESS_H

#include <nanopat/arena.h>
#include <nanopat/buf.h>

struct parameter { struct np_slice name, value; };

struct address {
    struct np_slice first, rest; /* "q", "portfolios"; of "/": both empty */
    NP_LIST(struct parameter) parameters; /* in their order */
};

/* Texts live in the arena. False: a wrong escape, a NUL or control character, text that is not UTF-8. */
bool address_read(struct np_slice target, struct np_arena *arena, struct address *address);
/* The last value; empty if there is none. */
struct np_slice address_value(const struct address *address, const char *name);

/* "/q/portfolios": first and rest escaped; `rest` may be empty. */
void address_put_path(struct np_buf *b, const char *first, struct np_slice rest);
/* "&amp;name=value", or "?name=value" where b holds no '?' behind `from`. */
void address_add(struct np_buf *b, size_t from, const char *name, struct np_slice value);

#endif
