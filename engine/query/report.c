/* report.c -- reports: questions that become sheets, held together by what the first one lists. */
#include "columns.h"
#include "gaps.h"

#include <nanopat/map.h>
#include <nanopat/report.h>
#include <stdlib.h>

static const struct np_sheet cultivation_sheets[] = {
    { .question = "enterprises", .en = "List", .zh = "清单" },
    { .question = "portfolios", .en = "Portfolios", .zh = "组合", .owner = "enterprise_key" },
    { .question = "measures", .en = "Scores explained", .zh = "得分解释", .owner = "subject",
      .condition = { "subject_kind", NP_IS_NOT, { "family", 6 } } },
    { .make = np_gaps_of_enterprises, .en = "Data gaps", .zh = "数据缺口" },
    { 0 }
};

static const struct np_sheet portfolio_sheets[] = {
    { .question = "portfolios", .en = "Portfolios", .zh = "组合" },
    { .question = "portfolio-families", .en = "Families", .zh = "专利族", .owner = "portfolio" },
    { 0 }
};

const struct np_report np_reports[] = {
    { "cultivation", "the cultivation list: enterprises by tier and class, with reasons and gaps",
      "培育清单: 分级分类、得分解释与数据缺口",
      np_enterprise_filters, "key", cultivation_sheets },
    { "portfolios", "portfolios with their families", "组合及其专利族", np_portfolio_filters,
      "key", portfolio_sheets },
    { 0 }
};

const struct np_report *np_report_find(const char *name)
{
    for (const struct np_report *r = np_reports; r->name; r++)
        if (strcmp(r->name, name) == 0)
            return r;
    return NULL;
}

/* ---- rows of the first sheet's owners ---- */

static struct np_map *keys_of(const struct np_result *first, const char *column)
{
    struct np_map *keys = np_map_new();
    int at = np_result_column(first, column);

    for (size_t i = 0; at >= 0 && i < first->rows.n; i++)
        if (first->rows.v[i][at].set)
            np_map_put(keys, first->rows.v[i][at].text, (int64_t)i);
    return keys;
}

/* "ENTERPRISE|1.8" belongs to "ENTERPRISE"; a key may itself hold the sign: the last one counts. */
static struct np_slice without_tail(struct np_slice key)
{
    for (size_t i = key.n; i > 0; i--)
        if (key.p[i - 1] == '|')
            return np_slice_sub(key, 0, i - 1);
    return key;
}

static bool is_owned(const struct np_map *keys, const struct np_cell *cell)
{
    return cell->set &&
           (np_map_get(keys, cell->text) || np_map_get(keys, without_tail(cell->text)));
}

static void keep_owned(struct np_result *result, const char *owner, const struct np_map *keys)
{
    int at = np_result_column(result, owner);
    size_t kept = 0;

    for (size_t i = 0; at >= 0 && i < result->rows.n; i++)
        if (is_owned(keys, &result->rows.v[i][at]))
            result->rows.v[kept++] = result->rows.v[i];
    if (at >= 0)
        result->rows.n = kept;
}

/* ---- sheets ---- */

static enum np_status ask_sheet(struct np_store *store, const struct np_sheet *sheet,
                                const struct np_condition *conditions, size_t n,
                                struct np_result **result, struct np_err *err)
{
    struct np_condition *all = np_calloc(n + 1, sizeof *all);
    enum np_status status;

    if (n)
        memcpy(all, conditions, n * sizeof *all);
    if (sheet->condition.column)
        all[n++] = sheet->condition;
    status = np_ask(store, np_question_find(sheet->question), all, n, NULL, -1, result, err);
    free(all);
    return status;
}

static enum np_status fill_sheet(struct np_store *store, const struct np_sheet *sheet,
                                 const struct np_map *keys, const struct np_result *first,
                                 struct np_result **result, struct np_err *err)
{
    enum np_status status = sheet->make ? sheet->make(store, first, result, err)
                                        : ask_sheet(store, sheet, NULL, 0, result, err);

    if (status == NP_OK && sheet->owner)
        keep_owned(*result, sheet->owner, keys);
    return status;
}

static void name_sheet(struct np_result *result, const struct np_sheet *sheet)
{
    if (result) {
        result->en = sheet->en;
        result->zh = sheet->zh;
    }
}

static enum np_status fill_report(struct np_store *store, const struct np_report *report,
                                  const struct np_condition *conditions, size_t nconditions,
                                  struct np_result **sheets, struct np_err *err)
{
    enum np_status first = ask_sheet(store, &report->sheets[0], conditions, nconditions,
                                     &sheets[0], err);
    enum np_status status = first < NP_OK ? first : NP_OK;
    struct np_map *keys = NULL;

    if (status == NP_OK) {
        keys = keys_of(sheets[0], report->key);
        name_sheet(sheets[0], &report->sheets[0]);
        status = np_note_coverage(store, sheets[0], err);
    }
    for (size_t i = 1; status == NP_OK && report->sheets[i].en; i++) {
        status = fill_sheet(store, &report->sheets[i], keys, sheets[0], &sheets[i], err);
        name_sheet(sheets[i], &report->sheets[i]);
        status = status == NP_END ? NP_OK : status;
    }
    np_map_free(keys);
    return status == NP_OK ? first : status;
}

enum np_status np_report_make(struct np_store *store, const struct np_report *report,
                              const struct np_condition *conditions, size_t nconditions,
                              struct np_result ***sheets, size_t *n, struct np_err *err)
{
    enum np_status status;
    size_t count = 0;

    while (report->sheets[count].en)
        count++;
    *sheets = np_calloc(count, sizeof **sheets);
    *n = count;
    status = fill_report(store, report, conditions, nconditions, *sheets, err);
    if (status < NP_OK) {
        np_report_free(*sheets, count);
        *sheets = NULL;
        *n = 0;
    }
    return status;
}

void np_report_free(struct np_result **sheets, size_t n)
{
    for (size_t i = 0; sheets && i < n; i++)
        np_result_free(sheets[i]);
    free(sheets);
}
