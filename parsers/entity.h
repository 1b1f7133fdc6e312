/* entity.h -- named entities: our table, and text with references in it. */
#ifndef PARSERS_ENTITY_H
#define PARSERS_ENTITY_H

#include <nanopat/buf.h>

/* The ISO, HTML and MathML names and those of the office's own sets (formats/entities.tsv),
 * sorted by name in byte order.                                                            */
struct np_entity {
    const char *name;
    uint32_t first, second; /* code points; second is 0 for all but a few */
};
extern const struct np_entity np_entities[];
extern const size_t np_entities_count;

/* Appends the character(s) of a named entity; false, and nothing appended, if unknown. */
bool np_entity_put(struct np_buf *b, struct np_slice name);

/* Appends s with its references (&name; &#169; &#xA9;) resolved once; what is unknown or no
 * character of XML stays as it is.                                                         */
void np_entity_resolve(struct np_buf *b, struct np_slice s);

/* One character reference ("&#169;", "&#xA9;") at the start of s: its code point, and its
 * length in *n; 0 if there is none.                                                        */
uint32_t np_character_reference(struct np_slice s, size_t *n);

#endif
