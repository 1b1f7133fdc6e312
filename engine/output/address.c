/* address.c -- addresses taken apart and put together. */
#include "address.h"

#include <nanopat/text.h>

static int hex_digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* A plus is a blank in parameters (application/x-www-form-urlencoded). */
static bool decode(struct np_slice s, bool plus, struct np_arena *arena, struct np_slice *out)
{
    char *p = np_arena_alloc(arena, s.n + 1);
    size_t n = 0;

    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];

        if (c == '%') {
            int high = i + 2 < s.n ? hex_digit(s.p[i + 1]) : -1;
            int low = high >= 0 ? hex_digit(s.p[i + 2]) : -1;

            if (low < 0)
                return false;
            c = (char)(high * 16 + low);
            i += 2;
        } else if (c == '+' && plus) {
            c = ' ';
        }
        if ((unsigned char)c < ' ' || c == 127)
            return false;
        p[n++] = c;
    }
    p[n] = '\0';
    *out = np_slice_make(p, n);
    return np_utf8_check(*out) == n;
}

static bool read_parameters(struct np_slice query, struct np_arena *arena, struct address *address)
{
    while (query.n) {
        size_t end = np_slice_find(query, NP_S("&"));
        struct np_slice one = np_slice_sub(query, 0, end);
        size_t equals = np_slice_find(one, NP_S("="));
        struct parameter read;

        query = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(query, end + 1, query.n);
        if (!one.n)
            continue;
        if (!decode(np_slice_sub(one, 0, equals), true, arena, &read.name))
            return false;
        read.value = NP_EMPTY;
        if (equals != (size_t)-1 &&
            !decode(np_slice_sub(one, equals + 1, one.n), true, arena, &read.value))
            return false;
        *np_list_add(arena, &address->parameters) = read;
    }
    return true;
}

bool address_read(struct np_slice target, struct np_arena *arena, struct address *address)
{
    size_t mark = np_slice_find(target, NP_S("?"));
    struct np_slice path = np_slice_sub(target, 1, mark == (size_t)-1 ? target.n : mark - 1);
    size_t slash = np_slice_find(path, NP_S("/"));

    *address = (struct address){ .first = NP_EMPTY, .rest = NP_EMPTY };
    if (!decode(np_slice_sub(path, 0, slash), false, arena, &address->first))
        return false;
    if (slash != (size_t)-1 &&
        !decode(np_slice_sub(path, slash + 1, path.n), false, arena, &address->rest))
        return false;
    return mark == (size_t)-1 ||
           read_parameters(np_slice_sub(target, mark + 1, target.n), arena, address);
}

struct np_slice address_value(const struct address *address, const char *name)
{
    for (size_t i = address->parameters.n; i-- > 0;)
        if (np_slice_is(address->parameters.v[i].name, name))
            return address->parameters.v[i].value;
    return NP_EMPTY;
}

static void put_escaped(struct np_buf *b, struct np_slice s)
{
    static const char digits[] = "0123456789ABCDEF";

    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];

        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
            (c && strchr("-_.~", c)))
            np_buf_putc(b, (char)c);
        else
            np_buf_printf(b, "%%%c%c", digits[c >> 4], digits[c & 15]);
    }
}

void address_put_path(struct np_buf *b, const char *first, struct np_slice rest)
{
    np_buf_putc(b, '/');
    put_escaped(b, np_slice_of(first));
    if (rest.n) {
        np_buf_putc(b, '/');
        put_escaped(b, rest);
    }
}

void address_add(struct np_buf *b, size_t from, const char *name, struct np_slice value)
{
    bool first = !memchr(b->p + from, '?', b->n - from);

    np_buf_puts(b, first ? "?" : "&amp;");
    put_escaped(b, np_slice_of(name));
    np_buf_putc(b, '=');
    put_escaped(b, value);
}
