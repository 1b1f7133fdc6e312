/* window.c -- one growing buffer over a member. */
#include "window.h"

#include <nanopat/arena.h>
#include <stdlib.h>

#define SURPLUS ((size_t)8 << 20)

static void drop_before(struct window *w, int64_t keep)
{
    int64_t n = keep - w->base;

    if (n <= 0)
        return;
    memmove(w->p, w->p + n, (size_t)(w->end - keep));
    w->base = keep;
}

/* Room for one piece; what a giant document needed is given back after it. */
static void make_room(struct window *w)
{
    size_t used = (size_t)(w->end - w->base);
    size_t cap = w->cap ? w->cap : w->piece;

    while (cap - used < w->piece)
        cap += cap / 2 + w->piece;
    if (cap > SURPLUS && used + w->piece < cap / 8)
        cap = used + w->piece;
    if (cap != w->cap)
        w->p = np_realloc(w->p, cap);
    w->cap = cap;
}

bool window_more(struct window *w, int64_t keep)
{
    size_t got = 0;
    enum np_status status;

    if (w->eof)
        return false;
    drop_before(w, (keep < w->end ? keep : w->end) - 1);
    make_room(w);
    status = w->read(w->from, w->p + (w->end - w->base), w->piece, &got, &w->error);
    w->end += (int64_t)got;
    if (status != NP_OK)
        w->eof = true;
    if (status != NP_OK && status != NP_END)
        w->failed = true;
    return got > 0;
}

int64_t window_need(struct window *w, int64_t keep, int64_t offset, int64_t n)
{
    while (w->end - offset < n && window_more(w, keep))
        ;
    return w->end - offset < n ? w->end - offset : n;
}

int64_t window_find(struct window *w, int64_t keep, int64_t from, const char *needle, int64_t most)
{
    size_t n = strlen(needle);
    int64_t at = from;

    for (;;) {
        int64_t to = w->end < from + most ? w->end : from + most;

        if (to - at >= (int64_t)n) {
            const char *p = window_at(w, at);
            const char *hit = memmem(p, (size_t)(to - at), needle, n);

            if (hit)
                return at + (hit - p) + (int64_t)n;
            at = to - (int64_t)n + 1;
        }
        if (to == from + most || !window_more(w, keep))
            return -1;
    }
}

void window_release(struct window *w)
{
    free(w->p);
    w->p = NULL;
    w->cap = 0;
}
