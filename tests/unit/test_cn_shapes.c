/* test_cn_shapes.c -- shapes that the XSD and the DTD allow and no real file at hand shows. */
#include "cn_case.h"

#define HEAD(kind, date)                                                        \
    "<b:PatentDocumentAndRelated xmlns:b='urn:b' country='CN' lang='zh' status='C' " \
    "docNumber='999000111' kind='" kind "' datePublication='" date "'><b:BibliographicData>"
#define APPLICATION                                                              \
    "<b:ApplicationReference dataFormat='original'><b:DocumentID>"               \
    "<b:WIPOST3Code>CN</b:WIPOST3Code><b:DocNumber>201810776655.1</b:DocNumber>" \
    "<b:Date>20180713</b:Date></b:DocumentID></b:ApplicationReference>"
#define TAIL "</b:BibliographicData></b:PatentDocumentAndRelated>"

static void read_body(const char *head, const char *body)
{
    np_buf_reset(&the.bytes);
    np_buf_puts(&the.bytes, head);
    np_buf_puts(&the.bytes, body);
    np_buf_puts(&the.bytes, TAIL);
    assert_int_equal(read_bytes(np_buf_slice(&the.bytes)), NP_OK);
}

#define PRIORITY(format, sequence, number)                                       \
    "<b:Priority dataFormat='" format "' sequence='" sequence "'>"               \
    "<b:WIPOST3Code>KR</b:WIPOST3Code><b:DocNumber>" number "</b:DocNumber>"     \
    "<b:Date>20160523</b:Date></b:Priority>"

static void priorities_counted_through_both_formats_are_not_doubled(void **state)
{
    (void)state;
    read_body(HEAD("A", "20190802"),
              "<b:PriorityDetails>" PRIORITY("original", "1", "10-2016-0063019")
                  PRIORITY("standard", "2", "102016000063019") "</b:PriorityDetails>");
    assert_says("\"priorities\":[{\"office\":\"KR\",\"number\":\"1020160063019\","
                "\"date\":\"2016-05-23\"}]");
    read_body(HEAD("A", "20190802"), "<b:PriorityDetails>" PRIORITY(
                                         "standard", "1", "102016000063019") "</b:PriorityDetails>");
    assert_says("\"priorities\":[{\"office\":\"KR\",\"number\":\"102016000063019\"");
}

static void attributes_of_the_root_are_enough_for_the_identity(void **state)
{
    (void)state;
    read_body(HEAD("C1", "20130515"), APPLICATION);
    assert_says("{\"id\":\"CN999000111C1\",\"office\":\"CN\",\"number\":\"999000111\","
                "\"kind\":\"C1\",\"date\":\"2013-05-15\",\"type\":\"invention\","
                "\"stage\":\"grant\"");
    read_body(HEAD("B8", "20130515"), APPLICATION);
    assert_says("\"stage\":\"correction\"");
}

static void a_wrong_check_digit_is_a_note_and_no_rejection(void **state)
{
    (void)state;
    read_body(HEAD("A", "20190802"), APPLICATION);
    assert_says("\"application\":{\"office\":\"CN\",\"number\":\"201810776655\"");
    assert_int_equal(the.record->notes.n, 1);
    assert_true(np_slice_is(the.record->notes.v[0].code, "NP-NOT-001"));
    assert_true(np_slice_find(the.record->notes.v[0].what, NP_S("digit 1, computed 6")) !=
                (size_t)-1);
}

static void date_under_the_name_of_the_schema_is_found(void **state)
{
    (void)state;
    read_body("<b:PatentDocumentAndRelated xmlns:b='urn:b' docNumber='999000111' kind='A' "
              "datePulbication='20190802'><b:BibliographicData>",
              "");
    assert_says("{\"id\":\"CN999000111A\",\"office\":\"CN\"");
    assert_int_equal(the.record->date, 20190802);
}

static void international_numbers_may_stand_bare(void **state)
{
    (void)state;
    read_body(HEAD("A", "20190802"),
              "<b:PCTApplicationNumber>PCT/CN2018/099468</b:PCTApplicationNumber>"
              "<b:PCTPublicationNumber>WO2019/099713</b:PCTPublicationNumber>");
    assert_says("\"pct\":{\"application\":\"WO2018CN99468\",\"publication\":\"WO2019099713\"}");
}

static void chinese_address_book_wins_over_a_translation(void **state)
{
    (void)state;
    read_body(HEAD("A", "20190802"),
              "<b:Parties><b:ApplicantDetails><b:Applicant sequence='1'>"
              "<b:AddressBook lang='en'><b:Name>Suzhou Example Co.</b:Name>"
              "<b:Address><b:City>Suzhou</b:City></b:Address></b:AddressBook>"
              "<b:AddressBook lang='zh'><b:Name>苏州某某公司</b:Name>"
              "<b:Address><b:City>苏州市</b:City></b:Address></b:AddressBook>"
              "<b:AddressBook lang='ja'><b:Name>蘇州某某</b:Name></b:AddressBook>"
              "</b:Applicant></b:ApplicantDetails></b:Parties>");
    assert_int_equal(the.record->applicants.n, 1);
    assert_slice(the.record->applicants.v[0].name, "苏州某某公司");
    assert_slice(the.record->applicants.v[0].city, "苏州市");
}

static void name_in_parts_is_joined(void **state)
{
    (void)state;
    read_body(HEAD("A", "20190802"),
              "<b:Parties><b:InventorDetails>"
              "<b:Inventor sequence='1'><b:LastName>Muster</b:LastName>"
              "<b:FirstName>Erika</b:FirstName><b:MiddleName>B.</b:MiddleName>"
              "<b:Suffix>Dr.</b:Suffix></b:Inventor>"
              "<b:DeceasedInventor sequence='2'><b:Name>李某</b:Name></b:DeceasedInventor>"
              "</b:InventorDetails></b:Parties>");
    assert_says("\"inventors\":[{\"name\":\"Muster, Erika B., Dr.\",\"country\":null},"
                "{\"name\":\"李某\",\"country\":null}]");
}

#define PERSON(format, name, country)                                          \
    "<b:Applicant sequence='1' dataFormat='" format "'><b:AddressBook>"        \
    "<b:Name>" name "</b:Name><b:Address><b:WIPOST3Code>" country              \
    "</b:WIPOST3Code></b:Address></b:AddressBook></b:Applicant>"

static void parties_in_two_formats_are_one_and_lend_their_country(void **state)
{
    (void)state;
    read_body(HEAD("A", "20190802"), "<b:Parties><b:ApplicantDetails>" PERSON(
                                         "standard", "某某公司", "CN")
                                         PERSON("original", "某某（公司）", "0")
                                             "</b:ApplicantDetails></b:Parties>");
    assert_int_equal(the.record->applicants.n, 1);
    assert_slice(the.record->applicants.v[0].name, "某某（公司）");
    assert_slice(the.record->applicants.v[0].country, "CN");
}

#define OWNED                                                                                \
    "<b:Parties><b:ApplicantDetails>" PERSON("original", "甲公司", "CN")                      \
    PERSON("original", "乙公司", "CN") "</b:ApplicantDetails></b:Parties><b:AssigneeDetails>" \
    "<b:Assignee sequence='1'><b:AddressBook><b:Name>乙公司</b:Name></b:AddressBook>"         \
    "</b:Assignee></b:AssigneeDetails>"

static void owner_replaces_applicants_only_of_a_grant(void **state)
{
    (void)state;
    read_body(HEAD("A", "20190802"), OWNED);
    assert_int_equal(the.record->applicants.n, 2);
    assert_int_equal(the.record->applicants.v[0].role, NP_ROLE_APPLICANT);
    assert_int_equal(the.record->applicants.v[1].role, NP_ROLE_ASSIGNEE);
    read_body(HEAD("B", "20190802"), OWNED);
    assert_int_equal(the.record->applicants.n, 1);
    assert_int_equal(the.record->applicants.v[0].role, NP_ROLE_PROPRIETOR);
}

static void citations_in_words_are_read_or_kept_as_literature(void **state)
{
    (void)state;
    read_body(HEAD("B", "20190802"),
              "<b:ReferencesCited><b:Text>CN 1719946 A，２００６.01.11,全文</b:Text>"
              "<b:Text>某某手册, 1996</b:Text></b:ReferencesCited>");
    assert_says("\"citations\":[{\"office\":\"CN\",\"number\":\"1719946\",\"kind\":\"A\","
                "\"date\":\"2006-01-11\",\"category\":[],\"by\":null,\"phase\":null}],"
                "\"npl\":[{\"text\":\"某某手册, 1996\",\"category\":[],\"by\":null}]");
}

static void several_publications_in_one_text_are_cut_at_semicolons(void **state)
{
    (void)state;
    read_body(HEAD("B", "20190802"),
              "<b:ReferencesCited><b:Text>CN 1719946 A,2006.01.11,全文；CN 101999888 B,2012.05.09,"
              "权利要求1;某某手册</b:Text><b:Text>张某；李某, 1996</b:Text></b:ReferencesCited>");
    assert_int_equal(the.record->citations.n, 2);
    assert_says("{\"office\":\"CN\",\"number\":\"101999888\",\"kind\":\"B\","
                "\"date\":\"2012-05-09\"");
    assert_says("\"npl\":[{\"text\":\"某某手册\",\"category\":[],\"by\":null},"
                "{\"text\":\"张某；李某, 1996\",\"category\":[],\"by\":null}]");
}

static void category_in_attribute_and_element_is_said_once(void **state)
{
    (void)state;
    read_body(HEAD("B", "20190802"),
              "<b:ReferencesCited><b:Citation srepPhase='EXA' category='X'>"
              "<b:ApplicationCitation><b:Text>CN 1719946 A</b:Text></b:ApplicationCitation>"
              "<b:ReferenceDocCategory>ＸＹ</b:ReferenceDocCategory></b:Citation>"
              "<b:Citation srepPhase='EXA'><b:NPLCitation>某某手册</b:NPLCitation></b:Citation>"
              "</b:ReferencesCited>");
    assert_says("\"category\":[\"X\",\"Y\"],\"by\":\"examiner\",\"phase\":\"examination\"}");
    assert_says("\"npl\":[{\"text\":\"某某手册\",\"category\":[],\"by\":\"examiner\"}]");
}

static void names_stay_as_printed_and_zeros_are_no_place(void **state)
{
    (void)state;
    read_body(HEAD("A", "20190802"),
              "<b:Parties><b:ApplicantDetails><b:Applicant sequence='1'><b:AddressBook lang='zh'>"
              "<b:Name>Ａ＆Ｂ（苏州）有限公司</b:Name><b:Address><b:Street>0</b:Street>"
              "<b:County>0</b:County><b:City>00000</b:City><b:State>加利福尼亚州</b:State>"
              "<b:PostCode>0</b:PostCode><b:WIPOST3Code>US</b:WIPOST3Code>"
              "<b:Text>123456 美国</b:Text></b:Address></b:AddressBook></b:Applicant>"
              "</b:ApplicantDetails></b:Parties>");
    assert_says("\"applicants\":[{\"name\":\"Ａ＆Ｂ（苏州）有限公司\",\"role\":\"applicant\","
                "\"country\":\"US\",\"region\":\"加利福尼亚州\",\"city\":null,"
                "\"address\":\"123456 美国\",\"postcode\":null}]");
}

#define CITED(phase, format)                                                    \
    "<b:Citation srepPhase='" phase "'><b:ApplicationCitation>"                 \
    "<b:PublicationReference dataFormat='" format "'><b:DocumentID>"            \
    "<b:WIPOST3Code>EP</b:WIPOST3Code><b:DocNumber>1234567</b:DocNumber>"       \
    "<b:Kind>A1</b:Kind></b:DocumentID></b:PublicationReference>"               \
    "</b:ApplicationCitation></b:Citation>"

static void publication_is_cited_once_by_each(void **state)
{
    (void)state;
    read_body(HEAD("B", "20190802"), "<b:ReferencesCited>" CITED("SEA", "original")
                                         CITED("SEA", "standard") CITED("APP", "original")
                                             "</b:ReferencesCited>");
    assert_int_equal(the.record->citations.n, 2);
    assert_int_equal(the.record->citations.v[0].by, NP_BY_EXAMINER);
    assert_int_equal(the.record->citations.v[1].by, NP_BY_APPLICANT);
    assert_int_equal(the.record->citations.v[1].phase, NP_PHASE_FILING);
}

static void symbol_without_parts_is_read_from_its_text(void **state)
{
    (void)state;
    read_body(HEAD("A", "20190802"),
              "<b:ClassificationIPCRDetails><b:ClassificationIPCR>"
              "<b:Section>B</b:Section><b:MainClass>82</b:MainClass>"
              "<b:Subclass>Y</b:Subclass><b:MainGroup>0</b:MainGroup><b:Subgroup>0</b:Subgroup>"
              "<b:Text>B82Y   30/00    (2011.01)</b:Text></b:ClassificationIPCR>"
              "<b:ClassificationIPCR><b:Text>C01B</b:Text></b:ClassificationIPCR>"
              "</b:ClassificationIPCRDetails><b:ClassificationIPC>"
              "<b:MainClassification dataFormat='original'>C01B32/182</b:MainClassification>"
              "</b:ClassificationIPC>");
    assert_says("\"ipc\":[\"B82Y30/00\",\"C01B32/182\"]");
}

static void locarno_is_found_inside_words(void **state)
{
    (void)state;
    read_body(HEAD("S", "20190802"), "<b:ClassificationLocarno><b:Text>LOC(10)Cl. 14-03</b:Text>"
                                     "</b:ClassificationLocarno>");
    assert_says("\"type\":\"design\"");
    assert_says("\"locarno\":[\"14-03\"]");
}

static void count_of_claims_may_be_stated(void **state)
{
    (void)state;
    read_body(HEAD("A", "20190802"), "<b:StatisticalInformation><b:ClaimsCount>12</b:ClaimsCount>"
                                     "</b:StatisticalInformation>");
    assert_int_equal(the.record->claim_count, 12);
    assert_false(the.record->parts & NP_PART_CLAIMS);
}

static void claims_out_of_sequence_are_a_note(void **state)
{
    (void)state;
    np_buf_reset(&the.bytes);
    np_buf_puts(&the.bytes, HEAD("A", "20190802") "</b:BibliographicData><b:Claims lang='zh'>"
                            "<b:Claim num='1'><b:ClaimText>1.甲。</b:ClaimText></b:Claim>"
                            "<b:Claim num='3'><b:ClaimText>3.乙。</b:ClaimText></b:Claim>"
                            "</b:Claims></b:PatentDocumentAndRelated>");
    assert_int_equal(read_bytes(np_buf_slice(&the.bytes)), NP_OK);
    assert_int_equal(the.record->notes.n, 1);
    assert_slice(the.record->notes.v[0].code, "NP-NOT-004");
    assert_int_equal(the.record->claim_count, 2);
}

static void endless_list_is_refused(void **state)
{
    (void)state;
    np_buf_reset(&the.bytes);
    np_buf_puts(&the.bytes, HEAD("A", "20190802") "<b:Parties><b:InventorDetails>");
    for (int i = 0; i < 10001; i++)
        np_buf_puts(&the.bytes, "<b:Inventor><b:Name>x</b:Name></b:Inventor>");
    np_buf_puts(&the.bytes, "</b:InventorDetails></b:Parties>" TAIL);
    assert_int_equal(read_bytes(np_buf_slice(&the.bytes)), NP_SKIP);
    assert_string_equal(the.err.what, "more than 10000 entries in a list");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(priorities_counted_through_both_formats_are_not_doubled),
        cmocka_unit_test(attributes_of_the_root_are_enough_for_the_identity),
        cmocka_unit_test(a_wrong_check_digit_is_a_note_and_no_rejection),
        cmocka_unit_test(date_under_the_name_of_the_schema_is_found),
        cmocka_unit_test(international_numbers_may_stand_bare),
        cmocka_unit_test(chinese_address_book_wins_over_a_translation),
        cmocka_unit_test(name_in_parts_is_joined),
        cmocka_unit_test(parties_in_two_formats_are_one_and_lend_their_country),
        cmocka_unit_test(owner_replaces_applicants_only_of_a_grant),
        cmocka_unit_test(citations_in_words_are_read_or_kept_as_literature),
        cmocka_unit_test(several_publications_in_one_text_are_cut_at_semicolons),
        cmocka_unit_test(category_in_attribute_and_element_is_said_once),
        cmocka_unit_test(names_stay_as_printed_and_zeros_are_no_place),
        cmocka_unit_test(publication_is_cited_once_by_each),
        cmocka_unit_test(symbol_without_parts_is_read_from_its_text),
        cmocka_unit_test(locarno_is_found_inside_words),
        cmocka_unit_test(count_of_claims_may_be_stated),
        cmocka_unit_test(claims_out_of_sequence_are_a_note),
        cmocka_unit_test(endless_list_is_refused),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
