/* cmd_classify.c -- nanopat classify: JSON Lines in, "id<TAB>subfield<TAB>score<TAB>rule ids" out. */
#include "command.h"

#include <nanopat/map.h>

#include <errno.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TEXTS = 256, LANGUAGES = 16 };

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

/* A claim: its text, or an object {num, text, depends} as in a record. A bare text cannot say on
 * which claim it depends: the first of them stands alone, the others count as dependent.     */
static void add_claim(struct np_arena *arena, struct np_claims *claims, const json_t *value)
{
    const json_t *text = json_is_object(value) ? json_object_get(value, "text") : value;
    const json_t *depends = json_object_get(value, "depends"), *number;
    struct np_claim *claim;
    size_t i;

    if (!json_is_string(text) || json_is_null(json_object_get(value, "num")))
        return;
    claim = np_list_add(arena, &claims->claims);
    *claim = (struct np_claim){ .num = (int)claims->claims.n };
    claim->text = np_slice_make(json_string_value(text), json_string_length(text));
    json_array_foreach(depends, i, number)
        *np_list_add(arena, &claim->depends) = (int)json_integer_value(number);
    if (json_is_string(value) && claim->num > 1)
        *np_list_add(arena, &claim->depends) = 1;
}

/* "claims": a text, a list of them, or such lists by language; "claim1": the first alone. */
static size_t read_claims(struct np_arena *arena, const json_t *object, struct np_claims *sets,
                          size_t max)
{
    json_t *value = json_object_get(object, "claims"), *claim;
    size_t n = 0, i;
    const char *language;

    if (json_is_object(value)) {
        json_object_foreach(value, language, claim) {
            size_t k;
            json_t *one;

            if (n == max)
                break;
            sets[n++] = (struct np_claims){ .lang = np_slice_of(language) };
            json_array_foreach(claim, k, one)
                add_claim(arena, &sets[n - 1], one);
        }
        return n;
    }
    sets[0] = (struct np_claims){ 0 };
    if (json_is_string(value))
        add_claim(arena, &sets[0], value);
    json_array_foreach(value, i, claim)
        add_claim(arena, &sets[0], claim);
    return 1;
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
    struct np_claims sets[LANGUAGES];
    struct np_subject subject;
    enum np_status status;

    if (!id)
        return np_fail(err, NP_SKIP, "no \"id\"");
    add_texts(&title, json_object_get(object, "title"));
    add_texts(&abstract, json_object_get(object, "abstract"));
    add_texts(&claim, json_object_get(object, "claim1"));
    add_codes(arena, &codes, json_object_get(object, "codes"));
    subject = (struct np_subject){ .title = title.v, .ntitle = title.n, .abstract = abstract.v,
                                   .nabstract = abstract.n, .codes = { &codes, NULL } };
    np_subject_take_claims(&subject, rules, sets,
                           read_claims(arena, object, sets, LANGUAGES), arena);
    if (claim.n) { /* said apart: it is the first, whatever the others are */
        subject.claim = claim.v;
        subject.nclaim = claim.n;
    }
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
