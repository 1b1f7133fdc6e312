/* test_wo_claims.c -- one element of page text cut into claims. Given: paragraphs, "|" between
 * them,
 * "^" for a page break. Wanted: "number:text;" for each claim.
 */
#include "unit.h"

#include "../../parsers/st36.h"

static bool whole;

static void cut(const char *given, struct np_buf *log)
{
    struct np_arena *arena = np_arena_new();
    struct np_slice text = np_arena_copy(arena, np_slice_of(given));
    NP_LIST(struct np_slice) paragraphs = { 0 };
    struct np_claims out = { .lang = NP_S("en") };
    size_t from = 0;

    for (size_t i = 0; i <= text.n; i++) {
        if (i < text.n && text.p[i] == '^')
            ((char *)text.p)[i] = '\f';
        if (i < text.n && text.p[i] != '|')
            continue;
        *np_list_add(arena, &paragraphs) = np_slice_sub(text, from, i - from);
        from = i + 1;
    }
    whole = np_wo_cut_claims(arena, paragraphs.v, paragraphs.n, &out);
    for (size_t i = 0; i < out.claims.n; i++)
        np_buf_printf(log, "%d:%.*s;", out.claims.v[i].num, NP_ARG(out.claims.v[i].text));
    np_arena_free(arena);
}

static void expect(const char *given, const char *wanted)
{
    struct np_buf log = { 0 };

    cut(given, &log);
    assert_string_equal(np_buf_cstr(&log), wanted);
    np_buf_release(&log);
}

static void a_claim_begins_a_paragraph_with_the_next_number(void **state)
{
    (void)state;
    expect("CLAIMS|1. A pump with|(2) a valve|and 3 tubes.|2. The pump of claim|1, red.",
           "1:1. A pump with (2) a valve and 3 tubes.;2:2. The pump of claim 1, red.;");
    assert_true(whole);
}

static void a_claim_may_follow_a_page_break(void **state)
{
    (void)state;
    expect("^|I claim:|1. A pump. ^ 2. The pump in ^blue. ^",
           "1:1. A pump.;2:2. The pump in blue.;");
}

static void a_claim_may_follow_a_sentence(void **state)
{
    (void)state;
    expect("1. A pump. 2. The pump of claim 1 as in Fig. 3. It is red; 3. The pump of claim 2.",
           "1:1. A pump.;2:2. The pump of claim 1 as in Fig. 3. It is red;;3:3. The pump of claim "
           "2.;");
    expect("1. Oil of grade 2. which is hot. 2. mixed.",
           "1:1. Oil of grade 2. which is hot. 2. mixed.;");
}

static void decimals_and_quantities_begin_no_claim(void **state)
{
    (void)state;
    expect(
        "1. Oil with|2.5 parts of water|2 parts of salt|2,5 of sugar.|2. The oil of claim 1.",
        "1:1. Oil with 2.5 parts of water 2 parts of salt 2,5 of sugar.;2:2. The oil of claim 1.;");
}

static void numbers_are_written_in_many_ways(void **state)
{
    (void)state;
    expect("1) A|2) B", "1:1) A;2:2) B;");
    expect("[1] A|[2] B|(3) C", "1:[1] A;2:[2] B (3) C;");
    expect("(1) A|(2) B", "1:(1) A;2:(2) B;");
    expect("Claim 1 A|(1) x|Claim 2 B of Claim 1. Claim 3. C",
           "1:Claim 1 A (1) x;2:Claim 2 B of Claim 1.;3:Claim 3. C;");
    expect("1°) A|2° - B", "1:1°) A;2:2° - B;");
    expect("1.- A|2ª.- B|3a\n.- C|4 - D|5.E", "1:1.- A;2:2ª.- B;3:3a .- C;4:4 - D;5:5.E;");
    expect("9. I|10. J|1 1. K", "1:9. I 10. J 1 1. K;");
}

static void blanks_within_a_number_are_closed(void **state)
{
    struct np_buf given = { 0 }, log = { 0 };

    (void)state;
    for (int i = 1; i <= 10; i++)
        np_buf_printf(&given, "%d. X|", i);
    np_buf_puts(&given, "1 1. Y|12. Z");
    cut(np_buf_cstr(&given), &log);
    assert_non_null(strstr(np_buf_cstr(&log), "10:10. X;11:1 1. Y;12:12. Z;"));
    np_buf_release(&given);
    np_buf_release(&log);
}

static void headings_are_dropped(void **state)
{
    (void)state;
    expect("A n s p r ü c h e|1. Rohr.", "1:1. Rohr.;");
    expect("AMENDED CLAIMS|[received on 13 March 1995; claims 1-6 replaced]|1. A.", "1:1. A.;");
    expect("CLAIMS 1. A PUMP. 2. B.", "1:1. A PUMP.;2:2. B.;");
    expect("What is claimed is:|A pump without a number.", "1:A pump without a number.;");
    expect("R E T V I N D I C A C I O N E S|L- Tubo.|2. Tubo.", "1:L- Tubo.;2:2. Tubo.;");
    assert_false(whole);
}

static void statements_end_the_claims(void **state)
{
    (void)state;
    expect("1. A.|STATEMENT UNDER ARTICLE19|2. Not a claim.", "1:1. A.;");
    expect("1. A. ^|Statement under Article 19(1)|2. No.", "1:1. A.;");
    expect("1. A.|AMENDED CLAIMS|1. Another.|2. Set.", "1:1. A.;");
    expect("1. A.|ERKLÄRUNG GEMÄSS ARTIKEL 19|2. Nein.", "1:1. A.;");
}

static void a_lost_number_loses_one_claim_and_not_the_rest(void **state)
{
    (void)state;
    expect("1. A.|z. B.|3. C.|4. D.", "1:1. A. z. B.;3:3. C.;4:4. D.;");
    assert_false(whole);
    expect("1. A.|9. B.", "1:1. A. 9. B.;");
    assert_true(whole);
}

static void a_lost_point_loses_nothing(void **state)
{
    (void)state;
    expect("1. A.|2 The B.|3, The C.|2 Parts of|4. D.",
           "1:1. A.;2:2 The B.;3:3, The C. 2 Parts of;4:4. D.;");
    assert_true(whole);
    expect("1. A with|2 Parts.|2. B.", "1:1. A with 2 Parts.;2:2. B.;");
    expect("1 A pump.|2 The pump of claim 1.", "1:1 A pump.;2:2 The pump of claim 1.;");
}

static void an_enumeration_within_a_claim_is_not_the_sequence(void **state)
{
    (void)state;
    expect("1. A with|3. x and|2. B.|3. C.|4. D.", "1:1. A with 3. x and;2:2. B.;3:3. C.;4:4. D.;");
    expect("1. A with|2) heating and|3) mixing.|2. B.|3. C.",
           "1:1. A with 2) heating and 3) mixing.;2:2. B.;3:3. C.;");
    expect("1. a pump|2. the pump of claim 1", "1:1. a pump;2:2. the pump of claim 1;");
}

static void cancelled_claims_keep_their_place_and_lose_their_number(void **state)
{
    (void)state;
    expect("1. A.|2. (cancelled)|3. B.", "1:1. A.;0:2. (cancelled);3:3. B.;");
    expect("1. Rohr.|2. (gestrichen)|3. Rohr.", "1:1. Rohr.;0:2. (gestrichen);3:3. Rohr.;");
    assert_true(whole);
}

static void nothing_gives_nothing(void **state)
{
    (void)state;
    expect("", "");
    expect("|^|", "");
    expect("CLAIMS", "1:CLAIMS;");
    expect("1.", "1:1.;");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_claim_begins_a_paragraph_with_the_next_number),
        cmocka_unit_test(a_claim_may_follow_a_page_break),
        cmocka_unit_test(a_claim_may_follow_a_sentence),
        cmocka_unit_test(decimals_and_quantities_begin_no_claim),
        cmocka_unit_test(numbers_are_written_in_many_ways),
        cmocka_unit_test(blanks_within_a_number_are_closed),
        cmocka_unit_test(headings_are_dropped),
        cmocka_unit_test(statements_end_the_claims),
        cmocka_unit_test(a_lost_number_loses_one_claim_and_not_the_rest),
        cmocka_unit_test(a_lost_point_loses_nothing),
        cmocka_unit_test(an_enumeration_within_a_claim_is_not_the_sequence),
        cmocka_unit_test(cancelled_claims_keep_their_place_and_lose_their_number),
        cmocka_unit_test(nothing_gives_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
