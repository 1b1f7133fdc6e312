/* sgml.h -- SGML of the years before XML, made XML.
 *
 * The DTD of the 2.4 grants was written so that a document differs from XML in two things alone:
 * elements declared EMPTY have neither an end tag nor "/>", and a DOCTYPE may be PUBLIC without a
 * system identifier (ST32-US-Grant-024.sgml.dtd; all other elements must have both tags). Both are
 * added; nothing else is. End tags that are left out, attributes without quotes and names in other
 * case are not valid by that DTD or not in use, and stay what they are: not well-formed.
 */
#ifndef PARSERS_SGML_H
#define PARSERS_SGML_H

#include "mend.h"

/* The document as XML, in the arena; itself where nothing is to be added. `empty`: names of the
 * elements that the DTD declares EMPTY, NULL ended; one that has an end tag anywhere in the
 * document is not taken to be so.                                                             */
struct np_slice np_sgml_to_xml(struct np_slice document, const char *const *empty,
                               struct np_arena *arena, struct np_shifts *shifts);

#endif
