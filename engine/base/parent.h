/* parent.h -- private to the pipeline: what the parent knows of its stages.
 *
 *   pipe.c      batches in shared memory, made before anything is forked
 *   hands.c     workers: work out, answers back, watchdog, burial
 *   pipeline.c  reader, ordered writing, the loop
 */
#ifndef BASE_PARENT_H
#define BASE_PARENT_H

#include "pipe.h"

#include <nanopat/arena.h>

enum { QUEUE = 2 /* batches in one worker's hands */ };

enum where { AT_READER, WAITING, AT_WORKER, READY };

struct hand { /* a worker, seen from the parent */
    struct stage stage;
    uint32_t batch[QUEUE]; /* in the order given */
    int n;
    uint32_t seen_batch, seen_item; /* for the watchdog */
    int64_t since_cpu_ns, since_wall_ns;
    int deaths_in_a_row;
    bool killed;
};

struct parent {
    struct np_pipe *pipe;
    struct stage reader;
    struct hand hand[WORKERS_MAX];
    enum where *where;   /* per batch */
    uint32_t *order;     /* batches in reading order, a ring of nbatches */
    size_t first, queued;
    uint32_t *resume;    /* per batch: first item to do */
    int wanted;          /* jobs asked for by the reader */
    bool no_more_jobs, reader_done, reader_lost;
    struct np_buf note;
    struct np_item *items;
    enum np_status status;
    struct np_err *err;
};

/* Notes the first reason to end; always false. */
bool parent_give_up(struct parent *p, enum np_status status);

/* ---- pipe.c ---- */
void pipe_free(struct np_pipe *pipe);
/* A batch that swelled gives its surplus back to the system. */
void pipe_shrink(struct np_pipe *pipe, struct batch *b);

/* ---- hands.c ---- */
bool hand_spawn(struct parent *p, struct hand *h);
void hands_give_batches(struct parent *p);
void hand_hear(struct parent *p, struct hand *h);
/* Kills a worker that makes no progress on one item. */
void hand_watch(struct parent *p, struct hand *h, int64_t now_ns);

#endif
