/* sheet.c -- which reader a file gets, and the row in the making. */
#include "sheet.h"

#include <nanopat/text.h>
#include <stdlib.h>
#include <unistd.h>

enum { ROW_BYTES_MOST = 16 << 20, MEMBER_BYTES_MOST = 1 << 30, ENTRIES_MOST = 2000 };

struct np_sheets *np_sheets_new(void)
{
    struct np_sheets *sheets = np_calloc(1, sizeof *sheets);

    sheets->gb18030 = iconv_open("UTF-8", "GB18030");
    sheets->arena = np_arena_new();
    sheet_json_prepare();
    return sheets;
}

void np_sheets_free(struct np_sheets *sheets)
{
    if (!sheets)
        return;
    if (sheets->gb18030 != (iconv_t)-1)
        iconv_close(sheets->gb18030);
    np_arena_free(sheets->arena);
    np_buf_release(&sheets->piece);
    free(sheets);
}

struct np_source *sheet_source(struct np_sheets *sheets, int nesting)
{
    struct np_limits limits = np_limits_default;

    limits.nesting = nesting;
    limits.member_bytes = MEMBER_BYTES_MOST;
    limits.entries = ENTRIES_MOST;
    lseek(sheets->fd, 0, SEEK_SET);
    return np_source_new(dup(sheets->fd), sheets->name, &limits);
}

/* ---- the row in the making ---- */

void sheet_row_begin(struct np_sheets *sheets, int line)
{
    np_arena_reset(sheets->arena);
    memset(&sheets->cells, 0, sizeof sheets->cells);
    sheets->row.line = line;
}

/* Blanks of all widths, and the mark that some programs put in front of a file. */
static bool is_blank(struct np_slice s)
{
    size_t at = 0;

    while (at < s.n) {
        uint32_t c = np_utf8_next(s, &at);

        if (!(c == ' ' || (c >= 0x09 && c <= 0x0d) || c == 0x00A0 || c == 0x3000 ||
              (c >= 0x2000 && c <= 0x200B) || c == 0xFEFF))
            return false;
    }
    return true;
}

enum np_status sheet_cell_add(struct np_sheets *sheets, struct np_sheet_cell cell,
                              struct np_err *err)
{
    if (cell.column > NP_SHEET_COLUMNS_MOST)
        return np_fail_at(err, NP_FAIL, "NP-SHT-004", -1, "line %d has more than %d columns",
                          sheets->row.line, NP_SHEET_COLUMNS_MOST);
    if (cell.text.n > NP_SHEET_CELL_BYTES_MOST)
        return np_fail_at(err, NP_FAIL, "NP-SHT-003", -1, "a cell in line %d is longer than %d bytes",
                          sheets->row.line, NP_SHEET_CELL_BYTES_MOST);
    if (is_blank(cell.text))
        return NP_OK;
    if (np_arena_used(sheets->arena) + cell.text.n > ROW_BYTES_MOST)
        return np_fail_at(err, NP_FAIL, "NP-SHT-003", -1, "line %d is longer than %d bytes",
                          sheets->row.line, ROW_BYTES_MOST);
    cell.text = np_arena_copy(sheets->arena, cell.text);
    *np_list_add(sheets->arena, &sheets->cells) = cell;
    return NP_OK;
}

enum np_status sheet_row_end(struct np_sheets *sheets, struct np_err *err)
{
    sheets->row.cells = sheets->cells.v;
    sheets->row.n = sheets->cells.n;
    if (!sheets->row.n)
        return NP_OK;
    return sheets->taker->row(sheets->taker->ctx, &sheets->row, err);
}

/* ---- which reader ---- */

struct magic { const char *bytes; const char *code, *what; };

/* What people take for a table and is none. Two bytes of text could begin a list: not here. */
static const struct magic strangers[] = {
    { "\xd0\xcf\x11\xe0", "NP-SHT-005", "an old workbook (.xls), or one with a password" },
    { "%PDF-", "NP-SHT-011", "a PDF" },
    { "{\\rtf", "NP-SHT-011", "an RTF text" },
    { "\x89PNG", "NP-SHT-011", "an image" },
    { "GIF8", "NP-SHT-011", "an image" },
    { "\xff\xd8\xff", "NP-SHT-011", "an image" },
    { "Rar!", "NP-SHT-011", "a RAR archive: unpack it first" },
    { "7z\xbc\xaf", "NP-SHT-011", "a 7z archive: unpack it first" },
    { "SQLite format 3", "NP-SHT-011", "an SQLite database" },
    { "<", "NP-SHT-011", "XML or HTML, whatever its name says" },
};

static struct np_slice first_bytes(struct np_sheets *sheets, char *p, size_t n)
{
    ssize_t got;

    lseek(sheets->fd, 0, SEEK_SET);
    got = read(sheets->fd, p, n);
    return np_slice_make(p, got > 0 ? (size_t)got : 0);
}

static enum np_status refuse_strangers(struct np_slice head, struct np_err *err)
{
    if (np_slice_starts(head, "\xef\xbb\xbf"))
        head = np_slice_sub(head, 3, head.n);
    head = np_slice_trim(head);
    for (size_t i = 0; i < sizeof strangers / sizeof strangers[0]; i++)
        if (np_slice_starts(head, strangers[i].bytes))
            return np_fail_at(err, NP_FAIL, strangers[i].code, 0, "this is %s",
                              strangers[i].what);
    return NP_OK;
}

static bool begins_as_json(struct np_slice piece)
{
    return np_slice_starts(np_slice_trim(piece), "{");
}

static enum np_status read_text(struct np_sheets *sheets, struct np_err *err)
{
    struct sheet_text text;
    struct np_slice piece = NP_EMPTY;
    enum np_status status = sheet_text_open(&text, sheets, err);
    bool json;

    while (status == NP_OK && !piece.n)
        status = sheet_text_next(&text, &piece, err);
    if (status == NP_OK)
        status = refuse_strangers(np_slice_sub(piece, 0, 64), err);
    if (status == NP_OK && memchr(piece.p, '\0', piece.n))
        status = np_fail_at(err, NP_FAIL, "NP-SHT-011", 0, "this is binary data");
    if (status == NP_OK) {
        json = begins_as_json(piece);
        sheet_text_rewind(&text);
        snprintf(sheets->format, sizeof sheets->format, "%s, %s", json ? "JSON Lines" : "CSV",
                 sheet_encoding_name(text.encoding));
        status = json ? sheet_read_json(sheets, &text, err)
                      : sheet_read_separated(sheets, &text, err);
    }
    sheet_text_close(&text);
    if (status == NP_SKIP) /* the file changed while it was read */
        return NP_FAIL;
    return status == NP_END ? NP_OK : status;
}

enum np_status np_sheets_read(struct np_sheets *sheets, int fd, const char *name,
                              const struct np_sheet_taker *taker, struct np_err *err)
{
    char bytes[64];
    struct np_slice head;
    enum np_status status;

    sheets->fd = fd;
    sheets->name = name;
    sheets->taker = taker;
    sheets->row = (struct np_sheet_row){ .sheet = NP_EMPTY };
    snprintf(sheets->format, sizeof sheets->format, "?");
    head = first_bytes(sheets, bytes, sizeof bytes);
    status = refuse_strangers(head, err);
    if (status != NP_OK)
        return status;
    if (!np_slice_starts(head, "PK"))
        return read_text(sheets, err);
    snprintf(sheets->format, sizeof sheets->format, "XLSX");
    return sheet_read_xlsx(sheets, err);
}

const char *np_sheets_format(const struct np_sheets *sheets)
{
    return sheets->format;
}
