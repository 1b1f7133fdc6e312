/* held.c -- the Chinese rights that an enterprise holds, one by one.
 *
 *   parties of the application's latest publication  --> hold it,
 *   unless an event says that somebody received it since: then the receiver does (link/moved.c);
 *   where the event does not name the receiver nothing is sure.
 */
#include "scheme.h"

#include <nanopat/date.h>

#include <stdlib.h>

enum { RECENT_MONTHS = 12 };

struct gathering {
    const struct np_evaluation *run;
    struct np_arena *arena;
    struct held_rights *rights;
    bool *wanted;           /* enterprises with a row */
};

/* The publication of the right's application that names its parties last; -1 if none does. */
static int64_t names_parties(const struct np_evaluation *run, int64_t family,
                             const struct right *right)
{
    const struct np_fact_family *f = family_at(run, family);
    const struct np_fact_light *own = light_at(run, right->publication);
    int64_t last = -1;

    for (size_t i = 0; i < f->members.n; i++) {
        int64_t member = f->members.v[i];
        const struct np_fact_light *p = light_at(run, member);

        if (np_facts_parties(run->facts, member).n &&
            (member == right->publication ||
             ((own->bits & NP_FACT_NUMBERED) && p->same == own->same)) &&
            (last < 0 || p->date >= light_at(run, last)->date))
            last = member;
    }
    return last;
}

/* A design or a utility model of a family outside the plan is folded here, once. */
static const struct legal_status *legal_status_of(const struct gathering *g,
                                                  const struct right *right,
                                                  struct np_arena *scratch)
{
    if (right->legal)
        return right->legal;
    if (right->told_by < 0)
        return NULL;
    return legal_of(g->run, right, publication_at(g->run, right->told_by), scratch);
}

static void add_right(struct gathering *g, int enterprise, int64_t family,
                      const struct right *right, bool sure, np_date transferred)
{
    struct right *kept;

    if (enterprise < 0 || !g->wanted[enterprise])
        return;
    kept = np_arena_alloc(g->arena, sizeof *kept); /* those of rights_of pass */
    *kept = *right;
    *np_list_add(g->arena, &g->rights->all) = (struct held_right){
        enterprise, family, kept, sure && right->status == RIGHT_IN_FORCE, transferred };
}

static void gather_right(struct gathering *g, int64_t family, const struct right *right,
                         struct np_arena *scratch)
{
    const struct np_facts *facts = g->run->facts;
    const struct np_fact_moved *moved =
        np_facts_moved(facts, light_at(g->run, right->publication)->same);
    int64_t named_by = names_parties(g->run, family, right);
    struct np_indexes parties = { NULL, 0 };
    const struct legal_status *legal = legal_status_of(g, right, scratch);
    np_date transferred = legal ? legal->transferred : 0;
    bool sure = !transferred || (named_by >= 0 && light_at(g->run, named_by)->date >= transferred);

    if (moved)
        for (size_t i = 0; i < moved->owners.n; i++)
            add_right(g, moved->owners.v[i], family, right, true, moved->date);
    if (named_by >= 0 && !moved)
        parties = np_facts_parties(facts, named_by);
    for (size_t i = 0; i < parties.n; i++) {
        bool again = false;

        for (size_t k = 0; k < i; k++)
            again = again || parties.v[k] == parties.v[i];
        if (!again)
            add_right(g, parties.v[i], family, right, sure, transferred);
    }
}

/* Granted in China, not dead; of unknown status it may count. */
static bool may_count(const struct right *right)
{
    return np_slice_is(right->office, "CN") && right->granted &&
           (right->status == RIGHT_IN_FORCE || right->status == RIGHT_UNKNOWN) &&
           (right->type == NP_INVENTION || right->type == NP_UTILITY_MODEL ||
            right->type == NP_DESIGN);
}

static int compare_held(const void *left, const void *right)
{
    const struct held_right *a = left, *b = right;

    if (a->enterprise != b->enterprise)
        return a->enterprise < b->enterprise ? -1 : 1;
    if (a->family != b->family)
        return a->family < b->family ? -1 : 1;
    return (a->right->publication > b->right->publication) -
           (a->right->publication < b->right->publication);
}

static void want_enterprises(struct gathering *g, const struct holdings *all)
{
    const struct np_facts *facts = g->run->facts;

    g->wanted = np_arena_zalloc(g->arena, facts->enterprises.n + 1);
    for (size_t i = 0; i < all->enterprises.n; i++)
        g->wanted[all->enterprises.v[i].number] = true;
}

void gather_held(const struct np_evaluation *run, const struct holdings *all,
                 struct np_arena *arena, struct held_rights *rights)
{
    struct gathering g = { run, arena, rights, NULL };
    struct np_arena *scratch = np_arena_new();

    want_enterprises(&g, all);
    for (size_t f = 0; f < run->facts->families.n; f++) {
        size_t n;
        const struct right *of_family = rights_of(run, (int64_t)f, &n);

        for (size_t i = 0; i < n; i++)
            if (may_count(&of_family[i]))
                gather_right(&g, (int64_t)f, &of_family[i], scratch);
        np_arena_reset(scratch);
    }
    if (rights->all.n)
        qsort(rights->all.v, rights->all.n, sizeof *rights->all.v, compare_held);
    np_arena_free(scratch);
}

/* ---- counts ---- */

bool is_in_subfield(const struct np_evaluation *run, int64_t family, int subfield)
{
    const struct np_fact_family *f = family_at(run, family);

    for (size_t i = 0; i < f->hits.n; i++)
        if (f->hits.v[i].subfield == subfield)
            return true;
    return false;
}

bool is_recent(const struct np_evaluation *run, const struct held_right *right)
{
    return right->transferred && right->transferred <= run->as_of &&
           np_date_add_months(right->transferred, RECENT_MONTHS) > run->as_of;
}

static void count_invention(const struct np_evaluation *run, const struct enterprise *e,
                            const struct held_right *one, struct held *held)
{
    if (!one->sure) {
        held->class_1_unknown++;
        return;
    }
    held->class_1++;
    held->class_1_presumed += one->right->presumed;
    held->class_1_recent += is_recent(run, one);
    held->class_1_main += e->class_ >= 0 && is_in_subfield(run, one->family, e->class_);
}

static void count_other(const struct np_evaluation *run, const struct held_right *one,
                        struct held *held)
{
    if (!one->sure) {
        held->class_2_unknown++;
        return;
    }
    held->class_2++;
    held->class_2_presumed += one->right->presumed;
    held->class_2_recent += is_recent(run, one);
    held->utility_models += one->right->type == NP_UTILITY_MODEL;
    held->designs += one->right->type == NP_DESIGN;
}

static size_t first_of(const struct held_rights *rights, int enterprise)
{
    size_t low = 0, high = rights->all.n;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (rights->all.v[middle].enterprise < enterprise)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void count_held(const struct np_evaluation *run, const struct enterprise *e,
                const struct held_rights *rights, struct held *held)
{
    size_t first = first_of(rights, e->number), end = first;

    *held = (struct held){ .v = rights->all.n ? rights->all.v + first : NULL };
    for (; end < rights->all.n && rights->all.v[end].enterprise == e->number; end++) {
        const struct held_right *one = &rights->all.v[end];

        if (one->right->type == NP_INVENTION)
            count_invention(run, e, one, held);
        else
            count_other(run, one, held);
    }
    held->n = end - first;
    held->rights = held->class_1 + held->class_2;
    held->rights_unknown = held->class_1_unknown + held->class_2_unknown;
}
