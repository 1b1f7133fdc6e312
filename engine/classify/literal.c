/* literal.c -- all literals of all patterns, found in one walk over a text.
 *
 * Each literal is filed under one window of its bytes, as long as it allows. At each byte of the
 * text a window of each length is looked up in a bitmap (8 KiB each, so that they stay in the
 * nearest cache); the few that are filed are compared in full.
 * No step waits for the one before, which an automaton's would (reference/performance.md 4).
 */
#include "gate.h"

#include <stdlib.h>

struct literals *literals_new(void)
{
    struct literals *literals = np_calloc(1, sizeof *literals);

    literals->arena = np_arena_new();
    literals->by_text = np_map_new();
    return literals;
}

void literals_free(struct literals *literals)
{
    if (!literals)
        return;
    np_map_free(literals->by_text);
    np_arena_free(literals->arena);
    free(literals);
}

int add_literal(struct literals *literals, struct np_slice text)
{
    int64_t number = (int64_t)literals->v.n;
    const int64_t *known = np_map_get(literals->by_text, text);
    struct literal *literal;

    if (known)
        return (int)*known;
    literal = np_list_add(literals->arena, &literals->v);
    *literal = (struct literal){ .text = np_arena_copy(literals->arena, text), .next = -1 };
    np_map_put(literals->by_text, literal->text, number);
    return (int)number;
}

/* ---- windows ---- */

static const size_t window_bytes[WINDOW_COUNT] = { 8, 4, 3, 2 };
enum { LONGEST_WINDOW = 8 };

/* Eight bytes as a number, first byte lowest: the first so many are its low bits. */
static inline uint64_t load(const char *p)
{
    const unsigned char *c = (const unsigned char *)p;

    return (uint64_t)c[0] | (uint64_t)c[1] << 8 | (uint64_t)c[2] << 16 | (uint64_t)c[3] << 24 |
           (uint64_t)c[4] << 32 | (uint64_t)c[5] << 40 | (uint64_t)c[6] << 48 |
           (uint64_t)c[7] << 56;
}

/* The same near the end, with zeros behind it. */
static uint64_t load_end(struct np_slice text, size_t at)
{
    char eight[LONGEST_WINDOW] = { 0 };

    memcpy(eight, text.p + at, text.n - at < sizeof eight ? text.n - at : sizeof eight);
    return load(eight);
}

/* Shifted up, so that only the window's bytes count; the high half of the product is mixed. */
static inline uint32_t slot_of(uint64_t eight, size_t bytes)
{
    return (uint32_t)((eight << 8 * (LONGEST_WINDOW - bytes)) * UINT64_C(0x9E3779B97F4A7C15) >> 48);
}

static enum window window_of(struct np_slice literal)
{
    enum window w = WINDOW_8;

    while (window_bytes[w] > literal.n)
        w++;
    return w;
}

static uint32_t slot_at(struct np_slice literal, size_t at)
{
    return slot_of(load_end(literal, at), window_bytes[window_of(literal)]);
}

/* What many literals share ("nano") is frequent in texts too. */
static size_t rarest_window(struct np_slice literal, const uint32_t *shared)
{
    size_t best = 0;

    for (size_t at = 1; at + window_bytes[window_of(literal)] <= literal.n; at++)
        if (shared[slot_at(literal, at)] < shared[slot_at(literal, best)])
            best = at;
    return best;
}

static void make_tables(struct literals *literals)
{
    for (int w = 0; w < WINDOW_COUNT; w++) {
        literals->slot[w] = np_arena_alloc(literals->arena, SLOT_COUNT * sizeof(int));
        for (size_t i = 0; i < SLOT_COUNT; i++)
            literals->slot[w][i] = -1;
        literals->used[w] = np_arena_zalloc(literals->arena, SLOT_COUNT / 8);
    }
}

void index_literals(struct literals *literals)
{
    uint32_t *shared = np_calloc(SLOT_COUNT, sizeof *shared);

    make_tables(literals);
    for (size_t i = 0; i < literals->v.n; i++) {
        struct np_slice text = literals->v.v[i].text;

        for (size_t at = 0; at + window_bytes[window_of(text)] <= text.n; at++)
            shared[slot_at(text, at)]++;
    }
    for (size_t i = 0; i < literals->v.n; i++) {
        struct literal *literal = &literals->v.v[i];
        enum window w = window_of(literal->text);
        uint32_t slot;

        literal->window_at = rarest_window(literal->text, shared);
        slot = slot_at(literal->text, literal->window_at);
        literal->next = literals->slot[w][slot];
        literals->slot[w][slot] = (int)i;
        set_bit(literals->used[w], slot);
    }
    free(shared);
}

/* ---- texts ---- */

struct found_literals *found_literals_new(const struct literals *literals)
{
    struct found_literals *found = np_calloc(1, sizeof *found);

    found->seen = np_calloc(literals->v.n + 1, sizeof *found->seen);
    found->list = np_calloc(literals->v.n + 1, sizeof *found->list);
    return found;
}

void found_literals_free(struct found_literals *found)
{
    if (!found)
        return;
    free(found->seen);
    free(found->list);
    free(found);
}

/* From the first literal of a slot on. */
static void look_closer(const struct literals *literals, struct np_slice text, size_t at,
                        int first, struct found_literals *found)
{
    for (int i = first; i >= 0; i = literals->v.v[i].next) {
        const struct literal *literal = &literals->v.v[i];
        size_t from = at - literal->window_at;

        if (literal->window_at > at || literal->text.n > text.n - from ||
            text.p[from] != literal->text.p[0] || found->seen[i] ||
            memcmp(text.p + from, literal->text.p, literal->text.n) != 0)
            continue;
        found->seen[i] = true;
        found->list[found->n++] = i;
    }
}

static inline void look_up(const struct literals *literals, struct np_slice text, size_t at,
                           enum window w, uint32_t slot, struct found_literals *found)
{
    if (bit_at(literals->used[w], slot))
        look_closer(literals, text, at, literals->slot[w][slot], found);
}

/* One line for each length, so that every shift is a constant: this runs at every byte. */
static inline void look(const struct literals *literals, struct np_slice text, size_t at,
                        uint64_t eight, struct found_literals *found)
{
    look_up(literals, text, at, WINDOW_8, slot_of(eight, 8), found);
    look_up(literals, text, at, WINDOW_4, slot_of(eight, 4), found);
    look_up(literals, text, at, WINDOW_3, slot_of(eight, 3), found);
    look_up(literals, text, at, WINDOW_2, slot_of(eight, 2), found);
}

void find_literals(const struct literals *literals, struct np_slice text,
                   struct found_literals *found)
{
    size_t at = 0;

    for (size_t i = 0; i < found->n; i++)
        found->seen[found->list[i]] = false;
    found->n = 0;
    for (; at + LONGEST_WINDOW <= text.n; at++)
        look(literals, text, at, load(text.p + at), found);
    for (; at < text.n; at++)
        look(literals, text, at, load_end(text, at), found);
}
