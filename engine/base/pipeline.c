/* pipeline.c -- the parent's side: hands out jobs, writes in order, buries the dead. */
#include <nanopat/pipeline.h>

#include "parent.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

bool parent_give_up(struct parent *p, enum np_status status)
{
    if (p->status == NP_OK)
        p->status = status;
    return false;
}

static void finish_reader(struct parent *p)
{
    struct message m = { .kind = MSG_FINISH };

    p->no_more_jobs = true;
    if (p->reader.channel >= 0)
        channel_send(p->reader.channel, &m, NULL, -1);
}

static void hand_out_jobs(struct parent *p)
{
    const struct np_pipeline *plan = &p->pipe->plan;

    while (p->wanted > 0 && !p->no_more_jobs && p->status == NP_OK) {
        struct message m = { .kind = MSG_JOB };
        enum np_status status;
        int fd = -1;

        np_buf_reset(&p->note);
        status = plan->next_job(plan->ctx, &fd, &p->note, p->err);
        if (status != NP_OK) {
            if (status != NP_END)
                parent_give_up(p, status);
            finish_reader(p);
            return;
        }
        if (p->note.n > NOTE_BYTES)
            np_panic("a job's note has %zu bytes", p->note.n);
        m.note = (uint32_t)p->note.n;
        channel_send(p->reader.channel, &m, p->note.p, fd);
        if (fd >= 0)
            close(fd);
        p->wanted--;
    }
}

/* ---- writing ---- */

static bool inside(uint64_t at, uint64_t n, size_t cap)
{
    return at <= cap && n <= cap - at;
}

/* The batch as the writer sees it. The table was within reach of every worker: what does not lie
 * inside the batch is taken for a crash.                                                      */
static size_t list_items(struct parent *p, struct batch *b)
{
    uint32_t count = atomic_load(&b->count);

    if (count > BATCH_ITEMS)
        count = BATCH_ITEMS;
    for (uint32_t i = 0; i < count; i++) {
        struct place place = b->place[i];
        struct np_item *item = &p->items[i];

        memset(item, 0, sizeof *item);
        item->fate = place.fate <= NP_TOO_LARGE ? (enum np_fate)place.fate : NP_CRASHED;
        item->signal = (int)place.signal;
        if (!inside(place.head, place.head_bytes, p->pipe->in_cap) ||
            !inside(place.body, place.body_bytes, p->pipe->in_cap) ||
            !inside(place.answer, place.answer_bytes, p->pipe->out_cap)) {
            item->fate = NP_CRASHED;
            continue;
        }
        item->head = np_slice_make(b->in + place.head, place.head_bytes);
        item->body = np_slice_make(b->in + place.body, (size_t)place.body_bytes);
        if (item->fate == NP_ANSWERED)
            item->answer = np_slice_make(b->out + place.answer, (size_t)place.answer_bytes);
    }
    return count;
}

static void give_back(struct parent *p, uint32_t batch)
{
    struct message m = { .kind = MSG_FREE, .batch = batch };

    pipe_shrink(p->pipe, &p->pipe->batches[batch]);
    p->where[batch] = AT_READER;
    p->resume[batch] = 0;
    if (p->reader.channel >= 0)
        channel_send(p->reader.channel, &m, NULL, -1);
}

static void write_ready(struct parent *p)
{
    const struct np_pipeline *plan = &p->pipe->plan;

    while (p->queued && p->status == NP_OK) {
        uint32_t batch = p->order[p->first];
        enum np_status status;
        size_t n;

        if (p->where[batch] != READY)
            return;
        n = list_items(p, &p->pipe->batches[batch]);
        status = plan->write(plan->ctx, p->items, n, p->err);
        if (status != NP_OK) {
            parent_give_up(p, status);
            return;
        }
        p->first = (p->first + 1) % p->pipe->nbatches;
        p->queued--;
        give_back(p, batch);
        if (plan->tick)
            plan->tick(plan->ctx);
        return; /* look at the others between two batches: workers must not wait */
    }
}

/* ---- listening ---- */

static void hear_reader(struct parent *p)
{
    struct message m;
    int got;

    while ((got = channel_receive(p->reader.channel, &m, NULL, NULL, false)) > 0) {
        if (m.kind == MSG_WANT)
            p->wanted++;
        else if (m.kind == MSG_DONE)
            p->reader_done = true;
        else if (m.kind == MSG_FULL && m.batch < p->pipe->nbatches &&
                 p->where[m.batch] == AT_READER) {
            p->where[m.batch] = WAITING;
            p->order[(p->first + p->queued++) % p->pipe->nbatches] = m.batch;
        }
    }
    if (got < 0 && p->reader_done)
        nursery_bury(p->pipe->nursery, &p->reader);
    else if (got < 0)
        p->reader_lost = true;
}

/* ---- a dead reader ---- */

static void start_reader(struct parent *p)
{
    p->reader_done = p->reader_lost = false;
    p->wanted = 0;
    for (size_t i = 0; i < p->pipe->nbatches; i++)
        p->where[i] = AT_READER;
    if (nursery_spawn(p->pipe->nursery, true, &p->reader) != 0) {
        np_fail(p->err, NP_STOP, "cannot start the reader: %s", strerror(errno));
        parent_give_up(p, NP_STOP);
    }
}

/* When all it handed on is written, the caller decides, and a new one begins. */
static void revive_reader(struct parent *p)
{
    const struct np_pipeline *plan = &p->pipe->plan;
    enum np_status status;

    if (p->queued)
        return;
    status = plan->reader_died(plan->ctx, nursery_bury(p->pipe->nursery, &p->reader), p->err);
    if (status != NP_OK) {
        parent_give_up(p, status);
        return;
    }
    p->no_more_jobs = false;
    start_reader(p);
}

/* ---- the loop ---- */

static void wait_for_news(struct parent *p, bool idle)
{
    struct pollfd news[WORKERS_MAX + 1];
    struct hand *whose[WORKERS_MAX + 1];
    nfds_t n = 0;

    if (p->reader.channel >= 0 && !p->reader_lost) {
        whose[n] = NULL;
        news[n++] = (struct pollfd){ .fd = p->reader.channel, .events = POLLIN };
    }
    for (int i = 0; i < p->pipe->workers; i++)
        if (p->hand[i].stage.channel >= 0) {
            whose[n] = &p->hand[i];
            news[n++] = (struct pollfd){ .fd = p->hand[i].stage.channel, .events = POLLIN };
        }
    if (poll(news, n, idle ? 500 : 0) < 0)
        return;
    for (nfds_t i = 0; i < n; i++) {
        if (!news[i].revents)
            continue;
        if (whose[i])
            hand_hear(p, whose[i]);
        else
            hear_reader(p);
    }
}

static bool is_ready(const struct parent *p)
{
    return p->queued && p->where[p->order[p->first]] == READY;
}

static bool is_over(const struct parent *p)
{
    return p->reader.channel < 0 && !p->queued;
}

static bool is_stopped(const struct parent *p)
{
    return p->pipe->plan.stop && *p->pipe->plan.stop;
}

static int64_t wall_ns(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static void run_loop(struct parent *p)
{
    int64_t last = wall_ns();

    while (p->status == NP_OK && !is_over(p)) {
        int64_t now;

        if (is_stopped(p)) {
            parent_give_up(p, NP_END);
            return;
        }
        wait_for_news(p, !is_ready(p));
        if (p->reader_lost)
            revive_reader(p);
        hand_out_jobs(p);
        hands_give_batches(p);
        write_ready(p);
        now = wall_ns();
        if (now - last > 250000000) {
            last = now;
            for (int i = 0; i < p->pipe->workers; i++)
                hand_watch(p, &p->hand[i], now);
            if (p->pipe->plan.tick)
                p->pipe->plan.tick(p->pipe->plan.ctx);
        }
    }
}

static void end_stage(struct parent *p, struct stage *stage, bool now)
{
    struct message m = { .kind = MSG_FINISH };

    if (stage->channel < 0)
        return;
    if (now)
        nursery_kill(stage);
    else
        channel_send(stage->channel, &m, NULL, -1);
    nursery_bury(p->pipe->nursery, stage);
}

enum np_status np_pipeline_run(struct np_pipe *pipe, struct np_err *err)
{
    struct np_err local = { 0 };
    struct parent p = { .pipe = pipe, .err = err ? err : &local, .reader = { .channel = -1 } };
    enum np_status status;

    p.where = np_calloc(pipe->nbatches, sizeof *p.where);
    p.order = np_calloc(pipe->nbatches, sizeof *p.order);
    p.resume = np_calloc(pipe->nbatches, sizeof *p.resume);
    p.items = np_calloc(BATCH_ITEMS, sizeof *p.items);
    for (int i = 0; i < WORKERS_MAX; i++)
        p.hand[i].stage.channel = -1;
    start_reader(&p);
    for (int i = 0; i < pipe->workers && p.status == NP_OK; i++)
        hand_spawn(&p, &p.hand[i]);
    run_loop(&p);
    end_stage(&p, &p.reader, p.status != NP_OK);
    for (int i = 0; i < pipe->workers; i++)
        end_stage(&p, &p.hand[i].stage, p.status != NP_OK);
    status = p.status;
    free(p.where);
    free(p.order);
    free(p.resume);
    free(p.items);
    np_buf_release(&p.note);
    pipe_free(pipe);
    return status;
}
