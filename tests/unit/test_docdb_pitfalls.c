/* test_docdb_pitfalls.c -- what the format notes warn of (formats/docdb.md, sections 2 to 6). */
#include "docdb_read.h"

#define SAMPLE "tests/samples/exchange-documents/pitfalls.xml"

static void numbers_are_strings_with_letters(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLE);
    assert_says(r, 0, "{\"id\":\"JPS99111711A\",\"office\":\"JP\",\"number\":\"S99111711\"");
    assert_says(r, 0, "{\"office\":\"AT\",\"number\":\"A997779\",\"date\":\"1977-03-01\"}]");
    assert_int_equal(record_at(r, 0)->priorities.n, 2);
    forget(r);
}

static void edition_and_blanks_are_no_part_of_a_symbol(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLE);
    assert_says(r, 0, "\"ipc\":[\"A61K9/51\",\"H01B1/02\"]");
    assert_says(r, 2, "\"ipc\":[\"C01B32/182\",\"B82Y30/00\",\"B22F9/24\"],"
                      "\"cpc\":[\"B82Y30/00\"]");
    forget(r);
}

static void references_and_entities_become_letters(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLE);
    assert_says(r, 0, "\"title\":{\"en\":\"Carbon Śś – film\"}");
    forget(r);
}

static void availability_without_grant_is_no_grant(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLE);
    assert_int_equal(record_at(r, 1)->stage, NP_APPLICATION);
    assert_int_equal(record_at(r, 3)->stage, NP_GRANT); /* not-printed-with-grant */
    forget(r);
}

static void abstract_of_another_member_is_not_taken(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLE);
    assert_int_equal(record_at(r, 1)->abstract.n, 0);
    assert_slice(record_at(r, 1)->lang, "de"); /* XX is no language */
    forget(r);
}

static void international_application_is_of_its_receiving_office(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLE);
    assert_says(r, 2, "\"application\":{\"office\":\"IL\",\"number\":\"2089050854\","
                      "\"date\":null},\"pct\":{\"application\":null,\"publication\":null}");
    forget(r);
}

static void parties_are_in_the_order_of_their_numbers(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLE);
    assert_int_equal(record_at(r, 2)->applicants.n, 3);
    assert_slice(record_at(r, 2)->applicants.v[0].name, "FIRST LTD");
    assert_slice(record_at(r, 2)->applicants.v[1].name, "SECOND LTD");
    assert_slice(record_at(r, 2)->applicants.v[2].name, "TENTH LTD");
    forget(r);
}

static void categories_stand_inside_and_outside_of_passages(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLE);
    assert_says(r, 2, "\"number\":\"9123456\",\"kind\":\"A\",\"date\":\"1992-06-16\","
                      "\"category\":[\"X\",\"Y\"],\"by\":\"examiner\","
                      "\"phase\":\"international_search\"");
    assert_says(r, 2, "\"number\":\"1999123\",\"kind\":\"A1\",\"date\":null,"
                      "\"category\":[\"A\",\"I\",\"P\"]");
    forget(r);
}

static void who_cites_is_told_by_the_phase(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLE);
    assert_says(r, 2, "\"number\":\"101999888\",\"kind\":\"B\",\"date\":null,\"category\":[],"
                      "\"by\":\"third_party\",\"phase\":null");
    assert_says(r, 2, "\"npl\":[{\"text\":\"NOBODY: \\\"Films\\\", 2088\",\"category\":[],"
                      "\"by\":\"opponent\"}]");
    forget(r);
}

static void korean_titles_keep_their_blanks(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLE);
    assert_slice(record_at(r, 3)->title.v[0].text, "나노 입자");
    forget(r);
}

static void a_wrong_number_of_documents_stops_nothing(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLE);
    assert_int_equal(r->records, 4); /* the file says 99 */
    forget(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_strings_with_letters),
        cmocka_unit_test(edition_and_blanks_are_no_part_of_a_symbol),
        cmocka_unit_test(references_and_entities_become_letters),
        cmocka_unit_test(availability_without_grant_is_no_grant),
        cmocka_unit_test(abstract_of_another_member_is_not_taken),
        cmocka_unit_test(international_application_is_of_its_receiving_office),
        cmocka_unit_test(parties_are_in_the_order_of_their_numbers),
        cmocka_unit_test(categories_stand_inside_and_outside_of_passages),
        cmocka_unit_test(who_cites_is_told_by_the_phase),
        cmocka_unit_test(korean_titles_keep_their_blanks),
        cmocka_unit_test(a_wrong_number_of_documents_stops_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
