/* sniff.h -- what a member is that does not begin like XML. */
#ifndef INPUT_SNIFF_H
#define INPUT_SNIFF_H

#include <nanopat/slice.h>

#define SNIFF_BYTES 4096

/* "TIFF image", "text", ...: head is the beginning of the member. Static. */
const char *sniff_kind(struct np_slice head);

/* UTF-16 or UTF-32, by its mark or by the zeros around the first '<'. */
bool sniff_is_wide(struct np_slice head);

bool sniff_is_html(struct np_slice name);

#endif
