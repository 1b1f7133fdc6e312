/* date.c -- reading, printing and counting with yyyymmdd. */
#include <nanopat/date.h>

enum { FIRST_YEAR = 1700, LAST_YEAR = 2199 };

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in_month(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

/* 0 unless the parts are a date whose unknown parts stand at the end. */
static np_date make_date(int year, int month, int day)
{
    if (year < FIRST_YEAR || year > LAST_YEAR || month > 12)
        return 0;
    if (month == 0 ? day != 0 : day > days_in_month(year, month))
        return 0;
    return year * 10000 + month * 100 + day;
}

bool np_date_valid(np_date d)
{
    return d == 0 || (d > 0 && make_date(d / 10000, d / 100 % 100, d % 100) == d);
}

static bool is_separator(char c)
{
    return c == '-' || c == '.' || c == '/';
}

/* The digits at s[*at], at most `most` of them, as a number; *count says how many. */
static int take_digits(struct np_slice s, size_t *at, size_t most, size_t *count)
{
    int value = 0;

    for (*count = 0; *count < most && *at < s.n && s.p[*at] >= '0' && s.p[*at] <= '9'; ++*count)
        value = value * 10 + (s.p[(*at)++] - '0');
    return value;
}

np_date np_date_parse(struct np_slice s)
{
    int part[3] = { 0, 0, 0 }; /* year, month, day */
    char separator = 0;
    size_t at = 0, count;

    s = np_slice_trim(s);
    part[0] = take_digits(s, &at, 4, &count);
    if (count != 4)
        return 0;
    for (int i = 1; i < 3 && at < s.n; i++) {
        if (i == 1 && is_separator(s.p[at]))
            separator = s.p[at];
        if (separator && s.p[at++] != separator)
            return 0;
        part[i] = take_digits(s, &at, 2, &count);
        if (count == 0 || (count == 1 && !separator))
            return 0;
    }
    return at == s.n ? make_date(part[0], part[1], part[2]) : 0;
}

void np_date_put(struct np_buf *b, np_date d)
{
    if (d <= 0)
        return;
    np_buf_printf(b, "%04d", d / 10000 % 10000);
    if (d / 100 % 100 == 0)
        return;
    np_buf_printf(b, "-%02d", d / 100 % 100);
    if (d % 100)
        np_buf_printf(b, "-%02d", d % 100);
}

/* Days from the civil calendar, counted in eras of 400 years that begin on 1 March, so that
 * the leap day is the last of its year.                                                     */
int32_t np_date_days(np_date d)
{
    int year = d / 10000, month = d / 100 % 100, day = d % 100;
    int era, year_of_era, day_of_year;

    if (d <= 0)
        return INT32_MIN;
    if (month == 0)
        month = 1;
    if (day == 0)
        day = 1;
    if (month <= 2)
        year--;
    era = year / 400;
    year_of_era = year - era * 400;
    day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
           719468;
}

/* An unknown month stays unknown, so only whole years can be added to it. */
np_date np_date_add_months(np_date d, int months)
{
    int year = d / 10000, month = d / 100 % 100, day = d % 100;
    int64_t count;

    if (d <= 0)
        return 0;
    count = (int64_t)year * 12 + (month ? month - 1 : 0) + (month ? months : months / 12 * 12);
    if (count < 12 || count >= 10000 * 12)
        return 0;
    year = (int)(count / 12);
    if (month)
        month = (int)(count % 12) + 1;
    if (month && day > days_in_month(year, month))
        day = days_in_month(year, month);
    return year * 10000 + month * 100 + day;
}

np_date np_date_add_years(np_date d, int years)
{
    if (years < -10000 || years > 10000)
        return 0;
    return np_date_add_months(d, years * 12);
}
