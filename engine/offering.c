/* offering.c -- inputs by the ledger: what was read before is skipped, what is new becomes a job. */
#include "writing.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* ---- telling ---- */

void tell_rejected(struct writing *w, const struct np_err *err)
{
    if (w->ingest->listener.rejected)
        w->ingest->listener.rejected(w->ingest->listener.ctx, err);
}

void tell_input(struct writing *w, struct open_input *in, const char *note)
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

void tell_progress(void *ctx)
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

void lose_input(void *ctx, const struct np_err *err)
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

void skip_input(struct writing *w, struct open_input *in, const char *first_name)
{
    char note[600];

    if (strcmp(first_name, w->listing.v[in - w->input].name) == 0)
        snprintf(note, sizeof note, "read before");
    else
        snprintf(note, sizeof note, "same content as '%.500s'", first_name);
    w->summary->skipped++;
    tell_input(w, in, note);
}

enum np_status offer_job(void *ctx, int *fd, struct np_buf *note, struct np_err *err)
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

/* ---- a dead reader ---- */

/* The reader broke: everything written stands. Go on behind it; if it breaks again at the same
 * place, that input ends there.                                                            */
enum np_status offer_again(void *ctx, int signal_number, struct np_err *err)
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
