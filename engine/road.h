/* road.h -- private to ingest: what travels between reader, worker and writer.
 *
 *   listing (parent) ──job──▶ reader stage ──items──▶ worker stage ──answers──▶ writer (parent)
 *   listing.c                 reading.c               working.c                 ingest.c, parse.c
 *
 * Items and answers are flat encodings (buf.h); the writer takes both for hostile.
 */
#ifndef ENGINE_ROAD_H
#define ENGINE_ROAD_H

#include "cover.h"

#include <nanopat/ingest.h>
#include <nanopat/parse.h>
#include <nanopat/map.h>
#include <nanopat/pipeline.h>

/* ---- listing.c: inputs to open files, in order ---- */

struct listed {
    char *name;
    int64_t size_bytes; /* -1: not a regular file */
};

struct listing {
    struct listed *v;
    size_t n, cap;
    int64_t bytes_all;
};

/* Folders are walked in byte order of names; hidden files and folders are left out. What cannot be
 * looked at is handed to `lost` and left out.                                                     */
void listing_make(struct listing *listing, const char *const *inputs, size_t n,
                  void (*lost)(void *ctx, const struct np_err *err), void *ctx);
void listing_release(struct listing *listing);
/* Opens for reading ("-" is standard input); -1 and err. */
int listing_open(const struct listed *input, struct np_err *err);

/* ---- jobs: the note that goes with a descriptor ---- */

enum { SAME_MAX = 64 };

struct job {
    uint32_t input;          /* index in the listing */
    struct np_slice name;
    int64_t member, document; /* go on behind these; 0, 0: from the start */
    struct np_slice same;     /* content hashes of finished inputs of this size, 16 bytes each */
};
void job_encode(struct np_buf *b, const struct job *job);
bool job_decode(struct np_slice note, struct job *job);

/* ---- items ---- */

enum item_kind {
    ITEM_DOCUMENT, /* body: the document */
    ITEM_PASS,     /* what: kind */
    ITEM_REJECT,   /* code, byte, what; body: first bytes */
    ITEM_END       /* the input is through: ending, what, byte; body: content hash */
};

enum ending { ENDED_WELL, ENDED_EARLY, ENDED_SAME };

struct item {
    enum item_kind kind;
    uint32_t input;
    int64_t member, document, offset, byte;
    enum ending ending;
    struct np_slice file, member_name, envelope, root, code, what;
};
void item_encode(struct np_buf *b, const struct item *item);
bool item_decode(struct np_slice head, struct item *item);

/* ---- answers ---- */

enum verdict { VERDICT_RECORD, VERDICT_PASS, VERDICT_REJECT };

/* answer := verdict, then
 *   RECORD: undecided (0/1), undecided rule, record bytes (JSON line for parse), evidence,
 *           notes (for parse: a line does not hold them), fields filled
 *   PASS: kind      REJECT: byte, code, what, number                                  */
struct answer {
    enum verdict verdict;
    bool undecided;
    struct np_slice record, kind, code, what, number;
    int64_t byte;
    struct np_evidence_row *evidence; /* in the arena given to answer_decode */
    size_t nevidence;
    NP_LIST(struct np_note) notes;
    struct cover_note cover;
};
bool answer_decode(struct np_slice bytes, size_t nsubfields, struct np_arena *arena,
                   struct answer *answer);

/* ---- stages ---- */

struct road {
    const struct np_ingest *ingest;
    bool json; /* parse: the answer is a JSON line */
};

void *reading_new(void *road);
enum np_status reading_job(void *reader, int fd, struct np_slice note, struct np_emitter *emitter);
void reading_free(void *reader);

void *working_new(void *road);
void working_item(void *worker, struct np_slice head, struct np_slice body, struct np_buf *answer);
void working_free(void *worker);

/* ---- one vocabulary for the writers ---- */

/* The error of a rejected item as the listener and the rejects table get it. */
void reject_of(const struct np_item *from, const struct item *item, const struct answer *answer,
               struct np_err *err);
/* Where it stands: file, member, document. */
void reject_place(const struct item *item, struct np_err *err);
/* A note on a record that was kept, as the listener gets it. */
void note_of(const struct item *item, const struct np_note *note, struct np_err *err);
/* Fields of the input that are nearly empty, as the listener gets them; at most WARNINGS_MOST. */
enum { WARNINGS_MOST = 16 };
struct warnings {
    const char *input;
    const struct np_coverage *here;
    struct np_err v[WARNINGS_MOST];
    size_t n;
};
/* Small inputs are judged together at the end of a run: a folder of single documents. What is
 * usual is the table's, as the store's own count holds these already. Told, not kept.          */
void tell_small(const struct np_listener *listener, const struct cover *small);
void warnings_of(const char *input, const struct np_coverage *here,
                 const struct np_coverage *usual, struct warnings *warnings);
/* Kinds passed over and how many, in order of first appearance. */
void tell_passed(const struct np_listener *listener, const struct np_map *passed);
/* Plan with the stages and limits set; the rest is the writer's. */
struct np_pipeline road_plan(const struct road *road);

#endif
