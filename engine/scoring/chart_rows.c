/* chart_rows.c -- the charts behind candidates: element by element against the nearest text (5.5). */
#include "candidates.h"
#include "ranges.h"
#include "rows.h"

enum { RANGES_SAID = 8 };

static const char *strength_name(const struct sep_rules *rules, double cov_idf)
{
    return cov_idf >= rules->element_strong   ? "strong"
           : cov_idf >= rules->element_medium ? "medium"
           : cov_idf >= rules->element_weak   ? "weak" : "none";
}

static const char *normative_name(enum np_normative normative)
{
    switch (normative) {
    case NP_SHALL: return "shall";
    case NP_SHOULD: return "should";
    case NP_MAY: return "may";
    case NP_INFORMATIVE: return "informative";
    default: return "";
    }
}

static struct np_slice say_ranges(const struct ranges *ranges, struct np_arena *arena)
{
    struct np_buf b = { 0 };
    struct np_slice said;

    for (size_t i = 0; i < ranges->list.n && i < RANGES_SAID; i++)
        append_text(&b, ", ", ranges->list.v[i].text);
    said = np_arena_copy(arena, np_buf_slice(&b));
    np_buf_release(&b);
    return said;
}

static void row_ranges(struct row *row, struct np_slice element, struct np_slice clause)
{
    struct ranges mine = { 0 }, theirs = { 0 };
    struct np_slice pairs;
    enum range_relation worst;

    read_ranges(element, row->arena, &mine);
    read_ranges(clause, row->arena, &theirs);
    worst = compare_ranges(&mine, &theirs, row->arena, &pairs);
    row_text(row, "element_ranges", say_ranges(&mine, row->arena));
    row_text(row, "clause_ranges", say_ranges(&theirs, row->arena));
    row_text(row, "ranges", np_slice_of(range_relation_name(worst)));
    row_text(row, "ranges_compared", pairs);
}

static void row_clause(const struct np_evaluation *run, struct row *row,
                       const struct near_element *near, struct np_slice element)
{
    const struct nearness *n = run->candidates->near;
    const struct target_text *best = near->text < 0 ? NULL : &n->texts.v[near->text];
    const struct target_text *shall = near->shall < 0 ? NULL : &n->texts.v[near->shall];

    if (best) {
        row_text(row, "clause", best->name);
        row_text(row, "quote", quote_of(best->text, row->arena));
        row_text(row, "normative", np_slice_of(normative_name(best->normative)));
    }
    if (shall && shall != best && near->shall_cov_idf >= run->scoring->sep.element_weak) {
        row_text(row, "normative_clause", shall->name);
        row_text(row, "normative_strength",
                 np_slice_of(strength_name(&run->scoring->sep, near->shall_cov_idf)));
    }
    row_ranges(row, element, best ? best->text : NP_EMPTY);
}

static void put_element(const struct np_evaluation *run, struct row *row,
                        const struct candidate *c, int claim, size_t seq,
                        const struct element *element)
{
    const struct target *target = target_of(run->candidates, c);
    struct near_element near;

    row_begin(row, STANDARD_ELEMENTS);
    near_element(run->candidates->near, c->target, c->language, element->text, row->arena, &near);
    row_text(row, "standard", target_name(target->edition, row->arena));
    row_text(row, "family", family_at(run, c->family)->key);
    row_text(row, "publication", publication_at(run, c->publication)->id);
    row_text(row, "key", candidate_key(run, c, row->arena));
    row_real(row, "claim", claim);
    row_real(row, "best_claim", claim == c->near.claim);
    row_real(row, "seq", (double)seq);
    row_text(row, "element", np_slice_of(element->name));
    row_text(row, "element_text", element->text);
    row_clause(run, row, &near, element->text);
    if (near.compared) {
        row_real(row, "element_cov_idf", settled(near.cov_idf));
        row_text(row, "strength", np_slice_of(strength_name(&run->scoring->sep, near.cov_idf)));
    }
    row_text(row, "shared", near.shared);
    row_text(row, "not_found", near.missing);
    row_put(row);
}

static void put_chart(const struct np_evaluation *run, struct row *row, const struct candidate *c,
                      const struct np_claims *claims)
{
    struct elements elements;
    size_t seq = 0;

    for (size_t i = 0; i < claims->claims.n && row->status == NP_OK; i++) {
        const struct np_claim *claim = &claims->claims.v[i];

        if (!is_independent(claim))
            continue;
        cut_claim(claim->num, claim->text, &elements);
        for (size_t e = 0; e < elements.n && row->status == NP_OK; e++)
            put_element(run, row, c, claim->num, ++seq, &elements.v[e]);
    }
}

/* Candidates of one family stand together: its claims are read once. */
void put_charts(const struct np_evaluation *run, struct row *row)
{
    const struct candidates *all = run->candidates;
    struct np_arena *arena = np_arena_new();
    const struct np_claims *claims = NULL;
    int64_t publication = -1;

    for (size_t i = 0; all && run->source && i < all->list.n && row->status == NP_OK; i++) {
        const struct candidate *c = &all->list.v[i];
        struct np_record *record = NULL;
        enum claim_language language;

        if (c->publication < 0)
            continue;
        if (c->publication != publication) {
            np_arena_reset(arena);
            claims = NULL;
            publication = c->publication;
            if (run->source->of(run->source->ctx, publication_at(run, publication)->id, arena,
                                &record, row->err) == NP_OK)
                claims = claims_to_compare(record, &language);
        }
        if (claims)
            put_chart(run, row, c, claims);
    }
    np_arena_free(arena);
}
