/* ask_place.c -- a city or district as people type it: code, Chinese, Latin, short, of the past. */
#include "query.h"

#include <nanopat/text.h>

static const struct np_column place_columns[] = {
    { "place", NP_CELL_TEXT, "", "", "", "" },  { "level", NP_CELL_TEXT, "", "", "", "" },
    { "zh", NP_CELL_TEXT, "", "", "", "" },     { "en", NP_CELL_TEXT, "", "", "", "" },
    { "now", NP_CELL_TEXT, "", "", "", "" },    { "spellings", NP_CELL_TEXT, "", "", "", "" },
    { 0 }
};

enum { CODE, LEVEL, ZH, EN, NOW, SPELLINGS };

static bool same(struct np_slice a, struct np_slice b)
{
    struct np_buf x = { 0 }, y = { 0 };
    bool is;

    np_text_fold(&x, np_slice_trim(a), NULL);
    np_text_fold(&y, np_slice_trim(b), NULL);
    is = np_slice_eq(np_buf_slice(&x), np_buf_slice(&y));
    np_buf_release(&x);
    np_buf_release(&y);
    return is;
}

/* 吴中 for 吴中区, 常熟 for 常熟市. */
static bool is_short_for(struct np_slice typed, struct np_slice zh)
{
    static const char *const words[] = { "市", "区", "县" };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (np_slice_ends(zh, words[i]) && zh.n > 6 &&
            np_slice_eq(typed, np_slice_sub(zh, 0, zh.n - 3)))
            return true;
    return false;
}

static bool is_spelled(struct np_slice typed, struct np_slice spellings)
{
    while (spellings.n) {
        size_t end = np_slice_find(spellings, NP_S("|"));
        struct np_slice one = np_slice_sub(spellings, 0, end);

        if (np_slice_starts(one, "@"))
            one = np_slice_sub(one, 1, one.n);
        if (same(one, typed))
            return true;
        spellings = end == (size_t)-1 ? NP_EMPTY
                                      : np_slice_sub(spellings, end + 1, spellings.n);
    }
    return false;
}

static bool names(const struct np_cell *row, struct np_slice typed)
{
    return np_slice_eq(row[CODE].text, typed) || same(row[ZH].text, typed) ||
           same(row[EN].text, typed) || is_short_for(typed, row[ZH].text) ||
           is_spelled(typed, row[SPELLINGS].text);
}

static bool is_district(const struct np_cell *row)
{
    return np_slice_is(row[LEVEL].text, "district") || np_slice_is(row[LEVEL].text, "park");
}

/* What there is today stands above what it came from, so the first row is the one. */
static const struct np_cell *find(const struct np_result *places, bool district,
                                  struct np_slice typed)
{
    for (size_t i = 0; i < places->rows.n; i++) {
        const struct np_cell *row = places->rows.v[i];

        if (is_district(row) == district && !np_slice_is(row[LEVEL].text, "province") &&
            names(row, typed))
            return row;
    }
    return NULL;
}

static void become(struct np_arena *arena, struct np_condition *condition,
                   const struct np_cell *row, bool district)
{
    struct np_slice now = row[NOW].text.n ? row[NOW].text : row[CODE].text;

    condition->test = district ? NP_AMONG : NP_IS;
    condition->column = district ? "district_code" : "city";
    condition->value = np_arena_copy(arena, district ? now : row[ZH].text);
}

enum np_status np_translate_place(struct np_store *store, struct np_arena *arena,
                                  struct np_condition *condition, struct np_err *err)
{
    bool district = strcmp(condition->column, "district") == 0;
    struct np_result *places = np_result_new("places", place_columns);
    struct np_err here = { 0 };
    enum np_status status = np_store_select(store, "v_places", NULL, 0, NULL, -1, places, &here);
    const struct np_cell *row =
        status == NP_OK ? find(places, district, np_slice_trim(condition->value)) : NULL;

    if (row)
        become(arena, condition, row, district);
    np_result_free(places);
    if (status == NP_STOP && err)
        *err = here;
    return status == NP_STOP ? NP_STOP : NP_OK; /* a store without places: part of a name */
}
