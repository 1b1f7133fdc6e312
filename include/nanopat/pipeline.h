/* pipeline.h -- one reader, n workers, one writer; the only concurrency in the program.
 *
 *   jobs ─▶ reader ══batches of items══▶ n workers ══the same batches with answers══▶ writer
 *   (parent)  opens nothing, emits         bytes in, bytes out                 (parent) in order
 *
 * Reader and workers are forked, sandboxed processes, or threads on request; the code of the
 * stages is the same. A batch is a piece of shared memory: the reader fills the items, a
 * worker adds an answer to each, the writer gets them in the order in which they were read. A
 * worker that crashes or hangs costs the item in its hands; the rest of its batch goes to a
 * new worker. Answers are written by a process that read hostile bytes: the writer gets slices that lie
 * within the batch, and nothing else is promised about them.
 */
#ifndef NANOPAT_PIPELINE_H
#define NANOPAT_PIPELINE_H

#include <nanopat/buf.h>
#include <nanopat/err.h>
#include <nanopat/sandbox.h>
#include <signal.h>

enum np_fate {
    NP_ANSWERED,  /* the worker gave an answer */
    NP_CRASHED,   /* it died on this item; signal says of what */
    NP_HUNG,      /* it was killed: no progress within the limits */
    NP_TOO_LARGE  /* the answer did not fit */
};

struct np_item {
    struct np_slice head; /* what the reader says about it: small, the stages' own encoding */
    struct np_slice body;
    struct np_slice answer;
    enum np_fate fate;
    int signal;
};

/* The reader's way to hand on an item; copies. NP_SKIP: larger than a batch can hold. NP_STOP:
 * the parent has gone or wants no more; read_job returns at once.                             */
struct np_emitter;
enum np_status np_emit(struct np_emitter *emitter, struct np_slice head, struct np_slice body);

struct np_pipeline {
    void *ctx;              /* for the parent's calls */
    void *stage_ctx;        /* for reader_new and worker_new: constant once prepared */
    int workers;            /* 0: one per processor */
    bool threads;           /* instead of processes */
    enum np_sandbox sandbox;
    int64_t item_bytes;     /* the largest item; sets the (virtual) size of a batch */
    int hang_cpu_seconds;   /* on one item; 0: 10 */
    int hang_wall_seconds;  /* 0: 60 */
    const volatile sig_atomic_t *stop; /* not 0: stop, what is written stays; may be NULL */

    /* In the parent. The next thing to read: a descriptor (taken; -1 for none) and a note of at
     * most 32 KiB. NP_END: no more. NP_STOP: give up.                                       */
    enum np_status (*next_job)(void *ctx, int *fd, struct np_buf *note, struct np_err *err);
    /* In the parent. A batch in reading order. Commits or fails as a whole. */
    enum np_status (*write)(void *ctx, const struct np_item *items, size_t n, struct np_err *err);
    /* In the parent. The reader died; everything it had handed on is written. The next job may
     * be the same again from a later point. NP_STOP: give up. */
    enum np_status (*reader_died)(void *ctx, int signal, struct np_err *err);
    /* In the parent, about once a second and after each batch. May be NULL. */
    void (*tick)(void *ctx);

    /* In the reader. */
    void *(*reader_new)(void *ctx);
    enum np_status (*read_job)(void *reader, int fd, struct np_slice note,
                               struct np_emitter *emitter);
    void (*reader_free)(void *reader);

    /* In a worker. `answer` is empty at the call. */
    void *(*worker_new)(void *ctx);
    void (*work)(void *worker, struct np_slice head, struct np_slice body, struct np_buf *answer);
    void (*worker_free)(void *worker);
};

/* Two steps, because processes are forked from a small program: np_pipeline_prepare forks, so
 * what stages need must be loaded before, and what they must not see (the store) is opened
 * after. np_pipeline_run does all the work and frees the pipe.                           */
struct np_pipe;
enum np_status np_pipeline_prepare(const struct np_pipeline *plan, struct np_pipe **pipe,
                                   struct np_err *err);
/* NP_OK: all jobs done. NP_END: stopped by plan->stop. NP_STOP: err says why. */
enum np_status np_pipeline_run(struct np_pipe *pipe, struct np_err *err);
/* Only if np_pipeline_run was not called. */
void np_pipeline_abandon(struct np_pipe *pipe);

#endif
