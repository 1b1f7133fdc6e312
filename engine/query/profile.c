/* profile.c -- families of a set by year of filing, by years left and by market: what charts are drawn of.
 *
 * The set is what conditions on `families` say: a portfolio, an owner, a subfield. Every number is one
 * that the same conditions and the row's own list in `query families`.
 */
#include "query.h"

#include <nanopat/scoring.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(name, en, zh) { name, NP_CELL_INT, "families", en, zh, "" }

static const struct np_column family_columns[] = {
    { "filing", NP_CELL_DATE, "", "", "", "" },      { "status", NP_CELL_TEXT, "", "", "", "" },
    { "remaining_years", NP_CELL_REAL, "", "", "", "" }, { "offices", NP_CELL_TEXT, "", "", "", "" },
    { "in_force_in", NP_CELL_TEXT, "", "", "", "" }, { "presumed_in", NP_CELL_TEXT, "", "", "", "" },
    { "pending_in", NP_CELL_TEXT, "", "", "", "" },  { "dead_in", NP_CELL_TEXT, "", "", "", "" },
    { "unknown_in", NP_CELL_TEXT, "", "", "", "" },
    { 0 }
};
enum { FILING, STATUS, LEFT, OFFICES, IN_FORCE_IN, UNKNOWN_IN = IN_FORCE_IN + 4 };

const struct np_column np_filing_year_columns[] = {
    { "year", NP_CELL_INT, "", "Year of filing", "申请年", "null: not known" },
    COUNT("families", "Families", "专利族数"),
    COUNT("granted", "In force", "授权有效"), COUNT("pending", "Pending", "在审"),
    COUNT("dead", "Dead", "失效"), COUNT("status_unknown", "Status unknown", "状态未知"),
    { "incomplete", NP_CELL_FLAG, "", "Not complete yet", "数据尚不完整",
      "filings of the last 24 months are not all published" },
    { 0 }
};

const struct np_column np_year_left_columns[] = {
    { "years_left", NP_CELL_INT, "years", "Full years left", "剩余整年数", "null: not known" },
    COUNT("families", "Active", "有效或在审"),
    COUNT("granted", "In force", "授权有效"), COUNT("pending", "Pending", "在审"),
    { 0 }
};

const struct np_column np_market_status_columns[] = {
    { "market", NP_CELL_TEXT, "", "Office", "受理局", "WIPO ST.3; WO: international application (PCT)" },
    COUNT("families", "Filed", "申请"),
    COUNT("in_force", "In force", "授权有效"),
    COUNT("presumed", "Presumed", "推定有效"),
    COUNT("pending", "Pending", "在审"), COUNT("dead", "Dead", "失效"),
    COUNT("status_unknown", "Unknown", "未知"),
    { 0 }
};

/* ---- the set ---- */

static enum np_status select_families(struct np_store *store, const struct np_condition *conditions,
                                      size_t n, struct np_result **families, struct np_err *err)
{
    struct np_err here = { 0 };
    enum np_status status;

    if (!n)
        return np_fail(err, NP_FAIL, "say which families: --portfolio KEY, --owner KEY or --subfield CODE");
    *families = np_result_new("families", family_columns);
    status = np_store_select(store, "v_families", conditions, n, NULL, -1, *families, &here);
    if (status == NP_FAIL && np_slice_starts(np_slice_of(here.what), "no view"))
        return np_fail(err, NP_FAIL, "no scores yet: run nanopat score");
    if (status != NP_OK && err)
        *err = here;
    return status;
}

/* Column of a family's status behind `families`: granted, pending, dead, unknown. */
enum { GRANTED, PENDING, DEAD, UNKNOWN, STATES };

static int state_of(const struct np_cell *family)
{
    struct np_slice status = family[STATUS].set ? family[STATUS].text : NP_EMPTY;

    return np_slice_ends(status, "in_force") ? GRANTED : np_slice_ends(status, "pending") ? PENDING
           : np_slice_is(status, "dead") ? DEAD : UNKNOWN;
}

/* ---- by year ---- */

enum { LAST_YEAR = 2999, YEAR_UNKNOWN = LAST_YEAR + 1, YEARS };

struct years {
    int64_t of[YEARS][STATES];
    int first, last; /* with families, or last as given; first > last: none */
};

static void count_year(struct years *years, int year, int state)
{
    years->of[year][state]++;
    if (year == YEAR_UNKNOWN)
        return;
    years->first = year < years->first ? year : years->first;
    years->last = year > years->last ? year : years->last;
}

static int64_t families_of(const struct years *years, int year)
{
    const int64_t *of = years->of[year];

    return of[GRANTED] + of[PENDING] + of[DEAD] + of[UNKNOWN];
}

/* States as the columns behind `families` have them. */
static struct np_cell *put_year(struct np_result *result, const struct years *years, int year, int states)
{
    struct np_cell *row = np_result_row(result);

    if (year != YEAR_UNKNOWN)
        np_cell_int(&row[0], year);
    np_cell_int(&row[1], families_of(years, year));
    for (int s = 0; s < states; s++)
        np_cell_int(&row[2 + s], years->of[year][s]);
    return row;
}

static np_date as_of(struct np_store *store)
{
    struct np_arena *arena = np_arena_new();
    struct np_slice text = NP_EMPTY;
    np_date date;

    np_store_meta_get(store, "as_of", arena, &text, NULL);
    date = np_date_parse(text);
    np_arena_free(arena);
    return date;
}

enum np_status np_filing_years_make(struct np_store *store, const struct np_condition *conditions, size_t n,
                                    struct np_result *result, struct np_err *err)
{
    struct np_result *families = NULL;
    enum np_status status = select_families(store, conditions, n, &families, err);
    struct years *years = np_calloc(1, sizeof *years);
    np_date day = as_of(store);
    int complete = np_last_complete_year(day);

    *years = (struct years){ .first = YEARS, .last = np_date_year(day) };
    for (size_t i = 0; status == NP_OK && i < families->rows.n; i++) {
        const struct np_cell *family = families->rows.v[i];
        int year = family[FILING].set ? np_date_year((np_date)family[FILING].i) : 0;

        count_year(years, year > 0 && year <= LAST_YEAR ? year : YEAR_UNKNOWN, state_of(family));
    }
    for (int year = years->first; year <= years->last; year++)
        np_cell_int(&put_year(result, years, year, STATES)[2 + STATES], year > complete);
    if (families_of(years, YEAR_UNKNOWN))
        put_year(result, years, YEAR_UNKNOWN, STATES);
    free(years);
    np_result_free(families);
    return status;
}

enum np_status np_years_left_make(struct np_store *store, const struct np_condition *conditions, size_t n,
                                  struct np_result *result, struct np_err *err)
{
    struct np_result *families = NULL;
    enum np_status status = select_families(store, conditions, n, &families, err);
    struct years *years = np_calloc(1, sizeof *years);

    *years = (struct years){ .last = -1 }; /* from 0 on */
    for (size_t i = 0; status == NP_OK && i < families->rows.n; i++) {
        const struct np_cell *family = families->rows.v[i];
        double left = family[LEFT].set ? family[LEFT].real : NAN;

        if (state_of(family) <= PENDING)
            count_year(years, left >= 0 && left <= LAST_YEAR ? (int)left : YEAR_UNKNOWN, state_of(family));
    }
    for (int year = 0; year <= years->last; year++)
        put_year(result, years, year, DEAD);
    if (families_of(years, YEAR_UNKNOWN))
        put_year(result, years, YEAR_UNKNOWN, DEAD);
    free(years);
    np_result_free(families);
    return status;
}

/* ---- by market ---- */

struct market {
    struct np_slice office;
    int64_t of[1 + UNKNOWN_IN - IN_FORCE_IN + 1]; /* filed, then as the columns of families */
};
struct markets { NP_LIST(struct market) list; };

static struct market *market_of(struct markets *markets, struct np_slice office, struct np_arena *arena)
{
    for (size_t i = 0; i < markets->list.n; i++)
        if (np_slice_eq(markets->list.v[i].office, office))
            return &markets->list.v[i];
    *np_list_add(arena, &markets->list) = (struct market){ .office = office };
    return &markets->list.v[markets->list.n - 1];
}

/* Offices stand in a list with blanks between. */
static void count_offices(struct markets *markets, const struct np_cell *cell, int at, struct np_arena *arena)
{
    struct np_slice left = cell->set ? cell->text : NP_EMPTY;

    while (left.n) {
        size_t end = np_slice_find(left, NP_S(" "));

        market_of(markets, np_slice_sub(left, 0, end), arena)->of[at]++;
        left = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(left, end + 1, left.n);
    }
}

static int by_families(const void *a, const void *b)
{
    const struct market *x = a, *y = b;

    if (x->of[0] != y->of[0])
        return x->of[0] > y->of[0] ? -1 : 1;
    return np_slice_cmp(x->office, y->office);
}

static void put_market(struct np_result *result, const struct market *market)
{
    struct np_cell *row = np_result_row(result);

    np_cell_text(result, &row[0], market->office);
    for (size_t i = 0; i < sizeof market->of / sizeof *market->of; i++)
        np_cell_int(&row[1 + i], market->of[i]);
}

enum np_status np_market_states_make(struct np_store *store, const struct np_condition *conditions,
                                     size_t n, struct np_result *result, struct np_err *err)
{
    struct np_result *families = NULL;
    struct markets markets = { 0 };
    enum np_status status = select_families(store, conditions, n, &families, err);

    for (size_t i = 0; status == NP_OK && i < families->rows.n; i++)
        for (int c = OFFICES; c <= UNKNOWN_IN; c++)
            count_offices(&markets, &families->rows.v[i][c], c - OFFICES, families->arena);
    if (markets.list.n)
        qsort(markets.list.v, markets.list.n, sizeof *markets.list.v, by_families);
    for (size_t i = 0; i < markets.list.n; i++)
        put_market(result, &markets.list.v[i]);
    np_result_free(families);
    return status;
}
