/* door.c -- until when a family may be filed in a market: Paris Convention, Article 4; PCT, Articles 22 and 39. */
#include "abroad.h"

enum { DESIGN_MONTHS = 6 };

const char *door_name(enum door_kind kind)
{
    static const char *const names[] = { "unknown", "paris", "pct", "pct_surcharge", "closed" };

    return names[kind];
}

static bool has_day(np_date date)
{
    return date && date % 100 != 0;
}

/* The same day of a later month, the last one where it has none (PCT Rule 80.2). */
struct door door_of(const struct market *market, np_date priority, bool pct, enum np_type type,
                    np_date as_of)
{
    bool through_pct = pct && market->pct_months && type != NP_DESIGN;
    int paris = type == NP_DESIGN ? DESIGN_MONTHS : market->paris_months;
    struct door door = { .kind = DOOR_UNKNOWN };

    if (!has_day(priority))
        return door;
    door.until = np_date_add_months(priority, through_pct ? market->pct_months : paris);
    door.last = through_pct && market->surcharge_months
                    ? np_date_add_months(priority, market->pct_months + market->surcharge_months)
                    : door.until;
    door.days = np_date_days(door.until) - np_date_days(as_of);
    if (as_of <= door.until)
        door.kind = through_pct ? DOOR_PCT : DOOR_PARIS;
    else
        door.kind = as_of <= door.last ? DOOR_SURCHARGE : DOOR_CLOSED;
    return door;
}

enum standing standing_in(const struct np_evaluation *run, int64_t family, struct np_slice office)
{
    static const enum standing standings[] = {
        [RIGHT_UNKNOWN] = STANDS_UNKNOWN, [RIGHT_DEAD] = STANDS_DEAD,
        [RIGHT_PENDING] = STANDS_PENDING, [RIGHT_IN_FORCE] = STANDS_GRANTED,
    };
    enum standing best = STANDS_NOT;
    size_t n;
    const struct right *rights = rights_of(run, family, &n);

    for (size_t i = 0; i < n; i++)
        if (np_slice_eq(rights[i].office, office) && standings[rights[i].status] > best)
            best = standings[rights[i].status];
    return best;
}
