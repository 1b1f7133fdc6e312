/* xlsx_styles.c -- which cell styles show dates or percentages, and the day of a serial number.
 *
 * A date is a number with a date's format (ECMA-376, part 1, 18.8.30): built-in formats by their
 * number, those of Chinese and Japanese workbooks among them, others by their code.
 */
#include "xlsx.h"

#include <math.h>

enum { STYLES_MOST = 1 << 20, FORMATS_MOST = 1 << 16 };

/* ---- format codes ---- */

/* Built-in formats that show a day or a month; 18 to 21, 32 to 35, 45 to 47, 55 and 56 show only
 * the time.                                                                                    */
static bool is_built_in_date(int64_t id)
{
    return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 ||
           (id >= 50 && id <= 54) || id == 57 || id == 58;
}

static enum xlsx_shows built_in(int64_t id)
{
    return is_built_in_date(id) ? XLSX_DATE : id == 9 || id == 10 ? XLSX_PERCENT : XLSX_PLAIN;
}

/* Letters of the first section outside of quotes, brackets and escapes, in lower case. */
static size_t bare_letters(struct np_slice code, char *out, size_t most)
{
    size_t n = 0;

    for (size_t i = 0; i < code.n && code.p[i] != ';'; i++) {
        char c = code.p[i];

        if (c == '"' || c == '[') {
            char end = c == '"' ? '"' : ']';

            for (i++; i < code.n && code.p[i] != end; i++)
                continue;
        } else if (c == '\\' || c == '_' || c == '*') {
            i++;
        } else if (n < most) {
            out[n++] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
        }
    }
    return n;
}

enum xlsx_shows xlsx_format_shows(struct np_slice code)
{
    char bare[256];
    size_t n = bare_letters(code, bare, sizeof bare);
    struct np_slice letters = np_slice_make(bare, n);

    if (np_slice_starts(letters, "general"))
        return XLSX_PLAIN;
    if (memchr(bare, 'y', n) || memchr(bare, 'd', n))
        return XLSX_DATE;
    if (memchr(bare, 'm', n) && !memchr(bare, 'h', n) && !memchr(bare, 's', n))
        return XLSX_DATE;
    return memchr(bare, '%', n) ? XLSX_PERCENT : XLSX_PLAIN;
}

/* ---- the part ---- */

static void open_element(struct xlsx_part *part, void *state, struct np_slice element)
{
    struct xlsx_styles *s = state;
    int64_t id = xlsx_attribute_number(part, "numFmtId", 0);
    enum xlsx_shows shows = built_in(id);

    if (np_slice_is(element, "numFmt") && s->formats.n < FORMATS_MOST) {
        struct np_slice code = xlsx_attribute(part, "formatCode");

        np_list_add(s->arena, &s->formats)->id = id;
        s->formats.v[s->formats.n - 1].shows = xlsx_format_shows(code);
    } else if (np_slice_is(element, "xf") && np_slice_is(xlsx_parent(part), "cellXfs")) {
        for (size_t i = 0; i < s->formats.n; i++)
            if (s->formats.v[i].id == id)
                shows = s->formats.v[i].shows;
        if (s->shows.n == STYLES_MOST)
            xlsx_refuse(part, NP_FAIL, "NP-SHT-010", "more than %d cell styles", STYLES_MOST);
        else
            *np_list_add(s->arena, &s->shows) = shows;
    }
}

static void close_element(struct xlsx_part *part, void *state, struct np_slice element)
{
    (void)part, (void)state, (void)element;
}

enum np_status xlsx_styles_read(struct np_sheets *sheets, struct np_slice part,
                                struct xlsx_styles *styles, struct np_err *err)
{
    static const struct xlsx_handlers handlers = { open_element, NULL, close_element };

    styles->arena = np_arena_new();
    return xlsx_part_read(sheets, part, &handlers, styles, err);
}

void xlsx_styles_release(struct xlsx_styles *styles)
{
    if (styles->arena)
        np_arena_free(styles->arena);
}

enum xlsx_shows xlsx_style_shows(const struct xlsx_styles *styles, int64_t style)
{
    return style >= 0 && style < (int64_t)styles->shows.n ? styles->shows.v[style] : XLSX_PLAIN;
}

/* ---- serial numbers ---- */

/* The date that lies so many days behind 1970-01-01 (Hinnant's civil_from_days, years in eras of
 * 400 that begin in March).                                                                   */
static np_date date_of_days(int64_t days)
{
    int64_t z = days + 719468, era = z / 146097, of_era = z % 146097;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100), month = (5 * of_year + 2) / 153;
    int64_t day = of_year - (153 * month + 2) / 5 + 1;

    month += month < 10 ? 3 : -9;
    return (np_date)((year + era * 400 + (month <= 2)) * 10000 + month * 100 + day);
}

np_date xlsx_date(double serial, bool from_1904)
{
    enum { DAY_0_OF_1900 = -25568, DAY_0_OF_1904 = -24107, FALSE_LEAP_DAY = 60 };
    int64_t day;
    np_date date;

    if (!(serial >= (from_1904 ? 0 : 1) && serial < 2958466))
        return 0;
    day = (int64_t)floor(serial);
    if (from_1904)
        day += DAY_0_OF_1904;
    else if (day == FALSE_LEAP_DAY)
        return 0;
    else
        day += DAY_0_OF_1900 - (day > FALSE_LEAP_DAY);
    date = date_of_days(day);
    return np_date_valid(date) ? date : 0;
}
