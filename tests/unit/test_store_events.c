#define PATH "build/test_store_events.db"
#include "store_case.h"

#include <sqlite3.h>

/* ---- words ---- */

/* A document of an application of CN: one event, or none for a code of NULL. */
static struct np_record *event_of(struct np_arena *arena, const char *application,
                                  np_date stated, const char *key, const char *code)
{
    struct np_record *r = np_record_new(arena);

    r->office = NP_S("CN");
    r->application = (struct np_docref){ NP_S("CN"), np_slice_of(application), NP_EMPTY, 0 };
    r->dialect = NP_S("legal-events");
    r->stated = stated;
    r->sequence = 2;
    r->parts = NP_PART_EVENTS;
    if (code)
        *np_list_add(arena, &r->events) =
            (struct np_event){ .office = NP_S("CN"), .code = np_slice_of(code), .date = 20200105,
                               .key = np_slice_of(key), .text = np_slice_of(code) };
    return r;
}

static struct np_record *taken_back(struct np_arena *arena, const char *application,
                                    np_date stated, const char *key)
{
    struct np_record *r = event_of(arena, application, stated, key, NULL);

    np_list_add(arena, &r->withdrawn)->key = np_slice_of(key);
    return r;
}

static struct np_record *document_of(struct np_arena *arena, const char *number, const char *kind,
                                     const char *application)
{
    struct np_record *r = record_of(arena, number, "cn-business", 20200101);

    r->kind = np_slice_of(kind);
    r->application = (struct np_docref){ NP_S("CN"), np_slice_of(application), NP_EMPTY, 0 };
    return r;
}

static void put_word(struct np_store *store, const struct np_record *record)
{
    enum np_outcome outcome;
    struct np_err err = { 0 };

    if (np_store_put(store, record, NULL, 0, 1, NP_KEEP_LIGHT, &outcome, &err) != NP_OK)
        fail_msg("%s", err.what);
}

static const char *codes_of(struct np_store *store, const char *id)
{
    static char codes[200];
    struct np_facts *facts = np_facts_new();
    struct np_err err = { 0 };

    codes[0] = '\0';
    if (np_store_facts(store, facts, &err) != NP_OK ||
        np_store_details(store, facts, true, &err) != NP_OK)
        fail_msg("%s", err.what);
    for (size_t i = 0; i < facts->publications.n; i++) {
        const struct np_fact_publication *p = &facts->publications.v[i];

        if (!np_slice_is(p->id, id))
            continue;
        assert_int_equal(p->has_events, p->events.n > 0);
        for (size_t k = 0; k < p->events.n; k++)
            snprintf(codes + strlen(codes), sizeof codes - strlen(codes), "%s%.*s", k ? " " : "",
                     NP_ARG(p->events.v[k].code));
    }
    np_facts_free(facts);
    return codes;
}

/* ---- joining ---- */

static void events_reach_all_publications_of_the_application_in_any_form(void **state)
{
    struct np_store *store = fresh();
    struct np_arena *arena = np_arena_new();

    (void)state;
    put_word(store, event_of(arena, "202010000001", 20200201, "", "SE01"));
    put_word(store, document_of(arena, "111000001", "A", "202010000001"));
    put_word(store, document_of(arena, "111000001", "B", "202010000001.5"));
    put_word(store, document_of(arena, "111000002", "A", "202010000002"));
    put_word(store, event_of(arena, "2020100000015", 20200301, "", "GR01"));
    assert_string_equal(codes_of(store, "CN111000001A"), "GR01 SE01");
    assert_string_equal(codes_of(store, "CN111000001B"), "GR01 SE01");
    assert_string_equal(codes_of(store, "CN111000002A"), "");
    np_arena_free(arena);
    done(store);
}

static void a_named_publication_brings_those_of_its_application(void **state)
{
    struct np_store *store = fresh();
    struct np_arena *arena = np_arena_new();
    struct np_record *fee = event_of(arena, "", 20200201, "", "M1551");
    struct np_record *odd = event_of(arena, "XY1", 20200201, "", "CF01");

    (void)state;
    fee->number = odd->number = NP_S("111000001");
    fee->kind = odd->kind = NP_S("B");
    put_word(store, fee);
    put_word(store, odd); /* its application is spelled as no publication spells it */
    put_word(store, document_of(arena, "111000001", "A", "202010000001"));
    put_word(store, document_of(arena, "111000001", "B", "202010000001"));
    assert_string_equal(codes_of(store, "CN111000001A"), "CF01 M1551");
    assert_string_equal(codes_of(store, "CN111000001B"), "CF01 M1551");
    np_arena_free(arena);
    done(store);
}

static void us_numbers_of_office_and_docdb_meet(void **state)
{
    struct np_store *store = fresh();
    struct np_arena *arena = np_arena_new();
    struct np_record *event = event_of(arena, "201113167395", 20200201, "", "STCF");
    struct np_record *grant = document_of(arena, "9648662", "B2", "13167395");

    (void)state;
    event->application.office = grant->application.office = grant->office = NP_S("US");
    event->application.date = grant->application.date = 20110623;
    put_word(store, event);
    put_word(store, grant);
    assert_string_equal(codes_of(store, "US9648662B2"), "STCF");
    np_arena_free(arena);
    done(store);
}

static void light_documents_and_bibliography_keep_their_events(void **state)
{
    struct np_store *store = fresh();
    struct np_arena *arena = np_arena_new();
    struct np_record *both = document_of(arena, "111000001", "A", "202010000001");
    struct np_record *whole;

    (void)state;
    both->dialect = NP_S("ops");
    both->parts |= NP_PART_EVENTS;
    *np_list_add(arena, &both->events) =
        (struct np_event){ .office = NP_S("CN"), .code = NP_S("PB01"), .date = 20200107 };
    put_word(store, both);
    put_word(store, document_of(arena, "111000001", "B", "202010000001"));
    assert_string_equal(codes_of(store, "CN111000001A"), "PB01");
    assert_string_equal(codes_of(store, "CN111000001B"), "PB01");
    assert_int_equal(np_store_record(store, NP_S("CN111000001B"), arena, &whole, NULL), NP_OK);
    assert_int_equal(whole->events.n, 1);
    assert_int_equal(whole->events.v[0].date, 20200107);
    np_arena_free(arena);
    done(store);
}

/* ---- what stands ---- */

static void identical_events_collapse(void **state)
{
    struct np_store *store = fresh();
    struct np_arena *arena = np_arena_new();
    enum np_outcome outcome;

    (void)state;
    put_word(store, document_of(arena, "111000001", "A", "202010000001"));
    put_word(store, event_of(arena, "202010000001", 20200201, "", "CF01"));
    put_word(store, event_of(arena, "202010000001", 20200301, "", "CF01"));
    np_store_put(store, event_of(arena, "202010000001", 20200301, "", "CF01"), NULL, 0, 1,
                 NP_KEEP_LIGHT, &outcome, NULL);
    assert_int_equal(outcome, NP_UNCHANGED);
    assert_string_equal(codes_of(store, "CN111000001A"), "CF01");
    np_arena_free(arena);
    done(store);
}

static void events_that_differ_in_state_or_text_all_stand(void **state)
{
    struct np_store *store = fresh();
    struct np_arena *arena = np_arena_new();
    struct np_record *r = event_of(arena, "202010000001", 20200201, "", "PG25");

    (void)state;
    r->events.v[0].state = NP_S("BG");
    *np_list_add(arena, &r->events) = r->events.v[0];
    r->events.v[1].state = NP_S("LV");
    *np_list_add(arena, &r->events) = r->events.v[1];
    r->events.v[2].text = NP_S("another cause");
    put_word(store, r);
    put_word(store, document_of(arena, "111000001", "A", "202010000001"));
    assert_string_equal(codes_of(store, "CN111000001A"), "PG25 PG25 PG25");
    np_arena_free(arena);
    done(store);
}

static void a_whole_list_replaces_what_was_said_before(void **state)
{
    struct np_store *store = fresh();
    struct np_arena *arena = np_arena_new();
    struct np_record *whole = event_of(arena, "202010000001", 20200601, "2", "GR01");

    (void)state;
    whole->parts |= NP_PART_ALL_EVENTS;
    put_word(store, document_of(arena, "111000001", "A", "202010000001"));
    put_word(store, event_of(arena, "202010000001", 20200701, "3", "CF01")); /* later */
    put_word(store, event_of(arena, "202010000001", 20200201, "1", "SE01")); /* before */
    put_word(store, whole);
    assert_string_equal(codes_of(store, "CN111000001A"), "CF01 GR01");
    np_arena_free(arena);
    done(store);
}

/* ---- any order ---- */

enum { WORDS = 7 };

static void make_words(struct np_arena *arena, const struct np_record *words[WORDS])
{
    struct np_record *update = event_of(arena, "202010000001", 20200301, "2", "GR01");
    struct np_record *whole = event_of(arena, "202010000001", 20200401, "2", "GR01");

    np_list_add(arena, &update->withdrawn)->key = NP_S("2"); /* before and after, one number */
    whole->parts |= NP_PART_ALL_EVENTS;
    words[0] = event_of(arena, "202010000001", 20200201, "1", "SE01");
    words[1] = update;
    words[2] = whole;
    words[3] = event_of(arena, "202010000001", 20200501, "3", "CF01");
    words[4] = taken_back(arena, "202010000001", 20200601, "3");
    words[5] = document_of(arena, "111000001", "A", "202010000001");
    words[6] = document_of(arena, "111000001", "B", "2020100000015");
}

static void print_everything(struct np_buf *b)
{
    static const char *const tables[] = { "statement", "publication", "event", "v_events" };
    sqlite3 *db;

    np_buf_reset(b);
    assert_int_equal(sqlite3_open(PATH, &db), SQLITE_OK);
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++) {
        char sql[80];
        sqlite3_stmt *rows;

        snprintf(sql, sizeof sql, "SELECT * FROM %s ORDER BY 1, 2, 3, 4", tables[t]);
        assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &rows, NULL), SQLITE_OK);
        while (sqlite3_step(rows) == SQLITE_ROW) {
            for (int c = 0; c < sqlite3_column_count(rows); c++)
                np_buf_put(b, sqlite3_column_blob(rows, c) ? sqlite3_column_blob(rows, c) : "",
                           (size_t)sqlite3_column_bytes(rows, c));
            np_buf_putc(b, '\n');
        }
        sqlite3_finalize(rows);
    }
    sqlite3_close(db);
}

/* The k-th permutation, by factorial digits. */
static void put_in_order(struct np_store *store, const struct np_record *words[WORDS], int k)
{
    int left[WORDS], n = WORDS;

    for (int i = 0; i < WORDS; i++)
        left[i] = i;
    for (; n > 0; n--) {
        int at = k % n;

        k /= n;
        put_word(store, words[left[at]]);
        memmove(&left[at], &left[at + 1], (size_t)(n - at - 1) * sizeof *left);
    }
}

static void every_order_gives_the_same_events_and_a_deleted_one_is_gone(void **state)
{
    struct np_arena *arena = np_arena_new();
    const struct np_record *words[WORDS];
    struct np_buf first = { 0 }, now = { 0 };

    (void)state;
    make_words(arena, words);
    for (int k = 0; k < 5040; k += k ? 61 : 1) {
        struct np_store *store = fresh();

        assert_int_equal(np_store_begin(store, NULL), NP_OK);
        put_input(store);
        put_in_order(store, words, k);
        assert_int_equal(np_store_commit(store, NULL), NP_OK);
        assert_string_equal(codes_of(store, "CN111000001B"), "GR01");
        assert_int_equal(problems_of(store), 0);
        print_everything(k ? &now : &first);
        if (k)
            assert_true(np_slice_eq(np_buf_slice(&now), np_buf_slice(&first)));
        done(store);
    }
    np_buf_release(&first);
    np_buf_release(&now);
    np_arena_free(arena);
}

static void a_deleted_application_loses_its_events_and_may_come_again(void **state)
{
    struct np_store *store = fresh();
    struct np_arena *arena = np_arena_new();
    struct np_record *gone = event_of(arena, "202010000001", 20200401, "", NULL);

    (void)state;
    gone->action = NP_DELETE;
    gone->sequence = 1;
    put_word(store, document_of(arena, "111000001", "A", "202010000001"));
    put_word(store, gone);
    put_word(store, event_of(arena, "202010000001", 20200301, "1", "SE01"));
    assert_string_equal(codes_of(store, "CN111000001A"), "");
    put_word(store, event_of(arena, "202010000001", 20200501, "1", "SE01"));
    assert_string_equal(codes_of(store, "CN111000001A"), "SE01");
    np_arena_free(arena);
    done(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(events_reach_all_publications_of_the_application_in_any_form),
        cmocka_unit_test(a_named_publication_brings_those_of_its_application),
        cmocka_unit_test(us_numbers_of_office_and_docdb_meet),
        cmocka_unit_test(light_documents_and_bibliography_keep_their_events),
        cmocka_unit_test(identical_events_collapse),
        cmocka_unit_test(events_that_differ_in_state_or_text_all_stand),
        cmocka_unit_test(a_whole_list_replaces_what_was_said_before),
        cmocka_unit_test(every_order_gives_the_same_events_and_a_deleted_one_is_gone),
        cmocka_unit_test(a_deleted_application_loses_its_events_and_may_come_again),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
