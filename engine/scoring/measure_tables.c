/* measure_tables.c -- the rows of measure_rows.h as tables. */
#include "holding.h"
#include "scheme.h"

#include <stddef.h>

#define ROW(whole, name, unit, low, high, direction, en, zh, says, formula, source) \
    { #name, unit, low, high, direction, en, zh, says, formula, source, offsetof(struct whole, name) },
#define OF_HOLDING(kind, ...) ROW(holding, __VA_ARGS__)
#define OF_PORTFOLIO(kind, ...) ROW(portfolio, __VA_ARGS__)
#define OF_ENTERPRISE(kind, ...) ROW(enterprise, __VA_ARGS__)
#define OF_SCHEME(kind, ...) ROW(held, __VA_ARGS__)
#define OF_CITY(kind, ...) ROW(city, __VA_ARGS__)
#define OF_SUBFIELD(kind, ...) ROW(subfield, __VA_ARGS__)
#define LAST { NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 0 }

const struct np_measure np_holding_measures[] = { HOLDING_MEASURES(OF_HOLDING) LAST };
const struct np_measure np_portfolio_measures[] = { PORTFOLIO_MEASURES(OF_PORTFOLIO) LAST };
const struct np_measure np_enterprise_measures[] = { ENTERPRISE_MEASURES(OF_ENTERPRISE) LAST };
const struct np_measure np_subfield_measures[] = { SUBFIELD_MEASURES(OF_SUBFIELD) LAST };

const struct np_measure np_city_measures[] = { CITY_MEASURES(OF_CITY) LAST };

const struct np_measure np_scheme_measures[] = { SCHEME_MEASURES(OF_SCHEME) LAST };

const struct np_measure *find_measure(const struct np_measure *measures, struct np_slice name)
{
    for (; measures->name; measures++)
        if (np_slice_is(name, measures->name))
            return measures;
    return NULL;
}

bool is_portfolio_measure(struct np_slice name)
{
    return find_measure(np_holding_measures, name) || find_measure(np_portfolio_measures, name);
}

bool is_tier_measure(struct np_slice name)
{
    return find_measure(np_holding_measures, name) || find_measure(np_enterprise_measures, name);
}

bool is_scheme_measure(struct np_slice name)
{
    return find_measure(np_scheme_measures, name);
}
