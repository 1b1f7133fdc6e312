/* links_profile.c -- which families a bar of a chart counts: by year of filing, by years left, by office.
 *
 * The set is the one of the page: its portfolio, its enterprise, or the filters of a list.
 */
#include "page.h"

#include <string.h>

#define ACTIVE "status=in_force|presumed_in_force|pending|presumed_pending"
#define GRANTED "status=in_force|presumed_in_force"
#define PENDING "status=pending|presumed_pending"

/* "%s" is the office of the row. */
static const struct { const char *question, *column, *where; } counted[] = {
    { "filing-years", "families", NULL },       { "filing-years", "granted", GRANTED },
    { "filing-years", "pending", PENDING },     { "filing-years", "dead", "status=dead" },
    { "filing-years", "status_unknown", "status=unknown" },
    { "years-left", "families", ACTIVE },       { "years-left", "granted", GRANTED },
    { "years-left", "pending", PENDING },
    { "market-states", "families", "offices~%s" },
    { "market-states", "in_force", "in_force_in~%s" },
    { "market-states", "presumed", "presumed_in~%s" },
    { "market-states", "pending", "pending_in~%s" },
    { "market-states", "dead", "dead_in~%s" },
    { "market-states", "status_unknown", "unknown_in~%s" },
    { "overseas", "pending", "pending_in~%s" }, { "overseas", "dead", "dead_in~%s" },
};

static const struct np_cell *cell_of(const struct np_result *whole, size_t row, const char *column)
{
    int at = np_result_column(whole, column);

    return at >= 0 ? &whole->rows.v[row][at] : NULL;
}

/* A page of a thing, and the filter of `families` that chooses its. */
static const char *filter_of(struct np_slice first)
{
    return np_slice_is(first, "portfolio") ? "portfolio" : np_slice_is(first, "enterprise") ? "owner"
           : np_slice_is(first, "subfield") ? "subfield" : NULL;
}

static bool is_of_the_list(struct np_slice name)
{
    return np_slice_is(name, "lang") || np_slice_is(name, "order") || np_slice_is(name, "from") ||
           np_slice_is(name, "columns");
}

static void add_set(struct page *p, struct link *link, const struct np_cell *portfolio)
{
    const char *filter = filter_of(p->address.first);

    if (portfolio) {
        link_add(link, "portfolio", portfolio->text);
        return;
    }
    if (filter)
        link_add(link, filter, p->address.rest);
    for (size_t i = 0; !filter && i < p->address.parameters.n; i++) {
        const struct parameter *one = &p->address.parameters.v[i];

        if (!is_of_the_list(one->name))
            link_add(link, np_arena_copy(p->arena, one->name).p, one->value);
    }
}

static void add_filing_year(struct page *p, struct link *link, const struct np_cell *year)
{
    struct np_slice text = np_arena_printf(p->arena, "%lld", (long long)year->i);

    if (!year->set) {
        link_add(link, "where", NP_S("filing=null"));
        return;
    }
    link_add(link, "since", text);
    link_add(link, "until", text);
}

static void add_years_left(struct page *p, struct link *link, const struct np_cell *years)
{
    if (!years->set) {
        link_add(link, "where", NP_S("remaining_years=null"));
        return;
    }
    link_add(link, "where", np_arena_printf(p->arena, "remaining_years>=%lld", (long long)years->i));
    link_add(link, "where", np_arena_printf(p->arena, "remaining_years<%lld", (long long)years->i + 1));
}

static void add_condition(struct page *p, struct link *link, const char *where, const struct np_cell *market)
{
    size_t before = where ? np_slice_find(np_slice_of(where), NP_S("%s")) : (size_t)-1;

    if (where)
        link_add(link, "where",
                 before == (size_t)-1 ? np_slice_of(where)
                 : np_arena_printf(p->arena, "%.*s%.*s", (int)before, where, NP_ARG(market->text)));
}

bool profile_address(struct page *p, const char *question, const struct np_result *whole, size_t row,
                     const char *column, struct np_buf *address)
{
    const struct np_cell *year = cell_of(whole, row, "year"), *left = cell_of(whole, row, "years_left");
    struct link link;

    for (size_t i = 0; i < sizeof counted / sizeof *counted; i++) {
        if (strcmp(counted[i].question, question) != 0 || strcmp(counted[i].column, column) != 0)
            continue;
        link = link_to(p, address, "q", NP_S("families"));
        add_set(p, &link, strcmp(question, "overseas") == 0 ? cell_of(whole, row, "portfolio") : NULL);
        if (strcmp(question, "filing-years") == 0)
            add_filing_year(p, &link, year);
        if (strcmp(question, "years-left") == 0)
            add_years_left(p, &link, left);
        add_condition(p, &link, counted[i].where, cell_of(whole, row, "market"));
        return true;
    }
    return false;
}
