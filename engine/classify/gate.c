/* gate.c -- what is asked of a text before a pattern runs on it, and where it then begins.
 *
 * What a pattern needs (need.h) becomes groups of literals: a text must hold one of each. A pattern
 * is not tried on every text: each is woken by the literals of one of its needs, and asked for the
 * others. Of some patterns the literals are all there is, and need no PCRE2; of most, each match
 * begins with one, and PCRE2 looks there alone.
 */
#include "gate.h"

/* Beyond these PCRE2 is as fast by itself. */
enum { LEADS_MOST = 500, LEAD_SPREAD = 6, LEAD_FAR = 64, LEAD_DEPTH = 6 };
#define CHANCE_BEGIN 0.002
/* Looking for a partner costs where it stands; it saves a start where the key stands alone. */
#define CHANCE_FREQUENT 0.002
#define TIMES_FREQUENT 30

/* ---- groups ---- */

static bool is_long_enough(const struct need *leaf)
{
    for (size_t i = 0; i < leaf->count; i++)
        if (leaf->spellings[i].n < LITERAL_LEAST)
            return false;
    return leaf->count > 0;
}

/* The group of these literals, in this order. */
static int find_group(struct literals *literals, const int *v, size_t n)
{
    struct np_slice key = np_slice_make((const char *)v, n * sizeof *v);
    const int64_t *known = np_map_get(literals->group_by_literals, key);
    int number = (int)literals->groups.n;
    struct literal_group *group;

    if (known)
        return (int)*known;
    group = np_list_add(literals->arena, &literals->groups);
    *group = (struct literal_group){ 0 };
    for (size_t i = 0; i < n; i++)
        *np_list_add(literals->arena, &group->literals) = v[i];
    np_map_put(literals->group_by_literals, np_arena_copy(literals->arena, key), number);
    return number;
}

static int group_of(struct literals *literals, const struct need *leaf)
{
    int v[VARIANTS_MOST];

    for (size_t i = 0; i < leaf->count; i++)
        v[i] = add_literal(literals, leaf->spellings[i], leaf->edges);
    return find_group(literals, v, leaf->count);
}

/* Groups among the kids of an `any` are one. */
static void join_groups(struct literals *literals, struct gate *any)
{
    NP_LIST(int) all = { 0 };
    size_t kept = 0;
    struct gate *first = NULL;

    for (size_t i = 0; i < any->kids.n; i++) {
        struct gate *kid = any->kids.v[i];

        if (kid->kind == GATE_GROUP) {
            const struct literal_group *group = &literals->groups.v[kid->group];

            for (size_t k = 0; k < group->literals.n; k++)
                *np_list_add(literals->arena, &all) = group->literals.v[k];
            if (first)
                continue;
            first = kid;
        }
        any->kids.v[kept++] = kid;
    }
    any->kids.n = kept;
    if (first)
        first->group = find_group(literals, all.v, all.n);
}

static struct gate *new_gate(struct literals *literals, enum gate_kind kind)
{
    struct gate *gate = np_arena_zalloc(literals->arena, sizeof *gate);

    gate->kind = kind;
    return gate;
}

/* NULL: it rules nothing out. */
static struct gate *gate_of(struct literals *literals, const struct need *need)
{
    struct gate *gate;

    if (need->kind == NEED_SPELLING) {
        if (!is_long_enough(need))
            return NULL;
        gate = new_gate(literals, GATE_GROUP);
        gate->group = group_of(literals, need);
        return gate;
    }
    gate = new_gate(literals, need->kind == NEED_ALL ? GATE_ALL : GATE_ANY);
    for (size_t i = 0; i < need->kids.n; i++) {
        struct gate *kid = gate_of(literals, need->kids.v[i]);

        if (kid)
            *np_list_add(literals->arena, &gate->kids) = kid;
        else if (need->kind == NEED_ANY)
            return NULL;
    }
    if (need->kind == NEED_ANY)
        join_groups(literals, gate);
    return gate->kids.n > 1 ? gate : gate->kids.n ? gate->kids.v[0] : NULL;
}

/* ---- triggers ---- */

static double chance_of_group(const struct literals *literals, int number)
{
    const struct literal_group *group = &literals->groups.v[number];
    double chance = 0;

    for (size_t i = 0; i < group->literals.n; i++) {
        const struct literal *literal = &literals->v.v[group->literals.v[i]];

        chance += chance_of(literals->rarity, literal->text, literal->edges);
    }
    return chance;
}

/* That what the gate asks for begins at a given byte of a text. */
static double chance_of_gate(const struct literals *literals, const struct gate *gate)
{
    double chance = gate->kind == GATE_ALL ? 1 : 0;

    if (gate->kind == GATE_GROUP)
        return chance_of_group(literals, gate->group);
    for (size_t i = 0; i < gate->kids.n; i++) {
        double one = chance_of_gate(literals, gate->kids.v[i]);

        if (gate->kind == GATE_ANY)
            chance += one;
        else if (one < chance)
            chance = one;
    }
    return chance;
}

/* Of all that a branch needs one thing is enough to wake it: the rarest. */
static struct gate *key_of(const struct literals *literals, const struct gate *all)
{
    struct gate *best = all->kids.v[0];
    double least = chance_of_gate(literals, best);

    for (size_t i = 1; i < all->kids.n; i++) {
        double chance = chance_of_gate(literals, all->kids.v[i]);

        if (chance < least) {
            least = chance;
            best = all->kids.v[i];
        }
    }
    return best;
}

/* What nearly every text holds is not worth looking for, where something else is asked as well. */
static void drop_frequent(const struct literals *literals, struct gate *gate)
{
    struct gate *key;
    double chance;
    size_t kept = 0;

    for (size_t i = 0; i < gate->kids.n; i++)
        drop_frequent(literals, gate->kids.v[i]);
    if (gate->kind != GATE_ALL)
        return;
    key = key_of(literals, gate);
    chance = TIMES_FREQUENT * chance_of_gate(literals, key);
    chance = chance < CHANCE_FREQUENT ? chance : CHANCE_FREQUENT;
    for (size_t i = 0; i < gate->kids.n; i++)
        if (gate->kids.v[i] == key || chance_of_gate(literals, gate->kids.v[i]) < chance)
            gate->kids.v[kept++] = gate->kids.v[i];
    gate->kids.n = kept;
}

static void add_keys(struct literals *literals, const struct gate *gate, struct trigger trigger)
{
    if (gate->kind == GATE_GROUP)
        *np_list_add(literals->arena, &literals->groups.v[gate->group].triggers) = trigger;
    else if (gate->kind == GATE_ALL)
        add_keys(literals, key_of(literals, gate), trigger);
    else
        for (size_t i = 0; i < gate->kids.n; i++)
            add_keys(literals, gate->kids.v[i], trigger);
}

static void mark_asked(struct literals *literals, const struct gate *gate)
{
    if (gate->kind == GATE_GROUP)
        literals->groups.v[gate->group].asked = true;
    for (size_t i = 0; i < gate->kids.n; i++)
        mark_asked(literals, gate->kids.v[i]);
}

/* A branch wakes a pattern by itself, and is asked alone. */
static void add_triggers(struct literals *literals, int pattern, struct gate *gate)
{
    if (gate->kind == GATE_ANY) {
        for (size_t i = 0; i < gate->kids.n; i++)
            add_triggers(literals, pattern, gate->kids.v[i]);
        return;
    }
    drop_frequent(literals, gate);
    mark_asked(literals, gate);
    add_keys(literals, gate, (struct trigger){ pattern, gate->kind == GATE_GROUP ? NULL : gate });
}

/* ---- where a match begins ---- */

static bool add_leads(struct literals *literals, const struct need *need, struct span base,
                      int depth, struct lead_set *set);

static bool add_leaf_leads(struct literals *literals, const struct need *leaf, struct span at,
                           struct lead_set *set)
{
    if (!is_long_enough(leaf) || set->leads.n + leaf->count > LEADS_MOST)
        return false;
    for (size_t i = 0; i < leaf->count; i++)
        *np_list_add(literals->arena, &set->leads) = (struct lead){
            add_literal(literals, leaf->spellings[i], leaf->edges), at.least, at.most
        };
    return true;
}

/* Of those from `first` on: places that are tried, for a byte of text. */
static double chance_of_leads(const struct literals *literals, const struct lead_set *set,
                              size_t first)
{
    double chance = 0;

    for (size_t i = first; i < set->leads.n; i++) {
        const struct lead *lead = &set->leads.v[i];
        const struct literal *literal = &literals->v.v[lead->literal];

        chance += chance_of(literals->rarity, literal->text, literal->edges) *
                  (lead->most - lead->least + 1);
    }
    return chance;
}

/* Of a branch the rarest need that stands near enough to its beginning. */
static bool add_branch_leads(struct literals *literals, const struct need *all, struct span at,
                             int depth, struct lead_set *set)
{
    size_t before = set->leads.n;
    const struct need *best = NULL;
    double least = CHANCE_BEGIN;

    for (size_t i = 0; i < all->kids.n; i++) {
        double chance = 1;

        if (add_leads(literals, all->kids.v[i], at, depth, set))
            chance = chance_of_leads(literals, set, before);
        if (chance < least) {
            least = chance;
            best = all->kids.v[i];
        }
        set->leads.n = before;
    }
    return best && add_leads(literals, best, at, depth, set);
}

/* Each level of groups is gone through twice: not too deep. */
static bool add_leads(struct literals *literals, const struct need *need, struct span base,
                      int depth, struct lead_set *set)
{
    struct span at = { base.least + need->at.least, base.most + need->at.most, 0,
                       base.words + need->at.words };
    size_t before = set->leads.n;

    if (at.words || at.most > LEAD_FAR || at.most - at.least > LEAD_SPREAD || depth > LEAD_DEPTH)
        return false;
    if (need->kind == NEED_SPELLING)
        return add_leaf_leads(literals, need, at, set);
    if (need->kind == NEED_ALL)
        return add_branch_leads(literals, need, at, depth + 1, set);
    for (size_t i = 0; i < need->kids.n; i++)
        if (!add_leads(literals, need->kids.v[i], at, depth, set)) {
            set->leads.n = before;
            return false;
        }
    return true;
}

/* The number of the set, each once for all patterns. */
static int find_set(struct literals *literals, const struct lead_set *set)
{
    struct np_slice key = np_slice_make((const char *)set->leads.v,
                                        set->leads.n * sizeof *set->leads.v);
    const int64_t *known = np_map_get(literals->set_by_leads, key);
    int64_t number = (int64_t)literals->sets.n;

    if (known)
        return (int)*known;
    for (size_t i = 0; i < set->leads.n; i++)
        literals->v.v[set->leads.v[i].literal].begins = true;
    np_map_put(literals->set_by_leads, np_arena_copy(literals->arena, key), number);
    *np_list_add(literals->arena, &literals->sets) = *set;
    return (int)number;
}

/* What must follow what a match begins with: "coating[^.]{0,60}nano" has nano so near. */
static void add_partners(struct literals *literals, const struct need *all,
                         struct opening *opening)
{
    for (size_t i = 0; i < all->kids.n; i++) {
        struct need kid = *all->kids.v[i];
        struct lead_set set = { 0 };

        if (kid.at.most == 0 && kid.at.words == 0)
            continue;
        kid.at = (struct span){ 0, 0, 0, 0 };
        if (!add_leads(literals, &kid, kid.at, 0, &set) ||
            chance_of_leads(literals, &set, 0) > CHANCE_BEGIN)
            continue;
        *np_list_add(literals->arena, &opening->partners) =
            (struct partner){ .at = all->kids.v[i]->at, .leads = find_set(literals, &set) };
    }
}

/* ---- patterns ---- */

bool is_understood(struct np_slice pattern)
{
    struct np_arena *scratch = np_arena_new();
    bool understood = read_needs(pattern, scratch) != NULL;

    np_arena_free(scratch);
    return understood;
}

/* PCRE2 knows two cases of Greek and accented letters; here bytes are compared. */
static bool has_one_case(struct np_slice s)
{
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];

        if (c >= 0xC0 && !(c >= 0xE3 && c <= 0xE9))
            return false;
    }
    return true;
}

/* The group that says all of the pattern; -1: there is more to it. */
static int words_of_pattern(struct literals *literals, const struct need *any)
{
    const struct need *all = any->kids.v[0];

    if (any->kids.n != 1 || !all->plain || !all->kids.n || !is_long_enough(all->kids.v[0]))
        return -1;
    for (size_t i = 0; i < all->kids.v[0]->count; i++)
        if (!has_one_case(all->kids.v[0]->spellings[i]))
            return -1;
    return group_of(literals, all->kids.v[0]);
}

static void set_opening(struct literals *literals, const struct need *any, int index,
                        struct opening *opening)
{
    struct gate *gate = gate_of(literals, any);
    struct lead_set set = { 0 };

    if (!gate)
        return;
    opening->gated = true;
    add_triggers(literals, index, gate);
    opening->words = words_of_pattern(literals, any);
    if (opening->words >= 0 || !add_leads(literals, any, (struct span){ 0, 0, 0, 0 }, 0, &set))
        return;
    opening->leads = find_set(literals, &set);
    if (any->kids.n == 1)
        add_partners(literals, any->kids.v[0], opening);
}

struct opening build_gate(struct literals *literals, struct np_slice pattern, int index)
{
    struct np_arena *scratch = np_arena_new();
    const struct need *any = read_needs(pattern, scratch);
    struct opening opening = { .words = -1, .leads = -1 };

    if (any)
        set_opening(literals, any, index, &opening);
    np_arena_free(scratch);
    return opening;
}

static bool gate_opens(const struct gate *gate, const struct found_literals *found)
{
    if (gate->kind == GATE_GROUP)
        return bit_at(found->groups, (size_t)gate->group);
    for (size_t i = 0; i < gate->kids.n; i++)
        if (gate_opens(gate->kids.v[i], found) == (gate->kind == GATE_ANY))
            return gate->kind == GATE_ANY;
    return gate->kind == GATE_ALL;
}

size_t open_patterns(const struct literals *literals, const struct found_literals *found,
                     uint32_t *open, int *list)
{
    size_t n = 0;

    for (size_t i = 0; i < found->ngroups; i++) {
        const struct literal_group *group = &literals->groups.v[found->group_list[i]];

        for (size_t k = 0; k < group->triggers.n; k++) {
            struct trigger trigger = group->triggers.v[k];

            if (bit_at(open, (size_t)trigger.pattern) ||
                (trigger.gate && !gate_opens(trigger.gate, found)))
                continue;
            set_bit(open, (size_t)trigger.pattern);
            list[n++] = trigger.pattern;
        }
    }
    return n;
}
