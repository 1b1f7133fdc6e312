/* portfolio.c -- the families of one enterprise, or of a declared consortium, in one subfield; large
 * ones in parts (scoring.md, sections 3 and 6).
 *
 *   whole  A|1.8      measured whole: specialisation, place in the city, sums of the enterprise
 *   parts  A|1.8#1    measured each; they are listed and ranked, the whole then is not
 *   rest   A|1.8#rest families joined to no other, together: where citations and claims are missing
 *                     all are, so it is listed under the same conditions as a whole would be
 */
#include "split.h"
#include "holding.h"

#include <stdio.h>
#include <stdlib.h>

/* Owners are numbered as enterprises, behind them the consortia. */
struct piece { int owner, subfield; int64_t family; };

struct pieces { struct piece *v; size_t n, cap; };

static int compare_pieces(const void *left, const void *right)
{
    const struct piece *a = left, *b = right;

    if (a->owner != b->owner)
        return a->owner < b->owner ? -1 : 1;
    if (a->subfield != b->subfield)
        return a->subfield < b->subfield ? -1 : 1;
    return (a->family > b->family) - (a->family < b->family);
}

static void add_piece(const struct np_evaluation *run, struct np_arena *arena,
                      struct pieces *pieces, int enterprise, int subfield, int64_t family)
{
    int consortium = consortium_of(run, enterprise, subfield);

    *np_list_add(arena, pieces) = (struct piece){ enterprise, subfield, family };
    if (consortium >= 0)
        *np_list_add(arena, pieces) = (struct piece){
            (int)run->facts->enterprises.n + consortium, subfield, family };
}

/* In order; a family of two members of a consortium is its once. */
static void gather(const struct np_evaluation *run, struct np_arena *arena, struct pieces *pieces)
{
    size_t kept = 0;

    for (size_t i = 0; i < run->scope.n; i++) {
        const struct np_fact_family *f = family_at(run, run->scope.v[i]);

        for (size_t e = 0; e < f->enterprises.n; e++)
            for (size_t h = 0; h < f->hits.n; h++)
                if (f->hits.v[h].subfield >= 0 && (size_t)f->hits.v[h].subfield < run->nsubfields)
                    add_piece(run, arena, pieces, f->enterprises.v[e], f->hits.v[h].subfield,
                              run->scope.v[i]);
    }
    if (pieces->n)
        qsort(pieces->v, pieces->n, sizeof *pieces->v, compare_pieces);
    for (size_t i = 0; i < pieces->n; i++)
        if (!kept || compare_pieces(&pieces->v[kept - 1], &pieces->v[i]) != 0)
            pieces->v[kept++] = pieces->v[i];
    pieces->n = kept;
}

/* Behind the last piece of the portfolio that begins here. */
static size_t end_of(const struct pieces *pieces, size_t from)
{
    size_t to = from + 1;

    while (to < pieces->n && pieces->v[to].owner == pieces->v[from].owner &&
           pieces->v[to].subfield == pieces->v[from].subfield)
        to++;
    return to;
}

bool *mark_large(const struct np_evaluation *run, struct np_arena *arena)
{
    struct np_arena *own = np_arena_new();
    struct pieces pieces = { 0 };
    bool *large = NULL;

    gather(run, own, &pieces);
    for (size_t from = 0, to; from < pieces.n; from = to) {
        to = end_of(&pieces, from);
        if ((double)(to - from) <= run->scoring->split_min)
            continue;
        if (!large)
            large = np_arena_zalloc(arena, (run->scope.n + 1) * sizeof *large);
        for (size_t i = from; i < to; i++)
            large[run->states[pieces.v[i].family].scope_index] = true;
    }
    np_arena_free(own);
    return large;
}

/* ---- wholes ---- */

static int lead_of(const struct np_evaluation *run, int consortium, int subfield)
{
    for (size_t i = 0; i < run->memberships.n; i++) {
        const struct membership *m = &run->memberships.v[i];

        if (m->consortium == consortium && (m->subfield < 0 || m->subfield == subfield))
            return m->enterprise;
    }
    return -1;
}

static struct portfolio *new_whole(const struct np_evaluation *run, const struct piece *piece,
                                   struct holdings *all)
{
    int consortium = piece->owner - (int)run->facts->enterprises.n;
    bool own = consortium < 0;
    struct portfolio *p = own ? np_list_add(all->arena, &all->portfolios)
                              : np_list_add(all->arena, &all->groups);

    p->subfield = piece->subfield;
    p->enterprise = own ? piece->owner : lead_of(run, consortium, piece->subfield);
    p->consortium = own ? -1 : consortium;
    p->joined = own ? consortium_of(run, piece->owner, piece->subfield) : -1;
    p->score = p->coverage = p->rank = p->rank_in_subfield = p->rank_in_city = NAN;
    p->rta = p->rsi = p->rta_few = NAN;
    return p;
}

static void measure_whole(const struct np_evaluation *run, struct portfolio *p)
{
    measure_holding(run, p->families, p->nfamilies, &p->h);
    p->listed = stands(p) && may_be_listed(run, p);
}

static void cut(const struct np_evaluation *run, const struct pieces *pieces,
                struct holdings *all)
{
    int64_t *families = np_arena_alloc(all->arena, (pieces->n + 1) * sizeof *families);

    for (size_t i = 0; i < pieces->n; i++)
        families[i] = pieces->v[i].family;
    for (size_t from = 0, to; from < pieces->n; from = to) {
        struct portfolio *p = new_whole(run, &pieces->v[from], all);

        to = end_of(pieces, from);
        p->families = families + from;
        p->nfamilies = to - from;
        measure_whole(run, p);
    }
}

/* ---- parts ---- */

static void add_part(const struct np_evaluation *run, struct holdings *all,
                     struct portfolio *whole, const struct split *split, int number)
{
    struct portfolio *part = np_list_add(all->arena, &all->parts);
    int64_t *families = np_arena_alloc(all->arena, (whole->nfamilies + 1) * sizeof *families);
    struct np_slice *why = np_arena_alloc(all->arena, (whole->nfamilies + 1) * sizeof *why);

    *part = *whole;
    part->whole = whole;
    part->part = number;
    part->nparts = part->nfamilies = 0;
    part->families = families;
    part->why = why;
    for (size_t i = 0; i < whole->nfamilies; i++)
        if (split->part[i] == number) {
            why[part->nfamilies] = split->why[i];
            families[part->nfamilies++] = whole->families[i];
        }
    measure_whole(run, part);
}

/* One part alone is the whole. */
static void split_whole(const struct np_evaluation *run, struct holdings *all,
                        struct portfolio *whole)
{
    struct split split;
    size_t parts;

    if (whole->joined >= 0 || (double)whole->nfamilies <= run->scoring->split_min)
        return;
    split_families(run, whole->families, whole->nfamilies, all->arena, &split);
    parts = split.nparts + (split.rest > 0);
    if (parts < 2)
        return;
    for (size_t i = 1; i <= split.nparts; i++)
        add_part(run, all, whole, &split, (int)i);
    if (split.rest)
        add_part(run, all, whole, &split, 0);
    whole->nparts = parts;
    whole->listed = false;
}

/* Wholes do not move any more, parts do until all are made. */
static void add_rows(struct holdings *all, struct portfolio *wholes, size_t n, size_t *part)
{
    for (size_t i = 0; i < n; i++) {
        wholes[i].row = all->nrows;
        all->rows[all->nrows++] = &wholes[i];
        for (size_t k = 0; k < wholes[i].nparts; k++) {
            all->parts.v[*part].row = all->nrows;
            all->rows[all->nrows++] = &all->parts.v[(*part)++];
        }
    }
}

static void split_all(const struct np_evaluation *run, struct holdings *all)
{
    size_t part = 0;

    for (size_t i = 0; i < all->portfolios.n; i++)
        split_whole(run, all, &all->portfolios.v[i]);
    for (size_t i = 0; i < all->groups.n; i++)
        split_whole(run, all, &all->groups.v[i]);
    all->rows = np_arena_alloc(all->arena, (all->portfolios.n + all->groups.n + all->parts.n + 1) *
                                               sizeof *all->rows);
    add_rows(all, all->portfolios.v, all->portfolios.n, &part);
    add_rows(all, all->groups.v, all->groups.n, &part);
}

struct portfolio *const *standing_for(const struct holdings *all, const struct portfolio *whole,
                                      size_t *n)
{
    for (size_t i = 0; whole->joined >= 0 && i < all->groups.n; i++)
        if (all->groups.v[i].consortium == whole->joined &&
            all->groups.v[i].subfield == whole->subfield) {
            whole = &all->groups.v[i];
            break;
        }
    *n = whole->nparts ? whole->nparts : 1;
    return &all->rows[whole->row + (whole->nparts > 0)];
}

/* ---- specialisation: RTA = (n_ak/n_a.) / (n_.k/n_..), whole counts (Balassa) ----
 *
 * A dot is the sum over the portfolios themselves: a family of two subfields is in two of them. So
 * an owner's RTA, weighted by the shares of the subfields, is 1 in the mean.                    */

static void specialise(const struct np_evaluation *run, struct holdings *all)
{
    double *by_enterprise = np_calloc(run->facts->enterprises.n + 1, sizeof *by_enterprise);
    double *by_subfield = np_calloc(run->nsubfields + 1, sizeof *by_subfield);
    double total = 0;

    for (size_t i = 0; i < all->portfolios.n; i++) {
        const struct portfolio *p = &all->portfolios.v[i];

        by_enterprise[p->enterprise] += (double)p->nfamilies;
        by_subfield[p->subfield] += (double)p->nfamilies;
        total += (double)p->nfamilies;
    }
    for (size_t i = 0; i < all->portfolios.n; i++) {
        struct portfolio *p = &all->portfolios.v[i];

        p->rta = ((double)p->nfamilies / by_enterprise[p->enterprise]) /
                 (by_subfield[p->subfield] / total);
        p->rsi = (p->rta - 1) / (p->rta + 1);
        p->rta_few = p->nfamilies < RTA_FAMILIES_MIN;
    }
    free(by_enterprise);
    free(by_subfield);
}

/* ---- rank within the city, by active families in the subfield ---- */

struct placed { struct np_slice city; int subfield; double active; size_t portfolio; };

static int compare_placed(const void *left, const void *right)
{
    const struct placed *a = left, *b = right;
    int order = a->subfield - b->subfield;

    if (!order)
        order = np_slice_cmp(a->city, b->city);
    if (!order)
        order = (a->active < b->active) - (a->active > b->active);
    return order ? order : (a->portfolio > b->portfolio) - (a->portfolio < b->portfolio);
}

static void rank_in_cities(const struct np_evaluation *run, struct holdings *all)
{
    struct placed *v = np_malloc((all->portfolios.n + 1) * sizeof *v);
    size_t n = 0, first = 0;

    for (size_t i = 0; i < all->portfolios.n; i++) {
        const struct portfolio *p = &all->portfolios.v[i];
        struct np_slice city = city_of(run, p->enterprise);

        if (city.n)
            v[n++] = (struct placed){ city, p->subfield, p->h.active, i };
    }
    if (n)
        qsort(v, n, sizeof *v, compare_placed);
    for (size_t i = 0; i < n; i++) {
        bool same_place = i && v[i].subfield == v[i - 1].subfield &&
                          np_slice_eq(v[i].city, v[i - 1].city);

        if (!same_place)
            first = i;
        all->portfolios.v[v[i].portfolio].rank_in_city =
            same_place && v[i].active == v[i - 1].active
                ? all->portfolios.v[v[i - 1].portfolio].rank_in_city
                : (double)(i - first + 1);
    }
    free(v);
}

void make_portfolios(const struct np_evaluation *run, struct holdings *all)
{
    struct np_arena *arena = np_arena_new();
    struct pieces pieces = { 0 };

    gather(run, arena, &pieces);
    cut(run, &pieces, all);
    specialise(run, all);
    rank_in_cities(run, all);
    split_all(run, all);
    np_arena_free(arena);
}

