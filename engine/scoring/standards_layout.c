/* standards_layout.c -- standards of each subfield: who drafts them, who holds patents near them, and
 * where our enterprises are absent.
 *
 *     subfield x standard: of the registry, or because a candidate of the subfield is near it
 *     near   candidates that are listed, once per family; prior art risks apart
 *     gap    take_part  ours hold patents near it and none of ours drafts it or sits in its committee
 *            file       ours are active in the subfield, others hold patents near it and none of ours does
 *
 * Gaps are this project's choice: leads for who should ask for a seat, or for filing.
 */
#include "candidates.h"
#include "holding.h"
#include "rows.h"

#include <nanopat/map.h>

#include <stdlib.h>

enum { OWNERS_SHOWN = 5, LEVELS = 3 };

struct place { /* one subfield, one standard */
    int32_t families, tiers[LEVELS], ours, theirs, risks;
    bool registered;
};

/* An enterprise of a place, or of a subfield (standard -1). */
struct holder { int32_t subfield, standard, enterprise, families; };

struct layout {
    const struct np_evaluation *run;
    struct np_arena *arena;
    size_t nstandards;
    struct place *places;              /* by subfield, standard */
    NP_LIST(struct holder) holders;    /* sorted; families counted */
    NP_LIST(struct holder) active;     /* ours that are active in a subfield */
};

/* ---- counting ---- */

static struct place *place_at(const struct layout *l, int subfield, int32_t standard)
{
    return &l->places[(size_t)subfield * l->nstandards + (size_t)standard];
}

/* Registry rows name subfields by their codes. */
static void register_codes(struct layout *l, struct np_slice codes, int32_t standard)
{
    while (codes.n) {
        size_t end = np_slice_find(codes, NP_S(" "));
        struct np_slice code = np_slice_sub(codes, 0, end);

        for (size_t i = 0; i < l->run->nsubfields; i++)
            if (np_slice_is(code, l->run->codes[i]))
                place_at(l, (int)i, standard)->registered = true;
        codes = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(codes, end + 1, codes.n);
    }
}

static void count_candidate(struct layout *l, const struct candidate *c, char tier, int32_t standard,
                            int subfield)
{
    struct place *place = place_at(l, subfield, standard);
    const struct np_fact_family *f = family_at(l->run, c->family);
    bool ours = held_by_ours(l->run, c->family);

    if (c->prior_art) {
        place->risks++;
        return;
    }
    place->families++;
    if (tier >= 'A' && tier < 'A' + LEVELS)
        place->tiers[tier - 'A']++;
    place->ours += ours;
    place->theirs += !ours;
    for (size_t i = 0; i < f->enterprises.n; i++)
        *np_list_add(l->arena, &l->holders) =
            (struct holder){ subfield, standard, f->enterprises.v[i], 1 };
}

/* Editions of one standard stand side by side among targets: a family counts once, by its best. */
static void count_candidates(struct layout *l)
{
    const struct candidates *all = l->run->candidates;

    for (size_t i = 0; i < all->list.n;) {
        const struct candidate *best = &all->list.v[i];
        int32_t standard = target_of(all, best)->standard;
        const struct np_fact_family *f = family_at(l->run, best->family);
        size_t end = i;

        for (; end < all->list.n && all->list.v[end].family == all->list.v[i].family &&
               target_of(all, &all->list.v[end])->standard == standard; end++) {
            const struct candidate *c = &all->list.v[end];

            if (c->prior_art < best->prior_art ||
                (c->prior_art == best->prior_art && c->tier && (!best->tier || c->tier < best->tier)))
                best = c;
        }
        for (size_t h = 0; h < f->hits.n; h++)
            if (f->hits.v[h].subfield >= 0 && (size_t)f->hits.v[h].subfield < l->run->nsubfields)
                count_candidate(l, best, best->tier, standard, f->hits.v[h].subfield);
        i = end;
    }
}

static void count_active(struct layout *l)
{
    for (size_t i = 0; i < l->run->scope.n; i++) {
        const struct np_fact_family *f = family_at(l->run, l->run->scope.v[i]);

        if (l->run->states[l->run->scope.v[i]].status < RIGHT_PENDING)
            continue;
        for (size_t h = 0; h < f->hits.n; h++)
            for (size_t e = 0; e < f->enterprises.n; e++)
                if (f->hits.v[h].subfield >= 0 &&
                    (size_t)f->hits.v[h].subfield < l->run->nsubfields &&
                    is_local(l->run, f->enterprises.v[e]))
                    *np_list_add(l->arena, &l->active) =
                        (struct holder){ f->hits.v[h].subfield, -1, f->enterprises.v[e], 1 };
    }
}

static int compare_holders(const void *left, const void *right)
{
    const struct holder *a = left, *b = right;

    if (a->subfield != b->subfield)
        return a->subfield < b->subfield ? -1 : 1;
    if (a->standard != b->standard)
        return a->standard < b->standard ? -1 : 1;
    return (a->enterprise > b->enterprise) - (a->enterprise < b->enterprise);
}

/* Each once, its families added up. */
static size_t add_up(struct holder *v, size_t n)
{
    size_t kept = 0;

    if (n)
        qsort(v, n, sizeof *v, compare_holders);
    for (size_t i = 0; i < n; i++)
        if (kept && compare_holders(&v[kept - 1], &v[i]) == 0)
            v[kept - 1].families += v[i].families;
        else
            v[kept++] = v[i];
    return kept;
}

/* Holders of one place: a piece of a sorted list. */
static const struct holder *piece_of(const struct holder *v, size_t n, int subfield,
                                     int32_t standard, size_t *found)
{
    size_t low = 0, high = n;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (compare_holders(&v[middle], &(struct holder){ subfield, standard, -1, 0 }) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    *found = 0;
    while (low + *found < n && v[low + *found].subfield == subfield &&
           v[low + *found].standard == standard)
        ++*found;
    return v + low;
}

/* ---- names ---- */

static struct np_slice name_of(const struct layout *l, int32_t enterprise)
{
    return l->run->facts->enterprises.v[enterprise].name;
}

static int by_families(const void *left, const void *right)
{
    const struct holder *a = left, *b = right;
    int order = (b->families > a->families) - (b->families < a->families);

    return order ? order : (a->enterprise > b->enterprise) - (a->enterprise < b->enterprise);
}

/* "A (3); B (1)": those with most families first. */
static void row_holders(const struct layout *l, struct row *row, const char *column,
                        const struct holder *v, size_t n, bool ours)
{
    struct holder *sorted = np_malloc((n + 1) * sizeof *sorted);
    struct np_buf b = { 0 };
    size_t kept = 0;

    for (size_t i = 0; i < n; i++)
        if (!ours || is_local(l->run, v[i].enterprise))
            sorted[kept++] = v[i];
    if (kept)
        qsort(sorted, kept, sizeof *sorted, by_families);
    for (size_t i = 0; i < kept && (ours || i < OWNERS_SHOWN); i++)
        np_buf_printf(&b, "%s%.*s (%d)", i ? "; " : "", NP_ARG(name_of(l, sorted[i].enterprise)),
                      sorted[i].families);
    row_copy(row, column, &b);
    np_buf_release(&b);
    free(sorted);
}

static const struct np_standard_party *party_at(const struct layout *l, int32_t enterprise,
                                                int32_t standard)
{
    const struct np_standard_facts *s = l->run->candidates->facts;

    for (size_t i = 0; i < s->parties.n; i++)
        if (s->parties.v[i].standard == standard && s->parties.v[i].enterprise == enterprise)
            return &s->parties.v[i];
    return NULL;
}

/* Drafters that hold no patent here. */
static void append_others(const struct layout *l, struct np_buf *b, int32_t standard)
{
    const struct np_fact_imports *imports = &l->run->facts->imports;
    struct np_map *seen = np_map_new();

    for (size_t i = 0; i < imports->participations.n; i++) {
        const struct np_fact_participation *row = &imports->participations.v[i];

        if (row->enterprise < 0 && row->from <= l->run->as_of &&
            (row->role == NP_STANDARD_DRAFTER || row->role == NP_STANDARD_CONVENOR) &&
            np_standard_find(l->run->candidates->facts, row->number) == standard &&
            ++*np_map_put(seen, row->organisation, 0) == 1)
            append_text(b, "; ", row->organisation);
    }
    np_map_free(seen);
}

/* Who drafts it or sits in its committee. */
static int row_parties(const struct layout *l, struct row *row, int32_t standard)
{
    const struct np_standard_facts *s = l->run->candidates->facts;
    struct np_buf drafters = { 0 }, members = { 0 }, ours = { 0 };
    int count = 0;

    for (size_t i = 0; i < s->parties.n; i++) {
        const struct np_standard_party *party = &s->parties.v[i];

        if (party->standard != standard)
            continue;
        append_text(party->kind == NP_PARTY_DRAFTER ? &drafters : &members, "; ",
                    name_of(l, party->enterprise));
        if (!is_local(l->run, party->enterprise))
            continue;
        append_text(&ours, "; ", name_of(l, party->enterprise));
        count++;
    }
    append_others(l, &drafters, standard);
    row_copy(row, "drafters", &drafters);
    row_copy(row, "committee_members", &members);
    row_copy(row, "our_parties", &ours);
    np_buf_release(&drafters);
    np_buf_release(&members);
    np_buf_release(&ours);
    return count;
}

/* Ours in the subfield that neither draft it nor sit there. */
static void row_absent(const struct layout *l, struct row *row, int subfield, int32_t standard,
                       size_t *active)
{
    const struct holder *v = piece_of(l->active.v, l->active.n, subfield, -1, active);
    struct np_buf b = { 0 };

    for (size_t i = 0; i < *active; i++)
        if (!party_at(l, v[i].enterprise, standard))
            np_buf_printf(&b, "%s%.*s (%d)", b.n ? "; " : "", NP_ARG(name_of(l, v[i].enterprise)),
                          v[i].families);
    if (l->run->candidates->facts->participation_known)
        row_copy(row, "our_absent", &b);
    np_buf_release(&b);
}

/* ---- rows ---- */

static void row_gap(const struct layout *l, struct row *row, const struct place *place,
                    size_t active, int parties)
{
    bool known = l->run->candidates->facts->participation_known;
    struct np_buf b = { 0 };

    if (known && place->ours && !parties)
        append_text(&b, "; ", NP_S("take_part"));
    if (active && place->theirs && !place->ours)
        append_text(&b, "; ", NP_S("file"));
    row_copy(row, "gap", &b);
    if (!known)
        row_text(row, "gap_unknown", NP_S("no list of participation"));
    np_buf_release(&b);
}

static void put_place(const struct layout *l, struct row *row, int subfield, int32_t standard)
{
    const struct np_standard *s = &l->run->candidates->facts->standards[standard];
    const struct np_registered *last = &s->editions[s->neditions - 1];
    const struct place *place = place_at(l, subfield, standard);
    size_t n, active;
    const struct holder *holders = piece_of(l->holders.v, l->holders.n, subfield, standard, &n);

    row_begin(row, STANDARDS_LAYOUT);
    row_text(row, "subfield", np_slice_of(l->run->codes[subfield]));
    row_text(row, "standard", target_name(last, row->arena));
    row_text(row, "number", s->number);
    row_text(row, "body", last->body);
    row_text(row, "standard_status", last->status);
    row_real(row, "registered", place->registered);
    row_real(row, "clauses", (double)s->nclauses);
    row_real(row, "near", place->families);
    row_real(row, "tier_a", place->tiers[0]);
    row_real(row, "tier_b", place->tiers[1]);
    row_real(row, "tier_c", place->tiers[2]);
    row_real(row, "near_ours", place->ours);
    row_real(row, "near_theirs", place->theirs);
    row_real(row, "prior_art_risks", place->risks);
    row_holders(l, row, "holders", holders, n, false);
    row_holders(l, row, "our_holders", holders, n, true);
    row_absent(l, row, subfield, standard, &active);
    row_real(row, "our_active", (double)active);
    row_gap(l, row, place, active, row_parties(l, row, standard));
    row_date(row, "as_of", l->run->as_of);
    row_put(row);
}

static void put_all(const struct layout *l, struct row *row)
{
    for (int i = 0; i < (int)l->run->nsubfields && row->status == NP_OK; i++)
        for (int32_t k = 0; k < (int32_t)l->nstandards && row->status == NP_OK; k++) {
            const struct place *place = place_at(l, i, k);

            if (place->registered || place->families || place->risks)
                put_place(l, row, i, k);
        }
}

void put_standards_layout(const struct np_evaluation *run, struct row *row)
{
    struct layout l = { .run = run, .arena = np_arena_new() };
    const struct np_standard_facts *s = run->candidates ? run->candidates->facts : NULL;

    if (s) {
        l.nstandards = s->nstandards;
        l.places = np_arena_zalloc(l.arena, (run->nsubfields * s->nstandards + 1) *
                                                sizeof *l.places);
        for (size_t i = 0; i < s->nstandards; i++)
            for (size_t k = 0; k < s->standards[i].neditions; k++)
                register_codes(&l, s->standards[i].editions[k].subfields, (int32_t)i);
        count_candidates(&l);
        count_active(&l);
        l.holders.n = add_up(l.holders.v, l.holders.n);
        l.active.n = add_up(l.active.v, l.active.n);
        put_all(&l, row);
    }
    np_arena_free(l.arena);
}
