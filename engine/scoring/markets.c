/* markets.c -- markets.tsv: which offices count, and their time limits. */
#include "abroad.h"

static bool read_months(struct np_slice cell, int *months)
{
    *months = 0;
    return !cell.n || (np_slice_int(cell, months) && *months > 0 && *months <= 60);
}

static enum np_status add_market(struct np_scoring *scoring, const struct np_tsv *tsv,
                                 const struct np_slice *cell, struct np_err *err)
{
    struct market market = { .office = np_arena_copy(scoring->arena, cell[0]),
                             .zh = np_arena_copy(scoring->arena, cell[1]),
                             .en = np_arena_copy(scoring->arena, cell[2]),
                             .target = np_slice_is(cell[3], "yes") };

    if (cell[0].n != 2)
        return np_tsv_fail(tsv, err, "'%.*s' is no office", NP_ARG(np_slice_sub(cell[0], 0, 40)));
    if (!market.target && !np_slice_is(cell[3], "no"))
        return np_tsv_fail(tsv, err, "target must be yes or no");
    if (!read_months(cell[4], &market.paris_months) || !read_months(cell[5], &market.pct_months) ||
        !read_months(cell[6], &market.surcharge_months))
        return np_tsv_fail(tsv, err, "months must be whole numbers from 1 to 60, or empty");
    if (!market.paris_months)
        return np_tsv_fail(tsv, err, "'%.*s' has no paris_months", NP_ARG(cell[0]));
    for (size_t i = 0; i < scoring->markets.n; i++)
        if (np_slice_eq(scoring->markets.v[i].office, market.office))
            return np_tsv_fail(tsv, err, "'%.*s' stands twice", NP_ARG(cell[0]));
    *np_list_add(scoring->arena, &scoring->markets) = market;
    return NP_OK;
}

enum np_status load_markets(struct np_scoring *scoring, const char *folder, struct np_err *err)
{
    static const char *const columns[] = { "office", "zh", "en", "target", "paris_months",
                                           "pct_months", "surcharge_months", NULL };
    static const struct rules_table table = { "markets.tsv", columns, false, add_market, NULL, NULL };

    return load_table(scoring, folder, &table, err);
}
