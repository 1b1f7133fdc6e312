/* standard.c -- number and edition of a reference to a standard (standards.h).
 *
 *     ISO/IEC  TS  80004-9 : 2017        GB/T 30544.13 - 2018        ASTM E2456 - 06
 *     bodies type  number   edition      body   number   edition     body number edition
 */
#include <ctype.h>
#include <nanopat/standards.h>
#include <nanopat/text.h>

/* What stands between the body and the number: deliverables and stages of a draft. */
static const char *const deliverables[] = { "TS", "TR", "PAS", "FDIS", "DIS", "CD", "GUIDE", "IWA",
                                            "STD", "STANDARD", NULL };
/* Bodies whose editions follow a colon, since a hyphen leads to a part. */
static const char *const by_colon[] = { "ISO", "IEC", "EN", "CEN", "JIS", "TS", "DIN", "BS",
                                        "OECD", NULL };
/* Bodies whose numbers have letters before their digits: "ASTM E2456", "JIS Z 8981". */
static const char *const lettered[] = { "ASTM", "JIS", "SEMI", "TS", NULL };

static bool is_among(struct np_slice word, const char *const *words)
{
    for (; *words; words++)
        if (np_slice_is(word, *words))
            return true;
    return false;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static size_t digits_at(struct np_slice s, size_t at)
{
    size_t n = 0;

    while (at + n < s.n && is_digit(s.p[at + n]))
        n++;
    return n;
}

static struct np_slice first_word(struct np_slice s)
{
    size_t n = 0;

    while (n < s.n && isalpha((unsigned char)s.p[n]))
        n++;
    return np_slice_sub(s, 0, n);
}

/* Where the edition begins (at its mark), s.n if there is none. */
static size_t edition_at(struct np_slice s)
{
    size_t colon = np_slice_find(s, NP_S(":"));
    size_t at = s.n;

    if (colon != (size_t)-1)
        return colon;
    while (at > 0 && s.p[at - 1] != '-')
        at--;
    if (at == 0)
        return s.n;
    if (is_among(first_word(s), by_colon)) /* ISO 9277-2010, as some write it */
        return digits_at(s, at) == 4 && (s.p[at] == '1' || s.p[at] == '2') ? at - 1 : s.n;
    return digits_at(s, at) >= 2 ? at - 1 : s.n;
}

struct np_slice np_standard_undated(struct np_slice reference)
{
    return np_slice_trim(np_slice_sub(reference, 0, edition_at(reference)));
}

struct np_slice np_standard_dated(struct np_arena *arena, struct np_slice standard, int year)
{
    struct np_slice body = first_word(standard);

    if (!year)
        return standard;
    if (np_slice_is(body, "ASTM"))
        return np_arena_printf(arena, "%.*s-%02d", NP_ARG(standard), year % 100);
    return np_arena_printf(arena, "%.*s%c%d", NP_ARG(standard),
                           is_among(body, by_colon) ? ':' : '-', year);
}

int np_standard_edition(struct np_slice reference)
{
    size_t at = edition_at(reference) + 1, n;
    int year = 0;

    while (at < reference.n && reference.p[at] == ' ')
        at++;
    n = digits_at(reference, at);
    if (np_slice_starts(reference, "SEMI") && n == 4) { /* month and year: SEMI M1-0918 */
        at += 2;
        n = 2;
    }
    if (n != 2 && n != 4)
        return 0;
    for (size_t i = 0; i < n; i++)
        year = year * 10 + (reference.p[at + i] - '0');
    return n == 4 ? year : year >= 50 ? 1900 + year : 2000 + year;
}

/* ---- the text ---- */

static bool is_dash(uint32_t c) { return (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }
static bool is_blank(uint32_t c)
{
    return c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F ||
           c == 0x3000;
}
static bool is_nothing(uint32_t c) { return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF; }

/* What these characters are by NFKC, as far as a reference has them. */
void np_standard_narrow(struct np_buf *b, struct np_slice s, char other)
{
    size_t at = 0;

    while (at < s.n) {
        uint32_t c = np_utf8_next(s, &at);

        if (is_nothing(c))
            continue;
        if (c >= 0xFF01 && c <= 0xFF5E)
            c -= 0xFF01 - 0x21;
        if (is_dash(c))
            c = '-';
        if (is_blank(c)) {
            if (!b->n || b->p[b->n - 1] != ' ')
                np_buf_putc(b, ' ');
        } else if (c < 0x80 || other) {
            np_buf_putc(b, c < 0x80 ? (char)c : other);
        } else {
            np_utf8_put(b, c);
        }
    }
}

/* ---- the number ---- */

struct named {
    struct np_slice body;   /* "ISO", "GB", "DB32", "T/CSTM", "ASTM" */
    struct np_slice letter; /* "Z" of JIS Z 8981 */
    struct np_slice digits; /* "80004-1", "30544.13" */
};

static bool is_parting(char c) { return c == ' ' || c == '/' || c == '-'; }

/* The next run without blanks and slashes; a hyphen parts only letters ("ASTM-D"). */
static struct np_slice next_word(struct np_slice s, size_t *at)
{
    size_t from;

    while (*at < s.n && is_parting(s.p[*at]))
        ++*at;
    from = *at;
    while (*at < s.n && s.p[*at] != ' ' && s.p[*at] != '/' &&
           !(s.p[*at] == '-' && !is_digit(s.p[from])))
        ++*at;
    return np_slice_sub(s, from, *at - from);
}

/* "E2456" is a letter and digits. The rest of a word that begins with letters and goes on with
 * digits is looked at again: GB19591, ISO9277.                                                */
static struct np_slice take_letters(struct np_slice s, struct np_slice word, size_t *at)
{
    struct np_slice letters = first_word(word);

    if (letters.n && letters.n < word.n) {
        *at = (size_t)(word.p - s.p) + letters.n;
        return letters;
    }
    return word;
}

static void take_body(struct named *named, struct np_slice word)
{
    bool international = np_slice_is(word, "ISO") || np_slice_is(word, "IEC");
    bool adopts = np_slice_is(named->body, "EN") || np_slice_is(named->body, "CEN") ||
                  np_slice_is(named->body, "DIN") || np_slice_is(named->body, "BS");

    if (!named->body.n || (adopts && (international || np_slice_is(word, "EN"))))
        named->body = word;
    else if (is_among(named->body, lettered) && word.n <= 3)
        named->letter = word;
}

static bool is_group_body(struct np_slice s) { return np_slice_starts(s, "T/"); }

/* T/CSTM 00800, DB32/T 4321: the body is all before the number. */
static bool take_regional(struct np_slice s, struct named *named)
{
    size_t from = 2, n;

    if (is_group_body(s)) {
        n = first_word(np_slice_sub(s, 2, s.n)).n;
        named->body = np_slice_sub(s, 0, 2 + n);
        from = 2 + n;
    } else if (np_slice_starts(s, "DB")) {
        from += s.n > 2 && s.p[2] == ' ';
        n = digits_at(s, from);
        named->body = np_slice_sub(s, 0, from + n);
        from += n;
    } else {
        return false;
    }
    while (from < s.n && !is_digit(s.p[from]))
        from++;
    named->digits = np_slice_sub(s, from, s.n);
    return named->body.n > 2;
}

static bool take_apart(struct np_slice s, struct named *named)
{
    size_t at = 0;

    while (at < s.n) {
        struct np_slice word = next_word(s, &at);

        if (!word.n)
            break;
        if (is_digit(word.p[0]) || (word.n > 1 && word.p[0] == 'P' && is_digit(word.p[1]))) {
            word = np_slice_sub(word, word.p[0] == 'P', word.n);
            named->digits = np_slice_sub(s, (size_t)(word.p - s.p), s.n); /* what follows is cut off */
            return named->body.n > 0;
        }
        word = take_letters(s, word, &at);
        if (!(named->body.n && is_among(word, deliverables)) && !np_slice_is(word, "T"))
            take_body(named, word);
    }
    return false;
}

static bool is_joint(const struct named *named)
{
    return np_slice_is(named->body, "IEC") && digits_at(named->digits, 0) == 5 &&
           named->digits.p[0] == '8';
}

/* "DIN 67 530", "TS 138 211": digits in two groups, the second of three. */
static bool goes_on(struct np_slice s, size_t at)
{
    return at && is_digit(s.p[at - 1]) && s.p[at] == ' ' && digits_at(s, at + 1) == 3;
}

static struct np_slice plain_digits(struct np_slice s)
{
    size_t n = 0;

    while (n < s.n && (is_digit(s.p[n]) || s.p[n] == '-' || s.p[n] == '.' || goes_on(s, n) ||
                       (s.p[n] >= 'a' && s.p[n] <= 'z')))
        n++;
    while (n > 0 && !is_digit(s.p[n - 1]) && !(s.p[n - 1] >= 'a' && s.p[n - 1] <= 'z'))
        n--;
    return np_slice_sub(s, 0, n);
}

static struct np_slice without_blanks(struct np_arena *arena, struct np_slice s)
{
    char *out = np_arena_alloc(arena, s.n + 1);
    size_t n = 0;

    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] != ' ')
            out[n++] = s.p[i];
    return np_slice_make(out, n);
}

struct np_slice np_standard_number(struct np_arena *arena, struct np_slice reference)
{
    struct np_slice s = np_slice_trim(reference);
    struct named named = { NP_EMPTY, NP_EMPTY, NP_EMPTY };

    s = np_slice_trim(np_slice_sub(s, 0, edition_at(s)));
    if (!take_regional(s, &named) && !take_apart(s, &named))
        return NP_EMPTY;
    named.digits = without_blanks(arena, plain_digits(named.digits));
    if (!named.digits.n)
        return NP_EMPTY;
    if (np_slice_is(named.body, "CEN"))
        named.body = NP_S("EN");
    if (is_joint(&named))
        named.body = NP_S("ISO");
    return np_arena_printf(arena, "%.*s %.*s%s%.*s", NP_ARG(named.body), NP_ARG(named.letter),
                           named.letter.n && !np_slice_is(named.body, "ASTM") &&
                                   !np_slice_is(named.body, "SEMI") ? " " : "",
                           NP_ARG(named.digits));
}
