/* quantity.c -- lengths in a folded text, read by hand: what a number means depends on the numbers
 * and words around it, which no pattern says well.
 *
 *     20-80 nm          80: the upper end decides
 *     5 nm to 2 μm      2000; the 5 nm alone is nothing
 *     5, 10 or 20 nm    5, 10 and 20
 *     1,000 nm          1000
 */
#include "quantity.h"

#include <string.h>

static const struct unit {
    const char *name;
    double nm;
} units[] = { /* the longer before what it begins with */
    { "nm", 1 },           { "nanometers", 1 },     { "nanometer", 1 },   { "纳米", 1 },
    { "å", 0.1 },          { "angstroms", 0.1 },    { "angstrom", 0.1 },  { "埃", 0.1 },
    { "μm", 1e3 },         { "um", 1e3 },           { "micrometers", 1e3 }, { "micrometer", 1e3 },
    { "microns", 1e3 },    { "micron", 1e3 },       { "微米", 1e3 },      { "mm", 1e6 },
    { "毫米", 1e6 },       { "cm", 1e7 },           { "厘米", 1e7 },
};

#define COUNT(a) (sizeof(a) / sizeof *(a))

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

static bool has(struct np_slice text, size_t at, const char *word)
{
    size_t n = strlen(word);

    return at <= text.n && n <= text.n - at && memcmp(text.p + at, word, n) == 0;
}

/* Does the word end at `at`? */
static bool ends(struct np_slice text, size_t at, const char *word)
{
    size_t n = strlen(word);

    return n <= at && memcmp(text.p + at - n, word, n) == 0;
}

double unit_named(struct np_slice name)
{
    for (size_t i = 0; i < COUNT(units); i++)
        if (np_slice_is(name, units[i].name))
            return units[i].nm;
    return np_slice_is(name, "\xC2\xB5m") ? 1e3 : 0; /* the micro sign */
}

/* What follows 纳米 where it is no unit but the beginning of a name: 3纳米管. */
static bool begins_name(struct np_slice text, size_t at)
{
    static const char *const names[] = { "颗粒", "粒子", "微粒", "粉", "管", "线", "片", "棒",
                                         "球", "晶", "材料", "结构", "纤维", "复合", "涂层",
                                         "银", "金", "碳", "铜", "二氧化", "氧化", "级" };

    for (size_t i = 0; i < COUNT(names); i++)
        if (has(text, at, names[i]))
            return true;
    return false;
}

/* The unit at *at, moving behind it; NULL if none, or more than a unit: "nmol", "nm2", "nm/s". */
static const struct unit *take_unit(struct np_slice text, size_t *at)
{
    for (size_t i = 0; i < COUNT(units); i++) {
        size_t end = *at + strlen(units[i].name);

        if (!has(text, *at, units[i].name))
            continue;
        if (end < text.n && (is_letter(text.p[end]) || is_digit(text.p[end]) ||
                             text.p[end] == '/' || text.p[end] == '^'))
            continue;
        if (strcmp(units[i].name, "纳米") == 0 && begins_name(text, end))
            return NULL;
        *at = end;
        return &units[i];
    }
    return NULL;
}

/* A decimal number at *at, moving behind it: "1,000" is one number, "10,20" are two. */
static bool take_number(struct np_slice text, size_t *at, double *value)
{
    size_t i = *at, digits = 0;
    double unit = 1;

    for (*value = 0; i < text.n && is_digit(text.p[i]); i++, digits++)
        *value = *value * 10 + (text.p[i] - '0');
    if (!digits)
        return false;
    while (digits <= 3 && i + 3 < text.n && text.p[i] == ',' && is_digit(text.p[i + 1]) &&
           is_digit(text.p[i + 2]) && is_digit(text.p[i + 3]) &&
           !(i + 4 < text.n && is_digit(text.p[i + 4]))) {
        for (size_t k = 1; k <= 3; k++)
            *value = *value * 10 + (text.p[i + k] - '0');
        i += 4;
    }
    if (i + 1 < text.n && text.p[i] == '.' && is_digit(text.p[i + 1]))
        for (i++; i < text.n && is_digit(text.p[i]); i++)
            *value += (text.p[i] - '0') * (unit /= 10);
    *at = i;
    return true;
}

static size_t skip_blanks(struct np_slice text, size_t at)
{
    while (at < text.n && text.p[at] == ' ')
        at++;
    return at;
}

/* A number and its unit; for what stands beside the quantity that is looked at. */
static bool take_length(struct np_slice text, size_t *at)
{
    size_t i = *at;
    double value;

    if (!take_number(text, &i, &value))
        return false;
    i = skip_blanks(text, i);
    i += i < text.n && text.p[i] == '-';
    if (!take_unit(text, &i))
        return false;
    *at = i;
    return true;
}

/* ---- ranges and lists ---- */

static const char *const range_words[] = { /* longer before what they end with */
    "or more and less than", "or more and", "or more but", "and less than", "but less than",
    "or more to", "以上且小于", "且小于", "以上且", "以上至", "以上,", "以上", "小于", "且不大于",
    "-", "~", "to", "至", "到", "\xE2\x88\xBC" /* tilde operator */
};
static const char *const list_words[] = { ", and", ", or", ",", "、", "and", "or", "和", "或",
                                          "及", "/" };
static const char *const pair_words[] = { "and", "和", "与" }; /* behind "between" */
static const char *const between[] = { "between ", "between about ", "介于", "between", "在" };

static size_t word_at(struct np_slice text, size_t at, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (has(text, at, words[i]))
            return strlen(words[i]);
    return 0;
}

static size_t word_before(struct np_slice text, size_t at, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (ends(text, at, words[i]))
            return strlen(words[i]);
    return 0;
}

/* "5 nm to 20 nm", "between 5 nm and 20 nm", seen from the 5 nm. */
static bool is_lower_end(struct np_slice text, size_t begin, size_t end)
{
    size_t at = skip_blanks(text, end);
    size_t n = word_at(text, at, range_words, COUNT(range_words));

    if (!n && word_before(text, begin, between, COUNT(between)))
        n = word_at(text, at, pair_words, COUNT(pair_words));
    at = skip_blanks(text, at + n);
    return n && take_length(text, &at);
}

static size_t blanks_before(struct np_slice text, size_t at)
{
    while (at && text.p[at - 1] == ' ')
        at--;
    return at;
}

/* Where the number that ends at `at` begins, "1,000" with its comma; `at` if there is none. */
static size_t number_before(struct np_slice text, size_t at)
{
    size_t from = at, digits = 0;

    for (;;) {
        while (from && is_digit(text.p[from - 1])) {
            from--;
            digits++;
        }
        if (from > 1 && text.p[from - 1] == '.' && digits && is_digit(text.p[from - 2]))
            digits = 0;
        else if (from < 2 || text.p[from - 1] != ',' || digits != 3 || !is_digit(text.p[from - 2]))
            return from;
        else
            digits = 0;
        from--;
    }
}

/* The unit, if any, of what stands before a range's word: "5 nm to". */
static size_t unit_before(struct np_slice text, size_t at)
{
    for (size_t i = 0; i < COUNT(units); i++)
        if (ends(text, at, units[i].name))
            return blanks_before(text, at - strlen(units[i].name));
    return at;
}

/* The lower end of a range belongs to it, whatever it is. */
static bool take_lower_end(struct np_slice text, struct quantity *q)
{
    size_t at = blanks_before(text, q->begin), from, number;
    size_t n = word_before(text, at, range_words, COUNT(range_words));
    bool pair = !n && (n = word_before(text, at, pair_words, COUNT(pair_words))) != 0;

    if (!n)
        return false;
    number = blanks_before(text, at - n);
    at = unit_before(text, number);
    from = number_before(text, at);
    if (from == at || (pair && !word_before(text, from, between, COUNT(between))))
        return false;
    q->begin = from;
    q->range = true;
    return true;
}

/* Numbers without unit before it, parted by the words of a list. */
static void take_list(struct np_slice text, struct quantity *q, double nm)
{
    while (q->count < QUANTITY_VALUES) {
        size_t at = blanks_before(text, q->begin), from, n, read;
        double value;

        n = word_before(text, at, list_words, COUNT(list_words));
        at = blanks_before(text, at - n);
        from = read = n ? number_before(text, at) : at;
        if (from == at || !take_number(text, &read, &value) || read != at)
            return;
        q->nm[q->count++] = value * nm;
        q->begin = from;
    }
}

/* Where the digits before a unit begin. */
static size_t number_at(struct np_slice text, size_t at)
{
    while (at && !is_digit(text.p[at - 1]))
        at--;
    return number_before(text, at);
}

bool read_quantity(struct np_slice text, size_t at, struct quantity *q)
{
    size_t from = number_at(text, at), end = from;
    const struct unit *unit;
    double value;

    if (!take_number(text, &end, &value))
        return false;
    end = skip_blanks(text, end);
    end += end < text.n && text.p[end] == '-';
    end = skip_blanks(text, end);
    unit = take_unit(text, &end);
    if (!unit || is_lower_end(text, from, end))
        return false;
    *q = (struct quantity){ .nm = { value * unit->nm }, .count = 1, .begin = from, .end = end };
    if (!take_lower_end(text, q))
        take_list(text, q, unit->nm);
    return true;
}

/* ---- the words that belong to it ---- */

static bool ends_sentence(struct np_slice text, size_t at)
{
    if (text.p[at] == '.')
        return at + 1 == text.n || !is_digit(text.p[at + 1]);
    return text.p[at] == ';' || has(text, at, "。");
}

static bool begins_character(char c) { return ((unsigned char)c & 0xC0) != 0x80; }

size_t words_before(struct np_slice text, const struct quantity *q, int characters)
{
    size_t from = q->begin, at;

    while (from && characters > 0) {
        from--;
        if (begins_character(text.p[from]))
            characters--;
        if (ends_sentence(text, from)) {
            from++;
            break;
        }
    }
    while (from < q->begin && !begins_character(text.p[from]))
        from++;
    for (at = from; at < q->begin;) {
        bool begins = is_digit(text.p[at]) && !(at && is_digit(text.p[at - 1]));

        if (begins && take_length(text, &at) && at <= q->begin)
            from = at;
        else
            at++;
    }
    return from;
}

/* Words behind it say what it is only next to it: "20 nm thick silver films". */
size_t words_behind(struct np_slice text, const struct quantity *q, int characters)
{
    size_t at = q->end;

    for (; at < text.n; at++) {
        size_t length = at;

        if (begins_character(text.p[at]) && characters-- == 0)
            break;
        if (ends_sentence(text, at) || text.p[at] == ',' || has(text, at, "、") ||
            has(text, at, " and "))
            break;
        if (is_digit(text.p[at]) && !is_digit(text.p[at - 1]) && take_length(text, &length))
            break;
    }
    return at;
}
