/* USPTO applications of 2001 to 2004 (PAP): the samples field by field, and the real documents. */
#include "docdb_read.h"

#define SAMPLES "tests/samples/patent-application-publication/"
#define REAL "../shared/real/uspto-application/"

static void named_entities_need_no_doctype(void **state)
{
    struct reading *r = read_file(SAMPLES "pap15-no-doctype.xml");

    (void)state;
    assert_says(r, 0, "\"title\":{\"en\":\"Helmets of α-carbon, C60 & more\"}");
    assert_says(r, 0, "{\"name\":\"Beispiel, Björn\",\"country\":\"CH\"}");
    assert_int_equal(record_at(r, 0)->unknown_entities, 0);
    forget(r);
}

static void an_abstract_is_its_paragraphs_without_numbers_and_heading(void **state)
{
    struct reading *r = read_file(SAMPLES "pap15-no-doctype.xml");

    (void)state;
    assert_says(r, 0, "\"abstract\":{\"en\":\"A helmet of formula: "
                      "[R1 is “hot”, −5° C. × 2].\"}");
    forget(r);
}

static void what_has_no_country_is_of_the_us(void **state)
{
    struct reading *r = read_file(SAMPLES "weekly-pap16.xml");

    (void)state;
    assert_says(r, 0, "\"id\":\"US2004999002A1\",\"office\":\"US\"");
    assert_says(r, 0, "\"application\":{\"office\":\"US\",\"number\":\"10999653\"");
    assert_says(r, 0, "{\"name\":\"D'Exemple\",\"role\":\"assignee\",\"country\":\"US\"");
    assert_says(r, 0, "{\"name\":\"NULLE LTD.\",\"role\":\"assignee\",\"country\":\"JP\","
                      "\"region\":null,\"city\":\"Chuo-ku\",\"address\":\"14-10, Nowhere 1-chome\","
                      "\"postcode\":\"103-0000\"}");
    assert_says(r, 1, "\"inventors\":[{\"name\":\"Sample\",\"country\":\"US\"}]");
    forget(r);
}

static void residence_counts_before_address_and_citizenship(void **state)
{
    struct reading *r = read_file(SAMPLES "pap15-no-doctype.xml");

    (void)state;
    assert_says(r, 0, "\"inventors\":[{\"name\":\"Sample, John Q, III\",\"country\":\"US\"}");
    assert_int_equal(record_at(r, 0)->applicants.n, 0);
    forget(r);
}

static void continuity_data_are_parents(void **state)
{
    struct reading *r = read_file(SAMPLES "pap15-no-doctype.xml");

    (void)state;
    assert_says(r, 0, "\"parents\":[{\"relation\":\"division\",\"office\":\"US\","
                      "\"number\":\"09432999\",\"date\":\"1999-11-02\"},"
                      "{\"relation\":\"national_stage\",\"office\":\"US\","
                      "\"number\":\"PCTUS9705999\",\"date\":\"1997-03-28\"},"
                      "{\"relation\":\"continuation_in_part\",\"office\":\"US\","
                      "\"number\":\"08312999\",\"date\":\"1996-05-17\"},"
                      "{\"relation\":\"provisional\",\"office\":\"US\","
                      "\"number\":\"60128999\",\"date\":\"1995-04-06\"}]");
    forget(r);
}

static void only_its_own_national_stage_gives_a_pct_application(void **state)
{
    struct reading *own = read_file(SAMPLES "weekly-pap16.xml");
    struct reading *of_parent = read_file(SAMPLES "pap15-no-doctype.xml");

    (void)state;
    assert_says(own, 0, "\"pct\":{\"application\":\"WO2001FR00999\",\"publication\":null}");
    assert_says(of_parent, 0, "\"pct\":{\"application\":null,\"publication\":null}");
    forget(own);
    forget(of_parent);
}

static void symbols_are_cut_from_filled_columns(void **state)
{
    struct reading *r = read_file(SAMPLES "pap15-no-doctype.xml");

    (void)state;
    assert_says(r, 0, "\"ipc\":[\"A42B3/22\",\"C01B31/02\"]");
    assert_says(r, 0, "\"uspc\":[\"2/6.4\",\"24/20R\",\"15/DIG1\"]");
    forget(r);
}

static void a_reference_to_a_claim_is_no_step(void **state)
{
    struct reading *r = read_file(SAMPLES "weekly-pap16.xml");

    (void)state;
    assert_says(r, 0, "\"text\":\"3. A dye according to claim 1, of 40-300° C.\",\"depends\":[1]");
    assert_says(r, 0, "{\"num\":null,\"text\":\"2. (canceled)\",\"depends\":[]}");
    assert_says(r, 0, "\"claim_count\":5");
    forget(r);
}

static void a_range_between_two_references_is_expanded(void **state)
{
    struct reading *r = read_file(SAMPLES "weekly-pap16.xml");

    (void)state;
    assert_says(r, 0, "claims 1 and 3.\",\"depends\":[1,3]");
    assert_says(r, 0, "claims 1 to 4: on hair, by hand.\",\"depends\":[1,2,3,4]");
    assert_says(r, 0, "preceding claims.\",\"depends\":[1,2,3,4,5]");
    forget(r);
}

static void broken_applications_are_rejected_or_mended_with_the_reason(void **state)
{
    struct reading *cut = read_file(SAMPLES "broken-cut.xml");
    struct reading *entity = read_file(SAMPLES "broken-entity.xml");
    struct reading *number = read_file(SAMPLES "broken-number.xml");

    (void)state;
    assert_lost(cut, 0, NP_FAIL, "the member ends inside a document");
    assert_says(entity, 0, "−5° C. × 2].");
    assert_slice(record_at(entity, 0)->notes.v[0].code, "NP-NOT-002"); /* mended, and said so */
    assert_lost(number, 0, NP_SKIP, "no publication number");
    forget(cut);
    forget(entity);
    forget(number);
}

static void check_real(const char *path, size_t records)
{
    struct reading *r = read_file(path);

    assert_int_equal(r->records, records);
    for (size_t i = 0; i < r->n; i++) {
        const struct np_record *record = record_at(r, i);

        assert_true(record->number.n == 10 && record->date && record->application.date);
        assert_true(record->title.n && record->abstract.n && record->inventors.n);
        assert_true(record->ipc.n && record->uspc.n);
        assert_int_equal(record->unknown_entities, 0);
    }
    forget(r);
}

static void all_shared_applications_are_read(void **state)
{
    (void)state;
    check_real(REAL "pap-1.5/US20010000001A1.v1-5-A1_1.xml", 1);
    check_real(REAL "pap-1.5/US20010000044A1.xml", 1);
    check_real(REAL "pap-1.5/US20010009014A1.xml", 1);
    check_real(REAL "pap-1.5/US20010031492A1.pa20010031492.xml", 1);
    check_real(REAL "pap-1.5/pa011227.40docs.xml.gz", 40);
    check_real(REAL "pap-1.6/pa040101.docs01-20.xml.gz", 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(named_entities_need_no_doctype),
        cmocka_unit_test(an_abstract_is_its_paragraphs_without_numbers_and_heading),
        cmocka_unit_test(what_has_no_country_is_of_the_us),
        cmocka_unit_test(residence_counts_before_address_and_citizenship),
        cmocka_unit_test(continuity_data_are_parents),
        cmocka_unit_test(only_its_own_national_stage_gives_a_pct_application),
        cmocka_unit_test(symbols_are_cut_from_filled_columns),
        cmocka_unit_test(a_reference_to_a_claim_is_no_step),
        cmocka_unit_test(a_range_between_two_references_is_expanded),
        cmocka_unit_test(broken_applications_are_rejected_or_mended_with_the_reason),
        cmocka_unit_test(all_shared_applications_are_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
