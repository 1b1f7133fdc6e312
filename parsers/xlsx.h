/* xlsx.h -- private to parsers: a workbook's parts (ECMA-376). */
#ifndef PARSERS_XLSX_H
#define PARSERS_XLSX_H

#include "sheet.h"

/* ---- xlsx_part.c: one XML part, read in pieces ----
 *
 * A part of a workbook has no DOCTYPE (ECMA-376, part 2, 7.3.2.4), so that one is refused, and all
 * entity games with it. Start tags, depth and processor time are bounded as in the walk.       */

struct xlsx_part;

struct xlsx_handlers {
    void (*open)(struct xlsx_part *part, void *state, struct np_slice element);
    void (*text)(struct xlsx_part *part, void *state, struct np_slice text);
    void (*close)(struct xlsx_part *part, void *state, struct np_slice element);
};

/* Attribute of the element that opens, by local name; "&amp;" resolved; in the part's arena until
 * the element's handler returns. Empty if absent.                                              */
struct np_slice xlsx_attribute(struct xlsx_part *part, const char *name);
int64_t xlsx_attribute_number(struct xlsx_part *part, const char *name, int64_t otherwise);
/* Local name of the element around the one that opens or closes; empty at the root. */
struct np_slice xlsx_parent(const struct xlsx_part *part);
/* From a handler: gives the part up; the first one wins. */
void xlsx_refuse(struct xlsx_part *part, enum np_status status, const char *code,
                 const char *format, ...) __attribute__((format(printf, 4, 5)));
/* The same with an error that somebody else made. */
void xlsx_give_up(struct xlsx_part *part, const struct np_err *err);

/* Reads the part of this name (any case). NP_END: there is none. NP_FAIL: broken or hostile. */
enum np_status xlsx_part_read(struct np_sheets *sheets, struct np_slice name,
                              const struct xlsx_handlers *handlers, void *state,
                              struct np_err *err);

/* ---- xlsx_strings.c ---- */

struct xlsx_strings {
    struct np_buf bytes;
    NP_LIST(uint32_t) ends;  /* of each string in bytes */
    struct np_arena *arena;  /* owned: the list */
    int skipping;            /* within phonetic text */
    int open;                /* within <t> */
};
enum np_status xlsx_strings_read(struct np_sheets *sheets, struct np_slice part,
                                 struct xlsx_strings *strings, struct np_err *err);
void xlsx_strings_release(struct xlsx_strings *strings);
/* False if there is no such string. */
bool xlsx_string(const struct xlsx_strings *strings, int64_t index, struct np_slice *text);

/* Text of a <t> behind which runs may follow, "_x000D_" resolved (ST_Xstring). */
void xlsx_put_text(struct np_buf *b, struct np_slice raw);

/* ---- xlsx_styles.c ---- */

enum xlsx_shows { XLSX_PLAIN, XLSX_DATE, XLSX_PERCENT };

struct xlsx_styles {
    NP_LIST(enum xlsx_shows) shows; /* of each cell style */
    NP_LIST(struct { int64_t id; enum xlsx_shows shows; }) formats;
    struct np_arena *arena;  /* owned */
};
enum np_status xlsx_styles_read(struct np_sheets *sheets, struct np_slice part,
                                struct xlsx_styles *styles, struct np_err *err);
void xlsx_styles_release(struct xlsx_styles *styles);
enum xlsx_shows xlsx_style_shows(const struct xlsx_styles *styles, int64_t style);
/* What a format code makes of a number: a date if it shows a day or a year. */
enum xlsx_shows xlsx_format_shows(struct np_slice code);
/* The day of a serial number; 0: none (before the first day, after 9999-12-31, the 60th day of 1900,
 * which never was). Both systems of ECMA-376, part 1, 18.17.4.1.                               */
np_date xlsx_date(double serial, bool from_1904);

/* ---- xlsx_rows.c ---- */

struct xlsx_book {
    struct np_sheets *sheets;
    struct xlsx_strings strings;
    struct xlsx_styles styles;
    bool from_1904;
};
enum np_status xlsx_rows_read(struct xlsx_book *book, struct np_slice part, struct np_err *err);

#endif
