/* gaps.c -- what the data behind a list does not say.
 *
 * A score over families without claims or citations rests on what is left. Three shares stand
 * before any ranking: families with claims, with citations, with a legal status known.
 */
#include "gaps.h"

#include <nanopat/map.h>

static const struct np_column family_columns[] = {
    { "key", NP_CELL_TEXT, "", "", "", "" },
    { "enterprise_keys", NP_CELL_TEXT, "", "", "", "" }, /* "; " between */
    { "claims", NP_CELL_INT, "", "", "", "" },
    { "bwd_cits", NP_CELL_INT, "", "", "", "" },
    { "status", NP_CELL_TEXT, "", "", "", "" },
    { "presumed", NP_CELL_FLAG, "", "", "", "" },
    { 0 }
};

enum { FAMILY, ENTERPRISES, CLAIMS, CITATIONS, STATUS, PRESUMED };

struct tally {
    int64_t families, claims, citations, status;
};

/* What was only derived from dates, no office's register, is not known. */
static bool status_known(const struct np_cell *row)
{
    return row[STATUS].set && !np_slice_is(row[STATUS].text, "unknown") && row[PRESUMED].set &&
           !row[PRESUMED].i;
}

static void count_family(struct tally *tally, const struct np_cell *row)
{
    tally->families++;
    tally->claims += row[CLAIMS].set;
    tally->citations += row[CITATIONS].set;
    tally->status += status_known(row);
}

static enum np_status select_families(struct np_store *store, struct np_result **result,
                                      struct np_err *err)
{
    enum np_status status;

    *result = np_result_new("families", family_columns);
    status = np_store_select(store, "v_families", NULL, 0, "key", -1, *result, err);
    if (status != NP_OK) {
        np_result_free(*result);
        *result = NULL;
    }
    return status;
}

/* ---- coverage ---- */

static const struct np_column coverage_columns[] = {
    { "families", NP_CELL_INT, "", "", "", "" },   { "with_claims", NP_CELL_INT, "", "", "", "" },
    { "with_citations", NP_CELL_INT, "", "", "", "" }, { "with_status", NP_CELL_INT, "", "", "", "" },
    { "known_min", NP_CELL_REAL, "", "", "", "" }, { 0 }
};

enum { COVERED_FAMILIES, COVERED_CLAIMS, COVERED_CITATIONS, COVERED_STATUS, KNOWN_MIN };

static void note_share(struct np_result *result, const char *key, const char *warning, int64_t part,
                       int64_t whole, double least)
{
    double percent = whole ? 100.0 * (double)part / (double)whole : 0.0;

    np_result_note(result, key, np_arena_printf(result->arena, "%lld / %lld (%.1f %%)",
                                                (long long)part, (long long)whole, percent));
    if (whole && (double)part < (double)whole * least)
        np_result_note(result, warning, np_arena_printf(result->arena, "%.1f %% < %.0f %%", percent,
                                                        100 * least));
}

enum np_status np_note_coverage(struct np_store *store, struct np_result *result,
                                struct np_err *err)
{
    struct np_result *coverage = np_result_new("coverage", coverage_columns);
    const struct np_condition all = { "code", NP_IS, NP_S("all") };
    enum np_status status = np_store_select(store, "v_data_coverage", &all, 1, "", 1, coverage, err);

    if (status == NP_OK && coverage->rows.n) {
        const struct np_cell *row = coverage->rows.v[0];
        int64_t families = row[COVERED_FAMILIES].i;
        double least = row[KNOWN_MIN].real;

        np_result_note(result, "families",
                       np_arena_printf(result->arena, "%lld", (long long)families));
        note_share(result, "with_claims", "few_claims", row[COVERED_CLAIMS].i, families, least);
        note_share(result, "with_citations", "few_citations", row[COVERED_CITATIONS].i, families,
                   least);
        note_share(result, "with_status", "few_status", row[COVERED_STATUS].i, families, least);
    }
    np_result_free(coverage);
    return status;
}

/* ---- the sheet ---- */

static const struct np_column gap_columns[] = {
    { "key", NP_CELL_TEXT, "", "Key", "企业键", "" },
    { "name", NP_CELL_TEXT, "", "Enterprise", "企业", "" },
    { "families", NP_CELL_INT, "families", "Families", "族数", "Families in the scores." },
    { "without_claims", NP_CELL_INT, "families", "Without claims", "缺权利要求",
      "No source gave claims of any member." },
    { "without_citations", NP_CELL_INT, "families", "Without citations", "缺引用",
      "No source gave the citations of any member." },
    { "without_status", NP_CELL_INT, "families", "Status unknown", "法律状态未获取",
      "No legal event was read: granted rights are presumed in force." },
    { "missing", NP_CELL_TEXT, "", "Columns without a value", "未获取的列(列名)",
      "Columns of the list that are empty for this enterprise." },
    { "missing_zh", NP_CELL_TEXT, "", "The same in Chinese", "未获取的列", "" },
    { 0 }
};

enum { G_KEY, G_NAME, G_FAMILIES, G_CLAIMS, G_CITATIONS, G_STATUS, G_MISSING, G_MISSING_ZH };

static void count_families(const struct np_result *families, const struct np_map *places,
                           struct tally *tallies)
{
    for (size_t i = 0; i < families->rows.n; i++) {
        struct np_slice left = families->rows.v[i][ENTERPRISES].text;

        while (left.n) {
            size_t end = np_slice_find(left, NP_S("; "));
            const int64_t *at = np_map_get(places, np_slice_sub(left, 0, end));

            if (at)
                count_family(&tallies[*at], families->rows.v[i]);
            left = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(left, end + 2, left.n);
        }
    }
}

/* Columns that are empty for a reason, not for want of data: decisions, the top tier's next. */
static bool may_be_empty(const char *name)
{
    static const char *const words[] = { "next", "step", "deci", "why_", "district_", "city_en",
                                         "place_", "best_rta", "consortium", "warnings" };

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strncmp(name, words[i], strlen(words[i])) == 0)
            return true;
    return false;
}

static struct np_slice missing_columns(struct np_arena *arena, const struct np_result *list,
                                       const struct np_cell *row, bool chinese)
{
    struct np_buf b = { 0 };
    struct np_slice names;

    for (size_t c = 0; c < list->ncolumns; c++)
        if (!row[c].set && !may_be_empty(list->columns[c].name))
            np_buf_printf(&b, "%s%s", b.n ? "; " : "",
                          chinese ? list->columns[c].zh : list->columns[c].name);
    names = np_arena_copy(arena, np_buf_slice(&b));
    np_buf_release(&b);
    return names;
}

static void copy_cell(struct np_result *gaps, struct np_cell *to, const struct np_result *list,
                      const struct np_cell *from, const char *column)
{
    int at = np_result_column(list, column);

    if (at >= 0 && from[at].set)
        np_cell_text(gaps, to, from[at].text);
}

static void put_gaps(struct np_result *gaps, const struct np_result *list,
                     const struct np_cell *from, const struct tally *tally)
{
    struct np_cell *row = np_result_row(gaps);

    copy_cell(gaps, &row[G_KEY], list, from, "key");
    copy_cell(gaps, &row[G_NAME], list, from, "name");
    np_cell_int(&row[G_FAMILIES], tally->families);
    np_cell_int(&row[G_CLAIMS], tally->families - tally->claims);
    np_cell_int(&row[G_CITATIONS], tally->families - tally->citations);
    np_cell_int(&row[G_STATUS], tally->families - tally->status);
    np_cell_text(gaps, &row[G_MISSING], missing_columns(gaps->arena, list, from, false));
    np_cell_text(gaps, &row[G_MISSING_ZH], missing_columns(gaps->arena, list, from, true));
}

enum np_status np_gaps_of_enterprises(struct np_store *store, const struct np_result *list,
                                      struct np_result **result, struct np_err *err)
{
    struct np_result *families;
    struct np_map *places = np_map_new();
    struct tally *tallies;
    int key = np_result_column(list, "key");
    enum np_status status = select_families(store, &families, err);

    if (status == NP_OK) {
        *result = np_result_new("gaps", gap_columns);
        tallies = np_arena_zalloc((*result)->arena, (list->rows.n + 1) * sizeof *tallies);
        for (size_t i = 0; i < list->rows.n; i++)
            np_map_put(places, list->rows.v[i][key].text, (int64_t)i);
        count_families(families, places, tallies);
        for (size_t i = 0; i < list->rows.n; i++)
            put_gaps(*result, list, list->rows.v[i], &tallies[i]);
        np_result_free(families);
    }
    np_map_free(places);
    return status;
}
