/* test_standards.c -- references to standards in texts, their numbers and editions. */
#include "unit.h"

#include <nanopat/standards.h>
#include <stdio.h>
#include <stdlib.h>

static struct np_standard_finder *finder;
static struct np_arena *arena;

/* What the text names, "; " between. */
static const char *found(struct np_slice text)
{
    struct np_standard_refs refs = { 0 };
    struct np_buf b = { 0 };
    const char *all;

    np_standards_find(finder, text, NP_S("description"), arena, &refs);
    for (size_t i = 0; i < refs.list.n; i++)
        np_buf_printf(&b, "%s%.*s", i ? ";" : "", NP_ARG(refs.list.v[i].ref));
    all = np_arena_copy(arena, np_buf_slice(&b)).p;
    np_buf_release(&b);
    return all;
}

#define assert_found(text, expected) assert_string_equal(found(np_slice_of(text)), expected)

static void references_come_out_canonical(void **state)
{
    (void)state;
    assert_found("nach DIN EN ISO 13320-1:2020-01", "EN ISO 13320-1:2020");
    assert_found("ISO/IEC TS 80004-9:2017 and ISO/IEC/IEEE 29148:2018",
                 "ISO/IEC TS 80004-9:2017;ISO/IEC/IEEE 29148:2018");
    assert_found("ISO TS 80004-1, ISO-TR 11360", "ISO/TS 80004-1;ISO/TR 11360");
    assert_found("ISO 9277-2010", "ISO 9277:2010");
    assert_found("GB/T 6682-92", "GB/T 6682-1992");
    assert_found("GB/Z 26083 - 10", "GB/Z 26083-2010");
    assert_found("ASTM D-638, ASTM D882 - 12a; ASTM D638/D638M-14",
                 "ASTM D638;ASTM D882-12a;ASTM D638-14");
    assert_found("HJ 1234-2020和JB/T 1234.5-2010", "HJ 1234-2020;JB/T 1234.5-2010");
    assert_found("DIN 53455; DIN 67 530, EN 116", "DIN 53455;DIN 67530;EN 116");
    assert_found("OECD 301C, OECD Guideline 412", "OECD TG 301C;OECD TG 412");
    assert_found("SEMI M1-0918", "SEMI M1-0918");
    assert_found("JISZ8981-2010 JIS K-3362, JIS (R1601)", "JIS Z 8981:2010;JIS K 3362;JIS R 1601");
    assert_found("IEEE P1650 and IEEE 802.11ac-2013", "IEEE P1650;IEEE 802.11ac-2013");
}

static void blanks_dashes_and_full_width_forms_do_not_matter(void **state)
{
    (void)state;
    assert_found("根据ＧＢ／Ｔ　１９５９１－２００４测定", "GB/T 19591-2004");
    assert_found("GB/T\xC2\xA0" "19591\xE2\x88\x92" "2004", "GB/T 19591-2004");
    assert_found("ISO\n  9277 :\t2010", "ISO 9277:2010");
    assert_found("ISO \xE2\x80\x8B" "9277", "ISO 9277");
}

static void of_matches_that_overlap_the_longest_counts(void **state)
{
    (void)state;
    assert_found("NF EN ISO 19749:2023", "EN ISO 19749:2023");
    assert_found("BS ISO 9277:2010", "ISO 9277:2010");
    assert_found("GB/T 528-2009/ISO 37:2005", "GB/T 528-2009");
    assert_found("JIS Z 8981 and ISO 80004-2", "JIS Z 8981;ISO 80004-2");
}

static void numbers_of_other_things_are_none(void **state)
{
    (void)state;
    assert_found("16GB 2010-2012; the signal EN 12; a base station BS 110", "");
    assert_found("in: Proc. IEEE 2010 Conference", "");
    assert_found("MISO 9277, ISOX 9277, SEQ ID NO: 5, ISO/TC 229", "");
    assert_found("ISO 123456", "");
    assert_found("GB2345678A, WO/ISO 9277", "");
    assert_found("", "");
}

static void each_is_told_once_for_a_place(void **state)
{
    struct np_record *record = np_record_new(arena);
    struct np_claims *claims = np_list_add(arena, &record->claims);
    struct np_buf b = { 0 };

    (void)state;
    *np_list_add(arena, &claims->claims) =
        (struct np_claim){ .num = 1, .text = NP_S("1. A film after ISO 9277 and ISO 9277.") };
    *np_list_add(arena, &claims->claims) =
        (struct np_claim){ .num = 0, .text = NP_S("tested by ISO 9277") };
    np_list_add(arena, &record->npl)->text = NP_S("GB/T 6682-2008, Beijing");
    np_list_add(arena, &record->npl)->text = NP_S("GB/T 6682-2008, again");
    np_standards_of_record(finder, record, NP_S("by ISO 9277 and GB/T 6682-2008; ISO 9277"), arena);
    for (size_t i = 0; i < record->standards.n; i++)
        np_buf_printf(&b, "%.*s @ %.*s\n", NP_ARG(record->standards.v[i].ref),
                      NP_ARG(record->standards.v[i].where));
    assert_slice(np_buf_slice(&b), "ISO 9277 @ claim 1\nISO 9277 @ claims\nGB/T 6682-2008 @ npl\n"
                                   "ISO 9277 @ description\nGB/T 6682-2008 @ description\n");
    np_buf_release(&b);
}

/* Wherever it stands in a long text, and beside what window of the gate. */
static void a_reference_is_found_at_every_place(void **state)
{
    char text[400];

    (void)state;
    for (size_t at = 0; at + 20 < sizeof text; at++) {
        memset(text, at % 2 ? '.' : ' ', sizeof text);
        memcpy(text + at, "GB/T 30544.13-2018", 18);
        assert_string_equal(found(np_slice_make(text, sizeof text)), "GB/T 30544.13-2018");
        memset(text, 'X', sizeof text);
        memcpy(text + at, ".ISO 9277:2010.", 15);
        assert_string_equal(found(np_slice_make(text, sizeof text)), "ISO 9277:2010");
    }
}

static void a_long_list_is_read_whole(void **state)
{
    struct np_standard_refs refs = { 0 };
    struct np_buf b = { 0 };

    (void)state;
    for (int i = 10000; i < 40000; i++)
        np_buf_printf(&b, "ISO %d; ", i);
    np_standards_find(finder, np_buf_slice(&b), NP_S("description"), arena, &refs);
    assert_int_equal(refs.list.n, 30000);
    assert_slice(refs.list.v[29999].ref, "ISO 39999");
    np_buf_release(&b);
}

static void any_bytes_may_come(void **state)
{
    static const char heads[][8] = { "ISO ", "GB/T ", "EN ", "\xEF\xBC\xA9", "\xEF\xBC", "1", "-" };
    char text[97];
    uint64_t x = 7;

    (void)state;
    for (int round = 0; round < 20000; round++) {
        size_t n = 0;

        while (n + 8 < sizeof text) {
            x = x * 6364136223846793005ull + 1442695040888963407ull;
            if (x >> 62)
                text[n++] = (char)(x >> 40);
            else
                for (const char *p = heads[(x >> 50) % 7]; *p; p++)
                    text[n++] = *p;
        }
        assert_non_null(found(np_slice_make(text, n)));
        np_arena_reset(arena);
    }
}

static void editions_deliverables_and_adoptions_share_a_number(void **state)
{
    static const struct { const char *reference, *number; int edition; } cases[] = {
        { "ISO/TS 80004-1:2015", "ISO 80004-1", 2015 },
        { "ISO 80004-1", "ISO 80004-1", 0 },
        { "IEC TS 80004-9:2017", "ISO 80004-9", 2017 },
        { "ISO/IEC TS 80004-9:2017", "ISO 80004-9", 2017 },
        { "ISO/FDIS 9277", "ISO 9277", 0 },
        { "ISO 9277-2010", "ISO 9277", 2010 },
        { "ISO/IEC 8822:1994-01", "ISO 8822", 1994 },
        { "IEC TS 62607-6-10:2021", "IEC 62607-6-10", 2021 },
        { "IEC/IEEE 62659:2015", "IEC 62659", 2015 },
        { "EN ISO 19749:2023", "ISO 19749", 2023 },
        { "DIN EN ISO 19749", "ISO 19749", 0 },
        { "CEN/TS 17010:2016", "EN 17010", 2016 },
        { "CEN ISO/TS 80004-1", "ISO 80004-1", 0 },
        { "EN 16966", "EN 16966", 0 },
        { "GB/T 30544.13-2018", "GB 30544.13", 2018 },
        { "GB 3095-2012", "GB 3095", 2012 },
        { "GB/T19591-04", "GB 19591", 2004 },
        { "YS/T 1234-2018", "YS 1234", 2018 },
        { "T/CSTM 00800-2021", "T/CSTM 00800", 2021 },
        { "DB32/T 4321-2022", "DB32 4321", 2022 },
        { "ASTM E2456-06", "ASTM E2456", 2006 },
        { "ASTM D882-12a", "ASTM D882", 2012 },
        { "ASTM D638M-93", "ASTM D638", 1993 },
        { "JIS Z 8981:2010", "JIS Z 8981", 2010 },
        { "TS Z 0030-1:2017", "TS Z 0030-1", 2017 },
        { "IEEE 1650-2005", "IEEE 1650", 2005 },
        { "IEEE P1650", "IEEE 1650", 0 },
        { "IEEE Std 802.11ac-2013", "IEEE 802.11ac", 2013 },
        { "SEMI M1-0918", "SEMI M1", 2018 },
        { "OECD TG 412", "OECD 412", 0 },
        { "DIN 67 530", "DIN 67530", 0 },
        { "TS 138 211", "TS 138211", 0 },
        { "ISO 9277 (E) 100", "ISO 9277", 0 },
        { "GB/T 30544.13-2018 纳米科技 术语", "GB 30544.13", 2018 },
        { "no standard", "", 0 },
        { "", "", 0 },
        { "ISO/TC", "", 0 },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct np_slice reference = np_slice_of(cases[i].reference);

        assert_slice(np_standard_number(arena, reference), cases[i].number);
        assert_int_equal(np_standard_edition(reference), cases[i].edition);
    }
}

/* One row a line: text, tab, references. */
static void reference_cases_hold(void **state)
{
    FILE *f = fopen("../shared/reference/oracles/standards-regex-cases.tsv", "r");
    char line[1000];
    int n = 0;

    (void)state;
    if (!f)
        skip();
    while (fgets(line, sizeof line, f)) {
        char *tab = strchr(line, '\t');

        line[strcspn(line, "\r\n")] = '\0';
        if (line[0] == '#' || !tab || strncmp(line, "text\t", 5) == 0)
            continue;
        *tab = '\0';
        assert_string_equal(found(np_slice_of(line)), tab + 1);
        n++;
    }
    fclose(f);
    assert_true(n >= 25);
}

static int make(void **state)
{
    (void)state;
    finder = np_standard_finder_new();
    arena = np_arena_new();
    return 0;
}

static int end(void **state)
{
    (void)state;
    np_standard_finder_free(finder);
    np_arena_free(arena);
    return 0;
}

static void edition_is_printed_as_its_body_does(void **state)
{
    (void)state;
    assert_slice(np_standard_dated(arena, NP_S("ISO/TS 80004-1"), 2015), "ISO/TS 80004-1:2015");
    assert_slice(np_standard_dated(arena, NP_S("IEC TS 62607-6-10"), 2021), "IEC TS 62607-6-10:2021");
    assert_slice(np_standard_dated(arena, NP_S("GB/T 30544.13"), 2018), "GB/T 30544.13-2018");
    assert_slice(np_standard_dated(arena, NP_S("T/CSTM 00800"), 2021), "T/CSTM 00800-2021");
    assert_slice(np_standard_dated(arena, NP_S("ASTM E2456"), 2006), "ASTM E2456-06");
    assert_slice(np_standard_dated(arena, NP_S("ISO 9277"), 0), "ISO 9277");
    assert_slice(np_standard_undated(NP_S("ISO/TS 80004-1:2015")), "ISO/TS 80004-1");
    assert_slice(np_standard_undated(NP_S("GB/T 30544.13-2018")), "GB/T 30544.13");
    assert_slice(np_standard_undated(NP_S("IEC 62607-3-1")), "IEC 62607-3-1");
}

static void narrowing_keeps_what_is_no_ascii_or_covers_it(void **state)
{
    struct np_buf b = { 0 };

    (void)state;
    np_standard_narrow(&b, NP_S("ＧＢ／Ｔ　30544.13—2018\xE2\x80\x8B 术语"), 0);
    assert_slice(np_buf_slice(&b), "GB/T 30544.13-2018 术语");
    np_buf_reset(&b);
    np_standard_narrow(&b, NP_S("术 ISO\t\n9277"), '\x7f');
    assert_slice(np_buf_slice(&b), "\x7f ISO 9277");
    np_buf_release(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(references_come_out_canonical),
        cmocka_unit_test(blanks_dashes_and_full_width_forms_do_not_matter),
        cmocka_unit_test(of_matches_that_overlap_the_longest_counts),
        cmocka_unit_test(numbers_of_other_things_are_none),
        cmocka_unit_test(each_is_told_once_for_a_place),
        cmocka_unit_test(a_reference_is_found_at_every_place),
        cmocka_unit_test(a_long_list_is_read_whole),
        cmocka_unit_test(any_bytes_may_come),
        cmocka_unit_test(editions_deliverables_and_adoptions_share_a_number),
        cmocka_unit_test(edition_is_printed_as_its_body_does),
        cmocka_unit_test(narrowing_keeps_what_is_no_ascii_or_covers_it),
        cmocka_unit_test(reference_cases_hold),
    };

    return cmocka_run_group_tests(tests, make, end);
}
