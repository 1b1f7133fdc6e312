/* sheet_json.c -- JSON Lines as a list: one object a line, its keys are the columns.
 *
 *     {"ipcCode":"C01B32/182","seiId":174}
 *
 * null is an empty cell; a list of plain values is one cell, "; " between; an object within a cell
 * is nothing that a list can hold.
 */
#include "sheet.h"

#include <jansson.h>
#include <math.h>
#include <nanopat/map.h>

enum { LINE_BYTES_MOST = 4 << 20 };

struct lines {
    struct np_sheets *sheets;
    struct np_map *keys;  /* key -> column */
    struct np_buf line, text;
    int number;
    struct np_err *err;
};

void sheet_json_prepare(void)
{
    json_object_seed(0); /* from the system, while it can be asked */
}

/* ---- numbers ---- */

void sheet_decimal(struct np_buf *b, double x)
{
    char digits[64];

    snprintf(digits, sizeof digits, "%.15g", x);
    if (strchr(digits, 'e') && fabs(x) >= 1)
        snprintf(digits, sizeof digits, "%.0f", fabs(x) < 1e40 ? x : 0);
    else if (strchr(digits, 'e'))
        snprintf(digits, sizeof digits, "%.15f", x);
    np_buf_puts(b, digits);
}

/* ---- values ---- */

static bool put_plain(struct np_buf *b, const json_t *value)
{
    switch (json_typeof(value)) {
    case JSON_STRING:
        np_buf_put(b, json_string_value(value), json_string_length(value));
        return true;
    case JSON_INTEGER:
        np_buf_printf(b, "%lld", (long long)json_integer_value(value));
        return true;
    case JSON_REAL: sheet_decimal(b, json_real_value(value)); return true;
    case JSON_TRUE: np_buf_puts(b, "true"); return true;
    case JSON_FALSE: np_buf_puts(b, "false"); return true;
    default: return false;
    }
}

static bool put_list(struct np_buf *b, const json_t *list)
{
    size_t i;
    json_t *item;

    json_array_foreach(list, i, item) {
        np_buf_puts(b, i ? "; " : "");
        if (!put_plain(b, item))
            return false;
    }
    return true;
}

static enum np_sheet_value kind_of(const json_t *value)
{
    switch (json_typeof(value)) {
    case JSON_INTEGER:
    case JSON_REAL: return NP_SHEET_NUMBER;
    case JSON_TRUE:
    case JSON_FALSE: return NP_SHEET_FLAG;
    default: return NP_SHEET_TEXT;
    }
}

static enum np_status take_value(struct lines *lines, const char *key, const json_t *value)
{
    struct np_slice name = np_slice_of(key);
    int64_t column = *np_map_put(lines->keys, name, (int64_t)np_map_count(lines->keys) + 1);
    struct np_sheet_cell cell = { .column = (int)column, .value = kind_of(value) };

    if (json_is_null(value))
        return NP_OK;
    np_buf_reset(&lines->text);
    if (!(json_is_array(value) ? put_list(&lines->text, value)
                               : put_plain(&lines->text, value))) {
        cell.value = NP_SHEET_FAULT;
        np_buf_reset(&lines->text);
        np_buf_puts(&lines->text, "an object");
    }
    cell.name = np_map_key(lines->keys, (size_t)column - 1);
    cell.text = np_buf_slice(&lines->text);
    return sheet_cell_add(lines->sheets, cell, lines->err);
}

static enum np_status take_line(struct lines *lines)
{
    json_error_t wrong;
    json_t *object = json_loadb(lines->line.p, lines->line.n, JSON_REJECT_DUPLICATES, &wrong);
    enum np_status status = NP_OK;
    const char *key;
    json_t *value;

    if (!json_is_object(object)) {
        json_decref(object);
        return np_fail_at(lines->err, NP_FAIL, "NP-SHT-012", -1, "line %d: %.120s",
                          lines->number, object ? "no JSON object" : wrong.text);
    }
    sheet_row_begin(lines->sheets, lines->number);
    json_object_foreach(object, key, value)
        if (status == NP_OK)
            status = take_value(lines, key, value);
    json_decref(object);
    return status == NP_OK ? sheet_row_end(lines->sheets, lines->err) : status;
}

static enum np_status end_line(struct lines *lines)
{
    enum np_status status = NP_OK;

    if (np_slice_trim(np_buf_slice(&lines->line)).n)
        status = take_line(lines);
    np_buf_reset(&lines->line);
    lines->number++;
    return status;
}

static enum np_status take_piece(struct lines *lines, struct np_slice piece)
{
    enum np_status status = NP_OK;

    while (piece.n && status == NP_OK) {
        const char *end = memchr(piece.p, '\n', piece.n);
        size_t n = end ? (size_t)(end - piece.p) : piece.n;

        np_buf_put(&lines->line, piece.p, n);
        if (lines->line.n > LINE_BYTES_MOST)
            return np_fail_at(lines->err, NP_FAIL, "NP-SHT-003", -1,
                              "line %d is longer than %d bytes", lines->number, LINE_BYTES_MOST);
        if (end)
            status = end_line(lines);
        piece = np_slice_sub(piece, n + (end != NULL), piece.n);
    }
    return status;
}

enum np_status sheet_read_json(struct np_sheets *sheets, struct sheet_text *text,
                               struct np_err *err)
{
    struct lines lines = { .sheets = sheets, .keys = np_map_new(), .number = 1, .err = err };
    struct np_slice piece;
    enum np_status status;

    sheets->row.keyed = true;
    while ((status = sheet_text_next(text, &piece, err)) == NP_OK)
        if ((status = take_piece(&lines, piece)) != NP_OK)
            break;
    if (status == NP_END)
        status = end_line(&lines);
    np_map_free(lines.keys);
    np_buf_release(&lines.line);
    np_buf_release(&lines.text);
    return status;
}
