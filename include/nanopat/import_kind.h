/* import_kind.h -- which lists people may bring: one const table of kinds and their columns.
 *
 * A kind is a file and a row: names, columns with every header people write over them, what a cell
 * must be. From the table come the header that is found in a sheet, the checks of cells, the help,
 * the JSON that the store keeps and the columns of the file of rows that met no patent.
 *
 *     kind = np_import_kind_find("awards");
 *     header = np_import_header_new(kind);            rows of a sheet, until one is the header
 *     if (np_import_header_row(header, &row)) ...
 *     target = np_import_header_of(header, &cell);    what a cell below it is
 *     np_import_row_read(kind, cells, n, arena, &row) typed cells, numbers, faults
 */
#ifndef NANOPAT_IMPORT_KIND_H
#define NANOPAT_IMPORT_KIND_H

#include <nanopat/docid.h>
#include <nanopat/result.h>
#include <nanopat/sheet.h>

/* What the codes of lists and spreadsheets mean; ends with code NULL. */
extern const struct np_code np_import_codes[];

/* ---- the table ---- */

enum np_import_type {
    NP_IMPORT_TEXT,     /* text: as typed, blanks squeezed */
    NP_IMPORT_PATENT,   /* text: as typed; a publication or application in any spelling (spelling.h) */
    NP_IMPORT_DATE,     /* date: 2021-05-04, 2021/5/4, 2021年5月4日, 20210504, 4 May 2021; 2021-05; 2021 */
    NP_IMPORT_YEAR,     /* int: 2021, 2021年, the year of a date */
    NP_IMPORT_NUMBER,   /* real: 1,234.5 */
    NP_IMPORT_AMOUNT,   /* real, in units of its currency: 500万元, ¥1,200,000, USD 2.5 million */
    NP_IMPORT_CURRENCY, /* text: CNY, 人民币, US$ -> ISO 4217 */
    NP_IMPORT_OFFICE,   /* text: CN, CHN, 中国, China -> WIPO ST.3 */
    NP_IMPORT_YES_NO,   /* flag: yes, 是, √, 1, true */
    NP_IMPORT_WORD,     /* text: one of `words` */
    NP_IMPORT_SYMBOLS,  /* text: IPC symbols, prefixes and ranges: "C01B32/182 C01G*" */
    NP_IMPORT_COUNT,    /* int: 12, 12件 */
    NP_IMPORT_PERCENT,  /* real, in percent: 5.2%, 5.2 under (%), a cell of that format */
    NP_IMPORT_CREDIT,   /* text: unified social credit code, 18 characters (credit_code.h) */
    NP_IMPORT_CREDITS,  /* text: several of them with ; or | between -> "A; B" */
    NP_IMPORT_NAMES,    /* text: several with ; | 、 between -> "a; b"; of all columns that fit */
    NP_IMPORT_OFFICES,  /* text: several countries or offices -> "DE JP US" */
    NP_IMPORT_STANDARD, /* text: number of a standard with or without edition, width and dashes as ASCII */
    NP_IMPORT_TYPES
};
/* "date", and what is accepted, in one line each. */
const char *np_import_type_name(enum np_import_type type);
const char *np_import_type_says(enum np_import_type type, bool zh);

struct np_import_column {
    struct np_column column; /* as it leaves: name, kind of cell, unit, headings in two languages */
    enum np_import_type type;
    bool required;
    /* What else stands over such a column, "|" between; name and headings need not be repeated.
     * Where several columns of a sheet fit, the one that stands first here counts.             */
    const char *headers;
    const char *words;       /* NP_IMPORT_WORD: "litigation=诉讼|侵权|suit;invalidation=无效" */
    const char *currency;    /* NP_IMPORT_AMOUNT: the only one, and meant where none is written */
    double least;            /* of a number or an amount: what is less cannot be meant */
    bool loose;              /* of a patent or a standard: what is none is kept as typed, with a note */
    bool several;            /* of a patent: a cell with several is a row for each */
};

struct np_import_kind {
    const char *name;        /* "awards" */
    const char *en, *zh;     /* one line each */
    const struct np_import_column *columns; /* ends with column.name NULL */
    const char *one_of;      /* "sei_code rule_id": a row has one of these at least; NULL */
    const char *key;         /* "office year": what two rows of a list cannot both say; NULL */
    /* The row is worth more than a cell of it: one that cannot be read is left out with a note and kept
     * as text, it costs the row only where it must be there. "-", "无" and the like are empty.        */
    bool lenient;
};

extern const struct np_import_kind *const np_import_kinds[]; /* NULL ended */
const struct np_import_kind *np_import_kind_find(const char *name); /* NULL if there is none */
int np_import_kind_number(const struct np_import_kind *kind); /* its place in the table */
size_t np_import_column_count(const struct np_import_kind *kind);
int np_import_column_find(const struct np_import_kind *kind, const char *name); /* -1: none */

/* ---- headers ---- */

struct np_import_target {
    int column;              /* of the kind; -1: not known, kept as text */
    int rank;                /* of the header among those that fit the column; the least counts */
    struct np_slice header;  /* as it stands in the sheet; empty: there is none over the cell */
    struct np_slice unit;    /* what stands in brackets behind it: "万元" */
};

struct np_import_header;
struct np_import_header *np_import_header_new(const struct np_import_kind *kind);
void np_import_header_free(struct np_import_header *header);
/* A new sheet: no header is known. */
void np_import_header_begin(struct np_import_header *header);
/* Whether the row has all required columns, of a lenient kind three or most of them; from then on it is the
 * sheet's header.                                                                                 */
bool np_import_header_row(struct np_import_header *header, const struct np_sheet_row *row);
/* How many columns of the kind the header row of the sheet has; 0 as long as there is none. */
int np_import_header_matches(const struct np_import_header *header);
/* What is missing, for a sheet in which no row was one: NP-IMP-001. */
void np_import_header_missing(const struct np_import_header *header, struct np_err *err);
/* What a cell is; borrowed until the next sheet. */
const struct np_import_target *np_import_header_of(struct np_import_header *header,
                                                   const struct np_sheet_cell *cell);
/* Headers of the file that no column knows, each once, in order of appearance; NULL behind the last. */
const struct np_slice *np_import_header_unknown(const struct np_import_header *header, size_t i);

/* ---- rows ---- */

struct np_import_cell {      /* of a sheet, with what it is */
    struct np_import_target target;
    struct np_sheet_cell cell;
};

/* The numbers of patents in a cell, each for itself, trimmed; parts of the text. At least one. A comma
 * parts them only where a number stands on either side: US 10,123,456 is one.                    */
struct np_import_numbers { NP_LIST(struct np_slice) list; };
void np_import_numbers_of(struct np_slice text, struct np_arena *arena,
                          struct np_import_numbers *numbers);

/* A form in which a store may hold the patent, best first (spelling.h). */
enum np_import_form_kind { NP_FORM_PUBLICATION, NP_FORM_APPLICATION, NP_FORM_INTERNATIONAL };
struct np_import_form {
    enum np_import_form_kind kind;
    struct np_docref doc;    /* of an international application only the number, "WO2015EP60001" */
};

struct np_import_fault {
    int column;              /* of the sheet, from 1; 0: the row as a whole */
    struct np_slice header;  /* over it */
    struct np_slice code, what;
    bool note;               /* worth saying, the row is kept */
};

struct np_import_other { struct np_slice header, text; };

struct np_import_row {
    struct np_cell *cells;   /* one for each column of the kind */
    NP_LIST(struct np_import_form) forms;
    NP_LIST(struct np_import_other) others; /* cells under headers that no column knows */
    NP_LIST(struct np_import_fault) faults;
    bool refused;            /* one of them is no note */
};

/* Checks and converts; everything lives in the arena. */
void np_import_row_read(const struct np_import_kind *kind, const struct np_import_cell *cells,
                        size_t n, struct np_arena *arena, struct np_import_row *row);

/* The typed cells as one JSON object, those that are set, in the order of the columns; dates as
 * "2021-05-04", flags as true and false.                                                       */
void np_import_row_json(struct np_buf *b, const struct np_import_kind *kind,
                        const struct np_cell *cells);

#endif
