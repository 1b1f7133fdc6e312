/* application.c -- application numbers of different sources in one spelling.
 *
 *   office    its own form          DOCDB                  key
 *   US        15/123,456 (2016)     12345616               US 123456/16 (EPODOC 201615123456 too)
 *   WO        PCT/EP2016/060001     EP 2016060001 W        WO 2016EP60001
 *   KR        10-2016-0012345       20160012345            KR 20160012345
 *   CN        201610012345.6        201610012345           CN 201610012345
 *   others                          letters and digits, no leading zeros
 */
#include <nanopat/docid.h>
#include <nanopat/spelling.h>

#include <stdio.h>
#include <stdlib.h>

enum { SERIES_DIGITS = 2, SERIAL_DIGITS = 6, KR_TYPE_DIGITS = 2, KR_OFFICE_DIGITS = 13,
       EPODOC_DIGITS = 11, EP_DIGITS = 8 };

static bool all_digits(struct np_slice s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] < '0' || s.p[i] > '9')
            return false;
    return s.n > 0;
}

static struct np_slice no_zeros(struct np_slice s)
{
    while (s.n > 1 && s.p[0] == '0')
        s = np_slice_sub(s, 1, s.n);
    return s;
}

static bool series_fits(struct np_slice number, int year)
{
    int from, to;

    return np_us_series_years(number, &from, &to) && year >= from && year <= to;
}

/* EPODOC: four digits of year, then seven or more. */
static bool has_whole_year(struct np_slice number, int year)
{
    char front[8];

    snprintf(front, sizeof front, "%04d", year);
    return number.n >= EPODOC_DIGITS && np_slice_starts(number, front);
}

static struct np_slice last_digits(struct np_slice number)
{
    return np_slice_sub(number, number.n - SERIAL_DIGITS, SERIAL_DIGITS);
}

/* Serial and year. Eight digits that begin with a series of their year are the office's form,
 * unless a kind, which only DOCDB gives, and the year behind them say otherwise.             */
static struct np_slice us_key(struct np_arena *arena, struct np_slice number,
                              const struct np_docref *application)
{
    int year = np_date_year(application->date);
    char behind[8];
    bool year_behind;

    if (!all_digits(number) || !year)
        return np_arena_printf(arena, "US %.*s", NP_ARG(number));
    snprintf(behind, sizeof behind, "%02d", year % 100);
    if (has_whole_year(number, year))
        return np_arena_printf(arena, "US %.*s/%s", NP_ARG(no_zeros(last_digits(number))), behind);
    year_behind = number.n > 2 && np_slice_ends(number, behind);
    if (number.n == SERIES_DIGITS + SERIAL_DIGITS && series_fits(number, year) &&
        !(year_behind && application->kind.n))
        number = np_slice_sub(number, SERIES_DIGITS, SERIAL_DIGITS);
    else if (year_behind)
        number = np_slice_sub(number, 0, number.n - 2);
    return np_arena_printf(arena, "US %.*s/%s", NP_ARG(no_zeros(number)), behind);
}

/* Year and serial with the receiving office between, as np_pct_number writes it. */
static struct np_slice international(struct np_arena *arena, const struct np_docref *application)
{
    struct np_slice pct = np_pct_number(arena, application->number);
    struct np_slice number = application->number;

    if (pct.n)
        return np_arena_printf(arena, "WO %.*s", NP_ARG(np_slice_sub(pct, 2, pct.n)));
    if (np_slice_is(application->kind, "W") && all_digits(number) && number.n > 4)
        return np_arena_printf(arena, "WO %.4s%.*s%05ld", number.p, NP_ARG(application->office),
                               strtol(np_arena_copy(arena, np_slice_sub(number, 4, 6)).p, NULL, 10));
    return NP_EMPTY;
}

struct np_slice np_application_form(struct np_arena *arena, const struct np_docref *application)
{
    struct np_slice office = application->office, number, pct;

    if (!application->number.n)
        return NP_EMPTY;
    pct = international(arena, application);
    if (pct.n)
        return pct;
    number = np_application_number(arena, office, application->number);
    if (np_slice_is(office, "US"))
        return us_key(arena, number, application);
    if (np_slice_is(office, "EP") && all_digits(number) &&
        has_whole_year(number, np_date_year(application->date)))
        return np_arena_printf(arena, "EP %02d%.*s", np_date_year(application->date) % 100,
                               NP_ARG(last_digits(number)));
    if (np_slice_is(office, "KR") && number.n == KR_OFFICE_DIGITS && all_digits(number))
        number = np_slice_sub(number, KR_TYPE_DIGITS, number.n);
    if (!np_slice_is(office, "EP")) /* "04012345" begins with its year */
        number = no_zeros(number);
    else if (all_digits(number) && number.n < EP_DIGITS) /* of 2000 to 2009, zeros lost */
        number = np_arena_printf(arena, "%0*ld", EP_DIGITS,
                                 strtol(np_arena_copy(arena, number).p, NULL, 10));
    return np_arena_printf(arena, "%.*s %.*s", NP_ARG(office), NP_ARG(number));
}

/* ---- the key ---- */

/* WO 2016EP60001: the receiving office, W and nine digits at most. */
static int64_t international_key(struct np_arena *arena, struct np_slice rest)
{
    struct np_slice serial = np_slice_sub(rest, 6, rest.n);

    if (rest.n < 7 || !all_digits(np_slice_sub(rest, 0, 4)) || !all_digits(serial))
        return np_publication_key(NP_S("WO"), rest, NP_S("application"));
    return np_publication_key(np_slice_sub(rest, 4, 2),
                              np_arena_printf(arena, "W%.2s%.*s", rest.p + 2, NP_ARG(serial)),
                              NP_S("application"));
}

/* US 123456/16 is serial and year; what bears no year is marked, that it meet no serial. */
static int64_t us_number_key(struct np_arena *arena, struct np_slice rest)
{
    size_t slash = np_slice_find(rest, NP_S("/"));
    struct np_slice digits;

    if (slash == (size_t)-1)
        digits = np_arena_printf(arena, "N%.*s", NP_ARG(rest));
    else
        digits = np_arena_printf(arena, "%.*s%.*s", NP_ARG(np_slice_sub(rest, 0, slash)),
                                 NP_ARG(np_slice_sub(rest, slash + 1, rest.n)));
    return np_publication_key(NP_S("US"), digits, NP_S("application"));
}

int64_t np_application_key(struct np_arena *arena, const struct np_docref *application)
{
    struct np_slice spelling = np_application_form(arena, application);
    size_t blank = np_slice_find(spelling, NP_S(" "));
    struct np_slice office, rest;

    if (blank == (size_t)-1 || blank == 0 || blank + 1 == spelling.n)
        return 0;
    office = np_slice_sub(spelling, 0, blank);
    rest = np_slice_sub(spelling, blank + 1, spelling.n);
    if (np_slice_is(office, "WO"))
        return international_key(arena, rest);
    if (np_slice_is(office, "US"))
        return us_number_key(arena, rest);
    return np_publication_key(office, rest, NP_S("application"));
}
