/* covered.c -- which fields are filled, for people: one line for an input, one table for a run. */
#include "listen.h"

#include <stdio.h>
#include <string.h>

enum { WIDTH = 100, AT_ONCE = 6 /* dialects side by side */ };

static struct np_coverage *sum_of(struct cover_sums *sums, const char *dialect)
{
    for (size_t i = 0; i < sums->n; i++)
        if (strcmp(sums->v[i].dialect, dialect) == 0)
            return &sums->v[i];
    if (sums->n == DIALECTS_MAX)
        return NULL;
    sums->v[sums->n].dialect = dialect;
    return &sums->v[sums->n++];
}

void cover_sum(struct cover_sums *sums, const struct np_coverage *groups, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct np_coverage *sum = sum_of(sums, groups[i].dialect);

        if (!sum)
            continue;
        sum->documents += groups[i].documents;
        for (size_t k = 0; k < np_filled_count(); k++)
            sum->filled[k] += groups[i].filled[k];
    }
}

/* 100 and 0 are said of all and none alone. */
static int percent(const struct np_coverage *sum, size_t field)
{
    int64_t k = sum->filled[field], n = sum->documents;
    int rounded = n ? (int)((200 * k + n) / (2 * n)) : 0;

    if (rounded == 100 && k < n)
        return 99;
    return rounded == 0 && k > 0 ? 1 : rounded;
}

void cover_line(struct np_buf *b, const struct np_coverage *sum)
{
    static const char *const first[] = { "title", "abstract", "claims", "applicants", "inventors",
                                         "ipc", "cpc", "citations", "events" };
    const char *between = "";

    np_buf_printf(b, "%s × %lld: ", sum->dialect, (long long)sum->documents);
    for (size_t i = 0; i < sizeof first / sizeof first[0]; i++) {
        size_t field = np_filled_find(first[i]);

        if (!sum->filled[field])
            continue;
        np_buf_printf(b, "%s%s %d", between, first[i], percent(sum, field));
        between = ", ";
    }
    np_buf_puts(b, *between ? " %" : "-");
}

static bool is_filled_anywhere(const struct cover_sums *sums, size_t field)
{
    for (size_t i = 0; i < sums->n; i++)
        if (sums->v[i].filled[field])
            return true;
    return false;
}

static void put_cell(struct np_result *r, struct np_cell *cell, const struct np_coverage *sum,
                     size_t field)
{
    char text[48];

    if (!sum->filled[field])
        return;
    snprintf(text, sizeof text, "%3d %% %5lld", percent(sum, field),
             (long long)sum->filled[field]);
    np_cell_text(r, cell, np_slice_of(text));
}

/* Up to AT_ONCE dialects side by side; keys within a list only where some document has the list. */
static void put_block(struct np_buf *b, const struct cover_sums *sums, size_t from, size_t n,
                      enum np_lang lang)
{
    static const char *const numbers[] = { "[1]", "[2]", "[3]", "[4]", "[5]", "[6]" };
    struct np_column columns[AT_ONCE + 2] = { { "field", NP_CELL_TEXT, "", "", "", "" } };
    struct np_result *r;

    columns[0].en = columns[0].zh = say(lang, SAY_FIELD);
    for (size_t i = 0; i < n; i++)
        columns[i + 1] =
            (struct np_column){ numbers[i], NP_CELL_TEXT, "", numbers[i], numbers[i], "" };
    for (size_t i = 0; i < n; i++)
        np_buf_printf(b, "%s %s × %lld\n", numbers[i], sums->v[from + i].dialect,
                      (long long)sums->v[from + i].documents);
    r = np_result_new("coverage", columns);
    for (size_t field = 0; field < np_filled_count(); field++) {
        size_t parent = np_filled_parent(field);
        struct np_cell *row;

        if (parent != field && !is_filled_anywhere(sums, parent))
            continue;
        row = np_result_row(r);
        np_cell_text(r, &row[0], np_slice_of(np_filled_name(field)));
        for (size_t i = 0; i < n; i++)
            put_cell(r, &row[i + 1], &sums->v[from + i], field);
    }
    np_table_put(b, r, lang, WIDTH);
    np_result_free(r);
}

void cover_table(struct np_buf *b, const struct cover_sums *sums, enum np_lang lang)
{
    if (sums->n)
        np_buf_printf(b, "%s\n", say(lang, SAY_COVERED));
    for (size_t from = 0; from < sums->n; from += AT_ONCE)
        put_block(b, sums, from, sums->n - from < AT_ONCE ? sums->n - from : AT_ONCE, lang);
}
