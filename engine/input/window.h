/* window.h -- the part of a member that is in memory, addressed by offsets in the member.
 *
 *     member   ....................[ keep        end )...........
 *                                  base, p
 *
 * Pointers move whenever the window does, offsets do not: the framer thinks in offsets.
 */
#ifndef INPUT_WINDOW_H
#define INPUT_WINDOW_H

#include <nanopat/input.h>

/* Where the bytes come from; as np_source_read. */
typedef enum np_status window_read(void *from, char *p, size_t n, size_t *got,
                                   struct np_err *err);

struct window {
    window_read *read;
    void *from;      /* borrowed */
    size_t piece;    /* bytes asked for at a time */
    char *p;         /* owned */
    size_t cap;
    int64_t base;    /* offset of p[0] */
    int64_t end;     /* offset behind the last byte there is */
    bool eof;        /* nothing comes after end */
    bool failed;     /* because reading failed: error says why */
    struct np_err error;
};

static inline const char *window_at(const struct window *w, int64_t offset)
{
    return w->p + (offset - w->base);
}

static inline struct np_slice window_slice(const struct window *w, int64_t from, int64_t to)
{
    return from < w->base || to > w->end || from >= to
               ? NP_EMPTY
               : np_slice_make(window_at(w, from), (size_t)(to - from));
}

/* Reads one piece more; bytes before keep may go (one byte before it stays). False at the end. */
bool window_more(struct window *w, int64_t keep);

/* Makes n bytes from offset on available where there are so many; how many there are. */
int64_t window_need(struct window *w, int64_t keep, int64_t offset, int64_t n);

/* Offset behind the first `needle` in [from, from + most), reading on; -1 if there is none. */
int64_t window_find(struct window *w, int64_t keep, int64_t from, const char *needle,
                    int64_t most);

void window_release(struct window *w);

#endif
