/* find.c -- from a number as people write it to the publications in the store.
 *
 * A publication number is tried first, then an application number in every form in which a source
 * may have given it, then the international application.
 */
#include "query.h"

#include <nanopat/spelling.h>

#include <string.h>

enum { ID, KIND, STAGE, FILED, COLUMNS };

static const struct np_column found_columns[COLUMNS + 1] = {
    { "id", NP_CELL_TEXT, "", "", "", "" },
    { "kind", NP_CELL_TEXT, "", "", "", "" },
    { "stage", NP_CELL_TEXT, "", "", "", "" },
    { "application_date", NP_CELL_DATE, "", "", "", "" },
    { 0 }
};

enum { MOST_FOUND = 200 };

struct search {
    struct np_store *store;
    struct np_arena *arena;
    struct np_found *found;
    struct np_err *err;
};

/* A row is wanted or not; `about` is the number that was looked for. */
typedef bool wanted(const struct np_cell *row, const struct np_docref *about);

static void keep_rows(struct search *search, const struct np_result *rows, const char *stage,
                      bool of_stage, wanted *is_wanted, const struct np_docref *about)
{
    for (size_t i = 0; i < rows->rows.n; i++) {
        const struct np_cell *row = rows->rows.v[i];

        if (np_slice_is(row[STAGE].text, stage) == of_stage && is_wanted(row, about))
            *np_list_add(search->arena, &search->found->ids) =
                np_arena_copy(search->arena, row[ID].text);
    }
}

static enum np_status look_up(struct search *search, const struct np_condition *conditions,
                              size_t n, wanted *is_wanted, const struct np_docref *about)
{
    struct np_result *rows = np_result_new("found", found_columns);
    enum np_status status = np_store_select(search->store, "v_publications", conditions, n, "id",
                                            MOST_FOUND, rows, search->err);

    if (status == NP_OK) {
        keep_rows(search, rows, "grant", true, is_wanted, about);
        keep_rows(search, rows, "grant", false, is_wanted, about);
    }
    np_result_free(rows);
    return status;
}

/* The id is the number and a kind, not a longer number that begins alike. */
static bool has_number(const struct np_cell *row, const struct np_docref *about)
{
    return row[ID].text.n == about->office.n + about->number.n + row[KIND].text.n;
}

static enum np_status find_publication(struct search *search, const struct np_docref *doc)
{
    struct np_slice id = np_publication_id(search->arena, doc->office, doc->number, doc->kind);
    struct np_condition is = { "id", doc->kind.n ? NP_IS : NP_BEGINS, id };

    return look_up(search, &is, 1, has_number, doc);
}

/* The year of filing, where the number says it only together with the year. */
static bool has_year(const struct np_cell *row, const struct np_docref *about)
{
    return !about->date ||
           (row[FILED].set && np_date_year((np_date)row[FILED].i) == np_date_year(about->date));
}

static enum np_status find_application(struct search *search, const struct np_docref *doc)
{
    const struct np_condition is[] = { { "application_number", NP_IS, doc->number },
                                       { "application_office", NP_IS, doc->office } };

    return look_up(search, is, 2, has_year, doc);
}

static enum np_status find_international(struct search *search, struct np_slice pct)
{
    struct np_condition is = { "pct_application", NP_IS, pct };
    struct np_docref any = { 0 };

    return look_up(search, &is, 1, has_year, &any);
}

enum np_status np_find_publications(struct np_store *store, struct np_slice typed,
                                    struct np_arena *arena, struct np_found *found,
                                    struct np_err *err)
{
    struct search search = { store, arena, found, err };
    struct np_spelling spelling;
    enum np_status status = NP_OK;

    memset(found, 0, sizeof *found);
    if (!np_spelling_read(arena, typed, &spelling))
        return NP_END;
    found->check = spelling.check;
    found->check_right = spelling.check_right;
    for (size_t i = 0; status == NP_OK && !found->ids.n && i < spelling.publications.n; i++)
        status = find_publication(&search, &spelling.publications.v[i]);
    if (status == NP_OK && !found->ids.n)
        found->by_application = true;
    for (size_t i = 0; status == NP_OK && !found->ids.n && i < spelling.applications.n; i++)
        status = find_application(&search, &spelling.applications.v[i]);
    if (status == NP_OK && spelling.pct.n && !found->ids.n)
        status = find_international(&search, spelling.pct);
    if (status != NP_OK)
        return status;
    return found->ids.n ? NP_OK : NP_END;
}

/* ---- families of a portfolio ---- */

static const struct np_column held_columns[] = {
    { "family", NP_CELL_TEXT, "", "", "", "" },
    { 0 }
};

static const struct np_column own_columns[] = { { "key", NP_CELL_TEXT, "", "", "", "" }, { 0 } };

static enum np_status add_held(struct np_store *store, const char *column, struct np_slice portfolio,
                               struct np_buf *words, struct np_err *err)
{
    struct np_condition is = { column, NP_IS, portfolio };
    struct np_result *held = np_result_new("held", held_columns);
    enum np_status status = np_store_select(store, "v_portfolio_families", &is, 1, "family", -1, held, err);

    for (size_t i = 0; i < held->rows.n; i++)
        np_buf_printf(words, "%s%.*s", words->n ? " " : "", NP_ARG(held->rows.v[i][0].text));
    np_result_free(held);
    return status;
}

/* Of one that is split the families stand in its parts. */
enum np_status families_of_portfolio(struct np_store *store, struct np_slice portfolio,
                                     struct np_arena *arena, struct np_slice *keys,
                                     struct np_err *err)
{
    static const char *const columns[] = { "portfolio", "part_of" };
    enum np_status status = NP_OK;
    struct np_buf words = { 0 };

    for (size_t c = 0; status == NP_OK && c < 2 && !words.n; c++)
        status = add_held(store, columns[c], portfolio, &words, err);
    *keys = np_arena_copy(arena, np_buf_slice(&words));
    np_buf_release(&words);
    return status;
}

/* A family stands once for each portfolio that holds it. */
enum np_status families_of_owner(struct np_store *store, struct np_slice owner, struct np_arena *arena,
                                 struct np_slice *keys, struct np_err *err)
{
    struct np_condition is = { "enterprise_key", NP_IS, owner };
    struct np_result *own = np_result_new("own", own_columns);
    enum np_status status = np_store_select(store, "v_portfolios", &is, 1, "key", -1, own, err);
    struct np_buf words = { 0 };

    for (size_t i = 0; status == NP_OK && i < own->rows.n; i++)
        status = add_held(store, "portfolio", own->rows.v[i][0].text, &words, err);
    *keys = np_arena_copy(arena, np_buf_slice(&words));
    np_buf_release(&words);
    np_result_free(own);
    return status;
}
