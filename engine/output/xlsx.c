/* xlsx.c -- a workbook for the people who read in Excel.
 *
 * A sheet per result (the next one after 1,048,575 rows), then a sheet of notes. Every text is a
 * typed text cell: an application number keeps its ".0", a credit code its 18 digits, "=1+1" is no
 * formula. Dates are ISO text, because half of them know no day. Created on a fixed day, so that
 * the same results give the same bytes.
 */
#include "output.h"

#include <nanopat/map.h>

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <xlsxwriter.h>

enum {
    ROWS_PER_SHEET = 1048575, /* beside the header row */
    CELL_UNITS = 32767,       /* UTF-16 units in a cell */
    NAME_UNITS = 31,          /* in the name of a sheet */
    WIDTH_LEAST = 6,
    WIDTH_MOST = 32,          /* longer texts are wrapped */
    HEAD_WIDTH = 10,          /* a heading beyond it is wrapped */
    LINES_MOST = 12,          /* of a wrapped cell that are shown; the text is whole */
    WIDTH_ROWS = 1000,        /* rows looked at for a column's width */
    PAGE_A4 = 140,            /* characters across a landscape page that can still be read */
    PAGE_MOST = 330,          /* the same of A3; wider sheets go over several pages */
    PAPER_A3 = 8, PAPER_A4 = 9
};

#define LINE_HEIGHT 15.0
#define CREATED 1672531200 /* 2023-01-01T00:00:00Z */

struct book {
    lxw_workbook *workbook;
    lxw_format *head, *head_number, *title, *one, *three, *whole, *plain, *wrap;
    enum np_lang lang;
    double *widths;      /* of the columns of the sheet at hand */
    struct np_buf text;  /* of the cell at hand */
    int64_t cut;         /* texts cut, over the whole book */
    lxw_error error;     /* the first one */
};

static void note_error(struct book *book, lxw_error error)
{
    if (error != LXW_NO_ERROR && book->error == LXW_NO_ERROR)
        book->error = error;
}

/* ---- texts ---- */

static size_t units_of(uint32_t c)
{
    return c > 0xFFFF ? 2 : 1;
}

/* Offset behind the last character that fits in `units`; s.n if all do. */
static size_t fitting(struct np_slice s, size_t units)
{
    size_t at = 0, used = 0;

    while (at < s.n) {
        size_t from = at;

        used += units_of(np_utf8_next(s, &at));
        if (used > units)
            return from;
    }
    return s.n;
}

static bool is_escape(const char *p, size_t n)
{
    if (n < 7 || p[0] != '_' || p[1] != 'x' || p[6] != '_')
        return false;
    for (int i = 2; i < 6; i++)
        if (!((p[i] >= '0' && p[i] <= '9') || (p[i] >= 'A' && p[i] <= 'F') ||
              (p[i] >= 'a' && p[i] <= 'f')))
            return false;
    return true;
}

/* "_x0041_" in a text would be read as "A" (ECMA-376 part 1, 22.9.2.19, ST_Xstring). */
static void put_literal(struct np_buf *b, struct np_slice s)
{
    for (size_t i = 0; i < s.n; i++) {
        np_buf_putc(b, s.p[i]);
        if (is_escape(s.p + i, s.n - i))
            np_buf_puts(b, "x005F_");
    }
}

static const char *cell_text(struct book *book, struct np_slice s)
{
    static const char *const marks[] = { "… (cut; whole text in JSON Lines)", "…(截断,全文见 JSONL)" };
    const char *mark = marks[book->lang == NP_LANG_ZH];
    struct np_buf clean = { 0 };
    struct np_slice text;

    np_buf_reset(&book->text);
    np_text_clean(&clean, s);
    text = np_buf_slice(&clean);
    if (fitting(text, CELL_UNITS) < text.n) {
        put_literal(&book->text, np_slice_sub(text, 0, fitting(text, CELL_UNITS - 40)));
        np_buf_puts(&book->text, mark);
        book->cut++;
    } else {
        put_literal(&book->text, text);
    }
    np_buf_release(&clean);
    return np_buf_cstr(&book->text);
}

static void write_text(struct book *book, lxw_worksheet *sheet, size_t row, size_t column,
                       struct np_slice s, lxw_format *format)
{
    note_error(book, worksheet_write_string(sheet, (lxw_row_t)row, (lxw_col_t)column,
                                            cell_text(book, s), format));
}

/* ---- cells ---- */

/* Beyond 15 digits a spreadsheet rounds: such a number travels as text. */
static bool is_exact(int64_t i)
{
    return i > -1000000000000000 && i < 1000000000000000;
}

static void write_cell(struct book *book, lxw_worksheet *sheet, size_t row, size_t column,
                       const struct np_column *c, const struct np_cell *cell)
{
    struct np_buf b = { 0 };

    if (!np_cell_known(c, cell)) {
        note_error(book, worksheet_write_blank(sheet, (lxw_row_t)row, (lxw_col_t)column,
                                               book->plain));
        return;
    }
    if (c->kind == NP_CELL_REAL) {
        lxw_format *const formats[] = { book->whole, book->one, book->one, book->three };
        double x = round(cell->real * 1e6) / 1e6;

        x = x == 0 ? 0 : x; /* no "-0" */
        note_error(book, worksheet_write_number(sheet, (lxw_row_t)row, (lxw_col_t)column, x,
                                                formats[np_cell_digits(c, x)]));
    } else if (c->kind == NP_CELL_INT && is_exact(cell->i)) {
        note_error(book, worksheet_write_number(sheet, (lxw_row_t)row, (lxw_col_t)column,
                                                (double)cell->i, book->whole));
    } else {
        np_cell_show(&b, c, cell, book->lang);
        write_text(book, sheet, row, column, np_buf_slice(&b),
                   c->kind == NP_CELL_TEXT && np_text_width(np_buf_slice(&b)) + 1 > book->widths[column]
                       ? book->wrap : book->plain);
    }
    np_buf_release(&b);
}

static double column_width(struct book *book, const struct np_result *r, size_t column,
                           size_t from, size_t to)
{
    const struct np_column *c = &r->columns[column];
    int widest = np_text_width(np_slice_of(np_heading(c, book->lang))) + 4; /* indent, filter button */
    struct np_buf b = { 0 };

    widest = widest > HEAD_WIDTH ? HEAD_WIDTH : widest;
    for (size_t i = from; i < to && i < from + WIDTH_ROWS; i++) {
        int w;

        np_buf_reset(&b);
        if (np_cell_known(c, &r->rows.v[i][column]))
            np_cell_show(&b, c, &r->rows.v[i][column], book->lang);
        w = np_text_width(np_buf_slice(&b)) + 2;
        widest = w > widest ? w : widest;
    }
    np_buf_release(&b);
    return widest < WIDTH_LEAST ? WIDTH_LEAST : widest > WIDTH_MOST ? WIDTH_MOST : widest;
}

/* Lines that a text takes in a column. Words are not cut, so that a line holds less than it could. */
static int lines_of(struct np_slice s, double width)
{
    double room = width > 12 ? width - 2 : width, wide = np_text_width(s);
    int lines = (int)ceil(wide <= width - 1 ? 1 : wide / room);

    return lines > LINES_MOST ? LINES_MOST : lines < 1 ? 1 : lines;
}

/* Programs do not measure wrapped rows of a file alike, so their height is said. */
static void set_height(struct book *book, lxw_worksheet *sheet, size_t row,
                       const struct np_result *r, const struct np_cell *cells)
{
    int most = 1;

    for (size_t c = 0; c < r->ncolumns; c++)
        if (r->columns[c].kind == NP_CELL_TEXT && cells[c].set &&
            cells[c].text.n > (size_t)book->widths[c]) {
            int lines = lines_of(cells[c].text, book->widths[c]);

            most = lines > most ? lines : most;
        }
    if (most > 1)
        note_error(book, worksheet_set_row(sheet, (lxw_row_t)row, LINE_HEIGHT * most, NULL));
}

/* ---- sheets ---- */

static bool is_taken(const lxw_workbook *workbook, const char *name)
{
    return workbook_get_worksheet_by_name((lxw_workbook *)workbook, name) != NULL;
}

/* At most 31 units, none of []:*?/\, unlike every other; `part` counts from 1. */
static void name_sheet(struct book *book, const char *title, size_t part, struct np_buf *name)
{
    struct np_buf clean = { 0 };

    np_text_line(&clean, np_slice_of(title));
    for (size_t i = 0; i < clean.n; i++)
        if (strchr("[]:*?/\\'", clean.p[i]))
            clean.p[i] = ' ';
    for (;; part++) {
        char tail[32] = "";

        if (part > 1)
            snprintf(tail, sizeof tail, " (%zu)", part);
        np_buf_reset(name);
        np_buf_put(name, clean.p, fitting(np_buf_slice(&clean), NAME_UNITS - strlen(tail)));
        np_buf_puts(name, tail);
        if (!is_taken(book->workbook, np_buf_cstr(name)))
            break;
    }
    np_buf_release(&clean);
}

static lxw_worksheet *add_sheet(struct book *book, const char *title, size_t part)
{
    struct np_buf name = { 0 };
    lxw_worksheet *sheet;

    name_sheet(book, title, part, &name);
    sheet = workbook_add_worksheet(book->workbook, np_buf_cstr(&name));
    np_buf_release(&name);
    if (!sheet)
        note_error(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
    return sheet;
}

/* Ready to print: across the page, the head on each, the sheet's name and page at the foot. */
static void set_page(struct book *book, lxw_worksheet *sheet, double width)
{
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, width > PAGE_A4 ? PAPER_A3 : PAPER_A4);
    worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6);
    worksheet_set_footer(sheet, book->lang == NP_LANG_ZH ? "&L&A&R第 &P 页, 共 &N 页"
                                                         : "&L&A&Rpage &P of &N");
    worksheet_repeat_rows(sheet, 0, 0);
    if (width <= PAGE_MOST)
        worksheet_fit_to_pages(sheet, 1, 0);
}

static double set_widths(struct book *book, lxw_worksheet *sheet, const struct np_result *r,
                         size_t from, size_t to)
{
    double sum = 0;

    for (size_t c = 0; c < r->ncolumns; c++) {
        double width = column_width(book, r, c, from, to);

        note_error(book, worksheet_set_column(sheet, (lxw_col_t)c, (lxw_col_t)c, width, NULL));
        book->widths[c] = width;
        sum += width;
    }
    return sum;
}

static void write_head(struct book *book, lxw_worksheet *sheet, const struct np_result *r)
{
    int most = 1;

    for (size_t c = 0; c < r->ncolumns; c++) {
        int lines = lines_of(np_slice_of(np_heading(&r->columns[c], book->lang)), book->widths[c]);

        most = lines > most ? lines : most;
    }
    note_error(book, worksheet_set_row(sheet, 0, LINE_HEIGHT * most, NULL));
    for (size_t c = 0; c < r->ncolumns; c++)
        write_text(book, sheet, 0, c, np_slice_of(np_heading(&r->columns[c], book->lang)),
                   np_column_is_number(&r->columns[c]) ? book->head_number : book->head);
}

static void write_part(struct book *book, const struct np_result *r, size_t from, size_t to)
{
    lxw_worksheet *sheet = add_sheet(book, np_title(r, book->lang), from / ROWS_PER_SHEET + 1);

    if (!sheet)
        return;
    book->widths = np_calloc(r->ncolumns + 1, sizeof *book->widths);
    set_page(book, sheet, set_widths(book, sheet, r, from, to));
    write_head(book, sheet, r);
    for (size_t i = from; i < to; i++) {
        set_height(book, sheet, i - from + 1, r, r->rows.v[i]);
        for (size_t c = 0; c < r->ncolumns; c++)
            write_cell(book, sheet, i - from + 1, c, &r->columns[c], &r->rows.v[i][c]);
    }
    free(book->widths);
    book->widths = NULL;
    worksheet_freeze_panes(sheet, 1, 0);
    if (r->ncolumns)
        worksheet_autofilter(sheet, 0, 0, (lxw_row_t)(to - from), (lxw_col_t)(r->ncolumns - 1));
}

static void write_result(struct book *book, const struct np_result *r)
{
    size_t from = 0;

    do {
        size_t to = r->rows.n - from > ROWS_PER_SHEET ? from + ROWS_PER_SHEET : r->rows.n;

        write_part(book, r, from, to);
        from = to;
    } while (from < r->rows.n);
}

/* ---- notes ---- */

struct notes {
    struct book *book;
    lxw_worksheet *sheet;
    size_t row;
    struct np_map *told; /* columns, by name and what they say */
};

static void note_line(struct notes *notes, struct np_slice a, struct np_slice b, struct np_slice c,
                      lxw_format *format)
{
    write_text(notes->book, notes->sheet, notes->row, 0, a, format);
    write_text(notes->book, notes->sheet, notes->row, 1, b, notes->book->wrap);
    if (c.n)
        write_text(notes->book, notes->sheet, notes->row, 2, c, notes->book->wrap);
    notes->row++;
}

static void note_column(struct notes *notes, const struct np_column *c)
{
    struct np_buf b = { 0 };
    size_t before = np_map_count(notes->told);

    np_buf_printf(&b, "%s %s", c->name, np_heading(c, notes->book->lang));
    np_map_put(notes->told, np_buf_slice(&b), 0);
    if (np_map_count(notes->told) == before) {
        np_buf_release(&b);
        return; /* of another sheet */
    }
    np_buf_reset(&b);
    np_saying_put(&b, c, notes->book->lang);
    note_line(notes, np_slice_of(np_heading(c, notes->book->lang)), np_slice_of(c->name),
              np_buf_slice(&b), NULL);
    np_buf_release(&b);
}

static void note_result(struct notes *notes, const struct np_result *r)
{
    bool zh = notes->book->lang == NP_LANG_ZH;
    struct np_buf b = { 0 };

    np_buf_printf(&b, "%zu", r->rows.n);
    note_line(notes, np_slice_of(np_title(r, notes->book->lang)), NP_EMPTY, NP_EMPTY,
              notes->book->title);
    note_line(notes, np_slice_of(zh ? "行数" : "rows"), np_buf_slice(&b), NP_EMPTY, NULL);
    for (size_t i = 0; i < r->notes.n; i++) {
        np_buf_reset(&b);
        np_note_put(&b, &r->notes.v[i], notes->book->lang);
        note_line(notes, np_label(r->notes.v[i].key, notes->book->lang), np_buf_slice(&b), NP_EMPTY,
                  NULL);
    }
    for (size_t i = 0; i < r->ncolumns; i++)
        note_column(notes, &r->columns[i]);
    notes->row++;
    np_buf_release(&b);
}

static void write_notes(struct book *book, const struct np_result *const *results, size_t n)
{
    bool zh = book->lang == NP_LANG_ZH;
    struct notes notes = { book, add_sheet(book, zh ? "说明" : "Notes", 1), 0, NULL };

    if (!notes.sheet)
        return;
    notes.told = np_map_new();
    worksheet_set_column(notes.sheet, 0, 0, 28, NULL);
    worksheet_set_column(notes.sheet, 1, 1, 36, NULL);
    worksheet_set_column(notes.sheet, 2, 2, 80, NULL);
    worksheet_set_landscape(notes.sheet);
    worksheet_set_paper(notes.sheet, PAPER_A4);
    worksheet_fit_to_pages(notes.sheet, 1, 0);
    if (book->cut) {
        struct np_buf b = { 0 };

        np_buf_printf(&b, "%lld", (long long)book->cut);
        note_line(&notes, np_slice_of(zh ? "超过 32,767 字符而截断的单元格"
                                         : "cells cut at 32,767 characters"),
                  np_buf_slice(&b), NP_EMPTY, NULL);
        np_buf_release(&b);
    }
    for (size_t i = 0; i < n; i++)
        note_result(&notes, results[i]);
    np_map_free(notes.told);
}

/* ---- the book ---- */

/* One font that has both scripts, where it is there; else the program takes its own. */
static lxw_format *new_format(lxw_workbook *workbook)
{
    lxw_format *format = workbook_add_format(workbook);

    format_set_font_name(format, "Microsoft YaHei");
    format_set_font_size(format, 10);
    return format;
}

static lxw_format *cell_format(lxw_workbook *workbook, const char *pattern, bool wrapped)
{
    lxw_format *format = new_format(workbook);

    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    format_set_bottom(format, LXW_BORDER_HAIR);
    format_set_bottom_color(format, 0xA0A0A0);
    if (pattern)
        format_set_num_format(format, pattern);
    if (wrapped)
        format_set_text_wrap(format);
    return format;
}

/* Above its cells; over numbers with room at the right for the button of the filter. */
static lxw_format *head_format(lxw_workbook *workbook, bool number)
{
    lxw_format *format = new_format(workbook);

    format_set_bold(format);
    format_set_bottom(format, LXW_BORDER_THIN);
    format_set_bg_color(format, 0xE8EEF4);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (number)
        format_set_align(format, LXW_ALIGN_RIGHT);
    format_set_indent(format, number ? 2 : 1);
    return format;
}

static bool open_book(struct book *book, const char *path)
{
    lxw_workbook_options options = { .constant_memory = LXW_TRUE, .use_zip64 = LXW_FALSE };
    lxw_doc_properties properties = { .created = CREATED };

    book->workbook = workbook_new_opt(path, &options);
    if (!book->workbook)
        return false;
    workbook_set_properties(book->workbook, &properties);
    book->head = head_format(book->workbook, false);
    book->head_number = head_format(book->workbook, true);
    book->title = new_format(book->workbook);
    format_set_bold(book->title);
    book->one = cell_format(book->workbook, "0.0", false);
    book->three = cell_format(book->workbook, "0.000", false);
    book->whole = cell_format(book->workbook, "0", false);
    book->plain = cell_format(book->workbook, NULL, false);
    book->wrap = cell_format(book->workbook, NULL, true);
    format_set_indent(book->plain, 1);
    format_set_indent(book->wrap, 1);
    return true;
}

static enum np_status fill_book(const char *path, const struct np_result *const *results, size_t n,
                                enum np_lang lang, struct np_err *err)
{
    struct book book = { .lang = lang };

    if (!open_book(&book, path))
        return np_fail(err, NP_STOP, "cannot begin a workbook: %s", strerror(errno));
    for (size_t i = 0; i < n; i++)
        write_result(&book, results[i]);
    write_notes(&book, results, n);
    errno = 0;
    note_error(&book, workbook_close(book.workbook));
    np_buf_release(&book.text);
    if (book.error == LXW_NO_ERROR)
        return NP_OK;
    return np_fail(err, NP_STOP, "cannot write the workbook: %s%s%s", lxw_strerror(book.error),
                   errno ? ": " : "", errno ? strerror(errno) : "");
}

static enum np_status copy_book(int from, int fd, struct np_err *err)
{
    struct writer w = { .fd = fd };
    char *room;
    ssize_t n;

    do {
        room = np_buf_room(&w.buf, 1 << 16);
        n = read(from, room, 1 << 16);
        if (n > 0)
            w.buf.n += (size_t)n;
        np_writer_spill(&w);
    } while (n > 0 || (n < 0 && errno == EINTR));
    if (n < 0) {
        np_buf_release(&w.buf);
        return np_fail(err, NP_STOP, "cannot read back the workbook: %s", strerror(errno));
    }
    return np_writer_end(&w, err);
}

/* The library needs the path of a file it can seek in; a pipe is not one. */
enum np_status np_write_xlsx(int fd, const struct np_result *const *results, size_t n,
                             enum np_lang lang, struct np_err *err)
{
    const char *folder = getenv("TMPDIR");
    struct np_buf path = { 0 };
    enum np_status status;
    int draft;

    np_buf_printf(&path, "%s/nanopat-XXXXXX", folder && *folder ? folder : "/tmp");
    np_buf_cstr(&path);
    draft = mkostemp(path.p, O_CLOEXEC);
    if (draft < 0) {
        status = np_fail(err, NP_STOP, "cannot make '%.160s': %s", path.p, strerror(errno));
        np_buf_release(&path);
        return status;
    }
    status = fill_book(path.p, results, n, lang, err);
    unlink(path.p);
    if (status == NP_OK)
        status = copy_book(draft, fd, err);
    close(draft);
    np_buf_release(&path);
    return status;
}
