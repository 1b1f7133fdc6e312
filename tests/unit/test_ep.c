/* EPO full text: the quirks of the samples, broken ones, and the shared real documents. */
#include "docdb_read.h"

#include <dirent.h>
#include <stdio.h>

#define SAMPLES "tests/samples/ep-patent-document/"
#define REAL "../shared/real/ep-fulltext/"

static void says_all(const char *sample, const char *const *parts)
{
    struct reading *reading = read_file(sample);

    for (; *parts; parts++)
        assert_says(reading, 0, *parts);
    forget(reading);
}

static void the_key_are_the_root_s_attributes_never_its_id(void **state)
{
    static const char *const parts[] = {
        "{\"id\":\"EP3900001A1\",\"office\":\"EP\",\"number\":\"3900001\",\"kind\":\"A1\","
        "\"date\":\"2019-02-13\"",
        "\"application\":{\"office\":\"EP\",\"number\":\"17900001\",\"date\":\"2017-08-08\"}",
        NULL
    };

    (void)state;
    says_all(SAMPLES "application-v15.xml", parts);
}

static void priorities_begin_at_each_number(void **state)
{
    static const char *const parts[] = {
        "\"priorities\":[{\"office\":\"US\",\"number\":\"207496P\",\"date\":\"2016-08-10\"},"
        "{\"office\":\"JP\",\"number\":\"14465893\",\"date\":\"2016-10-01\"},"
        "{\"office\":\"EP\",\"number\":\"61010784\",\"date\":\"2016-11-02\"},"
        "{\"office\":\"DE\",\"number\":\"102016000007\",\"date\":\"2016-12\"}]",
        "\"parents\":[{\"relation\":\"division\",\"office\":\"EP\",\"number\":\"12184383\","
        "\"date\":\"2012-09-14\"}]",
        NULL
    };

    (void)state;
    says_all(SAMPLES "application-v15.xml", parts);
}

static void symbols_stand_in_columns_or_collapsed(void **state)
{
    static const char *const parts[] = {
        "\"ipc\":[\"C01B32/184\",\"B82Y40/00\",\"C01B31/02\",\"B82B3/00\",\"A01N43/08\","
        "\"A01N43/10\"],\"cpc\":[\"C01B32/184\",\"C01B2204/04\"]",
        NULL
    };

    (void)state;
    says_all(SAMPLES "application-v15.xml", parts);
}

static void a_party_is_its_first_line_and_once_by_its_number(void **state)
{
    static const char *const parts[] = {
        "\"applicants\":[{\"name\":\"Musterwerke Flockenbau GmbH\",\"role\":\"applicant\","
        "\"country\":\"DE\",\"region\":null,\"city\":\"80333 München\","
        "\"address\":\"Nirgendstraße 1, Haus 2\",\"postcode\":null},"
        "{\"name\":\"Müller-Lüdenscheid, Åke\",\"role\":\"applicant-inventor\",\"country\":\"JP\"",
        "\"inventors\":[{\"name\":\"Müller-Lüdenscheid, Åke\",\"country\":\"JP\"},"
        "{\"name\":\"Beispiel, Erna, Dr.\",\"country\":\"AT\"}]",
        "\"designated\":[\"DE\",\"FR\",\"GB\"]",
        NULL
    };

    (void)state;
    says_all(SAMPLES "application-v15.xml", parts);
}

static void text_goes_on_behind_a_comment(void **state)
{
    static const char *const parts[] = {
        "\"text\":\"Flocke aus Graphen mit einer Dicke unter d0.\",\"depends\":[]",
        "\"text\":\"Flocke nach Anspruch 1, mit a) 2 bis 5 Lagen, b) Stickstoff.\",\"depends\":[1]",
        "\"num\":3,",
        "\"claim_count\":3",
        "\"abstract\":{\"de\":\"Flocke aus Graphen mit C60 und einer Dicke von < 1 nm.\"}",
        "\"en\":\"GRAPHENE FLAKE AND METHOD OF MAKING IT\"",
        NULL
    };

    (void)state;
    says_all(SAMPLES "application-v15.xml", parts);
}

static void search_reports_give_each_citation_once(void **state)
{
    static const char *const parts[] = {
        "\"citations\":[{\"office\":\"EP\",\"number\":\"0460575\",\"kind\":\"A1\","
        "\"date\":\"1991-12-11\",\"category\":[\"X\",\"D\",\"A\",\"Y\"],\"by\":\"examiner\","
        "\"phase\":\"search\"},{\"office\":\"US\",\"number\":\"2008197955\",\"kind\":\"A1\","
        "\"date\":null,\"category\":[\"P\"],\"by\":\"examiner\",\"phase\":\"search\"}]",
        "\"npl\":[{\"text\":\"BEISPIEL E ET AL Flakes JOURNAL OF NOTHING 20050501 XP009999999\","
        "\"category\":[\"Y\"],\"by\":\"examiner\"}]",
        NULL
    };

    (void)state;
    says_all(SAMPLES "application-v15.xml", parts);
}

#define CITED(office, number, kind) \
    "{\"office\":\"" office "\",\"number\":\"" number "\",\"kind\":" kind ",\"date\":null"

static void printed_citations_are_taken_apart(void **state)
{
    static const char *const parts[] = {
        CITED("EP", "0486289", "\"A\""), CITED("EP", "3109871", "\"A1\""),
        CITED("US", "5326702", "\"A\""), CITED("US", "2007204872", "\"A1\""),
        CITED("US", "RE36154", "\"E\""), CITED("WO", "1990005789", "\"A\""),
        CITED("WO", "2017062590", "\"A1\""), CITED("JP", "H07300979", "\"A\""),
        CITED("JP", "7300979", "\"A\""), CITED("GB", "1466799", "null"),
        CITED("DE", "102009041527", "\"A1\""), CITED("SE", "0201225", "\"A\""),
        "\"npl\":[{\"text\":\"Abstracts of nowhere\",\"category\":[],\"by\":null}",
        NULL
    };
    struct reading *reading = read_file(SAMPLES "specification-v10.xml");

    (void)state;
    assert_int_equal(record_at(reading, 0)->citations.n, 12);
    forget(reading);
    says_all(SAMPLES "specification-v10.xml", parts);
}

static void lapses_pair_date_and_state(void **state)
{
    static const char *const parts[] = {
        "\"events\":[{\"office\":\"EP\",\"code\":\"B475\",\"date\":\"2002-04-24\",\"state\":\"AT\","
        "\"text\":null}",
        "\"date\":\"2002-11-09\",\"state\":\"IE\"", "\"date\":\"2002-12-01\",\"state\":\"MA\"", NULL
    };

    (void)state;
    says_all(SAMPLES "specification-v10.xml", parts);
}

static void proprietors_are_the_owners_and_two_digit_years_are_read(void **state)
{
    static const char *const parts[] = {
        "\"applicants\":[{\"name\":\"POWDER CO., LTD.\",\"role\":\"proprietor\"",
        "{\"name\":\"Inventor, Ida\",\"role\":\"proprietor\"",
        "\"inventors\":[{\"name\":\"Inventor, Ida\",\"country\":\"JP\"}]",
        "\"pct\":{\"application\":\"WO1994JP00711\",\"publication\":\"WO1994016636\"}", NULL
    };

    (void)state;
    says_all(SAMPLES "specification-v10.xml", parts);
}

static void a_second_set_of_a_language_is_kept_and_not_counted(void **state)
{
    struct reading *reading = read_file(SAMPLES "specification-v10.xml");
    const struct np_record *record = record_at(reading, 0);

    (void)state;
    assert_int_equal(record->claims.n, 3);
    assert_slice(record->claims.v[0].lang, "en");
    assert_int_equal(record->claims.v[0].claims.n, 3);
    assert_int_equal(record->claim_count, 2);
    forget(reading);
}

static void a_document_without_text_speaks_of_none(void **state)
{
    struct reading *reading = read_file(SAMPLES "bibliography-v11.xml");
    const struct np_record *record = record_at(reading, 0);

    (void)state;
    assert_int_equal(record->parts, NP_PART_BIBLIO | NP_PART_TEXT);
    assert_int_equal(record->claim_count, 0);
    assert_slice(record->pct_publication, "WO2016156000");
    forget(reading);
}

static void kinds_decide_the_stage(void **state)
{
    static const struct { const char *id; enum np_stage stage; } rows[] = {
        { "EP1900004A3", NP_SEARCH_REPORT }, { "EP1900004A4", NP_SEARCH_REPORT },
        { "EP1900004A9", NP_CORRECTION },    { "EP1900004B1", NP_GRANT },
        { "EP1900004B8", NP_CORRECTION },    { "EP1900004B3", NP_GRANT },
    };
    struct reading *reading = read_file(SAMPLES "kinds.xml");

    (void)state;
    assert_int_equal(reading->n, 6);
    for (size_t i = 0; i < 6; i++) {
        const struct np_record *record = record_at(reading, i);

        assert_slice(np_publication_id(reading->arena, record->office, record->number,
                                       record->kind), rows[i].id);
        assert_int_equal(record->stage, rows[i].stage);
        assert_int_equal(record->type, NP_INVENTION);
    }
    forget(reading);
}

static void contradictions_are_told_and_the_first_is_kept(void **state)
{
    static const char *const notes[] = {
        "publication number '1900008' of the root, '1900009' in B110",
        "kind 'B1' of the root, 'B2' in B130",
        "date 20080102 of the root, '20080103' in B140",
        "application number '05000008.5': check digit 5, computed 2",
        "claims in 'fr': number 3 in place 2",
        "claim 3 refers to other claims in 'fr' than in 'de'",
        "2 claims in 'fr', 1 in 'en'",
    };
    struct reading *reading = read_file(SAMPLES "contradictions.xml");
    const struct np_record *record = record_at(reading, 0);

    (void)state;
    assert_says(reading, 0, "\"id\":\"EP1900008B1\"");
    assert_says(reading, 0, "\"date\":\"2008-01-02\"");
    assert_int_equal(record->notes.n, sizeof notes / sizeof notes[0]);
    for (size_t i = 0; i < record->notes.n; i++)
        assert_slice(record->notes.v[i].what, notes[i]);
    forget(reading);
}

static void broken_documents_are_refused_with_a_reason(void **state)
{
    static const struct { const char *sample, *what; } rows[] = {
        { "broken-cut.xml", "ends inside a document" },
        { "broken-entity.xml", "entity" },
        { "broken-number.xml", "no publication number" },
        { "broken-tag.xml", "B541" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char path[200];
        struct reading *reading;

        snprintf(path, sizeof path, SAMPLES "%s", rows[i].sample);
        reading = read_file(path);
        assert_int_equal(reading->records, 0);
        if (!strstr(reading->v[0].err.what, rows[i].what))
            fail_msg("%s: %s", path, reading->v[0].err.what);
        forget(reading);
    }
}

/* ---- real documents ---- */

static void expect_complete(const struct np_record *record, const char *path)
{
    bool granted = record->stage == NP_GRANT;

    if (record->number.n != 7 || !record->date || !record->application.date ||
        record->title.n != 3 || !record->inventors.n || !record->applicants.n ||
        !record->ipc.n || !record->designated.n || !record->lang.n)
        fail_msg("%s: a field is missing", path);
    if (granted && (record->claims.n != 3 || !(record->citations.n + record->npl.n) ||
                    record->applicants.v[0].role != NP_ROLE_PROPRIETOR))
        fail_msg("%s: a field of a specification is missing", path);
    for (size_t i = 0; i < record->claims.n; i++)
        if ((int)record->claims.v[i].claims.n != record->claim_count)
            fail_msg("%s: %zu claims in one language, %d in its own", path,
                     record->claims.v[i].claims.n, record->claim_count);
}

static void real_documents_give_complete_records(void **state)
{
    DIR *folder = opendir(REAL "single");
    struct dirent *entry;
    int records = 0;

    (void)state;
    if (!folder)
        skip();
    while ((entry = readdir(folder)) != NULL) {
        char path[600];
        struct reading *reading;

        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, REAL "single/%s", entry->d_name);
        reading = read_file(path);
        expect_complete(record_at(reading, 0), path);
        records += (int)reading->records;
        forget(reading);
    }
    closedir(folder);
    assert_true(records >= 48);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_key_are_the_root_s_attributes_never_its_id),
        cmocka_unit_test(priorities_begin_at_each_number),
        cmocka_unit_test(symbols_stand_in_columns_or_collapsed),
        cmocka_unit_test(a_party_is_its_first_line_and_once_by_its_number),
        cmocka_unit_test(text_goes_on_behind_a_comment),
        cmocka_unit_test(search_reports_give_each_citation_once),
        cmocka_unit_test(printed_citations_are_taken_apart),
        cmocka_unit_test(lapses_pair_date_and_state),
        cmocka_unit_test(proprietors_are_the_owners_and_two_digit_years_are_read),
        cmocka_unit_test(a_second_set_of_a_language_is_kept_and_not_counted),
        cmocka_unit_test(a_document_without_text_speaks_of_none),
        cmocka_unit_test(kinds_decide_the_stage),
        cmocka_unit_test(contradictions_are_told_and_the_first_is_kept),
        cmocka_unit_test(broken_documents_are_refused_with_a_reason),
        cmocka_unit_test(real_documents_give_complete_records),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
