/* jsonl.c -- one object per line, complete: every column in its order, null where unknown.
 *
 *     {"schema":"nanopat.portfolios/1","portfolio":"...","families":7,"score":81.250000}
 */
#include "output.h"

static void put_cell(struct np_buf *b, const struct np_column *column, const struct np_cell *cell)
{
    if (!np_cell_known(column, cell)) {
        np_buf_puts(b, "null");
        return;
    }
    switch (column->kind) {
    case NP_CELL_TEXT: np_json_string(b, cell->text); break;
    case NP_CELL_FLAG: np_buf_puts(b, cell->i ? "true" : "false"); break;
    case NP_CELL_DATE:
        np_buf_putc(b, '"');
        np_cell_put(b, column, cell);
        np_buf_putc(b, '"');
        break;
    default: np_cell_put(b, column, cell);
    }
}

static void put_row(struct np_buf *b, const struct np_result *r, const struct np_cell *row)
{
    np_buf_printf(b, "{\"schema\":\"nanopat.%s/1\"", r->name);
    for (size_t i = 0; i < r->ncolumns; i++) {
        np_buf_printf(b, ",\"%s\":", r->columns[i].name);
        put_cell(b, &r->columns[i], &row[i]);
    }
    np_buf_puts(b, "}\n");
}

enum np_status np_write_jsonl_all(int fd, const struct np_result *const *results, size_t n,
                                  enum np_lang lang, struct np_err *err)
{
    struct writer w = { .fd = fd };

    (void)lang;
    for (size_t k = 0; k < n; k++)
        for (size_t i = 0; i < results[k]->rows.n; i++) {
            put_row(&w.buf, results[k], results[k]->rows.v[i]);
            np_writer_spill(&w);
        }
    return np_writer_end(&w, err);
}

enum np_status np_write_jsonl(int fd, const struct np_result *const *results, size_t n,
                              enum np_lang lang, struct np_err *err)
{
    return np_write_jsonl_all(fd, results, n ? 1 : 0, lang, err);
}
