/* explaining.h -- private to query: how an explanation is put together, section by section. */
#ifndef QUERY_EXPLAINING_H
#define QUERY_EXPLAINING_H

#include "query.h"

#include <nanopat/explain.h>
#include <nanopat/scoring.h>
#include <nanopat/spelling.h>
#include <nanopat/words.h>

#include <math.h>

/* Columns of np_explain_columns, in their order. */
enum explain_column {
    X_KIND, X_SUBJECT, X_SECTION, X_OF, X_ITEM, X_EN, X_ZH, X_VALUE, X_TEXT, X_FORM, X_UNIT, X_REASON,
    X_DIRECTION, X_PERCENTILE, X_COHORT, X_COHORT_N, X_COHORT_LEVEL, X_WEIGHT, X_POINTS,
    X_CONTRIBUTION, X_GAIN, X_INPUTS, X_FAMILIES, X_FAMILIES_N, X_COMMAND, X_FORMULA, X_SOURCE
};

struct explaining {
    struct np_store *store;
    struct np_arena *arena;
    struct np_explanation *out;
    const char *kind;        /* "family" ... of the rows being made */
    struct np_slice subject; /* its key */
    struct np_err *err;
    enum np_status status;   /* the first failure; nothing is asked after it */
};

/* ---- asking (explain_rows.c) ---- */

/* NULL: no rows, or a failure, which stays in e->status. */
struct np_result *ask_one(struct explaining *e, const char *question, const char *column,
                          enum np_test test, struct np_slice value);
struct np_result *select_rows(struct explaining *e, const char *name, const char *view,
                              const struct np_column *columns, const struct np_condition *is,
                              size_t n, const char *order, int64_t limit);
/* Takes the result; NULL is fine. */
void add_table(struct explaining *e, struct np_result *r, const char *en, const char *zh);

/* Cells by column name: empty, NaN or 0 where unknown or absent. */
struct np_slice cell_text(const struct np_result *r, size_t row, const char *column);
double cell_number(const struct np_result *r, size_t row, const char *column);
np_date cell_date(const struct np_result *r, size_t row, const char *column);

/* ---- rows (explain_rows.c) ---- */

/* A new row with its section, item and labels. `of`: the score it belongs to, or empty. */
struct np_cell *add_row(struct explaining *e, const char *section, const char *of,
                        struct np_slice item);
/* What a text is: a name is never translated. */
enum form { FORM_NAME, FORM_WORDS, FORM_PAIR /* "1.8 中文 / English" */, FORM_OFFICES /* "CN; US" */ };
void set_text(struct explaining *e, struct np_cell *row, enum explain_column column,
              struct np_slice text);
void set_form(struct explaining *e, struct np_cell *row, enum form form);
/* A line of the head. An empty text adds none. */
struct np_cell *add_head(struct explaining *e, const char *item, enum form form,
                         struct np_slice text);
/* A line of the head from a column of one row, under the column's heading. A pair is "CODE 中文 / English" of the
 * column with _zh and _en beside it. `unknown`: the word where it has no value; empty: then no line.   */
struct told_column { const char *name; enum form form; const char *unknown; };
struct np_cell *add_told(struct explaining *e, const struct np_result *r, const struct told_column *column);
void label_by_column(struct explaining *e, struct np_cell *row, const struct np_result *r,
                     const char *column);
size_t bars_in(struct np_slice s); /* of a key: how many | */
struct np_slice iso_date(struct explaining *e, np_date date); /* in the arena; empty: not known */
double setting_of(struct explaining *e, const char *name);    /* of the score run; NaN: none */
struct np_slice quoted(struct explaining *e, struct np_slice text); /* for a shell */

/* ---- sections ---- */

void explain_scores(struct explaining *e, const char *kind);       /* explain_scores.c */
void explain_gains(struct explaining *e, const char *const *scores);
void explain_missing(struct explaining *e);                        /* explain_missing.c: last of all */
void explain_numbers(struct explaining *e, const struct np_result *row,
                     const struct np_measure *const *tables);      /* explain_numbers.c */
void explain_frame(struct explaining *e, const struct np_result *family); /* frame.c */

/* ---- subjects; false: there is none ---- */

bool explain_family(struct explaining *e, struct np_slice key);     /* explain_family.c */
bool explain_publication(struct explaining *e, struct np_slice typed, bool by_events);
bool explain_portfolio(struct explaining *e, struct np_slice typed); /* explain_sets.c */
bool explain_enterprise(struct explaining *e, struct np_slice typed);
bool explain_subfield(struct explaining *e, struct np_slice typed);
bool explain_city(struct explaining *e);
bool explain_lead(struct explaining *e, struct np_slice typed);     /* explain_lead.c */
bool explain_risk(struct explaining *e, struct np_slice typed);     /* explain_risk.c */
/* Claims and citations of both sides of a row of leads. */
void explain_beside(struct explaining *e, const struct np_result *lead); /* explain_beside.c */
bool explain_standard(struct explaining *e, struct np_slice typed); /* explain_standard.c */

/* counted.c: which families a number of a set counts. */
struct counted_set {
    struct np_result *families; /* of the set; NULL: too many to hold */
    struct np_slice filter;     /* "--portfolio 'KEY'" */
};
void gather_counted(struct explaining *e, struct counted_set *set);
void tell_counted(struct explaining *e, const struct counted_set *set, const char *measure,
                  struct np_cell *row);
void release_counted(struct counted_set *set);

/* ---- explain_lists.c ---- */

/* What vendors' exports say of publications, by a column of v_exports, and where they contradict. */
void explain_exports(struct explaining *e, const char *column, struct np_slice value);
/* Rows of awards, pledges and suits on a publication. */
void explain_listed(struct explaining *e, struct np_slice id);
/* Rows of the enterprise library on an enterprise. */
void explain_library(struct explaining *e, struct np_slice key);

#endif
