/* Questions over a small store; the tables of questions and reports. */
#include "unit.h"

#include <nanopat/date.h>
#include <nanopat/query.h>
#include <nanopat/report.h>
#include <nanopat/scoring.h>
#include <nanopat/store.h>

#include <stdio.h>
#include <stdlib.h>
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
                                   .weight = 2.5, .confidence = 0.8 };
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

static const struct np_subfield_row taxonomy[] = {
    { "1.1", "electronics/components", "新型电子元器件材料", "Materials for new electronic components",
      "electronics", "电子", "Electronics" },
    { "1.8", "electronics/quantum-dots", "半导体量子点材料", "Semiconductor quantum-dot materials",
      "electronics", "电子", "Electronics" },
    { "2.1", "bio/microspheres", "微球材料", "Microsphere materials", "bio", "生物", "Biology" },
};

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
    for (int i = 0; i < 3; i++)
        must(np_store_subfield_put(store, i, &taxonomy[i], &err), &err);
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

/* ---- a score run by hand ---- */

static const struct np_table *table_of(const char *name)
{
    for (const struct np_table *t = np_score_tables; t->name; t++)
        if (strcmp(t->name, name) == 0)
            return t;
    return NULL;
}

struct value { const char *column, *text; double number; };

static void put_score(struct np_store *store, const char *name, const struct value *values)
{
    const struct np_table *table = table_of(name);
    struct np_cell cells[128] = { 0 };
    struct np_err err = { 0 };

    for (; values->column; values++)
        for (size_t i = 0; table->columns[i].name; i++)
            if (strcmp(table->columns[i].name, values->column) == 0) {
                cells[i] = (struct np_cell){ .set = true, .i = (int64_t)values->number,
                                             .real = values->number,
                                             .text = np_slice_of(values->text) };
            }
    must(np_store_scores_put(store, table, cells, &err), &err);
}

#define PUT(table, ...) put_score(store, table, (const struct value[]){ __VA_ARGS__, { 0 } })

static struct np_store *scored_store(void)
{
    struct np_store *store = small_store();
    struct np_err err = { 0 };

    must(np_store_scores_begin(store, np_score_tables, &err), &err);
    PUT("families", { "key", "F1", 0 }, { "subfield", "1.8", 0 }, { "subfields", "1.8 1.12", 0 },
        { "enterprise_keys", "甲; 乙|b", 0 }, { "claims", "", 9 }, { "hv", "", 80.5 },
        { "status", "in_force", 0 }, { "presumed", "", 0 });
    PUT("families", { "key", "F2", 0 }, { "subfield", "2.1", 0 }, { "subfields", "2.1", 0 },
        { "enterprise_keys", "甲", 0 }, { "bwd_cits", "", 3 }, { "status", "presumed_in_force", 0 },
        { "presumed", "", 1 });
    PUT("enterprises", { "key", "甲", 0 }, { "name", "甲公司", 0 }, { "names", "JIA CO; 甲公司", 0 },
        { "class", "1.8", 0 }, { "tier", "leader", 0 }, { "pai", "", 12 });
    PUT("enterprises", { "key", "乙|b", 0 }, { "name", "乙", 0 }, { "class", "2.1", 0 },
        { "tier", "base", 0 }, { "pai", "", 3 });
    PUT("portfolios", { "key", "甲|1.8", 0 }, { "enterprise_key", "甲", 0 },
        { "subfield", "1.8", 0 }, { "rank", "", 1 }, { "listed", "", 1 });
    PUT("portfolios", { "key", "乙|b|2.1", 0 }, { "enterprise_key", "乙|b", 0 },
        { "subfield", "2.1", 0 }, { "listed", "", 0 });
    PUT("portfolio_families", { "portfolio", "甲|1.8", 0 }, { "family", "F1", 0 });
    PUT("portfolio_families", { "portfolio", "乙|b|2.1", 0 }, { "family", "F1", 0 });
    PUT("measures", { "subject_kind", "family", 0 }, { "subject", "F1", 0 });
    PUT("measures", { "subject_kind", "portfolio", 0 }, { "subject", "甲|1.8", 0 });
    PUT("measures", { "subject_kind", "enterprise", 0 }, { "subject", "乙|b", 0 });
    PUT("data_coverage", { "code", "all", 0 }, { "families", "", 2 }, { "with_claims", "", 1 },
        { "with_citations", "", 1 }, { "with_status", "", 1 }, { "known_min", "", 0.6 });
    must(np_store_scores_end(store, &err), &err);
    return store;
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
    struct np_arena *arena = np_arena_new();
    const struct np_column *columns = np_question_columns(q, arena);

    for (const struct np_column *c = columns; c->name; c++) {
        assert_true(c->en[0] && c->zh[0] && c->says && c->unit);
        assert_ptr_equal(column_of(columns, c->name), c); /* once */
    }
    np_arena_free(arena);
}

/* What filters, orders and reading orders name is there. */
static void check_names(const struct np_question *q)
{
    struct np_arena *arena = np_arena_new();
    const struct np_column *columns = np_question_columns(q, arena);
    const struct np_column *filtered =
        q->counts ? np_question_columns(np_question_find(q->counts), arena) : columns;
    const char *const lists[] = { q->order, q->first ? q->first : "" };

    for (const struct np_filter *f = q->filters; f && f->option; f++)
        if (!column_of(filtered, f->column))
            fail_msg("%s: filter %s on no column '%s'", q->name, f->option, f->column);
    for (size_t i = 0; i < 2; i++) {
        char *words = np_strdup(lists[i]), *rest = words;

        for (char *w; (w = strtok_r(rest, " ", &rest));)
            if (!column_of(columns, w + (*w == '-')))
                fail_msg("%s: no column '%s'", q->name, w);
        free(words);
    }
    np_arena_free(arena);
}

static void every_question_is_whole(void **state)
{
    (void)state;
    for (const struct np_question *q = np_questions; q->name; q++) {
        assert_true(q->en[0] && q->zh[0] && strncmp(q->view, "v_", 2) == 0);
        assert_ptr_equal(np_question_find(q->name), q);
        check_columns(q);
        for (const struct np_filter *f = q->filters; f && f->option; f++)
            assert_true(f->column[0] && f->says[0] && f->zh && f->zh[0]);
        check_names(q);
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

        if (q->make) { /* of one thing, which must be said */
            assert_int_equal(status, NP_FAIL);
            assert_true(strncmp(err.what, "say which ", 10) == 0);
            continue;
        }
        if (status == NP_FAIL)
            assert_string_equal(err.what, "no scores yet: run nanopat score");
        else if (status < NP_OK)
            fail_msg("%s", err.what);
        np_result_free(result);
        for (const struct np_filter *f = q->filters; f && status >= NP_OK && f->option; f++)
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

static void hits_can_be_asked_for_by_their_confidence(void **state)
{
    struct np_store *store = small_store();
    struct np_result *sure = ask(store, "hits", "confidence", NP_AT_LEAST, "0.8"), *none = NULL;
    struct np_condition condition = { "confidence", NP_AT_LEAST, NP_S("0.81") };
    struct np_err err = { 0 };

    (void)state;
    assert_true(sure->rows.n > 0);
    assert_true(sure->rows.v[0][np_result_column(sure, "confidence")].real == 0.8);
    assert_int_equal(np_ask(store, np_question_find("hits"), &condition, 1, NULL, -1, &none, &err),
                     NP_END);
    np_result_free(sure);
    np_result_free(none);
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

        assert_true(r->en[0] && r->zh[0] && (!r->filters || r->filters[0].option));
        assert_int_equal(np_report_make(store, r, NULL, 0, NP_READER_PROGRAM, false, &sheets,
                                        &n, &err), NP_FAIL);
        assert_string_equal(err.what, "no scores yet: run nanopat score");
        assert_null(sheets);
    }
    done(store);
}

static const struct np_cell *cell_at(const struct np_result *r, size_t row, const char *column)
{
    int at = np_result_column(r, column);

    if (at < 0)
        fail_msg("no column '%s'", column);
    return &r->rows.v[row][at];
}

static void names_of_subfields_stand_beside_codes(void **state)
{
    struct np_store *store = scored_store();
    struct np_result *r = ask(store, "portfolios", "listed", NP_IS, "yes");
    struct np_arena *arena = np_arena_new();
    const struct np_column *columns = np_question_columns(np_question_find("portfolios"), arena);

    (void)state;
    assert_int_equal(r->rows.n, 1);
    assert_slice(cell_at(r, 0, "subfield")->text, "1.8");
    assert_slice(cell_at(r, 0, "subfield_zh")->text, "半导体量子点材料");
    assert_slice(cell_at(r, 0, "subfield_en")->text, "Semiconductor quantum-dot materials");
    for (size_t i = 0; i < r->ncolumns; i++)
        assert_string_equal(r->columns[i].name, columns[i].name);
    assert_string_equal(columns[0].name, "rank");
    np_arena_free(arena);
    np_result_free(r);
    done(store);
}

static void whole_codes_and_fields_filter_families(void **state)
{
    struct np_store *store = scored_store();
    struct np_result *one = ask(store, "families", "subfields", NP_HAS, "components");
    struct np_result *eight = ask(store, "families", "subfields", NP_HAS, "1.8");
    struct np_result *bio = ask(store, "families", "subfield", NP_BEGINS, "bio");

    (void)state;
    assert_int_equal(one->rows.n, 0); /* 1.1 is not in "1.8 1.12" */
    assert_int_equal(eight->rows.n, 1);
    assert_int_equal(bio->rows.n, 1);
    assert_slice(cell_at(bio, 0, "key")->text, "F2");
    np_result_free(one);
    np_result_free(eight);
    np_result_free(bio);
    done(store);
}

static struct np_result *sheet(struct np_result **sheets, size_t n, const char *en)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(sheets[i]->en, en) == 0)
            return sheets[i];
    fail_msg("no sheet '%s'", en);
    return NULL;
}

/* Not companies of our city alone. */
static const struct np_condition everyone[] = { { "local", NP_IS, { "all", 3 } },
                                                { "kind", NP_IS, { "all", 3 } } };

static void report_holds_to_what_its_first_sheet_lists(void **state)
{
    struct np_store *store = scored_store();
    struct np_condition base[] = { { "tier", NP_IS, NP_S("base") }, everyone[0], everyone[1] };
    struct np_result **sheets, *gaps;
    struct np_err err = { 0 };
    size_t n;

    (void)state;
    must(np_report_make(store, np_report_find("cultivation"), base, 3, NP_READER_PROGRAM,
                        false, &sheets, &n, &err), &err);
    assert_int_equal(sheet(sheets, n, "List")->rows.n, 1);
    assert_int_equal(sheet(sheets, n, "Portfolios")->rows.n, 1);
    assert_slice(cell_at(sheet(sheets, n, "Portfolios"), 0, "key")->text, "乙|b|2.1");
    assert_int_equal(sheet(sheets, n, "Scores explained")->rows.n, 1);
    gaps = sheet(sheets, n, "Data gaps");
    assert_int_equal(gaps->rows.n, 1);
    assert_int_equal(cell_at(gaps, 0, "families")->i, 1);
    assert_int_equal(cell_at(gaps, 0, "without_claims")->i, 0);
    assert_int_equal(cell_at(gaps, 0, "without_citations")->i, 1);
    np_report_free(sheets, n);
    done(store);
}

static void gaps_and_coverage_are_counted(void **state)
{
    struct np_store *store = scored_store();
    struct np_result **sheets, *gaps;
    struct np_err err = { 0 };
    struct np_buf notes = { 0 };
    size_t n;

    (void)state;
    must(np_report_make(store, np_report_find("cultivation"), everyone, 2, NP_READER_PROGRAM,
                        false, &sheets, &n, &err), &err);
    gaps = sheet(sheets, n, "Data gaps");
    assert_int_equal(gaps->rows.n, 2);
    assert_slice(cell_at(gaps, 0, "key")->text, "甲");
    assert_int_equal(cell_at(gaps, 0, "families")->i, 2);
    assert_int_equal(cell_at(gaps, 0, "without_claims")->i, 1);
    assert_int_equal(cell_at(gaps, 0, "without_status")->i, 1);
    for (size_t i = 0; i < sheets[0]->notes.n; i++)
        np_buf_printf(&notes, "%.*s=%.*s\n", NP_ARG(sheets[0]->notes.v[i].key),
                      NP_ARG(sheets[0]->notes.v[i].value));
    assert_slice(np_buf_slice(&notes),
                 "as_of=2022-03-05\nfamilies=2\nwith_claims=1 / 2 (50.0 %)\n"
                 "few_claims=50.0 % < 60 %\nwith_citations=1 / 2 (50.0 %)\n"
                 "few_citations=50.0 % < 60 %\nwith_status=1 / 2 (50.0 %)\n"
                 "few_status=50.0 % < 60 %\n");
    np_buf_release(&notes);
    np_report_free(sheets, n);
    done(store);
}

static void families_of_portfolios_follow_their_portfolio(void **state)
{
    struct np_store *store = scored_store();
    struct np_condition listed = { "listed", NP_IS, NP_S("yes") };
    struct np_result **sheets;
    struct np_err err = { 0 };
    size_t n;

    (void)state;
    must(np_report_make(store, np_report_find("portfolios"), &listed, 1, NP_READER_PROGRAM,
                        false, &sheets, &n, &err), &err);
    assert_int_equal(sheets[0]->rows.n, 1);
    assert_int_equal(sheets[1]->rows.n, 1);
    assert_slice(cell_at(sheets[1], 0, "portfolio")->text, "甲|1.8");
    np_report_free(sheets, n);
    done(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_question_is_whole),
        cmocka_unit_test(store_questions_speak_the_views_names),
        cmocka_unit_test(subfields_are_known_by_code_slug_and_name),
        cmocka_unit_test(hits_can_be_asked_for_by_their_confidence),
        cmocka_unit_test(fields_are_known_by_name_and_number),
        cmocka_unit_test(unknown_subfield_is_answered_with_the_nearest),
        cmocka_unit_test(dates_flags_and_limits_filter),
        cmocka_unit_test(notes_say_filters_and_day),
        cmocka_unit_test(nothing_found_is_no_error),
        cmocka_unit_test(reports_need_scores_and_say_so),
        cmocka_unit_test(names_of_subfields_stand_beside_codes),
        cmocka_unit_test(whole_codes_and_fields_filter_families),
        cmocka_unit_test(report_holds_to_what_its_first_sheet_lists),
        cmocka_unit_test(gaps_and_coverage_are_counted),
        cmocka_unit_test(families_of_portfolios_follow_their_portfolio),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
