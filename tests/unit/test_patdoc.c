/* USPTO grants of 2001 to 2004 (PATDOC XML 2.5 and SGML 2.4): the samples, and the real documents. */
#include "docdb_read.h"

#include <stdio.h>

#define XML "tests/samples/patdoc/"
#define SGML "tests/samples/patdoc-sgml/"
#define REAL "../shared/real/uspto-grant/"

static struct reading *weekly; /* 1 utility, 2 design, 3 reissue */

static int read_weekly(void **state)
{
    (void)state;
    weekly = read_file(XML "weekly.xml");
    return 0;
}

static int forget_weekly(void **state)
{
    (void)state;
    forget(weekly);
    return 0;
}

static void kinds_and_number_forms_of_all_types(void **state)
{
    (void)state;
    assert_says(weekly, 0, "\"id\":\"US6999901B2\",\"office\":\"US\",\"number\":\"6999901\"");
    assert_says(weekly, 1, "\"id\":\"USD499901S1\"");
    assert_says(weekly, 1, "\"type\":\"design\",\"stage\":\"grant\"");
    assert_says(weekly, 2, "\"id\":\"USRE38901E1\"");
    assert_says(weekly, 2, "\"type\":\"reissue\"");
}

static void every_priority_is_kept_as_printed(void **state)
{
    (void)state;
    assert_says(weekly, 0, "\"priorities\":[{\"office\":\"JP\",\"number\":\"P2001099901\","
                           "\"date\":\"2001-03-02\"},{\"office\":\"DE\",\"number\":\"10199901\","
                           "\"date\":\"2001-04\"}]");
}

static void a_serial_number_alone_gets_its_series(void **state)
{
    (void)state;
    assert_says(weekly, 0, "\"application\":{\"office\":\"US\",\"number\":\"10999901\"");
    assert_says(weekly, 2, "\"application\":{\"office\":\"US\",\"number\":\"09999905\"");
}

static void parents_are_told_by_the_element_around_them(void **state)
{
    (void)state;
    assert_says(weekly, 0,
                "\"parents\":[{\"relation\":\"division\",\"office\":\"US\","
                "\"number\":\"09999902\",\"date\":\"2000-05-25\"},"
                "{\"relation\":\"continuation\",\"office\":\"EP\",\"number\":\"PCTEP9809990\","
                "\"date\":\"1998-07-09\"},"
                "{\"relation\":\"continuation_in_part\",\"office\":\"US\","
                "\"number\":\"09999903\",\"date\":null},"
                "{\"relation\":\"provisional\",\"office\":\"US\",\"number\":\"60099904\","
                "\"date\":\"1997-04-28\"}]");
    assert_says(weekly, 2, "\"parents\":[{\"relation\":\"reissue\",\"office\":\"US\","
                           "\"number\":\"08999906\",\"date\":\"1997-01-01\"}]");
    assert_says(weekly, 0, "\"pct\":{\"application\":\"WO1998EP09990\","
                           "\"publication\":\"WO1999009991\"}");
}

static void symbols_are_cut_at_their_columns(void **state)
{
    struct reading *indented = read_file(XML "indented.xml");

    (void)state;
    assert_says(weekly, 0, "\"ipc\":[\"C01B31/02\",\"G06F17/60\",\"A45F5/04\"],\"cpc\":[],"
                           "\"uspc\":[\"423/447.2\",\"74/471XY\",\"156/DIG14\"],\"locarno\":[]");
    assert_says(indented, 0, "\"ipc\":[\"A01H5/00\"],\"cpc\":[],"
                             "\"uspc\":[\"PLT/226\",\"4/675\"]");
    assert_says(indented, 0, "\"id\":\"USPP12901P2\""); /* without B190, too */
    forget(indented);
}

static void designs_have_locarno_where_the_ipc_stands(void **state)
{
    (void)state;
    assert_says(weekly, 1, "\"ipc\":[],\"cpc\":[],\"uspc\":[\"D2/741\",\"D14/138G\"],"
                           "\"locarno\":[\"02-01\"]");
}

static void citations_stand_once_and_are_us_without_country(void **state)
{
    (void)state;
    assert_int_equal(record_at(weekly, 0)->citations.n, 4);
    assert_says(weekly, 0, "{\"office\":\"US\",\"number\":\"4999999\",\"kind\":\"A\","
                           "\"date\":\"1988-02\",\"category\":[],\"by\":\"examiner\","
                           "\"phase\":null}");
    assert_says(weekly, 0, "{\"office\":\"US\",\"number\":\"D499998\",\"kind\":null,"
                           "\"date\":\"1997-03\",\"category\":[],\"by\":null,\"phase\":null}");
    assert_says(weekly, 0, "{\"office\":\"US\",\"number\":\"2002099997\",\"kind\":\"A1\"");
    assert_says(weekly, 0, "{\"office\":\"EP\",\"number\":\"0199996\",\"kind\":null");
    assert_says(weekly, 0, "\"npl\":[{\"text\":\"A. Nobody, “Sheets,” J. Nothing, 10th ed.\","
                           "\"category\":[],\"by\":\"examiner\"},"
                           "{\"text\":\"Catalogue of 1999.\",\"category\":[],\"by\":null}]");
}

static void parties_without_country_are_of_the_us(void **state)
{
    (void)state;
    assert_says(weekly, 0, "\"applicants\":[{\"name\":\"Nulle & Cie.\",\"role\":\"assignee\","
                           "\"country\":\"FR\",\"region\":null,\"city\":\"Lyon\","
                           "\"address\":null,\"postcode\":null},"
                           "{\"name\":\"Sample, Muña Q.\",\"role\":\"assignee\","
                           "\"country\":\"US\",\"region\":\"TN\",\"city\":\"Nowhere\","
                           "\"address\":\"1 Nowhere Rd.\",\"postcode\":\"37999\"}]");
    assert_says(weekly, 0, "\"inventors\":[{\"name\":\"Sample, Muña Q.\",\"country\":\"US\"},"
                           "{\"name\":\"Rei, Hanako\",\"country\":\"JP\"}]");
}

static void texts_are_flattened_without_blanks_at_signs(void **state)
{
    (void)state;
    assert_says(weekly, 0, "\"title\":{\"en\":\"Sheets of C60 & α-carbon\"}");
    assert_says(weekly, 0, "\"abstract\":{\"en\":\"A “sheet” (40) of carbon.\"}");
    assert_says(weekly, 0, "\"text\":\"1. A sheet of H2O, comprising: a layer where xi=1; and "
                           "a core.\"");
}

static void claims_depend_by_reference_else_by_words(void **state)
{
    (void)state;
    assert_says(weekly, 0, "\"text\":\"2. The sheet of claim 1, of 1×10−12 m.\",\"depends\":[1]");
    assert_says(weekly, 0, "of any of claims 1 to 2, of formula\",\"depends\":[1,2]");
    assert_says(weekly, 0, "\"text\":\"4. A use of the sheet of claim 2.\",\"depends\":[2]");
    assert_says(weekly, 0, "\"claim_count\":4");
}

static void struck_text_of_a_reissue_is_no_text(void **state)
{
    (void)state;
    assert_says(weekly, 2, "\"text\":\"1. A method with a new step.\"");
    assert_says(weekly, 2, "{\"num\":null,\"text\":\"2. (cancelled)\",\"depends\":[]}]},"
                           "\"claim_count\":1");
}

static void sgml_is_cut_at_its_doctype_and_read_alike(void **state)
{
    struct reading *r = read_file(SGML "weekly.sgm");

    (void)state;
    assert_int_equal(r->n, 2);
    assert_says(r, 0, "\"title\":{\"en\":\"Agents {and} their making\"}");
    assert_says(r, 0, "\"kind\":null,\"date\":\"1995-05\",\"category\":[],\"by\":\"examiner\"");
    assert_says(r, 0, "\"npl\":[{\"text\":\"Nobody, “AT&T’s agents”.*\",\"category\":[],"
                      "\"by\":null}]");
    assert_says(r, 0, "\"text\":\"1. An apparatus with a sign comprising i) a module,\"");
    assert_says(r, 0, "as in claim 1 wherein it is loaded.\",\"depends\":[1]");
    assert_says(r, 0, "\"text\":\"3. Apparatus according to , unloaded.\",\"depends\":[2]");
    assert_says(r, 1, "\"id\":\"USD399901S\"");
    assert_says(r, 1, "\"locarno\":[\"14-02\"]");
    forget(r);
}

static void the_dtd_tells_the_dialect(void **state)
{
    static const char *const sgml[] = { "weekly.sgm", "as_xml.xml", "no_dtd_attribute.sgm" };

    (void)state;
    assert_says(weekly, 0, "\"dialect\":\"patdoc\"");
    for (size_t i = 0; i < 3; i++) {
        char path[100];
        struct reading *r;

        snprintf(path, sizeof path, SGML "%s", sgml[i]);
        r = read_file(path);
        assert_says(r, 0, "\"dialect\":\"patdoc-sgml\"");
        forget(r);
    }
}

static void check_lost(const char *path, enum np_status status, const char *what)
{
    struct reading *r = read_file(path);

    assert_int_equal(r->records, 0);
    assert_lost(r, 0, status, what);
    forget(r);
}

static void broken_grants_are_rejected_with_the_reason(void **state)
{
    (void)state;
    check_lost(XML "broken_cut.xml", NP_FAIL, "no end tag of 'PATDOC'");
    check_lost(XML "broken_tag.xml", NP_SKIP, "tag <STEXT> is not closed: </B540> follows");
    check_lost(XML "broken_number.xml", NP_SKIP, "no publication number");
    check_lost(SGML "broken_cut.sgm", NP_FAIL, "no end tag of 'PATDOC'");
    check_lost(SGML "broken_end_tag.sgm", NP_SKIP, "tag <PDAT> is not closed: </B540> follows");
    check_lost(SGML "broken_attribute.sgm", NP_SKIP, "an attribute value");
    check_lost(SGML "broken_number.sgm", NP_SKIP, "no publication number");
}

static void check_real(const char *path, size_t records)
{
    struct reading *r = read_file(path);

    assert_int_equal(r->records, records);
    for (size_t i = 0; i < r->n; i++) {
        const struct np_record *record = record_at(r, i);

        assert_true(record->number.n && record->date && record->application.date);
        assert_true(record->title.n && record->inventors.n && record->uspc.n);
        assert_true(record->type == NP_DESIGN ? record->locarno.n && !record->ipc.n
                                              : record->abstract.n && record->ipc.n);
        assert_true(record->claims.n && record->claim_count > 0);
        assert_int_equal(record->unknown_entities + record->notes.n, 0);
    }
    forget(r);
}

static void all_shared_grants_are_read(void **state)
{
    (void)state;
    check_real(REAL "patdoc-2.5/pg020507.100docs.xml.gz", 100);
    check_real(REAL "patdoc-2.5/US06334226B1.v2-5-B1.xml", 1);
    check_real(REAL "patdoc-2.5/US06337117.xml", 1);
    check_real(REAL "patdoc-2.5/US06442728B1.pg06442728.xml", 1);
    check_real(REAL "patdoc-2.5/USD0452599S1.v2-5-S1.xml", 1);
    check_real(REAL "sgml-2.4/USD435854S1.xml", 1);
    check_real(REAL "sgml-2.4/pg011106.docs01-12.sgm.gz", 12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds_and_number_forms_of_all_types),
        cmocka_unit_test(every_priority_is_kept_as_printed),
        cmocka_unit_test(a_serial_number_alone_gets_its_series),
        cmocka_unit_test(parents_are_told_by_the_element_around_them),
        cmocka_unit_test(symbols_are_cut_at_their_columns),
        cmocka_unit_test(designs_have_locarno_where_the_ipc_stands),
        cmocka_unit_test(citations_stand_once_and_are_us_without_country),
        cmocka_unit_test(parties_without_country_are_of_the_us),
        cmocka_unit_test(texts_are_flattened_without_blanks_at_signs),
        cmocka_unit_test(claims_depend_by_reference_else_by_words),
        cmocka_unit_test(struck_text_of_a_reissue_is_no_text),
        cmocka_unit_test(sgml_is_cut_at_its_doctype_and_read_alike),
        cmocka_unit_test(the_dtd_tells_the_dialect),
        cmocka_unit_test(broken_grants_are_rejected_with_the_reason),
        cmocka_unit_test(all_shared_grants_are_read),
    };

    return cmocka_run_group_tests(tests, read_weekly, forget_weekly);
}
