/* parse.c -- the other writer: records as JSON Lines, in input order, no store. */
#include "road.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct printing {
    const struct np_ingest *ingest;
    struct road road;
    struct listing listing;
    size_t next;
    int fd;
    struct np_ingest_summary *summary;
    struct np_arena *arena;
    struct np_map *passed;
    struct cover cover; /* of the input in hand */
    struct cover small; /* of inputs too small to be judged */
    struct np_buf lines;
};

static void tell_rejected(struct printing *p, const struct np_err *err)
{
    if (p->ingest->listener.rejected)
        p->ingest->listener.rejected(p->ingest->listener.ctx, err);
}

static void lose_input(void *ctx, const struct np_err *err)
{
    struct printing *p = ctx;

    p->summary->unreadable++;
    tell_rejected(p, err);
}

static enum np_status give_job(void *ctx, int *fd, struct np_buf *note, struct np_err *err)
{
    struct printing *p = ctx;

    (void)err;
    while (p->next < p->listing.n) {
        size_t i = p->next++;
        struct job job = { .input = (uint32_t)i, .name = np_slice_of(p->listing.v[i].name) };
        struct np_err lost = { 0 };

        *fd = listing_open(&p->listing.v[i], &lost);
        if (*fd < 0) {
            lose_input(p, &lost);
            continue;
        }
        job_encode(note, &job);
        return NP_OK;
    }
    return NP_END;
}

static void tell_notes(struct printing *p, const struct item *item, const struct answer *answer)
{
    struct np_err e;

    p->summary->notes += (int64_t)answer->notes.n;
    for (size_t i = 0; i < answer->notes.n && p->ingest->listener.noted; i++) {
        note_of(item, &answer->notes.v[i], &e);
        p->ingest->listener.noted(p->ingest->listener.ctx, &e);
    }
}

static void reject(struct printing *p, const struct np_item *from, const struct item *item,
                   const struct answer *answer)
{
    struct np_err e = { 0 };

    p->summary->counts.rejected++;
    p->summary->counts.read++;
    reject_of(from, item, answer, &e);
    tell_rejected(p, &e);
}

static void pass(struct printing *p, struct np_slice kind)
{
    p->summary->counts.passed++;
    p->summary->counts.read++;
    ++*np_map_put(p->passed, kind, 0);
}

static void print_document(struct printing *p, const struct np_item *from, const struct item *item)
{
    struct answer answer = { 0 };
    bool good = from->fate == NP_ANSWERED && answer_decode(from->answer, 0, p->arena, &answer);

    if (good && answer.verdict == VERDICT_RECORD) {
        p->summary->counts.read++;
        p->summary->counts.stored++;
        np_buf_puts_slice(&p->lines, answer.record);
        np_buf_putc(&p->lines, '\n');
        tell_notes(p, item, &answer);
        cover_add(&p->cover, &answer.cover);
    } else if (good && answer.verdict == VERDICT_PASS) {
        pass(p, answer.kind);
    } else {
        reject(p, from, item, good ? &answer : NULL);
    }
}

/* What is usual is known from the table alone: there is no store. */
static void tell_cover(struct printing *p, const char *input)
{
    const struct np_listener *l = &p->ingest->listener;
    struct warnings warnings;

    if (l->covered)
        l->covered(l->ctx, input, p->cover.groups.v, p->cover.groups.n);
    for (size_t i = 0; i < p->cover.groups.n && l->warned; i++) {
        struct np_coverage usual = p->cover.groups.v[i];

        np_usual_of(&usual);
        warnings_of(input, &p->cover.groups.v[i], &usual, &warnings);
        for (size_t k = 0; k < warnings.n; k++)
            l->warned(l->ctx, &warnings.v[k]);
    }
    cover_take_small(&p->small, &p->cover);
    cover_release(&p->cover);
}

static void print_item(struct printing *p, const struct np_item *from)
{
    struct item item;

    if (!item_decode(from->head, &item))
        return;
    if (item.kind == ITEM_DOCUMENT) {
        print_document(p, from, &item);
    } else if (item.kind == ITEM_PASS) {
        pass(p, item.what);
    } else if (item.kind == ITEM_REJECT) {
        reject(p, from, &item, NULL);
    } else {
        p->summary->inputs++;
        tell_cover(p, item.input < p->listing.n ? p->listing.v[item.input].name : "");
        if (item.ending == ENDED_EARLY) {
            p->summary->cut++;
            reject(p, from, &item, NULL);
        }
    }
}

static enum np_status flush(struct printing *p, struct np_err *err)
{
    size_t done = p->fd < 0 ? p->lines.n : 0;

    while (done < p->lines.n) {
        ssize_t n = write(p->fd, p->lines.p + done, p->lines.n - done);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return np_fail(err, NP_STOP, "cannot write records: %s", strerror(errno));
        done += (size_t)n;
    }
    np_buf_reset(&p->lines);
    return NP_OK;
}

static enum np_status print_batch(void *ctx, const struct np_item *items, size_t n,
                                  struct np_err *err)
{
    struct printing *p = ctx;

    for (size_t i = 0; i < n; i++) {
        np_arena_reset(p->arena);
        print_item(p, &items[i]);
    }
    return flush(p, err);
}

static enum np_status reader_died(void *ctx, int signal_number, struct np_err *err)
{
    (void)ctx;
    return np_fail(err, NP_STOP, "reading broke (signal %d)", signal_number);
}

enum np_status np_parse_run(const struct np_ingest *ingest, int fd,
                            struct np_ingest_summary *summary, struct np_err *err)
{
    struct printing p = { .ingest = ingest, .fd = fd, .summary = summary,
                          .arena = np_arena_new(), .passed = np_map_new() };
    struct np_pipeline plan;
    struct np_pipe *pipe;
    enum np_status status;

    memset(summary, 0, sizeof *summary);
    p.road = (struct road){ ingest, true };
    listing_make(&p.listing, ingest->inputs, ingest->ninputs, lose_input, &p);
    plan = road_plan(&p.road);
    plan.ctx = &p;
    plan.next_job = give_job;
    plan.write = print_batch;
    plan.reader_died = reader_died;
    status = np_pipeline_prepare(&plan, &pipe, err);
    if (status == NP_OK)
        status = np_pipeline_run(pipe, err);
    if (status == NP_END) {
        summary->stopped = true;
        status = NP_OK;
    }
    tell_passed(&ingest->listener, p.passed);
    tell_small(&ingest->listener, &p.small);
    listing_release(&p.listing);
    np_map_free(p.passed);
    cover_release(&p.cover);
    cover_release(&p.small);
    np_arena_free(p.arena);
    np_buf_release(&p.lines);
    return status;
}
