/* body.c -- the first bytes of a stream, held back; and the limits of what it may expand to. */
#include "codes.h"
#include "stream.h"

/* A bomb is told by what one stretch of output took to write, not by the whole: see
 * reference/reliability.md 3.2.                                                      */
#define WINDOW_BYTES ((int64_t)64 << 20)

static enum np_status watch_limits(struct body *body, struct np_err *err)
{
    int64_t used;

    if (!body->below->used)
        return NP_OK; /* nothing expands here; source.c watches the member's own length */
    if (body->out > body->limits->member_bytes)
        return np_fail_at(err, NP_FAIL, CODE_LIM_MEMBER, body->limits->member_bytes,
                          "longer than the limit of %lld bytes for a member",
                          (long long)body->limits->member_bytes);
    if (body->out - body->window_out < WINDOW_BYTES)
        return NP_OK;
    used = body->below->used(body->below) - body->window_used;
    if (body->out - body->window_out > body->limits->ratio * (used > 0 ? used : 1))
        return np_fail_at(err, NP_FAIL, CODE_LIM_RATIO, body->out,
                          "%lld compressed bytes became %lld: more than the limit of %lld to 1",
                          (long long)used, (long long)(body->out - body->window_out),
                          (long long)body->limits->ratio);
    body->window_out = body->out;
    body->window_used += used;
    return NP_OK;
}

static enum np_status read_body(struct stream *stream, char *p, size_t n, size_t *got,
                                struct np_err *err)
{
    struct body *body = (struct body *)stream;

    *got = 0;
    if (body->at < body->n) {
        *got = n < body->n - body->at ? n : body->n - body->at;
        memcpy(p, body->head + body->at, *got);
        body->at += *got;
    } else if (body->ended == NP_OK) {
        body->ended = body->below->read(body->below, p, n, got, &body->error);
        body->out += (int64_t)*got;
        if (body->ended == NP_OK)
            body->ended = watch_limits(body, &body->error);
        if (body->ended != NP_OK)
            *got = 0;
    }
    if (*got)
        return NP_OK;
    if (body->ended == NP_FAIL && err)
        *err = body->error;
    return body->ended;
}

static bool seek_body(struct stream *stream, int64_t offset)
{
    struct body *body = (struct body *)stream;

    body->at = body->n = 0;
    body->ended = NP_OK;
    return body->below->seek(body->below, offset);
}

void body_open(struct body *body, struct stream *below, const struct np_limits *limits)
{
    size_t got = 0;

    *body = (struct body){ .below = below, .limits = limits };
    body->stream.read = read_body;
    body->stream.seek = below->seek ? seek_body : NULL;
    body->stream.size = below->size;
    while (body->n < sizeof body->head && body->ended == NP_OK) {
        body->ended = below->read(below, body->head + body->n, sizeof body->head - body->n, &got,
                                  &body->error);
        body->n += got;
    }
    body->out = (int64_t)body->n;
}
