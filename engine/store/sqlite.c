/* sqlite.c -- prepared statements, their binding, and the engine's failures in our words. */
#include "sqlite.h"

/* ---- failures ---- */

enum np_status np_store_fail(struct np_store *store, struct np_err *err, const char *code,
                             const char *what, const char *detail)
{
    store->exit_code = 5;
    return np_fail_at(err, NP_STOP, code, -1, "'%.120s' %s%s", store->path, what, detail);
}

static enum np_status disk_full(struct np_store *store, struct np_err *err)
{
    long long free_bytes = (long long)np_free_bytes(store->path);

    store->exit_code = 6;
    /* Rows are written twice, to the log and to the store, and pages are not full. */
    return np_fail_at(err, NP_STOP, "NP-STO-005", -1,
                      "disk full at '%.100s': %lld bytes free, about %lld needed for this batch;"
                      " what is committed is safe, run again with more room",
                      store->path, free_bytes, 3LL * (long long)store->batch_bytes + (1 << 20));
}

enum np_status np_sql_fail(struct np_store *store, struct np_err *err)
{
    const char *engine = store->db ? sqlite3_errmsg(store->db) : "out of memory";
    int rc = store->db ? sqlite3_errcode(store->db) & 0xff : SQLITE_NOMEM;

    switch (rc) {
    case SQLITE_FULL: return disk_full(store, err);
    case SQLITE_NOMEM: np_panic("out of memory (store)");
    case SQLITE_IOERR:
        store->exit_code = 6;
        return np_fail_at(err, NP_STOP, "NP-STO-006", -1, "cannot read or write '%.120s': %.100s",
                          store->path, engine);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return np_store_fail(store, err, "NP-STO-001", "is being written by another program", "");
    case SQLITE_INTERRUPT:
        return np_store_fail(store, err, "NP-STO-012", "took too long to answer: ask for less", "");
    case SQLITE_NOTADB:
        return np_store_fail(store, err, "NP-STO-002", "is not a nanopat store", "");
    case SQLITE_CORRUPT:
        return np_store_fail(store, err, "NP-STO-004", "is damaged: ", engine);
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return np_store_fail(store, err, "NP-STO-009", "cannot be opened: ", engine);
    default: return np_store_fail(store, err, "NP-STO-009", "failed: ", engine);
    }
}

int np_store_exit_code(const struct np_store *store)
{
    return store && store->exit_code ? store->exit_code : 5;
}

/* ---- statements ---- */

sqlite3_stmt *np_sql_prepare(struct np_store *store, const char *text, struct np_err *err)
{
    sqlite3_stmt *statement = NULL;

    if (sqlite3_prepare_v3(store->db, text, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) !=
        SQLITE_OK) {
        np_sql_fail(store, err);
        return NULL;
    }
    return statement;
}

sqlite3_stmt *np_sql(struct np_store *store, enum np_sql which, struct np_err *err)
{
    if (!store->cached[which])
        store->cached[which] = np_sql_prepare(store, np_sql_texts[which], err);
    return store->cached[which];
}

enum np_status np_sql_row(struct np_store *store, sqlite3_stmt *statement, struct np_err *err)
{
    enum np_status status;

    switch (sqlite3_step(statement)) {
    case SQLITE_ROW: return NP_OK;
    case SQLITE_DONE: status = NP_END; break;
    default: status = np_sql_fail(store, err);
    }
    sqlite3_reset(statement);
    return status;
}

enum np_status np_sql_run(struct np_store *store, sqlite3_stmt *statement, struct np_err *err)
{
    enum np_status status;

    while ((status = np_sql_row(store, statement, err)) == NP_OK)
        continue;
    return status == NP_END ? NP_OK : status;
}

enum np_status np_sql_exec(struct np_store *store, const char *text, struct np_err *err)
{
    if (sqlite3_exec(store->db, text, NULL, NULL, NULL) != SQLITE_OK)
        return np_sql_fail(store, err);
    return NP_OK;
}

enum np_status np_sql_number(struct np_store *store, const char *text, int64_t otherwise,
                             int64_t *number, struct np_err *err)
{
    sqlite3_stmt *statement = np_sql_prepare(store, text, err);
    enum np_status status;

    if (!statement)
        return NP_STOP;
    *number = otherwise;
    status = np_sql_row(store, statement, err);
    if (status == NP_OK)
        *number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return status == NP_STOP ? NP_STOP : NP_OK;
}

/* ---- binding ---- */

void np_bind_text(sqlite3_stmt *statement, int at, struct np_slice text)
{
    if (text.n)
        sqlite3_bind_text64(statement, at, text.p, text.n, SQLITE_STATIC, SQLITE_UTF8);
    else
        sqlite3_bind_null(statement, at);
}

void np_bind_blob(sqlite3_stmt *statement, int at, struct np_slice bytes)
{
    if (bytes.n)
        sqlite3_bind_blob64(statement, at, bytes.p, bytes.n, SQLITE_STATIC);
    else
        sqlite3_bind_null(statement, at);
}

void np_bind_int(sqlite3_stmt *statement, int at, int64_t number)
{
    sqlite3_bind_int64(statement, at, number);
}

void np_bind_known(sqlite3_stmt *statement, int at, int64_t number)
{
    if (number)
        sqlite3_bind_int64(statement, at, number);
    else
        sqlite3_bind_null(statement, at);
}

struct np_slice np_column(sqlite3_stmt *statement, int at)
{
    const char *p = sqlite3_column_blob(statement, at);

    return p ? np_slice_make(p, (size_t)sqlite3_column_bytes(statement, at)) : NP_EMPTY;
}
