/* reading.h -- private to output: how the text of a column becomes one for people. */
#ifndef OUTPUT_READING_H
#define OUTPUT_READING_H

#include <stdbool.h>

enum reading { AS_IT_IS, AS_WORDS, AS_WORD, AS_UNIT, AS_DIRECTION, AS_SAYING, AS_OWN /* "strength_none" */ };

/* By the table (a result's name) and the column. */
enum reading reading_of(const char *table, const char *column);
/* Do its cells hold the program's own words, as a sheet's "status*" says? */
bool np_column_in_words(const char *table, const char *column);

#endif
