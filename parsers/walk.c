/* walk.c -- libxml2's events to the handlers of a dialect.
 *
 * Only SAX, pull mode, the whole document in memory; the context is reused
 * (reference/performance.md section 3). A document of its own is read with namespaces, that is
 * SAX2; a record cut out of its envelope without, because its prefixes are not bound in it and
 * libxml2 makes an error with its text of each element that has one. Such a record has no DOCTYPE,
 * so that the defaults and types of attributes, which only SAX2 knows, cannot be missed.
 * Text between handlers lives in one buffer:
 *
 *     <claim>            text_from of claim  -> |
 *       <claim-text>     block: a space         | 1. A tube
 *         <b>2</b>       inline: nothing        | 2 mm
 *       </claim-text>
 *     </claim>           close gets all behind |, flattened
 */
#include "sax.h"

#include <limits.h>
#include <nanopat/text.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    NAMES_MOST = 10000,         /* the dictionary never shrinks (reference/performance.md 10) */
    TEXT_BYTES_MOST = 64 << 20, /* of one element that a dialect wants */
    TEXT_BYTES_KEPT = 4 << 20
};

static struct np_walk *walk_of(void *context)
{
    return ((xmlParserCtxtPtr)context)->_private;
}

/* A record of its envelope, not a document of its own. */
static bool is_cut_out(const struct np_walk *walk)
{
    return walk->document->envelope.n > 0;
}

/* ---- events ---- */

static void run_open(struct np_walk *walk, const struct np_frame *frame)
{
    const struct np_path *table = np_automaton_table(walk->automaton);
    size_t count;
    const int *rows = np_automaton_rows(walk->automaton, frame->state, &count);

    for (size_t i = 0; i < count && !walk->over; i++) {
        walk->current = frame;
        if (table[rows[i]].open)
            table[rows[i]].open(walk);
    }
}

static void enter_text(struct np_walk *walk, struct np_frame *frame)
{
    if (frame->collects && walk->collecting++ == 0)
        np_buf_reset(&walk->text);
    if (walk->collecting == 0)
        return;
    frame->flat = np_flat_inside(frame[-1].name, frame->name);
    if (frame->flat == NP_FLAT_DROP)
        walk->dropping++;
    else if (frame->flat == NP_FLAT_NO_CDATA)
        walk->no_cdata++;
    else if (frame->flat == NP_FLAT_STRIKE || frame->flat == NP_FLAT_UNSTRIKE)
        walk->struck = frame->flat == NP_FLAT_STRIKE;
    else if (frame->flat == NP_FLAT_BLOCK)
        np_buf_putc(&walk->text, ' ');
    frame->text_from = walk->text.n;
}

static void start_element(struct np_walk *walk, const char *local,
                          const struct np_raw_attributes *attributes)
{
    struct np_frame *frame;
    size_t count;

    if (walk->depth == NP_DEPTH_MOST)
        np_guard_refuse(walk, NP_SKIP, "NP-XML-010", "elements nested deeper than %d: refused",
                        NP_DEPTH_MOST);
    if (walk->over)
        return;
    frame = &walk->frames[walk->depth++];
    memset(frame, 0, sizeof *frame);
    frame->name = np_slice_of(local);
    if (walk->depth == 1) {
        frame->state = np_automaton_root(walk->automaton);
        np_attributes_keep(walk, &walk->root_attributes, attributes);
        frame->attributes = walk->root_attributes;
        return;
    }
    if (walk->describing)
        np_describe_tag(walk, frame->name);
    if (frame[-1].state == 0 && walk->collecting == 0)
        return; /* descriptions: nothing below is wanted */
    frame->state = np_automaton_step(walk->automaton, frame[-1].state, frame->name);
    if (walk->watching && frame->state == 0 && walk->collecting == 0 && !walk->describing)
        np_note_unread(walk);
    frame->closes = np_automaton_closes(walk->automaton, frame->state);
    frame->collects = np_automaton_collects(walk->automaton, frame->state);
    enter_text(walk, frame);
    np_automaton_rows(walk->automaton, frame->state, &count);
    if (count) {
        np_attributes_keep(walk, &frame->attributes, attributes);
        run_open(walk, frame);
    }
}

static void on_start(void *context, const xmlChar *local, const xmlChar *prefix,
                     const xmlChar *uri, int nnamespaces, const xmlChar **namespaces,
                     int nattributes, int ndefaulted, const xmlChar **attributes)
{
    struct np_walk *walk = walk_of(context);
    struct np_raw_attributes raw = { attributes, nattributes, false };

    (void)prefix, (void)uri, (void)namespaces, (void)ndefaulted;
    if (walk->over)
        return;
    np_guard_tick(walk, 1 + (unsigned)nattributes + (unsigned)nnamespaces);
    start_element(walk, (const char *)local, &raw);
}

static void on_plain_start(void *context, const xmlChar *name, const xmlChar **attributes)
{
    struct np_walk *walk = walk_of(context);
    struct np_raw_attributes raw = { attributes, 0, true };

    if (walk->over)
        return;
    while (attributes && attributes[2 * raw.count])
        raw.count++;
    np_guard_tick(walk, 1 + (unsigned)raw.count);
    start_element(walk, np_behind_prefix((const char *)name), &raw);
}

/* libxml2 has chosen SAX2, as the table holds both, and chooses by this field at each element. */
static void on_document(void *context)
{
    if (is_cut_out(walk_of(context)))
        ((xmlParserCtxtPtr)context)->sax2 = 0;
}

/* The collected text of the frame, flattened, in the arena. */
static struct np_slice finish_text(struct np_walk *walk, const struct np_frame *frame)
{
    struct np_slice all = np_buf_slice(&walk->text);
    struct np_slice text;

    np_buf_reset(&walk->finished);
    np_flat_finish(&walk->finished, np_slice_sub(all, frame->text_from, all.n), &walk->scratch);
    text = np_buf_slice(&walk->finished);
    if (np_utf8_check(text) != text.n) {
        np_guard_refuse(walk, NP_SKIP, "NP-XML-004", "text of <%.*s> is not valid UTF-8",
                        NP_ARG(frame->name));
        return NP_EMPTY;
    }
    return np_arena_copy(walk->arena, text);
}

static void run_close(struct np_walk *walk, const struct np_frame *frame)
{
    const struct np_path *table = np_automaton_table(walk->automaton);
    struct np_slice text = frame->collects ? finish_text(walk, frame) : NP_EMPTY;
    size_t count;
    const int *rows = np_automaton_rows(walk->automaton, frame->state, &count);

    for (size_t i = 0; i < count && !walk->over; i++) {
        walk->current = frame;
        if (table[rows[i]].close)
            table[rows[i]].close(walk, text);
    }
}

static void leave_text(struct np_walk *walk, const struct np_frame *frame)
{
    if (walk->collecting == 0)
        return;
    if (frame->flat == NP_FLAT_DROP)
        walk->dropping--;
    else if (frame->flat == NP_FLAT_NO_CDATA)
        walk->no_cdata--;
    else if (frame->flat == NP_FLAT_BLOCK)
        np_buf_putc(&walk->text, ' ');
    if (frame->collects)
        walk->collecting--;
}

static void end_element(struct np_walk *walk)
{
    const struct np_frame *frame;

    if (walk->over || walk->depth == 0)
        return;
    frame = &walk->frames[walk->depth - 1];
    if (walk->describing == walk->depth)
        walk->describing = 0;
    if (walk->describing)
        np_describe_tag(walk, frame->name);
    if (frame->closes)
        run_close(walk, frame);
    leave_text(walk, frame);
    walk->depth--;
    if (walk->depth == 0)
        walk->root_closed = true;
}

static void on_end(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri)
{
    (void)local, (void)prefix, (void)uri;
    end_element(walk_of(context));
}

static void on_plain_end(void *context, const xmlChar *name)
{
    (void)name;
    end_element(walk_of(context));
}

static void on_characters(void *context, const xmlChar *text, int n)
{
    struct np_walk *walk = walk_of(context);

    if (walk->over)
        return;
    np_guard_tick(walk, 1 + (unsigned)n / 1024);
    if (walk->describing)
        np_walk_describe_text(walk, np_slice_make((const char *)text, (size_t)n));
    if (walk->collecting == 0 || walk->dropping || walk->struck)
        return;
    if (walk->text.n + (size_t)n > TEXT_BYTES_MOST) {
        np_guard_refuse(walk, NP_SKIP, "NP-XML-015", "one text is longer than %d MiB: refused",
                        TEXT_BYTES_MOST >> 20);
        return;
    }
    np_buf_put(&walk->text, text, (size_t)n);
}

static void on_cdata(void *context, const xmlChar *text, int n)
{
    if (!walk_of(context)->no_cdata)
        on_characters(context, text, n);
}

/* Reissues: what stands between the delete marks is struck out (formats/uspto.md section 1). */
static void on_instruction(void *context, const xmlChar *target, const xmlChar *data)
{
    struct np_walk *walk = walk_of(context);
    struct np_slice name = np_slice_of((const char *)target);

    (void)data;
    if (walk->over)
        return;
    np_guard_tick(walk, 1);
    if (np_slice_is(name, "delete-start"))
        walk->struck = true;
    else if (np_slice_is(name, "delete-end"))
        walk->struck = false;
}

/* The EPO marks page breaks by comments, also within words (formats/ep-fulltext.md, section 1). */
static void on_comment(void *context, const xmlChar *text)
{
    struct np_walk *walk = walk_of(context);

    if (walk->over)
        return;
    np_guard_tick(walk, 1);
    if (walk->collecting && !walk->dropping && !walk->struck &&
        np_slice_find(np_slice_of((const char *)text), NP_S("<DP ")) != (size_t)-1)
        np_buf_putc(&walk->text, NP_PAGE_BREAK);
}

/* ---- life ---- */

static xmlParserInputPtr load_nothing(const char *url, const char *id, xmlParserCtxtPtr context)
{
    (void)url, (void)id, (void)context;
    return NULL;
}

/* Process-wide in libxml2, so that it is set once. */
static void start_library(void)
{
    xmlInitParser();
    xmlSetExternalEntityLoader(load_nothing);
}

/* A context serves one way of reading: the stacks of names that SAX1 lets grow are too short
 * for SAX2 (pushTab of libxml2 2.9).                                                        */
static void prepare_context(struct np_walk *walk)
{
    xmlParserCtxtPtr *kept = is_cut_out(walk) ? &walk->plain_context : &walk->namespace_context;

    if (*kept && xmlDictSize((*kept)->dict) > NAMES_MOST) {
        xmlFreeParserCtxt(*kept);
        *kept = NULL;
    }
    if (!*kept) {
        *kept = xmlNewParserCtxt();
        if (!*kept)
            np_panic("out of memory");
    }
    walk->context = *kept;
    *walk->context->sax = walk->sax;
    walk->context->userData = walk->context;
    walk->context->_private = walk;
}

struct np_walk *np_walk_new(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    struct np_walk *walk = np_calloc(1, sizeof *walk);

    pthread_once(&once, start_library);
    walk->house = np_arena_new();
    walk->sax.initialized = XML_SAX2_MAGIC;
    walk->sax.startElementNs = on_start;
    walk->sax.endElementNs = on_end;
    walk->sax.startDocument = on_document;
    walk->sax.startElement = on_plain_start;
    walk->sax.endElement = on_plain_end;
    walk->sax.characters = on_characters;
    walk->sax.ignorableWhitespace = on_characters;
    walk->sax.cdataBlock = on_cdata;
    walk->sax.processingInstruction = on_instruction;
    walk->sax.comment = on_comment;
    np_resolve_install(&walk->sax);
    np_complaint_install(&walk->sax);
    return walk;
}

void np_walk_free(struct np_walk *walk)
{
    if (!walk)
        return;
    xmlFreeParserCtxt(walk->plain_context);
    xmlFreeParserCtxt(walk->namespace_context);
    for (size_t i = 0; i < walk->automata.n; i++)
        np_automaton_free(walk->automata.v[i]);
    np_arena_free(walk->house);
    np_guard_release(walk);
    np_buf_release(&walk->text);
    np_buf_release(&walk->scratch);
    np_buf_release(&walk->finished);
    np_buf_release(&walk->described);
    free(walk);
}

void np_walk_begin(struct np_walk *walk, const struct np_document *document,
                   struct np_record *record, struct np_arena *arena)
{
    walk->document = document;
    walk->mended = NULL;
    walk->shifts = (struct np_shifts){ 0 };
    walk->record = record;
    walk->arena = arena;
    np_describe_begin(walk);
    memset(&walk->unknown, 0, sizeof walk->unknown);
    memset(&walk->unread, 0, sizeof walk->unread);
    np_envelope_read(walk);
    memset(&walk->root_attributes, 0, sizeof walk->root_attributes);
}

void np_walk_read_instead(struct np_walk *walk, struct np_slice bytes,
                          const struct np_shifts *shifts)
{
    walk->instead = *walk->document;
    walk->instead.bytes = bytes;
    walk->document = &walk->instead;
    walk->shifts = *shifts;
}

static const struct np_automaton *automaton_of(struct np_walk *walk, const struct np_path *paths)
{
    for (size_t i = 0; i < walk->automata.n; i++)
        if (np_automaton_table(walk->automata.v[i]) == paths)
            return walk->automata.v[i];
    struct np_automaton *made = np_automaton_new(paths);
    *np_list_add(walk->house, &walk->automata) = made;
    return made;
}

static void begin_run(struct np_walk *walk, const struct np_path *paths, void *state)
{
    walk->automaton = automaton_of(walk, paths);
    walk->state = state;
    walk->depth = 0;
    walk->current = NULL;
    walk->collecting = walk->dropping = walk->no_cdata = walk->describing = 0;
    walk->struck = walk->root_closed = walk->over = false;
    memset(&walk->verdict, 0, sizeof walk->verdict);
    if (walk->text.cap > TEXT_BYTES_KEPT)
        np_buf_release(&walk->text);
    np_buf_reset(&walk->text);
    np_guard_begin(walk);
    prepare_context(walk);
}

enum np_status np_walk_run(struct np_walk *walk, const struct np_path *paths, void *state,
                           struct np_err *err)
{
    struct np_slice bytes = walk->document->bytes;
    xmlDocPtr leftover;

    if (bytes.n > INT_MAX)
        return np_fail_at(err, NP_SKIP, "NP-XML-015", walk->document->offset,
                          "document is longer than 2 GiB");
    begin_run(walk, paths, state);
    walk->running = true;
    walk->stray_error = false;
    np_complaint_listen(walk);
    leftover = xmlCtxtReadMemory(walk->context, bytes.p, (int)bytes.n, NULL,
                                 np_envelope_encoding(walk), XML_PARSE_NONET);
    np_complaint_listen(NULL);
    walk->running = false;
    if (leftover)
        xmlFreeDoc(leftover);
    if (walk->stray_error && (!walk->over || walk->verdict.status == NP_SKIP))
        return np_fail_at(err, NP_SKIP, "NP-XML-004",
                          walk->over ? walk->verdict.byte : walk->document->offset,
                          "bytes that are not text in the declared encoding");
    if (walk->over) {
        if (err)
            *err = walk->verdict;
        return walk->verdict.status;
    }
    if (!walk->context->wellFormed || !walk->root_closed)
        return np_fail_at(err, NP_SKIP, "NP-XML-012",
                          np_guard_member_byte(walk, bytes.n), "not well-formed");
    return NP_OK;
}

/* ---- for handlers ---- */

void *np_walk_state(struct np_walk *walk) { return walk->state; }
struct np_record *np_walk_record(struct np_walk *walk) { return walk->record; }
struct np_arena *np_walk_arena(struct np_walk *walk) { return walk->arena; }
const struct np_document *np_walk_document(struct np_walk *walk) { return walk->document; }

struct np_slice np_walk_attribute(struct np_walk *walk, const char *name)
{
    return walk->current ? np_attribute_find(&walk->current->attributes, name) : NP_EMPTY;
}

struct np_slice np_walk_raw(struct np_walk *walk)
{
    struct np_slice all = np_buf_slice(&walk->text);

    if (!walk->current || !walk->current->collects)
        return NP_EMPTY;
    return np_arena_copy(walk->arena, np_slice_sub(all, walk->current->text_from, all.n));
}

struct np_slice np_walk_root_attribute(struct np_walk *walk, const char *name)
{
    return np_attribute_find(&walk->root_attributes, name);
}

struct np_slice np_walk_envelope_attribute(struct np_walk *walk, const char *name)
{
    return np_attribute_find(&walk->envelope_attributes, name);
}

struct np_slice np_walk_element(struct np_walk *walk)
{
    return walk->current ? walk->current->name : NP_EMPTY;
}

void np_walk_give_up(struct np_walk *walk, enum np_status status, const char *format, ...)
{
    char what[sizeof walk->verdict.what];
    va_list args;

    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    np_guard_refuse(walk, status, status == NP_PASS ? "" : "NP-REC-003", "%s", what);
}
