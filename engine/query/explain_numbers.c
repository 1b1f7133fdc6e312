/* explain_numbers.c -- every number of a set's row: unit, direction, formula, source, inputs.
 *
 * The inputs are the other numbers of the row that its formula names, and the families counted.
 */
#include "explaining.h"

static bool is_name_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

static bool told_before(const struct np_buf *b, struct np_slice name)
{
    struct np_slice left = np_buf_slice(b);

    while (left.n) {
        size_t end = np_slice_find(left, NP_S("; "));

        if (left.n > name.n && np_slice_eq(np_slice_sub(left, 0, name.n), name) &&
            left.p[name.n] == ' ')
            return true;
        left = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(left, end + 2, left.n);
    }
    return false;
}

static void put_number(struct np_buf *b, const struct np_result *row, int at, struct np_slice name)
{
    const struct np_cell *cell = &row->rows.v[0][at];

    np_buf_printf(b, "%s%.*s = ", b->n ? "; " : "", NP_ARG(name));
    if (!cell->set)
        np_buf_puts(b, "null");
    else if (row->columns[at].kind == NP_CELL_REAL)
        np_buf_printf(b, "%.6f", cell->real);
    else
        np_buf_printf(b, "%lld", (long long)cell->i);
}

/* Names of columns in the formula, each once. */
static void put_inputs(struct np_buf *b, const struct np_result *row, const struct np_measure *m)
{
    const char *p = m->formula;

    while (*p) {
        struct np_slice name = { p, 0 };
        int at;

        if (!is_name_char(*p)) {
            p++;
            continue;
        }
        while (is_name_char(p[name.n]))
            name.n++;
        p += name.n;
        at = -1;
        for (size_t i = 0; i < row->ncolumns && at < 0; i++)
            if (np_slice_is(name, row->columns[i].name))
                at = (int)i;
        if (at >= 0 && row->columns[at].kind != NP_CELL_TEXT && !np_slice_is(name, m->name) &&
            !told_before(b, name))
            put_number(b, row, at, name);
    }
}

static void add_number(struct explaining *e, const struct np_result *row,
                       const struct counted_set *set, const struct np_measure *m)
{
    struct np_cell *out = add_row(e, "numbers", "", np_slice_of(m->name));
    double value = cell_number(row, 0, m->name);
    struct np_buf inputs = { 0 };

    set_text(e, out, X_EN, np_slice_of(m->en));
    set_text(e, out, X_ZH, np_slice_of(m->zh));
    np_cell_real(&out[X_VALUE], value);
    if (isnan(value))
        set_text(e, out, X_REASON, NP_S("no_data"));
    set_text(e, out, X_UNIT, np_slice_of(m->unit));
    np_cell_int(&out[X_DIRECTION], m->direction);
    put_inputs(&inputs, row, m);
    set_text(e, out, X_INPUTS, np_buf_slice(&inputs));
    tell_counted(e, set, m->name, out);
    set_text(e, out, X_FORMULA, np_slice_of(m->formula));
    set_text(e, out, X_SOURCE, np_slice_of(m->source));
    np_buf_release(&inputs);
}

void explain_numbers(struct explaining *e, const struct np_result *row,
                     const struct np_measure *const *tables)
{
    struct counted_set set;

    gather_counted(e, &set);
    for (; *tables; tables++)
        for (const struct np_measure *m = *tables; m->name; m++)
            if (np_result_column(row, m->name) >= 0)
                add_number(e, row, &set, m);
    release_counted(&set);
}
