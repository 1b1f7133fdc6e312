/* test_standard_facts.c -- standards joined to families and enterprises: registry, clauses, references,
 * declarations, participation. */
#include "score_case.h"

#include <nanopat/standard_facts.h>

enum { DAY = 20230630 };

static struct np_namer *namer;
static struct np_facts *facts;
static struct np_registry table;
static struct np_standard_facts *known;

static void register_row(const char *standard, const char *number, int year, const char *body)
{
    *np_list_add(facts->arena, &table.list) = (struct np_registered){
        .standard = text(standard), .number = text(number), .year = year, .body = text(body),
        .keywords_en = text("ours"),
    };
}

static int begin(void **state)
{
    (void)state;
    facts = np_facts_new();
    memset(&table, 0, sizeof table);
    known = NULL;
    register_row("ISO/TS 80004-1", "ISO 80004-1", 2010, "ISO/TC 229");
    register_row("ISO 80004-1", "ISO 80004-1", 2023, "ISO/TC 229");
    register_row("GB/T 30544.13", "GB 30544.13", 2018, "SAC/TC 279");
    return np_namer_load("rules", &namer, NULL) != NP_OK;
}

static int end(void **state)
{
    (void)state;
    np_standard_facts_free(known);
    np_facts_free(facts);
    np_namer_free(namer);
    return 0;
}

/* Publications of one number are a family. */
static struct np_fact_publication *publish(const char *number, const char *kind, np_date date,
                                           const char *owner)
{
    struct np_fact_publication *p = add_publication(facts, "CN", number, kind, date);

    p->application.number = p->number;
    p->family_given = p->number;
    add_party(facts, p, owner, "苏州市");
    return p;
}

static void name(struct np_fact_publication *p, const char *reference, const char *number,
                 const char *place)
{
    *np_list_add(facts->arena, &p->standards) =
        (struct np_fact_standard){ text(reference), text(number), text(place), 0 };
}

static struct np_fact_declaration *declare(const char *number, int64_t publication,
                                           const char *organisation)
{
    struct np_fact_declaration *row = np_list_add(facts->arena, &facts->imports.declarations);

    facts->imports.declaration_lists = 1;
    *row = (struct np_fact_declaration){
        .place = { 1, text("list"), NP_EMPTY, (int)facts->imports.declarations.n },
        .patent = { NP_EMPTY, publication }, .standard = text(number), .number = text(number),
        .body = NP_EMPTY, .organisation = text(organisation), .statement = NP_EMPTY,
        .source = NP_EMPTY, .blanket = publication < 0, .enterprise = -1,
    };
    return row;
}

static struct np_fact_participation *take_part(const char *organisation, const char *body,
                                               const char *number, enum np_standard_role role)
{
    struct np_fact_participation *row = np_list_add(facts->arena, &facts->imports.participations);

    facts->imports.participation_lists = 1;
    *row = (struct np_fact_participation){
        .place = { 1, text("list"), NP_EMPTY, (int)facts->imports.participations.n },
        .organisation = text(organisation), .body = text(body), .number = text(number),
        .standard = text(number), .role_text = NP_EMPTY, .role = role, .enterprise = -1,
    };
    return row;
}

static void know(void)
{
    np_link(facts, namer, DAY);
    known = np_standard_facts_new(facts, &table, DAY);
}

static const struct np_fact_family *family(const char *key, int32_t *at)
{
    for (size_t i = 0; i < facts->families.n; i++)
        if (np_slice_is(facts->families.v[i].key, key)) {
            *at = (int32_t)i;
            return &facts->families.v[i];
        }
    fail_msg("no family %s", key);
    return NULL;
}

static int32_t standard(const char *number) { return np_standard_find(known, text(number)); }

/* ---- registry and clauses ---- */

static void editions_of_one_number_are_one_standard(void **state)
{
    (void)state;
    know();
    assert_int_equal(known->nstandards, 2);
    assert_int_equal(standard("GB 30544.13"), 0);
    assert_int_equal(standard("ISO 80004-1"), 1);
    assert_int_equal(known->standards[1].neditions, 2);
    assert_int_equal(known->standards[1].editions[0].year, 2010);
    assert_int_equal(known->standards[1].editions[1].year, 2023);
    assert_int_equal(standard("ISO 9001"), -1);
    assert_int_equal(standard(""), -1);
    assert_false(known->declarations_known || known->participation_known);
}

static void add_edition(const char *name_, const char *number, int year, const char *title)
{
    *np_list_add(facts->arena, &facts->imports.editions) = (struct np_fact_edition){
        .standard = text(name_), .number = text(number), .year = year, .title = text(title),
        .verified = 1,
    };
}

static void imported_row_stands_in_place_of_the_tables(void **state)
{
    const struct np_standard *vocabulary;

    (void)state;
    add_edition("ISO 80004-1", "ISO 80004-1", 2023, "first word");
    add_edition("ISO 80004-1", "ISO 80004-1", 2023, "last word");
    add_edition("T/CSTM 00800", "T/CSTM 00800", 0, "a new one");
    add_edition("nothing", "", 2020, "has no number");
    know();
    assert_int_equal(known->nstandards, 3);
    assert_int_equal(standard("T/CSTM 00800"), 2);
    vocabulary = &known->standards[standard("ISO 80004-1")];
    assert_int_equal(vocabulary->neditions, 2);
    assert_slice(vocabulary->editions[1].title, "last word");
    assert_slice(vocabulary->editions[1].keywords_en, "ours"); /* what it does not say */
    assert_slice(vocabulary->editions[1].body, "ISO/TC 229");
    assert_true(vocabulary->editions[1].verified && vocabulary->editions[1].place);
    assert_null(vocabulary->editions[0].place);
}

static void clauses_come_by_edition_and_those_of_others_are_left_out(void **state)
{
    static const struct { const char *number, *clause; int edition; } rows[] = {
        { "ISO 80004-1", "3.2", 2023 }, { "ISO 9001", "4", 2015 }, { "ISO 80004-1", "3.1", 2010 },
        { "ISO 80004-1", "2", 0 },      { "ISO 80004-1", "3.1", 2023 },
    };
    const struct np_standard *vocabulary;

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        *np_list_add(facts->arena, &facts->imports.clauses) = (struct np_fact_clause){
            .number = text(rows[i].number), .clause = text(rows[i].clause),
            .edition = rows[i].edition,
        };
    know();
    vocabulary = &known->standards[standard("ISO 80004-1")];
    assert_int_equal(vocabulary->nclauses, 4);
    assert_slice(vocabulary->clauses[0]->clause, "2");
    assert_int_equal(vocabulary->clauses[1]->edition, 2010);
    assert_slice(vocabulary->clauses[2]->clause, "3.2");
    assert_slice(vocabulary->clauses[3]->clause, "3.1");
    assert_int_equal(known->standards[standard("GB 30544.13")].nclauses, 0);
}

/* ---- references ---- */

static void best_place_of_a_family_counts(void **state)
{
    struct np_fact_publication *a = publish("1", "A", 20200101, "甲科技有限公司");
    struct np_fact_publication *b = publish("1", "B", 20220101, "甲科技有限公司");
    const struct np_standard_named *named;
    int32_t f;

    (void)state;
    name(a, "ISO 80004-1", "ISO 80004-1", "description");
    name(b, "ISO/TS 80004-1:2010", "ISO 80004-1", "npl");
    name(b, "ISO 80004-1:2023", "ISO 80004-1", "claim 3");
    name(b, "ISO 9001", "ISO 9001", "claim 1");
    know();
    family("1", &f);
    named = np_standard_named_by(known, f, standard("ISO 80004-1"));
    assert_non_null(named);
    assert_int_equal(named->place, NP_NAMED_CLAIM);
    assert_slice(named->row->place, "claim 3");
    assert_int_equal(known->named.n, 1);
    assert_null(np_standard_named_by(known, f, standard("GB 30544.13")));
}

static void publications_after_the_day_name_nothing(void **state)
{
    (void)state;
    name(publish("1", "A", 20230701, "甲科技有限公司"), "ISO 80004-1", "ISO 80004-1", "npl");
    know();
    assert_int_equal(known->named.n, 0);
}

static void export(int64_t publication, const char *standards, int line)
{
    struct np_fact_export *e = np_list_add(facts->arena, &facts->imports.exports);

    *e = (struct np_fact_export){ .place = { 1, text("exp.csv"), NP_EMPTY, line },
                                  .patent = { NP_EMPTY, publication }, .vendor = "PatSnap",
                                  .standards = text(standards) };
}

static void export_names_a_standard_where_nothing_else_does(void **state)
{
    const struct np_standard_named *named;
    int32_t at;

    (void)state;
    name(publish("1", "A", 20200101, "甲科技有限公司"), "GB/T 30544.13", "GB 30544.13", "description");
    publish("2", "A", 20200101, "甲科技有限公司");
    facts->last_date = DAY;
    export(0, "GB/T 30544.13-2018", 2);
    export(1, "TS 138 211 | GB/T 30544.13-2018; ISO/TS 80004-1:2010; ISO 9001", 3);
    export(1, "GB/T 30544.13", 4);
    export(-1, "GB/T 30544.13", 5);
    know();
    assert_int_equal(known->named.n, 3); /* what is not in the registry is not here */
    (void)family("1", &at);
    assert_int_equal(np_standard_named_by(known, at, standard("GB 30544.13"))->place,
                     NP_NAMED_DESCRIPTION);
    (void)family("2", &at);
    named = np_standard_named_by(known, at, standard("GB 30544.13"));
    assert_int_equal(named->place, NP_NAMED_EXPORT);
    assert_int_equal(named->row->edition, 2018);
    assert_slice(named->row->place, "export (PatSnap: exp.csv line 3)");
    assert_non_null(np_standard_named_by(known, at, standard("ISO 80004-1")));
}

static void export_says_nothing_of_a_day_before(void **state)
{
    (void)state;
    publish("1", "A", 20200101, "甲科技有限公司");
    facts->last_date = DAY + 1;
    export(0, "GB/T 30544.13-2018", 2);
    know();
    assert_int_equal(known->named.n, 0);
}

/* ---- declarations ---- */

static void declared_patent_is_told_from_a_blanket_declaration(void **state)
{
    const struct np_fact_family *other;
    int32_t f, g;

    (void)state;
    publish("1", "A", 20200101, "甲科技有限公司");
    publish("2", "A", 20200101, "甲科技股份有限公司");
    declare("ISO 80004-1", 0, "乙材料有限公司");
    declare("GB 30544.13", -1, "甲科技");
    know();
    family("1", &f);
    other = family("2", &g);
    assert_non_null(np_standard_declared_by(known, f, standard("ISO 80004-1")));
    assert_null(np_standard_declared_by(known, g, standard("ISO 80004-1")));
    assert_non_null(np_standard_blanket_of(known, other, standard("GB 30544.13")));
    assert_null(np_standard_blanket_of(known, other, standard("ISO 80004-1")));
    assert_true(known->declarations_known);
}

static void earliest_declaration_counts_and_later_ones_than_the_day_do_not(void **state)
{
    int32_t f;

    (void)state;
    publish("1", "A", 20200101, "甲科技有限公司");
    declare("ISO 80004-1", 0, "")->date = 0;
    declare("ISO 80004-1", 0, "")->date = 20210101;
    declare("ISO 80004-1", 0, "")->date = 20200101;
    declare("GB 30544.13", 0, "")->date = 20230701;
    know();
    family("1", &f);
    assert_int_equal(np_standard_declared_by(known, f, standard("ISO 80004-1"))->row->date,
                     20200101);
    assert_null(np_standard_declared_by(known, f, standard("GB 30544.13")));
}

static void declaration_for_a_committee_holds_for_all_it_makes(void **state)
{
    const struct np_fact_family *own;
    struct np_fact_declaration *row;
    int32_t f;

    (void)state;
    publish("1", "A", 20200101, "甲科技有限公司");
    row = declare("", -1, "甲科技有限公司");
    row->body = text("ISO/TC229");
    know();
    own = family("1", &f);
    assert_non_null(np_standard_blanket_of(known, own, standard("ISO 80004-1")));
    assert_null(np_standard_blanket_of(known, own, standard("GB 30544.13")));
}

/* ---- participation ---- */

static enum np_standard_party_kind party(const char *key, const char *number)
{
    int32_t f;
    const struct np_fact_family *own = family(key, &f);
    const struct np_standard_party *found = np_standard_party_of(known, own, standard(number));

    return found ? found->kind : (enum np_standard_party_kind)0;
}

static void who_drafted_stays_and_who_sat_goes(void **state)
{
    struct np_fact_participation *row;

    (void)state;
    publish("1", "A", 20200101, "甲科技有限公司");
    publish("2", "A", 20200101, "乙材料有限公司");
    publish("3", "A", 20200101, "丙光电有限公司");
    row = take_part("甲科技有限公司", "", "GB 30544.13", NP_STANDARD_DRAFTER);
    row->from = 20160000;
    row->to = 20180000;
    row = take_part("乙材料有限公司", "SAC/TC 279/WG 5", "", NP_STANDARD_MEMBER);
    row->to = 20230000; /* to the end of the year */
    row = take_part("丙光电有限公司", "SAC/TC 279", "", NP_STANDARD_CONVENOR);
    row->to = 20230629;
    know();
    assert_int_equal(party("1", "GB 30544.13"), NP_PARTY_DRAFTER);
    assert_int_equal(party("2", "GB 30544.13"), NP_PARTY_MEMBER);
    assert_int_equal(party("2", "ISO 80004-1"), 0);
    assert_int_equal(party("3", "GB 30544.13"), 0);
    assert_true(known->participation_known);
}

static void the_nearest_role_counts(void **state)
{
    (void)state;
    publish("1", "A", 20200101, "甲科技有限公司");
    take_part("甲科技有限公司", "ISO/TC 229", "", NP_STANDARD_MEMBER);
    take_part("甲科技有限公司", "ISO/TC 229", "ISO 80004-1", NP_STANDARD_DRAFTER);
    take_part("甲科技有限公司", "SAC/TC 279", "", NP_STANDARD_OBSERVER);
    take_part("甲科技有限公司", "SAC/TC 27", "", NP_STANDARD_MEMBER);
    take_part("甲科技有限公司", "SAC/TC 279", "", NP_STANDARD_MEMBER)->from = 20230701;
    know();
    assert_int_equal(party("1", "ISO 80004-1"), NP_PARTY_DRAFTER);
    assert_int_equal(party("1", "GB 30544.13"), 0);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(editions_of_one_number_are_one_standard),
        CASE(imported_row_stands_in_place_of_the_tables),
        CASE(clauses_come_by_edition_and_those_of_others_are_left_out),
        CASE(best_place_of_a_family_counts),
        CASE(publications_after_the_day_name_nothing),
        CASE(export_names_a_standard_where_nothing_else_does),
        CASE(export_says_nothing_of_a_day_before),
        CASE(declared_patent_is_told_from_a_blanket_declaration),
        CASE(earliest_declaration_counts_and_later_ones_than_the_day_do_not),
        CASE(declaration_for_a_committee_holds_for_all_it_makes),
        CASE(who_drafted_stays_and_who_sat_goes),
        CASE(the_nearest_role_counts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
