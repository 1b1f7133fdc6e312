/* text.h -- UTF-8: checking, folding for matching, width for display. */
#ifndef NANOPAT_TEXT_H
#define NANOPAT_TEXT_H

#include <nanopat/arena.h>
#include <nanopat/buf.h>

/* Offset of the first byte that is not well-formed UTF-8 (no surrogates, no
 * overlong forms, at most U+10FFFF), or s.n if all is well.                  */
size_t np_utf8_check(struct np_slice s);

/* The first n bytes at most, no character cut in two. */
struct np_slice np_utf8_prefix(struct np_slice s, size_t n);

/* The code point at s[*at], moving *at behind it; U+FFFD and one byte on bad input. */
uint32_t np_utf8_next(struct np_slice s, size_t *at);
void np_utf8_put(struct np_buf *b, uint32_t code_point);

/* White space to single spaces, none at the ends, none between two CJK
 * characters (formats/record.md), but Korean ones, whose words it parts. `b`
 * receives the result appended.                                             */
void np_text_squeeze(struct np_buf *b, struct np_slice s);

/* Han, kana, hangul, and CJK punctuation and full-width forms. */
bool np_is_cjk(uint32_t code_point);

/* Folding for matching: NFKC, case fold, dashes U+2010..2015, U+2212, U+FF0D
 * to '-', any Unicode space to ' '. Traditional characters stay. Appends to
 * `b`; the map, where given, receives for each byte of the folded text the
 * byte offset in s it came from, plus one entry for the end.                 */
void np_text_fold(struct np_buf *b, struct np_slice s, struct np_buf *map_u32);

/* Columns on a terminal: East Asian wide and full-width count 2, combining marks 0. */
int np_text_width(struct np_slice s);

#endif
