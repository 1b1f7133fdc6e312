/* text.c -- UTF-8: checking, squeezing, folding, width. utf8proc has its one home here. */
#include <nanopat/text.h>

#include <nanopat/err.h>
#include <stdlib.h>
#include <utf8proc.h>

/* Length of the well-formed sequence at s.p[at], or 0 (Unicode 15, table 3-7). */
static size_t sequence_at(struct np_slice s, size_t at)
{
    const unsigned char *p = (const unsigned char *)s.p + at;
    size_t left = s.n - at;
    unsigned char low = 0x80, high = 0xBF;
    size_t n;

    if (p[0] < 0x80)
        return 1;
    if (p[0] < 0xC2 || p[0] > 0xF4)
        return 0;
    n = p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
    if (left < n)
        return 0;
    if (p[0] == 0xE0)
        low = 0xA0;
    else if (p[0] == 0xED)
        high = 0x9F;
    else if (p[0] == 0xF0)
        low = 0x90;
    else if (p[0] == 0xF4)
        high = 0x8F;
    if (p[1] < low || p[1] > high)
        return 0;
    for (size_t i = 2; i < n; i++)
        if (p[i] < 0x80 || p[i] > 0xBF)
            return 0;
    return n;
}

/* The first byte from `at` on that is not ASCII, or s.n. Eight at a time: most text is ASCII. */
static size_t skip_ascii(struct np_slice s, size_t at)
{
    for (uint64_t eight; at + sizeof eight <= s.n; at += sizeof eight) {
        memcpy(&eight, s.p + at, sizeof eight);
        if (eight & UINT64_C(0x8080808080808080))
            break;
    }
    while (at < s.n && (unsigned char)s.p[at] < 0x80)
        at++;
    return at;
}

size_t np_utf8_check(struct np_slice s)
{
    size_t at = 0;

    while ((at = skip_ascii(s, at)) < s.n) {
        size_t n = sequence_at(s, at);

        if (n == 0)
            return at;
        at += n;
    }
    return s.n;
}

struct np_slice np_utf8_prefix(struct np_slice s, size_t n)
{
    s = np_slice_sub(s, 0, n);
    s.n = np_utf8_check(s);
    return s;
}

uint32_t np_utf8_next(struct np_slice s, size_t *at)
{
    const unsigned char *p = (const unsigned char *)s.p + *at;
    size_t n = sequence_at(s, *at);

    *at += n ? n : 1;
    switch (n) {
    case 1: return p[0];
    case 2: return (uint32_t)(p[0] & 0x1F) << 6 | (p[1] & 0x3F);
    case 3: return (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
    case 4:
        return (uint32_t)(p[0] & 0x07) << 18 | (uint32_t)(p[1] & 0x3F) << 12 |
               (uint32_t)(p[2] & 0x3F) << 6 | (p[3] & 0x3F);
    default: return 0xFFFD;
    }
}

void np_utf8_put(struct np_buf *b, uint32_t c)
{
    char *p = np_buf_room(b, 4);

    if (c < 0x80) {
        p[0] = (char)c;
        b->n += 1;
    } else if (c < 0x800) {
        p[0] = (char)(0xC0 | c >> 6);
        p[1] = (char)(0x80 | (c & 0x3F));
        b->n += 2;
    } else if (c < 0x10000) {
        p[0] = (char)(0xE0 | c >> 12);
        p[1] = (char)(0x80 | (c >> 6 & 0x3F));
        p[2] = (char)(0x80 | (c & 0x3F));
        b->n += 3;
    } else {
        p[0] = (char)(0xF0 | c >> 18);
        p[1] = (char)(0x80 | (c >> 12 & 0x3F));
        p[2] = (char)(0x80 | (c >> 6 & 0x3F));
        p[3] = (char)(0x80 | (c & 0x3F));
        b->n += 4;
    }
}

bool np_is_cjk(uint32_t c)
{
    return (c >= 0x1100 && c <= 0x11FF) || (c >= 0x2E80 && c <= 0x303E) ||
           (c >= 0x3041 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) ||
           (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFD);
}

static bool is_space(uint32_t c)
{
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

/* Korean parts its words by blanks; Chinese and Japanese do not. */
static bool is_written_without_blanks(uint32_t c)
{
    bool hangul = (c >= 0x1100 && c <= 0x11FF) || (c >= 0x3130 && c <= 0x318F) ||
                  (c >= 0xAC00 && c <= 0xD7A3);

    return np_is_cjk(c) && !hangul;
}

/* What comes out is never longer than s: room is made once. */
void np_text_squeeze(struct np_buf *b, struct np_slice s)
{
    char *out = np_buf_room(b, s.n);
    uint32_t before = 0;
    bool gap = false;
    size_t at = 0;

    while (at < s.n) {
        size_t from = at;
        unsigned char first = (unsigned char)s.p[at];
        uint32_t c = first;

        if (c < 0x80)
            at++;
        else
            c = np_utf8_next(s, &at);
        if (is_space(c)) {
            gap = true;
            continue;
        }
        if (gap && before && !(is_written_without_blanks(before) && is_written_without_blanks(c)))
            *out++ = ' ';
        gap = false;
        before = c;
        for (size_t i = from; i < at; i++)
            *out++ = s.p[i];
    }
    b->n = s.n ? (size_t)(out - b->p) : b->n;
}

static uint32_t fold_punctuation(uint32_t c)
{
    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFF0D)
        return '-';
    return is_space(c) ? ' ' : c;
}

static char *put_origin(char *p, size_t origin)
{
    for (int i = 0; i < 4; i++)
        *p++ = (char)(origin >> 8 * i);
    return p;
}

static void map_bytes(struct np_buf *map, size_t count, size_t origin)
{
    char *p;

    if (!map)
        return;
    p = np_buf_room(map, count * 4);
    for (size_t i = 0; i < count; i++)
        p = put_origin(p, origin);
    map->n += count * 4;
}

/* The ASCII from `from` to `to`: one byte for each. */
static void fold_ascii(struct np_buf *b, struct np_slice s, size_t from, size_t to,
                       struct np_buf *map)
{
    char *out = np_buf_room(b, to - from);
    char *p = map ? np_buf_room(map, (to - from) * 4) : NULL;

    for (size_t at = from; at < to; at++) {
        char c = s.p[at];

        *out++ = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c < 0x20 ? ' ' : c);
    }
    for (size_t at = from; p && at < to; at++)
        p = put_origin(p, at);
    b->n += to - from;
    if (map)
        map->n += (to - from) * 4;
}

static void fold_one(struct np_buf *b, uint32_t c)
{
    utf8proc_int32_t out[32];
    int boundary = 0;
    utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)c, out, 32,
                                                 UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                     UTF8PROC_CASEFOLD,
                                                 &boundary);

    if (n < 0 || n > 32) {
        np_utf8_put(b, c);
        return;
    }
    n = utf8proc_normalize_utf32(out, n, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    for (utf8proc_ssize_t i = 0; i < n; i++)
        np_utf8_put(b, fold_punctuation((uint32_t)out[i]));
}

void np_text_fold(struct np_buf *b, struct np_slice s, struct np_buf *map)
{
    size_t at = 0;

    while (at < s.n) {
        size_t from = at, ascii = skip_ascii(s, at), before;
        uint32_t c;

        if (ascii > at) {
            fold_ascii(b, s, at, ascii, map);
            at = ascii;
            continue;
        }
        before = b->n;
        c = np_utf8_next(s, &at);
        if (c >= 0x4E00 && c <= 0x9FFF)
            np_buf_put(b, s.p + from, at - from);
        else
            fold_one(b, fold_punctuation(c));
        map_bytes(map, b->n - before, from);
    }
    map_bytes(map, 1, s.n);
}

int np_text_width(struct np_slice s)
{
    size_t at = 0;
    int width = 0;

    while (at < s.n) {
        int w = utf8proc_charwidth((utf8proc_int32_t)np_utf8_next(s, &at));

        width += w < 0 ? 0 : w;
    }
    return width;
}
