/* test_store_ledger.c -- inputs, rejects, scores and questions of a store. */
#define PATH "build/test_store_ledger.db"
#include "store_case.h"

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

static struct np_coverage grants(int documents, int abstracts)
{
    struct np_coverage c = { .dialect = "us-patent-grant", .office = NP_S("US"),
                             .type = NP_INVENTION, .stage = NP_GRANT, .documents = documents };

    c.filled[np_filled_find("abstract")] = abstracts;
    return c;
}

static void count_groups(void *ctx, const struct np_coverage *group)
{
    ++*(int *)ctx;
    assert_string_equal(group->dialect, "us-patent-grant");
    assert_int_equal(group->documents, 15);
    assert_int_equal(group->filled[np_filled_find("abstract")], 12);
}

static void filled_fields_add_up_by_input_and_leave_with_it(void **state)
{
    struct np_store *store = fresh();
    struct np_input_row row = { .id = 1, .signature = -1 };
    struct np_coverage first = grants(10, 9), more = grants(5, 3), other = grants(100, 1),
                       sum = grants(0, 0);
    int groups = 0;

    (void)state;
    assert_int_equal(np_store_cover(store, 1, &first, NULL), NP_OK);
    assert_int_equal(np_store_cover(store, 1, &more, NULL), NP_OK);
    assert_int_equal(np_store_cover(store, 2, &other, NULL), NP_OK);
    assert_int_equal(np_store_cover_each(store, 1, count_groups, &groups, NULL), NP_OK);
    assert_int_equal(groups, 1);
    assert_int_equal(np_store_covered(store, 2, &sum, NULL), NP_OK);
    assert_int_equal(sum.documents, 15);
    assert_int_equal(sum.filled[np_filled_find("abstract")], 12);
    assert_int_equal(sum.filled[np_filled_find("title")], 0);
    snprintf(row.name, sizeof row.name, "a.xml");
    assert_int_equal(np_store_input_put(store, &row, NULL), NP_OK);
    assert_int_equal(np_store_covered(store, 2, &sum, NULL), NP_OK);
    assert_int_equal(sum.documents, 0);
    done(store);
}

static void notes_are_kept_as_told_and_leave_with_their_input(void **state)
{
    static const struct np_column columns[] = { { "document", NP_CELL_INT, "", "", "", "" },
                                                { "byte", NP_CELL_INT, "", "", "", "" },
                                                { "note", NP_CELL_TEXT, "", "", "", "" },
                                                { NULL, 0, NULL, NULL, NULL, NULL } };
    struct np_store *store = fresh();
    struct np_note_row note = { .input = 1, .file = NP_S("a.xml"), .document = 4, .byte = 77,
                                .code = NP_S("NP-NOT-001"), .note = NP_S("check digit") };
    struct np_note_row whole = { .input = 1, .byte = -1, .note = NP_S("warning") };
    struct np_input_row row = { .id = 1, .signature = -1 };
    struct np_result *r = np_result_new("notes", columns);

    (void)state;
    snprintf(row.name, sizeof row.name, "a.xml");
    assert_int_equal(np_store_note(store, &note, NULL), NP_OK);
    assert_int_equal(np_store_note(store, &whole, NULL), NP_OK);
    assert_int_equal(np_store_select(store, "v_notes", NULL, 0, "seq", -1, r, NULL), NP_OK);
    assert_int_equal(r->rows.n, 2);
    assert_int_equal(r->rows.v[0][1].i, 77);
    assert_false(r->rows.v[1][0].set || r->rows.v[1][1].set);
    np_result_free(r);
    assert_int_equal(np_store_input_put(store, &row, NULL), NP_OK);
    r = np_result_new("notes", columns);
    assert_int_equal(np_store_select(store, "v_notes", NULL, 0, "seq", -1, r, NULL), NP_OK);
    assert_int_equal(r->rows.n, 0);
    np_result_free(r);
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

int main(void)
{
    const struct CMUnitTest all[] = {
        cmocka_unit_test(input_is_found_by_file_and_by_content_once_done),
        cmocka_unit_test(check_finds_counts_that_do_not_add_up),
        cmocka_unit_test(filled_fields_add_up_by_input_and_leave_with_it),
        cmocka_unit_test(notes_are_kept_as_told_and_leave_with_their_input),
        cmocka_unit_test(rejects_of_an_input_go_when_it_is_read_again),
        cmocka_unit_test(small_facts_are_kept),
        cmocka_unit_test(score_run_replaces_the_one_before_or_leaves_it),
        cmocka_unit_test(conditions_and_order_follow_the_columns),
        cmocka_unit_test(hostile_names_and_values_are_refused_or_only_compared),
    };

    return cmocka_run_group_tests(all, NULL, NULL);
}
