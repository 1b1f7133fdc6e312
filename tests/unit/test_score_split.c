/* test_score_split.c -- large portfolios fall into the parts that citations, symbols and claims make. */
#include "score_case.h"

#include "../../engine/scoring/claim_words.h"

static const char *const codes[] = { "1.1", "1.2" };
enum { AS_OF = 20241231 };

/* ---- a world: families 1001, 1002 ... of one owner, with claims by number ---- */

static struct np_facts *world(void)
{
    struct np_facts *facts = np_facts_new();

    facts->nsubfields = 2;
    return facts;
}

static struct np_fact_publication *family(struct np_facts *facts, int number, const char *symbols,
                                          const char *owner)
{
    char digits[16];
    struct np_fact_publication *p;

    snprintf(digits, sizeof digits, "%d", number);
    p = add_publication(facts, "CN", digits, "B", 20180630);
    set_application(p, p->number.p, 20160101);
    p->family_given = p->number;
    p->claim_types = 3;
    for (struct np_slice rest = text(symbols); rest.n;) {
        size_t n = np_slice_find(rest, NP_S(" "));

        np_symbols_add(facts->arena, &p->ipc, np_slice_sub(rest, 0, n));
        rest = n == (size_t)-1 ? NP_EMPTY : np_slice_sub(rest, n + 1, rest.n);
    }
    add_hit(facts, p, 0, 5);
    add_party(facts, p, owner, "苏州市");
    return p;
}

static void cite(struct np_facts *facts, int citing, int cited)
{
    char digits[16];

    for (size_t i = 0; i < facts->publications.n; i++) {
        struct np_fact_publication *p = &facts->publications.v[i];

        snprintf(digits, sizeof digits, "%d", citing);
        if (!np_slice_is(p->number, digits))
            continue;
        snprintf(digits, sizeof digits, "%d", cited);
        add_citation(facts, p, "CN", digits, 'A');
    }
}

struct told { int from, to; const char *lang, *claim; };

/* What families `from` to `to` claim; a list that ends with from 0. */
static enum np_status give_claims(void *ctx, struct np_slice id, struct np_arena *arena,
                                  struct np_record **record, struct np_err *err)
{
    const struct told *told = ctx;
    int number = atoi(id.p + 2);

    (void)err;
    *record = np_record_new(arena);
    for (; told->from; told++) {
        struct np_claims *claims;

        if (number < told->from || number > told->to)
            continue;
        (*record)->lang = text(told->lang);
        claims = np_list_add(arena, &(*record)->claims);
        claims->lang = text(told->lang);
        np_list_add(arena, &claims->claims)->text = text(told->claim);
    }
    return NP_OK;
}

static void score(struct np_facts *facts, const struct told *told, struct rows *rows)
{
    const struct np_score_texts texts = { (void *)(size_t)told, give_claims };

    rows_init(rows);
    run_score_with(facts, AS_OF, codes, told ? &texts : NULL, rows);
}

static double of(const struct rows *rows, const char *portfolio, const char *column)
{
    char place[160];

    snprintf(place, sizeof place, "portfolios/%s/%s", portfolio, column);
    return cell_real(rows, place);
}

static bool has(const struct rows *rows, const char *portfolio)
{
    char place[160];

    snprintf(place, sizeof place, "portfolios/%s/rank", portfolio);
    return np_map_get(rows->places, np_slice_of(place)) != NULL;
}

static void done(struct np_facts *facts, struct rows *rows)
{
    rows_release(rows);
    np_facts_free(facts);
}

#define OWNER "甲科技有限公司"
#define WHOLE "甲科技|1.1"

/* ---- the claims ---- */

static void citations_make_two_parts(void **state)
{
    struct np_facts *facts = world();
    struct rows rows;

    (void)state;
    for (int i = 0; i < 13; i++)
        family(facts, 1001 + i, "C01B32/182", OWNER);
    for (int i = 1; i < 7; i++)
        cite(facts, 1001 + i, 1001); /* a star: 1001 to 1007 */
    for (int i = 8; i < 13; i++)
        cite(facts, 1001 + i, 1000 + i); /* a chain: 1008 to 1013 */
    score(facts, NULL, &rows);
    assert_true(of(&rows, WHOLE, "split") == 2);
    assert_true(of(&rows, WHOLE "#1", "families") == 7);
    assert_true(of(&rows, WHOLE "#2", "families") == 6);
    assert_false(has(&rows, WHOLE "#rest"));
    assert_true(isnan(of(&rows, WHOLE, "rank")) && of(&rows, WHOLE, "listed") == 0);
    assert_true(of(&rows, WHOLE "#1", "rank") + of(&rows, WHOLE "#2", "rank") == 3);
    assert_slice(cell_text(&rows, "portfolios/" WHOLE "#2/part_of"), WHOLE);
    assert_slice(cell_text(&rows, "portfolios/" WHOLE "/missing"),
                 "split into 2 parts, each judged for itself");
    done(facts, &rows);
}

static void twelve_families_stay_together(void **state)
{
    struct np_facts *facts = world();
    struct rows rows;

    (void)state;
    for (int i = 0; i < 12; i++)
        family(facts, 1001 + i, "C01B32/182", OWNER);
    cite(facts, 1002, 1001);
    cite(facts, 1004, 1003);
    score(facts, NULL, &rows);
    assert_true(of(&rows, WHOLE, "rank") == 1 && isnan(of(&rows, WHOLE, "split")));
    assert_false(has(&rows, WHOLE "#1"));
    done(facts, &rows);
}

static void families_joined_to_none_stay_together(void **state)
{
    struct np_facts *facts = world();
    struct rows rows;

    (void)state;
    for (int i = 0; i < 13; i++)
        family(facts, 1001 + i, "C01B32/182", OWNER);
    score(facts, NULL, &rows);
    assert_true(isnan(of(&rows, WHOLE, "split"))); /* no edge: nothing to split by */
    done(facts, &rows);
    facts = world();
    for (int i = 0; i < 13; i++)
        family(facts, 1001 + i, "C01B32/182", OWNER);
    cite(facts, 1005, 1003);
    score(facts, NULL, &rows);
    assert_true(of(&rows, WHOLE "#1", "families") == 2);
    assert_true(of(&rows, WHOLE "#rest", "families") == 11);
    assert_slice(cell_text(&rows, "portfolios/" WHOLE "#rest/part"), "rest");
    done(facts, &rows);
}

#define GRAPHENE "一种石墨烯薄膜的制备方法, 在铜箔衬底上通入甲烷生长石墨烯薄膜"
#define QUANTUM "一种硒化镉量子点发光层, 硫化锌外壳包覆量子点配体"

static void symbols_and_claims_make_two_parts(void **state)
{
    static const struct told told[] = { { 1001, 1007, "zh", GRAPHENE }, { 1008, 1014, "zh", QUANTUM },
                                        { 0 } };
    struct np_facts *facts = world();
    struct rows rows;

    (void)state;
    for (int i = 0; i < 14; i++)
        family(facts, 1001 + i, "C01B32/182 B82Y30/00", OWNER);
    score(facts, told, &rows);
    assert_true(of(&rows, WHOLE, "split") == 2);
    assert_true(of(&rows, WHOLE "#1", "families") == 7);
    assert_true(of(&rows, WHOLE "#2", "families") == 7);
    assert_slice(cell_text(&rows, "portfolios/" WHOLE "#1/theme"), "C01B32/182");
    assert_true(of(&rows, WHOLE "#1", "theme_families") == 7);
    done(facts, &rows);
}

/* The same claims, but one symbol shared; or none of one's claims known. */
static void alike_claims_alone_join_nobody(void **state)
{
    static const struct told told[] = { { 1001, 1007, "zh", GRAPHENE }, { 1008, 1014, "zh", QUANTUM },
                                        { 0 } };
    struct np_facts *facts = world();
    struct rows rows;

    (void)state;
    for (int i = 0; i < 14; i++)
        family(facts, 1001 + i, i < 7 ? "C01B32/182 B82Y30/00" : "C01B32/182", OWNER);
    score(facts, told, &rows);
    assert_true(of(&rows, WHOLE, "split") == 2);
    assert_true(of(&rows, WHOLE "#rest", "families") == 7);
    done(facts, &rows);
}

static void languages_are_not_compared(void **state)
{
    static const struct told told[] = {
        { 1001, 1004, "en", "growing graphene films on copper foils" },
        { 1005, 1007, "de", "growing graphene films on copper foils" },
        { 1008, 1014, "en", "a quantum dot with a shell of zinc sulphide" },
        { 0 } };
    struct np_facts *facts = world();
    struct rows rows;

    (void)state;
    for (int i = 0; i < 14; i++)
        family(facts, 1001 + i, "C01B32/182 B82Y30/00", OWNER);
    score(facts, told, &rows);
    /* Every German claim has the same words: none tells anything (idf 0), so nobody is joined. */
    assert_true(of(&rows, WHOLE "#1", "families") == 4);
    assert_true(of(&rows, WHOLE "#2", "families") == 7);
    assert_true(of(&rows, WHOLE "#rest", "families") == 3);
    done(facts, &rows);
}

/* Does the row of a family in its portfolio hold the text? */
static bool tells(const struct rows *rows, const char *key, const char *what)
{
    char row[64];
    struct np_slice all = np_buf_slice(&rows->all);
    size_t at;

    snprintf(row, sizeof row, "portfolio_families\t" WHOLE "#1\t%s", key);
    at = np_slice_find(all, np_slice_of(row));
    if (at == (size_t)-1)
        return false;
    all = np_slice_sub(all, at, all.n);
    all = np_slice_sub(all, 0, np_slice_find(all, NP_S("\n")));
    return np_slice_find(all, np_slice_of(what)) != (size_t)-1;
}

static void a_chain_of_both_kinds_is_one_part(void **state)
{
    static const struct told told[] = { { 1001, 1003, "zh", GRAPHENE }, { 1004, 1014, "zh", QUANTUM },
                                        { 0 } };
    struct np_facts *facts = world();
    struct rows rows;

    (void)state;
    for (int i = 0; i < 3; i++)
        family(facts, 1001 + i, "C01B32/182 B82Y30/00", OWNER);
    for (int i = 3; i < 14; i++)
        family(facts, 1001 + i, i < 6 ? "C09K11/56 C09K11/88" : "H01L29/16", OWNER);
    cite(facts, 1004, 1003); /* graphene 1001-1003, by symbols and claims; dots 1004-1006 */
    cite(facts, 1009, 1006);
    score(facts, told, &rows);
    assert_true(of(&rows, WHOLE "#1", "families") == 7);
    assert_true(of(&rows, WHOLE "#rest", "families") == 7);
    assert_true(tells(&rows, "1009\t", "cites 1006"));
    assert_true(tells(&rows, "1003\t", "2 symbols shared, claims 1.000 alike with 1001"));
    assert_true(tells(&rows, "1004\t", "cites 1003"));
    done(facts, &rows);
}

/* ---- nothing is counted twice, nothing is lost ---- */

static struct np_facts *two_clusters(void)
{
    struct np_facts *facts = world();

    for (int i = 0; i < 20; i++) {
        struct np_fact_publication *p = family(facts, 1001 + i, "C01B32/182 B82Y30/00", OWNER);

        if (i % 5 == 0)
            add_party(facts, p, "乙材料有限公司", "无锡市");
        if (i % 3 == 0)
            add_hit(facts, p, 1, 3);
    }
    for (int i = 1; i < 8; i++)
        cite(facts, 1001 + i, 1000 + i);
    for (int i = 10; i < 18; i++)
        cite(facts, 1001 + i, 1010);
    for (int i = 0; i < 30; i++) /* others, who cite */
        cite(facts, family(facts, 3001 + i, "C09K11/56", "丙光电有限公司")->number.n ? 3001 + i : 0,
             1001 + i % 11);
    return facts;
}

static void parts_add_up_to_the_whole(void **state)
{
    static const char *const added[] = { "families", "active", "pai", "granted", "hv_families",
                                         "core", "satellites", "families_fractional" };
    static const char *const parts[] = { WHOLE "#1", WHOLE "#2", WHOLE "#rest" };
    struct np_facts *facts = two_clusters();
    struct rows rows;

    (void)state;
    score(facts, NULL, &rows);
    assert_true(of(&rows, WHOLE, "pai") > 0);
    for (size_t k = 0; k < sizeof added / sizeof *added; k++) {
        double sum = 0;

        for (int i = 0; i < 3; i++)
            sum += of(&rows, parts[i], added[k]);
        assert_true(fabs(sum - of(&rows, WHOLE, added[k])) < 1e-9);
    }
    for (int i = 0; i < 3; i++) { /* what belongs to the enterprise in the subfield */
        assert_true(of(&rows, parts[i], "rta") == of(&rows, WHOLE, "rta"));
        assert_true(of(&rows, parts[i], "rank_in_city") == of(&rows, WHOLE, "rank_in_city"));
    }
    done(facts, &rows);
}

/* Lines of the first table, and how often family 1001 ... 1020 stands in a part of the owner. */
static void every_family_is_in_exactly_one_part(void **state)
{
    struct np_facts *facts = two_clusters();
    int seen[20] = { 0 };
    struct np_slice all;
    struct rows rows;

    (void)state;
    score(facts, NULL, &rows);
    all = np_buf_slice(&rows.all);
    for (size_t from = 0; from < all.n;) {
        size_t n = np_slice_find(np_slice_sub(all, from, all.n), NP_S("\n"));
        struct np_slice line = np_slice_sub(all, from, n);
        size_t at = np_slice_find(line, NP_S("portfolio_families\t" WHOLE));

        if (at == 0) {
            size_t tab = np_slice_find(np_slice_sub(line, 19, line.n), NP_S("\t"));

            seen[atoi(line.p + 19 + tab + 1) - 1001]++;
        }
        from += n + 1;
    }
    for (int i = 0; i < 20; i++)
        assert_int_equal(seen[i], 1);
    done(facts, &rows);
}

/* The rows that begin with one of the tables' names. */
static void keep_tables(const struct rows *rows, const char *const *tables, struct np_buf *out)
{
    struct np_slice all = np_buf_slice(&rows->all);

    for (size_t from = 0; from < all.n;) {
        size_t n = np_slice_find(np_slice_sub(all, from, all.n), NP_S("\n")) + 1;

        for (size_t i = 0; tables[i]; i++)
            if (np_slice_starts(np_slice_sub(all, from, n), tables[i]))
                np_buf_put(out, all.p + from, n);
        from += n;
    }
}

/* But for how many are listed, and the best of them, enterprises and subfields stay as they were. */
static void sums_of_enterprises_do_not_change_by_splitting(void **state)
{
    static const char *const tables[] = { "families\t", "city\t", NULL };
    static const char *const columns[] = { "families", "pai", "best_rta", "subfields", "breadth",
                                           "pai_rank_in_city", "best_rta_active", "active" };
    static const char *const unsplit[] = { "portfolio_split_min=99", NULL };
    struct np_buf left = { 0 }, right = { 0 };
    struct np_facts *facts = two_clusters(), *again = two_clusters();
    struct rows rows, whole;
    char place[160];

    (void)state;
    score(facts, NULL, &rows);
    rows_init(&whole);
    run_score_set(again, AS_OF, codes, NULL, unsplit, &whole);
    assert_false(has(&whole, WHOLE "#1"));
    assert_true(of(&whole, WHOLE, "rta") == of(&rows, WHOLE, "rta"));
    assert_true(of(&whole, WHOLE, "rank_in_city") == of(&rows, WHOLE, "rank_in_city"));
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        snprintf(place, sizeof place, "enterprises/甲科技/%s", columns[i]);
        assert_true(cell_real(&rows, place) == cell_real(&whole, place));
    }
    assert_true(cell_real(&rows, "subfields/1.1/hhi") == cell_real(&whole, "subfields/1.1/hhi"));
    assert_true(cell_real(&rows, "subfields/1.1/enterprises") == 3);
    keep_tables(&rows, tables, &left);
    keep_tables(&whole, tables, &right);
    assert_true(left.n > 1000);
    assert_int_equal(left.n, right.n);
    np_buf_release(&left);
    np_buf_release(&right);
    rows_release(&rows);
    np_facts_free(facts);
    done(again, &whole);
}

/* ---- words of claims ---- */

static struct np_record *claiming(struct np_arena *arena, const char *lang, const char *claim)
{
    struct np_record *record = np_record_new(arena);
    struct np_claims *claims = np_list_add(arena, &record->claims);

    record->lang = claims->lang = text(lang);
    np_list_add(arena, &claims->claims)->text = text(claim);
    return record;
}

/* N = 4; "film" in 2, "foil" in 1, twice there, "dot" in 2, "ring" in 1.
 * a (film, foil x2), b (film, dot): cosine = ln2^2 / (sqrt(ln2^2 + (1+ln2)^2 ln4^2) sqrt(2) ln2). */
static void cosine_is_as_counted_by_hand(void **state)
{
    static const char *const texts[] = { "Films, foil, said Foils", "film; a dot", "DOTS", "ring" };
    struct vocabulary *vocabulary = vocabulary_new();
    struct np_arena *arena = np_arena_new();
    struct claim_words words[4];
    double length[4], l2 = log(2), foil = (1 + l2) * log(4);

    (void)state;
    for (int i = 0; i < 4; i++)
        read_claim_words(vocabulary, claiming(arena, "en", texts[i]), arena, &words[i]);
    vocabulary_close(vocabulary);
    for (int i = 0; i < 4; i++)
        length[i] = claim_length(vocabulary, &words[i]);
    assert_int_equal(words[0].n, 2);
    assert_true(fabs(claim_cosine(vocabulary, &words[0], length[0], &words[1], length[1]) -
                     l2 * l2 / (sqrt(l2 * l2 + foil * foil) * sqrt(2) * l2)) < 1e-12);
    assert_true(fabs(claim_cosine(vocabulary, &words[1], length[1], &words[2], length[2]) -
                     1 / sqrt(2)) < 1e-12);
    assert_true(claim_cosine(vocabulary, &words[0], length[0], &words[3], length[3]) == 0);
    np_arena_free(arena);
    vocabulary_free(vocabulary);
}

static void chinese_words_are_neighbours_without_phrases_of_claims(void **state)
{
    struct vocabulary *vocabulary = vocabulary_new();
    struct np_arena *arena = np_arena_new();
    struct claim_words a, b, none;

    (void)state;
    /* 石墨 墨烯 烯膜 | 厚度; "TiO" is a word, 2 is none */
    read_claim_words(vocabulary, claiming(arena, "zh", "1. 一种石墨烯膜，其特征在于，所述厚度为TiO2"), arena,
                     &a);
    assert_int_equal(a.n, 3 + 2 + 1);
    read_claim_words(vocabulary, claiming(arena, "ja", "石墨烯膜"), arena, &b);
    assert_true(isnan(claim_cosine(vocabulary, &a, 1, &b, 1)));
    read_claim_words(vocabulary, np_record_new(arena), arena, &none);
    assert_int_equal(none.n, 0);
    assert_true(isnan(claim_cosine(vocabulary, &a, 1, &none, 0)));
    np_arena_free(arena);
    vocabulary_free(vocabulary);
}

/* ---- consortia ---- */

#define CONSORTIA "consortium\tmember\tfrom\tto\tsubfield\n"

static void a_consortium_stands_for_its_members(void **state)
{
    struct np_facts *facts = world();
    struct rows rows;

    (void)state;
    for (int i = 0; i < 4; i++)
        family(facts, 1001 + i, "C01B32/182", OWNER);
    for (int i = 0; i < 3; i++)
        family(facts, 2001 + i, "C01B32/182", "乙材料有限公司");
    add_party(facts, family(facts, 2004, "C01B32/182", "乙材料有限公司"), OWNER, "苏州市");
    write_rules("consortia.tsv", CONSORTIA "石墨烯池\t甲科技\t2020\t\t1.1\n"
                                           "石墨烯池\t乙材料有限公司\t\t2024\t*\n"
                                           "石墨烯池\t丁公司\t\t\t1.1\n"
                                           "旧池\t丙公司\t\t2010\t1.1\n");
    score(facts, NULL, &rows);
    assert_true(of(&rows, "consortium 石墨烯池|1.1", "families") == 8); /* the shared one once */
    assert_true(of(&rows, "consortium 石墨烯池|1.1", "rank") == 1);
    assert_true(isnan(of(&rows, WHOLE, "rank")) && of(&rows, WHOLE, "families") == 5);
    assert_true(of(&rows, WHOLE, "rta") == 1);
    assert_slice(cell_text(&rows, "portfolios/" WHOLE "/consortium"), "石墨烯池");
    assert_slice(cell_text(&rows, "portfolios/consortium 石墨烯池|1.1/members"),
                 "甲科技有限公司; 乙材料有限公司; 丁公司 (not in the data)");
    assert_true(cell_real(&rows, "subfields/1.1/enterprises") == 2);
    assert_true(copy_rules("consortia.tsv"));
    done(facts, &rows);
}

static void assert_fault(const char *content, const char *what)
{
    struct np_scoring *scoring;
    struct np_err err = { 0 };

    write_rules("consortia.tsv", content);
    assert_int_equal(np_scoring_load(rules_folder, &scoring, &err), NP_STOP);
    assert_string_equal(err.what, what);
    assert_true(copy_rules("consortia.tsv"));
}

static void faults_of_consortia_are_told_by_line(void **state)
{
    (void)state;
    assert_fault(CONSORTIA "A\tB\t2020\t\tgraphene\n",
                 "consortia.tsv:2: subfield 'graphene' is neither a code nor *");
    assert_fault(CONSORTIA "A\tB\tsoon\t\t*\n",
                 "consortia.tsv:2: from and to must be days such as 2024-05-01, or empty");
    assert_fault(CONSORTIA "A\tB\t2024\t2020\t*\n", "consortia.tsv:2: it ends before it begins");
    assert_fault(CONSORTIA "A\tB\t2020\t2022\t*\nC\tB\t2022-06\t\t1.1\n",
                 "consortia.tsv:3: 'B' is in a consortium of that subfield already");
    assert_fault(CONSORTIA "A\t\t\t\t*\n", "consortia.tsv:2: a name is empty");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(citations_make_two_parts),
        cmocka_unit_test(twelve_families_stay_together),
        cmocka_unit_test(families_joined_to_none_stay_together),
        cmocka_unit_test(symbols_and_claims_make_two_parts),
        cmocka_unit_test(alike_claims_alone_join_nobody),
        cmocka_unit_test(languages_are_not_compared),
        cmocka_unit_test(a_chain_of_both_kinds_is_one_part),
        cmocka_unit_test(parts_add_up_to_the_whole),
        cmocka_unit_test(every_family_is_in_exactly_one_part),
        cmocka_unit_test(sums_of_enterprises_do_not_change_by_splitting),
        cmocka_unit_test(cosine_is_as_counted_by_hand),
        cmocka_unit_test(chinese_words_are_neighbours_without_phrases_of_claims),
        cmocka_unit_test(a_consortium_stands_for_its_members),
        cmocka_unit_test(faults_of_consortia_are_told_by_line),
    };

    if (!make_rules_folder())
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
