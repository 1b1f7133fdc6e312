/* import_code.c -- rows on their way: flat, bounded, checked where they come in. */
#include "importing.h"

#include <math.h>
#include <nanopat/text.h>

static void put_real(struct np_buf *b, double x)
{
    uint64_t bits;

    memcpy(&bits, &x, sizeof bits);
    np_buf_u64(b, bits);
}

static double read_real(struct np_reader *r)
{
    uint64_t bits = np_read_u64(r);
    double x;

    memcpy(&x, &bits, sizeof x);
    return x;
}

/* ---- items ---- */

void import_item_encode(struct np_buf *b, const struct import_item *item)
{
    np_buf_u32(b, item->kind);
    np_buf_u32(b, item->list);
    np_buf_u32(b, item->file);
    np_buf_u32(b, (uint32_t)item->line);
    np_buf_bytes(b, item->sheet);
    np_buf_bytes(b, item->code);
    np_buf_bytes(b, item->what);
    np_buf_bytes(b, item->format);
    np_buf_bytes(b, item->unknown);
}

/* A text that may be shown and stored. */
static struct np_slice read_text(struct np_reader *r)
{
    struct np_slice text = np_read_bytes(r);

    if (np_utf8_check(text) != text.n)
        r->bad = true;
    return text;
}

static bool is_kind(uint32_t list)
{
    for (uint32_t i = 0; np_import_kinds[i]; i++)
        if (i == list)
            return true;
    return false;
}

bool import_item_decode(struct np_slice head, struct import_item *item)
{
    struct np_reader r = np_reader_of(head);
    uint32_t kind = np_read_u32(&r);

    item->kind = (enum import_item_kind)kind;
    item->list = np_read_u32(&r);
    item->file = np_read_u32(&r);
    item->line = (int)np_read_u32(&r);
    item->sheet = read_text(&r);
    item->code = read_text(&r);
    item->what = read_text(&r);
    item->format = read_text(&r);
    item->unknown = read_text(&r);
    return !r.bad && kind <= IMPORT_END && item->line >= 0 && is_kind(item->list);
}

/* ---- raw cells ---- */

enum { CELL_BYTES = 4 * 5 + 4 * 3 /* smallest cell */ };

void import_cells_encode(struct np_buf *b, const struct np_import_cell *cells, size_t n)
{
    np_buf_u32(b, (uint32_t)n);
    for (size_t i = 0; i < n; i++) {
        np_buf_u32(b, (uint32_t)cells[i].target.column);
        np_buf_u32(b, (uint32_t)cells[i].target.rank);
        np_buf_u32(b, (uint32_t)cells[i].cell.column);
        np_buf_u32(b, cells[i].cell.value);
        np_buf_u32(b, (uint32_t)cells[i].cell.date);
        np_buf_bytes(b, cells[i].target.header);
        np_buf_bytes(b, cells[i].target.unit);
        np_buf_bytes(b, cells[i].cell.text);
    }
}

bool import_cells_decode(struct np_slice body, struct np_arena *arena,
                         struct np_import_cell **out, size_t *n)
{
    struct np_reader r = np_reader_of(body);
    uint32_t count = np_read_u32(&r);
    struct np_import_cell *cells;

    if (r.bad || count > body.n / CELL_BYTES)
        return false;
    cells = np_arena_zalloc(arena, (count + 1) * sizeof *cells);
    for (uint32_t i = 0; i < count; i++) {
        cells[i].target.column = (int)np_read_u32(&r);
        cells[i].target.rank = (int)np_read_u32(&r);
        cells[i].cell.column = (int)np_read_u32(&r);
        cells[i].cell.value = (enum np_sheet_value)np_read_u32(&r);
        cells[i].cell.date = (np_date)np_read_u32(&r);
        cells[i].target.header = np_read_bytes(&r);
        cells[i].target.unit = np_read_bytes(&r);
        cells[i].cell.text = np_read_bytes(&r);
    }
    *out = cells;
    *n = count;
    return !r.bad;
}

/* ---- answers ---- */

static void put_cells(struct np_buf *b, const struct np_import_kind *kind,
                      const struct np_cell *cells)
{
    for (int i = 0; kind->columns[i].column.name; i++) {
        np_buf_u32(b, cells[i].set);
        np_buf_u64(b, (uint64_t)cells[i].i);
        put_real(b, cells[i].real);
        np_buf_bytes(b, cells[i].set ? cells[i].text : NP_EMPTY);
    }
}

static void put_forms(struct np_buf *b, const struct np_import_row *row)
{
    np_buf_u32(b, (uint32_t)row->forms.n);
    for (size_t i = 0; i < row->forms.n; i++) {
        const struct np_import_form *f = &row->forms.v[i];

        np_buf_u32(b, f->kind);
        np_buf_u32(b, (uint32_t)f->doc.date);
        np_buf_bytes(b, f->doc.office);
        np_buf_bytes(b, f->doc.number);
        np_buf_bytes(b, f->doc.kind);
    }
}

void import_answer_encode(struct np_buf *b, const struct np_import_kind *kind,
                          const struct np_import_row *row)
{
    np_buf_u32(b, row->refused);
    put_cells(b, kind, row->cells);
    put_forms(b, row);
    np_buf_u32(b, (uint32_t)row->others.n);
    for (size_t i = 0; i < row->others.n; i++) {
        np_buf_bytes(b, row->others.v[i].header);
        np_buf_bytes(b, row->others.v[i].text);
    }
    np_buf_u32(b, (uint32_t)row->faults.n);
    for (size_t i = 0; i < row->faults.n; i++) {
        np_buf_u32(b, (uint32_t)row->faults.v[i].column);
        np_buf_u32(b, row->faults.v[i].note);
        np_buf_bytes(b, row->faults.v[i].header);
        np_buf_bytes(b, row->faults.v[i].code);
        np_buf_bytes(b, row->faults.v[i].what);
    }
}

static bool is_good(const struct np_cell *cell, enum np_cell_kind kind)
{
    if (kind == NP_CELL_REAL)
        return isfinite(cell->real);
    if (kind == NP_CELL_DATE)
        return cell->i >= 0 && cell->i <= INT32_MAX && np_date_valid((np_date)cell->i);
    return kind != NP_CELL_FLAG || cell->i == 0 || cell->i == 1;
}

static void read_cells(struct np_reader *r, const struct np_import_kind *kind,
                       struct np_import_row *row)
{
    for (int i = 0; kind->columns[i].column.name; i++) {
        struct np_cell *cell = &row->cells[i];

        cell->set = np_read_u32(r) != 0;
        cell->i = (int64_t)np_read_u64(r);
        cell->real = read_real(r);
        cell->text = read_text(r);
        if (cell->set && !is_good(cell, kind->columns[i].column.kind))
            r->bad = true;
    }
}

static void read_forms(struct np_reader *r, struct np_arena *arena, struct np_import_row *row)
{
    uint32_t n = np_read_u32(r);

    for (uint32_t i = 0; i < n && !r->bad; i++) {
        struct np_import_form *f = np_list_add(arena, &row->forms);
        uint32_t kind = np_read_u32(r);

        f->kind = (enum np_import_form_kind)kind;
        f->doc.date = (np_date)np_read_u32(r);
        f->doc.office = read_text(r);
        f->doc.number = read_text(r);
        f->doc.kind = read_text(r);
        r->bad = r->bad || kind > NP_FORM_INTERNATIONAL || f->doc.date < 0;
    }
}

static void read_faults(struct np_reader *r, struct np_arena *arena, struct np_import_row *row)
{
    uint32_t n = np_read_u32(r);

    for (uint32_t i = 0; i < n && !r->bad; i++) {
        struct np_import_fault *f = np_list_add(arena, &row->faults);

        f->column = (int)np_read_u32(r);
        f->note = np_read_u32(r) != 0;
        f->header = read_text(r);
        f->code = read_text(r);
        f->what = read_text(r);
    }
}

bool import_answer_decode(struct np_slice answer, const struct np_import_kind *kind,
                          struct np_arena *arena, struct np_import_row *row)
{
    struct np_reader r = np_reader_of(answer);
    uint32_t others;

    memset(row, 0, sizeof *row);
    row->cells = np_arena_zalloc(arena, np_import_column_count(kind) * sizeof *row->cells);
    row->refused = np_read_u32(&r) != 0;
    read_cells(&r, kind, row);
    read_forms(&r, arena, row);
    others = np_read_u32(&r);
    for (uint32_t i = 0; i < others && !r.bad; i++) {
        struct np_import_other *other = np_list_add(arena, &row->others);

        other->header = read_text(&r);
        other->text = read_text(&r);
    }
    read_faults(&r, arena, row);
    return !r.bad && r.p == r.end && (!row->refused || row->faults.n);
}
