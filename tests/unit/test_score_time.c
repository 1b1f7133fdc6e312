/* test_score_time.c -- cycle time, citations over a life, events: small worlds counted by hand. */
#include "score_case.h"

static const char *const codes[] = { "1.1" };
enum { AS_OF = 20241231 };

static struct np_fact_publication *family(struct np_facts *facts, const char *number, np_date filed,
                                          np_date published)
{
    struct np_fact_publication *p = add_publication(facts, "CN", number, "A", published);

    set_application(p, np_arena_copy(facts->arena, text(number)).p, filed);
    p->family_given = np_arena_copy(facts->arena, text(number));
    np_symbols_add(facts->arena, &p->ipc, text("C01B32/182"));
    add_hit(facts, p, 0, 5);
    add_party(facts, p, number, "");
    return p;
}

static double value(const struct rows *rows, const char *key, const char *column)
{
    char place[128];

    snprintf(place, sizeof place, "families/%s/%s", key, column);
    return cell_real(rows, place);
}

static struct np_facts *world(void)
{
    struct np_facts *facts = np_facts_new();

    facts->nsubfields = 1;
    return facts;
}

/* Ages 2.0, 4.0 and 10.0 years: the document outside counts once, one without a date not at all. */
static void cycle_time_is_the_median_age_of_what_is_cited(void **state)
{
    struct np_facts *facts = world();
    struct np_fact_publication *p;
    struct rows rows;

    (void)state;
    family(facts, "1001", 20090101, 20100630);
    family(facts, "1002", 20060101, 20080630);
    p = family(facts, "2001", 20120630, 20131231);
    add_citation(facts, p, "CN", "1001", 'A');
    add_citation(facts, p, "CN", "1002", 'A');
    add_citation(facts, p, "US", "77", 'A')->cited.date = 20020630;
    add_citation(facts, p, "US", "77", 'A')->cited.date = 20020630;
    add_citation(facts, p, "US", "78", 'A');
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    assert_true(fabs(value(&rows, "2001", "tct") - 4.0) < 0.005);
    assert_true(isnan(value(&rows, "1001", "tct")));
    rows_release(&rows);
    np_facts_free(facts);
}

/* 30 old families, each cited at ages 1 and 11; one four years old, cited once: at age 4 half of a
 * life's citations are there, so it will be 2.                                                   */
static void young_citations_are_scaled_by_what_old_families_received(void **state)
{
    struct np_facts *facts = world();
    struct np_fact_publication *p;
    struct rows rows;
    char cited[16], number[16];

    (void)state;
    for (int i = 0; i < 30; i++) {
        snprintf(cited, sizeof cited, "%d", 1000 + i);
        family(facts, cited, 20090101, 20100630);
        for (int age = 1; age <= 11; age += 10) {
            snprintf(number, sizeof number, "%d", 3000 + 20 * i + age);
            p = family(facts, number, 20100101, 20100630 + (age + 0) * 10000 + 1);
            add_citation(facts, p, "CN", cited, 'A');
        }
    }
    family(facts, "4001", 20190101, 20200630);
    p = family(facts, "4002", 20200101, 20210730);
    add_citation(facts, p, "CN", "4001", 'A');
    family(facts, "5001", 20220101, 20230101);
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    assert_true(value(&rows, "1000", "fwd_cits") == 2);
    assert_true(value(&rows, "1000", "fwd_cits5") == 1);
    assert_true(fabs(value(&rows, "4001", "fwd_cits_life") - 2) < 1e-9);
    assert_true(isnan(value(&rows, "5001", "fwd_cits_life"))); /* under three years old */
    rows_release(&rows);
    np_facts_free(facts);
}

static void add_event(struct np_facts *facts, struct np_fact_publication *p, const char *code,
                      np_date date, const char *words)
{
    p->has_events = true;
    *np_list_add(facts->arena, &p->events) = (struct np_fact_event){
        .office = p->office, .code = text(code), .date = date, .text = text(words) };
}

static void events_are_counted_and_silence_is_not_zero(void **state)
{
    struct np_facts *facts = world();
    struct np_fact_publication *p;
    struct rows rows;

    (void)state;
    p = family(facts, "1001", 20150101, 20160630);
    add_event(facts, p, "PE01", 20180101, "登记号:Y2018000001");
    add_event(facts, p, "PC01", 20190101, "登记号:Y2018000001");
    add_event(facts, p, "PE01", 20200101, "登记号:Y2020000007");
    add_event(facts, p, "TR01", 20210101, "变更后权利人:乙公司");
    add_event(facts, p, "EE01", 20250601, "登记号:X2025000001"); /* behind as_of */
    family(facts, "1002", 20150101, 20160630);
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    assert_true(value(&rows, "1001", "pledges") == 2);
    assert_true(value(&rows, "1001", "pledged") == 1);
    assert_true(value(&rows, "1001", "transfers") == 1);
    assert_true(value(&rows, "1001", "licences") == 0);
    assert_true(value(&rows, "1001", "challenges") == 0);
    assert_true(isnan(value(&rows, "1002", "pledges")));
    assert_true(isnan(value(&rows, "1001", "suits"))); /* no list was imported */
    rows_release(&rows);
    np_facts_free(facts);
}

static void suits_count_up_to_the_day(void **state)
{
    struct np_facts *facts = world();
    struct rows rows;

    (void)state;
    family(facts, "1001", 20150101, 20160630);
    family(facts, "1002", 20150101, 20160630);
    facts->imports.suit_lists = 1;
    for (int year = 2022; year <= 2026; year += 2)
        *np_list_add(facts->arena, &facts->imports.suits) = (struct np_fact_suit){
            .place = { .list = text("suits.csv"), .line = year - 2020 },
            .patent = { .number = text("CN1002"), .publication = 1 },
            .filed = year * 10000 + 101 };
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    assert_true(value(&rows, "1002", "suits") == 2);
    assert_true(value(&rows, "1001", "suits") == 0);
    rows_release(&rows);
    np_facts_free(facts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cycle_time_is_the_median_age_of_what_is_cited),
        cmocka_unit_test(young_citations_are_scaled_by_what_old_families_received),
        cmocka_unit_test(events_are_counted_and_silence_is_not_zero),
        cmocka_unit_test(suits_count_up_to_the_day),
    };

    if (!make_rules_folder())
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
