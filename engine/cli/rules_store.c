/* rules_store.c -- `rules explain` of publications in a store: hits and reasons as stored. */
#include "explaining.h"
#include "store_texts.h"

#include <stdio.h>
#include <string.h>

static const struct np_column hit_columns[] = {
    { "subfield", NP_CELL_INT, "", "Subfield", "子领域", "" },
    { "slug", NP_CELL_TEXT, "", "Slug", "标识", "" },
    { "score", NP_CELL_REAL, "", "Score", "得分", "" },
    { 0 }
};

static const struct np_column evidence_columns[] = {
    { "subfield", NP_CELL_INT, "", "Subfield", "子领域", "" },
    { "rule", NP_CELL_TEXT, "", "Rule", "规则", "" },
    { "place", NP_CELL_TEXT, "", "Place", "位置", "" },
    { "offset", NP_CELL_INT, "", "Byte", "字节", "" },
    { "matched", NP_CELL_TEXT, "", "Matched", "命中", "" },
    { "weight", NP_CELL_REAL, "", "Weight", "权重", "" },
    { 0 }
};

static struct np_result *rows_of(const struct stored_text *text, const char *view,
                                 const struct np_column *columns, const char *order,
                                 struct np_err *err)
{
    struct np_condition is = { "id", NP_IS, text->id };
    struct np_result *r = np_result_new(view, columns);

    if (np_store_select(text->store, view, &is, 1, order, -1, r, err) == NP_OK)
        return r;
    np_result_free(r);
    return NULL;
}

static enum np_place place_named(struct np_slice name)
{
    static const enum np_place places[] = { NP_IN_ABSTRACT, NP_IN_CLAIM, NP_IN_CODES,
                                            NP_IN_INDEPENDENT, NP_IN_CLAIMS };

    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (np_slice_is(name, np_place_name(places[i])))
            return places[i];
    return NP_IN_TITLE;
}

static void take_evidence(const struct np_result *rows, int64_t subfield, struct np_arena *arena,
                          struct np_trial *trial)
{
    for (size_t i = 0; i < rows->rows.n; i++) {
        const struct np_cell *row = rows->rows.v[i];

        if (row[0].i != subfield)
            continue;
        *np_list_add(arena, &trial->evidence) = (struct np_evidence){
            .rule = np_arena_copy(arena, row[1].text), .place = place_named(row[2].text),
            .text = -1, .offset = row[3].set ? row[3].i : -1,
            .matched = np_arena_copy(arena, row[4].text), .weight = row[5].set ? row[5].real : 0
        };
    }
}

/* What the store says stands first; what the present rules say of the rest behind it. */
static void join(struct explaining *e, const struct np_result *hits, const struct np_result *rows,
                 const struct np_trials *now, struct np_arena *arena, struct np_trials *all)
{
    *all = (struct np_trials){ 0 };
    for (size_t i = 0; i < hits->rows.n; i++) {
        const struct np_cell *row = hits->rows.v[i];
        int subfield = np_rules_find(e->rules, row[1].text);
        struct np_trial *trial;

        if (subfield < 0)
            continue;
        trial = np_list_add(arena, all);
        *trial = (struct np_trial){ .subfield = subfield, .reached = true, .score = row[2].real,
                                    .threshold = np_rules_threshold(e->rules, subfield) };
        take_evidence(rows, row[0].i, arena, trial);
    }
    for (size_t i = 0, stored = all->n; i < now->n; i++) {
        bool known = false;

        for (size_t k = 0; k < stored; k++)
            known |= all->v[k].subfield == now->v[i].subfield;
        if (known)
            continue;
        *np_list_add(arena, all) = now->v[i];
        all->v[all->n - 1].reached = false;
    }
}

static enum np_status explain_stored(void *ctx, const struct stored_text *text, struct np_err *err)
{
    struct explaining *e = ctx;
    struct np_trials now, all;
    struct np_result *hits = rows_of(text, "v_hits", hit_columns, "-score subfield", err);
    struct np_result *rows = hits ? rows_of(text, "v_evidence", evidence_columns, "subfield seq", err)
                                  : NULL;
    enum np_status status = NP_FAIL;

    if (rows) {
        status = np_matcher_try(e->matcher, &text->subject, text->arena, &now, err);
        join(e, hits, rows, &now, text->arena, &all);
        e->id = np_arena_copy(text->arena, text->id).p;
        e->subject = &text->subject;
        explain_trials(e, &all);
    }
    np_result_free(rows);
    np_result_free(hits);
    return status;
}

/* Stored hits are by the rules of their day. */
static void tell_other_rules(const struct explaining *e)
{
    int code;
    struct np_store *store = open_store(e->s, &code);
    struct np_arena *arena = np_arena_new();
    struct np_slice then;
    char now[32];

    snprintf(now, sizeof now, "%016llx", (unsigned long long)np_rules_hash(e->rules));
    if (store && np_store_meta_get(store, "rules_hash", arena, &then, NULL) == NP_OK &&
        !np_slice_is(then, now))
        tell(e->s, SAY_OTHER_RULES);
    np_arena_free(arena);
    if (store)
        np_store_close(store);
}

int explain_store(struct explaining *e, const char *typed)
{
    int64_t light = 0;
    int code;

    if (typed)
        code = one_stored_text(e->s, e->rules, typed, explain_stored, e);
    else
        code = each_stored_text(e->s, e->rules, explain_stored, e, &light);
    if (light)
        tell(e->s, SAY_LIGHT_LEFT_OUT, (long long)light);
    if (e->documents)
        tell_other_rules(e);
    return code;
}
