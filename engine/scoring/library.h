/* library.h -- what the enterprise library says of an enterprise (nanopat import enterprises).
 *
 * Several rows may speak of one enterprise. Of each thing the latest word counts: the list imported
 * last, in it the latest year, then the row that stands last; an empty cell is no word.
 */
#ifndef NP_LIBRARY_H
#define NP_LIBRARY_H

#include <math.h>

#include <nanopat/facts.h>
#include <stddef.h>

struct library; /* rows by enterprise, latest first */

/* Lives in the arena. */
struct library *library_new(const struct np_facts *facts, struct np_arena *arena);

/* The rows of an enterprise, latest first; none: *n is 0. */
const struct np_fact_library *const *library_rows(const struct library *library, int enterprise,
                                                  size_t *n);

/* A column of rules/schemes.tsv; NaN: not said. row: who says it; may be NULL. */
double library_value(const struct library *library, int enterprise, struct np_slice column,
                     const struct np_fact_library **row);
/* A text of the row, by its place: LIBRARY_TEXT(library, enterprise, tier, &row). Empty: not said. */
struct np_slice library_text_at(const struct library *library, int enterprise, size_t offset,
                                const struct np_fact_library **row);
#define LIBRARY_TEXT(library, enterprise, member, row) \
    library_text_at((library), (enterprise), offsetof(struct np_fact_library, member), (row))
/* 1 yes, 0 no, -1 not said: LIBRARY_FLAG(library, enterprise, listed, NULL). */
int library_flag_at(const struct library *library, int enterprise, size_t offset,
                    const struct np_fact_library **row);
#define LIBRARY_FLAG(library, enterprise, member, row) \
    library_flag_at((library), (enterprise), offsetof(struct np_fact_library, member), (row))

#endif
