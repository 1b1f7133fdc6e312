/* test_rules_exact.c -- gated matching gives what exhaustive matching gives: every answer of every
 * pattern, every hit and every piece of evidence, on many made-up documents.
 *
 *     NANOPAT_TEXTS=100000 build/unit/test_rules_exact     as many texts; 1,000 without
 *
 * Made of the rules' own samples, the vocabulary of the made-up world (tests/bench), what the gate
 * looks for, and labelled texts where they are; half of them damaged, each in several ways.
 */
#include "../../engine/classify/matcher.h"

#include "../bench/texts_bio.c"
#include "../bench/texts_electronics.c"
#include "../bench/texts_energy.c"
#include "../bench/texts_ordinary.c"
#include "../bench/texts_other.c"

#include "test_rules_folder.h"

#include <nanopat/text.h>

#include <jansson.h>

#define LABELLED "../shared/truth/dev.jsonl"

enum { TEXT_MOST = 600, TEXTS_DEFAULT = 1000 };

#define HAN_FIRST 0x4E00u
#define HAN_LAST 0x9FFFu

struct sources {
    struct np_rules *rules;
    struct np_arena *arena;
    NP_LIST(struct np_slice) labelled;
    uint32_t traditional[HAN_LAST - HAN_FIRST + 1]; /* of a simplified one; 0: none */
    struct rng rng;
};

/* ---- where texts come from ---- */

static void put_sample(struct sources *s, struct np_buf *b)
{
    uint32_t i = rng_below(&s->rng, (uint32_t)s->rules->samples.n);

    np_buf_puts_slice(b, s->rules->samples.v[i].text.text);
}

/* Literals that open gates, close together: more patterns wake than in any text. */
static void put_literals(struct sources *s, struct np_buf *b)
{
    static const char *const glue[] = { "", " ", "-", "的", ", ", "20 nm ", "of " };

    for (int i = rng_between(&s->rng, 2, 30); i > 0; i--) {
        np_buf_puts_slice(b, s->rules->literals->v.v[rng_below(&s->rng,
                              (uint32_t)s->rules->literals->v.n)].text);
        np_buf_puts(b, glue[rng_below(&s->rng, 7)]);
    }
}

static struct pair any_of(struct sources *s, const struct pair *list, uint32_t most)
{
    uint32_t n = 0;

    while (n < most && list[n].zh)
        n++;
    return n ? list[rng_below(&s->rng, n)] : (struct pair){ "", "" };
}

/* A template of the world with its slots filled, whatever suits. */
static void put_template(struct sources *s, struct np_buf *b, const struct topic *topic,
                         struct pair pair, bool zh, int depth)
{
    for (const char *p = zh ? pair.zh : pair.en; *p; p++) {
        if (*p != '{' || !strchr(p, '}')) {
            np_buf_put(b, p, 1);
            continue;
        }
        if (depth < 3 && p[1] >= 'A' && p[1] <= 'Z')
            put_template(s, b, topic,
                         p[1] == 'N'   ? any_of(s, topic->noun, 4)
                         : p[1] == 'A' ? any_of(s, topic->additive, 4)
                         : p[1] == 'U' ? any_of(s, topic->use, 3)
                                       : any_of(s, topic->material, 6), zh, depth + 1);
        else
            np_buf_put(b, p + 1, strcspn(p + 1, "}"));
        p = strchr(p, '}');
    }
}

static const struct topic *any_topic(struct sources *s)
{
    static const struct topic *const lists[] = { electronics_topics, bio_topics, energy_topics,
                                                 other_topics, misleading_topics, ordinary_topics };
    const struct topic *list = lists[rng_below(&s->rng, 6)];
    uint32_t n = 0;

    while (list[n].noun[0].zh)
        n++;
    return &list[rng_below(&s->rng, n)];
}

static void put_world(struct sources *s, struct np_buf *b)
{
    const struct topic *topic = any_topic(s);
    bool zh = rng_chance(&s->rng, 50);
    struct pair stop = { "。", ". " };

    put_template(s, b, topic, any_of(s, topic->noun, 4), zh, 0);
    for (int i = rng_between(&s->rng, 0, 4); i > 0; i--) {
        put_template(s, b, topic, any_of(s, topic->feature, 4), zh, 0);
        put_template(s, b, topic, stop, zh, 0);
        put_template(s, b, topic, any_of(s, topic->step, 4), zh, 0);
        put_template(s, b, topic, any_of(s, topic->use, 3), zh, 0);
    }
}

static void put_labelled(struct sources *s, struct np_buf *b)
{
    if (s->labelled.n)
        np_buf_puts_slice(b, s->labelled.v[rng_below(&s->rng, (uint32_t)s->labelled.n)]);
    else
        put_world(s, b);
}

static void put_any(struct sources *s, struct np_buf *b)
{
    switch (rng_below(&s->rng, 6)) {
    case 0: put_sample(s, b); break;
    case 1:
        put_sample(s, b);
        np_buf_puts(b, rng_chance(&s->rng, 50) ? " " : "。");
        put_sample(s, b);
        break;
    case 2: put_literals(s, b); break;
    case 3: put_labelled(s, b); break;
    default: put_world(s, b); break;
    }
}

/* ---- damage ---- */

/* A character's first byte at or before `at`. */
static size_t edge(struct np_slice s, size_t at)
{
    while (at && at < s.n && ((unsigned char)s.p[at] & 0xC0) == 0x80)
        at--;
    return at < s.n ? at : s.n;
}

static size_t any_edge(struct sources *s, struct np_slice text)
{
    return edge(text, rng_below(&s->rng, (uint32_t)text.n + 1));
}

/* The text with a piece left out, doubled, put elsewhere or replaced. */
static void cut(struct sources *s, struct np_slice text, struct np_buf *out)
{
    static const char *const put[] = { " ", "-", "- ", "\xC2\xAD", "\xE2\x80\x8B", "nano", "纳米", "奈米",
                                       "ＮＭ", "5 nm", "\n", "。", ".", ",", "²", "μ", "無", "K" };
    size_t a = any_edge(s, text), b = edge(text, a + rng_below(&s->rng, 12));

    b = b < a ? a : b;
    np_buf_put(out, text.p, a);
    switch (rng_below(&s->rng, 4)) {
    case 0: break;                              /* left out */
    case 1: np_buf_put(out, text.p + a, b - a); /* doubled */ /* fall through */
    case 2: np_buf_put(out, text.p + a, b - a); /* something between */ /* fall through */
    default: np_buf_puts(out, put[rng_below(&s->rng, sizeof put / sizeof *put)]);
    }
    np_buf_put(out, text.p + b, text.n - b);
}

/* Other forms of the same characters: traditional, full width, capitals. */
static void disguise(struct sources *s, struct np_slice text, struct np_buf *out)
{
    int percent = rng_between(&s->rng, 1, 60);

    for (size_t at = 0; at < text.n;) {
        size_t from = at;
        uint32_t c = np_utf8_next(text, &at);
        uint32_t other = c >= HAN_FIRST && c <= HAN_LAST ? s->traditional[c - HAN_FIRST] : 0;

        if (!rng_chance(&s->rng, percent))
            np_buf_put(out, text.p + from, at - from);
        else if (c > ' ' && c < 0x7F && rng_chance(&s->rng, 40))
            np_utf8_put(out, c + 0xFEE0);
        else if (c >= 'a' && c <= 'z')
            np_utf8_put(out, c - 32);
        else if (other)
            np_utf8_put(out, other);
        else
            np_buf_put(out, text.p + from, at - from);
    }
}

static struct np_slice make_text(struct sources *s)
{
    struct np_buf a = { 0 }, b = { 0 };
    struct np_slice text;

    if (rng_chance(&s->rng, 85))
        put_any(s, &a);
    for (int i = rng_chance(&s->rng, 50) ? rng_between(&s->rng, 1, 5) : 0; i > 0; i--) {
        np_buf_reset(&b);
        if (rng_chance(&s->rng, 75))
            cut(s, np_buf_slice(&a), &b);
        else
            disguise(s, np_buf_slice(&a), &b);
        np_buf_reset(&a);
        np_buf_puts_slice(&a, np_buf_slice(&b));
    }
    text = np_buf_slice(&a);
    if (text.n > TEXT_MOST)
        text = np_slice_sub(text, any_edge(s, np_slice_sub(text, 0, text.n - TEXT_MOST)), text.n);
    text = np_arena_copy(s->arena, np_utf8_prefix(text, TEXT_MOST));
    np_buf_release(&a);
    np_buf_release(&b);
    return text;
}

/* ---- both ways ---- */

static void expect_same_hits(const struct np_hits *a, const struct np_hits *b)
{
    assert_int_equal(a->n, b->n);
    for (size_t i = 0; i < a->n; i++) {
        const struct np_hit *x = &a->v[i], *y = &b->v[i];

        assert_int_equal(x->subfield, y->subfield);
        assert_true(x->score == y->score && x->confidence == y->confidence);
        assert_int_equal(x->evidence.n, y->evidence.n);
        for (size_t k = 0; k < x->evidence.n; k++) {
            const struct np_evidence *e = &x->evidence.v[k], *f = &y->evidence.v[k];

            assert_true(np_slice_eq(e->rule, f->rule) && e->place == f->place &&
                        e->text == f->text && e->offset == f->offset && e->weight == f->weight &&
                        e->matched.n == f->matched.n &&
                        (e->matched.n == 0 || e->matched.p == f->matched.p));
        }
    }
}

static void expect_same_answers(struct np_matcher *gated, struct np_matcher *plain)
{
    for (size_t p = 0; p < gated->rules->patterns.n; p++)
        for (size_t t = 0; t < gated->ntexts; t++) {
            const struct answer *a = ask(gated, (int)p, t), *b = ask(plain, (int)p, t);

            if (a->found != b->found || a->from != b->from || a->to != b->to)
                fail_msg("'%.*s' on '%.*s': %d %u-%u gated, %d %u-%u not",
                         NP_ARG(gated->rules->patterns.v[p].text), NP_ARG(gated->texts[t].folded),
                         a->found, a->from, a->to, b->found, b->from, b->to);
        }
}

static size_t run_document(struct sources *s, struct np_matcher *gated, struct np_matcher *plain)
{
    struct np_slice title = make_text(s), abstract = make_text(s), claim = make_text(s),
                    others = make_text(s);
    struct np_subject subject = {
        .title = &title, .ntitle = 1, .abstract = &abstract, .nabstract = 1, .claim = &claim,
        .nclaim = 1, .independent = &others, .nindependent = 1
    };
    struct np_hits a, b;
    struct np_err err = { 0 };

    if (np_matcher_run(gated, &subject, s->arena, &a, &err) != NP_OK)
        fail_msg("%s", err.what);
    np_matcher_run(plain, &subject, s->arena, &b, NULL);
    expect_same_hits(&a, &b);
    expect_same_answers(gated, plain);
    return a.n;
}

static void read_labelled(struct sources *s, struct np_arena *arena)
{
    static const char *const keys[] = { "title", "abstract", "claim1" };
    FILE *f = fopen(LABELLED, "rb");
    char *line = NULL;
    size_t cap = 0;

    while (f && getline(&line, &cap, f) > 0) {
        json_t *object = json_loads(line, 0, NULL);

        for (size_t k = 0; k < 3; k++) {
            const char *text = json_string_value(json_object_get(object, keys[k]));

            if (text && *text)
                *np_list_add(arena, &s->labelled) = np_arena_copy(arena, np_slice_of(text));
        }
        json_decref(object);
    }
    free(line);
    if (f)
        fclose(f);
}

static void read_traditional(struct sources *s)
{
    struct np_slice pairs = np_slice_of(han_pairs);

    for (size_t at = 0; at < pairs.n;) {
        uint32_t from = np_utf8_next(pairs, &at), to = np_utf8_next(pairs, &at);

        if (to >= HAN_FIRST && to <= HAN_LAST)
            s->traditional[to - HAN_FIRST] = from;
    }
}

static void gated_and_exhaustive_matching_are_equal(void **state)
{
    const char *wanted = getenv("NANOPAT_TEXTS");
    size_t most = wanted ? strtoul(wanted, NULL, 10) : TEXTS_DEFAULT, texts = 0;
    struct np_arena *labelled = np_arena_new();
    static struct sources s;
    struct np_matcher *gated, *plain;
    size_t hits = 0;

    (void)state;
    s = (struct sources){ .arena = np_arena_new(), .rng = rng_of(4, 2) };
    read_traditional(&s);
    assert_int_equal(np_rules_load("rules", &s.rules, NULL), NP_OK);
    read_labelled(&s, labelled);
    gated = np_matcher_new(s.rules);
    plain = np_matcher_new(s.rules);
    plain->ungated = true;
    for (; texts < most; texts += gated->ntexts) {
        np_arena_reset(s.arena);
        hits += run_document(&s, gated, plain);
    }
    print_message("%zu texts, %zu hits, %zu patterns\n", texts, hits, s.rules->patterns.n);
    assert_true(most < 500 || hits > 0);
    np_matcher_free(gated);
    np_matcher_free(plain);
    np_rules_free(s.rules);
    np_arena_free(s.arena);
    np_arena_free(labelled);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gated_and_exhaustive_matching_are_equal),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
