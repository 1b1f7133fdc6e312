/* test_words.c -- the program's words in both languages; conditions as people write them. */
#include "unit.h"

#include <nanopat/arena.h>
#include <nanopat/query.h>
#include <nanopat/scoring.h>
#include <nanopat/words.h>

#include "../../engine/query/words_table.h"

#include <string.h>

static void assert_said(const char *text, bool zh, const char *expected)
{
    struct np_buf b = { 0 };

    np_words_put(&b, np_slice_of(text), zh);
    if (!np_slice_is(np_buf_slice(&b), expected))
        print_error("'%s': '%.*s', not '%s'\n", text, (int)b.n, b.p, expected);
    assert_true(np_slice_is(np_buf_slice(&b), expected));
    np_buf_release(&b);
}

static void clauses_are_said_in_the_language(void **state)
{
    (void)state;
    assert_said("in_force; until 2031-05-04", true, "有效; 至 2031-05-04");
    assert_said("in_force; until 2031-05-04", false, "in force; until 2031-05-04");
    assert_said("CN101B in_force; filed 2019-03-04", true, "CN101B 有效; 申请日 2019-03-04");
    assert_said("contributions 36.2 / weight present 0.8; missing survived (not_applicable)", true,
                "贡献合计 36.2 ÷ 已有权重 0.8; 缺 经受无效或异议(不适用)");
    assert_said("c_star 4.5 / mean 2.1 of 3 peers in field 16, 2020", true,
                "加权被引 4.5 ÷ 领域 16 2020年 3 个同组族的均值 2.1");
    assert_said("c_star_noself 4.5 / mean 2.1 of 3 peers in field 16, 2020", true,
                "加权被引(除自引) 4.5 ÷ 领域 16 2020年 3 个同组族的均值 2.1");
    assert_said("EP no, JP no, US granted yes; priority 2019-01-02", true,
                "EP 否, JP 否, US授权 是; 优先权日 2019-01-02");
    assert_said("granted = 5; in the top 10 % 3", true, "授权有效 = 5; 前10% 3");
    assert_said("7-8 of 8", true, "7-8 / 8");
    assert_said("citations known of 42.9 % of families", true, "仅 42.9 % 的族有引文");
}

static void names_stay_as_they_are(void **state)
{
    (void)state;
    assert_said("awards.csv line 7", true, "awards.csv 第 7 行");
    assert_said("Luyan (Suzhou) Co., Ltd.", true, "Luyan (Suzhou) Co., Ltd.");
    assert_false(np_words_known(np_slice_of("nothing of the kind")));
    assert_true(np_words_known(np_slice_of("C01B 0.6; 5 citing families")));
}

static size_t places(const char *pattern)
{
    size_t n = 0;

    for (; *pattern; pattern++) {
        n += *pattern == '%' && pattern[1] != '%';
        pattern += *pattern == '%' && pattern[1] == '%';
    }
    return n;
}

static void every_row_is_whole(void **state)
{
    const struct word *tables[] = { np_words, np_units };

    (void)state;
    for (size_t t = 0; t < 2; t++)
        for (const struct word *w = tables[t]; w->word; w++) {
            assert_true(w->en[0] && w->zh[0]);
            for (const struct word *v = w + 1; v->word; v++)
                if (strcmp(v->word, w->word) == 0)
                    fail_msg("'%s' stands twice", w->word);
        }
    for (const struct phrase *p = np_phrases; p->pattern; p++)
        if (places(p->pattern) != places(p->zh))
            fail_msg("'%s' and '%s' have other places", p->pattern, p->zh);
}

static bool has_unit(const char *unit)
{
    const struct word *w = np_units;

    while (w->word && strcmp(w->word, unit))
        w++;
    return w->word || !*unit;
}

static void every_unit_has_a_word(void **state)
{
    const struct np_measure *tables[] = { np_holding_measures, np_portfolio_measures,
                                          np_enterprise_measures, np_subfield_measures,
                                          np_city_measures, np_scheme_measures };

    (void)state;
    for (const struct np_indicator *i = np_indicators; i->name; i++)
        if (!has_unit(i->unit))
            fail_msg("unit '%s' of %s", i->unit, i->name);
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
        for (const struct np_measure *m = tables[t]; m->name; m++)
            if (!has_unit(m->unit))
                fail_msg("unit '%s' of %s", m->unit, m->name);
}

static void assert_sayable(const char *of, const char *text)
{
    if (text && !np_says_known(np_slice_of(text)))
        fail_msg("'%s' of %s is not said in Chinese", text, of);
}

/* Tables behind the reports, whose columns a sheet of notes explains. */
static bool is_reported(const char *table)
{
    static const char *const names[] = { "enterprises", "portfolios", "portfolio_families", "measures",
                                         "subfields", "city", "places", "standard_candidates",
                                         "standard_elements", "standards_layout" };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(table, names[i]) == 0)
            return true;
    return false;
}

static void sayings_and_formulas_are_known(void **state)
{
    const struct np_measure *tables[] = { np_holding_measures, np_portfolio_measures,
                                          np_enterprise_measures, np_subfield_measures,
                                          np_city_measures, np_scheme_measures };
    struct np_buf b = { 0 };

    (void)state;
    for (const struct np_indicator *i = np_indicators; i->name; i++) {
        assert_sayable(i->name, i->formula);
        assert_sayable(i->name, i->nulls);
        if (!i->nulls || !*i->nulls)
            fail_msg("%s does not say when it is null", i->name);
    }
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
        for (const struct np_measure *m = tables[t]; m->name; m++) {
            assert_sayable(m->name, m->says);
            assert_sayable(m->name, m->formula);
        }
    for (const struct np_table *t = np_score_tables; t->name; t++)
        for (const struct np_column *c = t->columns; is_reported(t->name) && c->name; c++) {
            assert_sayable(c->name, c->says);
            if (!has_unit(c->unit))
                fail_msg("unit '%s' of %s", c->unit, c->name);
        }
    for (const struct said *x = np_sayings; x->en; x++)
        for (const struct said *y = x + 1; y->en; y++)
            if (strcmp(x->en, y->en) == 0)
                fail_msg("'%s' stands twice", x->en);
    assert_false(np_says_known(np_slice_of("mean of the best families")));
    np_says_put(&b, np_slice_of("active / families"), true);
    assert_true(np_slice_is(np_buf_slice(&b), "有效或在审 ÷ 专利族数"));
    np_buf_reset(&b);
    np_says_put(&b, np_slice_of("active / families"), false);
    assert_true(np_slice_is(np_buf_slice(&b), "active / families"));
    np_buf_release(&b);
}

static void assert_condition(const char *text, const char *column, enum np_test test,
                             const char *value)
{
    struct np_arena *arena = np_arena_new();
    struct np_condition c;

    assert_int_equal(np_condition_read(np_slice_of(text), arena, &c, NULL), NP_OK);
    assert_string_equal(c.column, column);
    assert_int_equal(c.test, test);
    assert_true(np_slice_is(c.value, value));
    np_arena_free(arena);
}

static void conditions_are_read_as_people_write_them(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_condition c;
    struct np_err err = { 0 };

    (void)state;
    assert_condition("status=in_force|pending", "status", NP_AMONG, "in_force pending");
    assert_condition(" remaining_years >= 3 ", "remaining_years", NP_AT_LEAST, "3");
    assert_condition("remaining_years<3", "remaining_years", NP_BELOW, "3");
    assert_condition("tct=null", "tct", NP_IS, "");
    assert_condition("tct!=null", "tct", NP_IS_NOT, "");
    assert_condition("claim_types~use", "claim_types", NP_HAS, "use");
    assert_int_equal(np_condition_read(np_slice_of("status"), arena, &c, &err), NP_FAIL);
    assert_int_equal(np_condition_read(np_slice_of("=3"), arena, &c, &err), NP_FAIL);
    np_arena_free(arena);
}

static void offices_are_named_whatever_parts_them(void **state)
{
    static const struct { const char *codes, *zh, *en; } cases[] = {
        { "US EP JP", "美国、欧洲、日本", "US EP JP" }, { "US, EP, IN", "美国、欧洲、印度", "US EP IN" },
        { "CN; CN; US", "中国、美国", "CN US" }, { "XX", "XX", "XX" }, { "", "", "" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int zh = 0; zh < 2; zh++) {
            struct np_buf b = { 0 };

            np_offices_put(&b, np_slice_of(cases[i].codes), zh);
            assert_true(np_slice_is(np_buf_slice(&b), zh ? cases[i].zh : cases[i].en));
            np_buf_release(&b);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clauses_are_said_in_the_language),
        cmocka_unit_test(names_stay_as_they_are),
        cmocka_unit_test(every_row_is_whole),
        cmocka_unit_test(every_unit_has_a_word),
        cmocka_unit_test(sayings_and_formulas_are_known),
        cmocka_unit_test(offices_are_named_whatever_parts_them),
        cmocka_unit_test(conditions_are_read_as_people_write_them),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
