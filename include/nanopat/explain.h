/* explain.h -- everything that is known of one thing, number by number.
 *
 * The answer is a list of rows, one for each fact: the complete and stable form. Lists of other
 * things that belong to it (events, families, peers) stand beside it. Rows speak the machine's
 * words; words.h has them in both languages.
 *
 *     status = np_explain(store, np_slice_of("ZL 2010 1 0298420.4"), &explained, &err);
 *     ...explained->rows, explained->tables...
 *     np_explanation_free(explained);
 */
#ifndef NANOPAT_EXPLAIN_H
#define NANOPAT_EXPLAIN_H

#include <nanopat/result.h>
#include <nanopat/store.h>

enum { NP_EXPLAINED_TABLES = 24 };

struct np_explanation {
    struct np_result *rows; /* owned, as are the tables; columns: np_explain_columns */
    struct np_result *tables[NP_EXPLAINED_TABLES];
    size_t ntables;
};

extern const struct np_column np_explain_columns[]; /* ends with name NULL */

/* How a section of the rows is read: columns side by side, then those that stand under each row. */
struct np_explain_section {
    const char *name;     /* "scores"; as in the column `section` */
    const char *en, *zh;
    const char *columns;  /* names, blanks between; of a section of mere texts empty */
    const char *details;
};
extern const struct np_explain_section np_explain_sections[]; /* in their order; ends with name NULL */

/* `typed`: key of a family, portfolio or enterprise, rank of a portfolio, code or name of a subfield, name
 * of an enterprise, a publication or application in any spelling, or "city". "family:KEY" says the
 * kind. Where it means several things the first is explained and the others stand in section
 * "also". NP_END: nothing of the kind is in the store.                                          */
enum np_status np_explain(struct np_store *store, struct np_slice typed,
                          struct np_explanation **explained, struct np_err *err);
void np_explanation_free(struct np_explanation *explained);

#endif
