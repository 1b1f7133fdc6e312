/* zip.h -- private to output: a ZIP archive of few members, written one after the other.
 *
 *     struct np_zip *zip = np_zip_open(fd);       fd can be sought in; borrowed until np_zip_close
 *     np_zip_begin(zip, "xl/workbook.xml");
 *     np_zip_put(zip, bytes, n);                  as often as needed
 *     np_zip_end(zip);
 *     status = np_zip_close(zip, &err);
 *
 * The same members give the same bytes: all are of 1980-01-01, the first day a ZIP knows. After the
 * first failed write the rest is only counted; np_zip_close says so.
 */
#ifndef OUTPUT_ZIP_H
#define OUTPUT_ZIP_H

#include <nanopat/err.h>
#include <stddef.h>

struct np_zip *np_zip_open(int fd);
void np_zip_begin(struct np_zip *zip, const char *name);
void np_zip_put(struct np_zip *zip, const void *bytes, size_t n);
void np_zip_end(struct np_zip *zip);
/* Frees. NP_STOP: not everything was written, or a member is larger than 4 GiB. */
enum np_status np_zip_close(struct np_zip *zip, struct np_err *err);

#endif
