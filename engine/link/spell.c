/* spell.c -- names in one spelling: capitals, no marks, no punctuation. */
#include "namer.h"

#include <nanopat/text.h>

/* Latin letters with marks, U+00E0..00FF and U+0100..017F, without them. '*' is no letter. */
static const char latin_1[] = "AAAAAAACEEEEIIIIDNOOOOO*OUUUUYTY";
static const char latin_a[] = "AAAAAA" "CCCCCCCC" "DDDD" "EEEEEEEEEE" "GGGGGGGG" "HHHH" "IIIIIIIIII"
                              "II" "JJ" "KKK" "LLLLLLLLLL" "NNNNNNNNN" "OOOOOO" "OO" "RRRRRR"
                              "SSSSSSSS" "TTTTTT" "UUUUUUUUUUUU" "WW" "YYY" "ZZZZZZ" "S";

static bool is_kept_ascii(uint32_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '&' || c == '@' || c == '$' ||
           c == '+';
}

/* Punctuation beyond ASCII: general, CJK, middle dots, full-width signs. */
static bool is_mark(uint32_t c)
{
    return (c >= 0x80 && c <= 0xBF) || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x2BFF) ||
           (c >= 0x3000 && c <= 0x303F && c != 0x3005 && c != 0x3007) || c == 0x30FB ||
           (c >= 0xFE10 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFFEF);
}

static bool is_combining(uint32_t c)
{
    return c >= 0x300 && c <= 0x36F;
}

static uint32_t bare(uint32_t c)
{
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 'A';
    if (c >= 0xE0 && c <= 0xFF)
        return (uint32_t)latin_1[c - 0xE0];
    if (c >= 0x100 && c <= 0x17F)
        return (uint32_t)latin_a[c - 0x100];
    return c;
}

void spell_key(struct np_buf *b, struct np_slice name)
{
    struct np_buf squeezed = { 0 }, folded = { 0 };
    struct np_slice s;
    bool gap = false;

    np_text_squeeze(&squeezed, name);
    np_text_fold(&folded, np_buf_slice(&squeezed), NULL);
    s = np_buf_slice(&folded);
    for (size_t at = 0, start = b->n; at < s.n;) {
        uint32_t c = bare(np_utf8_next(s, &at));

        if (is_combining(c) || c == '\'')
            continue; /* MCDONALD'S and MCDONALDS are one spelling */
        if (c < 0x80 ? !is_kept_ascii(c) : is_mark(c)) {
            gap = b->n > start;
            continue;
        }
        if (gap)
            np_buf_putc(b, ' ');
        gap = false;
        np_utf8_put(b, c);
    }
    np_buf_release(&squeezed);
    np_buf_release(&folded);
}

size_t count_letters(struct np_slice s)
{
    size_t n = 0;

    for (size_t i = 0; i < s.n; i++)
        n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
    return n;
}
