/* road.c -- the flat encodings between the stages, and what all writers share. */
#include "road.h"

#include <stdio.h>

static void put_i64(struct np_buf *b, int64_t x)
{
    np_buf_u64(b, (uint64_t)x);
}

static int64_t read_i64(struct np_reader *r)
{
    return (int64_t)np_read_u64(r);
}

void job_encode(struct np_buf *b, const struct job *job)
{
    np_buf_u32(b, job->input);
    np_buf_bytes(b, job->name);
    put_i64(b, job->member);
    put_i64(b, job->document);
    np_buf_bytes(b, job->same);
}

bool job_decode(struct np_slice note, struct job *job)
{
    struct np_reader r = np_reader_of(note);

    job->input = np_read_u32(&r);
    job->name = np_read_bytes(&r);
    job->member = read_i64(&r);
    job->document = read_i64(&r);
    job->same = np_read_bytes(&r);
    return !r.bad;
}

void item_encode(struct np_buf *b, const struct item *item)
{
    np_buf_u32(b, item->kind);
    np_buf_u32(b, item->input);
    np_buf_u32(b, item->ending);
    put_i64(b, item->member);
    put_i64(b, item->document);
    put_i64(b, item->offset);
    put_i64(b, item->byte);
    np_buf_bytes(b, item->file);
    np_buf_bytes(b, item->member_name);
    np_buf_bytes(b, item->envelope);
    np_buf_bytes(b, item->root);
    np_buf_bytes(b, item->code);
    np_buf_bytes(b, item->what);
}

bool item_decode(struct np_slice head, struct item *item)
{
    struct np_reader r = np_reader_of(head);
    uint32_t kind = np_read_u32(&r);

    item->kind = (enum item_kind)kind;
    item->input = np_read_u32(&r);
    item->ending = (enum ending)np_read_u32(&r);
    item->member = read_i64(&r);
    item->document = read_i64(&r);
    item->offset = read_i64(&r);
    item->byte = read_i64(&r);
    item->file = np_read_bytes(&r);
    item->member_name = np_read_bytes(&r);
    item->envelope = np_read_bytes(&r);
    item->root = np_read_bytes(&r);
    item->code = np_read_bytes(&r);
    item->what = np_read_bytes(&r);
    return !r.bad && kind <= ITEM_END && item->ending <= ENDED_SAME;
}

static double read_real(struct np_reader *r)
{
    uint64_t bits = np_read_u64(r);
    double x;

    memcpy(&x, &bits, sizeof x);
    return x;
}

static bool decode_evidence(struct np_reader *r, size_t nsubfields, struct np_arena *arena,
                            struct answer *a)
{
    uint32_t n = np_read_u32(r);

    /* A row takes at least 48 bytes: a count cannot promise more than there is. */
    if (r->bad || n > (size_t)(r->end - r->p) / 48)
        return false;
    a->evidence = np_arena_alloc(arena, (n ? n : 1) * sizeof *a->evidence);
    a->nevidence = n;
    for (uint32_t i = 0; i < n; i++) {
        struct np_evidence_row *row = &a->evidence[i];
        uint32_t subfield = np_read_u32(r);

        row->subfield = (int)subfield;
        row->score = read_real(r);
        row->confidence = read_real(r);
        row->weight = read_real(r);
        row->offset = read_i64(r);
        row->rule = np_read_bytes(r);
        row->place = np_read_bytes(r);
        row->matched = np_read_bytes(r);
        if (subfield >= nsubfields)
            return false;
    }
    return !r->bad;
}

static bool decode_notes(struct np_reader *r, struct np_arena *arena, struct answer *a)
{
    uint32_t n = np_read_u32(r);

    if (r->bad || n > (size_t)(r->end - r->p) / 16)
        return false;
    for (uint32_t i = 0; i < n; i++) {
        struct np_note *note = np_list_add(arena, &a->notes);

        note->code = np_read_bytes(r);
        note->what = np_read_bytes(r);
        note->byte = read_i64(r);
    }
    return !r->bad;
}

bool answer_decode(struct np_slice bytes, size_t nsubfields, struct np_arena *arena,
                   struct answer *a)
{
    struct np_reader r = np_reader_of(bytes);
    uint32_t verdict = np_read_u32(&r);

    *a = (struct answer){ .verdict = (enum verdict)verdict, .byte = -1 };
    switch (verdict) {
    case VERDICT_RECORD:
        a->undecided = np_read_u32(&r) != 0;
        a->what = np_read_bytes(&r);
        a->record = np_read_bytes(&r);
        return decode_evidence(&r, nsubfields, arena, a) && decode_notes(&r, arena, a) &&
               cover_note_decode(&r, arena, &a->cover);
    case VERDICT_PASS: a->kind = np_read_bytes(&r); return !r.bad;
    case VERDICT_REJECT:
        a->byte = read_i64(&r);
        a->code = np_read_bytes(&r);
        a->what = np_read_bytes(&r);
        a->number = np_read_bytes(&r);
        return !r.bad;
    default: return false;
    }
}

void reject_place(const struct item *item, struct np_err *err)
{
    if (item->member_name.n)
        snprintf(err->where, sizeof err->where, "%.*s: %.*s", NP_ARG(item->file),
                 NP_ARG(item->member_name));
    else
        snprintf(err->where, sizeof err->where, "%.*s", NP_ARG(item->file));
    err->document = item->document;
}

void reject_of(const struct np_item *from, const struct item *item, const struct answer *a,
               struct np_err *err)
{
    if (item->kind == ITEM_REJECT || item->kind == ITEM_END) {
        np_fail_at(err, NP_SKIP, "", item->byte, "%.*s", NP_ARG(item->what));
        snprintf(err->code, sizeof err->code, "%.*s", NP_ARG(item->code));
    } else if (from->fate == NP_CRASHED) {
        np_fail_at(err, NP_SKIP, "NP-LIM-001", item->offset,
                   "the document broke its worker (signal %d) and was left out", from->signal);
    } else if (from->fate == NP_HUNG) {
        np_fail_at(err, NP_SKIP, "NP-LIM-002", item->offset,
                   "the document took too long and was left out");
    } else if (from->fate == NP_TOO_LARGE) {
        np_fail_at(err, NP_SKIP, "NP-LIM-003", item->offset,
                   "the record is too large to hand on and was left out");
    } else if (a && a->verdict == VERDICT_REJECT) {
        np_fail_at(err, NP_SKIP, "", a->byte, "%.*s", NP_ARG(a->what));
        snprintf(err->code, sizeof err->code, "%.*s", NP_ARG(a->code));
    } else {
        np_fail_at(err, NP_SKIP, "NP-LIM-004", item->offset,
                   "the worker's answer is not in order; the document was left out");
    }
    reject_place(item, err);
}

void note_of(const struct item *item, const struct np_note *note, struct np_err *err)
{
    np_fail_at(err, NP_OK, "", note->byte, "%.*s", NP_ARG(note->what));
    snprintf(err->code, sizeof err->code, "%.*s", NP_ARG(note->code));
    reject_place(item, err);
}

static void add_warning(void *ctx, const struct np_drop *drop)
{
    struct warnings *w = ctx;
    struct np_buf words = { 0 };

    if (w->n == WARNINGS_MOST)
        return;
    cover_words(&words, w->here, drop);
    np_fail_at(&w->v[w->n], NP_OK, "NP-COV-001", -1, "%s", np_buf_cstr(&words));
    snprintf(w->v[w->n].where, sizeof w->v[w->n].where, "%s", w->input);
    np_buf_release(&words);
    w->n++;
}

void warnings_of(const char *input, const struct np_coverage *here,
                 const struct np_coverage *usual, struct warnings *warnings)
{
    warnings->input = input;
    warnings->here = here;
    warnings->n = 0;
    np_coverage_judge(here, usual, add_warning, warnings);
}

void tell_small(const struct np_listener *listener, const struct cover *small)
{
    struct warnings warnings;

    for (size_t i = 0; i < small->groups.n && listener->warned; i++) {
        struct np_coverage usual = small->groups.v[i];

        np_usual_of(&usual);
        warnings_of("small inputs together", &small->groups.v[i], &usual, &warnings);
        for (size_t k = 0; k < warnings.n; k++)
            listener->warned(listener->ctx, &warnings.v[k]);
    }
}

void tell_passed(const struct np_listener *listener, const struct np_map *passed)
{
    for (size_t i = 0; listener->passed && i < np_map_count(passed); i++)
        listener->passed(listener->ctx, np_map_key(passed, i).p, *np_map_value(passed, i));
}

struct np_pipeline road_plan(const struct road *road)
{
    const struct np_ingest *ingest = road->ingest;

    return (struct np_pipeline){
        .stage_ctx = (void *)(uintptr_t)road,
        .workers = ingest->workers,
        .threads = ingest->threads,
        .sandbox = ingest->sandbox,
        .item_bytes = ingest->limits.document_bytes,
        .stop = ingest->stop,
        .reader_new = reading_new,
        .read_job = reading_job,
        .reader_free = reading_free,
        .worker_new = working_new,
        .work = working_item,
        .worker_free = working_free,
    };
}
