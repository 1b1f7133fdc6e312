/* csv.c -- RFC 4180: CRLF, a header row, UTF-8.
 *
 * Two flavours. `csv` is for programs: machine names over the columns, no byte order mark, texts as
 * they are; null is nothing, an empty text is "". `csv-excel` is what a file named .csv gets:
 * headings in the language, a byte order mark, without which a Chinese desktop shows garbage, and a
 * leading ' before text that a spreadsheet would take for a formula (CWE-1236). Numbers are typed, so -5 stays -5 in both.
 */
#include "output.h"

static bool needs_quotes(struct np_slice s)
{
    if (s.n == 0)
        return true;
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] == ',' || s.p[i] == '"' || s.p[i] == '\r' || s.p[i] == '\n')
            return true;
    return false;
}

static void put_field(struct np_buf *b, struct np_slice s)
{
    if (!needs_quotes(s)) {
        np_buf_puts_slice(b, s);
        return;
    }
    np_buf_putc(b, '"');
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '"')
            np_buf_putc(b, '"');
        np_buf_putc(b, s.p[i]);
    }
    np_buf_putc(b, '"');
}

/* Spreadsheets look past leading blanks, and full-width signs count. */
static bool is_formula(struct np_slice s)
{
    static const uint32_t starts[] = { '=', '+', '-', '@', '\t', '\r', '\n',
                                       0xFF1D, 0xFF0B, 0xFF0D, 0xFF20 };
    size_t at = 0;
    uint32_t c = 0;

    while (at < s.n && ((c = np_utf8_next(s, &at)) == ' ' || c == 0xA0 || c == 0x3000))
        continue;
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        if (s.n && c == starts[i])
            return true;
    return false;
}

static void put_text(struct np_buf *b, struct np_slice text, bool excel)
{
    struct np_buf whole = { 0 };

    if (excel && is_formula(text))
        np_buf_putc(&whole, '\'');
    if (np_utf8_check(text) == text.n)
        np_buf_puts_slice(&whole, text);
    else
        np_text_clean(&whole, text);
    put_field(b, np_buf_slice(&whole));
    np_buf_release(&whole);
}

static void put_row(struct np_buf *b, const struct np_result *r, const struct np_cell *row,
                    bool excel)
{
    for (size_t i = 0; i < r->ncolumns; i++) {
        if (i)
            np_buf_putc(b, ',');
        if (r->columns[i].kind != NP_CELL_TEXT)
            np_cell_put(b, &r->columns[i], &row[i]);
        else if (row[i].set)
            put_text(b, row[i].text, excel);
    }
    np_buf_puts(b, "\r\n");
}

static enum np_status write_csv(int fd, const struct np_result *const *results, size_t n,
                                bool excel, enum np_lang lang, struct np_err *err)
{
    struct writer w = { .fd = fd };
    const struct np_result *r = n ? results[0] : NULL;

    if (excel)
        np_buf_puts(&w.buf, "\xEF\xBB\xBF");
    for (size_t i = 0; r && i < r->ncolumns; i++) {
        np_buf_puts(&w.buf, i ? "," : "");
        if (excel)
            put_text(&w.buf, np_slice_of(np_heading(&r->columns[i], lang)), true);
        else
            np_buf_puts(&w.buf, r->columns[i].name);
    }
    np_buf_puts(&w.buf, "\r\n");
    for (size_t i = 0; r && i < r->rows.n; i++) {
        put_row(&w.buf, r, r->rows.v[i], excel);
        np_writer_spill(&w);
    }
    return np_writer_end(&w, err);
}

enum np_status np_write_csv(int fd, const struct np_result *const *results, size_t n,
                            enum np_lang lang, struct np_err *err)
{
    return write_csv(fd, results, n, false, lang, err);
}

enum np_status np_write_csv_excel(int fd, const struct np_result *const *results, size_t n,
                                  enum np_lang lang, struct np_err *err)
{
    return write_csv(fd, results, n, true, lang, err);
}
