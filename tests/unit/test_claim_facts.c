/* Claims without their text: number, breadth, type. */
#include <nanopat/claim_facts.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const struct { const char *text; enum np_claim_type type; } preambles[] = {
    { "1. 一种石墨烯薄膜的制备方法，其特征在于，包括以下步骤", NP_CLAIM_PROCESS },
    { "1、一种碳纳米管的合成工艺，包括", NP_CLAIM_PROCESS },
    { "一种2,4-二硝基苯的合成方法，其特征在于", NP_CLAIM_PROCESS },
    { "1.一种纳米复合材料，其特征在于由权利要求所述方法制得", NP_CLAIM_PRODUCT },
    { "权利要求1所述的量子点在显示中的应用。", NP_CLAIM_USE },
    { "石墨烯用于制备电池的用途", NP_CLAIM_USE },
    { "一种用于制备纳米线的装置，包括反应腔", NP_CLAIM_APPARATUS },
    { "一种气体检测系统,其特征在于", NP_CLAIM_APPARATUS },
    { "1. A method of making graphene, comprising", NP_CLAIM_PROCESS },
    { "A semiconductor device manufacturing method comprising", NP_CLAIM_PROCESS },
    { "A process for the synthesis of quantum dots", NP_CLAIM_PROCESS },
    { "Use of carbon nanotubes as a filler", NP_CLAIM_USE },
    { "Application of graphene in sensors", NP_CLAIM_USE },
    { "An application specific circuit comprising graphene", NP_CLAIM_PRODUCT },
    { "A gas sensing system, comprising a method", NP_CLAIM_APPARATUS },
    { "An apparatus for use in a method", NP_CLAIM_APPARATUS },
    { "A composition for use in a method of treatment", NP_CLAIM_PRODUCT },
    { "Graphene oxide having a thickness of 2 nm", NP_CLAIM_PRODUCT },
    { "A process cartridge comprising a drum", NP_CLAIM_PRODUCT },
    { "A method performed by a device", NP_CLAIM_PROCESS },
    { "A method (300), implemented in a system", NP_CLAIM_PROCESS },
    { "At least one device operable to switch", NP_CLAIM_APPARATUS },
    { "A plant for packing rolls", NP_CLAIM_APPARATUS },
    { "A plant having altered leaves", NP_CLAIM_PRODUCT },
    { "The use of a powder in a process", NP_CLAIM_USE },
    { "Herstellverfahren für eine Kammer, mit folgenden Schritten", NP_CLAIM_PROCESS },
    { "Verfahren zur Verwendung in einem System mit", NP_CLAIM_PROCESS },
    { "Verwendung von Ruß zur Herstellung einer Vorrichtung", NP_CLAIM_USE },
    { "Adaptive Antennenvorrichtung mit einer Anzahl von", NP_CLAIM_APPARATUS },
    { "An einem Fahrzeug angeordnete Wurfanlage für Kerzen", NP_CLAIM_APPARATUS },
    { "Pulver mit einem System von Poren, hergestellt nach einem Verfahren", NP_CLAIM_PRODUCT },
    { "HERSTELLUNGSPROZESS FÜR EINE SCHEIBE, UMFASSEND", NP_CLAIM_PROCESS },
    { "Procédé d'utilisation d'un moule pour réaliser une pièce", NP_CLAIM_PROCESS },
    { "Dispositif (7) d’accouplement de connecteurs", NP_CLAIM_APPARATUS },
    { "Un système multimédia de commande pour contrôler", NP_CLAIM_APPARATUS },
    { "Utilisation de noir de carbone dans un procédé", NP_CLAIM_USE },
    { "Programme informatique comprenant un procédé de", NP_CLAIM_PRODUCT },
    { "Molécule d'ADN adaptée à l'utilisation dans un dispositif", NP_CLAIM_PRODUCT },
    { "Procedimiento para la fabricación de un dispositivo", NP_CLAIM_PROCESS },
    { "一種石墨烯的製備方法，其特徵在於", NP_CLAIM_PROCESS },
    { "グラフェンを備えることを特徴とする半導体装置。", NP_CLAIM_APPARATUS },
    { "ａ）電池を加熱する工程を含む、ウェーハの加工方法。", NP_CLAIM_PROCESS },
    { "請求項１に記載の装置で製造された膜。", NP_CLAIM_PRODUCT },
    { "請求項１に記載の組成物の触媒としての使用。", NP_CLAIM_USE },
    { "", NP_CLAIM_PRODUCT },
};

static void type_is_read_from_the_preamble(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof preambles / sizeof *preambles; i++)
        if (np_claim_type_of(np_slice_of(preambles[i].text)) != preambles[i].type)
            fail_msg("'%s' is %d", preambles[i].text,
                     np_claim_type_of(np_slice_of(preambles[i].text)));
}

static void length_is_words_in_latin_and_characters_in_chinese(void **state)
{
    (void)state;
    assert_int_equal(np_claim_length(NP_S("1. A film - of C60, 0.5 nm thick.")), 7);
    assert_int_equal(np_claim_length(NP_S("1. 一种薄膜，厚度为5 nm。")), 10);
    assert_int_equal(np_claim_length(NP_S("")), 0);
    assert_int_equal(np_claim_length(NP_S("\xff\xfe")), 1);
}

static void add_claim(struct np_arena *arena, struct np_claims *claims, int num, const char *text,
                      int depends)
{
    struct np_claim *claim = np_list_add(arena, &claims->claims);

    claim->num = num;
    claim->text = np_slice_of(text);
    if (depends)
        *np_list_add(arena, &claim->depends) = depends;
}

static void facts_are_of_the_documents_own_language(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_record *record = np_record_new(arena);
    struct np_claims *claims;
    struct np_claim_facts facts;

    (void)state;
    record->lang = NP_S("en");
    claims = np_list_add(arena, &record->claims);
    claims->lang = NP_S("zh");
    add_claim(arena, claims, 1, "1. 一种薄膜", 0);
    claims = np_list_add(arena, &record->claims);
    claims->lang = NP_S("en");
    add_claim(arena, claims, 1, "1. A film comprising one two three", 0);
    add_claim(arena, claims, 2, "2. The film of claim 1", 1);
    add_claim(arena, claims, 0, "(canceled)", 0);
    add_claim(arena, claims, 4, "4. A method comprising heating", 0);
    facts = np_claim_facts_of(record);
    assert_int_equal(facts.count, 3);
    assert_int_equal(facts.independent, 2);
    assert_int_equal(facts.shortest, 4);
    assert_int_equal(facts.types, NP_CLAIM_PRODUCT | NP_CLAIM_PROCESS);
    record->claim_count = 20; /* what the source states wins: it may print fewer */
    assert_int_equal(np_claim_facts_of(record).count, 20);
    np_arena_free(arena);
}

static void no_claims_are_unknown(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_claim_facts facts = np_claim_facts_of(np_record_new(arena));

    (void)state;
    assert_int_equal(facts.count, 0);
    assert_int_equal(facts.independent, 0);
    assert_int_equal(facts.shortest, 0);
    assert_int_equal(facts.types, 0);
    np_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest all[] = {
        cmocka_unit_test(type_is_read_from_the_preamble),
        cmocka_unit_test(length_is_words_in_latin_and_characters_in_chinese),
        cmocka_unit_test(facts_are_of_the_documents_own_language),
        cmocka_unit_test(no_claims_are_unknown),
    };

    return cmocka_run_group_tests(all, NULL, NULL);
}
