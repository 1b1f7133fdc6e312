/* reading.c -- the reader stage: a descriptor becomes items. */
#include "road.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct reading {
    const struct road *road;
    const struct np_framing *framings;
    struct np_buf head;
};

/* Where the reader stands, for every item it emits. */
struct stand {
    struct reading *reading;
    struct np_emitter *emitter;
    struct job job;
    struct item item;
    bool in_package;
    char package[2048]; /* the container of the Office file that was passed over last */
};

void *reading_new(void *road)
{
    struct reading *r = np_calloc(1, sizeof *r);

    r->road = road;
    r->framings = np_dialect_framings();
    return r;
}

void reading_free(void *reader)
{
    struct reading *r = reader;

    np_buf_release(&r->head);
    free(r);
}

static enum np_status emit(struct stand *s, enum item_kind kind, struct np_slice body)
{
    struct reading *r = s->reading;

    s->item.kind = kind;
    np_buf_reset(&r->head);
    item_encode(&r->head, &s->item);
    return np_emit(s->emitter, np_buf_slice(&r->head), body);
}

static enum np_status emit_err(struct stand *s, enum item_kind kind, const struct np_err *err,
                               struct np_slice body)
{
    s->item.code = np_slice_of(err->code);
    s->item.what = np_slice_of(err->what);
    s->item.byte = err->byte;
    return emit(s, kind, np_slice_sub(body, 0, 200));
}

static enum np_status emit_pass(struct stand *s, const char *kind)
{
    s->item.code = NP_EMPTY;
    s->item.what = np_slice_of(kind);
    s->item.byte = 0;
    return emit(s, ITEM_PASS, NP_EMPTY);
}

/* Is this place behind the checkpoint, so that it was not written before? */
static bool is_new(const struct stand *s)
{
    return s->item.member > s->job.member ||
           (s->item.member == s->job.member && s->item.document > s->job.document);
}

static enum np_status take_document(struct stand *s, const struct np_document *d)
{
    struct np_err err;
    enum np_status status;

    s->item.envelope = np_slice_sub(d->envelope, 0, 8192);
    s->item.root = np_slice_sub(d->root, 0, 256);
    status = emit(s, ITEM_DOCUMENT, d->bytes);
    s->item.envelope = s->item.root = NP_EMPTY;
    if (status != NP_SKIP)
        return status;
    np_fail_at(&err, NP_SKIP, "NP-FRM-001", d->offset, "a document of %zu bytes is over the limit",
               d->bytes.n);
    return emit_err(s, ITEM_REJECT, &err, d->bytes);
}

/* One member. NP_OK or NP_STOP; NP_FAIL with err if the input ends here. */
static enum np_status read_member(struct stand *s, struct np_source *source, struct np_err *err)
{
    struct np_framer *framer =
        np_framer_new(source, s->reading->framings, &s->reading->road->ingest->limits);
    struct np_document d = { 0 };
    enum np_status status, sent = NP_OK;

    while (sent != NP_STOP && (status = np_framer_next(framer, &d, err)) != NP_END) {
        s->item.document = d.ordinal;
        s->item.offset = d.offset;
        if (status == NP_FAIL)
            break;
        if (!is_new(s))
            continue;
        if (status == NP_OK)
            sent = take_document(s, &d);
        else
            sent = emit_err(s, status == NP_PASS ? ITEM_PASS : ITEM_REJECT, err, d.bytes);
    }
    np_framer_free(framer);
    return sent == NP_STOP ? NP_STOP : status == NP_FAIL ? NP_FAIL : NP_OK;
}

/* An Office file is a zip whose parts have names of their own (ECMA-376, part 2): it is passed over
 * whole, by what its user calls it.                                                              */
static const struct { const char *part, *kind; } packages[] = {
    { "xl/", "spreadsheet (.xlsx), not a dump" },
    { "word/", "text document (.docx), not a dump" },
    { "ppt/", "presentation (.pptx), not a dump" },
    { "_rels/.rels", "" }, /* parts of all three */
    { "docProps/", "" },
    { "[Content_Types].xml", "" },
};

/* Is the member a part of an Office file? *kind: what to say of it, NULL if that has been said or is
 * not yet known.                                                                                */
static bool is_of_package(struct stand *s, struct np_slice member, const char **kind)
{
    size_t at = member.n;
    struct np_slice part, container;

    while (at && member.p[at - 1] != '!')
        at--;
    container = np_slice_sub(member, 0, at);
    part = np_slice_sub(member, at, member.n);
    *kind = NULL;
    for (size_t i = 0; i < sizeof packages / sizeof packages[0]; i++) {
        if (!np_slice_starts(part, packages[i].part))
            continue;
        if (!*packages[i].kind || (s->in_package && np_slice_is(container, s->package)))
            return true;
        s->in_package = true;
        snprintf(s->package, sizeof s->package, "%.*s", NP_ARG(container));
        *kind = packages[i].kind;
        return true;
    }
    return false;
}

static enum np_status read_members(struct stand *s, struct np_source *source, struct np_err *err)
{
    struct np_member member = { 0 };
    enum np_status status;
    const char *kind;

    while ((status = np_source_member(source, &member, err)) != NP_END) {
        if (status == NP_FAIL)
            return NP_FAIL;
        s->item.member_name = np_slice_sub(member.name, 0, 2048);
        s->item.member = member.ordinal;
        s->item.document = 1;
        s->item.offset = 0;
        if (status == NP_OK && is_of_package(s, s->item.member_name, &kind))
            status = kind && is_new(s) ? emit_pass(s, kind) : NP_OK;
        else if (status == NP_OK)
            status = read_member(s, source, err);
        if (status == NP_FAIL && member.name.n == 0)
            return NP_FAIL;
        /* A member of a container that breaks costs itself; the next one may be whole. */
        if (status != NP_OK && status != NP_STOP && is_new(s))
            status = emit_err(s, ITEM_REJECT, err, NP_EMPTY);
        if (status == NP_STOP)
            return status;
    }
    return NP_OK;
}

/* Has an input with this content been read before? The bytes alone decide. */
static bool is_known(const struct stand *s, int fd, char hash[16])
{
    if (s->job.same.n < 16 ||
        np_content_hash(fd, &s->reading->road->ingest->limits, hash, NULL) != NP_OK)
        return false;
    for (size_t i = 0; i + 16 <= s->job.same.n; i += 16)
        if (memcmp(s->job.same.p + i, hash, 16) == 0)
            return true;
    return false;
}

static enum np_status end_input(struct stand *s, enum ending ending, const struct np_err *err,
                                struct np_slice hash)
{
    s->item.ending = ending;
    if (ending == ENDED_EARLY) {
        s->item.code = np_slice_of(err->code);
        s->item.what = np_slice_of(err->what);
        s->item.byte = err->byte;
    }
    return emit(s, ITEM_END, hash);
}

enum np_status reading_job(void *reader, int fd, struct np_slice note, struct np_emitter *emitter)
{
    struct stand s = { .reading = reader, .emitter = emitter };
    struct np_err err = { 0 };
    struct np_source *source;
    enum np_status status;
    char hash[16] = { 0 };

    if (!job_decode(note, &s.job) || fd < 0)
        np_panic("a job's note is not in order");
    s.item.input = s.job.input;
    s.item.file = s.job.name;
    s.item.byte = -1;
    if (is_known(&s, fd, hash)) {
        close(fd);
        return end_input(&s, ENDED_SAME, NULL, np_slice_make(hash, 16));
    }
    source = np_source_new(fd, "", &s.reading->road->ingest->limits);
    status = read_members(&s, source, &err);
    if (status == NP_OK) /* members that could not be read leave the content unknown */
        status = end_input(&s, ENDED_WELL, NULL,
                           np_slice_make(hash, np_source_hash(source, hash) ? 16 : 0));
    else if (status != NP_STOP)
        status = end_input(&s, ENDED_EARLY, &err, NP_EMPTY);
    np_source_free(source);
    return status;
}
