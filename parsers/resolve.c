/* resolve.c -- the entities of one document: its own declarations, our table, its own name.
 *
 * libxml2 never resolves an entity by itself: get_entity hands out each one. In text it goes out
 * as a "predefined" entity, which libxml2 passes on as plain characters exactly once; inside an
 * attribute as a general entity, which libxml2 leaves as &name; for np_resolve_attribute (a
 * predefined one would be cut to its first byte there).
 */
#include "sax.h"

#include "entity.h"
#include <nanopat/text.h>

/* reference/reliability.md 3.1 */
enum { DECLARATIONS_MOST = 1000, VALUE_BYTES_MOST = 1024 };

static struct np_walk *walk_of(void *context)
{
    return ((xmlParserCtxtPtr)context)->_private;
}

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
        np_note_unknown(walk, s);
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

struct np_slice np_resolve_attribute(struct np_walk *walk, struct np_slice raw)
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

void np_resolve_install(xmlSAXHandler *sax)
{
    sax->entityDecl = on_entity_declaration;
    sax->getEntity = on_get_entity;
}
