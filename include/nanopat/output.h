/* output.h -- results as files: table, CSV, JSON Lines, XLSX, HTML. One const table. */
#ifndef NANOPAT_OUTPUT_H
#define NANOPAT_OUTPUT_H

#include <nanopat/buf.h>
#include <nanopat/err.h>
#include <nanopat/result.h>

enum np_lang { NP_LANG_EN, NP_LANG_ZH };

struct np_format {
    const char *name;   /* "csv" */
    const char *suffix; /* ".csv" */
    const char *says;
    bool binary;        /* not for a terminal */
    bool single;        /* holds one result: the first is written, the caller says so */
    /* Writes several results (sheets) to the open descriptor. Headings of machine formats do not
     * change with the language.                                                                  */
    enum np_status (*write)(int fd, const struct np_result *const *results, size_t n,
                            enum np_lang lang, struct np_err *err);
};

extern const struct np_format np_formats[]; /* ends with name NULL */
const struct np_format *np_format_find(const char *name);
/* By the suffix of a file name; NULL if none fits. "list.csv" gives csv-excel: a file that is named
 * so is opened in a spreadsheet; the machine's own form is asked for by name. */
const struct np_format *np_format_of_file(const char *path);

/* The table of a terminal `width` columns wide: long texts are cut with an ellipsis. */
void np_table_put(struct np_buf *b, const struct np_result *result, enum np_lang lang, int width);

/* Writes to `path` by way of a temporary file in the same folder, fsync, rename; to stdout if path is
 * NULL or "-". NP_STOP: cannot write (disk full: err says how much was needed if known).
 * NP_FAIL: a binary format on a terminal. */
enum np_status np_output_write(const struct np_format *format, const char *path,
                               const struct np_result *const *results, size_t n,
                               enum np_lang lang, struct np_err *err);

/* An explanation in any format: pages in the language for people, for programs the rows, then (jsonl)
 * the tables beside them, each line with its schema. Fails like np_output_write.               */
struct np_explanation;
enum np_status np_explanation_write(const struct np_format *format, const char *path,
                                    const struct np_explanation *explained, enum np_lang lang,
                                    struct np_err *err);

#endif
