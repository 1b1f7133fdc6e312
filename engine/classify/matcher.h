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
    const char *map; /* u32 little-endian per folded byte, and one for the end */
};

static inline bool is_claim(const struct text *text)
{
    return text->place == NP_IN_CLAIM || text->place == NP_IN_INDEPENDENT ||
           text->place == NP_IN_CLAIMS;
}

struct answer {
    enum found found;
    uint32_t from, to; /* bytes of the folded text */
};

struct score {
    double own, total;
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
    uint32_t *always; /* arms without gate: a bit each */
    uint32_t *open;   /* the same per text, those that may match it; last, those of any text */
    size_t words;     /* of such a row */
    bool ungated;     /* run every pattern whole: the tests compare */
    struct answer *answers; /* pattern by text */
    size_t cap_answers;
    uint8_t *may; /* by pattern: can it be in any of the texts? enum found */
    struct answer *partial; /* arm by text, where a bit of `asked` is set */
    size_t cap_partial;
    uint32_t *asked; /* as `open` */
    struct score *scores;   /* by subfield */
    int undecided;          /* the first rule that was, or -1 */
    size_t undecided_count;
};

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

/* scan.c */
struct engine *engine_new(const struct np_rules *rules);
void engine_free(struct engine *engine);
/* Folds the texts and forgets all answers. */
void take_subject(struct np_matcher *m, const struct np_subject *subject);
/* May the pattern occur in any of the texts? */
bool may_occur(struct np_matcher *m, int pattern);
/* Does the pattern occur in the text? Good until the next document. */
const struct answer *ask(struct np_matcher *m, int pattern, size_t text);
/* What was matched, in the original text. */
struct np_slice original_slice(const struct text *text, uint32_t from, uint32_t to);

#endif
