/* passages.h -- private to output: the texts of a publication with the passages that classified it. */
#ifndef OUTPUT_PASSAGES_H
#define OUTPUT_PASSAGES_H

#include "page.h"

/* Title, abstract and claims of a publication, each passage that a rule matched marked and named
 * by its rule. Nothing where the store keeps no texts of it.                                    */
void passages_put(struct page *p, struct np_slice id);

#endif
