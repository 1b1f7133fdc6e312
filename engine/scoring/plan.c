/* plan.c -- counters of the plan: listed companies, unicorns in cultivation, gazelles, leaders. They come
 * from the flags of the enterprise library, whether the company holds patents or not.
 */
#include "holding.h"

#include <nanopat/map.h>

#include <stddef.h>

static const struct { size_t flag, count; } counters[] = {
    { offsetof(struct np_fact_library, listed), offsetof(struct city, plan_listed) },
    { offsetof(struct np_fact_library, unicorn), offsetof(struct city, plan_unicorn) },
    { offsetof(struct np_fact_library, gazelle), offsetof(struct city, plan_gazelle) },
    { offsetof(struct np_fact_library, leader), offsetof(struct city, plan_leader) },
};

static signed char flag_at(const struct np_fact_library *row, size_t at)
{
    return *((const signed char *)row + at);
}

/* A company of another city counts for that; without a place the office's list is of its own. */
static bool is_here(const struct np_evaluation *run, const struct np_fact_library *row)
{
    struct np_place_words words = { NP_EMPTY, NP_EMPTY, row->city, row->address, NP_EMPTY };
    struct np_located l;

    np_places_locate(run->scoring->places, &words, &l);
    return l.city < 0 || l.city == run->scoring->home;
}

/* What tells one company of the library from another. */
static struct np_slice company_of(const struct np_fact_library *row)
{
    return row->credit_code.n ? row->credit_code : row->name;
}

/* Companies whose latest word is yes; NaN where no row says anything. */
static double count_flag(const struct np_evaluation *run, size_t at)
{
    const struct np_fact_imports *imports = &run->facts->imports;
    struct np_map *seen = np_map_new();
    double count = NAN;

    for (size_t i = imports->library.n; i-- > 0;) { /* later rows are later words */
        const struct np_fact_library *row = &imports->library.v[i];
        size_t before = np_map_count(seen);

        if (flag_at(row, at) < 0 || !is_here(run, row))
            continue;
        np_map_put(seen, company_of(row), 0);
        if (isnan(count))
            count = 0;
        count += np_map_count(seen) > before && flag_at(row, at);
    }
    np_map_free(seen);
    return count;
}

void count_plan(const struct np_evaluation *run, struct city *city)
{
    for (size_t i = 0; i < sizeof counters / sizeof *counters; i++)
        *(double *)((char *)city + counters[i].count) = count_flag(run, counters[i].flag);
}
