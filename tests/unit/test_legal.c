#include "docdb_read.h"

#define SAMPLES "tests/samples/legal-events/"
#define REAL "../shared/real/legal/"

static const struct np_event *event_at(const struct reading *r, size_t document, size_t at)
{
    const struct np_record *record = record_at(r, document);
    assert_true(at < record->events.n);
    return &record->events.v[at];
}

static void assert_text(struct np_slice text, const char *is)
{
    if (!np_slice_is(text, is))
        fail_msg("'%.*s' is not '%s'", NP_ARG(text), is);
}

/* ---- OPS ---- */

static void a_member_with_events_is_a_record_of_its_publication(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "ops_legal.xml");
    assert_int_equal(r->n, 3);
    assert_says(r, 0, "\"id\":\"EP2499999A1\"");
    assert_says(r, 0, "\"application\":{\"office\":\"EP\",\"number\":\"11157999\"");
    assert_says(r, 0, "\"dialect\":\"legal-events\"");
    assert_lost(r, 1, NP_PASS, "family member without events");
    assert_says(r, 2, "\"type\":\"utility_model\",\"stage\":\"grant\"");
    assert_int_equal(record_at(r, 0)->parts, NP_PARTS_OF_EVENTS);
    assert_int_equal(record_at(r, 0)->stated, 20201001);
    forget(r);
}

static void codes_lose_their_padding(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "ops_legal.xml");
    assert_text(event_at(r, 0, 0)->code, "AK");
    assert_text(event_at(r, 0, 1)->code, "REG");
    assert_text(event_at(r, 0, 1)->influence, "-"); /* of the national code */
    forget(r);
}

static void events_of_a_sibling_belong_to_it_alone(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "ops_legal.xml");
    assert_int_equal(record_at(r, 0)->events.n, 5);
    assert_int_equal(record_at(r, 2)->events.n, 1);
    assert_text(event_at(r, 2, 0)->office, "CN");
    forget(r);
}

static void a_reference_to_a_national_code_keeps_country_and_code(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "ops_legal.xml");
    const struct np_event *event = event_at(r, 0, 1);
    assert_text(event->state, "AT");
    assert_text(event->national, "MK05");
    assert_text(event->text,
                "REFERENCE TO A NATIONAL CODE; MK05 DELETION OF THE PATENT; Ref Document Number "
                "1299999; Country of Ref Document AT; Kind Code of Ref Document T; "
                "Effective DATE 20191127");
    forget(r);
}

static void dates_are_of_the_gazette_and_of_effect(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "ops_legal.xml");
    assert_int_equal(event_at(r, 0, 2)->date, 20200501);
    assert_int_equal(event_at(r, 0, 2)->effective, 20200227);
    assert_int_equal(event_at(r, 0, 3)->effective, 0); /* 00010101 */
    assert_text(event_at(r, 0, 2)->text, "LAPSED IN A CONTRACTING STATE; LAPSE BECAUSE OF "
                                         "NON-PAYMENT OF DUE FEES; SECOND LINE; "
                                         "Effective DATE 20200227");
    forget(r);
}

static void a_member_with_bibliography_has_both(void **state)
{
    (void)state;
    struct reading *r = read_file("tests/samples/ops/family.xml");
    assert_says(r, 0, "\"dialect\":\"ops\"");
    assert_int_equal(record_at(r, 0)->parts, NP_PART_BIBLIO | NP_PART_FAMILY | NP_PARTS_OF_EVENTS);
    assert_text(event_at(r, 0, 0)->code, "STCB");
    forget(r);
}

/* ---- bulk ---- */

static void several_publications_are_one_application(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "legstat.xml");
    assert_int_equal(r->n, 3);
    assert_says(r, 0, "\"id\":\"EP3752999A1\"");
    assert_says(r, 0, "\"family\":\"67900001\"");
    assert_int_equal(record_at(r, 0)->stated, 20210531);
    assert_int_equal(record_at(r, 0)->sequence, 3);
    assert_int_equal(record_at(r, 0)->parts, NP_PART_EVENTS | NP_PART_ALL_EVENTS);
    assert_says(r, 1, "\"id\":null,\"office\":\"CN\",\"number\":null");
    assert_says(r, 1, "\"type\":\"utility_model\",\"stage\":\"other\"");
    forget(r);
}

static void an_update_withdraws_and_gives_anew_under_one_number(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "legstat.xml");
    const struct np_record *record = record_at(r, 0);
    assert_int_equal(record->withdrawn.n, 1);
    assert_text(record->withdrawn.v[0].key, "900000004");
    assert_text(event_at(r, 0, 3)->key, "900000004");
    assert_text(event_at(r, 0, 3)->text,
                "INFORMATION PROVIDED ON IPC CODE ASSIGNED BEFORE GRANT; "
                "IPC CLASSIFICATION E04H 15/50 20060101AFI20210419BHEP");
    forget(r);
}

static void a_lapse_in_two_countries_is_an_event_of_each(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "legstat.xml");
    assert_text(event_at(r, 0, 4)->state, "BG");
    assert_int_equal(event_at(r, 0, 4)->effective, 20210120);
    assert_text(event_at(r, 0, 5)->state, "LV");
    assert_int_equal(event_at(r, 0, 5)->effective, 20210121);
    assert_text(event_at(r, 0, 6)->state, "DE");
    forget(r);
}

static void what_a_national_office_provides_concerns_its_country(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "legstat.xml");
    assert_text(event_at(r, 0, 7)->office, "GB");
    assert_text(event_at(r, 0, 7)->state, "GB");
    assert_text(event_at(r, 0, 0)->state, "");
    forget(r);
}

static void details_of_unknown_elements_are_kept_under_their_names(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "legstat.xml");
    assert_text(event_at(r, 0, 6)->text,
                "ANNUAL FEE PAID TO NATIONAL OFFICE; Payment DATE 20210520; "
                "Year of Fee Payment 03; name Beispiel & Söhne GmbH");
    assert_text(event_at(r, 1, 0)->text,
                "TERMINATION OF PATENT RIGHT DUE TO NON-PAYMENT OF ANNUAL FEE; "
                "未缴年费专利权终止");
    forget(r);
}

static void a_deleted_document_withdraws_its_application(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "legstat.xml");
    assert_int_equal(record_at(r, 2)->action, NP_DELETE);
    assert_int_equal(record_at(r, 2)->events.n, 0);
    assert_text(record_at(r, 2)->application.number, "19778998");
    forget(r);
}

static void a_cut_package_keeps_what_was_read(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "broken_no_end.xml");
    assert_int_equal(r->n, 2);
    assert_int_equal(record_at(r, 0)->events.n, 1);
    assert_lost(r, 1, NP_FAIL, "no end tag of 'legal-status-documents'");
    forget(r);
    r = read_file(SAMPLES "broken_no_number.xml");
    assert_lost(r, 0, NP_SKIP, "no publishing office");
    forget(r);
    r = read_file(SAMPLES "index.xml");
    assert_lost(r, 0, NP_PASS, "index of a package of legal events");
    forget(r);
}

/* ---- the real files ---- */

static void real_answers_give_every_event(void **state)
{
    (void)state;
    struct reading *r = read_file(REAL "ops_get_family_with_legal.xml");
    assert_int_equal(r->records, 3);
    assert_int_equal(record_at(r, 0)->events.n, 69);
    forget(r);
    r = read_file(REAL "LEGSTAT-202122-EP-AppDateFrom20190314-0016.xml");
    assert_int_equal(r->records, 1);
    assert_int_equal(record_at(r, 0)->events.n, 10);
    assert_int_equal(r->v[1].status, NP_FAIL);
    forget(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_member_with_events_is_a_record_of_its_publication),
        cmocka_unit_test(codes_lose_their_padding),
        cmocka_unit_test(events_of_a_sibling_belong_to_it_alone),
        cmocka_unit_test(a_reference_to_a_national_code_keeps_country_and_code),
        cmocka_unit_test(dates_are_of_the_gazette_and_of_effect),
        cmocka_unit_test(a_member_with_bibliography_has_both),
        cmocka_unit_test(several_publications_are_one_application),
        cmocka_unit_test(an_update_withdraws_and_gives_anew_under_one_number),
        cmocka_unit_test(a_lapse_in_two_countries_is_an_event_of_each),
        cmocka_unit_test(what_a_national_office_provides_concerns_its_country),
        cmocka_unit_test(details_of_unknown_elements_are_kept_under_their_names),
        cmocka_unit_test(a_deleted_document_withdraws_its_application),
        cmocka_unit_test(a_cut_package_keeps_what_was_read),
        cmocka_unit_test(real_answers_give_every_event),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
