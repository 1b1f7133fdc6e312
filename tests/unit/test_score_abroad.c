/* test_score_abroad.c -- open doors by the calendar, and the layout abroad counted by hand. */
#include "score_case.h"

#include "../../engine/scoring/abroad.h"

static const char *const codes[] = { "1.1", "1.2" };
enum { AS_OF = 20241231 };

/* ---- doors ---- */

static void doors_close_on_their_day(void **state)
{
    static const struct market us = { .paris_months = 12, .pct_months = 30 };
    static const struct market ep = { .paris_months = 12, .pct_months = 31 };
    static const struct market cn = { .paris_months = 12, .pct_months = 30, .surcharge_months = 2 };
    static const struct market tw = { .paris_months = 12 };
    static const struct {
        const struct market *market;
        np_date priority, as_of;
        bool pct;
        enum np_type type;
        const char *door;
        np_date until;
        int days;
    } cases[] = {
        { &us, 20240110, 20241231, false, NP_INVENTION, "paris", 20250110, 10 },
        { &us, 20240110, 20250110, false, NP_INVENTION, "paris", 20250110, 0 },
        { &us, 20240110, 20250111, false, NP_INVENTION, "closed", 20250110, -1 },
        { &us, 20240229, 20241231, false, NP_INVENTION, "paris", 20250228, 59 },   /* leap day */
        { &us, 20220630, 20241230, true, NP_INVENTION, "pct", 20241230, 0 },
        { &us, 20220630, 20241231, true, NP_INVENTION, "closed", 20241230, -1 },
        { &ep, 20220630, 20241231, true, NP_INVENTION, "pct", 20250130, 30 },
        { &ep, 20220731, 20241231, true, NP_INVENTION, "pct", 20250228, 59 },      /* no 31st */
        { &ep, 20210831, 20240331, true, NP_INVENTION, "pct", 20240331, 0 },
        { &us, 20210831, 20240229, true, NP_INVENTION, "pct", 20240229, 0 },       /* into a leap year */
        { &us, 20200831, 20230301, true, NP_INVENTION, "closed", 20230228, -1 },   /* into another */
        { &cn, 20220615, 20241231, true, NP_INVENTION, "pct_surcharge", 20241215, -16 },
        { &cn, 20220615, 20250215, true, NP_INVENTION, "pct_surcharge", 20241215, -62 },
        { &cn, 20220615, 20250216, true, NP_INVENTION, "closed", 20241215, -63 },
        { &tw, 20230615, 20240615, true, NP_INVENTION, "paris", 20240615, 0 },     /* no PCT there */
        { &us, 20240831, 20241231, false, NP_DESIGN, "paris", 20250228, 59 },      /* six months */
        { &us, 20240630, 20241231, true, NP_DESIGN, "closed", 20241230, -1 },
        { &us, 20240630, 20241231, false, NP_UTILITY_MODEL, "paris", 20250630, 181 },
        { &us, 20240600, 20241231, false, NP_INVENTION, "unknown", 0, 0 },
        { &us, 0, 20241231, false, NP_INVENTION, "unknown", 0, 0 },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct door door = door_of(cases[i].market, cases[i].priority, cases[i].pct, cases[i].type,
                                   cases[i].as_of);

        if (strcmp(door_name(door.kind), cases[i].door) != 0 || door.until != cases[i].until ||
            door.days != cases[i].days)
            print_error("case %zu: %s until %d, %d days\n", i, door_name(door.kind), door.until,
                        (int)door.days);
        assert_string_equal(door_name(door.kind), cases[i].door);
        assert_int_equal(door.until, cases[i].until);
        assert_int_equal(door.days, cases[i].days);
    }
}

/* ---- the layout ---- */

static struct np_fact_publication *member(struct np_facts *facts, const char *office,
                                          const char *number, const char *kind, int filed,
                                          const char *family, const char *owner, const char *country)
{
    struct np_fact_publication *p = add_publication(facts, office, number, kind,
                                                    (filed / 10000 + 1) * 10000 + 630);

    set_application(p, p->number.p, filed);
    p->family_given = text(family);
    np_symbols_add(facts->arena, &p->ipc, text("C01B32/182"));
    add_hit(facts, p, 0, 5);
    add_party(facts, p, owner, strcmp(country, "CN") == 0 ? "苏州市" : "");
    p->parties.v[0].country = text(country);
    return p;
}

static double cell(const struct rows *rows, const char *table, const char *key, const char *column)
{
    char place[200];

    snprintf(place, sizeof place, "%s/%s/%s", table, key, column);
    return cell_real(rows, place);
}

/* A family granted in the US, one pending in JP, one in China alone; a rival has the US and EP. */
static void coverage_weighs_markets_by_income(void **state)
{
    struct np_facts *facts = np_facts_new();
    struct rows rows;
    double all = 20 + 10 + 5 + 2 + 3;

    (void)state;
    facts->nsubfields = 2;
    write_rules("gni.tsv", "office\tyear\tgni\nUS\t2023\t20\nEP\t2023\t10\nJP\t2023\t5\n"
                           "KR\t2023\t2\nIN\t2023\t3\nCN\t2023\t15\n");
    member(facts, "CN", "1001", "A", 20200110, "F1", "甲科技有限公司", "CN");
    member(facts, "US", "2001", "B2", 20210105, "F1", "甲科技有限公司", "CN");
    member(facts, "CN", "1002", "A", 20200210, "F2", "甲科技有限公司", "CN");
    member(facts, "JP", "2002", "A", 20230205, "F2", "甲科技有限公司", "CN");
    member(facts, "CN", "1003", "A", 20230301, "F3", "甲科技有限公司", "CN");
    member(facts, "EP", "3001", "B1", 20190110, "G1", "RIVAL INC", "US");
    member(facts, "US", "3002", "B2", 20190110, "G1", "RIVAL INC", "US");
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    assert_true(fabs(cell(&rows, "overseas_coverage", "甲科技|1.1", "coverage") - (20 + 5) / all) < 1e-12);
    assert_true(fabs(cell(&rows, "overseas_coverage", "甲科技|1.1", "coverage_granted") - 20 / all) < 1e-12);
    assert_true(cell(&rows, "overseas_coverage", "甲科技|1.1", "markets") == 2);
    assert_true(cell(&rows, "overseas_coverage", "甲科技|1.1", "home_only") == 1);
    assert_true(fabs(cell(&rows, "overseas_coverage", "甲科技|1.1", "peers_coverage") - (20 + 10) / all) < 1e-12);
    assert_true(cell(&rows, "overseas_coverage", "甲科技|1.1", "peers_above") == 1);
    assert_true(cell(&rows, "overseas", "甲科技|1.1|US", "granted") == 1);
    assert_true(cell(&rows, "overseas", "甲科技|1.1|US", "without") == 2);
    assert_true(cell(&rows, "overseas", "甲科技|1.1|JP", "pending") == 1);
    assert_true(cell(&rows, "overseas", "甲科技|1.1|JP", "open_field") == 0);
    assert_true(cell(&rows, "overseas", "甲科技|1.1|EP", "open_field") == 1);
    assert_true(cell(&rows, "overseas", "甲科技|1.1|KR", "open_field") == 0);
    rows_release(&rows);
    np_facts_free(facts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(doors_close_on_their_day),
        cmocka_unit_test(coverage_weighs_markets_by_income),
    };

    if (!make_rules_folder())
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
