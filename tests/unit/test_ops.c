#include "docdb_read.h"

#define SAMPLES "tests/samples/ops/"
#define REAL "../shared/real/ops/"

static void several_ids_in_one_reference_give_one(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "biblio.xml");
    assert_int_equal(r->n, 3);
    assert_says(r, 0, "\"date\":\"2011-12-28\"");
    /* the date stands with epodoc alone */
    assert_says(r, 0, "\"application\":{\"office\":\"EP\",\"number\":\"10167999\","
                      "\"date\":\"2010-06-24\"}");
    assert_says(r, 0, "\"priorities\":[{\"office\":\"EP\",\"number\":\"20100167999\","
                      "\"date\":\"2010-06-24\"},{\"office\":null,\"number\":\"09123\"");
    assert_says(r, 0, "\"dialect\":\"ops\"");
    forget(r);
}

static void a_doubled_spelling_counts_once_with_the_country_of_epodoc(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "biblio.xml");
    assert_says(r, 0, "\"applicants\":[{\"name\":\"9Examples Oy\",\"role\":\"applicant\","
                      "\"country\":\"FI\"");
    assert_int_equal(record_at(r, 0)->applicants.n, 1);
    assert_says(r, 0, "\"inventors\":[{\"name\":\"Virtanen, Matti\",\"country\":\"FI\"},"
                      "{\"name\":\"Mäkinen, Esko\",\"country\":\"FI\"}]");
    assert_says(r, 2, "{\"name\":\"Beispiel, Anna\",\"role\":\"applicant-inventor\"");
    assert_int_equal(record_at(r, 2)->applicants.n, 2);
    forget(r);
}

static void symbols_in_parts_and_with_blanks_are_joined(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "biblio.xml");
    assert_says(r, 0, "\"ipc\":[\"H04W84/20\",\"E21B47/0228\"],"
                      "\"cpc\":[\"H04W84/20\",\"E21B47/02216\"],\"uspc\":[\"370/315\"]");
    forget(r);
}

static void who_cites_and_when_come_in_words(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "biblio.xml");
    assert_says(r, 0, "{\"office\":\"WO\",\"number\":\"2002054999\",\"kind\":\"A2\","
                      "\"date\":\"2002-07-11\",\"category\":[\"Y\",\"A\"],"
                      "\"by\":\"examiner\",\"phase\":\"search\"}");
    assert_says(r, 0, "\"date\":\"2003-03-27\",\"category\":[],"
                      "\"by\":\"applicant\",\"phase\":null}");
    assert_int_equal(record_at(r, 0)->citations.n, 2);
    assert_int_equal(record_at(r, 0)->npl.n, 1);
    forget(r);
}

static void what_was_not_found_is_passed_over(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "biblio.xml");
    assert_lost(r, 1, NP_PASS, "document not found");
    forget(r);
}

static void answers_without_documents_are_passed_over(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "fault.xml");
    assert_int_equal(r->n, 1);
    assert_lost(r, 0, NP_PASS, "error reply");
    forget(r);
    r = read_file(SAMPLES "search.xml");
    assert_int_equal(r->n, 1);
    assert_lost(r, 0, NP_PASS, "OPS answer without documents");
    forget(r);
}

static void a_constituent_speaks_of_its_part_alone(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "abstract.xml");
    assert_int_equal(record_at(r, 0)->parts, NP_PART_TEXT);
    forget(r);
    r = read_file(SAMPLES "claims.xml");
    assert_int_equal(record_at(r, 0)->parts, NP_PART_CLAIMS);
    forget(r);
    r = read_file(SAMPLES "description.xml");
    assert_int_equal(record_at(r, 0)->parts, 0);
    assert_says(r, 0, "\"id\":\"EP2400999B1\"");
    forget(r);
    r = read_file(SAMPLES "family.xml");
    assert_int_equal(r->n, 2);
    assert_int_equal(record_at(r, 0)->parts, NP_PART_BIBLIO | NP_PART_FAMILY | NP_PARTS_OF_EVENTS);
    assert_int_equal(record_at(r, 0)->events.n, 1);
    assert_lost(r, 1, NP_PASS, "family member without events");
    forget(r);
}

static void claims_are_cut_at_their_numbers(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "claims.xml");
    assert_says(r, 0, "\"claims\":{\"en\":[{\"num\":1,\"text\":\"1. A device (100) comprising: "
                      "a first circuit (102); and a second circuit (104).\",\"depends\":[]},"
                      "{\"num\":2,\"text\":\"2. The device of claim 1, wherein 1. and 2. are "
                      "shown.\",\"depends\":[1]},{\"num\":3,");
    assert_says(r, 0, "\"depends\":[1,2,3]}],\"de\":[{\"num\":1,");
    assert_says(r, 0, "\"claim_count\":4");
    forget(r);
}

static void an_answer_without_envelope_is_still_of_ops(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "bare.xml");
    assert_int_equal(r->n, 1);
    assert_slice(record_at(r, 0)->inventors.v[1].name, "Mäkinen, Esko");
    assert_int_equal(record_at(r, 0)->sequence, 2);
    forget(r);
}

static void broken_answers_are_lost_with_a_reason(void **state)
{
    (void)state;
    struct reading *r = read_file(SAMPLES "broken_no_number.xml");
    assert_lost(r, 0, NP_SKIP, "no publi");
    forget(r);
    r = read_file(SAMPLES "broken_cut.xml");
    assert_int_equal(r->records, 0);
    assert_lost(r, r->n - 1, NP_FAIL, "ends inside a document");
    forget(r);
}

/* ---- real files; values read off the XML by hand ---- */

static void real_answers_give_as_many_records_as_documents(void **state)
{
    (void)state;
    static const struct { const char *path; size_t records, others; } files[] = {
        { REAL "get_biblio_multiple.xml", 3, 0 },     { REAL "get_abstract_multiple.xml", 3, 0 },
        { REAL "get_family_with_biblio.xml", 5, 0 },  { REAL "get_full_cycle_multiple.xml", 4, 0 },
        { REAL "search_with_constituent.xml", 3, 0 }, { REAL "get_claims.xml", 1, 0 },
        { REAL "get_description.xml", 1, 0 },         { REAL "get_family.xml", 0, 5 },
        { REAL "get_published_equivalents.xml", 0, 1 }, { REAL "search.xml", 0, 1 },
        { REAL "error_404.xml", 0, 1 },               { REAL "error_429.xml", 0, 1 },
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct reading *r = read_file(files[i].path);
        assert_int_equal(r->records, files[i].records);
        assert_int_equal(r->n - r->records, files[i].others);
        for (size_t k = 0; k < r->n; k++)
            assert_true(r->v[k].status == NP_OK || r->v[k].status == NP_PASS);
        forget(r);
    }
}

static void real_bibliography_is_read(void **state)
{
    (void)state;
    struct reading *r = read_file(REAL "get_biblio_multiple.xml");
    assert_says(r, 0, "\"family\":\"43088294\"");
    assert_says(r, 0, "\"inventors\":[{\"name\":\"Herrala, Sami\",\"country\":\"FI\"},"
                      "{\"name\":\"Kylmänen, Jari\",\"country\":\"FI\"},"
                      "{\"name\":\"Niemi, Jaakko\",\"country\":\"FI\"}]");
    assert_int_equal(record_at(r, 0)->citations.n, 6);
    assert_says(r, 0, "{\"office\":\"WO\",\"number\":\"2002054790\",\"kind\":\"A2\"");
    assert_says(r, 1, "\"ipc\":[\"H04L12/715\",\"H04W40/32\",\"H04W72/04\",\"H04W88/04\","
                      "\"H04W88/06\",\"H04W84/18\"]");
    assert_int_equal(record_at(r, 1)->npl.n, 1);
    assert_int_equal(record_at(r, 2)->parts & NP_PART_CITATIONS, 0);
    forget(r);
    r = read_file(REAL "get_family_with_biblio.xml");
    assert_int_equal(record_at(r, 4)->applicants.n, 4);
    assert_int_equal(record_at(r, 4)->applicants.v[0].role, NP_ROLE_APPLICANT_INVENTOR);
    assert_int_equal(record_at(r, 4)->applicants.v[3].role, NP_ROLE_APPLICANT);
    assert_slice(record_at(r, 4)->uspc.v[0], "370/315");
    forget(r);
}

static void real_claims_are_read(void **state)
{
    (void)state;
    struct reading *r = read_file(REAL "get_claims.xml");
    assert_int_equal(record_at(r, 0)->claim_count, 15);
    const struct np_claims *set = &record_at(r, 0)->claims.v[0];
    assert_int_equal(set->claims.v[0].depends.n, 0);
    assert_int_equal(set->claims.v[4].depends.n, 4); /* of any preceding claim */
    assert_int_equal(set->claims.v[9].depends.v[0], 7);
    forget(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(several_ids_in_one_reference_give_one),
        cmocka_unit_test(a_doubled_spelling_counts_once_with_the_country_of_epodoc),
        cmocka_unit_test(symbols_in_parts_and_with_blanks_are_joined),
        cmocka_unit_test(who_cites_and_when_come_in_words),
        cmocka_unit_test(what_was_not_found_is_passed_over),
        cmocka_unit_test(answers_without_documents_are_passed_over),
        cmocka_unit_test(a_constituent_speaks_of_its_part_alone),
        cmocka_unit_test(claims_are_cut_at_their_numbers),
        cmocka_unit_test(an_answer_without_envelope_is_still_of_ops),
        cmocka_unit_test(broken_answers_are_lost_with_a_reason),
        cmocka_unit_test(real_answers_give_as_many_records_as_documents),
        cmocka_unit_test(real_bibliography_is_read),
        cmocka_unit_test(real_claims_are_read),
    };
    return cmocka_run_group_tests_name("ops", tests, NULL, NULL);
}
