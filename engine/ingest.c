/* ingest.c -- the run that fills a store: listing, pipeline, accounting. */
#include "writing.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Numbers that are there already stay, those of imported lists among them, until the next score. */
static enum np_status put_registry(struct writing *w, struct np_err *err)
{
    const struct np_registry *registry = w->ingest->registry;
    enum np_status status = NP_OK;

    for (size_t i = 0; registry && i < registry->list.n && status == NP_OK; i++)
        status = np_store_registered_put(w->store, registry->list.v[i].number, err);
    return status;
}

static enum np_status put_taxonomy(struct writing *w, struct np_err *err)
{
    const struct np_rules *rules = w->ingest->rules;
    enum np_status status = np_store_begin(w->store, err);
    char hash[20];

    for (size_t i = 0; i < w->nsubfields && status == NP_OK; i++) {
        const struct np_subfield *s = np_rules_subfield(rules, i);

        status = np_store_subfield_put(w->store, (int)i,
                                       &(struct np_subfield_row){ s->code, s->slug, s->zh, s->en, s->field,
                                                                  s->field_zh, s->field_en },
                                       err);
    }
    snprintf(hash, sizeof hash, "%016llx", (unsigned long long)np_rules_hash(rules));
    if (status == NP_OK)
        status = np_store_meta_put(w->store, "rules_hash", np_slice_of(hash), err);
    if (status == NP_OK)
        status = put_registry(w, err);
    if (status == NP_OK)
        status = np_store_commit(w->store, err);
    return status;
}

static enum np_status check_identity(const struct np_counts *c, struct np_err *err)
{
    int64_t sum = c->stored + c->light + c->unchanged + c->superseded + c->rejected + c->passed;

    if (sum == c->read)
        return NP_OK;
    return np_fail(err, NP_STOP, "counts do not add up: %lld read, %lld accounted for",
                   (long long)c->read, (long long)sum);
}

static enum np_status run(struct writing *w, struct np_pipe *pipe, struct np_err *err)
{
    enum np_status status = np_store_open(w->ingest->store, NP_STORE_WRITE, &w->store, err);

    if (status != NP_OK) {
        np_pipeline_abandon(pipe);
        w->summary->store_exit_code = w->store ? np_store_exit_code(w->store) : 5;
        np_store_close(w->store);
        return NP_STOP;
    }
    status = put_taxonomy(w, err);
    if (status == NP_OK)
        status = np_store_load_begin(w->store, err);
    if (status != NP_OK) {
        np_pipeline_abandon(pipe);
    } else {
        status = np_pipeline_run(pipe, err);
        if (status == NP_END) {
            w->summary->stopped = true;
            status = NP_OK;
        }
        if (status == NP_OK)
            status = np_store_load_end(w->store, err);
    }
    if (status != NP_OK)
        w->summary->store_exit_code = np_store_exit_code(w->store);
    np_store_close(w->store);
    return status;
}

enum np_status np_ingest_run(const struct np_ingest *ingest, struct np_ingest_summary *summary,
                             struct np_err *err)
{
    struct writing w = { .ingest = ingest, .summary = summary, .arena = np_arena_new(),
                         .passed = np_map_new(),
                         .nsubfields = np_rules_subfield_count(ingest->rules) };
    struct np_pipeline plan;
    struct np_pipe *pipe;
    enum np_status status;

    memset(summary, 0, sizeof *summary);
    w.road = (struct road){ ingest, false };
    listing_make(&w.listing, ingest->inputs, ingest->ninputs, lose_input, &w);
    w.input = np_calloc(w.listing.n, sizeof *w.input);
    for (size_t i = 0; i < w.listing.n; i++)
        w.input[i].watch = -1;
    plan = road_plan(&w.road);
    plan.ctx = &w;
    plan.next_job = offer_job;
    plan.write = write_batch;
    plan.reader_died = offer_again;
    plan.tick = tell_progress;
    status = np_pipeline_prepare(&plan, &pipe, err);
    if (status == NP_OK)
        status = run(&w, pipe, err);
    if (status == NP_OK)
        status = check_identity(&summary->counts, err);
    tell_passed(&ingest->listener, w.passed);
    tell_small(&ingest->listener, &w.small);
    cover_release(&w.small);
    for (size_t i = 0; i < w.listing.n; i++) {
        if (w.input[i].watch >= 0)
            close(w.input[i].watch);
        cover_release(&w.input[i].cover);
        cover_release(&w.input[i].fresh);
    }
    free(w.input);
    listing_release(&w.listing);
    np_map_free(w.passed);
    np_arena_free(w.arena);
    return status;
}
