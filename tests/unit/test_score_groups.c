/* test_score_groups.c -- groups.tsv: who belongs to whom on the day of the run, sums, and its faults. */
#include "score_case.h"

static const char *const codes[] = { "1.1" };

#define HEADER "group\tmember\tfrom\tto\tsource\n"
#define PARENT "甲纳米科技股份有限公司"
#define BOUGHT "乙光电材料有限公司"
#define SOLD "丙化工有限公司"

static void file(struct np_facts *facts, const char *number, const char *owner, const char *other)
{
    struct np_fact_publication *p = add_publication(facts, "CN", number, "A", 20150630);

    set_application(p, p->number.p, 20140101);
    p->family_given = p->number;
    np_symbols_add(facts->arena, &p->ipc, text("C01B32/182"));
    add_hit(facts, p, 0, 5);
    add_party(facts, p, owner, "苏州市");
    if (other)
        add_party(facts, p, other, "苏州市");
}

/* Two families of the parent, one with the firm it bought, two more of that, three of the one it sold. */
static struct np_facts *world(void)
{
    static const struct { const char *number, *owner, *other; } filed[] = {
        { "100000001", PARENT, NULL }, { "100000002", PARENT, BOUGHT },
        { "100000003", BOUGHT, NULL }, { "100000004", BOUGHT, NULL },
        { "100000005", SOLD, NULL },   { "100000006", SOLD, NULL },
        { "100000007", SOLD, NULL },
    };
    struct np_facts *facts = np_facts_new();

    facts->nsubfields = 1;
    for (size_t i = 0; i < sizeof filed / sizeof *filed; i++)
        file(facts, filed[i].number, filed[i].owner, filed[i].other);
    return facts;
}

/* One cell of the group 甲集团 on a day; NaN where it is null. */
static double on_day(const char *table, np_date day, const char *column)
{
    struct np_facts *facts = world();
    struct rows rows;
    double value;
    char place[100];

    write_rules("groups.tsv", table);
    rows_init(&rows);
    run_score(facts, day, codes, &rows);
    snprintf(place, sizeof place, "groups/甲集团/%s", column);
    value = cell_real(&rows, place);
    rows_release(&rows);
    np_facts_free(facts);
    return value;
}

static void assert_text(const char *table, np_date day, const char *column, const char *expected)
{
    struct np_facts *facts = world();
    struct rows rows;
    char place[100];

    write_rules("groups.tsv", table);
    rows_init(&rows);
    run_score(facts, day, codes, &rows);
    snprintf(place, sizeof place, "groups/甲集团/%s", column);
    assert_slice(cell_text(&rows, place), expected);
    rows_release(&rows);
    np_facts_free(facts);
}

#define DATED                                                                                     \
    HEADER "甲集团\t" PARENT "\t\t\tannual report\n"                                              \
           "甲集团\t" BOUGHT "\t2021-07-01\t\tregister\n"                                         \
           "甲集团\t" SOLD "\t\t2022\tregister\n"                                                 \
           "甲集团\t没有申请的有限公司\t2023\t\tregister\n"

static void members_of_the_day_are_summed(void **state)
{
    static const struct { np_date day; int members, families; } days[] = {
        { 20210630, 2, 5 }, { 20210701, 3, 7 }, { 20221231, 3, 7 }, { 20230101, 2, 4 },
    };

    (void)state;
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        assert_int_equal((int)on_day(DATED, days[i].day, "members"), days[i].members);
        assert_int_equal((int)on_day(DATED, days[i].day, "families"), days[i].families);
    }
    assert_text(DATED, 20230101, "member_names", PARENT "; " BOUGHT);
    assert_text(DATED, 20230101, "not_in_data", "没有申请的有限公司");
    assert_text(DATED, 20221231, "not_in_data", "");
}

static void family_of_two_members_counts_once(void **state)
{
    static const char table[] = HEADER "甲集团\t" PARENT "\t\t\tx\n甲集团\t" BOUGHT "\t\t\tx\n";

    (void)state;
    assert_int_equal((int)on_day(table, 20240101, "families"), 4);
    assert_true(on_day(table, 20240101, "families_fractional") == 4); /* 1 + 1/2 + 1/2 + 2 */
}

static void member_is_found_by_key_and_name_once(void **state)
{
    static const char table[] = HEADER "甲集团\t甲纳米科技\t\t\tx\n甲集团\t" PARENT "\t\t\tx\n";

    (void)state;
    assert_int_equal((int)on_day(table, 20240101, "members"), 1);
    assert_int_equal((int)on_day(table, 20240101, "families"), 2);
}

static void group_merges_nothing(void **state)
{
    struct np_facts *facts = world();
    struct rows rows;

    (void)state;
    write_rules("groups.tsv", DATED);
    rows_init(&rows);
    run_score(facts, 20220101, codes, &rows);
    assert_int_equal(facts->enterprises.n, 3);
    assert_true(cell_real(&rows, "enterprises/甲纳米科技/families") == 2);
    assert_true(cell_real(&rows, "enterprises/乙光电材料/families") == 3);
    rows_release(&rows);
    np_facts_free(facts);
}

static void group_without_a_member_of_the_day_has_no_row(void **state)
{
    struct np_facts *facts = world();
    struct rows rows;

    (void)state;
    write_rules("groups.tsv", HEADER "甲集团\t" PARENT "\t2024-05-01\t\tx\n"
                                     "乙集团\t" PARENT "\t\t2024-04-30\tx\n");
    rows_init(&rows);
    run_score(facts, 20240430, codes, &rows);
    assert_null(np_map_get(rows.places, NP_S("groups/甲集团/members")));
    assert_true(cell_real(&rows, "groups/乙集团/families") == 2);
    rows_release(&rows);
    np_facts_free(facts);
}

/* ---- faults ---- */

static void faults_are_told_with_their_line(void **state)
{
    static const struct { const char *rows, *what; } wrong[] = {
        { "甲集团\t\t\t\tx\n", "groups.tsv:2: a name is empty" },
        { "# none\n\t" PARENT "\t\t\tx\n", "groups.tsv:3: a name is empty" },
        { "甲集团\t" PARENT "\tsoon\t\tx\n",
          "groups.tsv:2: from and to must be days such as 2024-05-01, or empty" },
        { "甲集团\t" PARENT "\t\t2023-02-30\tx\n",
          "groups.tsv:2: from and to must be days such as 2024-05-01, or empty" },
        { "甲集团\t" PARENT "\t2024\t2023\tx\n", "groups.tsv:2: it ends before it begins" },
        { "甲集团\t" PARENT "\t\t2023\tx\n乙集团\t" PARENT "\t2023-12-31\t\tx\n",
          "groups.tsv:3: '" PARENT "' is in a group already in that time" },
        { "甲集团\t" PARENT "\t\t\tx\n甲集团\t" PARENT "\t2020\t2021\tx\n",
          "groups.tsv:3: '" PARENT "' is in a group already in that time" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct np_scoring *scoring;
        struct np_err err = { 0 };
        char table[400];

        snprintf(table, sizeof table, HEADER "%s", wrong[i].rows);
        write_rules("groups.tsv", table);
        assert_int_equal(np_scoring_load(rules_folder, &scoring, &err), NP_STOP);
        assert_string_equal(err.what, wrong[i].what);
    }
}

static void member_may_change_its_group(void **state)
{
    static const char table[] = HEADER "乙集团\t" SOLD "\t\t2023-06\tx\n甲集团\t" SOLD "\t2023-07-01\t\tx\n";
    struct np_facts *facts = world();
    struct rows rows;

    (void)state;
    assert_int_equal((int)on_day(table, 20230701, "families"), 3);
    write_rules("groups.tsv", table);
    rows_init(&rows);
    run_score(facts, 20230630, codes, &rows);
    assert_null(np_map_get(rows.places, NP_S("groups/甲集团/members")));
    assert_true(cell_real(&rows, "groups/乙集团/families") == 3);
    rows_release(&rows);
    np_facts_free(facts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_of_the_day_are_summed),
        cmocka_unit_test(family_of_two_members_counts_once),
        cmocka_unit_test(member_is_found_by_key_and_name_once),
        cmocka_unit_test(group_merges_nothing),
        cmocka_unit_test(group_without_a_member_of_the_day_has_no_row),
        cmocka_unit_test(faults_are_told_with_their_line),
        cmocka_unit_test(member_may_change_its_group),
    };

    if (!make_rules_folder())
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
