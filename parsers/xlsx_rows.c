/* xlsx_rows.c -- the rows of one sheet (ECMA-376, part 1, 18.3.1).
 *
 *     <row r="7"><c r="B7" s="3" t="s"><v>12</v></c>        t: s shared, inlineStr, str, b, e, d, n
 *                <c r="D7" s="5"><f>TODAY()</f><v>44320</v></c>   the value as it was stored last
 *     </row>
 *
 * Where r is left out, the next row or column is meant.
 */
#include "xlsx.h"

#include <math.h>
#include <stdlib.h>

enum { ROWS_MOST = 1 << 20 };

struct rows {
    struct xlsx_book *book;
    struct np_buf text;     /* of <v>, or of the <t> of an inline string */
    int line, column;
    struct np_slice type;   /* of the cell at hand, one of the words below */
    int64_t style;
    bool in_cell, in_value, has_value, has_formula, phonetic;
};

static const char *const types[] = { "s", "inlineStr", "str", "b", "e", "d", "n" };

/* "B7": the letters as a number, 0 if they are none. */
static int column_of(struct np_slice reference)
{
    int column = 0;
    size_t i = 0;

    for (; i < reference.n && reference.p[i] >= 'A' && reference.p[i] <= 'Z'; i++) {
        if (column > NP_SHEET_COLUMNS_MOST)
            return column;
        column = column * 26 + (reference.p[i] - 'A' + 1);
    }
    return column;
}

static void open_row(struct xlsx_part *part, struct rows *rows)
{
    int64_t line = xlsx_attribute_number(part, "r", rows->line + 1);

    if (line < 1 || line > ROWS_MOST) {
        xlsx_refuse(part, NP_FAIL, "NP-SHT-004", "row %lld is beyond the last one of a sheet",
                    (long long)line);
        return;
    }
    rows->line = (int)line;
    rows->column = 0;
    sheet_row_begin(rows->book->sheets, rows->line);
}

static void open_cell(struct xlsx_part *part, struct rows *rows)
{
    struct np_slice type = xlsx_attribute(part, "t");
    int column = column_of(xlsx_attribute(part, "r"));

    rows->column = column ? column : rows->column + 1;
    rows->style = xlsx_attribute_number(part, "s", 0);
    rows->type = NP_S("n");
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (np_slice_is(type, types[i]))
            rows->type = np_slice_of(types[i]);
    rows->in_cell = true;
    rows->has_value = rows->has_formula = rows->phonetic = false;
    np_buf_reset(&rows->text);
}

static void open_element(struct xlsx_part *part, void *state, struct np_slice element)
{
    struct rows *rows = state;

    if (np_slice_is(element, "row")) {
        open_row(part, rows);
    } else if (np_slice_is(element, "c")) {
        open_cell(part, rows);
    } else if (rows->in_cell && np_slice_is(element, "rPh")) {
        rows->phonetic = true;
    } else if (rows->in_cell && np_slice_is(element, "f")) {
        rows->has_formula = true;
    } else if (rows->in_cell && (np_slice_is(element, "v") || np_slice_is(element, "t"))) {
        rows->in_value = !rows->phonetic;
        rows->has_value = true;
    }
}

static void take_text(struct xlsx_part *part, void *state, struct np_slice text)
{
    struct rows *rows = state;

    if (!rows->in_value)
        return;
    if (rows->text.n + text.n > NP_SHEET_CELL_BYTES_MOST)
        xlsx_refuse(part, NP_FAIL, "NP-SHT-003", "a cell is longer than %d bytes",
                    NP_SHEET_CELL_BYTES_MOST);
    else
        np_buf_puts_slice(&rows->text, text);
}

/* ---- values ---- */

static void put_fault(struct np_sheet_cell *cell, struct np_buf *b, const char *what)
{
    np_buf_puts(b, what);
    cell->value = NP_SHEET_FAULT;
}

static void put_date(struct np_sheet_cell *cell, struct np_buf *b, np_date date)
{
    cell->value = NP_SHEET_DATE;
    cell->date = date;
    np_date_put(b, date);
}

static void read_number(const struct rows *rows, struct np_slice raw, struct np_sheet_cell *cell,
                        struct np_buf *b)
{
    char digits[64];
    char *end = digits;
    double x = NAN;
    enum xlsx_shows shows = xlsx_style_shows(&rows->book->styles, rows->style);

    if (raw.n && raw.n < sizeof digits) {
        memcpy(digits, raw.p, raw.n);
        digits[raw.n] = '\0';
        x = strtod(digits, &end);
    }
    if (*end || !isfinite(x)) {
        put_fault(cell, b, "a number that is none");
    } else if (shows == XLSX_DATE) {
        np_date date = xlsx_date(x, rows->book->from_1904);

        if (date)
            put_date(cell, b, date);
        else
            put_fault(cell, b, "a day that no calendar has");
    } else {
        cell->value = shows == XLSX_PERCENT ? NP_SHEET_PERCENT : NP_SHEET_NUMBER;
        sheet_decimal(b, x);
    }
}

static void read_shared(const struct rows *rows, struct np_slice raw, struct np_sheet_cell *cell,
                        struct np_buf *b)
{
    struct np_slice text;
    int64_t index = 0;

    for (size_t i = 0; i < raw.n && index >= 0; i++)
        index = raw.p[i] >= '0' && raw.p[i] <= '9' && raw.n < 12 ? index * 10 + (raw.p[i] - '0')
                                                                 : -1;
    if (raw.n && xlsx_string(&rows->book->strings, index, &text))
        xlsx_put_text(b, text);
    else
        put_fault(cell, b, "a shared string that is not there");
}

/* "2021-05-04T00:00:00Z" */
static void read_iso(struct np_slice raw, struct np_sheet_cell *cell, struct np_buf *b)
{
    np_date date = np_date_parse(np_slice_sub(raw, 0, np_slice_find(raw, NP_S("T"))));

    if (date)
        put_date(cell, b, date);
    else
        put_fault(cell, b, "a day that no calendar has");
}

static void read_value(const struct rows *rows, struct np_sheet_cell *cell, struct np_buf *b)
{
    struct np_slice raw = np_slice_trim(np_buf_slice(&rows->text));

    if (np_slice_is(rows->type, "s")) {
        read_shared(rows, raw, cell, b);
    } else if (np_slice_is(rows->type, "inlineStr") || np_slice_is(rows->type, "str")) {
        xlsx_put_text(b, np_buf_slice(&rows->text));
    } else if (np_slice_is(rows->type, "b")) {
        cell->value = NP_SHEET_FLAG;
        np_buf_puts(b, np_slice_is(raw, "1") ? "true" : "false");
    } else if (np_slice_is(rows->type, "e")) {
        cell->value = NP_SHEET_FAULT;
        np_buf_puts_slice(b, np_slice_sub(raw, 0, 40));
    } else if (np_slice_is(rows->type, "d")) {
        read_iso(raw, cell, b);
    } else if (raw.n) {
        read_number(rows, raw, cell, b);
    }
}

static void close_cell(struct xlsx_part *part, struct rows *rows)
{
    struct np_sheet_cell cell = { .column = rows->column, .name = NP_EMPTY };
    struct np_buf b = { 0 };
    struct np_err err;

    rows->in_cell = false;
    if (rows->has_value)
        read_value(rows, &cell, &b);
    else if (rows->has_formula)
        put_fault(&cell, &b, "a formula without a stored value");
    cell.text = np_buf_slice(&b);
    if (sheet_cell_add(rows->book->sheets, cell, &err) != NP_OK)
        xlsx_give_up(part, &err);
    np_buf_release(&b);
}

static void close_element(struct xlsx_part *part, void *state, struct np_slice element)
{
    struct rows *rows = state;
    struct np_err err = { .byte = -1 };

    if (np_slice_is(element, "rPh")) {
        rows->phonetic = false;
    } else if (np_slice_is(element, "v") || np_slice_is(element, "t")) {
        rows->in_value = false;
    } else if (np_slice_is(element, "c") && rows->in_cell) {
        close_cell(part, rows);
    } else if (np_slice_is(element, "row")) {
        err.status = sheet_row_end(rows->book->sheets, &err);
        if (err.status != NP_OK)
            xlsx_give_up(part, &err);
    }
}

enum np_status xlsx_rows_read(struct xlsx_book *book, struct np_slice part, struct np_err *err)
{
    static const struct xlsx_handlers handlers = { open_element, take_text, close_element };
    struct rows rows = { .book = book };
    enum np_status status = xlsx_part_read(book->sheets, part, &handlers, &rows, err);

    np_buf_release(&rows.text);
    return status;
}
