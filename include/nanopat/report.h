/* report.h -- lists that belong together: questions that become sheets. One const table.
 *
 *     struct np_result **sheets;
 *     size_t n;
 *     if (np_report_make(store, report, NULL, 0, NP_READER_PROGRAM, false, &sheets, &n, &err) == NP_OK)
 *         np_output_write(format, path, (const struct np_result *const *)sheets, n, lang, &err);
 *     np_report_free(sheets, n);
 */
#ifndef NANOPAT_REPORT_H
#define NANOPAT_REPORT_H

#include <nanopat/query.h>

struct np_sheet {
    const char *question; /* of np_questions; NULL: made by `make` */
    const char *en, *zh;  /* name of the sheet */
    const char *owner;    /* column that names a row's owner among the keys of the first sheet:
                             the key itself or KEY|MORE; NULL: all rows */
    bool named;           /* for people: rows in the order of the list, its names for the owners' keys */
    struct np_condition conditions[2]; /* of its rows; column NULL: none */
    /* Fills a sheet that no single question answers, after the first. The caller's result. */
    enum np_status (*make)(struct np_store *store, const struct np_result *first,
                           struct np_result **result, struct np_err *err);
    /* What people read of it, in each language: names of columns in their order, blanks between. One
     * with * is put in words ("in_force" -> 有效), with @ into names of offices; # is a running number. NULL: all columns.        */
    const char *read_zh, *read_en;
    enum { NP_SHEET_ALWAYS, NP_SHEET_READ /* for people alone */, NP_SHEET_COVER /* and first */,
           NP_SHEET_BOOK /* of a workbook alone: all columns */ } where;
};

struct np_report {
    const char *name;    /* "cultivation" */
    const char *en, *zh; /* one line each */
    const struct np_filter *filters; /* of the first sheet's question; ends with option NULL */
    const char *key;     /* column of the first sheet that its owners are known by */
    const struct np_sheet *sheets; /* ends with en NULL */
    /* What holds where the caller has no condition on the column; a value "all" drops it; NULL: none. */
    const struct np_condition *defaults; /* ends with column NULL */
};

/* Who reads: programs get every column, people those of their language. */
enum np_report_reader { NP_READER_PROGRAM, NP_READER_ZH, NP_READER_EN };

extern const struct np_report np_reports[]; /* ends with name NULL */
const struct np_report *np_report_find(const char *name);

/* All sheets of a report. Conditions are those of the first sheet's question; the other sheets keep
 * the rows of what the first one lists. NP_END: the first sheet is empty. The caller frees with
 * np_report_free after NP_OK and NP_END. book: a workbook, which holds the long sheets too.      */
enum np_status np_report_make(struct np_store *store, const struct np_report *report,
                              const struct np_condition *conditions, size_t nconditions,
                              enum np_report_reader reader, bool book, struct np_result ***sheets,
                              size_t *n, struct np_err *err);
void np_report_free(struct np_result **sheets, size_t n);

/* What people read of a question's answer, as the first sheet of it says (read_zh, read_en); NULL: no
 * report has one.                                                                               */
const char *np_reading_of(const char *question, bool zh);
/* Columns that `names` say (report.h, read_zh), of all rows, with the notes. A name that the result has
 * not is a fault of the program. The caller's.                                                   */
struct np_result *np_sheet_view(const struct np_result *whole, const char *names, bool zh);

#endif
