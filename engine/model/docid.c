/* docid.c -- printed numbers in DOCDB form (formats/record.md, "number").
 *
 *   printed                     letters and digits        DOCDB form
 *   US  2008/0197955            20080197955               2008197955
 *   US  RE045,678               RE045678                  RE45678
 *   WO  99/12345                9912345                   1999012345
 *   EP  1 234 567               1234567                   1234567
 *   CN  CN 101945314            CN101945314               101945314
 */
#include <nanopat/docid.h>

#include "letters.h"

enum { FIRST_PCT_YEAR = 1978, LAST_YEAR = 2199 };

static struct np_slice rest_of(struct np_slice s, size_t from)
{
    return np_slice_sub(s, from, s.n);
}

/* The office's own letters in front of a digit or of letters of a number ("USRE45678"). */
static struct np_slice drop_office(struct np_slice s, struct np_slice office)
{
    if (office.n == 2 && s.n > 2 && memcmp(s.p, office.p, 2) == 0 && count_digits(s) == 0)
        return rest_of(s, 2);
    return s;
}

/* A kind code left behind the number ("1234567B1"): one letter and at most one digit. */
static size_t kind_behind(struct np_slice s)
{
    size_t n = s.n && is_digit(s.p[s.n - 1]) ? 2 : 1;

    if (s.n > n && is_upper(s.p[s.n - n]) && is_digit(s.p[s.n - n - 1]))
        return n;
    return 0;
}

/* Letters of the kinds of offices whose numbers always end in a digit. */
static const struct { const char *office, *letters; } known_kinds[] = {
    { "US", "ABCEHPS" }, { "EP", "AB" }, { "WO", "AB" }, { "CN", "ABCDSUY" }, { NULL, NULL },
};

static struct np_slice drop_kind(struct np_slice s, struct np_slice office)
{
    size_t n = kind_behind(s);

    for (size_t i = 0; n && known_kinds[i].office; i++)
        if (np_slice_is(office, known_kinds[i].office))
            return strchr(known_kinds[i].letters, s.p[s.n - n]) ? np_slice_sub(s, 0, s.n - n) : s;
    return s;
}

/* Four digits of year from two or four; 0 if it is none. */
static int year_of(struct np_slice digits)
{
    int year = digits_value(digits);

    if (digits.n == 2)
        return year >= 78 ? 1900 + year : 2000 + year;
    if (digits.n == 4 && year >= 1900 && year <= LAST_YEAR)
        return year;
    return 0;
}

/* How many digits of a PCT number without separators are its year: from 2004 on always four,
 * and two-digit years are 78 to 04, so that 19 and 20 can only begin four.                  */
static size_t year_digits(struct np_slice digits)
{
    if (digits.n > 6 && (np_slice_starts(digits, "19") || np_slice_starts(digits, "20")))
        return 4;
    return 2;
}

/* Digits before the first separator, where the number is printed as "99/12345"; 0 if not. */
static size_t digits_before_slash(struct np_slice printed)
{
    size_t slash = np_slice_find(printed, NP_S("/")), n = 0;

    if (slash == (size_t)-1)
        return 0;
    while (n < slash && is_digit(printed.p[slash - n - 1]))
        n++;
    return n;
}

/* ---- publications ---- */

static struct np_slice wo_number(struct np_arena *arena, struct np_slice digits, size_t year_n)
{
    struct np_slice serial;
    int year;

    if (year_n == 0)
        year_n = year_digits(digits);
    if (digits.n < 6 || !is_all_digits(digits))
        return digits;
    year = year_of(np_slice_sub(digits, 0, year_n));
    serial = skip_zeros(rest_of(digits, year_n));
    if (year < FIRST_PCT_YEAR || serial.n > 6 || (digits.n == 6 && year > 1999))
        return digits; /* six digits are a year before 2000 and four of serial, or broken */
    return np_arena_printf(arena, "%04d%06d", year, digits_value(serial));
}

static struct np_slice ep_number(struct np_arena *arena, struct np_slice digits)
{
    digits = skip_zeros(digits);
    if (is_all_digits(digits) && digits.n < 7)
        return np_arena_printf(arena, "%07d", digits_value(digits));
    return digits;
}

/* Letters in front as typed in citations, and as DOCDB has them. */
static const struct { const char *printed, *letters; } us_letters[] = {
    { "DES", "D" }, { "PLANT", "PP" }, { "PLT", "PP" }, { "REISSUE", "RE" }, { NULL, NULL },
};

static struct np_slice us_lettered(struct np_arena *arena, struct np_slice s, size_t letters)
{
    struct np_slice head = np_slice_sub(s, 0, letters);

    for (size_t i = 0; us_letters[i].printed; i++)
        if (np_slice_is(head, us_letters[i].printed))
            head = np_slice_of(us_letters[i].letters);
    return np_arena_printf(arena, "%.*s%.*s", NP_ARG(head),
                           NP_ARG(skip_zeros(rest_of(s, letters))));
}

/* Applications: year and serial, the serial of 6 digits (the office prints 7). */
static struct np_slice us_number(struct np_arena *arena, struct np_slice s, size_t year_n)
{
    size_t letters = count_letters(s);
    struct np_slice serial;

    if (letters && is_all_digits(rest_of(s, letters)))
        return us_lettered(arena, s, letters);
    if (!is_all_digits(s))
        return s;
    if (s.n > 11 || (s.n < 11 && year_n != 4) || year_of(np_slice_sub(s, 0, 4)) < 2001)
        return skip_zeros(s);
    serial = skip_zeros(rest_of(s, 4));
    return np_arena_printf(arena, "%.4s%06d", s.p, digits_value(serial));
}

/* The form of the three offices whose numbers are printed in many ways; false for others. */
static bool settled_number(struct np_arena *arena, struct np_slice office,
                           struct np_slice printed, struct np_slice *s)
{
    size_t before_slash = digits_before_slash(printed);

    if (np_slice_is(office, "US"))
        *s = us_number(arena, *s, before_slash);
    else if (np_slice_is(office, "WO"))
        *s = wo_number(arena, *s, before_slash);
    else if (np_slice_is(office, "EP"))
        *s = ep_number(arena, *s);
    else
        return false;
    return true;
}

static struct np_slice printed_number(struct np_arena *arena, struct np_slice office,
                                      struct np_slice printed)
{
    return drop_kind(drop_office(np_letters_and_digits(arena, printed), office), office);
}

struct np_slice np_publication_number(struct np_arena *arena, struct np_slice office,
                                      struct np_slice printed)
{
    struct np_slice s = printed_number(arena, office, printed);

    return settled_number(arena, office, printed, &s) ? s : skip_zeros(s);
}

struct np_slice np_cited_number(struct np_arena *arena, struct np_slice office,
                                struct np_slice printed)
{
    struct np_slice s = printed_number(arena, office, printed);

    settled_number(arena, office, printed, &s);
    return s;
}

struct np_slice np_priority_number(struct np_arena *arena, struct np_slice office,
                                   struct np_slice printed)
{
    struct np_slice s = drop_office(np_letters_and_digits(arena, printed), office);

    settled_number(arena, office, printed, &s);
    return s;
}

/* ---- applications ---- */

char np_cn_check_digit(struct np_slice digits)
{
    int sum = 0;

    if (!is_all_digits(digits) || (digits.n != 8 && digits.n != 12))
        return 0;
    for (size_t i = 0; i < digits.n; i++)
        sum += (digits.p[i] - '0') * (int)(2 + i % 8);
    return "0123456789X"[sum % 11];
}

/* The part before a point that has exactly one check character behind it. */
static bool has_pointed_check(struct np_slice printed)
{
    struct np_slice s = np_slice_trim(printed);
    char last = s.n ? to_upper(s.p[s.n - 1]) : '\0';

    return s.n > 2 && s.p[s.n - 2] == '.' && (is_digit(last) || last == 'X');
}

/* 8 or 12 digits and a check character (formats/cnipa.md, section 6). The older form's
 * weights are not certain, so that the length decides, not the sum.                    */
static struct np_slice cn_application(struct np_slice s, bool pointed)
{
    struct np_slice body;

    if (np_slice_starts(s, "ZL"))
        s = rest_of(s, 2);
    if (s.n < 2)
        return s;
    body = np_slice_sub(s, 0, s.n - 1);
    if (pointed || ((body.n == 8 || body.n == 12) && is_all_digits(body)))
        return body;
    return s;
}

/* Two digits of year, six of serial, a check digit: "04012345.6". */
static struct np_slice ep_application(struct np_slice s, bool pointed)
{
    if (is_all_digits(s) && (pointed || s.n == 9))
        return np_slice_sub(s, 0, s.n - 1);
    return s;
}

struct np_slice np_application_number(struct np_arena *arena, struct np_slice office,
                                      struct np_slice printed)
{
    struct np_slice s = np_letters_and_digits(arena, printed);
    bool pointed = has_pointed_check(printed);

    if (office.n == 2 && s.n > 2 && is_digit(s.p[2]))
        s = drop_office(s, office);
    if (np_slice_is(office, "CN"))
        return cn_application(s, pointed);
    if (np_slice_is(office, "EP"))
        return ep_application(s, pointed);
    return s;
}

/* ---- international applications ---- */

static struct np_slice make_pct(struct np_arena *arena, struct np_slice year,
                                struct np_slice office, struct np_slice serial)
{
    if (year_of(year) < FIRST_PCT_YEAR || serial.n > 6 || count_letters(office) != 2)
        return NP_EMPTY; /* seven digits: an EPODOC number, EP20040012345 */
    return np_arena_printf(arena, "WO%04d%.2s%05d", year_of(year), office.p, digits_value(serial));
}

struct np_slice np_pct_number(struct np_arena *arena, struct np_slice printed)
{
    struct np_slice s = np_letters_and_digits(arena, printed), office;
    size_t year_n = digits_before_slash(printed);

    if (np_slice_starts(s, "PCT"))
        s = rest_of(s, 3);
    else if (np_slice_starts(s, "WO"))
        s = rest_of(s, 2);
    if (count_digits(s) == 4 && s.n > 6 && is_all_digits(rest_of(s, 6)))
        return make_pct(arena, np_slice_sub(s, 0, 4), np_slice_sub(s, 4, 2), rest_of(s, 6));
    office = np_slice_sub(s, 0, 2);
    s = rest_of(s, 2);
    if (count_letters(office) != 2 || s.n < 6 || !is_all_digits(s))
        return NP_EMPTY;
    if (year_n != 2 && year_n != 4)
        year_n = year_digits(s);
    return make_pct(arena, np_slice_sub(s, 0, year_n), office, rest_of(s, year_n));
}

/* ---- ids ---- */

struct np_slice np_publication_id(struct np_arena *arena, struct np_slice office,
                                  struct np_slice number, struct np_slice kind)
{
    return np_arena_printf(arena, "%.*s%.*s%.*s", NP_ARG(office), NP_ARG(number), NP_ARG(kind));
}

/* What stands before the kind: all up to the last letter, in whatever width it is typed. */
static struct np_slice before_kind(struct np_slice id)
{
    for (size_t n = id.n; n > 0; n--) {
        if (is_upper(to_upper(id.p[n - 1])))
            return np_slice_sub(id, 0, n - 1);
        if (n >= 3 && np_slice_starts(rest_of(id, n - 3), "\xEF\xBC") &&
            (unsigned char)id.p[n - 1] >= 0xA1 && (unsigned char)id.p[n - 1] <= 0xBA)
            return np_slice_sub(id, 0, n - 3); /* U+FF21..FF3A */
    }
    return id;
}

bool np_publication_split(struct np_arena *arena, struct np_slice id, struct np_docref *out)
{
    struct np_slice s = np_letters_and_digits(arena, id);
    size_t kind = kind_behind(s);

    *out = (struct np_docref){ NP_EMPTY, NP_EMPTY, NP_EMPTY, 0 };
    if (count_letters(s) < 2 || count_letters(s) == s.n)
        return false;
    out->office = np_slice_sub(s, 0, 2);
    if (kind)
        out->kind = rest_of(s, s.n - kind);
    out->number = np_publication_number(arena, out->office, kind ? before_kind(id) : id);
    return true;
}
