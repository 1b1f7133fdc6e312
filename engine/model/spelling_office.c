/* spelling_office.c -- the forms of numbers that one office uses.
 *
 *   CN  201010298420.4  ZL...  2010102984204  102010000298420     201010298420 (application)
 *       101945314  CN1719946A                                     101945314    (publication)
 *   US  15/123,456                          15123456, 123456/2016 as DOCDB and EPODOC write it
 *   EP  17171508.9  EP20040012345           17171508, 04012345
 *   JP  特開2021-044249  特開平5-12345  特許第6123456号  特願2019-165432
 *   KR  10-2016-0063019  10-1234567         20160063019, 101234567
 *
 * Sources: formats/cnipa.md section 6, formats/uspto.md section 2, formats/ep-fulltext.md section 3,
 * WIPO ST.10/C and ST.13 for JP and KR.
 */
#include "spelling.h"

#include <stdio.h>

/* Between `first` and the next digits that follow a separator: "2021-044249" is cut at the dash. */
static size_t digits_before(struct np_slice text, const char *separators)
{
    size_t n = 0;

    for (size_t i = 0; i < text.n; i++) {
        if (is_digit(text.p[i]))
            n++;
        else if (n && strchr(separators, text.p[i]))
            return n;
        else if (n)
            return 0;
    }
    return 0;
}

/* ---- China ---- */

/* 15 digits: kind of application (2), year (4), serial (9); type and check digit are not in it. */
static bool cn_standard(struct spelled *s)
{
    static const struct { const char *head; char type; } types[] = {
        { "10", '1' }, { "11", '8' }, { "20", '2' }, { "21", '9' }, { "30", '3' },
    };
    struct np_slice d = s->digits, serial;
    int year;

    if (d.n != 15 || !is_all_digits(d))
        return false;
    year = digits_value(np_slice_sub(d, 2, 4));
    serial = np_slice_sub(d, 6, 9);
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (!np_slice_starts(d, types[i].head) || year < 1985 || year > 2199)
            continue;
        if (year >= 2003)
            spelled_application(s, np_arena_printf(s->arena, "%04d%c%07d", year, types[i].type,
                                                   digits_value(serial)), 0);
        if (year <= 2003 && digits_value(serial) < 100000)
            spelled_application(s, np_arena_printf(s->arena, "%02d%c%05d", year % 100,
                                                   types[i].type, digits_value(serial)), 0);
        return true;
    }
    return false;
}

/* 8 or 12 digits, with or without check character. */
static void cn_application(struct spelled *s)
{
    struct np_slice d = s->digits, body = np_slice_sub(d, 0, d.n ? d.n - 1 : 0);
    bool checked = is_all_digits(body) && (body.n == 12 || body.n == 8) && d.n == body.n + 1;

    if (checked && body.n == 12) { /* of the older form the weights are not certain */
        s->out->check = d.p[d.n - 1];
        s->out->check_right = np_cn_check_digit(body);
    }
    if (checked)
        spelled_application(s, body, 0);
    else if (is_all_digits(d) && (d.n == 8 || d.n == 12))
        spelled_application(s, d, 0);
}

static bool read_cn(struct spelled *s)
{
    bool application = s->out->check || s->pointed || s->digits.n >= 12 ||
                       !is_all_digits(s->digits);

    if (cn_standard(s))
        return true;
    if (!application)
        spelled_publication(s, np_publication_number(s->arena, s->office, s->digits));
    if (!s->kind.n || application)
        cn_application(s);
    if (application)
        spelled_publication(s, np_publication_number(s->arena, s->office, s->digits));
    return true;
}

/* ---- United States ---- */

/* The office's series and serial, and what DOCDB (serial, two digits of year) and EPODOC (year,
 * series, serial) make of them: the filing year is one of the series' years.               */
static void us_application(struct spelled *s)
{
    struct np_slice d = s->digits;
    int from, to;

    if (d.n == 7 && digits_before(s->text, "/") == 1)
        d = np_arena_printf(s->arena, "0%.*s", NP_ARG(d));
    spelled_application(s, d, 0);
    if (d.n != 8 || !is_all_digits(d) || !np_us_series_years(d, &from, &to))
        return;
    for (int year = from; year <= to; year++) {
        spelled_application(s, np_arena_printf(s->arena, "%d%02d",
                                               digits_value(np_slice_sub(d, 2, 6)), year % 100),
                            year);
        spelled_application(s, np_arena_printf(s->arena, "%04d%.8s", year, d.p), year);
    }
}

static bool read_us(struct spelled *s)
{
    size_t before = digits_before(s->text, "/");
    bool application = before && before < 4;

    if (!application)
        spelled_publication(s, np_publication_number(s->arena, s->office,
                                                     before == 4 ? s->text : s->digits));
    if (!s->kind.n && is_all_digits(s->digits) && before != 4)
        us_application(s);
    return true;
}

/* ---- European Patent Office ---- */

static bool read_ep(struct spelled *s)
{
    struct np_slice d = s->digits;

    if (!is_all_digits(d))
        return false;
    if ((d.n <= 7 && !s->pointed) || s->kind.n)
        spelled_publication(s, np_publication_number(s->arena, s->office, d));
    if (d.n == 11 && digits_value(np_slice_sub(d, 0, 4)) >= 1978)
        spelled_application(s, np_arena_printf(s->arena, "%.2s%06d", d.p + 2,
                                               digits_value(np_slice_sub(d, 4, 7))), 0);
    if (s->pointed || d.n == 9)
        d = np_slice_sub(d, 0, d.n - 1);
    if (d.n == 8 || d.n == 11) {
        spelled_application(s, d, 0);
        spelled_application(s, skip_zeros(d), 0);
    }
    return true;
}

/* ---- International applications ---- */

static bool read_wo(struct spelled *s)
{
    spelled_publication(s, np_publication_number(s->arena, s->office, s->text));
    return true;
}

/* ---- Japan ---- */

enum jp_what { JP_ANY, JP_PUBLISHED, JP_REGISTERED, JP_APPLICATION };

/* Words of gazettes, in Japanese and Chinese characters, and the kinds that they stand for. */
static const struct { const char *word; enum jp_what what; const char *kind; } jp_words[] = {
    { "特開", JP_PUBLISHED, "A" },    { "特开", JP_PUBLISHED, "A" },
    { "特表", JP_PUBLISHED, "A" },    { "特公", JP_PUBLISHED, "B" },
    { "特許", JP_REGISTERED, "B" },   { "特许", JP_REGISTERED, "B" },
    { "特願", JP_APPLICATION, "" },   { "特愿", JP_APPLICATION, "" },
    { "実開", JP_PUBLISHED, "U" },    { "实开", JP_PUBLISHED, "U" },
    { "実公", JP_PUBLISHED, "Y" },    { "実登", JP_REGISTERED, "U" },
    { "実用新案登録", JP_REGISTERED, "U" }, { "意匠登録", JP_REGISTERED, "S" },
    { "実願", JP_APPLICATION, "" },   { "意願", JP_APPLICATION, "" },
};

static const struct { const char *word; char letter; int first; } jp_eras[] = {
    { "昭和", 'S', 1926 }, { "昭", 'S', 1926 }, { "平成", 'H', 1989 }, { "平", 'H', 1989 },
    { "令和", 'R', 2019 }, { "令", 'R', 2019 }, { "S", 'S', 1926 }, { "H", 'H', 1989 },
    { "R", 'R', 2019 },
};

static bool holds(struct np_slice text, const char *word)
{
    return np_slice_find(text, np_slice_of(word)) != (size_t)-1;
}

static enum jp_what jp_what(struct spelled *s)
{
    for (size_t i = 0; i < sizeof jp_words / sizeof jp_words[0]; i++)
        if (holds(s->text, jp_words[i].word)) {
            if (jp_words[i].what == JP_APPLICATION)
                s->application_only = true;
            return jp_words[i].what;
        }
    return JP_ANY;
}

/* Letter and first year of the emperor's era before the number; '\0' if none is said. */
static char jp_era(const struct spelled *s, int *first)
{
    for (size_t i = 0; i < sizeof jp_eras / sizeof jp_eras[0]; i++) {
        bool said = jp_eras[i].word[1] ? holds(s->text, jp_eras[i].word)
                                       : np_slice_starts(s->digits, jp_eras[i].word);

        if (said) {
            *first = jp_eras[i].first;
            return jp_eras[i].letter;
        }
    }
    return '\0';
}

/* Year and serial: at the separator, else four digits of a year of this era or of our own. */
static bool jp_cut(const struct spelled *s, bool era, struct np_slice *year,
                   struct np_slice *serial)
{
    struct np_slice d = np_slice_sub(s->digits, count_letters(s->digits), s->digits.n);
    size_t n = digits_before(s->text, "-/");

    if (!is_all_digits(d) || d.n < 3)
        return false;
    if (n == 0)
        n = era ? 2 : 4;
    *year = np_slice_sub(d, 0, n);
    *serial = skip_zeros(np_slice_sub(d, n, d.n));
    return n < d.n && n <= 4;
}

static void jp_dated(struct spelled *s, enum jp_what what, char era, int first,
                     struct np_slice year, struct np_slice serial)
{
    int number = digits_value(serial), western = digits_value(year);

    if (era) {
        int in_era = western;

        western += first - 1;
        if (what != JP_APPLICATION && era != 'R')
            spelled_publication(s, np_arena_printf(s->arena, "%c%02d%d", era, in_era, number));
        spelled_application(s, np_arena_printf(s->arena, "%d%02d", number, western % 100), 0);
    }
    if (western < 1900 || western > 2199 || serial.n > 7)
        return;
    if (what != JP_APPLICATION && (!era || era == 'R'))
        spelled_publication(s, np_arena_printf(s->arena, "%04d%06d", western, number));
    if (s->kind.n)
        return;
    spelled_application(s, np_arena_printf(s->arena, "%04d%06d", western, number), 0);
    spelled_application(s, np_arena_printf(s->arena, "%04d%07d", western, number), 0);
    spelled_application(s, np_arena_printf(s->arena, "P%04d%06d", western, number), 0);
}

static bool read_jp(struct spelled *s)
{
    enum jp_what what = jp_what(s);
    struct np_slice year, serial;
    int first = 0;
    char era = jp_era(s, &first);

    if (np_slice_starts(s->digits, "P")) /* P2003-123456: patent application */
        s->digits = np_slice_sub(s->digits, 1, s->digits.n);
    if (what != JP_REGISTERED && jp_cut(s, era != '\0', &year, &serial) &&
        (era || year.n == 4) && (era || digits_value(year) >= 1900))
        jp_dated(s, what, era, first, year, serial);
    if (!s->out->publications.n && what != JP_APPLICATION)
        spelled_publication(s, np_publication_number(s->arena, s->office, s->digits));
    return true;
}

/* ---- Korea ---- */

/* Type of right (10 patent, 20 utility model, 30 design), year, serial of 7; or type and registered
 * number of 7.                                                                                  */
static bool read_kr(struct spelled *s)
{
    struct np_slice d = s->digits;

    if (!is_all_digits(d))
        return false;
    if (d.n == 13) {
        spelled_publication(s, np_slice_sub(d, 2, 11));
        spelled_application(s, np_slice_sub(d, 2, 11), 0);
    }
    spelled_publication(s, np_publication_number(s->arena, s->office, d));
    if (!s->kind.n)
        spelled_application(s, d, 0);
    return true;
}

/* ---- table ---- */

static const struct { const char *office; bool (*read)(struct spelled *); } offices[] = {
    { "CN", read_cn }, { "US", read_us }, { "EP", read_ep }, { "WO", read_wo }, { "JP", read_jp },
    { "KR", read_kr },
};

bool spelled_by_office(struct spelled *s)
{
    if (!s->office.n && jp_what(s) != JP_ANY)
        s->office = NP_S("JP");
    for (size_t i = 0; i < sizeof offices / sizeof offices[0]; i++)
        if (np_slice_is(s->office, offices[i].office))
            return offices[i].read(s);
    return false;
}

/* Letters that only the USPTO puts before a number; digits alone are tried as China's, then as
 * those of the offices whose numbers are most often written without their letters.           */
void spelled_without_office(struct spelled *s)
{
    static const char *const tried[] = { "CN", "US", "EP" };
    size_t before = digits_before(s->text, "/");

    if (count_letters(s->digits) && count_letters(s->digits) <= 2) {
        s->office = NP_S("US");
        read_us(s);
    } else if (before == 4 && s->digits.n == 10) {
        s->office = NP_S("WO");
        spelled_publication(s, np_publication_number(s->arena, s->office, s->text));
        s->office = NP_S("US");
        read_us(s);
    } else if (before == 1 || before == 2) {
        s->office = NP_S("US"); /* 15/123,456 */
        read_us(s);
    } else {
        for (size_t i = 0; i < sizeof tried / sizeof tried[0]; i++) {
            s->office = np_slice_of(tried[i]);
            spelled_by_office(s);
        }
    }
}
