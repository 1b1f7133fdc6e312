/* zip_directory.c -- what a zip file says it holds. Format: APPNOTE.TXT 6.3, section 4.3.
 *
 *     local header, data ... | directory: one line per entry | [zip64 end, locator] | end, comment
 *
 * The directory decides; it is found from the end of the file. Every offset and length in
 * it is checked against the file before it is used.
 */
#include "zip.h"
#include "codes.h"

#include <nanopat/arena.h>
#include <stdlib.h>

#define LINE_BYTES 46
#define PIECE ((size_t)256 << 10) /* a line with its name and extra field fits */

bool zip_read_at(struct stream *in, int64_t at, char *p, size_t n)
{
    size_t got = 0;

    if (at < 0 || at > in->size || (int64_t)n > in->size - at || !in->seek(in, at))
        return false;
    while (n > 0) {
        if (in->read(in, p, n, &got, NULL) != NP_OK)
            return false;
        p += got;
        n -= got;
    }
    return true;
}

static enum np_status broken(struct np_err *err, const char *what, int64_t at)
{
    return np_fail_at(err, NP_FAIL, CODE_ZIP_BROKEN, -1, "broken zip file: %s at byte %lld", what,
                      (long long)at);
}

/* ---- the end record ---- */

int64_t zip_find_end(const char *tail, size_t n)
{
    for (size_t i = n < ZIP_END_BYTES ? 0 : n - ZIP_END_BYTES + 1; i-- > 0;)
        if (memcmp(tail + i, "PK\5\6", 4) == 0 &&
            zip_u16(tail + i + 20) == n - i - ZIP_END_BYTES)
            return (int64_t)i;
    return -1;
}

static int64_t find_end(struct stream *in, char *record)
{
    size_t n = in->size < ZIP_END_MOST ? (size_t)in->size : ZIP_END_MOST;
    char *tail = np_malloc(n + 1);
    int64_t at = zip_read_at(in, in->size - (int64_t)n, tail, n) ? zip_find_end(tail, n) : -1;

    if (at >= 0)
        memcpy(record, tail + at, ZIP_END_BYTES);
    free(tail);
    return at < 0 ? -1 : in->size - (int64_t)n + at;
}

/* Sizes that do not fit are in the zip64 end record, which a locator before the end points to. */
static enum np_status read_zip64(struct zip_directory *directory, int64_t *end_at, bool needed,
                                 int64_t *bytes, int64_t *offset, struct np_err *err)
{
    char locator[20], record[56];
    int64_t at;

    if (!zip_read_at(directory->in, *end_at - 20, locator, 20) || memcmp(locator, "PK\6\7", 4))
        return needed ? broken(err, "no zip64 locator", *end_at) : NP_OK;
    at = zip_i64(locator + 8);
    if (!zip_read_at(directory->in, at, record, 56) || memcmp(record, "PK\6\6", 4)) {
        at = *end_at - 20 - 56; /* something stands before the zip file */
        if (!zip_read_at(directory->in, at, record, 56) || memcmp(record, "PK\6\6", 4))
            return broken(err, "no zip64 end record", at);
    }
    directory->count = zip_i64(record + 32);
    *bytes = zip_i64(record + 40);
    *offset = zip_i64(record + 48);
    *end_at = at;
    return NP_OK;
}

static enum np_status place_directory(struct zip_directory *directory, int64_t end_at,
                                      int64_t bytes, int64_t offset, struct np_err *err)
{
    if (bytes < 0 || offset < 0 || directory->count < 0 || bytes > end_at ||
        offset > end_at - bytes)
        return broken(err, "the central directory cannot be where the end record says,", end_at);
    directory->from = directory->at = end_at - bytes;
    directory->end = end_at;
    directory->shift = end_at - bytes - offset;
    return NP_OK;
}

enum np_status zip_directory_open(struct zip_directory *directory, struct stream *in,
                                  struct np_err *err)
{
    char end[ZIP_END_BYTES];
    int64_t end_at = find_end(in, end), bytes, offset;
    enum np_status status;
    bool full;

    *directory = (struct zip_directory){ .in = in };
    if (end_at < 0)
        return NP_END;
    directory->count = zip_u16(end + 10);
    bytes = zip_u32(end + 12);
    offset = zip_u32(end + 16);
    full = directory->count == 0xffff || bytes == 0xffffffff || offset == 0xffffffff;
    if (!full && (zip_u16(end + 4) || zip_u16(end + 6) || zip_u16(end + 8) != zip_u16(end + 10)))
        return np_fail_at(err, NP_FAIL, CODE_ZIP_DISKS, -1,
                          "part of a zip file that is split over several disks");
    status = read_zip64(directory, &end_at, full, &bytes, &offset, err);
    if (status == NP_OK)
        status = place_directory(directory, end_at, bytes, offset, err);
    if (status == NP_OK)
        directory->piece = np_malloc(PIECE);
    return status;
}

void zip_directory_release(struct zip_directory *directory)
{
    free(directory->piece);
    directory->piece = NULL;
}

/* ---- lines ---- */

/* n bytes of the directory; NULL if it does not hold them. */
static const char *directory_bytes(struct zip_directory *directory, int64_t at, size_t n)
{
    int64_t rest = directory->end - at;

    if (rest < (int64_t)n)
        return NULL;
    if (at < directory->piece_at ||
        at + (int64_t)n > directory->piece_at + (int64_t)directory->piece_n) {
        directory->piece_at = at;
        directory->piece_n = rest < (int64_t)PIECE ? (size_t)rest : PIECE;
        if (!zip_read_at(directory->in, at, directory->piece, directory->piece_n)) {
            directory->piece_n = 0;
            return NULL;
        }
    }
    return directory->piece + (at - directory->piece_at);
}

/* Extra field 1: the values that are all ones in the line, in this order. */
static bool take_zip64(struct zip_entry *entry, const char *field, size_t n)
{
    int64_t *values[] = { &entry->bytes, &entry->packed_bytes, &entry->header_at };
    size_t at = 0;

    for (int i = 0; i < 3; i++)
        if (*values[i] == 0xffffffff) {
            if (at + 8 > n)
                return false;
            *values[i] = zip_i64(field + at);
            at += 8;
        }
    return true;
}

bool zip_take_extra(struct zip_entry *entry, const char *extra, size_t n, bool *found)
{
    bool fine = true;

    *found = false;
    while (n >= 4) {
        size_t length = zip_u16(extra + 2);

        if (length > n - 4)
            return fine; /* padding and other people's fields: not ours to judge */
        if (zip_u16(extra) == 1 && !*found) {
            *found = true;
            fine = take_zip64(entry, extra + 4, length);
        }
        extra += 4 + length;
        n -= 4 + length;
    }
    return fine;
}

enum np_status zip_entry_check(const struct zip_entry *entry, struct np_err *err)
{
    if (entry->flags & (1 | 1 << 6 | 1 << 13))
        return np_fail_at(err, NP_SKIP, CODE_ZIP_ENCRYPTED, -1, "encrypted");
    if (entry->method != 0 && entry->method != 8)
        return np_fail_at(err, NP_SKIP, CODE_ZIP_METHOD, -1,
                          "compression method %u is not supported, only stored and deflate",
                          entry->method);
    if (entry->link)
        return np_fail_at(err, NP_SKIP, CODE_ARC_LINK, -1,
                          "a link or device, no content of its own");
    return NP_OK;
}

static void take_line(struct zip_entry *entry, const char *line)
{
    entry->flags = zip_u16(line + 8);
    entry->method = zip_u16(line + 10);
    entry->crc = zip_u32(line + 16);
    entry->packed_bytes = zip_u32(line + 20);
    entry->bytes = zip_u32(line + 24);
    entry->header_at = zip_u32(line + 42);
    /* made on Unix: the upper half of the external attributes is the mode */
    entry->link = line[5] == 3 && (zip_u16(line + 40) & 0170000) == 0120000;
}

static bool is_possible(const struct zip_directory *directory, const struct zip_entry *entry)
{
    int64_t room = directory->from - directory->shift;

    return entry->bytes >= 0 && entry->packed_bytes >= 0 && entry->header_at >= 0 &&
           entry->header_at <= room - 30 && entry->packed_bytes <= room - 30 - entry->header_at;
}

static enum np_status end_of_lines(struct zip_directory *directory, struct np_err *err)
{
    if (directory->at == directory->end)
        return NP_END;
    return broken(err, "the central directory holds more than its entries", directory->at);
}

enum np_status zip_directory_next(struct zip_directory *directory, struct zip_entry *entry,
                                  struct np_err *err)
{
    const char *line;
    size_t name_n, extra_n, all;
    bool found;

    if (directory->taken == directory->count)
        return end_of_lines(directory, err);
    line = directory_bytes(directory, directory->at, LINE_BYTES);
    if (!line || memcmp(line, "PK\1\2", 4) != 0)
        return broken(err, "no entry in the central directory", directory->at);
    take_line(entry, line);
    name_n = zip_u16(line + 28);
    extra_n = zip_u16(line + 30);
    all = LINE_BYTES + name_n + extra_n + zip_u16(line + 32);
    line = directory_bytes(directory, directory->at, all);
    if (!line || !zip_take_extra(entry, line + LINE_BYTES + name_n, extra_n, &found) ||
        !is_possible(directory, entry))
        return broken(err, "impossible entry in the central directory", directory->at);
    np_buf_reset(&entry->name);
    np_buf_put(&entry->name, line + LINE_BYTES, name_n);
    directory->packed_sum += 30 + (int64_t)name_n + entry->packed_bytes;
    if (directory->packed_sum > directory->from - directory->shift)
        return broken(err, "entries overlap, seen", directory->at);
    entry->header_at += directory->shift;
    entry->listed_at = directory->at;
    directory->at += (int64_t)all;
    directory->taken++;
    return NP_OK;
}
