/* test_rules_size.c -- lengths as rules ask for them: which numbers count, and said of what. */
#include "../../engine/classify/quantity.h"

#include "test_rules_folder.h"

#define DOTS "subfield electronics/quantum-dots threshold 4\n"
#define SIZE                                                                                       \
    "size small = from 1 to 200 nm near `particle|grain|thick|diameter|size|layer|粒径|厚|直径|颗粒`" \
    " within 50\n"

static void lengths_are_read_with_ranges_and_lists(void **state)
{
    static const struct {
        const char *text;
        double nm[4];
        size_t count;
    } cases[] = {
        { "80 nm", { 80 }, 1 },           { "80nm", { 80 }, 1 },
        { "80-nm", { 80 }, 1 },           { "80纳米", { 80 }, 1 },
        { "0.1 μm", { 100 }, 1 },         { "100 å", { 10 }, 1 },
        { "5 angstroms", { 0.5 }, 1 },    { "2 microns", { 2000 }, 1 },
        { "20-80 nm", { 80 }, 1 },        { "20~80nm", { 80 }, 1 },
        { "20 to 80 nm", { 80 }, 1 },     { "20nm至80nm", { 80 }, 1 },
        { "20 nm to 0.8 μm", { 800 }, 1 }, { "between 5 nm and 2 μm", { 2000 }, 1 },
        { "5, 10 or 20 nm", { 20, 10, 5 }, 3 }, { "5、10、20nm", { 20, 10, 5 }, 3 },
        { "10,20,50nm", { 50, 20, 10 }, 3 }, { "1,000 nm", { 1000 }, 1 },
        { "1,234.5 nm", { 1234.5 }, 1 },  { "10 nm or more and 100 nm", { 100 }, 1 },
        { "10nm以上100nm", { 100 }, 1 },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct np_slice text = np_slice_of(cases[i].text);
        struct quantity q = { .count = 0 };

        if (!read_quantity(text, text.n, &q) || q.count != cases[i].count)
            fail_msg("%s: %zu values", cases[i].text, q.count);
        for (size_t k = 0; k < q.count; k++)
            if (q.nm[k] < cases[i].nm[k] * 0.999999 || q.nm[k] > cases[i].nm[k] * 1.000001)
                fail_msg("%s: %g", cases[i].text, q.nm[k]);
        assert_int_equal(q.end, text.n);
    }
}

static void expect_sizes(const char *rules, const char *const *texts, bool wanted)
{
    struct folder f;

    expect_loads(&f, rules);
    for (; *texts; texts++) {
        assert_int_equal(run_abstract(&f, *texts), NP_OK);
        if ((f.hits.n == 1) != wanted)
            fail_msg("%s: %zu", *texts, f.hits.n);
    }
    free_folder(&f);
}

static void a_size_is_found_in_many_words(void **state)
{
    static const char *const texts[] = {
        "A powder with a particle size of 20-80 nm.",
        "particles having an average diameter of less than 100 nm",
        "粒径不大于100nm的氧化锌", "平均粒径为２０～８０ｎｍ", "厚度为5纳米", "颗粒的直径为50埃",
        "a layer having a thickness of about 0.15 µm", "a thickness of 500 Å", "a 20 nm thick film",
        "100 nm or less in diameter", "a grain size not exceeding 90 nanometres",
        "diameters greater than 10 nm and less than 100 nm", "粒径大于10nm小于100nm",
        "粒径为10nm以上且100nm以下", "particles of 5, 10 or 500 nm",
        "a light emitting layer with a thickness of 50 nm", "the particle size (D50, by DLS) is 0.05 um",
        "emission at 620 nm from particles of 5 nm", "a layer of 1.5 nm, emitting at 193 nm",
        "1,000 grains of 60 nm", NULL
    };

    (void)state;
    expect_sizes(SIZE DOTS "rule a abstract 4 `{small}`\n", texts, true);
}

static void what_is_no_such_size_is_not(void **state)
{
    static const char *const texts[] = {
        "particles of 5 μm", "a particle size of 20 to 800 nm", "particles from 5 nm to 2 μm",
        "a thickness of more than 100 nm", "a thickness of 100 nm or more", "厚度大于100nm",
        "厚度为100nm以上", "粒径不小于50nm", "a thickness between 5 nm and 2 µm",
        "a layer sensitive at a wavelength of 193 nm", "exposing the layer to 193 nm light",
        "在波长为157nm处照射涂层厚", "a 193 nm laser and a layer", "a distance of 50 nm",
        "particles. The gap is 50 nm", "particles of 5 μm and a gap of 100 nm", "particles, 5 nmol",
        "grains at 5 nm/s", "5 nm2 per particle", "particle 3纳米管", "thickness 1,000 nm",
        "a thickness of 0.5 nm", "size 20.80.50 nm5", "step 3 纳米颗粒", NULL
    };

    (void)state;
    expect_sizes(SIZE DOTS "rule a abstract 4 `{small}`\n", texts, false);
}

static void a_size_is_a_piece_of_any_pattern(void **state)
{
    static const char *const yes[] = { "silver with a particle size of 20 nm in a matrix", NULL };
    static const char *const no[] = { "silver with a particle size of 20 μm in a matrix",
                                      "gold with a particle size of 20 nm in a matrix",
                                      "silver with a particle size of 20 nm", NULL };

    (void)state;
    expect_sizes(SIZE "list any = `nano|{small}`\n" DOTS
                      "rule a abstract 4 `silver[^.]*?(?:{any})[^.]*?matrix`\n", yes, true);
    expect_sizes(SIZE "list any = `nano|{small}`\n" DOTS
                      "rule a abstract 4 `silver[^.]*?(?:{any})[^.]*?matrix`\n", no, false);
    expect_sizes(SIZE DOTS "rule a abstract 4 `silver`\nneed n `{small}`\n", yes, true);
}

static void bounds_units_windows_and_exclusions_are_the_authors(void **state)
{
    static const char *const yes[] = { "a pore 0.5 um wide", "pores of 2 microns", NULL };
    static const char *const no[] = { "a pore of 0.4 um", "pores of 2.1 μm", "a pore of a gap 1 μm",
                                      "a pore in a body, which is of a glass, of 1 μm", NULL };
    static const char rules[] =
        "size p = from 0.5 to 2 μm not `gap` near `pore` within 20\n" DOTS "rule a abstract 4 `{p}`\n";

    (void)state;
    expect_sizes(rules, yes, true);
    expect_sizes(rules, no, false);
    expect_sizes("size any = from 1 to 9 nm\n" DOTS "rule a abstract 4 `{any}`\n",
                 (const char *const[]){ "whatever 5 nm", NULL }, true);
}

static void the_evidence_is_the_quantity(void **state)
{
    struct folder f;

    (void)state;
    expect_loads(&f, SIZE DOTS "rule a abstract 4 `{small}`\n");
    run_abstract(&f, "平均粒径为２０～８０ｎｍ的颗粒");
    assert_int_equal(f.hits.n, 1);
    assert_true(np_slice_is(f.hits.v[0].evidence.v[0].matched, "８０ｎｍ"));
    free_folder(&f);
}

static void faults_of_sizes_are_told_with_their_column(void **state)
{
    (void)state;
    expect_refused("size s = from 1 to 200\n",
                   "a.rules:1:1: 'size' needs a name, '= from LOW to HIGH UNIT', and may be "
                   "'near `...`', 'within N', 'not `...`'");
    expect_refused("size s = from 1 to 200 kg\n", "a.rules:1:24: 'kg' is no unit of length");
    expect_refused("size s = from 1 to x nm\n", "a.rules:1:20: 'x' is no number");
    expect_refused("size s = from 9 to 1 nm\n",
                   "a.rules:1:20: the upper bound lies below the lower one");
    expect_refused("size s = from 1 to 9 nm `x`\n",
                   "a.rules:1:26: a pattern stands behind 'near' or 'not'");
    expect_refused("size s = from 1 to 9 nm near within 5\n",
                   "a.rules:1:1: 'size' needs a pattern behind 'near' and behind 'not'");
    expect_refused("size s = from 1 to 9 nm within 500\n",
                   "a.rules:1:32: '500' is not between 1 and 200");
    expect_refused("size s = from 1 to 9 nm close `x`\n",
                   "a.rules:1:25: 'close' does not belong here; 'size' needs a name, '= from LOW to "
                   "HIGH UNIT', and may be 'near `...`', 'within N', 'not `...`'");
    expect_refused("size s = from 1 to 9 nm near `(x`\n",
                   "a.rules:1:32: missing closing parenthesis");
    expect_refused("list s = `x`\nsize s = from 1 to 9 nm\n", "a.rules:2:6: 's' is defined twice");
    expect_refused("size s = from 1 to 9 nm\nsize t = from 1 to 9 nm near `x{s}`\n",
                   "a.rules:2:32: a size cannot be made of sizes");
    expect_refused("size s = from 1 to 9 nm\n" DOTS "rule a abstract 4 `{s}(?C1)`\n",
                   "a.rules:3:23: callouts are not allowed");
}

/* What cannot be decided within is undecided without. */
static void an_undecided_size_is_told(void **state)
{
    char text[200];
    struct folder f;

    (void)state;
    expect_loads(&f, "size s = from 1 to 9 nm near `(a+)+(b+)+(a+)+(c+)+(a+)+\\d` within 200\n" DOTS
                     "rule a abstract 4 `{s}`\n");
    memset(text, 'a', 150);
    memcpy(text + 150, " 5 nm", 6);
    assert_int_equal(run_abstract(&f, text), NP_SKIP);
    assert_non_null(strstr(f.err.what, "rule 'a' undecided"));
    free_folder(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lengths_are_read_with_ranges_and_lists),
        cmocka_unit_test(a_size_is_found_in_many_words),
        cmocka_unit_test(what_is_no_such_size_is_not),
        cmocka_unit_test(a_size_is_a_piece_of_any_pattern),
        cmocka_unit_test(bounds_units_windows_and_exclusions_are_the_authors),
        cmocka_unit_test(the_evidence_is_the_quantity),
        cmocka_unit_test(faults_of_sizes_are_told_with_their_column),
        cmocka_unit_test(an_undecided_size_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
