/* facts_namings.c -- what people decided on two names, as facts. */
#include "facts_lists.h"

#include <stdlib.h>

/* As NP_SQL_FACTS_ALIASES gives them. */
enum { NAME = CELLS, CITY, OTHER, OTHER_CITY, DECISION, BY, NOTE };

void lists_read_naming(struct lists *l, sqlite3_stmt *row)
{
    if (sqlite3_column_type(row, DECISION) == SQLITE_NULL)
        return;
    *np_list_add(l->arena, &l->out->namings) = (struct np_fact_naming){
        .place = lists_place(l, row), .name = lists_text(l, row, NAME),
        .city = lists_text(l, row, CITY), .other = lists_text(l, row, OTHER),
        .other_city = lists_text(l, row, OTHER_CITY),
        .same = sqlite3_column_int(row, DECISION) != 0, .by = lists_text(l, row, BY),
        .note = lists_text(l, row, NOTE),
    };
}

static int compare(const void *left, const void *right)
{
    const struct np_fact_place *a = &((const struct np_fact_naming *)left)->place;
    const struct np_fact_place *b = &((const struct np_fact_naming *)right)->place;
    int order = (a->import > b->import) - (a->import < b->import);

    if (!order)
        order = np_slice_cmp(a->sheet, b->sheet);
    return order ? order : (a->line > b->line) - (a->line < b->line);
}

void lists_sort_namings(struct lists *l)
{
    if (l->out->namings.n)
        qsort(l->out->namings.v, l->out->namings.n, sizeof *l->out->namings.v, compare);
}
