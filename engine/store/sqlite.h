/* sqlite.h -- the embedded engine: one connection, its statements and its failures.
 *
 *     sqlite3_stmt *s = np_sql(store, NP_SQL_HIT_PUT, err);   prepared once, reset, unbound
 *     np_bind_int(s, 1, key);
 *     status = np_sql_run(store, s, err);
 *
 *     while ((status = np_sql_row(store, s, err)) == NP_OK)
 *         np_column(s, 0) ...                                  borrowed until the next row
 */
#ifndef NANOPAT_STORE_SQLITE_H
#define NANOPAT_STORE_SQLITE_H

#include <nanopat/store.h>
#include <sqlite3.h>

/* Every fixed statement of the store; the texts are in statements.c, in one table. */
enum np_sql {
    NP_SQL_STATEMENT_HEADS, NP_SQL_STATEMENT_BODIES, NP_SQL_STATEMENT_PUT, NP_SQL_STATEMENT_KEYS,
    NP_SQL_PUBLICATION_PUT, NP_SQL_PARTY_PUT, NP_SQL_CITATION_PUT, NP_SQL_EVENT_PUT,
    NP_SQL_STANDARD_PUT, NP_SQL_HIT_PUT, NP_SQL_EVIDENCE_PUT,
    NP_SQL_PUBLICATION_DELETE, NP_SQL_PARTY_DELETE, NP_SQL_CITATION_DELETE, NP_SQL_EVENT_DELETE,
    NP_SQL_STANDARD_DELETE, NP_SQL_HIT_DELETE, NP_SQL_EVIDENCE_DELETE,
    NP_SQL_PUBLICATION_KEY,
    NP_SQL_INPUT_FIND, NP_SQL_INPUT_CONTENTS, NP_SQL_INPUT_CONTENT, NP_SQL_INPUT_NEXT,
    NP_SQL_INPUT_PUT, NP_SQL_INPUT_NAME, NP_SQL_REJECT_PUT, NP_SQL_PASS_PUT,
    NP_SQL_REJECT_FORGET, NP_SQL_PASS_FORGET, NP_SQL_NOTE_PUT, NP_SQL_NOTE_FORGET,
    NP_SQL_COVER_PUT, NP_SQL_COVER_GET, NP_SQL_COVER_EACH, NP_SQL_COVER_FORGET, NP_SQL_COVERED,
    NP_SQL_SUBFIELD_PUT, NP_SQL_SUBFIELD_FORGET, NP_SQL_REGISTERED_PUT, NP_SQL_REGISTERED_FORGET,
    NP_SQL_META_PUT, NP_SQL_META_GET,
    NP_SQL_DETAILS_PUBLICATIONS, NP_SQL_DETAILS_PARTIES,
    NP_SQL_DETAILS_CITATIONS, NP_SQL_DETAILS_HITS, NP_SQL_DETAILS_STANDARDS,
    NP_SQL_FACTS_PUBLICATIONS, NP_SQL_FACTS_PARTIES, NP_SQL_FACTS_CITATIONS,
    NP_SQL_FACTS_HITS, NP_SQL_FACTS_APPLICATIONS, NP_SQL_FACTS_EVENTS, NP_SQL_EVENTS_OF,
    NP_SQL_FACTS_SUBFIELDS,
    NP_SQL_IMPORT_FIND, NP_SQL_IMPORT_NEXT, NP_SQL_IMPORT_PUT, NP_SQL_IMPORT_WITHDRAW,
    NP_SQL_IMPORT_EACH, NP_SQL_IMPORTED_PUT, NP_SQL_IMPORTED_FORGET, NP_SQL_IMPORTED_FORM_PUT,
    NP_SQL_IMPORTED_FORM_FORGET, NP_SQL_IMPORT_FAULT_PUT, NP_SQL_IMPORT_FAULT_FORGET,
    NP_SQL_FACTS_LISTS, NP_SQL_FACTS_AWARDS, NP_SQL_FACTS_PLEDGES, NP_SQL_FACTS_SUITS,
    NP_SQL_FACTS_GNI, NP_SQL_FACTS_SEI, NP_SQL_FACTS_LIBRARY, NP_SQL_FACTS_DECISIONS,
    NP_SQL_FACTS_ALIASES,
    NP_SQL_FACTS_INCOPAT, NP_SQL_FACTS_PATSNAP,
    NP_SQL_FACTS_EDITIONS, NP_SQL_FACTS_CLAUSES, NP_SQL_FACTS_DECLARATIONS,
    NP_SQL_FACTS_PARTICIPATION, NP_SQL_FACTS_SUBFIELD_NAMES,
    NP_SQL_COUNT
};
extern const char *const np_sql_texts[NP_SQL_COUNT];

enum { NP_SCORE_TABLES = 64 };

struct np_score_insert {
    const struct np_table *table; /* borrowed from the caller of np_store_scores_begin */
    sqlite3_stmt *insert;         /* owned */
};

struct np_store {
    sqlite3 *db;
    char *path;
    int exit_code;
    int lock;        /* descriptor of the writer's lock file; -1: none */
    char *lock_path;
    int64_t batch_bytes;      /* bound since begin: what a full disk lacks */
    sqlite3_stmt *cached[NP_SQL_COUNT];
    struct np_arena *scratch; /* of one call */
    struct np_buf blob, evidence, packed, one;
    struct np_score_insert scores[NP_SCORE_TABLES];
    size_t nscores;
    bool changed;             /* since begin: what is scored */
    int64_t deadline_ms;      /* of the monotonic clock: np_store_limit */
};

/* The prepared statement; NULL after a failure (err written). Fails never in a good store. */
sqlite3_stmt *np_sql(struct np_store *store, enum np_sql which, struct np_err *err);
/* Any text; NULL after a failure. The caller finalizes. */
sqlite3_stmt *np_sql_prepare(struct np_store *store, const char *text, struct np_err *err);
/* Steps to the end and resets. */
enum np_status np_sql_run(struct np_store *store, sqlite3_stmt *statement, struct np_err *err);
/* NP_OK: a row; NP_END: no more, reset. */
enum np_status np_sql_row(struct np_store *store, sqlite3_stmt *statement, struct np_err *err);
enum np_status np_sql_exec(struct np_store *store, const char *text, struct np_err *err);
/* The number that a statement gives in its first cell, `otherwise` if it gives no row. */
enum np_status np_sql_number(struct np_store *store, const char *text, int64_t otherwise,
                             int64_t *number, struct np_err *err);
/* The engine's last failure in words; sets the exit code. NP_STOP. */
enum np_status np_sql_fail(struct np_store *store, struct np_err *err);
/* A failure that we found ourselves, exit code 5. */
enum np_status np_store_fail(struct np_store *store, struct np_err *err, const char *code,
                             const char *what, const char *detail);

/* Empty is NULL: what a source does not say is not an empty text. Text is borrowed until the
 * statement is run.                                                                          */
void np_bind_text(sqlite3_stmt *statement, int at, struct np_slice text);
void np_bind_blob(sqlite3_stmt *statement, int at, struct np_slice bytes);
void np_bind_int(sqlite3_stmt *statement, int at, int64_t number);
/* 0 is NULL: unknown. */
void np_bind_known(sqlite3_stmt *statement, int at, int64_t number);
struct np_slice np_column(sqlite3_stmt *statement, int at);

/* An empty store in memory, for trying things. */
enum np_status np_store_memory(struct np_store **store, struct np_err *err);

/* lock.c: one writer. NP_STOP names the holder. */
enum np_status np_lock_take(struct np_store *store, struct np_err *err);
void np_lock_drop(struct np_store *store);
/* True if the folder of the path is on a network file system; its name in `kind`. */
bool np_on_network(const char *path, const char **kind);
/* Free bytes of the file system of the path; -1 unknown. */
int64_t np_free_bytes(const char *path);
/* Forces the folder's entry of a new file to disk, as far as the system can. */
void np_sync_folder(const char *path);

#endif
