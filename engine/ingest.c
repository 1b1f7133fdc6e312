/* ingest.c -- the writer: answers become statements, and every batch commits with its checkpoint. */
#include "road.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* One input in hand: jobs are given ahead of their items, so several may be open. */
struct open_input {
    struct np_input_row row;
    bool touched, known;
    struct np_counts run; /* of this run */
    int watch;            /* our copy of its descriptor: where reading stands; -1 */
};

struct writing {
    const struct np_ingest *ingest;
    struct road road;
    struct listing listing;
    struct open_input *input; /* one per listed input */
    size_t next;              /* next input to give */
    struct np_store *store;
    struct np_ingest_summary *summary;
    struct np_arena *arena;
    struct np_map *passed;
    size_t nsubfields;
    size_t current; /* input whose items are being written */
    int reader_deaths;
    int64_t death_member, death_document;
    size_t death_input;
};

/* ---- telling ---- */

static void tell_rejected(struct writing *w, const struct np_err *err)
{
    if (w->ingest->listener.rejected)
        w->ingest->listener.rejected(w->ingest->listener.ctx, err);
}

static void tell_input(struct writing *w, struct open_input *in, const char *note)
{
    if (w->ingest->listener.input_done)
        w->ingest->listener.input_done(w->ingest->listener.ctx,
                                       w->listing.v[in - w->input].name, &in->run, in->row.state,
                                       note);
    if (in->watch >= 0)
        close(in->watch);
    in->watch = -1;
}

static int64_t bytes_done(const struct writing *w)
{
    int64_t sum = 0;

    for (size_t i = 0; i < w->next; i++) {
        const struct open_input *in = &w->input[i];

        if (in->watch >= 0)
            sum += lseek(in->watch, 0, SEEK_CUR) > 0 ? lseek(in->watch, 0, SEEK_CUR) : 0;
        else if (w->listing.v[i].size_bytes > 0)
            sum += w->listing.v[i].size_bytes;
    }
    return sum;
}

static void tick(void *ctx)
{
    struct writing *w = ctx;
    struct np_progress p = { .input = w->current + 1, .inputs = w->listing.n };

    if (!w->ingest->listener.progress || w->current >= w->listing.n)
        return;
    p.name = w->listing.v[w->current].name;
    p.documents = w->summary->counts.read;
    p.rejected = w->summary->counts.rejected;
    p.bytes_all = w->listing.bytes_all;
    p.bytes_done = bytes_done(w);
    w->ingest->listener.progress(w->ingest->listener.ctx, &p);
}

static void lose_input(void *ctx, const struct np_err *err)
{
    struct writing *w = ctx;

    w->summary->unreadable++;
    tell_rejected(w, err);
}

/* ---- jobs ---- */

/* Standard input has no identity before it is read: each delivery is an input of its own. */
static enum np_status identify(struct writing *w, struct open_input *in, size_t i, int fd,
                               struct np_err *err)
{
    const struct listed *listed = &w->listing.v[i];

    snprintf(in->row.name, sizeof in->row.name, "%s", listed->name);
    in->row.signature = -1;
    in->row.size_bytes = listed->size_bytes;
    if (listed->size_bytes < 0) {
        memcpy(in->row.file_hash, "stream", 6);
        memcpy(in->row.file_hash + 8, &i, sizeof i);
        return NP_OK;
    }
    if (np_file_hash(fd, in->row.file_hash, &in->row.size_bytes, err) != NP_OK)
        return NP_FAIL;
    in->row.signature = np_content_signature(fd);
    return NP_OK;
}

/* What the ledger says: NP_END if there is nothing to read. */
static enum np_status consult_ledger(struct writing *w, struct open_input *in, struct np_err *err)
{
    struct np_input_row row;
    enum np_status status = NP_END;

    if (in->row.size_bytes >= 0)
        status = np_store_input_find(w->store, in->row.file_hash, &row, err);
    if (status != NP_OK && status != NP_END)
        return status;
    if (status == NP_END)
        return NP_OK;
    in->row = row;
    in->known = true;
    return row.state == NP_INPUT_DONE ? NP_END : NP_OK;
}

static void skip_input(struct writing *w, struct open_input *in, const char *first_name)
{
    char note[600];

    if (strcmp(first_name, w->listing.v[in - w->input].name) == 0)
        snprintf(note, sizeof note, "read before");
    else
        snprintf(note, sizeof note, "same content as '%.500s'", first_name);
    w->summary->skipped++;
    tell_input(w, in, note);
}

static enum np_status give_job(void *ctx, int *fd, struct np_buf *note, struct np_err *err)
{
    struct writing *w = ctx;

    while (w->next < w->listing.n) {
        size_t i = w->next++;
        struct open_input *in = &w->input[i];
        struct np_err lost = { 0 };
        struct np_buf same = { 0 };
        struct job job = { .input = (uint32_t)i, .name = np_slice_of(w->listing.v[i].name) };
        enum np_status status;

        *fd = listing_open(&w->listing.v[i], &lost);
        if (*fd < 0 || identify(w, in, i, *fd, &lost) != NP_OK) {
            if (*fd >= 0)
                close(*fd);
            *fd = -1;
            lose_input(w, &lost);
            continue;
        }
        status = consult_ledger(w, in, err);
        if (status == NP_END) {
            close(*fd);
            *fd = -1;
            skip_input(w, in, in->row.name);
            continue;
        }
        if (status != NP_OK)
            return NP_STOP;
        if (in->row.signature >= 0 && !in->known &&
            np_store_input_contents(w->store, in->row.signature, &same, err) != NP_OK)
            return NP_STOP;
        job.member = in->row.member;
        job.document = in->row.document;
        job.same = np_slice_sub(np_buf_slice(&same), 0, 16 * SAME_MAX);
        job_encode(note, &job);
        np_buf_release(&same);
        in->watch = w->listing.v[i].size_bytes >= 0 ? dup(*fd) : -1;
        return NP_OK;
    }
    return NP_END;
}

/* ---- writing ---- */

static enum np_status touch(struct writing *w, struct open_input *in, struct np_err *err)
{
    w->current = (size_t)(in - w->input);
    if (in->touched)
        return NP_OK;
    in->touched = true;
    if (in->row.id)
        return NP_OK;
    return np_store_input_put(w->store, &in->row, err);
}

static void count(struct writing *w, struct open_input *in, size_t member_offset)
{
    struct np_counts *of[] = { &w->summary->counts, &in->run, &in->row.counts };

    for (size_t i = 0; i < sizeof of / sizeof of[0]; i++) {
        of[i]->read++;
        ++*(int64_t *)((char *)of[i] + member_offset);
    }
}

#define COUNT(w, in, what) count((w), (in), offsetof(struct np_counts, what))

static enum np_status put_reject(struct writing *w, struct open_input *in, const struct np_err *e,
                                 const struct item *item, struct np_slice number,
                                 struct np_slice body, struct np_err *err)
{
    struct np_reject_row row = {
        .input = in->row.id, .file = item->file, .member = item->member_name, .number = number,
        .document = item->document, .byte = e->byte, .length = (int64_t)body.n,
        .code = np_slice_of(e->code), .reason = np_slice_of(e->what),
        .head = np_slice_sub(body, 0, 200),
    };

    tell_rejected(w, e);
    return np_store_reject(w->store, &row, err);
}

static enum np_status write_pass(struct writing *w, struct open_input *in, struct np_slice kind,
                                 struct np_err *err)
{
    COUNT(w, in, passed);
    ++*np_map_put(w->passed, kind, 0);
    return np_store_pass(w->store, in->row.id, kind, 1, err);
}

static enum np_status write_record(struct writing *w, struct open_input *in,
                                   const struct item *item, const struct answer *answer,
                                   struct np_slice body, struct np_err *err)
{
    struct np_record *record;
    struct np_err bad = { 0 };
    enum np_outcome outcome;
    enum np_status status;

    if (np_record_decode(answer->record, w->arena, &record, &bad) != NP_OK) {
        COUNT(w, in, rejected);
        reject_of(&(struct np_item){ .fate = NP_ANSWERED }, item, NULL, &bad);
        return put_reject(w, in, &bad, item, NP_EMPTY, body, err);
    }
    status = np_store_put(w->store, record, answer->evidence, answer->nevidence, in->row.id,
                          w->ingest->keep, &outcome, err);
    if (status == NP_SKIP) {
        bad = *err;
        bad.byte = item->offset;
        reject_place(item, &bad);
        COUNT(w, in, rejected);
        return put_reject(w, in, &bad, item, NP_EMPTY, body, err);
    }
    if (status != NP_OK)
        return status;
    switch (outcome) {
    case NP_STORED: COUNT(w, in, stored); break;
    case NP_STORED_LIGHT:
    case NP_DROPPED: COUNT(w, in, light); break;
    case NP_UNCHANGED: COUNT(w, in, unchanged); break;
    case NP_SUPERSEDED: COUNT(w, in, superseded); break;
    }
    w->summary->unknown_entities += record->unknown_entities;
    if (!answer->undecided)
        return NP_OK;
    w->summary->undecided++;
    np_fail_at(&bad, NP_SKIP, "NP-RUL-001", item->offset, "undecided: %.*s", NP_ARG(answer->what));
    reject_place(item, &bad);
    tell_rejected(w, &bad);
    return NP_OK;
}

static enum np_status write_document(struct writing *w, struct open_input *in,
                                     const struct np_item *from, const struct item *item,
                                     struct np_err *err)
{
    struct answer answer = { 0 };
    bool good = from->fate == NP_ANSWERED &&
                answer_decode(from->answer, w->nsubfields, w->arena, &answer);
    struct np_err e = { 0 };

    if (good && answer.verdict == VERDICT_RECORD)
        return write_record(w, in, item, &answer, from->body, err);
    if (good && answer.verdict == VERDICT_PASS)
        return write_pass(w, in, answer.kind, err);
    COUNT(w, in, rejected);
    reject_of(from, item, good ? &answer : NULL, &e);
    return put_reject(w, in, &e, item, answer.number, from->body, err);
}

static enum np_status end_well(struct writing *w, struct open_input *in, struct np_slice hash)
{
    in->row.state = NP_INPUT_DONE;
    if (hash.n == 16)
        memcpy(in->row.content_hash, hash.p, 16);
    w->summary->inputs++;
    tell_input(w, in, "");
    return NP_OK;
}

static enum np_status end_early(struct writing *w, struct open_input *in, const struct item *item,
                                struct np_err *err)
{
    struct np_err e = { 0 };

    bool said = in->known && in->row.state == NP_INPUT_CUT && in->run.read == 0;

    reject_of(NULL, item, NULL, &e);
    w->summary->inputs++;
    w->summary->cut++;
    in->row.state = NP_INPUT_CUT;
    if (said) {
        tell_rejected(w, &e); /* once in the table is enough */
        tell_input(w, in, "ended early");
        return NP_OK;
    }
    /* The piece that was cut off counts as one document read and rejected. */
    COUNT(w, in, rejected);
    in->row.member = item->member;
    in->row.document = item->document;
    if (put_reject(w, in, &e, item, NP_EMPTY, NP_EMPTY, err) != NP_OK)
        return NP_STOP;
    tell_input(w, in, "ended early");
    return NP_OK;
}

static enum np_status end_same(struct writing *w, struct open_input *in, struct np_slice hash,
                               struct np_err *err)
{
    struct np_input_row first = { 0 };
    char content[16] = { 0 };

    if (hash.n == 16)
        memcpy(content, hash.p, 16);
    if (np_store_input_content(w->store, content, &first, err) == NP_STOP)
        return NP_STOP;
    in->row.state = NP_INPUT_DONE;
    memcpy(in->row.content_hash, content, 16);
    skip_input(w, in, first.name);
    return NP_OK;
}

static enum np_status write_item(struct writing *w, const struct np_item *from, struct np_err *err)
{
    struct open_input *in;
    struct item item;
    enum np_status status;

    if (!item_decode(from->head, &item) || item.input >= w->listing.n)
        return np_fail(err, NP_STOP, "the reader's words are not in order");
    in = &w->input[item.input];
    status = touch(w, in, err);
    if (status != NP_OK)
        return status;
    if (item.kind == ITEM_END) {
        if (item.ending == ENDED_WELL)
            return end_well(w, in, from->body);
        if (item.ending == ENDED_SAME)
            return end_same(w, in, from->body, err);
        return end_early(w, in, &item, err);
    }
    in->row.member = item.member;
    in->row.document = item.document;
    if (item.kind == ITEM_PASS)
        return write_pass(w, in, item.what, err);
    if (item.kind == ITEM_DOCUMENT)
        return write_document(w, in, from, &item, err);
    COUNT(w, in, rejected);
    struct np_err e = { 0 };
    reject_of(from, &item, NULL, &e);
    return put_reject(w, in, &e, &item, NP_EMPTY, from->body, err);
}

/* The rows of a batch and the checkpoints of its inputs: one transaction. */
static enum np_status write_batch(void *ctx, const struct np_item *items, size_t n,
                                  struct np_err *err)
{
    struct writing *w = ctx;
    enum np_status status = np_store_begin(w->store, err);

    for (size_t i = 0; i < n && status == NP_OK; i++) {
        np_arena_reset(w->arena);
        status = write_item(w, &items[i], err);
    }
    for (size_t i = 0; i < w->listing.n && status == NP_OK; i++)
        if (w->input[i].touched) {
            w->input[i].touched = false;
            status = np_store_input_put(w->store, &w->input[i].row, err);
        }
    if (status == NP_OK)
        status = np_store_commit(w->store, err);
    if (status != NP_OK)
        np_store_rollback(w->store);
    return status == NP_OK ? NP_OK : NP_STOP;
}

/* The reader broke: everything written stands. Go on behind it; if it breaks again at the same
 * place, that input ends there.                                                            */
static enum np_status reader_died(void *ctx, int signal_number, struct np_err *err)
{
    struct writing *w = ctx;
    size_t at = w->listing.n;
    struct np_err e = { 0 };

    for (size_t i = w->next; i > 0; i--)
        if (w->input[i - 1].watch >= 0 && w->input[i - 1].row.state == NP_INPUT_OPEN)
            at = i - 1;
    if (at == w->listing.n)
        return NP_OK;
    for (size_t i = at; i < w->next; i++) {
        if (w->input[i].watch >= 0)
            close(w->input[i].watch);
        w->input[i].watch = -1;
    }
    if (w->reader_deaths++ && w->death_input == at &&
        w->death_member == w->input[at].row.member &&
        w->death_document == w->input[at].row.document) {
        np_fail_at(&e, NP_FAIL, "NP-LIM-005", -1,
                   "reading broke (signal %d) behind member %lld, document %lld; left out from there",
                   signal_number, (long long)w->input[at].row.member,
                   (long long)w->input[at].row.document);
        snprintf(e.where, sizeof e.where, "%s", w->listing.v[at].name);
        w->summary->cut++;
        tell_rejected(w, &e);
        w->next = at + 1;
        return NP_OK;
    }
    w->death_input = at;
    w->death_member = w->input[at].row.member;
    w->death_document = w->input[at].row.document;
    w->next = at;
    (void)err;
    return NP_OK;
}

/* ---- the run ---- */

static enum np_status put_taxonomy(struct writing *w, struct np_err *err)
{
    const struct np_rules *rules = w->ingest->rules;
    enum np_status status = np_store_begin(w->store, err);
    char hash[20];

    for (size_t i = 0; i < w->nsubfields && status == NP_OK; i++) {
        const struct np_subfield *s = np_rules_subfield(rules, i);

        status = np_store_subfield_put(w->store, (int)i, s->code, s->slug, s->zh, s->en, s->field,
                                       err);
    }
    snprintf(hash, sizeof hash, "%016llx", (unsigned long long)np_rules_hash(rules));
    if (status == NP_OK)
        status = np_store_meta_put(w->store, "rules_hash", np_slice_of(hash), err);
    if (status == NP_OK)
        status = np_store_commit(w->store, err);
    return status;
}

static void tell_passed(struct writing *w)
{
    if (!w->ingest->listener.passed)
        return;
    for (size_t i = 0; i < np_map_count(w->passed); i++) {
        struct np_slice key = np_map_key(w->passed, i);

        w->ingest->listener.passed(w->ingest->listener.ctx, key.p, *np_map_value(w->passed, i));
    }
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
    plan.next_job = give_job;
    plan.write = write_batch;
    plan.reader_died = reader_died;
    plan.tick = tick;
    status = np_pipeline_prepare(&plan, &pipe, err);
    if (status == NP_OK)
        status = run(&w, pipe, err);
    if (status == NP_OK)
        status = check_identity(&summary->counts, err);
    tell_passed(&w);
    for (size_t i = 0; i < w.listing.n; i++)
        if (w.input[i].watch >= 0)
            close(w.input[i].watch);
    free(w.input);
    listing_release(&w.listing);
    np_map_free(w.passed);
    np_arena_free(w.arena);
    return status;
}
