/* import_symbols.c -- IPC symbols of a list: whole ones, prefixes and ranges.
 *
 *     C01B 32/182             a symbol
 *     C01B33/ and a star      every subgroup of the main group
 *     C01G and a star         every group of the subclass
 *     C01B32/16..C01B32/178   as the table is printed, both ends included
 *     A01B                    the subclass as a symbol of its own
 */
#include "import.h"

#include <nanopat/symbol.h>
#include <nanopat/text.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* "H", "H01", "H01L", "H01L21", "H01L21/", "H01L21/0": what a symbol may begin with. */
static bool is_beginning(struct np_slice s)
{
    size_t at = 4;

    if (!s.n || s.p[0] < 'A' || (s.p[0] > 'H' && s.p[0] != 'Y') || s.n == 2)
        return false;
    if (s.n >= 3 && (!is_digit(s.p[1]) || !is_digit(s.p[2])))
        return false;
    if (s.n >= 4 && !is_letter(s.p[3]))
        return false;
    while (at < s.n && is_digit(s.p[at]))
        at++;
    if (at < s.n && (at == 4 || s.p[at++] != '/'))
        return false;
    while (at < s.n && is_digit(s.p[at]))
        at++;
    return at >= s.n;
}

/* Upper case, narrow, without blanks. */
static struct np_slice plain(struct np_arena *arena, struct np_slice text)
{
    struct np_slice folded = import_fold(arena, text);
    char *p = np_arena_alloc(arena, folded.n + 1);

    for (size_t i = 0; i < folded.n; i++)
        p[i] = folded.p[i] >= 'a' && folded.p[i] <= 'z' ? (char)(folded.p[i] - 32) : folded.p[i];
    return np_slice_make(p, folded.n);
}

static struct np_slice whole(struct np_arena *arena, struct np_slice s)
{
    struct np_slice symbol = np_symbol_parse(arena, s);

    if (symbol.n)
        return symbol;
    return s.n == 4 && is_beginning(s) ? s : NP_EMPTY;
}

static struct np_slice prefix(struct np_arena *arena, struct np_slice s)
{
    s.n--; /* the star */
    if (!is_beginning(s))
        return NP_EMPTY;
    if (s.n > 4 && np_slice_find(s, NP_S("/")) == (size_t)-1) /* "H01L21*" is a main group */
        return np_arena_printf(arena, "%.*s/*", NP_ARG(s));
    return np_arena_printf(arena, "%.*s*", NP_ARG(s));
}

static struct np_slice one(struct np_arena *arena, struct np_slice s)
{
    size_t dots = np_slice_find(s, NP_S(".."));
    struct np_slice from, to;

    if (dots == (size_t)-1)
        return np_slice_ends(s, "*") ? prefix(arena, s) : whole(arena, s);
    from = whole(arena, np_slice_sub(s, 0, dots));
    to = whole(arena, np_slice_sub(s, dots + 2, s.n));
    if (!from.n || !to.n)
        return NP_EMPTY;
    return np_arena_printf(arena, "%.*s..%.*s", NP_ARG(from), NP_ARG(to));
}

/* Between two symbols: ; , 、 and line breaks; their full-width forms are folded before. */
static size_t next_end(struct np_slice s)
{
    for (size_t i = 0; i < s.n; i++)
        if (strchr(";,|\n\r\t", s.p[i]) || np_slice_starts(np_slice_sub(s, i, 3), "、"))
            return i;
    return s.n;
}

bool import_symbols(struct import_value *v)
{
    struct np_buf narrow = { 0 }, b = { 0 };
    struct np_slice left;
    bool good = true;

    np_text_fold(&narrow, v->text, NULL);
    left = np_buf_slice(&narrow);
    while (left.n && good) {
        size_t end = next_end(left);
        struct np_slice item = plain(v->arena, np_slice_sub(left, 0, end));
        struct np_slice symbol = item.n ? one(v->arena, item) : NP_EMPTY;

        if (item.n && !symbol.n)
            good = import_wrong(v, "NP-IMP-013", "'%.*s' is no IPC symbol", NP_ARG(item));
        if (symbol.n)
            np_buf_printf(&b, "%s%.*s", b.n ? " " : "", NP_ARG(symbol));
        left = np_slice_sub(left, end < left.n && left.p[end] == '\xe3' ? end + 3 : end + 1,
                            left.n);
    }
    if (good && b.n)
        *v->out = (struct np_cell){ .set = true,
                                    .text = np_arena_copy(v->arena, np_buf_slice(&b)) };
    np_buf_release(&narrow);
    np_buf_release(&b);
    return good;
}
