/* test_score_schemes.c -- rights counted one by one, and what they answer of enterprise schemes. */
#include "score_case.h"

#include <unistd.h>

static const char *const codes[] = { "1.1", "1.2" };
enum { AS_OF = 20251231 };
#define OURS "甲科技有限公司"
#define OTHERS "乙科技有限公司"
#define RECEIVED_BY "变更事项:专利权人 变更前权利人:" OURS " 变更后权利人:"

static struct np_facts *world(void)
{
    struct np_facts *facts = np_facts_new();

    facts->nsubfields = 2;
    return facts;
}

/* A granted right, in force; every right in a family of its own unless `family` says else. */
static struct np_fact_publication *add_right(struct np_facts *facts, const char *number,
                                             enum np_type type, const char *owner)
{
    struct np_fact_publication *p =
        add_publication(facts, "CN", number, type == NP_INVENTION ? "B" : "U", 20210101);

    p->type = type;
    p->stage = NP_GRANT;
    p->has_events = true;
    set_application(p, np_arena_printf(facts->arena, "20%s", number).p, 20190101);
    add_party(facts, p, owner, "苏州市");
    return p;
}

static void add_event(struct np_facts *facts, struct np_fact_publication *p, const char *code,
                      np_date date, const char *words)
{
    *np_list_add(facts->arena, &p->events) = (struct np_fact_event){
        .office = p->office, .code = text(code), .date = date, .text = text(words) };
}

static double number(const struct rows *rows, const char *enterprise, const char *column)
{
    char place[200];

    snprintf(place, sizeof place, "schemes/%s/high_tech/%s", enterprise, column);
    return cell_real(rows, place);
}

static struct np_slice said(const struct rows *rows, const char *scheme, const char *column)
{
    char place[200];

    snprintf(place, sizeof place, "schemes/" OURS "/%s/%s", scheme, column);
    return cell_text(rows, place);
}

static void assert_said(const struct rows *rows, const char *scheme, const char *column,
                        const char *expected)
{
    struct np_slice is = said(rows, scheme, column);

    if (!np_slice_is(is, expected))
        print_error("%s %s: '%.*s', not '%s'\n", scheme, column, NP_ARG(is), expected);
    assert_true(np_slice_is(is, expected));
}

static void rights_are_counted_one_by_one_whatever_their_family(void **state)
{
    struct np_facts *facts = world();
    struct np_fact_publication *p;
    struct rows rows;

    (void)state;
    p = add_right(facts, "1001", NP_INVENTION, OURS);
    p->family_given = text("7");
    add_hit(facts, p, 0, 5);
    p = add_right(facts, "1002", NP_INVENTION, OURS);
    p->family_given = text("7"); /* the same family: two rights all the same */
    p = add_right(facts, "1003", NP_INVENTION, OURS);
    add_event(facts, p, "CF01", 20230101, "未缴年费专利权终止");
    add_right(facts, "1004", NP_UTILITY_MODEL, OURS);
    p = add_right(facts, "1005", NP_UTILITY_MODEL, OURS);
    p->has_events = false; /* presumed */
    p = add_right(facts, "1006", NP_DESIGN, OURS);
    set_application(p, "201006", 20220101);
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    assert_true(number(&rows, OURS, "class_1") == 2);
    assert_true(number(&rows, OURS, "class_1_main") == 2); /* the family's subfield */
    assert_true(number(&rows, OURS, "class_1_presumed") == 0);
    assert_true(number(&rows, OURS, "utility_models") == 2);
    assert_true(number(&rows, OURS, "designs") == 1);
    assert_true(number(&rows, OURS, "class_2") == 3);
    assert_true(number(&rows, OURS, "class_2_presumed") == 1);
    assert_said(&rows, "little_giant", "candidates", "CN1001B CN1002B");
    assert_said(&rows, "little_giant", "patents", "met"); /* two inventions */
    assert_said(&rows, "star_market", "result", "not_met");
    assert_said(&rows, "star_market", "needs", "");
    rows_release(&rows);
    np_facts_free(facts);
}

/* `gives` of a company with so many utility models, and at least one family in a subfield. */
static void assert_range(size_t models, bool invention, const char *expected)
{
    struct np_facts *facts = world();
    struct np_fact_publication *p = add_publication(facts, "CN", "900", "A", 20210101);
    struct rows rows;

    add_party(facts, p, OURS, "苏州市");
    set_application(p, "20900", 20200101);
    add_hit(facts, p, 0, 5);
    if (invention)
        add_right(facts, "1001", NP_INVENTION, OURS);
    for (size_t i = 0; i < models; i++)
        add_right(facts, np_arena_printf(facts->arena, "%zu", 1002 + i).p, NP_UTILITY_MODEL, OURS);
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    assert_said(&rows, "high_tech", "gives", expected);
    assert_said(&rows, "high_tech", "result", "needs");
    rows_release(&rows);
    np_facts_free(facts);
}

static void points_for_quantity_stay_a_range(void **state)
{
    (void)state;
    assert_range(0, false, "0 of 8");
    assert_range(1, false, "1-2 of 8");
    assert_range(2, false, "1-2 of 8");
    assert_range(3, false, "3-4 of 8");
    assert_range(4, false, "3-4 of 8");
    assert_range(5, false, "5-6 of 8");
    assert_range(9, true, "7-8 of 8");
}

static void what_patents_fail_may_still_hold_by_other_rights(void **state)
{
    struct np_facts *facts = world();
    struct np_fact_publication *p = add_right(facts, "1001", NP_INVENTION, OURS);
    struct rows rows;

    (void)state;
    add_hit(facts, p, 0, 5);
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    assert_said(&rows, "little_giant", "patents", "not_met");
    assert_said(&rows, "little_giant", "result", "needs");
    assert_true(np_slice_starts(said(&rows, "little_giant", "needs"), "other_class_1; main_product"));
    assert_said(&rows, "star_market_50", "result", "not_met"); /* inventions alone count there */
    rows_release(&rows);
    np_facts_free(facts);
}

static void a_transferred_right_goes_to_the_receiver_and_is_flagged(void **state)
{
    struct np_facts *facts = world();
    struct np_fact_publication *p = add_right(facts, "1001", NP_INVENTION, OURS);
    struct rows rows;

    (void)state;
    add_hit(facts, p, 0, 5);
    p = add_right(facts, "1002", NP_INVENTION, OURS);
    add_event(facts, p, "TR01", 20250601, RECEIVED_BY OTHERS);
    p = add_right(facts, "1003", NP_INVENTION, OTHERS);
    add_hit(facts, p, 1, 5);
    p = add_right(facts, "1004", NP_INVENTION, OURS);
    add_event(facts, p, "TR01", 20250601, RECEIVED_BY "别处未见过的公司");
    p = add_right(facts, "1005", NP_INVENTION, OURS);
    add_event(facts, p, "TR01", 20250601, "专利权的转移"); /* to whom it does not say */
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    assert_true(number(&rows, OURS, "class_1") == 1);
    assert_true(number(&rows, OURS, "class_1_unknown") == 1);
    assert_true(number(&rows, OTHERS, "class_1") == 2);
    assert_true(number(&rows, OTHERS, "class_1_recent") == 1);
    assert_said(&rows, "little_giant", "patents", "needs"); /* one for sure, one perhaps */
    rows_release(&rows);
    np_facts_free(facts);
}

/* ---- what the enterprise library answers ---- */

static struct np_fact_library *know(struct np_facts *facts, int line, int year)
{
    struct np_fact_library *row = np_list_add(facts->arena, &facts->imports.library);

    *row = (struct np_fact_library){ .place = { 1, NP_S("lib.csv"), NP_S(""), line }, .year = year,
                                     .name = NP_S(OURS), .enterprise = -1, .listed = -1 };
    return row;
}

static void say_value(struct np_facts *facts, struct np_fact_library *row, const char *column,
                      double value)
{
    *np_list_add(facts->arena, &row->values) = (struct np_fact_value){ np_slice_of(column), value };
}

/* A little giant but for what the test leaves out. */
static struct np_fact_library *almost_giant(struct np_facts *facts)
{
    static const struct { const char *column; double value; } said[] = {
        { "main_product", 2 }, { "market_share", 10 }, { "main_revenue_share", 70 },
        { "years_in_market", 3 }, { "debt_ratio", 70 }, { "revenue", 8e7 },
    };
    struct np_fact_publication *p = add_right(facts, "1001", NP_INVENTION, OURS);
    struct np_fact_library *row = know(facts, 2, 2024);

    add_hit(facts, p, 0, 5);
    add_right(facts, "1002", NP_INVENTION, OURS);
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        say_value(facts, row, said[i].column, said[i].value);
    return row;
}

static void assert_giant(double rd_share, const char *result, const char *needs)
{
    struct np_facts *facts = world();
    struct np_fact_library *row = almost_giant(facts);
    struct rows rows;

    if (rd_share > 0)
        say_value(facts, row, "rd_share", rd_share);
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    assert_said(&rows, "little_giant", "result", result);
    assert_said(&rows, "little_giant", "needs", needs);
    rows_release(&rows);
    np_facts_free(facts);
}

static void library_makes_needs_met_or_not_met(void **state)
{
    (void)state;
    assert_giant(0, "needs", "rd_share");
    assert_giant(6, "met", "");
    assert_giant(4, "not_met", ""); /* enough from 100 million on: its revenue is 80 */
    assert_giant(2, "not_met", "");
}

static void library_speaks_last_word_with_its_place(void **state)
{
    struct np_facts *facts = world();
    struct np_fact_library *row = almost_giant(facts);
    struct rows rows;

    (void)state;
    say_value(facts, row, "rd_share", 2);
    say_value(facts, know(facts, 3, 2025), "rd_share", 7);  /* a later year */
    say_value(facts, know(facts, 4, 2023), "rd_share", 1);  /* an earlier one */
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    assert_said(&rows, "little_giant", "result", "met");
    assert_said(&rows, "little_giant", "sources", "优质中小企业梯度培育管理; lib.csv, line 2; lib.csv, line 3");
    rows_release(&rows);
    np_facts_free(facts);
}

static void other_rights_of_the_library_count_with_patents(void **state)
{
    struct np_facts *facts = world();
    struct np_fact_publication *p = add_right(facts, "1001", NP_UTILITY_MODEL, OURS);
    struct np_fact_library *row = know(facts, 2, 0);
    struct rows rows;

    (void)state;
    add_hit(facts, p, 0, 5);
    say_value(facts, row, "other_class_1", 0);
    say_value(facts, row, "other_class_2", 4); /* with one utility model: five */
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    assert_said(&rows, "high_tech", "gives", "5-6 of 8");
    assert_said(&rows, "little_giant", "result", "not_met"); /* no class I right of any kind */
    rows_release(&rows);
    np_facts_free(facts);
}

static void what_is_only_shown_is_left_to_the_officer(void **state)
{
    struct np_facts *facts = world();
    struct np_fact_publication *p = add_right(facts, "1001", NP_INVENTION, OURS);
    struct rows rows;

    (void)state;
    add_hit(facts, p, 0, 5);
    say_value(facts, know(facts, 2, 0), "valuation", 2e9);
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    assert_said(&rows, "unicorn", "result", "needs");
    assert_said(&rows, "unicorn", "needs", "judgement");
    assert_said(&rows, "unicorn", "needs_zh", "人工判断: 估值");
    rows_release(&rows);
    np_facts_free(facts);
}

#define HEAD "scheme\tzh\ten\tgroup\tmeasure\top\tvalue\tgives\telse\tsays\tsays_zh\tsource\n"
#define NAMED "*\t\t\t0\tcolumn:x\tshow\t0\t\t\tan x\t某\t\n"

static void faults_are_told_with_their_line(void **state)
{
    static const char *const cases[][2] = {
        { HEAD "s\t某\tS\t1\tluck\t>=\t1\t\t\t\t\t\n", "schemes.tsv:2: unknown measure 'luck'" },
        { HEAD "s\t某\tS\t1\tcolumn:x\t>=\t1\t\t\t\t\t\n",
          "schemes.tsv:2: unknown column 'x': name it in a row of scheme '*'" },
        { HEAD "s\t某\tS\t1\tclass_1\t~\t1\t\t\t\t\t\n",
          "schemes.tsv:2: expected group, measure, op (>= <= > < = show) and a number" },
        { HEAD NAMED NAMED, "schemes.tsv:3: column 'x' stands twice" },
        { HEAD "s\t\tS\t1\tclass_1\t>=\t1\t\t\t\t\t\n",
          "schemes.tsv:2: a scheme needs a name in zh and en" },
        { HEAD "s\t某\tS\t1\tclass_1\tshow\t1\t8 of 8\t\t\t\t\n",
          "schemes.tsv:2: points need a condition, not 'show'" },
        { HEAD "s\t某\tS\t1\tclass_1\t>=\t1\t8 of 8\t\t\t\t\ns\t某\tS\t1\tclass_2\t>=\t1\t\t\t\t\t\n",
          "schemes.tsv:3: group 1 gives points in some rows alone" },
        { HEAD "s\t某\tS\t1\tclass_1\t>=\t1\t\t\t\t\t\nt\t甲\tT\t1\tclass_1\t>=\t1\t\t\t\t\t\n"
               "s\t某\tS\t2\tclass_2\t>=\t1\t\t\t\t\t\n",
          "schemes.tsv:4: rows of 's' do not stand together" },
        { HEAD "s\t某\tS\t1\tclass_1\t>=\t1\t\t\t\t\t\ns\t某\tS\t1\tclass_1\t>=\t1\t\t\t\t\t\n",
          "schemes.tsv:3: 'class_1' stands twice in 's'" },
    };
    struct np_scoring *scoring;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct np_err err = { 0 };

        write_rules("schemes.tsv", cases[i][0]);
        assert_int_equal(np_scoring_load(rules_folder, &scoring, &err), NP_STOP);
        assert_string_equal(err.what, cases[i][1]);
    }
    assert_true(copy_rules("schemes.tsv"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rights_are_counted_one_by_one_whatever_their_family),
        cmocka_unit_test(points_for_quantity_stay_a_range),
        cmocka_unit_test(what_patents_fail_may_still_hold_by_other_rights),
        cmocka_unit_test(a_transferred_right_goes_to_the_receiver_and_is_flagged),
        cmocka_unit_test(library_makes_needs_met_or_not_met),
        cmocka_unit_test(library_speaks_last_word_with_its_place),
        cmocka_unit_test(other_rights_of_the_library_count_with_patents),
        cmocka_unit_test(what_is_only_shown_is_left_to_the_officer),
        cmocka_unit_test(faults_are_told_with_their_line),
    };

    if (!make_rules_folder()) {
        print_error("no rules folder\n");
        return 1;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
