/* statement.c -- one statement in, the current picture kept in step.
 *
 *   none there yet      -> the picture is the statement: rows straight in
 *   others there        -> rows off, fold of all, rows in
 *
 * The row of (publication, source, parts, facet) holds the latest word, whatever arrives first:
 * what is older than the row is superseded. A withdrawal is a row with parts 0, so that it stays
 * when what it withdraws arrives later. With NP_KEEP_SUBFIELDS a document of no subfield is as if
 * it had never been read: it neither replaces nor withdraws, and so order does not matter.
 *
 * Legal events leave the record that brought them and stand under their application (events.h).
 */
#include "current.h"
#include "events.h"
#include "squeeze.h"
#include "statement.h"

enum head { H_SOURCE, H_PARTS, H_FACET, H_DATE, H_SEQUENCE, H_HASH, H_LIGHT, H_EVIDENCE };

enum column { /* of NP_SQL_STATEMENT_BODIES */
    SOURCE, PARTS, FACET, DATE, SEQUENCE, HASH, ACTION, LIGHT, CLAIM_COUNT, INDEPENDENT_CLAIMS,
    FIRST_CLAIM_LENGTH, CLAIM_TYPES, NPL_COUNT, INVENTORS, EVIDENCE, RECORD, INPUT, MEMBER,
    DOCUMENT, OFFSET, LENGTH
};

/* ---- reading ---- */

static enum np_status read_row(struct np_store *store, sqlite3_stmt *row, struct np_arena *arena,
                               struct np_said *said, struct np_err *err)
{
    struct np_slice evidence = np_arena_copy(arena, np_column(row, EVIDENCE));
    struct np_slice bytes = NP_EMPTY;
    struct np_record *record;

    *said = (struct np_said){
        .source = sqlite3_column_int(row, SOURCE),
        .parts = sqlite3_column_int(row, PARTS),
        .facet = sqlite3_column_int64(row, FACET),
        .date = sqlite3_column_int(row, DATE),
        .sequence = sqlite3_column_int(row, SEQUENCE),
        .hash = sqlite3_column_int64(row, HASH),
        .action = (enum np_action)sqlite3_column_int(row, ACTION),
        .light = sqlite3_column_int(row, LIGHT) != 0,
        .claims = { sqlite3_column_int(row, CLAIM_COUNT),
                    sqlite3_column_int(row, INDEPENDENT_CLAIMS),
                    sqlite3_column_int(row, FIRST_CLAIM_LENGTH),
                    sqlite3_column_int(row, CLAIM_TYPES) },
        .npl_count = sqlite3_column_int(row, NPL_COUNT),
        .inventors = sqlite3_column_int(row, INVENTORS),
    };
    if (said->source < 0 || said->source > 62 ||
        !np_unsqueeze(np_column(row, RECORD), arena, &bytes) ||
        np_record_decode(bytes, arena, &record, NULL) != NP_OK ||
        !np_unpack_evidence(evidence, arena, &said->evidence, &said->nevidence))
        return np_store_fail(store, err, "NP-STO-004", "is damaged: ", "a statement is unreadable");
    said->record = record;
    return NP_OK;
}

static struct np_said_where where_of(sqlite3_stmt *row, struct np_arena *arena)
{
    return (struct np_said_where){
        .input = sqlite3_column_int64(row, INPUT),
        .document = sqlite3_column_int64(row, DOCUMENT),
        .offset = sqlite3_column_int64(row, OFFSET),
        .length = sqlite3_column_int64(row, LENGTH),
        .member = np_arena_copy(arena, np_column(row, MEMBER)),
    };
}

enum np_status np_statements_read(struct np_store *store, int64_t key, struct np_arena *arena,
                                  struct np_said_list *list, struct np_err *err)
{
    sqlite3_stmt *rows = np_sql(store, NP_SQL_STATEMENT_BODIES, err);
    NP_LIST(struct np_said) said = { 0 };
    NP_LIST(struct np_said_where) where = { 0 };
    enum np_status status;

    if (!rows)
        return NP_STOP;
    np_bind_int(rows, 1, key);
    while ((status = np_sql_row(store, rows, err)) == NP_OK) {
        if (read_row(store, rows, arena, np_list_add(arena, &said), err) != NP_OK) {
            sqlite3_reset(rows);
            return NP_STOP;
        }
        *np_list_add(arena, &where) = where_of(rows, arena);
    }
    *list = (struct np_said_list){ said.v, where.v, said.n };
    return status == NP_END ? NP_OK : status;
}

/* ---- what becomes of a statement ---- */

struct verdict {
    enum np_outcome outcome;
    bool first; /* nothing else is said about the publication */
};

/* The same word again is unchanged, unless new rules now see more or less in it, or its
 * texts are to be kept this time.                                                        */
static bool same_again(const struct np_store *store, const struct np_said *said, sqlite3_stmt *row)
{
    return sqlite3_column_int64(row, H_HASH) == said->hash &&
           sqlite3_column_int(row, H_DATE) == said->date &&
           sqlite3_column_int(row, H_SEQUENCE) == said->sequence &&
           (said->light || !sqlite3_column_int(row, H_LIGHT)) &&
           np_slice_eq(np_column(row, H_EVIDENCE), np_buf_slice(&store->evidence));
}

static enum np_outcome compare_with_row(const struct np_store *store, const struct np_said *said,
                                        sqlite3_stmt *row, enum np_outcome otherwise)
{
    struct np_said there = { .hash = sqlite3_column_int64(row, H_HASH),
                             .date = sqlite3_column_int(row, H_DATE),
                             .sequence = sqlite3_column_int(row, H_SEQUENCE) };

    if (same_again(store, said, row))
        return NP_UNCHANGED;
    return np_said_order(said, &there) < 0 ? NP_SUPERSEDED : otherwise;
}

static enum np_status judge(struct np_store *store, int64_t key, const struct np_said *said,
                            struct verdict *verdict, struct np_err *err)
{
    sqlite3_stmt *heads = np_sql(store, NP_SQL_STATEMENT_HEADS, err);
    enum np_status status;

    *verdict = (struct verdict){ said->light ? NP_STORED_LIGHT : NP_STORED, true };
    if (!heads)
        return NP_STOP;
    np_bind_int(heads, 1, key);
    while ((status = np_sql_row(store, heads, err)) == NP_OK) {
        verdict->first = false;
        if (sqlite3_column_int(heads, H_SOURCE) == said->source &&
            sqlite3_column_int(heads, H_PARTS) == said->parts &&
            sqlite3_column_int64(heads, H_FACET) == said->facet)
            verdict->outcome = compare_with_row(store, said, heads, verdict->outcome);
    }
    return status == NP_END ? NP_OK : status;
}

/* ---- writing ---- */

/* Without texts: id, dates, family, symbols, applicants, citations and events stay; what scoring
 * counts in the rest was counted before (np_said_of).                                          */
static struct np_record without_texts(const struct np_record *record)
{
    struct np_record light = *record;

    light.title.n = 0;
    light.abstract.n = 0;
    light.claims.n = 0;
    light.inventors.n = 0;
    light.npl.n = 0;
    light.standards.n = 0;
    return light;
}

/* Where it was read stands in columns of its own, notes in their own table. */
static void encode(struct np_store *store, const struct np_record *record, bool light)
{
    struct np_record kept = light ? without_texts(record) : *record;

    memset(&kept.source, 0, sizeof kept.source);
    kept.notes.n = 0;
    np_buf_reset(&store->packed);
    np_record_encode(&store->packed, &kept);
    np_buf_reset(&store->blob);
    np_squeeze(&store->blob, np_buf_slice(&store->packed));
}

static enum np_status write_statement(struct np_store *store, int64_t key,
                                      const struct np_said *said, int64_t input,
                                      struct np_err *err)
{
    sqlite3_stmt *put = np_sql(store, NP_SQL_STATEMENT_PUT, err);
    const struct np_record *record = said->record;
    const int64_t head[] = {
        key, said->source, said->parts, said->facet, said->date, said->sequence, said->hash,
        said->action, said->light, said->claims.count, said->claims.independent,
        said->claims.shortest, said->claims.types, said->npl_count, said->inventors, input,
    };
    int at = 1;

    if (!put)
        return NP_STOP;
    for (size_t i = 0; i < sizeof head / sizeof *head; i++)
        np_bind_int(put, at++, head[i]);
    np_bind_text(put, at++, record->source.member);
    np_bind_int(put, at++, record->source.document);
    np_bind_int(put, at++, record->source.offset);
    np_bind_int(put, at++, record->source.length);
    np_bind_blob(put, at++, np_buf_slice(&store->evidence));
    np_bind_blob(put, at, np_buf_slice(&store->blob));
    store->batch_bytes += (int64_t)(store->blob.n + store->evidence.n) + 200;
    return np_sql_run(store, put, err);
}

/* ---- the picture ---- */

static enum np_status fold_alone(struct np_store *store, int64_t key, const struct np_said *said,
                                 struct np_err *err)
{
    struct np_record bare;
    struct np_said alone = *said;
    struct np_picture picture;

    /* As it will be read back: a refold must give the same rows. */
    if (said->light) {
        bare = without_texts(said->record);
        alone.record = &bare;
    }
    np_fold(&alone, 1, store->scratch, &picture);
    return np_current_put(store, key, &picture, err);
}

static enum np_status fold_again(struct np_store *store, int64_t key, struct np_err *err)
{
    struct np_said_list list;
    struct np_picture picture;

    if (np_current_delete(store, key, err) != NP_OK ||
        np_statements_read(store, key, store->scratch, &list, err) != NP_OK)
        return NP_STOP;
    np_fold(list.v, list.n, store->scratch, &picture);
    return np_current_put(store, key, &picture, err);
}

/* Events speak of an application, whatever publication they name; without a publication a
 * withdrawal does too. It gets a key of its own kind, which no publication has; v_events joins
 * it with the publications.                                                                   */
static bool is_of_application(const struct np_record *record)
{
    bool events_alone = record->parts && !(record->parts & ~NP_PARTS_OF_EVENTS);

    if (!record->application.number.n || !record->application.office.n)
        return false;
    return record->action == NP_PUT ? events_alone : events_alone || !record->number.n;
}

static bool identify(const struct np_record *record, struct np_arena *arena, int64_t *key)
{
    *key = is_of_application(record) ? np_events_key(arena, record, &record->application) : 0;
    if (*key)
        return true;
    *key = np_publication_key(record->office, record->number, record->kind);
    return record->office.n && record->number.n;
}

static struct np_slice name_of(const struct np_record *record, struct np_arena *arena)
{
    if (is_of_application(record))
        return np_arena_printf(arena, "%.*s application",
                               NP_ARG(np_application_form(arena, &record->application)));
    return np_publication_id(arena, record->office, record->number, record->kind);
}

/* Numbers that do not fit the key are hashed into it: two of them may share one. */
static enum np_status check_clash(struct np_store *store, int64_t key,
                                  const struct np_record *record, struct np_err *err)
{
    struct np_said_list list;
    struct np_slice there, name;
    enum np_status status;

    if (!np_key_is_hash(key))
        return NP_OK;
    status = np_statements_read(store, key, store->scratch, &list, err);
    if (status != NP_OK || !list.n)
        return status;
    there = name_of(list.v[0].record, store->scratch);
    name = name_of(record, store->scratch);
    if (np_slice_eq(there, name))
        return NP_OK;
    store->exit_code = 5;
    return np_fail_at(err, NP_STOP, "NP-STO-010", -1,
                      "'%.80s' and '%.80s' share one key: please report it", there.p, name.p);
}

/* One statement, if it is news; the picture is the caller's. */
static enum np_status say(struct np_store *store, int64_t key, const struct np_said *said,
                          int64_t input, struct verdict *verdict, struct np_err *err)
{
    np_buf_reset(&store->evidence);
    np_pack_evidence(&store->evidence, said->evidence, said->nevidence);
    if (judge(store, key, said, verdict, err) != NP_OK ||
        (!verdict->first && check_clash(store, key, said->record, err) != NP_OK))
        return NP_STOP;
    if (verdict->outcome == NP_UNCHANGED || verdict->outcome == NP_SUPERSEDED)
        return NP_OK;
    encode(store, said->record, said->light);
    store->changed = true;
    return write_statement(store, key, said, input, err);
}

static enum np_status put_whole(struct np_store *store, const struct np_record *record,
                                const struct np_evidence_row *evidence, size_t nevidence,
                                int64_t input, enum np_keep keep, enum np_outcome *outcome,
                                struct np_err *err)
{
    struct np_said said = np_said_of(record);
    struct verdict verdict;
    int64_t key;

    if (!identify(record, store->scratch, &key))
        return np_fail_at(err, NP_SKIP, "NP-REC-001", -1, "no publication number");
    said.evidence = evidence;
    said.nevidence = said.action == NP_PUT ? nevidence : 0;
    said.light = !said.nevidence && keep != NP_KEEP_ALL;
    *outcome = NP_DROPPED;
    if (keep == NP_KEEP_SUBFIELDS && said.light && (said.parts & ~NP_PARTS_OF_EVENTS))
        return NP_OK;
    if (say(store, key, &said, input, &verdict, err) != NP_OK)
        return NP_STOP;
    *outcome = verdict.outcome;
    if (verdict.outcome == NP_UNCHANGED || verdict.outcome == NP_SUPERSEDED)
        return NP_OK;
    return verdict.first ? fold_alone(store, key, &said, err) : fold_again(store, key, err);
}

/* Of several statements of one record, the one that changes most. */
static enum np_outcome more(enum np_outcome a, enum np_outcome b)
{
    static const int weight[] = { [NP_UNCHANGED] = 0, [NP_SUPERSEDED] = 1, [NP_DROPPED] = 2,
                                  [NP_STORED_LIGHT] = 3, [NP_STORED] = 4 };

    return weight[a] >= weight[b] ? a : b;
}

/* All events of a record stand under one key: they are written first, then folded once. */
static enum np_status put_events(struct np_store *store, const struct np_event_words *words,
                                 int64_t input, enum np_keep keep, enum np_outcome *outcome,
                                 struct np_err *err)
{
    bool news = false;
    int64_t key = 0;

    for (size_t i = 0; i < words->n; i++) {
        struct np_said said = np_said_of(&words->v[i]);
        struct verdict verdict;

        if (!identify(&words->v[i], store->scratch, &key))
            return np_fail_at(err, NP_SKIP, "NP-REC-001", -1, "no publication number");
        said.light = keep != NP_KEEP_ALL;
        if (say(store, key, &said, input, &verdict, err) != NP_OK)
            return NP_STOP;
        news |= verdict.outcome != NP_UNCHANGED && verdict.outcome != NP_SUPERSEDED;
        *outcome = more(*outcome, verdict.outcome);
    }
    return news ? fold_again(store, key, err) : NP_OK;
}

enum np_status np_store_put(struct np_store *store, const struct np_record *record,
                            const struct np_evidence_row *evidence, size_t nevidence,
                            int64_t input, enum np_keep keep, enum np_outcome *outcome,
                            struct np_err *err)
{
    bool events = record->events.n || record->withdrawn.n || (record->parts & NP_PART_EVENTS);
    struct np_event_words words;
    struct np_record rest;
    enum np_status status = NP_OK;

    np_arena_reset(store->scratch);
    *outcome = NP_UNCHANGED;
    if (!events || record->action != NP_PUT)
        return put_whole(store, record, evidence, nevidence, input, keep, outcome, err);
    words = np_events_split(record, store->scratch);
    rest = np_events_off(record);
    if (rest.parts)
        status = put_whole(store, &rest, evidence, nevidence, input, keep, outcome, err);
    return status == NP_OK ? put_events(store, &words, input, keep, outcome, err) : status;
}
