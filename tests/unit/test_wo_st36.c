/* wo-ocr and ST.36 documents: the samples field by field, and the shared real ones. */
#include "docdb_read.h"

#include <stdio.h>

#define OCR "tests/samples/wo-ocr/"
#define ST36 "tests/samples/wo-st36/"

static void ocr_record_is_root_attributes_and_claims(void **state)
{
    struct reading *r = read_file(OCR "spanish.xml");

    (void)state;
    assert_says(r, 0,
                "\"id\":\"WO2006099600A1\",\"office\":\"WO\",\"number\":\"2006099600\","
                "\"kind\":\"A1\",\"date\":\"2006-01-05\"");
    assert_says(r, 0, "\"lang\":\"es\",\"application\":{\"office\":null,\"number\":null");
    assert_says(r, 0, "\"title\":{},\"abstract\":{}");
    assert_int_equal(record_at(r, 0)->parts, NP_PART_CLAIMS);
    forget(r);
}

static void ocr_claims_stand_in_one_element_or_one_paragraph(void **state)
{
    struct reading *r = read_file(OCR "spanish.xml"), *one = read_file(OCR "one_paragraph.xml");

    (void)state;
    assert_says(r, 0,
                "{\"num\":2,\"text\":\"2a .- Válvula según Ia reivindicación 1.\",\"depends\":"
                "[1]}");
    assert_says(r, 0,
                "{\"num\":4,\"text\":\"4.- Válvula según reivindicaciones 1 a 3.\",\"depends\":"
                "[1,2,3]}]},\"claim_count\":4");
    assert_says(one, 0,
                "{\"es\":[{\"num\":1,\"text\":\"1. PROCEDIMIENTO con 0,5 partes; y 2 "
                "pasos.\",\"depends\":[]},{\"num\":2");
    forget(r);
    forget(one);
}

static void ocr_claims_that_stand_apart_are_not_cut(void **state)
{
    struct reading *r = read_file(OCR "separate_claims.xml");

    (void)state;
    assert_says(r, 0,
                "{\"de\":[{\"num\":1,\"text\":\"1. Rohr mit 2. Wahl.\",\"depends\":[]},"
                "{\"num\":2,\"text\":\"2. Rohr nach Anspruch 1.\",\"depends\":[1]}]}");
    forget(r);
}

static void st36_number_without_year_takes_that_of_the_publication(void **state)
{
    struct reading *r = read_file(ST36 "st36.xml"), *pct = read_file(ST36 "pct_status.xml");

    (void)state;
    assert_says(r, 0, "\"id\":\"WO2004099551A1\"");
    assert_says(pct, 0, "\"id\":\"WO2009099044A1\"");
    forget(r);
    forget(pct);
}

static void st36_priorities_are_flat_or_not(void **state)
{
    struct reading *r = read_file(ST36 "st36.xml");

    (void)state;
    assert_says(r, 0,
                "\"priorities\":[{\"office\":\"GB\",\"number\":\"02994703\",\"date\":"
                "\"2002-11-13\"},{\"office\":\"US\",\"number\":\"60999123\",\"date\":"
                "\"2003-02-14\"}],\"parents\":[{\"relation\":\"continuation_in_part\","
                "\"office\":\"US\",\"number\":\"10999124\",\"date\":\"2003-03-01\"}]");
    forget(r);
}

static void st36_applicants_for_the_us_are_inventors(void **state)
{
    struct reading *r = read_file(ST36 "st36.xml");

    (void)state;
    assert_says(r, 0,
                "\"applicants\":[{\"name\":\"SAMPLE SYSTEMS LTD\",\"role\":\"applicant\","
                "\"country\":\"GB\",\"region\":\"Herts\",\"city\":\"Watford\",\"address\":"
                "\"Sample House, Axis 4\",\"postcode\":\"WD24 9YW\"},{\"name\":\"DOE, John\","
                "\"role\":\"applicant-inventor\",\"country\":\"GB\",\"region\":null,"
                "\"city\":null,\"address\":\"Somewhere\"");
    assert_says(r, 0, "\"inventors\":[{\"name\":\"DOE, John\",\"country\":\"GB\"}]");
    forget(r);
}

static void st36_regions_begin_with_their_organisation(void **state)
{
    struct reading *r = read_file(ST36 "st36.xml");

    (void)state;
    assert_says(r, 0, "\"designated\":[\"AE\",\"AG\",\"BW\",\"GH\",\"AM\",\"AZ\"]");
    forget(r);
}

static void st36_search_report_cites_and_description_does_not(void **state)
{
    struct reading *r = read_file(ST36 "st36.xml");

    (void)state;
    assert_says(r, 0, "\"ipc\":[\"A63B57/00\"]");
    assert_says(r, 0,
                "\"citations\":[{\"office\":\"GB\",\"number\":\"2999924\",\"kind\":\"A\","
                "\"date\":\"2002-02-13\",\"category\":[\"X\",\"Y\",\"D\"],\"by\":\"examiner\","
                "\"phase\":\"international_search\"}],\"npl\":[{\"text\":\"DOE, J.: Pumps, "
                "1999.\",\"category\":[\"A\"],\"by\":\"examiner\"}]");
    assert_says(r, 0, "\"title\":{\"en\":\"PUMP DEVICE\"}");
    assert_int_equal(record_at(r, 0)->claims.v[0].claims.n, 2);
    forget(r);
}

static void st36_symbols_stand_in_parts_or_columns(void **state)
{
    struct reading *r = read_file(ST36 "pct_status.xml");

    (void)state;
    assert_says(r, 0, "\"ipc\":[\"F04B1/04\",\"F04B49/06\"]");
    assert_says(r, 0, "\"lang\":\"fr\"");
    forget(r);
}

static void st36_wrapper_does_not_matter(void **state)
{
    struct reading *r = read_file(ST36 "wrapped.xml");

    (void)state;
    assert_says(r, 0, "\"id\":\"WO2010099001A2\"");
    assert_says(r, 0, "\"title\":{\"zh\":\"泵\"},\"abstract\":{\"zh\":\"一种泵。\"}");
    assert_says(r, 0, "\"address\":\"苏州市样品路1号\",\"postcode\":\"215123\"");
    assert_says(r, 0, "\"claim_count\":2");
    forget(r);
}

static void broken_documents_give_no_record(void **state)
{
    static const char *const files[] = { OCR "broken_cut.xml", OCR "broken_number.xml",
                                         ST36 "broken_cut.xml", ST36 "broken_entity.xml",
                                         ST36 "broken_number.xml" };

    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct reading *r = read_file(files[i]);

        assert_int_equal(r->records, 0);
        forget(r);
    }
}

/* ---- real documents ---- */

static void real_ocr_claims_are_all_there(void **state)
{
    static const struct {
        const char *file;
        int claims;
    } real[] = {
        { "WO2001001027NWA1.xml", 5 },  { "WO2003002305A1.xml", 3 },
        { "WO2003002824A1.xml", 6 },    { "WO2006000600NWA1.xml", 3 },
        { "WO2006000602NWA1.xml", 8 },  { "WO2006000605NWA1.xml", 8 },
        { "WO2006000607NWA1.xml", 34 },
    };

    (void)state;
    for (size_t i = 0; i < sizeof real / sizeof *real; i++) {
        char path[256];
        struct reading *r;

        snprintf(path, sizeof path, "../shared/real/wipo/wo-ocr/%s", real[i].file);
        r = read_file(path);
        assert_int_equal(record_at(r, 0)->claim_count, real[i].claims);
        assert_slice(record_at(r, 0)->lang, "es");
        forget(r);
    }
}

static void real_st36_example_is_read_whole(void **state)
{
    struct reading *r = read_file("../shared/real/wipo/st36-example/st36-sample-1.xml");
    const struct np_record *record = record_at(r, 0);

    (void)state;
    assert_says(r, 0, "\"id\":\"WO2004043551A1\"");
    assert_int_equal(record->applicants.n, 3);
    assert_int_equal(record->inventors.n, 2);
    assert_int_equal(record->citations.n, 2);
    assert_int_equal(record->designated.n, 6);
    assert_int_equal(record->claim_count, 3);
    forget(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ocr_record_is_root_attributes_and_claims),
        cmocka_unit_test(ocr_claims_stand_in_one_element_or_one_paragraph),
        cmocka_unit_test(ocr_claims_that_stand_apart_are_not_cut),
        cmocka_unit_test(st36_number_without_year_takes_that_of_the_publication),
        cmocka_unit_test(st36_priorities_are_flat_or_not),
        cmocka_unit_test(st36_applicants_for_the_us_are_inventors),
        cmocka_unit_test(st36_regions_begin_with_their_organisation),
        cmocka_unit_test(st36_search_report_cites_and_description_does_not),
        cmocka_unit_test(st36_symbols_stand_in_parts_or_columns),
        cmocka_unit_test(st36_wrapper_does_not_matter),
        cmocka_unit_test(broken_documents_give_no_record),
        cmocka_unit_test(real_ocr_claims_are_all_there),
        cmocka_unit_test(real_st36_example_is_read_whole),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
