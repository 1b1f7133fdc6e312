/* told.c -- alerts that were told, and in which run: what a run tells is what no run before has told.
 *
 * The table is there from the first run on; scores are made anew without it.
 */
#include "sqlite.h"

static enum np_status is_there(struct np_store *store, int64_t *there, struct np_err *err)
{
    return np_sql_number(store, "SELECT count(*) FROM sqlite_master WHERE name = 'alert_told'", 0,
                         there, err);
}

enum np_status np_store_told_begin(struct np_store *store, struct np_err *err)
{
    return np_sql_exec(store, "CREATE TABLE IF NOT EXISTS alert_told(key TEXT PRIMARY KEY,"
                              " run INTEGER NOT NULL, as_of INTEGER NOT NULL) WITHOUT ROWID", err);
}

enum np_status np_store_told_last(struct np_store *store, int64_t *run, struct np_err *err)
{
    int64_t there = 0;
    enum np_status status = is_there(store, &there, err);

    *run = 0;
    if (status != NP_OK || !there)
        return status;
    return np_sql_number(store, "SELECT coalesce(max(run), 0) FROM alert_told", 0, run, err);
}

enum np_status np_store_told_runs(struct np_store *store, const struct np_slice *keys, size_t n,
                                  int64_t *runs, struct np_err *err)
{
    sqlite3_stmt *get;
    int64_t there = 0;
    enum np_status status = is_there(store, &there, err);

    memset(runs, 0, n * sizeof *runs);
    if (status != NP_OK || !there)
        return status;
    get = np_sql_prepare(store, "SELECT run FROM alert_told WHERE key = ?1", err);
    for (size_t i = 0; get && status == NP_OK && i < n; i++) {
        np_bind_text(get, 1, keys[i]);
        status = np_sql_row(store, get, err);
        if (status == NP_OK)
            runs[i] = sqlite3_column_int64(get, 0);
        sqlite3_reset(get);
        status = status == NP_END ? NP_OK : status;
    }
    sqlite3_finalize(get);
    return get ? status : NP_STOP;
}

enum np_status np_store_told_put(struct np_store *store, struct np_slice key, int64_t run,
                                 np_date as_of, struct np_err *err)
{
    sqlite3_stmt *put = np_sql_prepare(store, "INSERT OR IGNORE INTO alert_told VALUES (?1, ?2, ?3)",
                                       err);
    enum np_status status = NP_STOP;

    if (put) {
        np_bind_text(put, 1, key);
        np_bind_int(put, 2, run);
        np_bind_int(put, 3, as_of);
        status = np_sql_run(store, put, err);
    }
    sqlite3_finalize(put);
    return status;
}
