/* importing.h -- private to import: what travels between reader, worker and writer.
 *
 *   import.c (parent) ──file──▶ import_reading.c ──rows──▶ import_working.c ──typed──▶ import_writing.c
 *   which files, once          header, raw cells           cells checked               rows of a list
 *
 * Items and answers are flat encodings (buf.h); the writer takes both for hostile.
 */
#ifndef ENGINE_IMPORTING_H
#define ENGINE_IMPORTING_H

#include "road.h"

#include <nanopat/import.h>
#include <nanopat/store.h>

/* ---- import_code.c: the encodings ---- */

enum import_item_kind {
    IMPORT_ROW,   /* body: cells */
    IMPORT_SHEET, /* a sheet that is left out: what says why */
    IMPORT_END    /* the file is through; code, what: why it cannot be used, or empty */
};

struct import_item {
    enum import_item_kind kind;
    uint32_t list;           /* number of its kind (np_import_kinds); of a file that is lost any */
    uint32_t file;
    int line;
    struct np_slice sheet, code, what, format;
    struct np_slice unknown; /* headers, each with a NUL behind it */
};
void import_item_encode(struct np_buf *b, const struct import_item *item);
bool import_item_decode(struct np_slice head, struct import_item *item);

void import_cells_encode(struct np_buf *b, const struct np_import_cell *cells, size_t n);
bool import_cells_decode(struct np_slice body, struct np_arena *arena,
                         struct np_import_cell **cells, size_t *n);

void import_answer_encode(struct np_buf *b, const struct np_import_kind *kind,
                          const struct np_import_row *row);
/* False unless every text is UTF-8, every number finite, every date one. */
bool import_answer_decode(struct np_slice answer, const struct np_import_kind *kind,
                          struct np_arena *arena, struct np_import_row *row);

/* ---- stages ---- */

void *import_reading_new(void *plan);
enum np_status import_reading_job(void *reader, int fd, struct np_slice note,
                                  struct np_emitter *emitter);
void import_reading_free(void *reader);

void *import_working_new(void *plan);
void import_working_item(void *worker, struct np_slice head, struct np_slice body,
                         struct np_buf *answer);
void import_working_free(void *worker);

/* ---- the parent ---- */

struct import_file {
    const char *path, *name; /* as given; its last part */
    const struct np_import_kind *kind; /* NULL: not known yet */
    char hash[16];
    int64_t list;            /* its number; 0: none yet */
    struct np_slice format;  /* in `names` of the run */
    bool offered, known, over, lost;
};

struct left_out { /* a sheet, and why */
    struct np_slice name, why;
};

struct importing {
    const struct np_import *plan;
    struct listing listing;
    struct import_file *files; /* one for each listed */
    size_t next;               /* file to offer */
    struct np_store *store;
    struct np_import_summary *summary;
    struct np_arena *arena;    /* of a batch */
    struct np_arena *names;    /* of the run */

    /* the list at hand */
    bool begun;                /* a transaction is open */
    struct np_import_list list;
    struct np_arena *house;    /* of the list */
    struct np_map *keys;       /* what two rows cannot both say -> index into said */
    NP_LIST(struct { int line; struct np_slice cells; }) said;
    NP_LIST(struct left_out) sheets; /* of sheets_of, said when its list is in */
    const struct import_file *sheets_of;
    int64_t seq, faults;
};

/* ---- import_writing.c ---- */

enum np_status import_write_batch(void *ctx, const struct np_item *items, size_t n,
                                  struct np_err *err);
/* The file cannot be used: what is written of it is undone. */
enum np_status import_lose(struct importing *run, struct import_file *file,
                           const struct np_err *why);
/* Opens a transaction unless one is open. */
enum np_status import_begin(struct importing *run, struct np_err *err);

#endif
