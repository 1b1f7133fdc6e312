/* period.c -- from when to when a row of a table holds. */
#include "configuration.h"

static bool read_day(struct np_slice cell, np_date *day)
{
    *day = cell.n ? np_date_parse(cell) : 0;
    return !cell.n || *day;
}

enum np_status read_period(const struct np_tsv *tsv, struct np_slice from, struct np_slice to,
                           struct period *period, struct np_err *err)
{
    if (!read_day(from, &period->from) || !read_day(to, &period->to))
        return np_tsv_fail(tsv, err, "from and to must be days such as 2024-05-01, or empty");
    period->to = np_date_last(period->to);
    if (period->to && period->from > period->to)
        return np_tsv_fail(tsv, err, "it ends before it begins");
    return NP_OK;
}

bool periods_meet(const struct period *a, const struct period *b)
{
    return (!a->to || !b->from || b->from <= a->to) && (!b->to || !a->from || a->from <= b->to);
}

bool period_has(const struct period *period, np_date day)
{
    return (!period->from || period->from <= day) && (!period->to || day <= period->to);
}
