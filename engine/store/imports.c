/* imports.c -- the ledger of lists that people brought, their rows and what was wrong with them. */
#include "sqlite.h"

/* ---- the ledger ---- */

static struct np_slice hash_of(const struct np_import_list *list)
{
    return np_slice_make(list->hash, sizeof list->hash);
}

enum np_status np_store_import_find(struct np_store *store, const struct np_import_list *wanted,
                                    int64_t *id, struct np_err *err)
{
    sqlite3_stmt *find = np_sql(store, NP_SQL_IMPORT_FIND, err);
    enum np_status status;

    if (!find)
        return NP_STOP;
    np_bind_blob(find, 1, hash_of(wanted));
    np_bind_text(find, 2, wanted->kind);
    status = np_sql_row(store, find, err);
    if (status == NP_OK) {
        *id = sqlite3_column_int64(find, 0);
        sqlite3_reset(find);
    }
    return status;
}

enum np_status np_store_import_last(struct np_store *store, int64_t *id, struct np_err *err)
{
    sqlite3_stmt *next = np_sql(store, NP_SQL_IMPORT_NEXT, err);

    if (!next || np_sql_row(store, next, err) != NP_OK)
        return NP_STOP;
    *id = sqlite3_column_int64(next, 0);
    sqlite3_reset(next);
    return NP_OK;
}

enum np_status np_store_import_put(struct np_store *store, struct np_import_list *list,
                                   struct np_err *err)
{
    sqlite3_stmt *put = np_sql(store, NP_SQL_IMPORT_PUT, err);
    int64_t last;

    if (!put || (!list->id && np_store_import_last(store, &last, err) != NP_OK))
        return NP_STOP;
    if (!list->id)
        list->id = last + 1;
    store->changed = true;
    np_bind_int(put, 1, list->id);
    np_bind_text(put, 2, list->kind);
    np_bind_text(put, 3, list->name);
    np_bind_text(put, 4, list->format);
    np_bind_blob(put, 5, hash_of(list));
    np_bind_int(put, 6, list->rows);
    np_bind_int(put, 7, list->kept);
    np_bind_int(put, 8, list->refused);
    np_bind_int(put, 9, list->notes);
    np_bind_text(put, 10, list->unknown);
    return np_sql_run(store, put, err);
}

enum np_status np_store_import_withdraw(struct np_store *store, int64_t id, int64_t by,
                                        struct np_err *err)
{
    static const enum np_sql all[] = { NP_SQL_IMPORTED_FORGET, NP_SQL_IMPORTED_FORM_FORGET,
                                       NP_SQL_IMPORT_FAULT_FORGET, NP_SQL_IMPORT_WITHDRAW };
    enum np_status status = NP_OK;

    store->changed = true;
    for (size_t i = 0; status == NP_OK && i < sizeof all / sizeof all[0]; i++) {
        sqlite3_stmt *statement = np_sql(store, all[i], err);

        if (!statement)
            return NP_STOP;
        np_bind_int(statement, 1, id);
        if (all[i] == NP_SQL_IMPORT_WITHDRAW)
            np_bind_known(statement, 2, by);
        status = np_sql_run(store, statement, err);
    }
    return status;
}

enum np_status np_store_import_each(struct np_store *store, struct np_slice kind,
                                    struct np_slice name, int64_t last,
                                    void (*each)(void *ctx, int64_t id), void *ctx,
                                    struct np_err *err)
{
    sqlite3_stmt *rows = np_sql(store, NP_SQL_IMPORT_EACH, err);
    enum np_status status;

    if (!rows)
        return NP_STOP;
    np_bind_text(rows, 1, kind);
    np_bind_text(rows, 2, name);
    np_bind_int(rows, 3, last);
    while ((status = np_sql_row(store, rows, err)) == NP_OK)
        each(ctx, sqlite3_column_int64(rows, 0));
    return status == NP_END ? NP_OK : status;
}

/* ---- rows ---- */

static enum np_status put_form(struct np_store *store, const struct np_imported_row *row,
                               size_t i, struct np_err *err)
{
    sqlite3_stmt *put = np_sql(store, NP_SQL_IMPORTED_FORM_PUT, err);
    const struct np_imported_form *form = &row->forms[i];

    if (!put)
        return NP_STOP;
    np_bind_int(put, 1, row->import);
    np_bind_int(put, 2, row->seq);
    np_bind_int(put, 3, (int64_t)i + 1);
    np_bind_int(put, 4, form->kind);
    np_bind_text(put, 5, form->doc.office);
    np_bind_text(put, 6, form->doc.number);
    np_bind_text(put, 7, form->doc.kind);
    np_bind_known(put, 8, np_date_year(form->doc.date));
    return np_sql_run(store, put, err);
}

enum np_status np_store_imported_put(struct np_store *store, const struct np_imported_row *row,
                                     struct np_err *err)
{
    sqlite3_stmt *put = np_sql(store, NP_SQL_IMPORTED_PUT, err);
    enum np_status status;

    if (!put)
        return NP_STOP;
    np_bind_int(put, 1, row->import);
    np_bind_int(put, 2, row->seq);
    np_bind_text(put, 3, row->sheet);
    np_bind_int(put, 4, row->line);
    np_bind_text(put, 5, row->number);
    np_bind_text(put, 6, row->cells);
    np_bind_text(put, 7, row->others);
    status = np_sql_run(store, put, err);
    for (size_t i = 0; status == NP_OK && i < row->nforms; i++)
        if (row->forms[i].doc.number.n)
            status = put_form(store, row, i, err);
    return status;
}

enum np_status np_store_import_fault_put(struct np_store *store,
                                         const struct np_import_fault_row *row,
                                         struct np_err *err)
{
    sqlite3_stmt *put = np_sql(store, NP_SQL_IMPORT_FAULT_PUT, err);

    if (!put)
        return NP_STOP;
    np_bind_int(put, 1, row->import);
    np_bind_int(put, 2, row->seq);
    np_bind_text(put, 3, row->sheet);
    np_bind_known(put, 4, row->line);
    np_bind_known(put, 5, row->column);
    np_bind_text(put, 6, row->header);
    np_bind_text(put, 7, row->code);
    np_bind_text(put, 8, row->what);
    np_bind_int(put, 9, row->note);
    return np_sql_run(store, put, err);
}

/* ---- what met no patent ---- */

/* A place is a column of the view; a cell is taken out of the JSON. */
static bool put_column(struct np_buf *sql, const char *name)
{
    static const char *const places[][2] = { { "file", "list" }, { "sheet", "sheet" },
                                             { "line", "line" } };

    for (const char *p = name; *p; p++)
        if (!(*p == '_' || (*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9')))
            return false;
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
        if (strcmp(name, places[i][0]) == 0) {
            np_buf_puts(sql, places[i][1]);
            return true;
        }
    np_buf_printf(sql, "json_extract(cells, '$.%s')", name);
    return true;
}

static void fill(struct np_result *result, size_t i, struct np_cell *cell, sqlite3_stmt *row)
{
    if (sqlite3_column_type(row, (int)i) == SQLITE_NULL)
        return;
    switch (result->columns[i].kind) {
    case NP_CELL_TEXT: np_cell_text(result, cell, np_column(row, (int)i)); break;
    case NP_CELL_REAL: np_cell_real(cell, sqlite3_column_double(row, (int)i)); break;
    case NP_CELL_DATE: np_cell_date(cell, np_date_parse(np_column(row, (int)i))); break;
    default: np_cell_int(cell, sqlite3_column_int64(row, (int)i));
    }
}

enum np_status np_store_import_unmatched(struct np_store *store, int64_t import,
                                         struct np_result *result, struct np_err *err)
{
    struct np_buf sql = { 0 };
    sqlite3_stmt *rows;
    enum np_status status;

    for (size_t i = 0; i < result->ncolumns; i++) {
        np_buf_puts(&sql, i ? ", " : "SELECT ");
        if (!put_column(&sql, result->columns[i].name)) {
            np_buf_release(&sql);
            return np_fail(err, NP_STOP, "'%.60s' is no name of a column",
                           result->columns[i].name);
        }
    }
    np_buf_puts(&sql, " FROM v_imported_rows WHERE import = ?1 AND number IS NOT NULL"
                      " AND publication IS NULL ORDER BY seq");
    rows = np_sql_prepare(store, np_buf_cstr(&sql), err);
    np_buf_release(&sql);
    if (!rows)
        return NP_STOP;
    np_bind_int(rows, 1, import);
    while ((status = np_sql_row(store, rows, err)) == NP_OK) {
        struct np_cell *cells = np_result_row(result);

        for (size_t i = 0; i < result->ncolumns; i++)
            fill(result, i, &cells[i], rows);
    }
    sqlite3_finalize(rows);
    return status == NP_END ? NP_OK : status;
}
