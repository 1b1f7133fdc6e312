/* letters.c -- what is left of a printed number without its punctuation. */
#include "letters.h"

#include <nanopat/text.h>

struct np_slice np_letters_and_digits(struct np_arena *arena, struct np_slice s)
{
    char *p = np_arena_alloc(arena, s.n + 1);
    size_t at = 0, n = 0;

    while (at < s.n) {
        uint32_t c = np_utf8_next(s, &at);

        if (c >= 0xFF01 && c <= 0xFF5E)
            c -= 0xFEE0;
        if (c < 0x80 && (is_digit((char)c) || is_upper(to_upper((char)c))))
            p[n++] = to_upper((char)c);
    }
    p[n] = '\0';
    return np_slice_make(p, n);
}
