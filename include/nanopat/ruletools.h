/* ruletools.h -- what a rule editor asks of a rule set: what is wrong with it, what stands in it,
 * and why a text reaches a subfield or not.
 *
 *     np_rules_check("rules", tell, ctx, &summary);        every fault, by file, line and column
 *     np_matcher_try(matcher, &subject, arena, &trials, &err);
 */
#ifndef NANOPAT_RULETOOLS_H
#define NANOPAT_RULETOOLS_H

#include <nanopat/classify.h>

/* ---- what is wrong with a set ---- */

struct np_fault {
    bool warning; /* else the set does not load, or a sample fails */
    const char *file;
    int line, column; /* from 1; columns are characters */
    const char *what, *zh;           /* in English and in Chinese */
    const char *next, *next_zh;      /* what to do; "" if there is nothing to add */
    const char *kind;                /* the same for all of a kind: its format */
};

struct np_rules_checked {
    size_t subfields, rules, patterns, samples;
    size_t errors, warnings, failing; /* failing: samples, among the errors */
};

/* Reads the folder on past every fault and looks at what could be read: samples, patterns that can
 * take exponential time or never match, rules that stand in one another's way. Tells each fault,
 * by file and place. NP_STOP: the folder cannot be read at all.                                */
enum np_status np_rules_check(const char *folder, void (*tell)(void *ctx, const struct np_fault *),
                              void *ctx, struct np_rules_checked *summary, struct np_err *err);

/* ---- what stands in a set ---- */

enum np_rule_kind {
    NP_RULE, NP_SUPPORT, NP_CODE, NP_NEED, NP_VETO, NP_GIVEN, NP_IMPLIED, NP_RULE_KINDS
};
/* "rule", "support", ...: the word that begins the statement. */
const char *np_rule_kind_name(enum np_rule_kind kind);

enum { NP_RULE_PLACES = 6 }; /* title, lead, abstract, claim, independent, claims */
const char *np_rule_place_name(int place);

struct np_rule_facts {
    struct np_slice id;
    enum np_rule_kind kind;
    const char *file;
    int line, column;
    double weight[NP_RULE_PLACES]; /* code, given, implied: the first; need, veto: 1 = looks there */
    struct np_slice text; /* pattern as written, lists by name; symbols; subfields of a `given`, `implied` */
    int must, must_not;   /* own samples */
    bool every;           /* stands in an `every` block */
};

struct np_subfield_facts {
    double threshold; /* NaN: none, no rules */
    int rules[NP_RULE_KINDS]; /* of its own blocks */
    int every;                /* of `every` blocks that count for it */
    int zh[2], en[2];         /* samples it has: [0] that must not, [1] that must match or reach */
};

size_t np_rules_rule_count(const struct np_rules *rules);
/* The i-th in file order; text lives in the arena, the rest in the set. */
void np_rules_rule(const struct np_rules *rules, size_t i, struct np_arena *arena,
                   struct np_rule_facts *facts);
bool np_rules_counts_for(const struct np_rules *rules, size_t i, int subfield);
void np_rules_subfield_facts(const struct np_rules *rules, int subfield,
                             struct np_subfield_facts *facts);
/* NaN if the subfield has no rules. */
double np_rules_threshold(const struct np_rules *rules, int subfield);

/* ---- why ---- */

/* A need that is missing (nothing matched) or a veto that was found. */
struct np_obstacle {
    enum np_rule_kind kind;
    struct np_evidence found;
};

/* One subfield that a rule made a candidate. */
struct np_trial {
    int subfield;
    double threshold, score; /* all weights together */
    bool reached;            /* a hit, as np_matcher_run gives it */
    bool cut;                /* would be one, but others score higher: `keep`, `margin` */
    NP_LIST(struct np_evidence) evidence; /* weights sum to the score */
    NP_LIST(struct np_obstacle) obstacles;
};

struct np_trials { struct np_trial *v; size_t n, cap; };

/* The hits in their order, then the other candidates, the nearest to their threshold first. Fails
 * as np_matcher_run does.                                                                      */
enum np_status np_matcher_try(struct np_matcher *matcher, const struct np_subject *subject,
                              struct np_arena *arena, struct np_trials *trials,
                              struct np_err *err);

#endif
