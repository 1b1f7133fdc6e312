/* rules.h -- what the files of `nanopat rules` share: one file and one row per action. The
 * arguments of an action stand behind its name: s->args + 1.
 */
#ifndef CLI_RULES_H
#define CLI_RULES_H

#include "command.h"

#include <nanopat/ruletools.h>
#include <nanopat/text.h>

int rules_check(struct settings *s);
int rules_list(struct settings *s);
int rules_test(struct settings *s);
int rules_explain(struct settings *s);
int rules_diff(struct settings *s);
int rules_weights(struct settings *s);

/* By slug, its second half, code or Chinese name; -1 if there is none. */
int subfield_named(const struct np_rules *rules, const char *name);

/* ---- rules_why.c: a trial in words ---- */

/* Words within cells: machine formats do not change with the language. */
enum np_lang words_language(const struct settings *s);
const char *place_in(enum np_place place, enum np_lang lang);
/* "5", "2.5" */
void put_number(struct np_buf *b, double x);
/* What is missing: "short of 2; need 1.3-n1 is missing". */
void trial_put_lack(struct np_buf *b, const struct np_trial *trial, enum np_lang lang);
/* The same, with the reasons there are; NULL: no rule matched. */
void trial_put_why(struct np_buf *b, const struct np_trial *trial, enum np_lang lang);
/* "…grown 【GaN】 on a…": n bytes at `at`. */
void put_context(struct np_buf *b, struct np_slice text, size_t at, size_t n);

/* Cells by the name of their column. */
static inline void put_text(struct np_result *r, struct np_cell *row, const char *column,
                            struct np_slice text)
{
    np_cell_text(r, &row[np_result_column(r, column)], text);
}
static inline void put_int(struct np_result *r, struct np_cell *row, const char *column, int64_t i)
{
    np_cell_int(&row[np_result_column(r, column)], i);
}
static inline void put_real(struct np_result *r, struct np_cell *row, const char *column, double x)
{
    np_cell_real(&row[np_result_column(r, column)], x);
}

#endif
