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

/* ---- risks and leads ---- */

/* Documents 2... of ours and 3... of the rival claim the same; 4... something else. */
static enum np_status give_claims(void *ctx, struct np_slice id, struct np_arena *arena,
                                  struct np_record **record, struct np_err *err)
{
    struct np_claims *claims;

    (void)ctx;
    (void)err;
    *record = np_record_new(arena);
    (*record)->lang = text("en");
    claims = np_list_add(arena, &(*record)->claims);
    claims->lang = text("en");
    np_list_add(arena, &claims->claims)->text =
        text(id.p[2] == '4' ? "A pump with a rotor." : "Quantum dot of indium phosphide in a shell.");
    return NP_OK;
}

static const struct np_score_texts texts = { NULL, give_claims };

/* Ours: CN in force, US pending. The rival's: US in force, claims alike, X in the report on ours. */
static struct np_facts *rivals(const char *rival, const char *country)
{
    struct np_facts *facts = np_facts_new();

    facts->nsubfields = 2;
    member(facts, "CN", "2001", "B", 20180105, "F1", "甲科技有限公司", "CN");
    add_citation(facts, member(facts, "US", "2002", "A1", 20190105, "F1", "甲科技有限公司", "CN"),
                 "US", "3001", 'X');
    member(facts, "US", "3001", "B2", 20150101, "G1", rival, country);
    member(facts, "US", "4001", "B2", 20150101, "G2", "PUMP WORKS INC", "US");
    return facts;
}

static void risks_weigh_what_is_known(void **state)
{
    struct np_facts *facts = rivals("RIVAL INC", "US");
    double left = 5.0 / 20; /* 2015-01-01 to 2035-01-01, seen from 2030-01-01 */
    struct rows rows;

    (void)state;
    rows_init(&rows);
    run_score_with(facts, 20300101, codes, &texts, &rows);
    assert_true(fabs(cell(&rows, "risks", "甲科技|US|G1", "overlap") - 1) < 1e-9);
    assert_true(np_slice_is(cell_text(&rows, "risks/甲科技|US|G1/overlap_by"), "claims"));
    assert_true(np_slice_is(cell_text(&rows, "risks/甲科技|US|G1/list"), "granted"));
    assert_true(cell(&rows, "risks", "甲科技|US|G1", "xy") == 1);
    assert_true(fabs(cell(&rows, "risks", "甲科技|US|G1", "remaining") - left) < 1e-3);
    assert_true(isnan(cell(&rows, "risks", "甲科技|US|G1", "litigious"))); /* no list of suits */
    assert_true(cell(&rows, "risks", "甲科技|US|G1", "exposure") == 1);
    assert_true(fabs(cell(&rows, "risks", "甲科技|US|G1", "coverage") - 0.85) < 1e-9);
    assert_true(fabs(cell(&rows, "risks", "甲科技|US|G1", "risk") -
                     100 * (0.35 + 0.20 + 0.15 * cell(&rows, "risks", "甲科技|US|G1", "remaining") + 0.15) /
                         0.85) < 1e-6);
    assert_false(np_map_get(rows.places, np_slice_of("risks/甲科技|US|G2/risk"))); /* a pump is not near */
    assert_false(np_map_get(rows.places, np_slice_of("risks/甲科技|CN|G1/risk"))); /* nothing there */
    assert_true(cell(&rows, "risk_markets", "甲科技|US", "granted") == 1);
    rows_release(&rows);
    np_facts_free(facts);
}

/* In five years three suits of the rival, one too old, one for invalidity: 3 of 5. */
static void suits_of_the_owner_count(void **state)
{
    static const struct { const char *plaintiff; np_date filed; enum np_suit_kind kind; } suits[] = {
        { "RIVAL INC", 20260101, NP_SUIT_LITIGATION }, { "RIVAL INC", 20270101, NP_SUIT_UNKNOWN },
        { "RIVAL INC", 20291231, NP_SUIT_LITIGATION }, { "RIVAL INC", 20250101, NP_SUIT_LITIGATION },
        { "RIVAL INC", 20280101, NP_SUIT_INVALIDATION }, { "PUMP WORKS INC", 20280101, NP_SUIT_LITIGATION },
    };
    struct np_facts *facts = rivals("RIVAL INC", "US");
    struct rows rows;

    (void)state;
    facts->imports.suit_lists = 1;
    for (size_t i = 0; i < sizeof suits / sizeof *suits; i++) {
        struct np_fact_suit *suit = np_list_add(facts->arena, &facts->imports.suits);

        suit->plaintiff = text(suits[i].plaintiff);
        suit->filed = suits[i].filed;
        suit->kind = suits[i].kind;
        suit->patent.publication = -1;
    }
    rows_init(&rows);
    run_score_with(facts, 20300101, codes, &texts, &rows);
    assert_true(cell(&rows, "risks", "甲科技|US|G1", "suits") == 3);
    assert_true(fabs(cell(&rows, "risks", "甲科技|US|G1", "litigious") - 0.6) < 1e-12);
    assert_true(fabs(cell(&rows, "risks", "甲科技|US|G1", "coverage") - 1) < 1e-9);
    rows_release(&rows);
    np_facts_free(facts);
}

/* Another company of our city is no friend; a member of one's group is. */
static void a_group_does_not_threaten_itself(void **state)
{
    struct np_facts *facts = rivals("RIVAL INC", "US");
    struct rows rows;

    (void)state;
    write_rules("groups.tsv", "group\tmember\tfrom\tto\tsource\nG\t甲科技有限公司\t\t\t\nG\tRIVAL INC\t\t\t\n");
    rows_init(&rows);
    run_score_with(facts, 20300101, codes, &texts, &rows);
    write_rules("groups.tsv", "group\tmember\tfrom\tto\tsource\n");
    assert_false(np_map_get(rows.places, np_slice_of("risks/甲科技|US|G1/risk")));
    assert_false(np_map_get(rows.places, np_slice_of("blocking/甲科技|RIVAL/before")));
    rows_release(&rows);
    np_facts_free(facts);
}

/* Ours in China published in 2019; theirs, later and alike, of 2021; one of before that is no lead. */
static void leads_are_later_and_near(void **state)
{
    struct np_facts *facts = np_facts_new();
    struct rows rows;

    (void)state;
    facts->nsubfields = 2;
    member(facts, "CN", "2001", "B", 20180105, "F1", "甲科技有限公司", "CN");
    member(facts, "CN", "3001", "B", 20210301, "G1", "乙科技有限公司", "CN");
    member(facts, "CN", "3002", "B", 20180301, "G2", "乙科技有限公司", "CN");
    member(facts, "CN", "4001", "B", 20210301, "G3", "乙科技有限公司", "CN");
    rows_init(&rows);
    run_score_with(facts, 20241231, codes, &texts, &rows);
    assert_true(fabs(cell(&rows, "leads", "F1|G1|CN|甲科技", "overlap") - 1) < 1e-9);
    assert_true(np_slice_is(cell_text(&rows, "leads/F1|G1|CN|甲科技/because"), "overlap"));
    assert_true(cell(&rows, "leads", "F1|G1|CN|甲科技", "expiry") == 20380105);
    assert_true(cell(&rows, "leads", "F1|G1|CN|甲科技", "their_priority") == 20210301);
    assert_false(np_map_get(rows.places, np_slice_of("leads/F1|G2|CN|甲科技/overlap")));
    assert_false(np_map_get(rows.places, np_slice_of("leads/F1|G3|CN|甲科技/overlap")));
    rows_release(&rows);
    np_facts_free(facts);
}

/* X before, Y behind: two pairs of families, one of them in force where ours is pending. */
static void blocking_counts_both_ways(void **state)
{
    struct np_facts *facts = rivals("RIVAL INC", "US");
    struct rows rows;

    (void)state;
    add_citation(facts, member(facts, "US", "3005", "A1", 20210101, "G5", "RIVAL INC", "US"), "CN", "2001", 'Y');
    add_citation(facts, member(facts, "US", "3006", "A1", 20210101, "G6", "RIVAL INC", "US"), "CN", "2001", 'A');
    rows_init(&rows);
    run_score_with(facts, 20300101, codes, &texts, &rows);
    assert_true(cell(&rows, "blocking", "甲科技|RIVAL", "before") == 1);
    assert_true(cell(&rows, "blocking", "甲科技|RIVAL", "behind") == 1);
    assert_true(cell(&rows, "blocking", "甲科技|RIVAL", "ratio") == 1);
    assert_true(cell(&rows, "blocks", "F1|before|G1|甲科技", "dependency") == 1);
    assert_true(np_slice_is(cell_text(&rows, "blocks/F1|before|G1|甲科技/in_force"), "US"));
    assert_true(np_slice_is(cell_text(&rows, "blocks/F1|behind|G5|甲科技/in_force"), "CN"));
    assert_false(np_map_get(rows.places, np_slice_of("blocks/F1|behind|G6|甲科技/category")));
    rows_release(&rows);
    np_facts_free(facts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(doors_close_on_their_day),
        cmocka_unit_test(coverage_weighs_markets_by_income),
        cmocka_unit_test(risks_weigh_what_is_known),
        cmocka_unit_test(suits_of_the_owner_count),
        cmocka_unit_test(a_group_does_not_threaten_itself),
        cmocka_unit_test(leads_are_later_and_near),
        cmocka_unit_test(blocking_counts_both_ways),
    };

    if (!make_rules_folder())
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
