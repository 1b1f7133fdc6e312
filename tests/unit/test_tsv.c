/* test_tsv.c -- small tables and their faults. */
#include "unit.h"

#include <nanopat/tsv.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char folder[] = "/tmp/nanopat-tsv-XXXXXX";
static const char *const columns[] = { "office", "gni", NULL };

static void write_file(const char *text)
{
    char path[128];
    FILE *f;

    snprintf(path, sizeof path, "%s/t.tsv", folder);
    f = fopen(path, "wb");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

static void reads_rows_and_skips_comments(void **state)
{
    struct np_slice cells[2];
    struct np_tsv *t;

    (void)state;
    write_file("# GNI\noffice\tgni\n\nUS\t1.0\r\n#x\nCN\t 0.64 ");
    assert_int_equal(np_tsv_open(folder, "t.tsv", columns, &t, NULL), NP_OK);
    assert_int_equal(np_tsv_next(t, cells, NULL), NP_OK);
    assert_slice(cells[0], "US");
    assert_slice(cells[1], "1.0");
    assert_int_equal(np_tsv_next(t, cells, NULL), NP_OK);
    assert_slice(cells[1], "0.64");
    assert_int_equal(np_tsv_next(t, cells, NULL), NP_END);
    np_tsv_close(t);
}

static void names_line_of_a_broken_row(void **state)
{
    struct np_slice cells[2];
    struct np_err err;
    struct np_tsv *t;

    (void)state;
    write_file("office\tgni\n# a\nUS\n");
    assert_int_equal(np_tsv_open(folder, "t.tsv", columns, &t, &err), NP_OK);
    assert_int_equal(np_tsv_next(t, cells, &err), NP_STOP);
    assert_string_equal(err.what, "t.tsv:3: 1 cells, expected 2");
    np_tsv_close(t);
}

static void names_line_of_a_row_given_before(void **state)
{
    struct np_slice cells[2];
    struct np_err err;
    struct np_tsv *t;
    int first;

    (void)state;
    write_file("office\tgni\nUS\t1\nCN\t2\n");
    assert_int_equal(np_tsv_open(folder, "t.tsv", columns, &t, &err), NP_OK);
    assert_int_equal(np_tsv_next(t, cells, &err), NP_OK);
    first = np_tsv_line(t);
    assert_int_equal(np_tsv_next(t, cells, &err), NP_OK);
    assert_int_equal(np_tsv_fail_at(t, first, &err, "%s too small", "US"), NP_STOP);
    assert_string_equal(err.what, "t.tsv:2: US too small");
    assert_int_equal(np_tsv_line(NULL), 0);
    np_tsv_close(t);
}

static void refuses_another_header(void **state)
{
    struct np_err err;
    struct np_tsv *t;

    (void)state;
    write_file("office\tincome\nUS\t1\n");
    assert_int_equal(np_tsv_open(folder, "t.tsv", columns, &t, &err), NP_STOP);
    assert_string_equal(err.what, "t.tsv:1: column 2 is 'income', expected 'gni'");
    assert_null(t);
    assert_int_equal(np_tsv_open(folder, "absent.tsv", columns, &t, &err), NP_STOP);
}

static void numbers_are_decimal_only(void **state)
{
    double x;
    int i;

    (void)state;
    assert_true(np_slice_real(NP_S("0.15"), &x) && x == 0.15);
    assert_true(np_slice_real(NP_S("-3"), &x) && x == -3);
    assert_false(np_slice_real(NP_S(""), &x));
    assert_false(np_slice_real(NP_S("1e3"), &x));
    assert_false(np_slice_real(NP_S("1,5"), &x));
    assert_false(np_slice_real(NP_S("nan"), &x));
    assert_true(np_slice_int(NP_S("30"), &i) && i == 30);
    assert_false(np_slice_int(NP_S("3.0"), &i));
    assert_false(np_slice_int(NP_S("99999999999"), &i));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_rows_and_skips_comments),
        cmocka_unit_test(names_line_of_a_broken_row),
        cmocka_unit_test(names_line_of_a_row_given_before),
        cmocka_unit_test(refuses_another_header),
        cmocka_unit_test(numbers_are_decimal_only),
    };

    if (!mkdtemp(folder))
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
