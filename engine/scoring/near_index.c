/* near_index.c -- the targets of standards: editions, their texts, and the indexes over them. */
#include "near_work.h"

#include <nanopat/text.h>

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

enum np_status near_index_fill(struct nearness *n, const struct np_standard_facts *facts,
                               const char *rules_folder, struct np_err *err)
{
    enum np_status status;

    n->lexicon = np_lexicon_new();
    status = np_lexicon_load_terms(n->lexicon, rules_folder, err);
    if (status != NP_OK)
        return status;
    for (size_t i = 0; i < facts->nstandards; i++)
        add_standard(n, facts, (int32_t)i);
    leave_few(n);
    index_texts(n);
    return NP_OK;
}
