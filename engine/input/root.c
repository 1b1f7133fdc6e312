/* root.c -- a root whose children are the documents: DOCDB, OPS, legal events.
 *
 * Between the records only three things matter: the next record's start tag, the root's own
 * end tag, and a declaration, which says that the root was cut.
 */
#include "codes.h"
#include "frame.h"

void root_enter(struct np_framer *framer, const struct np_framing *row,
                const struct element *element, int64_t decl_to)
{
    struct window *w = &framer->window;

    framer->root = row;
    framer->root_from = element->from;
    framer->root_tag = element->tag;
    framer->root_depth = 1;
    framer->records = 0;
    framer->whole = true;
    np_buf_reset(&framer->root_name);
    np_buf_puts_slice(&framer->root_name, window_slice(w, element->tag + 1, element->tag + 1 +
                                                       (int64_t)element->name_n));
    np_buf_reset(&framer->envelope);
    if (decl_to > 0)
        np_buf_puts_slice(&framer->envelope, window_slice(w, element->from, decl_to));
    np_buf_puts_slice(&framer->envelope, window_slice(w, element->tag, element->behind));
    framer->between = (struct scan){ .element = np_buf_slice(&framer->root_name),
                                     .records = row->record,
                                     .tag_bytes = framer->limits.start_tag_bytes,
                                     .at = element->behind,
                                     .tag = -1 };
    framer->at = element->behind;
}

/* The root is over. Without a single record it is a document itself, if it is small. */
static enum np_status leave_root(struct np_framer *framer, struct np_document *document,
                                 struct np_err *err, bool *given)
{
    struct window *w = &framer->window;
    const struct np_framing *row = framer->root;

    framer->root = NULL;
    framer->at = framer->between.to;
    if (framer->records > 0)
        return NP_OK;
    *given = true;
    document->offset = framer->root_from;
    document->root = np_slice_of(row->root);
    if (!framer->whole || framer->at - framer->root_from > WHOLE_MOST)
        return np_fail_at(err, NP_PASS, "", framer->root_from, "'%s' without records", row->root);
    document->bytes = window_slice(w, framer->root_from, framer->at);
    if ((int64_t)document->bytes.n > framer->limits.document_bytes)
        return np_fail_at(err, NP_SKIP, CODE_FRM_LONG, framer->root_from,
                          "document of %zu bytes, longer than the limit of %lld",
                          document->bytes.n, (long long)framer->limits.document_bytes);
    return NP_OK;
}

static enum np_status root_was_cut(struct np_framer *framer, struct np_document *document,
                                   struct np_err *err)
{
    framer->root = NULL;
    framer->at = framer->between.from;
    document->offset = framer->root_from;
    return np_fail_at(err, NP_SKIP, CODE_FRM_CUT, framer->at,
                      "cut short: no end tag of '%.*s' before the next document",
                      NP_ARG(np_buf_slice(&framer->root_name)));
}

static enum np_status take_record(struct np_framer *framer, enum found found,
                                  struct np_document *document, struct np_err *err)
{
    struct scan *scan = &framer->between;
    struct element element = { .from = scan->from,
                               .tag = scan->from,
                               .behind = scan->to,
                               .name_n = scan->name_n,
                               .empty = found == FOUND_EMPTY,
                               .long_tag = found == FOUND_LONG_TAG };
    enum np_status status;

    framer->records++;
    framer->whole = false;
    status = element_take(framer, &element, document, err);
    scan->at = framer->at;
    scan->tag = -1;
    scan->inside = IN_TEXT;
    return status;
}

static enum np_status more_between(struct np_framer *framer, struct np_document *document,
                                   struct np_err *err)
{
    int64_t keep = scan_keep(&framer->between);

    if (framer->between.at - framer->root_from > WHOLE_MOST)
        framer->whole = false;
    if (!framer->window.eof) {
        window_more(&framer->window, framer->whole ? framer->root_from : keep);
        return NP_OK;
    }
    document->offset = framer->root_from;
    return framer_ends_inside(framer, np_buf_slice(&framer->root_name), err);
}

static bool is_root_itself(const struct np_framer *framer)
{
    const struct scan *scan = &framer->between;

    return np_slice_eq(window_slice(&framer->window, scan->from + 1,
                                    scan->from + 1 + (int64_t)scan->name_n),
                       scan->element);
}

enum np_status root_next(struct np_framer *framer, struct np_document *document,
                         struct np_err *err, bool *given)
{
    struct scan *scan = &framer->between;
    struct window *w = &framer->window;
    enum np_status status = NP_OK;

    *given = true;
    while (status == NP_OK) {
        enum found found = scan_next(scan, w->p, w->base, w->end, w->eof);
        bool start = found == FOUND_START || found == FOUND_EMPTY ||
                     (found == FOUND_LONG_TAG && scan->counts);

        if (start && is_root_itself(framer))
            framer->root_depth += found != FOUND_EMPTY;
        else if (start)
            return take_record(framer, found, document, err);
        else if (found == FOUND_PROLOG)
            return root_was_cut(framer, document, err);
        else if (found == FOUND_NOTHING)
            status = more_between(framer, document, err);
        else if (found == FOUND_END && --framer->root_depth == 0)
            break;
    }
    if (status != NP_OK)
        return status;
    *given = false;
    return leave_root(framer, document, err, given);
}
