/* path.h -- a dialect's table of paths as an automaton over local names.
 *
 * The table becomes states; an element is one step from its parent's state. Rows
 * that match at an element are listed in its state, in the order of the table.
 */
#ifndef PARSERS_PATH_H
#define PARSERS_PATH_H

#include "walk.h"

struct np_automaton;

/* Owned by the caller. Borrows the table, which must outlive it. */
struct np_automaton *np_automaton_new(const struct np_path *paths);
void np_automaton_free(struct np_automaton *automaton);

const struct np_path *np_automaton_table(const struct np_automaton *automaton);

/* The state of the document's root element, and of a child with this local name. State 0 is
 * the one from which nothing matches any more.                                           */
int np_automaton_root(const struct np_automaton *automaton);
int np_automaton_step(const struct np_automaton *automaton, int state, struct np_slice name);

/* Rows that match in this state, as indices into the table. */
const int *np_automaton_rows(const struct np_automaton *automaton, int state, size_t *count);
/* Whether one of them has `close`, and whether one of these wants the text. */
bool np_automaton_closes(const struct np_automaton *automaton, int state);
bool np_automaton_collects(const struct np_automaton *automaton, int state);

#endif
