/* test_store.c -- what is put comes back, once, whatever the order and however often. */
#define PATH "build/test_store.db"
#include "store_case.h"

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
        (struct np_event){ .office = NP_S("CN"), .code = NP_S("SE01"), .date = 20200205,
                           .text = NP_S("entry") };
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
    };

    return cmocka_run_group_tests(all, NULL, NULL);
}
