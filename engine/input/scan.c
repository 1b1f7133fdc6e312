/* scan.c -- see scan.h. */
#include "scan.h"

#define PROLOG_BYTES 10 /* "<!DOCTYPE" and a blank */

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static bool ends_name(char c)
{
    return c == '>' || c == '/' || is_blank(c);
}

size_t scan_tag_end(struct np_slice s)
{
    size_t i = 0;

    while (i < s.n) {
        char c = s.p[i++];

        if (c == '>')
            return i;
        if (c == '"' || c == '\'') {
            const char *close = memchr(s.p + i, c, s.n - i);

            if (!close)
                return 0;
            i = (size_t)(close - s.p) + 1;
        }
    }
    return 0;
}

struct np_slice scan_name(struct np_slice s)
{
    size_t n = 0;

    while (n < s.n && !ends_name(s.p[n]) && s.p[n] != '<')
        n++;
    return np_slice_make(s.p, n);
}

struct np_slice scan_local(struct np_slice name)
{
    const char *colon = name.n ? memchr(name.p, ':', name.n) : NULL;

    return colon ? np_slice_sub(name, (size_t)(colon - name.p) + 1, name.n) : name;
}

bool scan_is_prolog(struct np_slice s)
{
    return (np_slice_starts(s, "<?xml") && s.n > 5 && is_blank(s.p[5])) ||
           (np_slice_starts(s, "<!DOCTYPE") && s.n > 9 && is_blank(s.p[9]));
}

/* ---- one markup at a time; s begins at its '<' ---- */

static bool has_name(struct np_slice s, size_t skip, struct np_slice name)
{
    return name.n && s.n > skip + name.n && memcmp(s.p + skip, name.p, name.n) == 0 &&
           ends_name(s.p[skip + name.n]);
}

static bool is_record(const struct scan *scan, struct np_slice local)
{
    for (const char *const *record = scan->records; record && *record; record++)
        if (np_slice_is(local, *record))
            return true;
    return false;
}

static enum found long_tag(struct scan *scan, int64_t tag, bool counts)
{
    scan->from = tag;
    scan->to = scan->at = tag + 1;
    scan->tag = -1;
    scan->counts = counts;
    return FOUND_LONG_TAG;
}

/* A start tag: of the element, of a record, or of no interest (FOUND_NOTHING, *wait false). */
static enum found start_tag(struct scan *scan, struct np_slice s, int64_t at, bool eof, bool *wait)
{
    struct np_slice name = np_slice_sub(s, 1, s.n);
    size_t end;

    if (scan->records) {
        name = scan_name(name);
        *wait = name.n + 1 == s.n && !eof && (int64_t)s.n <= scan->tag_bytes;
        if (*wait || (!is_record(scan, scan_local(name)) && !np_slice_eq(name, scan->element)))
            return FOUND_NOTHING;
    } else if (has_name(s, 1, scan->element)) {
        name.n = scan->element.n;
    } else {
        return FOUND_NOTHING;
    }
    end = scan_tag_end(np_slice_sub(s, 0, (size_t)scan->tag_bytes));
    scan->name_n = name.n;
    if (!end && (int64_t)s.n >= scan->tag_bytes)
        return long_tag(scan, at, true);
    *wait = !end;
    if (!end)
        return FOUND_NOTHING;
    scan->tag = -1;
    scan->from = at;
    scan->to = scan->at = at + (int64_t)end;
    return s.p[end - 2] == '/' ? FOUND_EMPTY : FOUND_START;
}

static enum found end_tag(struct scan *scan, struct np_slice s, int64_t at, bool *wait)
{
    bool own = has_name(s, 2, scan->element);
    size_t end;

    if (!own && !has_name(s, 2, scan->enclosing))
        return FOUND_NOTHING;
    end = scan_tag_end(np_slice_sub(s, 0, (size_t)scan->tag_bytes));
    *wait = !end && (int64_t)s.n < scan->tag_bytes;
    if (!end)
        return FOUND_NOTHING;
    scan->from = at;
    scan->to = scan->at = at + (int64_t)end;
    return own ? FOUND_END : FOUND_ENCLOSING_END;
}

/* A declaration in the middle of a document: at the start of a line always, else unless it
 * stands in an attribute of the start tag before it.                                       */
static bool cuts_here(const struct scan *scan, const char *p, int64_t base, int64_t at)
{
    const char *lt = p + (at - base);

    if (at > base && (lt[-1] == '\n' || lt[-1] == '\r'))
        return true;
    return scan->tag < base ||
           scan_tag_end(np_slice_make(p + (scan->tag - base), (size_t)(at - scan->tag))) > 0;
}

/* Whether the start tag passed last is longer than allowed, now that the text up to `at` is known. */
static bool tag_too_long(const struct scan *scan, const char *p, int64_t base, int64_t at)
{
    return scan->tag >= base && at - scan->tag > scan->tag_bytes &&
           !scan_tag_end(np_slice_make(p + (scan->tag - base), (size_t)scan->tag_bytes));
}

static void leave_section(struct scan *scan, const char *p, int64_t base, int64_t end)
{
    const char *closing = scan->inside == IN_COMMENT ? "-->" : "]]>";
    int64_t n = end - scan->at;
    const char *hit = n >= 3 ? memmem(p + (scan->at - base), (size_t)n, closing, 3) : NULL;

    if (hit) {
        scan->inside = IN_TEXT;
        scan->at = base + (hit - p) + 3;
    } else if (n > 2) {
        scan->at = end - 2;
    }
}

/* "<!": a section begins, or a document type declaration. */
static enum found declaration(struct scan *scan, struct np_slice s, int64_t at)
{
    bool comment = np_slice_starts(s, "<!--");

    if (comment || np_slice_starts(s, "<![CDATA[")) {
        scan->inside = comment ? IN_COMMENT : IN_CDATA;
        scan->opened = at;
        scan->at = at + (comment ? 4 : 9);
    }
    return FOUND_NOTHING;
}

static size_t longest_look(const struct scan *scan)
{
    size_t n = scan->element.n > scan->enclosing.n ? scan->element.n : scan->enclosing.n;

    return n + 3 > PROLOG_BYTES ? n + 3 : PROLOG_BYTES;
}

/* Whether the tag at lt can be one that is looked for; most are not, by one byte. */
static bool may_matter(const struct scan *scan, const char *lt)
{
    char c = lt[1];

    if (c == '/')
        return lt[2] == scan->element.p[0] || (scan->enclosing.n && lt[2] == scan->enclosing.p[0]);
    return c == '!' || c == '?' || scan->records || c == scan->element.p[0];
}

/* The next '<' that matters, or that stands too far behind the start tag before it; NULL: none
 * before `end`. Sets scan->tag to the start tag passed last.                                  */
static const char *hurry(struct scan *scan, const char *p, int64_t base, const char *end)
{
    const char *from = p + (scan->at - base), *lt;
    const char *tag = scan->tag >= base ? p + (scan->tag - base) : NULL;

    for (;;) {
        lt = memchr(from, '<', (size_t)(end - from));
        if (!lt || end - lt < 3 || may_matter(scan, lt) ||
            (tag && lt - tag > scan->tag_bytes))
            break;
        tag = lt[1] != '/' ? lt : NULL;
        from = lt + 1;
    }
    scan->tag = tag ? base + (tag - p) : -1;
    return lt;
}

/* The markup at s.p[0] == '<'. FOUND_NOTHING: of no interest, or *wait for more text. */
static enum found markup(struct scan *scan, struct np_slice s, const char *p, int64_t base,
                         bool eof, bool *wait)
{
    int64_t at = base + (s.p - p);
    char c = s.n > 1 ? s.p[1] : '\0';

    if (c == '/')
        return end_tag(scan, s, at, wait);
    if (c != '!' && c != '?')
        return start_tag(scan, s, at, eof, wait);
    if (!scan_is_prolog(s) || !cuts_here(scan, p, base, at))
        return declaration(scan, s, at);
    scan->from = scan->to = scan->at = at;
    scan->tag = -1;
    return FOUND_PROLOG;
}

/* From scan->at to the next '<' that matters, and what it is. */
static enum found step(struct scan *scan, const char *p, int64_t base, int64_t end, bool eof,
                       bool *wait)
{
    const char *lt = hurry(scan, p, base, p + (end - base));
    int64_t at = lt ? base + (lt - p) : end;
    struct np_slice s = np_slice_make(lt, (size_t)(end - at));
    enum found found;

    *wait = !lt || (s.n < longest_look(scan) && !eof);
    if (tag_too_long(scan, p, base, at)) {
        long_tag(scan, scan->tag, false);
        scan->at = at;
        return FOUND_LONG_TAG;
    }
    if (scan->tag >= 0 && at - scan->tag > scan->tag_bytes)
        scan->tag = -1;
    scan->at = at;
    if (*wait)
        return FOUND_NOTHING;
    found = markup(scan, s, p, base, eof, wait);
    *wait = *wait && !eof;
    if (found != FOUND_NOTHING || *wait)
        return found;
    scan->tag = s.n > 1 && s.p[1] != '/' && s.p[1] != '!' && s.p[1] != '?' ? at : -1;
    if (scan->inside == IN_TEXT)
        scan->at = at + 1;
    return FOUND_NOTHING;
}

enum found scan_next(struct scan *scan, const char *p, int64_t base, int64_t end, bool eof)
{
    enum found found = FOUND_NOTHING;
    bool wait = false;

    while (found == FOUND_NOTHING && !wait && scan->at < end) {
        if (scan->inside == IN_TEXT) {
            found = step(scan, p, base, end, eof, &wait);
        } else {
            leave_section(scan, p, base, end);
            wait = scan->inside != IN_TEXT;
        }
    }
    return found;
}
