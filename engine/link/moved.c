/* moved.c -- applications that changed hands after their last publication (scoring.md, section 8, item 7).
 *
 *   owners, oldest transfer first:   who gives is taken out, who receives is put in
 *   who gives is none of them        all of it went to the receivers; inventors who give what they
 *                                    never held (US assignments) only add the receiver
 *
 * A publication on or after the day of a transfer names the owner itself.
 */
#include "parts.h"

#include <stdlib.h>

enum { OWNERS_MAX = 64 };

struct holders { int32_t v[OWNERS_MAX]; size_t n; };

static void add(struct holders *holders, int32_t enterprise)
{
    for (size_t i = 0; i < holders->n; i++)
        if (holders->v[i] == enterprise)
            return;
    if (enterprise >= 0 && holders->n < OWNERS_MAX)
        holders->v[holders->n++] = enterprise;
}

static bool take_out(struct holders *holders, int32_t enterprise)
{
    size_t kept = 0, before = holders->n;

    for (size_t i = 0; i < holders->n; i++)
        if (holders->v[i] != enterprise)
            holders->v[kept++] = holders->v[i];
    holders->n = kept;
    return kept < before;
}

static bool all_persons(const struct np_facts *facts, const struct np_fact_change *change)
{
    for (size_t i = 0; i < change->from.n; i++)
        if (facts->enterprises.v[change->from.v[i]].kind != NP_PERSON)
            return false;
    return change->from.n > 0;
}

static void transfer(const struct np_facts *facts, const struct np_fact_change *change,
                     struct holders *holders)
{
    bool held = false;

    for (size_t i = 0; i < change->from.n; i++)
        held = take_out(holders, change->from.v[i]) || held;
    if (!held && !all_persons(facts, change))
        holders->n = 0;
    for (size_t i = 0; i < change->to.n; i++)
        add(holders, change->to.v[i]);
}

/* The member that names the parties of an application; -1. */
static int64_t named_by(const struct np_facts *facts, int32_t application)
{
    const struct np_fact_family *family = &facts->families.v[facts->light[application].family];

    for (size_t i = 0; i < family->members.n; i++)
        if (facts->light[family->members.v[i]].same == application &&
            names_owner(facts, family, family->members.v[i]))
            return family->members.v[i];
    return -1;
}

static void begin(const struct np_facts *facts, int64_t member, struct holders *holders)
{
    const int32_t *enterprise;
    size_t n = 0;

    holders->n = 0;
    if (member >= 0)
        (void)parties_of(facts, member, &enterprise, &n);
    for (size_t i = 0; i < n; i++)
        add(holders, enterprise[i]);
}

static void keep(struct np_facts *facts, int32_t application, np_date date,
                 struct holders *holders)
{
    struct np_fact_moved *moved = np_list_add(facts->arena, &facts->moved);
    int32_t *owners = np_arena_alloc(facts->arena, (holders->n + 1) * sizeof *owners);

    memcpy(owners, holders->v, holders->n * sizeof *owners);
    if (holders->n)
        qsort(owners, holders->n, sizeof *owners, np_compare_int32);
    *moved = (struct np_fact_moved){ application, date, { owners, holders->n } };
}

/* All transfers of one application, by date. */
static void follow(struct np_facts *facts, const struct np_fact_change *change, size_t n)
{
    int64_t member = named_by(facts, change->application);
    np_date published = member >= 0 ? facts->light[member].date : 0, last = 0;
    struct holders holders;

    begin(facts, member, &holders);
    for (size_t i = 0; i < n; i++) {
        if (change[i].kind != NP_CHANGE_OWNER || change[i].date <= published || !change[i].to.n)
            continue;
        transfer(facts, &change[i], &holders);
        last = change[i].date;
    }
    if (last && holders.n)
        keep(facts, change->application, last, &holders);
}

void move_applications(struct np_facts *facts)
{
    const struct np_fact_change *v = facts->changes.v;

    for (size_t from = 0, to; from < facts->changes.n; from = to) {
        for (to = from; to < facts->changes.n && v[to].application == v[from].application; to++)
            ;
        follow(facts, &v[from], to - from);
    }
}
