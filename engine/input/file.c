/* file.c -- a descriptor as a stream. It seeks where the file is an ordinary one. */
#include "codes.h"
#include "stream.h"

#include <errno.h>
#include <nanopat/arena.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct file {
    struct stream stream;
    int fd;
    int64_t at;
    int problem; /* errno of the read that failed; repeated */
};

static enum np_status read_file(struct stream *stream, char *p, size_t n, size_t *got,
                                struct np_err *err)
{
    struct file *file = (struct file *)stream;
    ssize_t r = -1;

    *got = 0;
    while (!file->problem && (r = read(file->fd, p, n)) < 0)
        if (errno != EINTR)
            file->problem = errno;
    if (file->problem)
        return np_fail_at(err, NP_FAIL, CODE_IO_READ, file->at, "cannot read at byte %lld: %s",
                          (long long)file->at, strerror(file->problem));
    *got = (size_t)r;
    file->at += r;
    return r > 0 ? NP_OK : NP_END;
}

static bool seek_file(struct stream *stream, int64_t offset)
{
    struct file *file = (struct file *)stream;

    if (lseek(file->fd, (off_t)offset, SEEK_SET) != (off_t)offset)
        return false;
    file->at = offset;
    return true;
}

static void close_file(struct stream *stream)
{
    struct file *file = (struct file *)stream;

    if (file->fd >= 0)
        close(file->fd);
    free(file);
}

struct stream *stream_of_file(int fd)
{
    struct file *file = np_calloc(1, sizeof *file);
    struct stat st;

    file->fd = fd;
    file->stream = (struct stream){ .read = read_file, .close = close_file, .size = -1 };
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && lseek(fd, 0, SEEK_SET) == 0) {
        file->stream.seek = seek_file;
        file->stream.size = (int64_t)st.st_size;
    }
    return &file->stream;
}
