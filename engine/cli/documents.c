/* documents.c -- texts to classify, as JSON Lines: {id, title, abstract, claim1|claims, codes}, or
 * records as `nanopat parse` prints them.
 *
 * A string may also be a list of strings, or a map by language. What is more (labels, lang, ...) stays in
 * the object for those who ask for it.
 */
#include "documents.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

/* The matcher keeps an answer per pattern and text. */
enum { TEXTS_MAX = 256, LANGUAGES = 16 };

static void add_texts(struct document *d, struct np_slice_list *list, json_t *value)
{
    const char *language;
    size_t i;
    json_t *item;

    if (list->n < TEXTS_MAX && json_string_length(value))
        *np_list_add(d->arena, list) =
            np_slice_make(json_string_value(value), json_string_length(value));
    json_array_foreach(value, i, item)
        if (json_is_string(item))
            add_texts(d, list, item);
    json_object_foreach(value, language, item)
        if (json_is_string(item))
            add_texts(d, list, item);
}

static void add_codes(struct document *d, const json_t *value)
{
    size_t i;
    const json_t *item;

    json_array_foreach(value, i, item) {
        const char *text = json_string_value(item);

        if (text) {
            struct np_slice symbol = np_symbol_parse(d->arena, np_slice_of(text));

            /* A subclass alone is a code here, though not in a record. */
            np_symbols_add(d->arena, &d->codes,
                           symbol.n ? symbol : np_arena_copy(d->arena, np_slice_of(text)));
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

static enum np_status read_object(struct document *d, const struct np_rules *rules,
                                  struct np_err *err)
{
    struct np_claims sets[LANGUAGES];

    d->id = json_string_value(json_object_get(d->object, "id"));
    if (!d->id)
        return np_fail(err, NP_SKIP, "no \"id\"");
    add_texts(d, &d->title, json_object_get(d->object, "title"));
    add_texts(d, &d->abstract, json_object_get(d->object, "abstract"));
    add_texts(d, &d->claim, json_object_get(d->object, "claim1"));
    add_codes(d, json_object_get(d->object, "codes"));
    add_codes(d, json_object_get(d->object, "ipc"));
    add_codes(d, json_object_get(d->object, "cpc"));
    d->subject = (struct np_subject){ .title = d->title.v, .ntitle = d->title.n,
                                      .abstract = d->abstract.v, .nabstract = d->abstract.n,
                                      .codes = { &d->codes, NULL } };
    np_subject_take_claims(&d->subject, rules, sets,
                           read_claims(d->arena, d->object, sets, LANGUAGES), d->arena);
    if (d->claim.n) { /* said apart: it is the first, whatever the others are */
        d->subject.claim = d->claim.v;
        d->subject.nclaim = d->claim.n;
    }
    return NP_OK;
}

struct reading {
    const struct settings *s;
    const char *name;
    const struct np_rules *rules;
    document_taker *take;
    void *ctx;
};

/* One line; false: it was told what is wrong. */
static bool take_line(const struct reading *r, struct np_slice line, struct document *d)
{
    struct np_err err = { 0 };
    json_error_t wrong;
    enum np_status status;

    d->object = json_loadb(line.p, line.n, JSON_REJECT_DUPLICATES, &wrong);
    if (!d->object) {
        tell(r->s, SAY_BAD_JSON, r->name, (long long)d->line, (long long)wrong.position, wrong.text);
        return false;
    }
    status = read_object(d, r->rules, &err);
    if (status == NP_OK)
        status = r->take(r->ctx, d, &err);
    json_decref(d->object);
    if (status != NP_OK && status != NP_END)
        fprintf(stderr, "nanopat: %s: line %lld: %s\n", r->name, (long long)d->line, err.what);
    return status == NP_OK || status == NP_END;
}

static int take_stream(const struct reading *r, FILE *in)
{
    struct np_arena *arena = np_arena_new();
    char *line = NULL;
    size_t cap = 0;
    int64_t number = 0;
    ssize_t n;
    int code = EXIT_DONE;

    while ((n = getline(&line, &cap, in)) >= 0) {
        struct document d = { .arena = arena, .line = ++number };
        struct np_slice text = np_slice_make(line, (size_t)n);

        np_arena_reset(arena);
        if (np_slice_trim(text).n && !take_line(r, text, &d))
            code = EXIT_REJECTED;
    }
    free(line);
    np_arena_free(arena);
    return code;
}

int each_document(const struct settings *s, const char *name, const struct np_rules *rules,
                  document_taker *take, void *ctx)
{
    struct reading r = { s, name, rules, take, ctx };
    bool standard = strcmp(name, "-") == 0;
    FILE *in = standard ? stdin : fopen(name, "rb");
    int code;

    if (!in) {
        fprintf(stderr, "nanopat: cannot open '%s': %s\n", name, strerror(errno));
        return EXIT_UNREADABLE;
    }
    code = take_stream(&r, in);
    if (!standard)
        fclose(in);
    return code;
}
