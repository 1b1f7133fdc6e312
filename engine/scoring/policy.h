/* policy.h -- categories of the policy: yes, no or unknown with evidence, never a score
 * (scoring.md, section 4).
 */
#ifndef NP_POLICY_H
#define NP_POLICY_H

#include "evaluation.h"

/* Strategic emerging industry of a family in scope (industry.c). `text`: title, abstract and claims,
 * folded; empty if none is known.                                                                */
void find_industry(const struct np_evaluation *run, int64_t family, struct np_slice text,
                   struct industry *industry);
void say_industry(const struct np_evaluation *run, int64_t family, struct np_buf *why);

/* ---- high-value invention patents, 高价值发明专利 (policy.c) ---- */

/* H1 strategic emerging industry, H2 right abroad, H3 kept longer than ten years, H4 pledged for a
 * large amount, H5 award.                                                                        */
enum { CIRCUMSTANCES = 5 };

struct policy {
    enum answer hvp;                          /* the category */
    bool gate;                                /* a Chinese invention patent, in force or unknown */
    enum answer circumstance[CIRCUMSTANCES];  /* of the valid invention patent; no if there is none */
    bool counts[CIRCUMSTANCES];               /* by the version of the policy */
};

/* The valid Chinese invention patent, of several the one filed first; NULL if there is none. */
const struct right *valid_invention(const struct np_evaluation *run, int64_t family);
const char *answer_name(enum answer answer); /* "yes" ... */
struct policy policy_of(const struct np_evaluation *run, int64_t family);
/* Why: one circumstance, 0 for H1; and the gate, a valid Chinese invention patent. */
void say_circumstance(const struct np_evaluation *run, int64_t family, int which,
                      struct np_buf *why);
void say_gate(const struct np_evaluation *run, int64_t family, struct np_buf *why);

/* The first row of an imported list (struct np_fact_award, _pledge, _suit) of a publication or behind. */
size_t imported_from(const void *rows, size_t n, size_t size, int64_t publication);

/* Days of the last one of each kind; 0: none, or no source tells. */
struct last_events { np_date pledge, licence, transfer, preservation, challenge, suit; };
struct last_events last_events_of(const struct np_evaluation *run, int64_t family);

#endif
