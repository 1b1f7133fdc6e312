/* import.h -- lists that people bring into a store: nanopat import KIND FILE...
 *
 * One reader, n workers and the writer of pipeline.h: a file is read and its cells are checked in
 * sandboxed processes, the parent that holds the store gets typed cells and trusts none of them.
 * A list is kept whole or, where its file cannot be used, not at all; a wrong row costs itself.
 */
#ifndef NANOPAT_IMPORT_H
#define NANOPAT_IMPORT_H

#include <nanopat/import_kind.h>
#include <nanopat/sandbox.h>
#include <signal.h>

enum { NP_IMPORT_KINDS_MOST = 32 };

/* rows = kept + refused; kept = matched + unmatched + without a number. */
struct np_import_counts { int64_t rows, kept, refused, notes, matched, unmatched; };

/* One thing to say about a list. Slices are borrowed for the call. */
struct np_import_saying {
    const char *file;
    struct np_slice sheet;   /* empty where a file has none */
    int line, column;        /* 0: the list, or the row, as a whole */
    struct np_slice header, code, what;
    bool note;               /* the row, or the list, is kept */
};

/* What the caller is told while it runs; any may be NULL. */
struct np_import_listener {
    void *ctx;
    void (*said)(void *ctx, const struct np_import_saying *saying);
    /* The file cannot be used, nothing of it is kept: err->where is its name. */
    void (*lost)(void *ctx, const struct np_err *err);
    /* A list is in: its number, what its file is ("CSV, GB18030"), its counts. known: the same file
     * was imported before, as the list of this number, and nothing changed.                      */
    void (*listed)(void *ctx, const char *file, const struct np_import_kind *kind, int64_t list,
                   struct np_slice format, const struct np_import_counts *counts, bool known);
};

/* Earlier lists of the kind, or those of the same name, are withdrawn in the same transaction. */
enum np_import_replace { NP_REPLACE_NONE, NP_REPLACE_KIND, NP_REPLACE_NAME };

struct np_import {
    const struct np_import_kind *kind; /* NULL: of each file the one whose columns its header has most of */
    const char *const *files; /* files, folders, "-" */
    size_t nfiles;
    const char *store;        /* path; created if it is not there */
    enum np_import_replace replace;
    bool want_unmatched;
    int workers;
    bool threads;
    enum np_sandbox sandbox;
    const volatile sig_atomic_t *stop;
    struct np_import_listener listener;
};

struct np_import_summary {
    int64_t lists, known, lost, withdrawn;
    struct np_import_counts counts; /* of new lists */
    /* Rows of all these lists that met no patent, if wanted, kind by kind; the caller frees them. */
    struct np_result *unmatched[NP_IMPORT_KINDS_MOST];
    size_t nunmatched;
    bool stopped;                   /* by `stop`: the lists before are kept */
    bool undone;                    /* nothing was replaced, and nothing kept */
    int store_exit_code;            /* 5 or 6 after NP_STOP from the store, else 0 */
};

/* With `replace`, a file that is lost undoes the whole run: nothing changes. */
enum np_status np_import_run(const struct np_import *import, struct np_import_summary *summary,
                             struct np_err *err);

#endif
