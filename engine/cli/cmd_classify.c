/* cmd_classify.c -- nanopat classify: JSON Lines in, "id<TAB>subfield<TAB>score<TAB>rule ids" out. */
#include "command.h"

#include <nanopat/map.h>

#include <errno.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TEXTS = 256 };

struct texts {
    struct np_slice v[TEXTS];
    size_t n;
};

/* A string, or a list of strings. */
static void add_texts(struct texts *t, const json_t *value)
{
    size_t i;
    const json_t *item;

    if (json_is_string(value) && t->n < TEXTS && json_string_length(value))
        t->v[t->n++] = np_slice_make(json_string_value(value), json_string_length(value));
    json_array_foreach(value, i, item)
        if (json_is_string(item))
            add_texts(t, item);
}

static void add_codes(struct np_arena *arena, struct np_symbols *symbols, const json_t *value)
{
    size_t i;
    const json_t *item;

    json_array_foreach(value, i, item) {
        const char *text = json_string_value(item);

        if (text) {
            struct np_slice symbol = np_symbol_parse(arena, np_slice_of(text));

            /* A subclass alone is a code here, though not in a record. */
            np_symbols_add(arena, symbols,
                           symbol.n ? symbol : np_arena_copy(arena, np_slice_of(text)));
        }
    }
}

static void print_hit(const struct np_rules *rules, const char *id, const struct np_hit *hit)
{
    printf("%s\t%s\t%.6f\t", id, np_rules_subfield(rules, (size_t)hit->subfield)->slug,
           hit->score);
    for (size_t i = 0; i < hit->evidence.n; i++) {
        size_t k = 0;

        while (k < i && !np_slice_eq(hit->evidence.v[k].rule, hit->evidence.v[i].rule))
            k++;
        if (k == i)
            printf("%s%.*s", i ? "," : "", NP_ARG(hit->evidence.v[i].rule));
    }
    putchar('\n');
}

static enum np_status classify_object(const struct np_rules *rules, struct np_matcher *matcher,
                                      struct np_arena *arena, const json_t *object,
                                      struct np_err *err)
{
    struct texts title = { .n = 0 }, abstract = { .n = 0 }, claim = { .n = 0 };
    struct np_symbols codes = { 0 };
    struct np_hits hits = { 0 };
    const char *id = json_string_value(json_object_get(object, "id"));
    struct np_subject subject;
    enum np_status status;

    if (!id)
        return np_fail(err, NP_SKIP, "no \"id\"");
    add_texts(&title, json_object_get(object, "title"));
    add_texts(&abstract, json_object_get(object, "abstract"));
    add_texts(&claim, json_object_get(object, "claim1"));
    add_texts(&claim, json_object_get(object, "claims"));
    add_codes(arena, &codes, json_object_get(object, "codes"));
    subject = (struct np_subject){ title.v, title.n, abstract.v, abstract.n, claim.v, claim.n,
                                   { &codes, NULL } };
    status = np_matcher_run(matcher, &subject, arena, &hits, err);
    for (size_t i = 0; i < hits.n; i++)
        print_hit(rules, id, &hits.v[i]);
    return status;
}

static int classify_stream(const struct settings *s, const struct np_rules *rules, FILE *in,
                           const char *name)
{
    struct np_matcher *matcher = np_matcher_new(rules);
    struct np_arena *arena = np_arena_new();
    char *line = NULL;
    size_t cap = 0;
    long long number = 0;
    ssize_t n;
    int code = EXIT_DONE;

    while ((n = getline(&line, &cap, in)) >= 0) {
        struct np_err err = { 0 };
        json_error_t wrong;
        json_t *object;

        number++;
        if (np_slice_trim(np_slice_make(line, (size_t)n)).n == 0)
            continue;
        object = json_loadb(line, (size_t)n, JSON_REJECT_DUPLICATES, &wrong);
        if (!object) {
            tell(s, SAY_BAD_JSON, name, number, (long long)wrong.position, wrong.text);
            code = EXIT_REJECTED;
            continue;
        }
        np_arena_reset(arena);
        if (classify_object(rules, matcher, arena, object, &err) != NP_OK) {
            fprintf(stderr, "nanopat: %s: line %lld: %s\n", name, number, err.what);
            code = EXIT_REJECTED;
        }
        json_decref(object);
    }
    free(line);
    np_arena_free(arena);
    np_matcher_free(matcher);
    return code;
}

int run_classify(struct settings *s)
{
    const char *name = s->nargs ? s->args[0] : "-";
    bool standard = strcmp(name, "-") == 0;
    struct np_rules *rules = load_rules(s);
    FILE *in;
    int code;

    if (!rules)
        return EXIT_RULES;
    in = standard ? stdin : fopen(name, "rb");
    if (!in) {
        fprintf(stderr, "nanopat: cannot open '%s': %s\n", name, strerror(errno));
        np_rules_free(rules);
        return EXIT_UNREADABLE;
    }
    code = classify_stream(s, rules, in, name);
    if (!standard)
        fclose(in);
    np_rules_free(rules);
    return code;
}
