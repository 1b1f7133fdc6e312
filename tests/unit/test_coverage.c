/* test_coverage.c -- which fields count as filled, and when a field has dropped. */
#include <nanopat/coverage.h>
#include <nanopat/parse.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static bool is(const struct np_record *record, const char *field)
{
    struct np_filled filled;

    assert_true(np_filled_find(field) < np_filled_count());
    np_filled_of(record, &filled);
    return np_is_filled(&filled, np_filled_find(field));
}

static void fields_are_the_keys_that_can_be_empty(void **state)
{
    static const char *const fields[] = { "office", "application.date", "pct.publication", "title",
                                          "claims", "claims.depends", "claim_count",
                                          "applicants.country", "ipc", "citations.category",
                                          "citations.phase", "npl.by", "events.state",
                                          "designated" };
    static const char *const others[] = { "id", "type", "dialect", "source.file", "application",
                                          "applicants.role", "title.lang" };

    (void)state;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        assert_true(np_filled_find(fields[i]) < np_filled_count());
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_int_equal(np_filled_find(others[i]), np_filled_count());
    assert_true(np_filled_count() < NP_FILLED_MOST);
    assert_int_equal(np_filled_parent(np_filled_find("applicants.city")),
                     np_filled_find("applicants"));
    assert_int_equal(np_filled_parent(np_filled_find("pct.publication")),
                     np_filled_find("pct.publication"));
}

static void a_key_in_a_list_is_filled_if_one_item_fills_it(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_record *record = np_record_new(arena);
    struct np_claims *claims;

    (void)state;
    for (size_t i = 0; i < np_filled_count(); i++)
        assert_false(is(record, np_filled_name(i)));
    *np_list_add(arena, &record->applicants) = (struct np_party){ .name = NP_S("A") };
    *np_list_add(arena, &record->applicants) = (struct np_party){ .country = NP_S("CN") };
    claims = np_list_add(arena, &record->claims);
    *np_list_add(arena, &claims->claims) = (struct np_claim){ .num = 1, .text = NP_S("1. A.") };
    *np_list_add(arena, &record->citations) = (struct np_citation){ .by = NP_BY_EXAMINER };
    record->application.date = 20200101;
    assert_true(is(record, "applicants.country") && is(record, "applicants.name"));
    assert_false(is(record, "applicants.city"));
    assert_true(is(record, "claims") && is(record, "claims.num") && is(record, "claims.text"));
    assert_false(is(record, "claims.depends"));
    assert_true(is(record, "citations.by") && is(record, "application.date"));
    assert_false(is(record, "citations.phase") || is(record, "application.number"));
    np_arena_free(arena);
}

/* ---- drops ---- */

static void count_drop(void *ctx, const struct np_drop *drop)
{
    (void)drop;
    ++*(int *)ctx;
}

static int drops(int64_t k, int64_t n, int64_t usual_k, int64_t usual_n)
{
    struct np_coverage here = { .documents = n }, usual = { .documents = usual_n };
    size_t field = np_filled_find("abstract");
    int count = 0;

    here.filled[field] = k;
    usual.filled[field] = usual_k;
    np_coverage_judge(&here, &usual, count_drop, &count);
    return count;
}

static void a_drop_is_far_below_and_no_accident(void **state)
{
    (void)state;
    assert_int_equal(drops(0, 9, 100, 100), 0);   /* too few documents */
    assert_int_equal(drops(0, 10, 100, 100), 1);
    assert_int_equal(drops(4, 10, 100, 100), 1);
    assert_int_equal(drops(5, 10, 100, 100), 0);  /* half is not far below */
    assert_int_equal(drops(0, 10, 50, 100), 1);
    assert_int_equal(drops(0, 10, 49, 100), 0);   /* not usually filled */
    assert_int_equal(drops(2, 10, 50, 100), 0);   /* may be chance */
    assert_int_equal(drops(20, 100, 50, 100), 1);
    assert_int_equal(drops(0, 100, 0, 0), 0);     /* nothing is usual */
    assert_int_equal(drops(100000, 1000000, 99, 100), 1);
}

static void what_lies_within_a_dropped_list_is_not_told(void **state)
{
    struct np_coverage here = { .documents = 50 }, usual = { .documents = 100 };
    int count = 0;

    (void)state;
    usual.filled[np_filled_find("applicants")] = 100;
    usual.filled[np_filled_find("applicants.name")] = 100;
    usual.filled[np_filled_find("applicants.city")] = 100;
    np_coverage_judge(&here, &usual, count_drop, &count);
    assert_int_equal(count, 1);
    here.filled[np_filled_find("applicants")] = 50;
    here.filled[np_filled_find("applicants.name")] = 50;
    count = 0;
    np_coverage_judge(&here, &usual, count_drop, &count);
    assert_int_equal(count, 1);
}

static void expect_element(void *ctx, const struct np_drop *drop)
{
    assert_non_null(drop->unread);
    assert_true(np_slice_is(drop->unread->path, ctx));
}

static void the_element_named_alike_is_told(void **state)
{
    char wanted[] = "body/Abstract-Text";
    struct np_arena *arena = np_arena_new();
    struct np_coverage here = { .documents = 50 }, usual = { .documents = 100 };

    (void)state;
    usual.filled[np_filled_find("abstract")] = 100;
    *np_list_add(arena, &here.unread) = (struct np_unread){ NP_S("description"), 50 };
    *np_list_add(arena, &here.unread) = (struct np_unread){ NP_S("abstract-old"), 2 };
    *np_list_add(arena, &here.unread) = (struct np_unread){ NP_S("abstract/box"), 50 };
    *np_list_add(arena, &here.unread) = (struct np_unread){ NP_S("body/Abstract-Text"), 49 };
    np_coverage_judge(&here, &usual, expect_element, wanted);
    np_arena_free(arena);
}

/* ---- the table of what is usual ---- */

static bool is_dialect(const char *name)
{
    for (size_t i = 0; np_dialects[i]; i++)
        if (strcmp(np_dialects[i]->name, name) == 0)
            return true;
    return false;
}

static void usual_shares_name_dialects_and_fields(void **state)
{
    (void)state;
    for (const struct np_usual *u = np_usuals; u->dialect; u++) {
        char field[64];
        int share, n;

        assert_true(is_dialect(u->dialect));
        assert_true(u->documents == 0 || u->documents >= 20);
        for (const char *p = u->shares; sscanf(p, "%63s %d %n", field, &share, &n) == 2; p += n) {
            if (np_filled_find(field) == np_filled_count())
                fail_msg("%s: no field '%s'", u->dialect, field);
            assert_in_range(share, 50, 100);
        }
    }
}

static void what_is_not_in_the_table_is_not_usual(void **state)
{
    struct np_coverage usual = { .dialect = "us-patent-grant", .office = NP_S("US"),
                                 .type = NP_INVENTION, .stage = NP_GRANT };

    (void)state;
    np_usual_of(&usual);
    assert_true(usual.documents > 0);
    assert_true(usual.filled[np_filled_find("title")] > 90);
    assert_int_equal(usual.filled[np_filled_find("events")], 0);
    usual.office = NP_S("XX");
    np_usual_of(&usual);
    assert_int_equal(usual.documents, 0);
    usual.dialect = "exchange-documents"; /* one row for all offices */
    np_usual_of(&usual);
    assert_true(usual.filled[np_filled_find("family")] > 90);
    assert_int_equal(usual.filled[np_filled_find("abstract")], 0);
}

int main(void)
{
    const struct CMUnitTest all[] = {
        cmocka_unit_test(fields_are_the_keys_that_can_be_empty),
        cmocka_unit_test(a_key_in_a_list_is_filled_if_one_item_fills_it),
        cmocka_unit_test(a_drop_is_far_below_and_no_accident),
        cmocka_unit_test(what_lies_within_a_dropped_list_is_not_told),
        cmocka_unit_test(the_element_named_alike_is_told),
        cmocka_unit_test(usual_shares_name_dialects_and_fields),
        cmocka_unit_test(what_is_not_in_the_table_is_not_usual),
    };

    return cmocka_run_group_tests(all, NULL, NULL);
}
