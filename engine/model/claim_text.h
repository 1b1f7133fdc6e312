/* claim_text.h -- what reading the length and the type of a claim have in common. */
#ifndef MODEL_CLAIM_TEXT_H
#define MODEL_CLAIM_TEXT_H

#include <nanopat/slice.h>

/* Without "1. ", "12、", "1 ." before it, as printed. */
struct np_slice np_claim_without_number(struct np_slice text);

/* More Chinese and Japanese than anything else. */
bool np_claim_is_cjk(struct np_slice text);

#endif
