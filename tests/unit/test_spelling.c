#include "unit.h"

#include <nanopat/spelling.h>
#include <nanopat/tsv.h>

static const char *const columns[] = { "what", "id", "typed", NULL };

/* The form that is tried first. */
static struct np_slice first_of(struct np_arena *arena, const struct np_spelling *s,
                                struct np_slice what)
{
    const struct np_docref *doc = NULL;

    if (np_slice_is(what, "pct"))
        return s->pct;
    if (np_slice_is(what, "publication"))
        doc = s->publications.n ? &s->publications.v[0] : NULL;
    else
        doc = s->applications.n ? &s->applications.v[0] : NULL;
    return doc ? np_publication_id(arena, doc->office, doc->number, doc->kind) : NP_EMPTY;
}

static void every_spelling_means_its_id(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_tsv *tsv;
    struct np_slice cell[3];
    struct np_err err;
    int rows = 0, wrong = 0;

    (void)state;
    assert_int_equal(np_tsv_open("tests/samples/numbers", "spellings.tsv", columns, &tsv, &err),
                     NP_OK);
    while (np_tsv_next(tsv, cell, &err) == NP_OK) {
        struct np_spelling s;
        struct np_slice got;

        np_spelling_read(arena, cell[2], &s);
        got = first_of(arena, &s, cell[0]);
        rows++;
        if (np_slice_eq(got, cell[1]))
            continue;
        wrong++;
        print_error("%.*s '%.*s' gives '%.*s', not '%.*s'\n", NP_ARG(cell[0]), NP_ARG(cell[2]),
                    NP_ARG(got), NP_ARG(cell[1]));
    }
    np_tsv_close(tsv);
    np_arena_free(arena);
    assert_int_equal(wrong, 0);
    assert_true(rows >= 500);
}

static void a_check_digit_is_computed_not_believed(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_spelling s;

    (void)state;
    assert_true(np_spelling_read(arena, NP_S("ZL201010298420.4"), &s));
    assert_int_equal(s.check, '4');
    assert_int_equal(s.check_right, '4');
    assert_true(np_spelling_read(arena, NP_S("ZL201010298420.5"), &s));
    assert_int_equal(s.check, '5');
    assert_int_equal(s.check_right, '4');
    assert_slice(s.applications.v[0].number, "201010298420");
    assert_true(np_spelling_read(arena, NP_S("201010298420"), &s));
    assert_int_equal(s.check, 0);
    np_arena_free(arena);
}

/* DOCDB and EPODOC write US applications with their year, which the typed number does not say. */
static void us_applications_are_sought_in_every_year_of_their_series(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_spelling s;
    int docdb = 0, epodoc = 0;

    (void)state;
    assert_true(np_spelling_read(arena, NP_S("US 15/123,456"), &s));
    for (size_t i = 0; i < s.applications.n; i++) {
        docdb += np_slice_is(s.applications.v[i].number, "12345616") &&
                 s.applications.v[i].date == 20160000;
        epodoc += np_slice_is(s.applications.v[i].number, "201615123456");
    }
    assert_int_equal(docdb, 1);
    assert_int_equal(epodoc, 1);
    assert_int_equal(s.publications.n, 0);
    np_arena_free(arena);
}

static void text_that_is_no_number_is_refused(void **state)
{
    static const char *const texts[] = { "", " ", "graphene", "石墨烯", "苏州纳米科技有限公司", "CN",
                                         "US-", "ZL", "PCT/", "...", "\xff\xfe", "No." };
    struct np_arena *arena = np_arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct np_spelling s;

        if (np_spelling_read(arena, np_slice_of(texts[i]), &s))
            fail_msg("'%s' was taken for a number", texts[i]);
    }
    np_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_spelling_means_its_id),
        cmocka_unit_test(a_check_digit_is_computed_not_believed),
        cmocka_unit_test(us_applications_are_sought_in_every_year_of_their_series),
        cmocka_unit_test(text_that_is_no_number_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
