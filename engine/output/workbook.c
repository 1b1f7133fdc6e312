/* workbook.c -- the parts of an .xlsx file: sheets as they come, then what holds them together. */
#include "workbook.h"
#include "output.h"
#include "zip.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define CONTENT "application/vnd.openxmlformats-officedocument.spreadsheetml."

enum { SPILL_BYTES = 1 << 16, LETTERS_MOST = 4, WHOLE_MOST = 1000000000 };

struct sheet {
    const char *name;
    size_t ncolumns, nrows;
    bool list;
};

struct np_book {
    struct np_zip *zip;
    struct np_buf out;    /* of the part at hand, not yet in the archive */
    struct np_arena *arena;
    NP_LIST(struct sheet) sheets;
    struct np_layout layout; /* of the sheet at hand; its texts live as long as the caller's */
    size_t row, column;   /* of the cell at hand, from 1; 0: none yet */
    char digits[24];      /* of the row */
};

/* One font has both scripts where it is there, else a program takes its own. Widths count digits of the
 * first, which is what they are measured in everywhere.                                              */
static const char styles[] = XML
    "<styleSheet xmlns=\"" MAIN "\">"
    "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"0.0\"/>"
    "<numFmt numFmtId=\"165\" formatCode=\"0.000\"/></numFmts>"
    "<fonts count=\"3\"><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
    "<font><sz val=\"10\"/><name val=\"Microsoft YaHei\"/><family val=\"2\"/></font>"
    "<font><b/><sz val=\"10\"/><name val=\"Microsoft YaHei\"/><family val=\"2\"/></font></fonts>"
    "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\">"
    "<fgColor rgb=\"FFE8EEF4\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>"
    "<borders count=\"3\"><border><left/><right/><top/><bottom/><diagonal/></border>"
    "<border><left/><right/><top/><bottom style=\"thin\"><color auto=\"1\"/></bottom><diagonal/></border>"
    "<border><left/><right/><top/><bottom style=\"hair\"><color rgb=\"FFA0A0A0\"/></bottom><diagonal/>"
    "</border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
    "<cellXfs count=\"9\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
#define FORMAT(number, font, fill, border, alignment)                                             \
    "<xf numFmtId=\"" number "\" fontId=\"" font "\" fillId=\"" fill "\" borderId=\"" border "\" "  \
    "xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" "           \
    "applyAlignment=\"1\"><alignment " alignment "/></xf>"
    FORMAT("0", "2", "0", "0", "vertical=\"top\"")                                        /* title */
    FORMAT("0", "2", "2", "1", "horizontal=\"left\" vertical=\"center\" indent=\"1\" wrapText=\"1\"")
    FORMAT("0", "2", "2", "1", "horizontal=\"right\" vertical=\"center\" indent=\"2\" wrapText=\"1\"")
    FORMAT("0", "1", "0", "2", "horizontal=\"left\" vertical=\"top\" indent=\"1\"")       /* plain */
    FORMAT("0", "1", "0", "2", "horizontal=\"left\" vertical=\"top\" indent=\"1\" wrapText=\"1\"")
    FORMAT("1", "1", "0", "2", "vertical=\"top\"")                                        /* 0 */
    FORMAT("164", "1", "0", "2", "vertical=\"top\"")                                      /* 0.0 */
    FORMAT("165", "1", "0", "2", "vertical=\"top\"")                                      /* 0.000 */
#undef FORMAT
    "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
    "</styleSheet>";

/* ---- parts ---- */

static void spill(struct np_book *book)
{
    np_zip_put(book->zip, book->out.p, book->out.n);
    np_buf_reset(&book->out);
}

static void end_part(struct np_book *book)
{
    spill(book);
    np_zip_end(book->zip);
}

static void put_part(struct np_book *book, const char *name, const char *content)
{
    np_zip_begin(book->zip, name);
    np_buf_puts(&book->out, content);
    end_part(book);
}

static void put_escaped(struct np_buf *b, struct np_slice s)
{
    for (size_t i = 0; i < s.n; i++)
        switch (s.p[i]) {
        case '&': np_buf_puts(b, "&amp;"); break;
        case '<': np_buf_puts(b, "&lt;"); break;
        case '>': np_buf_puts(b, "&gt;"); break;
        case '"': np_buf_puts(b, "&quot;"); break;
        default: np_buf_putc(b, s.p[i]);
        }
}

/* ---- cells ---- */

/* "A" to "XFD" for 1 to 16384. */
static size_t put_letters(char *to, size_t column)
{
    char reversed[LETTERS_MOST];
    size_t n = 0;

    for (; column > 0; column = (column - 1) / 26)
        reversed[n++] = (char)('A' + (column - 1) % 26);
    for (size_t i = 0; i < n; i++)
        to[i] = reversed[n - 1 - i];
    return n;
}

static void put_reference(struct np_buf *b, size_t column, const char *sign, size_t row)
{
    char letters[LETTERS_MOST];
    size_t n = put_letters(letters, column);

    np_buf_printf(b, "%s%.*s%s%zu", sign, (int)n, letters, sign, row);
}

/* `<c r="B7" s="5"`: up to where the kinds of cells differ. */
static void begin_cell(struct np_book *book, enum np_style style)
{
    char *to = np_buf_room(&book->out, 64), *p = to;
    size_t digits = strlen(book->digits);

    memcpy(p, "<c r=\"", 6);
    p += 6;
    p += put_letters(p, ++book->column);
    memcpy(p, book->digits, digits);
    p += digits;
    memcpy(p, "\" s=\"", 5);
    p += 5;
    *p++ = (char)('1' + style);
    *p++ = '"';
    book->out.n += (size_t)(p - to);
}

/* "_x0041_" would be read as "A" (22.9.2.19, ST_Xstring). */
static bool is_escape(const char *p, size_t n)
{
    if (n < 7 || p[1] != 'x' || p[6] != '_')
        return false;
    for (int i = 2; i < 6; i++)
        if (!((p[i] >= '0' && p[i] <= '9') || (p[i] >= 'A' && p[i] <= 'F') ||
              (p[i] >= 'a' && p[i] <= 'f')))
            return false;
    return true;
}

/* A character that XML or ST_Xstring would read otherwise. */
static void put_special(struct np_buf *b, const char *p, size_t left)
{
    unsigned char c = (unsigned char)*p;

    if (c == '&' || c == '<' || c == '>')
        np_buf_puts(b, c == '&' ? "&amp;" : c == '<' ? "&lt;" : "&gt;");
    else if (c < 0x20 && c != '\t' && c != '\n')
        np_buf_printf(b, "_x%04X_", c);
    else if (c == '_' && is_escape(p, left))
        np_buf_puts(b, "_x005F_");
    else
        np_buf_putc(b, *p);
}

static bool is_special(unsigned char c)
{
    return c < 0x20 || c == '&' || c == '<' || c == '>' || c == '_';
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

void np_book_blank(struct np_book *book, enum np_style style)
{
    begin_cell(book, style);
    np_buf_puts(&book->out, "/>");
}

void np_book_text(struct np_book *book, struct np_slice text, enum np_style style)
{
    struct np_buf *b = &book->out;
    bool edge = text.n && (is_blank(text.p[0]) || is_blank(text.p[text.n - 1]));
    size_t from = 0;

    if (!text.n) {
        np_book_blank(book, style);
        return;
    }
    begin_cell(book, style);
    np_buf_puts(b, edge ? " t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                        : " t=\"inlineStr\"><is><t>");
    for (size_t i = 0; i < text.n; i++)
        if (is_special((unsigned char)text.p[i])) {
            np_buf_put(b, text.p + from, i - from);
            put_special(b, text.p + i, text.n - i);
            from = i + 1;
        }
    np_buf_put(b, text.p + from, text.n - from);
    np_buf_puts(b, "</t></is></c>");
}

static void put_whole(struct np_buf *b, uint32_t x)
{
    char digits[16], *p = digits + sizeof digits;

    do
        *--p = (char)('0' + x % 10);
    while ((x /= 10) > 0);
    np_buf_put(b, p, (size_t)(digits + sizeof digits - p));
}

void np_book_number(struct np_book *book, double number, enum np_style style)
{
    begin_cell(book, style);
    np_buf_puts(&book->out, "><v>");
    if (number >= 0 && number < WHOLE_MOST && number == (double)(uint32_t)number)
        put_whole(&book->out, (uint32_t)number);
    else
        np_buf_printf(&book->out, "%.15g", number);
    np_buf_puts(&book->out, "</v></c>");
}

/* ---- rows and sheets ---- */

static void end_row(struct np_book *book)
{
    if (book->row)
        np_buf_puts(&book->out, "</row>");
    if (book->out.n >= SPILL_BYTES)
        spill(book);
}

void np_book_row(struct np_book *book, double height)
{
    end_row(book);
    snprintf(book->digits, sizeof book->digits, "%zu", ++book->row);
    book->column = 0;
    np_buf_printf(&book->out, "<row r=\"%s\"", book->digits);
    if (height > 0)
        np_buf_printf(&book->out, " ht=\"%.15g\" customHeight=\"1\"", height);
    np_buf_putc(&book->out, '>');
}

/* A width counts digits; the file has it with the padding of a cell, 5 pixels at 7 a digit (18.3.1.13). */
static void put_widths(struct np_buf *b, const struct np_layout *layout)
{
    if (!layout->ncolumns)
        return;
    np_buf_puts(b, "<cols>");
    for (size_t c = 0; c < layout->ncolumns; c++)
        np_buf_printf(b, "<col min=\"%zu\" max=\"%zu\" width=\"%.10g\" customWidth=\"1\"/>", c + 1, c + 1,
                      trunc((layout->widths[c] * 7 + 5) / 7 * 256) / 256);
    np_buf_puts(b, "</cols>");
}

void np_book_sheet(struct np_book *book, const struct np_layout *layout)
{
    struct np_buf *b = &book->out;
    struct sheet *sheet = np_list_add(book->arena, &book->sheets);
    char part[48];

    *sheet = (struct sheet){ np_arena_copy(book->arena, np_slice_of(layout->name)).p, layout->ncolumns,
                             layout->nrows, layout->list && layout->ncolumns };
    book->layout = *layout;
    book->row = 0;
    snprintf(part, sizeof part, "xl/worksheets/sheet%zu.xml", book->sheets.n);
    np_zip_begin(book->zip, part);
    np_buf_puts(b, XML "<worksheet xmlns=\"" MAIN "\">");
    if (layout->fit)
        np_buf_puts(b, "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
    if (layout->nrows && layout->ncolumns) {
        np_buf_puts(b, "<dimension ref=\"A1:");
        put_reference(b, layout->ncolumns, "", layout->nrows);
        np_buf_puts(b, "\"/>");
    }
    np_buf_printf(b, "<sheetViews><sheetView%s workbookViewId=\"0\">%s</sheetView></sheetViews>",
                  book->sheets.n == 1 ? " tabSelected=\"1\"" : "",
                  layout->list ? "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" "
                                 "state=\"frozen\"/><selection pane=\"bottomLeft\"/>" : "");
    np_buf_puts(b, "<sheetFormatPr defaultRowHeight=\"15\"/>");
    put_widths(b, layout);
    np_buf_puts(b, "<sheetData>");
}

/* Landscape, narrow margins; in the order the schema asks for (18.3.1.99). */
void np_book_sheet_end(struct np_book *book)
{
    const struct sheet *sheet = &book->sheets.v[book->sheets.n - 1];
    struct np_buf *b = &book->out;

    end_row(book);
    np_buf_puts(b, "</sheetData>");
    if (sheet->list) {
        np_buf_puts(b, "<autoFilter ref=\"A1:");
        put_reference(b, sheet->ncolumns, "", sheet->nrows);
        np_buf_puts(b, "\"/>");
    }
    np_buf_puts(b, "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" "
                   "footer=\"0.3\"/>");
    np_buf_printf(b, "<pageSetup paperSize=\"%d\"%s orientation=\"landscape\"/>", book->layout.paper,
                  book->layout.fit ? " fitToHeight=\"0\"" : "");
    if (book->layout.footer) {
        np_buf_puts(b, "<headerFooter><oddFooter>");
        put_escaped(b, np_slice_of(book->layout.footer));
        np_buf_puts(b, "</oddFooter></headerFooter>");
    }
    np_buf_puts(b, "</worksheet>");
    end_part(book);
}

bool np_book_has(const struct np_book *book, struct np_slice name)
{
    for (size_t i = 0; i < book->sheets.n; i++)
        if (strlen(book->sheets.v[i].name) == name.n &&
            strncasecmp(book->sheets.v[i].name, name.p, name.n) == 0)
            return true;
    return false;
}

/* ---- the book ---- */

/* These stand first: programs know a workbook by them. Any other .xml is a sheet. */
static const char types[] = XML
    "<Types xmlns=\"" PACKAGE "content-types\"><Default Extension=\"rels\" "
    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"" CONTENT "worksheet+xml\"/>"
    "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" CONTENT "sheet.main+xml\"/>"
    "<Override PartName=\"/xl/styles.xml\" ContentType=\"" CONTENT "styles+xml\"/></Types>";
static const char relations[] = XML
    "<Relationships xmlns=\"" PACKAGE "relationships\"><Relationship Id=\"rId1\" "
    "Type=\"" RELATIONS "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

struct np_book *np_book_open(int fd)
{
    struct np_book *book = np_calloc(1, sizeof *book);

    book->zip = np_zip_open(fd);
    book->arena = np_arena_new();
    put_part(book, "[Content_Types].xml", types);
    put_part(book, "_rels/.rels", relations);
    put_part(book, "xl/styles.xml", styles);
    return book;
}

/* Filters and rows on every page have names of their own (18.2.5). */
static void put_names(struct np_buf *b, const struct sheet *sheets, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!sheets[i].list)
            continue;
        np_buf_printf(b, "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"%zu\" hidden=\"1\">'", i);
        put_escaped(b, np_slice_of(sheets[i].name));
        np_buf_puts(b, "'!$A$1:");
        put_reference(b, sheets[i].ncolumns, "$", sheets[i].nrows);
        np_buf_printf(b, "</definedName><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"%zu\">'", i);
        put_escaped(b, np_slice_of(sheets[i].name));
        np_buf_puts(b, "'!$1:$1</definedName>");
    }
}

static bool any_list(const struct np_book *book)
{
    for (size_t i = 0; i < book->sheets.n; i++)
        if (book->sheets.v[i].list)
            return true;
    return false;
}

static void put_workbook(struct np_book *book)
{
    struct np_buf *b = &book->out;

    np_zip_begin(book->zip, "xl/workbook.xml");
    np_buf_puts(b, XML "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" RELATIONS "\"><bookViews>"
                       "<workbookView/></bookViews><sheets>");
    for (size_t i = 0; i < book->sheets.n; i++) {
        np_buf_puts(b, "<sheet name=\"");
        put_escaped(b, np_slice_of(book->sheets.v[i].name));
        np_buf_printf(b, "\" sheetId=\"%zu\" r:id=\"rId%zu\"/>", i + 1, i + 1);
    }
    np_buf_puts(b, "</sheets>");
    if (any_list(book)) {
        np_buf_puts(b, "<definedNames>");
        put_names(b, book->sheets.v, book->sheets.n);
        np_buf_puts(b, "</definedNames>");
    }
    np_buf_puts(b, "</workbook>");
    end_part(book);
}

static void put_relations(struct np_book *book)
{
    struct np_buf *b = &book->out;

    np_zip_begin(book->zip, "xl/_rels/workbook.xml.rels");
    np_buf_puts(b, XML "<Relationships xmlns=\"" PACKAGE "relationships\">");
    for (size_t i = 1; i <= book->sheets.n; i++)
        np_buf_printf(b, "<Relationship Id=\"rId%zu\" Type=\"" RELATIONS "/worksheet\" "
                         "Target=\"worksheets/sheet%zu.xml\"/>", i, i);
    np_buf_printf(b, "<Relationship Id=\"rId%zu\" Type=\"" RELATIONS "/styles\" Target=\"styles.xml\"/>"
                     "</Relationships>", book->sheets.n + 1);
    end_part(book);
}

enum np_status np_book_close(struct np_book *book, struct np_err *err)
{
    enum np_status status;

    put_workbook(book);
    put_relations(book);
    status = np_zip_close(book->zip, err);
    np_arena_free(book->arena);
    np_buf_release(&book->out);
    free(book);
    return status;
}
