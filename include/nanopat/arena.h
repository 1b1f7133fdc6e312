/* arena.h -- memory for one unit that travels: a document, a batch.
 *
 * Whatever belongs together is allocated together and freed together. Nothing
 * inside an arena is freed alone. Out of memory ends the program (np_panic).
 *
 *     struct np_arena *arena = np_arena_new();
 *     char *copy = np_arena_copy(arena, text).p;
 *     np_arena_reset(arena);       keeps the memory for the next document
 *     np_arena_free(arena);
 */
#ifndef NANOPAT_ARENA_H
#define NANOPAT_ARENA_H

#include <nanopat/slice.h>

struct np_arena;

struct np_arena *np_arena_new(void);
void np_arena_free(struct np_arena *arena);

/* Forgets all content. Memory beyond 1 MiB is given back to the system. */
void np_arena_reset(struct np_arena *arena);

/* Aligned for any type, not cleared. Never NULL. */
void *np_arena_alloc(struct np_arena *arena, size_t size_bytes);

/* The same, cleared. */
void *np_arena_zalloc(struct np_arena *arena, size_t size_bytes);

/* A copy with a NUL behind it (not counted in n). */
struct np_slice np_arena_copy(struct np_arena *arena, struct np_slice s);

struct np_slice np_arena_printf(struct np_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Bytes handed out since the last reset. */
size_t np_arena_used(const struct np_arena *arena);

/* Lists that live in an arena: struct { T *v; size_t n, cap; }. */
#define NP_LIST(T)   \
    struct {         \
        T *v;        \
        size_t n;    \
        size_t cap;  \
    }

/* Room for one more, cleared; the pointer is good until the next add. */
#define np_list_add(arena, list)                                                             \
    (np_list_grow((arena), (void **)&(list)->v, &(list)->n, &(list)->cap, sizeof *(list)->v), \
     &(list)->v[(list)->n - 1])

void np_list_grow(struct np_arena *arena, void **v, size_t *n, size_t *cap, size_t item_bytes);

/* Ascending, for qsort and bsearch over lists of such numbers. */
int np_compare_int32(const void *left, const void *right);
int np_compare_uint32(const void *left, const void *right);
int np_compare_int64(const void *left, const void *right);

/* The heap, for what outlives every arena. Never NULL. */
void *np_malloc(size_t size_bytes);
void *np_calloc(size_t count, size_t size_bytes);
void *np_realloc(void *p, size_t size_bytes);
char *np_strdup(const char *s);

/* Says that a large block is read here and there, so that the system may give it large pages. */
void np_prefer_large_pages(void *p, size_t size_bytes);

#endif
