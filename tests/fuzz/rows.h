/* rows.h -- the rows of a file in memory, under every kind of list: what must hold of them. */
#ifndef FUZZ_ROWS_H
#define FUZZ_ROWS_H

#include <nanopat/import_kind.h>
#include <nanopat/text.h>

#include <math.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

struct seeing {
    const struct np_import_kind *kind;
    struct np_import_header *header;
    struct np_arena *arena;
    struct np_buf json;
    bool found;
    int rows;
};

static inline void must(bool holds)
{
    if (!holds)
        abort();
}

static inline bool is_text(struct np_slice s)
{
    return np_utf8_check(s) == s.n;
}

/* A cell that is set is one of its kind; a row that is refused says why. */
static inline void check_row(struct seeing *s, const struct np_import_row *row)
{
    for (size_t i = 0; s->kind->columns[i].column.name; i++) {
        const struct np_cell *cell = &row->cells[i];
        enum np_cell_kind kind = s->kind->columns[i].column.kind;

        if (!cell->set)
            continue;
        must(kind != NP_CELL_TEXT || (cell->text.n && is_text(cell->text)));
        must(kind != NP_CELL_REAL || isfinite(cell->real));
        must(kind != NP_CELL_DATE || (cell->i && np_date_valid((np_date)cell->i)));
    }
    for (size_t i = 0; i < row->faults.n; i++)
        must(row->faults.v[i].code.n && is_text(row->faults.v[i].what));
    must(!row->refused || row->faults.n);
    np_buf_reset(&s->json);
    np_import_row_json(&s->json, s->kind, row->cells);
    must(is_text(np_buf_slice(&s->json)));
}

static inline enum np_status see_row(void *ctx, const struct np_sheet_row *row, struct np_err *err)
{
    struct seeing *s = ctx;
    struct np_import_cell *cells;
    struct np_import_row read;

    (void)err;
    must(row->n > 0 && row->line > 0 && is_text(row->sheet));
    for (size_t i = 0; i < row->n; i++)
        must(row->cells[i].column > 0 && row->cells[i].column <= NP_SHEET_COLUMNS_MOST &&
             is_text(row->cells[i].text));
    if (++s->rows > 200)
        return NP_FAIL;
    if (!s->found && !row->keyed) {
        s->found = np_import_header_row(s->header, row);
        return NP_OK;
    }
    np_arena_reset(s->arena);
    cells = np_arena_alloc(s->arena, row->n * sizeof *cells);
    for (size_t i = 0; i < row->n; i++)
        cells[i] = (struct np_import_cell){ *np_import_header_of(s->header, &row->cells[i]),
                                            row->cells[i] };
    np_import_row_read(s->kind, cells, row->n, s->arena, &read);
    check_row(s, &read);
    return NP_OK;
}

static inline void see_rows(const void *bytes, size_t n)
{
    static struct np_sheets *sheets;
    static size_t turn;
    const struct np_import_kind *kind = np_import_kinds[turn];
    struct seeing s = { .kind = kind, .header = np_import_header_new(kind),
                        .arena = np_arena_new() };
    struct np_sheet_taker taker = { &s, see_row, NULL };
    struct np_err err;
    int fd = memfd_create("fuzz", 0);

    turn = np_import_kinds[turn + 1] ? turn + 1 : 0;
    if (!sheets)
        sheets = np_sheets_new();
    must(fd >= 0 && write(fd, bytes, n) == (ssize_t)n);
    (void)np_sheets_read(sheets, fd, "fuzz", &taker, &err);
    close(fd);
    np_import_header_free(s.header);
    np_arena_free(s.arena);
    np_buf_release(&s.json);
}

#endif
