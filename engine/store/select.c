/* select.c -- rows of a documented view into a result.
 *
 * Names are checked against the view before they come near SQL; values are only ever bound. What
 * a value means (a date, a number, text) follows from the view's column.
 */
#include "sqlite.h"

#include <stdlib.h>

struct viewed {
    struct np_slice name;
    enum np_cell_kind kind;
};

struct view {
    const char *name;
    NP_LIST(struct viewed) columns;
};

/* ---- what the view has ---- */

static bool is_view_name(const char *name)
{
    if (strncmp(name, "v_", 2) != 0)
        return false;
    for (const char *p = name; *p; p++)
        if (!(*p == '_' || (*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9')))
            return false;
    return true;
}

static enum np_cell_kind kind_of(const char *declared)
{
    if (declared && strcmp(declared, "INTEGER") == 0)
        return NP_CELL_INT;
    if (declared && strcmp(declared, "REAL") == 0)
        return NP_CELL_REAL;
    if (declared && strcmp(declared, "DATE") == 0)
        return NP_CELL_DATE;
    if (declared && strcmp(declared, "FLAG") == 0)
        return NP_CELL_FLAG;
    return NP_CELL_TEXT;
}

static enum np_status describe(struct np_store *store, const char *name, struct np_arena *arena,
                               struct view *view, struct np_err *err)
{
    struct np_slice text;
    sqlite3_stmt *all;
    int64_t there;

    if (!is_view_name(name))
        return np_fail(err, NP_FAIL, "no view '%.64s'", name);
    text = np_arena_printf(arena, "SELECT count(*) FROM sqlite_schema WHERE type = 'view' AND"
                                  " name = '%s'", name);
    if (np_sql_number(store, text.p, 0, &there, err) != NP_OK)
        return NP_STOP;
    if (!there)
        return np_fail(err, NP_FAIL, "no view '%.64s': either scores are not computed yet, or"
                                     " there is no such view", name);
    all = np_sql_prepare(store, np_arena_printf(arena, "SELECT * FROM %s", name).p, err);
    if (!all)
        return NP_STOP;
    view->name = name;
    for (int i = 0; i < sqlite3_column_count(all); i++)
        *np_list_add(arena, &view->columns) = (struct viewed){
            np_arena_copy(arena, np_slice_of(sqlite3_column_name(all, i))),
            kind_of(sqlite3_column_decltype(all, i))
        };
    sqlite3_finalize(all);
    return NP_OK;
}

static const struct viewed *find_column(const struct view *view, struct np_slice name,
                                        struct np_err *err)
{
    for (size_t i = 0; i < view->columns.n; i++)
        if (np_slice_eq(view->columns.v[i].name, name))
            return &view->columns.v[i];
    np_fail(err, NP_FAIL, "'%s' has no column '%.*s'", view->name, name.n > 64 ? 64 : (int)name.n,
            name.p);
    return NULL;
}

/* ---- the question as SQL ---- */

struct asked {
    struct np_buf sql;
    const struct view *view;
    NP_LIST(struct bound { enum np_cell_kind kind; struct np_slice text; int64_t i; double real; })
        bound;
    struct np_arena *arena;
};

static struct bound *add_value(struct asked *asked, enum np_cell_kind kind)
{
    struct bound *bound = np_list_add(asked->arena, &asked->bound);

    bound->kind = kind;
    np_buf_printf(&asked->sql, "?%zu", asked->bound.n);
    return bound;
}

static void put_name(struct np_buf *b, struct np_slice name)
{
    np_buf_printf(b, "\"%.*s\"", NP_ARG(name));
}

static enum np_status bad_value(const struct viewed *column, const struct np_condition *condition,
                                const char *wanted, struct np_err *err)
{
    return np_fail(err, NP_FAIL, "'%.*s' is not %s, which '%.*s' is",
                   condition->value.n > 64 ? 64 : (int)condition->value.n, condition->value.p,
                   wanted, NP_ARG(column->name));
}

static bool number_of(struct np_arena *arena, struct np_slice text, int64_t *i, double *real)
{
    char *end;
    struct np_slice copy = np_arena_copy(arena, np_slice_trim(text));
    size_t at = 0;

    if (copy.n && (copy.p[0] == '-' || copy.p[0] == '+'))
        at++;
    if (at == copy.n)
        return false;
    for (; at < copy.n; at++)
        if (!((copy.p[at] >= '0' && copy.p[at] <= '9') || copy.p[at] == '.'))
            return false;
    *i = strtoll(copy.p, &end, 10);
    if (*end == '\0') {
        *real = (double)*i;
        return true;
    }
    *real = strtod(copy.p, &end); /* the program runs in the C locale */
    *i = (int64_t)*real;
    return *end == '\0';
}

static const char *const tests[] = {
    [NP_IS] = " IS ", [NP_IS_NOT] = " IS NOT ", [NP_AT_LEAST] = " >= ", [NP_AT_MOST] = " <= ",
    [NP_BELOW] = " < ", [NP_ABOVE] = " > ",
};

static enum np_status number_condition(struct asked *asked, const struct viewed *column,
                                       const struct np_condition *condition, struct np_err *err)
{
    struct bound value = { .kind = NP_CELL_REAL };

    if (condition->test > NP_ABOVE)
        return np_fail(err, NP_FAIL, "'%.*s' is a number, not a text", NP_ARG(column->name));
    if (!number_of(asked->arena, condition->value, &value.i, &value.real))
        return bad_value(column, condition, "a number", err);
    put_name(&asked->sql, column->name);
    np_buf_puts(&asked->sql, tests[condition->test]);
    *add_value(asked, NP_CELL_REAL) = value;
    return NP_OK;
}

/* "2020" is all of 2020: from 20200000 to 20209999. */
static np_date last_of(np_date date)
{
    if (date % 10000 == 0)
        return date + 9999;
    return date % 100 == 0 ? date + 99 : date;
}

static enum np_status date_condition(struct asked *asked, const struct viewed *column,
                                     const struct np_condition *condition, struct np_err *err)
{
    np_date date = np_date_parse(np_slice_trim(condition->value));

    if (condition->test > NP_AT_MOST)
        return np_fail(err, NP_FAIL, "'%.*s' is a date, not a text", NP_ARG(column->name));
    if (!date)
        return bad_value(column, condition, "a date", err);
    put_name(&asked->sql, column->name);
    switch (condition->test) {
    case NP_IS: np_buf_puts(&asked->sql, " BETWEEN "); break;
    case NP_IS_NOT: np_buf_puts(&asked->sql, " NOT BETWEEN "); break;
    default: np_buf_puts(&asked->sql, tests[condition->test]);
    }
    if (condition->test != NP_AT_MOST)
        add_value(asked, NP_CELL_INT)->i = date;
    if (condition->test == NP_IS || condition->test == NP_IS_NOT)
        np_buf_puts(&asked->sql, " AND ");
    if (condition->test != NP_AT_LEAST)
        add_value(asked, NP_CELL_INT)->i = last_of(date);
    return NP_OK;
}

/* What begins so lies between it and the next text of its length: an index can serve that. */
static void begins_condition(struct asked *asked, const struct viewed *column,
                             struct np_slice value)
{
    struct np_buf *sql = &asked->sql;
    char last = value.n ? value.p[value.n - 1] : '\0';

    if (last >= ' ' && last < '~') {
        char *next = np_arena_alloc(asked->arena, value.n);

        memcpy(next, value.p, value.n);
        next[value.n - 1]++;
        put_name(sql, column->name);
        np_buf_puts(sql, " >= ");
        add_value(asked, NP_CELL_TEXT)->text = value;
        np_buf_puts(sql, " AND ");
        put_name(sql, column->name);
        np_buf_puts(sql, " < ");
        add_value(asked, NP_CELL_TEXT)->text = np_slice_make(next, value.n);
        return;
    }
    np_buf_puts(sql, "substr(");
    put_name(sql, column->name);
    np_buf_puts(sql, ", 1, length(");
    add_value(asked, NP_CELL_TEXT)->text = value;
    np_buf_puts(sql, ")) = ");
    add_value(asked, NP_CELL_TEXT)->text = value;
}

static void among_condition(struct asked *asked, const struct viewed *column,
                            struct np_slice words)
{
    put_name(&asked->sql, column->name);
    np_buf_puts(&asked->sql, " IN (");
    for (bool first = true; words.n; first = false) {
        size_t n = np_slice_find(words, NP_S(" "));

        np_buf_puts(&asked->sql, first ? "" : ", ");
        add_value(asked, NP_CELL_TEXT)->text = np_slice_sub(words, 0, n);
        words = n == (size_t)-1 ? NP_EMPTY : np_slice_sub(words, n + 1, words.n);
    }
    np_buf_puts(&asked->sql, ")");
}

/* One of the column's words, `between` as SQL. */
static void has_condition(struct asked *asked, const struct viewed *column, struct np_slice value,
                          const char *between)
{
    np_buf_printf(&asked->sql, "instr(%s || ", between);
    put_name(&asked->sql, column->name);
    np_buf_printf(&asked->sql, " || %s, %s || ", between, between);
    add_value(asked, NP_CELL_TEXT)->text = value;
    np_buf_printf(&asked->sql, " || %s) > 0", between);
}

/* CONTAINS finds Latin text in either case; the rest compares bytes. */
static enum np_status text_condition(struct asked *asked, const struct viewed *column,
                                     const struct np_condition *condition)
{
    struct np_buf *sql = &asked->sql;

    switch (condition->test) {
    case NP_BEGINS: begins_condition(asked, column, condition->value); return NP_OK;
    case NP_AMONG: among_condition(asked, column, condition->value); return NP_OK;
    case NP_CONTAINS:
        np_buf_puts(sql, "instr(lower(");
        put_name(sql, column->name);
        np_buf_puts(sql, "), lower(");
        add_value(asked, NP_CELL_TEXT)->text = condition->value;
        np_buf_puts(sql, ")) > 0");
        return NP_OK;
    case NP_HAS: has_condition(asked, column, condition->value, "' '"); return NP_OK;
    case NP_LISTED: has_condition(asked, column, condition->value, "'; '"); return NP_OK;
    default:
        put_name(sql, column->name);
        np_buf_puts(sql, tests[condition->test]);
    }
    add_value(asked, NP_CELL_TEXT)->text = condition->value;
    return NP_OK;
}

static enum np_status add_condition(struct asked *asked, const struct np_condition *condition,
                                    struct np_err *err)
{
    const struct viewed *column =
        find_column(asked->view, np_slice_of(condition->column), err);

    if (!column)
        return NP_FAIL;
    if (!condition->value.n && condition->test <= NP_IS_NOT) { /* known, unknown */
        put_name(&asked->sql, column->name);
        np_buf_puts(&asked->sql, condition->test == NP_IS ? " IS NULL" : " IS NOT NULL");
        return NP_OK;
    }
    switch (column->kind) {
    case NP_CELL_INT:
    case NP_CELL_REAL:
    case NP_CELL_FLAG: return number_condition(asked, column, condition, err);
    case NP_CELL_DATE: return date_condition(asked, column, condition, err);
    default: return text_condition(asked, column, condition);
    }
}

static enum np_status add_columns(struct asked *asked, const struct np_result *result,
                                  struct np_err *err)
{
    np_buf_puts(&asked->sql, "SELECT ");
    for (size_t i = 0; i < result->ncolumns; i++) {
        struct np_slice name = np_slice_of(result->columns[i].name);

        if (!find_column(asked->view, name, err))
            return NP_FAIL;
        np_buf_puts(&asked->sql, i ? ", " : "");
        put_name(&asked->sql, name);
    }
    np_buf_printf(&asked->sql, " FROM %s", asked->view->name);
    return NP_OK;
}

static enum np_status add_one_order(struct asked *asked, struct np_slice word, bool first,
                                    struct np_err *err)
{
    bool falls = word.n && word.p[0] == '-';
    struct np_slice name = np_slice_sub(word, falls, word.n);

    if (!find_column(asked->view, name, err))
        return NP_FAIL;
    np_buf_puts(&asked->sql, first ? " ORDER BY " : ", ");
    put_name(&asked->sql, name);
    np_buf_puts(&asked->sql, falls ? " DESC NULLS LAST" : " ASC NULLS LAST");
    return NP_OK;
}

/* Ties are broken by the result's own columns, so that the order is total. */
static enum np_status add_order(struct asked *asked, struct np_slice order,
                                const struct np_result *result, struct np_err *err)
{
    bool first = true;

    for (size_t at = 0; at < order.n;) {
        size_t from;

        while (at < order.n && order.p[at] == ' ')
            at++;
        for (from = at; at < order.n && order.p[at] != ' '; at++)
            continue;
        if (at == from)
            break;
        if (add_one_order(asked, np_slice_sub(order, from, at - from), first, err) != NP_OK)
            return NP_FAIL;
        first = false;
    }
    for (size_t i = 0; !first && i < result->ncolumns; i++)
        np_buf_printf(&asked->sql, ", \"%s\" NULLS LAST", result->columns[i].name);
    return NP_OK;
}

/* ---- the answer ---- */

static void fill_cell(struct np_result *result, const struct np_column *column,
                      struct np_cell *cell, sqlite3_stmt *row, int at)
{
    if (sqlite3_column_type(row, at) == SQLITE_NULL)
        return;
    switch (column->kind) {
    case NP_CELL_TEXT: np_cell_text(result, cell, np_column(row, at)); break;
    case NP_CELL_REAL: np_cell_real(cell, sqlite3_column_double(row, at)); break;
    case NP_CELL_DATE: np_cell_date(cell, (np_date)sqlite3_column_int(row, at)); break;
    default: np_cell_int(cell, sqlite3_column_int64(row, at));
    }
}

static void bind_values(sqlite3_stmt *statement, const struct asked *asked)
{
    for (size_t i = 0; i < asked->bound.n; i++) {
        const struct bound *value = &asked->bound.v[i];

        if (value->kind == NP_CELL_TEXT)
            sqlite3_bind_text64(statement, (int)i + 1, value->text.n ? value->text.p : "",
                                value->text.n, SQLITE_STATIC, SQLITE_UTF8);
        else if (value->kind == NP_CELL_INT || value->real == (double)value->i)
            sqlite3_bind_int64(statement, (int)i + 1, value->i);
        else
            sqlite3_bind_double(statement, (int)i + 1, value->real);
    }
}

static enum np_status answer(struct np_store *store, struct asked *asked,
                             struct np_result *result, struct np_err *err)
{
    sqlite3_stmt *rows = np_sql_prepare(store, np_buf_cstr(&asked->sql), err);
    enum np_status status;

    if (!rows)
        return NP_STOP;
    bind_values(rows, asked);
    while ((status = np_sql_row(store, rows, err)) == NP_OK) {
        struct np_cell *cells = np_result_row(result);

        for (size_t i = 0; i < result->ncolumns; i++)
            fill_cell(result, &result->columns[i], &cells[i], rows, (int)i);
    }
    sqlite3_finalize(rows);
    return status == NP_END ? NP_OK : status;
}

static enum np_status add_conditions(struct asked *asked, const struct np_condition *conditions,
                                     size_t nconditions, struct np_err *err)
{
    enum np_status status = NP_OK;

    for (size_t i = 0; status == NP_OK && i < nconditions; i++) {
        np_buf_puts(&asked->sql, i ? " AND " : " WHERE ");
        status = add_condition(asked, &conditions[i], err);
    }
    return status;
}

static enum np_status ask(struct asked *asked, const struct np_condition *conditions,
                          size_t nconditions, const char *order, struct np_portion part,
                          const struct np_result *result, struct np_err *err)
{
    enum np_status status = add_columns(asked, result, err);

    if (status == NP_OK)
        status = add_conditions(asked, conditions, nconditions, err);
    if (status == NP_OK)
        status = add_order(asked, np_slice_of(order), result, err);
    if (status == NP_OK && (part.limit >= 0 || part.from > 0))
        np_buf_printf(&asked->sql, " LIMIT %lld OFFSET %lld", (long long)part.limit,
                      (long long)part.from);
    return status;
}

static enum np_status count_rows(struct np_store *store, const struct view *view,
                                 const struct np_condition *conditions, size_t nconditions,
                                 struct np_arena *arena, int64_t *total, struct np_err *err)
{
    struct asked asked = { .view = view, .arena = arena };
    enum np_status status;
    sqlite3_stmt *rows;

    np_buf_printf(&asked.sql, "SELECT count(*) FROM %s", view->name);
    status = add_conditions(&asked, conditions, nconditions, err);
    if (status == NP_OK) {
        rows = np_sql_prepare(store, np_buf_cstr(&asked.sql), err);
        status = NP_STOP;
        if (rows) {
            bind_values(rows, &asked);
            status = np_sql_row(store, rows, err);
            *total = status == NP_OK ? sqlite3_column_int64(rows, 0) : 0;
        }
        sqlite3_finalize(rows);
    }
    np_buf_release(&asked.sql);
    return status;
}

enum np_status np_store_select_portion(struct np_store *store, const char *view_name,
                                    const struct np_condition *conditions, size_t nconditions,
                                    const char *order, struct np_portion part, int64_t *total,
                                    struct np_result *result, struct np_err *err)
{
    struct np_arena *arena = np_arena_new();
    struct view view = { 0 };
    struct asked asked = { .view = &view, .arena = arena };
    enum np_status status = describe(store, view_name, arena, &view, err);

    if (status == NP_OK)
        status = ask(&asked, conditions, nconditions, order, part, result, err);
    if (status == NP_OK)
        status = answer(store, &asked, result, err);
    if (status == NP_OK && total)
        status = count_rows(store, &view, conditions, nconditions, arena, total, err);
    np_buf_release(&asked.sql);
    np_arena_free(arena);
    return status;
}

enum np_status np_store_select(struct np_store *store, const char *view,
                               const struct np_condition *conditions, size_t nconditions,
                               const char *order, int64_t limit, struct np_result *result,
                               struct np_err *err)
{
    return np_store_select_portion(store, view, conditions, nconditions, order,
                                (struct np_portion){ 0, limit }, NULL, result, err);
}
