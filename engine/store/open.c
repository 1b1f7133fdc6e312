/* open.c -- a store's file: is it ours, may we write it, how is it kept safe.
 *
 * Readers see the last commit while one writer works (write-ahead log). Inside a load commits are
 * ordered but not forced to disk one by one; the end of a load forces everything
 * (reference/reliability.md, 3.4).
 */
#include "sqlite.h"
#include "schema.h"
#include "trust.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* A store belongs to one thread: the engine's own locks would cost 5 % of a load. */
enum {
    READER = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX,
    WRITER = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
    BUSY_MS = 10000
};

/* A store may come from elsewhere: nothing in its schema may run code of its own. */
static void harden(sqlite3 *db)
{
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_busy_timeout(db, BUSY_MS);
    sqlite3_extended_result_codes(db, 1);
}

static bool has_bytes(const char *path, const char *suffix)
{
    struct np_buf name = { 0 };
    struct stat file;
    bool has;

    np_buf_puts(&name, path);
    np_buf_puts(&name, suffix);
    has = stat(np_buf_cstr(&name), &file) == 0 && file.st_size > 0;
    np_buf_release(&name);
    return has;
}

/* "file:PATH?immutable=1", for a store nobody writes, where no file may be made beside it. */
static char *immutable_name(const char *path)
{
    struct np_buf b = { 0 };

    np_buf_puts(&b, "file:");
    for (const char *p = path; *p; p++)
        if (*p == '?' || *p == '#' || *p == '%')
            np_buf_printf(&b, "%%%02x", (unsigned)(unsigned char)*p);
        else
            np_buf_putc(&b, *p);
    np_buf_puts(&b, "?immutable=1");
    np_buf_cstr(&b);
    return b.p;
}

static int open_immutable(struct np_store *store)
{
    char *name = immutable_name(store->path);
    int rc;

    sqlite3_close(store->db);
    rc = sqlite3_open_v2(name, &store->db, READER | SQLITE_OPEN_URI, NULL);
    free(name);
    harden(store->db);
    return rc;
}

/* Does the first read work? It needs the log's shared memory. */
static int try_read(struct np_store *store)
{
    return sqlite3_exec(store->db, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL) & 0xff;
}

static enum np_status open_reader(struct np_store *store, struct np_err *err)
{
    const char *kind = "";
    bool network = np_on_network(store->path, &kind);
    int rc;

    if (access(store->path, F_OK) != 0)
        return np_store_fail(store, err, "NP-STO-008", "does not exist", "");
    if (sqlite3_open_v2(store->path, &store->db, READER, NULL) != SQLITE_OK)
        return np_sql_fail(store, err);
    harden(store->db);
    if (network && has_bytes(store->path, "-wal"))
        return np_store_fail(store, err, "NP-STO-007",
                             "is being written and lies on a network file system: ", kind);
    rc = network ? SQLITE_CANTOPEN : try_read(store);
    if ((rc == SQLITE_CANTOPEN || rc == SQLITE_READONLY) && !has_bytes(store->path, "-wal")) {
        if (open_immutable(store) != SQLITE_OK)
            return np_sql_fail(store, err);
        rc = try_read(store);
    }
    return rc == SQLITE_OK ? NP_OK : np_sql_fail(store, err);
}

static enum np_status open_writer(struct np_store *store, struct np_err *err)
{
    const char *kind = "";

    if (np_on_network(store->path, &kind)) {
        store->exit_code = 5;
        return np_fail_at(err, NP_STOP, "NP-STO-007", -1,
                          "'%.120s' lies on a network file system (%s), where a write-ahead log is"
                          " not safe: put the store on a local disk", store->path, kind);
    }
    if (np_lock_take(store, err) != NP_OK)
        return NP_STOP;
    if (sqlite3_open_v2(store->path, &store->db, WRITER, NULL) != SQLITE_OK)
        return np_sql_fail(store, err);
    harden(store->db);
    return NP_OK;
}

/* ---- whose file is it ---- */

static enum np_status identify(struct np_store *store, bool *empty, struct np_err *err)
{
    int64_t id, version, objects;

    if (np_sql_number(store, "PRAGMA application_id", 0, &id, err) != NP_OK ||
        np_sql_number(store, "PRAGMA user_version", 0, &version, err) != NP_OK ||
        np_sql_number(store, "SELECT count(*) FROM sqlite_schema", 0, &objects, err) != NP_OK)
        return NP_STOP;
    *empty = id == 0 && version == 0 && objects == 0;
    if (*empty)
        return NP_OK;
    if (id != NP_APPLICATION_ID)
        return np_store_fail(store, err, "NP-STO-002", "is not a nanopat store",
                             ": another program's database");
    if (version > NP_USER_VERSION)
        return np_store_fail(store, err, "NP-STO-003",
                             "was written by a newer nanopat: use that one to read it", "");
    if (version > 0 && version < NP_USER_VERSION)
        return np_store_fail(store, err, "NP-STO-011",
                             "was written by an older nanopat: ingest the dumps into a new one",
                             "");
    if (version < NP_USER_VERSION || !objects)
        return np_store_fail(store, err, "NP-STO-004", "is damaged: its schema is incomplete", "");
    return NP_OK;
}

static enum np_status put_sources(struct np_store *store, struct np_err *err)
{
    sqlite3_stmt *put = np_sql_prepare(store, "INSERT INTO source VALUES(?1, ?2)", err);
    enum np_status status = put ? NP_OK : NP_STOP;

    for (const struct np_source_row *row = np_sources; status == NP_OK && row->dialect; row++) {
        np_bind_int(put, 1, row->source);
        sqlite3_bind_text(put, 2, row->dialect, -1, SQLITE_STATIC);
        status = np_sql_run(store, put, err);
    }
    sqlite3_finalize(put);
    return status;
}

static enum np_status put_fields(struct np_store *store, struct np_err *err)
{
    sqlite3_stmt *put = np_sql_prepare(store, "INSERT INTO field VALUES(?1, ?2)", err);
    enum np_status status = put ? NP_OK : NP_STOP;

    for (size_t i = 0; status == NP_OK && i < np_filled_count(); i++) {
        np_bind_int(put, 1, (int64_t)i);
        np_bind_text(put, 2, np_slice_of(np_filled_name(i)));
        status = np_sql_run(store, put, err);
    }
    sqlite3_finalize(put);
    return status;
}

static enum np_status make_schema(struct np_store *store, struct np_err *err)
{
    struct np_buf pragmas = { 0 };
    enum np_status status = np_store_begin(store, err);

    for (size_t i = 0; status == NP_OK && np_schema[i]; i++)
        status = np_sql_exec(store, np_schema[i], err);
    if (status == NP_OK)
        status = put_sources(store, err);
    if (status == NP_OK)
        status = put_fields(store, err);
    np_buf_printf(&pragmas, "PRAGMA application_id = %d; PRAGMA user_version = %d;",
                  NP_APPLICATION_ID, NP_USER_VERSION);
    if (status == NP_OK)
        status = np_sql_exec(store, np_buf_cstr(&pragmas), err);
    if (status == NP_OK)
        status = np_store_commit(store, err);
    if (status != NP_OK)
        np_store_rollback(store);
    np_buf_release(&pragmas);
    return status;
}

static enum np_status prepare_writer(struct np_store *store, bool empty, struct np_err *err)
{
    if (empty && np_sql_exec(store, "PRAGMA page_size = 16384", err) != NP_OK)
        return NP_STOP;
    if (np_sql_exec(store, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                           "PRAGMA temp_store = MEMORY", err) != NP_OK)
        return NP_STOP;
    return empty ? make_schema(store, err) : NP_OK;
}

/* ---- life ---- */

static struct np_store *new_store(const char *path)
{
    struct np_store *store = np_calloc(1, sizeof *store);

    store->path = np_strdup(path);
    store->lock = -1;
    store->scratch = np_arena_new();
    return store;
}

enum np_status np_store_open(const char *path, enum np_store_mode mode, struct np_store **out,
                             struct np_err *err)
{
    struct np_store *store = new_store(path);
    bool empty = false;

    *out = store;
    if ((mode == NP_STORE_WRITE ? open_writer : open_reader)(store, err) != NP_OK)
        return NP_STOP;
    if (identify(store, &empty, err) != NP_OK)
        return NP_STOP;
    if (mode == NP_STORE_WRITE)
        return prepare_writer(store, empty, err);
    if (empty)
        return np_store_fail(store, err, "NP-STO-002", "is not a nanopat store", ": it is empty");
    return NP_OK;
}

enum np_status np_store_memory(struct np_store **out, struct np_err *err)
{
    struct np_store *store = new_store(":memory:");

    *out = store;
    if (sqlite3_open_v2(":memory:", &store->db, WRITER, NULL) != SQLITE_OK)
        return np_sql_fail(store, err);
    harden(store->db);
    return make_schema(store, err);
}

static void drop_score_inserts(struct np_store *store)
{
    for (size_t i = 0; i < store->nscores; i++)
        sqlite3_finalize(store->scores[i].insert);
    store->nscores = 0;
}

void np_store_close(struct np_store *store)
{
    if (!store)
        return;
    for (size_t i = 0; i < NP_SQL_COUNT; i++)
        sqlite3_finalize(store->cached[i]);
    drop_score_inserts(store);
    sqlite3_close_v2(store->db);
    np_lock_drop(store);
    np_arena_free(store->scratch);
    np_buf_release(&store->blob);
    np_buf_release(&store->evidence);
    np_buf_release(&store->packed);
    np_buf_release(&store->one);
    free(store->lock_path);
    free(store->path);
    free(store);
}

/* ---- transactions ---- */

enum np_status np_store_begin(struct np_store *store, struct np_err *err)
{
    store->batch_bytes = 0;
    store->changed = false;
    return np_sql_exec(store, "BEGIN IMMEDIATE", err);
}

enum np_status np_store_commit(struct np_store *store, struct np_err *err)
{
    if (store->changed &&
        np_sql_exec(store, "DELETE FROM meta WHERE key = '" NP_META_SCORED "'", err) != NP_OK)
        return NP_STOP;
    return np_sql_exec(store, "COMMIT", err);
}

/* A full disk may have rolled back already. */
void np_store_rollback(struct np_store *store)
{
    drop_score_inserts(store);
    if (store->db && !sqlite3_get_autocommit(store->db))
        sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
}

enum np_status np_store_load_begin(struct np_store *store, struct np_err *err)
{
    return np_sql_exec(store, "PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 16000",
                       err);
}

_Static_assert(NP_USER_VERSION == 8, "np_store_load_end writes it");

enum np_status np_store_load_end(struct np_store *store, struct np_err *err)
{
    /* The commit of a write under FULL forces the log to disk even where a reader keeps the
     * checkpoint from emptying it.                                                        */
    enum np_status status =
        np_sql_exec(store, "PRAGMA synchronous = FULL; PRAGMA user_version = 8", err);

    for (size_t i = 0; status == NP_OK && np_schema_indexes[i]; i++)
        status = np_sql_exec(store, np_schema_indexes[i], err);
    if (status == NP_OK)
        status = np_sql_exec(store, "PRAGMA wal_checkpoint(TRUNCATE)", err);
    np_sync_folder(store->path);
    if (status == NP_OK)
        status = np_sql_exec(store, "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384;"
                                    "PRAGMA wal_autocheckpoint = 1000", err);
    return status;
}
