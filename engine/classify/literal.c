/* literal.c -- all literals of all patterns, found in one walk over a text.
 *
 * Each literal is filed under one window of its bytes, as long as it allows. At each byte of the
 * text a window of each length is looked up in a bitmap; the few that are filed are
 * compared, and their literals in full.
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
    *literal = (struct literal){ .text = np_arena_copy(literals->arena, text) };
    np_map_put(literals->by_text, literal->text, number);
    return (int)number;
}

/* ---- windows ---- */

static const size_t window_bytes[WINDOW_COUNT] = { 8, 6, 4, 3, 2 };
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

/* Shifted up, so that only the window's bytes count. */
static inline uint64_t window_value(uint64_t eight, size_t bytes)
{
    return eight << 8 * (LONGEST_WINDOW - bytes);
}

/* The high bits of the product are mixed. */
static inline uint64_t hash_of(uint64_t window) { return window * UINT64_C(0x9E3779B97F4A7C15); }

static inline size_t bit_of(const struct literals *literals, enum window w, uint64_t hash)
{
    return (size_t)(hash >> (64 - literals->bits[w]));
}

static inline size_t slot_of(const struct literals *literals, enum window w, uint64_t hash)
{
    return (size_t)(hash >> (64 - literals->bits[w] + 3));
}

static enum window window_of(struct np_slice literal)
{
    enum window w = WINDOW_8;

    while (window_bytes[w] > literal.n)
        w++;
    return w;
}

static uint64_t value_at(struct np_slice literal, size_t at)
{
    return window_value(load_end(literal, at), window_bytes[window_of(literal)]);
}

/* Windows of all literals, coarsely: what many share ("nano") is frequent in texts too. */
enum { SHARED_BITS = 16 };

static size_t shared_at(struct np_slice literal, size_t at)
{
    return (size_t)(hash_of(value_at(literal, at)) >> (64 - SHARED_BITS));
}

static size_t rarest_window(struct np_slice literal, const uint32_t *shared)
{
    size_t best = 0;

    for (size_t at = 1; at + window_bytes[window_of(literal)] <= literal.n; at++)
        if (shared[shared_at(literal, at)] < shared[shared_at(literal, best)])
            best = at;
    return best;
}

static void make_tables(struct literals *literals)
{
    size_t count[WINDOW_COUNT] = { 0 };

    for (size_t i = 0; i < literals->v.n; i++)
        count[window_of(literals->v.v[i].text)]++;
    for (int w = 0; w < WINDOW_COUNT; w++) {
        size_t slots;

        literals->bits[w] = 9;
        while (literals->bits[w] < 20 && (size_t)1 << literals->bits[w] < 8 * count[w])
            literals->bits[w]++;
        slots = (size_t)1 << (literals->bits[w] - 3);
        literals->slot[w] = np_arena_alloc(literals->arena, slots * sizeof(int));
        for (size_t i = 0; i < slots; i++)
            literals->slot[w][i] = -1;
        literals->used[w] = np_arena_zalloc(literals->arena, slots);
    }
    literals->entries =
        np_arena_alloc(literals->arena, (literals->v.n + 1) * sizeof *literals->entries);
}

void index_literals(struct literals *literals)
{
    uint32_t *shared = np_calloc((size_t)1 << SHARED_BITS, sizeof *shared);

    make_tables(literals);
    for (size_t i = 0; i < literals->v.n; i++) {
        struct np_slice text = literals->v.v[i].text;

        for (size_t at = 0; at + window_bytes[window_of(text)] <= text.n; at++)
            shared[shared_at(text, at)]++;
    }
    for (size_t i = 0; i < literals->v.n; i++) {
        struct literal *literal = &literals->v.v[i];
        enum window w = window_of(literal->text);
        uint64_t value;
        int *slot;

        literal->window_at = rarest_window(literal->text, shared);
        value = value_at(literal->text, literal->window_at);
        slot = &literals->slot[w][slot_of(literals, w, hash_of(value))];
        literals->entries[i] = (struct slot_entry){ value, (int)i, *slot };
        *slot = (int)i;
        set_bit(literals->used[w], bit_of(literals, w, hash_of(value)));
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
                        int first, uint64_t window, struct found_literals *found)
{
    for (int i = first; i >= 0; i = literals->entries[i].next) {
        const struct literal *literal;
        size_t from;

        if (literals->entries[i].window != window || found->seen[i])
            continue;
        literal = &literals->v.v[i];
        from = at - literal->window_at;
        if (literal->window_at > at || literal->text.n > text.n - from ||
            memcmp(text.p + from, literal->text.p, literal->text.n) != 0)
            continue;
        found->seen[i] = true;
        found->list[found->n++] = i;
    }
}

static inline void look_up(const struct literals *literals, struct np_slice text, size_t at,
                           enum window w, uint64_t window, struct found_literals *found)
{
    uint64_t hash = hash_of(window);

    if (bit_at(literals->used[w], bit_of(literals, w, hash)))
        look_closer(literals, text, at, literals->slot[w][slot_of(literals, w, hash)], window,
                    found);
}

/* One line for each length, so that every shift is a constant: this runs at every byte. */
static inline void look(const struct literals *literals, struct np_slice text, size_t at,
                        uint64_t eight, struct found_literals *found)
{
    look_up(literals, text, at, WINDOW_8, window_value(eight, 8), found);
    look_up(literals, text, at, WINDOW_6, window_value(eight, 6), found);
    look_up(literals, text, at, WINDOW_4, window_value(eight, 4), found);
    look_up(literals, text, at, WINDOW_3, window_value(eight, 3), found);
    look_up(literals, text, at, WINDOW_2, window_value(eight, 2), found);
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
