/* explain_pages.c -- an explanation for people: a page for each section, words in their language.
 *
 * Machine formats take the rows as they are. On a page a line of facts has a label and what is said;
 * a table of numbers keeps its numbers, so that a spreadsheet can count with them.
 */
#include "explain_pages.h"
#include "output.h"
#include "reading.h"

#include <nanopat/explain.h>
#include <nanopat/words.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A word that means something else elsewhere stands in words.c with its column's name before it. */
static void put_own(struct np_buf *b, const struct np_column *column, struct np_slice text, bool zh)
{
    char word[96];

    snprintf(word, sizeof word, "%s_%.*s", column->name, NP_ARG(np_slice_sub(text, 0, 32)));
    np_buf_puts_slice(b, np_word_known(np_slice_of(word)) ? np_word(np_slice_of(word), zh) : text);
}

static void put_read(struct np_buf *b, enum reading reading, const struct np_column *column,
                     const struct np_cell *cell, bool zh)
{
    static const char *const directions[][2] = {
        { "lower is better", "越低越好" }, { "neither", "无优劣" }, { "higher is better", "越高越好" },
    };

    if (!cell->set)
        return;
    switch (reading) {
    case AS_WORDS: np_words_put(b, cell->text, zh); break;
    case AS_WORD: np_buf_puts_slice(b, np_word(cell->text, zh)); break;
    case AS_OWN: put_own(b, column, cell->text, zh); break;
    case AS_SAYING: np_says_put(b, cell->text, zh); break;
    case AS_UNIT: np_buf_puts_slice(b, np_unit(cell->text, zh)); break;
    case AS_DIRECTION: np_buf_puts(b, directions[cell->i + 1][zh]); break;
    default: np_cell_show(b, column, cell, zh ? NP_LANG_ZH : NP_LANG_EN);
    }
}

static const struct np_cell *cell_of(const struct np_result *r, size_t row, const char *column)
{
    return &r->rows.v[row][np_result_column(r, column)];
}

/* ---- columns of a page ---- */

/* Of a pair "x", "x_zh", "x_en" a page shows the one in its language, at the place of the first. */
static int in_language(const struct np_result *r, size_t at, bool zh)
{
    char other[64];
    int zh_at, en_at;

    snprintf(other, sizeof other, "%s_zh", r->columns[at].name);
    zh_at = np_result_column(r, other);
    snprintf(other, sizeof other, "%s_en", r->columns[at].name);
    en_at = np_result_column(r, other);
    return zh && zh_at >= 0 ? zh_at : !zh && en_at >= 0 ? en_at : (int)at;
}

static bool is_in_a_language(const struct np_result *r, size_t at)
{
    const char *name = r->columns[at].name;
    size_t n = strlen(name);
    char base[64];

    if (n < 4 || n > sizeof base || (strcmp(name + n - 3, "_zh") && strcmp(name + n - 3, "_en")))
        return false;
    snprintf(base, sizeof base, "%.*s", (int)(n - 3), name);
    if (np_result_column(r, base) >= 0)
        return true;
    base[n - 3] = '\0';
    return name[n - 1] == 'n' && np_result_column(r, strcat(base, "_zh")) >= 0;
}

static bool is_told(const struct np_result *r, size_t column)
{
    for (size_t i = 0; i < r->rows.n; i++)
        if (np_cell_known(&r->columns[column], &r->rows.v[i][column]))
            return true;
    return false;
}

struct chosen { int *at; size_t n, grid; };

static struct np_column page_column(const struct np_result *from, int at)
{
    struct np_column c = from->columns[at];

    if (c.kind != NP_CELL_REAL && c.kind != NP_CELL_INT && c.kind != NP_CELL_DATE &&
        c.kind != NP_CELL_FLAG)
        c.kind = NP_CELL_TEXT;
    if (reading_of(from->name, c.name) == AS_DIRECTION)
        c.kind = NP_CELL_TEXT;
    c.unit = "";
    return c;
}

static struct np_result *make_page(const struct np_result *from, const struct chosen *chosen,
                                   bool zh)
{
    struct np_result *page = np_result_new(from->name, np_explain_columns);
    struct np_column *columns =
        np_arena_zalloc(page->arena, (chosen->n + 1) * sizeof *columns);
    struct np_buf b = { 0 };

    for (size_t i = 0; i < chosen->n; i++)
        columns[i] = page_column(from, chosen->at[i]);
    page->columns = columns;
    page->ncolumns = chosen->n;
    page->en = from->en;
    page->zh = from->zh;
    for (size_t k = 0; k < from->rows.n; k++) {
        struct np_cell *row = np_result_row(page);

        for (size_t i = 0; i < chosen->n; i++) {
            const struct np_cell *cell = &from->rows.v[k][chosen->at[i]];

            if (columns[i].kind != NP_CELL_TEXT) {
                row[i] = *cell;
                continue;
            }
            np_buf_reset(&b);
            if (strcmp(columns[i].name, "item") == 0)
                np_buf_puts_slice(&b, cell_of(from, k, zh ? "zh" : "en")->text);
            else
                put_read(&b, reading_of(from->name, columns[i].name),
                         &from->columns[chosen->at[i]], cell, zh);
            if (b.n)
                np_cell_text(page, &row[i], np_buf_slice(&b));
        }
    }
    np_buf_release(&b);
    return page;
}

static void choose_names(const struct np_result *r, const char *names, struct chosen *chosen)
{
    struct np_slice left = np_slice_of(names);

    while (left.n) {
        size_t end = np_slice_find(left, NP_S(" "));
        struct np_slice name = np_slice_sub(left, 0, end);

        for (size_t i = 0; i < r->ncolumns; i++)
            if (np_slice_is(name, r->columns[i].name) && is_told(r, i))
                chosen->at[chosen->n++] = (int)i;
        left = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(left, end + 1, left.n);
    }
}

/* ---- lines: a label and what is said ---- */

static const struct np_column line_columns[] = {
    { "item", NP_CELL_TEXT, "", "Item", "项目", "" },
    { "text", NP_CELL_TEXT, "", "What is known", "内容", "" },
    { "reason", NP_CELL_TEXT, "", "Note", "说明", "" },
    { "inputs", NP_CELL_TEXT, "", "Evidence", "依据", "" },
    { "command", NP_CELL_TEXT, "", "Command", "命令", "" },
    { 0 }
};

static void put_value(struct np_buf *b, double value)
{
    if (value == floor(value) && fabs(value) < 1e15)
        np_buf_printf(b, "%.0f", value);
    else
        np_real_put(b, value, np_real_digits(value));
}

/* "1.8 中文 / English": the code and the name in the language. */
static void put_pair(struct np_buf *b, struct np_slice text, bool zh)
{
    size_t between = np_slice_find(text, NP_S(" / ")), code = np_slice_find(text, NP_S(" "));

    np_buf_puts_slice(b, zh ? np_slice_sub(text, 0, between) : np_slice_sub(text, 0, code + 1));
    if (!zh)
        np_buf_puts_slice(b, np_slice_sub(text, between + strlen(" / "), text.n));
}

/* "62.2 (0..100); coverage 0.86" */
static void put_content(struct np_buf *b, const struct np_result *r, size_t i, bool zh)
{
    const struct np_cell *value = cell_of(r, i, "value"), *text = cell_of(r, i, "text");
    const struct np_cell *unit = cell_of(r, i, "unit");
    bool numbers = np_slice_is(cell_of(r, i, "section")->text, "head");

    if (value->set && numbers) {
        put_value(b, value->real);
        if (unit->set)
            np_buf_printf(b, " (%.*s)", NP_ARG(np_unit(unit->text, zh)));
    }
    if (text->set) {
        np_buf_puts(b, b->n ? "; " : "");
        if (np_slice_is(cell_of(r, i, "form")->text, "words"))
            np_words_put(b, text->text, zh);
        else if (np_slice_is(cell_of(r, i, "form")->text, "pair"))
            put_pair(b, text->text, zh);
        else if (np_slice_is(cell_of(r, i, "form")->text, "offices"))
            np_offices_put(b, text->text, zh);
        else
            np_buf_puts_slice(b, text->text);
    }
    if (!b->n)
        np_buf_puts(b, "–");
}

static struct np_result *make_lines(const struct np_result *r, bool zh)
{
    struct np_result *page = np_result_new(r->name, line_columns);
    struct np_buf b = { 0 };

    page->en = r->en;
    page->zh = r->zh;
    for (size_t i = 0; i < r->rows.n; i++) {
        struct np_cell *row = np_result_row(page);
        struct np_slice of = cell_of(r, i, "of")->text, item = cell_of(r, i, "item")->text;

        np_buf_puts_slice(&b, cell_of(r, i, zh ? "zh" : "en")->text);
        if (np_slice_is(cell_of(r, i, "section")->text, "raise") && of.n && !np_slice_eq(of, item))
            np_buf_printf(&b, zh ? "(%.*s)" : " (%.*s)", NP_ARG(np_word(of, zh)));
        np_cell_text(page, &row[0], np_buf_slice(&b));
        np_buf_reset(&b);
        put_content(&b, r, i, zh);
        np_cell_text(page, &row[1], np_buf_slice(&b));
        for (int c = 2; line_columns[c].name; c++) {
            const struct np_cell *cell = cell_of(r, i, line_columns[c].name);

            np_buf_reset(&b);
            put_read(&b, reading_of("", line_columns[c].name), &line_columns[c], cell, zh);
            if (b.n)
                np_cell_text(page, &row[c], np_buf_slice(&b));
        }
        np_buf_reset(&b);
    }
    np_buf_release(&b);
    return page;
}

/* ---- pages ---- */

/* Rows of one section, of one score where they are told apart; borrowed cells. */
static struct np_result *part_of(const struct np_result *rows, const char *section,
                                 struct np_slice of, bool only)
{
    struct np_result *part = np_result_new(section, np_explain_columns);
    int section_at = np_result_column(rows, "section"), of_at = np_result_column(rows, "of");

    for (size_t i = 0; i < rows->rows.n; i++)
        if (np_slice_is(rows->rows.v[i][section_at].text, section) &&
            (!only || np_slice_eq(rows->rows.v[i][of_at].text, of)))
            *np_list_add(part->arena, &part->rows) = rows->rows.v[i];
    return part;
}

/* `grid`: columns side by side on a terminal, the others under each row. */
static void add_page(struct explain_pages *pages, struct np_result *r, size_t grid)
{
    if (pages->n == EXPLAIN_PAGES_MAX)
        np_panic("more than %d pages", EXPLAIN_PAGES_MAX);
    r->reading = pages->terminal ? grid : 0;
    pages->page[pages->n++] = (struct explain_page){ .result = r };
}

/* What each row is of, and the command that lists what it counts. */
static void keep_rows(struct explain_pages *pages, const struct np_result *part)
{
    struct explain_page *page = &pages->page[pages->n - 1];
    struct np_arena *arena = page->result->arena;
    size_t n = part->rows.n;

    page->items = np_arena_zalloc(arena, (n + 1) * sizeof *page->items);
    page->commands = np_arena_zalloc(arena, (n + 1) * sizeof *page->commands);
    for (size_t i = 0; i < n; i++) {
        page->items[i] = np_arena_copy(arena, cell_of(part, i, "item")->text);
        page->commands[i] = np_arena_copy(arena, cell_of(part, i, "command")->text);
    }
}

/* On a terminal the whole is the title: its value and how it adds up. */
static void name_score(struct explain_pages *pages, const struct np_result *part, bool zh)
{
    struct np_result *page = pages->page[pages->n - 1].result;
    const struct np_cell *value = cell_of(part, 0, "value"), *inputs = cell_of(part, 0, "inputs");
    struct np_slice item = cell_of(part, 0, "item")->text;
    struct np_buf b = { 0 };

    np_buf_puts_slice(&b, np_word(cell_of(part, 0, "of")->text, zh));
    if (pages->terminal && np_slice_eq(item, cell_of(part, 0, "of")->text) && !cell_of(part, 0, "weight")->set) {
        np_buf_puts(&b, " ");
        if (value->set)
            put_value(&b, value->real);
        else
            np_buf_puts_slice(&b, np_word(cell_of(part, 0, "reason")->text, zh));
        np_buf_puts(&b, zh ? " (0-100分): " : " (0..100): ");
        np_words_put(&b, inputs->text, zh);
        page->rows.v++;
        page->rows.n--;
        pages->page[pages->n - 1].items++;
        pages->page[pages->n - 1].commands++;
    }
    page->en = page->zh = np_arena_copy(page->arena, np_buf_slice(&b)).p;
    np_buf_release(&b);
}

static void add_section(struct explain_pages *pages, const struct np_explain_section *s,
                        const struct np_result *part, bool zh)
{
    struct chosen chosen = { np_calloc(part->ncolumns * 2, sizeof(int)), 0, 0 };
    struct np_result *page;

    if (*s->columns) {
        choose_names(part, s->columns, &chosen);
        chosen.grid = chosen.n;
        choose_names(part, s->details, &chosen);
        page = make_page(part, &chosen, zh);
        add_page(pages, page, chosen.grid);
    } else {
        page = make_lines(part, zh);
        add_page(pages, page, 2);
    }
    page->name = s->name;
    page->en = s->en;
    page->zh = s->zh;
    pages->page[pages->n - 1].section = s->name;
    keep_rows(pages, part);
    free(chosen.at);
}

static void add_scores(struct explain_pages *pages, const struct np_explain_section *s,
                       const struct np_result *rows, bool zh)
{
    int section = np_result_column(rows, "section"), of = np_result_column(rows, "of");

    for (size_t i = 0; i < rows->rows.n; i++) {
        const struct np_cell *row = rows->rows.v[i];
        struct np_result *part;

        if (!np_slice_is(row[section].text, "scores") ||
            (i && np_slice_is(rows->rows.v[i - 1][section].text, "scores") &&
             np_slice_eq(rows->rows.v[i - 1][of].text, row[of].text)))
            continue;
        part = part_of(rows, "scores", row[of].text, true);
        add_section(pages, s, part, zh);
        pages->page[pages->n - 1].score = np_arena_copy(pages->page[pages->n - 1].result->arena, row[of].text);
        name_score(pages, part, zh);
        np_result_free(part);
    }
}

static void add_table(struct explain_pages *pages, const struct np_result *r, bool zh)
{
    struct chosen chosen = { np_calloc(r->ncolumns * 2, sizeof(int)), 0, 0 };

    for (size_t i = 0; i < r->ncolumns; i++)
        if (!is_in_a_language(r, i) || (zh == (r->columns[i].name[strlen(r->columns[i].name) - 1] == 'h') &&
                                        strncmp(r->columns[i].name, "needs", 5) == 0)) {
            int at = in_language(r, i, zh);

            if (is_told(r, (size_t)at) || strcmp(r->columns[at].name, "officer_note") == 0)
                chosen.at[chosen.n++] = at;
        }
    add_page(pages, make_page(r, &chosen, zh), chosen.n);
    free(chosen.at);
}

void explain_pages_make(const struct np_explanation *explained, bool zh,
                        struct explain_pages *pages)
{
    for (const struct np_explain_section *s = np_explain_sections; s->name; s++) {
        struct np_result *part;

        if (strcmp(s->name, "foot") == 0)
            for (size_t i = 0; i < explained->ntables; i++)
                add_table(pages, explained->tables[i], zh);
        if (strcmp(s->name, "scores") == 0) {
            add_scores(pages, s, explained->rows, zh);
            continue;
        }
        part = part_of(explained->rows, s->name, NP_EMPTY, false);
        if (part->rows.n)
            add_section(pages, s, part, zh);
        np_result_free(part);
    }
}

void explain_pages_release(struct explain_pages *pages)
{
    for (size_t i = 0; i < pages->n; i++)
        np_result_free(pages->page[i].result);
    pages->n = 0;
}

/* ---- writing ---- */

static const struct np_format text_format = { .name = "table", .suffix = ".txt",
                                              .write = np_write_explain_text };

static const struct np_format lines_format = { .name = "jsonl", .suffix = ".jsonl",
                                               .write = np_write_jsonl_all };

static enum np_status write_pages(const struct np_format *format, const char *path,
                                  const struct np_explanation *explained, enum np_lang lang,
                                  struct np_err *err)
{
    struct explain_pages pages = { .terminal = format == &text_format };
    const struct np_result *results[EXPLAIN_PAGES_MAX];
    enum np_status status;

    explain_pages_make(explained, lang == NP_LANG_ZH, &pages);
    for (size_t i = 0; i < pages.n; i++)
        results[i] = pages.page[i].result;
    status = np_output_write(format, path, results, pages.n, lang, err);
    explain_pages_release(&pages);
    return status;
}

enum np_status np_explanation_write(const struct np_format *format, const char *path,
                                    const struct np_explanation *explained, enum np_lang lang,
                                    struct np_err *err)
{
    const struct np_result *results[NP_EXPLAINED_TABLES + 1] = { explained->rows };

    if (strcmp(format->name, "table") == 0)
        return write_pages(&text_format, path, explained, lang, err);
    if (!format->single)
        return write_pages(format, path, explained, lang, err);
    if (strcmp(format->name, "jsonl") == 0)
        format = &lines_format;
    for (size_t i = 0; i < explained->ntables; i++)
        results[i + 1] = explained->tables[i];
    return np_output_write(format, path, results, explained->ntables + 1, lang, err);
}
