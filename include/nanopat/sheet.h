/* sheet.h -- spreadsheets as rows: CSV, TSV, XLSX, JSON Lines.
 *
 * The first bytes decide the format, never the name. Text is UTF-8 (with or without mark),
 * UTF-16 or GB18030; separators are comma, semicolon or tab; fields are quoted by RFC 4180. A
 * workbook gives its visible sheets in their order, values as they were stored last, dates by
 * the style of the cell. Everything streams: memory is bounded by a row and the shared strings.
 *
 *     struct np_sheets *sheets = np_sheets_new();
 *     status = np_sheets_read(sheets, fd, "list.xlsx", &taker, &err);
 *     np_sheets_free(sheets);
 *
 * What is read was made by strangers: np_sheets_read belongs into a sandboxed process, and
 * np_sheets_new before its door closes, because it opens what the conversion of text needs.
 */
#ifndef NANOPAT_SHEET_H
#define NANOPAT_SHEET_H

#include <nanopat/date.h>
#include <nanopat/err.h>

enum np_sheet_value {
    NP_SHEET_TEXT,
    NP_SHEET_NUMBER, /* text: in decimal digits, "20.5" */
    NP_SHEET_DATE,   /* text: "2021-05-04" */
    NP_SHEET_FLAG,   /* text: "true" or "false" */
    NP_SHEET_PERCENT, /* text: as a number, "0.052"; its cell shows 5.2 % */
    NP_SHEET_FAULT   /* nothing that can be used: text says what is there, "#N/A" */
};

struct np_sheet_cell {
    int column;           /* from 1; of JSON lines by first appearance of the key */
    enum np_sheet_value value;
    struct np_slice text; /* UTF-8; blanks at the ends are left */
    struct np_slice name; /* the key, in JSON lines; else empty */
    np_date date;         /* of NP_SHEET_DATE */
};

/* A row with at least one cell that is not empty; its empty cells are left out. Borrowed for the
 * call.                                                                                        */
struct np_sheet_row {
    struct np_slice sheet; /* name of the sheet; empty where a file has none */
    int line;              /* from 1: of the file, or the row's number in the sheet */
    bool keyed;            /* cells bear their names: there is no header row */
    const struct np_sheet_cell *cells; /* in the order of the file */
    size_t n;
};

struct np_sheet_taker {
    void *ctx;
    /* What is not NP_OK ends the reading and comes back from np_sheets_read. */
    enum np_status (*row)(void *ctx, const struct np_sheet_row *row, struct np_err *err);
    /* A sheet that is left out, and why: "hidden", "chart". May be NULL. */
    enum np_status (*passed)(void *ctx, struct np_slice sheet, const char *why);
};

enum {
    NP_SHEET_COLUMNS_MOST = 16384,     /* of a row, as in ECMA-376 */
    NP_SHEET_CELL_BYTES_MOST = 1 << 20,
    NP_SHEET_SHEETS_MOST = 256
};

struct np_sheets;
struct np_sheets *np_sheets_new(void);
void np_sheets_free(struct np_sheets *sheets);

/* Reads the whole of a file that can seek; fd stays the caller's, its offset is lost. NP_FAIL: the
 * file cannot be used as a list (err has the code, the line or byte in words): rows that were given
 * before are not to be kept, because nobody knows what is missing.                             */
enum np_status np_sheets_read(struct np_sheets *sheets, int fd, const char *name,
                              const struct np_sheet_taker *taker, struct np_err *err);
/* What was read last: "CSV, GB18030", "JSON Lines, UTF-8", "XLSX". */
const char *np_sheets_format(const struct np_sheets *sheets);

#endif
