/* whole.c -- the full record behind a publication: texts and claims of its statements, the events
 * of its application.
 */
#include "events.h"
#include "statement.h"

static enum np_status key_of(struct np_store *store, struct np_slice id, struct np_arena *arena,
                             int64_t *key, struct np_err *err)
{
    sqlite3_stmt *find = np_sql(store, NP_SQL_PUBLICATION_KEY, err);
    struct np_docref parts;
    enum np_status status;

    if (!find)
        return NP_STOP;
    np_bind_text(find, 1, id);
    status = np_sql_row(store, find, err);
    if (status == NP_OK) {
        *key = sqlite3_column_int64(find, 0);
        sqlite3_reset(find);
        return NP_OK;
    }
    if (status == NP_END && np_publication_split(arena, id, &parts)) {
        *key = np_publication_key(parts.office, parts.number, parts.kind);
        return NP_OK;
    }
    return status;
}

static enum np_status name_source(struct np_store *store, const struct np_said_where *where,
                                  struct np_arena *arena, struct np_record *record,
                                  struct np_err *err)
{
    sqlite3_stmt *name = np_sql(store, NP_SQL_INPUT_NAME, err);
    enum np_status status;

    if (!name)
        return NP_STOP;
    np_bind_int(name, 1, where->input);
    status = np_sql_row(store, name, err);
    if (status == NP_OK) {
        record->source.file = np_arena_copy(arena, np_column(name, 0));
        sqlite3_reset(name);
    }
    record->source.member = where->member;
    record->source.document = where->document;
    record->source.offset = where->offset;
    record->source.length = where->length;
    return status == NP_STOP ? NP_STOP : NP_OK;
}

/* The events of its application, whatever they came with. */
static enum np_status read_events(struct np_store *store, struct np_arena *arena,
                                  struct np_record *record, struct np_err *err)
{
    sqlite3_stmt *rows = np_sql(store, NP_SQL_EVENTS_OF, err);
    struct np_slice id = np_publication_id(arena, record->office, record->number, record->kind);
    enum np_status status;

    if (!rows)
        return NP_STOP;
    memset(&record->events, 0, sizeof record->events);
    np_bind_text(rows, 1, id);
    while ((status = np_sql_row(store, rows, err)) == NP_OK)
        *np_list_add(arena, &record->events) = np_event_of(rows, arena);
    np_events_settle(record->events.v, &record->events.n);
    return status == NP_END ? NP_OK : NP_STOP;
}

enum np_status np_store_record(struct np_store *store, struct np_slice id, struct np_arena *arena,
                               struct np_record **record, struct np_err *err)
{
    struct np_said_list list;
    struct np_picture picture;
    enum np_status status;
    int64_t key;

    status = key_of(store, id, arena, &key, err);
    if (status == NP_OK)
        status = np_statements_read(store, key, arena, &list, err);
    if (status != NP_OK)
        return status;
    np_fold(list.v, list.n, arena, &picture);
    if (!picture.texts)
        return NP_END;
    *record = np_record_new(arena);
    **record = picture.record;
    if (read_events(store, arena, *record, err) != NP_OK)
        return NP_STOP;
    return name_source(store, &list.where[picture.texts - list.v], arena, *record, err);
}
