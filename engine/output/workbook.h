/* workbook.h -- private to output: an .xlsx file written row by row (ECMA-376 part 1, SpreadsheetML).
 *
 *     struct np_book *book = np_book_open(fd);    fd can be sought in; borrowed until np_book_close
 *     np_book_sheet(book, &layout);
 *     np_book_row(book, 30.0);                    from the first on, in order
 *     np_book_text(book, text, NP_STYLE_PLAIN);   from the first column on, in order
 *     np_book_number(book, 2.5, NP_STYLE_ONE);
 *     np_book_blank(book, NP_STYLE_PLAIN);
 *     np_book_sheet_end(book);                    then the next sheet
 *     status = np_book_close(book, &err);
 *
 * Every text is an inline string, which no program takes for a number, a date or a formula. Nothing of a
 * sheet is held but the row at hand. The same calls give the same bytes.
 */
#ifndef OUTPUT_WORKBOOK_H
#define OUTPUT_WORKBOOK_H

#include <nanopat/err.h>
#include <nanopat/slice.h>

/* In the order of the formats of styles.xml (workbook.c). */
enum np_style {
    NP_STYLE_TITLE, NP_STYLE_HEAD, NP_STYLE_HEAD_NUMBER, NP_STYLE_PLAIN, NP_STYLE_WRAP,
    NP_STYLE_WHOLE, NP_STYLE_ONE, NP_STYLE_THREE
};

enum np_paper { NP_PAPER_A3 = 8, NP_PAPER_A4 = 9 };

struct np_layout {
    const char *name;     /* at most 31 UTF-16 units, none of []:*?/\', unlike every other */
    const double *widths; /* in digits of the standard font */
    size_t ncolumns, nrows; /* nrows 0: not known yet; a list has them */
    enum np_paper paper;
    bool fit;             /* the width on one page */
    bool list;            /* the first row is a head: frozen, on every page, with filters */
    const char *footer;   /* "&L&A&Rpage &P of &N"; NULL: none */
};

struct np_book *np_book_open(int fd);
void np_book_sheet(struct np_book *book, const struct np_layout *layout);
void np_book_row(struct np_book *book, double height); /* in points; 0: the usual one */
/* Text that np_text_clean gives. "_x0041_" in it stays what it is. */
void np_book_text(struct np_book *book, struct np_slice text, enum np_style style);
void np_book_number(struct np_book *book, double number, enum np_style style);
void np_book_blank(struct np_book *book, enum np_style style);
void np_book_sheet_end(struct np_book *book);
bool np_book_has(const struct np_book *book, struct np_slice name); /* a sheet; case does not matter */
/* Frees. NP_STOP: not everything was written. */
enum np_status np_book_close(struct np_book *book, struct np_err *err);

#endif
