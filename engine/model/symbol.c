/* symbol.c -- classification symbols as offices print them, in one form.
 *
 *   IPC, CPC   C 01 B 32 / 182      section, class, subclass, main group, subgroup
 *              WIPO ST.8: columns 1-4 subclass, 5-8 group right-aligned, 9 slash, 10-15
 *              subgroup; compact without slash: 4 digits group, 6 subgroup, zeros behind.
 *              Before 2005 USPTO without slash: group in 3 columns, then the subgroup.
 *   USPC       3 columns class, 3 columns subclass (both right-aligned), then decimals
 *              without the point, then letters (formats/uspto.md, "Number and date shapes").
 */
#include <nanopat/symbol.h>

#include "letters.h"

enum { GROUP_DIGITS = 4, SUBGROUP_DIGITS = 6 };

static bool is_section(char c)
{
    return (c >= 'A' && c <= 'H') || c == 'Y';
}

/* subclass: 4 characters. Empty if group or subgroup cannot be parts of a symbol. */
static struct np_slice make_symbol(struct np_arena *arena, const char *subclass,
                                   struct np_slice group, struct np_slice subgroup)
{
    group = skip_zeros(group);
    if (!is_all_digits(group) || group.n > GROUP_DIGITS || group.p[0] == '0')
        return NP_EMPTY;
    if (!is_all_digits(subgroup) || subgroup.n < 2 || subgroup.n > SUBGROUP_DIGITS)
        return NP_EMPTY;
    return np_arena_printf(arena, "%.4s%.*s/%.*s", subclass, NP_ARG(group), NP_ARG(subgroup));
}

static bool make_subclass(char *subclass, struct np_slice section, struct np_slice class_,
                          struct np_slice letter)
{
    if (section.n != 1 || letter.n != 1 || !is_all_digits(class_) || class_.n > 2)
        return false;
    subclass[0] = to_upper(section.p[0]);
    subclass[1] = class_.n == 2 ? class_.p[0] : '0';
    subclass[2] = class_.p[class_.n - 1];
    subclass[3] = to_upper(letter.p[0]);
    return is_section(subclass[0]) && is_upper(subclass[3]);
}

struct np_slice np_symbol_join(struct np_arena *arena, struct np_slice section,
                               struct np_slice class_, struct np_slice subclass,
                               struct np_slice group, struct np_slice subgroup)
{
    char head[4];

    if (!make_subclass(head, np_slice_trim(section), np_slice_trim(class_),
                       np_slice_trim(subclass)))
        return NP_EMPTY;
    subgroup = np_slice_trim(subgroup);
    if (subgroup.n == 0) /* a main group alone is written with /00 (IPC guide) */
        subgroup = NP_S("00");
    return make_symbol(arena, head, np_slice_trim(group), subgroup);
}

/* ---- one string ---- */

static void skip_blanks(struct np_slice *s)
{
    while (s->n && s->p[0] == ' ')
        *s = np_slice_sub(*s, 1, s->n);
}

static struct np_slice take_digits(struct np_slice *s)
{
    struct np_slice digits = np_slice_sub(*s, 0, count_digits(*s));

    *s = np_slice_sub(*s, digits.n, s->n);
    return digits;
}

/* "A61K", "A 61K", "7A 61K" (edition 7 glued in front); the rest of the string in *s. */
static bool take_subclass(struct np_slice *s, char *subclass)
{
    skip_blanks(s);
    if (s->n > 1 && is_digit(s->p[0]) && !is_digit(s->p[1]))
        *s = np_slice_sub(*s, 1, s->n);
    for (int i = 0; i < 4; i++) {
        skip_blanks(s);
        if (s->n == 0)
            return false;
        subclass[i] = to_upper(s->p[0]);
        *s = np_slice_sub(*s, 1, s->n);
    }
    return is_section(subclass[0]) && is_digit(subclass[1]) && is_digit(subclass[2]) &&
           is_upper(subclass[3]);
}

/* "15/00", "  9/51        20060101A I", "  47/  0228    A I" */
static struct np_slice parse_slashed(struct np_arena *arena, const char *subclass,
                                     struct np_slice s)
{
    struct np_slice group, subgroup;

    skip_blanks(&s);
    group = take_digits(&s);
    skip_blanks(&s);
    if (s.n == 0 || s.p[0] != '/')
        return NP_EMPTY;
    s = np_slice_sub(s, 1, s.n);
    skip_blanks(&s);
    subgroup = take_digits(&s);
    return make_symbol(arena, subclass, group, subgroup);
}

/* "0003090000": four digits of group, six of subgroup filled with zeros behind. */
static struct np_slice parse_compact(struct np_arena *arena, const char *subclass,
                                     struct np_slice digits)
{
    struct np_slice subgroup = np_slice_sub(digits, GROUP_DIGITS, SUBGROUP_DIGITS);

    while (subgroup.n > 2 && subgroup.p[subgroup.n - 1] == '0')
        subgroup.n--;
    return make_symbol(arena, subclass, np_slice_sub(digits, 0, GROUP_DIGITS), subgroup);
}

/* "  504", " 1300", "239 00": three columns of group. Where blanks were squeezed before us
 * (" 504"), the two last digits are the subgroup: it has at least two.                    */
static struct np_slice parse_columns(struct np_arena *arena, const char *subclass,
                                     struct np_slice s)
{
    struct np_slice whole, group, subgroup;
    size_t blanks = s.n;

    skip_blanks(&s);
    blanks -= s.n;
    whole = take_digits(&s);
    skip_blanks(&s);
    if (whole.n < 3 || blanks > 2 || (s.n && s.p[0] == '/'))
        return NP_EMPTY;
    group = np_slice_sub(whole, 0, 3 - blanks);
    subgroup = np_slice_sub(whole, group.n, whole.n);
    if (subgroup.n < 2) {
        group = np_slice_sub(whole, 0, whole.n - 2);
        subgroup = np_slice_sub(whole, group.n, 2);
    }
    return make_symbol(arena, subclass, group, subgroup);
}

struct np_slice np_symbol_parse(struct np_arena *arena, struct np_slice printed)
{
    char subclass[4];
    struct np_slice rest = printed, symbol;

    if (!take_subclass(&rest, subclass))
        return NP_EMPTY;
    if (rest.n && rest.p[0] == '-')
        rest = np_slice_sub(rest, 1, rest.n);
    symbol = parse_slashed(arena, subclass, rest);
    if (symbol.n)
        return symbol;
    if (count_digits(rest) == GROUP_DIGITS + SUBGROUP_DIGITS)
        return parse_compact(arena, subclass, rest);
    return parse_columns(arena, subclass, rest);
}

/* ---- USPC ---- */

/* The columns without their blanks, in the arena. */
static struct np_slice without_blanks(struct np_arena *arena, struct np_slice s)
{
    char *p = np_arena_alloc(arena, s.n + 1);
    size_t n = 0;

    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] != ' ')
            p[n++] = s.p[i];
    p[n] = '\0';
    return np_slice_make(p, n);
}

/* "74", "D2" (designs), "PLT", "G9B"; leading zeros go. Empty if it is no class. */
static struct np_slice uspc_class(struct np_arena *arena, struct np_slice columns)
{
    struct np_slice s = without_blanks(arena, columns);
    size_t letters = count_letters(s);
    struct np_slice tail = np_slice_sub(s, letters, s.n);

    if (np_slice_is(s, "PLT"))
        return s;
    if (letters > 1 || tail.n == 0 || !is_digit(tail.p[0]))
        return NP_EMPTY;
    for (size_t i = 0; i < tail.n; i++)
        if (!is_digit(tail.p[i]) && !is_upper(tail.p[i]))
            return NP_EMPTY;
    return np_arena_printf(arena, "%.*s%.*s", (int)letters, s.p, NP_ARG(skip_zeros(tail)));
}

static bool is_subclass(struct np_slice s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!is_digit(s.p[i]) && !is_upper(s.p[i]) && s.p[i] != '.')
            return false;
    return s.n > 0;
}

/* Puts the point before the decimals: "471" + "XY", "90" + "16", "E21" + "334", "DIG" + "14". */
static struct np_slice join_uspc(struct np_arena *arena, struct np_slice class_,
                                 struct np_slice whole, struct np_slice rest)
{
    bool point = count_digits(rest) > 0 && count_letters(whole) < whole.n;

    return np_arena_printf(arena, "%.*s/%.*s%s%.*s", NP_ARG(class_), NP_ARG(whole),
                           point ? "." : "", NP_ARG(rest));
}

/* Applications of 2001 to 2004 fill all nine columns with zeros: 002006400 is 2/6.4,
 * 02402000R is 24/20R, 015DIG001 is 15/DIG1.                                         */
static struct np_slice without_filling(struct np_arena *arena, struct np_slice whole,
                                       struct np_slice rest)
{
    size_t digits = count_digits(rest), n = digits;

    if (count_letters(whole) == whole.n)
        return skip_zeros(rest);
    while (n && rest.p[n - 1] == '0')
        n--;
    return np_arena_printf(arena, "%.*s%.*s", (int)n, rest.p,
                           NP_ARG(np_slice_sub(rest, digits, rest.n)));
}

static struct np_slice parse_uspc_columns(struct np_arena *arena, struct np_slice printed)
{
    struct np_slice class_ = uspc_class(arena, np_slice_sub(printed, 0, 3));
    struct np_slice whole = without_blanks(arena, np_slice_sub(printed, 3, 3));
    struct np_slice rest = without_blanks(arena, np_slice_sub(printed, 6, printed.n));

    if (class_.n == 0 || !is_subclass(whole) || (rest.n && !is_subclass(rest)))
        return NP_EMPTY;
    if (printed.n == 9 && !memchr(printed.p, ' ', printed.n))
        rest = without_filling(arena, whole, rest);
    return join_uspc(arena, class_, skip_zeros(whole), rest);
}

struct np_slice np_uspc_parse(struct np_arena *arena, struct np_slice printed)
{
    size_t slash = np_slice_find(printed, NP_S("/"));
    struct np_slice class_, subclass;

    if (slash == (size_t)-1)
        return parse_uspc_columns(arena, printed);
    class_ = uspc_class(arena, np_slice_sub(printed, 0, slash));
    subclass = without_blanks(arena, np_slice_sub(printed, slash + 1, printed.n));
    if (class_.n == 0 || !is_subclass(subclass))
        return NP_EMPTY;
    return np_arena_printf(arena, "%.*s/%.*s", NP_ARG(class_), NP_ARG(subclass));
}

/* ---- Locarno ---- */

struct np_slice np_locarno_parse(struct np_arena *arena, struct np_slice printed)
{
    struct np_slice rest = np_slice_trim(printed);
    struct np_slice class_ = take_digits(&rest), subclass = class_;

    if (rest.n == 0 && class_.n == 4) {
        subclass = np_slice_sub(class_, 2, 2);
        class_ = np_slice_sub(class_, 0, 2);
    } else if (rest.n > 1 && (rest.p[0] == '-' || rest.p[0] == '.' || rest.p[0] == '/')) {
        rest = np_slice_sub(rest, 1, rest.n);
        subclass = take_digits(&rest);
    } else {
        return NP_EMPTY;
    }
    if (rest.n || class_.n < 1 || class_.n > 2 || subclass.n < 1 || subclass.n > 2)
        return NP_EMPTY;
    return np_arena_printf(arena, "%s%.*s-%s%.*s", class_.n < 2 ? "0" : "", NP_ARG(class_),
                           subclass.n < 2 ? "0" : "", NP_ARG(subclass));
}

void np_symbols_add(struct np_arena *arena, struct np_symbols *list, struct np_slice symbol)
{
    if (symbol.n == 0)
        return;
    for (size_t i = 0; i < list->n; i++)
        if (np_slice_eq(list->v[i], symbol))
            return;
    *np_list_add(arena, list) = symbol;
}
