/* tsv.h -- small tables that people edit: tab between cells, one header line, '#' comments.
 *
 *     const char *const columns[] = { "office", "gni", NULL };
 *     struct np_slice cell[2];
 *     status = np_tsv_open("rules", "gni.tsv", columns, &t, err);
 *     while (status == NP_OK && (status = np_tsv_next(t, cell, err)) == NP_OK)
 *         ...
 *     np_tsv_close(t);
 *
 * Every fault of such a file is NP_STOP with "gni.tsv:12: what is wrong".
 */
#ifndef NANOPAT_TSV_H
#define NANOPAT_TSV_H

#include <nanopat/arena.h>
#include <nanopat/err.h>

struct np_tsv;

enum { NP_TSV_COLUMNS_MAX = 16 };

/* Reads the file whole; it must be UTF-8, at most 16 MiB, and begin (behind comments) with exactly
 * these columns. At most NP_TSV_COLUMNS_MAX of them; the list ends with NULL.                     */
enum np_status np_tsv_open(const char *folder, const char *name, const char *const *columns,
                           struct np_tsv **tsv, struct np_err *err);
void np_tsv_close(struct np_tsv *tsv); /* NULL is fine */

/* The next row, one slice per column, trimmed of blanks; borrowed until close. NP_END after the
 * last one. A row with more or fewer cells is a fault.                                         */
enum np_status np_tsv_next(struct np_tsv *tsv, struct np_slice *cells, struct np_err *err);

/* A fault of the row given last. Without a table (NULL) the message stands alone. */
enum np_status np_tsv_fail(const struct np_tsv *tsv, struct np_err *err, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same of a row given before, by its line: of what only the end of the table shows. */
enum np_status np_tsv_fail_at(const struct np_tsv *tsv, int line, struct np_err *err,
                              const char *format, ...) __attribute__((format(printf, 4, 5)));
/* Line of the row given last; of the last line at the end, 0 without a table. */
int np_tsv_line(const struct np_tsv *tsv);

/* What stands behind "# WORD: " in the first comment that begins so; empty if none does. Borrowed. */
struct np_slice np_tsv_comment(const struct np_tsv *tsv, const char *word);

/* Hash of the whole content. */
uint64_t np_tsv_hash(const struct np_tsv *tsv);

/* A decimal number, "-12.5"; nothing else, in no locale. False if it is none. */
bool np_slice_real(struct np_slice s, double *value);
/* An integer within int; false if it is none. */
bool np_slice_int(struct np_slice s, int *value);

#endif
