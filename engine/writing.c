/* writing.c -- answers become statements, and every batch commits with its checkpoints. */
#include "writing.h"

#include <stdio.h>

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

static enum np_status put_notes(struct writing *w, struct open_input *in, const struct item *item,
                                const struct np_record *record, struct np_err *err)
{
    enum np_status status = NP_OK;

    for (size_t i = 0; i < record->notes.n && status == NP_OK; i++) {
        const struct np_note *note = &record->notes.v[i];
        struct np_note_row row = {
            .input = in->row.id, .file = item->file, .member = item->member_name,
            .number = np_publication_id(w->arena, record->office, record->number, record->kind),
            .document = item->document, .byte = note->byte, .code = note->code,
            .note = note->what,
        };
        struct np_err e;

        note_of(item, note, &e);
        if (w->ingest->listener.noted)
            w->ingest->listener.noted(w->ingest->listener.ctx, &e);
        w->summary->notes++;
        status = np_store_note(w->store, &row, err);
    }
    return status;
}

/* What the batch adds, into the store and to the sum of the run. */
static enum np_status flush_cover(struct writing *w, struct open_input *in, struct np_err *err)
{
    enum np_status status = NP_OK;

    for (size_t i = 0; i < in->fresh.groups.n && status == NP_OK; i++)
        status = np_store_cover(w->store, in->row.id, &in->fresh.groups.v[i], err);
    cover_merge(&in->cover, &in->fresh);
    cover_release(&in->fresh);
    return status;
}

enum { HISTORY_LEAST = 100 }; /* documents; fewer say less than the table */

/* What is usual: earlier inputs of this store, else the table of the dialects. */
static enum np_status usual_of(struct writing *w, const struct open_input *in,
                               struct np_coverage *usual, struct np_err *err)
{
    enum np_status status = np_store_covered(w->store, in->row.id, usual, err);

    if (status == NP_OK && usual->documents < HISTORY_LEAST)
        np_usual_of(usual);
    return status;
}

/* Told, and kept among the notes as one on no single document. */
static enum np_status warn(struct writing *w, const struct open_input *in,
                           const struct np_err *warning, struct np_err *err)
{
    const struct np_listener *l = &w->ingest->listener;
    struct np_note_row row = {
        .input = in->row.id, .file = np_slice_of(warning->where), .byte = -1,
        .code = np_slice_of(warning->code), .note = np_slice_of(warning->what),
    };

    if (l->warned)
        l->warned(l->ctx, warning);
    return np_store_note(w->store, &row, err);
}

static void take_group(void *ctx, const struct np_coverage *group)
{
    cover_take(ctx, group);
}

static enum np_status judge(struct writing *w, const struct open_input *in,
                            const struct np_coverage *group, const char *name, struct np_err *err)
{
    struct np_coverage usual = *group;
    struct warnings warnings;
    enum np_status status = usual_of(w, in, &usual, err);

    warnings_of(name, group, &usual, &warnings);
    for (size_t i = 0; i < warnings.n && status == NP_OK; i++)
        status = warn(w, in, &warnings.v[i], err);
    return status;
}

/* The whole input is judged, with what an earlier run read of it. */
static enum np_status end_cover(struct writing *w, struct open_input *in, struct np_err *err)
{
    const struct np_listener *l = &w->ingest->listener;
    const char *name = w->listing.v[in - w->input].name;
    enum np_status status = flush_cover(w, in, err);
    struct cover all = { 0 };

    if (status == NP_OK)
        status = np_store_cover_each(w->store, in->row.id, take_group, &all, err);
    cover_take_unread(&all, &in->cover);
    if (status == NP_OK && l->covered)
        l->covered(l->ctx, name, all.groups.v, all.groups.n);
    for (size_t i = 0; i < all.groups.n && status == NP_OK; i++)
        status = judge(w, in, &all.groups.v[i], name, err);
    cover_take_small(&w->small, &all);
    cover_release(&in->cover);
    cover_release(&all);
    return status;
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
    cover_add(&in->fresh, &answer->cover);
    if (!answer->undecided)
        return put_notes(w, in, item, record, err);
    w->summary->undecided++;
    np_fail_at(&bad, NP_SKIP, "NP-RUL-001", item->offset, "undecided: %.*s", NP_ARG(answer->what));
    reject_place(item, &bad);
    tell_rejected(w, &bad);
    return put_notes(w, in, item, record, err);
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

static enum np_status end_well(struct writing *w, struct open_input *in, struct np_slice hash,
                               struct np_err *err)
{
    in->row.state = NP_INPUT_DONE;
    if (hash.n == 16)
        memcpy(in->row.content_hash, hash.p, 16);
    w->summary->inputs++;
    tell_input(w, in, "");
    return end_cover(w, in, err);
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
        return end_cover(w, in, err);
    }
    /* The piece that was cut off counts as one document read and rejected. */
    COUNT(w, in, rejected);
    in->row.member = item->member;
    in->row.document = item->document;
    if (put_reject(w, in, &e, item, NP_EMPTY, NP_EMPTY, err) != NP_OK)
        return NP_STOP;
    tell_input(w, in, "ended early");
    return end_cover(w, in, err);
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
            return end_well(w, in, from->body, err);
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
enum np_status write_batch(void *ctx, const struct np_item *items, size_t n,
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
            if (status == NP_OK)
                status = flush_cover(w, &w->input[i], err);
        }
    if (status == NP_OK)
        status = np_store_commit(w->store, err);
    if (status != NP_OK)
        np_store_rollback(w->store);
    return status == NP_OK ? NP_OK : NP_STOP;
}
