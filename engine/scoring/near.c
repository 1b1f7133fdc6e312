/* near.c -- a family's claims against the index of standards' texts. */
#include "near_work.h"

#include <math.h>
#include <stdlib.h>

static void make_work(struct nearness *n)
{
    size_t targets = n->targets.n + 1;
    struct near_work *work = np_arena_zalloc(n->arena, sizeof *work);

    work->histograms = np_arena_zalloc(n->arena, targets * NEAR_INDEXES * sizeof *work->histograms);
    work->claim = np_arena_zalloc(n->arena, targets * sizeof *work->claim);
    work->claim_touched = np_arena_zalloc(n->arena, targets * sizeof *work->claim_touched);
    work->met = np_arena_zalloc(n->arena, targets * sizeof *work->met);
    work->met_touched = np_arena_zalloc(n->arena, targets * sizeof *work->met_touched);
    n->near = np_arena_zalloc(n->arena, targets * sizeof *n->near);
    n->touched = np_arena_zalloc(n->arena, targets * sizeof *n->touched);
    n->work = work;
}

enum np_status nearness_new(const struct np_standard_facts *facts, const struct sep_rules *rules,
                            const char *rules_folder, struct nearness **out, struct np_err *err)
{
    struct np_arena *arena = np_arena_new();
    struct nearness *n = np_arena_zalloc(arena, sizeof *n);
    enum np_status status;

    n->arena = arena;
    n->scratch = np_arena_new();
    n->rules = rules;
    *out = n;
    status = near_index_fill(n, facts, rules_folder, err);
    if (status == NP_OK)
        make_work(n);
    return status;
}

void nearness_free(struct nearness *n)
{
    if (!n)
        return;
    near_rank_free(n);
    for (int i = 0; i < NEAR_INDEXES; i++)
        np_clauses_free(n->index[i]);
    np_lexicon_free(n->lexicon);
    np_arena_free(n->scratch);
    np_arena_free(n->arena);
}

enum near_index near_index_of(const struct target *target, enum claim_language language)
{
    return target->has[language]     ? (enum near_index)language
           : keywords_alone(target) ? NEAR_KEYWORDS : NEAR_CONCEPTS;
}

/* ---- one claim ---- */

/* Matches of tokens with texts of targets that this language meets by this index. */
struct matching { enum claim_language language; enum near_index index; struct np_clause_matches found; };

static void match(struct nearness *n, struct matching *m, const struct np_tokens *tokens)
{
    m->found = (struct np_clause_matches){ 0 };
    if (tokens->list.n)
        np_clauses_match(n->index[m->index], tokens->list.v, tokens->list.n, n->scratch, &m->found);
}

/* NULL: the target is met another way. */
static const struct target_text *text_met(const struct nearness *n, const struct matching *m,
                                          const struct np_clause_match *found)
{
    const struct target_text *text = &n->texts.v[n->text_of[m->index].v[found->clause]];

    return near_index_of(&n->targets.v[text->target], m->language) == m->index ? text : NULL;
}

static void take_claim(struct nearness *n, const struct matching *m)
{
    struct near_work *work = n->work;

    for (size_t i = 0; i < m->found.list.n; i++) {
        const struct np_clause_match *found = &m->found.list.v[i];
        const struct target_text *text = text_met(n, m, found);
        struct near *near;

        if (!text)
            continue;
        near = &work->claim[text->target];
        if (!near->claim) {
            *near = (struct near){ .claim = -1, .text = -1, .cov_idf = -1 };
            work->claim_touched[work->nclaim++] = text->target;
        }
        if (found->cov_idf > near->cov_idf) {
            near->cov_idf = found->cov_idf;
            near->text = (int32_t)(text - n->texts.v);
        }
        if (found->cosine > near->cosine) {
            near->cosine = found->cosine;
            near->shared = (int)found->shared;
        }
        near->bm25 = fmax(near->bm25, found->bm25);
    }
}

static void take_element(struct nearness *n, const struct matching *m)
{
    struct near_work *work = n->work;

    for (size_t i = 0; i < m->found.list.n; i++) {
        const struct np_clause_match *found = &m->found.list.v[i];
        const struct target_text *text = text_met(n, m, found);
        struct met *met;

        if (!text)
            continue;
        met = &work->met[text->target];
        if (met->best == 0) {
            *met = (struct met){ 0, 0, -1, -1 };
            work->met_touched[work->nmet++] = text->target;
        }
        if (found->cov_idf > met->best) {
            met->best = found->cov_idf;
            met->text = (int32_t)(text - n->texts.v);
        }
        if (text->normative == NP_SHALL && found->cov_idf > met->shall) {
            met->shall = found->cov_idf;
            met->shall_text = (int32_t)(text - n->texts.v);
        }
    }
}

static void count_element(struct nearness *n)
{
    struct near_work *work = n->work;

    for (size_t i = 0; i < work->nmet; i++) {
        struct met *met = &work->met[work->met_touched[i]];
        struct near *near = &work->claim[work->met_touched[i]];

        near->met += met->best >= n->rules->element_medium;
        near->normative += met->shall >= n->rules->element_weak;
        met->best = 0;
    }
    work->nmet = 0;
}

/* Tokens of each element, by words or as a bridge of concepts. */
static struct np_tokens *tokens_of(struct nearness *n, const struct elements *e, bool concepts)
{
    struct np_tokens *tokens = np_arena_zalloc(n->scratch, (e->n + 1) * sizeof *tokens);

    for (size_t i = 0; i < e->n; i++)
        np_lexicon_tokens(n->lexicon, e->v[i].text, concepts ? NP_TOKENS_BRIDGE : NP_TOKENS_PLAIN,
                          n->scratch, &tokens[i]);
    return tokens;
}

static void match_whole(struct nearness *n, struct matching *m, const struct np_tokens *tokens,
                        size_t elements)
{
    struct np_tokens whole = { 0 };

    for (size_t i = 0; i < elements; i++)
        for (size_t w = 0; w < tokens[i].list.n; w++)
            *np_list_add(n->scratch, &whole.list) = tokens[i].list.v[w];
    match(n, m, &whole);
    take_claim(n, m);
}

/* The claim as a whole by each index that has texts, then its elements; how many of them have terms. */
static int read_claim(struct nearness *n, enum claim_language language, const struct elements *e)
{
    struct np_tokens *tokens[2] = { NULL, NULL };
    int with_terms = 0;

    n->work->nclaim = 0;
    for (int i = 0; i < NEAR_INDEXES; i++) {
        struct matching m = { .language = language, .index = (enum near_index)i };
        bool concepts = of_concepts(m.index);

        if (!np_clauses_count(n->index[i]) || (!concepts && i != (int)language))
            continue;
        if (!tokens[concepts])
            tokens[concepts] = tokens_of(n, e, concepts);
        match_whole(n, &m, tokens[concepts], e->n);
    }
    for (size_t i = 0; i < e->n; i++) {
        const enum near_index indexes[] = { (enum near_index)language, NEAR_CONCEPTS };

        for (int k = 0; k < 2; k++) {
            struct matching m = { .language = language, .index = indexes[k] };

            if (!np_clauses_count(n->index[m.index]))
                continue;
            match(n, &m, &tokens[k][i]);
            take_element(n, &m);
        }
        with_terms += tokens[0] ? tokens[0][i].list.n > 0 : tokens[1] && tokens[1][i].list.n > 0;
        count_element(n);
    }
    return with_terms;
}

/* ---- one family ---- */

/* All elements in normative clauses, then more of them met, then more of its terms. */
static bool is_nearer(const struct near *a, const struct near *b)
{
    bool all_a = a->elements && a->normative == a->elements;
    bool all_b = b->elements && b->normative == b->elements;
    int64_t met_a = (int64_t)a->met * b->elements, met_b = (int64_t)b->met * a->elements;

    if (!b->claim || all_a != all_b)
        return !b->claim || all_a;
    if (met_a != met_b)
        return met_a > met_b;
    return a->cov_idf > b->cov_idf;
}

static void take_best(struct nearness *n, int32_t claim, int elements)
{
    struct near_work *work = n->work;

    for (size_t i = 0; i < work->nclaim; i++) {
        int32_t target = work->claim_touched[i];
        struct near *near = &work->claim[target], *best = &n->near[target];
        double bm25 = fmax(near->bm25, best->bm25);

        near->claim = claim;
        near->elements = elements;
        if (!best->claim)
            n->touched[n->ntouched++] = target;
        if (is_nearer(near, best))
            *best = *near;
        best->bm25 = bm25;
        near->claim = 0;
    }
}

void near_family(struct nearness *n, const struct np_claims *claims, enum claim_language language)
{
    for (size_t i = 0; i < n->ntouched; i++)
        n->near[n->touched[i]] = (struct near){ 0 };
    n->ntouched = 0;
    n->compared[language]++;
    for (size_t i = 0; i < claims->claims.n; i++) {
        const struct np_claim *claim = &claims->claims.v[i];
        struct elements elements;

        if (!is_independent(claim))
            continue;
        np_arena_reset(n->scratch);
        cut_claim(claim->num, claim->text, &elements);
        take_best(n, claim->num, read_claim(n, language, &elements));
        np_lexicon_forget(n->lexicon);
    }
    if (n->ntouched)
        qsort(n->touched, n->ntouched, sizeof *n->touched, np_compare_int32);
    for (size_t i = 0; i < n->ntouched; i++)
        near_rank_count(n, n->touched[i], near_index_of(&n->targets.v[n->touched[i]], language),
                        n->near[n->touched[i]].bm25);
}
