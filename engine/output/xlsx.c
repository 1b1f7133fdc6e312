/* xlsx.c -- a workbook for the people who read in Excel.
 *
 * A sheet per result (the next one after 1,048,575 rows), then a sheet of notes. Every text is a
 * text cell: an application number keeps its ".0", a credit code its 18 digits, "=1+1" is no
 * formula. Dates are ISO text, because half of them know no day.
 */
#include "output.h"
#include "workbook.h"

#include <nanopat/map.h>

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

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
    PAGE_MOST = 330           /* the same of A3; wider sheets go over several pages */
};

#define LINE_HEIGHT 15.0

struct writing {
    struct np_book *book;
    enum np_lang lang;
    double *widths;      /* of the columns of the sheet at hand */
    struct np_buf text;  /* of the cell at hand */
    int64_t cut;         /* texts cut, over the whole book */
};

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

/* A program takes no longer text: the cell says that it goes on. */
static void put_cut(struct writing *w)
{
    static const char *const marks[] = { "… (cut; whole text in JSON Lines)", "…(截断,全文见 JSONL)" };

    w->text.n = fitting(np_buf_slice(&w->text), CELL_UNITS - 40);
    np_buf_puts(&w->text, marks[w->lang == NP_LANG_ZH]);
    w->cut++;
}

static void write_text(struct writing *w, struct np_slice s, enum np_style style)
{
    np_buf_reset(&w->text);
    np_text_clean(&w->text, s);
    if (w->text.n > CELL_UNITS && fitting(np_buf_slice(&w->text), CELL_UNITS) < w->text.n)
        put_cut(w);
    np_book_text(w->book, np_buf_slice(&w->text), style);
}

/* ---- cells ---- */

/* Beyond 15 digits a spreadsheet rounds: such a number travels as text. */
static bool is_exact(int64_t i)
{
    return i > -1000000000000000 && i < 1000000000000000;
}

static bool is_wider(struct np_slice s, double width)
{
    return (double)s.n + 1 > width && np_text_width(s) + 1 > width;
}

static void write_words(struct writing *w, size_t column, const struct np_column *c,
                        const struct np_cell *cell)
{
    struct np_buf b = { 0 };

    np_cell_show(&b, c, cell, w->lang);
    write_text(w, np_buf_slice(&b),
               c->kind == NP_CELL_TEXT && is_wider(np_buf_slice(&b), w->widths[column])
                   ? NP_STYLE_WRAP : NP_STYLE_PLAIN);
    np_buf_release(&b);
}

static void write_cell(struct writing *w, size_t column, const struct np_column *c,
                       const struct np_cell *cell)
{
    static const enum np_style styles[] = { NP_STYLE_WHOLE, NP_STYLE_ONE, NP_STYLE_ONE, NP_STYLE_THREE };

    if (!np_cell_known(c, cell)) {
        np_book_blank(w->book, NP_STYLE_PLAIN);
    } else if (c->kind == NP_CELL_REAL) {
        double x = round(cell->real * 1e6) / 1e6;

        x = x == 0 ? 0 : x; /* no "-0" */
        np_book_number(w->book, x, styles[np_cell_digits(c, x)]);
    } else if (c->kind == NP_CELL_INT && is_exact(cell->i)) {
        np_book_number(w->book, (double)cell->i, NP_STYLE_WHOLE);
    } else {
        write_words(w, column, c, cell);
    }
}

static double column_width(const struct writing *w, const struct np_result *r, size_t column,
                           size_t from, size_t to)
{
    const struct np_column *c = &r->columns[column];
    int widest = np_text_width(np_slice_of(np_heading(c, w->lang))) + 4; /* indent, filter button */
    struct np_buf b = { 0 };

    widest = widest > HEAD_WIDTH ? HEAD_WIDTH : widest;
    for (size_t i = from; i < to && i < from + WIDTH_ROWS; i++) {
        int width;

        np_buf_reset(&b);
        if (np_cell_known(c, &r->rows.v[i][column]))
            np_cell_show(&b, c, &r->rows.v[i][column], w->lang);
        width = np_text_width(np_buf_slice(&b)) + 2;
        widest = width > widest ? width : widest;
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

/* Programs do not measure wrapped rows of a file alike, so their height is said; 0: the usual. */
static double height_of(const struct writing *w, const struct np_result *r, const struct np_cell *cells)
{
    int most = 1;

    for (size_t c = 0; c < r->ncolumns; c++)
        if (r->columns[c].kind == NP_CELL_TEXT && cells[c].set &&
            (double)cells[c].text.n > w->widths[c]) {
            int lines = lines_of(cells[c].text, w->widths[c]);

            most = lines > most ? lines : most;
        }
    return most > 1 ? LINE_HEIGHT * most : 0;
}

/* ---- sheets ---- */

/* At most 31 units, none of []:*?/\, unlike every other; `part` counts from 1. */
static void name_sheet(const struct writing *w, const char *title, size_t part, struct np_buf *name)
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
        if (!np_book_has(w->book, np_buf_slice(name)))
            break;
    }
    np_buf_release(&clean);
}

/* Widths of the columns, and their sum. */
static double set_widths(struct writing *w, const struct np_result *r, size_t from, size_t to)
{
    double sum = 0;

    for (size_t c = 0; c < r->ncolumns; c++)
        sum += w->widths[c] = column_width(w, r, c, from, to);
    return sum;
}

/* Ready to print: across the page, the head on each, the sheet's name and page at the foot. */
static void begin_sheet(struct writing *w, const struct np_result *r, size_t from, size_t to)
{
    double width = set_widths(w, r, from, to);
    struct np_buf name = { 0 };

    name_sheet(w, np_title(r, w->lang), from / ROWS_PER_SHEET + 1, &name);
    np_book_sheet(w->book, &(struct np_layout){
        .name = np_buf_cstr(&name), .widths = w->widths, .ncolumns = r->ncolumns,
        .nrows = to - from + 1, .paper = width > PAGE_A4 ? NP_PAPER_A3 : NP_PAPER_A4,
        .fit = width <= PAGE_MOST, .list = true,
        .footer = w->lang == NP_LANG_ZH ? "&L&A&R第 &P 页, 共 &N 页" : "&L&A&Rpage &P of &N" });
    np_buf_release(&name);
}

static void write_head(struct writing *w, const struct np_result *r)
{
    int most = 1;

    for (size_t c = 0; c < r->ncolumns; c++) {
        int lines = lines_of(np_slice_of(np_heading(&r->columns[c], w->lang)), w->widths[c]);

        most = lines > most ? lines : most;
    }
    np_book_row(w->book, most > 1 ? LINE_HEIGHT * most : 0);
    for (size_t c = 0; c < r->ncolumns; c++)
        write_text(w, np_slice_of(np_heading(&r->columns[c], w->lang)),
                   np_column_is_number(&r->columns[c]) ? NP_STYLE_HEAD_NUMBER : NP_STYLE_HEAD);
}

static void write_part(struct writing *w, const struct np_result *r, size_t from, size_t to)
{
    w->widths = np_calloc(r->ncolumns + 1, sizeof *w->widths);
    begin_sheet(w, r, from, to);
    write_head(w, r);
    for (size_t i = from; i < to; i++) {
        np_book_row(w->book, height_of(w, r, r->rows.v[i]));
        for (size_t c = 0; c < r->ncolumns; c++)
            write_cell(w, c, &r->columns[c], &r->rows.v[i][c]);
    }
    np_book_sheet_end(w->book);
    free(w->widths);
    w->widths = NULL;
}

static void write_result(struct writing *w, const struct np_result *r)
{
    size_t from = 0;

    do {
        size_t to = r->rows.n - from > ROWS_PER_SHEET ? from + ROWS_PER_SHEET : r->rows.n;

        write_part(w, r, from, to);
        from = to;
    } while (from < r->rows.n);
}

/* ---- notes ---- */

struct notes {
    struct writing *w;
    struct np_map *told; /* columns, by name and what they say */
};

static void note_line(const struct notes *notes, struct np_slice a, struct np_slice b, struct np_slice c,
                      enum np_style style)
{
    np_book_row(notes->w->book, 0);
    write_text(notes->w, a, style);
    if (style == NP_STYLE_TITLE)
        return;
    write_text(notes->w, b, NP_STYLE_WRAP);
    write_text(notes->w, c, NP_STYLE_WRAP);
}

static void note_column(struct notes *notes, const struct np_column *c)
{
    struct np_buf b = { 0 };
    size_t before = np_map_count(notes->told);

    np_buf_printf(&b, "%s %s", c->name, np_heading(c, notes->w->lang));
    np_map_put(notes->told, np_buf_slice(&b), 0);
    if (np_map_count(notes->told) == before) {
        np_buf_release(&b);
        return; /* of another sheet */
    }
    np_buf_reset(&b);
    np_saying_put(&b, c, notes->w->lang);
    note_line(notes, np_slice_of(np_heading(c, notes->w->lang)), np_slice_of(c->name),
              np_buf_slice(&b), NP_STYLE_PLAIN);
    np_buf_release(&b);
}

static void note_result(struct notes *notes, const struct np_result *r)
{
    bool zh = notes->w->lang == NP_LANG_ZH;
    struct np_buf b = { 0 };

    np_buf_printf(&b, "%zu", r->rows.n);
    note_line(notes, np_slice_of(np_title(r, notes->w->lang)), NP_EMPTY, NP_EMPTY,
              NP_STYLE_TITLE);
    note_line(notes, np_slice_of(zh ? "行数" : "rows"), np_buf_slice(&b), NP_EMPTY, NP_STYLE_PLAIN);
    for (size_t i = 0; i < r->notes.n; i++) {
        np_buf_reset(&b);
        np_note_put(&b, &r->notes.v[i], notes->w->lang);
        note_line(notes, np_label(r->notes.v[i].key, notes->w->lang), np_buf_slice(&b), NP_EMPTY,
                  NP_STYLE_PLAIN);
    }
    for (size_t i = 0; i < r->ncolumns; i++)
        note_column(notes, &r->columns[i]);
    np_book_row(notes->w->book, 0);
    np_buf_release(&b);
}

static void note_cuts(const struct notes *notes)
{
    struct np_buf b = { 0 };

    if (!notes->w->cut)
        return;
    np_buf_printf(&b, "%lld", (long long)notes->w->cut);
    note_line(notes, np_slice_of(notes->w->lang == NP_LANG_ZH ? "超过 32,767 字符而截断的单元格"
                                                              : "cells cut at 32,767 characters"),
              np_buf_slice(&b), NP_EMPTY, NP_STYLE_PLAIN);
    np_buf_release(&b);
}

static void write_notes(struct writing *w, const struct np_result *const *results, size_t n)
{
    static const double widths[] = { 28, 36, 80 };
    struct notes notes = { w, np_map_new() };
    struct np_buf name = { 0 };

    name_sheet(w, w->lang == NP_LANG_ZH ? "说明" : "Notes", 1, &name);
    np_book_sheet(w->book, &(struct np_layout){ .name = np_buf_cstr(&name), .widths = widths,
                                                .ncolumns = 3, .paper = NP_PAPER_A4, .fit = true });
    note_cuts(&notes);
    for (size_t i = 0; i < n; i++)
        note_result(&notes, results[i]);
    np_book_sheet_end(w->book);
    np_map_free(notes.told);
    np_buf_release(&name);
}

/* ---- the book ---- */

static enum np_status fill_book(int draft, const struct np_result *const *results, size_t n,
                                enum np_lang lang, struct np_err *err)
{
    struct writing w = { .book = np_book_open(draft), .lang = lang };

    for (size_t i = 0; i < n; i++)
        write_result(&w, results[i]);
    write_notes(&w, results, n);
    np_buf_release(&w.text);
    return np_book_close(w.book, err);
}

static enum np_status copy_book(int from, int fd, struct np_err *err)
{
    struct writer w = { .fd = fd };
    off_t at = 0;
    char *room;
    ssize_t n;

    do {
        room = np_buf_room(&w.buf, 1 << 16);
        n = pread(from, room, 1 << 16, at);
        if (n > 0) {
            w.buf.n += (size_t)n;
            at += n;
        }
        np_writer_spill(&w);
    } while (n > 0 || (n < 0 && errno == EINTR));
    if (n < 0) {
        np_buf_release(&w.buf);
        return np_fail(err, NP_STOP, "cannot read back the workbook: %s", strerror(errno));
    }
    return np_writer_end(&w, err);
}

/* An archive needs a file that it can go back in; a pipe is not one. */
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
    unlink(path.p);
    status = fill_book(draft, results, n, lang, err);
    if (status == NP_OK)
        status = copy_book(draft, fd, err);
    close(draft);
    np_buf_release(&path);
    return status;
}
