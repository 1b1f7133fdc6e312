#include "unit.h"

#include <nanopat/docid.h>

struct row {
    const char *office, *printed, *expected;
};

typedef struct np_slice number_form(struct np_arena *, struct np_slice, struct np_slice);

static void assert_rows(const struct row *rows, size_t count, number_form *form)
{
    struct np_arena *arena = np_arena_new();

    for (size_t i = 0; i < count; i++) {
        struct np_slice got = form(arena, np_slice_of(rows[i].office), np_slice_of(rows[i].printed));

        if (!np_slice_is(got, rows[i].expected))
            fail_msg("%s '%s' gives '%.*s', not '%s'", rows[i].office, rows[i].printed,
                     NP_ARG(got), rows[i].expected);
    }
    np_arena_free(arena);
}

#define ASSERT_ROWS(rows, form) assert_rows(rows, sizeof rows / sizeof *(rows), form)

static void us_publications_take_docdb_form(void **state)
{
    static const struct row rows[] = {
        { "US", "08926509", "8926509" },           { "US", "10123456", "10123456" },
        { "US", "6,123,456", "6123456" },          { "US", "D0651432", "D651432" },
        { "US", "D. 123456", "D123456" },          { "US", "Des. 345,678", "D345678" },
        { "US", "RE049257", "RE49257" },           { "US", "Re. 28,671", "RE28671" },
        { "US", "PP034694", "PP34694" },           { "US", "H0002157", "H2157" },
        { "US", "H1234", "H1234" },                { "US", "20210267109", "2021267109" },
        { "US", "2008/0197955", "2008197955" },    { "US", "2008/0197955 A1", "2008197955" },
        { "US", "US 2008/0197955 A1", "2008197955" }, { "US", "2002/0000123", "2002000123" },
        { "US", "2010012345", "2010012345" },      { "US", "US10123456B2", "10123456" },
        { "US", "2,008,019", "2008019" },          { "US", "20070000001", "2007000001" },
        { "US", "USRE45678", "RE45678" },          { "US", "４７２３２０９", "4723209" },
        { "US", "1258190X", "1258190X" },          { "US", "0", "0" },
        { "US", "", "" },
    };

    (void)state;
    ASSERT_ROWS(rows, np_publication_number);
}

static void wo_publications_are_year_and_six_digits(void **state)
{
    static const struct row rows[] = {
        { "WO", "2016012345", "2016012345" },     { "WO", "2005/012345", "2005012345" },
        { "WO", "WO2005/012345", "2005012345" },  { "WO", "WO99/12345", "1999012345" },
        { "WO", "WO 89/02682", "1989002682" },    { "WO", "WO 02/064032", "2002064032" },
        { "WO", "WO0112345", "2001012345" },      { "WO", "9106571", "1991006571" },
        { "WO", "02054790", "2002054790" },       { "WO", "WO99016636", "1999016636" },
        { "WO", "926073", "1992006073" },         { "WO", "WO 2016/012345 A1", "2016012345" },
        { "WO", "2021/173713", "2021173713" },    { "WO", "WO00/00001", "2000000001" },
        { "WO", "1995010192", "1995010192" },     { "WO", "DM/048562", "DM048562" },
    };

    (void)state;
    ASSERT_ROWS(rows, np_publication_number);
}

static void ep_publications_have_seven_digits(void **state)
{
    static const struct row rows[] = {
        { "EP", "1234567", "1234567" },    { "EP", "EP1234567", "1234567" },
        { "EP", "0444678", "0444678" },    { "EP", "444678", "0444678" },
        { "EP", "00444678", "0444678" },   { "EP", "1 234 567 B1", "1234567" },
        { "EP", "EP 0 000 123", "0000123" },
    };

    (void)state;
    ASSERT_ROWS(rows, np_publication_number);
}

static void other_publications_keep_letters_and_digits(void **state)
{
    static const struct row rows[] = {
        { "CN", "101945314", "101945314" },   { "CN", "CN 101945314 B", "101945314" },
        { "CN", "CN1719946A", "1719946" },    { "CN", "85100312", "85100312" },
        { "JP", "S54111711", "S54111711" },   { "JP", "JPH0512345", "H0512345" },
        { "JP", "2003-123456", "2003123456" }, { "KR", "10-2016-0063019", "1020160063019" },
        { "BR", "PI0012345-6", "PI00123456" }, { "AT", "A187779", "A187779" },
        { "DE", "10 2004 012 345", "102004012345" }, { "IT", "MI2000A001234", "MI2000A001234" },
        { "LV", "000156", "156" },            { "GB", "2 123 456", "2123456" },
        { "EM", "000778592-0008", "7785920008" },
    };

    (void)state;
    ASSERT_ROWS(rows, np_publication_number);
}

static void cited_numbers_of_other_offices_keep_their_zeros(void **state)
{
    static const struct row rows[] = {
        { "US", "2008/0197955", "2008197955" }, { "WO", "WO99/12345", "1999012345" },
        { "EP", "444678", "0444678" },          { "EM", "000778592-0008", "0007785920008" },
        { "DE", "B0077613", "B0077613" },       { "LV", "000156", "000156" },
        { "JP", "2007-186048", "2007186048" },  { "CN", "CN101945314", "101945314" },
    };

    (void)state;
    ASSERT_ROWS(rows, np_cited_number);
}

static void publication_form_does_not_change_twice(void **state)
{
    static const struct row rows[] = {
        { "US", "2008/0197955", "" }, { "US", "RE049257", "" },  { "WO", "WO99/12345", "" },
        { "EP", "444678", "" },       { "JP", "H05-12345", "" }, { "CN", "101945314", "" },
        { "US", "2007/0000001", "" }, { "WO", "19/12345", "" },  { "WO", "20/00001", "" },
    };
    struct np_arena *arena = np_arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct np_slice office = np_slice_of(rows[i].office);
        struct np_slice once = np_publication_number(arena, office, np_slice_of(rows[i].printed));

        assert_slice(np_publication_number(arena, office, once), once.p);
    }
    np_arena_free(arena);
}

static void applications_lose_punctuation_and_check_digit(void **state)
{
    static const struct row rows[] = {
        { "CN", "202111286633.X", "202111286633" }, { "CN", "202111286633X", "202111286633" },
        { "CN", "2013800622588", "201380062258" },  { "CN", "201380062258", "201380062258" },
        { "CN", "CN 201810393213.3", "201810393213" }, { "CN", "ZL 2010 1 0298420.4", "201010298420" },
        { "CN", "89103229.2", "89103229" },         { "CN", "891032292", "89103229" },
        { "CN", "85100312", "85100312" },           { "CN", "102021001286633", "102021001286633" },
        { "EP", "04012345.6", "04012345" },         { "EP", "040123456", "04012345" },
        { "EP", "17000245", "17000245" },           { "EP", "EP20040012345", "20040012345" },
        { "US", "09/123,456", "09123456" },         { "US", "60115394", "60115394" },
        { "US", "60/115394", "60115394" },          { "US", "13797521", "13797521" },
        { "DE", "10 2004 012 345.7", "1020040123457" }, { "JP", "P2003-123456", "P2003123456" },
        { "IT", "MI2000A001234", "MI2000A001234" }, { "HU", "0101714", "0101714" },
        { "US", "PCT/US2021/019468", "PCTUS2021019468" }, { "KR", "10-2016-0063019", "1020160063019" },
        { "GB", "0226470.3", "02264703" },          { "CN", "", "" }, { "EP", ".", "" },
    };

    (void)state;
    ASSERT_ROWS(rows, np_application_number);
}

static struct np_slice pct_form(struct np_arena *arena, struct np_slice office,
                                struct np_slice printed)
{
    (void)office;
    return np_pct_number(arena, printed);
}

static void pct_applications_are_wo_year_office_serial(void **state)
{
    static const struct row rows[] = {
        { "", "PCT/EP2004/012345", "WO2004EP12345" },   { "", "PCT/EP2015/060001", "WO2015EP60001" },
        { "", "PCT/JP99/01234", "WO1999JP01234" },      { "", "PCTDE9901234", "WO1999DE01234" },
        { "", "PCT/US2021/019468", "WO2021US19468" },   { "", "KR2016013664", "WO2016KR13664" },
        { "", "PCT/IB2009/005131", "WO2009IB05131" },   { "", "WO2004EP12345", "WO2004EP12345" },
        { "", "PCT/CN2021/123456", "WO2021CN123456" },  { "", "PCT/US01/123456", "WO2001US123456" },
        { "", "pct/ep2004/012345", "WO2004EP12345" },   { "", "PCTUS0400123", "WO2004US00123" },
        { "", "EP20040012345", "" },                    { "", "PCT/2004/012345", "" },
        { "", "09/123,456", "" },                       { "", "WO2004012345", "" },
        { "", "", "" },                                 { "", "PCT", "" },
    };

    (void)state;
    ASSERT_ROWS(rows, pct_form);
}

static void cn_check_digits_agree_with_printed_numbers(void **state)
{
    (void)state;
    assert_int_equal(np_cn_check_digit(NP_S("202111286633")), 'X');
    assert_int_equal(np_cn_check_digit(NP_S("201010298420")), '4');
    assert_int_equal(np_cn_check_digit(NP_S("201810393213")), '3');
    assert_int_equal(np_cn_check_digit(NP_S("201380062258")), '8');
    assert_int_equal(np_cn_check_digit(NP_S("202180002433")), '9');
    assert_int_equal(np_cn_check_digit(NP_S("89103229")), '0'); /* printed with 2: formats/cnipa.md */
    assert_int_equal(np_cn_check_digit(NP_S("8910322")), 0);
    assert_int_equal(np_cn_check_digit(NP_S("20211128663X")), 0);
    assert_int_equal(np_cn_check_digit(NP_EMPTY), 0);
}

static void ids_are_split_as_people_type_them(void **state)
{
    static const struct { const char *typed, *office, *number, *kind; } rows[] = {
        { "US10123456B2", "US", "10123456", "B2" },
        { "CN 101945314 B", "CN", "101945314", "B" },
        { "us-10123456-b2", "US", "10123456", "B2" },
        { "US 2008/0197955 A1", "US", "2008197955", "A1" },
        { "USD651432S1", "US", "D651432", "S1" },
        { "US RE45,678 E1", "US", "RE45678", "E1" },
        { "WO 99/12345 A1", "WO", "1999012345", "A1" },
        { "WO2016012345", "WO", "2016012345", "" },
        { "EP 0 444 678 B1", "EP", "0444678", "B1" },
        { "JPS54111711A", "JP", "S54111711", "A" },
        { "ITMI2000A001234", "IT", "MI2000A001234", "" },
        { "ＣＮ１０１９４５３１４Ｂ", "CN", "101945314", "B" },
        { "DE102004012345A1", "DE", "102004012345", "A1" },
    };
    static const char *const none[] = { "", "US", "10123456", "U1", "USA", "B2", "D651432", "石墨烯" };
    struct np_arena *arena = np_arena_new();
    struct np_docref ref;

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_true(np_publication_split(arena, np_slice_of(rows[i].typed), &ref));
        assert_slice(ref.office, rows[i].office);
        assert_slice(ref.number, rows[i].number);
        assert_slice(ref.kind, rows[i].kind);
    }
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_false(np_publication_split(arena, np_slice_of(none[i]), &ref));
    np_arena_free(arena);
}

static void ids_are_put_together(void **state)
{
    struct np_arena *arena = np_arena_new();

    (void)state;
    assert_slice(np_publication_id(arena, NP_S("US"), NP_S("10123456"), NP_S("B2")),
                 "US10123456B2");
    assert_slice(np_publication_id(arena, NP_S("CN"), NP_S("1"), NP_EMPTY), "CN1");
    np_arena_free(arena);
}

/* Any bytes at all: no form may read outside or give more than letters and digits. */
static void hostile_numbers_do_no_harm(void **state)
{
    static const char alphabet[] = "0129XABUSWOEPCNPCT/.,- \xEF\xBC\x91\xFF";
    static const char *const offices[] = { "US", "WO", "EP", "CN", "JP", "" };
    struct np_arena *arena = np_arena_new();
    uint32_t seed = 1;

    (void)state;
    for (int round = 0; round < 60000; round++) {
        char text[16];
        size_t n = (size_t)round % sizeof text;
        struct np_slice printed, office = np_slice_of(offices[round % 6]);
        struct np_docref ref;

        for (size_t i = 0; i < n; i++) {
            seed = seed * 1664525 + 1013904223;
            text[i] = alphabet[(seed >> 16) % (sizeof alphabet - 1)];
        }
        printed = np_arena_copy(arena, np_slice_make(text, n));
        np_publication_number(arena, office, printed);
        np_cited_number(arena, office, printed);
        np_application_number(arena, office, printed);
        np_pct_number(arena, printed);
        if (np_publication_split(arena, printed, &ref))
            assert_true(ref.office.n == 2 && ref.number.n > 0 && ref.kind.n <= 2);
        if (round % 1000 == 0)
            np_arena_reset(arena);
    }
    np_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(us_publications_take_docdb_form),
        cmocka_unit_test(wo_publications_are_year_and_six_digits),
        cmocka_unit_test(ep_publications_have_seven_digits),
        cmocka_unit_test(other_publications_keep_letters_and_digits),
        cmocka_unit_test(cited_numbers_of_other_offices_keep_their_zeros),
        cmocka_unit_test(publication_form_does_not_change_twice),
        cmocka_unit_test(applications_lose_punctuation_and_check_digit),
        cmocka_unit_test(pct_applications_are_wo_year_office_serial),
        cmocka_unit_test(cn_check_digits_agree_with_printed_numbers),
        cmocka_unit_test(ids_are_split_as_people_type_them),
        cmocka_unit_test(ids_are_put_together),
        cmocka_unit_test(hostile_numbers_do_no_harm),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
