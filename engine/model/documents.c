/* documents.c -- office, number, kind and date, each combination once.
 *
 *   slot[hash & mask] -> index into entry[]      entry 0 is no document
 *
 * Half a cache line each: numbers of up to 16 characters stand in the entry itself.
 */
#include <nanopat/gathered.h>

#include <stdlib.h>

enum { INSIDE = 16, FIRST_SLOTS = 1024, AHEAD = 16 };

struct entry {
    uint32_t office, kind, n;
    np_date date;
    union { char inside[INSIDE]; const char *outside; } number;
};

struct np_documents {
    struct entry *entry;
    size_t n, cap;
    uint32_t *slot;
    size_t mask;
    struct np_arena *arena;
};

struct np_documents *np_documents_new(void)
{
    struct np_documents *d = np_calloc(1, sizeof *d);

    d->arena = np_arena_new();
    d->cap = FIRST_SLOTS / 2;
    d->entry = np_malloc(d->cap * sizeof *d->entry);
    d->entry[0] = (struct entry){ 0 };
    d->n = 1;
    d->mask = FIRST_SLOTS - 1;
    d->slot = np_calloc(FIRST_SLOTS, sizeof *d->slot);
    return d;
}

void np_documents_free(struct np_documents *d)
{
    if (!d)
        return;
    np_arena_free(d->arena);
    free(d->entry);
    free(d->slot);
    free(d);
}

size_t np_documents_count(const struct np_documents *d)
{
    return d->n;
}

static const char *number_of(const struct entry *e)
{
    return e->n <= INSIDE ? e->number.inside : e->number.outside;
}

static bool same_bytes(const char *a, const char *b, size_t n)
{
    return !n || memcmp(a, b, n) == 0;
}

/* Eight bytes a step, mixed by a multiply; the order of entries does not depend on it. */
static uint64_t hash_of(uint32_t office, const char *p, size_t n, uint32_t kind, np_date date)
{
    uint64_t h = ((uint64_t)office << 32 | kind) * 0x9E3779B97F4A7C15ULL ^ (uint64_t)(uint32_t)date;

    for (; n >= 8; p += 8, n -= 8) {
        uint64_t part;

        memcpy(&part, p, 8);
        h = (h ^ part) * 0xD6E8FEB86659FD93ULL;
        h ^= h >> 32;
    }
    for (; n; p++, n--)
        h = (h ^ (unsigned char)*p) * 0x100000001B3ULL;
    h ^= h >> 29;
    h *= 0x9E3779B97F4A7C15ULL;
    return h ^ h >> 32;
}

static void widen(struct np_documents *d)
{
    free(d->slot);
    d->mask = d->mask * 2 + 1;
    d->slot = np_calloc(d->mask + 1, sizeof *d->slot);
    np_prefer_large_pages(d->slot, (d->mask + 1) * sizeof *d->slot);
    for (size_t i = 1; i < d->n; i++) {
        const struct entry *e = &d->entry[i];
        size_t at = hash_of(e->office, number_of(e), e->n, e->kind, e->date) & d->mask;

        while (d->slot[at])
            at = (at + 1) & d->mask;
        d->slot[at] = (uint32_t)i;
    }
}

static uint32_t add(struct np_documents *d, uint32_t office, struct np_slice number, uint32_t kind,
                    np_date date)
{
    struct entry *e;

    if (d->n == d->cap) {
        d->cap += d->cap / 2;
        d->entry = np_realloc(d->entry, d->cap * sizeof *d->entry);
        np_prefer_large_pages(d->entry, d->cap * sizeof *d->entry);
    }
    e = &d->entry[d->n];
    *e = (struct entry){ office, kind, (uint32_t)number.n, date, { { 0 } } };
    if (number.n > INSIDE)
        e->number.outside = np_arena_copy(d->arena, number).p;
    else if (number.n)
        memcpy(e->number.inside, number.p, number.n);
    return (uint32_t)d->n++;
}

static size_t find_slot(const struct np_documents *d, uint64_t hash,
                        const struct np_document *wanted)
{
    size_t at = hash & d->mask;

    for (; d->slot[at]; at = (at + 1) & d->mask) {
        const struct entry *e = &d->entry[d->slot[at]];

        if (e->n == wanted->number.n && e->office == wanted->office && e->kind == wanted->kind &&
            e->date == wanted->date && same_bytes(number_of(e), wanted->number.p, e->n))
            break;
    }
    return at;
}

static uint64_t hash_of_document(const struct np_document *doc)
{
    return hash_of(doc->office, doc->number.p, doc->number.n, doc->kind, doc->date);
}

static uint32_t put(struct np_documents *d, uint64_t hash, const struct np_document *doc)
{
    size_t at = find_slot(d, hash, doc);

    if (d->slot[at])
        return d->slot[at];
    d->slot[at] = add(d, doc->office, doc->number, doc->kind, doc->date);
    if (d->n * 3 > (d->mask + 1) * 2)
        widen(d);
    return (uint32_t)d->n - 1;
}

uint32_t np_documents_find(const struct np_documents *d, uint32_t office, struct np_slice number,
                           uint32_t kind, np_date date)
{
    struct np_document doc = { office, kind, date, number };

    return d->slot[find_slot(d, hash_of_document(&doc), &doc)];
}

uint32_t np_documents_put(struct np_documents *d, uint32_t office, struct np_slice number,
                          uint32_t kind, np_date date)
{
    struct np_document doc = { office, kind, date, number };

    return put(d, hash_of_document(&doc), &doc);
}

/* Two looks ahead: at the slot, and at the entry that it names. */
static void put_some(struct np_documents *d, const struct np_document *all, size_t n,
                     uint32_t *numbers)
{
    uint64_t hash[AHEAD];

    for (size_t i = 0; i < n; i++) {
        hash[i] = hash_of_document(&all[i]);
        __builtin_prefetch(&d->slot[hash[i] & d->mask]);
    }
    for (size_t i = 0; i < n; i++)
        __builtin_prefetch(&d->entry[d->slot[hash[i] & d->mask]]);
    for (size_t i = 0; i < n; i++)
        numbers[i] = put(d, hash[i], &all[i]);
}

void np_documents_put_all(struct np_documents *d, const struct np_document *all, size_t n,
                          uint32_t *numbers)
{
    for (size_t i = 0; i < n; i += AHEAD)
        put_some(d, all + i, n - i < AHEAD ? n - i : AHEAD, numbers + i);
}

struct np_document np_documents_at(const struct np_documents *d, uint32_t document)
{
    const struct entry *e = &d->entry[document];

    return (struct np_document){ e->office, e->kind, e->date,
                                 np_slice_make(number_of(e), e->n) };
}
