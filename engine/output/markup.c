/* markup.c -- tables, notes and warnings as HTML. */
#include "markup.h"

void html_text(struct np_buf *b, struct np_slice s)
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

void html_words(struct np_buf *b, const char *s)
{
    html_text(b, np_slice_of(s));
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
        return "n";
    return column->kind == NP_CELL_DATE ? "d" : "";
}

enum { CLASSES = 4 };
static const char *const shades[] = { "h0", "h1", "h2", "h3", "h4", "h5", "h6", "h7", "h8", "h9" };

static void put_classes(struct np_buf *b, const char *const classes[CLASSES])
{
    bool any = false;

    for (int i = 0; i < CLASSES; i++)
        if (*classes[i]) {
            np_buf_printf(b, "%s%s", any ? " " : " class=\"", classes[i]);
            any = true;
        }
    np_buf_puts(b, any ? "\"" : "");
}

static const char *aside_class(const struct html_links *links, size_t column)
{
    return links && links->aside && links->aside(links->ctx, column) ? "screen" : "";
}

/* Of the heading, which gives its column the width. */
static const char *class_of(const struct np_result *r, size_t column)
{
    if (r->columns[column].kind == NP_CELL_TEXT && is_wide(r, column))
        return "w";
    return class_of_kind(&r->columns[column]);
}

/* A short text is not broken. */
static const char *class_of_cell(const struct np_column *column, struct np_slice shown)
{
    if (column->kind == NP_CELL_TEXT && np_text_width(shown) <= WIDE)
        return "k";
    return class_of_kind(column);
}

size_t html_shown(const struct np_result *r)
{
    return r->reading && r->reading < r->ncolumns ? r->reading : r->ncolumns;
}

/* ---- headings ---- */

static void put_saying(struct np_buf *b, const struct np_column *c, enum np_lang lang)
{
    struct np_buf saying = { 0 };

    np_saying_put(&saying, c, lang);
    if (saying.n) {
        np_buf_puts(b, " title=\"");
        html_text(b, np_buf_slice(&saying));
        np_buf_putc(b, '"');
    }
    np_buf_release(&saying);
}

static void put_heading(struct np_buf *b, const struct np_result *r, size_t column,
                        const struct html_links *links, enum np_lang lang)
{
    const struct np_column *c = &r->columns[column];
    struct np_buf address = { 0 };
    char order = '\0';
    bool linked = links && links->heading && links->heading(links->ctx, column, &address, &order);

    np_buf_puts(b, "<th scope=\"col\"");
    put_classes(b, (const char *const[CLASSES]){ class_of(r, column), aside_class(links, column), "", "" });
    put_saying(b, c, lang);
    if (order)
        np_buf_puts(b, order == '-' ? " aria-sort=\"descending\"" : " aria-sort=\"ascending\"");
    np_buf_putc(b, '>');
    if (linked)
        np_buf_printf(b, "<a class=\"sort\" href=\"%s\">", np_buf_cstr(&address));
    html_words(b, np_heading(c, lang));
    np_buf_puts(b, linked ? "</a></th>" : "</th>");
    np_buf_release(&address);
}

void html_table_head(struct np_buf *b, const struct np_result *r, const struct html_links *links,
                     enum np_lang lang)
{
    np_buf_printf(b, "<div class=\"scroll\" tabindex=\"0\"><table%s>\n<thead><tr>",
                  links && links->shade ? " class=\"heat\"" : "");
    for (size_t i = 0; i < html_shown(r); i++)
        put_heading(b, r, i, links, lang);
    np_buf_puts(b, "</tr></thead>\n<tbody>\n");
}

/* ---- rows ---- */

void html_cell(struct np_buf *b, const struct np_column *column, const struct np_cell *cell,
               enum np_lang lang)
{
    struct np_buf text = { 0 };

    np_cell_show(&text, column, cell, lang);
    html_text(b, np_buf_slice(&text));
    np_buf_release(&text);
}

static void put_cell(struct np_buf *b, const struct np_result *r, size_t row, size_t column,
                     const struct html_links *links, enum np_lang lang)
{
    const struct np_column *c = &r->columns[column];
    const struct np_cell *cell = &r->rows.v[row][column];
    struct np_buf text = { 0 }, address = { 0 };
    bool known = np_cell_known(c, cell);
    int shade;
    bool linked = known && links && links->cell && links->cell(links->ctx, row, column, &address);

    np_cell_show(&text, c, cell, lang);
    np_buf_puts(b, "<td");
    shade = known && links && links->shade ? links->shade(links->ctx, row, column) : -1;
    put_classes(b, (const char *const[CLASSES]){ class_of_cell(c, np_buf_slice(&text)), known ? "" : "null",
                                                 shade < 0 ? "" : shades[shade], aside_class(links, column) });
    np_buf_putc(b, '>');
    if (linked)
        np_buf_printf(b, "<a href=\"%s\">", np_buf_cstr(&address));
    html_text(b, np_buf_slice(&text));
    np_buf_puts(b, linked ? "</a></td>" : "</td>");
    np_buf_release(&text);
    np_buf_release(&address);
}

void html_table_group(struct np_buf *b, const struct np_result *r, struct np_slice name)
{
    np_buf_printf(b, "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"%zu\">", html_shown(r));
    html_text(b, name);
    np_buf_puts(b, "</th></tr>\n");
}

void html_table_row(struct np_buf *b, const struct np_result *r, size_t row,
                    const struct html_links *links, enum np_lang lang)
{
    struct np_buf id = { 0 };

    if (links && links->row_id && links->row_id(links->ctx, row, &id)) {
        np_buf_puts(b, "<tr id=\"");
        html_text(b, np_buf_slice(&id));
        np_buf_puts(b, "\">");
    } else {
        np_buf_puts(b, "<tr>");
    }
    for (size_t i = 0; i < html_shown(r); i++)
        put_cell(b, r, row, i, links, lang);
    np_buf_puts(b, "</tr>\n");
    np_buf_release(&id);
}

void html_table_end(struct np_buf *b)
{
    np_buf_puts(b, "</tbody></table></div>\n");
}

void html_table(struct np_buf *b, const struct np_result *r, const struct html_links *links,
                enum np_lang lang)
{
    html_table_head(b, r, links, lang);
    for (size_t i = 0; i < r->rows.n; i++)
        html_table_row(b, r, i, links, lang);
    html_table_end(b);
}

/* ---- notes ---- */

void html_notes(struct np_buf *b, const struct np_result *r, enum np_lang lang)
{
    struct np_buf value = { 0 };

    if (!r->notes.n)
        return;
    np_buf_printf(b, "<h2>%s</h2>\n<table class=\"notes\">\n",
                  lang == NP_LANG_ZH ? "说明" : "Notes");
    for (size_t i = 0; i < r->notes.n; i++) {
        np_buf_puts(b, "<tr><th scope=\"row\">");
        html_text(b, np_label(r->notes.v[i].key, lang));
        np_buf_puts(b, "</th><td>");
        np_buf_reset(&value);
        np_note_put(&value, &r->notes.v[i], lang);
        html_text(b, np_buf_slice(&value));
        np_buf_puts(b, "</td></tr>\n");
    }
    np_buf_puts(b, "</table>\n");
    np_buf_release(&value);
}

void html_warnings(struct np_buf *b, const struct np_result *r, enum np_lang lang)
{
    for (size_t i = 0; i < r->notes.n; i++) {
        if (!np_is_warning(r->notes.v[i].key))
            continue;
        np_buf_puts(b, "<p class=\"warning\" role=\"note\">");
        html_text(b, np_label(r->notes.v[i].key, lang));
        np_buf_puts(b, lang == NP_LANG_ZH ? "：" : ": ");
        html_text(b, r->notes.v[i].value);
        np_buf_puts(b, "</p>\n");
    }
}
