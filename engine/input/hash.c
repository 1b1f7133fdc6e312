/* hash.c -- the identity of what was read: of the file as it lies, and of its content. */
#include "codes.h"
#include "stream.h"

#include <errno.h>
#include <nanopat/arena.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#define PIECE ((size_t)256 << 10)

/* The canonical form is big-endian: the same on every machine. */
static void finish(const XXH3_state_t *state, char hash[16])
{
    XXH128_canonical_t canonical;

    XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state));
    memcpy(hash, canonical.digest, 16);
}

static XXH3_state_t *begin(void)
{
    XXH3_state_t *state = XXH3_createState();

    if (!state)
        np_panic("out of memory (xxhash)");
    XXH3_128bits_reset(state);
    return state;
}

enum np_status np_file_hash(int fd, char hash[16], int64_t *size, struct np_err *err)
{
    XXH3_state_t *state = begin();
    char *p = np_malloc(PIECE);
    ssize_t n = -1;

    *size = 0;
    if (lseek(fd, 0, SEEK_SET) == 0)
        while ((n = read(fd, p, PIECE)) > 0 || (n < 0 && errno == EINTR))
            if (n > 0) {
                XXH3_128bits_update(state, p, (size_t)n);
                *size += n;
            }
    if (n < 0)
        np_fail_at(err, NP_FAIL, CODE_IO_READ, *size, "cannot read at byte %lld: %s",
                   (long long)*size, strerror(errno));
    finish(state, hash);
    XXH3_freeState(state);
    free(p);
    lseek(fd, 0, SEEK_SET);
    return n < 0 ? NP_FAIL : NP_OK;
}

/* ---- signature ---- */

static bool read_at(int fd, int64_t offset, unsigned char *p, size_t n)
{
    return pread(fd, p, n, (off_t)offset) == (ssize_t)n;
}

/* The length in the last trailer, RFC 1952; right for files of one member. */
static int64_t gzip_length(int fd, int64_t size)
{
    unsigned char w[4];

    if (size < 18 || !read_at(fd, size - 4, w, 4))
        return -1;
    return (int64_t)((uint32_t)w[0] | (uint32_t)w[1] << 8 | (uint32_t)w[2] << 16 |
                     (uint32_t)w[3] << 24);
}

static int64_t zip_length(int fd)
{
    int copy = dup(fd);
    struct stream *file;
    int64_t n;

    if (copy < 0)
        return -1;
    file = stream_of_file(copy);
    n = zip_total_size(file);
    file->close(file);
    return n < 0 ? -1 : n & 0xffffffff;
}

int64_t np_content_signature(int fd)
{
    struct stat st;
    unsigned char head[4] = { 0 };
    int64_t signature;

    if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
        return -1;
    if (st.st_size >= 4 && !read_at(fd, 0, head, 4))
        return -1;
    if (head[0] == 0x1f && head[1] == 0x8b)
        signature = gzip_length(fd, (int64_t)st.st_size);
    else if (head[0] == 'P' && head[1] == 'K' && head[2] < 8 && head[3] == head[2] + 1)
        signature = zip_length(fd);
    else
        signature = (int64_t)st.st_size & 0xffffffff;
    lseek(fd, 0, SEEK_SET);
    return signature;
}

/* ---- content ---- */

struct content {
    XXH3_state_t *member, *all;
    int64_t members;
    char last[16];
    bool inside, lost;
};

struct content *content_new(void)
{
    struct content *content = np_calloc(1, sizeof *content);

    content->member = begin();
    content->all = begin();
    return content;
}

void content_free(struct content *content)
{
    XXH3_freeState(content->member);
    XXH3_freeState(content->all);
    free(content);
}

void content_lose(struct content *content)
{
    content->lost = true;
}

/* A member that was left before its end leaves the whole unknown. */
void content_begin_member(struct content *content)
{
    content->lost |= content->inside;
    content->inside = true;
    XXH3_128bits_reset(content->member);
}

void content_bytes(struct content *content, const char *p, size_t n)
{
    XXH3_128bits_update(content->member, p, n);
}

void content_end_member(struct content *content)
{
    if (!content->inside)
        return;
    content->inside = false;
    content->members++;
    finish(content->member, content->last);
    XXH3_128bits_update(content->all, content->last, 16);
}

/* One member: its own hash. Several: the hash over their hashes, in order. */
bool content_hash(const struct content *content, char hash[16])
{
    if (content->lost || content->inside)
        return false;
    if (content->members == 1)
        memcpy(hash, content->last, 16);
    else
        finish(content->all, hash);
    return true;
}

static enum np_status read_all(struct np_source *source, char *p, struct np_err *err)
{
    struct np_member member;
    enum np_status status;
    size_t got;

    while ((status = np_source_member(source, &member, err)) == NP_OK) {
        while ((status = np_source_read(source, p, PIECE, &got, err)) == NP_OK)
            ;
        if (status != NP_END)
            return NP_FAIL;
    }
    return status == NP_END ? NP_OK : NP_FAIL;
}

enum np_status np_content_hash(int fd, const struct np_limits *limits, char hash[16],
                               struct np_err *err)
{
    int copy = lseek(fd, 0, SEEK_SET) == 0 ? dup(fd) : -1;
    struct np_source *source;
    enum np_status status;
    char *p;

    if (copy < 0)
        return np_fail_at(err, NP_FAIL, CODE_IO_READ, -1, "cannot read from the start: %s",
                          strerror(errno));
    p = np_malloc(PIECE);
    source = np_source_new(copy, "", limits);
    status = read_all(source, p, err);
    if (status == NP_OK && !np_source_hash(source, hash))
        status = np_fail(err, NP_FAIL, "a member could not be read");
    np_source_free(source);
    free(p);
    lseek(fd, 0, SEEK_SET);
    return status;
}
