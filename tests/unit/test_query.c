/* Questions over a small store; the tables of questions and reports. */
#include "unit.h"

#include <nanopat/date.h>
#include <nanopat/query.h>
#include <nanopat/report.h>
#include <nanopat/store.h>

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATH "build/test_query.db"

static void remove_store(void)
{
    unlink(PATH);
    unlink(PATH "-wal");
    unlink(PATH "-shm");
    unlink(PATH "-lock");
}

static void must(enum np_status status, const struct np_err *err)
{
    if (status != NP_OK)
        fail_msg("%s", err->what);
}

static void put_publication(struct np_store *store, struct np_arena *arena, const char *number,
                            np_date date, int subfield)
{
    struct np_evidence_row row = { .subfield = subfield, .score = 2.5, .rule = NP_S("dots-1"),
                                   .place = NP_S("title"), .matched = NP_S("量子点"),
                                   .weight = 2.5 };
    struct np_record *r = np_record_new(arena);
    enum np_outcome outcome;
    struct np_err err = { 0 };

    r->office = NP_S("CN");
    r->number = np_slice_of(number);
    r->kind = NP_S("A");
    r->date = date;
    r->stated = date;
    r->dialect = NP_S("cn-patent-document");
    r->parts = NP_PART_BIBLIO | NP_PART_TEXT;
    must(np_store_put(store, r, &row, subfield >= 0, 1, NP_KEEP_LIGHT, &outcome, &err), &err);
}

static struct np_store *small_store(void)
{
    struct np_arena *arena = np_arena_new();
    struct np_input_row input = { .name = "a.zip", .signature = -1 };
    struct np_store *store;
    struct np_err err = { 0 };

    mkdir("build", 0755);
    remove_store();
    must(np_store_open(PATH, NP_STORE_WRITE, &store, &err), &err);
    must(np_store_begin(store, &err), &err);
    must(np_store_subfield_put(store, 0, "1.1", "electronics/components", "新型电子元器件材料",
                               "Materials for new electronic components", "electronics", &err),
         &err);
    must(np_store_subfield_put(store, 1, "1.8", "electronics/quantum-dots", "半导体量子点材料",
                               "Semiconductor quantum-dot materials", "electronics", &err), &err);
    must(np_store_subfield_put(store, 2, "2.1", "bio/microspheres", "微球材料",
                               "Microsphere materials", "bio", &err), &err);
    must(np_store_input_put(store, &input, &err), &err);
    put_publication(store, arena, "108100001", 20200110, 1);
    put_publication(store, arena, "108100002", 20210205, 2);
    put_publication(store, arena, "108100003", 20220305, -1);
    must(np_store_meta_put(store, "as_of", NP_S("2022-03-05"), &err), &err);
    must(np_store_commit(store, &err), &err);
    np_arena_free(arena);
    return store;
}

static void done(struct np_store *store)
{
    np_store_close(store);
    remove_store();
}

static struct np_result *ask(struct np_store *store, const char *question, const char *column,
                             enum np_test test, const char *value)
{
    struct np_condition condition = { column, test, np_slice_of(value) };
    struct np_result *result = NULL;
    struct np_err err = { 0 };

    if (np_ask(store, np_question_find(question), &condition, 1, NULL, -1, &result, &err) < NP_OK)
        fail_msg("%s", err.what);
    return result;
}

/* ---- claims ---- */

static const struct np_column *column_of(const struct np_column *columns, const char *name)
{
    for (; columns->name; columns++)
        if (strcmp(columns->name, name) == 0)
            return columns;
    return NULL;
}

static void check_columns(const struct np_question *q)
{
    for (const struct np_column *c = q->columns; c->name; c++) {
        assert_true(c->en[0] && c->zh[0] && c->says && c->unit);
        assert_ptr_equal(column_of(q->columns, c->name), c); /* once */
    }
}

static void every_question_is_whole(void **state)
{
    (void)state;
    for (const struct np_question *q = np_questions; q->name; q++) {
        assert_true(q->en[0] && q->zh[0] && strncmp(q->view, "v_", 2) == 0);
        assert_ptr_equal(np_question_find(q->name), q);
        check_columns(q);
        for (const struct np_filter *f = q->filters; f->option; f++)
            assert_true(f->column[0] && f->says[0] && f->zh && f->zh[0]);
    }
    assert_null(np_question_find("nothing"));
}

static void store_questions_speak_the_views_names(void **state)
{
    struct np_store *store = small_store();

    (void)state;
    for (const struct np_question *q = np_questions; q->name; q++) {
        struct np_result *result = NULL;
        struct np_err err = { 0 };
        enum np_status status = np_ask(store, q, NULL, 0, NULL, -1, &result, &err);

        if (status == NP_FAIL)
            assert_string_equal(err.what, "no scores yet: run nanopat score");
        else if (status < NP_OK)
            fail_msg("%s", err.what);
        np_result_free(result);
        for (const struct np_filter *f = q->filters; status >= NP_OK && f->option; f++)
            np_result_free(ask(store, q->name, f->column, f->test,
                               strcmp(f->option, "subfield") == 0  ? "1.1"
                               : strcmp(f->option, "field") == 0 ? "bio"
                                                                 : "1999"));
    }
    done(store);
}

static void subfields_are_known_by_code_slug_and_name(void **state)
{
    static const char *const names[] = { "1.8", "electronics/quantum-dots", "quantum-dots",
                                         "Quantum-Dots", "半导体量子点材料",
                                         "semiconductor quantum-dot materials", " 1.8 " };
    struct np_store *store = small_store();

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct np_result *hits = ask(store, "hits", "code", NP_IS, names[i]);

        assert_int_equal(hits->rows.n, 1);
        assert_slice(hits->rows.v[0][np_result_column(hits, "id")].text, "CN108100001A");
        np_result_free(hits);
    }
    done(store);
}

static void fields_are_known_by_name_and_number(void **state)
{
    struct np_store *store = small_store();
    struct np_result *by_name = ask(store, "hits", "field", NP_IS, "bio");
    struct np_result *by_number = ask(store, "hits", "field", NP_IS, "2");

    (void)state;
    assert_int_equal(by_name->rows.n, 1);
    assert_int_equal(by_number->rows.n, 1);
    np_result_free(by_name);
    np_result_free(by_number);
    done(store);
}

static void unknown_subfield_is_answered_with_the_nearest(void **state)
{
    struct np_store *store = small_store();
    struct np_condition condition = { "code", NP_IS, NP_S("半导体量子点") };
    struct np_result *result = NULL;
    struct np_err err = { 0 };

    (void)state;
    assert_int_equal(np_ask(store, np_question_find("hits"), &condition, 1, NULL, -1, &result,
                            &err), NP_FAIL);
    assert_string_equal(err.what, "no subfield '半导体量子点'; the nearest is '半导体量子点材料'");
    assert_null(result);
    done(store);
}

static void dates_flags_and_limits_filter(void **state)
{
    struct np_store *store = small_store();
    struct np_result *since = ask(store, "publications", "date", NP_AT_LEAST, "2021");
    struct np_result *light = ask(store, "publications", "light", NP_IS, "是");
    struct np_result *two = NULL;
    struct np_err err = { 0 };

    (void)state;
    assert_int_equal(since->rows.n, 2);
    assert_int_equal(light->rows.n, 1);
    assert_slice(light->rows.v[0][0].text, "CN108100003A");
    must(np_ask(store, np_question_find("publications"), NULL, 0, "-date", 2, &two, &err), &err);
    assert_int_equal(two->rows.n, 2);
    assert_slice(two->rows.v[0][0].text, "CN108100003A");
    np_result_free(since);
    np_result_free(light);
    np_result_free(two);
    done(store);
}

static void notes_say_filters_and_day(void **state)
{
    struct np_store *store = small_store();
    struct np_result *r = ask(store, "hits", "code", NP_IS, "quantum-dots");

    (void)state;
    assert_int_equal(r->notes.n, 2);
    assert_slice(r->notes.v[0].key, "subfield");
    assert_slice(r->notes.v[0].value, "quantum-dots");
    assert_slice(r->notes.v[1].key, "as_of");
    assert_slice(r->notes.v[1].value, "2022-03-05");
    np_result_free(r);
    done(store);
}

static void nothing_found_is_no_error(void **state)
{
    struct np_store *store = small_store();
    struct np_condition condition = { "id", NP_IS, NP_S("US1") };
    struct np_result *result = NULL;
    struct np_err err = { 0 };

    (void)state;
    assert_int_equal(np_ask(store, np_question_find("citations"), &condition, 1, NULL, -1, &result,
                            &err), NP_END);
    assert_int_equal(result->rows.n, 0);
    np_result_free(result);
    done(store);
}

static void reports_need_scores_and_say_so(void **state)
{
    struct np_store *store = small_store();

    (void)state;
    for (const struct np_report *r = np_reports; r->name; r++) {
        struct np_result **sheets;
        struct np_err err = { 0 };
        size_t n;

        assert_true(r->en[0] && r->zh[0] && r->filters[0].option);
        assert_int_equal(np_report_make(store, r, NULL, 0, &sheets, &n, &err), NP_FAIL);
        assert_string_equal(err.what, "no scores yet: run nanopat score");
        assert_null(sheets);
    }
    done(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_question_is_whole),
        cmocka_unit_test(store_questions_speak_the_views_names),
        cmocka_unit_test(subfields_are_known_by_code_slug_and_name),
        cmocka_unit_test(fields_are_known_by_name_and_number),
        cmocka_unit_test(unknown_subfield_is_answered_with_the_nearest),
        cmocka_unit_test(dates_flags_and_limits_filter),
        cmocka_unit_test(notes_say_filters_and_day),
        cmocka_unit_test(nothing_found_is_no_error),
        cmocka_unit_test(reports_need_scores_and_say_so),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
