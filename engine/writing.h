/* writing.h -- private to ingest: what the writer knows while it writes a store.
 *
 *   offering.c   inputs by the ledger: what is new becomes a job
 *   writing.c    answers become statements; a batch commits with its checkpoints
 *   ingest.c     the run around them
 */
#ifndef ENGINE_WRITING_H
#define ENGINE_WRITING_H

#include "road.h"

/* One input in hand: jobs are given ahead of their items, so several may be open. */
struct open_input {
    struct np_input_row row;
    bool touched, known;
    struct np_counts run; /* of this run */
    struct cover cover;   /* of this run */
    struct cover fresh;   /* of the batch in hand */
    int watch;            /* our copy of its descriptor: where reading stands; -1 */
};

struct writing {
    const struct np_ingest *ingest;
    struct road road;
    struct listing listing;
    struct open_input *input; /* one per listed input */
    size_t next;              /* next input to give */
    struct np_store *store;
    struct np_ingest_summary *summary;
    struct np_arena *arena;
    struct np_map *passed;
    struct cover small; /* of inputs too small to be judged */
    size_t nsubfields;
    size_t current; /* input whose items are being written */
    int reader_deaths;
    int64_t death_member, death_document;
    size_t death_input;
};

/* ---- offering.c ---- */
enum np_status offer_job(void *ctx, int *fd, struct np_buf *note, struct np_err *err);
enum np_status offer_again(void *ctx, int signal_number, struct np_err *err);
/* An input that needs no reading. */
void skip_input(struct writing *w, struct open_input *in, const char *first_name);
void lose_input(void *ctx, const struct np_err *err);
void tell_rejected(struct writing *w, const struct np_err *err);
void tell_input(struct writing *w, struct open_input *in, const char *note);
void tell_progress(void *ctx);

/* ---- writing.c ---- */
enum np_status write_batch(void *ctx, const struct np_item *items, size_t n, struct np_err *err);

#endif
