/* writer.c -- bytes to a descriptor, and what is said when they do not arrive. */
#include "output.h"

#include <errno.h>
#include <unistd.h>

enum { SPILL_BYTES = 1 << 16 };

static void write_all(struct writer *w)
{
    size_t at = 0;

    w->bytes += (int64_t)w->buf.n;
    while (!w->error && at < w->buf.n) {
        ssize_t n = write(w->fd, w->buf.p + at, w->buf.n - at);

        if (n >= 0)
            at += (size_t)n;
        else if (errno != EINTR)
            w->error = errno;
    }
    np_buf_reset(&w->buf);
}

void np_writer_spill(struct writer *w)
{
    if (w->buf.n >= SPILL_BYTES)
        write_all(w);
}

enum np_status np_write_failed(int error, int64_t bytes, struct np_err *err)
{
    if (error == ENOSPC || error == EDQUOT)
        return np_fail(err, NP_STOP, "cannot write: disk full; the whole needs %lld bytes",
                       (long long)bytes);
    return np_fail(err, NP_STOP, "cannot write: %s", strerror(error));
}

enum np_status np_writer_end(struct writer *w, struct np_err *err)
{
    write_all(w);
    np_buf_release(&w->buf);
    return w->error ? np_write_failed(w->error, w->bytes, err) : NP_OK;
}
