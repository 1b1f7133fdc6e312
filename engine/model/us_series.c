/* us_series.c -- series codes of the USPTO and the filing years in which they were given. */
#include <nanopat/spelling.h>

/* MPEP 503. The last year of a code still in use is far off. */
static const struct { const char *series; int from, to; } us_series[] = {
    { "07", 1986, 1993 }, { "08", 1992, 1998 }, { "09", 1997, 2002 }, { "10", 2001, 2005 },
    { "11", 2004, 2008 }, { "12", 2007, 2011 }, { "13", 2010, 2014 }, { "14", 2013, 2016 },
    { "15", 2015, 2018 }, { "16", 2018, 2021 }, { "17", 2020, 2023 }, { "18", 2022, 2026 },
    { "19", 2024, 2030 }, { "29", 1992, 2030 }, { "35", 2013, 2030 }, { "60", 1995, 2008 },
    { "61", 2007, 2013 }, { "62", 2012, 2021 }, { "63", 2020, 2030 }, { "90", 1981, 2030 },
    { "95", 1999, 2013 }, { "96", 2012, 2030 },
};

bool np_us_series_years(struct np_slice number, int *from, int *to)
{
    for (size_t i = 0; i < sizeof us_series / sizeof *us_series; i++)
        if (np_slice_starts(number, us_series[i].series)) {
            *from = us_series[i].from;
            *to = us_series[i].to;
            return true;
        }
    return false;
}
