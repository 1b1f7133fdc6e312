/* test_score_policy.c -- high-value invention patents: every case of the oracle, and the industry
 * table rule by rule (scoring.md, sections 4.1 and 4.2). */
#include "score_case.h"

#include <nanopat/tsv.h>

#include <unistd.h>

static const char *const codes[] = { "1.1" };
enum { AS_OF = 20251231 };

/* ---- one family of facts ---- */

static struct np_fact_publication *publication(struct np_facts *facts, const char *office,
                                               const char *kind, np_date filed, np_date published)
{
    struct np_fact_publication *p = add_publication(facts, office, "1001", kind, published);

    set_application(p, "2001", filed);
    add_hit(facts, p, 0, 5);
    add_party(facts, p, "甲科技有限公司", "苏州市");
    return p;
}

static struct np_facts *world(void)
{
    struct np_facts *facts = np_facts_new();

    facts->nsubfields = 1;
    return facts;
}

static void add_event(struct np_facts *facts, struct np_fact_publication *p, const char *code,
                      const char *words)
{
    p->has_events = true;
    *np_list_add(facts->arena, &p->events) = (struct np_fact_event){
        .office = p->office, .code = text(code), .date = 20230101, .text = text(words) };
}

static struct np_fact_imports *imports_of(struct np_facts *facts)
{
    return &facts->imports;
}

static int add_rule(struct np_facts *facts, const char *keywords)
{
    struct np_fact_sei_rule *rule = np_list_add(facts->arena, &imports_of(facts)->sei_rules);

    imports_of(facts)->sei_lists = 1;
    rule->code = text("3.6");
    rule->name = text("前沿新材料");
    rule->keywords = text(keywords);
    rule->needs_keyword = *keywords != 0;
    return (int)imports_of(facts)->sei_rules.n - 1;
}

static void add_symbol(struct np_facts *facts, const char *symbol, const char *last, bool prefix,
                       int rule)
{
    *np_list_add(facts->arena, &imports_of(facts)->sei_symbols) = (struct np_fact_sei_symbol){
        .symbol = text(symbol), .last = text(last), .prefix = prefix, .rule = rule };
}

static struct np_slice answer(const struct rows *rows, const char *column)
{
    char place[64];

    snprintf(place, sizeof place, "families/44000001/%s", column);
    return cell_text(rows, place);
}

/* ---- the oracle: cn-policy-cases.tsv ---- */

enum column { ID, KIND, TYPE, FILING, STATUS, SEI, OVERSEAS, PLEDGE, AWARD, HVP, CIRCUMSTANCES,
              UNKNOWN, EXPIRY, IN_FORCE, REMAINING, COLUMNS };

static enum np_type type_of(struct np_slice name)
{
    return np_slice_is(name, "utility") ? NP_UTILITY_MODEL
           : np_slice_is(name, "design") ? NP_DESIGN : NP_INVENTION;
}

static void add_home(struct np_facts *facts, const struct np_slice *cell)
{
    np_date filed = np_date_parse(cell[FILING]);
    bool granted = !np_slice_is(cell[STATUS], "pending");
    struct np_fact_publication *p = publication(facts, "CN", granted ? "B" : "A", filed,
                                                filed + 10101);

    p->type = type_of(cell[TYPE]);
    p->stage = granted ? NP_GRANT : NP_APPLICATION;
    if (!np_slice_is(cell[OVERSEAS], "unknown"))
        p->family_given = text("44000001");
    if (np_slice_is(cell[STATUS], "lapsed"))
        add_event(facts, p, "CF01", "未缴年费专利权终止");
    if (np_slice_is(cell[PLEDGE], "registered"))
        add_event(facts, p, "PE01", "登记号:Y2022000001");
    if (np_slice_is(cell[PLEDGE], "none"))
        p->has_events = true;
    if (!np_slice_is(cell[SEI], "unknown"))
        np_symbols_add(facts->arena, &p->ipc,
                       text(np_slice_is(cell[SEI], "yes") ? "C01B32/158" : "C01B3/00"));
}

/* "US:granted,EP:pending" */
static void add_abroad(struct np_facts *facts, struct np_slice list)
{
    while (list.n && !np_slice_is(list, "none") && !np_slice_is(list, "unknown")) {
        size_t comma = np_slice_find(list, NP_S(","));
        struct np_slice one = np_slice_sub(list, 0, comma == (size_t)-1 ? list.n : comma);
        struct np_slice status = np_slice_sub(one, 3, one.n);
        bool granted = np_slice_is(status, "granted") || np_slice_is(status, "lapsed");
        const char *office = np_arena_copy(facts->arena, np_slice_sub(one, 0, 2)).p;
        np_date filed = np_slice_is(status, "unknown") ? 0 : 20200601;
        struct np_fact_publication *p =
            publication(facts, office, granted || !filed ? "B2" : "A1", filed, 20220601);

        p->family_given = text("44000001");
        if (!granted && filed)
            p->stage = NP_APPLICATION;
        if (np_slice_is(status, "lapsed"))
            *np_list_add(facts->arena, &p->events) = (struct np_fact_event){
                .office = p->office, .class = text("H"), .code = text("END"), .date = 20230101 };
        p->has_events = np_slice_is(status, "lapsed");
        list = comma == (size_t)-1 ? NP_EMPTY : np_slice_sub(list, comma + 1, list.n);
    }
}

static void add_lists(struct np_facts *facts, const struct np_slice *cell)
{
    double amount;

    add_symbol(facts, "C01B32/158", "", false, add_rule(facts, ""));
    if (np_slice_real(cell[PLEDGE], &amount)) {
        imports_of(facts)->pledge_lists = 1;
        *np_list_add(facts->arena, &imports_of(facts)->pledges) = (struct np_fact_pledge){
            .patent = { text("CN1001B"), 0 }, .registered = 20220101, .amount = amount,
            .currency = text("CNY") };
    }
    if (np_slice_is(cell[AWARD], "unknown"))
        return;
    imports_of(facts)->award_lists = 1;
    if (!np_slice_is(cell[AWARD], "none"))
        *np_list_add(facts->arena, &imports_of(facts)->awards) = (struct np_fact_award){
            .patent = { text("CN1001B"), 0 }, .award = cell[AWARD], .year = 2024 };
}

static struct np_slice commas_to_blanks(struct np_arena *arena, struct np_slice list)
{
    struct np_slice out = np_arena_copy(arena, np_slice_is(list, "-") ? NP_EMPTY : list);

    for (size_t i = 0; i < out.n; i++)
        if (out.p[i] == ',')
            ((char *)out.p)[i] = ' ';
    return out;
}

/* "CN1001B in force | H1 no: why | H2 yes: why": no answer stands alone. */
static void assert_all_told(struct np_slice evidence)
{
    while (evidence.n) {
        size_t bar = np_slice_find(evidence, NP_S(" | "));
        struct np_slice one = np_slice_sub(evidence, 0, bar == (size_t)-1 ? evidence.n : bar);

        if (np_slice_starts(one, "H") && np_slice_find(one, NP_S(": ")) == (size_t)-1)
            fail_msg("'%.*s' does not say why", NP_ARG(one));
        evidence = bar == (size_t)-1 ? NP_EMPTY : np_slice_sub(evidence, bar + 3, evidence.n);
    }
}

static void check_case(const struct np_slice *cell)
{
    struct np_facts *facts = world();
    struct np_slice key;
    struct rows rows;
    char place[64];

    add_home(facts, cell);
    add_abroad(facts, cell[OVERSEAS]);
    add_lists(facts, cell);
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    key = facts->families.v[0].key;
    print_message("%.*s: %.*s\n", NP_ARG(cell[ID]), NP_ARG(key));
    snprintf(place, sizeof place, "families/%.*s/hvp", NP_ARG(key));
    assert_true(np_slice_eq(cell_text(&rows, place), cell[HVP]));
    snprintf(place, sizeof place, "families/%.*s/hvp_circumstances", NP_ARG(key));
    assert_true(np_slice_eq(cell_text(&rows, place),
                            commas_to_blanks(facts->arena, cell[CIRCUMSTANCES])) ||
                np_slice_is(cell[HVP], "no"));
    snprintf(place, sizeof place, "families/%.*s/hvp_unknown", NP_ARG(key));
    assert_true(np_slice_eq(cell_text(&rows, place), commas_to_blanks(facts->arena, cell[UNKNOWN])));
    snprintf(place, sizeof place, "families/%.*s/hvp_evidence", NP_ARG(key));
    assert_all_told(cell_text(&rows, place));
    rows_release(&rows);
    np_facts_free(facts);
}

static void cases_of_the_policy(void **state)
{
    static const char oracles[] = "../shared/reference/oracles";
    static const char *const columns[] = { "id", "kind", "type", "filing", "status", "sei",
                                           "overseas", "pledge", "award", "hvp", "circumstances",
                                           "unknown", "expiry", "in_force", "remaining_years",
                                           NULL };
    struct np_slice cell[COLUMNS];
    struct np_tsv *t;
    int cases = 0;

    (void)state;
    if (access(oracles, R_OK) != 0)
        skip();
    assert_int_equal(np_tsv_open(oracles, "cn-policy-cases.tsv", columns, &t, NULL), NP_OK);
    for (; np_tsv_next(t, cell, NULL) == NP_OK; cases++)
        check_case(cell);
    np_tsv_close(t);
    assert_int_equal(cases, 17);
}

/* ---- strategic emerging industries ---- */

static const char *title_given;

static enum np_status give_title(void *ctx, struct np_slice id, struct np_arena *arena,
                                 struct np_record **record, struct np_err *err)
{
    (void)ctx, (void)id, (void)err;
    *record = np_record_new(arena);
    *np_list_add(arena, &(*record)->title) = (struct np_text){ NP_S("zh"), text(title_given) };
    return NP_OK;
}

/* A table as officers have it: exact, range, prefixes of two lengths, keywords. */
static void add_table(struct np_facts *facts)
{
    int plain = add_rule(facts, ""), words = add_rule(facts, "石墨烯粉体；锂离子电池等制造"),
        fibre = add_rule(facts, "纤维");

    add_symbol(facts, "C01B32/", "", true, words);
    add_symbol(facts, "C01B32/158", "", false, plain);
    add_symbol(facts, "C01B32/182", "C01B32/198", false, plain);
    add_symbol(facts, "C01B33/", "", true, fibre);
}

static const char *industry(const char *symbol, const char *title)
{
    static const struct np_score_texts texts = { NULL, give_title };
    struct np_facts *facts = world();
    struct np_fact_publication *p = publication(facts, "CN", "B", 20200101, 20210101);
    static char answered[16];
    struct rows rows;

    p->family_given = text("44000001");
    title_given = title;
    if (*symbol)
        np_symbols_add(facts->arena, &p->ipc, text(symbol));
    add_table(facts);
    rows_init(&rows);
    run_score_with(facts, AS_OF, codes, *title ? &texts : NULL, &rows);
    snprintf(answered, sizeof answered, "%.*s", NP_ARG(answer(&rows, "hvp_h1")));
    rows_release(&rows);
    np_facts_free(facts);
    return answered;
}

static void symbols_and_keywords_decide_the_industry(void **state)
{
    (void)state;
    assert_string_equal(industry("C01B32/158", "一种方法"), "yes");
    assert_string_equal(industry("C01B32/184", "一种方法"), "yes");   /* in the range */
    assert_string_equal(industry("C01B32/198", "一种方法"), "yes");
    assert_string_equal(industry("C01B32/1985", "一种方法"), "yes");  /* below its end */
    assert_string_equal(industry("C01B32/05", "一种石墨烯粉体"), "yes");
    assert_string_equal(industry("C01B32/05", "一种锂离子电池"), "yes"); /* the noun of the phrase */
    assert_string_equal(industry("C01B32/05", "一种方法"), "no");
    assert_string_equal(industry("C01B32/05", ""), "unknown");        /* no text is known */
    assert_string_equal(industry("C01B33/12", "一种玻璃纤维"), "yes");
    assert_string_equal(industry("C01B25/00", "一种方法"), "no");     /* the subclass is known */
    assert_string_equal(industry("H10K50/11", "一种方法"), "unknown");/* no row of H10K */
    assert_string_equal(industry("", "一种方法"), "unknown");
}

/* Awards of the city's only invention patent: NAN while no list says anything. */
static double awards(int lists, bool won)
{
    struct np_facts *facts = world();
    struct np_fact_publication *p = publication(facts, "CN", "B", 20200101, 20210101);
    struct rows rows;
    double n;

    p->family_given = text("44000001");
    facts->imports.award_lists = lists;
    if (won)
        *np_list_add(facts->arena, &facts->imports.awards) = (struct np_fact_award){
            .award = text("中国专利金奖"), .year = 2022, .patent.publication = 0 };
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    assert_true(cell_real(&rows, "city/苏州市/valid_inventions") == 1);
    assert_true(cell_real(&rows, "city/苏州市/h3") == 0); /* kept for five years */
    n = cell_real(&rows, "city/苏州市/hvp_yes");
    assert_true(won ? n == 1 : isnan(n)); /* the industry is not known */
    assert_int_equal(isnan(cell_real(&rows, "city/苏州市/hvp_share")), isnan(n));
    n = cell_real(&rows, "city/苏州市/h5");
    rows_release(&rows);
    np_facts_free(facts);
    return n;
}

static void a_city_counts_none_only_where_it_is_known(void **state)
{
    (void)state;
    assert_true(isnan(awards(0, false)));
    assert_true(awards(1, false) == 0);
    assert_true(awards(1, true) == 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cases_of_the_policy),
        cmocka_unit_test(a_city_counts_none_only_where_it_is_known),
        cmocka_unit_test(symbols_and_keywords_decide_the_industry),
    };

    if (!make_rules_folder())
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
