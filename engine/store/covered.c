/* covered.c -- how many documents of an input fill each field. */
#include "sqlite.h"

#include <stdlib.h>

/* Counts as they are kept: "[12,0,5]", in the order of the fields. */
static void put_counts(struct np_buf *b, const struct np_coverage *counts)
{
    np_buf_reset(b);
    for (size_t i = 0; i < np_filled_count(); i++)
        np_buf_printf(b, "%c%lld", i ? ',' : '[', (long long)counts->filled[i]);
    np_buf_putc(b, ']');
}

static void add_counts(struct np_coverage *sum, sqlite3_stmt *row)
{
    const char *p = (const char *)sqlite3_column_text(row, 1);

    sum->documents += sqlite3_column_int64(row, 0);
    for (size_t i = 0; p && *p && i < np_filled_count(); i++) {
        char *end;

        sum->filled[i] += strtoll(p + 1, &end, 10); /* behind '[' or ',' */
        p = end;
    }
}

static void bind_group(sqlite3_stmt *s, int64_t input, const struct np_coverage *group)
{
    np_bind_int(s, 1, input);
    np_bind_text(s, 2, np_slice_of(group->dialect));
    sqlite3_bind_text(s, 3, group->office.n ? group->office.p : "", (int)group->office.n,
                      SQLITE_STATIC);
    np_bind_int(s, 4, group->type);
    np_bind_int(s, 5, group->stage);
}

/* Adds all rows of the statement to the group. */
static enum np_status add_rows(struct np_store *store, enum np_sql which, int64_t input,
                               struct np_coverage *sum, struct np_err *err)
{
    sqlite3_stmt *get = np_sql(store, which, err);
    enum np_status status;

    if (!get)
        return NP_STOP;
    bind_group(get, input, sum);
    while ((status = np_sql_row(store, get, err)) == NP_OK)
        add_counts(sum, get);
    return status == NP_END ? NP_OK : status;
}

enum np_status np_store_cover(struct np_store *store, int64_t input, const struct np_coverage *more,
                              struct np_err *err)
{
    struct np_coverage sum = *more;
    enum np_status status = add_rows(store, NP_SQL_COVER_GET, input, &sum, err);
    sqlite3_stmt *put = status == NP_OK ? np_sql(store, NP_SQL_COVER_PUT, err) : NULL;
    struct np_buf counts = { 0 };

    if (!put)
        return NP_STOP;
    put_counts(&counts, &sum);
    bind_group(put, input, &sum);
    np_bind_int(put, 6, sum.documents);
    np_bind_text(put, 7, np_buf_slice(&counts));
    status = np_sql_run(store, put, err);
    np_buf_release(&counts);
    return status;
}

enum np_status np_store_cover_each(struct np_store *store, int64_t input,
                                   void (*each)(void *ctx, const struct np_coverage *group),
                                   void *ctx, struct np_err *err)
{
    sqlite3_stmt *get = np_sql(store, NP_SQL_COVER_EACH, err);
    enum np_status status;

    if (!get)
        return NP_STOP;
    np_bind_int(get, 1, input);
    while ((status = np_sql_row(store, get, err)) == NP_OK) {
        const char *dialect = (const char *)sqlite3_column_text(get, 2);
        struct np_coverage group = {
            .dialect = dialect ? dialect : "",
            .office = np_column(get, 3),
            .type = (enum np_type)sqlite3_column_int(get, 4),
            .stage = (enum np_stage)sqlite3_column_int(get, 5),
        };

        add_counts(&group, get);
        each(ctx, &group);
    }
    return status == NP_END ? NP_OK : status;
}

enum np_status np_store_covered(struct np_store *store, int64_t input, struct np_coverage *sum,
                                struct np_err *err)
{
    sum->documents = 0;
    memset(sum->filled, 0, sizeof sum->filled);
    return add_rows(store, NP_SQL_COVERED, input, sum, err);
}
