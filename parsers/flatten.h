/* flatten.h -- markup to plain text: what an element leaves behind (formats/record.md, "text"). */
#ifndef PARSERS_FLATTEN_H
#define PARSERS_FLATTEN_H

#include <nanopat/buf.h>

enum np_flat {
    NP_FLAT_BLOCK,    /* text, with a space on both sides; also every name not in the table */
    NP_FLAT_INLINE,   /* text, nothing around it: H<sub>2</sub>O */
    NP_FLAT_DROP,     /* neither text nor space */
    NP_FLAT_NO_CDATA, /* inline, but CDATA inside is a formula's source, not text */
    NP_FLAT_STRIKE,   /* struck out from here (PATDOC reissues) */
    NP_FLAT_UNSTRIKE  /* to here */
};

/* By local name. */
enum np_flat np_flat_of(struct np_slice element);

/* The same where the element around it counts: the claim-text of a PAP dependent-claim-reference
 * is no step of a claim (formats/uspto.md section 4).                                         */
enum np_flat np_flat_inside(struct np_slice parent, struct np_slice element);

/* A form feed, which XML cannot hold: stands for a page break in collected characters. */
#define NP_PAGE_BREAK '\f'

/* Collected characters to a text: page breaks taken out, double escaping undone, white space
 * squeezed, a final literal "<IMAGE>" dropped. Appends to b; `scratch` is overwritten.      */
void np_flat_finish(struct np_buf *b, struct np_slice collected, struct np_buf *scratch);

#endif
