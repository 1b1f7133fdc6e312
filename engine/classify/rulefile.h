/* rulefile.h -- what the readers of single statements share. */
#ifndef CLASSIFY_RULEFILE_H
#define CLASSIFY_RULEFILE_H

#include "rules.h"

/* What a rule line belongs to. */
struct block {
    NP_LIST(int) targets; /* empty: before the first `subfield` or `every` */
    bool general;         /* an `every` block */
    int rule;             /* the rule that samples belong to, or -1 */
};

/* recover.c: goes on behind a statement with a fault, so that what depends on it is not told as
 * a fault too.                                                                                */
#define RULE_LOST (-2) /* of a block: its last rule could not be read, nor are its samples */
void recover(struct np_rules *rules, struct reader *reader, const struct statement *s,
             struct block *block, bool definitions);

/* definition.c */
enum np_status take_number(struct word word, double low, double high, double *out,
                           struct np_err *err);
/* "'rule' needs an id" */
enum np_status missing(const struct statement *s, const char *what, struct np_err *err);
/* enum where of "title", "lead", ...; -1 if it is none. */
int where_of(struct np_slice name);
/* Words from `from` as places and weights. */
enum np_status read_places(const struct statement *s, size_t from, double *weight,
                           struct np_err *err);
enum np_status read_list(struct np_rules *rules, struct statement *s, struct block *block,
                         struct np_err *err);
/* size.c */
enum np_status read_size(struct np_rules *rules, struct statement *s, struct block *block,
                         struct np_err *err);
enum np_status read_weights(struct np_rules *rules, struct statement *s, struct block *block,
                            struct np_err *err);
enum np_status read_keep(struct np_rules *rules, struct statement *s, struct block *block,
                         struct np_err *err);

/* block.c */
enum np_status find_subfield(const struct np_rules *rules, struct word word, int *index,
                             struct np_err *err);
/* By slug, code or glob, "-" taking out; a glob never means the block's own. */
enum np_status mark_subfields(const struct np_rules *rules, struct word glob,
                              const struct block *block, bool *on, struct np_err *err);
enum np_status read_subfield(struct np_rules *rules, struct statement *s, struct block *block,
                             struct np_err *err);
enum np_status read_every(struct np_rules *rules, struct statement *s, struct block *block,
                          struct np_err *err);

#endif
