/* elements.h -- a claim cut into what it asks for, one by one (reference/scoring.md, 5.4).
 *
 *     "1. 一种纳米片，其特征在于，厚度为1-10 nm；在水中分散。"
 *      1P  一种纳米片，其特征在于          the preamble, with the words that end it
 *      1A  厚度为1-10 nm
 *      1B  在水中分散
 */
#ifndef NP_ELEMENTS_H
#define NP_ELEMENTS_H

#include <nanopat/record.h>

enum { ELEMENTS_MAX = 48, ELEMENT_NAME = 16 }; /* what follows the last belongs to it */

struct element { char name[ELEMENT_NAME]; struct np_slice text; }; /* text: borrowed from the claim */
struct elements { struct element v[ELEMENTS_MAX]; size_t n; };

/* `number` is the claim's; its printed number before the text is left out. Empty for an empty text. */
void cut_claim(int number, struct np_slice text, struct elements *elements);

/* The claims of a record in a language that can be compared, its own first; NULL: it has none. */
enum claim_language { CLAIM_EN, CLAIM_ZH, CLAIM_LANGUAGES };
const struct np_claims *claims_to_compare(const struct np_record *record,
                                          enum claim_language *language);
/* It refers to no other claim and has a text. */
bool is_independent(const struct np_claim *claim);

#endif
