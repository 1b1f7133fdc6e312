/* path.c -- paths to states, by subset construction.
 *
 * A place is (row, how many of its levels are matched). A state is the set of places that
 * the names so far allow, plus the rows that end there. Tables have some dozens of rows, so
 * states are searched one by one while building; walking only steps.
 */
#include "path.h"

#include <stdlib.h>

struct level {
    struct np_slice names; /* "a", "a|b", "*" */
    bool deep;             /* "//" before it: any number of levels in between */
};

struct place {
    int row;
    int level;
};

struct step {
    struct np_slice name;
    int to;
};

struct state {
    NP_LIST(struct place) places;
    NP_LIST(int) rows;
    NP_LIST(struct step) steps;
    int other; /* any name that has no step of its own */
    bool closes, collects;
};

struct row {
    NP_LIST(struct level) levels;
};

struct np_automaton {
    struct np_arena *arena;
    const struct np_path *table;
    NP_LIST(struct row) rows;
    NP_LIST(struct state) states;
};

static void cut_levels(struct np_arena *arena, struct row *row, const char *path)
{
    bool deep = false;

    while (*path) {
        size_t n = strcspn(path, "/");

        if (n == 0) {
            deep = true;
        } else {
            *np_list_add(arena, &row->levels) = (struct level){ { path, n }, deep };
            deep = false;
        }
        path += n;
        if (*path)
            path++;
    }
}

/* The next of the names that "a|b" stands for; false behind the last. */
static bool next_name(struct np_slice *names, struct np_slice *name)
{
    size_t n = 0;

    if (names->n == 0)
        return false;
    while (n < names->n && names->p[n] != '|')
        n++;
    *name = (struct np_slice){ names->p, n };
    *names = np_slice_sub(*names, n + 1, names->n);
    return true;
}

static bool level_takes(const struct level *level, struct np_slice name)
{
    struct np_slice names = level->names, one;

    while (next_name(&names, &one))
        if (np_slice_is(one, "*") || np_slice_eq(one, name))
            return true;
    return false;
}

static void add_place(struct np_arena *arena, struct state *s, struct place place)
{
    for (size_t i = 0; i < s->places.n; i++)
        if (s->places.v[i].row == place.row && s->places.v[i].level == place.level)
            return;
    *np_list_add(arena, &s->places) = place;
}

static void add_row(struct np_arena *arena, struct state *s, int row)
{
    for (size_t i = 0; i < s->rows.n; i++)
        if (s->rows.v[i] == row)
            return;
    *np_list_add(arena, &s->rows) = row;
}

static bool same_state(const struct state *a, const struct state *b)
{
    if (a->places.n != b->places.n || a->rows.n != b->rows.n)
        return false;
    for (size_t i = 0; i < a->places.n; i++)
        if (a->places.v[i].row != b->places.v[i].row ||
            a->places.v[i].level != b->places.v[i].level)
            return false;
    for (size_t i = 0; i < a->rows.n; i++)
        if (a->rows.v[i] != b->rows.v[i])
            return false;
    return true;
}

static int find_state(struct np_automaton *a, struct state *s)
{
    for (size_t i = 0; i < a->states.n; i++)
        if (same_state(&a->states.v[i], s))
            return (int)i;
    for (size_t i = 0; i < s->rows.n; i++) {
        const struct np_path *row = &a->table[s->rows.v[i]];

        s->closes |= row->close != NULL;
        s->collects |= row->close && row->path[strlen(row->path) - 1] != '/';
    }
    *np_list_add(a->arena, &a->states) = *s;
    return (int)a->states.n - 1;
}

/* Where `name` leads from a state; the empty name stands for all that the table does not name. */
static int target(struct np_automaton *a, size_t from, struct np_slice name)
{
    struct state s = { 0 };

    for (size_t i = 0; i < a->states.v[from].places.n; i++) {
        struct place place = a->states.v[from].places.v[i];
        const struct row *row = &a->rows.v[place.row];
        const struct level *level = &row->levels.v[place.level];

        if (level->deep)
            add_place(a->arena, &s, place);
        if (!level_takes(level, name))
            continue;
        if ((size_t)place.level + 1 == row->levels.n)
            add_row(a->arena, &s, place.row);
        else
            add_place(a->arena, &s, (struct place){ place.row, place.level + 1 });
    }
    return find_state(a, &s);
}

static bool has_step(const struct state *s, struct np_slice name)
{
    for (size_t i = 0; i < s->steps.n; i++)
        if (np_slice_eq(s->steps.v[i].name, name))
            return true;
    return false;
}

/* find_state may move the states: they are always reached through the list. */
static void complete(struct np_automaton *a, size_t from)
{
    int other = target(a, from, NP_EMPTY);

    a->states.v[from].other = other;
    for (size_t i = 0; i < a->states.v[from].places.n; i++) {
        struct place place = a->states.v[from].places.v[i];
        struct np_slice names = a->rows.v[place.row].levels.v[place.level].names, name;

        while (next_name(&names, &name)) {
            if (np_slice_is(name, "*") || has_step(&a->states.v[from], name))
                continue;
            int to = target(a, from, name);
            *np_list_add(a->arena, &a->states.v[from].steps) = (struct step){ name, to };
        }
    }
}

struct np_automaton *np_automaton_new(const struct np_path *paths)
{
    struct np_automaton *a = np_calloc(1, sizeof *a);
    struct state dead = { 0 }, root = { 0 };

    a->arena = np_arena_new();
    a->table = paths;
    for (int i = 0; paths[i].path; i++) {
        cut_levels(a->arena, np_list_add(a->arena, &a->rows), paths[i].path);
        if (a->rows.v[i].levels.n)
            add_place(a->arena, &root, (struct place){ i, 0 });
    }
    find_state(a, &dead);
    find_state(a, &root);
    for (size_t i = 0; i < a->states.n; i++)
        complete(a, i);
    return a;
}

void np_automaton_free(struct np_automaton *automaton)
{
    if (!automaton)
        return;
    np_arena_free(automaton->arena);
    free(automaton);
}

const struct np_path *np_automaton_table(const struct np_automaton *automaton)
{
    return automaton->table;
}

int np_automaton_root(const struct np_automaton *automaton)
{
    return automaton->states.n > 1 ? 1 : 0;
}

int np_automaton_step(const struct np_automaton *automaton, int state, struct np_slice name)
{
    const struct state *s = &automaton->states.v[state];

    for (size_t i = 0; i < s->steps.n; i++)
        if (np_slice_eq(s->steps.v[i].name, name))
            return s->steps.v[i].to;
    return s->other;
}

const int *np_automaton_rows(const struct np_automaton *automaton, int state, size_t *count)
{
    *count = automaton->states.v[state].rows.n;
    return automaton->states.v[state].rows.v;
}

bool np_automaton_closes(const struct np_automaton *automaton, int state)
{
    return automaton->states.v[state].closes;
}

bool np_automaton_collects(const struct np_automaton *automaton, int state)
{
    return automaton->states.v[state].collects;
}
