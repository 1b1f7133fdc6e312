/* place.h -- the city of a party, in one spelling. */
#ifndef NP_LINK_PLACE_H
#define NP_LINK_PLACE_H

#include <nanopat/gathered.h>

/* Appends "苏州" or "SUZHOU": the city as stated, else as read from a Chinese address; nothing if
 * neither says it.                                                                              */
void city_of_party(struct np_buf *b, const struct np_gathered_form *party);

#endif
