/* test_score_terms.c -- terms and doors by the calendar, each worked out by hand.
 *
 * The last day in force is the day before the date in the table; a door is open on its last day.
 */
#include "score_case.h"

#include "../../engine/scoring/abroad.h"

#define INV NP_INVENTION
#define UM NP_UTILITY_MODEL
#define DES NP_DESIGN

/* ---- terms ---- */

static void terms_end_on_their_day(void **state)
{
    static const struct {
        const char *office;
        enum np_type type;
        np_date filing, term_from, granted, expiry;
        const char *why;
    } cases[] = {
        { "CN", INV, 20120301, 0, 0, 20320301, "twenty years from filing" },
        { "CN", INV, 20120229, 0, 0, 20320229, "leap day into a leap year" },
        { "CN", INV, 20040229, 0, 0, 20240229, "2000 + 24 is one too" },
        { "CN", INV, 20800229, 0, 0, 21000228, "2100 is no leap year" },
        { "CN", INV, 20100831, 0, 0, 20300831, "month end" },
        { "CN", INV, 20120229, 20100301, 0, 20300301, "a divisional: from its parent" },
        { "CN", UM, 20120229, 0, 0, 20220228, "ten years from a leap day" },
        { "CN", UM, 20160229, 0, 20161001, 20260228, "grant does not count" },
        { "CN", UM, 20211231, 0, 0, 20311231, "year end" },
        { "CN", DES, 20210531, 0, 0, 20310531, "the last day of ten years" },
        { "CN", DES, 20210601, 0, 0, 20360601, "Patent Law of 2020: fifteen" },
        { "CN", DES, 20240229, 0, 0, 20390228, "fifteen years from a leap day" },
        { "US", INV, 20150301, 20100301, 0, 20300301, "continuation: from the earliest parent" },
        { "US", INV, 20150301, 0, 0, 20350301, "no parent, or a provisional alone" },
        { "US", INV, 20160229, 20120229, 0, 20320229, "parent on a leap day" },
        { "US", INV, 20100301, 20150301, 0, 20300301, "a later parent does not lengthen" },
        { "US", DES, 20140110, 0, 20150601, 20290601, "fourteen years from grant" },
        { "US", DES, 20150512, 0, 20160229, 20300228, "the last day of fourteen" },
        { "US", DES, 20150513, 0, 20160229, 20310228, "fifteen since the Hague Agreement" },
        { "US", DES, 20200101, 20180101, 20210105, 20360105, "a design's parent does not count" },
        { "US", DES, 20200101, 0, 0, 0, "not granted: not known" },
        { "EP", INV, 20080229, 0, 0, 20280229, "EPC Art. 63" },
        { "EP", INV, 20111130, 0, 0, 20311130, "month end" },
        { "JP", INV, 20070331, 0, 0, 20270331, "month end" },
        { "JP", UM, 20150501, 0, 0, 20250501, "ten years" },
        { "JP", DES, 20200401, 0, 20210101, 20450401, "twenty-five from filing" },
        { "JP", DES, 20200331, 0, 20210108, 20410108, "twenty from registration" },
        { "JP", DES, 20070331, 0, 20080229, 20230228, "fifteen from registration" },
        { "KR", INV, 20121231, 0, 0, 20321231, "year end" },
        { "KR", UM, 20140615, 0, 0, 20240615, "ten years" },
        { "KR", DES, 20140701, 0, 20150101, 20340701, "twenty from filing" },
        { "KR", DES, 20140630, 0, 20150102, 20300102, "fifteen from registration" },
        { "DE", UM, 20130401, 0, 0, 20230401, "ten years" },
        { "TW", INV, 20200229, 0, 0, 20400229, "any other office" },
        { "WO", INV, 20200831, 0, 0, 20230331, "thirty-one months: August to March" },
        { "WO", INV, 20210731, 0, 0, 20240229, "no 31st in February" },
        { "WO", INV, 20210630, 20200630, 0, 20230130, "from the priority" },
        { "CN", INV, 0, 0, 0, 0, "no filing date" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        np_date expiry = expiry_of(text(cases[i].office), cases[i].type, cases[i].filing, cases[i].term_from,
                                   cases[i].granted);

        if (expiry != cases[i].expiry)
            print_error("case %zu, %s: %s: %d, not %d\n", i, cases[i].office, cases[i].why, expiry,
                        cases[i].expiry);
        assert_int_equal(expiry, cases[i].expiry);
    }
}

static void the_day_of_expiry_is_not_in_force(void **state)
{
    (void)state;
    assert_int_equal(status_at(20320228, 20150101, 0, 20320229), RIGHT_IN_FORCE);
    assert_int_equal(status_at(20320229, 20150101, 0, 20320229), RIGHT_DEAD);
    assert_int_equal(status_at(20141231, 20150101, 0, 20320229), RIGHT_PENDING);
    assert_int_equal(status_at(20150101, 20150101, 0, 20320229), RIGHT_IN_FORCE);
    assert_int_equal(status_at(20200101, 20150101, 20200101, 20320229), RIGHT_DEAD);
    assert_int_equal(status_at(20200101, 20150101, 20200102, 20320229), RIGHT_IN_FORCE);
    assert_int_equal(status_at(20200101, 20100101, 0, 0), RIGHT_UNKNOWN);
    assert_true(fabs(years_between(20240229, 20250228) - 365 / 365.25) < 1e-12);
    assert_true(fabs(years_between(20200101, 20240101) - 4 * 365.25 / 365.25) < 1e-12);
}

/* ---- parents, through a whole run ---- */

static void add_parent(struct np_facts *facts, struct np_fact_publication *p, const char *relation,
                       const char *number, np_date date)
{
    struct np_parent *parent = np_list_add(facts->arena, &p->parents);

    parent->relation = text(relation);
    parent->doc.office = text("US");
    parent->doc.number = text(number);
    parent->doc.date = date;
}

static struct np_fact_publication *granted_us(struct np_facts *facts, const char *number, np_date filed,
                                              const char *family)
{
    struct np_fact_publication *p = add_publication(facts, "US", number, "B2", 20200107);

    set_application(p, p->number.p, filed);
    p->family_given = text(family);
    add_hit(facts, p, 0, 5);
    add_party(facts, p, "RIVAL INC", "");
    return p;
}

static void us_parents_shorten_the_term(void **state)
{
    static const char *const codes[] = { "1.1" };
    static const struct { const char *key; np_date expiry; } wanted[] = {
        { "P1", 20340310 }, /* a provisional of 2013 does not count */
        { "P2", 20300301 }, /* continuation of 2010, itself of a provisional of 2009 */
        { "P3", 20320229 }, /* division of 2015, of a continuation of 2012-02-29 */
        { "P4", 20360229 }, /* none */
    };
    struct np_facts *facts = np_facts_new();
    struct np_fact_publication *p;
    struct rows rows;

    (void)state;
    facts->nsubfields = 1;
    p = granted_us(facts, "9000001", 20140310, "P1");
    add_parent(facts, p, "provisional", "61000001", 20130310);
    p = granted_us(facts, "9000002", 20150301, "P2");
    add_parent(facts, p, "continuation", "12000002", 20100301);
    add_parent(facts, p, "provisional", "61000002", 20090301);
    p = granted_us(facts, "9000003", 20170601, "P3");
    add_parent(facts, p, "division", "14000003", 20150115);
    add_parent(facts, p, "continuation", "13000003", 20120229);
    granted_us(facts, "9000004", 20160229, "P4");
    rows_init(&rows);
    run_score(facts, 20240630, codes, &rows);
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        char place[64];
        double days;

        snprintf(place, sizeof place, "families/%s/expiry", wanted[i].key);
        days = cell_real(&rows, place);
        if (days != wanted[i].expiry)
            print_error("%s: %.0f, not %d\n", wanted[i].key, days, wanted[i].expiry);
        assert_true(days == wanted[i].expiry);
    }
    rows_release(&rows);
    np_facts_free(facts);
}

/* ---- doors, with the months of the project's markets.tsv ---- */

static const struct market *market_of(const struct np_scoring *scoring, const char *office)
{
    for (size_t i = 0; i < scoring->markets.n; i++)
        if (np_slice_is(scoring->markets.v[i].office, office))
            return &scoring->markets.v[i];
    print_error("no market %s\n", office);
    fail();
    return NULL;
}

static void doors_of_the_shipped_markets(void **state)
{
    static const struct {
        const char *office;
        np_date priority;
        bool pct;
        np_date as_of;
        const char *door;
        np_date until;
        int days;
    } cases[] = {
        { "US", 20230228, false, 20240201, "paris", 20240228, 27 },      /* not the 29th */
        { "US", 20240229, false, 20250228, "paris", 20250228, 0 },
        { "EP", 20231231, false, 20241201, "paris", 20241231, 30 },
        { "JP", 20220331, true, 20240930, "pct", 20240930, 0 },          /* 30 months, 31st to 30th */
        { "JP", 20220331, true, 20241001, "closed", 20240930, -1 },
        { "KR", 20220331, true, 20241031, "pct", 20241031, 0 },          /* 31 months */
        { "KR", 20210731, true, 20240229, "pct", 20240229, 0 },          /* into a leap February */
        { "EP", 20200731, true, 20230228, "pct", 20230228, 0 },
        { "IN", 20220228, true, 20240928, "pct", 20240928, 0 },
        { "US", 20210830, true, 20240229, "pct", 20240229, 0 },          /* February of 29 */
        { "CN", 20220131, true, 20240731, "pct", 20240731, 0 },
        { "CN", 20220131, true, 20240801, "pct_surcharge", 20240731, -1 },
        { "CN", 20220131, true, 20240930, "pct_surcharge", 20240731, -61 }, /* 32 months: 30 September */
        { "CN", 20220131, true, 20241001, "closed", 20240731, -62 },
        { "TW", 20230630, true, 20240701, "closed", 20240630, -1 },      /* takes no PCT */
        { "FR", 20230630, true, 20240630, "paris", 20240630, 0 },        /* by way of the EPO alone */
    };
    struct np_scoring *scoring;
    struct np_err err = { 0 };

    (void)state;
    assert_int_equal(np_scoring_load(rules_folder, &scoring, &err), NP_OK);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct door door = door_of(market_of(scoring, cases[i].office), cases[i].priority, cases[i].pct,
                                   NP_INVENTION, cases[i].as_of);

        if (strcmp(door_name(door.kind), cases[i].door) != 0 || door.until != cases[i].until ||
            door.days != cases[i].days)
            print_error("case %zu, %s: %s until %d, %d days\n", i, cases[i].office, door_name(door.kind),
                        door.until, (int)door.days);
        assert_string_equal(door_name(door.kind), cases[i].door);
        assert_int_equal(door.until, cases[i].until);
        assert_int_equal(door.days, cases[i].days);
    }
    np_scoring_free(scoring);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(terms_end_on_their_day),
        cmocka_unit_test(the_day_of_expiry_is_not_in_force),
        cmocka_unit_test(us_parents_shorten_the_term),
        cmocka_unit_test(doors_of_the_shipped_markets),
    };

    if (!make_rules_folder())
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
