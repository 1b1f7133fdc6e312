/* test_rules_dev.c -- the shipped rules against the labelled texts (truth/dev.jsonl), where they
 * are there: micro-averaged F1, as truth/score.py counts it.
 */
#include <nanopat/classify.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>
#include <jansson.h>

#define DEV "../shared/truth/dev.jsonl"
#define F1_FLOOR 0.85

struct counts {
    double tp, fp, fn;
    size_t documents, undecided;
};

static struct np_slice text_of(const json_t *object, const char *key)
{
    return np_slice_of(json_string_value(json_object_get(object, key)));
}

static bool has_label(const json_t *labels, const char *slug)
{
    size_t i;
    json_t *label;

    json_array_foreach(labels, i, label)
        if (strcmp(json_string_value(label), slug) == 0)
            return true;
    return false;
}

static void count_document(const struct np_rules *rules, const json_t *labels,
                           const struct np_hits *hits, struct counts *c)
{
    size_t right = 0;

    for (size_t i = 0; i < hits->n; i++)
        right += has_label(labels, np_rules_subfield(rules, (size_t)hits->v[i].subfield)->slug);
    c->tp += (double)right;
    c->fp += (double)(hits->n - right);
    c->fn += (double)(json_array_size(labels) - right);
    c->documents++;
}

static void run_line(const struct np_rules *rules, struct np_matcher *matcher, const char *line,
                     struct counts *c)
{
    json_t *object = json_loads(line, 0, NULL), *symbol;
    struct np_arena *arena = np_arena_new();
    struct np_slice title = text_of(object, "title"), abstract = text_of(object, "abstract"),
                    claim = text_of(object, "claim1");
    struct np_symbols codes = { 0 };
    struct np_subject subject = { .title = &title, .ntitle = 1, .abstract = &abstract,
                                  .nabstract = 1, .claim = &claim, .nclaim = 1,
                                  .codes = { &codes, NULL } };
    struct np_hits hits;
    size_t i;

    assert_non_null(object);
    json_array_foreach(json_object_get(object, "codes"), i, symbol)
        *np_list_add(arena, &codes) = np_slice_of(json_string_value(symbol));
    if (np_matcher_run(matcher, &subject, arena, &hits, NULL) != NP_OK)
        c->undecided++;
    count_document(rules, json_object_get(object, "labels"), &hits, c);
    np_arena_free(arena);
    json_decref(object);
}

static void dev_texts_are_classified_above_the_floor(void **state)
{
    FILE *f = fopen(DEV, "rb");
    struct counts c = { 0 };
    struct np_rules *rules;
    struct np_matcher *matcher;
    char *line = NULL;
    size_t cap = 0;
    double f1;

    (void)state;
    if (!f)
        skip();
    assert_int_equal(np_rules_load("rules", &rules, NULL), NP_OK);
    matcher = np_matcher_new(rules);
    while (getline(&line, &cap, f) > 0)
        run_line(rules, matcher, line, &c);
    free(line);
    fclose(f);
    np_matcher_free(matcher);
    np_rules_free(rules);
    f1 = 2 * c.tp / (2 * c.tp + c.fp + c.fn);
    print_message("%zu documents, micro precision %.3f recall %.3f f1 %.3f\n", c.documents,
                  c.tp / (c.tp + c.fp), c.tp / (c.tp + c.fn), f1);
    assert_int_equal(c.undecided, 0);
    assert_true(f1 >= F1_FLOOR);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dev_texts_are_classified_above_the_floor),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
