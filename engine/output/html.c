/* html.c -- one static file that holds everything: no script, nothing loaded, style inside.
 *
 * It can be mailed, printed, and read without its style.
 */
#include "markup.h"
#include "style.h"

static void put_table(struct writer *w, const struct np_result *r, enum np_lang lang)
{
    html_table_head(&w->buf, r, NULL, lang);
    for (size_t i = 0; i < r->rows.n; i++) {
        html_table_row(&w->buf, r, i, NULL, lang);
        np_writer_spill(w);
    }
    html_table_end(&w->buf);
}

static void put_left_out(struct np_buf *b, const struct np_result *r, enum np_lang lang)
{
    bool zh = lang == NP_LANG_ZH;

    if (html_shown(r) == r->ncolumns)
        return;
    np_buf_printf(b, zh ? "<details><summary>另有 %zu 列, 见 xlsx、csv、jsonl</summary>\n<p>"
                        : "<details><summary>%zu more columns in xlsx, csv, jsonl</summary>\n<p>",
                  r->ncolumns - html_shown(r));
    for (size_t i = html_shown(r); i < r->ncolumns; i++) {
        np_buf_puts(b, i > html_shown(r) ? zh ? "、" : ", " : "");
        html_text(b, np_slice_of(np_heading(&r->columns[i], lang)));
    }
    np_buf_puts(b, "</p></details>\n");
}

static void put_result(struct writer *w, const struct np_result *r, enum np_lang lang)
{
    np_buf_puts(&w->buf, "<section>\n<h1>");
    html_text(&w->buf, np_slice_of(np_title(r, lang)));
    np_buf_printf(&w->buf, "</h1>\n<p class=\"count\">%zu %s</p>\n", r->rows.n,
                  lang == NP_LANG_ZH ? "行" : r->rows.n == 1 ? "row" : "rows");
    html_warnings(&w->buf, r, lang);
    put_table(w, r, lang);
    put_left_out(&w->buf, r, lang);
    html_notes(&w->buf, r, lang);
    np_buf_puts(&w->buf, "</section>\n");
}

static void put_opening(struct np_buf *b, const char *title, enum np_lang lang)
{
    np_buf_printf(b, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width\">\n<title>",
                  lang == NP_LANG_ZH ? "zh-CN" : "en");
    html_text(b, np_slice_of(title));
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
