/* scheme.h -- what patents can answer of enterprise schemes (scoring.md, section 4.4). */
#ifndef NP_SCHEME_H
#define NP_SCHEME_H

#include "holding.h"

/* A Chinese right and one enterprise that has to do with it. */
struct held_right {
    int enterprise;
    int64_t family;
    const struct right *right;
    bool sure;            /* in force, and nothing says that somebody else holds it */
    np_date transferred;  /* last transfer; 0: none known */
};

/* What one enterprise holds; NaN is never a value here, what is not known is counted apart. */
struct held {
    SCHEME_MEASURES(AS_MEMBER)
    const struct held_right *v; /* borrowed */
    size_t n;
};

/* All of enterprises with a row, by enterprise, then family; owned by the arena. */
struct held_rights { NP_LIST(struct held_right) all; };
void gather_held(const struct np_evaluation *run, const struct holdings *all,
                 struct np_arena *arena, struct held_rights *rights);
/* Counts of one enterprise of the rights gathered. */
void count_held(const struct np_evaluation *run, const struct enterprise *e,
                const struct held_rights *rights, struct held *held);
/* Is the family of a right in the subfield? */
bool is_in_subfield(const struct np_evaluation *run, int64_t family, int subfield);
/* Transferred in the 12 months up to as_of. */
bool is_recent(const struct np_evaluation *run, const struct held_right *right);

enum verdict { VERDICT_NOT_MET, VERDICT_MET, VERDICT_NEEDS };
const char *verdict_name(enum verdict verdict);

struct judged { /* one scheme for one enterprise */
    enum verdict result;     /* with what the enterprise library would have to say */
    enum verdict patents;    /* by rights alone */
    bool asked;              /* rights are asked for at all */
    struct np_slice gives;   /* "7-8 of 8"; empty: the scheme gives no points by number */
    struct np_slice gives_most; /* where what is not known could give more; else empty */
    struct np_buf needs, needs_en, needs_zh, conditions, conditions_zh, sources;
};

/* Rules [first, end) are of one scheme. What patents cannot say the enterprise's rows of the library do.
 * The buffers are appended to.                                                                   */
void judge_scheme(const struct np_evaluation *run, int enterprise, size_t first, size_t end,
                  const struct held *held, struct judged *judged);

#endif
