/* code.c -- symbols and the ranges of them that rules name.
 *
 * A subgroup is read like the digits behind a decimal point, as IPC and CPC order them:
 * 32/15 < 32/158 < 32/182 < 32/20. A symbol stands for itself and what its digits begin,
 * so C09K11/88 holds C09K11/883, and H01L33 holds H01L33/06 but not H01L331/00.
 */
#include "rules.h"

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static size_t digits_at(struct np_slice s, size_t at)
{
    size_t n = 0;

    while (at + n < s.n && is_digit(s.p[at + n]))
        n++;
    return n;
}

/* Length of "C01B" at the beginning, or 0. */
static size_t subclass_length(struct np_slice s)
{
    bool fits = s.n >= 4 && s.p[0] >= 'A' && s.p[0] <= 'Z' && is_digit(s.p[1]) &&
                is_digit(s.p[2]) && s.p[3] >= 'A' && s.p[3] <= 'Z';

    return fits ? 4 : 0;
}

/* "32/15" at `at`; the group may stand alone. */
static bool take_group(struct np_slice s, size_t *at, struct np_slice *group, struct np_slice *sub)
{
    size_t n = digits_at(s, *at);

    *group = np_slice_sub(s, *at, n);
    *sub = NP_EMPTY;
    *at += n;
    if (!n || *at >= s.n || s.p[*at] != '/')
        return n > 0;
    n = digits_at(s, *at + 1);
    *sub = np_slice_sub(s, *at + 1, n);
    *at += n + 1;
    return n > 0;
}

/* The upper end: "32/194", "2003" (same group) or a repeated "C01B32/194". */
static bool take_upper(struct np_slice s, size_t at, struct code_range *range)
{
    struct np_slice rest = np_slice_sub(s, at, s.n - at);

    if (subclass_length(rest)) {
        if (!np_slice_eq(np_slice_sub(rest, 0, 4), range->subclass))
            return false;
        at += 4;
    }
    if (!take_group(s, &at, &range->group[1], &range->sub[1]))
        return false;
    if (!range->sub[1].n && range->sub[0].n) {
        range->sub[1] = range->group[1];
        range->group[1] = range->group[0];
    }
    return at == s.n;
}

static bool take_range(struct np_slice s, struct code_range *range)
{
    size_t at = subclass_length(s);

    range->subclass = np_slice_sub(s, 0, at);
    if (!at || at == s.n)
        return at > 0;
    if (!take_group(s, &at, &range->group[0], &range->sub[0]))
        return false;
    range->group[1] = range->group[0];
    range->sub[1] = range->sub[0];
    if (at == s.n)
        return true;
    return s.p[at] == '-' && take_upper(s, at + 1, range);
}

enum np_status parse_range(struct np_arena *arena, struct word word, struct code_range *range,
                           struct np_err *err)
{
    *range = (struct code_range){ 0 };
    if (!take_range(np_arena_copy(arena, word.text), range))
        return fail_spot(err, word.spot, "'%.*s' is no symbol or range of symbols",
                         NP_ARG(word.text));
    return NP_OK;
}

static int compare_groups(struct np_slice a, struct np_slice b)
{
    return a.n != b.n ? (a.n < b.n ? -1 : 1) : np_slice_cmp(a, b);
}

/* Decimal order; `open` takes what begins with b's digits as equal. */
static int compare_subs(struct np_slice a, struct np_slice b, bool open)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int c = n ? memcmp(a.p, b.p, n) : 0;

    if (c || a.n == b.n)
        return c;
    if (a.n > b.n)
        return open ? 0 : 1;
    return -1;
}

static int compare_end(const struct code_range *range, int end, struct np_slice group,
                       struct np_slice sub)
{
    int c = compare_groups(group, range->group[end]);

    if (c || !range->sub[end].n)
        return c;
    return compare_subs(sub, range->sub[end], end == 1);
}

bool range_holds(const struct code_range *range, struct np_slice symbol)
{
    struct np_slice group, sub;
    size_t at = 4;

    if (symbol.n < 4 || !np_slice_eq(np_slice_sub(symbol, 0, 4), range->subclass))
        return false;
    if (!range->group[0].n)
        return true;
    if (!take_group(symbol, &at, &group, &sub))
        return false;
    return compare_end(range, 0, group, sub) >= 0 && compare_end(range, 1, group, sub) <= 0;
}
