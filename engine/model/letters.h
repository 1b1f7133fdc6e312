/* letters.h -- ASCII letters and digits, whatever the locale. */
#ifndef MODEL_LETTERS_H
#define MODEL_LETTERS_H

#include <nanopat/arena.h>

static inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
static inline bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
static inline char to_upper(char c) { return c >= 'a' && c <= 'z' ? (char)(c - 32) : c; }

/* How many digits s begins with. */
static inline size_t count_digits(struct np_slice s)
{
    size_t n = 0;

    while (n < s.n && is_digit(s.p[n]))
        n++;
    return n;
}

/* How many upper-case letters s begins with. */
static inline size_t count_letters(struct np_slice s)
{
    size_t n = 0;

    while (n < s.n && is_upper(s.p[n]))
        n++;
    return n;
}

static inline bool is_all_digits(struct np_slice s)
{
    return s.n > 0 && count_digits(s) == s.n;
}

/* Without leading zeros; the last digit stays. */
static inline struct np_slice skip_zeros(struct np_slice s)
{
    while (s.n > 1 && s.p[0] == '0') {
        s.p++;
        s.n--;
    }
    return s;
}

/* The value of at most nine digits. */
static inline int digits_value(struct np_slice digits)
{
    int value = 0;

    for (size_t i = 0; i < digits.n && i < 9; i++)
        value = value * 10 + (digits.p[i] - '0');
    return value;
}

/* Upper-case letters and digits of s, full-width ones (U+FF10..FF5A) included; the rest is
 * dropped. The result lives in the arena.                                               */
struct np_slice np_letters_and_digits(struct np_arena *arena, struct np_slice s);

#endif
