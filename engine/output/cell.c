/* cell.c -- one cell as text: for machines always the same, for people in their language. */
#include "output.h"

#include <math.h>

bool np_cell_known(const struct np_column *column, const struct np_cell *cell)
{
    return cell->set && (column->kind != NP_CELL_REAL || isfinite(cell->real));
}

bool np_column_is_number(const struct np_column *column)
{
    return column->kind == NP_CELL_INT || column->kind == NP_CELL_REAL;
}

/* -0.0000001 rounds to "-0.000": a sign that says nothing. */
static bool is_zero(struct np_slice digits)
{
    for (size_t i = 0; i < digits.n; i++)
        if (digits.p[i] != '-' && digits.p[i] != '0' && digits.p[i] != '.')
            return false;
    return true;
}

void np_real_put(struct np_buf *b, double x, int digits)
{
    size_t from = b->n;

    np_buf_printf(b, "%.*f", digits, x);
    if (b->p[from] == '-' && is_zero(np_slice_make(b->p + from, b->n - from))) {
        memmove(b->p + from, b->p + from + 1, b->n - from - 1);
        b->n--;
    }
}

int np_real_digits(double x)
{
    return fabs(x) < 1 ? 3 : 1;
}

/* In a column of values of many units counts carry no decimals. */
int np_cell_digits(const struct np_column *column, double x)
{
    bool mixed = !*column->unit && strcmp(column->name, "value") == 0;

    return mixed && x == floor(x) ? 0 : np_real_digits(x);
}

void np_cell_put(struct np_buf *b, const struct np_column *column, const struct np_cell *cell)
{
    if (!np_cell_known(column, cell))
        return;
    switch (column->kind) {
    case NP_CELL_TEXT: np_buf_puts_slice(b, cell->text); break;
    case NP_CELL_INT: np_buf_printf(b, "%lld", (long long)cell->i); break;
    case NP_CELL_REAL: np_real_put(b, cell->real, 6); break;
    case NP_CELL_DATE: np_date_put(b, (np_date)cell->i); break;
    case NP_CELL_FLAG: np_buf_putc(b, cell->i ? '1' : '0'); break;
    }
}

void np_cell_show(struct np_buf *b, const struct np_column *column, const struct np_cell *cell,
                  enum np_lang lang)
{
    static const char *const words[][2] = { { "no", "yes" }, { "否", "是" } };

    if (!np_cell_known(column, cell)) {
        np_buf_puts(b, "–");
        return;
    }
    switch (column->kind) {
    case NP_CELL_REAL: np_real_put(b, cell->real, np_cell_digits(column, cell->real)); break;
    case NP_CELL_FLAG: np_buf_puts(b, words[lang == NP_LANG_ZH][cell->i != 0]); break;
    default: np_cell_put(b, column, cell);
    }
}

/* U+202A..202E and U+2066..2069 turn the direction of writing: a name could show as another. */
static bool misleads(uint32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static bool is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

static void clean(struct np_buf *b, struct np_slice s, bool one_line)
{
    size_t at = 0;

    while (at < s.n) {
        uint32_t c = np_utf8_next(s, &at);

        if (c == 0 || c == 0xFFFE || c == 0xFFFF || misleads(c))
            c = 0xFFFD;
        else if (one_line && is_control(c))
            c = ' ';
        np_utf8_put(b, c);
    }
}

void np_text_clean(struct np_buf *b, struct np_slice s)
{
    clean(b, s, false);
}

void np_text_line(struct np_buf *b, struct np_slice s)
{
    clean(b, s, true);
}

const char *np_heading(const struct np_column *column, enum np_lang lang)
{
    const char *heading = lang == NP_LANG_ZH ? column->zh : column->en;

    return heading && *heading ? heading : column->name;
}

const char *np_title(const struct np_result *result, enum np_lang lang)
{
    const char *title = lang == NP_LANG_ZH ? result->zh : result->en;

    return title && *title ? title : result->name;
}
