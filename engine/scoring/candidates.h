/* candidates.h -- families that may be needed to carry out a standard (reference/scoring.md, 5.4).
 *
 *     family read --near--> pairs that may be listed --rank, breadth--> SEP, tier
 *
 * The program finds candidates; it never says "essential". A pair is kept while texts are read if it may
 * be listed at all, with the best rank and breadth there are; what is not listed then goes.
 */
#ifndef NP_CANDIDATES_H
#define NP_CANDIDATES_H

#include "evaluation.h"
#include "near.h"

struct candidate {
    int32_t family, target;
    int64_t publication;        /* whose claims were compared; -1: none in a language that can be */
    enum claim_language language;
    enum near_index index;
    struct near near;
    double value[COMPONENTS];   /* NaN: not known */
    double alive, sep, present; /* present: weight of what is known */
    int64_t place, compared;    /* by BM25, among families */
    char tier;                  /* 'A', 'B', 'C'; 0: declared, nothing else says it is near */
    bool prior_art;             /* the standard was published before: listed apart */
    bool earlier_edition;       /* an earlier edition was */
};

struct candidates {
    struct np_standard_facts *facts;
    struct nearness *near;
    NP_LIST(struct candidate) list;  /* by family, target */
    bool any_clauses;                /* clauses of some standard are known */
};

/* Nothing where the rules folder has no standards. NP_STOP if a table is wrong. */
enum np_status candidates_begin(struct np_evaluation *run, struct np_err *err);
/* The family's claims; once per family, ascending. */
void candidates_read(struct np_evaluation *run, int64_t family, int64_t publication,
                     const struct np_claims *claims, enum claim_language language);
/* When indicators are there, before composites; fills sep_tier. */
void candidates_finish(struct np_evaluation *run);
void candidates_free(struct candidates *candidates);

static inline const struct target *target_of(const struct candidates *all,
                                             const struct candidate *c)
{
    return &all->near->targets.v[c->target];
}

/* "ISO/TS 80004-1:2015", "GB/T 33827-2017"; in the arena, or the registry's own. */
struct np_slice target_name(const struct np_registered *edition, struct np_arena *arena);
/* "STANDARD|FAMILY"; in the arena. */
struct np_slice candidate_key(const struct np_evaluation *run, const struct candidate *c,
                              struct np_arena *arena);
/* An owner sits in our city. */
bool held_by_ours(const struct np_evaluation *run, int64_t family);

#endif
