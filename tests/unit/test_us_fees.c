/* Maintenance fee events: by the office's documentation; there is no file of the office here. */
#include "docdb_read.h"

#define SAMPLES "tests/samples/us-fees/"

static void the_lines_of_a_patent_are_one_record_of_events(void **state)
{
    struct reading *r = read_file(SAMPLES "MaintFeeEvents_20180611.txt");

    (void)state;
    assert_int_equal(r->records, 4);
    assert_says(r, 0, "\"id\":\"US4593999\",\"office\":\"US\",\"number\":\"4593999\",\"kind\":null,"
                      "\"date\":\"1986-06-10\",\"type\":\"invention\",\"stage\":\"grant\"");
    assert_says(r, 0, "\"application\":{\"office\":\"US\",\"number\":\"06537062\","
                      "\"date\":\"1983-09-29\"}");
    assert_int_equal(record_at(r, 0)->parts, NP_PARTS_OF_EVENTS);
    assert_int_equal(record_at(r, 0)->stated, 19980616);
    forget(r);
}

static void events_have_our_words(void **state)
{
    struct reading *r = read_file(SAMPLES "MaintFeeEvents_20180611.txt");

    (void)state;
    assert_says(r, 0, "\"events\":[{\"office\":\"US\",\"code\":\"M170\",\"date\":\"1990-02-08\","
                      "\"state\":null,\"text\":\"maintenance fee of year 4 paid (PL 96-517)\"},");
    assert_says(r, 0, "{\"office\":\"US\",\"code\":\"EXP.\",\"date\":\"1998-06-16\",\"state\":null,"
                      "\"text\":\"expired: maintenance fee not paid\"}]");
    assert_says(r, 1, "\"code\":\"EXPX\",\"date\":\"2001-02-15\",\"state\":null,"
                      "\"text\":\"reinstated: the fee was paid after all\"");
    assert_says(r, 3, "\"code\":\"R3551\",\"date\":\"2018-06-11\",\"state\":null,"
                      "\"text\":\"refund: maintenance fee of year 4 paid, micro entity\"");
    forget(r);
}

static void an_unknown_code_stays_without_words_and_a_repeated_line_counts_once(void **state)
{
    struct reading *r = read_file(SAMPLES "MaintFeeEvents_20180611.txt");

    (void)state;
    assert_says(r, 1, "\"code\":\"M288\",\"date\":\"2001-01-15\",\"state\":null,\"text\":null");
    assert_int_equal(record_at(r, 1)->events.n, 4);
    forget(r);
}

static void reissues_are_numbered_in_docdb_form(void **state)
{
    struct reading *r = read_file(SAMPLES "MaintFeeEvents_20180611.txt");

    (void)state;
    assert_says(r, 2, "\"id\":\"USRE35999\"");
    assert_says(r, 2, "\"type\":\"reissue\"");
    assert_says(r, 3, "\"id\":\"US10000999\"");
    forget(r);
}

static void older_files_have_seven_columns(void **state)
{
    struct reading *r = read_file(SAMPLES "old_columns.txt");

    (void)state;
    assert_int_equal(r->records, 2);
    assert_says(r, 0, "\"id\":\"US4593999\"");
    assert_says(r, 0, "\"code\":\"EXP.\",\"date\":\"1998-06-16\"");
    assert_says(r, 1, "\"id\":\"USRE35999\"");
    assert_says(r, 1, "\"application\":{\"office\":null,\"number\":null,\"date\":null}");
    forget(r);
}

static void damaged_lines_are_told_and_left_out(void **state)
{
    struct reading *r = read_file(SAMPLES "broken.txt");
    const struct np_record *record = record_at(r, 0);

    (void)state;
    assert_int_equal(record->events.n, 1);
    assert_int_equal(record->notes.n, 3);
    assert_slice(record->notes.v[0].what, "line 2 is damaged and left out");
    assert_slice(record->notes.v[2].what, "line 4 is damaged and left out"); /* not ASCII */
    assert_says(r, 1, "\"number\":null,\"kind\":null,\"date\":null");
    assert_says(r, 1, "\"application\":{\"office\":\"US\",\"number\":\"06537062\",\"date\":null}");
    assert_lost(r, 2, NP_SKIP, "no publication number");
    forget(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_lines_of_a_patent_are_one_record_of_events),
        cmocka_unit_test(events_have_our_words),
        cmocka_unit_test(an_unknown_code_stays_without_words_and_a_repeated_line_counts_once),
        cmocka_unit_test(reissues_are_numbered_in_docdb_form),
        cmocka_unit_test(older_files_have_seven_columns),
        cmocka_unit_test(damaged_lines_are_told_and_left_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
