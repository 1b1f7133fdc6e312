/* arena.c -- blocks that are filled from the front and given back together.
 *
 *   arena -> block -> block -> ...      the newest block first; an allocation that
 *                                       does not fit gets a block of its own size
 */
#include <nanopat/arena.h>

#include <nanopat/err.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

/* Under the address sanitizer what is not handed out is poisoned, with a gap behind each piece:
 * a block is one allocation to it, and steps from piece to piece would go unseen.          */
#if !defined(__has_feature)
#define __has_feature(x) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer)
#include <sanitizer/asan_interface.h>
enum { GAP = 16 };
#define FORBID(p, n) ASAN_POISON_MEMORY_REGION(p, n)
#define ALLOW(p, n) ASAN_UNPOISON_MEMORY_REGION(p, n)
#else
enum { GAP = 0 };
#define FORBID(p, n) ((void)0)
#define ALLOW(p, n) ((void)0)
#endif

enum { FIRST_BLOCK = 32 * 1024, LARGEST_KEPT = 1024 * 1024, ALIGN = 16,
       LARGE_PAGES_FROM = 8 * 1024 * 1024 };

struct block {
    struct block *next;
    size_t cap;
    size_t used;
    _Alignas(ALIGN) char bytes[];
};

struct np_arena {
    struct block *top;
    size_t used;
};

void *np_malloc(size_t size_bytes)
{
    void *p = malloc(size_bytes ? size_bytes : 1);

    if (!p)
        np_panic("out of memory (%zu bytes)", size_bytes);
    return p;
}

void *np_calloc(size_t count, size_t size_bytes)
{
    void *p = calloc(count ? count : 1, size_bytes ? size_bytes : 1);

    if (!p)
        np_panic("out of memory (%zu x %zu bytes)", count, size_bytes);
    return p;
}

void *np_realloc(void *old, size_t size_bytes)
{
    void *p = realloc(old, size_bytes ? size_bytes : 1);

    if (!p)
        np_panic("out of memory (%zu bytes)", size_bytes);
    return p;
}

void np_prefer_large_pages(void *p, size_t size_bytes)
{
    const uintptr_t page = 4096;
    uintptr_t from = ((uintptr_t)p + page - 1) & ~(page - 1);
    uintptr_t to = ((uintptr_t)p + size_bytes) & ~(page - 1);

    if (size_bytes >= LARGE_PAGES_FROM && to > from)
        (void)madvise((void *)from, to - from, MADV_HUGEPAGE); /* only advice */
}

char *np_strdup(const char *s)
{
    size_t n = strlen(s) + 1;

    return memcpy(np_malloc(n), s, n);
}

static struct block *add_block(struct np_arena *arena, size_t cap)
{
    struct block *block = np_malloc(sizeof *block + cap);

    block->next = arena->top;
    block->cap = cap;
    block->used = 0;
    FORBID(block->bytes, cap);
    arena->top = block;
    return block;
}

struct np_arena *np_arena_new(void)
{
    return np_calloc(1, sizeof(struct np_arena));
}

static void free_blocks(struct block *block)
{
    while (block) {
        struct block *next = block->next;
        free(block);
        block = next;
    }
}

void np_arena_free(struct np_arena *arena)
{
    if (!arena)
        return;
    free_blocks(arena->top);
    free(arena);
}

void np_arena_reset(struct np_arena *arena)
{
    struct block *kept = arena->top;

    arena->used = 0;
    if (!kept)
        return;
    free_blocks(kept->next);
    kept->next = NULL;
    kept->used = 0;
    FORBID(kept->bytes, kept->cap);
    if (kept->cap > LARGEST_KEPT) {
        free(kept);
        arena->top = NULL;
    }
}

static size_t next_cap(const struct np_arena *arena, size_t need)
{
    size_t cap = arena->top ? arena->top->cap * 2 : FIRST_BLOCK;

    if (cap > LARGEST_KEPT)
        cap = LARGEST_KEPT;
    return need > cap ? need : cap;
}

void *np_arena_alloc(struct np_arena *arena, size_t size_bytes)
{
    struct block *block = arena->top;
    size_t need;
    void *p;

    if (size_bytes > SIZE_MAX / 4)
        np_panic("out of memory (%zu bytes)", size_bytes);
    need = (size_bytes + ALIGN - 1) / ALIGN * ALIGN + GAP;
    if (!block || block->cap - block->used < need)
        block = add_block(arena, next_cap(arena, need));
    p = block->bytes + block->used;
    ALLOW(p, size_bytes);
    block->used += need;
    arena->used += need;
    return p;
}

void *np_arena_zalloc(struct np_arena *arena, size_t size_bytes)
{
    return memset(np_arena_alloc(arena, size_bytes), 0, size_bytes);
}

struct np_slice np_arena_copy(struct np_arena *arena, struct np_slice s)
{
    char *p = np_arena_alloc(arena, s.n + 1);

    if (s.n)
        memcpy(p, s.p, s.n);
    p[s.n] = '\0';
    return np_slice_make(p, s.n);
}

struct np_slice np_arena_printf(struct np_arena *arena, const char *format, ...)
{
    va_list args, again;
    char *p;
    int n;

    va_start(args, format);
    va_copy(again, args);
    n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n < 0)
        np_panic("bad format '%s'", format);
    p = np_arena_alloc(arena, (size_t)n + 1);
    vsnprintf(p, (size_t)n + 1, format, again);
    va_end(again);
    return np_slice_make(p, (size_t)n);
}

size_t np_arena_used(const struct np_arena *arena)
{
    return arena->used;
}

void np_list_grow(struct np_arena *arena, void **v, size_t *n, size_t *cap, size_t item_bytes)
{
    if (*n == *cap) {
        size_t wider = *cap ? *cap * 2 : 4;
        void *grown = np_arena_alloc(arena, wider * item_bytes);

        if (*n)
            memcpy(grown, *v, *n * item_bytes);
        *v = grown;
        *cap = wider;
    }
    memset((char *)*v + *n * item_bytes, 0, item_bytes);
    ++*n;
}

int np_compare_int32(const void *left, const void *right)
{
    int32_t a = *(const int32_t *)left, b = *(const int32_t *)right;

    return (a > b) - (a < b);
}

int np_compare_uint32(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;

    return (a > b) - (a < b);
}

int np_compare_int64(const void *left, const void *right)
{
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;

    return (a > b) - (a < b);
}
