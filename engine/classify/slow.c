/* slow.c -- patterns that can take exponential time, found without running them.
 *
 * A matcher that goes back is exponential where one text leads through a repeat in two ways and
 * back to the same place: (a+)+, (a|a)*, (\w|nano)+. The characters of a repeat are the states of
 * an automaton (Glushkov 1961); two ways are two edges between the same states, or two different
 * states reached side by side (Weber and Seidl 1991). Counted repeats of eight and more count as
 * endless. What is atomic is left out: there is no way back into it.
 */
#include "check.h"

#define ENDLESS 8
#define STATES_MAX 200 /* characters of a repeat; with more, timing has the word */
#define PAIRS_MAX 48   /* the same for two ways side by side */

struct automaton {
    struct np_arena *arena;
    const struct char_set *set[STATES_MAX];
    int n;
    int atomic;                                  /* groups around, that are not gone back into */
    bool full;                                   /* more states than are looked at */
    unsigned char edges[STATES_MAX][STATES_MAX]; /* number of ways from one to the other; 2: more */
    bool reach[STATES_MAX][STATES_MAX];
};

/* Where a part begins and ends. */
struct part {
    bool first[STATES_MAX], last[STATES_MAX];
    bool empty; /* may match nothing */
};

static bool has_choice(const struct shape *shape)
{
    if (shape->kind == SHAPE_ALT || (shape->kind == SHAPE_REPEAT && shape->min != shape->max))
        return true;
    for (size_t i = 0; i < shape->kids.n; i++)
        if (has_choice(shape->kids.v[i]))
            return true;
    return false;
}

/* An exact count of something fixed leaves nothing to go back to. */
static bool is_loop(const struct shape *shape)
{
    if (shape->kind != SHAPE_REPEAT || shape->atomic)
        return false;
    if (shape->max >= 0 && shape->max < ENDLESS)
        return false;
    return shape->min != shape->max || has_choice(shape->kids.v[0]);
}

static void connect(struct automaton *a, const bool *from, const bool *to)
{
    for (int i = 0; i < a->n; i++)
        for (int k = 0; from[i] && k < a->n; k++)
            if (to[k] && a->edges[i][k] < 2)
                a->edges[i][k]++;
}

static void add_all(bool *to, const bool *more)
{
    for (int i = 0; i < STATES_MAX; i++)
        to[i] |= more[i];
}

static struct part *build(struct automaton *a, const struct shape *shape);

static void build_sequence(struct automaton *a, const struct shape *shape, struct part *p)
{
    p->empty = true;
    for (size_t i = 0; i < shape->kids.n; i++) {
        struct part *next = build(a, shape->kids.v[i]);

        connect(a, p->last, next->first);
        if (p->empty)
            add_all(p->first, next->first);
        if (!next->empty)
            memset(p->last, 0, sizeof p->last);
        add_all(p->last, next->last);
        p->empty &= next->empty;
    }
}

static struct part *build(struct automaton *a, const struct shape *shape)
{
    struct part *p = np_arena_zalloc(a->arena, sizeof *p), *kid;

    a->atomic += shape->atomic;
    switch (shape->kind) {
    case SHAPE_SET:
        if (a->n == STATES_MAX) {
            a->full = true;
            break;
        }
        a->set[a->n] = &shape->set;
        p->first[a->n] = p->last[a->n] = true;
        a->n++;
        break;
    case SHAPE_SEQ: build_sequence(a, shape, p); break;
    case SHAPE_ALT:
        for (size_t i = 0; i < shape->kids.n; i++) {
            kid = build(a, shape->kids.v[i]);
            add_all(p->first, kid->first);
            add_all(p->last, kid->last);
            p->empty |= kid->empty;
        }
        break;
    case SHAPE_REPEAT:
        *p = *build(a, shape->kids.v[0]);
        if (is_loop(shape) && !a->atomic)
            connect(a, p->last, p->first);
        p->empty |= shape->min == 0;
        break;
    case SHAPE_EMPTY:
    case SHAPE_ASSERT:
    case SHAPE_LOOK: p->empty = true; break;
    }
    a->atomic -= shape->atomic;
    return p;
}

static void close_reach(struct automaton *a)
{
    for (int i = 0; i < a->n; i++)
        for (int k = 0; k < a->n; k++)
            a->reach[i][k] = a->edges[i][k] > 0;
    for (int m = 0; m < a->n; m++)
        for (int i = 0; i < a->n; i++)
            for (int k = 0; a->reach[i][m] && k < a->n; k++)
                a->reach[i][k] |= a->reach[m][k];
}

/* Two edges between the same states, on a way that leads back. */
static bool has_twin_edge(const struct automaton *a)
{
    for (int i = 0; i < a->n; i++)
        for (int k = 0; k < a->n; k++)
            if (a->edges[i][k] > 1 && (i == k || a->reach[k][i]))
                return true;
    return false;
}

/* Pairs that are reached from (p, p), along edges or against them. */
static void walk_pairs(const struct automaton *a, int p, bool forth, bool *seen, int *list)
{
    int n = 0, done = 0;

    memset(seen, 0, (size_t)(PAIRS_MAX * PAIRS_MAX) * sizeof *seen);
    list[n++] = p * PAIRS_MAX + p;
    while (done < n) {
        int i = list[done] / PAIRS_MAX, k = list[done] % PAIRS_MAX;

        done++;
        for (int x = 0; x < a->n; x++) {
            if (!(forth ? a->edges[i][x] : a->edges[x][i]))
                continue;
            for (int y = 0; y < a->n; y++) {
                if (!(forth ? a->edges[k][y] : a->edges[y][k]) || seen[x * PAIRS_MAX + y] ||
                    !sets_meet(a->set[x], a->set[y]))
                    continue;
                seen[x * PAIRS_MAX + y] = true;
                list[n++] = x * PAIRS_MAX + y;
            }
        }
    }
}

/* Two different states on the same text, from one state and back to it. */
static bool has_two_ways(const struct automaton *a)
{
    bool *out = np_arena_alloc(a->arena, 2 * PAIRS_MAX * PAIRS_MAX * sizeof *out);
    bool *back = out + PAIRS_MAX * PAIRS_MAX;
    int *list = np_arena_alloc(a->arena, (PAIRS_MAX * PAIRS_MAX + 1) * sizeof *list);

    for (int p = 0; a->n <= PAIRS_MAX && p < a->n; p++) {
        if (!a->reach[p][p])
            continue;
        walk_pairs(a, p, true, out, list);
        walk_pairs(a, p, false, back, list);
        for (int i = 0; i < a->n; i++)
            for (int k = 0; k < a->n; k++)
                if (i != k && out[i * PAIRS_MAX + k] && back[i * PAIRS_MAX + k])
                    return true;
    }
    return false;
}

static bool loop_is_slow(const struct shape *loop, struct np_arena *arena)
{
    struct automaton *a = np_arena_zalloc(arena, sizeof *a);

    a->arena = arena;
    build(a, loop);
    if (a->full)
        return false;
    close_reach(a);
    return has_twin_edge(a) || has_two_ways(a);
}

/* A repeat of one character, as most are, has one way. */
static bool is_simple(const struct shape *loop)
{
    return loop->kids.v[0]->kind == SHAPE_SET;
}

const struct shape *slow_part(const struct shape *shape, struct np_arena *arena)
{
    if (is_loop(shape) && !is_simple(shape) && loop_is_slow(shape, arena))
        return shape;
    for (size_t i = 0; i < shape->kids.n; i++) {
        const struct shape *found = slow_part(shape->kids.v[i], arena);

        if (found)
            return found;
    }
    return NULL;
}
