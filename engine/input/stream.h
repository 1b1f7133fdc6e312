/* stream.h -- bytes on request; the layers of an input stand on one another.
 *
 *     descriptor -> body -> gzip -> body -> tar entry -> body -> framer
 *
 * A body (body.c) stands between any two layers: it holds the first bytes back, so
 * that the next layer can be chosen by them, and watches the limits.
 */
#ifndef INPUT_STREAM_H
#define INPUT_STREAM_H

#include <nanopat/input.h>

struct stream {
    /* NP_OK: *got > 0 bytes. NP_END: the true end, after all checks. NP_FAIL: nothing more can
     * be read; *got is 0 and all bytes before were good. The last two repeat.                */
    enum np_status (*read)(struct stream *stream, char *p, size_t n, size_t *got,
                           struct np_err *err);
    /* Moves to an absolute offset; NULL where that is impossible. size is known where this is. */
    bool (*seek)(struct stream *stream, int64_t offset);
    /* Compressed bytes used so far; NULL where nothing is compressed. */
    int64_t (*used)(struct stream *stream);
    void (*close)(struct stream *stream);
    int64_t size;
};

/* Takes fd. */
struct stream *stream_of_file(int fd);

/* ---- body.c ---- */

#define BODY_HEAD 1024

struct body {
    struct stream stream;
    struct stream *below; /* borrowed */
    const struct np_limits *limits;
    size_t at, n;         /* in head: next byte to give, bytes there */
    enum np_status ended; /* of below; given when head is used up */
    struct np_err error;
    int64_t out;          /* bytes given */
    int64_t window_out;   /* and used below, when the current window of output began */
    int64_t window_used;
    char head[BODY_HEAD];
};

/* Stands on below and reads its first bytes. */
void body_open(struct body *body, struct stream *below, const struct np_limits *limits);
static inline struct np_slice body_head(const struct body *body)
{
    return np_slice_make(body->head, body->n);
}

/* ---- containers: one stream in, entries out ---- */

struct entry {
    struct np_buf name;  /* owned; as it stands in the container */
    struct stream *body; /* borrowed until the next entry */
};

struct container {
    /* NP_OK: an entry. NP_END. NP_SKIP: this entry is lost (its name is set), the next call
     * goes on. NP_FAIL: the container ends here.                                           */
    enum np_status (*next)(struct container *container, struct entry *entry, struct np_err *err);
    void (*close)(struct container *container);
};

/* All borrow the stream. */
struct container *gzip_open(struct stream *in);
struct container *zip_open(struct stream *in);
struct container *zip_pipe_open(struct stream *in); /* without its central directory */
struct container *tar_open(struct stream *in);

/* The gzip reader itself; backend is a row of inflate_backends. */
struct inflate_backend;
struct stream *gzip_stream(struct stream *in, const struct inflate_backend *backend);

/* ---- hash.c: the identity of content while it is read ---- */
struct content;
struct content *content_new(void);
void content_free(struct content *content);
void content_begin_member(struct content *content);
void content_bytes(struct content *content, const char *p, size_t n);
void content_end_member(struct content *content); /* at its true end; again: nothing */
void content_lose(struct content *content);       /* something could not be read */
/* False if something was lost or left before its end. */
bool content_hash(const struct content *content, char hash[16]);

/* Sum of the uncompressed sizes by the central directory; -1 if it cannot be told. */
int64_t zip_total_size(struct stream *in);

#endif
