/* test_link_codes.c -- names that one credit code says are one legal person, and codes that say nothing. */
#include "score_case.h"

static struct np_namer *namer;
static struct np_facts *facts;

#define GOOD "91350100M000100Y43"  /* the worked example of GB 32100-2015 */
#define OTHER "91110000600037341L"
#define WRONG "91350100M000100Y4X" /* check character */

#define ZH "苏州澄砚纳米材料有限公司"
#define EN "BRIGHTFEN MATERIALS LTD"
#define THIRD "苏州砺禾化工有限公司"

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

static void publish(const char *office, const char *number, const char *name, const char *other)
{
    struct np_fact_publication *p = add_publication(facts, office, number, "A", 20100101);

    p->application.number = p->number;
    add_party(facts, p, name, "");
    if (other)
        add_party(facts, p, other, "");
}

/* Rows are by publication, as the store gives them. */
static void export(int publication, const char *applicants, const char *owners, const char *codes)
{
    struct np_fact_export *e = np_list_add(facts->arena, &facts->imports.exports);

    *e = (struct np_fact_export){
        .place = { 1, text("incopat.csv"), NP_EMPTY, (int)facts->imports.exports.n + 1 },
        .vendor = "incoPat", .applicants = text(applicants), .owners = text(owners),
        .credit_codes = text(codes), .code_counts = true };
    e->patent.publication = publication;
}

static void know(const char *name, const char *code)
{
    struct np_fact_library *row = np_list_add(facts->arena, &facts->imports.library);

    *row = (struct np_fact_library){
        .place = { 2, text("library.csv"), NP_EMPTY, (int)facts->imports.library.n + 1 },
        .name = text(name), .city = NP_EMPTY, .address = NP_EMPTY, .credit_code = text(code),
        .enterprise = -1 };
}

static void link_all(void)
{
    np_namer_take_library(namer, facts);
    np_link(facts, namer, 0);
}

static const struct np_fact_name *how(const char *name, size_t *enterprise)
{
    for (size_t i = 0; i < facts->enterprises.n; i++)
        for (size_t k = 0; k < facts->enterprises.v[i].names.n; k++)
            if (np_slice_is(facts->enterprises.v[i].names.v[k].name, name)) {
                *enterprise = i;
                return &facts->enterprises.v[i].names.v[k];
            }
    fail_msg("no name '%s'", name);
    return NULL;
}

static bool are_one(const char *a, const char *b)
{
    size_t one = 0, other = 0;

    (void)how(a, &one);
    (void)how(b, &other);
    return one == other;
}

/* By office, as the store gives them: 0, 1 and 2. */
static void publish_all(void)
{
    publish("CN", "1", ZH, NULL);
    publish("CN", "2", THIRD, NULL);
    publish("US", "3", EN, NULL);
}

static void one_code_in_two_rows_joins_their_names(void **state)
{
    size_t at;

    (void)state;
    publish_all();
    export(0, ZH, "", GOOD);
    export(2, EN, EN, GOOD);
    link_all();
    assert_true(are_one(ZH, EN));
    assert_int_equal(how(EN, &at)->rule, NP_MERGE_CREDIT_CODE);
    assert_slice(how(EN, &at)->evidence,
                 "credit code " GOOD ": incopat.csv, line 2; incopat.csv, line 3");
    assert_true(facts->imports.exports.v[0].code_counts);
    assert_true(facts->imports.exports.v[1].code_counts);
}

static void library_and_export_know_one_code(void **state)
{
    (void)state;
    publish_all();
    know(ZH, GOOD);
    export(2, EN, "", GOOD);
    link_all();
    assert_true(are_one(ZH, EN));
    assert_int_equal(facts->imports.library.v[0].enterprise, 0);
}

static void two_rows_of_the_library_with_one_code_are_one(void **state)
{
    (void)state;
    publish_all();
    know(ZH, GOOD);
    know(EN, GOOD);
    link_all();
    assert_true(are_one(ZH, EN));
}

static void wrong_check_character_joins_nothing(void **state)
{
    (void)state;
    publish_all();
    know(ZH, WRONG);
    export(0, ZH, "", WRONG);
    export(2, EN, "", WRONG);
    link_all();
    assert_false(are_one(ZH, EN));
    assert_false(facts->imports.exports.v[0].code_counts);
}

static void name_with_two_codes_is_joined_by_neither(void **state)
{
    (void)state;
    publish_all();
    export(0, ZH, "", GOOD);
    export(0, ZH, "", OTHER);
    export(1, THIRD, "", OTHER);
    export(2, EN, "", GOOD);
    link_all();
    assert_false(are_one(ZH, EN));
    assert_false(are_one(ZH, THIRD));
    assert_false(facts->imports.exports.v[0].code_counts);
    assert_true(facts->imports.exports.v[2].code_counts);
    assert_true(facts->imports.exports.v[3].code_counts);
}

static void code_that_may_be_anothers_is_not_used(void **state)
{
    static const struct { const char *applicants, *owners, *codes; } rows[] = {
        { ZH ";" THIRD, "", GOOD },       /* of which of them? */
        { ZH, "", GOOD "; " OTHER },      /* which of them? */
        { ZH, THIRD, GOOD },              /* of who filed, or of who bought it? */
        { THIRD, "", GOOD },              /* the vendor speaks of another */
        { ZH, "", "" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        begin(NULL);
        publish_all();
        export(0, rows[i].applicants, rows[i].owners, rows[i].codes);
        export(2, EN, "", GOOD);
        link_all();
        assert_false(are_one(ZH, EN));
        assert_false(facts->imports.exports.v[0].code_counts);
        end(NULL);
    }
    begin(NULL);
    publish("CN", "1", ZH, THIRD); /* two applicants, one code */
    publish("US", "3", EN, NULL);
    export(0, "", "", GOOD);
    export(1, EN, "", GOOD);
    link_all();
    assert_false(are_one(ZH, EN));
}

static void refusal_wins_over_the_code(void **state)
{
    struct np_fact_naming *d;

    (void)state;
    publish_all();
    export(0, ZH, "", GOOD);
    export(2, EN, "", GOOD);
    d = np_list_add(facts->arena, &facts->imports.namings);
    *d = (struct np_fact_naming){ .name = text(ZH), .city = NP_EMPTY, .other = text(EN),
                                  .other_city = NP_EMPTY, .same = false };
    link_all();
    assert_false(are_one(ZH, EN));
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        CASE(one_code_in_two_rows_joins_their_names), CASE(library_and_export_know_one_code),
        CASE(two_rows_of_the_library_with_one_code_are_one),
        CASE(wrong_check_character_joins_nothing), CASE(name_with_two_codes_is_joined_by_neither),
        CASE(refusal_wins_over_the_code),
        cmocka_unit_test_teardown(code_that_may_be_anothers_is_not_used, end),
    };
    int failed;

    if (np_namer_load("rules", &namer, NULL) != NP_OK)
        return 1;
    failed = cmocka_run_group_tests(tests, NULL, NULL);
    np_namer_free(namer);
    return failed;
}
