/* import_row.c -- the cells of one row: each to its column, converted, checked; then the row. */
#include "import.h"

#include <nanopat/text.h>

enum { OTHERS_MOST = 512 };

static bool (*const converters[NP_IMPORT_TYPES])(struct import_value *v) = {
    [NP_IMPORT_TEXT] = import_text,         [NP_IMPORT_PATENT] = import_patent,
    [NP_IMPORT_DATE] = import_date,         [NP_IMPORT_YEAR] = import_year,
    [NP_IMPORT_NUMBER] = import_number,     [NP_IMPORT_AMOUNT] = import_amount,
    [NP_IMPORT_CURRENCY] = import_currency, [NP_IMPORT_OFFICE] = import_office,
    [NP_IMPORT_YES_NO] = import_yes_no,     [NP_IMPORT_WORD] = import_word,
    [NP_IMPORT_SYMBOLS] = import_symbols,   [NP_IMPORT_COUNT] = import_count,
    [NP_IMPORT_PERCENT] = import_percent,   [NP_IMPORT_CREDIT] = import_credit,
    [NP_IMPORT_NAMES] = import_names,       [NP_IMPORT_OFFICES] = import_offices,
    [NP_IMPORT_CREDITS] = import_credits,   [NP_IMPORT_STANDARD] = import_standard,
};

struct reading {
    const struct np_import_kind *kind;
    size_t columns; /* of the kind */
    struct np_arena *arena;
    struct np_import_row *row;
    const struct np_import_cell **of; /* of each column of the kind; NULL: empty */
    NP_LIST(const struct np_import_cell *) more; /* for columns that take several */
    struct np_slice currency, office;
};

static struct np_import_fault *add_fault(struct reading *r, const struct np_import_fault *fault,
                                         int column, struct np_slice header)
{
    struct np_import_fault *added = np_list_add(r->arena, &r->row->faults);

    *added = *fault;
    added->column = column;
    added->header = header;
    added->note = fault->note || r->kind->lenient;
    r->row->refused = r->row->refused || !added->note;
    return added;
}

static void add_wrong(struct reading *r, int column, struct np_slice header, const char *code,
                      struct np_slice what)
{
    struct np_import_fault fault = { .code = np_slice_of(code), .what = what };

    add_fault(r, &fault, column, header);
}

/* The row itself is lost, whatever its kind. */
static void refuse(struct reading *r, struct np_slice what)
{
    struct np_import_fault fault = { .code = NP_S("NP-IMP-002"), .what = what };

    add_fault(r, &fault, 0, NP_EMPTY)->note = false;
    r->row->refused = true;
}

static struct np_slice squeezed(struct np_arena *arena, struct np_slice text)
{
    struct np_buf b = { 0 };
    struct np_slice made;

    np_text_squeeze(&b, text);
    made = np_arena_copy(arena, np_buf_slice(&b));
    np_buf_release(&b);
    return made;
}

/* ---- which cell counts ---- */

static void keep_other(struct reading *r, const struct np_import_cell *cell)
{
    if (r->row->others.n < OTHERS_MOST)
        *np_list_add(r->arena, &r->row->others) = (struct np_import_other){
            cell->target.header, squeezed(r->arena, cell->cell.text)
        };
}

/* What exports write into a cell that says nothing. */
static bool says_nothing(const struct reading *r, const struct np_import_cell *cell)
{
    static const char *const words[] = { "-", "--", "---", "—", "——", "/", "\\", "无", "暂无", "null",
                                         "NULL", "N/A", "n/a", "NA" };
    enum { LONGEST = 6 }; /* bytes of a word */
    struct np_slice text = np_slice_trim(cell->cell.text);
    int column = cell->target.column;

    if (!r->kind->lenient || column < 0 || r->kind->columns[column].type == NP_IMPORT_YES_NO ||
        text.n > LONGEST)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (np_slice_is(text, words[i]))
            return true;
    return false;
}

/* Of several cells for one column the one under the surer header; the rest is kept as text, where the
 * column does not take them all.                                                                    */
static void place(struct reading *r, const struct np_import_cell *cell)
{
    int column = cell->target.column;
    const struct np_import_cell **slot;

    if (!cell->target.header.n) {
        add_wrong(r, cell->cell.column, NP_EMPTY, "NP-IMP-011",
                  np_arena_printf(r->arena, "'%.*s' stands beside the table, under no header",
                                  NP_ARG(np_utf8_prefix(cell->cell.text, 60))));
        return;
    }
    if (column < 0 || (size_t)column >= r->columns) {
        keep_other(r, cell);
        return;
    }
    slot = &r->of[column];
    if (says_nothing(r, cell))
        return;
    if (*slot && r->kind->columns[column].type == NP_IMPORT_NAMES) {
        *np_list_add(r->arena, &r->more) = cell;
        return;
    }
    if (*slot && (*slot)->target.rank <= cell->target.rank) {
        keep_other(r, cell);
        return;
    }
    if (*slot)
        keep_other(r, *slot);
    *slot = cell;
}

/* ---- conversion ---- */

static void convert(struct reading *r, int column, const struct np_import_cell *cell)
{
    struct np_import_fault fault = { .code = NP_EMPTY };
    struct import_value v = {
        .arena = r->arena, .column = &r->kind->columns[column], .in = &cell->cell,
        .text = squeezed(r->arena, cell->cell.text), .unit = cell->target.unit,
        .currency = r->currency, .office = r->office, .out = &r->row->cells[column], .row = r->row, .fault = &fault,
    };

    if (cell->cell.value == NP_SHEET_FAULT)
        import_wrong(&v, "NP-IMP-012", "the cell holds %.*s", NP_ARG(v.text));
    else
        converters[v.column->type](&v);
    if (fault.code.n && !fault.note) {
        *v.out = (struct np_cell){ .set = false };
        if (r->kind->lenient)
            keep_other(r, cell);
    }
    if (fault.code.n)
        add_fault(r, &fault, cell->cell.column, cell->target.header);
    if (v.column->type == NP_IMPORT_CURRENCY && v.out->set)
        r->currency = v.out->text;
    if (v.column->type == NP_IMPORT_AMOUNT && v.out->set)
        r->currency = v.currency;
    if (v.column->type == NP_IMPORT_OFFICES && v.out->text.n == 2)
        r->office = v.out->text; /* one alone */
}

static int find_type(const struct reading *r, enum np_import_type type)
{
    for (int i = 0; r->kind->columns[i].column.name; i++)
        if (r->kind->columns[i].type == type)
            return i;
    return -1;
}

/* The currency first: a sum may need it; and countries, for patents without one. What only the sum says
 * goes into its column.                                                                          */
static void convert_all(struct reading *r)
{
    int currency = find_type(r, NP_IMPORT_CURRENCY), offices = find_type(r, NP_IMPORT_OFFICES);

    if (currency >= 0 && r->of[currency])
        convert(r, currency, r->of[currency]);
    if (offices >= 0 && r->of[offices])
        convert(r, offices, r->of[offices]);
    for (int i = 0; r->kind->columns[i].column.name; i++)
        if (i != currency && i != offices && r->of[i])
            convert(r, i, r->of[i]);
    for (size_t i = 0; i < r->more.n; i++)
        convert(r, r->more.v[i]->target.column, r->more.v[i]);
    if (currency >= 0 && r->currency.n)
        r->row->cells[currency] = (struct np_cell){ .set = true, .text = r->currency };
}

/* ---- the row as a whole ---- */

/* Of a row that is kept with a note on a cell, only what could be read counts. */
static bool has(const struct reading *r, int column)
{
    return r->of[column] && (!r->kind->lenient || r->row->cells[column].set);
}

static void check_required(struct reading *r)
{
    for (int i = 0; r->kind->columns[i].column.name; i++) {
        const struct np_import_column *c = &r->kind->columns[i];

        if (c->required && !has(r, i))
            refuse(r, np_arena_printf(r->arena, "'%s' (%s) is empty", c->column.name,
                                      c->column.zh));
    }
}

static void check_one_of(struct reading *r)
{
    struct np_slice words = np_slice_of(r->kind->one_of);
    bool found = !words.n;

    while (words.n && !found) {
        size_t end = np_slice_find(words, NP_S(" "));
        struct np_slice name = np_arena_copy(r->arena, np_slice_sub(words, 0, end));
        int column = np_import_column_find(r->kind, name.p);

        found = column >= 0 && has(r, column);
        words = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(words, end + 1, words.n);
    }
    if (!found)
        refuse(r, np_arena_printf(r->arena, "none of '%s' is there", r->kind->one_of));
}

void np_import_row_read(const struct np_import_kind *kind, const struct np_import_cell *cells,
                        size_t n, struct np_arena *arena, struct np_import_row *row)
{
    size_t columns = np_import_column_count(kind);
    struct reading r = { .kind = kind, .columns = columns, .arena = arena, .row = row, .currency = NP_EMPTY,
                         .office = NP_EMPTY };

    memset(row, 0, sizeof *row);
    row->cells = np_arena_zalloc(arena, columns * sizeof *row->cells);
    r.of = np_arena_zalloc(arena, columns * sizeof *r.of);
    for (size_t i = 0; i < n; i++)
        place(&r, &cells[i]);
    convert_all(&r);
    check_required(&r);
    check_one_of(&r);
}

/* ---- as JSON ---- */

static void put_cell(struct np_buf *b, const struct np_column *column, const struct np_cell *cell)
{
    switch (column->kind) {
    case NP_CELL_TEXT: np_json_string(b, cell->text); break;
    case NP_CELL_REAL: np_json_real(b, cell->real); break;
    case NP_CELL_FLAG: np_buf_puts(b, cell->i ? "true" : "false"); break;
    case NP_CELL_DATE:
        np_buf_putc(b, '"');
        np_date_put(b, (np_date)cell->i);
        np_buf_putc(b, '"');
        break;
    default: np_buf_printf(b, "%lld", (long long)cell->i);
    }
}

void np_import_row_json(struct np_buf *b, const struct np_import_kind *kind,
                        const struct np_cell *cells)
{
    const char *between = "{";

    for (int i = 0; kind->columns[i].column.name; i++) {
        if (!cells[i].set)
            continue;
        np_buf_puts(b, between);
        np_json_string(b, np_slice_of(kind->columns[i].column.name));
        np_buf_putc(b, ':');
        put_cell(b, &kind->columns[i].column, &cells[i]);
        between = ",";
    }
    np_buf_puts(b, between[0] == '{' ? "{}" : "}");
}
