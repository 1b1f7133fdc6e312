/* check.c -- is the file whole, do the counts add up, is the current picture the fold it claims
 * to be.
 *
 * A sample of publications is folded again into a store in memory, and the rows of both are
 * compared byte by byte.
 */
#include "current.h"
#include "schema.h"
#include "statement.h"

enum { SAMPLE = 2000 };

struct check {
    struct np_store *store;
    void (*problem)(void *ctx, const char *text);
    void *ctx;
    struct np_buf text;
};

static void report(struct check *check)
{
    check->problem(check->ctx, np_buf_cstr(&check->text));
    np_buf_reset(&check->text);
}

/* ---- the file ---- */

static enum np_status check_file(struct check *check, struct np_err *err)
{
    sqlite3_stmt *quick = np_sql_prepare(check->store, "PRAGMA quick_check(20)", err);
    enum np_status status;

    if (!quick)
        return NP_STOP;
    while ((status = np_sql_row(check->store, quick, err)) == NP_OK) {
        struct np_slice says = np_column(quick, 0);

        if (np_slice_is(says, "ok"))
            continue;
        np_buf_printf(&check->text, "file: %.*s", NP_ARG(says));
        report(check);
    }
    sqlite3_finalize(quick);
    return status == NP_END ? NP_OK : status;
}

/* ---- accounting ---- */

static enum np_status check_inputs(struct check *check, struct np_err *err)
{
    sqlite3_stmt *rows = np_sql_prepare(check->store,
        "SELECT i.id, i.name, i.read, i.stored + i.light + i.unchanged + i.superseded +"
        " i.rejected + i.passed, i.passed,"
        " coalesce((SELECT sum(documents) FROM passed p WHERE p.input = i.id), 0)"
        " FROM input i ORDER BY i.id", err);
    enum np_status status;

    if (!rows)
        return NP_STOP;
    while ((status = np_sql_row(check->store, rows, err)) == NP_OK) {
        long long id = sqlite3_column_int64(rows, 0), read = sqlite3_column_int64(rows, 2),
                  sum = sqlite3_column_int64(rows, 3), passed = sqlite3_column_int64(rows, 4),
                  kinds = sqlite3_column_int64(rows, 5);

        if (read != sum) {
            np_buf_printf(&check->text, "input %lld '%.*s': read %lld, accounted for %lld", id,
                          NP_ARG(np_column(rows, 1)), read, sum);
            report(check);
        }
        if (passed != kinds) {
            np_buf_printf(&check->text, "input %lld '%.*s': passed over %lld, by kind %lld", id,
                          NP_ARG(np_column(rows, 1)), passed, kinds);
            report(check);
        }
    }
    sqlite3_finalize(rows);
    return status == NP_END ? NP_OK : status;
}

/* Of a list in force every row is kept or refused, and what was refused was said. */
static enum np_status check_imports(struct check *check, struct np_err *err)
{
    sqlite3_stmt *rows = np_sql_prepare(check->store,
        "SELECT i.id, i.name, i.rows, i.kept + i.refused, i.kept,"
        " (SELECT count(*) FROM imported r WHERE r.import = i.id), i.refused,"
        " (SELECT count(DISTINCT coalesce(f.sheet, '') || ':' || f.line) FROM import_fault f"
        " WHERE f.import = i.id AND NOT f.note)"
        " FROM import i WHERE i.state = 0 ORDER BY i.id", err);
    static const char *const words[] = { "rows %lld, accounted for %lld",
                                         "kept %lld rows, holds %lld",
                                         "refused %lld rows, says why of %lld" };
    enum np_status status;

    if (!rows)
        return NP_STOP;
    while ((status = np_sql_row(check->store, rows, err)) == NP_OK)
        for (int i = 0; i < 3; i++) {
            long long said = sqlite3_column_int64(rows, 2 + 2 * i),
                      found = sqlite3_column_int64(rows, 3 + 2 * i);

            if (said == found)
                continue;
            np_buf_printf(&check->text, "list %lld '%.*s': ",
                          (long long)sqlite3_column_int64(rows, 0), NP_ARG(np_column(rows, 1)));
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
            np_buf_printf(&check->text, words[i], said, found);
#pragma GCC diagnostic pop
            report(check);
        }
    sqlite3_finalize(rows);
    return status == NP_END ? NP_OK : status;
}

/* Rows that belong to nothing. */
static const struct {
    const char *what, *table, *owner; /* behind SELECT 1 FROM */
} strays[] = {
    { "publications without a statement", "publication", "statement o WHERE o.pub = t.key" },
    { "parties without a publication", "party", "publication o WHERE o.key = t.pub" },
    { "citations without a publication", "citation", "publication o WHERE o.key = t.pub" },
    { "hits without a publication", "hit", "publication o WHERE o.key = t.pub" },
    { "pieces of evidence without a hit", "evidence",
      "hit o WHERE o.pub = t.pub AND o.subfield = t.subfield" },
    { "events without a statement", "event", "statement o WHERE o.pub = t.pub" },
    { "statements of an unknown input", "statement", "input o WHERE o.id = t.input" },
    { "imported rows of no list in force", "imported",
      "import o WHERE o.id = t.import AND o.state = 0" },
    { "numbers without an imported row", "imported_form",
      "imported o WHERE o.import = t.import AND o.seq = t.seq" },
    { "faults of no list in force", "import_fault",
      "import o WHERE o.id = t.import AND o.state = 0" },
};

static enum np_status check_strays(struct check *check, struct np_err *err)
{
    struct np_buf sql = { 0 };
    enum np_status status = NP_OK;

    for (size_t i = 0; status == NP_OK && i < sizeof strays / sizeof *strays; i++) {
        int64_t n = 0;

        np_buf_reset(&sql);
        np_buf_printf(&sql, "SELECT count(*) FROM %s t WHERE NOT EXISTS (SELECT 1 FROM %s)",
                      strays[i].table, strays[i].owner);
        status = np_sql_number(check->store, np_buf_cstr(&sql), 0, &n, err);
        if (status != NP_OK || !n)
            continue;
        np_buf_printf(&check->text, "%lld %s", (long long)n, strays[i].what);
        report(check);
    }
    np_buf_release(&sql);
    return status;
}

/* ---- folding again ---- */

static void put_value(struct np_buf *b, sqlite3_stmt *row, int at)
{
    double real = sqlite3_column_double(row, at);

    np_buf_u32(b, (uint32_t)sqlite3_column_type(row, at));
    switch (sqlite3_column_type(row, at)) {
    case SQLITE_INTEGER: np_buf_u64(b, (uint64_t)sqlite3_column_int64(row, at)); break;
    case SQLITE_FLOAT: np_buf_put(b, &real, sizeof real); break;
    case SQLITE_NULL: break;
    default: np_buf_bytes(b, np_column(row, at));
    }
}

/* All rows of one publication in the current tables, as bytes. */
static enum np_status put_rows(struct np_store *store, sqlite3_stmt **selects, int64_t key,
                               struct np_buf *b, struct np_err *err)
{
    np_buf_reset(b);
    for (size_t t = 0; np_current_tables[t].name; t++) {
        enum np_status status;

        np_bind_int(selects[t], 1, key);
        while ((status = np_sql_row(store, selects[t], err)) == NP_OK) {
            np_buf_u32(b, (uint32_t)t);
            for (int c = 0; c < sqlite3_column_count(selects[t]); c++)
                put_value(b, selects[t], c);
        }
        if (status != NP_END)
            return status;
    }
    return NP_OK;
}

enum { TABLES = 8 };

struct side { /* one of the two stores that are compared */
    struct np_store *store;
    sqlite3_stmt *selects[TABLES];
    struct np_buf rows;
};

static enum np_status open_side(struct side *side, struct np_err *err)
{
    struct np_buf sql = { 0 };
    enum np_status status = NP_OK;

    for (size_t t = 0; np_current_tables[t].name && status == NP_OK; t++) {
        np_buf_reset(&sql);
        np_buf_printf(&sql, "SELECT * FROM %s WHERE %s = ?1 ORDER BY 1, 2, 3",
                      np_current_tables[t].name, np_current_tables[t].key);
        side->selects[t] = np_sql_prepare(side->store, np_buf_cstr(&sql), err);
        status = side->selects[t] ? NP_OK : NP_STOP;
    }
    np_buf_release(&sql);
    return status;
}

static void close_side(struct side *side)
{
    for (size_t t = 0; t < TABLES; t++)
        sqlite3_finalize(side->selects[t]);
    np_buf_release(&side->rows);
}

static enum np_status fold_one(struct check *check, struct side *ours, struct side *memory,
                               int64_t key, struct np_arena *arena, struct np_err *err)
{
    struct np_said_list list;
    struct np_picture picture;

    np_arena_reset(arena);
    if (np_statements_read(check->store, key, arena, &list, err) != NP_OK)
        return NP_STOP;
    np_fold(list.v, list.n, arena, &picture);
    if (np_current_put(memory->store, key, &picture, err) != NP_OK ||
        put_rows(memory->store, memory->selects, key, &memory->rows, err) != NP_OK ||
        put_rows(ours->store, ours->selects, key, &ours->rows, err) != NP_OK)
        return NP_STOP;
    if (!np_slice_eq(np_buf_slice(&memory->rows), np_buf_slice(&ours->rows))) {
        np_buf_printf(&check->text, "publication %.*s%.*s%.*s: rows differ from its statements",
                      NP_ARG(picture.record.office), NP_ARG(picture.record.number),
                      NP_ARG(picture.record.kind));
        report(check);
    }
    return np_current_delete(memory->store, key, err);
}

/* Every n-th publication, so that at most SAMPLE are folded. */
static enum np_status fold_sample(struct check *check, struct side *ours, struct side *memory,
                                  struct np_err *err)
{
    sqlite3_stmt *keys = np_sql(check->store, NP_SQL_STATEMENT_KEYS, err);
    struct np_arena *arena = np_arena_new();
    enum np_status status = NP_STOP;
    int64_t count, at = 0;

    if (!keys || np_sql_number(check->store, "SELECT count(DISTINCT pub) FROM statement", 0,
                               &count, err) != NP_OK)
        goto out;
    while ((status = np_sql_row(check->store, keys, err)) == NP_OK)
        if (at++ % (count / SAMPLE + 1) == 0 &&
            (status = fold_one(check, ours, memory, sqlite3_column_int64(keys, 0), arena, err)) !=
                NP_OK)
            break;
    sqlite3_reset(keys);
    status = status == NP_END ? NP_OK : status;
out:
    np_arena_free(arena);
    return status;
}

static enum np_status check_folds(struct check *check, struct np_err *err)
{
    struct side ours = { .store = check->store }, memory = { 0 };
    enum np_status status;

    status = np_store_memory(&memory.store, err);
    if (status == NP_OK)
        status = open_side(&ours, err);
    if (status == NP_OK)
        status = open_side(&memory, err);
    if (status == NP_OK)
        status = fold_sample(check, &ours, &memory, err);
    close_side(&ours);
    close_side(&memory);
    np_store_close(memory.store);
    return status;
}

enum np_status np_store_check(struct np_store *store, void (*problem)(void *ctx, const char *text),
                              void *ctx, struct np_err *err)
{
    struct check check = { .store = store, .problem = problem, .ctx = ctx };
    enum np_status status = check_file(&check, err);

    if (status == NP_OK)
        status = check_inputs(&check, err);
    if (status == NP_OK)
        status = check_imports(&check, err);
    if (status == NP_OK)
        status = check_strays(&check, err);
    if (status == NP_OK)
        status = check_folds(&check, err);
    np_buf_release(&check.text);
    return status;
}
