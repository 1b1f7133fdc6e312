/* markup.c -- how text stands in each dialect: escapes, subscripts, characters beyond ASCII. */
#include "world.h"

static const struct {
    const char *sub, *sub_end, *sup, *sup_end;
    bool numeric; /* characters beyond ASCII as &#x...; */
} styles[] = {
    [MARKUP_US] = { "<sub>", "</sub>", "<sup>", "</sup>", true },
    [MARKUP_DOCDB] = { "", "", "", "", false },
    [MARKUP_DOCDB_NUMERIC] = { "", "", "", "", true },
    [MARKUP_CN] = { "<base:Sub>", "</base:Sub>", "<base:Sup>", "</base:Sup>", false },
    [MARKUP_SIPO] = { "<sub>", "</sub>", "<sup>", "</sup>", false },
};

void put_int(struct np_buf *b, unsigned value, int width)
{
    char digits[16];
    int at = sizeof digits;

    do
        digits[--at] = (char)('0' + value % 10);
    while (value /= 10);
    while ((int)sizeof digits - at < width && at > 0)
        digits[--at] = '0';
    np_buf_put(b, digits + at, sizeof digits - (size_t)at);
}

/* Bytes of a UTF-8 sequence; the text is our own and well formed. */
static size_t decode(const char *p, uint32_t *c)
{
    unsigned char lead = (unsigned char)p[0];
    size_t n = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;

    *c = lead & (0x7Fu >> n);
    for (size_t i = 1; i < n; i++)
        *c = *c << 6 | ((unsigned char)p[i] & 0x3F);
    return n;
}

static void put_reference(struct np_buf *out, uint32_t c)
{
    char text[12];
    int at = sizeof text;

    text[--at] = ';';
    do
        text[--at] = "0123456789abcdef"[c & 15];
    while (c >>= 4);
    np_buf_puts(out, "&#x");
    np_buf_put(out, text + at, sizeof text - (size_t)at);
}

/* DOCDB writes the letters of its ISO entity sets by name. */
static const char *entity_of(uint32_t c)
{
    switch (c) {
    case 0xE4: return "&auml;";
    case 0xF6: return "&ouml;";
    case 0xFC: return "&uuml;";
    case 0xDF: return "&szlig;";
    case 0xB0: return "&deg;";
    case 0xB7: return "&middot;";
    case 0x2013: return "&ndash;";
    default: return NULL;
    }
}

static void put_ascii(struct np_buf *out, char c, enum markup markup)
{
    switch (c) {
    case '&': np_buf_puts(out, markup == MARKUP_US ? "&#x26;" : "&amp;"); break;
    case '<': np_buf_puts(out, markup == MARKUP_US ? "&#x3c;" : "&lt;"); break;
    case '>': np_buf_puts(out, markup == MARKUP_US ? "&#x3e;" : "&gt;"); break;
    default: np_buf_putc(out, c);
    }
}

static size_t script_length(const char *p, const char *end, char mark)
{
    size_t n = 0;

    while (p + n < end &&
           ((p[n] >= '0' && p[n] <= '9') || p[n] == '.' || (mark == '^' && p[n] == '+')))
        n++;
    return n ? n : 1; /* "T_x" */
}

void put_text(struct np_buf *out, const char *p, size_t n, enum markup markup)
{
    const char *end = p + n, *run = p;

    while (p < end) {
        unsigned char c = (unsigned char)*p;
        bool script = c == '_' || c == '^';
        if (c < 0x80 ? c != '&' && c != '<' && c != '>' && !script
                     : !styles[markup].numeric && markup != MARKUP_DOCDB) {
            p++;
            continue;
        }
        np_buf_put(out, run, (size_t)(p - run));
        if (script) {
            size_t length = script_length(p + 1, end, (char)c);
            np_buf_puts(out, c == '_' ? styles[markup].sub : styles[markup].sup);
            np_buf_put(out, p + 1, length);
            np_buf_puts(out, c == '_' ? styles[markup].sub_end : styles[markup].sup_end);
            p += 1 + length;
        } else if (c < 0x80) {
            put_ascii(out, *p++, markup);
        } else {
            uint32_t code;
            size_t length = decode(p, &code);
            const char *name = markup == MARKUP_DOCDB ? entity_of(code) : NULL;
            if (name)
                np_buf_puts(out, name);
            else if (markup == MARKUP_DOCDB)
                np_buf_put(out, p, length);
            else
                put_reference(out, code);
            p += length;
        }
        run = p;
    }
    np_buf_put(out, run, (size_t)(p - run));
}
