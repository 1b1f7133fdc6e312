/* archive.c -- tar, and zip on a pipe, by libarchive: entries one after the other.
 *
 * Only the two formats and no filter are switched on; bytes come from our own stream
 * by callback, nothing is opened by name and nothing is ever written.
 */
#include "codes.h"
#include "stream.h"

#include <archive.h>
#include <archive_entry.h>
#include <nanopat/arena.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#define PIECE ((size_t)128 << 10)

struct reader {
    struct container container;
    struct stream body; /* of the current entry */
    struct stream *in;  /* borrowed */
    struct archive *archive;
    char *piece;
    struct np_buf tail; /* zip: the last bytes read, END_MOST at least */
    bool zip;
    bool over;
    int64_t used_before;      /* of `in`, when this entry began */
    enum np_status below;     /* what `in` said last */
    struct np_err below_error;
    enum np_status ended;     /* of the entry */
    struct np_err error;
};

#define END_BYTES 22
#define END_MOST (END_BYTES + 65535) /* with the longest comment */

static void remember_tail(struct reader *reader, size_t got)
{
    struct np_buf *tail = &reader->tail;

    if (tail->n > PIECE) {
        memmove(tail->p, tail->p + tail->n - END_MOST, END_MOST);
        tail->n = END_MOST;
    }
    np_buf_put(tail, reader->piece, got);
}

static size_t read_piece(struct reader *reader)
{
    size_t got = 0;

    reader->below = reader->in->read(reader->in, reader->piece, PIECE, &got, &reader->below_error);
    if (reader->zip)
        remember_tail(reader, got);
    return got;
}

static la_ssize_t give_piece(struct archive *archive, void *data, const void **p)
{
    struct reader *reader = data;
    size_t got = read_piece(reader);

    *p = reader->piece;
    if (reader->below == NP_FAIL) {
        archive_set_error(archive, -1, "%s", reader->below_error.what);
        return -1;
    }
    return (la_ssize_t)got;
}

/* The words of the layer below where it failed, else libarchive's. */
static enum np_status give_up(struct reader *reader, enum np_status status, const char *code,
                              struct np_err *err)
{
    const char *words = archive_error_string(reader->archive);

    if (reader->below == NP_FAIL) {
        if (err)
            *err = reader->below_error;
        return NP_FAIL;
    }
    return np_fail_at(err, status, code, -1, "%s: %s",
                      status == NP_FAIL ? (reader->zip ? "broken zip file" : "broken tar file")
                                        : "cannot read this entry",
                      words ? words : "unknown reason");
}

static bool mentions(const char *words, const char *what)
{
    return words && strstr(words, what);
}

/* libarchive tells its reasons apart only by words. */
static const char *code_for_data(struct reader *reader)
{
    const char *words = archive_error_string(reader->archive);

    if (!reader->zip)
        return CODE_ARC_MEMBER;
    if (mentions(words, "CRC"))
        return CODE_ZIP_CRC;
    if (mentions(words, "nsupported"))
        return CODE_ZIP_METHOD;
    if (mentions(words, "ncrypt") || mentions(words, "assphrase"))
        return CODE_ZIP_ENCRYPTED;
    return CODE_ZIP_DATA;
}

static enum np_status read_entry(struct stream *stream, char *p, size_t n, size_t *got,
                                 struct np_err *err)
{
    struct reader *reader = (struct reader *)((char *)stream - offsetof(struct reader, body));

    *got = 0;
    if (reader->ended == NP_OK) {
        la_ssize_t r = archive_read_data(reader->archive, p, n);

        if (r > 0) {
            *got = (size_t)r;
            return NP_OK;
        }
        reader->ended = r == 0 ? NP_END
                               : give_up(reader, NP_FAIL, code_for_data(reader), &reader->error);
    }
    if (reader->ended == NP_FAIL && err)
        *err = reader->error;
    return reader->ended;
}

static int64_t used_by_entry(struct stream *stream)
{
    struct reader *reader = (struct reader *)((char *)stream - offsetof(struct reader, body));

    return archive_filter_bytes(reader->archive, -1) - reader->used_before;
}

static void name_entry(struct archive_entry *from, struct entry *entry)
{
    const char *name = archive_entry_pathname(from);

    if (!name)
        name = archive_entry_pathname_utf8(from);
    np_buf_reset(&entry->name);
    np_buf_puts(&entry->name, name ? name : "(name cannot be read)");
}

static enum np_status take_entry(struct reader *reader, struct archive_entry *from,
                                 struct entry *entry, struct np_err *err)
{
    name_entry(from, entry);
    if (archive_entry_is_encrypted(from))
        return np_fail_at(err, NP_SKIP, CODE_ZIP_ENCRYPTED, -1, "encrypted");
    if (archive_entry_hardlink(from) || archive_entry_filetype(from) != S_IFREG)
        return np_fail_at(err, NP_SKIP, CODE_ARC_LINK, -1,
                          "a link or device, no content of its own");
    reader->body.used = reader->zip ? used_by_entry : NULL;
    reader->used_before = archive_filter_bytes(reader->archive, -1);
    reader->ended = NP_OK;
    entry->body = &reader->body;
    return NP_OK;
}

/* libarchive stops where the central directory begins, or where the input does: a file
 * that was cut between two entries is told by the record that is missing at its end.    */
static bool has_end_record(const struct np_buf *tail)
{
    for (size_t i = 0; i + END_BYTES <= tail->n; i++) {
        const unsigned char *p = (const unsigned char *)tail->p + i;

        if (memcmp(p, "PK\5\6", 4) == 0 &&
            i + END_BYTES + (size_t)(p[20] | p[21] << 8) == tail->n)
            return true;
    }
    return false;
}

/* No more entries; the layers below still have checks to make. */
static enum np_status end_of_entries(struct reader *reader, struct np_err *err)
{
    while (reader->below == NP_OK)
        read_piece(reader);
    if (reader->below == NP_FAIL && err)
        *err = reader->below_error;
    if (reader->below == NP_END && reader->zip && !has_end_record(&reader->tail))
        return np_fail_at(err, NP_FAIL, CODE_ZIP_BROKEN, -1,
                          "zip file cut short: its central directory has no end");
    return reader->below;
}

static enum np_status next_entry(struct container *container, struct entry *entry,
                                 struct np_err *err)
{
    struct reader *reader = (struct reader *)container;
    struct archive_entry *from;
    int r;

    if (reader->over)
        return NP_END;
    do
        r = archive_read_next_header(reader->archive, &from);
    while (r == ARCHIVE_RETRY ||
           (r >= ARCHIVE_WARN && r != ARCHIVE_EOF && archive_entry_filetype(from) == S_IFDIR));
    if (r == ARCHIVE_OK || r == ARCHIVE_WARN)
        return take_entry(reader, from, entry, err);
    reader->over = true;
    if (r == ARCHIVE_EOF)
        return end_of_entries(reader, err);
    return give_up(reader, NP_FAIL, reader->zip ? CODE_ZIP_BROKEN : CODE_ARC_BROKEN, err);
}

static void close_reader(struct container *container)
{
    struct reader *reader = (struct reader *)container;

    archive_read_free(reader->archive);
    np_buf_release(&reader->tail);
    free(reader->piece);
    free(reader);
}

static struct container *open_reader(struct stream *in, bool zip)
{
    struct reader *reader = np_calloc(1, sizeof *reader);

    reader->container = (struct container){ next_entry, close_reader };
    reader->body = (struct stream){ .read = read_entry, .size = -1 };
    reader->in = in;
    reader->zip = zip;
    reader->piece = np_malloc(PIECE);
    reader->archive = archive_read_new();
    if (!reader->archive)
        np_panic("out of memory (libarchive)");
    if (zip)
        archive_read_support_format_zip_streamable(reader->archive);
    else
        archive_read_support_format_tar(reader->archive);
    /* An error here comes back with the first entry. */
    archive_read_open(reader->archive, reader, NULL, give_piece, NULL);
    return &reader->container;
}

struct container *tar_open(struct stream *in)
{
    return open_reader(in, false);
}

struct container *zip_stream_open(struct stream *in)
{
    return open_reader(in, true);
}
