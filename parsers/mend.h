/* mend.h -- a document that is not well-formed, made so where it is certain what was meant.
 *
 * Offices deliver well-formed XML; tools between the office and us do damage: a page saved out of
 * a browser has bare '&' and '<', a database export has control characters, a text cut at a fixed
 * length half a character (formats/ep-fulltext.md, pitfall 7). Such a document is mended into a
 * second buffer and read a second time. What is cut, nested wrongly or hostile is never mended.
 *
 *     what it is                                      what becomes of it
 *     '&' that begins no reference                    &amp;
 *     reference to a known name without ';'           &name;
 *     '<' that begins no tag                          &lt;
 *     ']]>' in text                                   ]]&gt;
 *     '--' in a comment                               '- '
 *     control character, reference to one             nothing
 *     a few bytes that are not UTF-8, far apart       U+FFFD each: what they were is not known
 *
 * Nothing is mended inside a number, code or date: half a number is worse than none.
 */
#ifndef PARSERS_MEND_H
#define PARSERS_MEND_H

#include <nanopat/arena.h>
#include <nanopat/buf.h>

enum np_damage {
    NP_DAMAGE_AMPERSAND, NP_DAMAGE_SEMICOLON, NP_DAMAGE_BRACKET, NP_DAMAGE_SECTION_END, NP_DAMAGE_COMMENT,
    NP_DAMAGE_CONTROL, NP_DAMAGE_REFERENCE, NP_DAMAGE_BYTES, NP_DAMAGES
};

/* From this byte of the mended text on, the original is `shift` bytes further. */
struct np_shift { size_t at; ptrdiff_t shift; };
struct np_shifts { struct np_shift *v; size_t n, cap; };

struct np_mended {
    size_t count[NP_DAMAGES];
    size_t first; /* byte of the first damage in the original */
    size_t total;
    struct np_shifts shifts; /* in the arena */
};

/* Appends the mended document; `encoding`: as declared, empty for UTF-8. False where there is
 * nothing to mend, or it is not certain how.                                                 */
bool np_mend(struct np_slice document, struct np_slice encoding, struct np_arena *arena,
             struct np_buf *out, struct np_mended *mended);

/* The byte of the original for a byte of the text that was made of it. */
size_t np_shifts_original(const struct np_shifts *shifts, size_t at);

/* "3 bare '&', 1 control character": what was mended, appended. */
void np_mended_words(const struct np_mended *mended, struct np_buf *b);

#endif
