/* query.h -- the questions people ask of a store; one const table.
 *
 * A question names a documented view, its columns, the filters it accepts and its
 * default order. The command line, the reports and the pages are printed from it.
 */
#ifndef NANOPAT_QUERY_H
#define NANOPAT_QUERY_H

#include <nanopat/result.h>
#include <nanopat/store.h>

struct np_filter {
    const char *option;   /* "subfield": --subfield VALUE */
    const char *column;
    enum np_test test;
    const char *says, *zh; /* help, one line each */
};

struct np_question {
    const char *name;     /* "portfolios" */
    const char *en, *zh;  /* one line each */
    const char *view;
    const struct np_column *columns; /* NULL: those of the score table behind the view */
    const struct np_filter *filters; /* ends with option NULL */
    const char *order;
    /* Of an answer that no view holds: fills the result, whose columns are the question's; rows of one
     * thing, so that a condition must say which. NULL: the view is asked.                       */
    enum np_status (*make)(struct np_store *store, const struct np_condition *conditions, size_t n,
                           struct np_result *result, struct np_err *err);
    const char *counts;              /* of an answer made by counting: the question whose rows it counts, whose
                                        columns its conditions are on; NULL: conditions are on its own */
    const char *first;               /* names of the columns that stand first; NULL: as they are */
    /* Columns of codes that people read as words, blanks between: "status*" words, "market@" offices; NULL: none. */
    const char *words;
    bool ranks;                      /* rests on scores: noted is how much is known of the families */
};

extern const struct np_question np_questions[]; /* ends with name NULL */
const struct np_question *np_question_find(const char *name);

/* The columns of its answers in their order, ending with name NULL; they live in the arena. A column
 * of subfield codes is followed by its Chinese name; the English one stands at the end.         */
const struct np_column *np_question_columns(const struct np_question *question,
                                            struct np_arena *arena);

/* "status=in_force|pending", "remaining_years<3", "tct=null", "claim_types~use" (one of its words): a
 * condition on any column of a question, in the arena. NP_FAIL if it is none.                    */
enum np_status np_condition_read(struct np_slice text, struct np_arena *arena,
                                 struct np_condition *condition, struct np_err *err);

/* The publications of a store that a typed number means, in any spelling (spelling.h): ids, grants
 * first, then by id. */
struct np_found {
    NP_LIST(struct np_slice) ids;
    bool by_application;     /* the number is an application's */
    char check, check_right; /* check digit of a CN application as typed and as computed; 0: none */
};

/* NP_END: none. Strings live in the arena. */
enum np_status np_find_publications(struct np_store *store, struct np_slice typed,
                                    struct np_arena *arena, struct np_found *found,
                                    struct np_err *err);

/* Asks. Subfields may be given by code, slug or Chinese name, publications by any spelling. The caller frees the result. NP_END: no rows
 * (the result is there, empty).                                                                    */
enum np_status np_ask(struct np_store *store, const struct np_question *question,
                      const struct np_condition *conditions, size_t n, const char *order,
                      int64_t limit, struct np_result **result, struct np_err *err);
/* A part of the answer; `total` (may be NULL): rows of the whole. NP_END: the part is empty. */
enum np_status np_ask_portion(struct np_store *store, const struct np_question *question,
                           const struct np_condition *conditions, size_t n, const char *order,
                           struct np_portion part, int64_t *total, struct np_result **result,
                           struct np_err *err);

/* Puts the question's columns of codes in words, for formats that people read. */
void np_speak(struct np_result *result, const struct np_question *question, bool zh);

/* Which families a number of a set ("portfolio", "enterprise", "subfield", "city") counts, as
 * conditions for np_condition_read on columns of `families` beside the one that says which set; up
 * to NP_COUNTED_MOST, then NULL. False: the number counts none.                                */
enum { NP_COUNTED_MOST = 3 };
bool np_counted(const char *kind, const char *measure, const char *where[NP_COUNTED_MOST + 1]);

#endif
