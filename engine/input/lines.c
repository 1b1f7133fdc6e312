/* lines.c -- documents in text of lines: APS green book, fee events.
 *
 *     HHHHHT  APS1  ISSUE - 971223      a header, before the first document
 *     PATN                              fits the mask: a document begins
 *     WKU  057006474                    goes on
 *     PATN                              the next one
 *
 * Only the beginnings of lines are looked at. Such text has no end mark: a document ends where the
 * next one begins, or with the member.
 */
#include "codes.h"
#include "frame.h"

enum { MASK_MOST = 96 }; /* so much of a line is looked at */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0' || c == '\x1a';
}

/* ---- masks ---- */

bool lines_are_of(const struct np_framing *row)
{
    return row->record[0] && row->record[0][0] == NP_LINES[0];
}

static bool is_rest_blank(struct np_slice line, size_t at)
{
    while (at < line.n && is_blank(line.p[at]))
        at++;
    return at == line.n;
}

static bool fits(const char *mask, struct np_slice line)
{
    size_t at = 0;

    for (; mask[at] && mask[at] != '$'; at++) {
        char c = at < line.n ? line.p[at] : '\0';

        if (mask[at] == '#' ? c < '0' || c > '9'
            : mask[at] == '?' || mask[at] == '=' ? at >= line.n
                                                 : c != mask[at])
            return false;
    }
    return mask[at] != '$' || is_rest_blank(line, at);
}

/* The mask of this kind, NP_LINES or NP_HEADER, that a line fits; NULL: none. */
static const char *mask_of(const struct np_framing *row, char kind, struct np_slice line)
{
    for (int i = 0; i < 4 && row->record[i]; i++)
        if (row->record[i][0] == kind && fits(row->record[i] + 1, line))
            return row->record[i] + 1;
    return NULL;
}

/* Whether two lines that fit the mask belong to one document. */
static bool are_one(const char *mask, struct np_slice a, struct np_slice b)
{
    bool keyed = false;

    for (size_t at = 0; mask[at]; at++)
        if (mask[at] == '=') {
            keyed = true;
            if (a.p[at] != b.p[at])
                return false;
        }
    return keyed;
}

/* ---- the first bytes ---- */

static struct np_slice line_in(struct np_slice s)
{
    const char *end = s.n ? memchr(s.p, '\n', s.n) : NULL;

    return end ? np_slice_sub(s, 0, (size_t)(end - s.p)) : s;
}

/* Behind a byte order mark and empty lines. */
static struct np_slice from_first_line(struct np_slice s)
{
    if (np_slice_starts(s, "\xef\xbb\xbf"))
        s = np_slice_sub(s, 3, s.n);
    for (struct np_slice line = line_in(s); line.n < s.n && is_rest_blank(line, 0);
         line = line_in(s))
        s = np_slice_sub(s, line.n + 1, s.n);
    return s;
}

const struct np_framing *lines_sniff(const struct np_framing *framings, struct np_slice head)
{
    struct np_slice line = line_in(from_first_line(head));

    for (const struct np_framing *row = framings; row && row->root; row++)
        if (lines_are_of(row) && (mask_of(row, NP_LINES[0], line) ||
                                  mask_of(row, NP_HEADER[0], line)))
            return row;
    return NULL;
}

/* ---- documents ---- */

struct text {
    struct np_framer *framer;
    int64_t from; /* of the document, or of what belongs to none */
    bool too_long;
    char first[MASK_MOST]; /* its first line */
    struct np_slice begins;
};

/* What has to stay in the window while `at` is looked at. */
static int64_t keep_of(const struct text *text, int64_t at)
{
    return text->too_long ? at : text->from;
}

static struct np_slice line_at(struct text *text, int64_t at)
{
    struct window *w = &text->framer->window;
    int64_t n = window_need(w, keep_of(text, at), at, MASK_MOST);

    return line_in(window_slice(w, at, at + n));
}

/* Behind the end of the line, or the end of the member. */
static int64_t behind_line(struct text *text, int64_t at)
{
    struct window *w = &text->framer->window;

    for (;;) {
        const char *p = at < w->end ? window_at(w, at) : NULL;
        const char *end = p ? memchr(p, '\n', (size_t)(w->end - at)) : NULL;

        if (end)
            return at + (end - p) + 1;
        at = w->end;
        if (at - text->from > text->framer->limits.document_bytes + MASK_MOST)
            text->too_long = true;
        if (!window_more(w, keep_of(text, at)))
            return w->end;
    }
}

static bool is_over(struct text *text, int64_t at)
{
    return window_need(&text->framer->window, keep_of(text, at), at, 1) == 0;
}

/* From text->from to the first line of a document; *lost: something stood there that is neither
 * blank nor a header.                                                                        */
static int64_t find_first_line(struct text *text, bool *lost)
{
    const struct np_framing *row = text->framer->text;
    int64_t at = text->from;

    while (!is_over(text, at)) {
        struct np_slice line = line_at(text, at);

        if (at == 0 && np_slice_starts(line, "\xef\xbb\xbf")) {
            at += 3;
            continue;
        }
        if (mask_of(row, NP_LINES[0], line))
            break;
        if (!*lost && !is_rest_blank(line, 0) && !mask_of(row, NP_HEADER[0], line)) {
            *lost = true;
            text->from = at;
        }
        at = behind_line(text, at);
        text->too_long = true; /* nothing of it is given */
    }
    return at;
}

/* Behind the last line of the document that begins at text->from. */
static int64_t find_end(struct text *text, const char *mask)
{
    const struct np_framing *row = text->framer->text;
    int64_t at = behind_line(text, text->from);

    while (!is_over(text, at)) {
        struct np_slice line = line_at(text, at);
        const char *other = mask_of(row, NP_LINES[0], line);

        if (other && (other != mask || !are_one(mask, text->begins, line)))
            break;
        at = behind_line(text, at);
    }
    return at;
}

static int64_t without_blank_end(const struct window *w, int64_t from, int64_t to)
{
    while (to > from && is_blank(*window_at(w, to - 1)))
        to--;
    return to;
}

static enum np_status give(struct text *text, int64_t to, struct np_document *document,
                           struct np_err *err)
{
    struct np_framer *framer = text->framer;
    const struct window *w = &framer->window;

    document->offset = text->from;
    document->root = np_slice_of(framer->text->root);
    /* Blank lines at the end count here: too_long cannot know of them. */
    if (to - text->from > framer->limits.document_bytes)
        return np_fail_at(err, NP_SKIP, CODE_FRM_LONG, text->from,
                          "document of %lld bytes, longer than the limit of %lld",
                          (long long)(to - text->from), (long long)framer->limits.document_bytes);
    document->bytes = window_slice(w, text->from, without_blank_end(w, text->from, to));
    return NP_OK;
}

static enum np_status lines_over(struct np_framer *framer, struct np_err *err)
{
    framer->over = true;
    return framer->window.failed ? framer_ends_inside(framer, np_slice_of(framer->text->root), err)
                                 : NP_END;
}

enum np_status lines_next(struct np_framer *framer, struct np_document *document,
                          struct np_err *err)
{
    struct text text = { .framer = framer, .from = framer->at, .too_long = true };
    bool lost = false;
    const char *mask;

    framer->at = find_first_line(&text, &lost);
    document->offset = text.from;
    if (lost)
        return np_fail_at(err, NP_SKIP, CODE_FRM_GARBAGE, text.from,
                          "%lld bytes between documents that belong to none, up to byte %lld",
                          (long long)(framer->at - text.from), (long long)framer->at);
    if (is_over(&text, framer->at))
        return lines_over(framer, err);
    text.from = framer->at;
    text.too_long = false;
    text.begins = line_at(&text, text.from);
    mask = mask_of(framer->text, NP_LINES[0], text.begins);
    memcpy(text.first, text.begins.p, text.begins.n);
    text.begins.p = text.first;
    framer->at = find_end(&text, mask);
    document->offset = text.from;
    if (framer->window.failed && framer->at == framer->window.end)
        return framer_ends_inside(framer, np_slice_of(framer->text->root), err);
    return give(&text, framer->at, document, err);
}
