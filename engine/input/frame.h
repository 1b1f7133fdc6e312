/* frame.h -- the framer's parts: frame.c moves between documents, root.c between the records
 * of one root, element.c takes one document, lines.c documents in text of lines.
 *
 * Offsets are of the uncompressed member. Whatever the size of the pieces that reading
 * gives, the documents and the messages are the same; tests inject the size.
 */
#ifndef INPUT_FRAME_H
#define INPUT_FRAME_H

#include "scan.h"
#include "window.h"

#define PIECE_BYTES ((size_t)256 << 10)
#define PROLOG_MOST ((int64_t)1 << 20) /* longest comment or DOCTYPE before a document */
#define WHOLE_MOST ((int64_t)1 << 20)  /* a root without records is given whole up to here */

struct np_framer {
    struct window window;
    const struct np_framing *framings; /* borrowed */
    struct np_limits limits;
    int64_t at;      /* next byte, between documents */
    int64_t ordinal; /* of the document given last */
    bool looked;     /* the first bytes were examined */
    bool passed;     /* no document is to come, but bytes are */
    bool over;
    const struct np_framing *text; /* the member is text of lines; NULL: XML */

    /* Inside a root whose children are the documents; root is NULL outside. */
    const struct np_framing *root;
    struct np_buf root_name; /* qualified */
    struct np_buf envelope;
    struct scan between;     /* the tags between records */
    int64_t root_from;       /* declaration, start tag */
    int64_t root_tag;
    int64_t root_depth;
    int64_t records;
    bool whole;              /* everything since root_from is still there */
};

/* A framer over any bytes; np_framer_new is this over a source. */
struct np_framer *framer_over(window_read *read, void *from, size_t piece,
                              const struct np_framing *framings, const struct np_limits *limits);

/* A document's outermost element. */
struct element {
    int64_t from;     /* of the document: declaration or start tag */
    int64_t tag;      /* of the element's start tag */
    int64_t behind;   /* behind that tag */
    size_t name_n;    /* of its qualified name, at tag + 1 */
    bool empty;       /* <a/> */
    bool long_tag;
};

/* Takes the element through its end tag; framer->at is behind it then, or where a document
 * that was cut gives way to the next one.                                                 */
enum np_status element_take(struct np_framer *framer, const struct element *element,
                            struct np_document *document, struct np_err *err);

/* A root with records in the framings begins; decl_to: behind its XML declaration, -1: none. */
void root_enter(struct np_framer *framer, const struct np_framing *row,
                const struct element *element, int64_t decl_to);

/* The next record. *given: the status is the answer; else the root is over without a word. */
enum np_status root_next(struct np_framer *framer, struct np_document *document,
                         struct np_err *err, bool *given);

/* Whether a row is of text, and the row of text that the first bytes of a member fit; NULL: none. */
bool lines_are_of(const struct np_framing *row);
const struct np_framing *lines_sniff(const struct np_framing *framings, struct np_slice head);

/* The next document of text. */
enum np_status lines_next(struct np_framer *framer, struct np_document *document,
                          struct np_err *err);

/* Reading ended at the end of the window: NP_FAIL with the source's words, or with ours. */
enum np_status framer_ends_inside(struct np_framer *framer, struct np_slice name,
                                  struct np_err *err);

#endif
