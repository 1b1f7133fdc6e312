/* ledger.c -- inputs and how far they are in, rejects, notes, what was passed over, small facts. */
#include "sqlite.h"

/* ---- inputs ---- */

static void copy_hash(char to[16], struct np_slice from)
{
    memset(to, 0, 16);
    memcpy(to, from.p, from.n < 16 ? from.n : 16);
}

static void read_input(sqlite3_stmt *s, struct np_input_row *row)
{
    struct np_slice name = np_column(s, 1);

    memset(row, 0, sizeof *row);
    row->id = sqlite3_column_int64(s, 0);
    memcpy(row->name, name.p, name.n < sizeof row->name - 1 ? name.n : sizeof row->name - 1);
    copy_hash(row->file_hash, np_column(s, 2));
    copy_hash(row->content_hash, np_column(s, 3));
    row->signature = sqlite3_column_type(s, 4) == SQLITE_NULL ? -1 : sqlite3_column_int64(s, 4);
    row->size_bytes = sqlite3_column_int64(s, 5);
    row->state = (enum np_input_state)sqlite3_column_int(s, 6);
    row->member = sqlite3_column_int64(s, 7);
    row->document = sqlite3_column_int64(s, 8);
    row->counts = (struct np_counts){
        sqlite3_column_int64(s, 9),  sqlite3_column_int64(s, 10), sqlite3_column_int64(s, 11),
        sqlite3_column_int64(s, 12), sqlite3_column_int64(s, 13), sqlite3_column_int64(s, 14),
        sqlite3_column_int64(s, 15),
    };
}

static enum np_status find_input(struct np_store *store, enum np_sql which, struct np_slice hash,
                                 struct np_input_row *row, struct np_err *err)
{
    sqlite3_stmt *find = np_sql(store, which, err);
    enum np_status status;

    if (!find)
        return NP_STOP;
    np_bind_blob(find, 1, hash);
    status = np_sql_row(store, find, err);
    if (status == NP_OK) {
        read_input(find, row);
        sqlite3_reset(find);
    }
    return status;
}

enum np_status np_store_input_find(struct np_store *store, const char file_hash[16],
                                   struct np_input_row *row, struct np_err *err)
{
    return find_input(store, NP_SQL_INPUT_FIND, np_slice_make(file_hash, 16), row, err);
}

enum np_status np_store_input_content(struct np_store *store, const char content_hash[16],
                                      struct np_input_row *row, struct np_err *err)
{
    return find_input(store, NP_SQL_INPUT_CONTENT, np_slice_make(content_hash, 16), row, err);
}

enum np_status np_store_input_contents(struct np_store *store, int64_t signature,
                                       struct np_buf *hashes, struct np_err *err)
{
    sqlite3_stmt *find = np_sql(store, NP_SQL_INPUT_CONTENTS, err);
    enum np_status status;

    if (!find)
        return NP_STOP;
    np_bind_int(find, 1, signature);
    while ((status = np_sql_row(store, find, err)) == NP_OK) {
        char hash[16];

        copy_hash(hash, np_column(find, 0));
        np_buf_put(hashes, hash, sizeof hash);
    }
    return status == NP_END ? NP_OK : status;
}

static enum np_status next_id(struct np_store *store, int64_t *id, struct np_err *err)
{
    sqlite3_stmt *next = np_sql(store, NP_SQL_INPUT_NEXT, err);

    if (!next || np_sql_row(store, next, err) != NP_OK)
        return NP_STOP;
    *id = sqlite3_column_int64(next, 0);
    sqlite3_reset(next);
    return NP_OK;
}

static enum np_status forget(struct np_store *store, enum np_sql which, int64_t input,
                             struct np_err *err)
{
    sqlite3_stmt *statement = np_sql(store, which, err);

    if (!statement)
        return NP_STOP;
    np_bind_int(statement, 1, input);
    return np_sql_run(store, statement, err);
}

/* An input that is read from its beginning again gives its rejects again. */
static enum np_status forget_earlier_reading(struct np_store *store,
                                             const struct np_input_row *row, struct np_err *err)
{
    if (row->state != NP_INPUT_OPEN || row->member || row->document || row->counts.read)
        return NP_OK;
    if (forget(store, NP_SQL_REJECT_FORGET, row->id, err) != NP_OK)
        return NP_STOP;
    if (forget(store, NP_SQL_NOTE_FORGET, row->id, err) != NP_OK ||
        forget(store, NP_SQL_COVER_FORGET, row->id, err) != NP_OK)
        return NP_STOP;
    return forget(store, NP_SQL_PASS_FORGET, row->id, err);
}

static void bind_input(sqlite3_stmt *put, const struct np_input_row *row)
{
    static const char zeros[16];
    const struct np_counts *c = &row->counts;
    const int64_t numbers[] = { row->state,  row->member, row->document, c->read,
                                c->stored,   c->light,    c->unchanged,  c->superseded,
                                c->rejected, c->passed };

    np_bind_int(put, 1, row->id);
    sqlite3_bind_text(put, 2, row->name, (int)strnlen(row->name, sizeof row->name),
                      SQLITE_STATIC);
    np_bind_blob(put, 3, np_slice_make(row->file_hash, 16));
    np_bind_blob(put, 4, np_slice_make(row->content_hash,
                                       memcmp(row->content_hash, zeros, 16) ? 16 : 0));
    if (row->signature < 0)
        sqlite3_bind_null(put, 5);
    else
        np_bind_int(put, 5, row->signature);
    np_bind_int(put, 6, row->size_bytes);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        np_bind_int(put, 7 + (int)i, numbers[i]);
}

enum np_status np_store_input_put(struct np_store *store, struct np_input_row *row,
                                  struct np_err *err)
{
    sqlite3_stmt *put = np_sql(store, NP_SQL_INPUT_PUT, err);

    if (!put || (!row->id && next_id(store, &row->id, err) != NP_OK) ||
        forget_earlier_reading(store, row, err) != NP_OK)
        return NP_STOP;
    bind_input(put, row);
    return np_sql_run(store, put, err);
}

/* ---- rejects, notes and what was passed over ---- */

/* Below zero: not known. */
static void bind_byte(sqlite3_stmt *put, int at, int64_t byte)
{
    if (byte < 0)
        sqlite3_bind_null(put, at);
    else
        np_bind_int(put, at, byte);
}

enum np_status np_store_reject(struct np_store *store, const struct np_reject_row *row,
                               struct np_err *err)
{
    sqlite3_stmt *put = np_sql(store, NP_SQL_REJECT_PUT, err);

    if (!put)
        return NP_STOP;
    np_bind_int(put, 1, row->input);
    np_bind_text(put, 2, row->file);
    np_bind_text(put, 3, row->member);
    np_bind_text(put, 4, row->number);
    np_bind_int(put, 5, row->document);
    bind_byte(put, 6, row->byte);
    np_bind_int(put, 7, row->length);
    np_bind_text(put, 8, row->code);
    np_bind_text(put, 9, row->reason);
    np_bind_blob(put, 10, np_slice_sub(row->head, 0, 200));
    return np_sql_run(store, put, err);
}

enum np_status np_store_note(struct np_store *store, const struct np_note_row *row,
                             struct np_err *err)
{
    sqlite3_stmt *put = np_sql(store, NP_SQL_NOTE_PUT, err);

    if (!put)
        return NP_STOP;
    np_bind_int(put, 1, row->input);
    np_bind_text(put, 2, row->file);
    np_bind_text(put, 3, row->member);
    np_bind_text(put, 4, row->number);
    bind_byte(put, 5, row->document ? row->document : -1);
    bind_byte(put, 6, row->byte);
    np_bind_text(put, 7, row->code);
    np_bind_text(put, 8, row->note);
    return np_sql_run(store, put, err);
}

enum np_status np_store_pass(struct np_store *store, int64_t input, struct np_slice kind,
                             int64_t documents, struct np_err *err)
{
    sqlite3_stmt *put = np_sql(store, NP_SQL_PASS_PUT, err);

    if (!put)
        return NP_STOP;
    np_bind_int(put, 1, input);
    np_bind_text(put, 2, kind.n ? kind : NP_S("other"));
    np_bind_int(put, 3, documents);
    return np_sql_run(store, put, err);
}

/* ---- taxonomy and small facts ---- */

/* Index 0 begins a new taxonomy: what the old one had goes. */
enum np_status np_store_subfield_put(struct np_store *store, int index,
                                     const struct np_subfield_row *row, struct np_err *err)
{
    const char *const names[] = { row->code, row->slug, row->zh, row->en,
                                  row->field, row->field_zh, row->field_en };
    sqlite3_stmt *put = np_sql(store, NP_SQL_SUBFIELD_PUT, err);

    if (!put || (index == 0 && forget(store, NP_SQL_SUBFIELD_FORGET, 0, err) != NP_OK))
        return NP_STOP;
    np_bind_int(put, 1, index);
    for (int i = 0; i < (int)(sizeof names / sizeof *names); i++)
        np_bind_text(put, i + 2, np_slice_of(names[i]));
    return np_sql_run(store, put, err);
}

/* A number that is there already stays; an empty one begins a new registry. */
enum np_status np_store_registered_put(struct np_store *store, struct np_slice number,
                                       struct np_err *err)
{
    sqlite3_stmt *put = np_sql(store, number.n ? NP_SQL_REGISTERED_PUT : NP_SQL_REGISTERED_FORGET,
                               err);

    if (!put)
        return NP_STOP;
    if (number.n)
        np_bind_text(put, 1, number);
    return np_sql_run(store, put, err);
}

enum np_status np_store_meta_put(struct np_store *store, const char *key, struct np_slice value,
                                 struct np_err *err)
{
    sqlite3_stmt *put = np_sql(store, NP_SQL_META_PUT, err);

    if (!put)
        return NP_STOP;
    np_bind_text(put, 1, np_slice_of(key));
    np_bind_text(put, 2, value);
    return np_sql_run(store, put, err);
}

enum np_status np_store_meta_get(struct np_store *store, const char *key, struct np_arena *arena,
                                 struct np_slice *value, struct np_err *err)
{
    sqlite3_stmt *get = np_sql(store, NP_SQL_META_GET, err);
    enum np_status status;

    if (!get)
        return NP_STOP;
    np_bind_text(get, 1, np_slice_of(key));
    status = np_sql_row(store, get, err);
    if (status == NP_OK) {
        *value = np_arena_copy(arena, np_column(get, 0));
        sqlite3_reset(get);
    }
    return status;
}
