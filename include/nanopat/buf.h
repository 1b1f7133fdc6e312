/* buf.h -- bytes that grow: encodings, JSON, CSV, messages.
 *
 *     struct np_buf b = { 0 };
 *     np_buf_puts(&b, "a,");
 *     np_buf_printf(&b, "%d\n", 7);
 *     use(np_buf_slice(&b));
 *     np_buf_release(&b);
 */
#ifndef NANOPAT_BUF_H
#define NANOPAT_BUF_H

#include <nanopat/slice.h>

struct np_buf {
    char *p; /* owned; NULL while empty */
    size_t n;
    size_t cap;
};

void np_buf_release(struct np_buf *b);
static inline void np_buf_reset(struct np_buf *b) { b->n = 0; }
static inline struct np_slice np_buf_slice(const struct np_buf *b)
{
    return (struct np_slice){ b->p ? b->p : "", b->n };
}

/* Room for n more bytes behind the end; they are not counted until n is raised. */
char *np_buf_room(struct np_buf *b, size_t n);
void np_buf_put(struct np_buf *b, const void *p, size_t n);
void np_buf_putc(struct np_buf *b, char c);
void np_buf_puts(struct np_buf *b, const char *s);
void np_buf_puts_slice(struct np_buf *b, struct np_slice s);
void np_buf_printf(struct np_buf *b, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* NUL behind the content (not counted); the pointer is good until the next change. */
const char *np_buf_cstr(struct np_buf *b);

/* JSON: a quoted string, control characters escaped, UTF-8 left as it is;
 * bytes that are not UTF-8 come out as U+FFFD.                              */
void np_json_string(struct np_buf *b, struct np_slice s);
/* 6 decimals, trailing zeros kept; NaN and infinities are null. */
void np_json_real(struct np_buf *b, double x);

/* Flat encoding: little-endian integers and length-prefixed bytes. */
void np_buf_u32(struct np_buf *b, uint32_t x);
void np_buf_u64(struct np_buf *b, uint64_t x);
void np_buf_bytes(struct np_buf *b, struct np_slice s); /* u32 length, then the bytes */

/* The reader of the same. Input is hostile: after the first short read every
 * call returns 0 or an empty slice, and `bad` is set.                        */
struct np_reader {
    const char *p;
    const char *end;
    bool bad;
};
static inline struct np_reader np_reader_of(struct np_slice s)
{
    return (struct np_reader){ s.p, s.p + s.n, false };
}
uint32_t np_read_u32(struct np_reader *r);
uint64_t np_read_u64(struct np_reader *r);
struct np_slice np_read_bytes(struct np_reader *r); /* borrows from the input */

#endif
