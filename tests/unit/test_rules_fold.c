/* test_rules_fold.c -- texts as rules see them: one script, one spelling, and the way back. */
#include "../../engine/classify/fold.h"

#include "test_rules_folder.h"

#include <nanopat/text.h>

#define DOTS "subfield electronics/quantum-dots threshold 4\n"

static void expect_folded(const struct folding *folding, const char *text, const char *want)
{
    struct np_buf b = { 0 }, map = { 0 };

    fold_text(folding, &b, np_slice_of(text), &map);
    if (!np_slice_is(np_buf_slice(&b), want))
        fail_msg("%s -> %.*s, not %s", text, NP_ARG(np_buf_slice(&b)), want);
    assert_int_equal(map.n, (b.n + 1) * 4);
    np_buf_release(&b);
    np_buf_release(&map);
}

static void texts_fold_to_one_script_and_one_spelling(void **state)
{
    static const struct {
        const char *text, *want;
    } cases[] = {
        { "氧化鋅奈米線與石墨烯複合薄膜之製備", "氧化锌纳米线与石墨烯复合薄膜之制备" },
        { "奈米碳管及矽電晶體", "碳纳米管及硅晶体管" },
        { "感測器、雷射、磊晶、螢光粉", "传感器、激光、外延、荧光粉" },
        { "黏著劑 粘結劑", "粘着剂 粘结剂" },
        { "聚醯亞胺,巰基,碸", "聚酰亚胺,巯基,砜" },
        { "鈣鈦礦太陽能電池", "钙钛矿太阳能电池" },
        { "简体不变的文字", "简体不变的文字" },
        { "カーボンナノチューブ", "カーボンナノチューブ" },
        { "ＣＮＴ　１０㎚　５０℃　3 µm　Ｇａ₂Ｏ₃", "cnt 10nm 50°c 3 μm ga2o3" },
        { "nano tube, nano-tube, nano- tube, Nano -Wire", "nanotube, nanotube, nanotube, nanowire" },
        { "nano silica", "nano silica" },
        { "nano-SIM", "nano-sim" },
        { "micro- and nanoparticles", "micro- and nanoparticles" },
        { "graph ene energy; graph energy", "graphene energy; graph energy" },
        { "an elec- trode of poly mer", "an electrode of polymer" },
        { "self- assembled", "self-assembled" },
        { "10- 20 nm", "10- 20 nm" },
        { "super capacitor, photo-catalyst", "supercapacitor, photocatalyst" },
        { "aluminium sulphide fibres, coloured", "aluminum sulfide fibers, colored" },
        { "mem\xC2\xAD" "brane na\xE2\x80\x8Bno", "membrane nano" },
        { "comprised, promised, parametric", "comprised, promised, parametric" },
        { "nano", "nano" }, { "nano ", "nano " }, { "nano-", "nano-" }, { "-", "-" }, { "", "" },
    };
    struct folding *folding = folding_new();

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_folded(folding, cases[i].text, cases[i].want);
    folding_free(folding);
}

/* Nothing is read or written behind the end, whatever is cut off. */
static void every_prefix_folds(void **state)
{
    static const char text[] = "奈米碳管 nano- tubes of aluminium sulphide fibre\xE2\x80\x8B，微-米";
    struct folding *folding = folding_new();

    (void)state;
    for (size_t n = 0; n < sizeof text; n++) {
        char *cut = np_malloc(n + 1);
        struct np_buf b = { 0 }, map = { 0 };

        memcpy(cut, text, n);
        fold_text(folding, &b, np_slice_make(cut, n), &map);
        assert_int_equal(map.n, (b.n + 1) * 4);
        np_buf_release(&b);
        np_buf_release(&map);
        free(cut);
    }
    folding_free(folding);
}

static void the_table_is_ordered_and_ends_in_simplified_characters(void **state)
{
    struct np_slice pairs = np_slice_of(han_pairs);
    struct folding *folding = folding_new();
    uint32_t before = 0;
    size_t at = 0, n = 0;

    (void)state;
    while (at < pairs.n) {
        uint32_t from = np_utf8_next(pairs, &at), to = np_utf8_next(pairs, &at);

        assert_true(from > before && from >= 0x4E00 && from <= 0x9FFF);
        assert_true(to >= 0x3400 && to <= 0x9FFF);
        assert_int_equal(simplified(folding, from), to);
        if (simplified(folding, to) != to)
            fail_msg("U+%04X goes on to U+%04X", (unsigned)to, (unsigned)simplified(folding, to));
        before = from;
        n++;
    }
    assert_true(n > 2500);
    folding_free(folding);
}

static void evidence_is_what_the_document_says(void **state)
{
    const char *text = "以奈米碳管與 Nano- Wires 製備";
    const struct np_evidence *e;
    struct folder f;

    (void)state;
    expect_loads(&f, DOTS "rule a abstract 4 `碳纳米管`\nrule b abstract 2 `nanowires`\n"
                          "rule c abstract 1 `製备`\n");
    assert_int_equal(run_abstract(&f, text), NP_OK);
    assert_int_equal(f.hits.n, 1);
    e = f.hits.v[0].evidence.v;
    assert_true(np_slice_is(e[0].matched, "奈米碳管"));
    assert_true(np_slice_is(e[1].matched, "Nano- Wires"));
    assert_ptr_equal(e[1].matched.p, text + e[1].offset);
    assert_true(np_slice_is(e[2].matched, "製備")); /* patterns are folded too */
    free_folder(&f);
}

static void patterns_that_no_folded_text_holds_are_refused(void **state)
{
    (void)state;
    expect_refused(DOTS "rule a abstract 4 `x|nano-tube`\n",
                   "a.rules:2:22: 'nano-tube' never occurs in folded text: write 'nanotube'");
    expect_refused(DOTS "rule a abstract 4 `\\bnano[- ]wires?`\n",
                   "a.rules:2:22: 'nano[- ]wires' never occurs in folded text: write 'nanowires'");
    expect_refused(DOTS "rule a abstract 4 `奈米`\n",
                   "a.rules:2:20: '奈米' never occurs in folded text: write '纳米'");
    expect_refused(DOTS "rule a abstract 4 `glass fibre`\n",
                   "a.rules:2:26: 'fibre' never occurs in folded text: write 'fiber'");
}

static void patterns_that_allow_both_are_not(void **state)
{
    struct folder f;

    (void)state;
    expect_loads(&f, DOTS "rule a abstract 4 `nano[- ]?tubes?|fib(?:er|re)|colou?r|self-clean`\n");
    run_abstract(&f, "a nano tube");
    assert_int_equal(f.hits.n, 1);
    run_abstract(&f, "a fibre");
    assert_int_equal(f.hits.n, 1);
    run_abstract(&f, "of colour");
    assert_int_equal(f.hits.n, 1);
    free_folder(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_fold_to_one_script_and_one_spelling),
        cmocka_unit_test(every_prefix_folds),
        cmocka_unit_test(the_table_is_ordered_and_ends_in_simplified_characters),
        cmocka_unit_test(evidence_is_what_the_document_says),
        cmocka_unit_test(patterns_that_no_folded_text_holds_are_refused),
        cmocka_unit_test(patterns_that_allow_both_are_not),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
