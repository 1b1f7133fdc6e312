/* html.c -- one static file that holds everything: no script, nothing loaded, style inside.
 *
 * It can be mailed, printed, and read without its style. Every text goes through put_text, the
 * only way from a cell to the page.
 */
#include "output.h"
#include "style.h"

static void put_text(struct np_buf *b, struct np_slice s)
{
    struct np_buf plain = { 0 };

    np_text_line(&plain, s);
    for (size_t i = 0; i < plain.n; i++)
        switch (plain.p[i]) {
        case '&': np_buf_puts(b, "&amp;"); break;
        case '<': np_buf_puts(b, "&lt;"); break;
        case '>': np_buf_puts(b, "&gt;"); break;
        case '"': np_buf_puts(b, "&quot;"); break;
        case '\'': np_buf_puts(b, "&#39;"); break;
        default: np_buf_putc(b, plain.p[i]);
        }
    np_buf_release(&plain);
}

enum { WIDE = 16, LOOKED_AT = 1000 /* rows */ };

/* A column of long texts must not become a stripe beside those of numbers. */
static bool is_wide(const struct np_result *r, size_t column)
{
    for (size_t i = 0; i < r->rows.n && i < LOOKED_AT; i++)
        if (r->rows.v[i][column].set && np_text_width(r->rows.v[i][column].text) > WIDE)
            return true;
    return false;
}

static const char *class_of_kind(const struct np_column *column)
{
    if (np_column_is_number(column))
        return " class=\"n\"";
    return column->kind == NP_CELL_DATE ? " class=\"d\"" : "";
}

/* Of the heading, which gives its column the width. */
static const char *class_of(const struct np_result *r, size_t column)
{
    if (r->columns[column].kind == NP_CELL_TEXT && is_wide(r, column))
        return " class=\"w\"";
    return class_of_kind(&r->columns[column]);
}

/* A page shows the columns that are for reading; the rest is in the other formats. */
static size_t shown(const struct np_result *r)
{
    return r->reading && r->reading < r->ncolumns ? r->reading : r->ncolumns;
}

static void put_head(struct np_buf *b, const struct np_result *r, enum np_lang lang)
{
    struct np_buf saying = { 0 };

    np_buf_puts(b, "<thead><tr>");
    for (size_t i = 0; i < shown(r); i++) {
        const struct np_column *c = &r->columns[i];

        np_buf_printf(b, "<th scope=\"col\"%s", class_of(r, i));
        np_buf_reset(&saying);
        np_saying_put(&saying, c, lang);
        if (saying.n) {
            np_buf_puts(b, " title=\"");
            put_text(b, np_buf_slice(&saying));
            np_buf_putc(b, '"');
        }
        np_buf_putc(b, '>');
        put_text(b, np_slice_of(np_heading(c, lang)));
        np_buf_puts(b, "</th>");
    }
    np_buf_puts(b, "</tr></thead>\n");
    np_buf_release(&saying);
}

static void put_row(struct np_buf *b, const struct np_result *r, const struct np_cell *row,
                    struct np_buf *scratch, enum np_lang lang)
{
    np_buf_puts(b, "<tr>");
    for (size_t i = 0; i < shown(r); i++) {
        np_buf_reset(scratch);
        np_cell_show(scratch, &r->columns[i], &row[i], lang);
        np_buf_printf(b, "<td%s>", class_of_kind(&r->columns[i]));
        put_text(b, np_buf_slice(scratch));
        np_buf_puts(b, "</td>");
    }
    np_buf_puts(b, "</tr>\n");
}

static void put_table(struct writer *w, const struct np_result *r, enum np_lang lang)
{
    struct np_buf scratch = { 0 };

    np_buf_puts(&w->buf, "<div class=\"scroll\"><table>\n");
    put_head(&w->buf, r, lang);
    np_buf_puts(&w->buf, "<tbody>\n");
    for (size_t i = 0; i < r->rows.n; i++) {
        put_row(&w->buf, r, r->rows.v[i], &scratch, lang);
        np_writer_spill(w);
    }
    np_buf_puts(&w->buf, "</tbody></table></div>\n");
    np_buf_release(&scratch);
}

static void put_left_out(struct np_buf *b, const struct np_result *r, enum np_lang lang)
{
    bool zh = lang == NP_LANG_ZH;

    if (shown(r) == r->ncolumns)
        return;
    np_buf_printf(b, zh ? "<details><summary>另有 %zu 列, 见 xlsx、csv、jsonl</summary>\n<p>"
                        : "<details><summary>%zu more columns in xlsx, csv, jsonl</summary>\n<p>",
                  r->ncolumns - shown(r));
    for (size_t i = shown(r); i < r->ncolumns; i++) {
        np_buf_puts(b, i > shown(r) ? zh ? "、" : ", " : "");
        put_text(b, np_slice_of(np_heading(&r->columns[i], lang)));
    }
    np_buf_puts(b, "</p></details>\n");
}

static void put_notes(struct np_buf *b, const struct np_result *r, enum np_lang lang)
{
    struct np_buf value = { 0 };

    if (!r->notes.n)
        return;
    np_buf_printf(b, "<h2>%s</h2>\n<table class=\"notes\">\n",
                  lang == NP_LANG_ZH ? "说明" : "Notes");
    for (size_t i = 0; i < r->notes.n; i++) {
        np_buf_puts(b, "<tr><th scope=\"row\">");
        put_text(b, np_label(r->notes.v[i].key, lang));
        np_buf_puts(b, "</th><td>");
        np_buf_reset(&value);
        np_note_put(&value, &r->notes.v[i], lang);
        put_text(b, np_buf_slice(&value));
        np_buf_puts(b, "</td></tr>\n");
    }
    np_buf_puts(b, "</table>\n");
    np_buf_release(&value);
}

static void put_warnings(struct np_buf *b, const struct np_result *r, enum np_lang lang)
{
    for (size_t i = 0; i < r->notes.n; i++) {
        if (!np_is_warning(r->notes.v[i].key))
            continue;
        np_buf_puts(b, "<p class=\"warning\" role=\"note\">");
        put_text(b, np_label(r->notes.v[i].key, lang));
        np_buf_puts(b, lang == NP_LANG_ZH ? "：" : ": ");
        put_text(b, r->notes.v[i].value);
        np_buf_puts(b, "</p>\n");
    }
}

static void put_result(struct writer *w, const struct np_result *r, enum np_lang lang)
{
    np_buf_puts(&w->buf, "<section>\n<h1>");
    put_text(&w->buf, np_slice_of(np_title(r, lang)));
    np_buf_printf(&w->buf, "</h1>\n<p class=\"count\">%zu %s</p>\n", r->rows.n,
                  lang == NP_LANG_ZH ? "行" : r->rows.n == 1 ? "row" : "rows");
    put_warnings(&w->buf, r, lang);
    put_table(w, r, lang);
    put_left_out(&w->buf, r, lang);
    put_notes(&w->buf, r, lang);
    np_buf_puts(&w->buf, "</section>\n");
}

static void put_opening(struct np_buf *b, const char *title, enum np_lang lang)
{
    np_buf_printf(b, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width\">\n<title>",
                  lang == NP_LANG_ZH ? "zh-CN" : "en");
    put_text(b, np_slice_of(title));
    np_buf_puts(b, "</title>\n<style>\n");
    np_buf_put(b, np_style_css, np_style_css_size);
    np_buf_puts(b, "</style>\n</head>\n<body>\n<main class=\"wide\">\n");
}

enum np_status np_write_html(int fd, const struct np_result *const *results, size_t n,
                             enum np_lang lang, struct np_err *err)
{
    struct writer w = { .fd = fd };

    put_opening(&w.buf, n ? np_title(results[0], lang) : "nanopat", lang);
    for (size_t i = 0; i < n; i++)
        put_result(&w, results[i], lang);
    np_buf_puts(&w.buf, "</main>\n</body>\n</html>\n");
    return np_writer_end(&w, err);
}
