/* phases.c -- what scoring a store costs, whole and step by step.
 *
 *   score-phases STORE RULES
 *
 * The store is scored first as `nanopat score` does, in a process of its own; then again step by step,
 * and the rows are thrown away. Prints one line of tabs: publications, families, citations between
 * them; of the whole: seconds of processor time, wall seconds, peak memory in MiB; seconds of processor
 * time to read, to link, to read the whole ones, to score; bytes a publication that the facts hold
 * once they are linked.
 */
#include <nanopat/link.h>
#include <nanopat/score.h>
#include <nanopat/scoring.h>
#include <nanopat/store.h>

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double clock_seconds(clockid_t clock)
{
    struct timespec t;

    clock_gettime(clock, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double processor_seconds(void)
{
    return clock_seconds(CLOCK_PROCESS_CPUTIME_ID);
}

static double bytes_held(void)
{
    struct mallinfo2 m = mallinfo2();

    return (double)m.uordblks + (double)m.hblkhd;
}

static void stop(const char *what, const struct np_err *err)
{
    fprintf(stderr, "score-phases: %s: %s\n", what, err->what);
    exit(1);
}

static enum np_status forget_row(void *ctx, const struct np_table *table,
                                 const struct np_cell *cells, struct np_err *err)
{
    (void)ctx, (void)table, (void)cells, (void)err;
    return NP_OK;
}

struct run {
    struct np_store *store;
    struct np_facts *facts;
    struct np_namer *namer;
    struct np_scoring *scoring;
    const char **codes;
    double read, link, details, score, facts_bytes;
};

static double seconds(double *since)
{
    double now = processor_seconds(), used = now - *since;

    *since = now;
    return used;
}

static enum np_status read_record(void *ctx, struct np_slice id, struct np_arena *arena,
                                  struct np_record **record, struct np_err *err)
{
    return np_store_record(ctx, id, arena, record, err);
}

static void read_and_link(struct run *r)
{
    struct np_err err = { 0 };
    double before = bytes_held(), since = processor_seconds();

    r->facts = np_facts_new();
    if (np_store_facts(r->store, r->facts, &err) != NP_OK)
        stop("read", &err);
    r->read = seconds(&since);
    np_namer_take_library(r->namer, r->facts);
    np_link(r->facts, r->namer, 0);
    r->link = seconds(&since);
    if (np_store_details(r->store, r->facts, false, &err) != NP_OK)
        stop("details", &err);
    r->details = seconds(&since);
    r->facts_bytes = bytes_held() - before;
}

static void score_only(struct run *r)
{
    const struct np_score_sink sink = { NULL, forget_row };
    const struct np_score_texts texts = { r->store, read_record };
    struct np_score_input input = { .facts = r->facts, .scoring = r->scoring,
                                    .as_of = r->facts->last_date, .texts = &texts };
    struct np_err err = { 0 };
    double since = processor_seconds();

    r->codes = np_calloc(r->facts->nsubfields + 1, sizeof *r->codes);
    for (size_t i = 0; i < r->facts->nsubfields; i++)
        r->codes[i] = np_arena_printf(r->facts->arena, "%zu.%zu", i / 13 + 1, i % 13 + 1).p;
    input.subfield_codes = r->codes;
    if (np_score(&input, &sink, &err) != NP_OK)
        stop("score", &err);
    r->score = seconds(&since);
}

static void open_store(const char *path, struct np_store **store)
{
    struct np_err err = { 0 };

    if (np_store_open(path, NP_STORE_WRITE, store, &err) != NP_OK)
        stop("open", &err);
}

static void score_whole(const char *path, const char *rules)
{
    const struct np_score_options options = { .rules_folder = rules, .again = true };
    struct np_score_summary summary;
    struct np_store *store;
    struct np_err err = { 0 };

    open_store(path, &store);
    if (np_score_run(store, &options, &summary, &err) != NP_OK)
        stop("score", &err);
    np_store_close(store);
}

struct cost { double processor, wall; long peak_mib; };

/* The store is opened behind the fork: a connection must not cross it. */
static struct cost cost_of_whole(const char *path, const char *rules)
{
    double before = clock_seconds(CLOCK_MONOTONIC);
    pid_t child = fork();
    struct rusage used;
    int ended;

    if (child == 0) {
        score_whole(path, rules);
        _exit(0);
    }
    if (child < 0 || wait4(child, &ended, 0, &used) != child || ended) {
        fprintf(stderr, "score-phases: the whole run failed\n");
        exit(1);
    }
    return (struct cost){
        (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
            (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6,
        clock_seconds(CLOCK_MONOTONIC) - before, used.ru_maxrss / 1024
    };
}

int main(int argc, char **argv)
{
    struct run r = { 0 };
    struct np_err err = { 0 };
    struct cost whole;

    if (argc != 3) {
        fprintf(stderr, "usage: score-phases STORE RULES\n");
        return 2;
    }
    whole = cost_of_whole(argv[1], argv[2]);
    open_store(argv[1], &r.store);
    if (np_namer_load(argv[2], &r.namer, &err) != NP_OK ||
        np_scoring_load(argv[2], &r.scoring, &err) != NP_OK)
        stop("rules", &err);
    read_and_link(&r);
    score_only(&r);
    printf("%zu\t%zu\t%zu\t%.3f\t%.3f\t%ld", r.facts->nlight, r.facts->families.n, r.facts->links.n,
           whole.processor, whole.wall, whole.peak_mib);
    printf("\t%.3f\t%.3f\t%.3f\t%.3f\t%.0f\n", r.read, r.link, r.details, r.score,
           r.facts_bytes / (double)r.facts->nlight);
    np_facts_free(r.facts);
    free(r.codes);
    np_scoring_free(r.scoring);
    np_namer_free(r.namer);
    np_store_close(r.store);
    return 0;
}
