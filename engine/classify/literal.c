/* literal.c -- all literals of all patterns, found in one walk over a text.
 *
 * Each literal is filed under one window of its bytes: four, or as many as it has. At each byte
 * of the text the windows of two, three and four bytes are looked up in a bitmap (8 KiB each,
 * so that they stay in the first cache); the few that are filed are compared in full.
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

/* Up to four bytes as a number, first byte lowest; zeros behind the end. */
static inline uint32_t load(const char *p, size_t left)
{
    unsigned char c[WINDOW_MOST] = { 0 };

    memcpy(c, p, left < WINDOW_MOST ? left : WINDOW_MOST);
    return (uint32_t)c[0] | (uint32_t)c[1] << 8 | (uint32_t)c[2] << 16 | (uint32_t)c[3] << 24;
}

static inline uint32_t window_of(uint32_t four, size_t bytes)
{
    return bytes == WINDOW_MOST ? four : four & ((UINT32_C(1) << 8 * bytes) - 1);
}

static inline uint32_t slot_of(uint32_t window)
{
    return window * UINT32_C(2654435761) >> 16;
}

static size_t window_bytes(struct np_slice text)
{
    return text.n < WINDOW_MOST ? text.n : WINDOW_MOST;
}

static uint32_t slot_at(struct np_slice text, size_t at)
{
    return slot_of(window_of(load(text.p + at, text.n - at), window_bytes(text)));
}

/* What many literals share ("nano") is frequent in texts too. */
static size_t rarest_window(struct np_slice text, const uint32_t *shared)
{
    size_t best = 0;

    for (size_t at = 1; at + window_bytes(text) <= text.n; at++)
        if (shared[slot_at(text, at)] < shared[slot_at(text, best)])
            best = at;
    return best;
}

void index_literals(struct literals *literals)
{
    uint32_t *shared = np_calloc(SLOT_COUNT, sizeof *shared);

    literals->slot = np_arena_alloc(literals->arena, SLOT_COUNT * sizeof *literals->slot);
    for (size_t i = 0; i < SLOT_COUNT; i++)
        literals->slot[i] = -1;
    for (size_t bytes = WINDOW_LEAST; bytes <= WINDOW_MOST; bytes++)
        literals->used[bytes] = np_arena_zalloc(literals->arena, SLOT_COUNT / 8);
    for (size_t i = 0; i < literals->v.n; i++) {
        struct np_slice text = literals->v.v[i].text;

        for (size_t at = 0; at + window_bytes(text) <= text.n; at++)
            shared[slot_at(text, at)]++;
    }
    for (size_t i = 0; i < literals->v.n; i++) {
        struct literal *literal = &literals->v.v[i];
        uint32_t slot;

        literal->window_at = rarest_window(literal->text, shared);
        slot = slot_at(literal->text, literal->window_at);
        literal->next = literals->slot[slot];
        literals->slot[slot] = (int)i;
        set_bit(literals->used[window_bytes(literal->text)], slot);
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

static void look_closer(const struct literals *literals, struct np_slice text, size_t at,
                        uint32_t slot, struct found_literals *found)
{
    for (int i = literals->slot[slot]; i >= 0; i = literals->v.v[i].next) {
        const struct literal *literal = &literals->v.v[i];
        size_t from = at - literal->window_at;

        if (found->seen[i] || literal->window_at > at || literal->text.n > text.n - from ||
            memcmp(text.p + from, literal->text.p, literal->text.n) != 0)
            continue;
        found->seen[i] = true;
        found->list[found->n++] = i;
    }
}

static inline void look(const struct literals *literals, struct np_slice text, size_t at,
                        uint32_t four, struct found_literals *found)
{
    for (size_t bytes = WINDOW_LEAST; bytes <= WINDOW_MOST; bytes++) {
        uint32_t slot = slot_of(window_of(four, bytes));

        if (bit_at(literals->used[bytes], slot))
            look_closer(literals, text, at, slot, found);
    }
}

void find_literals(const struct literals *literals, struct np_slice text,
                   struct found_literals *found)
{
    size_t at = 0;

    for (size_t i = 0; i < found->n; i++)
        found->seen[found->list[i]] = false;
    found->n = 0;
    for (; at + WINDOW_MOST <= text.n; at++)
        look(literals, text, at, load(text.p + at, WINDOW_MOST), found);
    for (; at + WINDOW_LEAST <= text.n; at++)
        look(literals, text, at, load(text.p + at, text.n - at), found);
}

void open_patterns(const struct literals *literals, const struct found_literals *found,
                   uint32_t *open)
{
    for (size_t i = 0; i < found->n; i++) {
        const struct literal *literal = &literals->v.v[found->list[i]];

        for (size_t k = 0; k < literal->triggers.n; k++) {
            struct trigger trigger = literal->triggers.v[k];

            if (!bit_at(open, (size_t)trigger.pattern) && gate_opens(trigger.branch, found))
                set_bit(open, (size_t)trigger.pattern);
        }
    }
}
