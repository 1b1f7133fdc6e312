/* date.h -- dates as yyyymmdd.
 *
 * 20210500 is May 2021, 20210000 is 2021, 0 is unknown. Offices print all
 * three. Order of np_date is order in time, with unknown parts first.
 */
#ifndef NANOPAT_DATE_H
#define NANOPAT_DATE_H

#include <nanopat/buf.h>

typedef int32_t np_date;

/* 20210504, 2021-05-04, 2021.05.04, 2021/05/04, 2021/5/4; 20210500, 202105, 2021. Years
 * 1700 to 2199; day or month 00 mean unknown; anything else (0, 00000000, 20230230,
 * words) gives 0.                                                             */
np_date np_date_parse(struct np_slice s);

/* True for 0 and for what np_date_parse can give. */
bool np_date_valid(np_date d);

/* "2021-05-04", "2021-05", "2021"; nothing for 0. At most 10 bytes. */
void np_date_put(struct np_buf *b, np_date d);

/* The last day it can mean: of "2024" the 31st of December. Of a month the 31st, to compare with. */
static inline np_date np_date_last(np_date d)
{
    return d && d % 10000 == 0 ? d + 1231 : d && d % 100 == 0 ? d + 31 : d;
}

static inline int np_date_year(np_date d) { return d / 10000; }

/* Days since 1970-01-01; unknown day or month counts as 1. 0 gives INT32_MIN. */
int32_t np_date_days(np_date d);

/* The same day n years (or months) later; 29 February becomes 28 where needed. Unknown
 * parts stay unknown: of months, only whole years are added to a date without month.  */
np_date np_date_add_years(np_date d, int years);
np_date np_date_add_months(np_date d, int months);

#endif
