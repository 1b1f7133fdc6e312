/* narrow.c -- full-width forms as ASCII. */
#include "narrow.h"

/* U+FF01..FF5E are EF BC 81..BF and EF BD 80..9E, the ASCII characters 21..7E in order. */
size_t np_narrow_one(const char *p, size_t left, char *out)
{
    const unsigned char *u = (const unsigned char *)p;

    if (left >= 3 && u[0] == 0xEF && u[1] == 0xBC && u[2] >= 0x81 && u[2] <= 0xBF)
        *out = (char)(u[2] - 0x81 + 0x21);
    else if (left >= 3 && u[0] == 0xEF && u[1] == 0xBD && u[2] >= 0x80 && u[2] <= 0x9E)
        *out = (char)(u[2] - 0x80 + 0x60);
    else
        return 0;
    return 3;
}

struct np_slice np_narrow(struct np_arena *arena, struct np_slice text)
{
    struct np_slice out;
    size_t at = 0;
    char *p;

    if (!text.n || !memchr(text.p, 0xEF, text.n))
        return text;
    out.p = p = np_arena_alloc(arena, text.n);
    while (at < text.n) {
        size_t n = np_narrow_one(text.p + at, text.n - at, p);

        if (!n)
            *p = text.p[at];
        at += n ? n : 1;
        p++;
    }
    out.n = (size_t)(p - out.p);
    return out;
}
