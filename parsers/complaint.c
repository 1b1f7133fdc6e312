/* complaint.c -- what libxml2 reports, in words for people who look at the file. */
#include "sax.h"

#include <nanopat/text.h>

#if LIBXML_VERSION >= 21200
typedef const xmlError *error_report;
#else
typedef xmlErrorPtr error_report;
#endif

static struct np_walk *walk_of(void *context)
{
    return ((xmlParserCtxtPtr)context)->_private;
}

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
    { XML_ERR_ENTITY_LOOP, XML_ERR_ENTITY_LOOP, "NP-XML-007",
      "entities made of entities: refused" },
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
    np_guard_speak(walk, NP_SKIP, "NP-XML-004", np_guard_member_byte(walk, bad),
                   "bytes that are not valid UTF-8");
    return true;
}

/* Names without prefix, whether the record was read with namespaces or not (walk.c). */
static void drop_prefixes(const char **first, const char **second)
{
    const char *local = np_behind_prefix(*first);

    if (local == *first)
        return;
    *first = local;
    *second = np_behind_prefix(*second);
}

static void translate(struct np_walk *walk, const xmlError *error)
{
    const struct complaint *complaint = complaint_of(error->code);
    const char *first = error->str1 ? error->str1 : "", *second = error->str2 ? error->str2 : "";
    bool of_bytes = error->code == XML_ERR_INVALID_CHAR || error->code == XML_ERR_INVALID_ENCODING;

    drop_prefixes(&first, &second);
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

/* What libxml2 says without a context, mostly that iconv stopped at bytes that are none of the
 * declared encoding; unheard it would print it. It comes from below the parser's input, so
 * nothing may be stopped here.                                                             */
static void on_stray(void *context, error_report error)
{
    struct np_walk *walk = context;

    (void)error;
    if (walk)
        walk->stray_error = true;
}

void np_complaint_listen(struct np_walk *walk)
{
    xmlSetStructuredErrorFunc(walk, on_stray);
}

void np_complaint_install(xmlSAXHandler *sax)
{
    sax->serror = on_error;
}
