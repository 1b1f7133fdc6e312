/* words.h -- what the program's own words mean to people, in two languages.
 *
 * Rows of scores hold the machine's words: "in_force", "no_data", "filed 2019-03-04; expiry
 * 2039-03-04". Names, numbers and what people wrote stay as they are.
 */
#ifndef NANOPAT_WORDS_H
#define NANOPAT_WORDS_H

#include <nanopat/buf.h>

/* Name of an indicator, a measure, a score or a column, or a word: "claims" -> "权利要求数". The text
 * itself if it is none of them.                                                                */
struct np_slice np_word(struct np_slice word, bool zh);
struct np_slice np_unit(struct np_slice unit, bool zh); /* "families" -> "族" */
bool np_word_known(struct np_slice word);

/* A text made of words and numbers, "; " between its clauses, appended. */
void np_words_put(struct np_buf *b, struct np_slice text, bool zh);
/* The same of a column: a clause may have a word of its own, "alert_due" for "due" of the column alert. */
void np_column_words_put(struct np_buf *b, const char *column, struct np_slice text, bool zh);
/* Offices or countries by their codes, "US EP" or "CN; CN", each once: 美国、欧洲; in English the codes. */
void np_offices_put(struct np_buf *b, struct np_slice codes, bool zh);
/* No clause of the text is unknown to the table and holds a Latin word in lower case; for tests. */
bool np_words_known(struct np_slice text);

/* What a column says of itself, or a formula, appended: a whole sentence of the table, else names as
 * their headings and the rest as it is: "active / families" -> "有效或在审 ÷ 专利族数". English stays. */
void np_says_put(struct np_buf *b, struct np_slice text, bool zh);
bool np_says_known(struct np_slice text); /* no word of English is left in Chinese; for tests */
/* How the numbers of a column are made; empty if it is no measure and no indicator. */
struct np_column;
struct np_slice np_formula_of(const struct np_column *column);

#endif
