/* quantity.h -- lengths in a folded text: "20-80 nm", "不大于0.1μm", "5, 10 or 20 nm". */
#ifndef CLASSIFY_QUANTITY_H
#define CLASSIFY_QUANTITY_H

#include <nanopat/slice.h>

/* What finds a number with a unit of length that can be small, as a pattern. */
#define QUANTITY_PATTERN                                              \
    "(?<![0-9.])[0-9]++(?:[.,][0-9]++)*+ {0,2}-? ?(?:nm|nanomet|纳米" \
    "|å|angstrom|埃|μm|um|micromet|micron|微米)"

enum { QUANTITY_VALUES = 16 };

/* A number, or several that share a unit ("5, 10 or 20 nm"), where they stand. */
struct quantity {
    double nm[QUANTITY_VALUES]; /* what it may be: of a range the upper end, of a list all */
    size_t count;
    size_t begin, end; /* with the lower end of a range, and the unit */
    bool range;
};

/* The quantity whose unit begins before `at` and ends there or behind; false if it is none:
 * "5 nmol", "3纳米管", or the lower end of a range, which the upper end speaks for.           */
bool read_quantity(struct np_slice text, size_t at, struct quantity *q);

/* From where to where the words belong to it: no other length and no end of a sentence between, at
 * most so many characters.                                                                    */
size_t words_before(struct np_slice text, const struct quantity *q, int characters);
size_t words_behind(struct np_slice text, const struct quantity *q, int characters);

/* The name of a unit as rule files write it ("nm", "um", "μm"); 0 if it is none. */
double unit_named(struct np_slice name);

#endif
