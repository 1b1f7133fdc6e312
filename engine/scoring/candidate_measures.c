/* candidate_measures.c -- the components of a candidate's score, with what each was made from. */
#include "candidates.h"
#include "rows.h"

static const struct { const char *formula, *source; } components[COMPONENTS] = {
    [COV_IDF] = { "SUM idf(shared terms) / SUM idf(claim terms), best text of the standard",
                  "project's choice; sep.tsv" },
    [ELEM] = { "elements whose best text has cov_idf >= medium / elements", "project's choice; sep.tsv" },
    [SIM_COS] = { "cosine, weight (1 + ln tf) * ln(N/n), best text of the standard",
                  "after Brachtendorf, Gaessler & Harhoff 2023; sep.tsv" },
    [RANK] = { "1 - (place by BM25 - 1) / families compared",
               "BM25: Robertson & Zaragoza 2009; sep.tsv" },
    [DECLARED] = { "patent declared 1, blanket declaration by an owner 0.5, else 0",
                   "imported lists; sep.tsv" },
    [PARTY] = { "an owner drafted it 1, sits in its committee 0.6, else 0", "imported lists; sep.tsv" },
    [TIMING] = { "priority before publication 1, within the draft's months 0.3, later 0",
                 "project's choice; sep.tsv" },
    [REF] = { "named in a claim 1, in cited literature 0.6, in the description 0.3, else 0",
              "project's choice; sep.tsv" },
    [BREADTH] = { "PR(-first_claim_len) / 100 in the cohort, one language",
                  "after Kuhn & Thompson 2019; sep.tsv" },
};

/* ---- what each was made from ---- */

static void say_list(struct np_buf *b, struct np_slice who, const struct np_fact_place *place)
{
    note(b, "%.*s", NP_ARG(who));
    note(b, "%.*s, line %d", NP_ARG(place->list), place->line);
}

static void say_declared(const struct np_evaluation *run, const struct candidate *c,
                         struct np_buf *b)
{
    const struct np_standard_facts *facts = run->candidates->facts;
    int32_t standard = target_of(run->candidates, c)->standard;
    const struct np_standard_declared *declared =
        np_standard_declared_by(facts, c->family, standard);
    const struct np_standard_blanket *blanket =
        np_standard_blanket_of(facts, family_at(run, c->family), standard);

    if (declared)
        say_list(b, declared->row->organisation, &declared->row->place);
    else if (blanket)
        say_list(b, blanket->row->organisation, &blanket->row->place);
    else
        note(b, facts->declarations_known ? "in no list" : "no list of declarations");
}

static void say_party(const struct np_evaluation *run, const struct candidate *c, struct np_buf *b)
{
    const struct np_standard_facts *facts = run->candidates->facts;
    const struct np_standard_party *party =
        np_standard_party_of(facts, family_at(run, c->family),
                             target_of(run->candidates, c)->standard);

    if (party)
        say_list(b, party->row->organisation, &party->row->place);
    else
        note(b, facts->participation_known ? "in no list" : "no list of participation");
}

static void say_named(const struct np_evaluation *run, const struct candidate *c, struct np_buf *b)
{
    const struct np_standard_named *named =
        np_standard_named_by(run->candidates->facts, c->family,
                             target_of(run->candidates, c)->standard);

    if (!named)
        return;
    note(b, "%.*s", NP_ARG(named->row->reference));
    note(b, "%.*s", NP_ARG(publication_at(run, named->publication)->id));
    note(b, "%.*s", NP_ARG(named->row->place));
}

static void say_timing(const struct np_evaluation *run, const struct candidate *c, struct np_buf *b)
{
    int year = target_of(run->candidates, c)->edition->year;

    note_date(b, "priority", family_at(run, c->family)->priority);
    if (year)
        note(b, "standard of %d, counted as published on its last day", year);
}

static void say_text(const struct np_evaluation *run, const struct candidate *c, struct np_buf *b)
{
    const struct candidates *all = run->candidates;

    if (c->publication < 0)
        note(b, "no claims to compare");
    else if (keywords_alone(target_of(all, c)))
        note(b, "keywords alone are known");
    else
        note(b, "claim %d", c->near.claim);
    if (c->publication >= 0)
        note(b, "%.*s", NP_ARG(publication_at(run, c->publication)->id));
}

static void say(const struct np_evaluation *run, const struct candidate *c,
                enum component component, struct np_buf *b)
{
    switch (component) {
    case DECLARED: say_declared(run, c, b); return;
    case PARTY: say_party(run, c, b); return;
    case REF: say_named(run, c, b); return;
    case TIMING: say_timing(run, c, b); return;
    case BREADTH: note(b, "first_claim_len"); return;
    default: break;
    }
    say_text(run, c, b);
    if (component == ELEM && !isnan(c->value[ELEM]))
        note(b, "%d of %d elements", c->near.met, c->near.elements);
    if (component == RANK && c->publication >= 0)
        note(b, "place %lld of %lld", (long long)c->place, (long long)c->compared);
}

/* ---- rows ---- */

static void row_subject(struct row *row, struct np_slice key, struct np_slice component)
{
    row_begin(row, MEASURES);
    row_text(row, "subject_kind", NP_S("candidate"));
    row_text(row, "subject", key);
    row_text(row, "score", NP_S("sep"));
    row_text(row, "component", component);
}

static void put_component(const struct np_evaluation *run, struct row *row,
                          const struct candidate *c, struct np_slice key, enum component component)
{
    double value = settled(c->value[component]), weight = run->scoring->sep.weight[component];
    struct np_buf inputs = { 0 };

    row_subject(row, key, np_slice_of(component_names[component]));
    say(run, c, component, &inputs);
    row_real(row, "value", value);
    row_text(row, "unit", NP_S("0..1"));
    if (isnan(value))
        row_text(row, "reason", np_slice_of(np_null_reason_name(
                                    component == BREADTH ? NP_COHORT_TOO_SMALL : NP_NO_DATA)));
    row_real(row, "weight", weight);
    row_real(row, "points", 100 * value);
    row_real(row, "contribution", 100 * weight * value);
    row_copy(row, "inputs", &inputs);
    row_text(row, "formula", np_slice_of(components[component].formula));
    row_text(row, "source", np_slice_of(components[component].source));
    row_put(row);
    np_buf_release(&inputs);
}

static void put_whole(const struct np_evaluation *run, struct row *row, const struct candidate *c,
                      struct np_slice key)
{
    struct np_buf inputs = { 0 };
    double sum = 0;

    for (int i = 0; i < COMPONENTS; i++)
        if (!isnan(c->value[i]))
            sum += 100 * run->scoring->sep.weight[i] * c->value[i];
    note(&inputs, "contributions %.6f / weight present %.6f", sum, c->present);
    row_subject(row, key, NP_EMPTY);
    row_real(row, "value", c->sep);
    row_text(row, "unit", NP_S("0..100"));
    if (isnan(c->sep))
        row_text(row, "reason", np_slice_of(np_null_reason_name(NP_NO_DATA)));
    row_real(row, "points", c->sep);
    row_copy(row, "inputs", &inputs);
    row_text(row, "formula", NP_S("SUM weight * points / SUM weight of components present"));
    row_text(row, "source", NP_S("project's choice; sep.tsv"));
    row_put(row);
    np_buf_release(&inputs);
}

void put_candidate_measures(const struct np_evaluation *run, struct row *row)
{
    const struct candidates *all = run->candidates;
    struct np_arena *arena = np_arena_new();

    for (size_t i = 0; all && i < all->list.n && row->status == NP_OK; i++) {
        const struct candidate *c = &all->list.v[i];
        struct np_slice key;

        np_arena_reset(arena);
        key = candidate_key(run, c, arena);
        for (int k = 0; k < COMPONENTS; k++)
            put_component(run, row, c, key, (enum component)k);
        put_whole(run, row, c, key);
    }
    np_arena_free(arena);
}
