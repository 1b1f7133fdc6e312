/* row.c -- a row of a score table, filled by column name. */
#include "rows.h"

void row_init(struct row *row, const struct np_score_sink *sink, struct np_err *err)
{
    *row = (struct row){ .sink = sink, .err = err, .status = NP_OK, .arena = np_arena_new() };
}

void row_release(struct row *row)
{
    np_arena_free(row->arena);
}

void row_begin(struct row *row, enum table table)
{
    row->table = &np_score_tables[table];
    np_arena_reset(row->arena);
    memset(row->cells, 0, sizeof row->cells);
    row->next = row->ncolumns = 0;
    while (row->table->columns[row->ncolumns].name)
        row->ncolumns++;
    if (row->ncolumns > CELLS_MAX)
        np_panic("table '%s' has too many columns", row->table->name);
}

static struct np_cell *cell_of(struct row *row, const char *column, enum np_cell_kind *kind)
{
    const struct np_column *columns = row->table->columns;

    for (size_t i = 0; i < row->ncolumns; i++) {
        size_t at = row->next + i < row->ncolumns ? row->next + i
                                                  : row->next + i - row->ncolumns;

        if (columns[at].name[0] != column[0] || strcmp(columns[at].name, column) != 0)
            continue;
        *kind = columns[at].kind;
        row->next = at + 1;
        return &row->cells[at];
    }
    return NULL;
}

void row_text(struct row *row, const char *column, struct np_slice text)
{
    enum np_cell_kind kind;
    struct np_cell *cell = cell_of(row, column, &kind);

    if (!cell || !text.n)
        return;
    cell->set = true;
    cell->text = text;
}

void row_copy(struct row *row, const char *column, const struct np_buf *text)
{
    row_text(row, column, np_arena_copy(row->arena, np_buf_slice(text)));
}

void row_real(struct row *row, const char *column, double value)
{
    enum np_cell_kind kind;
    struct np_cell *cell = cell_of(row, column, &kind);

    if (!cell || isnan(value))
        return;
    cell->set = true;
    if (kind == NP_CELL_REAL)
        cell->real = value;
    else
        cell->i = (int64_t)value;
}

void row_date(struct row *row, const char *column, np_date date)
{
    enum np_cell_kind kind;
    struct np_cell *cell = cell_of(row, column, &kind);

    if (!cell || !date)
        return;
    cell->set = true;
    cell->i = date;
}

void row_put(struct row *row)
{
    if (row->status == NP_OK)
        row->status = row->sink->put(row->sink->ctx, row->table, row->cells, row->err);
}

void append_text(struct np_buf *b, const char *between, struct np_slice text)
{
    if (b->n && text.n)
        np_buf_puts(b, between);
    np_buf_puts_slice(b, text);
}
