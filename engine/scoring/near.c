/* near.c -- the index of standards' texts, and a family's claims against it. */
#include "near.h"

#include <nanopat/text.h>

#include <math.h>
#include <stdlib.h>

enum { STEPS = 256, BLOCK = 256, BLOCKS = 4096 }; /* BM25 to 1/256, at most BLOCK * BLOCKS / STEPS */

/* How many families have each BM25, of one target and index; blocks where some are. */
struct histogram { uint32_t *block[BLOCKS]; };

struct met { double best, shall; int32_t text, shall_text; };

struct near_work {
    struct histogram **histograms; /* by target and index */
    struct near *claim;            /* of the claim at hand, by target */
    int32_t *claim_touched;
    size_t nclaim;
    struct met *met;               /* of the element at hand, by target */
    int32_t *met_touched;
    size_t nmet;
};

/* ---- targets ---- */

static bool is_description(struct np_slice name)
{
    static const char *const names[] = { "scope", "title", "Scope", "Title", "范围", "名称", "标题" };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (np_slice_is(name, names[i]))
            return true;
    return false;
}

static enum claim_language language_of(struct np_slice text)
{
    size_t at = 0, cjk = 0, all = 0;

    while (at < text.n) {
        cjk += np_is_cjk(np_utf8_next(text, &at));
        all++;
    }
    return cjk * 4 > all ? CLAIM_ZH : CLAIM_EN;
}

static void add_text(struct nearness *n, struct np_slice name, struct np_slice text,
                     enum np_normative normative, const struct np_fact_clause *clause)
{
    struct target *target = &n->targets.v[n->targets.n - 1];
    struct target_text *t;

    if (!np_slice_trim(text).n)
        return;
    t = np_list_add(n->arena, &n->texts);
    *t = (struct target_text){ (int32_t)n->targets.n - 1, normative, name, text, language_of(text),
                               clause };
    target->ntexts++;
    if (!np_slice_is(name, "keywords"))
        target->has[t->language] = true;
}

static struct target *add_target(struct nearness *n, int32_t standard,
                                 const struct np_registered *edition, bool clauses)
{
    struct target *target = np_list_add(n->arena, &n->targets);

    *target = (struct target){ .standard = standard, .edition = edition, .clauses = clauses,
                               .first_text = n->texts.n };
    return target;
}

static const struct np_registered *edition_of(const struct np_standard *standard, int year)
{
    for (size_t i = 0; i < standard->neditions; i++)
        if (standard->editions[i].year == year)
            return &standard->editions[i];
    return NULL;
}

/* The latest that is not withdrawn; the latest, if all are. */
static const struct np_registered *current_edition(const struct np_standard *standard)
{
    for (size_t i = standard->neditions; i-- > 0;)
        if (!np_slice_is(standard->editions[i].status, "withdrawn") &&
            !np_slice_is(standard->editions[i].status, "superseded"))
            return &standard->editions[i];
    return &standard->editions[standard->neditions - 1];
}

/* The edition a clause belongs to; a row that names none, or one that nobody knows, the current. */
static const struct np_registered *edition_of_clause(const struct np_standard *standard,
                                                     const struct np_fact_clause *clause)
{
    const struct np_registered *edition =
        clause->edition ? edition_of(standard, clause->edition) : NULL;

    return edition ? edition : current_edition(standard);
}

static bool has_clauses(const struct np_standard *standard, const struct np_registered *edition)
{
    for (size_t i = 0; i < standard->nclauses; i++)
        if (edition_of_clause(standard, standard->clauses[i]) == edition &&
            !is_description(standard->clauses[i]->clause))
            return true;
    return false;
}

static void add_clauses(struct nearness *n, const struct np_standard *standard,
                        const struct np_registered *edition, bool descriptions)
{
    for (size_t i = 0; i < standard->nclauses; i++) {
        const struct np_fact_clause *clause = standard->clauses[i];
        bool description = is_description(clause->clause);

        if (edition_of_clause(standard, clause) == edition && description == descriptions)
            add_text(n, clause->clause, clause->text,
                     description ? NP_INFORMATIVE : clause->normative, clause);
    }
}

/* Keywords say the same in both languages: one of them is enough for concepts. */
static void add_described(struct nearness *n, const struct np_standard *standard,
                          const struct np_registered *edition)
{
    bool en = edition->keywords_en.n > 0;

    add_clauses(n, standard, edition, true);
    add_text(n, NP_S("title"), edition->title, NP_INFORMATIVE, NULL);
    add_text(n, NP_S("title"), edition->title_zh, NP_INFORMATIVE, NULL);
    add_text(n, NP_S("keywords"), en ? edition->keywords_en : edition->keywords_zh, NP_INFORMATIVE,
             NULL);
}

static void add_standard(struct nearness *n, const struct np_standard_facts *facts, int32_t number)
{
    const struct np_standard *standard = &facts->standards[number];
    bool any = false;

    for (size_t i = 0; i < standard->neditions; i++) {
        const struct np_registered *edition = &standard->editions[i];

        if (!has_clauses(standard, edition))
            continue;
        add_target(n, number, edition, true);
        add_clauses(n, standard, edition, false);
        any = true;
    }
    if (any)
        return;
    add_target(n, number, current_edition(standard), false);
    add_described(n, standard, n->targets.v[n->targets.n - 1].edition);
}

/* Of few texts it cannot be told how rare a word is: titles and scopes then meet claims by concepts. */
static void leave_few(struct nearness *n)
{
    double texts[CLAIM_LANGUAGES] = { 0 };

    for (size_t i = 0; i < n->texts.n; i++)
        texts[n->texts.v[i].language] += !np_slice_is(n->texts.v[i].name, "keywords");
    for (size_t i = 0; i < n->targets.n; i++)
        for (int l = 0; l < CLAIM_LANGUAGES; l++)
            if (!n->targets.v[i].clauses && texts[l] < n->rules->texts_min)
                n->targets.v[i].has[l] = false;
}

/* ---- the index ---- */

static bool of_concepts(enum near_index index)
{
    return index == NEAR_CONCEPTS || index == NEAR_KEYWORDS;
}

static void index_text(struct nearness *n, enum near_index index, int32_t text)
{
    struct np_tokens tokens = { 0 };

    np_arena_reset(n->scratch);
    np_lexicon_tokens(n->lexicon, n->texts.v[text].text,
                      of_concepts(index) ? NP_TOKENS_CONCEPTS : NP_TOKENS_PLAIN, n->scratch,
                      &tokens);
    np_clauses_add(n->index[index], tokens.list.v, tokens.list.n);
    *np_list_add(n->arena, &n->text_of[index]) = text;
}

/* A text in one language is met by the other's claims where its target has none in that. */
static void index_texts(struct nearness *n)
{
    for (int i = 0; i < NEAR_INDEXES; i++)
        n->index[i] = np_clauses_new();
    for (size_t i = 0; i < n->texts.n; i++) {
        const struct target *target = &n->targets.v[n->texts.v[i].target];
        bool keywords = np_slice_is(n->texts.v[i].name, "keywords");

        if (keywords_alone(target))
            index_text(n, NEAR_KEYWORDS, (int32_t)i);
        else if (!target->has[CLAIM_EN] || !target->has[CLAIM_ZH])
            index_text(n, NEAR_CONCEPTS, (int32_t)i);
        if (!keywords && target->has[n->texts.v[i].language])
            index_text(n, (enum near_index)n->texts.v[i].language, (int32_t)i);
    }
    for (int i = 0; i < NEAR_INDEXES; i++)
        np_clauses_finish(n->index[i]);
    np_lexicon_close(n->lexicon);
}

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
    n->lexicon = np_lexicon_new();
    *out = n;
    status = np_lexicon_load_terms(n->lexicon, rules_folder, err);
    if (status != NP_OK)
        return status;
    for (size_t i = 0; i < facts->nstandards; i++)
        add_standard(n, facts, (int32_t)i);
    leave_few(n);
    index_texts(n);
    make_work(n);
    return NP_OK;
}

void nearness_free(struct nearness *n)
{
    if (!n)
        return;
    for (size_t i = 0; n->work && i < n->targets.n * NEAR_INDEXES; i++)
        for (size_t b = 0; n->work->histograms[i] && b < BLOCKS; b++)
            free(n->work->histograms[i]->block[b]);
    for (size_t i = 0; n->work && i < n->targets.n * NEAR_INDEXES; i++)
        free(n->work->histograms[i]);
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

static uint32_t step_of(double bm25)
{
    double step = floor(bm25 * STEPS);

    return step < BLOCK * BLOCKS - 1 ? (uint32_t)step : BLOCK * BLOCKS - 1;
}

static void count_bm25(struct nearness *n, int32_t target, enum near_index index, double bm25)
{
    struct histogram **h = &n->work->histograms[(size_t)target * NEAR_INDEXES + index];
    uint32_t step = step_of(bm25);

    if (!*h)
        *h = np_calloc(1, sizeof **h);
    if (!(*h)->block[step / BLOCK])
        (*h)->block[step / BLOCK] = np_calloc(BLOCK, sizeof(uint32_t));
    (*h)->block[step / BLOCK][step % BLOCK]++;
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
        count_bm25(n, n->touched[i], near_index_of(&n->targets.v[n->touched[i]], language),
                   n->near[n->touched[i]].bm25);
}

double near_rank(const struct nearness *n, int32_t target, enum near_index index, double bm25)
{
    const struct histogram *h = n->work->histograms[(size_t)target * NEAR_INDEXES + index];
    uint32_t step = step_of(bm25);
    int64_t higher = 0;

    for (size_t b = step / BLOCK; h && b < BLOCKS; b++)
        for (size_t i = b == step / BLOCK ? step % BLOCK + 1 : 0; h->block[b] && i < BLOCK; i++)
            higher += h->block[b][i];
    return (double)(higher + 1);
}

int64_t near_compared(const struct nearness *n, int32_t target, enum near_index index)
{
    int64_t sum = 0;

    for (int l = 0; l < CLAIM_LANGUAGES; l++)
        if (near_index_of(&n->targets.v[target], (enum claim_language)l) == index)
            sum += n->compared[l];
    return sum;
}
