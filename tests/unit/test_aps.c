/* Green Book text: the samples field by field, a cut and a broken one, and the real documents. */
#include "docdb_read.h"

#define SAMPLES "tests/samples/aps/"
#define REAL "../shared/real/uspto-grant/aps-greenbook/"

static void numbers_lose_their_check_digit(void **state)
{
    struct reading *r = read_file(SAMPLES "weekly.txt");

    (void)state;
    assert_int_equal(r->records, 3);
    assert_says(r, 0, "\"id\":\"US5999947\",\"office\":\"US\",\"number\":\"5999947\",\"kind\":null");
    assert_says(r, 0, "\"application\":{\"office\":\"US\",\"number\":\"08999680\","
                      "\"date\":\"1995-12-07\"}");
    assert_says(r, 1, "\"number\":\"RE39999\",\"kind\":null");
    assert_says(r, 1, "\"number\":\"07123456\"");
    assert_says(r, 2, "\"number\":\"D399999\",\"kind\":null");
    forget(r);
}

static void types_follow_the_application_type(void **state)
{
    struct reading *r = read_file(SAMPLES "weekly.txt");

    (void)state;
    assert_says(r, 0, "\"type\":\"invention\",\"stage\":\"grant\"");
    assert_says(r, 1, "\"type\":\"reissue\"");
    assert_says(r, 2, "\"type\":\"design\"");
    forget(r);
}

static void designs_have_locarno_and_one_claim_without_number(void **state)
{
    struct reading *r = read_file(SAMPLES "weekly.txt");

    (void)state;
    assert_says(r, 2, "\"ipc\":[],\"cpc\":[],\"uspc\":[\"D7/642\"],\"locarno\":[\"07-03\"]");
    assert_says(r, 2, "\"claims\":{\"en\":[{\"num\":1,\"text\":\"The ornamental design for a spoon, "
                      "as shown.\",\"depends\":[]}]},\"claim_count\":1");
    assert_says(r, 2, "\"application\":{\"office\":\"US\",\"number\":\"29001234\"");
    forget(r);
}

static void names_and_countries_are_turned(void **state)
{
    struct reading *r = read_file(SAMPLES "weekly.txt");

    (void)state;
    assert_says(r, 0, "\"inventors\":[{\"name\":\"Muster, Max M., Jr.\",\"country\":\"DE\"},"
                      "{\"name\":\"Sample, John\",\"country\":\"US\"}]");
    assert_says(r, 0, "{\"name\":\"Tubes of Nowhere, Inc.\",\"role\":\"assignee\","
                      "\"country\":\"US\",\"region\":\"CA\",\"city\":\"Nowhere\","
                      "\"address\":\"2 Nowhere Lane\",\"postcode\":\"99999\"}");
    assert_says(r, 0, "{\"name\":\"British Nothing plc\",\"role\":\"assignee\","
                      "\"country\":\"GB\"");
    forget(r);
}

static void relations_follow_their_code_and_unknown_ones_are_told(void **state)
{
    struct reading *r = read_file(SAMPLES "weekly.txt");
    const struct np_record *record = record_at(r, 0);

    (void)state;
    assert_says(r, 0, "\"parents\":[{\"relation\":\"division\",\"office\":\"US\","
                      "\"number\":\"999302\",\"date\":\"1992-06-18\"},"
                      "{\"relation\":\"continuation_in_part\",\"office\":\"US\","
                      "\"number\":\"07888301\",\"date\":\"1991-01-01\"}]");
    assert_says(r, 1, "\"parents\":[{\"relation\":\"reissue\",\"office\":\"US\","
                      "\"number\":\"654321\",\"date\":\"1993-01-01\"}]");
    assert_int_equal(record->notes.n, 1);
    assert_slice(record->notes.v[0].code, "NP-NOT-007");
    forget(r);
}

static void symbols_are_cut_by_columns(void **state)
{
    struct reading *r = read_file(SAMPLES "weekly.txt");

    (void)state;
    assert_says(r, 0, "\"ipc\":[\"C12Q1/68\",\"G06F15/00\"]");
    assert_says(r, 0, "\"uspc\":[\"435/6\",\"436/139\",\"74/471XY\",\"123/90.16\"]");
    forget(r);
}

static void references_are_citations_of_nobody_known(void **state)
{
    struct reading *r = read_file(SAMPLES "weekly.txt");

    (void)state;
    assert_says(r, 0, "{\"office\":\"US\",\"number\":\"RE28999\",\"kind\":null,"
                      "\"date\":\"1976-01\",\"category\":[],\"by\":null,\"phase\":null}");
    assert_says(r, 0, "{\"office\":\"JP\",\"number\":\"2199674\",\"kind\":null,"
                      "\"date\":\"1990-07\"");
    assert_says(r, 0, "\"npl\":[{\"text\":\"K. Nobody et al., \\\"Made up at 10° C.,\\\" Journal of "
                      "Nothing, vol. 58, pp. 2649-2653.\",\"category\":[],\"by\":null},");
    assert_says(r, 0, "\"pct\":{\"application\":\"WO1995EP09999\",\"publication\":"
                      "\"WO1996009999\"}");
    forget(r);
}

static void dot_codes_are_characters(void **state)
{
    struct reading *r = read_file(SAMPLES "weekly.txt");

    (void)state;
    assert_says(r, 0, "\"title\":{\"en\":\"Tubes of C60 and a title that goes on over the end of "
                      "its line\"}");
    assert_says(r, 0, "\"abstract\":{\"en\":\"A tube of α-carbon, 10 μm long, at 5±1° C.; see e.g. "
                      "2.0.1 and i.e. nothing. It has the formula (IV):\"}");
    assert_says(r, 0, "\"text\":\"1. A tube comprising: a. a wall of X2⊖ and r1 ' wherein a≤b; and "
                      "b. a filling. 1 2 3 4\"");
    forget(r);
}

static void claims_depend_by_their_words(void **state)
{
    struct reading *r = read_file(SAMPLES "weekly.txt");

    (void)state;
    assert_says(r, 0, "{\"num\":null,\"text\":\"3. (canceled)\",\"depends\":[]}");
    assert_says(r, 0, "any one of claims 1 to 3.\",\"depends\":[1,2,3]}");
    assert_says(r, 0, "\"claim_count\":4");
    forget(r);
}

static void reissues_lose_what_is_in_heavy_brackets(void **state)
{
    struct reading *r = read_file(SAMPLES "weekly.txt");

    (void)state;
    assert_says(r, 1, "[{\"num\":1,\"text\":\"1. A round tube.\",\"depends\":[]},"
                      "{\"num\":2,\"text\":\"2. The tube of claim 1 made of: 2 parts of nothing.\","
                      "\"depends\":[1]}]");
    forget(r);
}

static void a_cut_document_is_kept_with_a_note(void **state)
{
    struct reading *r = read_file(SAMPLES "broken-cut.txt");
    const struct np_record *record = record_at(r, 0);

    (void)state;
    assert_int_equal(r->records, 1);
    assert_says(r, 0, "\"claims\":{},\"claim_count\":5");
    assert_slice(record->notes.v[record->notes.n - 1].code, "NP-NOT-008");
    forget(r);
}

static void a_document_without_number_is_rejected(void **state)
{
    struct reading *r = read_file(SAMPLES "broken-number.txt");

    (void)state;
    assert_lost(r, 0, NP_SKIP, "no publication number");
    assert_says(r, 1, "\"title\":{\"en\":\"Caf\xEF\xBF\xBD of .nosuch. .sub\"}");
    assert_says(r, 1, "\"date\":\"1997\",\"type\":\"other\"");
    assert_says(r, 1, "\"inventors\":[{\"name\":\"Nobody\",\"country\":\"US\"}]");
    forget(r);
}

static void all_shared_patents_are_read(void **state)
{
    static const struct {
        const char *file, *number;
        int claims;
        size_t inventors, citations;
    } rows[] = {
        { REAL "US03932709.greenbook", "3932709", 17, 2, 9 },
        { REAL "US04347903.greenbook", "4347903", 3, 8, 3 },
        { REAL "pftaps057006474.txt", "5700647", 20, 6, 5 },
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct reading *r = read_file(rows[i].file);
        const struct np_record *record = record_at(r, 0);

        assert_slice(record->number, rows[i].number);
        assert_int_equal(record->claim_count, rows[i].claims);
        assert_int_equal(record->inventors.n, rows[i].inventors);
        assert_int_equal(record->citations.n, rows[i].citations);
        assert_int_equal(record->notes.n, 0);
        assert_true(record->ipc.n && record->uspc.n && record->abstract.n);
        forget(r);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_lose_their_check_digit),
        cmocka_unit_test(types_follow_the_application_type),
        cmocka_unit_test(designs_have_locarno_and_one_claim_without_number),
        cmocka_unit_test(names_and_countries_are_turned),
        cmocka_unit_test(relations_follow_their_code_and_unknown_ones_are_told),
        cmocka_unit_test(symbols_are_cut_by_columns),
        cmocka_unit_test(references_are_citations_of_nobody_known),
        cmocka_unit_test(dot_codes_are_characters),
        cmocka_unit_test(claims_depend_by_their_words),
        cmocka_unit_test(reissues_lose_what_is_in_heavy_brackets),
        cmocka_unit_test(a_cut_document_is_kept_with_a_note),
        cmocka_unit_test(a_document_without_number_is_rejected),
        cmocka_unit_test(all_shared_patents_are_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
