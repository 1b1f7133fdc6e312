/* key.c -- keys of `serve`: made, compared, found in an address. */
#include "key.h"

#include <nanopat/serve.h>

#include <sys/random.h>

bool np_serve_key_good(struct np_slice key)
{
    for (size_t i = 0; i < key.n; i++)
        if (!((key.p[i] >= '0' && key.p[i] <= '9') || (key.p[i] >= 'a' && key.p[i] <= 'z') ||
              (key.p[i] >= 'A' && key.p[i] <= 'Z') || key.p[i] == '-'))
            return false;
    return key.n >= NP_SERVE_KEY_LEAST && key.n < KEY_SIZE;
}

/* 130 bits in an alphabet without letters that look alike. */
bool key_make(char key[KEY_SIZE])
{
    static const char letters[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    unsigned char bytes[26];

    if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes)
        return false;
    for (size_t i = 0; i < sizeof bytes; i++)
        key[i] = letters[bytes[i] & 31];
    key[sizeof bytes] = '\0';
    return true;
}

bool key_same(struct np_slice a, const char *key)
{
    size_t n = strlen(key);
    unsigned char differs = a.n != n;

    for (size_t i = 0; i < n; i++)
        differs |= (unsigned char)((i < a.n ? a.p[i] : 0) ^ key[i]);
    return !differs;
}

bool key_take(struct np_slice target, struct np_slice *key, struct np_buf *rest)
{
    size_t mark = np_slice_find(target, NP_S("?"));
    struct np_slice query = mark == (size_t)-1 ? NP_EMPTY : np_slice_sub(target, mark + 1, target.n);
    bool found = false, first = true;

    while (target.n > 1 && target.p[1] == '/') /* "//elsewhere" would lead away */
        target = np_slice_sub(target, 1, target.n);
    np_buf_puts_slice(rest, np_slice_sub(target, 0, np_slice_find(target, NP_S("?"))));
    while (query.n) {
        size_t end = np_slice_find(query, NP_S("&"));
        struct np_slice one = np_slice_sub(query, 0, end);

        query = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(query, end + 1, query.n);
        if (np_slice_starts(one, "k=")) {
            *key = np_slice_sub(one, 2, one.n);
            found = true;
            continue;
        }
        np_buf_puts(rest, first ? "?" : "&");
        np_buf_puts_slice(rest, one);
        first = false;
    }
    return found;
}
