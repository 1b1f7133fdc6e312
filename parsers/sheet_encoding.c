/* sheet_encoding.c -- the text of a file as UTF-8, whatever it was written in.
 *
 * A byte order mark decides; else NULs at every other byte (UTF-16); else UTF-8 if the whole file is
 * that, and GB18030 if it is not. All bytes are looked at before the first is given, so that a list
 * never changes its encoding half way.
 */
#include "sheet.h"

#include <errno.h>
#include <nanopat/text.h>

#define PIECE ((size_t)64 << 10)

static const char *const names[] = { "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030" };

const char *sheet_encoding_name(enum sheet_encoding encoding)
{
    return names[encoding];
}

/* ---- bytes ---- */

static enum np_status first_member(struct sheet_text *text, struct np_err *err)
{
    struct np_member member;
    enum np_status status;

    text->source = sheet_source(text->sheets, 1);
    status = np_source_member(text->source, &member, err);
    if (status == NP_SKIP && err)
        err->status = NP_FAIL;
    return status == NP_SKIP ? NP_FAIL : status;
}

/* The next bytes; borrowed. */
static enum np_status read_bytes(struct sheet_text *text, struct np_slice *bytes,
                                 struct np_err *err)
{
    struct np_buf *b = &text->sheets->piece;
    enum np_status status;
    size_t got;

    np_buf_reset(b);
    status = np_source_read(text->source, np_buf_room(b, PIECE), PIECE, &got, err);
    *bytes = np_slice_make(b->p, got);
    return status;
}

/* ---- conversion: whole characters of `in` to `out`; how many bytes were used ---- */

static size_t length_of(unsigned char lead)
{
    return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
}

static size_t from_utf8(struct np_buf *out, struct np_slice in, bool *broken)
{
    size_t good = np_utf8_check(in), left = in.n - good;

    np_buf_puts_slice(out, np_slice_sub(in, 0, good));
    *broken = left && ((unsigned char)in.p[good] < 0xC2 ||
                       left >= length_of((unsigned char)in.p[good]));
    return good;
}

static uint32_t unit_at(struct np_slice in, size_t at, bool big)
{
    unsigned char a = (unsigned char)in.p[at], b = (unsigned char)in.p[at + 1];

    return big ? (uint32_t)a << 8 | b : (uint32_t)b << 8 | a;
}

static size_t from_utf16(struct np_buf *out, struct np_slice in, bool big, bool *broken)
{
    size_t at = 0;

    while (at + 2 <= in.n) {
        uint32_t c = unit_at(in, at, big), low = 0;
        size_t n = c >= 0xD800 && c <= 0xDBFF ? 4 : 2;

        if (at + n > in.n)
            return at;
        if (n == 4)
            low = unit_at(in, at + 2, big);
        if ((c >= 0xDC00 && c <= 0xDFFF) || (n == 4 && (low < 0xDC00 || low > 0xDFFF))) {
            *broken = true;
            return at;
        }
        np_utf8_put(out, n == 4 ? 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00) : c);
        at += n;
    }
    return at;
}

static size_t from_gb18030(struct np_buf *out, struct np_slice in, iconv_t cd, bool *broken)
{
    char *from = (char *)(uintptr_t)in.p;
    size_t left = in.n;

    while (left) {
        size_t room = left * 2 + 16, unused = room;
        char *to = np_buf_room(out, room);
        bool stopped = iconv(cd, &from, &left, &to, &unused) == (size_t)-1;

        out->n += room - unused;
        *broken = stopped && errno == EILSEQ;
        if (stopped && errno != E2BIG)
            break;
    }
    return in.n - left;
}

/* Behind what was left of the last piece; what is not whole yet is left again. False: broken at
 * text->at.                                                                                    */
static bool take_bytes(struct sheet_text *text, struct np_slice bytes)
{
    struct np_slice in;
    bool broken = false;
    size_t used;

    np_buf_reset(&text->out);
    np_buf_puts_slice(&text->rest, bytes);
    in = np_buf_slice(&text->rest);
    switch (text->encoding) {
    case SHEET_UTF8: used = from_utf8(&text->out, in, &broken); break;
    case SHEET_GB18030:
        used = from_gb18030(&text->out, in, text->sheets->gb18030, &broken);
        break;
    default: used = from_utf16(&text->out, in, text->encoding == SHEET_UTF16BE, &broken);
    }
    text->at += (int64_t)used;
    text->rest.n -= used;
    if (text->rest.n)
        memmove(text->rest.p, text->rest.p + used, text->rest.n);
    return !broken;
}

/* ---- what it is ---- */

static size_t mark_of(struct np_slice head, enum sheet_encoding *encoding)
{
    if (np_slice_starts(head, "\xef\xbb\xbf")) {
        *encoding = SHEET_UTF8;
        return 3;
    }
    if (np_slice_starts(head, "\xff\xfe") || np_slice_starts(head, "\xfe\xff")) {
        *encoding = head.p[0] == '\xff' ? SHEET_UTF16LE : SHEET_UTF16BE;
        return 2;
    }
    return 0;
}

/* ASCII in UTF-16 has a NUL in every pair, always on the same side; on the other a few Chinese
 * characters have one (U+4E00); other text has none.                                        */
static bool is_wide(struct np_slice head, enum sheet_encoding *encoding)
{
    size_t zeros[2] = { 0, 0 }, most;

    for (size_t i = 0; i < head.n; i++)
        zeros[i % 2] += head.p[i] == '\0';
    most = zeros[0] > zeros[1] ? zeros[0] : zeros[1];
    *encoding = zeros[0] > zeros[1] ? SHEET_UTF16BE : SHEET_UTF16LE;
    return most * 8 >= head.n && zeros[0] + zeros[1] - most <= most / 4;
}

static void begin(struct sheet_text *text)
{
    np_source_free(text->source);
    text->source = NULL;
    np_buf_reset(&text->rest);
    text->begun = false;
    if (text->sheets->gb18030 != (iconv_t)-1)
        iconv(text->sheets->gb18030, NULL, NULL, NULL, NULL);
}

/* NP_OK: the whole file is text in this encoding. NP_SKIP: it is not, first at *byte. */
static enum np_status try_encoding(struct sheet_text *text, enum sheet_encoding encoding,
                                   int64_t *byte, struct np_err *err)
{
    struct np_slice piece;
    enum np_status status;

    begin(text);
    text->encoding = encoding;
    while ((status = sheet_text_next(text, &piece, err)) == NP_OK)
        continue;
    *byte = text->at;
    return status == NP_END ? NP_OK : status;
}

static enum np_status look_at_head(struct sheet_text *text, bool *sure, struct np_err *err)
{
    struct np_slice head = NP_EMPTY;
    enum np_status status = first_member(text, err);

    if (status == NP_OK)
        status = read_bytes(text, &head, err);
    if (status == NP_END)
        return np_fail_at(err, NP_FAIL, "NP-SHT-011", 0, "the file is empty");
    if (status != NP_OK)
        return status;
    text->mark = mark_of(head, &text->encoding);
    *sure = text->mark > 0 || is_wide(np_slice_sub(head, 0, 4096), &text->encoding);
    return NP_OK;
}

static enum np_status refuse(const struct sheet_text *text, int64_t utf8, int64_t gb,
                             struct np_err *err)
{
    if (text->sheets->gb18030 == (iconv_t)-1)
        return np_fail_at(err, NP_FAIL, "NP-SHT-001", utf8,
                          "not UTF-8 at byte %lld, and GB18030 cannot be read on this system",
                          (long long)utf8);
    return np_fail_at(err, NP_FAIL, "NP-SHT-001", utf8,
                      "neither UTF-8 (byte %lld) nor GB18030 (byte %lld)", (long long)utf8,
                      (long long)gb);
}

enum np_status sheet_text_open(struct sheet_text *text, struct np_sheets *sheets,
                               struct np_err *err)
{
    bool sure = false;
    int64_t utf8 = 0, gb = 0;
    enum np_status status;

    *text = (struct sheet_text){ .sheets = sheets };
    status = look_at_head(text, &sure, err);
    if (status != NP_OK)
        return status;
    status = try_encoding(text, sure ? text->encoding : SHEET_UTF8, &utf8, err);
    if (status == NP_SKIP && sure)
        return np_fail_at(err, NP_FAIL, "NP-SHT-001", utf8, "not %s at byte %lld",
                          names[text->encoding], (long long)utf8);
    if (status == NP_SKIP && sheets->gb18030 != (iconv_t)-1)
        status = try_encoding(text, SHEET_GB18030, &gb, err);
    if (status == NP_SKIP)
        return refuse(text, utf8, gb, err);
    begin(text);
    return status;
}

void sheet_text_rewind(struct sheet_text *text)
{
    begin(text);
}

void sheet_text_close(struct sheet_text *text)
{
    np_source_free(text->source);
    np_buf_release(&text->rest);
    np_buf_release(&text->out);
}

/* ---- reading ---- */

enum np_status sheet_text_next(struct sheet_text *text, struct np_slice *piece,
                               struct np_err *err)
{
    struct np_slice bytes = NP_EMPTY;
    enum np_status status = text->begun ? NP_OK : first_member(text, err);

    *piece = NP_EMPTY;
    if (status == NP_OK)
        status = read_bytes(text, &bytes, err);
    if (status == NP_END && text->rest.n) /* inside a character */
        return np_fail_at(err, NP_SKIP, "NP-SHT-001", text->at, "ends inside a character");
    if (status != NP_OK)
        return status;
    if (!text->begun) {
        bytes = np_slice_sub(bytes, text->mark, bytes.n);
        text->at = (int64_t)text->mark;
    }
    text->begun = true;
    if (!take_bytes(text, bytes))
        return np_fail_at(err, NP_SKIP, "NP-SHT-001", text->at, "not %s",
                          names[text->encoding]);
    *piece = np_buf_slice(&text->out);
    return NP_OK;
}
