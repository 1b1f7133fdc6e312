/* MAREC documents: the samples field by field, and the shared real ones. */
#include "docdb_read.h"

#include <dirent.h>
#include <stdio.h>

#define SAMPLES "tests/samples/patent-document/"

static void start_tag_tells_the_three_dialects_apart(void **state)
{
    static const char *const files[] = { SAMPLES "wo_pages.xml", "tests/samples/wo-ocr/spanish.xml",
                                         "tests/samples/wo-st36/st36.xml" };
    static const char *const names[] = { "patent-document", "wo-ocr", "wo-st36" };

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        struct reading *r = read_file(files[i]);

        assert_slice(record_at(r, 0)->dialect, names[i]);
        forget(r);
    }
}

static void normalised_priorities_stand_for_all(void **state)
{
    struct reading *r = read_file(SAMPLES "ep_grant.xml");

    (void)state;
    assert_says(r, 0,
                "\"priorities\":[{\"office\":\"IT\",\"number\":\"MI20000999\",\"date\":"
                "\"2000-01-20\"},{\"office\":\"EP\",\"number\":\"1999001\",\"date\":"
                "\"2001-01-05\"}]");
    assert_says(r, 0, "\"application\":{\"office\":\"EP\",\"number\":\"01999093\"");
    forget(r);
}

static void proprietors_replace_the_applicants_of_an_ep_grant(void **state)
{
    struct reading *r = read_file(SAMPLES "ep_grant.xml");

    (void)state;
    assert_says(r, 0,
                "\"applicants\":[{\"name\":\"BEISPIEL & Figli S.p.A.\",\"role\":"
                "\"proprietor\",\"country\":\"IT\",\"region\":null,\"city\":"
                "\"I-20129 Milano\",\"address\":\"Via Esempio, 2\",\"postcode\":null}]");
    forget(r);
}

static void names_are_the_printed_ones_and_countries_join_by_position(void **state)
{
    struct reading *r = read_file(SAMPLES "ep_grant.xml"), *wo = read_file(SAMPLES "wo_pages.xml");

    (void)state;
    assert_says(r, 0,
                "\"inventors\":[{\"name\":\"ROSSI , ANNA\",\"country\":\"IT\"},"
                "{\"name\":\"Müller, Berta, Dr.\",\"country\":\"DE\"}]");
    assert_says(wo, 0,
                "{\"name\":\"DOE, JOHN\",\"role\":\"applicant-inventor\",\"country\":\"US\"");
    assert_says(wo, 0, "{\"name\":\"SAMPLE CO., LTD.\",\"role\":\"applicant\",\"country\":\"CN\"");
    forget(r);
    forget(wo);
}

static void us_assignee_stands_over_the_applicant_of_that_name(void **state)
{
    struct reading *r = read_file(SAMPLES "us_application.xml");

    (void)state;
    assert_says(r, 0,
                "\"applicants\":[{\"name\":\"Sample Industries, Inc.\",\"role\":\"assignee\","
                "\"country\":\"CA\",\"region\":\"ON\",\"city\":\"Bradford\"");
    assert_says(r, 0, "{\"name\":\"DOE JANE BETH\",\"role\":\"applicant-inventor\"");
    assert_says(r, 0, "\"inventors\":[{\"name\":\"Doe, Jane Beth, Jr.\",\"country\":\"US\"}]");
    assert_int_equal(record_at(r, 0)->applicants.n, 2);
    forget(r);
}

static void abstract_is_the_epos_and_its_image_is_dropped(void **state)
{
    struct reading *r = read_file(SAMPLES "ep_grant.xml");

    (void)state;
    assert_says(r, 0, "\"abstract\":{\"fr\":\"Un tube de carbone.\"}");
    assert_says(r, 0, "\"title\":{\"de\":\"Röhre\",\"en\":\"Tube\",\"fr\":\"Tube & bouchon\"}");
    forget(r);
}

static void symbols_come_once_and_ecla_is_no_cpc(void **state)
{
    struct reading *r = read_file(SAMPLES "ep_grant.xml"),
                   *us = read_file(SAMPLES "us_application.xml");

    (void)state;
    assert_says(r, 0, "\"ipc\":[\"C01B31/00\",\"C01B31/02\",\"B82B1/00\"],\"cpc\":[]");
    assert_says(us, 0, "\"uspc\":[\"119/706\",\"128/204.18\",\"47/65.5\"]");
    forget(r);
    forget(us);
}

static void citations_come_once_for_each_who_cites(void **state)
{
    struct reading *r = read_file(SAMPLES "ep_grant.xml");

    (void)state;
    assert_says(r, 0,
                "\"citations\":[{\"office\":\"US\",\"number\":\"6999442\",\"kind\":\"A\","
                "\"date\":null,\"category\":[\"X\",\"P\"],\"by\":\"examiner\",\"phase\":"
                "\"search\"},{\"office\":\"US\",\"number\":\"6999442\",\"kind\":\"A\","
                "\"date\":null,\"category\":[],\"by\":\"applicant\",\"phase\":\"filing\"},"
                "{\"office\":\"EP\",\"number\":\"0999548\",\"kind\":\"A1\",\"date\":null,"
                "\"category\":[\"A\",\"D\",\"Y\"],\"by\":\"examiner\"");
    assert_says(r, 0,
                "\"npl\":[{\"text\":\"PATENT ABSTRACTS & JP 99 999 A, 1 January 1999\","
                "\"category\":[\"A\"],\"by\":\"examiner\"},{\"text\":\"DERWENT,, 1 January "
                "1900\",\"category\":[\"A\"],\"by\":\"examiner\"}]");
    forget(r);
}

static void events_are_one_for_each_state_with_code_and_details(void **state)
{
    struct reading *r = read_file(SAMPLES "ep_grant.xml");
    const struct np_record *record = record_at(r, 0);

    (void)state;
    assert_int_equal(record->events.n, 4);
    assert_int_equal(record->events.v[0].effective, 20060323);
    assert_slice(record->events.v[1].national, "FG2A");
    assert_slice(record->events.v[1].state, "ES");
    assert_slice(record->events.v[1].text,
                 "REFERENCE TO A NATIONAL CODE; Ref Document Number: 9999403");
    assert_slice(record->events.v[2].state, "ES");
    assert_int_equal(record->events.v[2].effective, 20060419);
    assert_slice(record->events.v[3].state, "IE");
    assert_int_equal(record->events.v[3].effective, 20060719);
    forget(r);
}

static void three_sets_of_claims_and_the_count_of_the_own_one(void **state)
{
    struct reading *r = read_file(SAMPLES "ep_grant.xml");

    (void)state;
    assert_says(r, 0, "\"de\":[{\"num\":1,\"text\":\"Röhre mit einer Wand.\",\"depends\":[]}");
    assert_says(r, 0,
                "\"fr\":[{\"num\":1,\"text\":\"Tube à paroi.\",\"depends\":[]},{\"num\":2,"
                "\"text\":\"Tube selon la revendication 1.\",\"depends\":[1]}]},"
                "\"claim_count\":2");
    assert_says(r, 0, "\"designated\":[\"DE\",\"FR\",\"IT\"]");
    forget(r);
}

static void us_claim_references_and_cancelled_claims(void **state)
{
    struct reading *r = read_file(SAMPLES "us_application.xml");

    (void)state;
    assert_says(r, 0,
                "{\"num\":2,\"text\":\"2. The combination of claim 1 in red.\",\"depends\":[1]}"
                ",{\"num\":null,\"text\":\"3-4. (canceled)\",\"depends\":[]},{\"num\":5,"
                "\"text\":\"5. The combination of any of claims 1 to 2.\",\"depends\":[1,2]}"
                "]},\"claim_count\":3");
    forget(r);
}

static void parents_and_international_application(void **state)
{
    struct reading *r = read_file(SAMPLES "us_application.xml");

    (void)state;
    assert_says(r, 0, "\"pct\":{\"application\":\"WO2001JP99575\",\"publication\":null}");
    assert_says(r, 0,
                "\"parents\":[{\"relation\":\"division\",\"office\":\"US\",\"number\":"
                "\"00742998\",\"date\":\"1998-01-21\"}]");
    forget(r);
}

static void wo_claims_are_cut_and_the_statement_is_none(void **state)
{
    struct reading *r = read_file(SAMPLES "wo_pages.xml");

    (void)state;
    assert_says(r, 0,
                "{\"en\":[{\"num\":1,\"text\":\"1. A pump (1) with: (2) a valve; and 3. parts "
                "of oil in 1.5 litres.\",\"depends\":[]},{\"num\":2,\"text\":\"2. The pump of "
                "claim 1, made of H2O and of two or 3. of the tubes.\",\"depends\":[1]},"
                "{\"num\":3,\"text\":\"3. The pump of Claim 2, wherein the oil is hot.\"");
    assert_says(r, 0,
                "\"text\":\"6. A house with the pump of claims 1 to 3.\",\"depends\":[1,2,3]}"
                "]},\"claim_count\":6");
    assert_says(r, 0, "\"lang\":null");
    assert_int_equal(record_at(r, 0)->notes.n, 0);
    forget(r);
}

static void a_missing_claim_number_is_noted(void **state)
{
    struct reading *r = read_file(SAMPLES "wo_epoque.xml");

    (void)state;
    assert_int_equal(record_at(r, 0)->notes.n, 1);
    assert_slice(record_at(r, 0)->notes.v[0].code, "NP-NOT-004");
    assert_says(r, 0,
                "{\"num\":3,\"text\":\"Claim 3 The process of Claim 1 or 2.\",\"depends\":"
                "[1,2]},{\"num\":5");
    forget(r);
}

static void broken_documents_give_no_record(void **state)
{
    static const char *const files[] = { SAMPLES "broken_cut.xml", SAMPLES "broken_entity.xml",
                                         SAMPLES "broken_number.xml" };

    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct reading *r = read_file(files[i]);

        assert_int_equal(r->records, 0);
        forget(r);
    }
}

/* ---- real documents ---- */

static const char *const folders[] = { "../shared/real/wipo/patent-document",
                                       "../shared/real/ep-fulltext/patent-document",
                                       "../shared/real/uspto-application/patent-document" };

/* Ascending; one by one in documents of which the claims were cut. 0: cancelled ones. */
static void check_claims(const struct np_record *record)
{
    bool by_one = np_slice_is(record->office, "WO");

    if (!record->claims.n)
        fail_msg("%.*s has no claims", NP_ARG(record->number));
    for (size_t i = 0; i < record->claims.n; i++) {
        int last = 0;

        for (size_t k = 0; k < record->claims.v[i].claims.n; k++) {
            int num = record->claims.v[i].claims.v[k].num;

            if (num && (num <= last || (by_one && num != last + 1)))
                fail_msg("%.*s: claim %d behind %d", NP_ARG(record->number), num, last);
            last = num ? num : last;
        }
    }
}

static void check_record(const struct np_record *record)
{
    assert_true(record->application.number.n > 0);
    assert_true(record->title.n > 0 && record->abstract.n > 0 && record->ipc.n > 0);
    assert_true(record->applicants.n > 0);
    assert_true(record->claim_count > 0);
    assert_int_equal(record->notes.n, 0);
    check_claims(record);
}

static void real_documents_are_read_whole(void **state)
{
    int files = 0;

    (void)state;
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        DIR *folder = opendir(folders[i]);
        struct dirent *entry;

        while (folder && (entry = readdir(folder)) != NULL) {
            char path[512];
            struct reading *r;

            if (entry->d_name[0] == '.')
                continue;
            snprintf(path, sizeof path, "%s/%s", folders[i], entry->d_name);
            r = read_file(path);
            check_record(record_at(r, 0));
            forget(r);
            files++;
        }
        if (folder)
            closedir(folder);
    }
    if (!files)
        skip();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(start_tag_tells_the_three_dialects_apart),
        cmocka_unit_test(normalised_priorities_stand_for_all),
        cmocka_unit_test(proprietors_replace_the_applicants_of_an_ep_grant),
        cmocka_unit_test(names_are_the_printed_ones_and_countries_join_by_position),
        cmocka_unit_test(us_assignee_stands_over_the_applicant_of_that_name),
        cmocka_unit_test(abstract_is_the_epos_and_its_image_is_dropped),
        cmocka_unit_test(symbols_come_once_and_ecla_is_no_cpc),
        cmocka_unit_test(citations_come_once_for_each_who_cites),
        cmocka_unit_test(events_are_one_for_each_state_with_code_and_details),
        cmocka_unit_test(three_sets_of_claims_and_the_count_of_the_own_one),
        cmocka_unit_test(us_claim_references_and_cancelled_claims),
        cmocka_unit_test(parents_and_international_application),
        cmocka_unit_test(wo_claims_are_cut_and_the_statement_is_none),
        cmocka_unit_test(a_missing_claim_number_is_noted),
        cmocka_unit_test(broken_documents_give_no_record),
        cmocka_unit_test(real_documents_are_read_whole),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
