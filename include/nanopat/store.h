/* store.h -- dated statements of sources, and the current picture folded from them.
 *
 * For each publication the store keeps, per source and set of parts, the latest
 * statement. The current picture is a fold over (date, sequence, order of trust per
 * part), never over arrival: any order of delivery gives the same state. A batch's rows
 * and its checkpoint commit together.
 *
 * The contract is engine-neutral; SQLite is the embedded default. No SQL above this line.
 * All calls of a store from one thread.
 */
#ifndef NANOPAT_STORE_H
#define NANOPAT_STORE_H

#include <nanopat/coverage.h>
#include <nanopat/err.h>
#include <nanopat/facts.h>
#include <nanopat/record.h>
#include <nanopat/result.h>

struct np_store;

/* What the codes of the store mean; ends with code NULL. */
extern const struct np_code np_store_codes[];

enum np_store_mode { NP_STORE_READ, NP_STORE_WRITE /* creates it if absent */ };

/* Opens or creates. NP_STOP: busy (one writer; err says who: pid), not a nanopat store, newer
 * than this program, or damaged. np_store_exit_code tells 5 from 6 (disk full, I/O). *store is set
 * in any case and to be closed; after a failure it only answers np_store_exit_code.           */
enum np_status np_store_open(const char *path, enum np_store_mode mode, struct np_store **store,
                             struct np_err *err);
void np_store_close(struct np_store *store);
/* 6 if the last NP_STOP was disk full or I/O, else 5. */
int np_store_exit_code(const struct np_store *store);

/* ---- transactions: one per batch ---- */
enum np_status np_store_begin(struct np_store *store, struct np_err *err);
enum np_status np_store_commit(struct np_store *store, struct np_err *err);
void np_store_rollback(struct np_store *store);
/* Before and after a run of many batches: bulk settings; at the end indexes, full sync. */
enum np_status np_store_load_begin(struct np_store *store, struct np_err *err);
enum np_status np_store_load_end(struct np_store *store, struct np_err *err);

/* ---- ledger of inputs ---- */

struct np_counts { /* read = stored + light + unchanged + superseded + rejected + passed */
    int64_t read, stored, light, unchanged, superseded, rejected, passed;
};

enum np_input_state { NP_INPUT_OPEN, NP_INPUT_DONE, NP_INPUT_CUT /* ended early: read again next time */ };

struct np_input_row {
    int64_t id;
    char name[512];       /* as given on the command line when first seen */
    char file_hash[16];   /* of the bytes on disk */
    char content_hash[16];/* of the uncompressed content; zeros until done */
    int64_t signature;    /* uncompressed size modulo 2^32; -1 unknown */
    int64_t size_bytes;
    enum np_input_state state;
    int64_t member, document; /* checkpoint: everything up to this document of this member is in */
    struct np_counts counts;
};

/* NP_OK: found; NP_END: not known. */
enum np_status np_store_input_find(struct np_store *store, const char file_hash[16],
                                   struct np_input_row *row, struct np_err *err);
/* Content hashes of finished inputs with this signature, 16 bytes each, appended; none: empty. */
enum np_status np_store_input_contents(struct np_store *store, int64_t signature,
                                       struct np_buf *hashes, struct np_err *err);
/* The finished input with this content. NP_END: none. */
enum np_status np_store_input_content(struct np_store *store, const char content_hash[16],
                                      struct np_input_row *row, struct np_err *err);
/* Inserts (id 0: assigned, written back) or updates. A row that is open, with nothing read and no
 * checkpoint, begins anew: what an earlier reading of it rejected, noted, covered and passed
 * over is forgotten.                                                                             */
enum np_status np_store_input_put(struct np_store *store, struct np_input_row *row,
                                  struct np_err *err);

/* ---- statements ---- */

enum np_keep { NP_KEEP_LIGHT /* default */, NP_KEEP_ALL, NP_KEEP_SUBFIELDS };

struct np_evidence_row { /* one reason of one hit, ready to store */
    int subfield;
    double score;      /* of the hit */
    struct np_slice rule, place, matched;
    int64_t offset;
    double weight;
    double confidence; /* of the hit, 0 to 1 */
};

enum np_outcome { NP_STORED, NP_STORED_LIGHT, NP_UNCHANGED, NP_SUPERSEDED, NP_DROPPED };

/* One statement with its classification, within a transaction. A record without evidence is light:
 * its texts are not kept, or with NP_KEEP_SUBFIELDS it is as if it had never been read
 * (NP_DROPPED). Evidence of one subfield stands together. Events may come with an application and
 * no publication number. NP_SKIP: no number at all, nothing was written.                         */
enum np_status np_store_put(struct np_store *store, const struct np_record *record,
                            const struct np_evidence_row *evidence, size_t nevidence,
                            int64_t input, enum np_keep keep, enum np_outcome *outcome,
                            struct np_err *err);

struct np_reject_row {
    int64_t input;
    struct np_slice file, member, number; /* number: the document's, as far as known */
    int64_t document, byte, length;
    struct np_slice code, reason, head;   /* head: first 200 bytes, may be anything */
};
enum np_status np_store_reject(struct np_store *store, const struct np_reject_row *row,
                               struct np_err *err);
struct np_note_row { /* on a document that was kept */
    int64_t input;
    struct np_slice file, member, number; /* number: the publication's id */
    int64_t document, byte;               /* document 0: the input as a whole; byte -1: unknown */
    struct np_slice code, note;
};
enum np_status np_store_note(struct np_store *store, const struct np_note_row *row,
                             struct np_err *err);
/* Adds to the counts of filled fields of an input. */
enum np_status np_store_cover(struct np_store *store, int64_t input, const struct np_coverage *more,
                              struct np_err *err);
/* All groups of an input so far; dialect and office are borrowed for the call. */
enum np_status np_store_cover_each(struct np_store *store, int64_t input,
                                   void (*each)(void *ctx, const struct np_coverage *group),
                                   void *ctx, struct np_err *err);
/* The counts of all other inputs for the group that *sum names; documents 0 if there are none. */
enum np_status np_store_covered(struct np_store *store, int64_t input, struct np_coverage *sum,
                                struct np_err *err);
/* Counts documents passed over by kind, per input. */
enum np_status np_store_pass(struct np_store *store, int64_t input, struct np_slice kind,
                             int64_t documents, struct np_err *err);

/* A subfield and its field, so that views can speak their names; index 0 begins a new taxonomy. */
struct np_subfield_row {
    const char *code, *slug, *zh, *en;       /* "1.8", "electronics/quantum-dots" */
    const char *field, *field_zh, *field_en; /* "electronics" */
};
enum np_status np_store_subfield_put(struct np_store *store, int index,
                                     const struct np_subfield_row *row, struct np_err *err);
/* Numbers of the standards' registry (standards.h), so that views can tell which are in it; an empty
 * one begins a new registry.                                                                   */
enum np_status np_store_registered_put(struct np_store *store, struct np_slice number,
                                       struct np_err *err);
/* Small facts about the store: "rules_hash", "as_of". NP_END if absent; value copied to the arena. */
enum np_status np_store_meta_put(struct np_store *store, const char *key, struct np_slice value,
                                 struct np_err *err);
enum np_status np_store_meta_get(struct np_store *store, const char *key, struct np_arena *arena,
                                 struct np_slice *value, struct np_err *err);

/* Stands from a score run until the content changes: a commit that brings a statement or an imported
 * row, or withdraws a list, takes it away.                                                      */
#define NP_META_SCORED "scored"

/* The full record behind a publication as folded (texts, claims), NP_END if unknown. */
enum np_status np_store_record(struct np_store *store, struct np_slice id, struct np_arena *arena,
                               struct np_record **record, struct np_err *err);

/* ---- imported lists (import_kind.h) ---- */

struct np_import_list {
    int64_t id;              /* 0: not stored yet */
    struct np_slice kind, name, format; /* "awards", as given, "CSV, GB18030" */
    char hash[16];           /* of the file's bytes: the list's identity within its kind */
    int64_t rows, kept, refused, notes; /* rows = kept + refused */
    struct np_slice unknown; /* headers that no column knows, "; " between */
};

/* A list of this kind, of any if it is empty, and content that is in force. NP_END: none. */
enum np_status np_store_import_find(struct np_store *store, const struct np_import_list *wanted,
                                    int64_t *id, struct np_err *err);
/* The highest number of a list so far, 0 if there is none. */
enum np_status np_store_import_last(struct np_store *store, int64_t *id, struct np_err *err);
/* Inserts (id 0: assigned, written back) or updates, within a transaction. */
enum np_status np_store_import_put(struct np_store *store, struct np_import_list *list,
                                   struct np_err *err);
/* Withdraws the list: it stays in the ledger, its rows and faults go. `by` is the list that comes
 * instead, 0 if none does.                                                                    */
enum np_status np_store_import_withdraw(struct np_store *store, int64_t id, int64_t by,
                                        struct np_err *err);
/* Lists in force of the kind with numbers up to `last`, of this name only if it is not empty. */
enum np_status np_store_import_each(struct np_store *store, struct np_slice kind,
                                    struct np_slice name, int64_t last,
                                    void (*each)(void *ctx, int64_t id), void *ctx,
                                    struct np_err *err);

/* A form in which the store may hold the patent of a row, best first. An application's date is a
 * year that the filing must have, 0 any. */
enum np_imported_form_kind { NP_BY_PUBLICATION, NP_BY_APPLICATION, NP_BY_INTERNATIONAL };
struct np_imported_form { enum np_imported_form_kind kind; struct np_docref doc; };

struct np_imported_row {
    int64_t import, seq;     /* seq from 1 */
    struct np_slice sheet;
    int line;
    struct np_slice number;  /* as typed; empty: the row names no patent */
    struct np_slice cells;   /* typed, as one JSON object */
    struct np_slice others;  /* cells of unknown columns, as one JSON object; empty if none */
    const struct np_imported_form *forms;
    size_t nforms;
};
enum np_status np_store_imported_put(struct np_store *store, const struct np_imported_row *row,
                                     struct np_err *err);

struct np_import_fault_row {
    int64_t import, seq;
    struct np_slice sheet;
    int line, column;        /* 0: the list, or the row, as a whole */
    struct np_slice header, code, what;
    bool note;
};
enum np_status np_store_import_fault_put(struct np_store *store,
                                         const struct np_import_fault_row *row,
                                         struct np_err *err);

/* Rows of the list that name a patent and meet none of the store, in their order. Columns "file",
 * "sheet" and "line" are the row's place, all others cells by their names.                     */
enum np_status np_store_import_unmatched(struct np_store *store, int64_t import,
                                         struct np_result *result, struct np_err *err);

/* ---- facts and scores ---- */

/* Plain scans into facts (publications only; the rest is link's). Takes nothing. */
enum np_status np_store_facts(struct np_store *store, struct np_facts *facts, struct np_err *err);
/* Then those that link wants, or all, whole: publications of the facts, in order of id. */
enum np_status np_store_details(struct np_store *store, struct np_facts *facts, bool all,
                                struct np_err *err);

/* ---- alerts that were told (nanopat alerts): by key, and the run that told each first ---- */

/* Within a transaction, before the first put. */
enum np_status np_store_told_begin(struct np_store *store, struct np_err *err);
/* The number of the last run; 0: there was none. */
enum np_status np_store_told_last(struct np_store *store, int64_t *run, struct np_err *err);
/* By key the run that told it, 0: none has. */
enum np_status np_store_told_runs(struct np_store *store, const struct np_slice *keys, size_t n,
                                  int64_t *runs, struct np_err *err);
enum np_status np_store_told_put(struct np_store *store, struct np_slice key, int64_t run,
                                 np_date as_of, struct np_err *err);

/* Begins a score run: each table (name, columns) is made anew as table score_NAME with a view
 * v_NAME over it, columns as given, in one transaction with all puts, so that readers see the old
 * run or the new one. np_store_scores_end commits; np_store_rollback gives up.                 */
enum np_status np_store_scores_begin(struct np_store *store, const struct np_table *tables,
                                     struct np_err *err);
enum np_status np_store_scores_put(struct np_store *store, const struct np_table *table,
                                   const struct np_cell *cells, struct np_err *err);
enum np_status np_store_scores_end(struct np_store *store, struct np_err *err);

/* ---- questions ---- */

/* NP_HAS: the value is one of the words of the column, a blank-separated list. NP_LISTED: the same of
 * a list with "; " between. NP_AMONG: the column is one of the words of the value. NP_IS and NP_IS_NOT
 * of an empty value: unknown, known.                                                             */
enum np_test {
    NP_IS, NP_IS_NOT, NP_AT_LEAST, NP_AT_MOST, NP_BELOW, NP_ABOVE, /* of texts the first two alone */
    NP_BEGINS, NP_CONTAINS, NP_HAS, NP_LISTED, NP_AMONG
};
struct np_condition { const char *column; enum np_test test; struct np_slice value; };

/* Rows of a documented view (v_*) into a result whose columns name the view's columns. Order:
 * "column" or "-column" (falling), several with blanks between; nulls last. limit < 0: all.
 * A column name that the view does not have: NP_FAIL.                                         */
enum np_status np_store_select(struct np_store *store, const char *view,
                               const struct np_condition *conditions, size_t nconditions,
                               const char *order, int64_t limit, struct np_result *result,
                               struct np_err *err);

/* A part of an order: rows behind the first `from`, at most `limit` (< 0: all). */
struct np_portion { int64_t from, limit; };

/* The same, a part of them; `total`, if it is not NULL, is how many rows meet the conditions. */
enum np_status np_store_select_portion(struct np_store *store, const char *view,
                                    const struct np_condition *conditions, size_t nconditions,
                                    const char *order, struct np_portion part, int64_t *total,
                                    struct np_result *result, struct np_err *err);

/* For answers to strangers: from here on the store takes no statement but reads. */
void np_store_guard(struct np_store *store);
/* What is asked from here on ends within `milliseconds`, all together, or stops (NP_STOP, code
 * NP-STO-012); 0: no limit.                                                                     */
void np_store_limit(struct np_store *store, int milliseconds);

/* A number that changes when another process has committed to the store; 0 if it cannot be told. */
int64_t np_store_version(struct np_store *store);

/* Integrity of the file and the accounting identity of every input; problems as rows. */
enum np_status np_store_check(struct np_store *store, void (*problem)(void *ctx, const char *text),
                              void *ctx, struct np_err *err);

#endif
