/* crew.c -- processes that are forked, watched and replaced. */
#include <nanopat/crew.h>

#include <nanopat/arena.h>

#include <errno.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { SHORT_LIVES = 10, YOUNG_MS = 1000, PAUSE_MS = 100 };

struct hand {
    pid_t pid;         /* 0: none */
    int64_t born_ms;
    int short_lives;   /* in a row */
};

struct crew {
    struct hand *hands;
    int n;
    int (*work)(void *ctx, int which);
    void *ctx;
    volatile sig_atomic_t *stop;
    int code;
};

static int64_t now_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static _Noreturn void live(struct crew *crew, int which, pid_t parent)
{
    signal(SIGINT, SIG_IGN); /* the terminal's goes to all: the parent says when */
    signal(SIGTERM, SIG_DFL);
    signal(SIGHUP, SIG_IGN);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(0);
    _exit(crew->work(crew->ctx, which));
}

static bool start(struct crew *crew, int which)
{
    struct hand *hand = &crew->hands[which];
    pid_t parent = getpid(), pid = fork();

    if (pid < 0)
        return false;
    if (pid == 0)
        live(crew, which, parent);
    hand->pid = pid;
    hand->born_ms = now_ms();
    return true;
}

static void bury(struct crew *crew, pid_t pid, int status)
{
    for (int i = 0; i < crew->n; i++) {
        struct hand *hand = &crew->hands[i];

        if (hand->pid != pid)
            continue;
        hand->pid = 0;
        hand->short_lives = now_ms() - hand->born_ms < YOUNG_MS ? hand->short_lives + 1 : 0;
        crew->code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
}

static bool is_hopeless(const struct crew *crew)
{
    for (int i = 0; i < crew->n; i++)
        if (crew->hands[i].short_lives < SHORT_LIVES)
            return false;
    return true;
}

static void pause_ms(int ms)
{
    struct timespec t = { ms / 1000, (long)(ms % 1000) * 1000000 };

    nanosleep(&t, NULL); /* a signal ends it early */
}

/* Those that lived but a moment wait for one before they are replaced. */
static void replace(struct crew *crew)
{
    for (int i = 0; i < crew->n; i++) {
        struct hand *hand = &crew->hands[i];

        if (!hand->pid && (hand->short_lives == 0 || now_ms() - hand->born_ms >= YOUNG_MS))
            if (!start(crew, i))
                hand->short_lives++;
    }
}

static void watch(struct crew *crew)
{
    while (!*crew->stop && !is_hopeless(crew)) {
        int status;
        pid_t pid = waitpid(-1, &status, WNOHANG);

        if (pid > 0)
            bury(crew, pid, status);
        else
            pause_ms(PAUSE_MS);
        replace(crew);
    }
}

static void end_all(struct crew *crew)
{
    for (int i = 0; i < crew->n; i++)
        if (crew->hands[i].pid)
            kill(crew->hands[i].pid, SIGTERM);
    for (int i = 0; i < crew->n; i++)
        while (crew->hands[i].pid && waitpid(crew->hands[i].pid, NULL, 0) < 0 && errno == EINTR)
            continue;
}

enum np_status np_crew_run(int n, int (*work)(void *ctx, int which), void *ctx,
                           volatile sig_atomic_t *stop, int *code, struct np_err *err)
{
    struct crew crew = { np_calloc((size_t)n, sizeof(struct hand)), n, work, ctx, stop, 0 };
    enum np_status status = NP_OK;

    for (int i = 0; i < n; i++)
        if (!start(&crew, i))
            status = np_fail(err, NP_FAIL, "cannot start a process: %s", strerror(errno));
    if (status == NP_OK)
        watch(&crew);
    end_all(&crew);
    if (status == NP_OK && !*stop)
        status = np_fail(err, NP_FAIL, "the processes that answer end as soon as they start (exit %d)",
                         crew.code);
    *code = crew.code;
    free(crew.hands);
    return status;
}
