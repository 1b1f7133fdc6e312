/* working.c -- the worker stage: a framed document becomes an answer. */
#include "road.h"

#include <nanopat/standards.h>
#include <stdlib.h>

struct working {
    const struct road *road;
    struct np_parser *parser;
    struct np_matcher *matcher;
    struct np_standard_finder *standards;
    struct np_arena *arena;
    struct np_buf record;
};

void *working_new(void *road)
{
    struct working *w = np_calloc(1, sizeof *w);

    w->road = road;
    w->parser = np_parser_new();
    if (w->road->ingest->watch)
        np_parser_watch(w->parser);
    w->matcher = w->road->ingest->rules ? np_matcher_new(w->road->ingest->rules) : NULL;
    w->standards = np_standard_finder_new();
    w->arena = np_arena_new();
    return w;
}

void working_free(void *worker)
{
    struct working *w = worker;

    np_parser_free(w->parser);
    if (w->matcher)
        np_matcher_free(w->matcher);
    np_standard_finder_free(w->standards);
    np_arena_free(w->arena);
    np_buf_release(&w->record);
    free(w);
}

static void put_real(struct np_buf *b, double x)
{
    uint64_t bits;

    memcpy(&bits, &x, sizeof bits);
    np_buf_u64(b, bits);
}

static void put_evidence(struct np_buf *b, const struct np_hits *hits)
{
    uint32_t rows = 0;

    for (size_t i = 0; i < hits->n; i++)
        rows += (uint32_t)hits->v[i].evidence.n;
    np_buf_u32(b, rows);
    for (size_t i = 0; i < hits->n; i++)
        for (size_t k = 0; k < hits->v[i].evidence.n; k++) {
            const struct np_evidence *e = &hits->v[i].evidence.v[k];

            np_buf_u32(b, (uint32_t)hits->v[i].subfield);
            put_real(b, hits->v[i].score);
            put_real(b, hits->v[i].confidence);
            put_real(b, e->weight);
            np_buf_u64(b, (uint64_t)e->offset);
            np_buf_bytes(b, e->rule);
            np_buf_bytes(b, np_slice_of(np_place_name(e->place)));
            np_buf_bytes(b, np_slice_sub(e->matched, 0, 400));
        }
}

static void put_notes(struct np_buf *b, const struct np_record *record)
{
    np_buf_u32(b, (uint32_t)record->notes.n);
    for (size_t i = 0; i < record->notes.n; i++) {
        np_buf_bytes(b, record->notes.v[i].code);
        np_buf_bytes(b, record->notes.v[i].what);
        np_buf_u64(b, (uint64_t)record->notes.v[i].byte);
    }
}

static enum np_status classify(struct working *w, const struct np_record *record,
                               struct np_hits *hits, struct np_err *err)
{
    struct np_subject subject;

    *hits = (struct np_hits){ 0 };
    if (!w->matcher || record->action != NP_PUT)
        return NP_OK;
    np_record_subject(record, w->road->ingest->rules, w->arena, &subject);
    return np_matcher_run(w->matcher, &subject, w->arena, hits, err);
}

static void answer_record(struct working *w, const struct np_record *record, struct np_buf *answer)
{
    struct np_err err = { 0 };
    struct np_hits hits = { 0 };
    enum np_status status = NP_OK;
    size_t nunread;
    const struct np_slice *unread = np_parser_unread(w->parser, &nunread);

    np_buf_reset(&w->record);
    if (w->road->json) {
        np_record_json(&w->record, record);
    } else {
        np_record_encode(&w->record, record);
        status = classify(w, record, &hits, &err);
    }
    np_buf_u32(answer, VERDICT_RECORD);
    np_buf_u32(answer, status != NP_OK);
    np_buf_bytes(answer, np_slice_of(status != NP_OK ? err.what : ""));
    np_buf_bytes(answer, np_buf_slice(&w->record));
    put_evidence(answer, &hits);
    put_notes(answer, w->road->json ? record : &(struct np_record){ 0 });
    cover_note_encode(answer, record, unread, nunread);
}

static void answer_reject(const struct np_err *err, struct np_slice number, struct np_buf *answer)
{
    np_buf_u32(answer, VERDICT_REJECT);
    np_buf_u64(answer, (uint64_t)err->byte);
    np_buf_bytes(answer, np_slice_of(err->code));
    np_buf_bytes(answer, np_slice_of(err->what));
    np_buf_bytes(answer, number);
}

void working_item(void *worker, struct np_slice head, struct np_slice body, struct np_buf *answer)
{
    struct working *w = worker;
    struct np_record *record = NULL;
    struct np_err err = { 0 };
    struct np_document d = { 0 };
    struct item item;
    enum np_status status;

    if (!item_decode(head, &item) || item.kind != ITEM_DOCUMENT)
        return;
    np_arena_reset(w->arena);
    d.bytes = body;
    d.envelope = item.envelope;
    d.root = item.root;
    d.ordinal = item.document;
    d.offset = item.offset;
    status = np_parser_read(w->parser, &d, item.file, item.member_name, w->arena, &record, &err);
    if (status == NP_OK) {
        np_standards_of_record(w->standards, record, np_parser_description(w->parser), w->arena);
        answer_record(w, record, answer);
    } else if (status == NP_PASS) {
        np_buf_u32(answer, VERDICT_PASS);
        np_buf_bytes(answer, np_slice_of(err.what));
    } else {
        struct np_slice number = NP_EMPTY;

        if (record)
            number = np_publication_id(w->arena, record->office, record->number, record->kind);
        answer_reject(&err, number, answer);
    }
}
