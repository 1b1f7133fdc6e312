/* test_score_areas.c -- priority areas: which families, each once, and the city's place, by hand. */
#include "score_case.h"

static const char *const codes[] = { "1.2", "2.1", "2.10" };
enum { AS_OF = 20241231 };

#define HEAD "key\tzh\ten\tsubfields\tsymbols\tsource\n"

static void add_family(struct np_facts *facts, const char *number, int subfield, const char *symbol,
                       const char *owner, bool ours, np_date filed)
{
    struct np_fact_publication *p = add_publication(facts, "CN", number, "A", filed + 10000);

    set_application(p, p->number.p, filed);
    p->family_given = p->number;
    np_symbols_add(facts->arena, &p->ipc, text(symbol));
    add_hit(facts, p, subfield, 5);
    add_party(facts, p, owner, ours ? "苏州市" : "");
    p->parties.v[0].country = text(ours ? "CN" : "US");
}

static struct np_facts *five_families(void)
{
    struct np_facts *facts = np_facts_new();

    facts->nsubfields = 3;
    add_family(facts, "1001", 0, "H01L29/16", "甲科技有限公司", true, 20150105);
    add_family(facts, "1002", 0, "C01B32/15", "甲科技有限公司", true, 20160105);
    add_hit(facts, &facts->publications.v[facts->publications.n - 1], 1, 4);
    add_family(facts, "1003", 1, "C01B32/182", "RIVAL INC", false, 20230105);
    add_family(facts, "1004", 2, "C01B32/198", "OTHER INC", false, 20150105);
    add_family(facts, "1005", 1, "C01B32/20", "RIVAL INC", false, 20230205);
    return facts;
}

static void an_area_counts_each_family_once(void **state)
{
    struct np_facts *facts = five_families();
    struct rows rows;

    (void)state;
    write_rules("areas.tsv", HEAD
                "field\t领域\tField\t2\t-\tours\n"
                "carbon\t碳\tCarbon\t-\tC01B32/15-C01B32/198\tours\n"
                "both\t两者\tBoth\t1.2 2.1\tC01B32/\tours\n"
                "none\t无\tNone\t9.9\tH10K99/00\tours\n");
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    assert_true(cell_real(&rows, "areas/field/families") == 4);       /* 1002 to 1005: 2.1 and 2.10 */
    assert_true(fabs(cell_real(&rows, "areas/field/local_share") - 1.0 / 4) < 1e-12);
    assert_true(fabs(cell_real(&rows, "areas/field/foreign_share") - 3.0 / 4) < 1e-12);
    assert_true(fabs(cell_real(&rows, "areas/field/hhi") - (1 + 4 + 1) / 16.0) < 1e-12);
    assert_true(cell_real(&rows, "areas/field/enterprises") == 3);
    assert_true(cell_real(&rows, "areas/field/entrants") == 1);       /* RIVAL since 2023 */
    assert_true(cell_real(&rows, "areas/field/local_rank") == 1);     /* no other city is known */
    assert_true(fabs(cell_real(&rows, "areas/field/local_rta") - 1.0 / 2 / (4.0 / 5)) < 1e-12);
    assert_true(cell_real(&rows, "areas/carbon/families") == 3);      /* /15, /182, /198; not /20 */
    assert_true(fabs(cell_real(&rows, "areas/carbon/local_share") - 1.0 / 3) < 1e-12);
    assert_true(cell_real(&rows, "areas/both/families") == 5);
    assert_true(fabs(cell_real(&rows, "areas/both/local_rta") - 1) < 1e-12);
    assert_true(cell_real(&rows, "areas/none/families") == 0);
    assert_true(isnan(cell_real(&rows, "areas/none/local_share")));
    assert_true(isnan(cell_real(&rows, "areas/none/local_rank")));
    assert_true(isnan(cell_real(&rows, "areas/none/gap")));
    assert_true(np_slice_is(cell_text(&rows, "families/1002/areas"), "field carbon both"));
    assert_true(np_slice_is(cell_text(&rows, "families/1005/areas"), "field both"));
    rows_release(&rows);
    np_facts_free(facts);
}

static void a_wrong_area_is_told_with_its_place(void **state)
{
    static const struct { const char *row, *says; } wrong[] = {
        { "a\tz\te\t1.x\t-\ts\n", "areas.tsv:2: '1.x' is no code" },
        { "a\tz\te\t1.2\tC01B32\ts\n", "'C01B32' is no symbol" },
        { "a\tz\te\t1.2\tC01B32/15-C01B33/20\ts\n", "is no symbol, beginning or range" },
        { "a\tz\te\t\t-\ts\n", "a cell is empty" },
        { "a\tz\te\t1.2\t-\ts\na\tz\te\t1.2\t-\ts\n", "areas.tsv:3: 'a' stands here twice" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct np_scoring *scoring = NULL;
        struct np_err err = { 0 };
        char content[256];

        snprintf(content, sizeof content, "%s%s", HEAD, wrong[i].row);
        write_rules("areas.tsv", content);
        assert_int_equal(np_scoring_load(rules_folder, &scoring, &err), NP_STOP);
        if (!strstr(err.what, wrong[i].says))
            print_error("%s\n", err.what);
        assert_non_null(strstr(err.what, wrong[i].says));
        np_scoring_free(scoring);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_area_counts_each_family_once),
        cmocka_unit_test(a_wrong_area_is_told_with_its_place),
    };

    if (!make_rules_folder())
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
