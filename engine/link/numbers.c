/* numbers.c -- application numbers of different sources in one spelling.
 *
 *   office    its own form          DOCDB                  key
 *   US        15/123,456 (2016)     12345616               US 123456/16 (EPODOC 201615123456 too)
 *   WO        PCT/EP2016/060001     EP 2016060001 W        WO 2016EP60001
 *   KR        10-2016-0012345       20160012345            KR 20160012345
 *   CN        201610012345.6        201610012345           CN 201610012345
 *   others                          letters and digits, no leading zeros
 */
#include "parts.h"

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

struct np_slice application_key(struct np_arena *arena, const struct np_docref *application)
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

struct np_slice own_application_key(struct np_arena *arena, const struct np_fact_publication *p)
{
    struct np_docref own = p->application;

    if (p->pct_application.n) {
        struct np_slice pct = np_pct_number(arena, p->pct_application);

        if (pct.n)
            return np_arena_printf(arena, "WO %.*s", NP_ARG(np_slice_sub(pct, 2, pct.n)));
    }
    if (np_slice_is(p->office, "WO"))
        own.kind = NP_S("W");
    return application_key(arena, &own);
}
