/* fault.h -- what is wrong with a rule set, kept while it is read on.
 *
 * A set that is loaded for use stops at its first fault. A set that is checked has a list of
 * faults; its sources know it, so that fail_spot puts each in there, in both languages.
 */
#ifndef CLASSIFY_FAULT_H
#define CLASSIFY_FAULT_H

#include "rules.h"

#include <nanopat/ruletools.h>

#include <stdarg.h>

struct kept_fault {
    struct np_fault public;
    size_t order; /* of its file */
};

struct faults {
    struct np_arena *arena;
    NP_LIST(struct kept_fault) list;
};

/* The format names its row in fault.c's table: the Chinese words, and what to do next. The same
 * words at the same spot are kept once.                                                        */
void keep_fault(struct faults *faults, struct spot spot, bool warning, const char *format,
                va_list args);
void add_fault(struct faults *faults, struct spot spot, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void add_warning(struct faults *faults, struct spot spot, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* By file, line, column. */
void sort_faults(struct faults *faults, const struct np_rules *rules);

#endif
