/* output.h -- private to output: a descriptor with a buffer in front, and cells as text.
 *
 * A format fills writer.buf and calls np_writer_spill after each row; np_writer_end empties it and
 * says whether everything arrived. After the first failed write the rest is only counted, so that
 * the message can say how much room the whole would have taken.
 */
#ifndef OUTPUT_OUTPUT_H
#define OUTPUT_OUTPUT_H

#include <nanopat/output.h>
#include <nanopat/text.h>

struct writer {
    int fd;            /* borrowed */
    struct np_buf buf;
    int64_t bytes;     /* handed over so far, written or not */
    int error;         /* errno of the first failed write; 0 while all is well */
};

void np_writer_spill(struct writer *w);
/* Releases the buffer. NP_STOP: not everything was written. */
enum np_status np_writer_end(struct writer *w, struct np_err *err);
/* The words for a failed write of `bytes`. */
enum np_status np_write_failed(int error, int64_t bytes, struct np_err *err);

/* ---- cell.c ---- */

/* False for null and for numbers that are none. */
bool np_cell_known(const struct np_column *column, const struct np_cell *cell);
bool np_column_is_number(const struct np_column *column);
/* For machines: 6 decimals, ISO dates, flags 1 and 0; nothing for null. */
void np_cell_put(struct np_buf *b, const struct np_column *column, const struct np_cell *cell);
/* For people: 1 decimal, 3 below one; flags as words; a dash for null. */
void np_cell_show(struct np_buf *b, const struct np_column *column, const struct np_cell *cell,
                  enum np_lang lang);
/* Fixed digits; never "-0.0". */
void np_real_put(struct np_buf *b, double x, int digits);
/* Decimals that people see. */
int np_real_digits(double x);
/* The same of a cell: none of a whole number where the column mixes units. */
int np_cell_digits(const struct np_column *column, double x);
/* Text that no reader chokes on: bytes that are not UTF-8, NUL, U+FFFE, U+FFFF and marks that turn
 * the direction of writing come out as U+FFFD.                                                   */
void np_text_clean(struct np_buf *b, struct np_slice s);
/* The same, line ends, tabs and other controls as one blank each. */
void np_text_line(struct np_buf *b, struct np_slice s);

const char *np_heading(const struct np_column *column, enum np_lang lang);
const char *np_title(const struct np_result *result, enum np_lang lang);

/* ---- label.c ---- */

/* What people read for the key of a note; the key itself where no label is known. */
/* Of little data: stands with the rows, not among the other notes. */
bool np_is_warning(struct np_slice key);
struct np_slice np_label(struct np_slice key, enum np_lang lang);

/* Its value as people read it. */
void np_note_put(struct np_buf *b, const struct np_result_note *note, enum np_lang lang);

/* What a column says of itself, how its numbers are made, and their unit. */
void np_saying_put(struct np_buf *b, const struct np_column *column, enum np_lang lang);

/* ---- rows of np_formats ---- */
enum np_status np_write_table(int fd, const struct np_result *const *results, size_t n,
                              enum np_lang lang, struct np_err *err);
/* jsonl.c: several results, told apart by their schema. */
enum np_status np_write_jsonl_all(int fd, const struct np_result *const *results, size_t n,
                                  enum np_lang lang, struct np_err *err);
/* explain_text.c: pages, wrapped for a terminal. */
enum np_status np_write_explain_text(int fd, const struct np_result *const *results, size_t n,
                                     enum np_lang lang, struct np_err *err);
enum np_status np_write_csv(int fd, const struct np_result *const *results, size_t n,
                            enum np_lang lang, struct np_err *err);
enum np_status np_write_csv_excel(int fd, const struct np_result *const *results, size_t n,
                                  enum np_lang lang, struct np_err *err);
enum np_status np_write_jsonl(int fd, const struct np_result *const *results, size_t n,
                              enum np_lang lang, struct np_err *err);
enum np_status np_write_xlsx(int fd, const struct np_result *const *results, size_t n,
                             enum np_lang lang, struct np_err *err);
enum np_status np_write_html(int fd, const struct np_result *const *results, size_t n,
                             enum np_lang lang, struct np_err *err);

#endif
