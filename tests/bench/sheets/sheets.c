/* sheets.c -- made-up lists of a kind with every column it knows: exports of vendors, enterprise libraries.
 *
 *     sheets KIND ROWS [full] [FILE.xlsx] < NUMBERS
 *
 * A CSV in UTF-8 to stdout, or a workbook. Headers are those of the kind's table, with `full` in full
 * width as incoPat prints brackets. NUMBERS: a publication and its application in each line, blank
 * between; behind the last, and where there is none, numbers are made up. No clock, no chance: the same
 * arguments give the same bytes.
 */
#include <nanopat/credit_code.h>
#include <nanopat/import_kind.h>
#include <nanopat/output.h>

#include <stdio.h>
#include <stdlib.h>

struct making {
    const struct np_import_kind *kind;
    int row;
    char publication[64], application[64];
};

/* ---- values ---- */

static void read_numbers(struct making *m)
{
    char line[200];

    m->publication[0] = m->application[0] = '\0';
    if (fgets(line, sizeof line, stdin))
        (void)sscanf(line, "%63s %63s", m->publication, m->application);
    if (!m->publication[0])
        snprintf(m->publication, sizeof m->publication, "CN%09dA", 190000000 + m->row);
}

static void put_application(struct np_buf *b, const struct making *m)
{
    char digits[16];

    if (m->application[0]) {
        np_buf_puts(b, m->application);
        return;
    }
    snprintf(digits, sizeof digits, "20211%07d", m->row);
    np_buf_printf(b, "CN%s.%c", digits, np_cn_check_digit(np_slice_of(digits)));
}

static void put_code(struct np_buf *b, int row)
{
    char code[NP_CREDIT_CODE_BYTES + 1];

    snprintf(code, sizeof code, "91320594MA%07d0", row);
    code[NP_CREDIT_CODE_BYTES - 1] = np_credit_code_check(np_slice_make(code, NP_CREDIT_CODE_BYTES));
    np_buf_puts(b, code);
}

static void put_word(struct np_buf *b, const char *words, int row)
{
    static const char *const validity[] = { "有效", "失效", "审中" };

    if (words && strstr(words, "in_force"))
        np_buf_puts(b, validity[row % 3]);
    else
        np_buf_puts_slice(b, np_slice_sub(np_slice_of(words), 0,
                                          np_slice_find(np_slice_of(words), NP_S("="))));
}

static void put_value(struct np_buf *b, const struct making *m, const struct np_import_column *c)
{
    int row = m->row;

    switch (c->type) {
    case NP_IMPORT_PATENT:
        if (strcmp(c->column.name, "application") == 0)
            put_application(b, m);
        else
            np_buf_puts(b, m->publication);
        break;
    case NP_IMPORT_DATE:
        np_buf_printf(b, "20%02d-%02d-%02d", 10 + row % 12, 1 + row % 12, 1 + row % 28);
        break;
    case NP_IMPORT_YEAR: np_buf_printf(b, "%d", 2015 + row % 9); break;
    case NP_IMPORT_COUNT: np_buf_printf(b, "%d", row % 7); break;
    case NP_IMPORT_NUMBER: np_buf_printf(b, "%d.5", row % 10); break;
    case NP_IMPORT_PERCENT: np_buf_printf(b, "%d%%", 2 + row % 60); break;
    case NP_IMPORT_AMOUNT: np_buf_printf(b, "%d万元", 100 + row % 9000); break;
    case NP_IMPORT_CURRENCY: np_buf_puts(b, "CNY"); break;
    case NP_IMPORT_OFFICE: np_buf_puts(b, "CN"); break;
    case NP_IMPORT_OFFICES: np_buf_puts(b, "美国; 日本"); break;
    case NP_IMPORT_YES_NO: np_buf_puts(b, row % 2 ? "是" : "否"); break;
    case NP_IMPORT_SYMBOLS: np_buf_puts(b, "C01B32/182"); break;
    case NP_IMPORT_WORD: put_word(b, c->words, row); break;
    case NP_IMPORT_CREDIT:
    case NP_IMPORT_CREDITS: put_code(b, row); break;
    default: np_buf_printf(b, "%s第%d项", c->column.zh, row);
    }
}

/* ---- as CSV ---- */

static void put_quoted(struct np_buf *b, struct np_slice text)
{
    np_buf_putc(b, '"');
    for (size_t i = 0; i < text.n; i++)
        np_buf_puts(b, text.p[i] == '"' ? "\"\"" : (char[]){ text.p[i], '\0' });
    np_buf_putc(b, '"');
}

/* As incoPat prints them: （ and ） for ( and ). */
static void put_header(struct np_buf *b, const char *zh, bool full)
{
    for (; *zh; zh++)
        if (full && (*zh == '(' || *zh == ')'))
            np_buf_puts(b, *zh == '(' ? "（" : "）");
        else
            np_buf_putc(b, *zh);
}

static void print_text(const struct np_import_kind *kind, int rows, bool full)
{
    struct making m = { .kind = kind };
    struct np_buf b = { 0 }, value = { 0 };

    for (const struct np_import_column *c = kind->columns; c->column.name; c++) {
        np_buf_puts(&b, c == kind->columns ? "" : ",");
        put_header(&b, c->column.zh, full);
    }
    np_buf_puts(&b, "\r\n");
    for (m.row = 1; m.row <= rows; m.row++) {
        read_numbers(&m);
        for (const struct np_import_column *c = kind->columns; c->column.name; c++) {
            np_buf_reset(&value);
            put_value(&value, &m, c);
            np_buf_puts(&b, c == kind->columns ? "" : ",");
            put_quoted(&b, np_buf_slice(&value));
        }
        np_buf_puts(&b, "\r\n");
        fwrite(b.p, 1, b.n, stdout);
        np_buf_reset(&b);
    }
    np_buf_release(&b);
    np_buf_release(&value);
}

/* ---- as a workbook ---- */

static int write_workbook(const struct np_import_kind *kind, int rows, const char *path)
{
    static struct np_column columns[512];
    struct making m = { .kind = kind };
    struct np_result *r;
    struct np_buf value = { 0 };
    struct np_err err = { 0 };
    const struct np_result *all[1];
    size_t n = 0;

    for (; kind->columns[n].column.name; n++) {
        columns[n] = kind->columns[n].column;
        columns[n].kind = NP_CELL_TEXT;
        columns[n].unit = "";
    }
    r = np_result_new("list", columns);
    for (m.row = 1; m.row <= rows; m.row++) {
        struct np_cell *cells = np_result_row(r);

        read_numbers(&m);
        for (size_t i = 0; i < n; i++) {
            np_buf_reset(&value);
            put_value(&value, &m, &kind->columns[i]);
            np_cell_text(r, &cells[i], np_buf_slice(&value));
        }
    }
    all[0] = r;
    if (np_output_write(np_format_find("xlsx"), path, all, 1, NP_LANG_ZH, &err) != NP_OK)
        fprintf(stderr, "%s\n", err.what);
    np_buf_release(&value);
    np_result_free(r);
    return err.what[0] != '\0';
}

int main(int argc, char **argv)
{
    const struct np_import_kind *kind = argc > 2 ? np_import_kind_find(argv[1]) : NULL;
    bool full = argc > 3 && strcmp(argv[3], "full") == 0;
    const char *file = argc > 3 + full ? argv[3 + full] : NULL;

    if (!kind) {
        fprintf(stderr, "sheets KIND ROWS [full] [FILE.xlsx] < NUMBERS\n");
        return 2;
    }
    if (file)
        return write_workbook(kind, atoi(argv[2]), file);
    print_text(kind, atoi(argv[2]), full);
    return 0;
}
