/* tar.c -- the entries of a tar file, by libarchive.
 *
 * Only this format and no filter are switched on; bytes come from our own stream by callback,
 * nothing is opened by name and nothing is ever written. (zip is read by zip.c: libarchive
 * inflates by zlib only and loses UTF-8 names in the C locale.)
 */
#include "codes.h"
#include "stream.h"

#include <archive.h>
#include <archive_entry.h>
#include <nanopat/arena.h>
#include <stdlib.h>
#include <sys/stat.h>

#define PIECE ((size_t)128 << 10)
#define BLOCK 512

struct tar {
    struct container container;
    struct stream body; /* of the current entry */
    struct stream *in;  /* borrowed */
    struct archive *archive;
    char *piece;        /* owned */
    char last[BLOCK];   /* the last bytes read */
    bool over;
    enum np_status below; /* what `in` said last */
    struct np_err below_error;
    enum np_status ended; /* of the entry */
    struct np_err error;
};

static size_t read_piece(struct tar *tar)
{
    size_t got = 0, new;

    tar->below = tar->in->read(tar->in, tar->piece, PIECE, &got, &tar->below_error);
    new = got < BLOCK ? got : BLOCK;
    memmove(tar->last, tar->last + new, BLOCK - new);
    memcpy(tar->last + BLOCK - new, tar->piece + got - new, new);
    return got;
}

static la_ssize_t give_piece(struct archive *archive, void *data, const void **p)
{
    struct tar *tar = data;
    size_t got = read_piece(tar);

    *p = tar->piece;
    if (tar->below != NP_FAIL)
        return (la_ssize_t)got;
    archive_set_error(archive, -1, "%s", tar->below_error.what);
    return -1;
}

/* The words of the layer below where it failed, else libarchive's. */
static enum np_status give_up(struct tar *tar, const char *code, const char *what,
                              struct np_err *err)
{
    const char *words = archive_error_string(tar->archive);

    if (tar->below != NP_FAIL)
        return np_fail_at(err, NP_FAIL, code, -1, "%s: %s", what, words ? words : "no reason given");
    if (err)
        *err = tar->below_error;
    return NP_FAIL;
}

static enum np_status read_entry(struct stream *stream, char *p, size_t n, size_t *got,
                                 struct np_err *err)
{
    struct tar *tar = (struct tar *)((char *)stream - offsetof(struct tar, body));
    la_ssize_t r = tar->ended == NP_OK ? archive_read_data(tar->archive, p, n) : 0;

    *got = r > 0 ? (size_t)r : 0;
    if (r > 0)
        return NP_OK;
    if (tar->ended == NP_OK)
        tar->ended = r == 0 ? NP_END
                            : give_up(tar, CODE_ARC_MEMBER, "cannot read this tar entry",
                                      &tar->error);
    if (tar->ended == NP_FAIL && err)
        *err = tar->error;
    return tar->ended;
}

static enum np_status take_entry(struct tar *tar, struct archive_entry *from, struct entry *entry,
                                 struct np_err *err)
{
    const char *name = archive_entry_pathname(from);

    if (!name)
        name = archive_entry_pathname_utf8(from);
    np_buf_reset(&entry->name);
    np_buf_puts(&entry->name, name ? name : "(name cannot be read)");
    if (archive_entry_hardlink(from) || archive_entry_filetype(from) != S_IFREG)
        return np_fail_at(err, NP_SKIP, CODE_ARC_LINK, -1,
                          "a link or device, no content of its own");
    tar->ended = NP_OK;
    entry->body = &tar->body;
    return NP_OK;
}

/* The layers below still have checks to make: read on to the end. There a tar file has empty
 * blocks; one that was cut between two entries has none, and libarchive does not mind.       */
static enum np_status end_of_entries(struct tar *tar, struct np_err *err)
{
    static const char empty[BLOCK];

    while (tar->below == NP_OK)
        read_piece(tar);
    if (tar->below == NP_FAIL && err)
        *err = tar->below_error;
    if (tar->below == NP_END && memcmp(tar->last, empty, BLOCK) != 0)
        return np_fail_at(err, NP_FAIL, CODE_ARC_BROKEN, -1,
                          "tar file cut short: no empty block at its end");
    return tar->below;
}

static enum np_status next_entry(struct container *container, struct entry *entry,
                                 struct np_err *err)
{
    struct tar *tar = (struct tar *)container;
    struct archive_entry *from;
    int r;

    if (tar->over)
        return NP_END;
    do
        r = archive_read_next_header(tar->archive, &from);
    while (r == ARCHIVE_RETRY ||
           (r >= ARCHIVE_WARN && r != ARCHIVE_EOF && archive_entry_filetype(from) == S_IFDIR));
    if (r == ARCHIVE_OK || r == ARCHIVE_WARN)
        return take_entry(tar, from, entry, err);
    tar->over = true;
    return r == ARCHIVE_EOF ? end_of_entries(tar, err)
                            : give_up(tar, CODE_ARC_BROKEN, "broken tar file", err);
}

static void close_tar(struct container *container)
{
    struct tar *tar = (struct tar *)container;

    archive_read_free(tar->archive);
    free(tar->piece);
    free(tar);
}

struct container *tar_open(struct stream *in)
{
    struct tar *tar = np_calloc(1, sizeof *tar);

    tar->container = (struct container){ next_entry, close_tar };
    tar->body = (struct stream){ .read = read_entry, .size = -1 };
    tar->in = in;
    tar->piece = np_malloc(PIECE);
    tar->archive = archive_read_new();
    if (!tar->archive)
        np_panic("out of memory (libarchive)");
    archive_read_support_format_tar(tar->archive);
    /* An error here comes back with the first entry. */
    archive_read_open(tar->archive, tar, NULL, give_piece, NULL);
    return &tar->container;
}
