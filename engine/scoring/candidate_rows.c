/* candidate_rows.c -- candidates for standards as rows. */
#include "candidates.h"
#include "rows.h"

#include <nanopat/text.h>

enum { QUOTE_CHARACTERS = 300 };

/* White space squeezed. */
struct np_slice quote_of(struct np_slice text, struct np_arena *arena)
{
    struct np_buf b = { 0 };
    struct np_slice whole, quote;
    size_t at = 0;

    np_text_squeeze(&b, text);
    whole = np_buf_slice(&b);
    for (int i = 0; i < QUOTE_CHARACTERS - 1 && at < whole.n; i++)
        np_utf8_next(whole, &at);
    quote = at < whole.n ? np_arena_printf(arena, "%.*s…", NP_ARG(np_slice_sub(whole, 0, at)))
                         : np_arena_copy(arena, whole);
    np_buf_release(&b);
    return quote;
}

/* ---- what a row says of the standard ---- */

static void row_standard(const struct candidates *all, struct row *row, const struct candidate *c)
{
    const struct target *target = target_of(all, c);

    row_text(row, "standard", target_name(target->edition, row->arena));
    row_text(row, "number", all->facts->standards[target->standard].number);
    row_real(row, "edition", target->edition->year ? target->edition->year : NAN);
    row_text(row, "body", target->edition->body);
    row_text(row, "standard_status", target->edition->status);
}

static void row_nearest(const struct candidates *all, struct row *row, const struct candidate *c)
{
    const struct target *target = target_of(all, c);
    const struct target_text *text;

    if (c->publication < 0 || c->near.text < 0)
        return;
    text = &all->near->texts.v[c->near.text];
    row_text(row, "compared_with", target->clauses ? NP_S("clauses")
                                   : keywords_alone(target) ? NP_S("keywords") : NP_S("scope"));
    row_text(row, "matched", text->name);
    if (text->clause)
        row_text(row, "clause_source", text->clause->place.list);
    row_text(row, "quote", quote_of(text->text, row->arena));
}

/* "zh"; of concepts "zh-en", or "zh-concepts" where keywords alone are compared. */
static struct np_slice language_name(const struct target *target, const struct candidate *c)
{
    bool zh = c->language == CLAIM_ZH;

    if (c->index < NEAR_CONCEPTS)
        return zh ? NP_S("zh") : NP_S("en");
    if (!keywords_alone(target))
        return zh ? NP_S("zh-en") : NP_S("en-zh");
    return zh ? NP_S("zh-concepts") : NP_S("en-concepts");
}

/* ---- of the family ---- */

static void row_owners(const struct np_evaluation *run, struct row *row,
                       const struct np_fact_family *f)
{
    struct np_buf names = { 0 }, keys = { 0 };

    for (size_t i = 0; i < f->enterprises.n; i++) {
        append_text(&names, "; ", run->facts->enterprises.v[f->enterprises.v[i]].name);
        append_text(&keys, "; ", run->facts->enterprises.v[f->enterprises.v[i]].key);
    }
    row_copy(row, "enterprises", &names);
    row_copy(row, "enterprise_keys", &keys);
    np_buf_release(&names);
    np_buf_release(&keys);
}

static np_date expiry_of_family(const struct np_evaluation *run, int64_t family)
{
    size_t n;
    const struct right *rights = rights_of(run, family, &n);
    np_date expiry = 0;

    for (size_t i = 0; i < n; i++)
        if (rights[i].status == run->states[family].status && rights[i].expiry > expiry)
            expiry = rights[i].expiry;
    return expiry;
}

static void row_family(const struct np_evaluation *run, struct row *row, const struct candidate *c)
{
    const struct np_fact_family *f = family_at(run, c->family);
    const struct state *state = &run->states[c->family];
    struct np_buf subfields = { 0 };

    for (size_t i = 0; i < f->hits.n; i++)
        if (f->hits.v[i].subfield >= 0 && (size_t)f->hits.v[i].subfield < run->nsubfields)
            append_text(&subfields, " ", np_slice_of(run->codes[f->hits.v[i].subfield]));
    row_text(row, "family", f->key);
    row_text(row, "publication",
             publication_at(run, c->publication < 0 ? f->reference : c->publication)->id);
    row_text(row, "title", title_of(run, f, false));
    row_owners(run, row, f);
    row_text(row, "side", held_by_ours(run, c->family) ? NP_S("ours") : NP_S("theirs"));
    row_text(row, "status", np_slice_of(status_name(state->status, state->presumed)));
    row_date(row, "expiry", expiry_of_family(run, c->family));
    row_date(row, "priority", f->priority);
    row_text(row, "subfield", np_slice_of(run->codes[state->subfield]));
    row_copy(row, "subfields", &subfields);
    np_buf_release(&subfields);
}

/* ---- the numbers ---- */

static const char *why_missing(const struct candidates *all, enum component component,
                               const struct candidate *c)
{
    static const char *const reasons[COMPONENTS] = {
        [DECLARED] = "no list of declarations", [PARTY] = "no list of participation",
        [TIMING] = "no date", [BREADTH] = "cohort_too_small",
    };

    if (c->publication < 0 && !reasons[component])
        return "no claims to compare";
    if (keywords_alone(target_of(all, c)) && !reasons[component])
        return "no text of the standard";
    return reasons[component] ? reasons[component] : "no_data";
}

static void row_numbers(const struct np_evaluation *run, struct row *row,
                        const struct candidate *c)
{
    struct np_buf missing = { 0 };

    for (int i = 0; i < COMPONENTS; i++) {
        row_real(row, component_names[i], settled(c->value[i]));
        if (isnan(c->value[i]))
            note(&missing, "%s (%s)", component_names[i], why_missing(run->candidates, (enum component)i, c));
    }
    row_real(row, "sep", c->sep);
    row_real(row, "coverage", settled(c->present));
    row_real(row, "alive", c->alive);
    row_copy(row, "missing", &missing);
    np_buf_release(&missing);
    if (c->publication < 0)
        return;
    row_real(row, "place", (double)c->place);
    row_real(row, "compared", (double)c->compared);
    row_real(row, "claim", c->near.claim);
    if (keywords_alone(target_of(run->candidates, c)))
        return;
    row_real(row, "elements", c->near.elements);
    row_real(row, "elements_met", c->near.met);
    row_real(row, "elements_normative", c->near.normative);
}

/* ---- what else speaks for it ---- */

static void note_place(struct np_buf *b, const char *what, struct np_slice who,
                       const struct np_fact_place *place)
{
    note(b, "%s: %.*s (%.*s, line %d)", what, NP_ARG(who), NP_ARG(place->list), place->line);
}

static void row_evidence(const struct np_evaluation *run, struct row *row,
                         const struct candidate *c)
{
    const struct np_standard_facts *facts = run->candidates->facts;
    const struct np_fact_family *family = family_at(run, c->family);
    int32_t standard = target_of(run->candidates, c)->standard;
    const struct np_standard_declared *declared =
        np_standard_declared_by(facts, c->family, standard);
    const struct np_standard_blanket *blanket = np_standard_blanket_of(facts, family, standard);
    const struct np_standard_party *party = np_standard_party_of(facts, family, standard);
    const struct np_standard_named *named = np_standard_named_by(facts, c->family, standard);
    struct np_buf b = { 0 };

    if (declared)
        note_place(&b, "declared", declared->row->organisation, &declared->row->place);
    else if (blanket)
        note_place(&b, "blanket declaration", blanket->row->organisation, &blanket->row->place);
    if (party)
        note_place(&b, party->kind == NP_PARTY_DRAFTER ? "drafter" : "member",
                   party->row->organisation, &party->row->place);
    if (named)
        note(&b, "named: %.*s, %.*s of %.*s", NP_ARG(named->row->reference),
             NP_ARG(named->row->place), NP_ARG(publication_at(run, named->publication)->id));
    row_copy(row, "evidence", &b);
    np_buf_release(&b);
}

static void row_flags(const struct np_evaluation *run, struct row *row, const struct candidate *c)
{
    struct np_buf b = { 0 };

    if (c->prior_art)
        append_text(&b, "; ", NP_S("standard_is_prior_art"));
    if (c->earlier_edition)
        append_text(&b, "; ", NP_S("earlier_edition_is_prior_art"));
    if (run->states[c->family].presumed)
        append_text(&b, "; ", NP_S("status_presumed"));
    row_copy(row, "flags", &b);
    np_buf_release(&b);
}

static void put_candidate(const struct np_evaluation *run, struct row *row,
                          const struct candidate *c)
{
    row_begin(row, STANDARD_CANDIDATES);
    row_standard(run->candidates, row, c);
    row_text(row, "key", candidate_key(run, c, row->arena));
    row_family(run, row, c);
    row_numbers(run, row, c);
    row_nearest(run->candidates, row, c);
    row_evidence(run, row, c);
    row_flags(run, row, c);
    row_text(row, "list", c->prior_art ? NP_S("prior_art_risk") : NP_S("candidate"));
    if (c->tier)
        row_text(row, "tier", np_arena_copy(row->arena, np_slice_make(&c->tier, 1)));
    if (c->publication >= 0)
        row_text(row, "language", language_name(target_of(run->candidates, c), c));
    row_date(row, "as_of", run->as_of);
    row_put(row);
}

void put_candidates(const struct np_evaluation *run, struct row *row)
{
    for (size_t i = 0; run->candidates && i < run->candidates->list.n && row->status == NP_OK; i++)
        put_candidate(run, row, &run->candidates->list.v[i]);
}
