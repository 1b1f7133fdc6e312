/* buf.c -- growing bytes, and the flat little-endian encoding over them. */
#include <nanopat/buf.h>

#include <nanopat/arena.h>
#include <nanopat/err.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void np_buf_release(struct np_buf *b)
{
    free(b->p);
    *b = (struct np_buf){ 0 };
}

char *np_buf_room(struct np_buf *b, size_t n)
{
    if (b->cap - b->n < n || !b->p) {
        size_t cap = b->cap ? b->cap : 256;

        if (n > SIZE_MAX / 4 - b->n)
            np_panic("out of memory (%zu bytes)", n);
        while (cap - b->n < n)
            cap *= 2;
        b->p = np_realloc(b->p, cap);
        b->cap = cap;
    }
    return b->p + b->n;
}

void np_buf_put(struct np_buf *b, const void *p, size_t n)
{
    if (n == 0)
        return;
    memcpy(np_buf_room(b, n), p, n);
    b->n += n;
}

void np_buf_putc(struct np_buf *b, char c)
{
    *np_buf_room(b, 1) = c;
    b->n++;
}

void np_buf_puts(struct np_buf *b, const char *s)
{
    np_buf_put(b, s, strlen(s));
}

void np_buf_puts_slice(struct np_buf *b, struct np_slice s)
{
    np_buf_put(b, s.p, s.n);
}

void np_buf_printf(struct np_buf *b, const char *format, ...)
{
    va_list args, again;
    int n;

    va_start(args, format);
    va_copy(again, args);
    n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n < 0)
        np_panic("bad format '%s'", format);
    vsnprintf(np_buf_room(b, (size_t)n + 1), (size_t)n + 1, format, again);
    va_end(again);
    b->n += (size_t)n;
}

const char *np_buf_cstr(struct np_buf *b)
{
    *np_buf_room(b, 1) = '\0';
    return b->p;
}

void np_buf_u32(struct np_buf *b, uint32_t x)
{
    unsigned char c[4] = { (unsigned char)x, (unsigned char)(x >> 8), (unsigned char)(x >> 16),
                           (unsigned char)(x >> 24) };

    np_buf_put(b, c, sizeof c);
}

void np_buf_u64(struct np_buf *b, uint64_t x)
{
    np_buf_u32(b, (uint32_t)x);
    np_buf_u32(b, (uint32_t)(x >> 32));
}

void np_buf_bytes(struct np_buf *b, struct np_slice s)
{
    if (s.n > UINT32_MAX)
        np_panic("a text of %zu bytes cannot be encoded", s.n);
    np_buf_u32(b, (uint32_t)s.n);
    np_buf_put(b, s.p, s.n);
}

uint32_t np_read_u32(struct np_reader *r)
{
    unsigned char c[4];

    if (r->bad || r->end - r->p < 4) {
        r->bad = true;
        return 0;
    }
    memcpy(c, r->p, 4);
    r->p += 4;
    return (uint32_t)c[0] | (uint32_t)c[1] << 8 | (uint32_t)c[2] << 16 | (uint32_t)c[3] << 24;
}

uint64_t np_read_u64(struct np_reader *r)
{
    uint64_t low = np_read_u32(r);
    uint64_t high = np_read_u32(r);

    return low | high << 32;
}

struct np_slice np_read_bytes(struct np_reader *r)
{
    size_t n = np_read_u32(r);
    struct np_slice s = { r->p, n };

    if (r->bad || (size_t)(r->end - r->p) < n) {
        r->bad = true;
        return NP_EMPTY;
    }
    r->p += n;
    return s;
}
