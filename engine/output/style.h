/* style.h -- private to output: the style sheet of all pages, style.css, compiled in.
 *
 * Served as one file and put whole into each HTML file that is mailed.
 */
#ifndef OUTPUT_STYLE_H
#define OUTPUT_STYLE_H

#include <stddef.h>

extern const char np_style_css[]; /* ends with NUL; without the sheet's comments */
extern const size_t np_style_css_size; /* bytes, the NUL not counted */

#endif
