/* names.c -- the words of names, from rules/legal_forms.tsv and rules/applicants.tsv. */
#include "namer.h"

#include <nanopat/text.h>
#include <nanopat/tsv.h>

#include <stdlib.h>
#include <unistd.h>

static const char *const kind_words[] = { "company", "university", "institute", "hospital",
                                          "person", "other", NULL };

static bool find_kind(struct np_slice word, enum np_party_kind *kind)
{
    for (int i = 0; kind_words[i]; i++)
        if (np_slice_is(word, kind_words[i])) {
            *kind = (enum np_party_kind)i;
            return true;
        }
    return false;
}

static struct word make_word(struct np_namer *namer, struct np_slice text, struct np_slice becomes,
                             enum np_party_kind kind)
{
    struct np_buf b = { 0 };
    struct word word = { .kind = kind };
    size_t at = 0;

    spell_key(&b, text);
    word.text = np_arena_copy(namer->arena, np_buf_slice(&b));
    np_buf_reset(&b);
    spell_key(&b, becomes);
    if (np_slice_is(becomes, "&"))
        np_buf_puts(&b, b.n ? "" : "&");
    word.becomes = np_arena_copy(namer->arena, np_buf_slice(&b));
    word.cjk = word.text.n && np_is_cjk(np_utf8_next(word.text, &at));
    np_buf_release(&b);
    return word;
}

static enum np_status add_row(struct np_namer *namer, const struct np_tsv *tsv,
                              const struct np_slice *cell, struct np_err *err)
{
    const struct { const char *action; struct words *words[2]; } actions[] = {
        { "strip", { &namer->ends, NULL } },   { "strip_any", { &namer->ends, &namer->fronts } },
        { "keep", { &namer->kinds, NULL } },   { "same", { &namer->sames, NULL } },
    };
    enum np_party_kind kind;

    if (!find_kind(cell[1], &kind))
        return np_tsv_fail(tsv, err, "unknown kind '%.*s'", NP_ARG(np_slice_sub(cell[1], 0, 40)));
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++) {
        if (!np_slice_is(cell[2], actions[i].action))
            continue;
        for (int j = 0; j < 2 && actions[i].words[j]; j++)
            *np_list_add(namer->arena, actions[i].words[j]) =
                make_word(namer, cell[0], cell[3], kind);
        return NP_OK;
    }
    return np_tsv_fail(tsv, err, "unknown action '%.*s'", NP_ARG(np_slice_sub(cell[2], 0, 40)));
}

static int longest_first(const void *left, const void *right)
{
    const struct word *a = left, *b = right;

    if (a->text.n != b->text.n)
        return a->text.n > b->text.n ? -1 : 1;
    return np_slice_cmp(a->text, b->text);
}

static void settle(struct np_namer *namer)
{
    struct words *all[] = { &namer->ends, &namer->fronts, &namer->kinds, &namer->sames };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i]->n)
            qsort(all[i]->v, all[i]->n, sizeof *all[i]->v, longest_first);
    for (size_t i = 0; i < namer->sames.n; i++)
        np_map_put(namer->same, namer->sames.v[i].text, (int64_t)i);
}

/* ---- applicants.tsv ---- */

static enum np_status add_alias(struct np_namer *namer, const struct np_tsv *tsv,
                                const struct np_slice *cell, struct np_err *err)
{
    enum np_party_kind kind;
    struct np_slice alias = plain_key(namer, namer->arena, cell[0], &kind);
    struct np_slice key = plain_key(namer, namer->arena, cell[1], &kind);

    if (!alias.n || !key.n)
        return np_tsv_fail(tsv, err, "a name is empty");
    if (np_slice_eq(alias, key))
        return NP_OK; /* the rules already make them one */
    if (np_map_get(namer->aliases, key))
        return np_tsv_fail(tsv, err, "'%.*s' is itself called the same as another",
                           NP_ARG(np_slice_sub(cell[1], 0, 60)));
    if (np_map_get(namer->aliases, alias))
        return np_tsv_fail(tsv, err, "'%.*s' stands twice", NP_ARG(np_slice_sub(cell[0], 0, 60)));
    np_map_put(namer->aliases, alias, (int64_t)namer->alias_of.n);
    *np_list_add(namer->arena, &namer->alias_of) = (struct alias_of){
        .key = key, .kind = kind, .source = np_arena_copy(namer->arena, cell[2]) };
    return NP_OK;
}

static enum np_status load_aliases(struct np_namer *namer, const char *folder, struct np_err *err)
{
    static const char *const columns[] = { "name", "same_as", "source", NULL };
    struct np_slice cell[3], path = np_arena_printf(namer->arena, "%s/applicants.tsv", folder);
    struct np_tsv *tsv;
    enum np_status status;

    if (access(path.p, F_OK) != 0)
        return NP_OK;
    status = np_tsv_open(folder, "applicants.tsv", columns, &tsv, err);
    while (status == NP_OK && (status = np_tsv_next(tsv, cell, err)) == NP_OK)
        status = add_alias(namer, tsv, cell, err);
    np_tsv_close(tsv);
    return status == NP_END ? NP_OK : status;
}

/* ---- the whole ---- */

enum np_status np_namer_load(const char *rules_folder, struct np_namer **out, struct np_err *err)
{
    static const char *const columns[] = { "form", "kind", "action", "becomes", NULL };
    struct np_arena *arena = np_arena_new();
    struct np_namer *namer = np_arena_zalloc(arena, sizeof *namer);
    struct np_slice cell[4];
    struct np_tsv *tsv;
    enum np_status status;

    namer->arena = arena;
    namer->same = np_map_new();
    namer->aliases = np_map_new();
    status = np_tsv_open(rules_folder, "legal_forms.tsv", columns, &tsv, err);
    while (status == NP_OK && (status = np_tsv_next(tsv, cell, err)) == NP_OK)
        status = add_row(namer, tsv, cell, err);
    np_tsv_close(tsv);
    settle(namer);
    if (status == NP_END)
        status = load_brand_words(namer, rules_folder, err);
    if (status == NP_OK)
        status = load_pinyin(namer, rules_folder, err);
    if (status == NP_OK)
        status = load_aliases(namer, rules_folder, err);
    if (status == NP_OK) {
        *out = namer;
        return NP_OK;
    }
    *out = NULL;
    np_namer_free(namer);
    return status;
}

void np_namer_free(struct np_namer *namer)
{
    if (!namer)
        return;
    np_map_free(namer->same);
    np_map_free(namer->brand_words);
    np_map_free(namer->pinyin);
    np_map_free(namer->aliases);
    np_arena_free(namer->arena);
}
