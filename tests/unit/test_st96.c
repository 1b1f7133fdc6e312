/* test_st96.c -- WIPO ST.96: a US grant of V6_0, a converted Japanese one of V3_1, papers. */
#include "cn_case.h"

#define ST96 "tests/samples/st96/"
#define REAL_ST96 "../shared/real/wipo/st96/PatentPublication_Example.xml"

static void numbers_are_those_of_a_us_grant(void **state)
{
    (void)state;
    assert_int_equal(read_file(ST96 "grant_v6.xml"), NP_OK);
    assert_says("{\"id\":\"US9996998B2\",\"office\":\"US\",\"number\":\"9996998\","
                "\"kind\":\"B2\",\"date\":\"2088-01-20\",\"type\":\"invention\","
                "\"stage\":\"grant\",\"action\":\"put\",\"lang\":\"en\","
                "\"application\":{\"office\":\"US\",\"number\":\"99797521\","
                "\"date\":\"2086-03-12\"}");
    assert_says("\"priorities\":[{\"office\":\"JP\",\"number\":\"2085290922\"");
}

static void parents_are_applications_and_no_international_ones(void **state)
{
    (void)state;
    assert_int_equal(read_file(ST96 "grant_v6.xml"), NP_OK);
    assert_says("\"parents\":[{\"relation\":\"division\",\"office\":\"US\","
                "\"number\":\"99741916\",\"date\":null},"
                "{\"relation\":\"continuation_in_part\",\"office\":\"US\","
                "\"number\":\"99111222\",\"date\":\"2084-02-03\"}]");
}

static void symbols_of_combination_sets_and_of_the_search_are_left_out(void **state)
{
    (void)state;
    assert_int_equal(read_file(ST96 "grant_v6.xml"), NP_OK);
    assert_says("\"ipc\":[\"B22F9/24\",\"B82Y40/00\"],\"cpc\":[\"B22F9/24\",\"B22F2301/255\"],"
                "\"uspc\":[\"75/E21.334\",\"977/810\"]");
}

static void references_of_a_claim_are_a_list_of_ids(void **state)
{
    static const int both[] = { 1, 2 };

    (void)state;
    assert_int_equal(read_file(ST96 "grant_v6.xml"), NP_OK);
    assert_says("{\"num\":1,\"text\":\"1. A wire, comprising: a core; and a shell of SiO2.\","
                "\"depends\":[]}");
    assert_depends(3, 2, both);
    assert_says("{\"num\":null,\"text\":\"4. (canceled)\",\"depends\":[]}");
    assert_int_equal(the.record->claim_count, 3);
}

static void citations_have_party_and_letters(void **state)
{
    (void)state;
    assert_int_equal(read_file(ST96 "grant_v6.xml"), NP_OK);
    assert_says("{\"office\":\"US\",\"number\":\"2084226162\",\"kind\":\"A1\","
                "\"date\":\"2084-11\",\"category\":[],\"by\":\"applicant\",\"phase\":null}");
    assert_says("\"number\":\"63101085\",\"kind\":\"A\",\"date\":null,"
                "\"category\":[\"X\",\"Y\"],\"by\":\"examiner\"");
    assert_says("{\"office\":\"EP\",\"number\":\"9123456\",\"kind\":\"A1\"");
    assert_says("\"npl\":[{\"text\":\"an unpublished paper\",\"category\":[],"
                "\"by\":\"applicant\"}");
    assert_int_equal(the.record->citations.n, 3);
}

static void parties_are_merged_as_in_us_grants(void **state)
{
    (void)state;
    assert_int_equal(read_file(ST96 "grant_v6.xml"), NP_OK);
    assert_says("\"applicants\":[{\"name\":\"Wires & Co.\",\"role\":\"assignee\"");
    assert_says("{\"name\":\"Nobody, Ann B., Jr.\",\"role\":\"applicant-inventor\","
                "\"country\":\"US\",\"region\":\"CA\",\"city\":\"Nowhere\"");
    assert_int_equal(the.record->applicants.n, 2);
}

static void converted_documents_keep_kinds_in_words_and_packed_dates(void **state)
{
    (void)state;
    assert_int_equal(read_file(ST96 "converted_v3.xml"), NP_OK);
    assert_says("{\"id\":\"JP9828214B1\",\"office\":\"JP\",\"number\":\"9828214\","
                "\"kind\":\"B1\",\"date\":\"2091-02-18\",\"type\":\"invention\","
                "\"stage\":\"grant\",\"action\":\"put\",\"lang\":\"ja\"");
    assert_says("\"pct\":{\"application\":\"WO2089JP12345\",\"publication\":\"WO2089178901\"}");
    assert_says("\"ipc\":[\"B22F9/24\",\"B82Y40/00\"],\"cpc\":[],\"uspc\":[]");
}

static void contact_in_the_publications_language_goes_first(void **state)
{
    (void)state;
    assert_int_equal(read_file(ST96 "converted_v3.xml"), NP_OK);
    assert_says("\"applicants\":[{\"name\":\"架空株式会社\",\"role\":\"applicant\","
                "\"country\":null");
    assert_says("{\"name\":\"架空化学\",\"role\":\"applicant\",\"country\":\"JP\","
                "\"region\":null,\"city\":\"大阪市\",\"address\":\"一番町, 二号\","
                "\"postcode\":\"999-0001\"}");
}

static void each_language_has_its_claims_and_the_own_ones_count(void **state)
{
    (void)state;
    assert_int_equal(read_file(ST96 "converted_v3.xml"), NP_OK);
    assert_int_equal(the.record->claims.n, 2);
    assert_int_equal(the.record->claim_count, 2);
    assert_depends(2, 1, (const int[]){ 1 });
    assert_says("\"title\":{\"ja\":\"ナノ粒子\",\"en\":\"Nanoparticle\"}");
}

/* A code of letters that are none would be cut in the middle of a character. */
static void what_is_no_language_is_undetermined(void **state)
{
    (void)state;
    assert_int_equal(read_bytes(NP_S(
                         "<PatentPublication st96Version='V6_0' languageCode='\xE4\xB8\xAD'>"
                         "<IPOfficeCode>CN</IPOfficeCode><BibliographicData>"
                         "<PatentPublicationIdentification><PublicationNumber>101999888"
                         "</PublicationNumber></PatentPublicationIdentification>"
                         "<InventionTitle>x</InventionTitle></BibliographicData>"
                         "</PatentPublication>")),
                     NP_OK);
    assert_says("\"lang\":null");
    assert_says("\"title\":{\"und\":\"x\"}");
}

static void papers_and_other_peoples_roots_are_passed_over(void **state)
{
    (void)state;
    assert_int_equal(read_file(ST96 "paper.xml"), NP_PASS);
    assert_string_equal(the.err.what,
                        "USPTO prosecution paper (XML4IP), no publication number");
    assert_int_equal(read_bytes(NP_S("<PatentPublication><x/></PatentPublication>")), NP_PASS);
}

static void broken_documents_give_no_record(void **state)
{
    (void)state;
    assert_int_equal(read_file(ST96 "broken_cut.xml"), NP_SKIP);
    assert_int_equal(read_file(ST96 "broken_entity.xml"), NP_SKIP);
    assert_int_equal(read_file(ST96 "broken_number.xml"), NP_SKIP);
}

/* Every field compared with the raw XML by an extraction of its own and by eye. */
static void real_example_is_read_completely(void **state)
{
    (void)state;
    if (!load(REAL_ST96))
        skip();
    assert_int_equal(read_file(REAL_ST96), NP_OK);
    assert_says("{\"id\":\"US8936998B2\"");
    assert_int_equal(the.record->claim_count, 10);
    assert_int_equal(the.record->citations.n, 17);
    assert_int_equal(the.record->npl.n, 13);
    assert_int_equal(the.record->cpc.n, 24);
    assert_int_equal(the.record->applicants.n, 7);
    assert_int_equal(the.record->unknown_entities, 0);
}

#define CASE(name) cmocka_unit_test(name)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(numbers_are_those_of_a_us_grant),
        CASE(parents_are_applications_and_no_international_ones),
        CASE(symbols_of_combination_sets_and_of_the_search_are_left_out),
        CASE(references_of_a_claim_are_a_list_of_ids),
        CASE(citations_have_party_and_letters),
        CASE(parties_are_merged_as_in_us_grants),
        CASE(converted_documents_keep_kinds_in_words_and_packed_dates),
        CASE(contact_in_the_publications_language_goes_first),
        CASE(each_language_has_its_claims_and_the_own_ones_count),
        CASE(what_is_no_language_is_undetermined),
        CASE(papers_and_other_peoples_roots_are_passed_over),
        CASE(broken_documents_give_no_record),
        CASE(real_example_is_read_completely),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
