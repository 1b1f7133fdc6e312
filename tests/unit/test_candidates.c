/* test_candidates.c -- candidates for standards: components, gates, tiers, and what is never said. */
#include "score_case.h"

enum { AS_OF = 20240101 };

static const char *const codes[] = { "1.1", "1.2", "2.1" };
static const char preamble[] = "1. 一种纳米银线导电膜，其特征在于：";
static const char good[] = "银线平均直径为20 nm~30 nm，用扫描电子显微镜测定；方块电阻用四探针法测定；";

/* ---- a made-up world: one text for each family ---- */

struct world {
    struct np_facts *facts;
    struct rows rows;
    struct { struct np_slice id, claim, lang; } texts[8];
    size_t n;
};

static enum np_status text_of(void *ctx, struct np_slice id, struct np_arena *arena,
                              struct np_record **record, struct np_err *err)
{
    const struct world *w = ctx;

    (void)err;
    for (size_t i = 0; i < w->n; i++)
        if (np_slice_eq(w->texts[i].id, id) && w->texts[i].claim.n) {
            struct np_claim *claim;

            *record = np_record_new(arena);
            (*record)->lang = w->texts[i].lang;
            np_list_add(arena, &(*record)->claims)->lang = w->texts[i].lang;
            claim = np_list_add(arena, &(*record)->claims.v[0].claims);
            claim->num = 1;
            claim->text = w->texts[i].claim;
            return NP_OK;
        }
    return NP_END;
}

static void begin(struct world *w)
{
    memset(w, 0, sizeof *w);
    w->facts = np_facts_new();
    w->facts->nsubfields = 3;
    rows_init(&w->rows);
}

static void finish(struct world *w)
{
    rows_release(&w->rows);
    np_facts_free(w->facts);
}

static struct np_fact_publication *add_family(struct world *w, const char *number, const char *kind,
                                              np_date filed, const char *claim, const char *lang)
{
    struct np_fact_publication *p =
        add_publication(w->facts, "CN", number, kind, filed + 20000);

    set_application(p, p->number.p, filed);
    p->family_given = p->number;
    p->lang = text(lang);
    p->claim_count = p->independent_claims = 1;
    p->first_claim_len = 60;
    p->has_claims = true;
    add_hit(w->facts, p, 0, 5);
    add_party(w->facts, p, "苏州甲材料有限公司", "苏州市");
    w->texts[w->n].id = p->id;
    w->texts[w->n].lang = text(lang);
    w->texts[w->n++].claim = text(claim);
    return p;
}

static void add_edition(struct world *w, const char *standard, int year)
{
    struct np_fact_edition *e = np_list_add(w->facts->arena, &w->facts->imports.editions);

    e->standard = e->number = text(standard);
    e->year = year;
    e->subfields = text("1.1");
    e->keywords_en = text("silver; nanowire; sheet resistance");
    e->keywords_zh = text("银; 纳米线; 方块电阻");
}

static void add_clause(struct world *w, const char *clause, enum np_normative normative,
                       const char *words)
{
    struct np_fact_clause *c = np_list_add(w->facts->arena, &w->facts->imports.clauses);

    c->standard = c->number = text("T/TEST 1");
    c->clause = text(clause);
    c->normative = normative;
    c->text = text(words);
    w->facts->imports.clause_lists = 1;
}

/* Each a clause of its own; two of them are always required. */
static void add_clauses(struct world *w, enum np_normative third)
{
    add_edition(w, "T/TEST 1", 2020);
    add_clause(w, "4.1", NP_SHALL, "纳米银线导电膜的银线平均直径应为10 nm~50 nm，用扫描电子显微镜测定。");
    add_clause(w, "4.2", NP_SHALL, "方块电阻用四探针法测定。");
    add_clause(w, "4.3", third, "雾度用雾度计测定。");
}

static struct np_fact_declaration *declare(struct world *w, const char *standard)
{
    struct np_fact_declaration *d =
        np_list_add(w->facts->arena, &w->facts->imports.declarations);

    d->standard = d->number = text(standard);
    d->organisation = text("苏州甲材料有限公司");
    d->patent.publication = -1;
    d->enterprise = -1;
    w->facts->imports.declaration_lists = 1;
    return d;
}

static void score_world(struct world *w)
{
    const struct np_score_texts texts = { w, text_of };

    run_score_with(w->facts, AS_OF, codes, &texts, &w->rows);
}

static const char *whole_claim(struct np_arena *arena, const char *last)
{
    return np_arena_printf(arena, "%s%s%s", preamble, good, last).p;
}

#define CELL(column) "standard_candidates/T/TEST 1-2020/" column

/* ---- claims ---- */

static void all_elements_required_and_declared_is_tier_a(void **state)
{
    struct world w;

    (void)state;
    begin(&w);
    add_clauses(&w, NP_SHALL);
    add_family(&w, "101", "B", 20180105, whole_claim(w.facts->arena, "雾度用雾度计测定。"), "zh");
    declare(&w, "T/TEST 1")->patent.publication = 0;
    score_world(&w);
    assert_slice(cell_text(&w.rows, CELL("tier")), "A");
    assert_slice(cell_text(&w.rows, CELL("list")), "candidate");
    assert_slice(cell_text(&w.rows, CELL("side")), "ours");
    assert_slice(cell_text(&w.rows, CELL("compared_with")), "clauses");
    assert_true(cell_real(&w.rows, CELL("elem")) == 1);
    assert_true(cell_real(&w.rows, CELL("declared")) == 1);
    assert_true(isnan(cell_real(&w.rows, CELL("party"))));
    assert_true(cell_real(&w.rows, CELL("timing")) == 1);
    assert_true(cell_real(&w.rows, "families/101/sep_tier") == 100);
    finish(&w);
}

static void one_element_without_a_clause_is_never_tier_a(void **state)
{
    struct world w;

    (void)state;
    begin(&w);
    add_clauses(&w, NP_SHALL);
    add_family(&w, "101", "B", 20180105, whole_claim(w.facts->arena, "涂布聚氨酯丙烯酸酯保护涂料。"), "zh");
    declare(&w, "T/TEST 1")->patent.publication = 0;
    score_world(&w);
    assert_slice(cell_text(&w.rows, CELL("tier")), "B");
    assert_true(cell_real(&w.rows, CELL("elements_met")) == 3);
    assert_true(cell_real(&w.rows, CELL("elements")) == 4);
    finish(&w);
}

static void a_clause_that_is_not_required_makes_nothing_essential(void **state)
{
    static const enum np_normative kinds[] = { NP_NORMATIVE_UNKNOWN, NP_SHOULD, NP_MAY,
                                               NP_INFORMATIVE };

    (void)state;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct world w;

        begin(&w);
        add_clauses(&w, kinds[i]);
        add_family(&w, "101", "B", 20180105, whole_claim(w.facts->arena, "雾度用雾度计测定。"), "zh");
        declare(&w, "T/TEST 1")->patent.publication = 0;
        score_world(&w);
        assert_slice(cell_text(&w.rows, CELL("tier")), "B");
        assert_true(cell_real(&w.rows, CELL("elem")) == 1);
        finish(&w);
    }
}

static void near_but_neither_declared_nor_drafted_is_tier_b(void **state)
{
    struct world w;

    (void)state;
    begin(&w);
    add_clauses(&w, NP_SHALL);
    add_family(&w, "101", "B", 20180105, whole_claim(w.facts->arena, "雾度用雾度计测定。"), "zh");
    score_world(&w);
    assert_slice(cell_text(&w.rows, CELL("tier")), "B");
    assert_true(isnan(cell_real(&w.rows, CELL("declared"))));
    finish(&w);
}

/* ---- gates ---- */

static void a_standard_that_is_older_is_listed_apart(void **state)
{
    static const struct { np_date filed; double timing; const char *list; } cases[] = {
        { 20201231, 1, "candidate" },
        { 20210105, 0.3, "candidate" },
        { 20211231, 0.3, "candidate" },
        { 20220101, 0, "prior_art_risk" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct world w;

        begin(&w);
        add_clauses(&w, NP_SHALL);
        add_family(&w, "101", "A", cases[i].filed, whole_claim(w.facts->arena, "雾度用雾度计测定。"), "zh");
        score_world(&w);
        assert_true(cell_real(&w.rows, CELL("timing")) == cases[i].timing);
        assert_slice(cell_text(&w.rows, CELL("list")), cases[i].list);
        assert_true(cell_real(&w.rows, CELL("alive")) == 0.6);
        if (cases[i].timing == 0)
            assert_true(cell_real(&w.rows, "families/101/sep_tier") == 0);
        finish(&w);
    }
}

static void a_dead_family_is_not_listed(void **state)
{
    struct world w;

    (void)state;
    begin(&w);
    add_clauses(&w, NP_SHALL);
    add_family(&w, "101", "B", 19990105, whole_claim(w.facts->arena, "雾度用雾度计测定。"), "zh");
    score_world(&w);
    assert_null(np_map_get(w.rows.places, np_slice_of(CELL("tier"))));
    finish(&w);
}

/* ---- what is known of a standard ---- */

static void keywords_alone_are_tier_c_without_a_score(void **state)
{
    struct world w;

    (void)state;
    begin(&w);
    add_edition(&w, "T/TEST 1", 2020);
    add_family(&w, "101", "B", 20180105, "1. 一种银纳米线薄膜，其特征在于：方块电阻小于50。", "zh");
    score_world(&w);
    assert_slice(cell_text(&w.rows, CELL("tier")), "C");
    assert_slice(cell_text(&w.rows, CELL("compared_with")), "keywords");
    assert_slice(cell_text(&w.rows, CELL("language")), "zh-concepts");
    assert_true(isnan(cell_real(&w.rows, CELL("sep"))));
    assert_true(isnan(cell_real(&w.rows, CELL("cov_idf"))));
    assert_true(isnan(cell_real(&w.rows, CELL("elem"))));
    assert_true(isnan(cell_real(&w.rows, "families/101/sep_tier")));
    finish(&w);
}

/* Of one text in the store every word would be as rare as any other. */
static void a_title_among_few_is_compared_by_concepts(void **state)
{
    struct world w;

    (void)state;
    begin(&w);
    add_edition(&w, "T/TEST 1", 2020);
    w.facts->imports.editions.v[0].title_zh = text("银纳米线薄膜 方块电阻");
    add_family(&w, "101", "B", 20180105, "1. 一种银纳米线薄膜，其特征在于：方块电阻小于50。", "zh");
    score_world(&w);
    assert_slice(cell_text(&w.rows, CELL("language")), "zh-concepts");
    assert_true(isnan(cell_real(&w.rows, CELL("elem"))));
    finish(&w);
}

static void an_english_claim_meets_chinese_clauses_by_concepts(void **state)
{
    struct world w;

    (void)state;
    begin(&w);
    add_clauses(&w, NP_SHALL);
    add_family(&w, "101", "B", 20180105,
               "1. A silver nanowire film comprising: nanowires; sheet resistance; diameter by scanning "
               "electron microscopy", "en");
    declare(&w, "T/TEST 1")->patent.publication = 0;
    score_world(&w);
    assert_slice(cell_text(&w.rows, CELL("language")), "en-zh");
    assert_true(cell_real(&w.rows, CELL("cov_idf")) > 0);
    finish(&w);
}

static void what_cannot_be_compared_is_null_and_a_declaration_still_lists_it(void **state)
{
    struct world w;

    (void)state;
    begin(&w);
    add_clauses(&w, NP_SHALL);
    add_family(&w, "101", "B", 20180105, "1. Ein Film aus Silber.", "de");
    declare(&w, "T/TEST 1")->patent.publication = 0;
    score_world(&w);
    assert_true(isnan(cell_real(&w.rows, CELL("cov_idf"))));
    assert_true(isnan(cell_real(&w.rows, CELL("rank"))));
    assert_true(isnan(cell_real(&w.rows, CELL("sep"))));
    assert_slice(cell_text(&w.rows, CELL("tier")), "");
    assert_true(cell_real(&w.rows, CELL("declared")) == 1);
    finish(&w);
}

static void places_are_by_bm25_among_the_families_compared(void **state)
{
    static const char *const others[] = { "201", "202", "203" };
    struct world w;

    (void)state;
    begin(&w);
    add_clauses(&w, NP_SHALL);
    for (size_t i = 0; i < 3; i++)
        add_family(&w, others[i], "B", 20180105, "1. 一种方块电阻测定装置，其特征在于：有探针。", "zh");
    add_family(&w, "101", "B", 20180105, whole_claim(w.facts->arena, "雾度用雾度计测定。"), "zh");
    score_world(&w);
    assert_true(cell_real(&w.rows, CELL("compared")) == 4);
    assert_true(cell_real(&w.rows, CELL("place")) == 1);
    assert_true(cell_real(&w.rows, CELL("rank")) == 1);
    finish(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_elements_required_and_declared_is_tier_a),
        cmocka_unit_test(one_element_without_a_clause_is_never_tier_a),
        cmocka_unit_test(a_clause_that_is_not_required_makes_nothing_essential),
        cmocka_unit_test(near_but_neither_declared_nor_drafted_is_tier_b),
        cmocka_unit_test(a_standard_that_is_older_is_listed_apart),
        cmocka_unit_test(a_dead_family_is_not_listed),
        cmocka_unit_test(keywords_alone_are_tier_c_without_a_score),
        cmocka_unit_test(a_title_among_few_is_compared_by_concepts),
        cmocka_unit_test(an_english_claim_meets_chinese_clauses_by_concepts),
        cmocka_unit_test(what_cannot_be_compared_is_null_and_a_declaration_still_lists_it),
        cmocka_unit_test(places_are_by_bm25_among_the_families_compared),
    };
    int failed;

    if (!make_rules_folder() || !copy_rules("terms.tsv") || !copy_rules("sep.tsv"))
        return 1;
    write_rules("standards.tsv", "number\tyear\tbody\tstatus\tverified\tsubfields\tkeywords_en\tkeywords_zh\n"
                                 "ISO 19749\t2021\tISO/TC 229\t\tyes\t\tscanning electron microscopy\t扫描电子显微镜\n");
    failed = cmocka_run_group_tests(tests, NULL, NULL);
    return failed;
}
