/* result.h -- what goes out: columns and rows.
 *
 * CSV, XLSX, HTML, JSON Lines and the table on a terminal are all made from this
 * one shape. A result owns its rows and texts.
 *
 *     struct np_result *r = np_result_new("portfolios", columns);
 *     struct np_cell *row = np_result_row(r);
 *     np_cell_text(r, &row[0], name);
 *     np_cell_real(&row[1], 3.5);              what is not set stays null
 *     np_result_free(r);
 */
#ifndef NANOPAT_RESULT_H
#define NANOPAT_RESULT_H

#include <nanopat/arena.h>
#include <nanopat/date.h>

enum np_cell_kind { NP_CELL_TEXT, NP_CELL_INT, NP_CELL_REAL, NP_CELL_DATE, NP_CELL_FLAG };

struct np_column {
    const char *name; /* the machine's name, frozen: snake case, the same in SQL */
    enum np_cell_kind kind;
    const char *unit; /* "families", "years", "0..100"; "" if none */
    const char *en, *zh; /* heading */
    const char *says; /* one sentence; "" if the heading says it all */
};

/* A table that is made of columns alone: score runs. Arrays of these end with name NULL. */
struct np_table {
    const char *name;
    const struct np_column *columns; /* ends with name NULL */
    const char *index;               /* columns of an index, "subject"; "family; enterprise_key": of two; NULL if none */
};

struct np_cell {
    bool set;      /* false: null, unknown */
    int64_t i;     /* NP_CELL_INT, NP_CELL_DATE, NP_CELL_FLAG (0, 1) */
    double real;   /* NP_CELL_REAL */
    struct np_slice text;
};

struct np_result_note {
    struct np_slice key, value;
};

struct np_result {
    const char *name;
    const struct np_column *columns; /* borrowed, ends with a row whose name is NULL */
    size_t ncolumns;
    NP_LIST(struct np_cell *) rows;
    struct np_arena *arena; /* owned */
    /* Facts about the whole: as_of, rule set, filters, coverage. Printed in notes sheets. */
    NP_LIST(struct np_result_note) notes;
    const char *en, *zh; /* title of a sheet or page, borrowed; NULL: the name stands for it */
    size_t reading; /* leading columns that are for reading, as on a page; 0: all are */
};

/* Columns are borrowed and must outlive the result. */
struct np_result *np_result_new(const char *name, const struct np_column *columns);
void np_result_free(struct np_result *result);

/* A new row of ncolumns cells, all null. The pointer stays good. */
struct np_cell *np_result_row(struct np_result *result);
void np_cell_text(struct np_result *result, struct np_cell *cell, struct np_slice text); /* copies */
void np_cell_int(struct np_cell *cell, int64_t i);
void np_cell_real(struct np_cell *cell, double real); /* NaN stays null */
void np_cell_date(struct np_cell *cell, np_date date); /* 0 stays null */
void np_result_note(struct np_result *result, const char *key, struct np_slice value); /* copies */
/* Index of a column by name, or -1. */
int np_result_column(const struct np_result *result, const char *name);

#endif
