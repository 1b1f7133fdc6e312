/* fold.h -- a text as rules see it: np_text_fold, and on top one script and one spelling.
 *
 *     碳奈米管         traditional characters and terms      碳纳米管
 *     nano- tubes     parts of one word, split by a scan    nanotubes
 *     fibre           British spelling                      fiber
 */
#ifndef CLASSIFY_FOLD_H
#define CLASSIFY_FOLD_H

#include <nanopat/buf.h>
#include <nanopat/slice.h>

/* Made once for a rule set, then constant. */
struct folding;
struct folding *folding_new(void);
void folding_free(struct folding *folding);

/* Appends the folded text to `b`. The map receives for each folded byte the byte of `s` it came
 * from (4 bytes, little-endian), and one more for the end; it may be NULL.                   */
void fold_text(const struct folding *folding, struct np_buf *b, struct np_slice s,
               struct np_buf *map);

/* The simplified form of a character, or itself. */
uint32_t simplified(const struct folding *folding, uint32_t c);
/* What stands at s[at] and never occurs in folded text: its length, and what to write for it; 0
 * if all is well. `s` is a pattern: "nano[- ]tube" counts, "nano[- ]?tube" does not.          */
size_t unfolded_at(const struct folding *folding, struct np_slice s, size_t at, char *write,
                   size_t write_bytes);

/* han.c: pairs of characters of three bytes each. */
extern const char han_pairs[];

#endif
