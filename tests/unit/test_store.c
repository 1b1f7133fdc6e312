/* The store: what is put comes back, once, whatever the order and however often. */
#include <nanopat/store.h>

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define PATH "build/test_store.db"

static void remove_store(void)
{
    unlink(PATH);
    unlink(PATH "-wal");
    unlink(PATH "-shm");
    unlink(PATH "-lock");
}

static struct np_store *fresh(void)
{
    struct np_store *store;
    struct np_err err = { 0 };

    mkdir("build", 0755);
    remove_store();
    if (np_store_open(PATH, NP_STORE_WRITE, &store, &err) != NP_OK)
        fail_msg("%s", err.what);
    return store;
}

static void done(struct np_store *store)
{
    np_store_close(store);
    remove_store();
}

/* ---- records ---- */

static struct np_record *record_of(struct np_arena *arena, const char *number, const char *dialect,
                                   np_date stated)
{
    struct np_record *record = np_record_new(arena);

    record->office = NP_S("CN");
    record->number = np_slice_of(number);
    record->kind = NP_S("A");
    record->date = 20200110;
    record->stage = NP_APPLICATION;
    record->lang = NP_S("zh");
    record->dialect = np_slice_of(dialect);
    record->stated = stated;
    record->parts = NP_PART_BIBLIO | NP_PART_TEXT;
    return record;
}

static void add_title(struct np_arena *arena, struct np_record *record, const char *lang,
                      const char *text)
{
    *np_list_add(arena, &record->title) =
        (struct np_text){ np_slice_of(lang), np_slice_of(text) };
}

static struct np_record *rich(struct np_arena *arena)
{
    struct np_record *r = record_of(arena, "108100001", "cn-patent-document", 20200110);
    struct np_claims *claims;
    struct np_claim *claim;

    r->parts |= NP_PART_CLAIMS | NP_PART_CITATIONS;
    add_title(arena, r, "zh", "一种石墨烯薄膜的制备方法");
    add_title(arena, r, "en", "Method for making a graphene film");
    r->application = (struct np_docref){ NP_S("CN"), NP_S("201910000001"), NP_EMPTY, 20191201 };
    *np_list_add(arena, &r->priorities) =
        (struct np_docref){ NP_S("CN"), NP_S("201810000009"), NP_EMPTY, 20181201 };
    *np_list_add(arena, &r->parents) = (struct np_parent){
        NP_S("division"), { NP_S("CN"), NP_S("201710000003"), NP_EMPTY, 20170301 } };
    *np_list_add(arena, &r->applicants) = (struct np_party){
        .name = NP_S("苏州某某纳米科技有限公司"), .role = NP_ROLE_APPLICANT, .country = NP_S("CN"),
        .city = NP_S("苏州市") };
    *np_list_add(arena, &r->inventors) = (struct np_inventor){ NP_S("甲"), NP_S("CN") };
    *np_list_add(arena, &r->inventors) = (struct np_inventor){ NP_S("乙"), NP_S("CN") };
    np_symbols_add(arena, &r->ipc, NP_S("C01B32/182"));
    np_symbols_add(arena, &r->ipc, NP_S("B82Y30/00"));
    np_list_add(arena, &r->citations)->doc =
        (struct np_docref){ NP_S("US"), NP_S("2010012345"), NP_S("A1"), 20100114 };
    *np_list_add(arena, &r->citations.v[0].category) = NP_S("Y");
    *np_list_add(arena, &r->citations.v[0].category) = NP_S("X");
    r->citations.v[0].by = NP_BY_EXAMINER;
    np_list_add(arena, &r->npl)->text = NP_S("A paper, 2009");
    claims = np_list_add(arena, &r->claims);
    claims->lang = NP_S("zh");
    claim = np_list_add(arena, &claims->claims);
    claim->num = 1;
    claim->text = NP_S("1. 一种石墨烯薄膜的制备方法，其特征在于，加热。");
    return r;
}

static const struct np_evidence_row graphene[] = {
    { 3, 2.5, { "graphene", 8 }, { "title", 5 }, { "石墨烯", 9 }, 6, 1.5 },
    { 3, 2.5, { "c01b32", 6 }, { "codes", 5 }, { "C01B32/182", 10 }, 0, 1.0 },
    { 7, 1.0, { "film", 4 }, { "title", 5 }, { "薄膜", 6 }, 15, 1.0 },
};

static enum np_outcome put(struct np_store *store, const struct np_record *record,
                           const struct np_evidence_row *rows, size_t n, enum np_keep keep)
{
    enum np_outcome outcome;
    struct np_err err = { 0 };

    if (np_store_put(store, record, rows, n, 1, keep, &outcome, &err) != NP_OK)
        fail_msg("%s", err.what);
    return outcome;
}

static struct np_facts *facts_of(struct np_store *store)
{
    struct np_facts *facts = np_facts_new();
    struct np_err err = { 0 };

    if (np_store_facts(store, facts, &err) != NP_OK)
        fail_msg("%s", err.what);
    return facts;
}

static void problem(void *ctx, const char *text)
{
    ++*(int *)ctx;
    fprintf(stderr, "problem: %s\n", text);
}

static int problems_of(struct np_store *store)
{
    struct np_err err = { 0 };
    int n = 0;

    if (np_store_check(store, problem, &n, &err) != NP_OK)
        fail_msg("%s", err.what);
    return n;
}

static void put_input(struct np_store *store)
{
    struct np_input_row row = { .signature = -1 };

    snprintf(row.name, sizeof row.name, "a.xml");
    assert_int_equal(np_store_input_put(store, &row, NULL), NP_OK);
    assert_int_equal(row.id, 1);
}

/* ---- claims ---- */

static void store_gives_back_every_fact_of_a_full_document(void **state)
{
    struct np_store *store = fresh();
    struct np_arena *arena = np_arena_new();
    const struct np_fact_publication *p;
    struct np_facts *facts;

    (void)state;
    put_input(store);
    assert_int_equal(put(store, rich(arena), graphene, 3, NP_KEEP_LIGHT), NP_STORED);
    facts = facts_of(store);
    assert_int_equal(facts->publications.n, 1);
    p = &facts->publications.v[0];
    assert_true(np_slice_is(p->id, "CN108100001A"));
    assert_true(np_slice_is(p->title, "一种石墨烯薄膜的制备方法"));
    assert_true(np_slice_is(p->title_en, "Method for making a graphene film"));
    assert_int_equal(p->date, 20200110);
    assert_int_equal(p->application.date, 20191201);
    assert_int_equal(p->priorities.n, 1);
    assert_true(np_slice_is(p->priorities.v[0].number, "201810000009"));
    assert_int_equal(p->parents.n, 1);
    assert_true(np_slice_is(p->parents.v[0].relation, "division"));
    assert_int_equal(p->parents.v[0].doc.date, 20170301);
    assert_int_equal(p->claim_count, 1);
    assert_int_equal(p->independent_claims, 1);
    assert_int_equal(p->claim_types, 2);
    assert_int_equal(p->inventors, 2);
    assert_int_equal(p->npl_count, 1);
    assert_int_equal(p->parties.n, 1);
    assert_true(np_slice_is(p->parties.v[0].city, "苏州市"));
    assert_int_equal(p->ipc.n, 2);
    assert_true(np_slice_is(p->ipc.v[1], "B82Y30/00"));
    assert_int_equal(p->citations.n, 1);
    assert_int_equal(p->citations.v[0].strongest, 'X');
    assert_true(p->citations.v[0].has_category);
    assert_int_equal(p->citations.v[0].by, NP_BY_EXAMINER);
    assert_int_equal(p->hits.n, 2);
    assert_int_equal(p->hits.v[1].subfield, 7);
    assert_true(p->has_claims && p->has_citations && !p->light);
    assert_int_equal(facts->last_date, 20200110);
    assert_int_equal(facts->nsubfields, 8);
    assert_int_equal(problems_of(store), 0);
    np_facts_free(facts);
    np_arena_free(arena);
    done(store);
}

static void light_document_keeps_its_numbers_and_loses_its_texts(void **state)
{
    struct np_store *store = fresh();
    struct np_arena *arena = np_arena_new();
    const struct np_fact_publication *p;
    struct np_record *record;
    struct np_facts *facts;

    (void)state;
    put_input(store);
    assert_int_equal(put(store, rich(arena), NULL, 0, NP_KEEP_LIGHT), NP_STORED_LIGHT);
    facts = facts_of(store);
    p = &facts->publications.v[0];
    assert_true(p->light);
    assert_int_equal(p->title.n, 0);
    assert_int_equal(p->claim_count, 1);
    assert_int_equal(p->npl_count, 1);
    assert_int_equal(p->inventors, 2);
    assert_int_equal(p->parties.n, 1);
    assert_int_equal(p->citations.n, 1);
    assert_int_equal(np_store_record(store, NP_S("CN108100001A"), arena, &record, NULL), NP_OK);
    assert_int_equal(record->claims.n, 0);
    assert_int_equal(record->title.n, 0);
    assert_int_equal(problems_of(store), 0);
    /* and keeps them from now on when asked to */
    assert_int_equal(put(store, rich(arena), NULL, 0, NP_KEEP_ALL), NP_STORED);
    assert_int_equal(put(store, rich(arena), NULL, 0, NP_KEEP_ALL), NP_UNCHANGED);
    assert_int_equal(put(store, rich(arena), NULL, 0, NP_KEEP_LIGHT), NP_UNCHANGED);
    assert_int_equal(np_store_record(store, NP_S("CN108100001A"), arena, &record, NULL), NP_OK);
    assert_int_equal(record->claims.n, 1);
    assert_true(np_slice_is(record->source.file, "a.xml"));
    np_facts_free(facts);
    np_arena_free(arena);
    done(store);
}

static void document_of_no_subfield_can_be_dropped(void **state)
{
    struct np_store *store = fresh();
    struct np_arena *arena = np_arena_new();
    struct np_record *record;

    (void)state;
    assert_int_equal(put(store, rich(arena), NULL, 0, NP_KEEP_SUBFIELDS), NP_DROPPED);
    assert_int_equal(np_store_record(store, NP_S("CN108100001A"), arena, &record, NULL), NP_END);
    np_arena_free(arena);
    done(store);
}

static void same_statement_again_is_unchanged_and_new_rules_are_stored(void **state)
{
    struct np_store *store = fresh();
    struct np_arena *arena = np_arena_new();
    struct np_facts *facts;

    (void)state;
    put_input(store);
    assert_int_equal(put(store, rich(arena), graphene, 3, NP_KEEP_LIGHT), NP_STORED);
    assert_int_equal(put(store, rich(arena), graphene, 3, NP_KEEP_LIGHT), NP_UNCHANGED);
    assert_int_equal(put(store, rich(arena), graphene, 2, NP_KEEP_LIGHT), NP_STORED);
    facts = facts_of(store);
    assert_int_equal(facts->publications.v[0].hits.n, 1);
    np_facts_free(facts);
    np_arena_free(arena);
    done(store);
}

static void document_without_a_number_is_refused_alone(void **state)
{
    struct np_store *store = fresh();
    struct np_arena *arena = np_arena_new();
    struct np_record *record = record_of(arena, "", "ops", 20200101);
    enum np_outcome outcome;
    struct np_err err;

    (void)state;
    assert_int_equal(np_store_put(store, record, NULL, 0, 1, NP_KEEP_ALL, &outcome, &err), NP_SKIP);
    assert_string_equal(err.what, "no publication number");
    np_arena_free(arena);
    done(store);
}

/* ---- any order ---- */

enum { WORDS = 6 };

static void make_words(struct np_arena *arena, struct np_record *words[WORDS])
{
    words[0] = rich(arena);
    words[1] = record_of(arena, "108100001", "exchange-documents", 20200120);
    words[1]->family = NP_S("70000001");
    words[1]->sequence = 2;
    add_title(arena, words[1], "en", "DOCDB's title");
    words[2] = record_of(arena, "108100001", "exchange-documents", 20200220);
    words[2]->action = NP_DELETE;
    words[2]->sequence = 1;
    words[3] = record_of(arena, "108100001", "exchange-documents", 20200220);
    words[3]->family = NP_S("70000002");
    words[3]->sequence = 2;
    words[4] = record_of(arena, "108100001", "cn-business", 20200110);
    add_title(arena, words[4], "zh", "书目题目");
    words[5] = record_of(arena, "108100001", "legal-events", 20210101);
    words[5]->parts = NP_PART_EVENTS;
    *np_list_add(arena, &words[5]->events) =
        (struct np_event){ NP_S("CN"), NP_S("SE01"), 20200205, NP_EMPTY, NP_S("entry") };
}

/* All rows of views and of statements as the shell would print them. */
static void print_all(struct np_store *store, struct np_buf *b)
{
    static const struct np_column columns[] = {
        { "id", NP_CELL_TEXT, "", "", "", "" }, { "family_given", NP_CELL_TEXT, "", "", "", "" },
        { "title", NP_CELL_TEXT, "", "", "", "" }, { "title_en", NP_CELL_TEXT, "", "", "", "" },
        { "sources", NP_CELL_INT, "", "", "", "" }, { "light", NP_CELL_FLAG, "", "", "", "" },
        { NULL, 0, NULL, NULL, NULL, NULL } };
    static const struct np_column said[] = {
        { "dialect", NP_CELL_TEXT, "", "", "", "" }, { "parts", NP_CELL_INT, "", "", "", "" },
        { "date", NP_CELL_INT, "", "", "", "" }, { "action", NP_CELL_TEXT, "", "", "", "" },
        { NULL, 0, NULL, NULL, NULL, NULL } };
    static const struct np_column events[] = {
        { "id", NP_CELL_TEXT, "", "", "", "" }, { "code", NP_CELL_TEXT, "", "", "", "" },
        { "date", NP_CELL_INT, "", "", "", "" }, { NULL, 0, NULL, NULL, NULL, NULL } };
    static const struct { const char *view; const struct np_column *columns; } all[] = {
        { "v_publications", columns }, { "v_statements", said }, { "v_events", events } };

    np_buf_reset(b);
    for (size_t t = 0; t < 3; t++) {
        struct np_result *result = np_result_new(all[t].view, all[t].columns);

        assert_int_equal(np_store_select(store, all[t].view, NULL, 0, NULL, -1, result, NULL),
                         NP_OK);
        for (size_t r = 0; r < result->rows.n; r++) {
            for (size_t c = 0; c < result->ncolumns; c++)
                np_buf_printf(b, "%d %lld %.*s|", result->rows.v[r][c].set,
                              (long long)result->rows.v[r][c].i,
                              NP_ARG(result->rows.v[r][c].text));
            np_buf_putc(b, '\n');
        }
        np_result_free(result);
    }
}

static void put_word(struct np_store *store, struct np_record *words[WORDS], int i)
{
    put(store, words[i], i == 0 ? graphene : NULL, i == 0 ? 3 : 0, NP_KEEP_ALL);
}

/* The k-th permutation, by factorial digits. */
static void put_in_order(struct np_store *store, struct np_record *words[WORDS], int k)
{
    int left[WORDS], n = WORDS;

    for (int i = 0; i < WORDS; i++)
        left[i] = i;
    for (; n > 0; n--) {
        int at = k % n;

        k /= n;
        put_word(store, words, left[at]);
        memmove(&left[at], &left[at + 1], (size_t)(n - at - 1) * sizeof *left);
    }
}

static void every_order_of_arrival_gives_the_same_store(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_record *words[WORDS];
    struct np_buf first = { 0 }, now = { 0 };

    (void)state;
    make_words(arena, words);
    for (int k = 0; k < 720; k += 1 + 4 * (k % 3)) {
        struct np_store *store = fresh();

        assert_int_equal(np_store_begin(store, NULL), NP_OK);
        put_input(store);
        put_in_order(store, words, k);
        assert_int_equal(np_store_commit(store, NULL), NP_OK);
        print_all(store, k ? &now : &first);
        if (k)
            assert_string_equal(np_buf_cstr(&now), np_buf_cstr(&first));
        else
            assert_int_equal(problems_of(store), 0);
        done(store);
    }
    assert_non_null(strstr(np_buf_cstr(&first), "70000002"));
    assert_null(strstr(np_buf_cstr(&first), "70000001"));
    assert_non_null(strstr(np_buf_cstr(&first), "制备方法"));
    np_buf_release(&first);
    np_buf_release(&now);
    np_arena_free(arena);
}

static void withdrawn_publication_leaves_no_rows(void **state)
{
    struct np_store *store = fresh();
    struct np_arena *arena = np_arena_new();
    struct np_record *gone = record_of(arena, "108100001", "cn-patent-document", 20200301);
    struct np_facts *facts;

    (void)state;
    put_input(store);
    gone->action = NP_VOID;
    put(store, rich(arena), graphene, 3, NP_KEEP_LIGHT);
    put(store, gone, NULL, 0, NP_KEEP_LIGHT);
    facts = facts_of(store);
    assert_int_equal(facts->publications.n, 0);
    assert_int_equal(problems_of(store), 0);
    np_facts_free(facts);
    np_arena_free(arena);
    done(store);
}

static void facts_come_in_order_of_id_with_their_own_lists(void **state)
{
    static const char *const numbers[] = { "9000001", "108100002", "20000", "108100001" };
    struct np_store *store = fresh();
    struct np_arena *arena = np_arena_new();
    struct np_facts *facts;

    (void)state;
    for (size_t i = 0; i < 4; i++) {
        struct np_record *r = record_of(arena, numbers[i], "cn-business", 20200101);

        for (size_t k = 0; k <= i; k++)
            np_list_add(arena, &r->applicants)->name = np_slice_of(numbers[i]);
        if (i == 2)
            r->applicants.n = 0;
        put(store, r, NULL, 0, NP_KEEP_ALL);
    }
    facts = facts_of(store);
    assert_int_equal(facts->publications.n, 4);
    for (size_t i = 0; i < 4; i++) {
        const struct np_fact_publication *p = &facts->publications.v[i];

        if (i)
            assert_true(np_slice_cmp(p[-1].id, p->id) < 0);
        for (size_t k = 0; k < p->parties.n; k++)
            assert_true(np_slice_eq(p->parties.v[k].name, p->number));
    }
    assert_int_equal(facts->publications.v[0].parties.n, 4); /* CN108100001A */
    assert_int_equal(facts->publications.v[1].parties.n, 2);
    assert_int_equal(facts->publications.v[2].parties.n, 0);
    assert_int_equal(facts->publications.v[3].parties.n, 1);
    np_facts_free(facts);
    np_arena_free(arena);
    done(store);
}

/* ---- ledger ---- */

static void input_is_found_by_file_and_by_content_once_done(void **state)
{
    struct np_store *store = fresh();
    struct np_input_row row = { .signature = 77, .size_bytes = 5, .document = 3 }, found;
    char content[16] = "content-hash-16";
    struct np_buf hashes = { 0 };

    (void)state;
    snprintf(row.name, sizeof row.name, "b.zip");
    memcpy(row.file_hash, "file-hash-is-16!", 16);
    assert_int_equal(np_store_input_find(store, row.file_hash, &found, NULL), NP_END);
    assert_int_equal(np_store_input_put(store, &row, NULL), NP_OK);
    assert_int_equal(np_store_input_contents(store, 77, &hashes, NULL), NP_OK);
    assert_int_equal(hashes.n, 0);
    memcpy(row.content_hash, content, 16);
    row.state = NP_INPUT_DONE;
    row.counts.read = 9;
    row.counts.stored = 9;
    assert_int_equal(np_store_input_put(store, &row, NULL), NP_OK);
    assert_int_equal(np_store_input_contents(store, 77, &hashes, NULL), NP_OK);
    assert_int_equal(hashes.n, 16);
    assert_memory_equal(hashes.p, content, 16);
    np_buf_release(&hashes);
    assert_int_equal(np_store_input_content(store, content, &found, NULL), NP_OK);
    assert_int_equal(found.id, row.id);
    assert_int_equal(found.counts.read, 9);
    assert_string_equal(found.name, "b.zip");
    assert_int_equal(np_store_input_find(store, row.file_hash, &found, NULL), NP_OK);
    assert_int_equal(found.document, 3);
    done(store);
}

static void check_finds_counts_that_do_not_add_up(void **state)
{
    struct np_store *store = fresh();
    struct np_input_row row = { .signature = -1, .counts = { .read = 5, .stored = 3, .passed = 1 } };

    (void)state;
    snprintf(row.name, sizeof row.name, "c.xml");
    assert_int_equal(np_store_input_put(store, &row, NULL), NP_OK);
    assert_int_equal(np_store_pass(store, row.id, NP_S("index file"), 1, NULL), NP_OK);
    assert_int_equal(problems_of(store), 1);
    done(store);
}

static void rejects_of_an_input_go_when_it_is_read_again(void **state)
{
    static const struct np_column columns[] = { { "seq", NP_CELL_INT, "", "", "", "" },
                                                { "reason", NP_CELL_TEXT, "", "", "", "" },
                                                { NULL, 0, NULL, NULL, NULL, NULL } };
    struct np_store *store = fresh();
    struct np_reject_row reject = { .input = 1, .file = NP_S("a.xml"), .document = 4,
                                    .reason = NP_S("bad"), .head = NP_S("<\0x") };
    struct np_input_row row = { .id = 1, .signature = -1 };
    struct np_result *result = np_result_new("rejects", columns);

    (void)state;
    put_input(store);
    assert_int_equal(np_store_reject(store, &reject, NULL), NP_OK);
    assert_int_equal(np_store_reject(store, &reject, NULL), NP_OK);
    assert_int_equal(np_store_select(store, "v_rejects", NULL, 0, "-seq", -1, result, NULL), NP_OK);
    assert_int_equal(result->rows.n, 2);
    assert_int_equal(result->rows.v[0][0].i, 2);
    assert_int_equal(np_store_input_put(store, &row, NULL), NP_OK);
    np_result_free(result);
    result = np_result_new("rejects", columns);
    assert_int_equal(np_store_select(store, "v_rejects", NULL, 0, NULL, -1, result, NULL), NP_OK);
    assert_int_equal(result->rows.n, 0);
    np_result_free(result);
    done(store);
}

static void small_facts_are_kept(void **state)
{
    struct np_store *store = fresh();
    struct np_arena *arena = np_arena_new();
    struct np_slice value;

    (void)state;
    assert_int_equal(np_store_meta_get(store, "as_of", arena, &value, NULL), NP_END);
    assert_int_equal(np_store_meta_put(store, "as_of", NP_S("20200101"), NULL), NP_OK);
    assert_int_equal(np_store_meta_get(store, "as_of", arena, &value, NULL), NP_OK);
    assert_true(np_slice_is(value, "20200101"));
    np_arena_free(arena);
    done(store);
}

/* ---- scores and questions ---- */

static const struct np_column score_columns[] = {
    { "subject", NP_CELL_TEXT, "", "", "", "" }, { "value", NP_CELL_REAL, "", "", "", "" },
    { "n", NP_CELL_INT, "", "", "", "" }, { "day", NP_CELL_DATE, "", "", "", "" },
    { NULL, 0, NULL, NULL, NULL, NULL }
};
static const struct np_table score_tables[] = { { "families", score_columns, "subject" },
                                                { NULL, NULL, NULL } };

static void put_scores(struct np_store *store, int n, bool end)
{
    assert_int_equal(np_store_scores_begin(store, score_tables, NULL), NP_OK);
    for (int i = 0; i < n; i++) {
        struct np_cell cells[4] = { { true, 0, 0, NP_S("F1") }, { i != 1, 0, i / 2.0, NP_EMPTY },
                                    { true, i, 0, NP_EMPTY },
                                    { true, 20200100 + i * 10000, 0, NP_EMPTY } };

        assert_int_equal(np_store_scores_put(store, &score_tables[0], cells, NULL), NP_OK);
    }
    if (end)
        assert_int_equal(np_store_scores_end(store, NULL), NP_OK);
    else
        np_store_rollback(store);
}

static size_t count_scores(struct np_store *store, const struct np_condition *c, size_t n,
                           const char *order, int64_t *first)
{
    struct np_result *result = np_result_new("families", score_columns);
    struct np_err err = { 0 };
    size_t rows;

    if (np_store_select(store, "v_families", c, n, order, -1, result, &err) != NP_OK)
        fail_msg("%s", err.what);
    rows = result->rows.n;
    if (first && rows)
        *first = result->rows.v[0][2].i;
    np_result_free(result);
    return rows;
}

static void score_run_replaces_the_one_before_or_leaves_it(void **state)
{
    struct np_store *store = fresh();

    (void)state;
    put_scores(store, 5, true);
    assert_int_equal(count_scores(store, NULL, 0, NULL, NULL), 5);
    put_scores(store, 2, false);
    assert_int_equal(count_scores(store, NULL, 0, NULL, NULL), 5);
    put_scores(store, 3, true);
    assert_int_equal(count_scores(store, NULL, 0, NULL, NULL), 3);
    done(store);
}

static void conditions_and_order_follow_the_columns(void **state)
{
    struct np_store *store = fresh();
    struct np_condition least = { "value", NP_AT_LEAST, NP_S("1.0") };
    struct np_condition year = { "day", NP_IS, NP_S("2022") };
    struct np_condition until = { "day", NP_AT_MOST, NP_S("2021") };
    struct np_condition unknown = { "value", NP_IS, NP_EMPTY };
    struct np_condition text = { "subject", NP_CONTAINS, NP_S("f") };
    int64_t first = -1;

    (void)state;
    put_scores(store, 5, true);
    assert_int_equal(count_scores(store, &least, 1, "-value", &first), 3);
    assert_int_equal(first, 4);
    assert_int_equal(count_scores(store, &year, 1, NULL, &first), 1);
    assert_int_equal(first, 2);
    assert_int_equal(count_scores(store, &until, 1, NULL, NULL), 2);
    assert_int_equal(count_scores(store, &unknown, 1, NULL, &first), 1);
    assert_int_equal(first, 1);
    assert_int_equal(count_scores(store, &text, 1, "value -n", &first), 5);
    assert_int_equal(first, 0);
    done(store);
}

static void hostile_names_and_values_are_refused_or_only_compared(void **state)
{
    static const char *const views[] = { "publication", "v_none", "v_inputs; DROP TABLE input",
                                         "sqlite_schema", "v_inputs\"" };
    struct np_store *store = fresh();
    struct np_condition value = { "subject", NP_IS, NP_S("F1' OR 1=1 --") };
    struct np_condition column = { "subject\" OR 1=1 --", NP_IS, NP_S("x") };
    struct np_result *result = np_result_new("x", score_columns);

    (void)state;
    put_scores(store, 2, true);
    for (size_t i = 0; i < sizeof views / sizeof *views; i++)
        assert_int_equal(np_store_select(store, views[i], NULL, 0, NULL, -1, result, NULL), NP_FAIL);
    assert_int_equal(np_store_select(store, "v_families", &column, 1, NULL, -1, result, NULL),
                     NP_FAIL);
    assert_int_equal(np_store_select(store, "v_families", NULL, 0, "n; DROP", -1, result, NULL),
                     NP_FAIL);
    assert_int_equal(count_scores(store, &value, 1, NULL, NULL), 0);
    np_result_free(result);
    done(store);
}

/* ---- files ---- */

static void second_writer_is_told_who_holds_the_store(void **state)
{
    struct np_store *store = fresh(), *other;
    struct np_err err = { 0 };
    char wanted[64];
    pid_t child;
    int status;

    (void)state;
    snprintf(wanted, sizeof wanted, "process %ld", (long)getpid());
    child = fork();
    if (child == 0) {
        int rc = np_store_open(PATH, NP_STORE_WRITE, &other, &err) == NP_STOP &&
                         np_store_exit_code(other) == 5 && strstr(err.what, wanted) ? 0 : 1;
        np_store_close(other);
        if (np_store_open(PATH, NP_STORE_READ, &other, &err) != NP_OK)
            rc = 2;
        np_store_close(other);
        _exit(rc);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    done(store);
}

static void killed_writer_leaves_no_lock_and_only_whole_batches(void **state)
{
    struct np_store *store = fresh();
    struct np_facts *facts;
    pid_t child;

    (void)state;
    np_store_close(store);
    child = fork();
    if (child == 0) {
        struct np_arena *arena = np_arena_new();

        np_store_open(PATH, NP_STORE_WRITE, &store, NULL);
        np_store_begin(store, NULL);
        put(store, record_of(arena, "1", "ops", 20200101), NULL, 0, NP_KEEP_ALL);
        np_store_commit(store, NULL);
        np_store_begin(store, NULL);
        put(store, record_of(arena, "2", "ops", 20200101), NULL, 0, NP_KEEP_ALL);
        _exit(0); /* no rollback, no close */
    }
    assert_int_equal(waitpid(child, NULL, 0), child);
    assert_int_equal(np_store_open(PATH, NP_STORE_WRITE, &store, NULL), NP_OK);
    facts = facts_of(store);
    assert_int_equal(facts->publications.n, 1);
    np_facts_free(facts);
    done(store);
}

static void refuse(const char *bytes, size_t n, const char *says)
{
    struct np_store *store;
    struct np_err err = { 0 };
    int fd = open(PATH, O_WRONLY | O_CREAT | O_TRUNC, 0644);

    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, n), n);
    close(fd);
    for (int mode = NP_STORE_READ; mode <= NP_STORE_WRITE; mode++) {
        assert_int_equal(np_store_open(PATH, (enum np_store_mode)mode, &store, &err), NP_STOP);
        assert_int_equal(np_store_exit_code(store), 5);
        assert_non_null(strstr(err.what, says));
        np_store_close(store);
    }
    remove_store();
}

static size_t read_store(char *bytes, size_t cap)
{
    FILE *f = fopen(PATH, "rb");
    size_t n;

    assert_non_null(f);
    n = fread(bytes, 1, cap, f);
    fclose(f);
    return n;
}

static void foreign_newer_and_torn_files_are_refused(void **state)
{
    static char bytes[1 << 20];
    struct np_store *store = fresh();
    size_t n;

    (void)state;
    assert_int_equal(np_store_load_end(store, NULL), NP_OK);
    np_store_close(store);
    n = read_store(bytes, sizeof bytes);
    assert_true(n > 4096 && n < sizeof bytes);
    remove_store();
    refuse("this is a text, not a database, and long enough to be seen as one", 64,
           "is not a nanopat store");
    bytes[63] = 99; /* user_version */
    refuse(bytes, n, "newer nanopat");
    bytes[63] = 1;
    bytes[68] = 'x'; /* application_id */
    refuse(bytes, n, "is not a nanopat store");
}

static void absent_store_cannot_be_read(void **state)
{
    struct np_store *store;
    struct np_err err = { 0 };

    (void)state;
    remove_store();
    assert_int_equal(np_store_open(PATH, NP_STORE_READ, &store, &err), NP_STOP);
    assert_non_null(strstr(err.what, "does not exist"));
    np_store_close(store);
}

int main(void)
{
    const struct CMUnitTest all[] = {
        cmocka_unit_test(store_gives_back_every_fact_of_a_full_document),
        cmocka_unit_test(light_document_keeps_its_numbers_and_loses_its_texts),
        cmocka_unit_test(document_of_no_subfield_can_be_dropped),
        cmocka_unit_test(same_statement_again_is_unchanged_and_new_rules_are_stored),
        cmocka_unit_test(document_without_a_number_is_refused_alone),
        cmocka_unit_test(every_order_of_arrival_gives_the_same_store),
        cmocka_unit_test(withdrawn_publication_leaves_no_rows),
        cmocka_unit_test(facts_come_in_order_of_id_with_their_own_lists),
        cmocka_unit_test(input_is_found_by_file_and_by_content_once_done),
        cmocka_unit_test(check_finds_counts_that_do_not_add_up),
        cmocka_unit_test(rejects_of_an_input_go_when_it_is_read_again),
        cmocka_unit_test(small_facts_are_kept),
        cmocka_unit_test(score_run_replaces_the_one_before_or_leaves_it),
        cmocka_unit_test(conditions_and_order_follow_the_columns),
        cmocka_unit_test(hostile_names_and_values_are_refused_or_only_compared),
        cmocka_unit_test(second_writer_is_told_who_holds_the_store),
        cmocka_unit_test(killed_writer_leaves_no_lock_and_only_whole_batches),
        cmocka_unit_test(foreign_newer_and_torn_files_are_refused),
        cmocka_unit_test(absent_store_cannot_be_read),
    };

    return cmocka_run_group_tests(all, NULL, NULL);
}
