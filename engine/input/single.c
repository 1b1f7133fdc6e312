/* single.c -- containers of one entry without a name: a gzip file. */
#include "inflate.h"
#include "stream.h"

#include <nanopat/arena.h>
#include <stdlib.h>

struct single {
    struct container container;
    struct stream *only; /* owned */
    bool given;
};

static enum np_status next_single(struct container *container, struct entry *entry,
                                  struct np_err *err)
{
    struct single *single = (struct single *)container;

    (void)err;
    if (single->given)
        return NP_END;
    single->given = true;
    np_buf_reset(&entry->name);
    entry->body = single->only;
    return NP_OK;
}

static void close_single(struct container *container)
{
    struct single *single = (struct single *)container;

    single->only->close(single->only);
    free(single);
}

struct container *gzip_open(struct stream *in)
{
    struct single *single = np_calloc(1, sizeof *single);

    single->container = (struct container){ next_single, close_single };
    single->only = gzip_stream(in, inflate_backends[0]);
    return &single->container;
}
