/* element.c -- one document, from its start tag to its end tag, by counting both.
 *
 * A document may be cut: then a declaration, the end of the enclosing root or the end of the
 * input comes first. If elements of its own name were opened inside it, the first of them is
 * taken for the next document, so that one lost end tag costs one document.
 */
#include "codes.h"
#include "frame.h"

#include <nanopat/arena.h>
#include <stdlib.h>

/* So far may the look for a tag go beyond the longest document. */
#define SLACK 64

struct taking {
    struct np_framer *framer;
    const struct element *element;
    struct scan scan;
    char *name;      /* owned: the window moves */
    int64_t depth;
    int64_t second;  /* first element of the same name inside; -1: none */
    int64_t horizon; /* longest document ends before here */
    bool too_long;
    int64_t tag_at;  /* a start tag that is too long; -1: none */
};

static void begin(struct taking *taking, struct np_framer *framer, const struct element *element)
{
    struct np_slice name = window_slice(&framer->window, element->tag + 1,
                                        element->tag + 1 + (int64_t)element->name_n);

    *taking = (struct taking){ .framer = framer, .element = element, .depth = 1 };
    taking->name = np_malloc(name.n + 1);
    memcpy(taking->name, name.p, name.n);
    taking->second = -1;
    taking->tag_at = element->long_tag ? element->tag : -1;
    taking->horizon = element->from + framer->limits.document_bytes + SLACK;
    taking->scan = (struct scan){ .element = { taking->name, name.n },
                                  .tag_bytes = framer->limits.start_tag_bytes,
                                  .at = element->behind,
                                  .tag = -1 };
    if (framer->root)
        taking->scan.enclosing = np_buf_slice(&framer->root_name);
}

/* An open comment or CDATA section swallows what follows: where a document begins inside it. */
static int64_t find_swallowed(struct taking *taking, int64_t to)
{
    struct window *w = &taking->framer->window;
    struct np_slice name = taking->scan.element;
    struct np_slice s = window_slice(w, taking->scan.opened + 1, to < w->end ? to : w->end);

    for (size_t at = 0; at < s.n;) {
        const char *lt = memchr(s.p + at, '<', s.n - at);
        struct np_slice rest;

        if (!lt)
            break;
        at = (size_t)(lt - s.p) + 1;
        rest = np_slice_sub(s, at - 1, s.n);
        if (scan_is_prolog(rest) || np_slice_eq(scan_name(np_slice_sub(rest, 1, s.n)), name))
            return taking->scan.opened + (int64_t)at;
    }
    return -1;
}

/* Where the next document may begin inside this one, which is lost; -1: nowhere. */
static int64_t next_inside(struct taking *taking, int64_t to)
{
    if (taking->second >= 0)
        return taking->second;
    return taking->scan.inside == IN_TEXT ? -1 : find_swallowed(taking, to);
}

static enum np_status cut_short(struct taking *taking, int64_t next, const char *what,
                                struct np_err *err)
{
    taking->framer->at = next;
    return np_fail_at(err, NP_SKIP, CODE_FRM_CUT, next,
                      "cut short: no end tag of '%.*s' before %s", NP_ARG(taking->scan.element),
                      what);
}

/* Longer than the limit: from now on nothing is kept, only its end is looked for. */
static enum np_status pass_horizon(struct taking *taking, struct np_err *err)
{
    int64_t next = next_inside(taking, taking->horizon);

    if (next >= 0)
        return cut_short(taking, next, "the next document", err);
    taking->too_long = true;
    return NP_OK;
}

static enum np_status at_end_of_input(struct taking *taking, struct np_err *err)
{
    int64_t next = taking->too_long ? -1 : next_inside(taking, INT64_MAX);

    if (next >= 0)
        return cut_short(taking, next, "the next document", err);
    return framer_ends_inside(taking->framer, taking->scan.element, err);
}

/* NP_OK: look again; at the end of input what was left undecided counts as it stands. */
static enum np_status get_more(struct taking *taking, struct np_err *err)
{
    struct window *w = &taking->framer->window;
    int64_t keep = taking->too_long ? scan_keep(&taking->scan) : taking->element->from;

    if (!taking->too_long && w->end > taking->horizon)
        return pass_horizon(taking, err);
    if (w->eof)
        return at_end_of_input(taking, err);
    window_more(w, keep);
    return NP_OK;
}

static enum np_status finished(struct taking *taking, struct np_err *err)
{
    struct np_framer *framer = taking->framer;
    int64_t n = taking->scan.to - taking->element->from;

    framer->at = taking->scan.to;
    if (taking->too_long || n > framer->limits.document_bytes)
        return np_fail_at(err, NP_SKIP, CODE_FRM_LONG, taking->element->from,
                          "document of %lld bytes, longer than the limit of %lld", (long long)n,
                          (long long)framer->limits.document_bytes);
    if (taking->tag_at >= 0)
        return np_fail_at(err, NP_SKIP, CODE_FRM_TAG, taking->tag_at,
                          "start tag longer than the limit of %lld bytes",
                          (long long)framer->limits.start_tag_bytes);
    return NP_OK;
}

/* Another document begins, or the enclosing root ends: this one never ended. */
static enum np_status interrupted(struct taking *taking, bool by_root, struct np_err *err)
{
    int64_t next = taking->too_long || taking->second < 0 ? taking->scan.from : taking->second;

    if (!by_root && next == taking->scan.from)
        taking->framer->root = NULL;
    return cut_short(taking, next, by_root ? "the end of the file's root" : "the next document",
                     err);
}

static void step_in(struct taking *taking)
{
    taking->depth++;
    if (taking->second < 0)
        taking->second = taking->scan.from;
}

static enum np_status walk(struct taking *taking, struct np_err *err)
{
    struct window *w = &taking->framer->window;
    enum np_status status = NP_OK;

    while (status == NP_OK) {
        bool clipped = !taking->too_long && w->end > taking->horizon;
        int64_t end = clipped ? taking->horizon : w->end;

        switch (scan_next(&taking->scan, w->p, w->base, end, w->eof && !clipped)) {
        case FOUND_NOTHING: status = get_more(taking, err); break;
        case FOUND_EMPTY: break;
        case FOUND_START: step_in(taking); break;
        case FOUND_END:
            if (--taking->depth == 0)
                return finished(taking, err);
            break;
        case FOUND_ENCLOSING_END: return interrupted(taking, true, err);
        case FOUND_PROLOG: return interrupted(taking, false, err);
        case FOUND_LONG_TAG:
            taking->depth += taking->scan.counts;
            if (taking->tag_at < 0)
                taking->tag_at = taking->scan.from;
            break;
        }
    }
    return status;
}

enum np_status element_take(struct np_framer *framer, const struct element *element,
                            struct np_document *document, struct np_err *err)
{
    struct taking taking;
    enum np_status status;
    struct np_slice name;

    begin(&taking, framer, element);
    if (element->empty) {
        taking.scan.to = element->behind;
        status = finished(&taking, err);
    } else {
        status = walk(&taking, err);
    }
    free(taking.name);
    document->offset = element->from;
    document->bytes = window_slice(&framer->window, element->from, framer->at);
    name = window_slice(&framer->window, element->tag + 1,
                        element->tag + 1 + (int64_t)element->name_n);
    document->root = scan_local(name);
    document->envelope = framer->root ? np_buf_slice(&framer->envelope) : NP_EMPTY;
    return status;
}
