/* subjects.c -- rows about the subjects of a list, in the order of the list, under names that people
 * read: "ENTERPRISE|1.8#2" becomes 某某公司 · 1.8 半导体量子点材料 (第2部分).
 */
#include "gaps.h"

#include <nanopat/map.h>

#include <stdlib.h>

static const struct np_column taxonomy_columns[] = {
    { "code", NP_CELL_TEXT, "", "", "", "" },
    { "zh", NP_CELL_TEXT, "", "", "", "" },
    { "en", NP_CELL_TEXT, "", "", "", "" },
    { 0 }
};

enum { CODE, ZH, EN };

struct np_slice np_owner_of(struct np_slice key)
{
    for (size_t i = key.n; i > 0; i--)
        if (key.p[i - 1] == '|')
            return np_slice_sub(key, 0, i - 1);
    return key;
}

/* ---- order ---- */

struct placed { int64_t place; size_t row; struct np_cell *cells; };

static int by_place(const void *a, const void *b)
{
    const struct placed *x = a, *y = b;

    if (x->place != y->place)
        return x->place < y->place ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

/* Rows of one subject stay in their order. */
static void order_rows(struct np_result *result, int at, const struct np_map *places)
{
    struct placed *v = np_malloc((result->rows.n + 1) * sizeof *v);

    for (size_t i = 0; i < result->rows.n; i++) {
        struct np_slice key = result->rows.v[i][at].text;
        const int64_t *place = np_map_get(places, key);

        place = place ? place : np_map_get(places, np_owner_of(key));
        v[i] = (struct placed){ place ? *place : INT64_MAX, i, result->rows.v[i] };
    }
    qsort(v, result->rows.n, sizeof *v, by_place);
    for (size_t i = 0; i < result->rows.n; i++)
        result->rows.v[i] = v[i].cells;
    free(v);
}

/* ---- names ---- */

static struct np_slice subfield_name(const struct np_result *taxonomy, struct np_slice code, bool zh)
{
    for (size_t i = 0; i < taxonomy->rows.n; i++)
        if (np_slice_eq(taxonomy->rows.v[i][CODE].text, code))
            return taxonomy->rows.v[i][zh ? ZH : EN].text;
    return NP_EMPTY;
}

/* Behind the owner's name: " · 1.8 半导体量子点材料", and the number of a part. */
static void put_portfolio(struct np_buf *b, const struct np_result *taxonomy, struct np_slice tail,
                          bool zh)
{
    size_t sign = np_slice_find(tail, NP_S("#"));
    struct np_slice code = np_slice_sub(tail, 0, sign == (size_t)-1 ? tail.n : sign);
    struct np_slice name = subfield_name(taxonomy, code, zh);

    np_buf_printf(b, " · %.*s%s%.*s", NP_ARG(code), name.n ? " " : "", NP_ARG(name));
    if (sign != (size_t)-1)
        np_buf_printf(b, zh ? " (第%.*s部分)" : " (part %.*s)",
                      NP_ARG(np_slice_sub(tail, sign + 1, tail.n)));
}

static void name_rows(struct np_result *result, int at, const struct np_result *list,
                      const struct np_map *places, const struct np_result *taxonomy, bool zh)
{
    bool owners = np_result_column(list, "name") >= 0; /* else a list of portfolios */
    int name = np_result_column(list, owners ? "name" : "enterprise");
    struct np_buf b = { 0 };

    for (size_t i = 0; name >= 0 && i < result->rows.n; i++) {
        struct np_cell *cell = &result->rows.v[i][at];
        const int64_t *place = np_map_get(places, cell->text);
        struct np_slice owner = place && owners ? cell->text : np_owner_of(cell->text);

        place = place ? place : np_map_get(places, owner);
        if (!place)
            continue;
        np_buf_reset(&b);
        np_buf_puts_slice(&b, list->rows.v[*place][name].text);
        if (owner.n < cell->text.n)
            put_portfolio(&b, taxonomy, np_slice_sub(cell->text, owner.n + 1, cell->text.n), zh);
        np_cell_text(result, cell, np_buf_slice(&b));
    }
    np_buf_release(&b);
}

/* The row of a score itself, behind its components. */
static void name_totals(struct np_result *result)
{
    int at = np_result_column(result, "component");

    for (size_t i = 0; at >= 0 && i < result->rows.n; i++)
        if (!result->rows.v[i][at].text.n)
            np_cell_text(result, &result->rows.v[i][at], NP_S("whole_score"));
}

enum np_status np_name_subjects(struct np_store *store, struct np_result *result, const char *column,
                                const struct np_result *list, const struct np_map *places, bool zh,
                                struct np_err *err)
{
    struct np_result *taxonomy = np_result_new("taxonomy", taxonomy_columns);
    enum np_status status = np_store_select(store, "v_subfields_taxonomy", NULL, 0, "subfield", -1,
                                            taxonomy, err);
    int at = np_result_column(result, column);

    if (status == NP_OK && at >= 0) {
        order_rows(result, at, places);
        name_rows(result, at, list, places, taxonomy, zh);
        name_totals(result);
    }
    np_result_free(taxonomy);
    return status;
}
