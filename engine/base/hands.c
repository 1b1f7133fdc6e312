/* hands.c -- workers as the parent sees them: work out, answers back, watchdog, burial. */
#include <nanopat/pipeline.h>

#include "parent.h"

#include <errno.h>
#include <time.h>

bool hand_spawn(struct parent *p, struct hand *h)
{
    if (nursery_spawn(p->pipe->nursery, false, &h->stage) == 0)
        return true;
    np_fail(p->err, NP_STOP, "cannot start a worker: %s", strerror(errno));
    return parent_give_up(p, NP_STOP);
}

static void send_work(struct parent *p, struct hand *h, uint32_t batch)
{
    struct message m = { .kind = MSG_WORK, .batch = batch, .from = p->resume[batch] };

    p->where[batch] = AT_WORKER;
    h->batch[h->n++] = batch;
    channel_send(h->stage.channel, &m, NULL, -1); /* if it has died, its end will be noticed */
}

static struct hand *idlest(struct parent *p)
{
    struct hand *best = NULL;

    for (int i = 0; i < p->pipe->workers; i++) {
        struct hand *h = &p->hand[i];

        if (h->stage.channel >= 0 && h->n < QUEUE && (!best || h->n < best->n))
            best = h;
    }
    return best;
}

void hands_give_batches(struct parent *p)
{
    for (size_t i = 0; i < p->queued; i++) {
        uint32_t batch = p->order[(p->first + i) % p->pipe->nbatches];
        struct hand *h;

        if (p->where[batch] != WAITING)
            continue;
        h = idlest(p);
        if (!h)
            return;
        send_work(p, h, batch);
    }
}

static void forget_batch(struct hand *h, uint32_t batch)
{
    for (int i = 0; i < h->n; i++)
        if (h->batch[i] == batch) {
            memmove(&h->batch[i], &h->batch[i + 1], sizeof h->batch[0] * (size_t)(h->n - i - 1));
            h->n--;
            return;
        }
}

/* A worker's end: the item in its hands is lost, the rest of its batches go to another. */
static void take_back(struct parent *p, struct hand *h, int signal_number)
{
    for (int i = 0; i < h->n; i++) {
        uint32_t batch = h->batch[i];
        struct batch *b = &p->pipe->batches[batch];
        uint32_t item = atomic_load(&b->working);
        uint32_t count = atomic_load(&b->count);

        p->where[batch] = WAITING;
        if (i > 0 || item >= count || item >= BATCH_ITEMS || item < p->resume[batch])
            continue;
        b->place[item].fate = h->killed ? NP_HUNG : NP_CRASHED;
        b->place[item].signal = (uint32_t)signal_number;
        b->place[item].answered = 1;
        b->place[item].answer_bytes = 0;
        p->resume[batch] = item + 1;
        atomic_store(&b->working, BATCH_ITEMS);
        h->deaths_in_a_row = 0;
    }
    h->n = 0;
}

static void replace(struct parent *p, struct hand *h)
{
    int signal_number = nursery_bury(p->pipe->nursery, &h->stage);

    h->deaths_in_a_row++;
    take_back(p, h, signal_number);
    h->killed = false;
    if (h->deaths_in_a_row > 5) {
        np_fail(p->err, NP_STOP, "workers die at once (signal %d): try --sandbox=off",
                signal_number);
        parent_give_up(p, NP_STOP);
        return;
    }
    hand_spawn(p, h);
}

void hand_hear(struct parent *p, struct hand *h)
{
    struct message m;
    int got;

    while ((got = channel_receive(h->stage.channel, &m, NULL, NULL, false)) > 0) {
        if (m.kind != MSG_DONE || m.batch >= p->pipe->nbatches || p->where[m.batch] != AT_WORKER)
            continue;
        forget_batch(h, m.batch);
        h->deaths_in_a_row = 0;
        p->where[m.batch] = READY;
    }
    if (got < 0)
        replace(p, h);
}

/* ---- the watchdog ---- */

static int64_t cpu_ns(pid_t pid)
{
    struct timespec t;
    clockid_t clock;

    if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &t) != 0)
        return 0;
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

void hand_watch(struct parent *p, struct hand *h, int64_t now)
{
    const struct np_pipeline *plan = &p->pipe->plan;
    int64_t cpu_limit = (int64_t)(plan->hang_cpu_seconds ? plan->hang_cpu_seconds : 10);
    int64_t wall_limit = (int64_t)(plan->hang_wall_seconds ? plan->hang_wall_seconds : 60);
    uint32_t batch = h->n ? h->batch[0] : UINT32_MAX;
    uint32_t item = h->n ? atomic_load(&p->pipe->batches[batch].working) : UINT32_MAX;
    int64_t cpu;

    if (!h->stage.pid)
        return;
    cpu = cpu_ns(h->stage.pid);
    /* Not looked at yet: its zeros would be the first item of the first batch, of long ago. */
    if (batch != h->seen_batch || item != h->seen_item || !h->n || !h->since_wall_ns) {
        h->seen_batch = batch;
        h->seen_item = item;
        h->since_cpu_ns = cpu;
        h->since_wall_ns = now;
        return;
    }
    if (cpu - h->since_cpu_ns > cpu_limit * 1000000000 ||
        now - h->since_wall_ns > wall_limit * 1000000000) {
        h->killed = true;
        nursery_kill(&h->stage);
        h->since_wall_ns = now;
    }
}
