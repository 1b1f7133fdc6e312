/* The charts: gaps are no zeros, what is not over is hatched, texts are escaped, XML is well formed. With
 * the name of a chart and a language as arguments the program writes it: tests/golden/output/chart.sh. */
#include "unit.h"

#include "../../engine/output/chart.h"

#include <libxml/parser.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

static const struct chart_point filed[] = {
    { { "2019", 4 }, 12, { "/q/families?a=1&amp;b=2", 23 }, false },
    { { "2020", 4 }, NAN, { "", 0 }, false },
    { { "2021", 4 }, 0, { "/q/families", 11 }, false },
    { { "2022", 4 }, 41, { "javascript:alert(1)", 19 }, false },
    { { "2023", 4 }, 7, { "//elsewhere.example", 19 }, true },
};
static const struct chart_point granted[] = {
    { { "2019", 4 }, 3, { "", 0 }, false },  { { "2020", 4 }, 5, { "", 0 }, false },
    { { "2021", 4 }, NAN, { "", 0 }, false }, { { "2022", 4 }, 9, { "", 0 }, false },
    { { "2023", 4 }, 1, { "", 0 }, true },
};
static const struct chart_series two[] = { { "Filed <&>", filed, 5 }, { "Granted", granted, 5 } };
static const struct chart_point markets[] = {
    { { "<script>alert(\"1\")</script>", 27 }, 3, { "#x", 2 }, false },
    { { "一个非常长的企业名称有限责任公司第二研究院苏州纳米新材料事业部", 93 }, 8.5, { "", 0 }, false },
    { { "US", 2 }, NAN, { "", 0 }, false },
};
static const struct chart_series one = { "Families", markets, 3 };
static const struct chart_bubble portfolios[] = {
    { { "A & B", 5 }, 10, 62.5, 40, { "/portfolio/A", 12 }, true },
    { { "Second", 6 }, 10, 62.5, 39, { "", 0 }, false },
    { { "Unknown size", 12 }, 300, 12, NAN, { "", 0 }, false },
    { { "No quality", 10 }, 5, NAN, 2, { "", 0 }, false },
    { { "None", 4 }, 0, 50, 2, { "", 0 }, false },
};

enum which { BARS, STACKED, LINES, RANKS, BUBBLES, SPARK, LAMPS, WHICH_COUNT };
static const char *const names[] = { "bars", "stacked", "lines", "ranks", "bubbles", "spark", "lamps" };

static void draw_bubbles(struct np_buf *b, enum np_lang lang)
{
    chart_bubbles(b, &(struct chart_plane){
        .title = "Size and quality", .says = "Each circle is a portfolio.", .across = "Families",
        .up = "Score (0..100)", .area = "valid families", .what = "Portfolio", .here = "this portfolio", .logarithmic = true,
        .up_digits = 1, .across_at = 20, .up_at = 50, .across_said = "median", .up_said = "median",
        .bubbles = portfolios, .n = 5, .lang = lang });
}

static void draw(struct np_buf *b, enum which which, enum np_lang lang)
{
    struct chart chart = { .title = "Filings \"by\" year", .says = "Years of filing.",
                           .across = "Year of filing", .up = "Families", .series = two, .nseries = 2,
                           .lang = lang };

    switch (which) {
    case BARS: chart_bars(b, &chart); break;
    case STACKED:
        chart.stacked = true;
        chart_bars(b, &chart);
        break;
    case LINES: chart_lines(b, &chart); break;
    case RANKS:
        chart.series = &one;
        chart.nseries = 1;
        chart.digits = 1;
        chart_ranks(b, &chart);
        break;
    case BUBBLES: draw_bubbles(b, lang); break;
    case SPARK: chart_spark(b, "Filings", filed, 5, 0, lang); break;
    default:
        for (enum chart_lamp lamp = CHART_LAMP_NO; lamp <= CHART_LAMP_UNKNOWN; lamp++)
            chart_lamp(b, lamp, lang);
    }
}

static size_t count_of(const struct np_buf *b, const char *needle)
{
    struct np_slice left = np_buf_slice(b);
    size_t n = 0, at;

    while ((at = np_slice_find(left, np_slice_of(needle))) != (size_t)-1) {
        n++;
        left = np_slice_sub(left, at + 1, left.n);
    }
    return n;
}

static void assert_well_formed(const struct np_buf *b)
{
    struct np_buf whole = { 0 };
    xmlDocPtr document;

    np_buf_puts(&whole, "<all>");
    np_buf_put(&whole, b->p, b->n);
    np_buf_puts(&whole, "</all>");
    document = xmlReadMemory(whole.p, (int)whole.n, NULL, "UTF-8", XML_PARSE_NONET);
    assert_non_null(document);
    xmlFreeDoc(document);
    np_buf_release(&whole);
}

static void every_chart_is_well_formed_and_needs_no_style_or_script(void **state)
{
    static const char *const never[] = { "<script", " style=", "javascript:", "//elsewhere", " on", "nan",
                                         "inf\"", "<style", "url(" };

    (void)state;
    for (enum which which = BARS; which < WHICH_COUNT; which++)
        for (enum np_lang lang = NP_LANG_EN; lang <= NP_LANG_ZH; lang++) {
            struct np_buf b = { 0 };

            draw(&b, which, lang);
            assert_well_formed(&b);
            for (size_t i = 0; i < sizeof never / sizeof *never; i++)
                if (count_of(&b, never[i]))
                    fail_msg("%s holds '%s'", names[which], never[i]);
            np_buf_release(&b);
        }
}

static void a_gap_is_no_bar_and_is_said(void **state)
{
    struct np_buf b = { 0 };

    (void)state;
    draw(&b, BARS, NP_LANG_EN);
    /* 8 known values, and 2 series, hatched and gap in the legend: 3 boxes. */
    assert_int_equal(count_of(&b, "<rect"), 8 + 3);
    assert_int_equal(count_of(&b, "class=\"gap\""), 2 + 1);
    assert_int_equal(count_of(&b, "Values not known: 2 of 10."), 2);
    assert_int_equal(count_of(&b, "<td class=\"n null\">not known"), 2);
    np_buf_release(&b);
}

/* Over 2019: 12 + 3, over 2022: 41 + 9; of a sum with an unknown part nothing is said. */
static void stacked_bars_say_their_sum(void **state)
{
    struct np_buf b = { 0 };

    (void)state;
    draw(&b, STACKED, NP_LANG_EN);
    assert_int_equal(count_of(&b, "class=\"value\""), 3);
    assert_int_equal(count_of(&b, ">15</text>"), 1);
    assert_int_equal(count_of(&b, ">50</text>"), 1 + 1); /* and the tick */
    assert_int_equal(count_of(&b, "class=\"gap\""), 2 + 1);
    np_buf_release(&b);
}

static void a_line_is_broken_at_a_gap(void **state)
{
    struct np_buf b = { 0 };

    (void)state;
    draw(&b, LINES, NP_LANG_EN);
    assert_int_equal(count_of(&b, "<circle class=\"mark"), 8);
    /* Of four stretches each, two beside the gap are missing; two are of the legend. */
    assert_int_equal(count_of(&b, "<path class=\"none"), 2 + 2 + 2);
    np_buf_release(&b);
}

static void what_is_not_over_is_hatched(void **state)
{
    struct np_buf b = { 0 };

    (void)state;
    draw(&b, BARS, NP_LANG_ZH);
    assert_int_equal(count_of(&b, "<path class=\"a\""), 1 + 1);
    assert_int_equal(count_of(&b, "（尚不完整）"), 2 * 2);
    np_buf_release(&b);
}

static void an_empty_chart_is_nothing(void **state)
{
    struct chart_series none = { "n", filed, 0 };
    struct np_buf b = { 0 };

    (void)state;
    chart_bars(&b, &(struct chart){ .title = "t", .series = &none, .nseries = 1 });
    chart_lines(&b, &(struct chart){ .title = "t", .series = &none, .nseries = 1 });
    chart_ranks(&b, &(struct chart){ .title = "t", .nseries = 0 });
    chart_bubbles(&b, &(struct chart_plane){ .title = "t" });
    chart_spark(&b, "t", filed, 1, 0, NP_LANG_EN);
    assert_int_equal(b.n, 0);
}

static void extremes_have_finite_places(void **state)
{
    static const double values[] = { NAN, INFINITY, -INFINITY, 0, -0.0, 1e-300, -5, 1e15, 3.5 };
    struct np_buf b = { 0 };

    (void)state;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        for (size_t k = 0; k < sizeof values / sizeof *values; k++) {
            struct chart_point points[] = { { NP_S("a"), values[i], NP_EMPTY, false },
                                            { NP_S("b"), values[k], NP_EMPTY, true } };
            struct chart_series series = { "s", points, 2 };
            struct chart_bubble bubble = { NP_S("a"), values[i], values[k], values[i], NP_EMPTY, i % 2 };
            struct chart chart = { .title = "t", .across = "x", .up = "y", .digits = (int)k % 3,
                                   .series = &series, .nseries = 1 };

            np_buf_reset(&b);
            chart_bars(&b, &chart);
            chart.stacked = true;
            chart_bars(&b, &chart);
            chart_lines(&b, &chart);
            chart_ranks(&b, &chart);
            chart_spark(&b, "t", points, 2, 1, NP_LANG_EN);
            for (int logarithmic = 0; logarithmic < 2; logarithmic++)
                chart_bubbles(&b, &(struct chart_plane){ .title = "t", .across = "x", .up = "y",
                    .area = "z", .what = "w", .logarithmic = logarithmic, .across_at = NAN, .up_at = NAN,
                    .bubbles = &bubble, .n = 1 });
            assert_int_equal(count_of(&b, "nan"), 0);
            assert_int_equal(count_of(&b, "inf"), 0);
            assert_well_formed(&b);
        }
    np_buf_release(&b);
}

static void shades_rise_with_the_share(void **state)
{
    (void)state;
    assert_int_equal(chart_heat(NAN), -1);
    assert_int_equal(chart_heat(0), 0);
    assert_int_equal(chart_heat(0.0001), 1);
    assert_int_equal(chart_heat(0.5), 5);
    assert_int_equal(chart_heat(1), 9);
    assert_int_equal(chart_heat(7), 9);
}

static int write_one(const char *name, const char *lang)
{
    struct np_buf b = { 0 };

    for (enum which which = BARS; which < WHICH_COUNT; which++)
        if (strcmp(names[which], name) == 0)
            draw(&b, which, strcmp(lang, "zh") == 0 ? NP_LANG_ZH : NP_LANG_EN);
    fwrite(b.p, 1, b.n, stdout);
    np_buf_release(&b);
    return 0;
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_chart_is_well_formed_and_needs_no_style_or_script),
        cmocka_unit_test(a_gap_is_no_bar_and_is_said),
        cmocka_unit_test(stacked_bars_say_their_sum),
        cmocka_unit_test(a_line_is_broken_at_a_gap),
        cmocka_unit_test(what_is_not_over_is_hatched),
        cmocka_unit_test(an_empty_chart_is_nothing),
        cmocka_unit_test(extremes_have_finite_places),
        cmocka_unit_test(shades_rise_with_the_share),
    };

    if (argc == 3)
        return write_one(argv[1], argv[2]);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
