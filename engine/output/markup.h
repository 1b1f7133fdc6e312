/* markup.h -- private to output: results as HTML. Every text goes through html_text, the only way from a
 * cell to a page.
 */
#ifndef OUTPUT_MARKUP_H
#define OUTPUT_MARKUP_H

#include "output.h"

/* Escaped for text and for attributes in double quotes; one line, nothing that misleads (cell.c). */
void html_text(struct np_buf *b, struct np_slice s);
void html_words(struct np_buf *b, const char *s);

/* What a table's cells and headings lead to. Members may be NULL. */
struct html_links {
    void *ctx;
    /* Appends an address ready for href="..."; false: the cell leads nowhere. */
    bool (*cell)(void *ctx, size_t row, size_t column, struct np_buf *address);
    /* The same of a heading; *order is '+' or '-' where the rows are in the column's order. */
    bool (*heading)(void *ctx, size_t column, struct np_buf *address, char *order);
    /* Appends the id of a row; false: it has none. */
    bool (*row_id)(void *ctx, size_t row, struct np_buf *id);
    /* How much of the column's most a cell is, 0 to 9, of a table of class "heat"; -1: no shade. */
    int (*shade)(void *ctx, size_t row, size_t column);
    /* Is the column for the screen alone? Paper is narrow. */
    bool (*aside)(void *ctx, size_t column);
};

/* A cell's content alone. */
void html_cell(struct np_buf *b, const struct np_column *column, const struct np_cell *cell,
               enum np_lang lang);

/* Columns that a page shows: result->reading of them, or all. */
size_t html_shown(const struct np_result *result);
void html_table_head(struct np_buf *b, const struct np_result *result,
                     const struct html_links *links, enum np_lang lang);
/* A row that names the rows under it. */
void html_table_group(struct np_buf *b, const struct np_result *result, struct np_slice name);
void html_table_row(struct np_buf *b, const struct np_result *result, size_t row,
                    const struct html_links *links, enum np_lang lang);
void html_table_end(struct np_buf *b);
/* All three. */
void html_table(struct np_buf *b, const struct np_result *result, const struct html_links *links,
                enum np_lang lang);

void html_warnings(struct np_buf *b, const struct np_result *result, enum np_lang lang);
void html_notes(struct np_buf *b, const struct np_result *result, enum np_lang lang);

#endif
