/* Results: what is not set stays null, texts are the result's own. */
#include <nanopat/result.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const struct np_column columns[] = {
    { "name", NP_CELL_TEXT, "", "Name", "名称", "" },
    { "score", NP_CELL_REAL, "0..100", "Score", "分数", "" },
    { "day", NP_CELL_DATE, "", "Day", "日期", "" },
    { NULL, 0, NULL, NULL, NULL, NULL },
};

static void unknown_values_stay_null(void **state)
{
    struct np_result *result = np_result_new("r", columns);
    struct np_cell *row = np_result_row(result);

    (void)state;
    assert_int_equal(result->ncolumns, 3);
    np_cell_real(&row[1], NAN);
    np_cell_date(&row[2], 0);
    assert_false(row[0].set || row[1].set || row[2].set);
    np_cell_real(&row[1], 0);
    np_cell_date(&row[2], 20210500);
    assert_true(row[1].set && row[2].set);
    assert_int_equal(row[2].i, 20210500);
    np_result_free(result);
}

static void rows_and_texts_outlive_what_they_were_made_of(void **state)
{
    struct np_result *result = np_result_new("r", columns);
    struct np_cell *first = np_result_row(result);
    char text[] = "nano";

    (void)state;
    np_cell_text(result, &first[0], np_slice_of(text));
    np_result_note(result, "as_of", np_slice_of(text));
    text[0] = 'X';
    for (int i = 0; i < 1000; i++)
        np_result_row(result);
    assert_ptr_equal(result->rows.v[0], first);
    assert_true(np_slice_is(first[0].text, "nano"));
    assert_true(np_slice_is(result->notes.v[0].value, "nano"));
    assert_int_equal(np_result_column(result, "day"), 2);
    assert_int_equal(np_result_column(result, "none"), -1);
    np_result_free(result);
}

int main(void)
{
    const struct CMUnitTest all[] = {
        cmocka_unit_test(unknown_values_stay_null),
        cmocka_unit_test(rows_and_texts_outlive_what_they_were_made_of),
    };

    return cmocka_run_group_tests(all, NULL, NULL);
}
