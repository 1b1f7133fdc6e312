/* pipe.h -- private to the pipeline: batches in shared memory, messages between stages.
 *
 *  parent ──JOB, FREE, FINISH──▶ reader          parent ──WORK b from k──▶ worker
 *         ◀─WANT, FULL b, DONE──                        ◀─DONE b──────────
 *
 * Messages are packets of a local socket pair; a job's packet carries its descriptor.
 */
#ifndef BASE_PIPE_H
#define BASE_PIPE_H

#include <nanopat/pipeline.h>

#include <stdatomic.h>
#include <sys/types.h>

enum { BATCH_ITEMS = 512, BATCH_BYTES = 1 << 20, NOTE_BYTES = 32 * 1024, WORKERS_MAX = 64 };

enum message_kind { MSG_WANT, MSG_JOB, MSG_FREE, MSG_FULL, MSG_WORK, MSG_DONE, MSG_FINISH };

struct message {
    uint32_t kind;
    uint32_t batch;
    uint32_t from; /* WORK: first item to do */
    uint32_t note; /* JOB: bytes that follow */
};

/* Where an item lies. Offsets are into in[] and out[] of its batch. */
struct place {
    uint64_t head, body, answer;
    uint32_t head_bytes, answered;
    uint64_t body_bytes, answer_bytes;
    uint32_t fate, signal;
};

struct batch {
    _Atomic uint32_t count;
    _Atomic uint32_t working; /* item in the worker's hands; BATCH_ITEMS when none */
    uint64_t in_used, out_used;
    struct place place[BATCH_ITEMS];
    char *in, *out; /* set before any fork; the same address in every process */
};

struct np_pipe {
    struct np_pipeline plan;
    int workers;
    size_t nbatches;
    size_t in_cap, out_cap;
    struct batch *batches; /* shared */
    struct nursery *nursery;
};

/* ---- channel.c: packets with an optional descriptor ---- */
int channel_pair(int fd[2]);
/* 0 or -1 (the other side has gone). */
int channel_send(int channel, const struct message *m, const void *note, int fd);
/* 1 one message, 0 nothing (only with wait == 0), -1 the other side has gone. *fd is -1 or taken.
 * note has room for NOTE_BYTES, or is NULL where no notes come.                                   */
int channel_receive(int channel, struct message *m, char *note, int *fd, bool wait);

/* ---- stage.c: what runs in reader and worker ---- */
void stage_read(struct np_pipe *pipe, int channel);
void stage_work(struct np_pipe *pipe, int channel);

/* ---- nursery.c: where stages are born, as processes or threads ---- */
struct stage {
    int channel; /* parent's end; -1: not alive */
    pid_t pid;   /* 0: thread */
    unsigned long thread;
};
/* Called before the store is opened. NULL on failure. */
struct nursery *nursery_open(struct np_pipe *pipe);
int nursery_spawn(struct nursery *nursery, bool reader, struct stage *stage);
/* After its channel has ended: its exit signal (0: none). */
int nursery_bury(struct nursery *nursery, struct stage *stage);
void nursery_kill(struct stage *stage);
void nursery_close(struct nursery *nursery);

#endif
