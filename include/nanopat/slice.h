/* slice.h -- text as pointer and length.
 *
 * Dumps hold NULs, broken UTF-8 and 20 MB documents: text is never a C string
 * on the way in. A slice borrows; who owns the bytes is said where it is made.
 */
#ifndef NANOPAT_SLICE_H
#define NANOPAT_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct np_slice {
    const char *p;
    size_t n;
};

#define NP_S(literal) ((struct np_slice){ "" literal, sizeof(literal) - 1 })
#define NP_EMPTY ((struct np_slice){ "", 0 })
/* For printf("%.*s", NP_ARG(s)). */
#define NP_ARG(s) (int)((s).n > 1000000 ? 1000000 : (s).n), ((s).p ? (s).p : "")

static inline struct np_slice np_slice_of(const char *s)
{
    return (struct np_slice){ s ? s : "", s ? strlen(s) : 0 };
}

static inline struct np_slice np_slice_make(const char *p, size_t n)
{
    return (struct np_slice){ p, n };
}

static inline bool np_slice_eq(struct np_slice a, struct np_slice b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool np_slice_is(struct np_slice a, const char *s)
{
    return np_slice_eq(a, np_slice_of(s));
}

static inline bool np_slice_starts(struct np_slice s, const char *prefix)
{
    size_t n = strlen(prefix);
    return s.n >= n && memcmp(s.p, prefix, n) == 0;
}

static inline bool np_slice_ends(struct np_slice s, const char *suffix)
{
    size_t n = strlen(suffix);
    return s.n >= n && memcmp(s.p + s.n - n, suffix, n) == 0;
}

/* Byte order, shorter first when one is the other's beginning. */
int np_slice_cmp(struct np_slice a, struct np_slice b);

/* Part of s; clipped, never outside. */
struct np_slice np_slice_sub(struct np_slice s, size_t from, size_t n);

/* ASCII blanks, tabs and line ends off both ends. */
struct np_slice np_slice_trim(struct np_slice s);

/* First place of needle in s, or (size_t)-1. */
size_t np_slice_find(struct np_slice s, struct np_slice needle);

/* FNV-1a, 64 bits: np_hash_bytes(NP_HASH_START, ...) of a whole, or of further bytes behind what was
 * hashed. For equality of our own files and small keys; never a defence against an attacker.      */
#define NP_HASH_START UINT64_C(14695981039346656037)

static inline uint64_t np_hash_bytes(uint64_t hash, const char *p, size_t n)
{
    for (size_t i = 0; i < n; i++)
        hash = (hash ^ (unsigned char)p[i]) * UINT64_C(1099511628211);
    return hash;
}

#endif
