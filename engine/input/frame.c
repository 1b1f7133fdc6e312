/* frame.c -- documents in a member: one after the other, or children of one root; text of
 * lines goes to lines.c.
 *
 *     <?xml ..?><!DOCTYPE ..><a>..</a> <?xml ..?><a>..</a>      each is a document
 *     <?xml ..?><root> <a>..</a> <b/> <a>..</a> </root>         each <a> is one, by the framings
 *
 * What stands between documents and is neither blank, comment nor processing instruction is
 * given as one loss per stretch.
 */
#include "frame.h"
#include "codes.h"
#include "sniff.h"

#include <nanopat/arena.h>
#include <stdlib.h>

struct prolog {
    int64_t from;    /* where the document begins; -1: nothing seen yet */
    int64_t decl_to; /* behind its XML declaration; -1: none */
};

static enum np_status read_source(void *from, char *p, size_t n, size_t *got, struct np_err *err)
{
    return np_source_read(from, p, n, got, err);
}

struct np_framer *framer_over(window_read *read, void *from, size_t piece,
                              const struct np_framing *framings, const struct np_limits *limits)
{
    struct np_framer *framer = np_calloc(1, sizeof *framer);

    framer->window = (struct window){ .read = read, .from = from, .piece = piece };
    framer->framings = framings;
    framer->limits = limits ? *limits : np_limits_default;
    return framer;
}

struct np_framer *np_framer_new(struct np_source *source, const struct np_framing *framings,
                                const struct np_limits *limits)
{
    return framer_over(read_source, source, PIECE_BYTES, framings, limits);
}

void np_framer_free(struct np_framer *framer)
{
    if (!framer)
        return;
    window_release(&framer->window);
    np_buf_release(&framer->root_name);
    np_buf_release(&framer->envelope);
    free(framer);
}

/* ---- endings ---- */

enum np_status framer_ends_inside(struct np_framer *framer, struct np_slice name,
                                  struct np_err *err)
{
    framer->over = true;
    framer->at = framer->window.end;
    if (framer->window.failed) {
        if (err)
            *err = framer->window.error;
        if (err && err->byte < 0)
            err->byte = framer->window.end;
        return NP_FAIL;
    }
    return np_fail_at(err, NP_FAIL, CODE_FRM_END, framer->window.end,
                      "the member ends inside a document: no end tag of '%.*s'", NP_ARG(name));
}

static enum np_status end_of_member(struct np_framer *framer, const struct prolog *prolog,
                                    struct np_err *err)
{
    framer->over = true;
    if (framer->window.failed)
        return framer_ends_inside(framer, NP_EMPTY, err);
    if (prolog->from < 0)
        return NP_END;
    return np_fail_at(err, NP_FAIL, CODE_FRM_END, framer->window.end,
                      "the member ends between a declaration and its document");
}

/* What is passed over is read to its end all the same: its checks are made (a cut file must not
 * count as whole) and the content's hash is known.                                          */
static enum np_status read_rest(struct np_framer *framer, struct np_err *err)
{
    while (window_more(&framer->window, framer->window.end))
        ;
    framer->over = true;
    return framer->window.failed ? framer_ends_inside(framer, NP_EMPTY, err) : NP_END;
}

static enum np_status pass_over(struct np_framer *framer, const char *kind,
                                struct np_document *document, struct np_err *err)
{
    framer->passed = true;
    document->offset = 0;
    return np_fail_at(err, NP_PASS, "", 0, "%s", kind);
}

/* ---- what is between documents ---- */

static const struct np_framing *framing_of(const struct np_framer *framer, struct np_slice local)
{
    for (const struct np_framing *row = framer->framings; row && row->root; row++)
        if (np_slice_is(local, row->root) && !lines_are_of(row))
            return row;
    return NULL;
}

static bool is_known(const struct np_framer *framer, struct np_slice local)
{
    for (const struct np_framing *row = framer->framings; row && row->root; row++) {
        if (lines_are_of(row))
            continue;
        if (np_slice_is(local, row->root))
            return true;
        for (int i = 0; i < 4 && row->record[i]; i++)
            if (np_slice_is(local, row->record[i]))
                return true;
    }
    return false;
}

#define LOOK 128 /* longer than any name in a framing, with a prefix */

/* Whether a document begins at this '<', so surely that it ends a stretch of garbage. */
static bool surely_begins(struct np_framer *framer, int64_t keep, int64_t at)
{
    int64_t n = window_need(&framer->window, keep, at, LOOK);
    struct np_slice s = window_slice(&framer->window, at, at + n);
    struct np_slice name = scan_name(np_slice_sub(s, 1, s.n));

    return scan_is_prolog(s) || is_known(framer, scan_local(name));
}

/* From framer->at to the next document; given as one loss. */
static enum np_status garbage(struct np_framer *framer, int64_t from, struct np_document *document,
                              struct np_err *err)
{
    struct window *w = &framer->window;
    int64_t at = framer->at + 1;

    for (;;) {
        const char *p = at < w->end ? window_at(w, at) : NULL;
        const char *lt = p ? memchr(p, '<', (size_t)(w->end - at)) : NULL;

        at = lt ? at + (lt - p) : w->end;
        if (lt ? surely_begins(framer, at, at) : !window_more(w, at))
            break;
        at += lt != NULL;
    }
    framer->at = at;
    document->offset = from;
    return np_fail_at(err, NP_SKIP, CODE_FRM_GARBAGE, from,
                      "%lld bytes between documents that belong to none, up to byte %lld",
                      (long long)(at - from), (long long)at);
}

/* Text, images and the like: told by the first bytes, before anything is framed. */
static enum np_status look_at_head(struct np_framer *framer, struct np_document *document,
                                   struct np_err *err)
{
    int64_t n = window_need(&framer->window, 0, 0, SNIFF_BYTES);
    struct np_slice head = window_slice(&framer->window, 0, n), text = head;

    framer->looked = true;
    if (n == 0 && framer->window.failed)
        return NP_OK;
    if (np_slice_starts(text, "\xef\xbb\xbf"))
        text = np_slice_sub(text, 3, text.n);
    text = np_slice_trim(text);
    if (sniff_is_wide(head)) {
        framer->passed = true;
        return np_fail_at(err, NP_SKIP, CODE_FRM_UTF16, 0, "UTF-16 is not supported yet");
    }
    if (text.n == 0 && n < SNIFF_BYTES)
        return framer->window.failed ? NP_OK : pass_over(framer, "empty file", document, err);
    if (text.n == 0 || text.p[0] == '<')
        return NP_OK;
    framer->text = lines_sniff(framer->framings, head);
    if (framer->text)
        return NP_OK;
    if (np_slice_find(head, NP_S("<?xml ")) < head.n ||
        np_slice_find(head, NP_S("<!DOCTYPE ")) < head.n)
        return NP_OK; /* something stands before the documents */
    return pass_over(framer, sniff_kind(head), document, err);
}

static void skip_blanks(struct np_framer *framer, int64_t keep)
{
    struct window *w = &framer->window;

    while (window_need(w, keep >= 0 ? keep : framer->at, framer->at, 1) == 1) {
        const char *p = window_at(w, framer->at);

        if (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t')
            framer->at++;
        else if (*p == '\xef' && window_need(w, framer->at, framer->at, 3) == 3 &&
                 memcmp(window_at(w, framer->at), "\xef\xbb\xbf", 3) == 0)
            framer->at += 3;
        else
            return;
    }
}

/* Behind the '>' of a DOCTYPE, its internal subset included; -1: it does not end. */
static int64_t doctype_end(struct np_framer *framer, int64_t keep)
{
    struct window *w = &framer->window;
    int64_t at = framer->at + 9;
    int depth = 0;

    while (window_need(w, keep, at, 4) > 0 && at < framer->at + PROLOG_MOST) {
        struct np_slice s = window_slice(w, at, w->end);
        char first = s.p[0]; /* looking further may move the window */
        char quote[2] = { first, '\0' };

        if (np_slice_starts(s, "<!--"))
            at = window_find(w, keep, at + 4, "-->", PROLOG_MOST);
        else if (np_slice_starts(s, "<?"))
            at = window_find(w, keep, at + 2, "?>", PROLOG_MOST);
        else if (first == '"' || first == '\'')
            at = window_find(w, keep, at + 1, quote, PROLOG_MOST);
        else
            at++;
        if (at < 0)
            return -1;
        depth += (first == '[') - (first == ']');
        if (first == '>' && depth <= 0)
            return at;
    }
    return -1;
}

/* ---- a document on its own ---- */

/* The start tag at framer->at. False: it is none. */
static bool read_start_tag(struct np_framer *framer, const struct prolog *prolog,
                           struct element *element)
{
    struct window *w = &framer->window;
    int64_t most = framer->limits.start_tag_bytes, n = 0;
    struct np_slice s;
    size_t end = 0;

    element->from = prolog->from >= 0 ? prolog->from : framer->at;
    element->tag = framer->at;
    do {
        n = window_need(w, element->from, framer->at, n + 256 < most ? n + 256 : most);
        s = window_slice(w, framer->at, framer->at + n);
        end = scan_tag_end(s);
    } while (!end && n < most && !(w->eof && framer->at + n >= w->end));
    element->name_n = scan_name(np_slice_sub(s, 1, s.n)).n;
    if (element->name_n == 0 || element->name_n + 1 >= s.n)
        return false;
    element->long_tag = !end && n >= most;
    element->behind = framer->at + (end ? (int64_t)end : (int64_t)element->name_n + 1);
    element->empty = end && s.p[end - 2] == '/';
    return true;
}

static bool is_name_start(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80);
}

static struct np_slice local_name(struct np_framer *framer, const struct element *element)
{
    return scan_local(window_slice(&framer->window, element->tag + 1,
                                   element->tag + 1 + (int64_t)element->name_n));
}

/* *given: the status is the answer; else a root with records was entered. */
static enum np_status start_document(struct np_framer *framer, const struct prolog *prolog,
                                     struct np_document *document, struct np_err *err, bool *given)
{
    struct element element;
    const struct np_framing *row;

    *given = true;
    if (!read_start_tag(framer, prolog, &element))
        return garbage(framer, element.from, document, err);
    if (framer->ordinal == 1 && sniff_is_html(local_name(framer, &element)))
        return pass_over(framer, "HTML page", document, err);
    row = framing_of(framer, local_name(framer, &element));
    if (!row || !row->record[0] || element.empty || element.long_tag)
        return element_take(framer, &element, document, err);
    root_enter(framer, row, &element, prolog->decl_to);
    *given = false;
    return NP_OK;
}

/* A declaration where a document's prolog has begun already: the earlier one is an orphan. */
static enum np_status orphan(struct np_framer *framer, const struct prolog *prolog,
                             struct np_document *document, struct np_err *err)
{
    document->offset = prolog->from;
    return np_fail_at(err, NP_SKIP, CODE_FRM_CUT, framer->at,
                      "cut short: a declaration without a document");
}

/* Moves behind a comment, processing instruction or declaration. False: it does not end. */
static bool skip_to(struct np_framer *framer, struct prolog *prolog, int64_t end, bool counts)
{
    if (end < 0)
        return false;
    if (counts && prolog->from < 0)
        prolog->from = framer->at;
    framer->at = end;
    return true;
}

enum markup { M_END, M_GARBAGE, M_DECLARATION, M_DOCTYPE, M_COMMENT, M_INSTRUCTION, M_DTD, M_TAG };

static enum markup markup_here(struct np_framer *framer, int64_t keep)
{
    int64_t n = window_need(&framer->window, keep, framer->at, 10);
    struct np_slice s = window_slice(&framer->window, framer->at, framer->at + n);

    if (n == 0)
        return M_END;
    if (s.p[0] != '<' || n < 2)
        return M_GARBAGE;
    if (s.p[1] == '?')
        return scan_is_prolog(s) ? M_DECLARATION : M_INSTRUCTION;
    if (s.p[1] == '!')
        return scan_is_prolog(s)             ? M_DOCTYPE
               : np_slice_starts(s, "<!--") ? M_COMMENT
                                            : M_DTD;
    return is_name_start(s.p[1]) ? M_TAG : M_GARBAGE;
}

static bool doctype_is_html(struct np_framer *framer)
{
    int64_t n = window_need(&framer->window, framer->at, framer->at, 32);
    struct np_slice s = np_slice_trim(
        np_slice_sub(window_slice(&framer->window, framer->at, framer->at + n), 9, 32));

    return sniff_is_html(scan_name(s));
}

/* *given as above; NP_OK without it: enter the root, or look again. */
static enum np_status next_markup(struct np_framer *framer, struct prolog *prolog,
                                  struct np_document *document, struct np_err *err, bool *given)
{
    struct window *w = &framer->window;
    int64_t keep, at;
    bool fine = false;
    enum markup markup;

    skip_blanks(framer, prolog->from);
    at = framer->at;
    keep = prolog->from >= 0 ? prolog->from : at;
    markup = markup_here(framer, keep);
    *given = true;
    switch (markup) {
    case M_END: return end_of_member(framer, prolog, err);
    case M_TAG: return start_document(framer, prolog, document, err, given);
    case M_GARBAGE: break;
    case M_DTD:
        if (framer->ordinal == 1)
            return pass_over(framer, "DTD text", document, err);
        break;
    case M_DECLARATION:
        if (prolog->from >= 0)
            return orphan(framer, prolog, document, err);
        fine = skip_to(framer, prolog, window_find(w, keep, at, "?>", PROLOG_MOST), true);
        prolog->decl_to = fine ? framer->at : -1;
        break;
    case M_DOCTYPE:
        if (framer->ordinal == 1 && doctype_is_html(framer))
            return pass_over(framer, "HTML page", document, err);
        fine = skip_to(framer, prolog, doctype_end(framer, keep), true);
        break;
    case M_COMMENT:
        fine = skip_to(framer, prolog, window_find(w, keep, at + 4, "-->", PROLOG_MOST), false);
        break;
    case M_INSTRUCTION:
        fine = skip_to(framer, prolog, window_find(w, keep, at, "?>", PROLOG_MOST), false);
        break;
    }
    *given = !fine;
    return fine ? NP_OK : garbage(framer, keep, document, err);
}

/* ---- the one way in ---- */

static enum np_status next(struct np_framer *framer, struct np_document *document,
                           struct np_err *err)
{
    struct prolog prolog = { -1, -1 };
    enum np_status status = NP_OK;
    bool given = false;

    if (!framer->looked)
        status = look_at_head(framer, document, err);
    while (status == NP_OK && !given) {
        if (framer->text) {
            given = true;
            status = lines_next(framer, document, err);
        } else if (framer->root) {
            status = root_next(framer, document, err, &given);
            prolog = (struct prolog){ -1, -1 };
        } else {
            status = next_markup(framer, &prolog, document, err, &given);
        }
    }
    return status;
}

enum np_status np_framer_next(struct np_framer *framer, struct np_document *document,
                              struct np_err *err)
{
    enum np_status status;

    *document = (struct np_document){ NP_EMPTY, NP_EMPTY, NP_EMPTY, 0, framer->at };
    if (framer->over)
        return NP_END;
    framer->ordinal++;
    status = framer->passed ? read_rest(framer, err) : next(framer, document, err);
    document->ordinal = framer->ordinal;
    if (err && status != NP_OK && status != NP_END)
        err->document = framer->ordinal;
    return status;
}
