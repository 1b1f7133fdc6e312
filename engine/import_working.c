/* import_working.c -- the worker stage: raw cells become typed ones, or faults. */
#include "importing.h"

#include <stdlib.h>

struct working { struct np_arena *arena; };

void *import_working_new(void *plan)
{
    struct working *w = np_calloc(1, sizeof *w);

    (void)plan;
    w->arena = np_arena_new();
    return w;
}

void import_working_free(void *worker)
{
    struct working *w = worker;

    np_arena_free(w->arena);
    free(w);
}

void import_working_item(void *worker, struct np_slice head, struct np_slice body,
                         struct np_buf *answer)
{
    struct working *w = worker;
    struct np_import_cell *cells;
    struct np_import_row row;
    struct import_item item;
    size_t n;

    np_arena_reset(w->arena);
    if (!import_item_decode(head, &item) || item.kind != IMPORT_ROW ||
        !import_cells_decode(body, w->arena, &cells, &n))
        return;
    np_import_row_read(np_import_kinds[item.list], cells, n, w->arena, &row);
    import_answer_encode(answer, np_import_kinds[item.list], &row);
}
