/* Which claims a claim names, in the words of five languages. */
#include "../../parsers/walk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

/* The numbers as "1 2 3". */
static void expect_depends(const char *lang, int num, const char *text, const char *wanted)
{
    struct np_arena *arena = np_arena_new();
    struct np_claim claim = { .num = num, .text = np_slice_of(text) };
    struct np_buf b = { 0 };

    np_claim_dependence(arena, &claim, np_slice_of(lang));
    for (size_t i = 0; i < claim.depends.n; i++)
        np_buf_printf(&b, "%s%d", i ? " " : "", claim.depends.v[i]);
    assert_string_equal(np_buf_cstr(&b), wanted);
    np_buf_release(&b);
    np_arena_free(arena);
}

static void independent_claims_name_none(void **state)
{
    (void)state;
    expect_depends("en", 1, "1. A tube of 20 mm, claimed to be 5 m long.", "");
    expect_depends("de", 1, "1. Rohr, das 3 m Platz beansprucht.", "");
    expect_depends("zh", 1, "1.一种碳纳米管，其长度为5微米。", "");
}

static void english_lists_and_ranges_are_read(void **state)
{
    (void)state;
    expect_depends("en", 2, "2. The tube of claim 1, wherein ...", "1");
    expect_depends("en", 3, "3. The tube according to Claim 1 or 2", "1 2");
    expect_depends("en", 4, "The tube of any one of claims 1 to 3", "1 2 3");
    expect_depends("en", 9, "The tube of claims 1-3, 5 and/or 7", "1 2 3 5 7");
    expect_depends("en", 9, "The tube of claim 1 or claim 4", "1 4");
    expect_depends("en", 9, "The tube of claims 1 through 3, or claim 6", "1 2 3 6");
    expect_depends("en", 9, "The tube of one of claims 1\xE2\x80\x93" "3", "1 2 3");
}

static void quantities_are_no_claims(void **state)
{
    (void)state;
    expect_depends("en", 5, "The tube of claim 1, 20 % of which is iron", "1");
    expect_depends("en", 5, "The tube of claim 1, 2 mm long", "1");
    expect_depends("en", 4, "of any one of claims 1 and 2 to 3 and 90-0% of iron", "1 2 3");
    expect_depends("en", 9, "of claim 1, wherein 3 to 5 layers", "1");
    expect_depends("en", 9, "of claims 1 and 2.5 mm wide", "1");
    expect_depends("en", 9, "of claims 1 or 2 and 5 wt.% of iron", "1 2");
    expect_depends("de", 9, "nach Anspruch 1, 2,5 mm breit", "1");
    expect_depends("zh", 9, "根据权利要求1，50%的铁", "1");
}

static void any_preceding_claim_is_all_before(void **state)
{
    (void)state;
    expect_depends("en", 4, "The tube of any preceding claim", "1 2 3");
    expect_depends("en", 4, "The tube of one of the previous claims", "1 2 3");
    expect_depends("de", 4, "Rohr nach einem der vorhergehenden Ansprüche", "1 2 3");
    expect_depends("fr", 4, "Tube selon l'une quelconque des revendications précédentes", "1 2 3");
    expect_depends("zh", 4, "如前述任一权利要求所述的碳管", "1 2 3");
    expect_depends("zh", 4, "根据上述权利要求1所述的碳管", "1");
    expect_depends("en", 1, "The tube of any preceding claim", "");
}

static void the_preceding_claim_is_one(void **state)
{
    (void)state;
    expect_depends("en", 4, "A tube according to the preceding claim, wherein ...", "3");
    expect_depends("en", 4, "A tube according to a preceding claim", "1 2 3");
    expect_depends("en", 4, "The tube of either of the preceding two claims", "1 2 3");
    expect_depends("en", 4, "The tube of one of the claims above", "1 2 3");
    expect_depends("de", 4, "Ein Rohr nach dem vorhergehenden Anspruch", "3");
    expect_depends("de", 4, "Rohr nach einem vorstehenden Anspruch", "1 2 3");
    expect_depends("de", 4, "Rohr nach einem der obigen Patentansprüche", "1 2 3");
    expect_depends("fr", 4, "Un tube selon la revendication précédente", "3");
    expect_depends("fr", 4, "Tube selon une quelconque revendication précédente", "1 2 3");
    expect_depends("es", 4, "Tubo según cualquiera de las reivindicaciones anteriores", "1 2 3");
}

static void numbers_behind_preceding_claims_are_the_claims(void **state)
{
    (void)state;
    expect_depends("en", 9, "of any of the previous claims from 5 to 7", "5 6 7");
    expect_depends("en", 9, "of at least one of the preceding claims 2 or 3", "2 3");
    expect_depends("de", 9, "nach mindestens einem der vorhergehenden Ansprüche 2 bis 4", "2 3 4");
    expect_depends("de", 9, "nach den Patentansprüchen von 1 bis 3", "1 2 3");
    expect_depends("fr", 9, "selon l'une des revendications précédentes de 5 à 7", "5 6 7");
    expect_depends("fr", 9, "selon une ou deux des revendications précédentes 2 et 3", "2 3");
    expect_depends("es", 9, "según una de las reivindicaciones 1 a 3 o 5", "1 2 3 5");
}

static void misread_words_are_read(void **state)
{
    (void)state;
    expect_depends("en", 3, "A method as claimed in claim I wherein", "1");
    expect_depends("en", 29, "The fastener of clam 27, wherein", "27");
    expect_depends("en", 29, "The fastener of any one of daims 1 to 3", "1 2 3");
    expect_depends("en", 3, "A compound of formula I as claimed in claim 2", "2");
    expect_depends("de", 9, "Vorrichtung nach einem der Ansprtlche 1 bis 3", "1 2 3");
    expect_depends("de", 3, "VORRICHTUNG NACH EINEM DER ANSPRÜCHE 1 ODER 2", "1 2");
    expect_depends("fr", 3, "selon l'une quelconque des revendications précécentes dans", "1 2");
}

static void references_count_wherever_they_stand(void **state)
{
    (void)state;
    expect_depends("en", 3, "A kit comprising a can and the powder of claim 1, and a spoon", "1");
    expect_depends("en", 3, "Powder obtainable by the process of claims 1 and 2", "1 2");
    expect_depends("en", 1, "Device for carrying out the method of claim 7", "7");
    expect_depends("en", 3, "A reclaim 2 unit, wherein rights are claimed 1 time", "");
    expect_depends("de", 3, "Rohr, das 2 m beansprucht und in Anspruch genommen wird", "");
}

static void german_and_french_are_read(void **state)
{
    (void)state;
    expect_depends("de", 5, "Rohr nach Anspruch 1 oder 2", "1 2");
    expect_depends("de", 5, "Rohr nach einem der Ansprüche 1 bis 4", "1 2 3 4");
    expect_depends("de", 5, "Rohr nach Patentanspruch 3", "3");
    expect_depends("de", 5, "Verfahren gemäß den Ansprüchen 1 und 3", "1 3");
    expect_depends("fr", 5, "Tube selon la revendication 1", "1");
    expect_depends("fr", 5, "Tube selon l'une des revendications 1 à 3", "1 2 3");
}

static void ordinals_are_numbers(void **state)
{
    (void)state;
    expect_depends("es", 2, "2.- Tarjeta según la primera reivindicación, caracterizada", "1");
    expect_depends("es", 3, "3. Turbina con la primera y segunda reivindicaciones", "1 2");
    expect_depends("en", 4, "A pump as in the first or third claim", "1 3");
    expect_depends("de", 3, "Rohr nach dem zweiten Patentanspruch", "2");
    expect_depends("fr", 2, "Tube selon la première revendication", "1");
    expect_depends("en", 1, "A first claim form with a second part", "");
    expect_depends("en", 3, "The first pump of claim 2", "2");
}

static void chinese_and_japanese_are_read(void **state)
{
    (void)state;
    expect_depends("zh", 4, "4.根据权利要求1至3任一项所述的碳管", "1 2 3");
    expect_depends("zh", 4, "如权利要求1或2所述的碳管", "1 2");
    expect_depends("zh", 4, "权利要求1-3中任一所述的碳管", "1 2 3");
    expect_depends("zh", 4, "根据权利要求１～３任意一项所述的碳管", "1 2 3");
    expect_depends("zh", 5, "根据权利要求1、2或4所述的碳管", "1 2 4");
    expect_depends("zh", 5, "根据权利要求1，其特征在于", "1");
    expect_depends("zh", 5, "根据权利要求1-权利要求3中任一项", "1 2 3");
    expect_depends("ja", 5, "請求項１から３のいずれか一項に記載の", "1 2 3");
    expect_depends("ja", 5, "請求項１又は２に記載の", "1 2");
    expect_depends("ja", 5, "膜を含む、請求項１〜３のいずれか１項に記載の素子。", "1 2 3");
    expect_depends("ja", 5, "請求項１乃至請求項３のいずれかに記載の", "1 2 3");
    expect_depends("ja", 5, "特許請求の範囲第１項ないし第３項記載の", "1 2 3");
    expect_depends("ja", 5, "請求の範囲第2項に記載の", "2");
    expect_depends("ja", 4, "前記請求項のいずれかに記載の", "1 2 3");
    expect_depends("zh", 5, "如申請專利範圍第1項至第3項中任一項所述之", "1 2 3");
    expect_depends("zh", 9, "权利要求1~4、6中任一项所述的方法制备的材料", "1 2 3 4 6");
}

static void an_unknown_language_tries_all_words(void **state)
{
    (void)state;
    expect_depends("", 5, "根据权利要求1所述", "1");
    expect_depends("it", 5, "according to claim 2", "2");
}

static void a_claim_never_names_itself(void **state)
{
    (void)state;
    expect_depends("en", 3, "The tube of claim 3 or 2", "2");
    expect_depends("en", 3, "The tube of claims 1 to 30", "1 2");
    expect_depends("en", 3, "claim 0 claim 99999999999999999999 claim", "");
}

static void marked_references_are_added_in_order(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_claim claim = { .num = 9 };

    (void)state;
    np_claim_dependence_add(arena, &claim, 5);
    np_claim_dependence_add(arena, &claim, 2);
    np_claim_dependence_add(arena, &claim, 5);
    np_claim_dependence_add(arena, &claim, 0);
    np_claim_dependence_list(arena, &claim, NP_S("claims 2 to 3"));
    assert_int_equal(claim.depends.n, 3);
    assert_int_equal(claim.depends.v[0], 2);
    assert_int_equal(claim.depends.v[1], 3);
    assert_int_equal(claim.depends.v[2], 5);
    np_arena_free(arena);
}

/* A few bytes may not stand for millions of numbers, nor a long text for hours. */
static void references_that_name_too_many_claims_are_bounded(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_claim claim = { .num = 19960517, .text = NP_S("Use of any preceding claim") };
    struct np_buf b = { 0 };

    (void)state;
    np_claim_dependence(arena, &claim, NP_S("en"));
    assert_int_equal(claim.depends.n, 999);
    for (int i = 0; i < 100000; i++)
        np_buf_puts(&b, "claims 1 to 998, ");
    claim = (struct np_claim){ .num = 999, .text = np_buf_slice(&b) };
    np_claim_dependence(arena, &claim, NP_S("en"));
    assert_int_equal(claim.depends.n, 998);
    assert_true(np_arena_used(arena) < 1 << 20);
    np_buf_release(&b);
    np_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(references_that_name_too_many_claims_are_bounded),
        cmocka_unit_test(independent_claims_name_none),
        cmocka_unit_test(english_lists_and_ranges_are_read),
        cmocka_unit_test(quantities_are_no_claims),
        cmocka_unit_test(any_preceding_claim_is_all_before),
        cmocka_unit_test(the_preceding_claim_is_one),
        cmocka_unit_test(numbers_behind_preceding_claims_are_the_claims),
        cmocka_unit_test(misread_words_are_read),
        cmocka_unit_test(references_count_wherever_they_stand),
        cmocka_unit_test(german_and_french_are_read),
        cmocka_unit_test(ordinals_are_numbers),
        cmocka_unit_test(chinese_and_japanese_are_read),
        cmocka_unit_test(an_unknown_language_tries_all_words),
        cmocka_unit_test(a_claim_never_names_itself),
        cmocka_unit_test(marked_references_are_added_in_order),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
