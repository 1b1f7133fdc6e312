/* ingest.h -- the first half of the road: bytes to records to rows.
 *
 * One reader, n workers and the writer of pipeline.h over inputs given by name.
 * np_ingest_run writes a store; np_parse_run prints records as JSON Lines.
 */
#ifndef NANOPAT_INGEST_H
#define NANOPAT_INGEST_H

#include <nanopat/classify.h>
#include <nanopat/input.h>
#include <nanopat/registry.h>
#include <nanopat/sandbox.h>
#include <nanopat/store.h>
#include <signal.h>

/* What the codes of a run mean; ends with code NULL. */
extern const struct np_code np_ingest_codes[];

struct np_progress {
    size_t input, inputs;     /* which of how many, from 1 */
    const char *name;
    int64_t documents, rejected;
    int64_t bytes_done, bytes_all; /* compressed, over all inputs; 0 where unknown */
};

/* What the caller is told while it runs; any may be NULL. */
struct np_listener {
    void *ctx;
    /* A document that cannot be used, or an input that ended early: err has what, code,
     * where ("FILE[: MEMBER]"), document, byte.                                          */
    void (*rejected)(void *ctx, const struct np_err *err);
    /* Something worth saying of a document that was kept: err as above, status NP_OK. */
    void (*noted)(void *ctx, const struct np_err *err);
    /* Something about an input as a whole: a field that is nearly empty (where, what, code). */
    void (*warned)(void *ctx, const struct np_err *err);
    /* An input is through: the fields filled, by dialect, type and stage. */
    void (*covered)(void *ctx, const char *name, const struct np_coverage *groups, size_t n);
    /* An input is through: its counts in this run; `note` says "same content as ..." or is empty. */
    void (*input_done)(void *ctx, const char *name, const struct np_counts *counts,
                       enum np_input_state state, const char *note);
    /* Passed over: kind and how many, when all is done, in order of first appearance. */
    void (*passed)(void *ctx, const char *kind, int64_t documents);
    void (*progress)(void *ctx, const struct np_progress *progress);
};

struct np_ingest {
    const char *const *inputs; /* files, folders, "-" */
    size_t ninputs;
    const char *store;         /* path; np_ingest_run only */
    const struct np_rules *rules;
    const struct np_registry *registry; /* of standards, for questions; NULL: none */
    int workers;
    bool threads;
    enum np_sandbox sandbox;
    enum np_keep keep;
    struct np_limits limits;
    bool watch;                /* name elements that no dialect reads in warnings; costs time */
    const volatile sig_atomic_t *stop;
    struct np_listener listener;
};

struct np_ingest_summary {
    struct np_counts counts;    /* of this run; the identity holds */
    int64_t inputs, skipped, cut, unreadable;
    int64_t undecided;          /* documents on which a rule could not be decided */
    int64_t unknown_entities;
    int64_t notes;              /* on documents that were kept */
    bool stopped;               /* by `stop`; the same command goes on */
    int store_exit_code;        /* 5 or 6 after NP_STOP from the store, else 0 */
};

/* What of a record the rules look at: titles, abstracts, claims, IPC and CPC. Borrowed from the
 * record, lists live in the arena.                                                             */
void np_record_subject(const struct np_record *record, const struct np_rules *rules,
                       struct np_arena *arena, struct np_subject *subject);

enum np_status np_ingest_run(const struct np_ingest *ingest, struct np_ingest_summary *summary,
                             struct np_err *err);

/* Records as JSON Lines to the descriptor, in input order; fd -1: nothing is written. */
enum np_status np_parse_run(const struct np_ingest *ingest, int fd,
                            struct np_ingest_summary *summary, struct np_err *err);

#endif
