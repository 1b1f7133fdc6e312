/* trigger.c -- which literals make it worth looking at a branch of a pattern, and what then.
 *
 * A pattern opens when one of its branches has all it needs. Branches are not tried on every
 * text: each is woken by the literals of one of its needs, and asked for the others.
 */
#include "gate.h"

/* The longer, the rarer; two letters are in every text, two digits or signs in few. */
static size_t rarity(struct np_slice literal)
{
    for (size_t i = 0; i < literal.n; i++)
        if (literal.p[i] != ' ' && (literal.p[i] < 'a' || literal.p[i] > 'z'))
            return literal.n + 1;
    return literal.n;
}

/* Of the most frequent literal that alone satisfies the node's best need. */
static size_t key_rarity(const struct literals *literals, const struct gate *gate)
{
    size_t best = 0;

    if (gate->kind == GATE_LITERAL)
        return rarity(literals->v.v[gate->literal].text);
    for (size_t i = 0; i < gate->kids.n; i++) {
        size_t n = key_rarity(literals, gate->kids.v[i]);
        bool better = gate->kind == GATE_ALL ? n > best : n < best;

        if (i == 0 || better)
            best = n;
    }
    return best;
}

/* Of all that a branch needs one thing is enough to wake it: the one with the rarest literals. */
static size_t key_of(const struct literals *literals, const struct gate *all)
{
    size_t best = 0;

    for (size_t i = 1; i < all->kids.n; i++)
        if (key_rarity(literals, all->kids.v[i]) > key_rarity(literals, all->kids.v[best]))
            best = i;
    return best;
}

static void add_keys(struct literals *literals, const struct gate *gate, struct trigger trigger)
{
    if (gate->kind == GATE_LITERAL) {
        *np_list_add(literals->arena, &literals->v.v[gate->literal].triggers) = trigger;
    } else if (gate->kind == GATE_ANY) {
        for (size_t i = 0; i < gate->kids.n; i++)
            add_keys(literals, gate->kids.v[i], trigger);
    } else {
        add_keys(literals, gate->kids.v[key_of(literals, gate)], trigger);
    }
}

/* Any of its literals is all it asks for. */
static bool is_plain(const struct gate *any)
{
    for (size_t i = 0; i < any->kids.n; i++)
        if (any->kids.v[i]->kind != GATE_LITERAL)
            return false;
    return any->kind == GATE_ANY;
}

/* A branch that is one group, as lists are, wakes by the branches of the group. What wakes a
 * branch need not be asked again: most are one word.                                        */
static void add_triggers(struct literals *literals, int pattern, struct gate *branch)
{
    size_t key = key_of(literals, branch);
    struct gate *any = branch->kids.v[key];

    if (branch->kids.n == 1 && !is_plain(any)) {
        for (size_t i = 0; i < any->kids.n; i++)
            add_triggers(literals, pattern, any->kids.v[i]);
        return;
    }
    add_keys(literals, branch, (struct trigger){ pattern, branch });
    if (!is_plain(any))
        return;
    branch->kids.n--;
    for (size_t i = key; i < branch->kids.n; i++)
        branch->kids.v[i] = branch->kids.v[i + 1];
}

bool build_gate(struct literals *literals, struct np_slice pattern, int index)
{
    const struct gate *any = read_gate(literals, pattern);

    if (!any)
        return false;
    for (size_t i = 0; i < any->kids.n; i++)
        add_triggers(literals, index, any->kids.v[i]);
    return true;
}

static bool gate_opens(const struct gate *gate, const struct found_literals *found)
{
    if (gate->kind == GATE_LITERAL)
        return found->seen[gate->literal];
    for (size_t i = 0; i < gate->kids.n; i++)
        if (gate_opens(gate->kids.v[i], found) == (gate->kind == GATE_ANY))
            return gate->kind == GATE_ANY;
    return gate->kind == GATE_ALL;
}

void open_patterns(const struct literals *literals, const struct found_literals *found,
                   uint32_t *open)
{
    for (size_t i = 0; i < found->n; i++) {
        const struct literal *literal = &literals->v.v[found->list[i]];

        for (size_t k = 0; k < literal->triggers.n; k++) {
            struct trigger trigger = literal->triggers.v[k];

            if (!bit_at(open, (size_t)trigger.pattern) &&
                (!trigger.branch->kids.n || gate_opens(trigger.branch, found)))
                set_bit(open, (size_t)trigger.pattern);
        }
    }
}
