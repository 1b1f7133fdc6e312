/* The file: frozen views, the same bytes of a dump after any history, full disks, damage. */
#include <nanopat/store.h>

#include <setjmp.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define PATH "build/test_store_file.db"

static void remove_store(void)
{
    mkdir("build", 0755);
    unlink(PATH);
    unlink(PATH "-wal");
    unlink(PATH "-shm");
    unlink(PATH "-lock");
}

static struct np_store *open_store(void)
{
    struct np_store *store;
    struct np_err err = { 0 };

    if (np_store_open(PATH, NP_STORE_WRITE, &store, &err) != NP_OK)
        fail_msg("%s", err.what);
    return store;
}

/* The i-th of a row of made-up documents: some with hits, some withdrawn, some of two sources. */
static enum np_status put_one(struct np_store *store, int i, struct np_err *err)
{
    static const struct np_evidence_row row = { 2, 1.5, { "rule", 4 }, { "title", 5 },
                                                { "nano", 4 }, 0, 1.5, 0.75 };
    struct np_arena *arena = np_arena_new();
    struct np_record *r = np_record_new(arena);
    enum np_outcome outcome;
    enum np_status status;

    r->office = NP_S("US");
    r->number = np_arena_printf(arena, "%d", 10000000 + i % 400);
    r->kind = NP_S("B2");
    r->date = 20200100 + i % 28;
    r->stated = 20200101 + i / 400;
    r->dialect = i % 3 ? NP_S("exchange-documents") : NP_S("us-patent-grant");
    r->parts = NP_PART_BIBLIO | NP_PART_TEXT | NP_PART_CITATIONS;
    r->action = i % 17 == 16 ? NP_DELETE : NP_PUT;
    *np_list_add(arena, &r->title) =
        (struct np_text){ NP_S("en"), np_arena_printf(arena, "nano title %d", i) };
    np_list_add(arena, &r->applicants)->name = NP_S("A COMPANY");
    np_list_add(arena, &r->citations)->doc.number = np_arena_printf(arena, "%d", 9000000 + i);
    status = np_store_put(store, r, &row, i % 2, 1, NP_KEEP_LIGHT, &outcome, err);
    np_arena_free(arena);
    return status;
}

/* One batch: documents from..to and the checkpoint. */
static enum np_status put_batch(struct np_store *store, int from, int to, struct np_err *err)
{
    struct np_input_row row = { .id = 1, .name = "a.xml", .signature = -1, .document = to,
                                .counts = { .read = to, .stored = to } };
    enum np_status status = np_store_begin(store, err);

    for (int i = from; status == NP_OK && i < to; i++)
        status = put_one(store, i, err);
    if (status == NP_OK)
        status = np_store_input_put(store, &row, err);
    if (status == NP_OK)
        status = np_store_commit(store, err);
    if (status != NP_OK)
        np_store_rollback(store);
    return status;
}

static int checkpoint(struct np_store *store)
{
    struct np_input_row row;
    char zeros[16] = { 0 };

    return np_store_input_find(store, zeros, &row, NULL) == NP_OK ? (int)row.document : 0;
}

enum { DOCUMENTS = 1000 };

static void load(struct np_store *store, int batch)
{
    struct np_err err = { 0 };

    assert_int_equal(np_store_load_begin(store, &err), NP_OK);
    for (int at = checkpoint(store); at < DOCUMENTS; at += batch) {
        int to = at + batch < DOCUMENTS ? at + batch : DOCUMENTS;

        if (put_batch(store, at, to, &err) != NP_OK)
            fail_msg("%s", err.what);
    }
    assert_int_equal(np_store_load_end(store, &err), NP_OK);
}

/* ---- dump ---- */

static int add_row(void *ctx, int n, char **cells, char **names)
{
    (void)names;
    for (int i = 0; i < n; i++) {
        np_buf_puts(ctx, cells[i] ? cells[i] : "NULL");
        np_buf_putc(ctx, '|');
    }
    np_buf_putc(ctx, '\n');
    return 0;
}

static int add_table(void *ctx, int n, char **cells, char **names)
{
    struct np_buf *b = ((void **)ctx)[1], sql = { 0 };

    (void)n;
    (void)names;
    np_buf_printf(b, "%s\n", cells[1] ? cells[1] : "");
    if (strcmp(cells[2], "table") == 0) {
        np_buf_printf(&sql, "SELECT * FROM \"%s\"", cells[0]);
        assert_int_equal(sqlite3_exec(((void **)ctx)[0], np_buf_cstr(&sql), add_row, b, NULL),
                         SQLITE_OK);
        np_buf_release(&sql);
    }
    return 0;
}

/* Like `.dump` of the shell: schema in its order, rows in theirs; blobs up to a first NUL. */
static void dump(struct np_buf *b)
{
    sqlite3 *db;
    void *ctx[2];

    np_buf_reset(b);
    assert_int_equal(sqlite3_open_v2(PATH, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    ctx[0] = db;
    ctx[1] = b;
    assert_int_equal(sqlite3_exec(db, "SELECT name, sql, type FROM sqlite_schema", add_table, ctx,
                                  NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void dump_is_the_same_after_kills_and_any_size_of_batches(void **state)
{
    struct np_buf first = { 0 }, now = { 0 };
    struct np_store *store;

    (void)state;
    remove_store();
    store = open_store();
    load(store, 100);
    np_store_close(store);
    dump(&first);
    assert_true(first.n > 100000);

    remove_store();
    for (int kill_at = 90; kill_at < DOCUMENTS; kill_at += 170) {
        pid_t child = fork();

        if (child == 0) {
            store = open_store();
            np_store_load_begin(store, NULL);
            for (int at = checkpoint(store); at < kill_at; at += 37)
                put_batch(store, at, at + 37, NULL);
            np_store_begin(store, NULL);
            put_one(store, kill_at, NULL);
            kill(getpid(), SIGKILL);
        }
        assert_int_equal(waitpid(child, NULL, 0), child);
    }
    store = open_store();
    assert_true(checkpoint(store) > 500);
    load(store, 333);
    np_store_close(store);
    dump(&now);
    assert_int_equal(first.n, now.n);
    assert_memory_equal(first.p, now.p, first.n);
    np_buf_release(&first);
    np_buf_release(&now);
    remove_store();
}

/* ---- views ---- */

static const char *const view_columns =
    "v_citations: id seq cited cited_office cited_number cited_kind cited_date category said_by"
    " phase key\n"
    "v_coverage: input name dialect office type stage field documents filled share_pct seq\n"
    "v_event_sources: id dialect file member document\n"
    "v_events: id seq office code date state text application_office application_number key"
    " national class influence effective\n"
    "v_evidence: id subfield code slug seq rule place offset matched weight key\n"
    "v_hits: id subfield code slug field zh en score confidence key\n"
    "v_import_faults: import kind list seq sheet line column header code what note\n"
        "v_imported_rows: import kind list seq sheet line number publication says cells others\n"
        "v_imports: id kind name state replaced_by rows kept refused notes matched unmatched unknown"
        " format hash\n"
        "v_inputs: id name state size_bytes member document read stored light unchanged superseded"
    " rejected passed file_hash content_hash\n"
    "v_notes: input seq file member number document byte code note\n"
    "v_parties: id seq name role country region city address postcode key\n"
    "v_passed: input name kind documents\n"
    "v_publications: id office number kind date type stage lang application_office"
    " application_number application_date pct_application pct_publication family_given title"
    " title_en claim_count independent_claims first_claim_len claim_types npl_count inventors"
    " ipc cpc priorities parents designated light has_citations has_claims sources key\n"
    "v_rejects: input seq file member number document byte length code reason head\n"
    "v_standards_named: id seq reference number edition place registry date title title_en key\n"
    "v_statements: id dialect parts date sequence action light input file member document offset"
    " length key\n"
    "v_subfields_taxonomy: subfield code slug zh en field field_zh field_en\n";

static int add_view(void *ctx, int n, char **cells, char **names)
{
    (void)n;
    (void)names;
    np_buf_printf(ctx, "%s: %s\n", cells[0], cells[1]);
    return 0;
}

static void columns_of_the_views_are_frozen(void **state)
{
    struct np_buf b = { 0 };
    sqlite3 *db;

    (void)state;
    remove_store();
    np_store_close(open_store());
    assert_int_equal(sqlite3_open_v2(PATH, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db,
        "SELECT v.name, (SELECT group_concat(name, ' ') FROM"
        " (SELECT c.name FROM pragma_table_info(v.name) c ORDER BY c.cid))"
        " FROM sqlite_schema v WHERE v.type = 'view' ORDER BY v.name", add_view, &b, NULL),
        SQLITE_OK);
    assert_string_equal(np_buf_cstr(&b), view_columns);
    sqlite3_close(db);
    np_buf_release(&b);
    remove_store();
}

/* ---- trouble ---- */

static void full_disk_stops_with_6_and_keeps_what_is_committed(void **state)
{
    pid_t child;
    int status;
    struct np_store *store;
    struct np_facts *facts;

    (void)state;
    remove_store();
    np_store_close(open_store());
    child = fork();
    if (child == 0) {
        struct rlimit limit = { 1 << 20, 1 << 20 };
        struct np_err err = { 0 };
        int at = 0;

        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &limit);
        store = open_store();
        while (put_batch(store, at, at + 50, &err) == NP_OK && at < 100000)
            at += 50;
        _exit(np_store_exit_code(store) == 6 && err.status == NP_STOP && at > 0 ? 0 : 1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    store = open_store();
    facts = np_facts_new();
    assert_int_equal(np_store_facts(store, facts, NULL), NP_OK);
    assert_true(facts->nlight > 0);
    assert_int_equal(checkpoint(store) % 50, 0);
    np_facts_free(facts);
    np_store_close(store);
    remove_store();
}

static void ignore(void *ctx, const char *text)
{
    (void)ctx;
    (void)text;
}

static void count_problem(void *ctx, const char *text)
{
    (void)text;
    ++*(int *)ctx;
}

static void change(const char *sql)
{
    sqlite3 *db;

    assert_int_equal(sqlite3_open(PATH, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static int count_problems(void)
{
    struct np_store *store;
    struct np_err err = { 0 };
    int n = 0;

    assert_int_equal(np_store_open(PATH, NP_STORE_READ, &store, &err), NP_OK);
    assert_int_equal(np_store_check(store, count_problem, &n, &err), NP_OK);
    np_store_close(store);
    return n;
}

static void check_finds_rows_that_the_statements_do_not_say(void **state)
{
    struct np_store *store;

    (void)state;
    remove_store();
    store = open_store();
    load(store, 500);
    np_store_close(store);
    assert_int_equal(count_problems(), 0);
    change("UPDATE publication SET title = 'another' WHERE title IS NOT NULL AND key ="
           " (SELECT min(key) FROM publication WHERE title IS NOT NULL)");
    assert_int_equal(count_problems(), 1);
    change("DELETE FROM publication WHERE key = (SELECT max(key) FROM publication)");
    assert_in_range(count_problems(), 3, 5); /* itself, its party, its citation, perhaps hits */
    change("UPDATE input SET stored = stored + 1");
    assert_in_range(count_problems(), 4, 6);
    remove_store();
}

static struct np_record *event_record(struct np_arena *arena, const char *number, const char *code)
{
    struct np_record *r = np_record_new(arena);
    struct np_event *event;

    r->office = NP_S("US");
    r->number = np_slice_of(number);
    r->kind = r->number.n ? NP_S("B2") : NP_EMPTY;
    r->application = (struct np_docref){ NP_S("US"), NP_S("15000001"), NP_EMPTY, 0 };
    r->dialect = NP_S("us-fees");
    r->parts = NP_PART_EVENTS;
    event = np_list_add(arena, &r->events);
    event->office = NP_S("US");
    event->code = np_slice_of(code);
    event->date = 20210101;
    return r;
}

static void events_of_an_application_reach_its_publications(void **state)
{
    static const struct np_column columns[] = { { "id", NP_CELL_TEXT, "", "", "", "" },
                                                { "code", NP_CELL_TEXT, "", "", "", "" },
                                                { NULL, 0, NULL, NULL, NULL, NULL } };
    struct np_arena *arena = np_arena_new();
    struct np_result *result = np_result_new("events", columns);
    struct np_condition of = { "id", NP_IS, NP_S("US10000001B2") };
    struct np_record *r = event_record(arena, "10000001", "");
    enum np_outcome outcome;
    struct np_store *store;

    (void)state;
    remove_store();
    store = open_store();
    r->parts = NP_PART_BIBLIO;
    r->dialect = NP_S("us-patent-grant");
    r->events.n = 0;
    assert_int_equal(np_store_put(store, r, NULL, 0, 1, NP_KEEP_ALL, &outcome, NULL), NP_OK);
    r = event_record(arena, "", "M1551");
    assert_int_equal(np_store_put(store, r, NULL, 0, 1, NP_KEEP_ALL, &outcome, NULL), NP_OK);
    r = event_record(arena, "", "M1552");
    assert_int_equal(np_store_put(store, r, NULL, 0, 1, NP_KEEP_ALL, &outcome, NULL), NP_OK);
    r = event_record(arena, "10000001", "EXP.");
    assert_int_equal(np_store_put(store, r, NULL, 0, 1, NP_KEEP_ALL, &outcome, NULL), NP_OK);
    assert_int_equal(np_store_select(store, "v_events", &of, 1, "code", -1, result, NULL), NP_OK);
    assert_int_equal(result->rows.n, 3);
    assert_true(np_slice_is(result->rows.v[1][1].text, "M1551"));
    np_result_free(result);
    np_store_close(store);
    np_arena_free(arena);
    remove_store();
}

static void use_all(void)
{
    struct np_store *store;
    struct np_arena *arena = np_arena_new();
    struct np_facts *facts = np_facts_new();
    struct np_record *record;
    struct np_err err;

    if (np_store_open(PATH, NP_STORE_WRITE, &store, &err) == NP_OK) {
        np_store_facts(store, facts, &err);
        np_store_check(store, ignore, NULL, &err);
        for (int i = 0; i < 400; i += 20)
            np_store_record(store, np_arena_printf(arena, "US%dB2", 10000000 + i), arena, &record,
                            &err);
        put_batch(store, 0, 40, &err);
    }
    np_store_close(store);
    np_facts_free(facts);
    np_arena_free(arena);
}

static void write_file(const char *bytes, size_t n)
{
    FILE *f = fopen(PATH, "wb");

    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, n, f), n);
    fclose(f);
}

static void damaged_files_give_errors_and_never_crash(void **state)
{
    static char bytes[4 << 20], broken[4 << 20];
    struct np_store *store;
    uint32_t random = 12345;
    size_t n;
    FILE *f;

    (void)state;
    remove_store();
    store = open_store();
    load(store, 500);
    np_store_close(store);
    f = fopen(PATH, "rb");
    assert_non_null(f);
    n = fread(bytes, 1, sizeof bytes, f);
    fclose(f);
    assert_true(n < sizeof bytes);
    for (int round = 0; round < 60; round++) {
        remove_store();
        memcpy(broken, bytes, n);
        for (int k = 0; k < 1 + round; k++) {
            random = random * 1664525 + 1013904223;
            broken[100 + (random >> 4) % (n - 100)] ^= (char)(random >> 24 | 1);
        }
        write_file(broken, round % 7 == 6 ? n / 2 : n);
        use_all();
    }
    remove_store();
}

int main(void)
{
    const struct CMUnitTest all[] = {
        cmocka_unit_test(dump_is_the_same_after_kills_and_any_size_of_batches),
        cmocka_unit_test(columns_of_the_views_are_frozen),
        cmocka_unit_test(full_disk_stops_with_6_and_keeps_what_is_committed),
        cmocka_unit_test(check_finds_rows_that_the_statements_do_not_say),
        cmocka_unit_test(events_of_an_application_reach_its_publications),
        cmocka_unit_test(damaged_files_give_errors_and_never_crash),
    };

    return cmocka_run_group_tests(all, NULL, NULL);
}
