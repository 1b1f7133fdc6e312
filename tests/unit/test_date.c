#include "unit.h"

#include <nanopat/date.h>

static void dates_are_read_in_every_shape_of_the_offices(void **state)
{
    static const struct { const char *printed; np_date date; } rows[] = {
        { "20210504", 20210504 },   { "2021-05-04", 20210504 }, { "2021.05.04", 20210504 },
        { "2021/05/04", 20210504 }, { "2021/5/4", 20210504 },   { "2021-5-14", 20210514 },
        { "20210500", 20210500 },   { "202105", 20210500 },     { "2021-05", 20210500 },
        { "20210000", 20210000 },   { "2021", 20210000 },       { "2021-00-00", 20210000 },
        { " 20210504\n", 20210504 }, { "17900731", 17900731 },  { "20000229", 20000229 },
        { "0", 0 },                 { "00000000", 0 },          { "20230230", 0 },
        { "19000229", 0 },          { "20211301", 0 },          { "20210005", 0 },
        { "16991231", 0 },          { "22000101", 0 },          { "2021050", 0 },
        { "20215", 0 },             { "2021-05-", 0 },          { "2021-", 0 },
        { "2021-05/04", 0 },        { "202105-04", 0 },         { "2021-05-041", 0 },
        { "202105041", 0 },         { "unknown", 0 },           { "", 0 },
        { "-2021", 0 },             { "2021 05 04", 0 },        { "20210532", 0 },
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        np_date got = np_date_parse(np_slice_of(rows[i].printed));

        if (got != rows[i].date)
            fail_msg("'%s' gives %d, not %d", rows[i].printed, got, rows[i].date);
        assert_true(np_date_valid(got));
    }
}

static void printed_dates_show_what_is_known(void **state)
{
    static const struct { np_date date; const char *printed; } rows[] = {
        { 20210504, "2021-05-04" }, { 20210500, "2021-05" }, { 20210000, "2021" }, { 0, "" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct np_buf b = { 0 };

        np_date_put(&b, rows[i].date);
        assert_slice(np_buf_slice(&b), rows[i].printed);
        assert_int_equal(np_date_parse(np_buf_slice(&b)), rows[i].date);
        np_buf_release(&b);
    }
}

static void days_are_counted_from_1970(void **state)
{
    (void)state;
    assert_int_equal(np_date_days(19700101), 0);
    assert_int_equal(np_date_days(19691231), -1);
    assert_int_equal(np_date_days(20000301), 11017);
    assert_int_equal(np_date_days(20210504), 18751);
    assert_int_equal(np_date_days(20210500), np_date_days(20210501));
    assert_int_equal(np_date_days(20210000), np_date_days(20210101));
    assert_int_equal(np_date_days(17000101), -98615);
    assert_int_equal(np_date_days(0), INT32_MIN);
}

static void every_day_follows_the_day_before(void **state)
{
    int32_t before = np_date_days(16991231);

    (void)state;
    for (np_date d = 17000101; d <= 21991231; d++) {
        if (d / 100 % 100 == 0 || d % 100 == 0 || !np_date_valid(d))
            continue;
        assert_int_equal(np_date_days(d), before + 1);
        before++;
    }
}

static void added_years_and_months_keep_the_day(void **state)
{
    (void)state;
    assert_int_equal(np_date_add_years(20200229, 1), 20210228);
    assert_int_equal(np_date_add_years(20200229, 4), 20240229);
    assert_int_equal(np_date_add_years(20210504, 20), 20410504);
    assert_int_equal(np_date_add_years(20210504, -1), 20200504);
    assert_int_equal(np_date_add_months(20210131, 1), 20210228);
    assert_int_equal(np_date_add_months(20211130, 3), 20220228);
    assert_int_equal(np_date_add_months(20210115, -1), 20201215);
    assert_int_equal(np_date_add_months(20211215, 12), 20221215);
    assert_int_equal(np_date_add_months(20210504, 0), 20210504);
}

static void unknown_parts_stay_unknown_when_adding(void **state)
{
    (void)state;
    assert_int_equal(np_date_add_months(20210500, 8), 20220100);
    assert_int_equal(np_date_add_years(20210000, 3), 20240000);
    assert_int_equal(np_date_add_months(20210000, 30), 20230000);
    assert_int_equal(np_date_add_years(0, 5), 0);
    assert_int_equal(np_date_add_months(0, 5), 0);
    assert_int_equal(np_date_add_years(20210504, INT32_MAX), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_read_in_every_shape_of_the_offices),
        cmocka_unit_test(printed_dates_show_what_is_known),
        cmocka_unit_test(days_are_counted_from_1970),
        cmocka_unit_test(every_day_follows_the_day_before),
        cmocka_unit_test(added_years_and_months_keep_the_day),
        cmocka_unit_test(unknown_parts_stay_unknown_when_adding),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
