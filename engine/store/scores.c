/* scores.c -- a score run replaces the one before in a single transaction.
 *
 * Tables are made from the caller's columns; the view of each speaks the same names. A reader
 * sees the old run until the new one is committed.
 */
#include "sqlite.h"

static bool is_name(const char *name)
{
    if (!*name)
        return false;
    for (const char *p = name; *p; p++)
        if (!(*p == '_' || (*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9')))
            return false;
    return true;
}

static const char *type_of(enum np_cell_kind kind)
{
    switch (kind) {
    case NP_CELL_INT: return "INTEGER";
    case NP_CELL_REAL: return "REAL";
    case NP_CELL_DATE: return "DATE";
    case NP_CELL_FLAG: return "FLAG";
    default: return "TEXT";
    }
}

static enum np_status check_names(const struct np_table *table, struct np_err *err)
{
    bool good = is_name(table->name) && table->columns[0].name;

    for (const struct np_column *c = table->columns; c->name; c++)
        good = good && is_name(c->name);
    return good ? NP_OK : np_fail(err, NP_STOP, "score table '%.64s' has no good name or columns",
                                  table->name);
}

/* A view of ours that is not of a score run is never replaced. */
static enum np_status check_view(struct np_store *store, const char *name, struct np_err *err)
{
    struct np_buf sql = { 0 };
    int64_t others = 0;
    enum np_status status;

    np_buf_printf(&sql, "SELECT count(*) FROM sqlite_schema WHERE name = 'v_%s' AND NOT EXISTS"
                        "(SELECT 1 FROM sqlite_schema WHERE name = 'score_%s')", name, name);
    status = np_sql_number(store, np_buf_cstr(&sql), 0, &others, err);
    np_buf_release(&sql);
    if (status == NP_OK && others)
        return np_fail(err, NP_STOP, "'v_%.64s' is a view of the store itself", name);
    return status;
}

static void put_columns(struct np_buf *b, const struct np_column *columns, bool types)
{
    for (size_t i = 0; columns[i].name; i++) {
        np_buf_printf(b, "%s\"%s\"", i ? ", " : "", columns[i].name);
        if (types)
            np_buf_printf(b, " %s", type_of(columns[i].kind));
    }
}

static enum np_status make_table(struct np_store *store, const struct np_table *table,
                                 struct np_err *err)
{
    struct np_buf sql = { 0 };
    enum np_status status;

    np_buf_printf(&sql, "DROP VIEW IF EXISTS v_%s; DROP TABLE IF EXISTS score_%s;"
                        "CREATE TABLE score_%s(", table->name, table->name, table->name);
    put_columns(&sql, table->columns, true);
    np_buf_printf(&sql, "); CREATE VIEW v_%s AS SELECT ", table->name);
    put_columns(&sql, table->columns, false);
    np_buf_printf(&sql, " FROM score_%s", table->name);
    status = np_sql_exec(store, np_buf_cstr(&sql), err);
    np_buf_release(&sql);
    return status;
}

static enum np_status prepare_insert(struct np_store *store, const struct np_table *table,
                                     struct np_err *err)
{
    struct np_buf sql = { 0 };
    sqlite3_stmt *insert;

    np_buf_printf(&sql, "INSERT INTO score_%s VALUES(", table->name);
    for (size_t i = 0; table->columns[i].name; i++)
        np_buf_printf(&sql, "%s?%zu", i ? ", " : "", i + 1);
    np_buf_puts(&sql, ")");
    insert = np_sql_prepare(store, np_buf_cstr(&sql), err);
    np_buf_release(&sql);
    if (!insert)
        return NP_STOP;
    store->scores[store->nscores++] = (struct np_score_insert){ table, insert };
    return NP_OK;
}

enum np_status np_store_scores_begin(struct np_store *store, const struct np_table *tables,
                                     struct np_err *err)
{
    enum np_status status = np_store_begin(store, err);

    for (const struct np_table *table = tables; status == NP_OK && table->name; table++) {
        if (store->nscores == NP_SCORE_TABLES)
            status = np_fail(err, NP_STOP, "more than %d score tables", NP_SCORE_TABLES);
        if (status == NP_OK)
            status = check_names(table, err);
        if (status == NP_OK)
            status = check_view(store, table->name, err);
        if (status == NP_OK)
            status = make_table(store, table, err);
        if (status == NP_OK)
            status = prepare_insert(store, table, err);
    }
    if (status != NP_OK)
        np_store_rollback(store);
    return status;
}

static void bind_cell(sqlite3_stmt *insert, int at, enum np_cell_kind kind,
                      const struct np_cell *cell)
{
    if (!cell->set)
        sqlite3_bind_null(insert, at);
    else if (kind == NP_CELL_TEXT)
        sqlite3_bind_text64(insert, at, cell->text.n ? cell->text.p : "", cell->text.n,
                            SQLITE_STATIC, SQLITE_UTF8);
    else if (kind == NP_CELL_REAL)
        sqlite3_bind_double(insert, at, cell->real);
    else
        sqlite3_bind_int64(insert, at, cell->i);
}

enum np_status np_store_scores_put(struct np_store *store, const struct np_table *table,
                                   const struct np_cell *cells, struct np_err *err)
{
    for (size_t i = 0; i < store->nscores; i++) {
        if (store->scores[i].table != table && strcmp(store->scores[i].table->name, table->name))
            continue;
        for (int c = 0; table->columns[c].name; c++)
            bind_cell(store->scores[i].insert, c + 1, table->columns[c].kind, &cells[c]);
        return np_sql_run(store, store->scores[i].insert, err);
    }
    return np_fail(err, NP_STOP, "score table '%.64s' is not of this run", table->name);
}

/* The first is score_NAME_index, the others have their number behind. */
static enum np_status make_index(struct np_store *store, const struct np_table *table, struct np_slice columns,
                                 int number, struct np_err *err)
{
    struct np_buf sql = { 0 };
    enum np_status status;

    np_buf_printf(&sql, "CREATE INDEX score_%s_index", table->name);
    if (number > 1)
        np_buf_printf(&sql, "_%d", number);
    np_buf_printf(&sql, " ON score_%s(%.*s)", table->name, NP_ARG(columns));
    status = np_sql_exec(store, np_buf_cstr(&sql), err);
    np_buf_release(&sql);
    return status;
}

static enum np_status make_indexes(struct np_store *store, const struct np_table *table, struct np_err *err)
{
    struct np_slice left = table->index ? np_slice_of(table->index) : NP_EMPTY;
    enum np_status status = NP_OK;

    for (int number = 1; status == NP_OK && left.n; number++) {
        size_t end = np_slice_find(left, NP_S("; "));

        status = make_index(store, table, np_slice_sub(left, 0, end), number, err);
        left = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(left, end + 2, left.n);
    }
    return status;
}

enum np_status np_store_scores_end(struct np_store *store, struct np_err *err)
{
    enum np_status status = NP_OK;

    for (size_t i = 0; status == NP_OK && i < store->nscores; i++)
        status = make_indexes(store, store->scores[i].table, err);
    for (size_t i = 0; i < store->nscores; i++)
        sqlite3_finalize(store->scores[i].insert);
    store->nscores = 0;
    if (status == NP_OK)
        status = np_store_commit(store, err);
    if (status != NP_OK)
        np_store_rollback(store);
    return status;
}
