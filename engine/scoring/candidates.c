/* candidates.c -- components, SEP and tiers of pairs of family and standard. */
#include "candidates.h"
#include "holding.h"

#include <nanopat/standards.h>
#include <stdlib.h>

enum { SCOPE_SHARED = 2 };

/* ---- components that need no other family ---- */

/* Of most editions the year alone is known: it counts as published on the year's last day, so that nothing
 * is called prior art that may not be.                                                          */
static np_date published(const struct np_registered *edition)
{
    return np_date_last(edition->published ? edition->published : edition->year * 10000);
}

static double timing_of(const struct sep_rules *rules, np_date priority,
                        const struct np_registered *edition)
{
    np_date day = published(edition);

    if (!priority || !day)
        return NAN;
    if (np_date_last(priority) <= day)
        return 1;
    return priority <= np_date_add_months(day, (int)rules->draft_months) ? rules->timing_draft : 0;
}

static double declared_of(const struct np_evaluation *run, int64_t family, int32_t standard)
{
    const struct np_standard_facts *facts = run->candidates->facts;

    if (!facts->declarations_known)
        return NAN;
    if (np_standard_declared_by(facts, (int32_t)family, standard))
        return 1;
    return np_standard_blanket_of(facts, family_at(run, family), standard)
               ? run->scoring->sep.declared_blanket : 0;
}

static double party_of(const struct np_evaluation *run, int64_t family, int32_t standard)
{
    const struct np_standard_facts *facts = run->candidates->facts;
    const struct np_standard_party *party;

    if (!facts->participation_known)
        return NAN;
    party = np_standard_party_of(facts, family_at(run, family), standard);
    return !party ? 0 : party->kind == NP_PARTY_DRAFTER ? 1 : run->scoring->sep.party_member;
}

static double ref_of(const struct np_evaluation *run, int64_t family, int32_t standard)
{
    const struct sep_rules *rules = &run->scoring->sep;
    const struct np_standard_named *named =
        np_standard_named_by(run->candidates->facts, (int32_t)family, standard);

    if (!named || named->place == NP_NAMED_EXPORT) /* a vendor's word: the patent does not say it */
        return 0;
    return named->place == NP_NAMED_CLAIM    ? 1
           : named->place == NP_NAMED_NPL    ? rules->ref_npl
           : named->place == NP_NAMED_EXPORT ? rules->ref_export : rules->ref_description;
}

static double alive_of(const struct np_evaluation *run, int64_t family)
{
    switch (run->states[family].status) {
    case RIGHT_IN_FORCE: return 1;
    case RIGHT_PENDING: return run->scoring->sep.alive_pending;
    case RIGHT_DEAD: return 0;
    default: return NAN;
    }
}

/* Short claims are broad: PR(-length) within the cohort, whose families have claims in one language. */
static double breadth_of(const struct np_evaluation *run, int64_t family)
{
    int column = find_column(NP_S("first_claim_len"));
    struct np_value length = column_value(run, column, family);
    struct cohort cohort;

    if (is_null(length) || !cohort_find(run, cohort_default(run), column, family, &cohort))
        return NAN;
    return (100 - cohort_rank(&cohort, length.value)) / 100;
}

/* ---- while texts are read ---- */

static void set_known(const struct np_evaluation *run, struct candidate *c)
{
    const struct target *target = target_of(run->candidates, c);
    const struct np_standard *standard = &run->candidates->facts->standards[target->standard];
    np_date priority = family_at(run, c->family)->priority;
    bool compared = c->publication >= 0, text = compared && !keywords_alone(target);

    c->value[COV_IDF] = text ? c->near.cov_idf : NAN;
    c->value[SIM_COS] = compared ? c->near.cosine : NAN;
    c->value[ELEM] = !text || !c->near.elements
                         ? NAN : (double)c->near.met / c->near.elements;
    c->value[RANK] = c->value[BREADTH] = 1;
    c->value[DECLARED] = declared_of(run, c->family, target->standard);
    c->value[PARTY] = party_of(run, c->family, target->standard);
    c->value[TIMING] = timing_of(&run->scoring->sep, priority, target->edition);
    c->value[REF] = ref_of(run, c->family, target->standard);
    c->prior_art = c->value[TIMING] == 0;
    c->earlier_edition =
        !c->prior_art && timing_of(&run->scoring->sep, priority, &standard->editions[0]) == 0;
}

/* A: also a declaration of the patent itself or by its owner, or an owner who drafted. */
static char tier_by_elements(const struct sep_rules *rules, const struct candidate *c)
{
    bool normative = c->near.elements && c->near.normative == c->near.elements;

    if (c->value[ELEM] >= rules->tier_a_elem && normative &&
        (c->value[DECLARED] > 0 || c->value[PARTY] == 1))
        return 'A';
    return c->value[ELEM] >= rules->tier_b_elem ? 'B' : 0;
}

/* Of title, scope and keywords alone at most C; one word in common is no match. Keywords are no text that
 * could cover a claim or its elements.                                                          */
static char sep_tier_of(const struct sep_rules *rules, const struct target *target,
                    const struct candidate *c)
{
    double cosine = c->index >= NEAR_CONCEPTS ? rules->keyword_cosine : rules->scope_cosine;
    char tier = tier_by_elements(rules, c);

    if (!tier && c->sep >= rules->tier_c_sep)
        tier = 'C';
    if (!target->clauses &&
        (tier || (c->value[SIM_COS] >= cosine && c->near.shared >= SCOPE_SHARED)))
        tier = 'C';
    return tier;
}

static bool is_listed(const struct np_evaluation *run, struct candidate *c)
{
    const struct target *target = target_of(run->candidates, c);

    c->sep = settled(sep_of(&run->scoring->sep, c->value, &c->present));
    if (c->present < run->scoring->coverage_min - 1e-9)
        c->sep = NAN;
    c->tier = sep_tier_of(&run->scoring->sep, target, c);
    return c->alive != 0 && (c->tier || c->value[DECLARED] == 1);
}

static void add_if_listed(struct np_evaluation *run, struct candidate *c)
{
    c->alive = alive_of(run, c->family);
    if (c->alive == 0)
        return;
    set_known(run, c);
    if (is_listed(run, c))
        *np_list_add(run->arena, &run->candidates->list) = *c;
}

void candidates_read(struct np_evaluation *run, int64_t family, int64_t publication,
                     const struct np_claims *claims, enum claim_language language)
{
    struct nearness *near = run->candidates->near;

    near_family(near, claims, language);
    run->texts[run->states[family].scope_index].compared = true;
    for (size_t i = 0; i < near->ntouched; i++) {
        int32_t target = near->touched[i];
        struct candidate c = { .family = (int32_t)family, .target = target,
                               .publication = publication, .language = language,
                               .index = near_index_of(&near->targets.v[target], language),
                               .near = near->near[target] };

        add_if_listed(run, &c);
    }
}

/* ---- declared, and no claim is known that shares a word ---- */

static int compare_candidates(const void *left, const void *right)
{
    const struct candidate *a = left, *b = right;
    int order = (a->family > b->family) - (a->family < b->family);

    return order ? order : (a->target > b->target) - (a->target < b->target);
}

static bool is_there(const struct candidates *all, size_t n, const struct candidate *c)
{
    return n && bsearch(c, all->list.v, n, sizeof *c, compare_candidates);
}

static void add_declared(struct np_evaluation *run)
{
    struct candidates *all = run->candidates;
    size_t before = all->list.n;

    for (size_t i = 0; i < all->facts->declared.n; i++)
        for (size_t t = 0; t < all->near->targets.n; t++) {
            const struct np_standard_declared *declared = &all->facts->declared.v[i];
            struct candidate c = { .family = declared->family, .target = (int32_t)t,
                                   .publication = -1 };

            if (all->near->targets.v[t].standard == declared->standard &&
                run->states[c.family].scope_index >= 0 && !is_there(all, before, &c))
                add_if_listed(run, &c);
        }
    if (all->list.n > before)
        qsort(all->list.v, all->list.n, sizeof *all->list.v, compare_candidates);
}

/* ---- when all are read ---- */

static void set_rank(struct candidates *all, struct candidate *c)
{
    c->value[RANK] = NAN;
    if (c->publication < 0)
        return;
    c->compared = near_compared(all->near, c->target, c->index);
    c->place = (int64_t)near_rank(all->near, c->target, c->index, c->near.bm25);
    c->value[RANK] = 1 - (double)(c->place - 1) / (double)c->compared;
}

static double points_of_tier(char tier)
{
    return tier == 'A' ? 100 : tier == 'B' ? 60 : tier == 'C' ? 20 : 0;
}

static size_t first_of_family(const struct candidates *all, int64_t family)
{
    size_t low = 0, high = all->list.n;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (all->list.v[middle].family < family)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Null where nothing but our own keywords is known: that none was found then says nothing. */
INDICATOR(indicator_sep_tier)
{
    const struct candidates *all = run->candidates;
    double best = 0;

    if (!all || !text_of(run, family)->compared || !all->any_clauses) {
        note(inputs, !all || !text_of(run, family)->compared ? "no standards compared"
                                                             : "no clause of a standard is known");
        return null_of(NP_NO_DATA);
    }
    for (size_t i = first_of_family(all, family);
         i < all->list.n && all->list.v[i].family == family; i++) {
        const struct candidate *c = &all->list.v[i];

        if (!c->tier || c->prior_art)
            continue;
        best = fmax(best, points_of_tier(c->tier));
        note(inputs, "%.*s tier %c", NP_ARG(target_of(all, c)->edition->standard), c->tier);
    }
    return value_of(best);
}

void candidates_finish(struct np_evaluation *run)
{
    struct candidates *all = run->candidates;
    size_t kept = 0;

    if (!all)
        return;
    add_declared(run);
    for (size_t i = 0; i < all->list.n; i++) {
        struct candidate *c = &all->list.v[i];

        set_rank(all, c);
        c->value[BREADTH] = breadth_of(run, c->family);
        if (is_listed(run, c))
            all->list.v[kept++] = *c;
    }
    all->list.n = kept;
    fill_column(run, find_column(NP_S("sep_tier")));
}

/* ---- the whole ---- */

enum np_status candidates_begin(struct np_evaluation *run, struct np_err *err)
{
    struct candidates *all;

    if (!run->scoring->registry.list.n && !run->facts->imports.editions.n)
        return NP_OK;
    run->candidates = all = np_arena_zalloc(run->arena, sizeof *all);
    all->facts = np_standard_facts_new(run->facts, &run->scoring->registry, run->as_of);
    if (nearness_new(all->facts, &run->scoring->sep, np_arena_copy(run->arena,
                     run->scoring->folder).p, &all->near, err) != NP_OK)
        return NP_STOP;
    for (size_t i = 0; i < all->near->targets.n; i++)
        all->any_clauses = all->any_clauses || all->near->targets.v[i].clauses;
    return NP_OK;
}

void candidates_free(struct candidates *all)
{
    if (!all)
        return;
    nearness_free(all->near);
    np_standard_facts_free(all->facts);
}

struct np_slice target_name(const struct np_registered *edition, struct np_arena *arena)
{
    return np_standard_dated(arena, edition->standard, edition->year);
}

struct np_slice candidate_key(const struct np_evaluation *run, const struct candidate *c,
                              struct np_arena *arena)
{
    struct np_slice standard = target_name(target_of(run->candidates, c)->edition, arena);

    return np_arena_printf(arena, "%.*s|%.*s", NP_ARG(standard),
                           NP_ARG(family_at(run, c->family)->key));
}

bool held_by_ours(const struct np_evaluation *run, int64_t family)
{
    const struct np_fact_family *f = family_at(run, family);

    for (size_t i = 0; i < f->enterprises.n; i++)
        if (is_local(run, f->enterprises.v[i]))
            return true;
    return false;
}
