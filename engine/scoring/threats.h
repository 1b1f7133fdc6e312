/* threats.h -- rights of others near an enterprise of ours (scoring.md, section 7.3: candidates). */
#ifndef NP_THREATS_H
#define NP_THREATS_H

#include "risk.h"

struct threat { /* a family of another, seen from an enterprise of ours */
    int64_t family;
    double overlap;      /* NaN: cannot be compared */
    bool by_symbols;
    int64_t nearest;     /* the family of ours that is nearest; -1 */
    double xy;           /* X, Y, I in a report on ours: 1; cited otherwise: 0.5; 0 */
    int64_t cited_by;    /* the family of ours in whose report it stands; -1 */
    char category;       /* 0: none said */
    np_date cited_on;
};

struct threats {
    const struct np_evaluation *run;
    const struct overlaps *overlaps;
    const int *groups;
    struct np_arena *arena;
    int32_t *place;      /* by family: in the list, -1 */
    /* of the enterprise gathered last */
    NP_LIST(struct threat) list; /* ascending by family */
    int enterprise;
    bool cites_known;    /* citations of one of its families are known */
    double left_out;     /* pairs beyond near_most */
};

void threats_begin(struct threats *threats, const struct np_evaluation *run,
                   const struct overlaps *overlaps, const int *groups);
void threats_end(struct threats *threats);

/* Families of one subfield with one of the enterprise's, of another side; alive or not. */
void gather_threats(struct threats *threats, int enterprise);

#endif
