/* sheet_case.h -- a file in memory, read as rows, printed one line a row:
 *
 *     2: A=CN101 B=2021-05-04(date) D=20.5(number)
 */
#ifndef UNIT_SHEET_CASE_H
#define UNIT_SHEET_CASE_H

#include "unit.h"
#include "zip_case.h"

#include <nanopat/sheet.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

static inline int memory_file(const void *bytes, size_t n)
{
    int fd = memfd_create("sheet", 0);

    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, n), (ssize_t)n);
    return fd;
}

static inline enum np_status print_row(void *ctx, const struct np_sheet_row *row,
                                       struct np_err *err)
{
    static const char *const values[] = { "", "(number)", "(date)", "(flag)", "(percent)", "(fault)" };
    struct np_buf *b = ctx;

    (void)err;
    if (row->sheet.n)
        np_buf_printf(b, "%.*s ", NP_ARG(row->sheet));
    np_buf_printf(b, "%d:", row->line);
    for (size_t i = 0; i < row->n; i++) {
        const struct np_sheet_cell *c = &row->cells[i];

        if (row->keyed)
            np_buf_printf(b, " %.*s", NP_ARG(c->name));
        else if (c->column <= 26)
            np_buf_printf(b, " %c", 'A' + c->column - 1);
        else
            np_buf_printf(b, " %d", c->column);
        np_buf_printf(b, "=%.*s%s", NP_ARG(c->text), values[c->value]);
    }
    np_buf_putc(b, '\n');
    return NP_OK;
}

static inline enum np_status print_passed(void *ctx, struct np_slice sheet, const char *why)
{
    np_buf_printf(ctx, "(%.*s: %s)\n", NP_ARG(sheet), why);
    return NP_OK;
}

/* Rows as text; of a file that cannot be used "CODE what". The caller frees. */
static inline char *rows_of_file(int fd)
{
    struct np_sheets *sheets = np_sheets_new();
    struct np_buf b = { 0 };
    struct np_sheet_taker taker = { &b, print_row, print_passed };
    struct np_err err = { 0 };

    if (np_sheets_read(sheets, fd, "test", &taker, &err) != NP_OK)
        np_buf_printf(&b, "%s %s\n", err.code, err.what);
    np_sheets_free(sheets);
    close(fd);
    np_buf_cstr(&b);
    return b.p;
}

#define assert_rows(bytes, expected) \
    assert_file_rows(memory_file((bytes), sizeof(bytes) - 1), (expected))

#define assert_file_rows(fd, expected)                  \
    do {                                                \
        char *rows_ = rows_of_file(fd);                 \
        assert_string_equal(rows_, (expected));         \
        free(rows_);                                    \
    } while (0)

/* ---- workbooks by hand ---- */

static inline int close_zip_file(struct zipped *z)
{
    int fd;

    zip_end(z);
    fd = memory_file(z->bytes.p, z->bytes.n);
    zip_release(z);
    return fd;
}

#define RELATION(id, type, target)                                                              \
    "<Relationship Id=\"" id "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/" \
    "relationships/" type "\" Target=\"" target "\"/>"
#define RELATIONS(rows)                                                                        \
    "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/" \
    "2006/relationships\">" rows "</Relationships>"

/* A workbook of the given parts; what is NULL is left out. */
static inline int workbook(const char *book, const char *strings, const char *styles,
                           const char *sheet)
{
    struct zipped z = { 0 };

    zip_put(&z, "[Content_Types].xml", NP_S("<Types/>"));
    zip_put(&z, "_rels/.rels", NP_S(RELATIONS(RELATION("r1", "officeDocument", "xl/book.xml"))));
    zip_put(&z, "xl/book.xml", np_slice_of(book));
    zip_put(&z, "xl/_rels/book.xml.rels",
              NP_S(RELATIONS(RELATION("s1", "worksheet", "worksheets/one.xml")
                             RELATION("s2", "worksheet", "/xl/worksheets/two.xml")
                             RELATION("s3", "sharedStrings", "../xl/Strings.xml")
                             RELATION("s4", "styles", "styles.xml"))));
    if (strings)
        zip_put(&z, "xl/strings.xml", np_slice_of(strings));
    if (styles)
        zip_put(&z, "xl/styles.xml", np_slice_of(styles));
    zip_put(&z, "xl/worksheets/one.xml", np_slice_of(sheet));
    return close_zip_file(&z);
}

#define BOOK(properties)                                                                      \
    "<workbook xmlns:r=\"r\">" properties                                                     \
    "<sheets><sheet name=\"A &amp; B\" sheetId=\"7\" r:id=\"s1\"/></sheets></workbook>"
#define SHEET(rows) "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>" rows \
                    "</sheetData></worksheet>"

#endif
