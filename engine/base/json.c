/* json.c -- writing JSON: strings and numbers. Reading is left to jansson. */
#include <nanopat/buf.h>
#include <nanopat/text.h>

#include <math.h>

static void put_escape(struct np_buf *b, unsigned char c)
{
    switch (c) {
    case '"': np_buf_puts(b, "\\\""); break;
    case '\\': np_buf_puts(b, "\\\\"); break;
    case '\n': np_buf_puts(b, "\\n"); break;
    case '\r': np_buf_puts(b, "\\r"); break;
    case '\t': np_buf_puts(b, "\\t"); break;
    default: np_buf_printf(b, "\\u%04x", c);
    }
}

static bool needs_escape(unsigned char c)
{
    return c < 0x20 || c == '"' || c == '\\' || c == 0x7f;
}

static void put_valid(struct np_buf *b, struct np_slice s)
{
    size_t from = 0;

    for (size_t i = 0; i < s.n; i++) {
        if (!needs_escape((unsigned char)s.p[i]))
            continue;
        np_buf_put(b, s.p + from, i - from);
        put_escape(b, (unsigned char)s.p[i]);
        from = i + 1;
    }
    np_buf_put(b, s.p + from, s.n - from);
}

void np_json_string(struct np_buf *b, struct np_slice s)
{
    np_buf_putc(b, '"');
    for (;;) {
        size_t good = np_utf8_check(s);

        put_valid(b, np_slice_sub(s, 0, good));
        if (good == s.n)
            break;
        np_utf8_put(b, 0xFFFD);
        s = np_slice_sub(s, good + 1, s.n);
    }
    np_buf_putc(b, '"');
}

void np_json_real(struct np_buf *b, double x)
{
    if (isfinite(x))
        np_buf_printf(b, "%.6f", x == 0 ? 0.0 : x);
    else
        np_buf_puts(b, "null");
}
