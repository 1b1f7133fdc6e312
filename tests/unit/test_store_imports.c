/* test_store_imports.c -- lists of people: met by later dumps, withdrawn, given to scoring. */
#define PATH "build/test_store_imports.db"
#include "store_case.h"
#include "unit.h"

#include <math.h>

static int64_t put_list(struct np_store *store, const char *kind, const char *name, char hash)
{
    struct np_import_list list = { .kind = np_slice_of(kind), .name = np_slice_of(name),
                                   .format = NP_S("CSV, UTF-8") };

    list.hash[0] = hash;
    assert_int_equal(np_store_import_put(store, &list, NULL), NP_OK);
    return list.id;
}

/* Counts the row as its list does. */
static void put_row(struct np_store *store, int64_t list, int seq, const char *kind,
                    const char *number, const char *cells, const struct np_imported_form *forms,
                    size_t n)
{
    struct np_imported_row row = {
        .import = list, .seq = seq, .line = seq + 1, .number = np_slice_of(number),
        .cells = np_slice_of(cells), .forms = forms, .nforms = n,
    };
    struct np_import_list counts = { .id = list, .kind = np_slice_of(kind), .name = NP_S("a.csv"),
                                     .format = NP_S("CSV"), .rows = seq, .kept = seq };

    counts.hash[0] = (char)list;
    assert_int_equal(np_store_imported_put(store, &row, NULL), NP_OK);
    assert_int_equal(np_store_import_put(store, &counts, NULL), NP_OK);
}

static const struct np_imported_form by_publication[] = {
    { NP_BY_PUBLICATION, { { "CN", 2 }, { "108100001", 9 }, { "", 0 }, 0 } },
};
static const struct np_imported_form by_kind[] = {
    { NP_BY_PUBLICATION, { { "CN", 2 }, { "108100001", 9 }, { "B", 1 }, 0 } },
};
static const struct np_imported_form by_application[] = {
    { NP_BY_PUBLICATION, { { "CN", 2 }, { "201910000001", 12 }, { "", 0 }, 0 } },
    { NP_BY_APPLICATION, { { "CN", 2 }, { "201910000001", 12 }, { "", 0 }, 0 } },
};
static const struct np_imported_form by_other_year[] = {
    { NP_BY_APPLICATION, { { "CN", 2 }, { "201910000001", 12 }, { "", 0 }, 20180000 } },
};
static const struct np_imported_form longer[] = {
    { NP_BY_PUBLICATION, { { "CN", 2 }, { "10810000", 8 }, { "", 0 }, 0 } },
};

/* The application and its grant. */
static void put_patents(struct np_store *store)
{
    struct np_arena *arena = np_arena_new();
    struct np_record *a = rich(arena), *b = rich(arena);

    b->kind = NP_S("B");
    b->stage = NP_GRANT;
    assert_int_equal(np_store_begin(store, NULL), NP_OK);
    put_input(store);
    put(store, a, NULL, 0, NP_KEEP_ALL);
    put(store, b, NULL, 0, NP_KEEP_ALL);
    assert_int_equal(np_store_commit(store, NULL), NP_OK);
    np_arena_free(arena);
}

static const struct np_column publication_column[] = {
    { "publication", NP_CELL_TEXT, "", "", "", "" }, { 0 }
};

/* The publications of the rows in order, "-" for none. */
static void assert_met(struct np_store *store, const char *expected)
{
    struct np_result *r = np_result_new("rows", publication_column);
    struct np_buf b = { 0 };
    struct np_err err = { 0 };

    if (np_store_select(store, "v_imported_rows", NULL, 0, "import seq", -1, r, &err) != NP_OK)
        fail_msg("%s", err.what);
    for (size_t i = 0; i < r->rows.n; i++)
        np_buf_printf(&b, "%s%.*s", i ? " " : "",
                      NP_ARG(r->rows.v[i][0].set ? r->rows.v[i][0].text : NP_S("-")));
    assert_slice(np_buf_slice(&b), expected);
    np_buf_release(&b);
    np_result_free(r);
}

static void rows_meet_what_a_later_dump_brings(void **state)
{
    struct np_store *store = fresh();
    int64_t list;

    (void)state;
    assert_int_equal(np_store_begin(store, NULL), NP_OK);
    list = put_list(store, "awards", "a.csv", 1);
    put_row(store, list, 1, "awards", "CN108100001", "{\"award\":\"x\"}", by_publication, 1);
    put_row(store, list, 2, "awards", "CN108100001B", "{\"award\":\"x\"}", by_kind, 1);
    put_row(store, list, 3, "awards", "201910000001.X", "{\"award\":\"x\"}", by_application, 2);
    put_row(store, list, 4, "awards", "201910000001", "{\"award\":\"x\"}", by_other_year, 1);
    put_row(store, list, 5, "awards", "CN10810000", "{\"award\":\"x\"}", longer, 1);
    assert_int_equal(np_store_commit(store, NULL), NP_OK);
    assert_met(store, "- - - - -");
    put_patents(store);
    assert_met(store, "CN108100001B CN108100001B CN108100001B - -");
    assert_int_equal(problems_of(store), 0);
    done(store);
}

static void unmatched_rows_come_back_with_their_place(void **state)
{
    static const struct np_column columns[] = {
        { "file", NP_CELL_TEXT, "", "", "", "" },  { "line", NP_CELL_INT, "", "", "", "" },
        { "award", NP_CELL_TEXT, "", "", "", "" }, { "year", NP_CELL_INT, "", "", "", "" },
        { "filed", NP_CELL_DATE, "", "", "", "" }, { 0 }
    };
    struct np_store *store = fresh();
    struct np_result *r = np_result_new("awards", columns);
    int64_t list;

    (void)state;
    put_patents(store);
    assert_int_equal(np_store_begin(store, NULL), NP_OK);
    list = put_list(store, "awards", "a.csv", 1);
    put_row(store, list, 1, "awards", "CN108100001", "{\"award\":\"x\"}", by_publication, 1);
    put_row(store, list, 2, "awards", "CN10810000",
            "{\"award\":\"金奖\",\"year\":2021,\"filed\":\"2021-05\"}", longer, 1);
    put_row(store, list, 3, "awards", "", "{\"award\":\"y\"}", NULL, 0);
    assert_int_equal(np_store_commit(store, NULL), NP_OK);
    assert_int_equal(np_store_import_unmatched(store, list, r, NULL), NP_OK);
    assert_int_equal(r->rows.n, 1);
    assert_slice(r->rows.v[0][0].text, "a.csv");
    assert_int_equal(r->rows.v[0][1].i, 3);
    assert_slice(r->rows.v[0][2].text, "金奖");
    assert_int_equal(r->rows.v[0][3].i, 2021);
    assert_int_equal(r->rows.v[0][4].i, 20210500);
    np_result_free(r);
    done(store);
}

static void withdrawn_list_leaves_only_its_row_in_the_ledger(void **state)
{
    struct np_store *store = fresh();
    struct np_import_list wanted = { .kind = NP_S("awards") };
    int64_t list, found;

    (void)state;
    assert_int_equal(np_store_begin(store, NULL), NP_OK);
    list = put_list(store, "awards", "a.csv", 1);
    put_row(store, list, 1, "awards", "CN108100001", "{\"award\":\"x\"}", by_publication, 1);
    wanted.hash[0] = 1;
    assert_int_equal(np_store_import_find(store, &wanted, &found, NULL), NP_OK);
    assert_int_equal(found, list);
    assert_int_equal(np_store_import_withdraw(store, list, 7, NULL), NP_OK);
    assert_int_equal(np_store_import_find(store, &wanted, &found, NULL), NP_END);
    assert_int_equal(np_store_commit(store, NULL), NP_OK);
    assert_met(store, "");
    assert_int_equal(problems_of(store), 0);
    done(store);
}

static void check_finds_rows_that_are_not_accounted_for(void **state)
{
    struct np_store *store = fresh();
    struct np_import_list list = { .kind = NP_S("awards"), .name = NP_S("a.csv"), .rows = 3,
                                   .kept = 1, .refused = 1 };

    (void)state;
    assert_int_equal(np_store_begin(store, NULL), NP_OK);
    assert_int_equal(np_store_import_put(store, &list, NULL), NP_OK);
    assert_int_equal(np_store_commit(store, NULL), NP_OK);
    assert_int_equal(problems_of(store), 3); /* the sum, the rows, the faults */
    done(store);
}

/* ---- facts ---- */

static void facts_carry_lists_about_patents(void **state)
{
    struct np_store *store = fresh();
    struct np_facts *facts;
    int64_t list;

    (void)state;
    put_patents(store);
    assert_int_equal(np_store_begin(store, NULL), NP_OK);
    list = put_list(store, "awards", "a.csv", 1);
    put_row(store, list, 1, "awards", "CN108100001",
            "{\"award\":\"中国专利奖\",\"level\":\"金奖\",\"year\":2021}", by_publication, 1);
    put_row(store, list, 2, "awards", "CN10810000", "{\"award\":\"z\"}", longer, 1);
    list = put_list(store, "pledges", "p.csv", 2);
    put_row(store, list, 1, "pledges", "CN108100001",
            "{\"registered\":\"2021-05-04\",\"amount\":5000000.000000,\"currency\":\"CNY\"}",
            by_publication, 1);
    put_row(store, list, 2, "pledges", "CN108100001", "{\"pledgee\":\"某银行\"}", by_publication, 1);
    list = put_list(store, "suits", "s.csv", 3);
    put_row(store, list, 1, "suits", "", "{\"plaintiff\":\"甲\",\"kind\":\"invalidation\"}", NULL, 0);
    assert_int_equal(np_store_commit(store, NULL), NP_OK);
    facts = facts_of(store);
    assert_int_equal(facts->imports.award_lists, 1);
    assert_int_equal(facts->imports.gni_lists, 0);
    assert_int_equal(facts->imports.awards.n, 2);
    assert_int_equal(facts->imports.awards.v[0].patent.publication, -1);
    assert_slice(facts->imports.awards.v[1].level, "金奖");
    assert_int_equal(facts->imports.awards.v[1].year, 2021);
    assert_slice(facts->publications.v[facts->imports.awards.v[1].patent.publication].id,
                 "CN108100001B");
    assert_int_equal(facts->imports.pledges.n, 2);
    assert_int_equal(facts->imports.pledges.v[0].registered, 20210504);
    assert_true(facts->imports.pledges.v[0].amount == 5e6);
    assert_true(isnan(facts->imports.pledges.v[1].amount));
    assert_slice(facts->imports.pledges.v[1].place.list, "a.csv");
    assert_int_equal(facts->imports.pledges.v[1].place.line, 3);
    assert_int_equal(facts->imports.suits.v[0].kind, NP_SUIT_INVALIDATION);
    np_facts_free(facts);
    done(store);
}

static void last_list_says_the_income_of_a_year(void **state)
{
    struct np_store *store = fresh();
    struct np_facts *facts;
    int64_t list;

    (void)state;
    assert_int_equal(np_store_begin(store, NULL), NP_OK);
    list = put_list(store, "gni", "old.csv", 1);
    put_row(store, list, 1, "gni", "", "{\"office\":\"US\",\"year\":2023,\"gni\":1.0}", NULL, 0);
    put_row(store, list, 2, "gni", "", "{\"office\":\"CN\",\"year\":2023,\"gni\":2.0}", NULL, 0);
    list = put_list(store, "gni", "new.csv", 2);
    put_row(store, list, 1, "gni", "", "{\"office\":\"CN\",\"year\":2023,\"gni\":3.0}", NULL, 0);
    assert_int_equal(np_store_commit(store, NULL), NP_OK);
    facts = facts_of(store);
    assert_int_equal(facts->imports.gni.n, 2);
    assert_slice(facts->imports.gni.v[0].office, "CN");
    assert_true(facts->imports.gni.v[0].gni == 3);
    assert_int_equal(facts->imports.gni_lists, 2);
    np_facts_free(facts);
    done(store);
}

static void pieces_of_an_industry_rule_meet_by_its_number(void **state)
{
    struct np_store *store = fresh();
    const struct np_fact_imports *in;
    struct np_facts *facts;
    int64_t list;

    (void)state;
    assert_int_equal(np_store_begin(store, NULL), NP_OK);
    list = put_list(store, "sei", "ipc-sei.jsonl", 1);
    put_row(store, list, 1, "sei", "", "{\"rule_id\":\"174\",\"ipc\":\"C01B32/158\"}", NULL, 0);
    put_row(store, list, 2, "sei", "", "{\"rule_id\":\"180\",\"ipc\":\"C01B32/15\"}", NULL, 0);
    list = put_list(store, "sei", "sei.jsonl", 2);
    put_row(store, list, 1, "sei", "",
            "{\"rule_id\":\"180\",\"sei_code\":\"3.6\",\"keywords\":\"富勒烯\"}", NULL, 0);
    put_row(store, list, 2, "sei", "", "{\"rule_id\":\"174\",\"sei_code\":\"3.6\"}", NULL, 0);
    put_row(store, list, 3, "sei", "",
            "{\"sei_code\":\"3.4\",\"ipc\":\"C01B32/16..C01B32/178 C01B33/* C01G*\","
            "\"keywords\":\"x\",\"needs_keyword\":false,\"verified\":\"yes\"}", NULL, 0);
    assert_int_equal(np_store_commit(store, NULL), NP_OK);
    facts = facts_of(store);
    in = &facts->imports;
    assert_int_equal(in->sei_rules.n, 3);
    assert_slice(in->sei_rules.v[0].code, "3.6");
    assert_false(in->sei_rules.v[0].needs_keyword);
    assert_true(in->sei_rules.v[1].needs_keyword);
    assert_slice(in->sei_rules.v[1].keywords, "富勒烯");
    assert_false(in->sei_rules.v[2].needs_keyword);
    assert_slice(in->sei_rules.v[2].verified, "yes");
    assert_int_equal(in->sei_symbols.n, 5);
    assert_slice(in->sei_symbols.v[0].symbol, "C01B32/15");
    assert_int_equal(in->sei_symbols.v[0].rule, 1);
    assert_slice(in->sei_symbols.v[2].last, "C01B32/178");
    assert_slice(in->sei_symbols.v[3].symbol, "C01B33/");
    assert_true(in->sei_symbols.v[3].prefix);
    assert_slice(in->sei_symbols.v[4].symbol, "C01G");
    np_facts_free(facts);
    done(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_meet_what_a_later_dump_brings),
        cmocka_unit_test(unmatched_rows_come_back_with_their_place),
        cmocka_unit_test(withdrawn_list_leaves_only_its_row_in_the_ledger),
        cmocka_unit_test(check_finds_rows_that_are_not_accounted_for),
        cmocka_unit_test(facts_carry_lists_about_patents),
        cmocka_unit_test(last_list_says_the_income_of_a_year),
        cmocka_unit_test(pieces_of_an_industry_rule_meet_by_its_number),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
