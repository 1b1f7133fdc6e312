/* facts_library.c -- rows of the enterprise library, and officers' decisions, as facts. */
#include "facts_lists.h"

/* As NP_SQL_FACTS_LIBRARY gives them. */
enum {
    NAME = CELLS, ALIASES, CREDIT_CODE, CITY, DISTRICT, ADDRESS, PRODUCT, STOCK_CODE, TIER,
    SUBFIELD, MARKETS, YEAR, LISTED, UNICORN, GAZELLE, LEADER, HIGH_TECH, LITTLE_GIANT,
    SPECIALISED_SME, VALUES
};

/* In the order of the statement, from VALUES on. */
static const char *const values[] = {
    "revenue", "revenue_growth", "rd_share", "rd_total", "rd_staff_share", "tech_staff_share",
    "high_tech_revenue_share", "main_revenue_share", "market_share", "years_in_market",
    "debt_ratio", "valuation", "main_product", "other_class_1", "other_class_2", "growth_score",
    "expert_points",
};

static signed char flag(sqlite3_stmt *row, int at)
{
    return sqlite3_column_type(row, at) == SQLITE_NULL ? -1 : sqlite3_column_int(row, at) != 0;
}

static void split_names(struct lists *l, struct np_slice names, struct np_fact_library *into)
{
    while (names.n) {
        size_t end = np_slice_find(names, NP_S("; "));

        *np_list_add(l->arena, &into->aliases) = np_slice_sub(names, 0, end);
        names = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(names, end + 2, names.n);
    }
}

static void read_values(struct lists *l, sqlite3_stmt *row, struct np_fact_library *into)
{
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        if (sqlite3_column_type(row, VALUES + (int)i) != SQLITE_NULL)
            *np_list_add(l->arena, &into->values) = (struct np_fact_value){
                np_slice_of(values[i]), sqlite3_column_double(row, VALUES + (int)i)
            };
}

void lists_read_enterprise(struct lists *l, sqlite3_stmt *row)
{
    struct np_fact_library *e = np_list_add(l->arena, &l->out->library);

    *e = (struct np_fact_library){
        .place = lists_place(l, row), .name = lists_text(l, row, NAME),
        .credit_code = lists_text(l, row, CREDIT_CODE), .city = lists_text(l, row, CITY),
        .district = lists_text(l, row, DISTRICT), .address = lists_text(l, row, ADDRESS),
        .product = lists_text(l, row, PRODUCT), .stock_code = lists_text(l, row, STOCK_CODE),
        .tier = lists_text(l, row, TIER), .subfields = lists_text(l, row, SUBFIELD),
        .markets = lists_text(l, row, MARKETS), .year = sqlite3_column_int(row, YEAR),
        .listed = flag(row, LISTED), .unicorn = flag(row, UNICORN), .gazelle = flag(row, GAZELLE),
        .leader = flag(row, LEADER), .high_tech = flag(row, HIGH_TECH),
        .little_giant = flag(row, LITTLE_GIANT), .specialised_sme = flag(row, SPECIALISED_SME),
        .enterprise = -1,
    };
    split_names(l, lists_text(l, row, ALIASES), e);
    read_values(l, row, e);
}

/* As NP_SQL_FACTS_DECISIONS gives them. */
enum { D_NAME = CELLS, D_CREDIT_CODE, D_TIER, D_BY, D_DATE, D_REASON };

void lists_read_decision(struct lists *l, sqlite3_stmt *row)
{
    *np_list_add(l->arena, &l->out->decisions) = (struct np_fact_decision){
        .place = lists_place(l, row), .name = lists_text(l, row, D_NAME),
        .credit_code = lists_text(l, row, D_CREDIT_CODE), .tier = lists_text(l, row, D_TIER),
        .by = lists_text(l, row, D_BY), .reason = lists_text(l, row, D_REASON),
        .date = np_date_parse(np_column(row, D_DATE)), .enterprise = -1,
    };
}
