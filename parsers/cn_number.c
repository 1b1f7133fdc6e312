/* cn_number.c -- numbers, kinds and other printed values of CNIPA (formats/cnipa.md, section 6). */
#include "cn.h"

struct np_slice cn_value(struct np_slice text)
{
    struct np_slice s = np_slice_trim(text);

    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] != '0')
            return s;
    return NP_EMPTY;
}

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c; }

struct np_slice cn_lang(struct np_arena *arena, struct np_slice printed)
{
    struct np_slice s = np_slice_sub(cn_value(printed), 0, 2);
    char low[2];

    if (s.n < 2)
        return NP_S("zh");
    low[0] = lower(s.p[0]);
    low[1] = lower(s.p[1]);
    s = (struct np_slice){ low, 2 };
    for (int i = 0; i < 2; i++)
        if (low[i] < 'a' || low[i] > 'z')
            return NP_S("zh"); /* no language, perhaps half a character */
    if (np_slice_is(s, "cn") || np_slice_is(s, "zh"))
        return NP_S("zh");
    if (np_slice_is(s, "xx"))
        return NP_EMPTY;
    return np_arena_copy(arena, s);
}

static bool all_digits(struct np_slice s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] < '0' || s.p[i] > '9')
            return false;
    return s.n > 0;
}

static long number_of(struct np_slice digits)
{
    long x = 0;

    for (size_t i = 0; i < digits.n && i < 9; i++)
        x = x * 10 + (digits.p[i] - '0');
    return x;
}

/* applType and the digit that stands for it in a printed application number. */
static const struct {
    const char *code;
    char digit;
    enum np_type type;
} application_types[] = {
    { "10", '1', NP_INVENTION },     { "11", '8', NP_INVENTION }, { "20", '2', NP_UTILITY_MODEL },
    { "21", '9', NP_UTILITY_MODEL }, { "30", '3', NP_DESIGN },
};
enum { APPLICATION_TYPES = sizeof application_types / sizeof *application_types };

/* Standard form: applType (2), year (4), serial (9). The printed number has the year, one
 * digit for the type and seven for the serial since October 2003 (serials beyond 99999),
 * before that two, one and five. Empty if it is not that form.                            */
static struct np_slice from_standard(struct np_arena *arena, struct np_slice s)
{
    long year, serial;
    bool short_form;

    if (s.n != 15 || !all_digits(s))
        return NP_EMPTY;
    year = number_of(np_slice_sub(s, 2, 4));
    serial = number_of(np_slice_sub(s, 6, 9));
    short_form = serial < 100000 && year <= 2003;
    if (year < 1985 || serial > 9999999 || (year < 2003 && !short_form))
        return NP_EMPTY;
    for (size_t i = 0; i < APPLICATION_TYPES; i++) {
        if (!np_slice_starts(s, application_types[i].code))
            continue;
        if (short_form)
            return np_arena_printf(arena, "%02ld%c%05ld", year % 100, application_types[i].digit,
                                   serial);
        return np_arena_printf(arena, "%04ld%c%07ld", year, application_types[i].digit, serial);
    }
    return NP_EMPTY;
}

/* IPPH form: year (4), then type digit and serial padded to 11 (formats/cnipa.md, section 4). */
static struct np_slice from_ipph(struct np_arena *arena, struct np_slice s)
{
    long year = number_of(np_slice_sub(s, 0, 4));
    struct np_slice rest = np_slice_sub(s, 4, 11);

    if (s.n != 15 || !all_digits(s) || year < 1985 || year > 2199)
        return NP_EMPTY;
    while (rest.n && rest.p[0] == '0')
        rest = np_slice_sub(rest, 1, rest.n);
    if (rest.n == 8 && year >= 2003)
        return np_arena_printf(arena, "%04ld%.*s", year, NP_ARG(rest));
    if (rest.n == 6 && year <= 2003)
        return np_arena_printf(arena, "%02ld%.*s", year % 100, NP_ARG(rest));
    return NP_EMPTY;
}

struct np_slice cn_application_number(struct np_arena *arena, struct np_slice office,
                                      struct np_slice printed)
{
    struct np_slice s = np_narrow(arena, cn_value(printed));

    if (np_slice_is(office, "CN")) {
        struct np_slice plain = from_standard(arena, s);

        if (!plain.n)
            plain = from_ipph(arena, s);
        if (plain.n)
            return plain;
    }
    return s.n ? np_application_number(arena, office, s) : NP_EMPTY;
}

static bool type_of_digit(char digit, enum np_type *type)
{
    for (size_t i = 0; i < APPLICATION_TYPES; i++)
        if (application_types[i].digit == digit) {
            *type = application_types[i].type;
            return true;
        }
    return false;
}

static bool type_of_words(struct np_slice words, enum np_type *type)
{
    static const struct {
        const char *word;
        enum np_type type;
    } known[] = { { "发明", NP_INVENTION },
                  { "实用新型", NP_UTILITY_MODEL },
                  { "外观设计", NP_DESIGN } };

    for (size_t i = 0; i < APPLICATION_TYPES; i++)
        if (np_slice_is(words, application_types[i].code)) {
            *type = application_types[i].type;
            return true;
        }
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (np_slice_starts(words, known[i].word)) {
            *type = known[i].type;
            return true;
        }
    return false;
}

/* Application numbers without check digit: the type stands behind the year. Publication
 * numbers of 7 and 9 digits begin with 1, 2 or 3; those of 8 digits are application numbers. */
static bool type_of_number(struct np_slice number, bool application, enum np_type *type)
{
    if (!all_digits(number))
        return false;
    if (number.n == 8)
        return type_of_digit(number.p[2], type);
    if (application)
        return number.n == 12 && type_of_digit(number.p[4], type);
    return (number.n == 7 || number.n == 9) && number.p[0] <= '3' &&
           type_of_digit(number.p[0], type);
}

enum np_type cn_type(struct np_slice application_type, struct np_slice application,
                     struct np_slice publication, struct np_slice kind)
{
    enum np_type type;

    if (type_of_words(application_type, &type) || type_of_number(application, true, &type) ||
        type_of_number(publication, false, &type))
        return type;
    switch (kind.n ? kind.p[0] : 0) {
    case 'A':
    case 'B':
    case 'C': return NP_INVENTION;
    case 'U':
    case 'Y': return NP_UTILITY_MODEL;
    case 'S':
    case 'D': return NP_DESIGN;
    default: return NP_OTHER_TYPE;
    }
}

/* Kinds by period. C1..C7, Y1..Y7, S1..S7 are what a partial invalidation left of a grant. */
enum np_stage cn_stage(struct np_slice kind, np_date date)
{
    bool before_1993 = date && date < 19930101;

    if (kind.n >= 2 && (kind.p[1] == '8' || kind.p[1] == '9'))
        return NP_CORRECTION;
    switch (kind.n ? kind.p[0] : 0) {
    case 'A': return NP_APPLICATION;
    case 'B': return before_1993 ? NP_EXAMINED : NP_GRANT;
    case 'C':
    case 'Y':
    case 'D': return NP_GRANT;
    case 'U':
    case 'S': return before_1993 ? NP_APPLICATION : NP_GRANT;
    default: return NP_OTHER_STAGE;
    }
}

enum np_action cn_action(struct np_slice status, int *sequence)
{
    /* XSD: C new, R replacement, D delete, A amendment, B moved over from old stock. */
    static const struct {
        const char *letter, *word;
        enum np_action action;
        int sequence;
    } known[] = {
        { "B", "backfile", NP_PUT, 1 }, { "C", "create", NP_PUT, 2 },
        { "R", "replace", NP_PUT, 3 },  { "A", "amend", NP_PUT, 4 },
        { "U", "update", NP_PUT, 3 },   { "D", "delete", NP_DELETE, 5 },
    };

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (np_slice_is(status, known[i].letter) || np_slice_is(status, known[i].word)) {
            *sequence = known[i].sequence;
            return known[i].action;
        }
    *sequence = 2;
    return NP_PUT;
}

/* Bytes of the digit at the start of s, 0 if there is none. */
static size_t digit_at(struct np_slice s)
{
    char c = 0;
    size_t n = np_narrow_one(s.p, s.n, &c);

    if (!n && s.n) {
        c = s.p[0];
        n = 1;
    }
    return c >= '0' && c <= '9' ? n : 0;
}

struct np_slice cn_take_postcode(struct np_slice *address)
{
    struct np_slice rest = *address, code;
    size_t n;
    int digits = 0;

    for (; digits < 6 && (n = digit_at(rest)) > 0; digits++)
        rest = np_slice_sub(rest, n, rest.n);
    if (digits < 6 || digit_at(rest))
        return NP_EMPTY;
    code = np_slice_make(address->p, address->n - rest.n);
    *address = np_slice_trim(rest);
    return code;
}
