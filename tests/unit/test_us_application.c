/* USPTO applications v4.x: the samples field by field, broken ones, and the shared real documents. */
#include "docdb_read.h"

#include <dirent.h>
#include <stdio.h>

#define SAMPLES "tests/samples/us-patent-application/"
#define REAL "../shared/real/uspto-application/"

static void applicants_of_v40_are_inventors_and_no_agent_is_one(void **state)
{
    struct reading *r = read_file(SAMPLES "application-v40.xml");

    (void)state;
    assert_says(r, 0, "\"applicants\":[{\"name\":\"Beispiel, Berta\",\"role\":\"applicant-inventor\","
                      "\"country\":\"CH\"");
    assert_says(r, 0, "\"inventors\":[{\"name\":\"Beispiel, Berta\",\"country\":\"CH\"},"
                      "{\"name\":\"Sample, John Q., III\",\"country\":\"US\"}]");
    assert_int_equal(record_at(r, 0)->applicants.n, 2);
    forget(r);
}

static void publication_numbers_are_year_and_six_digits(void **state)
{
    struct reading *r = read_file(SAMPLES "application-v40.xml");

    (void)state;
    assert_says(r, 0, "\"id\":\"US2005999001A1\"");
    assert_says(r, 0, "\"application\":{\"office\":\"US\",\"number\":\"10999801\"");
    forget(r);
}

static void nine_columns_of_uspc_lose_their_zeros(void **state)
{
    struct reading *r = read_file(SAMPLES "application-v40.xml");

    (void)state;
    assert_says(r, 0, "\"ipc\":[\"C01B31/02\",\"A61B5/00\"]");
    assert_says(r, 0, "\"uspc\":[\"423/445.1\",\"2/227\",\"128/905\"]");
    forget(r);
}

static void parents_leave_out_publications_and_granted_numbers(void **state)
{
    struct reading *r = read_file(SAMPLES "application-v40.xml");

    (void)state;
    assert_says(r, 0, "\"parents\":[{\"relation\":\"continuation\",\"office\":\"CH\",\"number\":"
                      "\"PCTCH0200999\",\"date\":\"2002-10-21\"},{\"relation\":\"division\","
                      "\"office\":\"US\",\"number\":\"10098999\",\"date\":\"2002-03-14\"},"
                      "{\"relation\":\"provisional\",\"office\":\"US\",\"number\":\"60199999\","
                      "\"date\":\"2001-03-15\"}]");
    forget(r);
}

static void numbers_of_claims_in_bold_stay_in_the_text(void **state)
{
    struct reading *r = read_file(SAMPLES "application-v40.xml");

    (void)state;
    assert_says(r, 0, "{\"num\":1,\"text\":\"1. A tube, comprising: (a) a wall of C60; and (b) a "
                      "filling.\",\"depends\":[]}");
    assert_says(r, 0, "\"text\":\"3. A bench with a tube as set forth in claims 1 or 2.\","
                      "\"depends\":[1,2]}");
    forget(r);
}

static void stage_and_type_follow_kind_and_filing_type(void **state)
{
    struct reading *r = read_file(SAMPLES "weekly-v43-v46.xml");

    (void)state;
    assert_int_equal(r->records, 3);
    assert_says(r, 0, "\"kind\":\"P1\",\"date\":\"2013-01-17\",\"type\":\"plant\","
                      "\"stage\":\"application\"");
    assert_says(r, 1, "\"type\":\"invention\",\"stage\":\"application\"");
    assert_says(r, 2, "\"kind\":\"A9\",\"date\":\"2021-09-02\",\"type\":\"invention\","
                      "\"stage\":\"correction\"");
    forget(r);
}

static void grouped_cancelled_claims_are_one_without_number(void **state)
{
    struct reading *r = read_file(SAMPLES "weekly-v43-v46.xml");

    (void)state;
    assert_says(r, 1, "{\"num\":null,\"text\":\"1.-18. (Cancelled)\",\"depends\":[]},{\"num\":19,");
    assert_says(r, 1, "\"claim_count\":3");
    forget(r);
}

static void national_stage_of_a_pct_application_is_told_by_pct(void **state)
{
    struct reading *r = read_file(SAMPLES "weekly-v43-v46.xml");

    (void)state;
    assert_says(r, 1, "\"pct\":{\"application\":\"WO2018JP15999\",\"publication\":\"WO2019198999\"}");
    forget(r);
}

static void a_company_in_two_lists_is_one_assignee(void **state)
{
    struct reading *r = read_file(SAMPLES "weekly-v43-v46.xml");

    (void)state;
    assert_says(r, 1, "\"applicants\":[{\"name\":\"Heaters of Nowhere, Inc.\",\"role\":\"assignee\","
                      "\"country\":\"US\",\"region\":\"FL\"");
    assert_int_equal(record_at(r, 1)->applicants.n, 1);
    assert_says(r, 1, "{\"name\":\"LI, Si\",\"country\":null}");
    forget(r);
}

static void an_application_speaks_of_no_citations(void **state)
{
    struct reading *r = read_file(SAMPLES "weekly-v43-v46.xml");

    (void)state;
    assert_int_equal(record_at(r, 0)->parts, NP_PART_BIBLIO | NP_PART_TEXT | NP_PART_CLAIMS);
    forget(r);
}

static void broken_applications_are_rejected_with_the_reason(void **state)
{
    struct reading *cut = read_file(SAMPLES "broken-cut.xml");
    struct reading *entity = read_file(SAMPLES "broken-entity.xml");
    struct reading *number = read_file(SAMPLES "broken-number.xml");

    (void)state;
    assert_lost(cut, 0, NP_FAIL, "the member ends inside a document");
    assert_lost(entity, 0, NP_SKIP, "parameter entity");
    assert_lost(number, 0, NP_SKIP, "no publication number");
    forget(cut);
    forget(entity);
    forget(number);
}

/* ---- real documents ---- */

static void check_real(const struct np_record *record)
{
    assert_true(np_slice_is(record->office, "US") && record->number.n == 10);
    assert_true(record->date && record->stated == record->date && record->application.date);
    assert_int_equal(record->type, NP_INVENTION);
    assert_int_equal(record->stage, NP_APPLICATION);
    assert_true(record->title.n && record->abstract.n && record->ipc.n);
    assert_true(record->inventors.n && record->applicants.n);
    assert_int_equal(record->claims.n > 0, record->claim_count > 0);
    assert_int_equal(record->unknown_entities, 0);
}

static int check_folder(const char *folder)
{
    DIR *dir = opendir(folder);
    struct dirent *entry;
    int records = 0;

    while (dir && (entry = readdir(dir)) != NULL) {
        char path[512];
        struct reading *r;

        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s%s", folder, entry->d_name);
        r = read_file(path);
        for (size_t i = 0; i < r->n; i++, records++)
            check_real(record_at(r, i));
        forget(r);
    }
    if (dir)
        closedir(dir);
    return records;
}

static void all_shared_applications_are_read(void **state)
{
    int records = check_folder(REAL "single/");

    (void)state;
    if (!records) {
        print_message("%s is absent\n", REAL);
        skip();
    }
    assert_int_equal(records, 11);
    assert_int_equal(check_folder(REAL "weekly-excerpt/"), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(applicants_of_v40_are_inventors_and_no_agent_is_one),
        cmocka_unit_test(publication_numbers_are_year_and_six_digits),
        cmocka_unit_test(nine_columns_of_uspc_lose_their_zeros),
        cmocka_unit_test(parents_leave_out_publications_and_granted_numbers),
        cmocka_unit_test(numbers_of_claims_in_bold_stay_in_the_text),
        cmocka_unit_test(stage_and_type_follow_kind_and_filing_type),
        cmocka_unit_test(grouped_cancelled_claims_are_one_without_number),
        cmocka_unit_test(national_stage_of_a_pct_application_is_told_by_pct),
        cmocka_unit_test(a_company_in_two_lists_is_one_assignee),
        cmocka_unit_test(an_application_speaks_of_no_citations),
        cmocka_unit_test(broken_applications_are_rejected_with_the_reason),
        cmocka_unit_test(all_shared_applications_are_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
