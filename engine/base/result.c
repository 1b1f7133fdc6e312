/* result.c -- rows of cells in one arena, under columns that the caller keeps. */
#include <nanopat/result.h>

#include <math.h>

static size_t count_columns(const struct np_column *columns)
{
    size_t n = 0;

    while (columns[n].name)
        n++;
    return n;
}

struct np_result *np_result_new(const char *name, const struct np_column *columns)
{
    struct np_arena *arena = np_arena_new();
    struct np_result *result = np_arena_zalloc(arena, sizeof *result);

    result->arena = arena;
    result->name = name;
    result->columns = columns;
    result->ncolumns = count_columns(columns);
    return result;
}

void np_result_free(struct np_result *result)
{
    if (result)
        np_arena_free(result->arena);
}

struct np_cell *np_result_row(struct np_result *result)
{
    struct np_cell *row = np_arena_zalloc(result->arena, result->ncolumns * sizeof *row);

    *np_list_add(result->arena, &result->rows) = row;
    return row;
}

void np_cell_text(struct np_result *result, struct np_cell *cell, struct np_slice text)
{
    *cell = (struct np_cell){ .set = true, .text = np_arena_copy(result->arena, text) };
}

void np_cell_int(struct np_cell *cell, int64_t i)
{
    *cell = (struct np_cell){ .set = true, .i = i };
}

void np_cell_real(struct np_cell *cell, double real)
{
    *cell = (struct np_cell){ 0 };
    if (!isnan(real))
        *cell = (struct np_cell){ .set = true, .real = real };
}

void np_cell_date(struct np_cell *cell, np_date date)
{
    *cell = (struct np_cell){ 0 };
    if (date)
        *cell = (struct np_cell){ .set = true, .i = date };
}

void np_result_note(struct np_result *result, const char *key, struct np_slice value)
{
    struct np_result_note *note = np_list_add(result->arena, &result->notes);

    note->key = np_arena_copy(result->arena, np_slice_of(key));
    note->value = np_arena_copy(result->arena, value);
}

int np_result_column(const struct np_result *result, const char *name)
{
    for (size_t i = 0; i < result->ncolumns; i++)
        if (strcmp(result->columns[i].name, name) == 0)
            return (int)i;
    return -1;
}
