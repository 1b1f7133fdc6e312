/* pipeline.c -- the parent's side: hands out jobs and batches, writes in order, buries the dead. */
#include <nanopat/pipeline.h>

#include "pipe.h"

#include <nanopat/arena.h>

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

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

/* ---- shared memory ---- */

static void *map_shared(size_t size)
{
    void *p = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE,
                   -1, 0);

    return p == MAP_FAILED ? NULL : p;
}

static void unmap_batches(struct np_pipe *pipe)
{
    for (size_t i = 0; pipe->batches && i < pipe->nbatches; i++) {
        if (pipe->batches[i].in)
            munmap(pipe->batches[i].in, pipe->in_cap);
        if (pipe->batches[i].out)
            munmap(pipe->batches[i].out, pipe->out_cap);
    }
    if (pipe->batches)
        munmap(pipe->batches, pipe->nbatches * sizeof *pipe->batches);
}

static bool map_batches(struct np_pipe *pipe)
{
    pipe->batches = map_shared(pipe->nbatches * sizeof *pipe->batches);
    if (!pipe->batches)
        return false;
    for (size_t i = 0; i < pipe->nbatches; i++) {
        pipe->batches[i].in = map_shared(pipe->in_cap);
        pipe->batches[i].out = map_shared(pipe->out_cap);
        if (!pipe->batches[i].in || !pipe->batches[i].out)
            return false;
    }
    return true;
}

/* A batch that swelled gives its surplus back to the system. */
static void shrink(struct np_pipe *pipe, struct batch *b)
{
    size_t kept = 4 * (size_t)BATCH_BYTES;

    if (b->in_used > kept && pipe->in_cap > kept)
        madvise(b->in + kept, pipe->in_cap - kept, MADV_REMOVE);
    if (b->out_used > kept && pipe->out_cap > kept)
        madvise(b->out + kept, pipe->out_cap - kept, MADV_REMOVE);
}

static void free_pipe(struct np_pipe *pipe)
{
    nursery_close(pipe->nursery);
    unmap_batches(pipe);
    free(pipe);
}

static int processors(void)
{
    long n = sysconf(_SC_NPROCESSORS_ONLN);

    return n < 1 ? 1 : n > WORKERS_MAX ? WORKERS_MAX : (int)n;
}

/* Tries the sandbox on a child of its own, so that "require" fails before any work. */
static enum np_status try_sandbox(struct np_err *err)
{
    int status = 0;
    pid_t pid = fork();

    if (pid == 0)
        _exit(np_sandbox_enter(NULL) == NP_OK ? 0 : 1);
    if (pid < 0 || waitpid(pid, &status, 0) != pid || status != 0)
        return np_fail(err, NP_STOP, "no sandbox on this system; --sandbox=auto runs without");
    return NP_OK;
}

enum np_status np_pipeline_prepare(const struct np_pipeline *plan, struct np_pipe **out,
                                   struct np_err *err)
{
    struct np_pipe *pipe = np_calloc(1, sizeof *pipe);
    size_t page = 4096;

    if (plan->sandbox == NP_SANDBOX_REQUIRE && !plan->threads && try_sandbox(err) != NP_OK) {
        free(pipe);
        return NP_STOP;
    }
    pipe->plan = *plan;
    pipe->workers = plan->workers > 0 ? plan->workers : processors();
    if (pipe->workers > WORKERS_MAX)
        pipe->workers = WORKERS_MAX;
    pipe->nbatches = (size_t)pipe->workers * QUEUE + 2;
    pipe->in_cap = ((size_t)plan->item_bytes + NOTE_BYTES + BATCH_BYTES) / page * page + page;
    pipe->out_cap = pipe->in_cap + pipe->in_cap / 2 / page * page;
    if (!map_batches(pipe)) {
        free_pipe(pipe);
        return np_fail(err, NP_STOP, "cannot reserve %zu batches of %zu MiB",
                       pipe->nbatches, (pipe->in_cap + pipe->out_cap) >> 20);
    }
    pipe->nursery = nursery_open(pipe);
    if (!pipe->nursery) {
        free_pipe(pipe);
        return np_fail(err, NP_STOP, "cannot fork: %s", strerror(errno));
    }
    *out = pipe;
    return NP_OK;
}

void np_pipeline_abandon(struct np_pipe *pipe)
{
    if (pipe)
        free_pipe(pipe);
}

/* ---- handing out ---- */

static bool give_up(struct parent *p, enum np_status status)
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
                give_up(p, status);
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

static bool spawn_hand(struct parent *p, struct hand *h)
{
    if (nursery_spawn(p->pipe->nursery, false, &h->stage) == 0)
        return true;
    np_fail(p->err, NP_STOP, "cannot start a worker: %s", strerror(errno));
    return give_up(p, NP_STOP);
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

static void hand_out_batches(struct parent *p)
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

    shrink(p->pipe, &p->pipe->batches[batch]);
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
            give_up(p, status);
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
        give_up(p, NP_STOP);
        return;
    }
    spawn_hand(p, h);
}

static void hear_worker(struct parent *p, struct hand *h)
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

static int64_t wall_ns(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static int64_t cpu_ns(pid_t pid)
{
    struct timespec t;
    clockid_t clock;

    if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &t) != 0)
        return 0;
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static void watch(struct parent *p, struct hand *h, int64_t now)
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
    if (batch != h->seen_batch || item != h->seen_item || !h->n) {
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

/* ---- a dead reader ---- */

static void start_reader(struct parent *p)
{
    p->reader_done = p->reader_lost = false;
    p->wanted = 0;
    for (size_t i = 0; i < p->pipe->nbatches; i++)
        p->where[i] = AT_READER;
    if (nursery_spawn(p->pipe->nursery, true, &p->reader) != 0) {
        np_fail(p->err, NP_STOP, "cannot start the reader: %s", strerror(errno));
        give_up(p, NP_STOP);
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
        give_up(p, status);
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
            hear_worker(p, whose[i]);
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

static void run_loop(struct parent *p)
{
    int64_t last = wall_ns();

    while (p->status == NP_OK && !is_over(p)) {
        int64_t now;

        if (is_stopped(p)) {
            give_up(p, NP_END);
            return;
        }
        wait_for_news(p, !is_ready(p));
        if (p->reader_lost)
            revive_reader(p);
        hand_out_jobs(p);
        hand_out_batches(p);
        write_ready(p);
        now = wall_ns();
        if (now - last > 250000000) {
            last = now;
            for (int i = 0; i < p->pipe->workers; i++)
                watch(p, &p->hand[i], now);
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
        spawn_hand(&p, &p.hand[i]);
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
    free_pipe(pipe);
    return status;
}
