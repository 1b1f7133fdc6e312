/* library.c -- rows of the enterprise library by enterprise, and the latest word of each thing. */
#include "library.h"

#include <stdlib.h>

struct library {
    const struct np_fact_library **v; /* by enterprise, then latest first */
    size_t n;
};

static int descending(int64_t a, int64_t b)
{
    return (a < b) - (a > b);
}

static int compare_rows(const void *left, const void *right)
{
    const struct np_fact_library *a = *(const struct np_fact_library *const *)left;
    const struct np_fact_library *b = *(const struct np_fact_library *const *)right;
    int order = (a->enterprise > b->enterprise) - (a->enterprise < b->enterprise);

    if (!order)
        order = descending(a->place.import, b->place.import);
    if (!order)
        order = descending(a->year, b->year);
    if (!order)
        order = np_slice_cmp(b->place.sheet, a->place.sheet);
    return order ? order : descending(a->place.line, b->place.line);
}

struct library *library_new(const struct np_facts *facts, struct np_arena *arena)
{
    struct library *library = np_arena_zalloc(arena, sizeof *library);

    library->v = np_arena_alloc(arena, (facts->imports.library.n + 1) * sizeof *library->v);
    for (size_t i = 0; i < facts->imports.library.n; i++)
        if (facts->imports.library.v[i].enterprise >= 0)
            library->v[library->n++] = &facts->imports.library.v[i];
    if (library->n)
        qsort(library->v, library->n, sizeof *library->v, compare_rows);
    return library;
}

static size_t first_from(const struct library *library, int enterprise)
{
    size_t from = 0, to = library->n;

    while (from < to) {
        size_t middle = from + (to - from) / 2;

        if (library->v[middle]->enterprise < enterprise)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

const struct np_fact_library *const *library_rows(const struct library *library, int enterprise,
                                                  size_t *n)
{
    size_t from = first_from(library, enterprise);

    *n = first_from(library, enterprise + 1) - from;
    return library->v + from;
}

double library_value(const struct library *library, int enterprise, struct np_slice column,
                     const struct np_fact_library **row)
{
    size_t n;
    const struct np_fact_library *const *rows = library_rows(library, enterprise, &n);

    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < rows[i]->values.n; k++)
            if (np_slice_eq(rows[i]->values.v[k].column, column)) {
                if (row)
                    *row = rows[i];
                return rows[i]->values.v[k].value;
            }
    return NAN;
}

struct np_slice library_text_at(const struct library *library, int enterprise, size_t offset,
                                const struct np_fact_library **row)
{
    size_t n;
    const struct np_fact_library *const *rows = library_rows(library, enterprise, &n);

    for (size_t i = 0; i < n; i++) {
        struct np_slice text;

        memcpy(&text, (const char *)rows[i] + offset, sizeof text);
        if (!text.n)
            continue;
        if (row)
            *row = rows[i];
        return text;
    }
    return NP_EMPTY;
}

int library_flag_at(const struct library *library, int enterprise, size_t offset,
                    const struct np_fact_library **row)
{
    size_t n;
    const struct np_fact_library *const *rows = library_rows(library, enterprise, &n);

    for (size_t i = 0; i < n; i++) {
        signed char flag = *((const signed char *)rows[i] + offset);

        if (flag < 0)
            continue;
        if (row)
            *row = rows[i];
        return flag;
    }
    return -1;
}
