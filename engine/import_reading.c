/* import_reading.c -- the reader stage: a file becomes rows under known headers. */
#include "importing.h"

#include <nanopat/text.h>
#include <stdlib.h>
#include <unistd.h>

struct reading {
    const struct np_import *plan;
    struct np_sheets *sheets;
    struct np_arena *arena;  /* of a row */
    struct np_buf head, body;
};

/* One file. */
struct stand {
    struct reading *reading;
    struct np_emitter *emitter;
    struct np_import_header *header; /* NULL: the kind is not known yet */
    struct np_import_header *candidates[NP_IMPORT_KINDS_MOST]; /* one for each kind then */
    uint32_t list;           /* number of the kind */
    uint32_t file;
    struct np_buf sheet;     /* name of the sheet at hand */
    bool any, in_sheet, found; /* a row of the file, of the sheet; the sheet's header */
    int with_header;         /* sheets */
    struct np_err missing;   /* of the first sheet without one */
};

void *import_reading_new(void *plan)
{
    struct reading *r = np_calloc(1, sizeof *r);

    r->plan = plan;
    r->sheets = np_sheets_new();
    r->arena = np_arena_new();
    return r;
}

void import_reading_free(void *reader)
{
    struct reading *r = reader;

    np_sheets_free(r->sheets);
    np_arena_free(r->arena);
    np_buf_release(&r->head);
    np_buf_release(&r->body);
    free(r);
}

static enum np_status emit(struct stand *s, const struct import_item *item, struct np_slice body)
{
    struct reading *r = s->reading;
    struct import_item whole = *item;

    whole.file = s->file;
    whole.list = s->list;
    np_buf_reset(&r->head);
    import_item_encode(&r->head, &whole);
    return np_emit(s->emitter, np_buf_slice(&r->head), body);
}

/* ---- which kind ---- */

static void each_candidate(struct stand *s, void (*act)(struct np_import_header *))
{
    for (size_t i = 0; s->candidates[i]; i++)
        act(s->candidates[i]);
}

static void free_candidates(struct stand *s)
{
    each_candidate(s, np_import_header_free);
    memset(s->candidates, 0, sizeof s->candidates);
}

static void begin_kind(struct stand *s, const struct np_import_kind *kind)
{
    if (kind) {
        s->list = (uint32_t)np_import_kind_number(kind);
        s->header = np_import_header_new(kind);
        return;
    }
    for (size_t i = 0; np_import_kinds[i]; i++)
        s->candidates[i] = np_import_header_new(np_import_kinds[i]);
}

/* The first line of JSON has its keys over no cell: they are tried as if they were a header row. */
static struct np_sheet_row keys_of(struct np_arena *arena, const struct np_sheet_row *row)
{
    struct np_sheet_cell *cells = np_arena_alloc(arena, (row->n + 1) * sizeof *cells);
    struct np_sheet_row keys = *row;

    for (size_t i = 0; i < row->n; i++) {
        cells[i] = row->cells[i];
        cells[i].text = cells[i].name;
        cells[i].name = NP_EMPTY;
    }
    keys.keyed = false;
    keys.cells = cells;
    return keys;
}

/* Of the kinds whose header the row can be, the one that knows most of its columns; of equals the first
 * of the table. From then on the file is of that kind, with all its sheets.                           */
static void recognise(struct stand *s, const struct np_sheet_row *row)
{
    struct np_sheet_row keys = row->keyed ? keys_of(s->reading->arena, row) : *row;
    int best = -1, most = 0;

    for (int i = 0; s->candidates[i]; i++)
        if (np_import_header_row(s->candidates[i], &keys) &&
            np_import_header_matches(s->candidates[i]) > most) {
            most = np_import_header_matches(s->candidates[i]);
            best = i;
        }
    if (best < 0)
        return;
    s->list = (uint32_t)best;
    s->header = s->candidates[best];
    for (int i = 0; np_import_kinds[i]; i++)
        if (i != best)
            np_import_header_free(s->candidates[i]);
    memset(s->candidates, 0, sizeof s->candidates);
}

/* No kind knows a row as its header. */
static void not_recognised(struct np_err *err)
{
    np_fail_at(err, NP_FAIL, "NP-IMP-023", -1, "no row is the header of a list that is known here");
}

/* ---- sheets ---- */

static enum np_status pass_sheet(void *ctx, struct np_slice sheet, const char *why)
{
    struct import_item item = { .kind = IMPORT_SHEET, .sheet = sheet, .what = np_slice_of(why) };

    return emit(ctx, &item, NP_EMPTY);
}

/* A sheet without a header is left out; whether the file has another one is known at its end. */
static enum np_status end_sheet(struct stand *s)
{
    struct np_err err;

    if (!s->in_sheet || s->found)
        return NP_OK;
    if (s->header)
        np_import_header_missing(s->header, &err);
    else
        not_recognised(&err);
    if (!s->missing.code[0])
        s->missing = err;
    return pass_sheet(s, np_buf_slice(&s->sheet), err.what);
}

static enum np_status begin_sheet(struct stand *s, const struct np_sheet_row *row)
{
    enum np_status status = NP_OK;

    if (s->in_sheet && np_slice_eq(np_buf_slice(&s->sheet), row->sheet))
        return NP_OK;
    status = end_sheet(s);
    np_buf_reset(&s->sheet);
    np_buf_puts_slice(&s->sheet, row->sheet);
    if (s->header)
        np_import_header_begin(s->header);
    each_candidate(s, np_import_header_begin);
    s->in_sheet = true;
    s->found = row->keyed && s->header;
    s->with_header += s->found;
    return status;
}

/* ---- rows ---- */

static enum np_status emit_cells(struct stand *s, const struct np_sheet_row *row,
                                 const struct np_import_cell *cells, size_t n)
{
    struct import_item item = { .kind = IMPORT_ROW, .line = row->line, .sheet = row->sheet };
    struct reading *r = s->reading;

    np_buf_reset(&r->body);
    import_cells_encode(&r->body, cells, n);
    return emit(s, &item, np_buf_slice(&r->body));
}

/* The numbers of a cell that may have several; none if the column has one a row. */
static struct np_import_numbers numbers_of(struct stand *s, const struct np_import_cell *cell)
{
    const struct np_import_kind *kind = np_import_kinds[s->list];
    struct np_import_numbers numbers = { { 0 } };

    if (cell->target.column >= 0 && kind->columns[cell->target.column].several)
        np_import_numbers_of(cell->cell.text, s->reading->arena, &numbers);
    return numbers;
}

/* Several patents in a cell are a row for each; the first numbers of two columns belong together, and so
 * on. A column with one has it in all of them.                                                   */
static enum np_status emit_row(struct stand *s, const struct np_sheet_row *row)
{
    struct reading *r = s->reading;
    struct np_import_cell *cells = np_arena_alloc(r->arena, row->n * sizeof *cells), *piece;
    struct np_import_numbers *numbers = np_arena_alloc(r->arena, row->n * sizeof *numbers);
    enum np_status status = NP_OK;
    size_t rows = 1;

    for (size_t i = 0; i < row->n; i++) {
        cells[i] = (struct np_import_cell){ *np_import_header_of(s->header, &row->cells[i]),
                                            row->cells[i] };
        numbers[i] = numbers_of(s, &cells[i]);
        rows = numbers[i].list.n > rows ? numbers[i].list.n : rows;
    }
    if (rows == 1)
        return emit_cells(s, row, cells, row->n);
    piece = np_arena_alloc(r->arena, row->n * sizeof *piece);
    for (size_t k = 0; k < rows && status == NP_OK; k++) {
        size_t n = 0;

        for (size_t i = 0; i < row->n; i++) {
            if (numbers[i].list.n > 1 && k >= numbers[i].list.n)
                continue;
            piece[n] = cells[i];
            if (numbers[i].list.n > 1)
                piece[n].cell.text = numbers[i].list.v[k];
            n++;
        }
        status = emit_cells(s, row, piece, n);
    }
    return status;
}

static enum np_status give_row(struct stand *s, const struct np_sheet_row *row, struct np_err *err)
{
    enum np_status status = emit_row(s, row);

    if (status == NP_SKIP)
        return np_fail_at(err, NP_FAIL, "NP-SHT-003", -1, "line %d is too long", row->line);
    return status;
}

static enum np_status take_row(void *ctx, const struct np_sheet_row *row, struct np_err *err)
{
    struct stand *s = ctx;
    enum np_status status = begin_sheet(s, row);

    np_arena_reset(s->reading->arena);
    s->any = true;
    if (status != NP_OK)
        return status;
    if (!s->header)
        recognise(s, row);
    else if (!s->found)
        s->found = np_import_header_row(s->header, row);
    else
        return give_row(s, row, err);
    if (s->header && np_import_header_matches(s->header))
        s->found = true;
    s->with_header += s->found;
    return s->found && row->keyed ? give_row(s, row, err) : NP_OK;
}

/* ---- the file ---- */

static void put_unknown(struct np_buf *b, const struct np_import_header *header)
{
    const struct np_slice *name;

    for (size_t i = 0; header && (name = np_import_header_unknown(header, i)) && b->n < 16384; i++) {
        np_buf_puts_slice(b, *name);
        np_buf_putc(b, '\0');
    }
}

static enum np_status end_file(struct stand *s, enum np_status status, struct np_err *err)
{
    struct import_item item = { .kind = IMPORT_END };
    struct np_buf unknown = { 0 };

    if (status == NP_OK)
        status = end_sheet(s);
    if (status == NP_STOP)
        return NP_STOP;
    if (status == NP_OK && !s->any)
        status = np_fail_at(err, NP_FAIL, "NP-SHT-011", -1, "there is no row in it");
    else if (status == NP_OK && !s->with_header) {
        *err = s->missing;
        status = NP_FAIL;
    }
    if (status != NP_OK) {
        item.code = np_slice_of(err->code);
        item.what = np_utf8_prefix(np_slice_of(err->what), sizeof err->what);
    }
    put_unknown(&unknown, s->header);
    item.unknown = np_buf_slice(&unknown);
    item.format = np_slice_of(np_sheets_format(s->reading->sheets));
    status = emit(s, &item, NP_EMPTY);
    np_buf_release(&unknown);
    return status;
}

enum np_status import_reading_job(void *reader, int fd, struct np_slice note,
                                  struct np_emitter *emitter)
{
    struct reading *r = reader;
    struct stand s = { .reading = r, .emitter = emitter };
    struct np_sheet_taker taker = { &s, take_row, pass_sheet };
    struct np_err err = { .byte = -1 };
    enum np_status status;
    struct job job;

    if (!job_decode(note, &job) || fd < 0)
        np_panic("a job's note is not in order");
    s.file = job.input;
    begin_kind(&s, r->plan->kind);
    status = np_sheets_read(r->sheets, fd, "", &taker, &err);
    status = end_file(&s, status, &err);
    np_import_header_free(s.header);
    free_candidates(&s);
    np_buf_release(&s.sheet);
    close(fd);
    return status;
}
