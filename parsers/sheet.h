/* sheet.h -- private to parsers: what the readers of spreadsheets share.
 *
 *     sheet.c           which reader, the file from its beginning, the row in the making
 *     sheet_text.c      CSV and TSV        <- sheet_encoding.c: any text as UTF-8
 *     sheet_json.c      JSON Lines         <-
 *     xlsx.c            the workbook and its parts by their relations
 *     xlsx_rows.c       rows of one sheet  <- xlsx_part.c: one XML part, guarded
 *     xlsx_strings.c    shared strings        xlsx_styles.c: which styles are dates
 */
#ifndef PARSERS_SHEET_H
#define PARSERS_SHEET_H

#include <nanopat/arena.h>
#include <nanopat/buf.h>
#include <nanopat/input.h>
#include <nanopat/sheet.h>

#include <iconv.h>
#include <stdio.h>

struct np_sheets {
    iconv_t gb18030;         /* (iconv_t)-1 if this system cannot */
    struct np_arena *arena;  /* of one row */
    struct np_buf piece;     /* bytes as read */

    /* one file */
    int fd;
    const char *name;
    const struct np_sheet_taker *taker;
    char format[40];
    struct np_sheet_row row; /* in the making */
    NP_LIST(struct np_sheet_cell) cells;
};

/* ---- sheet.c ---- */

/* A source over the file from its beginning; to be freed. Containers are opened `nesting` deep. */
struct np_source *sheet_source(struct np_sheets *sheets, int nesting);

void sheet_row_begin(struct np_sheets *sheets, int line);
/* NP_FAIL: more columns than a sheet can have. Text is copied; blank cells are left out. */
enum np_status sheet_cell_add(struct np_sheets *sheets, struct np_sheet_cell cell,
                              struct np_err *err);
/* Hands the row on if it has a cell. */
enum np_status sheet_row_end(struct np_sheets *sheets, struct np_err *err);

/* ---- sheet_encoding.c ---- */

enum sheet_encoding { SHEET_UTF8, SHEET_UTF16LE, SHEET_UTF16BE, SHEET_GB18030 };
const char *sheet_encoding_name(enum sheet_encoding encoding);

/* The bytes of a text file, twice: once to learn what they are, once to read them as UTF-8. */
struct sheet_text {
    struct np_sheets *sheets;
    struct np_source *source; /* owned */
    enum sheet_encoding encoding;
    size_t mark;              /* bytes of a byte order mark */
    struct np_buf rest;       /* bytes of a character that is not whole yet */
    struct np_buf out;        /* UTF-8 */
    int64_t at;               /* byte behind the last whole character */
    bool begun;
};

/* Learns the encoding from all bytes of the file. NP_FAIL: neither UTF-8, UTF-16 nor GB18030. */
enum np_status sheet_text_open(struct sheet_text *text, struct np_sheets *sheets,
                               struct np_err *err);
void sheet_text_close(struct sheet_text *text);
/* The next piece of valid UTF-8, borrowed until the next call; it may be empty. NP_END at its true
 * end. NP_SKIP: not in this encoding.                                                           */
enum np_status sheet_text_next(struct sheet_text *text, struct np_slice *piece,
                               struct np_err *err);
/* From the beginning again. */
void sheet_text_rewind(struct sheet_text *text);

/* ---- sheet_json.c, before the door closes ---- */
void sheet_json_prepare(void);

/* A number in decimal digits as a person would type it, appended: 15 digits, no exponent. */
void sheet_decimal(struct np_buf *b, double x);

/* ---- the readers ---- */

enum np_status sheet_read_separated(struct np_sheets *sheets, struct sheet_text *text,
                                    struct np_err *err);
enum np_status sheet_read_json(struct np_sheets *sheets, struct sheet_text *text,
                               struct np_err *err);
enum np_status sheet_read_xlsx(struct np_sheets *sheets, struct np_err *err);

#endif
