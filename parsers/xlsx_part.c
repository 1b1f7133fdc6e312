/* xlsx_part.c -- one XML part of a workbook: libxml2's push parser behind guards.
 *
 * The walk of the dialects reads a document that lies in memory; a sheet of a million rows should
 * not. Here the part comes in pieces, and what would make libxml2 slow or large is stopped before
 * or between them (reference/reliability.md, 3.1): a DOCTYPE, deep nesting, long start tags, more
 * processor time than the bytes can explain.
 */
#include "xlsx.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <nanopat/text.h>
#include <pthread.h>
#include <stdarg.h>
#include <strings.h>
#include <time.h>

enum {
    DEPTH_MOST = 64,
    TAG_BYTES_MOST = 64 << 10,
    TICKS_PER_LOOK = 256,
    CPU_NS_PER_BYTE = 100,
    PIECE_BYTES = 64 << 10
};
static const int64_t CPU_NS_FREE = 2000000000;

struct xlsx_part {
    const struct xlsx_handlers *handlers;
    void *state;
    struct np_slice name;
    xmlParserCtxtPtr context;
    xmlSAXHandler sax;
    struct np_arena *arena;   /* of one element's attributes */
    struct np_slice names[DEPTH_MOST];
    int depth;
    const xmlChar **attributes;
    int nattributes;
    unsigned ticks;
    int64_t bytes, clock_begun;
    size_t tag_bytes;         /* of the start tag that is open; 0: none is */
    int quote;                /* the one that is open; 0: none; -1: they mean nothing here */
    bool over;
    struct np_err verdict;
};

/* ---- the verdict ---- */

void xlsx_give_up(struct xlsx_part *part, const struct np_err *err)
{
    if (part->over)
        return;
    part->over = true;
    part->verdict = *err;
    xmlStopParser(part->context);
}

void xlsx_refuse(struct xlsx_part *part, enum np_status status, const char *code,
                 const char *format, ...)
{
    struct np_err err;
    char what[sizeof err.what];
    va_list args;

    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    np_fail_at(&err, status, code, -1, "%s", what);
    xlsx_give_up(part, &err);
}

static int64_t cpu_ns(void)
{
    struct timespec t;

    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static void tick(struct xlsx_part *part, unsigned events)
{
    part->ticks += events;
    if (part->ticks < TICKS_PER_LOOK)
        return;
    part->ticks = 0;
    if (cpu_ns() - part->clock_begun > CPU_NS_FREE + CPU_NS_PER_BYTE * part->bytes)
        xlsx_refuse(part, NP_FAIL, "NP-SHT-009", "reading the workbook takes too long");
}

/* ---- events ---- */

static struct xlsx_part *part_of(void *context)
{
    return ((xmlParserCtxtPtr)context)->_private;
}

static void on_start(void *context, const xmlChar *local, const xmlChar *prefix,
                     const xmlChar *uri, int nnamespaces, const xmlChar **namespaces,
                     int nattributes, int ndefaulted, const xmlChar **attributes)
{
    struct xlsx_part *part = part_of(context);

    (void)prefix, (void)uri, (void)namespaces, (void)ndefaulted;
    if (part->over)
        return;
    tick(part, 1 + (unsigned)nattributes + (unsigned)nnamespaces);
    if (part->depth == DEPTH_MOST)
        xlsx_refuse(part, NP_FAIL, "NP-SHT-009", "elements nested deeper than %d", DEPTH_MOST);
    if (part->over)
        return;
    part->attributes = attributes;
    part->nattributes = nattributes;
    part->names[part->depth++] = np_slice_of((const char *)local);
    part->handlers->open(part, part->state, part->names[part->depth - 1]);
    part->nattributes = 0;
    np_arena_reset(part->arena);
}

static void on_end(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri)
{
    struct xlsx_part *part = part_of(context);

    (void)prefix, (void)uri;
    if (part->over || !part->depth)
        return;
    part->handlers->close(part, part->state, np_slice_of((const char *)local));
    part->depth--;
}

static void on_text(void *context, const xmlChar *text, int n)
{
    struct xlsx_part *part = part_of(context);

    if (part->over)
        return;
    tick(part, 1 + (unsigned)n / 1024);
    if (part->handlers->text)
        part->handlers->text(part, part->state, np_slice_make((const char *)text, (size_t)n));
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *id, const xmlChar *uri)
{
    (void)name, (void)id, (void)uri;
    xlsx_refuse(part_of(context), NP_FAIL, "NP-SHT-009",
                "a part of the workbook declares a document type");
}

static void on_complaint(void *context, const char *format, ...)
{
    (void)context, (void)format; /* wellFormed says it */
}

/* ---- attributes ---- */

/* libxml2 leaves "&" of an attribute as "&#38;". */
static struct np_slice resolve(struct np_arena *arena, struct np_slice raw)
{
    struct np_buf b = { 0 };
    struct np_slice text;

    for (size_t i = 0; i < raw.n; i++) {
        np_buf_putc(&b, raw.p[i]);
        if (np_slice_starts(np_slice_sub(raw, i, raw.n), "&#38;"))
            i += 4;
    }
    text = np_arena_copy(arena, np_buf_slice(&b));
    np_buf_release(&b);
    return text;
}

struct np_slice xlsx_attribute(struct xlsx_part *part, const char *name)
{
    for (int i = 0; i < part->nattributes; i++) {
        const char **a = (const char **)part->attributes + 5 * i;
        struct np_slice value;

        if (strcmp(a[0], name) != 0)
            continue;
        value = np_slice_make(a[3], (size_t)(a[4] - a[3]));
        if (memchr(value.p, '&', value.n))
            value = resolve(part->arena, value);
        return value;
    }
    return NP_EMPTY;
}

int64_t xlsx_attribute_number(struct xlsx_part *part, const char *name, int64_t otherwise)
{
    struct np_slice value = xlsx_attribute(part, name);
    int64_t number = 0;

    if (!value.n || value.n > 15)
        return otherwise;
    for (size_t i = 0; i < value.n; i++) {
        if (value.p[i] < '0' || value.p[i] > '9')
            return otherwise;
        number = number * 10 + (value.p[i] - '0');
    }
    return number;
}

struct np_slice xlsx_parent(const struct xlsx_part *part)
{
    return part->depth > 1 ? part->names[part->depth - 2] : NP_EMPTY;
}

/* ---- feeding ---- */

/* The length of each start tag, before libxml2 sees its end: attributes are its slowest part. */
static void measure_tags(struct xlsx_part *part, struct np_slice piece)
{
    for (size_t i = 0; i < piece.n && !part->over; i++) {
        char c = piece.p[i];

        if (!part->tag_bytes) {
            part->tag_bytes = c == '<';
            part->quote = 0;
            continue;
        }
        if (part->tag_bytes == 1 && (c == '!' || c == '?'))
            part->quote = -1; /* comment, CDATA or instruction: quotes mean nothing there */
        part->tag_bytes++;
        if (part->quote > 0 ? c == part->quote : part->quote == 0 && (c == '"' || c == '\''))
            part->quote = part->quote ? 0 : c;
        else if (c == '>' && part->quote <= 0)
            part->tag_bytes = 0;
        if (part->tag_bytes > TAG_BYTES_MOST && part->quote >= 0)
            xlsx_refuse(part, NP_FAIL, "NP-SHT-009", "a tag is longer than %d bytes",
                        TAG_BYTES_MOST);
    }
}

static void feed(struct xlsx_part *part, struct np_slice piece, bool last)
{
    measure_tags(part, piece);
    part->bytes += (int64_t)piece.n;
    if (!part->over)
        xmlParseChunk(part->context, piece.p, (int)piece.n, last);
    tick(part, TICKS_PER_LOOK);
    if (!part->over && !part->context->wellFormed)
        xlsx_refuse(part, NP_FAIL, "NP-SHT-008", "'%.*s' is not well-formed XML",
                    NP_ARG(np_slice_sub(part->name, 0, 120)));
}

static enum np_status feed_all(struct xlsx_part *part, struct np_source *source,
                               struct np_err *err)
{
    char *piece = np_malloc(PIECE_BYTES);
    enum np_status status;
    size_t got, held = 0;

    /* The first piece must hold more than a few bytes: the encoding is seen in it. */
    while ((status = np_source_read(source, piece + held, PIECE_BYTES - held, &got, err)) ==
               NP_OK && !part->over) {
        held += got;
        if (part->bytes == 0 && held < 64)
            continue;
        feed(part, np_slice_make(piece, held), false);
        held = 0;
    }
    if (status == NP_END && !part->over)
        feed(part, np_slice_make(piece, held), true);
    free(piece);
    if (part->over && err)
        *err = part->verdict;
    if (part->over)
        return part->verdict.status;
    return status == NP_END ? NP_OK : NP_FAIL;
}

static xmlParserInputPtr load_nothing(const char *url, const char *id, xmlParserCtxtPtr context)
{
    (void)url, (void)id, (void)context;
    return NULL;
}

static void start_library(void)
{
    xmlInitParser();
    xmlSetExternalEntityLoader(load_nothing);
}

static void open_part(struct xlsx_part *part)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    pthread_once(&once, start_library);
    part->arena = np_arena_new();
    part->clock_begun = cpu_ns();
    part->sax = (xmlSAXHandler){
        .initialized = XML_SAX2_MAGIC, .startElementNs = on_start, .endElementNs = on_end,
        .characters = on_text, .ignorableWhitespace = on_text, .cdataBlock = on_text,
        .internalSubset = on_doctype, .warning = on_complaint, .error = on_complaint,
        .fatalError = on_complaint,
    };
    part->context = xmlCreatePushParserCtxt(&part->sax, NULL, NULL, 0, NULL);
    if (!part->context)
        np_panic("out of memory");
    part->context->userData = part->context;
    part->context->_private = part;
    xmlCtxtUseOptions(part->context, XML_PARSE_NONET);
}

static void close_part(struct xlsx_part *part)
{
    if (part->context->myDoc)
        xmlFreeDoc(part->context->myDoc);
    xmlFreeParserCtxt(part->context);
    np_arena_free(part->arena);
}

/* ---- finding ---- */

/* Names of parts are the same in any case (ECMA-376, part 2, 6.2.2). */
static bool same_name(struct np_slice a, struct np_slice b)
{
    return a.n == b.n && strncasecmp(a.p, b.p, a.n) == 0;
}

enum np_status xlsx_part_read(struct np_sheets *sheets, struct np_slice name,
                              const struct xlsx_handlers *handlers, void *state,
                              struct np_err *err)
{
    struct np_source *source = sheet_source(sheets, 1);
    struct xlsx_part part = { .handlers = handlers, .state = state, .name = name };
    struct np_member member;
    enum np_status status;

    while ((status = np_source_member(source, &member, err)) != NP_END)
        if (status == NP_FAIL || same_name(member.name, name))
            break;
    if (status == NP_OK) {
        open_part(&part);
        status = feed_all(&part, source, err);
        close_part(&part);
    }
    np_source_free(source);
    return status == NP_SKIP ? NP_FAIL : status;
}
