/* leads.c -- who may be standing on rights of ours (scoring.md, section 7.5).
 *
 * Ours is in force in the market; theirs has a later priority than our publication and is alive there;
 * and a report on theirs cites ours as X, Y or I, or the claims overlap in one subfield. A later patent is
 * not an infringement, a product may be: a lead, no more.
 */
#include "risk.h"
#include "rows.h"

#include <stdlib.h>

struct lead { int64_t theirs; double overlap; bool by_symbols; char category; np_date cited_on; };

struct leads {
    const struct np_evaluation *run;
    const struct overlaps *overlaps;
    const int *groups;
    struct row *row;
    NP_LIST(struct lead) list; /* of the family at hand */
    struct np_arena *arena;
    int enterprise;
};

static bool is_later(const struct np_evaluation *run, int64_t ours, int64_t theirs)
{
    np_date published = family_at(run, ours)->first_publication;

    return published && family_at(run, theirs)->priority > published;
}

static void add_lead(struct leads *l, int64_t ours, struct lead lead)
{
    if (!is_later(l->run, ours, lead.theirs) ||
        is_of_side(l->run, l->groups, l->enterprise, lead.theirs))
        return;
    for (size_t i = 0; i < l->list.n; i++)
        if (l->list.v[i].theirs == lead.theirs) {
            l->list.v[i].category = lead.category;
            l->list.v[i].cited_on = lead.cited_on;
            return;
        }
    *np_list_add(l->arena, &l->list) = lead;
}

static int compare_leads(const void *left, const void *right)
{
    const struct lead *a = left, *b = right;

    return (a->theirs > b->theirs) - (a->theirs < b->theirs);
}

static void gather(struct leads *l, int64_t ours)
{
    const struct np_fact_family *f = family_at(l->run, ours);
    size_t n;
    const struct overlap *overlap = overlaps_of(l->overlaps, ours, &n);

    l->list.n = 0;
    for (size_t i = 0; i < n; i++)
        if (overlap[i].value >= l->run->scoring->lead_min)
            add_lead(l, ours, (struct lead){ overlap[i].other, overlap[i].value,
                                             overlap[i].by_symbols, 0, 0 });
    for (size_t i = 0; i < f->cited_by.n; i++) {
        const struct np_fact_link *link = &f->cited_by.v[i];
        struct lead lead = { .theirs = link->citing, .category = (char)link->strongest,
                             .cited_on = link->date };

        if (link->self || !is_blocking(link) || l->run->states[link->citing].scope_index < 0)
            continue;
        lead.overlap = overlap_between(l->run, ours, link->citing, &lead.by_symbols);
        add_lead(l, ours, lead);
    }
    if (l->list.n)
        qsort(l->list.v, l->list.n, sizeof *l->list.v, compare_leads);
}

static np_date first_published_in(const struct np_evaluation *run, int64_t family,
                                  struct np_slice office)
{
    const struct np_fact_family *f = family_at(run, family);
    np_date first = 0;

    for (size_t i = 0; i < f->members.n; i++) {
        np_date date = light_at(run, f->members.v[i])->date;

        if (np_slice_eq(office_at(run, f->members.v[i]), office) && date &&
            (!first || date < first))
            first = date;
    }
    return first;
}

static struct np_slice address_of(const struct np_evaluation *run, int64_t family)
{
    const struct np_indexes *owners = &family_at(run, family)->enterprises;

    return owners->n ? run->facts->enterprises.v[owners->v[0]].address : NP_EMPTY;
}

static void put_lead(struct leads *l, int64_t ours, const struct lead *lead,
                     const struct market *market, const struct right *own,
                     const struct right *theirs)
{
    const struct np_evaluation *run = l->run;
    const struct np_fact_family *f = family_at(run, ours), *other = family_at(run, lead->theirs);
    struct np_buf shared = { 0 };
    struct row *row = l->row;

    row_begin(row, LEADS);
    row_text(row, "key", np_arena_printf(row->arena, "%.*s|%.*s|%.*s|%.*s", NP_ARG(f->key),
                                         NP_ARG(other->key), NP_ARG(market->office),
                                         NP_ARG(run->facts->enterprises.v[l->enterprise].key)));
    row_text(row, "market", market->office);
    row_text(row, "market_zh", market->zh);
    row_text(row, "market_en", market->en);
    row_text(row, "because", !lead->category ? NP_S("overlap")
                             : lead->overlap >= run->scoring->lead_min ? NP_S("citation; overlap")
                                                                       : NP_S("citation"));
    row_real(row, "overlap", lead->overlap);
    row_text(row, "overlap_by", isnan(lead->overlap) ? NP_EMPTY
                                : lead->by_symbols ? NP_S("symbols") : NP_S("claims"));
    say_overlap(run, ours, lead->theirs, &shared);
    row_copy(row, "shared", &shared);
    if (lead->category)
        row_text(row, "category", np_arena_printf(row->arena, "%c", lead->category));
    row_date(row, "cited_on", lead->cited_on);
    row_text(row, "family", f->key);
    row_text(row, "title", title_of(run, f, false));
    row_text(row, "publication", publication_at(run, own->publication)->id);
    row_date(row, "published", first_published_in(run, ours, market->office));
    row_date(row, "granted", own->granted);
    row_text(row, "right", np_slice_of(np_type_name(own->type)));
    row_text(row, "status", np_slice_of(status_name(own->status, own->presumed)));
    row_date(row, "expiry", own->expiry);
    row_real(row, "remaining_years", own->remaining);
    row_text(row, "their_family", other->key);
    row_text(row, "their_title", title_of(run, other, false));
    row_text(row, "their_publication", publication_at(run, theirs->publication)->id);
    row_date(row, "their_priority", other->priority);
    row_date(row, "their_published", first_published_in(run, lead->theirs, market->office));
    row_date(row, "their_granted", theirs->granted);
    row_text(row, "their_status", np_slice_of(status_name(theirs->status, theirs->presumed)));
    row_owners(run, row, lead->theirs, "their_owners", "their_countries");
    row_text(row, "their_address", address_of(run, lead->theirs));
    row_text(row, "subfield", np_slice_of(run->codes[run->states[ours].subfield]));
    row_owner(run, row, l->enterprise);
    row_put(row);
    np_buf_release(&shared);
}

static void put_of_market(struct leads *l, int64_t ours, const struct market *market)
{
    const struct right *found = right_in(l->run, ours, market->office);
    struct right own;

    if (!found || found->status != RIGHT_IN_FORCE)
        return;
    own = *found;
    for (size_t i = 0; i < l->list.n && l->row->status == NP_OK; i++) {
        struct right theirs;

        found = right_in(l->run, l->list.v[i].theirs, market->office);
        if (!found || found->status < RIGHT_PENDING)
            continue;
        theirs = *found;
        put_lead(l, ours, &l->list.v[i], market, &own, &theirs);
    }
}

void put_leads(const struct np_evaluation *run, const struct holdings *all,
               const struct overlaps *overlaps, struct row *row)
{
    int *groups = groups_of_enterprises(run);
    struct leads l = { .run = run, .overlaps = overlaps, .groups = groups, .row = row,
                       .arena = np_arena_new() };

    for (size_t i = 0; i < all->enterprises.n && row->status == NP_OK; i++) {
        const struct np_indexes *families;

        if (!all->enterprises.v[i].local)
            continue;
        l.enterprise = all->enterprises.v[i].number;
        families = &run->facts->enterprises.v[l.enterprise].families;
        for (size_t k = 0; k < families->n && row->status == NP_OK; k++) {
            if (!family_at(run, families->v[k])->hits.n)
                continue;
            gather(&l, families->v[k]);
            for (size_t m = 0; l.list.n && m < run->scoring->markets.n; m++)
                if (is_minded(&run->scoring->markets.v[m]))
                    put_of_market(&l, families->v[k], &run->scoring->markets.v[m]);
        }
    }
    np_arena_free(l.arena);
    free(groups);
}
