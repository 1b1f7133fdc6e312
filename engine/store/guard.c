/* guard.c -- a store that answers strangers: reads alone, and none that takes for ever.
 *
 * The connection is read-only already; the authorizer keeps a fault of ours from becoming more than a
 * failed statement. The clock is looked at every so many steps of the engine, from the first row on.
 */
#include "sqlite.h"

#include <time.h>

enum { STEPS = 20000 /* of the engine's machine: well under a millisecond */ };

static int64_t now_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int is_late(void *ctx)
{
    const struct np_store *store = ctx;

    return now_ms() > store->deadline_ms;
}

/* What reading needs; the pragma tells of other writers. */
static int allow_reads(void *ctx, int action, const char *a, const char *b, const char *c,
                       const char *d)
{
    (void)ctx, (void)b, (void)c, (void)d;
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
    case SQLITE_FUNCTION: return SQLITE_OK;
    case SQLITE_PRAGMA: return a && strcmp(a, "data_version") == 0 ? SQLITE_OK : SQLITE_DENY;
    default: return SQLITE_DENY;
    }
}

void np_store_guard(struct np_store *store)
{
    sqlite3_set_authorizer(store->db, allow_reads, NULL);
}

void np_store_limit(struct np_store *store, int milliseconds)
{
    store->deadline_ms = now_ms() + milliseconds;
    sqlite3_progress_handler(store->db, milliseconds > 0 ? STEPS : 0, is_late, store);
}

int64_t np_store_version(struct np_store *store)
{
    int64_t version = 0;

    np_sql_number(store, "PRAGMA data_version", 0, &version, NULL);
    return version;
}
