/* imported.c -- rows of imported lists by publication. */
#include "policy.h"

#include <stddef.h>

_Static_assert(offsetof(struct np_fact_award, patent) == offsetof(struct np_fact_pledge, patent) &&
                   offsetof(struct np_fact_award, patent) == offsetof(struct np_fact_suit, patent) &&
                   offsetof(struct np_fact_award, patent) == offsetof(struct np_fact_export, patent),
               "the patent stands at one place in all rows that name one");

static int64_t publication_of_row(const void *rows, size_t size, size_t i)
{
    const char *row = (const char *)rows + i * size;

    return ((const struct np_fact_patent *)(const void *)
                (row + offsetof(struct np_fact_award, patent)))->publication;
}

size_t imported_from(const void *rows, size_t n, size_t size, int64_t publication)
{
    size_t low = 0, high = n;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (publication_of_row(rows, size, middle) < publication)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
