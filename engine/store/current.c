/* current.c -- a picture as rows: one publication, its parties, citations, events and hits. */
#include "current.h"
#include "events.h"

#include <nanopat/standards.h>

static void bind_texts(sqlite3_stmt *put, const struct np_record *record)
{
    struct np_slice title = np_text_in(record->title.v, record->title.n, "zh");

    np_bind_text(put, 1 + NP_PUB_OFFICE, record->office);
    np_bind_text(put, 1 + NP_PUB_NUMBER, record->number);
    np_bind_text(put, 1 + NP_PUB_KIND, record->kind);
    np_bind_text(put, 1 + NP_PUB_LANG, record->lang);
    np_bind_text(put, 1 + NP_PUB_APPLICATION_OFFICE, record->application.office);
    np_bind_text(put, 1 + NP_PUB_APPLICATION_NUMBER, record->application.number);
    np_bind_text(put, 1 + NP_PUB_PCT_APPLICATION, record->pct_application);
    np_bind_text(put, 1 + NP_PUB_PCT_PUBLICATION, record->pct_publication);
    np_bind_text(put, 1 + NP_PUB_FAMILY_GIVEN, record->family);
    np_bind_text(put, 1 + NP_PUB_TITLE, title);
    np_bind_text(put, 1 + NP_PUB_TITLE_EN, NP_EMPTY);
    for (size_t i = 0; i < record->title.n; i++)
        if (np_slice_is(record->title.v[i].lang, "en"))
            np_bind_text(put, 1 + NP_PUB_TITLE_EN, record->title.v[i].text);
}

static void bind_numbers(sqlite3_stmt *put, const struct np_picture *picture)
{
    const struct np_record *record = &picture->record;

    np_bind_known(put, 1 + NP_PUB_DATE, record->date);
    np_bind_int(put, 1 + NP_PUB_TYPE, record->type);
    np_bind_int(put, 1 + NP_PUB_STAGE, record->stage);
    np_bind_known(put, 1 + NP_PUB_APPLICATION_DATE, record->application.date);
    np_bind_known(put, 1 + NP_PUB_CLAIM_COUNT, picture->claims.count);
    np_bind_known(put, 1 + NP_PUB_INDEPENDENT_CLAIMS, picture->claims.independent);
    np_bind_known(put, 1 + NP_PUB_FIRST_CLAIM_LENGTH, picture->claims.shortest);
    np_bind_known(put, 1 + NP_PUB_CLAIM_TYPES, picture->claims.types);
    if (picture->npl_count < 0)
        sqlite3_bind_null(put, 1 + NP_PUB_NPL_COUNT);
    else
        np_bind_int(put, 1 + NP_PUB_NPL_COUNT, picture->npl_count);
    np_bind_known(put, 1 + NP_PUB_INVENTORS, picture->inventors);
    np_bind_int(put, 1 + NP_PUB_LIGHT, picture->light);
    np_bind_int(put, 1 + NP_PUB_HAS_CITATIONS, picture->has_citations);
    np_bind_int(put, 1 + NP_PUB_HAS_CLAIMS, picture->has_claims);
    np_bind_int(put, 1 + NP_PUB_SOURCES, picture->sources);
}

static void put_id(struct np_buf *b, const struct np_record *record)
{
    np_buf_puts_slice(b, record->office);
    np_buf_puts_slice(b, record->number);
    np_buf_puts_slice(b, record->kind);
}

/* Several packed texts share one buffer: where each begins is noted, bound when all are in. */
struct packed {
    int at[6];
    size_t from[7];
    size_t n;
};

static void begin_packed(struct packed *packed, const struct np_buf *b, int column)
{
    packed->at[packed->n] = column;
    packed->from[packed->n++] = b->n;
}

static void bind_packed(sqlite3_stmt *put, struct packed *packed, const struct np_buf *b)
{
    packed->from[packed->n] = b->n;
    for (size_t i = 0; i < packed->n; i++)
        np_bind_text(put, 1 + packed->at[i],
                     np_slice_make(b->p + packed->from[i],
                                   packed->from[i + 1] - packed->from[i]));
}

static void pack_documents(struct np_buf *b, struct np_buf *one, const struct np_record *record,
                           bool parents)
{
    size_t n = parents ? record->parents.n : record->priorities.n;

    np_buf_reset(one);
    for (size_t i = 0; i < n; i++)
        if (parents)
            np_pack_document(one, record->parents.v[i].relation, &record->parents.v[i].doc);
        else
            np_pack_document(one, NP_EMPTY, &record->priorities.v[i]);
    np_buf_puts_slice(b, np_buf_slice(one));
}

static enum np_status put_publication(struct np_store *store, int64_t key,
                                      const struct np_picture *picture, struct np_err *err)
{
    const struct np_record *record = &picture->record;
    sqlite3_stmt *put = np_sql(store, NP_SQL_PUBLICATION_PUT, err);
    struct np_buf *b = &store->packed, *one = &store->one;
    struct packed packed = { .n = 0 };

    if (!put)
        return NP_STOP;
    np_buf_reset(b);
    begin_packed(&packed, b, NP_PUB_ID);
    put_id(b, record);
    begin_packed(&packed, b, NP_PUB_IPC);
    np_pack_symbols(b, &record->ipc);
    begin_packed(&packed, b, NP_PUB_CPC);
    np_pack_symbols(b, &record->cpc);
    begin_packed(&packed, b, NP_PUB_DESIGNATED);
    np_pack_symbols(b, &record->designated);
    begin_packed(&packed, b, NP_PUB_PRIORITIES);
    pack_documents(b, one, record, false);
    begin_packed(&packed, b, NP_PUB_PARENTS);
    pack_documents(b, one, record, true);
    np_bind_int(put, 1 + NP_PUB_KEY, key);
    bind_texts(put, record);
    bind_numbers(put, picture);
    np_bind_known(put, 1 + NP_PUB_APPLICATION_KEY,
                  np_events_key(store->scratch, record, &record->application));
    bind_packed(put, &packed, b);
    return np_sql_run(store, put, err);
}

static enum np_status put_parties(struct np_store *store, int64_t key,
                                  const struct np_record *record, struct np_err *err)
{
    sqlite3_stmt *put = np_sql(store, NP_SQL_PARTY_PUT, err);
    enum np_status status = put ? NP_OK : NP_STOP;

    for (size_t i = 0; status == NP_OK && i < record->applicants.n; i++) {
        const struct np_party *party = &record->applicants.v[i];

        np_bind_int(put, 1, key);
        np_bind_int(put, 2, (int64_t)i + 1);
        np_bind_text(put, 3, party->name);
        np_bind_int(put, 4, party->role);
        np_bind_text(put, 5, party->country);
        np_bind_text(put, 6, party->region);
        np_bind_text(put, 7, party->city);
        np_bind_text(put, 8, party->address);
        np_bind_text(put, 9, party->postcode);
        status = np_sql_run(store, put, err);
    }
    return status;
}

static void bind_category(sqlite3_stmt *put, int at, const struct np_citation *citation)
{
    char letters[16];
    size_t n = 0;

    for (size_t i = 0; i < citation->category.n && n < sizeof letters; i++)
        if (citation->category.v[i].n)
            letters[n++] = citation->category.v[i].p[0];
    if (n)
        sqlite3_bind_text(put, at, letters, (int)n, SQLITE_TRANSIENT);
    else
        sqlite3_bind_null(put, at);
}

static enum np_status put_citations(struct np_store *store, int64_t key,
                                    const struct np_record *record, struct np_err *err)
{
    sqlite3_stmt *put = np_sql(store, NP_SQL_CITATION_PUT, err);
    enum np_status status = put ? NP_OK : NP_STOP;

    for (size_t i = 0; status == NP_OK && i < record->citations.n; i++) {
        const struct np_citation *citation = &record->citations.v[i];

        np_bind_int(put, 1, key);
        np_bind_int(put, 2, (int64_t)i + 1);
        np_bind_text(put, 3, citation->doc.office);
        np_bind_text(put, 4, citation->doc.number);
        np_bind_text(put, 5, citation->doc.kind);
        np_bind_known(put, 6, citation->doc.date);
        bind_category(put, 7, citation);
        np_bind_int(put, 8, citation->by);
        np_bind_int(put, 9, citation->phase);
        status = np_sql_run(store, put, err);
    }
    return status;
}

static void bind_event(sqlite3_stmt *put, const struct np_event *event)
{
    np_bind_text(put, 7, event->office);
    np_bind_text(put, 8, event->code);
    np_bind_known(put, 9, event->date);
    np_bind_text(put, 10, event->state);
    np_bind_text(put, 11, event->text);
    np_bind_text(put, 12, event->national);
    np_bind_text(put, 13, event->class);
    np_bind_text(put, 14, event->influence);
    np_bind_known(put, 15, event->effective);
}

static enum np_status put_events(struct np_store *store, int64_t key,
                                 const struct np_record *record, struct np_err *err)
{
    sqlite3_stmt *put;
    enum np_status status;

    if (!record->events.n)
        return NP_OK;
    np_buf_reset(&store->packed);
    put_id(&store->packed, record);
    put = np_sql(store, NP_SQL_EVENT_PUT, err);
    status = put ? NP_OK : NP_STOP;
    for (size_t i = 0; status == NP_OK && i < record->events.n; i++) {
        np_bind_int(put, 1, key);
        np_bind_int(put, 2, (int64_t)i + 1);
        if (record->number.n) {
            np_bind_int(put, 3, np_publication_key(record->office, record->number, record->kind));
            np_bind_text(put, 4, np_buf_slice(&store->packed));
        } else {
            np_bind_known(put, 3, 0);
            np_bind_text(put, 4, NP_EMPTY);
        }
        np_bind_text(put, 5, record->application.office);
        np_bind_text(put, 6, record->application.number);
        bind_event(put, &record->events.v[i]);
        status = np_sql_run(store, put, err);
    }
    return status;
}

static enum np_status put_standards(struct np_store *store, int64_t key,
                                    const struct np_record *record, struct np_err *err)
{
    sqlite3_stmt *put = np_sql(store, NP_SQL_STANDARD_PUT, err);
    enum np_status status = put ? NP_OK : NP_STOP;

    for (size_t i = 0; status == NP_OK && i < record->standards.n; i++) {
        const struct np_standard_ref *standard = &record->standards.v[i];

        np_bind_int(put, 1, key);
        np_bind_int(put, 2, (int64_t)i + 1);
        np_bind_text(put, 3, standard->ref);
        np_bind_text(put, 4, np_standard_number(store->scratch, standard->ref));
        np_bind_known(put, 5, np_standard_edition(standard->ref));
        np_bind_text(put, 6, standard->where);
        status = np_sql_run(store, put, err);
    }
    return status;
}

static enum np_status put_hit(struct np_store *store, int64_t key,
                              const struct np_evidence_row *row, struct np_err *err)
{
    sqlite3_stmt *put = np_sql(store, NP_SQL_HIT_PUT, err);

    if (!put)
        return NP_STOP;
    np_bind_int(put, 1, key);
    np_bind_int(put, 2, row->subfield);
    sqlite3_bind_double(put, 3, row->score);
    sqlite3_bind_double(put, 4, row->confidence);
    return np_sql_run(store, put, err);
}

static enum np_status put_evidence(struct np_store *store, int64_t key, size_t seq,
                                   const struct np_evidence_row *row, struct np_err *err)
{
    sqlite3_stmt *put = np_sql(store, NP_SQL_EVIDENCE_PUT, err);

    if (!put)
        return NP_STOP;
    np_bind_int(put, 1, key);
    np_bind_int(put, 2, row->subfield);
    np_bind_int(put, 3, (int64_t)seq);
    np_bind_text(put, 4, row->rule);
    np_bind_text(put, 5, row->place);
    np_bind_int(put, 6, row->offset);
    np_bind_text(put, 7, row->matched);
    sqlite3_bind_double(put, 8, row->weight);
    return np_sql_run(store, put, err);
}

/* Evidence of one subfield stands together or not: a hit is put at its first row and ignored
 * at later ones.                                                                             */
static enum np_status put_hits(struct np_store *store, int64_t key,
                               const struct np_picture *picture, struct np_err *err)
{
    enum np_status status = NP_OK;

    for (size_t i = 0; status == NP_OK && i < picture->nevidence; i++) {
        const struct np_evidence_row *row = &picture->evidence[i];

        if (i == 0 || row->subfield != row[-1].subfield)
            status = put_hit(store, key, row, err);
        if (status == NP_OK)
            status = put_evidence(store, key, i + 1, row, err);
    }
    return status;
}

enum np_status np_current_put(struct np_store *store, int64_t key,
                              const struct np_picture *picture, struct np_err *err)
{
    const struct np_record *record = &picture->record;
    enum np_status status = put_events(store, key, record, err);

    if (status != NP_OK || !picture->exists)
        return status;
    status = put_publication(store, key, picture, err);
    if (status == NP_OK && record->applicants.n)
        status = put_parties(store, key, record, err);
    if (status == NP_OK && record->citations.n)
        status = put_citations(store, key, record, err);
    if (status == NP_OK && record->standards.n)
        status = put_standards(store, key, record, err);
    if (status == NP_OK && picture->nevidence)
        status = put_hits(store, key, picture, err);
    return status;
}

enum np_status np_current_delete(struct np_store *store, int64_t key, struct np_err *err)
{
    for (enum np_sql which = NP_SQL_PUBLICATION_DELETE; which <= NP_SQL_EVIDENCE_DELETE; which++) {
        sqlite3_stmt *statement = np_sql(store, which, err);

        if (!statement)
            return NP_STOP;
        np_bind_int(statement, 1, key);
        if (np_sql_run(store, statement, err) != NP_OK)
            return NP_STOP;
    }
    return NP_OK;
}
