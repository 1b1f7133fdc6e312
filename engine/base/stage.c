/* stage.c -- what runs in the reader and in a worker, process or thread alike. */
#include "pipe.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* ---- reader ---- */

struct job {
    int fd;
    uint32_t bytes;
    char note[NOTE_BYTES];
};

struct np_emitter {
    struct np_pipe *pipe;
    int channel;
    uint32_t *free;   /* batches nobody uses */
    size_t nfree;
    int64_t current;  /* batch being filled; -1: none */
    struct job ahead; /* asked for while the last one is read */
    bool has_ahead, finish, gone;
};

/* Takes one message from the parent: 1, 0 if there is none and we do not wait, -1: it has gone. */
static int hear_parent(struct np_emitter *e, bool wait)
{
    struct message m;
    int fd = -1;
    int got;

    do
        got = channel_receive(e->channel, &m, e->ahead.note, &fd, wait);
    while (got == 0 && wait);
    if (got < 0)
        e->gone = true;
    if (got <= 0)
        return got;
    switch (m.kind) {
    case MSG_FREE: e->free[e->nfree++] = m.batch; break;
    case MSG_FINISH: e->finish = true; break;
    case MSG_JOB:
        e->ahead.fd = fd;
        e->ahead.bytes = m.note;
        e->has_ahead = true;
        break;
    default: break;
    }
    return 1;
}

static bool tell(struct np_emitter *e, enum message_kind kind, uint32_t batch)
{
    struct message m = { .kind = kind, .batch = batch };

    if (channel_send(e->channel, &m, NULL, -1) != 0)
        e->gone = true;
    return !e->gone;
}

static void flush_batch(struct np_emitter *e)
{
    if (e->current < 0)
        return;
    tell(e, MSG_FULL, (uint32_t)e->current);
    e->current = -1;
}

static struct batch *open_batch(struct np_emitter *e)
{
    struct batch *b;

    if (e->current >= 0)
        return &e->pipe->batches[e->current];
    while (e->nfree == 0)
        if (hear_parent(e, true) < 0)
            return NULL;
    e->current = e->free[--e->nfree];
    b = &e->pipe->batches[e->current];
    b->in_used = 0;
    b->out_used = 0;
    atomic_store(&b->count, 0);
    atomic_store(&b->working, BATCH_ITEMS);
    return b;
}

static uint64_t put_bytes(struct batch *b, struct np_slice s)
{
    uint64_t at = b->in_used;

    if (s.n)
        memcpy(b->in + at, s.p, s.n);
    b->in_used += s.n;
    return at;
}

enum np_status np_emit(struct np_emitter *e, struct np_slice head, struct np_slice body)
{
    size_t cap = e->pipe->in_cap;
    struct batch *b;
    struct place *p;
    uint32_t count;

    if (head.n > NOTE_BYTES || body.n > cap - head.n)
        return NP_SKIP;
    b = open_batch(e);
    if (b && b->in_used && b->in_used + head.n + body.n > cap) {
        flush_batch(e);
        b = open_batch(e);
    }
    if (!b || e->gone)
        return NP_STOP;
    count = atomic_load(&b->count);
    p = &b->place[count];
    *p = (struct place){ .head_bytes = (uint32_t)head.n, .body_bytes = body.n };
    p->head = put_bytes(b, head);
    p->body = put_bytes(b, body);
    atomic_store(&b->count, count + 1);
    if (count + 1 == BATCH_ITEMS || b->in_used >= BATCH_BYTES)
        flush_batch(e);
    return e->gone ? NP_STOP : NP_OK;
}

static bool next_job(struct np_emitter *e, struct job *job)
{
    while (!e->has_ahead && !e->finish) {
        int got = hear_parent(e, false);

        if (got == 0) { /* nothing to do: what is read so far need not wait too */
            flush_batch(e);
            got = hear_parent(e, true);
        }
        if (got < 0)
            return false;
    }
    if (!e->has_ahead)
        return false;
    *job = e->ahead;
    e->has_ahead = false;
    return tell(e, MSG_WANT, 0);
}

void stage_read(struct np_pipe *pipe, int channel)
{
    const struct np_pipeline *plan = &pipe->plan;
    struct np_emitter *e = calloc(1, sizeof *e);
    struct job *job = malloc(sizeof *job);
    void *reader = plan->reader_new(plan->stage_ctx);

    if (!e || !job)
        np_panic("out of memory");
    e->pipe = pipe;
    e->channel = channel;
    e->current = -1;
    e->free = calloc(pipe->nbatches, sizeof *e->free);
    if (!e->free)
        np_panic("out of memory");
    for (size_t i = pipe->nbatches; i > 0; i--)
        e->free[e->nfree++] = (uint32_t)(i - 1);
    if (!plan->threads && plan->sandbox != NP_SANDBOX_OFF)
        np_sandbox_enter(NULL);
    tell(e, MSG_WANT, 0);
    while (next_job(e, job))
        if (plan->read_job(reader, job->fd, np_slice_make(job->note, job->bytes), e) == NP_STOP)
            break;
    flush_batch(e);
    tell(e, MSG_DONE, 0);
    plan->reader_free(reader);
    free(e->free);
    free(job);
    free(e);
}

/* ---- worker ---- */

static void answer_item(struct np_pipe *pipe, struct batch *b, uint32_t i, void *worker,
                        struct np_buf *answer)
{
    struct place *p = &b->place[i];

    np_buf_reset(answer);
    pipe->plan.work(worker, np_slice_make(b->in + p->head, p->head_bytes),
                    np_slice_make(b->in + p->body, (size_t)p->body_bytes), answer);
    if (answer->n > pipe->out_cap - b->out_used) {
        p->fate = NP_TOO_LARGE;
        p->answered = 1;
        return;
    }
    p->answer = b->out_used;
    p->answer_bytes = answer->n;
    if (answer->n)
        memcpy(b->out + b->out_used, answer->p, answer->n);
    b->out_used += answer->n;
    p->fate = NP_ANSWERED;
    p->answered = 1;
}

static void work_batch(struct np_pipe *pipe, const struct message *m, void *worker,
                       struct np_buf *answer)
{
    struct batch *b = &pipe->batches[m->batch];
    uint32_t count = atomic_load(&b->count);

    for (uint32_t i = m->from; i < count; i++) {
        atomic_store(&b->working, i);
        answer_item(pipe, b, i, worker, answer);
    }
    atomic_store(&b->working, BATCH_ITEMS);
}

void stage_work(struct np_pipe *pipe, int channel)
{
    const struct np_pipeline *plan = &pipe->plan;
    void *worker = plan->worker_new(plan->stage_ctx);
    struct np_buf answer = { 0 };
    struct message m;
    int got;

    if (!plan->threads && plan->sandbox != NP_SANDBOX_OFF)
        np_sandbox_enter(NULL);
    while ((got = channel_receive(channel, &m, NULL, NULL, true)) >= 0) {
        if (got == 0)
            continue;
        if (m.kind == MSG_FINISH)
            break;
        if (m.kind != MSG_WORK || m.batch >= pipe->nbatches)
            continue;
        work_batch(pipe, &m, worker, &answer);
        m.kind = MSG_DONE;
        if (channel_send(channel, &m, NULL, -1) != 0)
            break;
    }
    np_buf_release(&answer);
    plan->worker_free(worker);
}
