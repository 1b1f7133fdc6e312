/* standard_gate.c -- sixteen bytes at a time where the machine can.
 *
 *     ...measured after ISO 9277 by...
 *                       ##               capitals side by side: is it a head?
 *
 * Full-width letters (U+FF21 to U+FF3A: EF BC A1 to EF BC BA) count as capitals.
 */
#include "standard_gate.h"
#include "standard_pattern.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { NEAR = 28 /* characters looked at behind the beginning of a head */ };

static bool is_capital(unsigned char c) { return c >= 'A' && c <= 'Z'; }
static bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }
static bool is_alone(unsigned char before)
{
    return !is_digit(before) && !is_capital(before) && !(before >= 'a' && before <= 'z');
}

/* A character as ASCII where it is or has one: its length, at least 1. */
static size_t narrow(const unsigned char *p, size_t left, char *out)
{
    if (p[0] == 0xEF && left >= 3 && p[1] == 0xBC && p[2] >= 0x81 && p[2] <= 0xBF) {
        *out = (char)(p[2] - 0x81 + 0x21);
        return 3;
    }
    if (p[0] == 0xEF && left >= 3 && p[1] == 0xBD && p[2] >= 0x80 && p[2] <= 0x9E) {
        *out = (char)(p[2] - 0x80 + 0x60);
        return 3;
    }
    *out = p[0] < 0x80 ? (char)p[0] : '\x7f';
    return p[0] < 0xC0 ? 1 : p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
}

static uint32_t bit_of(char c)
{
    return c == '/' ? 1u << 26 : is_capital((unsigned char)c) ? 1u << (c - 'A') : 0;
}

void standard_gate_init(struct standard_gate *gate)
{
    memset(gate, 0, sizeof *gate);
    for (const struct standard_head *head = standard_heads; head->text; head++)
        gate->behind[head->text[0] - 'A'] |= bit_of(head->text[1]);
}

static bool leads_to_digits(const char *near, size_t n, size_t at, bool tight)
{
    for (; at < n && !is_digit((unsigned char)near[at]); at++)
        if (tight && near[at] != ' ' && near[at] != '/' && near[at] != 'T' && near[at] != 'Z' &&
            near[at] != '\n' && near[at] != '\r' && near[at] != '\t' && near[at] != '\x7f')
            return false;
    return at < n;
}

static bool is_head(const struct standard_gate *gate, struct np_slice text, size_t at)
{
    char near[NEAR];
    size_t n = 0;

    for (size_t i = at; n < NEAR && i < text.n; n++) {
        i += narrow((const unsigned char *)text.p + i, text.n - i, &near[n]);
        if (n == 1 && !(gate->behind[near[0] - 'A'] & bit_of(near[1])))
            return false;
    }
    for (const struct standard_head *head = standard_heads; head->text; head++) {
        size_t length = strlen(head->text);

        if (n > length && memcmp(near, head->text, length) == 0 &&
            leads_to_digits(near, n, length, head->tight))
            return true;
    }
    return false;
}

/* A capital, its fellow behind it, and no letter or digit before it. */
static bool may_begin(const struct standard_gate *gate, struct np_slice text, size_t at)
{
    const unsigned char *p = (const unsigned char *)text.p;

    if (at > 0 && !is_alone(p[at - 1]))
        return false;
    return is_head(gate, text, at);
}

static bool is_full_width(const unsigned char *p, size_t left)
{
    return left >= 3 && p[0] == 0xEF && p[1] == 0xBC && p[2] >= 0xA1 && p[2] <= 0xBA;
}

static size_t next_slowly(const struct standard_gate *gate, struct np_slice text, size_t at,
                          size_t end)
{
    const unsigned char *p = (const unsigned char *)text.p;

    for (; at < end; at++)
        if ((is_capital(p[at]) || is_full_width(p + at, text.n - at)) && may_begin(gate, text, at))
            return at;
    return end;
}

#ifdef __SSE2__

/* One bit for each of 16 bytes: capitals and slashes; the second byte of full-width letters. */
static unsigned capitals(const char *p, unsigned *wide)
{
    __m128i b = _mm_loadu_si128((const __m128i *)p);
    __m128i shifted = _mm_add_epi8(b, _mm_set1_epi8((char)(0x80 - 'A')));
    __m128i capital = _mm_cmplt_epi8(shifted, _mm_set1_epi8((char)(0x80 + 26)));
    __m128i slash = _mm_cmpeq_epi8(b, _mm_set1_epi8('/'));

    *wide = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(b, _mm_set1_epi8((char)0xBC)));
    return (unsigned)_mm_movemask_epi8(_mm_or_si128(capital, slash));
}

size_t standard_gate_next(const struct standard_gate *gate, struct np_slice text, size_t from)
{
    size_t at = from;

    /* 15 of 16 are settled in a turn: the last byte's fellow stands in the next. */
    for (; at + 16 <= text.n; at += 15) {
        unsigned wide, mask = capitals(text.p + at, &wide);
        unsigned places = mask & (mask >> 1);

        for (places |= wide >> 1; places; places &= places - 1) {
            size_t place = at + (size_t)__builtin_ctz(places);

            if (next_slowly(gate, text, place, place + 1) == place)
                return place;
        }
    }
    return next_slowly(gate, text, at, text.n);
}

#else

size_t standard_gate_next(const struct standard_gate *gate, struct np_slice text, size_t from)
{
    return next_slowly(gate, text, from, text.n);
}

#endif
