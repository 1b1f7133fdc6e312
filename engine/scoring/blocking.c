/* blocking.c -- who stands before whom: X, Y and I citations of search reports (scoring.md, section 7.2).
 *
 *   before  a report on a family of ours cites another's: it stands before us
 *   behind  a report on another's cites ours: we stand before it
 *
 * Ours are enterprises of our city; members of a group do not block each other. Pairs of families are
 * rows of `blocks`, pairs of owners rows of `blocking`.
 */
#include "risk.h"
#include "rows.h"

#include <nanopat/map.h>

#include <stdlib.h>

struct pair { int ours, other; double before, before_alive, behind, behind_alive; np_date last; };

struct blocking {
    const struct np_evaluation *run;
    struct row *row;
    const int *groups;
    struct np_map *places; /* two numbers -> place in pairs */
    NP_LIST(struct pair) pairs;
    struct np_arena *arena;
};

/* ---- what is told of a pair of families ---- */

/* "US, EP": offices where the family is in force; whether one of them is where the other is alive. */
static bool alive_in(const struct np_evaluation *run, int64_t family, int64_t beside,
                     struct np_buf *offices)
{
    bool meets = false;
    size_t n;
    const struct right *rights = rights_of(run, family, &n);

    for (size_t i = 0; i < n; i++) {
        bool first = rights[i].status == RIGHT_IN_FORCE;

        for (size_t k = 0; k < i && first; k++)
            first = rights[k].status != RIGHT_IN_FORCE ||
                    !np_slice_eq(rights[k].office, rights[i].office);
        if (!first)
            continue;
        append_text(offices, ", ", rights[i].office);
        meets = meets || standing_in(run, beside, rights[i].office) >= STANDS_PENDING;
        rights = rights_of(run, family, &n); /* the other's may have taken its place */
    }
    return meets;
}

static void row_family(const struct np_evaluation *run, struct row *row, int64_t family,
                       const char *key, const char *title, const char *reference)
{
    const struct np_fact_family *f = family_at(run, family);
    const struct np_fact_publication *p = publication_at(run, f->reference);

    row_text(row, key, f->key);
    row_text(row, title, title_of(run, f, false));
    row_text(row, reference, p ? p->id : NP_EMPTY);
}

static void put_block(struct blocking *b, int ours, int64_t family, int64_t other, bool before,
                      const struct np_fact_link *link)
{
    const struct np_evaluation *run = b->run;
    struct np_buf offices = { 0 };
    struct row *row = b->row;
    bool meets = before ? alive_in(run, other, family, &offices)
                        : alive_in(run, family, other, &offices);

    row_begin(row, BLOCKS);
    row_text(row, "key", np_arena_printf(row->arena, "%.*s|%s|%.*s|%.*s",
                                         NP_ARG(family_at(run, family)->key),
                                         before ? "before" : "behind",
                                         NP_ARG(family_at(run, other)->key),
                                         NP_ARG(run->facts->enterprises.v[ours].key)));
    row_text(row, "direction", before ? NP_S("before") : NP_S("behind"));
    row_family(run, row, family, "family", "title", "reference");
    row_family(run, row, other, "other_family", "other_title", "other_reference");
    row_owners(run, row, other, "other_owners", "other_countries");
    row_text(row, "category", np_arena_printf(row->arena, "%c", (char)link->strongest));
    row_date(row, "date", link->date);
    row_real(row, "by_examiner", link->by_examiner);
    row_copy(row, "in_force", &offices);
    row_real(row, "dependency", before ? meets : NAN);
    row_text(row, "subfield", np_slice_of(run->codes[run->states[family].subfield]));
    row_owner(run, row, ours);
    row_put(row);
    np_buf_release(&offices);
}

/* ---- pairs of owners ---- */

static struct pair *pair_of(struct blocking *b, int ours, int other)
{
    int numbers[2] = { ours, other };
    struct np_slice key = { (const char *)numbers, sizeof numbers };
    int64_t at = *np_map_put(b->places, key, (int64_t)b->pairs.n);

    if (at == (int64_t)b->pairs.n)
        *np_list_add(b->arena, &b->pairs) = (struct pair){ .ours = ours, .other = other };
    return &b->pairs.v[at];
}

static void count_pair(struct blocking *b, int ours, int other, bool before, bool alive,
                       const struct np_fact_link *link)
{
    struct pair *pair = pair_of(b, ours, other);

    pair->before += before;
    pair->before_alive += before && alive;
    pair->behind += !before;
    pair->behind_alive += !before && alive;
    if (link->date > pair->last)
        pair->last = link->date;
}

/* A family that an owner of the same side holds too blocks nobody there. */
static void add_link(struct blocking *b, int ours, int64_t family, int64_t other, bool before,
                     const struct np_fact_link *link)
{
    const struct np_indexes *owners = &family_at(b->run, other)->enterprises;
    bool alive = b->run->states[before ? other : family].status == RIGHT_IN_FORCE;

    if (link->self || !is_blocking(link) || is_of_side(b->run, b->groups, ours, other))
        return;
    for (size_t i = 0; i < owners->n; i++)
        count_pair(b, ours, owners->v[i], before, alive, link);
    put_block(b, ours, family, other, before, link);
}

static void add_enterprise(struct blocking *b, int ours)
{
    const struct np_indexes *families = &b->run->facts->enterprises.v[ours].families;

    for (size_t i = 0; i < families->n && b->row->status == NP_OK; i++) {
        const struct np_fact_family *f = family_at(b->run, families->v[i]);

        if (!f->hits.n)
            continue;
        for (size_t k = 0; k < f->cites.n; k++) {
            const struct np_fact_link *link = &b->run->facts->links.v[f->cites.v[k]];

            add_link(b, ours, families->v[i], link->cited, true, link);
        }
        for (size_t k = 0; k < f->cited_by.n; k++)
            add_link(b, ours, families->v[i], f->cited_by.v[k].citing, false, &f->cited_by.v[k]);
    }
}

static int compare_pairs(const void *left, const void *right)
{
    const struct pair *a = left, *b = right;

    if (a->ours != b->ours)
        return a->ours < b->ours ? -1 : 1;
    return (a->other > b->other) - (a->other < b->other);
}

static void put_pair(const struct np_evaluation *run, const struct pair *pair, struct row *row)
{
    const struct np_fact_enterprise *other = &run->facts->enterprises.v[pair->other];

    row_begin(row, BLOCKING);
    row_text(row, "key", np_arena_printf(row->arena, "%.*s|%.*s",
                                         NP_ARG(run->facts->enterprises.v[pair->ours].key),
                                         NP_ARG(other->key)));
    row_owner(run, row, pair->ours);
    row_text(row, "other", other->name);
    row_text(row, "other_key", other->key);
    row_text(row, "other_country", other->country);
    row_real(row, "before", pair->before);
    row_real(row, "before_alive", pair->before_alive);
    row_real(row, "behind", pair->behind);
    row_real(row, "behind_alive", pair->behind_alive);
    row_real(row, "ratio", pair->before > 0 ? pair->behind / pair->before : NAN);
    row_real(row, "share", pair->behind / (pair->behind + pair->before));
    row_date(row, "last", pair->last);
    row_put(row);
}

void put_blocking(const struct np_evaluation *run, const struct holdings *all, struct row *row)
{
    int *groups = groups_of_enterprises(run);
    struct blocking b = { .run = run, .row = row, .groups = groups, .places = np_map_new(),
                          .arena = np_arena_new() };

    for (size_t i = 0; i < all->enterprises.n && row->status == NP_OK; i++)
        if (all->enterprises.v[i].local)
            add_enterprise(&b, all->enterprises.v[i].number);
    if (b.pairs.n)
        qsort(b.pairs.v, b.pairs.n, sizeof *b.pairs.v, compare_pairs);
    for (size_t i = 0; i < b.pairs.n && row->status == NP_OK; i++)
        put_pair(run, &b.pairs.v[i], row);
    np_map_free(b.places);
    np_arena_free(b.arena);
    free(groups);
}
