/* facts.c -- the current picture as plain arrays, in five scans.
 *
 *   publication   ordered by key   -> facts->publications[]
 *   party, citation, hit  ordered by pub: merged against the same order
 *   event         facts_events.c: to all publications of its application
 *   then the publications are put in order of id
 *   imported      facts_imports.c: rows of lists, to the publications they speak of
 *
 * Lists are gathered in one growing array and copied to their exact size, so that memory is
 * what the facts need and no more.
 */
#include "current.h"
#include "facts.h"

#include <stdlib.h>

/* Offices, kinds, countries and languages are few: one copy each while they come again soon. */
enum { SHARED = 512, SHARED_BYTES = 24 };

struct scan {
    struct np_store *store;
    struct np_facts *facts;
    struct np_arena *arena;
    struct np_slice shared[SHARED];
    struct np_buf list;  /* items of the publication at hand */
    size_t at;           /* publication of the merge */
};

static struct np_slice keep(struct scan *scan, struct np_slice text)
{
    uint32_t h = 2166136261u;
    struct np_slice *place;

    if (!text.n)
        return NP_EMPTY;
    if (text.n > SHARED_BYTES)
        return np_arena_copy(scan->arena, text);
    for (size_t i = 0; i < text.n; i++)
        h = (h ^ (unsigned char)text.p[i]) * 16777619u;
    place = &scan->shared[(h ^ h >> 16) % SHARED];
    if (!np_slice_eq(*place, text))
        *place = np_arena_copy(scan->arena, text);
    return *place;
}

static struct np_slice column(struct scan *scan, sqlite3_stmt *row, int at)
{
    return keep(scan, np_column(row, at));
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
    if (p->date > scan->facts->last_date)
        scan->facts->last_date = p->date;
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

static enum np_status scan_publications(struct scan *scan, struct np_err *err)
{
    sqlite3_stmt *rows = np_sql(scan->store, NP_SQL_FACTS_PUBLICATIONS, err);
    struct np_facts *facts = scan->facts;
    enum np_status status;
    int64_t count;

    if (!rows || number(scan->store, NP_SQL_FACTS_COUNT, &count, err) != NP_OK)
        return NP_STOP;
    facts->publications.v =
        np_arena_alloc(scan->arena, (size_t)count * sizeof *facts->publications.v);
    facts->publications.cap = (size_t)count;
    while ((status = np_sql_row(scan->store, rows, err)) == NP_OK)
        read_publication(scan, rows, np_list_add(scan->arena, &facts->publications));
    return status == NP_END ? NP_OK : status;
}

/* ---- lists, merged ---- */

struct merged {
    enum np_sql sql;
    size_t item_bytes;
    size_t list_at; /* of the list in np_fact_publication */
    void (*read)(struct scan *scan, sqlite3_stmt *row, void *item);
};

struct any_list {
    void *v;
    size_t n, cap;
};

static void read_party(struct scan *scan, sqlite3_stmt *row, void *item)
{
    struct np_fact_party *party = item;

    party->name = column(scan, row, 1);
    party->role = (enum np_role)word(row, 2, NP_ROLE_PROPRIETOR, NP_ROLE_APPLICANT);
    party->country = column(scan, row, 3);
    party->region = column(scan, row, 4);
    party->city = column(scan, row, 5);
    party->address = column(scan, row, 6);
    party->enterprise = -1;
}

static void read_citation(struct scan *scan, sqlite3_stmt *row, void *item)
{
    struct np_fact_citation *citation = item;
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

static void read_hit(struct scan *scan, sqlite3_stmt *row, void *item)
{
    struct np_fact_hit *hit = item;

    (void)scan;
    hit->subfield = word(row, 1, INT32_MAX, 0);
    hit->score = sqlite3_column_double(row, 2);
}

static const struct merged lists[] = {
    { NP_SQL_FACTS_PARTIES, sizeof(struct np_fact_party),
      offsetof(struct np_fact_publication, parties), read_party },
    { NP_SQL_FACTS_CITATIONS, sizeof(struct np_fact_citation),
      offsetof(struct np_fact_publication, citations), read_citation },
    { NP_SQL_FACTS_HITS, sizeof(struct np_fact_hit),
      offsetof(struct np_fact_publication, hits), read_hit },
};

static void close_list(struct scan *scan, const struct merged *list)
{
    struct any_list made = { .n = scan->list.n / list->item_bytes };

    if (!made.n)
        return;
    made.cap = made.n;
    made.v = np_arena_alloc(scan->arena, scan->list.n);
    memcpy(made.v, scan->list.p, scan->list.n);
    memcpy((char *)&scan->facts->publications.v[scan->at] + list->list_at, &made, sizeof made);
    np_buf_reset(&scan->list);
}

/* True if the row's publication is there; it becomes the one at hand. */
static bool move_to(struct scan *scan, const struct merged *list, int64_t key)
{
    struct np_facts *facts = scan->facts;

    if (scan->at < facts->publications.n && facts->publications.v[scan->at].key != key)
        close_list(scan, list);
    while (scan->at < facts->publications.n && facts->publications.v[scan->at].key < key)
        scan->at++;
    return scan->at < facts->publications.n && facts->publications.v[scan->at].key == key;
}

static enum np_status scan_list(struct scan *scan, const struct merged *list, struct np_err *err)
{
    sqlite3_stmt *rows = np_sql(scan->store, list->sql, err);
    enum np_status status;

    if (!rows)
        return NP_STOP;
    scan->at = 0;
    np_buf_reset(&scan->list);
    while ((status = np_sql_row(scan->store, rows, err)) == NP_OK) {
        void *item;

        if (!move_to(scan, list, sqlite3_column_int64(rows, 0)))
            continue;
        item = np_buf_room(&scan->list, list->item_bytes);
        memset(item, 0, list->item_bytes);
        list->read(scan, rows, item);
        scan->list.n += list->item_bytes;
    }
    if (scan->at < scan->facts->publications.n)
        close_list(scan, list);
    return status == NP_END ? NP_OK : status;
}

/* ---- the whole ---- */

static int compare_ids(const void *left, const void *right)
{
    const struct np_fact_publication *a = left, *b = right;
    int order = np_slice_cmp(a->id, b->id);

    return order ? order : (a->key > b->key) - (a->key < b->key);
}

static void sort_publications(struct np_facts *facts)
{
    if (facts->publications.n)
        qsort(facts->publications.v, facts->publications.n, sizeof *facts->publications.v,
              compare_ids);
}

static enum np_status scan_all(struct scan *scan, struct np_err *err)
{
    int64_t subfields = 0;

    if (scan_publications(scan, err) != NP_OK)
        return NP_STOP;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (scan_list(scan, &lists[i], err) != NP_OK)
            return NP_STOP;
    if (np_facts_events(scan->store, scan->facts, err) != NP_OK)
        return NP_STOP;
    if (number(scan->store, NP_SQL_FACTS_SUBFIELDS, &subfields, err) != NP_OK)
        return NP_STOP;
    scan->facts->nsubfields = subfields > 0 ? (size_t)subfields : 0;
    sort_publications(scan->facts);
    return np_facts_imports(scan->store, scan->facts, err);
}

enum np_status np_store_facts(struct np_store *store, struct np_facts *facts, struct np_err *err)
{
    struct scan scan = { .store = store, .facts = facts, .arena = facts->arena };
    bool alone = sqlite3_get_autocommit(store->db) != 0;
    enum np_status status = NP_OK;

    /* One moment for all scans, also while somebody writes. */
    if (alone)
        status = np_sql_exec(store, "BEGIN", err);
    if (status == NP_OK)
        status = scan_all(&scan, err);
    if (alone && !sqlite3_get_autocommit(store->db))
        sqlite3_exec(store->db, "COMMIT", NULL, NULL, NULL);
    np_buf_release(&scan.list);
    return status;
}
