#include "docdb_read.h"

#define SAMPLES "tests/samples/exchange-documents/"
#define REAL "../shared/real/docdb/"

static void one_line_per_document_is_framed_with_its_envelope(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "backfile.xml");
    assert_int_equal(r->n, 3);
    assert_int_equal(r->records, 3);
    assert_int_equal(record_at(r, 0)->stated, 20240218);
    assert_int_equal(record_at(r, 2)->stated, 20240218); /* date-of-exchange of the envelope */
    assert_int_equal(record_at(r, 1)->source.document, 2);
    assert_says(r, 0, "\"dialect\":\"exchange-documents\"");
    forget(r);
}

static void one_format_per_field_is_taken(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "backfile.xml");
    assert_says(r, 0, "\"application\":{\"office\":\"DE\",\"number\":\"B0077777\","
                      "\"date\":\"1964-07-10\"}");
    assert_says(r, 0, "\"applicants\":[{\"name\":\"MAX MUSTER G.M.B.H. & CIE.\"");
    assert_int_equal(record_at(r, 0)->applicants.n, 1);
    assert_int_equal(record_at(r, 0)->inventors.n, 2);
    assert_slice(record_at(r, 0)->inventors.v[0].name, "ANDERS DR. ANTON");
    assert_says(r, 1, "\"title\":{\"en\":\"Carbon nanotube film and method\","
                      "\"zh\":\"碳纳米管薄膜及其制备方法\"}");
    forget(r);
}

static void original_script_is_taken_with_country_and_address_by_position(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "backfile.xml");
    assert_says(r, 1, "\"applicants\":[{\"name\":\"苏州示例纳米科技有限公司\","
                      "\"role\":\"applicant\",\"country\":\"CN\",\"region\":null,\"city\":null,"
                      "\"address\":\"No. 1 Example Road, Suzhou\",\"postcode\":\"215123\"},"
                      "{\"name\":\"示例大学\"");
    /* a list that lacks a person is not taken */
    assert_says(r, 1, "\"inventors\":[{\"name\":\"SAN ZHANG\",\"country\":\"CN\"},"
                      "{\"name\":\"SI LI\",\"country\":\"CN\"}]");
    forget(r);
}

static void priorities_come_once_each_by_number_of_sequence(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "backfile.xml");
    assert_says(r, 1, "\"priorities\":["
                      "{\"office\":\"CN\",\"number\":\"200810123456\",\"date\":\"2008-06-13\"},"
                      "{\"office\":\"TW\",\"number\":\"96120002\",\"date\":\"2007-06-15\"},"
                      "{\"office\":\"US\",\"number\":\"60900010\",\"date\":\"2007-06-14\"},"
                      "{\"office\":\"KR\",\"number\":\"20070054321\",\"date\":\"2007-06-16\"}]");
    forget(r);
}

static void symbols_are_sorted_filtered_and_once_each(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "backfile.xml");
    assert_says(r, 0, "\"cpc\":[\"F02M59/34\",\"F02M41/125\",\"F02M2700/1358\"]");
    assert_says(r, 1, "\"ipc\":[\"C01B31/02\",\"B82Y40/00\",\"B82B3/00\"]");
    forget(r);
    r = read_file(SAMPLES "bare_amended.xml");
    assert_says(r, 0, "\"ipc\":[\"A61K9/16\",\"A61K9/32\",\"A61K9/99\"]");
    assert_says(r, 0, "\"cpc\":[\"A61K9/1652\"],\"uspc\":[\"424/490\"]");
    forget(r);
}

static void a_citation_counts_once_for_each_who_cites(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "backfile.xml");
    assert_int_equal(record_at(r, 0)->citations.n, 2);
    assert_says(r, 1, "{\"office\":\"CN\",\"number\":\"1949449\",\"kind\":\"A\","
                      "\"date\":\"2007-04-18\",\"category\":[\"X\",\"Y\"],"
                      "\"by\":\"examiner\",\"phase\":\"search\"}");
    assert_says(r, 1, "\"category\":[],\"by\":\"applicant\",\"phase\":\"filing\"}");
    assert_says(r, 1, "\"by\":\"opponent\",\"phase\":\"opposition\"}");
    assert_says(r, 1, "\"by\":\"third_party\",\"phase\":null}");
    assert_int_equal(record_at(r, 1)->citations.n, 4);
    forget(r);
}

static void glued_categories_are_split_and_not_repeated(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "bare_unbound.xml");
    assert_says(r, 0, "\"npl\":[{\"text\":\"CZAJKOWSKA-KOŚNIK EXAMPLE: \\\"A title\\\", "
                      "<URL:http://example.org>\",\"category\":[\"X\",\"Y\",\"I\"],"
                      "\"by\":\"examiner\"},{\"text\":\"MUSTER: no category\","
                      "\"category\":[],\"by\":\"applicant\"}]");
    assert_says(r, 0, "\"category\":[\"Y\"],\"by\":\"examiner\",\"phase\":\"international_search\"");
    assert_says(r, 0, "{\"office\":\"US\",\"number\":\"4723000\",\"kind\":\"A\"");
    forget(r);
}

static void a_record_alone_needs_no_envelope_and_no_bound_prefix(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "bare_unbound.xml");
    assert_int_equal(r->n, 1);
    assert_says(r, 0, "\"id\":\"WO2022250001A1\"");
    assert_says(r, 0, "\"title\":{\"en\":\"SELF–EMULSIFYING EXAMPLE\"}");
    assert_says(r, 0, "\"lang\":\"en\"");
    assert_says(r, 0, "\"application\":{\"office\":\"IB\",\"number\":\"2022055000\"");
    assert_says(r, 0, "\"designated\":[\"FR\",\"DE\"]");
    forget(r);
    r = read_file(SAMPLES "bare_amended.xml");
    assert_says(r, 0, "\"id\":\"AP1299A\"");
    assert_says(r, 0, "\"stage\":\"grant\""); /* printed-with-grant */
    assert_says(r, 0, "\"role\":\"applicant-inventor\"");
    forget(r);
}

static void entities_of_the_dtd_are_known_without_it(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "backfile.xml");
    assert_says(r, 2, "\"name\":\"INŠTITUT PRIMERAč\"");
    assert_says(r, 2, "TRIBOLOGY TESTER");
    forget(r);
    r = read_file(SAMPLES "unknown_entity.xml");
    assert_says(r, 0, "Pumpe &nosuchname; und Ventil");
    assert_int_equal(record_at(r, 0)->unknown_entities, 1);
    forget(r);
}

static void stubs_delete_and_void(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "front_create_delete.xml");
    assert_int_equal(r->records, 4);
    assert_int_equal(record_at(r, 0)->action, NP_VOID);
    assert_int_equal(record_at(r, 0)->sequence, 2);
    assert_int_equal(record_at(r, 1)->action, NP_DELETE);
    assert_int_equal(record_at(r, 1)->sequence, 1);
    assert_int_equal(record_at(r, 2)->action, NP_VOID);
    assert_int_equal(record_at(r, 2)->sequence, 1);
    assert_int_equal(record_at(r, 3)->action, NP_PUT);
    assert_says(r, 0, "\"family\":null");
    forget(r);
    r = read_file(SAMPLES "front_delete_rekey.xml");
    assert_int_equal(record_at(r, 0)->sequence, 0);
    forget(r);
}

static void an_amendment_speaks_of_all_but_text_it_lacks(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "pretty_amend.xml");
    assert_int_equal(record_at(r, 0)->sequence, 3);
    assert_int_equal(record_at(r, 0)->parts, NP_PART_BIBLIO | NP_PART_TEXT | NP_PART_CITATIONS |
                                                 NP_PART_FAMILY);
    assert_int_equal(record_at(r, 0)->abstract.n, 0); /* the one there is is borrowed */
    assert_says(r, 0, "\"ipc\":[\"H04B7/15\",\"H04B7/185\",\"H04B1/00\"]");
    assert_says(r, 0, "\"stage\":\"application\""); /* examined-printed-without-grant is none */
    forget(r);
}

static void a_document_without_number_is_lost_alone(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "broken_no_number.xml");
    assert_int_equal(r->n, 2);
    assert_lost(r, 0, NP_SKIP, "no publication number");
    assert_says(r, 1, "\"id\":\"EP3180009A1\"");
    forget(r);
}

static void a_cut_file_loses_its_end_alone(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "broken_cut.xml");
    assert_int_equal(r->records, 0);
    assert_lost(r, r->n - 1, NP_FAIL, "ends inside a document");
    forget(r);
}

static void misplaced_elements_do_no_harm(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "misplaced.xml");
    assert_int_equal(r->n, 1);
    assert_says(r, 0, "\"inventors\":[{\"name\":\"MISPLACED I\",\"country\":null}]");
    assert_says(r, 0, "\"family\":\"12\",\"priorities\":[]");
    assert_says(r, 0, "\"npl\":[{\"text\":\"without number\",\"category\":[],\"by\":null}]");
    assert_int_equal(record_at(r, 0)->date, 0);
    forget(r);
}

/* ---- real files; values read off the XML by hand ---- */

static void real_back_file_is_read(void **state)
{
    (void)state;
    struct reading *r = read_file(REAL "DE-backfile.xml");
    size_t citations = 0;
    assert_int_equal(r->n, 10);
    assert_int_equal(r->records, 10);
    for (size_t i = 0; i < r->n; i++) {
        citations += record_at(r, i)->citations.n;
        assert_int_equal(record_at(r, i)->date, 19680104);
        assert_int_equal(record_at(r, i)->priorities.n, 1);
        assert_int_equal(record_at(r, i)->abstract.n, 0);
    }
    assert_int_equal(citations, 42);
    assert_says(r, 0, "\"cpc\":[\"F02M59/34\",\"F02M41/125\",\"F02M59/36\",\"F02M2700/1358\"]");
    assert_int_equal(record_at(r, 6)->applicants.n, 4);
    assert_slice(record_at(r, 3)->priorities.v[0].number, "1258191X");
    assert_slice(record_at(r, 4)->applicants.v[0].name, "SOCIETE BERTIN & CIE.");
    forget(r);
}

static void real_amendments_and_voids_are_read(void **state)
{
    (void)state;
    struct reading *r = read_file(REAL "DOCDB-201724-Amend-PubDate20170609AndBefore-EP-000.xml");
    assert_int_equal(r->records, 2);
    assert_int_equal(record_at(r, 0)->citations.n, 4);
    assert_int_equal(record_at(r, 0)->npl.n, 3);
    assert_int_equal(record_at(r, 0)->abstract.n, 2);
    assert_int_equal(record_at(r, 1)->abstract.n, 1);
    assert_says(r, 1, "\"ipc\":[\"F02M27/02\",\"F23D11/44\",\"F23D14/18\",\"F23D13/18\"]");
    assert_says(r, 1, "\"name\":\"KOSTKA, HANA, DIPL.-ING.\"");
    assert_says(r, 0, "\"designated\":[\"FR\",\"GB\",\"IT\"]");
    forget(r);
    r = read_file(REAL "DOCDB-201724-CreateDelete-PubDate20170609AndBefore-EP-0001.xml");
    assert_int_equal(r->records, 5);
    for (size_t i = 0; i < r->n; i++)
        assert_int_equal(record_at(r, i)->action, NP_VOID);
    forget(r);
}

static void real_extracts_without_envelope_are_read(void **state)
{
    (void)state;
    struct reading *r = read_file(REAL "AP-1206-A_302101161.xml");
    assert_int_equal(r->n, 1);
    assert_int_equal(record_at(r, 0)->ipc.n, 18);
    assert_int_equal(record_at(r, 0)->cpc.n, 8);
    assert_says(r, 0, "\"priorities\":[{\"office\":\"US\",\"number\":\"8359798\","
                      "\"date\":\"1998-05-22\"},{\"office\":\"US\",\"number\":\"9816128\"");
    assert_says(r, 0, "\"name\":\"BRISTOL-MYERS SQUIBB COMPANY\",\"role\":\"applicant\","
                      "\"country\":\"US\"");
    forget(r);
    r = read_file(REAL "WO-2022259205-A1_544370561.xml");
    assert_int_equal(r->n, 1);
    assert_int_equal(record_at(r, 0)->inventors.n, 8);
    assert_slice(record_at(r, 0)->inventors.v[7].country, "PT");
    assert_says(r, 0, "CZAJKOWSKA-KOŚNIK");
    assert_says(r, 0, "\"number\":\"102908333\",\"kind\":\"A\",\"date\":\"2013-02-06\","
                      "\"category\":[\"Y\"],\"by\":\"examiner\",\"phase\":\"international_search\"");
    assert_int_equal(record_at(r, 0)->unknown_entities, 0);
    forget(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_line_per_document_is_framed_with_its_envelope),
        cmocka_unit_test(one_format_per_field_is_taken),
        cmocka_unit_test(original_script_is_taken_with_country_and_address_by_position),
        cmocka_unit_test(priorities_come_once_each_by_number_of_sequence),
        cmocka_unit_test(symbols_are_sorted_filtered_and_once_each),
        cmocka_unit_test(a_citation_counts_once_for_each_who_cites),
        cmocka_unit_test(glued_categories_are_split_and_not_repeated),
        cmocka_unit_test(a_record_alone_needs_no_envelope_and_no_bound_prefix),
        cmocka_unit_test(entities_of_the_dtd_are_known_without_it),
        cmocka_unit_test(stubs_delete_and_void),
        cmocka_unit_test(an_amendment_speaks_of_all_but_text_it_lacks),
        cmocka_unit_test(a_document_without_number_is_lost_alone),
        cmocka_unit_test(a_cut_file_loses_its_end_alone),
        cmocka_unit_test(misplaced_elements_do_no_harm),
        cmocka_unit_test(real_back_file_is_read),
        cmocka_unit_test(real_amendments_and_voids_are_read),
        cmocka_unit_test(real_extracts_without_envelope_are_read),
    };
    return cmocka_run_group_tests_name("docdb", tests, NULL, NULL);
}
