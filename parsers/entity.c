/* entity.c -- named entities: lookup and resolving.
 *
 * Dumps use names that only an external DTD declares (formats/uspto.md section 1,
 * formats/docdb.md section 1). No DTD is ever read; the names stand in entity_table.c.
 */
#include "entity.h"

#include <nanopat/text.h>

static const struct np_entity *find_entity(struct np_slice name)
{
    size_t low = 0, high = np_entities_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = np_slice_cmp(name, np_slice_of(np_entities[middle].name));

        if (order == 0)
            return &np_entities[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

bool np_entity_put(struct np_buf *b, struct np_slice name)
{
    const struct np_entity *entity = find_entity(name);

    if (!entity)
        return false;
    np_utf8_put(b, entity->first);
    if (entity->second)
        np_utf8_put(b, entity->second);
    return true;
}

static int digit_value(char c, int base)
{
    int value = c >= '0' && c <= '9' ? c - '0'
                : c >= 'a' && c <= 'f' ? c - 'a' + 10
                : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                       : 99;
    return value < base ? value : -1;
}

/* XML 1.0, production 2. */
static bool is_xml_character(uint32_t c)
{
    return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) ||
           (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

uint32_t np_character_reference(struct np_slice s, size_t *n)
{
    size_t at = 2, from;
    int base = 10;
    uint32_t value = 0;

    if (s.n < 4 || s.p[0] != '&' || s.p[1] != '#')
        return 0;
    if (s.p[2] == 'x' || s.p[2] == 'X') {
        base = 16;
        at = 3;
    }
    for (from = at; at < s.n && at < from + 8 && digit_value(s.p[at], base) >= 0; at++)
        value = value * (uint32_t)base + (uint32_t)digit_value(s.p[at], base);
    if (at == from || at >= s.n || s.p[at] != ';' || !is_xml_character(value))
        return 0;
    *n = at + 1;
    return value;
}

/* Length of "&name;" at the start of s, or 0. */
static size_t name_reference(struct np_slice s)
{
    size_t at = 1;

    while (at < s.n && at < 40 &&
           ((s.p[at] >= 'a' && s.p[at] <= 'z') || (s.p[at] >= 'A' && s.p[at] <= 'Z') ||
            (s.p[at] >= '0' && s.p[at] <= '9') || s.p[at] == '.'))
        at++;
    return at > 1 && at < s.n && s.p[at] == ';' ? at + 1 : 0;
}

void np_entity_resolve(struct np_buf *b, struct np_slice s)
{
    for (size_t at = 0; at < s.n;) {
        struct np_slice rest = np_slice_sub(s, at, s.n - at);
        const char *ampersand = memchr(rest.p, '&', rest.n);
        size_t n = ampersand ? (size_t)(ampersand - rest.p) : rest.n;
        uint32_t c;

        np_buf_put(b, rest.p, n);
        at += n;
        if (!ampersand)
            return;
        rest = np_slice_sub(s, at, s.n - at);
        if ((c = np_character_reference(rest, &n)) != 0) {
            np_utf8_put(b, c);
        } else if ((n = name_reference(rest)) == 0 ||
                   !np_entity_put(b, (struct np_slice){ rest.p + 1, n - 2 })) {
            np_buf_putc(b, '&');
            n = 1;
        }
        at += n;
    }
}
