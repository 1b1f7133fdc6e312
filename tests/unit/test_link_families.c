/* test_link_families.c -- what joins publications into families, and what does not. */
#include "score_case.h"

static struct np_namer *namer;
static struct np_facts *facts;

static int begin(void **state)
{
    (void)state;
    facts = np_facts_new();
    return 0;
}

static int end(void **state)
{
    (void)state;
    np_facts_free(facts);
    return 0;
}

static void add_priority(struct np_fact_publication *p, const char *office, const char *number,
                         const char *kind, np_date date)
{
    *np_list_add(facts->arena, &p->priorities) =
        (struct np_docref){ text(office), text(number), text(kind), date };
}

static void add_parent(struct np_fact_publication *p, const char *relation, const char *office,
                       const char *number, np_date date)
{
    *np_list_add(facts->arena, &p->parents) = (struct np_parent){
        text(relation), { text(office), text(number), NP_EMPTY, date } };
}

static int64_t family_of(const char *id)
{
    for (size_t i = 0; i < facts->publications.n; i++)
        if (np_slice_is(facts->publications.v[i].id, id))
            return facts->publications.v[i].family;
    fail();
    return -1;
}

static const struct np_fact_family *family_row(const char *id)
{
    return &facts->families.v[family_of(id)];
}

static void assert_together(const char *a, const char *b)
{
    assert_int_equal(family_of(a), family_of(b));
}

static void assert_apart(const char *a, const char *b)
{
    assert_int_not_equal(family_of(a), family_of(b));
}

static void given_number_joins(void **state)
{
    (void)state;
    add_publication(facts, "CN", "1", "A", 20100101)->family_given = text("77");
    add_publication(facts, "US", "2", "B2", 20110101)->family_given = text("77");
    add_publication(facts, "JP", "3", "A", 20110101)->family_given = text("78");
    np_link(facts, namer, 0);
    assert_together("CN1A", "US2B2");
    assert_apart("CN1A", "JP3A");
    assert_slice(family_row("CN1A")->key, "77");
    assert_true(family_row("CN1A")->given);
}

static void same_application_joins_application_and_grant(void **state)
{
    (void)state;
    set_application(add_publication(facts, "CN", "101", "A", 20100101), "200910000001", 20090101);
    set_application(add_publication(facts, "CN", "101", "B", 20120101), "200910000001", 20090101);
    set_application(add_publication(facts, "CN", "102", "A", 20100101), "200910000002", 20090101);
    np_link(facts, namer, 0);
    assert_together("CN101A", "CN101B");
    assert_apart("CN101A", "CN102A");
    assert_slice(family_row("CN101B")->key, "CN101A");
    assert_false(family_row("CN101B")->given);
}

static void first_filing_meets_those_that_claim_it_alone(void **state)
{
    struct np_fact_publication *p;

    (void)state;
    set_application(add_publication(facts, "CN", "101", "A", 20100701), "200910000001", 20090101);
    p = add_publication(facts, "US", "201", "A1", 20100801);
    set_application(p, "12345678", 20091230);
    add_priority(p, "CN", "200910000001", "A", 20090101);
    p = add_publication(facts, "EP", "301", "A1", 20100901);
    set_application(p, "09000001", 20091230);
    add_priority(p, "CN", "200910000001.5", "", 20090101); /* as printed, with check digit */
    p = add_publication(facts, "JP", "401", "A", 20100901);
    set_application(p, "2009000001", 20091230);
    add_priority(p, "CN", "200910000001", "A", 20090101);
    add_priority(p, "CN", "200910000099", "A", 20090202); /* another set */
    np_link(facts, namer, 0);
    assert_together("CN101A", "US201A1");
    assert_together("CN101A", "EP301A1");
    assert_apart("CN101A", "JP401A");
    assert_int_equal(family_row("CN101A")->priority, 20090101);
}

static void us_numbers_of_office_and_docdb_meet(void **state)
{
    struct np_fact_publication *p;

    (void)state;
    p = add_publication(facts, "CN", "101", "A", 20181001);
    set_application(p, "201780000001", 20170301);
    add_priority(p, "US", "15123456", "", 20160301);
    p = add_publication(facts, "EP", "301", "A1", 20181001);
    set_application(p, "17000001", 20170301);
    add_priority(p, "US", "201615123456", "A", 20160301);
    p = add_publication(facts, "JP", "401", "A", 20181001);
    set_application(p, "2018000001", 20170301);
    add_priority(p, "US", "12345616", "A", 20160301);
    np_link(facts, namer, 0);
    assert_together("CN101A", "JP401A");
    assert_together("CN101A", "EP301A1");
}

static void international_application_is_one_key(void **state)
{
    struct np_fact_publication *p;

    (void)state;
    p = add_publication(facts, "WO", "2016012345", "A1", 20160101);
    p->application.office = text("EP");
    set_application(p, "PCTEP2014060001", 20140601);
    p = add_publication(facts, "US", "2017000001", "A1", 20170101);
    set_application(p, "15000001", 20140601);
    p->pct_application = text("WO2014EP60001");
    p = add_publication(facts, "CN", "105000001", "A", 20170101);
    set_application(p, "201480000001", 20140601);
    add_priority(p, "EP", "2014060001", "W", 20140601);
    np_link(facts, namer, 0);
    assert_together("WO2016012345A1", "US2017000001A1");
    assert_together("WO2016012345A1", "CN105000001A");
}

static void parents_join_but_a_continuation_in_part_does_not(void **state)
{
    struct np_fact_publication *p;

    (void)state;
    set_application(add_publication(facts, "US", "8000001", "B2", 20110816), "12000001", 20080101);
    p = add_publication(facts, "US", "8500001", "B2", 20130806);
    set_application(p, "13000001", 20110601);
    add_parent(p, "continuation", "US", "12000001", 20080101);
    p = add_publication(facts, "US", "8600001", "B2", 20131203);
    set_application(p, "13000002", 20110601);
    add_parent(p, "continuation_in_part", "US", "12000001", 20080101);
    np_link(facts, namer, 0);
    assert_together("US8000001B2", "US8500001B2");
    assert_apart("US8000001B2", "US8600001B2");
}

static void provisional_counts_as_priority(void **state)
{
    struct np_fact_publication *p;

    (void)state;
    p = add_publication(facts, "US", "8000001", "B2", 20110816);
    set_application(p, "12000001", 20081230);
    add_parent(p, "provisional", "US", "61000001", 20080101);
    p = add_publication(facts, "CN", "101", "A", 20100816);
    set_application(p, "200880000001", 20081230);
    add_priority(p, "US", "61000001", "P", 20080101);
    np_link(facts, namer, 0);
    assert_together("US8000001B2", "CN101A");
}

static void given_numbers_are_never_joined_by_other_rules(void **state)
{
    struct np_fact_publication *p;

    (void)state;
    p = add_publication(facts, "US", "8000001", "B2", 20110816);
    set_application(p, "12000001", 20080101);
    p->family_given = text("1");
    p = add_publication(facts, "US", "8500001", "B2", 20130806);
    set_application(p, "13000001", 20110601);
    add_parent(p, "continuation", "US", "12000001", 20080101);
    p->family_given = text("2");
    np_link(facts, namer, 0);
    assert_apart("US8000001B2", "US8500001B2");
}

static void publications_after_as_of_are_left_out(void **state)
{
    (void)state;
    add_publication(facts, "CN", "1", "A", 20100101)->family_given = text("77");
    add_publication(facts, "US", "2", "B2", 20150101)->family_given = text("77");
    np_link(facts, namer, 20120101);
    assert_int_equal(family_of("US2B2"), -1);
    assert_int_equal(facts->families.n, 1);
    assert_int_equal(family_row("CN1A")->members.n, 1);
}

static void granted_chinese_member_is_the_reference(void **state)
{
    struct np_fact_publication *p;

    (void)state;
    p = add_publication(facts, "JP", "1", "B2", 20110101);
    set_application(p, "1", 20080101);
    p->family_given = text("7");
    p = add_publication(facts, "CN", "2", "A", 20090101);
    set_application(p, "2", 20080601);
    p->family_given = text("7");
    np_symbols_add(facts->arena, &p->ipc, text("B82Y30/00"));
    p = add_publication(facts, "CN", "2", "B", 20130101);
    set_application(p, "2", 20080601);
    p->family_given = text("7");
    np_symbols_add(facts->arena, &p->ipc, text("C01B32/182"));
    np_link(facts, namer, 0);
    assert_slice(facts->publications.v[family_row("CN2B")->reference].id, "CN2B");
    assert_int_equal(family_row("CN2B")->filing, 20080601);
    assert_int_equal(family_row("CN2B")->priority, 20080101);
    assert_int_equal(family_row("CN2B")->first_publication, 20090101);
    assert_slice(facts->symbols.v[family_row("CN2B")->symbols.v[0]], "C01B32/182");
    assert_int_equal(family_row("CN2B")->symbols.n, 2);
}

static void without_grant_the_earliest_publication_is_the_reference(void **state)
{
    (void)state;
    add_publication(facts, "CN", "2", "A", 20090601)->family_given = text("7");
    add_publication(facts, "WO", "2009000001", "A1", 20090101)->family_given = text("7");
    np_link(facts, namer, 0);
    assert_slice(facts->publications.v[family_row("CN2A")->reference].id, "WO2009000001A1");
}

static void highest_hit_per_subfield_counts(void **state)
{
    struct np_fact_publication *p;

    (void)state;
    facts->nsubfields = 3;
    p = add_publication(facts, "CN", "2", "A", 20090601);
    p->family_given = text("7");
    add_hit(facts, p, 2, 1);
    add_hit(facts, p, 0, 3);
    p = add_publication(facts, "CN", "2", "B", 20110601);
    p->family_given = text("7");
    add_hit(facts, p, 2, 4);
    np_link(facts, namer, 0);
    assert_int_equal(family_row("CN2A")->hits.n, 2);
    assert_int_equal(family_row("CN2A")->hits.v[0].subfield, 0);
    assert_true(family_row("CN2A")->hits.v[1].score == 4);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        CASE(given_number_joins),
        CASE(same_application_joins_application_and_grant),
        CASE(first_filing_meets_those_that_claim_it_alone),
        CASE(us_numbers_of_office_and_docdb_meet),
        CASE(international_application_is_one_key),
        CASE(parents_join_but_a_continuation_in_part_does_not),
        CASE(provisional_counts_as_priority),
        CASE(given_numbers_are_never_joined_by_other_rules),
        CASE(publications_after_as_of_are_left_out),
        CASE(granted_chinese_member_is_the_reference),
        CASE(without_grant_the_earliest_publication_is_the_reference),
        CASE(highest_hit_per_subfield_counts),
    };
    int failed;

    if (np_namer_load("rules", &namer, NULL) != NP_OK)
        return 1;
    failed = cmocka_run_group_tests(tests, NULL, NULL);
    np_namer_free(namer);
    return failed;
}
