/* words.c -- texts made from a pattern: what it finds, as examples. */
#include "shape.h"

#include <nanopat/text.h>

#define FEW 6          /* characters of a set, all of which are tried */
#define WORD_BYTES 400 /* longer ones are left out */

static void add_word(struct words *w, struct np_arena *arena, struct np_slice a, struct np_slice b)
{
    char *p = np_arena_alloc(arena, a.n + b.n + 1);

    if (a.n)
        memcpy(p, a.p, a.n);
    if (b.n)
        memcpy(p + a.n, b.p, b.n);
    *np_list_add(arena, &w->list) = np_slice_make(p, a.n + b.n);
}

static struct words empty_word(struct np_arena *arena, bool complete)
{
    struct words w = { .complete = complete };

    *np_list_add(arena, &w.list) = NP_EMPTY;
    return w;
}

static struct words words_of_set(const struct shape *shape, struct np_arena *arena, size_t cap)
{
    size_t n = set_size(&shape->set);
    struct words w = { .complete = n <= FEW && n <= cap };
    size_t wanted = w.complete ? n : 2;

    for (size_t i = 0; i < wanted && i < cap && i < n; i++) {
        struct np_buf b = { 0 };

        np_utf8_put(&b, set_example(&shape->set, i));
        add_word(&w, arena, np_buf_slice(&b), NP_EMPTY);
        np_buf_release(&b);
    }
    return w;
}

/* Each with each; where that is too many, a sample in which every word of both stands. */
static struct words joined(const struct words *a, const struct words *b, struct np_arena *arena,
                           size_t cap)
{
    size_t all = a->list.n * b->list.n, wider = a->list.n > b->list.n ? a->list.n : b->list.n;
    struct words w = { .complete = a->complete && b->complete && all <= cap };

    for (size_t t = 0; t < all && t < cap; t++) {
        size_t i = t % a->list.n;
        size_t k = all <= cap ? t / a->list.n : (t + t / wider) % b->list.n;

        if (a->list.v[i].n + b->list.v[k].n > WORD_BYTES)
            w.complete = false;
        else
            add_word(&w, arena, a->list.v[i], b->list.v[k]);
    }
    return w;
}

static struct words words_of_sequence(const struct shape *shape, struct np_arena *arena,
                                      size_t cap)
{
    struct words w = empty_word(arena, true);

    for (size_t i = 0; i < shape->kids.n; i++) {
        struct words next = words_of(shape->kids.v[i], arena, cap);

        w = joined(&w, &next, arena, cap);
    }
    return w;
}

static struct words words_of_alternatives(const struct shape *shape, struct np_arena *arena,
                                          size_t cap)
{
    struct words w = { .complete = true };
    size_t share = cap / shape->kids.n ? cap / shape->kids.n : 1;

    for (size_t i = 0; i < shape->kids.n && w.list.n < cap; i++) {
        struct words one = words_of(shape->kids.v[i], arena, share);

        w.complete &= one.complete;
        for (size_t k = 0; k < one.list.n && w.list.n < cap; k++)
            *np_list_add(arena, &w.list) = one.list.v[k];
    }
    w.complete &= shape->kids.n <= cap;
    return w;
}

/* The least number of times, and a few more. */
static struct words words_of_repeat(const struct shape *shape, struct np_arena *arena, size_t cap)
{
    struct words once = words_of(shape->kids.v[0], arena, cap), w = empty_word(arena, true), all;
    int most = shape->max >= 0 && shape->max <= shape->min + 1 ? shape->max : shape->min + 1;

    for (int i = 0; i < shape->min && w.list.n; i++)
        w = joined(&w, &once, arena, cap);
    all = w;
    all.complete = w.complete && most == shape->max;
    if (most > shape->min) {
        struct words more = joined(&w, &once, arena, cap);

        all.complete &= more.complete && all.list.n + more.list.n <= cap;
        for (size_t i = 0; i < more.list.n && all.list.n < cap; i++)
            *np_list_add(arena, &all.list) = more.list.v[i];
    }
    return all;
}

struct words words_of(const struct shape *shape, struct np_arena *arena, size_t cap)
{
    switch (shape->kind) {
    case SHAPE_SET: return words_of_set(shape, arena, cap);
    case SHAPE_SEQ: return words_of_sequence(shape, arena, cap);
    case SHAPE_ALT: return words_of_alternatives(shape, arena, cap);
    case SHAPE_REPEAT: return words_of_repeat(shape, arena, cap);
    case SHAPE_LOOK: return empty_word(arena, false);
    case SHAPE_ASSERT:
    case SHAPE_EMPTY: break;
    }
    return empty_word(arena, true);
}
