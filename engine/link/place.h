/* place.h -- the city of a party, in one spelling. */
#ifndef NP_LINK_PLACE_H
#define NP_LINK_PLACE_H

#include "namer.h"

#include <nanopat/gathered.h>

/* Appends "苏州" or "SUZHOU": the city as stated, else as read from a Chinese address; nothing if
 * neither says it. Of a county-level city the prefecture it lies in.                            */
void city_of_party(const struct np_namer *namer, struct np_buf *b,
                   const struct np_gathered_form *party);
/* Nothing, or a filling word of CNIPA's columns: 市辖区. */
bool is_no_city(struct np_slice city);
/* The same of a printed city. */
void plain_city(const struct np_namer *namer, struct np_buf *b, struct np_slice city);

#endif
