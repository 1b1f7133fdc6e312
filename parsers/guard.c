/* guard.c -- entities, clock, and the first error in our words.
 *
 * libxml2 never resolves an entity by itself: get_entity hands out each one, from the
 * document's own declarations, then from our table, then as its own name. In text it goes out
 * as a "predefined" entity, which libxml2 passes on as plain characters exactly once; inside an
 * attribute as a general entity, which libxml2 leaves as &name; for np_guard_attribute to
 * resolve (a predefined one would be cut to its first byte there).
 */
#include "sax.h"

#include "entity.h"
#include <nanopat/text.h>
#include <stdarg.h>
#include <stdio.h>
#include <time.h>

/* reference/reliability.md 3.1 */
enum {
    DECLARATIONS_MOST = 1000,
    VALUE_BYTES_MOST = 1024,
    EXPAND_FREE_BYTES = 1 << 20,
    EXPAND_TIMES = 10,
    TICKS_PER_LOOK = 256,
    CPU_NS_PER_BYTE = 20
};
static const int64_t CPU_NS_FREE = 1000000000;

static struct np_walk *walk_of(void *context)
{
    return ((xmlParserCtxtPtr)context)->_private;
}

#if LIBXML_VERSION >= 21200
typedef const xmlError *error_report;
#else
typedef xmlErrorPtr error_report;
#endif

/* ---- verdict and clock ---- */

int64_t np_guard_byte(struct np_walk *walk)
{
    xmlParserInputPtr input = walk->context->input;
    long at;

    if (!input || walk->context->inputNr != 1)
        return -1;
    if (input->buf && input->buf->encoder)
        at = xmlByteConsumed(walk->context);
    else
        at = (long)input->consumed + (long)(input->cur - input->base);
    if (at < 0)
        return -1;
    if ((size_t)at > walk->document->bytes.n)
        at = (long)walk->document->bytes.n;
    return walk->document->offset + at;
}

static void speak(struct np_walk *walk, enum np_status status, const char *code, int64_t byte,
                  const char *what)
{
    if (walk->over)
        return;
    walk->over = true;
    np_fail_at(&walk->verdict, status, code, byte, "%s", what);
    xmlStopParser(walk->context);
}

/* A name out of the document may be cut within a character, or hold what a terminal obeys. */
static void mend(char *what)
{
    struct np_slice s = np_slice_of(what);
    size_t bad;

    while ((bad = np_utf8_check(s)) < s.n)
        what[bad] = '?';
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)what[i] < ' ' || what[i] == 0x7F)
            what[i] = '?';
}

void np_guard_refuse(struct np_walk *walk, enum np_status status, const char *code,
                     const char *format, ...)
{
    char what[sizeof walk->verdict.what];
    va_list args;

    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    mend(what);
    speak(walk, status, code, np_guard_byte(walk), what);
}

static int64_t cpu_ns(void)
{
    struct timespec t;

    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

void np_guard_tick(struct np_walk *walk, unsigned events)
{
    walk->guard.ticks += events;
    if (walk->guard.ticks < TICKS_PER_LOOK)
        return;
    walk->guard.ticks = 0;
    if (cpu_ns() > walk->guard.clock_end)
        np_guard_refuse(walk, NP_SKIP, "NP-XML-011",
                        "document takes too long to read: refused");
}

void np_guard_begin(struct np_walk *walk)
{
    struct np_guard *g = &walk->guard;

    np_map_free(g->declared);
    g->declared = NULL;
    np_buf_reset(&g->values);
    g->declarations = 0;
    g->expanded = 0;
    g->expand_most = EXPAND_FREE_BYTES + (uint64_t)EXPAND_TIMES * walk->document->bytes.n;
    g->ticks = 0;
    g->clock_end = cpu_ns() + CPU_NS_FREE + (int64_t)CPU_NS_PER_BYTE * (int64_t)walk->document->bytes.n;
}

void np_guard_release(struct np_walk *walk)
{
    np_map_free(walk->guard.declared);
    np_buf_release(&walk->guard.values);
    np_buf_release(&walk->guard.entity_text);
    np_buf_release(&walk->guard.entity_name);
}

/* ---- entities ---- */

/* libxml2 has resolved the character references of the declaration; one that is left
 * ("&#38;#60;") is meant to be resolved at use. Any other '&' is a nested entity.        */
static bool has_nested_entity(struct np_slice value)
{
    for (size_t at = 0; at < value.n; at++) {
        size_t n;

        if (value.p[at] == '&' &&
            !np_character_reference(np_slice_sub(value, at, value.n - at), &n))
            return true;
    }
    return false;
}

static void keep_declaration(struct np_guard *g, struct np_slice name, struct np_slice value)
{
    if (!g->declared)
        g->declared = np_map_new();
    if (np_map_get(g->declared, name))
        return; /* the first declaration binds (XML 1.0, 4.2) */
    np_map_put(g->declared, name, (int64_t)g->values.n);
    np_buf_bytes(&g->values, value);
}

static void on_entity_declaration(void *context, const xmlChar *name, int type,
                                  const xmlChar *public_id, const xmlChar *system_id,
                                  xmlChar *content)
{
    struct np_walk *walk = walk_of(context);
    struct np_slice value = np_slice_of((const char *)content);

    (void)public_id;
    (void)system_id;
    if (walk->over)
        return;
    np_guard_tick(walk, 1);
    if (type == XML_INTERNAL_PARAMETER_ENTITY || type == XML_EXTERNAL_PARAMETER_ENTITY)
        np_guard_refuse(walk, NP_SKIP, "NP-XML-006",
                        "parameter entity '%%%.40s;' declared: refused", (const char *)name);
    else if (++walk->guard.declarations > DECLARATIONS_MOST)
        np_guard_refuse(walk, NP_SKIP, "NP-XML-008", "more than %d entities declared: refused",
                        DECLARATIONS_MOST);
    else if (value.n > VALUE_BYTES_MOST)
        np_guard_refuse(walk, NP_SKIP, "NP-XML-008",
                        "entity '&%.40s;' is longer than %d bytes: refused", (const char *)name,
                        VALUE_BYTES_MOST);
    else if (has_nested_entity(value))
        np_guard_refuse(walk, NP_SKIP, "NP-XML-007",
                        "entity '&%.40s;' is made of entities: refused", (const char *)name);
    else if (type == XML_INTERNAL_GENERAL_ENTITY)
        keep_declaration(&walk->guard, np_slice_of((const char *)name), value);
}

/* Appends what the name stands for; false if nobody knows. */
static bool put_entity(const struct np_guard *g, struct np_buf *b, struct np_slice name)
{
    const int64_t *place = g->declared ? np_map_get(g->declared, name) : NULL;
    struct np_reader r;

    if (!place)
        return np_entity_put(b, name);
    r = np_reader_of(np_slice_sub(np_buf_slice(&g->values), (size_t)*place, g->values.n));
    np_entity_resolve(b, np_read_bytes(&r));
    return true;
}

static xmlEntityPtr hand_out(struct np_guard *g, struct np_slice name, bool in_attribute)
{
    struct _xmlEntity *entity = &g->entity;

    np_buf_reset(&g->entity_name);
    np_buf_puts_slice(&g->entity_name, name);
    memset(entity, 0, sizeof *entity);
    entity->type = XML_ENTITY_DECL;
    entity->name = (const xmlChar *)np_buf_cstr(&g->entity_name);
    entity->orig = (xmlChar *)np_buf_cstr(&g->entity_name); /* else libxml2 puts one there */
    entity->etype = in_attribute ? XML_INTERNAL_GENERAL_ENTITY : XML_INTERNAL_PREDEFINED_ENTITY;
    entity->content = (xmlChar *)np_buf_cstr(&g->entity_text);
    entity->length = (int)g->entity_text.n;
    if (in_attribute)
        entity->content = NULL;
    return entity;
}

static xmlEntityPtr on_get_entity(void *context, const xmlChar *name)
{
    struct np_walk *walk = walk_of(context);
    struct np_guard *g = &walk->guard;
    struct np_slice s = np_slice_of((const char *)name);
    bool in_attribute = walk->context->instate == XML_PARSER_ATTRIBUTE_VALUE;

    if (walk->over || (walk->context->inSubset && !in_attribute))
        return NULL;
    np_guard_tick(walk, 1);
    np_buf_reset(&g->entity_text);
    if (!put_entity(g, &g->entity_text, s)) {
        np_buf_putc(&g->entity_text, '&');
        np_buf_puts_slice(&g->entity_text, s);
        np_buf_putc(&g->entity_text, ';');
        walk->record->unknown_entities++;
    }
    g->expanded += g->entity_text.n;
    if (g->expanded > g->expand_most) {
        np_guard_refuse(walk, NP_SKIP, "NP-XML-009",
                        "entities grow to more than %llu bytes: refused",
                        (unsigned long long)g->expand_most);
        return NULL;
    }
    return hand_out(g, s, in_attribute);
}

struct np_slice np_guard_attribute(struct np_walk *walk, struct np_slice raw)
{
    struct np_buf *b = &walk->scratch;

    if (raw.n == 0 || !memchr(raw.p, '&', raw.n))
        return np_arena_copy(walk->arena, raw);
    np_buf_reset(b);
    for (size_t at = 0; at < raw.n;) {
        struct np_slice rest = np_slice_sub(raw, at, raw.n - at);
        const char *semicolon = rest.p[0] == '&' ? memchr(rest.p, ';', rest.n) : NULL;
        size_t n = 1;
        uint32_t c = np_character_reference(rest, &n);

        if (c)
            np_utf8_put(b, c);
        else if (semicolon && put_entity(&walk->guard, b,
                                         (struct np_slice){ rest.p + 1,
                                                            (size_t)(semicolon - rest.p) - 1 }))
            n = (size_t)(semicolon - rest.p) + 1;
        else
            np_buf_putc(b, rest.p[0]);
        at += n;
    }
    return np_arena_copy(walk->arena, np_buf_slice(b));
}

/* ---- what libxml2 reports ---- */

struct complaint {
    int from, to; /* xmlParserErrors, both included */
    const char *code;
    const char *says; /* NULL: libxml2's own words */
};

static const struct complaint complaints[] = {
    { XML_ERR_TAG_NOT_FINISHED, XML_ERR_TAG_NOT_FINISHED, "NP-XML-002", NULL },
    { XML_ERR_TAG_NAME_MISMATCH, XML_ERR_TAG_NAME_MISMATCH, "NP-XML-001", NULL },
    { XML_ERR_DOCUMENT_EMPTY, XML_ERR_DOCUMENT_EMPTY, "NP-XML-001", "no root element" },
    { XML_ERR_DOCUMENT_END, XML_ERR_DOCUMENT_END, "NP-XML-014",
      "something stands behind the root's end tag" },
    { XML_ERR_INVALID_CHAR, XML_ERR_INVALID_CHAR, "NP-XML-003",
      "a character that XML does not allow" },
    { XML_ERR_INVALID_HEX_CHARREF, XML_ERR_INVALID_CHARREF, "NP-XML-003",
      "a character reference that is none" },
    { XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING, "NP-XML-004",
      "unknown character encoding" },
    { XML_ERR_INVALID_ENCODING, XML_ERR_INVALID_ENCODING, "NP-XML-004",
      "bytes that are not text in the declared encoding" },
    { XML_I18N_NO_NAME, XML_I18N_NO_OUTPUT, "NP-XML-004",
      "bytes that are not text in the declared encoding" },
    { XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_ERR_ENTITYREF_SEMICOL_MISSING, "NP-XML-005",
      "an entity reference without ';'" },
    { XML_ERR_CHARREF_AT_EOF, XML_ERR_ENTITY_IS_PARAMETER, "NP-XML-005",
      "an entity reference that cannot be followed" },
    { XML_ERR_ENTITY_LOOP, XML_ERR_ENTITY_LOOP, "NP-XML-007", "entities made of entities: refused" },
    { XML_ERR_LT_IN_ATTRIBUTE, XML_ERR_ATTRIBUTE_NOT_FINISHED, "NP-XML-013",
      "an attribute value that is not closed or holds '<'" },
    { XML_ERR_ATTRIBUTE_WITHOUT_VALUE, XML_ERR_ATTRIBUTE_REDEFINED, "NP-XML-013",
      "an attribute without value, or twice in one tag" },
    { XML_ERR_SPACE_REQUIRED, XML_ERR_SPACE_REQUIRED, "NP-XML-013",
      "a tag or declaration with something in it that is no attribute" },
    { XML_ERR_LITERAL_NOT_STARTED, XML_ERR_LITERAL_NOT_FINISHED, "NP-XML-013",
      "a quoted text is not closed" },
    { XML_ERR_DOCTYPE_NOT_FINISHED, XML_ERR_DOCTYPE_NOT_FINISHED, "NP-XML-012",
      "the DOCTYPE is not closed" },
    { XML_ERR_XMLDECL_NOT_STARTED, XML_ERR_XMLDECL_NOT_FINISHED, "NP-XML-012",
      "the XML declaration is broken" },
    { XML_ERR_VERSION_MISSING, XML_ERR_VERSION_MISSING, "NP-XML-012",
      "the XML declaration is broken" },
    { XML_ERR_COMMENT_NOT_FINISHED, XML_ERR_COMMENT_NOT_FINISHED, "NP-XML-002",
      "a comment is not closed" },
    { XML_ERR_CDATA_NOT_FINISHED, XML_ERR_CDATA_NOT_FINISHED, "NP-XML-002",
      "a CDATA section is not closed" },
    { XML_ERR_PI_NOT_FINISHED, XML_ERR_PI_NOT_FINISHED, "NP-XML-002",
      "a processing instruction is not closed" },
    { XML_ERR_GT_REQUIRED, XML_ERR_GT_REQUIRED, "NP-XML-001", "a tag without '>'" },
    { XML_ERR_NAME_REQUIRED, XML_ERR_NAME_REQUIRED, "NP-XML-005",
      "'&' or '<' without a name behind it" },
};

static const struct complaint *complaint_of(int error)
{
    static const struct complaint other = { 0, 0, "NP-XML-012", NULL };

    for (size_t i = 0; i < sizeof complaints / sizeof complaints[0]; i++)
        if (error >= complaints[i].from && error <= complaints[i].to)
            return &complaints[i];
    return &other;
}

static struct np_slice first_line(const char *message)
{
    struct np_slice s = np_slice_of(message);

    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] < ' ')
            s.n = i;
    return np_slice_trim(s);
}

/* libxml2 calls a broken UTF-8 sequence a character or an encoding error, as it happens to meet
 * it; the byte is found by looking. False where the text is not UTF-8 or is sound.             */
static bool blame_utf8(struct np_walk *walk)
{
    struct np_slice bytes = walk->document->bytes;
    xmlParserInputPtr input = walk->context->input;
    size_t bad;

    if (!input || (input->buf && input->buf->encoder))
        return false;
    bad = np_utf8_check(bytes);
    if (bad == bytes.n)
        return false;
    speak(walk, NP_SKIP, "NP-XML-004", walk->document->offset + (int64_t)bad,
          "bytes that are not valid UTF-8");
    return true;
}

static void translate(struct np_walk *walk, const xmlError *error)
{
    const struct complaint *complaint = complaint_of(error->code);
    const char *first = error->str1 ? error->str1 : "", *second = error->str2 ? error->str2 : "";
    bool of_bytes = error->code == XML_ERR_INVALID_CHAR || error->code == XML_ERR_INVALID_ENCODING;

    if (of_bytes && blame_utf8(walk))
        return;
    if (error->code == XML_ERR_TAG_NAME_MISMATCH)
        np_guard_refuse(walk, NP_SKIP, complaint->code,
                        "tag <%.60s> is not closed: </%.60s> follows", first, second);
    else if (error->code == XML_ERR_TAG_NOT_FINISHED)
        np_guard_refuse(walk, NP_SKIP, complaint->code, "document ends inside <%.60s>",
                        first);
    else if (complaint->says)
        np_guard_refuse(walk, NP_SKIP, complaint->code, "%s", complaint->says);
    else
        np_guard_refuse(walk, NP_SKIP, complaint->code, "not well-formed: %.*s",
                        NP_ARG(first_line(error->message)));
}

/* Namespaces do not matter (formats/docdb.md section 1), nor does what only a DTD would say. */
static void on_error(void *context, error_report error)
{
    struct np_walk *walk = walk_of(context);

    if (!walk || walk->over)
        return;
    np_guard_tick(walk, 1);
    if (error->domain == XML_FROM_NAMESPACE || error->domain == XML_FROM_VALID ||
        error->level < XML_ERR_FATAL)
        return;
    translate(walk, error);
}

void np_guard_install(xmlSAXHandler *sax)
{
    sax->entityDecl = on_entity_declaration;
    sax->getEntity = on_get_entity;
    sax->serror = on_error;
}
