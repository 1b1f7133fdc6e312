/* matcher.h -- the texts of one document, folded, and what each pattern says to each of them.
 *
 * Each distinct pattern is run at most once on each text, and only when a rule asks for it; the
 * answer is kept in a table, pattern by text, until the next document.
 */
#ifndef CLASSIFY_MATCHER_H
#define CLASSIFY_MATCHER_H

#include "rules.h"

#include <nanopat/buf.h>

/* A text as it is matched: folded, with the way back. */
struct text {
    enum np_place place; /* NP_IN_CLAIMS: a dependent claim */
    int number;          /* of its place */
    int claims_number;   /* the same among all claims */
    struct np_slice original, folded;
    uint32_t more_bytes;   /* of the folded text than it has characters */
    uint32_t longest_word; /* of the folded text, in what \w means */
    const char *map; /* u32 little-endian per folded byte, and one for the end */
};

static inline bool is_claim(const struct text *text)
{
    return text->place == NP_IN_CLAIM || text->place == NP_IN_INDEPENDENT ||
           text->place == NP_IN_CLAIMS;
}

/* Of an arm that was not asked yet, `from` and `to` are where its starts stand (start.c);
 * to == UINT32_MAX: it may begin anywhere.                                                  */
struct answer {
    enum found found;
    uint32_t from, to; /* bytes of the folded text */
};

struct score {
    double own, total;
    bool possible;  /* reach.c; else nothing was asked */
    bool candidate; /* by a rule, or implied */
    bool hit;
};

struct np_matcher {
    const struct np_rules *rules;
    struct engine *engine; /* PCRE2's part, scan.c */
    struct np_buf folded, maps;
    struct text *texts;
    size_t ntexts, cap_texts;
    bool has_abstract;
    struct found_literals *literals; /* of one text */
    struct reach *reach;
    uint32_t *open; /* per text: a bit for each arm that may match it */
    size_t words;   /* of such a row */
    int *opened;    /* the same of one text, as a list */
    bool ungated;   /* run every pattern whole: the tests compare */
    bool thorough;  /* score what cannot be reached as well: to say what it lacks */
    struct answer *answers; /* pattern by text, where `may` has a bit */
    size_t cap_answers;
    uint32_t *may; /* by pattern: text_bit of those that may hold it */
    int *open_patterns; /* those with any */
    size_t nopen_patterns;
    uint32_t at_place[NP_IN_CLAIMS + 1]; /* text_bit of the texts that stand there */
    struct answer *partial; /* arm by text, where a bit of `open` is set */
    size_t cap_partial;
    uint32_t *starts; /* where arms may begin, of all texts */
    size_t nstarts, cap_starts;
    struct score *scores;   /* by subfield */
    int undecided;          /* the first rule that was, or -1 */
    size_t undecided_count;
};

/* A bit of its own for each text; the last is shared by all beyond. */
static inline uint32_t text_bit(size_t text) { return UINT32_C(1) << (text < 31 ? text : 31); }

/* matcher.c, for reach.c. */
bool has_code(const struct np_subject *subject, const struct rule *rule);

/* matcher.c, for trial.c: after np_matcher_run, of the same document. */
/* Sum of its weights; adds the evidence where a hit is given. */
double run_text_rule(struct np_matcher *m, const struct rule *rule, struct np_arena *arena,
                     struct np_hit *hit);
double run_code_rule(const struct np_subject *subject, const struct rule *rule,
                     struct np_arena *arena, struct np_hit *hit);
/* A need or a veto: found anywhere it looks? */
bool condition_holds(struct np_matcher *m, const struct np_subject *subject,
                     const struct rule *rule);
double given_sum(struct np_matcher *m, const struct subfield_state *state);
/* Fills the evidence of hit->subfield. */
void collect_evidence(struct np_matcher *m, const struct np_subject *subject,
                      struct np_arena *arena, struct np_hit *hit);

/* reach.c */
struct reach *reach_new(const struct np_rules *rules);
void reach_free(struct reach *reach);
/* Of the last document. */
void forget_patterns(struct np_matcher *m);
/* The text opens the arm: the arm's patterns may occur in it. */
void open_arm(struct np_matcher *m, size_t arm, size_t text);
/* After all texts are there. */
void note_places(struct np_matcher *m);
/* Clears the scores. Not possible: whatever the patterns say, the subfield is no hit. */
void list_possible(const struct np_matcher *m, const struct np_subject *subject);

/* start.c */
/* Fills partial[] of an arm that the text opens, from the literals that were just found in it;
 * false: it is absent for all that.                                                           */
bool use_literals(struct np_matcher *m, size_t arm, size_t text);

/* scan.c */
struct engine *engine_new(const struct np_rules *rules);
void engine_free(struct engine *engine);
/* Folds the texts and forgets all answers. */
void take_subject(struct np_matcher *m, const struct np_subject *subject);
/* May the pattern occur in any of the texts? */
bool may_occur(const struct np_matcher *m, int pattern);
/* Does the pattern occur in the text? Good until the next document. */
const struct answer *ask(struct np_matcher *m, int pattern, size_t text);
/* What was matched, in the original text. */
struct np_slice original_slice(const struct text *text, uint32_t from, uint32_t to);

#endif
