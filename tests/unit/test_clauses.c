/* test_clauses.c -- tokens of claims and clauses, and how near they are. */
#include "unit.h"

#include <nanopat/clauses.h>
#include <nanopat/map.h>
#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static struct np_lexicon *lexicon;
static struct np_arena *arena;

static const char *words_of(const char *text, enum np_tokens_kind kind)
{
    struct np_tokens tokens = { 0 };
    struct np_buf b = { 0 };
    const char *all;

    np_lexicon_tokens(lexicon, np_slice_of(text), kind, arena, &tokens);
    for (size_t i = 0; i < tokens.list.n; i++) {
        np_buf_puts(&b, i ? " " : "");
        np_buf_puts_slice(&b, np_lexicon_word(lexicon, tokens.list.v[i]));
    }
    all = np_arena_copy(arena, np_buf_slice(&b)).p;
    np_buf_release(&b);
    return all;
}

static void tokens_are_words_and_bigrams_without_stop_words(void **state)
{
    (void)state;
    assert_string_equal(words_of("Said layers, wherein the Glass of a 2D film (5 nm)", NP_TOKENS_PLAIN),
                        "layer glass 2d film nm");
    assert_string_equal(words_of("一种石墨烯薄膜，其特征在于", NP_TOKENS_PLAIN),
                        "石墨 墨烯 烯薄 薄膜");
    assert_string_equal(words_of("银", NP_TOKENS_PLAIN), "银");
    assert_string_equal(words_of("ＸＲＤ法", NP_TOKENS_PLAIN), "xrd 法");
    assert_string_equal(words_of("", NP_TOKENS_PLAIN), "");
}

static void both_languages_share_concepts(void **state)
{
    (void)state;
    assert_string_equal(words_of("Number of layers", NP_TOKENS_WIDE), "#number of layers numb layer");
    assert_string_equal(words_of("层数", NP_TOKENS_WIDE), "#number of layers 层数");
    assert_string_equal(words_of("MWCNTs", NP_TOKENS_WIDE), "#multiwall carbon nanotube mwcnt");
}

/* Words as they stand, blanks between: the values of the reference take no other tokens. */
static void split(const char *text, struct np_map *map, struct np_tokens *tokens)
{
    while (*text) {
        size_t n = strcspn(text, " ");

        *np_list_add(arena, &tokens->list) = (uint32_t)*np_map_put(
            map, np_slice_make(text, n), (int64_t)np_map_count(map));
        text += n + (text[n] == ' ');
    }
}

#define assert_near(a, b) assert_true(fabs((a) - (b)) < 5e-7)

/* scoring-examples.json, "sep", to six decimals. */
static void scores_are_those_of_the_reference(void **state)
{
    static const struct { const char *text; double bm25, cosine, cov; } cases[] = {
        { "raman spectrum graphene film number layers intensity ratio 2d g peak", 8.192235, 0.980153,
          0.846154 },
        { "sheet resistance graphene film four point probe measurement", 0.27574, 0, 0.153846 },
        { "sample preparation transfer graphene film substrate cleaning", 0.289867, 0, 0.153846 },
    };
    struct np_map *map = np_map_new();
    struct np_clauses *clauses = np_clauses_new();
    struct np_clause_matches matches = { 0 };
    struct np_tokens claim = { 0 };

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        struct np_tokens tokens = { 0 };

        split(cases[i].text, map, &tokens);
        np_clauses_add(clauses, tokens.list.v, tokens.list.n);
    }
    np_clauses_finish(clauses);
    split("determining number layers graphene film raman spectrum 2d peak g peak intensity ratio laser",
          map, &claim);
    np_clauses_match(clauses, claim.list.v, claim.list.n, arena, &matches);
    assert_int_equal(matches.list.n, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_near(matches.list.v[i].bm25, cases[i].bm25);
        assert_near(matches.list.v[i].cosine, cases[i].cosine);
        assert_near(matches.list.v[i].cov, cases[i].cov);
    }
    np_clauses_free(clauses);
    np_map_free(map);
}

static void shared_weight_counts_unknown_words_at_the_most(void **state)
{
    struct np_clauses *clauses = np_clauses_new();
    struct np_clause_matches matches = { 0 };
    const uint32_t one[] = { 0, 1 }, two[] = { 1, 2 }, three[] = { 1 }, claim[] = { 0, 1, 9 };
    double rare, common;

    (void)state;
    np_clauses_add(clauses, one, 2);
    np_clauses_add(clauses, two, 2);
    np_clauses_add(clauses, three, 1);
    np_clauses_finish(clauses);
    rare = np_clauses_idf(clauses, 0);
    common = np_clauses_idf(clauses, 1);
    assert_near(rare, log(1 + 2.5 / 1.5));
    assert_near(np_clauses_idf(clauses, 9), rare);
    np_clauses_match(clauses, claim, 3, arena, &matches);
    assert_near(matches.list.v[0].cov_idf, (rare + common) / (2 * rare + common));
    assert_near(matches.list.v[2].cov, 1.0 / 3);
    matches.list.n = 0;
    np_clauses_match(clauses, claim + 2, 1, arena, &matches); /* nothing shared: none */
    assert_int_equal(matches.list.n, 0);
    np_clauses_match(clauses, claim, 0, arena, &matches);
    assert_int_equal(matches.list.n, 0);
    np_clauses_free(clauses);
}

/* ---- the scopes of real standards, where they are ---- */

enum { SCOPES_MOST = 400 };

struct scopes { struct np_slice title[SCOPES_MOST], scope[SCOPES_MOST]; size_t n; };

static bool read_scopes(struct scopes *scopes)
{
    FILE *f = fopen("../shared/reference/nano-standards-scope.jsonl", "r");
    char line[20000];

    scopes->n = 0;
    while (f && fgets(line, sizeof line, f) && scopes->n < SCOPES_MOST) {
        json_t *row = json_loads(line, 0, NULL);

        assert_non_null(row);
        scopes->title[scopes->n] =
            np_arena_copy(arena, np_slice_of(json_string_value(json_object_get(row, "title"))));
        scopes->scope[scopes->n++] =
            np_arena_copy(arena, np_slice_of(json_string_value(json_object_get(row, "scope"))));
        json_decref(row);
    }
    if (f)
        fclose(f);
    return f != NULL;
}

/* The place of clause `own` for this text, from 0; ties go to the earlier clause. */
static size_t place_of(struct np_clauses *clauses, struct np_slice text, size_t own)
{
    struct np_tokens tokens = { 0 };
    struct np_clause_matches m = { 0 };
    double score = 0;
    size_t place = 0;

    np_lexicon_tokens(lexicon, text, NP_TOKENS_WIDE, arena, &tokens);
    np_clauses_match(clauses, tokens.list.v, tokens.list.n, arena, &m);
    for (size_t i = 0; i < m.list.n; i++)
        if (m.list.v[i].clause == own)
            score = m.list.v[i].bm25;
    for (size_t i = 0; i < m.list.n; i++)
        place += m.list.v[i].bm25 > score + 1e-9 ||
                 (fabs(m.list.v[i].bm25 - score) <= 1e-9 && m.list.v[i].clause < own);
    return place;
}

/* BM25 over wide tokens ranked best of the scores and of sums of them, over plain tokens, wide ones
 * and pairs: 0.801, 0.931, 0.986 by title, 0.960 by the first half.                            */
static void a_title_finds_its_own_scope(void **state)
{
    static struct scopes scopes;
    struct np_clauses *clauses = np_clauses_new();
    size_t first = 0, third = 0, tenth = 0, half = 0, whole = 0;

    (void)state;
    if (!read_scopes(&scopes)) {
        np_clauses_free(clauses);
        skip();
    }
    for (size_t i = 0; i < scopes.n; i++) {
        struct np_tokens tokens = { 0 };

        np_lexicon_tokens(lexicon, scopes.scope[i], NP_TOKENS_WIDE, arena, &tokens);
        np_clauses_add(clauses, tokens.list.v, tokens.list.n);
    }
    np_clauses_finish(clauses);
    for (size_t i = 0; i < scopes.n; i++) {
        size_t place = place_of(clauses, scopes.title[i], i);

        first += place < 1;
        third += place < 3;
        tenth += place < 10;
        half += place_of(clauses, np_slice_sub(scopes.scope[i], 0, scopes.scope[i].n / 2), i) < 1;
        whole += place_of(clauses, scopes.scope[i], i) < 2; /* two editions of ISO/TS 80004-1 tie */
    }
    print_message("%zu scopes: title %.3f %.3f %.3f, first half %.3f\n", scopes.n,
                  (double)first / (double)scopes.n, (double)third / (double)scopes.n,
                  (double)tenth / (double)scopes.n, (double)half / (double)scopes.n);
    assert_int_equal(scopes.n, 276);
    assert_int_equal(whole, scopes.n);
    assert_true((double)first >= 0.80 * 276 && (double)third >= 0.93 * 276);
    assert_true((double)tenth >= 0.98 * 276 && (double)half >= 0.95 * 276);
    np_clauses_free(clauses);
}

static int make(void **state)
{
    struct np_err err = { 0 };

    (void)state;
    lexicon = np_lexicon_new();
    arena = np_arena_new();
    return np_lexicon_load_terms(lexicon, "rules", &err) == NP_OK ? 0 : -1;
}

static int end(void **state)
{
    (void)state;
    np_lexicon_free(lexicon);
    np_arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tokens_are_words_and_bigrams_without_stop_words),
        cmocka_unit_test(both_languages_share_concepts),
        cmocka_unit_test(scores_are_those_of_the_reference),
        cmocka_unit_test(shared_weight_counts_unknown_words_at_the_most),
        cmocka_unit_test(a_title_finds_its_own_scope),
    };

    return cmocka_run_group_tests(tests, make, end);
}
