/* literal.c -- all literals of all patterns, found in one walk over a text.
 *
 * Each literal is filed under one window of its bytes, as long as it allows. At each byte of the
 * text a window of each length is looked up in a bitmap, without a branch; the few places that
 * are filed are compared, and their literals in full.
 * No step waits for the one before, which an automaton's would (reference/performance.md 4).
 */
#include "gate.h"

#include <stdlib.h>

struct literals *literals_new(void)
{
    struct literals *literals = np_calloc(1, sizeof *literals);

    literals->arena = np_arena_new();
    literals->by_text = np_map_new();
    literals->group_by_literals = np_map_new();
    literals->set_by_leads = np_map_new();
    literals->rarity = rarity_new();
    return literals;
}

void literals_free(struct literals *literals)
{
    if (!literals)
        return;
    np_map_free(literals->by_text);
    np_map_free(literals->group_by_literals);
    np_map_free(literals->set_by_leads);
    rarity_free(literals->rarity);
    np_arena_free(literals->arena);
    free(literals);
}

int add_literal(struct literals *literals, struct np_slice text, unsigned edges)
{
    char key[LITERAL_MOST + 1] = { (char)edges };
    int64_t number = (int64_t)literals->v.n;
    const int64_t *known;
    struct literal *literal;

    memcpy(key + 1, text.p, text.n);
    known = np_map_get(literals->by_text, np_slice_make(key, text.n + 1));
    if (known)
        return (int)*known;
    literal = np_list_add(literals->arena, &literals->v);
    *literal = (struct literal){ .text = np_arena_copy(literals->arena, text), .edges = edges };
    np_map_put(literals->by_text,
               np_arena_copy(literals->arena, np_slice_make(key, text.n + 1)), number);
    return (int)number;
}

/* ---- windows ---- */

static const size_t window_bytes[WINDOW_COUNT] = { 6, 4, 3, 2 };
enum { LOAD_BYTES = 8 };

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
    char eight[LOAD_BYTES] = { 0 };

    memcpy(eight, text.p + at, text.n - at < sizeof eight ? text.n - at : sizeof eight);
    return load(eight);
}

/* Shifted up, so that only the window's bytes count. */
static inline uint64_t window_value(uint64_t eight, enum window w)
{
    return eight << 8 * (LOAD_BYTES - window_bytes[w]);
}

/* The high bits of the product are mixed. */
static inline uint64_t hash_of(uint64_t window) { return window * UINT64_C(0x9E3779B97F4A7C15); }

static enum window window_of(struct np_slice literal)
{
    enum window w = WINDOW_6;

    while (window_bytes[w] > literal.n)
        w++;
    return w;
}

static uint64_t value_at(struct np_slice literal, size_t at)
{
    return window_value(load_end(literal, at), window_of(literal));
}

static inline size_t bit_of(const struct window_table *table, uint64_t hash)
{
    return (size_t)(hash >> (64 - table->bits));
}

static inline size_t slot_of(const struct window_table *table, uint64_t hash)
{
    return (size_t)(hash >> (64 - table->slot_bits));
}

/* How many literals have a window that begins with these bits: only what is about right counts. */
enum { SHARED_BITS = 20 };

static size_t shared_at(struct np_slice literal, size_t at)
{
    return (size_t)(hash_of(value_at(literal, at)) >> (64 - SHARED_BITS));
}

/* Times it is looked at more closely, for all the literals that are filed there. */
static double cost_of_window(const struct literals *literals, struct np_slice literal, size_t at,
                             const uint32_t *shared)
{
    struct np_slice window = np_slice_sub(literal, at, window_bytes[window_of(literal)]);

    return chance_of(literals->rarity, window, 0) * (3 + shared[shared_at(literal, at)]);
}

static size_t rarest_window(const struct literals *literals, struct np_slice literal,
                            const uint32_t *shared)
{
    double least = cost_of_window(literals, literal, 0, shared);
    size_t best = 0;

    for (size_t at = 1; at + window_bytes[window_of(literal)] <= literal.n; at++) {
        double cost = cost_of_window(literals, literal, at, shared);

        if (cost < least) {
            least = cost;
            best = at;
        }
    }
    return best;
}

/* So many bits as hold `per` times as many as there are. */
static unsigned bits_for(size_t count, size_t per)
{
    unsigned bits = 9;

    while (bits < 21 && (size_t)1 << bits < per * count)
        bits++;
    return bits;
}

/* What no trigger asks for is not looked for. */
static void list_groups(struct literals *literals)
{
    for (size_t g = 0; g < literals->groups.n; g++)
        for (size_t i = 0; literals->groups.v[g].asked &&
                           i < literals->groups.v[g].literals.n; i++)
            *np_list_add(literals->arena,
                         &literals->v.v[literals->groups.v[g].literals.v[i]].groups) = (int)g;
}

static bool is_wanted(const struct literal *literal)
{
    return literal->groups.n || literal->begins;
}

/* A literal under the window it is found by. */
static struct slot_entry entry_of(const struct literals *literals, size_t i, const uint32_t *shared)
{
    struct np_slice text = literals->v.v[i].text;
    size_t at = rarest_window(literals, text, shared), head = text.n < 8 ? text.n : 8;

    return (struct slot_entry){ .window = value_at(text, at), .head = load_end(text, 0),
                                .head_mask = UINT64_MAX >> 8 * (8 - head),
                                .tail = load_end(text, text.n - head), .literal = (int)i,
                                .window_at = (uint16_t)at, .bytes = (uint16_t)text.n,
                                .edges = (uint8_t)literals->v.v[i].edges,
                                .begins = literals->v.v[i].begins };
}

static int by_hash(const void *a, const void *b)
{
    const struct slot_entry *x = a, *y = b;
    uint64_t p = hash_of(x->window), q = hash_of(y->window);

    if (p != q)
        return p < q ? -1 : 1;
    return x->literal - y->literal;
}

static void make_table(struct literals *literals, enum window w, const uint32_t *shared)
{
    struct window_table *table = &literals->table[w];
    size_t n = 0;

    table->entries = np_arena_alloc(literals->arena,
                                    (literals->v.n + 1) * sizeof *table->entries);
    for (size_t i = 0; i < literals->v.n; i++)
        if (is_wanted(&literals->v.v[i]) && window_of(literals->v.v[i].text) == w)
            table->entries[n++] = entry_of(literals, i, shared);
    qsort(table->entries, n, sizeof *table->entries, by_hash);
    table->bits = bits_for(n, 32);
    table->slot_bits = bits_for(n, 1);
    table->used = np_arena_zalloc(literals->arena, ((size_t)1 << table->bits) / 8);
    table->slot = np_arena_zalloc(literals->arena,
                                  (((size_t)1 << table->slot_bits) + 1) * sizeof *table->slot);
    for (size_t i = 0; i < n; i++) {
        set_bit(table->used, bit_of(table, hash_of(table->entries[i].window)));
        table->slot[slot_of(table, hash_of(table->entries[i].window)) + 1] = (uint32_t)(i + 1);
    }
    for (size_t s = 1; s <= (size_t)1 << table->slot_bits; s++)
        if (table->slot[s] < table->slot[s - 1])
            table->slot[s] = table->slot[s - 1];
}

void index_literals(struct literals *literals)
{
    uint32_t *shared = np_calloc((size_t)1 << SHARED_BITS, sizeof *shared);

    list_groups(literals);
    for (size_t i = 0; i < literals->v.n; i++) {
        struct np_slice text = literals->v.v[i].text;

        for (size_t at = 0; at + window_bytes[window_of(text)] <= text.n; at++)
            shared[shared_at(text, at)] += is_wanted(&literals->v.v[i]);
    }
    for (int w = 0; w < WINDOW_COUNT; w++)
        make_table(literals, (enum window)w, shared);
    free(shared);
}

/* ---- texts ---- */

struct found_literals *found_literals_new(const struct literals *literals)
{
    struct found_literals *found = np_calloc(1, sizeof *found);

    found->seen = np_calloc(literals->v.n + 1, sizeof *found->seen);
    found->list = np_calloc(literals->v.n + 1, sizeof *found->list);
    found->groups = np_calloc(literals->groups.n / 32 + 1, sizeof *found->groups);
    found->group_list = np_calloc(literals->groups.n + 1, sizeof *found->group_list);
    found->set_count = literals->sets.n;
    found->sets = np_calloc(literals->sets.n + 1, sizeof *found->sets);
    return found;
}

void found_literals_free(struct found_literals *found)
{
    if (!found)
        return;
    free(found->seen);
    free(found->list);
    free(found->places);
    free(found->groups);
    free(found->group_list);
    free(found->sets);
    free(found->stretches);
    free(found);
}

static uint32_t add_place(struct found_literals *found, size_t at)
{
    if (found->nplaces == found->cap_places) {
        found->cap_places = 2 * found->cap_places + 256;
        found->places = np_realloc(found->places, found->cap_places * sizeof *found->places);
    }
    found->places[found->nplaces++] = (struct literal_place){ (uint32_t)at, 0 };
    return (uint32_t)found->nplaces;
}

static void note_literal(const struct literals *literals, int number, size_t at,
                         struct found_literals *found)
{
    const struct literal *literal = &literals->v.v[number];
    uint32_t place = add_place(found, at);

    if (found->seen[number].first) {
        found->places[found->seen[number].last - 1].next = place;
        found->seen[number].last = place;
        return;
    }
    found->seen[number].first = found->seen[number].last = place;
    found->list[found->n++] = number;
    for (size_t i = 0; i < literal->groups.n; i++) {
        int group = literal->groups.v[i];

        if (bit_at(found->groups, (size_t)group))
            continue;
        set_bit(found->groups, (size_t)group);
        found->group_list[found->ngroups++] = group;
    }
}

static bool has_edges(const struct slot_entry *entry, struct np_slice text, size_t from)
{
    size_t end = from + entry->bytes;

    if (entry->edges & EDGE_BEFORE && (from && is_word(text.p[from - 1])) == is_word(text.p[from]))
        return false;
    return !(entry->edges & EDGE_BEHIND) ||
           (end < text.n && is_word(text.p[end])) != is_word(text.p[end - 1]);
}

/* Its head and tail; what lies between is compared in full. */
static bool stands_at(const struct slot_entry *entry, struct np_slice text, size_t at)
{
    size_t from = at - entry->window_at;
    uint64_t head;

    if (entry->window_at > at || entry->bytes > text.n - from)
        return false;
    head = from + LOAD_BYTES > text.n ? load_end(text, from) : load(text.p + from);
    return ((head ^ entry->head) & entry->head_mask) == 0 &&
           (entry->bytes <= LOAD_BYTES ||
            load(text.p + from + entry->bytes - LOAD_BYTES) == entry->tail) &&
           has_edges(entry, text, from);
}

/* All literals of a slot. */
static void look_closer(const struct literals *literals, enum window w, struct np_slice text,
                        size_t at, uint64_t window, struct found_literals *found)
{
    const struct window_table *table = &literals->table[w];
    const uint32_t *slot = &table->slot[slot_of(table, hash_of(window))];

    for (uint32_t i = slot[0]; i < slot[1]; i++) {
        const struct slot_entry *entry = &table->entries[i];
        size_t from = at - entry->window_at;

        if (entry->window != window || !stands_at(entry, text, at) ||
            (!entry->begins && found->seen[entry->literal].first) ||
            (entry->bytes > 2 * LOAD_BYTES &&
             memcmp(text.p + from, literals->v.v[entry->literal].text.p, entry->bytes) != 0))
            continue;
        note_literal(literals, entry->literal, from, found);
    }
}

static inline uint32_t is_used(const struct literals *literals, enum window w, uint64_t eight)
{
    const struct window_table *table = &literals->table[w];
    size_t bit = bit_of(table, hash_of(window_value(eight, w)));

    return table->used[bit >> 5] >> (bit & 31) & 1;
}

static inline void look_up(const struct literals *literals, struct np_slice text, size_t at,
                           enum window w, uint64_t eight, struct found_literals *found)
{
    if (is_used(literals, w, eight))
        look_closer(literals, w, text, at, window_value(eight, w), found);
}

static void look(const struct literals *literals, struct np_slice text, size_t at, uint64_t eight,
                 struct found_literals *found)
{
    look_up(literals, text, at, WINDOW_6, eight, found);
    look_up(literals, text, at, WINDOW_4, eight, found);
    look_up(literals, text, at, WINDOW_3, eight, found);
    look_up(literals, text, at, WINDOW_2, eight, found);
}

static void forget(struct found_literals *found)
{
    for (size_t i = 0; i < found->n; i++)
        found->seen[found->list[i]].first = 0;
    for (size_t i = 0; i < found->ngroups; i++)
        found->groups[found->group_list[i] >> 5] = 0;
    found->n = found->ngroups = found->nplaces = found->nstretches = 0;
    if (++found->texts == 0) { /* counted round: no set may be taken for one of this text */
        memset(found->sets, 0, found->set_count * sizeof *found->sets);
        found->texts = 1;
    }
}

void find_literals(const struct literals *literals, struct np_slice text,
                   struct found_literals *found)
{
    enum { BLOCK = 256 };
    size_t at = 0;

    forget(found);
    while (at + LOAD_BYTES <= text.n) {
        uint32_t worth[BLOCK + 1];
        size_t n = 0, end = at + BLOCK;

        if (end > text.n - LOAD_BYTES + 1)
            end = text.n - LOAD_BYTES + 1;
        for (; at < end; at++) { /* this runs at every byte */
            uint64_t eight = load(text.p + at);

            worth[n] = (uint32_t)at;
            n += is_used(literals, WINDOW_6, eight) | is_used(literals, WINDOW_4, eight) |
                 is_used(literals, WINDOW_3, eight) | is_used(literals, WINDOW_2, eight);
        }
        for (size_t i = 0; i < n; i++)
            look(literals, text, worth[i], load(text.p + worth[i]), found);
    }
    for (; at < text.n; at++)
        look(literals, text, at, load_end(text, at), found);
}
