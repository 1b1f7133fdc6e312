/* words_table.h -- private to query: the one table of words (words_table.c). */
#ifndef QUERY_WORDS_TABLE_H
#define QUERY_WORDS_TABLE_H

struct word { const char *word, *en, *zh; };

extern const struct word np_words[], np_units[]; /* end with word NULL */

/* A clause with places for what changes: "filed %" -> "申请日 %". "%2" in a translation is the second place, a bare %
 * the next; "%%" a percent sign; "%#" in the pattern begins with a digit. What stands in a place is a word or stays as it is. `en` NULL: the pattern
 * with its words.                                                                                       */
struct phrase { const char *pattern, *en, *zh; };
extern const struct phrase np_phrases[]; /* the first that fits; ends with pattern NULL */

/* What a column says, or a formula, whole; by its English text (says_table.c). Ends with en NULL. */
struct said { const char *en, *zh; };
extern const struct said np_sayings[];

#endif
