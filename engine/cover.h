/* cover.h -- private to ingest: the fields filled in one input, by dialect, type and stage. */
#ifndef ENGINE_COVER_H
#define ENGINE_COVER_H

#include <nanopat/arena.h>
#include <nanopat/coverage.h>

/* What a worker says of one record. */
struct cover_note {
    bool counts;               /* false: a deletion, which fills nothing */
    struct np_slice dialect, office;
    enum np_type type;
    enum np_stage stage;
    struct np_filled filled;
    NP_LIST(struct np_slice) unread;
};
void cover_note_encode(struct np_buf *b, const struct np_record *record,
                       const struct np_slice *unread, size_t nunread);
bool cover_note_decode(struct np_reader *r, struct np_arena *arena, struct cover_note *note);

struct cover {
    struct np_arena *arena; /* NULL while empty */
    NP_LIST(struct np_coverage) groups;
};
void cover_add(struct cover *cover, const struct cover_note *note);
void cover_merge(struct cover *into, const struct cover *from);
/* Adds the counts of one group, whose dialect may be any text. */
void cover_take(struct cover *into, const struct np_coverage *group);
/* Adds no counts, only the elements that were not read. */
void cover_take_unread(struct cover *into, const struct cover *from);
/* Adds the groups that are too small to be judged alone. */
void cover_take_small(struct cover *into, const struct cover *from);
void cover_release(struct cover *cover);

/* A warning in words: "us-patent-grant (US, design, grant): 'title' is filled in 0 of 20 ..." */
void cover_words(struct np_buf *b, const struct np_coverage *here, const struct np_drop *drop);

#endif
