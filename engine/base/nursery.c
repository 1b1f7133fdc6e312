/* nursery.c -- where stages are born.
 *
 * Processes are forked by a small child that was itself forked before the store was
 * opened: a worker that replaces a dead one knows as little as the first.
 *
 *   parent ──"reader" | "worker"──▶ nursery ──fork──▶ stage
 *          ◀─channel and pid───────        parent ══channel══ stage
 *   parent ──"bury pid"──▶ nursery ──waitpid──▶ status
 *
 * Threads are started by the parent itself.
 */
#include "pipe.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ASK_READER = 1, ASK_WORKER, ASK_BURY };

struct nursery {
    struct np_pipe *pipe;
    int channel; /* to the forking child; -1 with threads */
    pid_t pid;
};

/* Everything but standard error and the one channel is closed in a stage. */
static void close_others(int kept)
{
    int high = kept < 3 ? 3 : kept;

    if (kept != 3 && dup2(kept, 3) == 3)
        kept = 3;
    high = kept + 1;
    close(0);
    close(1);
    syscall(SYS_close_range, (unsigned)high, ~0U, 0);
}

static _Noreturn void live(struct np_pipe *pipe, bool reader, int channel)
{
    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    close_others(channel);
    if (reader)
        stage_read(pipe, 3);
    else
        stage_work(pipe, 3);
    _exit(0);
}

static void answer_spawn(struct nursery *n, bool reader)
{
    struct message m = { 0 };
    int pair[2];
    pid_t pid;

    if (channel_pair(pair) != 0) {
        channel_send(n->channel, &m, NULL, -1);
        return;
    }
    pid = fork();
    if (pid == 0)
        live(n->pipe, reader, pair[1]);
    close(pair[1]);
    m.batch = pid > 0 ? (uint32_t)pid : 0;
    channel_send(n->channel, &m, NULL, pair[0]);
    close(pair[0]);
}

static void answer_bury(struct nursery *n, pid_t pid)
{
    struct message m = { 0 };
    int status = 0;

    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    m.from = WIFSIGNALED(status) ? (uint32_t)WTERMSIG(status) : 0;
    channel_send(n->channel, &m, NULL, -1);
}

static _Noreturn void tend(struct nursery *n)
{
    struct message m;
    int got;

    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    while ((got = channel_receive(n->channel, &m, NULL, NULL, true)) >= 0) {
        if (got == 0)
            continue;
        if (m.kind == ASK_BURY)
            answer_bury(n, (pid_t)m.batch);
        else
            answer_spawn(n, m.kind == ASK_READER);
    }
    _exit(0);
}

struct nursery *nursery_open(struct np_pipe *pipe)
{
    struct nursery *n = calloc(1, sizeof *n);
    int pair[2];

    if (!n)
        np_panic("out of memory");
    n->pipe = pipe;
    n->channel = -1;
    if (pipe->plan.threads)
        return n;
    if (channel_pair(pair) != 0) {
        free(n);
        return NULL;
    }
    n->pid = fork();
    if (n->pid == 0) {
        close(pair[0]);
        n->channel = pair[1];
        tend(n);
    }
    close(pair[1]);
    n->channel = pair[0];
    if (n->pid < 0) {
        close(n->channel);
        free(n);
        return NULL;
    }
    return n;
}

struct birth {
    struct np_pipe *pipe;
    bool reader;
    int channel;
};

static void *live_as_thread(void *given)
{
    struct birth birth = *(struct birth *)given;

    free(given);
    if (birth.reader)
        stage_read(birth.pipe, birth.channel);
    else
        stage_work(birth.pipe, birth.channel);
    close(birth.channel);
    return NULL;
}

static int spawn_thread(struct nursery *n, bool reader, struct stage *stage)
{
    struct birth *birth = malloc(sizeof *birth);
    pthread_t thread;
    int pair[2];

    if (!birth)
        np_panic("out of memory");
    if (channel_pair(pair) != 0) {
        free(birth);
        return -1;
    }
    *birth = (struct birth){ n->pipe, reader, pair[1] };
    if (pthread_create(&thread, NULL, live_as_thread, birth) != 0) {
        free(birth);
        close(pair[0]);
        close(pair[1]);
        return -1;
    }
    *stage = (struct stage){ .channel = pair[0], .thread = (unsigned long)thread };
    return 0;
}

int nursery_spawn(struct nursery *n, bool reader, struct stage *stage)
{
    struct message m = { .kind = reader ? ASK_READER : ASK_WORKER };
    int fd = -1;
    int got;

    if (n->channel < 0)
        return spawn_thread(n, reader, stage);
    if (channel_send(n->channel, &m, NULL, -1) != 0)
        return -1;
    while ((got = channel_receive(n->channel, &m, NULL, &fd, true)) == 0)
        ;
    if (got < 0 || fd < 0 || m.batch == 0) {
        if (fd >= 0)
            close(fd);
        return -1;
    }
    *stage = (struct stage){ .channel = fd, .pid = (pid_t)m.batch };
    return 0;
}

int nursery_bury(struct nursery *n, struct stage *stage)
{
    struct message m = { .kind = ASK_BURY, .batch = (uint32_t)stage->pid };
    int got = -1;

    if (stage->channel >= 0)
        close(stage->channel);
    stage->channel = -1;
    if (!stage->pid) {
        if (stage->thread)
            pthread_join((pthread_t)stage->thread, NULL);
        stage->thread = 0;
        return 0;
    }
    if (channel_send(n->channel, &m, NULL, -1) == 0)
        while ((got = channel_receive(n->channel, &m, NULL, NULL, true)) == 0)
            ;
    stage->pid = 0;
    return got > 0 ? (int)m.from : 0;
}

void nursery_kill(struct stage *stage)
{
    if (stage->pid)
        kill(stage->pid, SIGKILL);
}

void nursery_close(struct nursery *n)
{
    if (!n)
        return;
    if (n->channel >= 0)
        close(n->channel);
    if (n->pid > 0)
        while (waitpid(n->pid, NULL, 0) < 0 && errno == EINTR)
            ;
    free(n);
}
