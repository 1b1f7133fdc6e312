/* words.h -- the names and texts that mutations use.
 *
 * A dictionary in libFuzzer's format: "<name" and "</name" are elements, "name=\"value" and
 * "name=" attributes, anything else is text. The dictionary of a dialect is what people wrote in
 * tests/fuzz/parse plus what the dialect itself asked for while it read its samples.
 */
#ifndef FUZZ_WORDS_H
#define FUZZ_WORDS_H

#include <nanopat/slice.h>
#include <stdio.h>

enum word_kind { WORD_ELEMENT, WORD_ATTRIBUTE, WORD_TEXT, WORD_KINDS };

/* Adds the words of a dictionary file. False: it cannot be read. */
bool words_read(const char *path);
size_t words_count(enum word_kind kind);
/* Of an attribute: name="value". */
struct np_slice words_at(enum word_kind kind, size_t i);

/* All words, and the elements of the path tables and attributes that were asked for since the
 * program began, as a dictionary in ASCII.                                                   */
void words_print(FILE *to);

#endif
