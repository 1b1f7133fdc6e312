/* facts.c -- the current picture, in one pass of cursors that go by key together.
 *
 *   publication, party, citation, hit, standard   in order of key: each publication whole, gathered and
 *                                       forgotten (np_store_facts), or kept (np_store_details)
 *   event         facts_events.c: to all publications of its application
 *   then the publications are put in order of id
 *   imported      facts_imports.c: rows of lists, to the publications they speak of
 */
#include "current.h"
#include "facts.h"

#include <nanopat/gathered.h>
#include <stdlib.h>

enum cursor { PUBLICATIONS, PARTIES, CITATIONS, HITS, STANDARDS, CURSORS };

struct scan {
    struct np_store *store;
    struct np_facts *facts;
    struct np_arena *arena;      /* of the publication at hand, or of the facts */
    sqlite3_stmt *rows[CURSORS]; /* each stands on a row, or is NULL behind its last */
};

static struct np_slice column(struct scan *scan, sqlite3_stmt *row, int at)
{
    struct np_slice text = np_column(row, at);

    return text.n ? np_arena_copy(scan->arena, text) : NP_EMPTY;
}

/* A word of an enumeration; a store may come from elsewhere. */
static int word(sqlite3_stmt *row, int at, int last, int otherwise)
{
    int64_t i = sqlite3_column_int64(row, at);

    return i >= 0 && i <= last ? (int)i : otherwise;
}

/* ---- publications ---- */

static void unpack_lists(struct scan *scan, sqlite3_stmt *row, struct np_fact_publication *p)
{
    struct np_slice packed, relation;
    struct np_docref doc;

    np_unpack_symbols(np_arena_copy(scan->arena, np_column(row, NP_PUB_IPC)), scan->arena,
                      &p->ipc);
    np_unpack_symbols(np_arena_copy(scan->arena, np_column(row, NP_PUB_CPC)), scan->arena,
                      &p->cpc);
    np_unpack_symbols(np_arena_copy(scan->arena, np_column(row, NP_PUB_DESIGNATED)), scan->arena,
                      &p->designated);
    packed = np_arena_copy(scan->arena, np_column(row, NP_PUB_PRIORITIES));
    while (np_unpack_document(&packed, &relation, &doc))
        *np_list_add(scan->arena, &p->priorities) = doc;
    packed = np_arena_copy(scan->arena, np_column(row, NP_PUB_PARENTS));
    while (np_unpack_document(&packed, &relation, &doc))
        *np_list_add(scan->arena, &p->parents) = (struct np_parent){ relation, doc };
}

static void read_counts(sqlite3_stmt *row, struct np_fact_publication *p)
{
    p->claim_count = sqlite3_column_int(row, NP_PUB_CLAIM_COUNT);
    p->independent_claims = sqlite3_column_int(row, NP_PUB_INDEPENDENT_CLAIMS);
    p->first_claim_len = sqlite3_column_int(row, NP_PUB_FIRST_CLAIM_LENGTH);
    p->claim_types = sqlite3_column_int(row, NP_PUB_CLAIM_TYPES);
    p->npl_count = sqlite3_column_type(row, NP_PUB_NPL_COUNT) == SQLITE_NULL
                       ? -1 : sqlite3_column_int(row, NP_PUB_NPL_COUNT);
    p->inventors = sqlite3_column_int(row, NP_PUB_INVENTORS);
    p->light = sqlite3_column_int(row, NP_PUB_LIGHT) != 0;
    p->has_citations = sqlite3_column_int(row, NP_PUB_HAS_CITATIONS) != 0;
    p->has_claims = sqlite3_column_int(row, NP_PUB_HAS_CLAIMS) != 0;
}

static void read_publication(struct scan *scan, sqlite3_stmt *row, struct np_fact_publication *p)
{
    *p = (struct np_fact_publication){ .key = sqlite3_column_int64(row, NP_PUB_KEY),
                                       .family = -1 };
    p->id = np_arena_copy(scan->arena, np_column(row, NP_PUB_ID));
    p->office = column(scan, row, NP_PUB_OFFICE);
    p->number = column(scan, row, NP_PUB_NUMBER);
    p->kind = column(scan, row, NP_PUB_KIND);
    p->date = sqlite3_column_int(row, NP_PUB_DATE);
    p->type = (enum np_type)word(row, NP_PUB_TYPE, NP_OTHER_TYPE, NP_OTHER_TYPE);
    p->stage = (enum np_stage)word(row, NP_PUB_STAGE, NP_OTHER_STAGE, NP_OTHER_STAGE);
    p->lang = column(scan, row, NP_PUB_LANG);
    p->application.office = column(scan, row, NP_PUB_APPLICATION_OFFICE);
    p->application.number = column(scan, row, NP_PUB_APPLICATION_NUMBER);
    p->application.kind = NP_EMPTY;
    p->application.date = sqlite3_column_int(row, NP_PUB_APPLICATION_DATE);
    p->pct_application = column(scan, row, NP_PUB_PCT_APPLICATION);
    p->pct_publication = column(scan, row, NP_PUB_PCT_PUBLICATION);
    p->family_given = column(scan, row, NP_PUB_FAMILY_GIVEN);
    p->title = column(scan, row, NP_PUB_TITLE);
    p->title_en = column(scan, row, NP_PUB_TITLE_EN);
    read_counts(row, p);
    unpack_lists(scan, row, p);
}

static enum np_status number(struct np_store *store, enum np_sql which, int64_t *value,
                             struct np_err *err)
{
    sqlite3_stmt *row = np_sql(store, which, err);

    if (!row || np_sql_row(store, row, err) != NP_OK)
        return NP_STOP;
    *value = sqlite3_column_int64(row, 0);
    sqlite3_reset(row);
    return NP_OK;
}

/* ---- lists of the publication at hand ---- */

static void read_party(struct scan *scan, sqlite3_stmt *row, struct np_fact_publication *p)
{
    struct np_fact_party *party = np_list_add(scan->arena, &p->parties);

    party->name = column(scan, row, 1);
    party->role = (enum np_role)word(row, 2, NP_ROLE_PROPRIETOR, NP_ROLE_APPLICANT);
    party->country = column(scan, row, 3);
    party->region = column(scan, row, 4);
    party->city = column(scan, row, 5);
    party->address = column(scan, row, 6);
    party->postcode = column(scan, row, 7);
    party->enterprise = -1;
}

static void read_citation(struct scan *scan, sqlite3_stmt *row, struct np_fact_publication *p)
{
    struct np_fact_citation *citation = np_list_add(scan->arena, &p->citations);
    struct np_slice letters = np_column(row, 5);

    citation->strongest = np_strongest(letters);
    citation->has_category = letters.n > 0;
    citation->cited.office = column(scan, row, 1);
    citation->cited.number = column(scan, row, 2);
    citation->cited.kind = column(scan, row, 3);
    citation->cited.date = sqlite3_column_int(row, 4);
    citation->by = (enum np_by)word(row, 6, NP_BY_THIRD_PARTY, NP_BY_UNKNOWN);
    citation->phase = (enum np_phase)word(row, 7, NP_PHASE_FILING, NP_PHASE_UNKNOWN);
    citation->cited_publication = -1;
}

static void read_hit(struct scan *scan, sqlite3_stmt *row, struct np_fact_publication *p)
{
    struct np_fact_hit *hit = np_list_add(scan->arena, &p->hits);

    hit->subfield = word(row, 1, INT32_MAX, 0);
    hit->score = sqlite3_column_double(row, 2);
}

static void read_standard(struct scan *scan, sqlite3_stmt *row, struct np_fact_publication *p)
{
    struct np_fact_standard *standard = np_list_add(scan->arena, &p->standards);

    standard->reference = column(scan, row, 1);
    standard->number = column(scan, row, 2);
    standard->edition = sqlite3_column_int(row, 3);
    standard->place = column(scan, row, 4);
}

static void (*const readers[CURSORS])(struct scan *, sqlite3_stmt *,
                                      struct np_fact_publication *) = {
    [PUBLICATIONS] = read_publication, [PARTIES] = read_party, [CITATIONS] = read_citation,
    [HITS] = read_hit, [STANDARDS] = read_standard,
};

static enum np_status step(struct scan *scan, enum cursor cursor, struct np_err *err)
{
    enum np_status status = np_sql_row(scan->store, scan->rows[cursor], err);

    if (status == NP_END)
        scan->rows[cursor] = NULL;
    return status == NP_END ? NP_OK : status;
}

/* Rows of publications that are not there are passed over. */
static enum np_status read_list(struct scan *scan, enum cursor cursor,
                                struct np_fact_publication *p, struct np_err *err)
{
    enum np_status status = NP_OK;

    while (status == NP_OK && scan->rows[cursor]) {
        int64_t key = sqlite3_column_int64(scan->rows[cursor], 0);

        if (key > p->key)
            break;
        if (key == p->key)
            readers[cursor](scan, scan->rows[cursor], p);
        status = step(scan, cursor, err);
    }
    return status;
}

static enum np_status read_whole(struct scan *scan, struct np_fact_publication *p,
                                 struct np_err *err)
{
    enum np_status status = NP_OK;

    readers[PUBLICATIONS](scan, scan->rows[PUBLICATIONS], p);
    for (int i = PARTIES; i < CURSORS && status == NP_OK; i++)
        status = read_list(scan, (enum cursor)i, p, err);
    return status == NP_OK ? step(scan, PUBLICATIONS, err) : status;
}

/* Each publication in order of key; `keys` as JSON, or all of them. A list without a statement is not
 * wanted.                                                                                      */
static enum np_status scan_whole(struct scan *scan, const enum np_sql *statements,
                                 struct np_slice keys,
                                 void (*take)(struct scan *, const struct np_fact_publication *),
                                 struct np_err *err)
{
    enum np_status status = NP_OK;

    for (int i = 0; i < CURSORS && status == NP_OK; i++) {
        scan->rows[i] = NULL;
        if (statements[i] == NP_SQL_COUNT)
            continue;
        scan->rows[i] = np_sql(scan->store, statements[i], err);
        if (!scan->rows[i])
            status = NP_STOP;
        if (scan->rows[i] && keys.n)
            np_bind_text(scan->rows[i], 1, keys);
        if (status == NP_OK)
            status = step(scan, (enum cursor)i, err);
    }
    while (status == NP_OK && scan->rows[PUBLICATIONS]) {
        struct np_fact_publication p;

        status = read_whole(scan, &p, err);
        if (status == NP_OK)
            take(scan, &p);
    }
    for (int i = 0; i < CURSORS; i++)
        if (scan->rows[i])
            sqlite3_reset(scan->rows[i]);
    return status;
}

/* ---- all of them, gathered ---- */

static void gather(struct scan *scan, const struct np_fact_publication *p)
{
    np_facts_gather(scan->facts, p);
    np_arena_reset(scan->arena);
}

static enum np_status scan_all(struct scan *scan, struct np_err *err)
{
    static const enum np_sql statements[CURSORS] = { NP_SQL_FACTS_PUBLICATIONS,
                                                     NP_SQL_FACTS_PARTIES,
                                                     NP_SQL_FACTS_CITATIONS, NP_SQL_FACTS_HITS,
                                                     NP_SQL_COUNT };
    int64_t subfields = 0;

    if (scan_whole(scan, statements, NP_EMPTY, gather, err) != NP_OK)
        return NP_STOP;
    if (np_facts_events(scan->store, scan->facts, err) != NP_OK)
        return NP_STOP;
    if (number(scan->store, NP_SQL_FACTS_SUBFIELDS, &subfields, err) != NP_OK)
        return NP_STOP;
    scan->facts->nsubfields = subfields > 0 ? (size_t)subfields : 0;
    np_facts_settle(scan->facts);
    return np_facts_imports(scan->store, scan->facts, err);
}

/* ---- some of them, kept whole ---- */

static void keep(struct scan *scan, const struct np_fact_publication *p)
{
    int64_t row = np_facts_find(scan->facts, p->key);
    struct np_fact_publication *kept;

    if (row < 0)
        return;
    kept = np_list_add(scan->facts->arena, &scan->facts->publications);
    *kept = *p;
    kept->row = row;
}

/* Keys of those that are wanted, ascending. */
static void write_keys(const struct np_facts *facts, bool all, struct np_buf *b)
{
    const struct np_gathered *g = facts->gathered;

    np_buf_putc(b, '[');
    for (size_t i = 0; g && i < g->n; i++)
        if (all || (facts->light[g->by_row[i]].bits & NP_FACT_WANTED))
            np_buf_printf(b, "%s%lld", b->n > 1 ? "," : "", (long long)g->rows[i].key);
    np_buf_putc(b, ']');
}

static enum np_status scan_details(struct scan *scan, bool all, struct np_err *err)
{
    static const enum np_sql statements[CURSORS] = { NP_SQL_DETAILS_PUBLICATIONS,
                                                     NP_SQL_DETAILS_PARTIES,
                                                     NP_SQL_DETAILS_CITATIONS,
                                                     NP_SQL_DETAILS_HITS,
                                                     NP_SQL_DETAILS_STANDARDS };
    struct np_buf keys = { 0 };
    enum np_status status;

    write_keys(scan->facts, all, &keys);
    status = scan_whole(scan, statements, np_buf_slice(&keys), keep, err);
    np_buf_release(&keys);
    return status;
}

/* ---- one moment for all scans, also while somebody writes ---- */

static enum np_status begin(struct np_store *store, bool *alone, struct np_err *err)
{
    *alone = sqlite3_get_autocommit(store->db) != 0;
    return *alone ? np_sql_exec(store, "BEGIN", err) : NP_OK;
}

static void end(struct np_store *store, bool alone)
{
    if (alone && !sqlite3_get_autocommit(store->db))
        sqlite3_exec(store->db, "COMMIT", NULL, NULL, NULL);
}

enum np_status np_store_facts(struct np_store *store, struct np_facts *facts, struct np_err *err)
{
    struct scan scan = { .store = store, .facts = facts, .arena = np_arena_new() };
    bool alone;
    enum np_status status = begin(store, &alone, err);

    if (status == NP_OK)
        status = scan_all(&scan, err);
    end(store, alone);
    np_arena_free(scan.arena);
    return status;
}

enum np_status np_store_details(struct np_store *store, struct np_facts *facts, bool all,
                                struct np_err *err)
{
    struct scan scan = { .store = store, .facts = facts, .arena = facts->arena };
    bool alone;
    enum np_status status = begin(store, &alone, err);

    if (status == NP_OK)
        status = scan_details(&scan, all, err);
    end(store, alone);
    if (status == NP_OK && facts->gathered)
        np_facts_attach(facts);
    return status;
}
