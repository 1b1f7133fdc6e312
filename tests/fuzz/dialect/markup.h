/* markup.h -- the elements, texts and attributes of bytes that are nearly XML.
 *
 * Offsets only. A tag that closes nothing is left out, an element that is never closed ends
 * where its parent does. Bytes without any tag (fee events, the green book) are lines: each is
 * an "element", each word of it a text.
 */
#ifndef FUZZ_MARKUP_H
#define FUZZ_MARKUP_H

#include <stddef.h>
#include <stdint.h>

enum { ELEMENTS_MOST = 1024, SPANS_MOST = 2048 };

struct span { size_t from, to; };

struct node {
    struct span all;      /* <a ..> ... </a> */
    struct span name;     /* in the start tag */
    struct span end_name; /* in the end tag; empty without one */
    struct span inside;
};

struct markup {
    struct node elements[ELEMENTS_MOST];
    size_t count;
    struct span texts[SPANS_MOST]; /* between two tags, not blank */
    size_t text_count;
    struct span attributes[SPANS_MOST]; /* name="value" */
    size_t attribute_count;
    size_t root; /* where the first start tag begins; SIZE_MAX: none */
};

void markup_read(struct markup *markup, const uint8_t *p, size_t n);
/* Where the first start tag begins, and no more; SIZE_MAX: there is none. */
size_t markup_root(const uint8_t *p, size_t n);

#endif
