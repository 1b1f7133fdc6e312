/* import.h -- private to parsers: what the checks of imported cells share. */
#ifndef PARSERS_IMPORT_H
#define PARSERS_IMPORT_H

#include <nanopat/arena.h>
#include <nanopat/buf.h>
#include <nanopat/import_kind.h>

/* One cell on its way. A converter writes the value, or says what is wrong with import_wrong. */
struct import_value {
    struct np_arena *arena;
    const struct np_import_column *column;
    const struct np_sheet_cell *in;
    struct np_slice text;     /* of the cell, squeezed */
    struct np_slice unit;     /* of the header */
    struct np_slice currency; /* what the row says of it elsewhere, ISO 4217; empty: nothing */
    struct np_slice office;   /* the same of the country of a patent, "US" */
    struct np_cell *out;
    struct np_import_row *row;
    struct np_import_fault *fault; /* filled on failure */
};

/* Always false. */
bool import_wrong(struct import_value *v, const char *code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Something worth saying of a good cell. */
void import_note(struct import_value *v, const char *code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The text for matching: width and case folded, blanks of all kinds taken out. In the arena. */
struct np_slice import_fold(struct np_arena *arena, struct np_slice text);

/* ---- one a type ---- */
bool import_text(struct import_value *v);
bool import_patent(struct import_value *v);
bool import_date(struct import_value *v);
bool import_year(struct import_value *v);
bool import_number(struct import_value *v);
bool import_amount(struct import_value *v);
bool import_currency(struct import_value *v);
bool import_office(struct import_value *v);
bool import_yes_no(struct import_value *v);
bool import_word(struct import_value *v);
bool import_symbols(struct import_value *v);
bool import_count(struct import_value *v);
bool import_percent(struct import_value *v);
bool import_credit(struct import_value *v);
bool import_credits(struct import_value *v);
bool import_names(struct import_value *v);
bool import_offices(struct import_value *v);
bool import_standard(struct import_value *v);

/* A number that a spreadsheet program took for a quantity and cut: "2.02E+14". */
bool import_is_spoiled(struct np_slice text);
/* False, and the fault set, if no digits of a patent's number are left; else what is lost is noted. */
bool import_number_kept(struct import_value *v);
/* What stands between two of several in a cell; the bytes it takes, 0 if none begins here. A comma
 * only if `comma`.                                                                              */
size_t import_between(struct np_slice s, size_t at, bool comma);
/* The next of several, trimmed; empty ones too. False behind the last: left->p is NULL then. */
bool import_next(struct np_slice *left, bool comma, struct np_slice *one);

/* The office of a name or code in any spelling; NULL if it is none that is known. */
const char *import_read_office(struct np_arena *arena, struct np_slice text);
/* A plain number with "," between thousands; 0 if it is none. "digits" of the folded text. */
bool import_read_number(struct np_slice digits, double *value);
/* Scale and currency of "万元", "usdmillion", folded; false if it is something else. A scale of 0: none
 * is written, as in "CNY".                                                                     */
bool import_read_unit(struct np_slice folded, double *scale, struct np_slice *currency);
/* A date in any spelling; 0 and *why if it is none. */
np_date import_read_date(struct np_slice text, const char **why);

/* What stands over the number of a patent: that of the right first, then publications, then the
 * application, so that the surest counts where a list has several.                            */
#define IMPORT_PATENT_HEADERS                                                                  \
    "授权专利号|质押专利号|涉案专利号|涉案专利|专利编号|专利号/申请号|专利号(申请号)|专利(申请)号|"                 \
    "授权公告号|公告号|公开(公告)号|公开号|申请号|专利申请号|patent number|patent no|patent in suit|"      \
    "publication number|publication no|publication|pn|application number|application no|application|apno"

/* What stands over the number of a standard. */
#define IMPORT_STANDARD_HEADERS                                                                 \
    "标准|标准编号|标准代号|标准号(含年代号)|相关标准|所涉标准|iso standard reference|standard number|"     \
    "standard no|standard reference|standard id|document"

/* ---- kinds ---- */
extern const struct np_import_kind np_import_awards, np_import_pledges, np_import_suits,
    np_import_gni, np_import_sei, np_import_enterprises, np_import_decisions, np_import_incopat,
    np_import_patsnap, np_import_aliases, np_import_standards, np_import_clauses,
    np_import_declarations, np_import_participation;

#endif
