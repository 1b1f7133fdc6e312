/* pipe.c -- batches in shared memory, made before anything is forked. */
#include <nanopat/pipeline.h>

#include "parent.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

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

void pipe_shrink(struct np_pipe *pipe, struct batch *b)
{
    size_t kept = 4 * (size_t)BATCH_BYTES;

    if (b->in_used > kept && pipe->in_cap > kept)
        madvise(b->in + kept, pipe->in_cap - kept, MADV_REMOVE);
    if (b->out_used > kept && pipe->out_cap > kept)
        madvise(b->out + kept, pipe->out_cap - kept, MADV_REMOVE);
}

void pipe_free(struct np_pipe *pipe)
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
        pipe_free(pipe);
        return np_fail(err, NP_STOP, "cannot reserve %zu batches of %zu MiB",
                       pipe->nbatches, (pipe->in_cap + pipe->out_cap) >> 20);
    }
    pipe->nursery = nursery_open(pipe);
    if (!pipe->nursery) {
        pipe_free(pipe);
        return np_fail(err, NP_STOP, "cannot fork: %s", strerror(errno));
    }
    *out = pipe;
    return NP_OK;
}

void np_pipeline_abandon(struct np_pipe *pipe)
{
    if (pipe)
        pipe_free(pipe);
}
