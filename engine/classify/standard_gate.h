/* standard_gate.h -- where a reference to a standard may begin: two capitals that are no part of a
 * word, a head of the table, digits soon behind. Descriptions are most of a dump's bytes and name
 * few standards, so that almost all of them is passed by at the speed of memory.               */
#ifndef CLASSIFY_STANDARD_GATE_H
#define CLASSIFY_STANDARD_GATE_H

#include <nanopat/slice.h>

/* Which letters (bit 26: a slash) stand behind which in the heads of the table. */
struct standard_gate { uint32_t behind[26]; };
void standard_gate_init(struct standard_gate *gate);

/* The first place at or behind `from` where one may begin; text.n if there is none. */
size_t standard_gate_next(const struct standard_gate *gate, struct np_slice text, size_t from);

#endif
