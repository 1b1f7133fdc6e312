/* scan.h -- the few tags that matter to framing, at the speed of memchr.
 *
 * Nothing else of XML is looked at: between '<' and '<' the scan sees one byte. Comments and
 * CDATA sections are jumped over, because they may hold anything. What a scan finds does
 * not depend on how much of the text was there at a time.
 */
#ifndef INPUT_SCAN_H
#define INPUT_SCAN_H

#include <nanopat/slice.h>

enum scan_inside { IN_TEXT, IN_COMMENT, IN_CDATA };

struct scan {
    struct np_slice element;    /* qualified name: its start and end tags are found */
    struct np_slice enclosing;  /* qualified name: its end tag is found; empty: none */
    const char *const *records; /* local names: their start tags are found; NULL: none */
    int64_t tag_bytes;          /* longest start tag */

    int64_t at;  /* next byte to look at */
    int64_t tag; /* start tag passed last, its end not yet seen; -1: none */
    enum scan_inside inside;
    int64_t opened; /* where the comment or CDATA section began */

    int64_t from, to; /* what was found: its first byte, the byte behind it */
    size_t name_n;    /* length of the qualified name in a start tag found */
    bool counts;      /* FOUND_LONG_TAG: it is a start tag that was looked for */
};

enum found {
    FOUND_NOTHING,       /* more text is needed, or it is over */
    FOUND_START,
    FOUND_EMPTY,         /* <a/> */
    FOUND_END,
    FOUND_ENCLOSING_END,
    FOUND_PROLOG,        /* <?xml or <!DOCTYPE where none can be: a document was cut here */
    FOUND_LONG_TAG       /* longer than tag_bytes */
};

/* The text from base to end is at p; eof: nothing comes behind. */
enum found scan_next(struct scan *scan, const char *p, int64_t base, int64_t end, bool eof);

/* First byte that a later call may look at again. */
static inline int64_t scan_keep(const struct scan *scan)
{
    return scan->tag >= 0 ? scan->tag : scan->at;
}

/* Offset behind the '>' that ends the tag at s.p[0], quotes respected; 0 if it is not in s. */
size_t scan_tag_end(struct np_slice s);

/* The qualified name at s.p[0]; its part behind the prefix. */
struct np_slice scan_name(struct np_slice s);
struct np_slice scan_local(struct np_slice name);

/* "<?xml" and a blank, or "<!DOCTYPE" and a blank. */
bool scan_is_prolog(struct np_slice s);

#endif
