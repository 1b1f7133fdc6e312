/* Legal status in the rows of a run: families, holdings, status, states, events. */
#include "score_case.h"

static const char *const codes[] = { "1.1" };

static void assert_real(double value, double expected)
{
    assert_true(fabs(value - expected) < 1e-9);
}

static void add_event(struct np_facts *facts, struct np_fact_publication *p, const char *code,
                      np_date date, const char *state, const char *says)
{
    *np_list_add(facts->arena, &p->events) =
        (struct np_fact_event){ .office = p->office, .code = text(code), .date = date,
                                .state = text(state), .text = text(says) };
    p->has_events = true;
}

/* A granted patent of one firm, with the events of its application on the grant. */
static struct np_fact_publication *add_patent(struct np_facts *facts, const char *office,
                                              const char *number, const char *family)
{
    struct np_fact_publication *p = add_publication(facts, office, number, "B", 20120601);

    set_application(p, number, 20100110);
    p->type = NP_INVENTION;
    p->family_given = text(family);
    add_hit(facts, p, 0, 9);
    add_party(facts, p, "苏州纳米科技有限公司", "苏州");
    np_symbols_add(facts->arena, &p->ipc, text("C01B32/182"));
    return p;
}

static void score(struct np_facts *facts, np_date as_of, struct rows *rows)
{
    facts->nsubfields = 1;
    rows_init(rows);
    run_score(facts, as_of, codes, rows);
}

static void publications_have_the_status_of_their_application(void **state)
{
    struct np_facts *facts = np_facts_new();
    struct np_fact_publication *p = add_publication(facts, "CN", "101", "A", 20110701);
    struct rows rows;

    (void)state;
    set_application(p, "101", 20100110);
    p->family_given = text("1");
    p = add_patent(facts, "CN", "101", "1");
    add_event(facts, p, "GR01", 20120601, "", "");
    add_event(facts, p, "PE01", 20150101, "", "Pledge; 登记号:Y1 质权人:某银行");
    add_event(facts, p, "TR01", 20160101, "", "Transfer; 变更后权利人:乙公司");
    score(facts, 20170101, &rows);
    assert_slice(cell_text(&rows, "status/CN101A/status"), "in_force");
    assert_slice(cell_text(&rows, "status/CN101B/status"), "in_force");
    assert_slice(cell_text(&rows, "status/CN101B/status_zh"), "有效");
    assert_slice(cell_text(&rows, "status/CN101B/pledged"), "since 2015-01-01, Y1, 某银行");
    assert_slice(cell_text(&rows, "status/CN101B/owner"), "乙公司");
    assert_real(cell_real(&rows, "families/1/last_pledge"), 20150101);
    assert_real(cell_real(&rows, "families/1/last_transfer"), 20160101);
    assert_true(isnan(cell_real(&rows, "families/1/last_licence")));
    assert_real(cell_real(&rows, "status/CN101B/read_to"), 20160101);
    assert_slice(cell_text(&rows, "status_events/CN101/effect"), "granted"); /* the first */
    assert_slice(cell_text(&rows, "families/1/in_force_in"), "CN");
    assert_real(cell_real(&rows, "families/1/pledged"), 1);
    assert_real(cell_real(&rows, "families/1/dealings"), 1);
    assert_true(isnan(cell_real(&rows, "families/1/survived")));
    rows_release(&rows);
    np_facts_free(facts);
}

static void without_a_source_nothing_is_said_of_pledges(void **state)
{
    struct np_facts *facts = np_facts_new();
    struct rows rows;

    (void)state;
    add_patent(facts, "CN", "101", "1");
    score(facts, 20170101, &rows);
    assert_slice(cell_text(&rows, "status/CN101B/status"), "presumed_in_force");
    assert_true(isnan(cell_real(&rows, "status/CN101B/pledges")));
    assert_true(isnan(cell_real(&rows, "status/CN101B/events")));
    assert_true(isnan(cell_real(&rows, "families/1/pledged")));
    assert_true(isnan(cell_real(&rows, "families/1/dealings")));
    assert_slice(cell_text(&rows, "families/1/presumed_in"), "CN");
    rows_release(&rows);
    np_facts_free(facts);
}

static void holdings_count_the_living_apart_and_the_dead_by_reason(void **state)
{
    static const char *const ends[] = { "CF01", "CX01", "IW01", "AR01" };
    struct np_facts *facts = np_facts_new();
    struct np_fact_publication *p;
    char number[8], place[128];
    struct rows rows;

    (void)state;
    for (int i = 0; i < 4; i++) {
        snprintf(number, sizeof number, "10%d", i);
        p = add_patent(facts, "CN", number, np_arena_copy(facts->arena, text(number)).p);
        p->family_given = np_arena_copy(facts->arena, text(number));
        p->application.number = p->family_given;
        add_event(facts, p, ends[i], 20150101, "", "");
    }
    p = add_patent(facts, "CN", "200", "200");
    add_event(facts, p, "GR01", 20120601, "", "");
    add_patent(facts, "CN", "201", "201");
    score(facts, 20160101, &rows);
    for (size_t i = 0; i < np_map_count(rows.places); i++) /* the key of the one enterprise */
        if (np_slice_starts(np_map_key(rows.places, i), "enterprises/"))
            snprintf(place, sizeof place, "%.*s", NP_ARG(np_map_key(rows.places, i)));
    *strrchr(place, '/') = '\0';
    {
        static const struct { const char *column; double value; } expected[] = {
            { "families", 6 }, { "granted", 2 }, { "in_force", 1 }, { "presumed_in_force", 1 },
            { "dead", 4 }, { "dead_lapsed", 1 }, { "dead_expired", 1 }, { "dead_revoked", 1 },
            { "dead_other", 1 }, { "pledged", 0 }, { "transferred", 0 },
        };

        for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
            char cell[192];

            snprintf(cell, sizeof cell, "%s/%s", place, expected[i].column);
            assert_real(cell_real(&rows, cell), expected[i].value);
        }
    }
    assert_slice(cell_text(&rows, "families/100/reason"), "lapsed");
    rows_release(&rows);
    np_facts_free(facts);
}

static void european_patents_count_where_they_live(void **state)
{
    struct np_facts *facts = np_facts_new();
    struct np_fact_publication *p = add_patent(facts, "EP", "2400812", "1");
    struct rows rows;

    (void)state;
    np_symbols_add(facts->arena, &p->designated, text("DE"));
    np_symbols_add(facts->arena, &p->designated, text("FR"));
    np_symbols_add(facts->arena, &p->designated, text("HU"));
    add_event(facts, p, "PG25", 20150101, "FR", "Lapsed; NON-PAYMENT OF DUE FEES");
    add_event(facts, p, "PGFP", 20160101, "DE", "Paid; Year of Fee Payment 7");
    score(facts, 20160601, &rows);
    assert_slice(cell_text(&rows, "status/EP2400812B/status"), "in_force");
    assert_slice(cell_text(&rows, "status/EP2400812B/states_in_force"), "DE");
    assert_slice(cell_text(&rows, "status/EP2400812B/states_dead"), "FR");
    assert_slice(cell_text(&rows, "status/EP2400812B/states_unknown"), "HU");
    assert_slice(cell_text(&rows, "families/1/in_force_in"), "EP:DE");
    assert_slice(cell_text(&rows, "families/1/unknown_in"), "EP:HU");
    assert_true(fabs(cell_real(&rows, "families/1/market_coverage") - 4.64 / 27.6) < 1e-9);
    rows_release(&rows);
    np_facts_free(facts);
}

static void what_is_in_no_subfield_has_a_status_if_events_speak(void **state)
{
    struct np_facts *facts = np_facts_new();
    struct np_fact_publication *p = add_publication(facts, "CN", "300", "B", 20120601);
    struct rows rows;

    (void)state;
    set_application(p, "300", 20100110);
    add_event(facts, p, "CF01", 20150101, "", "");
    p = add_publication(facts, "CN", "301", "B", 20120601);
    set_application(p, "301", 20100110);
    score(facts, 20160101, &rows);
    assert_slice(cell_text(&rows, "status/CN300B/status"), "lapsed");
    assert_null(np_map_get(rows.places, NP_S("status/CN301B/status")));
    rows_release(&rows);
    np_facts_free(facts);
}

/* A lapse of May 2018 that the gazette of July 2019 announces. */
static struct np_facts *lapsed_and_announced_later(void)
{
    struct np_facts *facts = np_facts_new();
    struct np_fact_publication *p = add_patent(facts, "CN", "101", "1");

    add_event(facts, p, "GR01", 20120601, "", "");
    add_event(facts, p, "CF01", 20190704, "", "");
    p->events.v[1].effective = 20180510;
    return facts;
}

static void what_is_announced_later_was_not_known_then(void **state)
{
    struct np_facts *facts = lapsed_and_announced_later();
    struct rows rows;

    (void)state;
    score(facts, 20131231, &rows);
    assert_slice(cell_text(&rows, "status/CN101B/status"), "in_force");
    rows_release(&rows);
    np_facts_free(facts);
    facts = lapsed_and_announced_later();
    score(facts, 20181231, &rows); /* nothing was heard of it for years */
    assert_slice(cell_text(&rows, "status/CN101B/status"), "presumed_in_force");
    assert_real(cell_real(&rows, "status/CN101B/events"), 1);
    rows_release(&rows);
    np_facts_free(facts);
    facts = lapsed_and_announced_later();
    score(facts, 20191231, &rows);
    assert_slice(cell_text(&rows, "status/CN101B/status"), "lapsed");
    assert_real(cell_real(&rows, "status/CN101B/since"), 20180510);
    rows_release(&rows);
    np_facts_free(facts);
}

static void a_source_speaks_from_its_first_event_on(void **state)
{
    struct np_facts *facts = np_facts_new();
    struct np_fact_publication *p = add_patent(facts, "CN", "101", "1");
    struct rows rows;

    (void)state;
    add_event(facts, p, "PE01", 20150101, "", "Pledge; 登记号:Y1 质权人:某银行");
    score(facts, 20141231, &rows);
    assert_slice(cell_text(&rows, "status/CN101B/status"), "presumed_in_force");
    assert_true(isnan(cell_real(&rows, "families/1/dealings")));
    rows_release(&rows);
    np_facts_free(facts);
}

static int open_rules(void **state)
{
    (void)state;
    return make_rules_folder() ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(publications_have_the_status_of_their_application),
        cmocka_unit_test(without_a_source_nothing_is_said_of_pledges),
        cmocka_unit_test(holdings_count_the_living_apart_and_the_dead_by_reason),
        cmocka_unit_test(european_patents_count_where_they_live),
        cmocka_unit_test(what_is_in_no_subfield_has_a_status_if_events_speak),
        cmocka_unit_test(what_is_announced_later_was_not_known_then),
        cmocka_unit_test(a_source_speaks_from_its_first_event_on),
    };

    return cmocka_run_group_tests(tests, open_rules, NULL);
}
