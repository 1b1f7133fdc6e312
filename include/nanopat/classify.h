/* classify.h -- which of the plan's 49 subfields a document belongs to, and why.
 *
 * Rules are plain files (rules/README.md). Loading compiles everything; a loaded
 * set is constant and may be used by any number of threads and forked processes,
 * each with a matcher of its own.
 *
 *     struct np_rules *rules = np_rules_load("rules", &err);
 *     struct np_matcher *matcher = np_matcher_new(rules);
 *     np_matcher_run(matcher, &subject, arena, &hits, &err);
 */
#ifndef NANOPAT_CLASSIFY_H
#define NANOPAT_CLASSIFY_H

#include <nanopat/arena.h>
#include <nanopat/err.h>
#include <nanopat/record.h>
#include <nanopat/symbol.h>

struct np_subfield {
    const char *slug;  /* "electronics/quantum-dots" */
    const char *code;  /* "1.8": field and place in the plan's order */
    const char *field; /* "electronics" */
    const char *zh, *en;
    const char *field_zh, *field_en;
};

struct np_rules;

/* Reads taxonomy.tsv and every *.rules in the folder. NP_STOP with "file:line:column: what". */
enum np_status np_rules_load(const char *folder, struct np_rules **rules, struct np_err *err);
void np_rules_free(struct np_rules *rules);

size_t np_rules_subfield_count(const struct np_rules *rules);
const struct np_subfield *np_rules_subfield(const struct np_rules *rules, size_t i);
/* By slug or code; -1 if unknown. */
int np_rules_find(const struct np_rules *rules, struct np_slice slug_or_code);
/* Hash of all rule files: part of the evidence, and of every export. */
uint64_t np_rules_hash(const struct np_rules *rules);

/* What is looked at. Each place may be given in several languages, and any may be missing; slices
 * must be valid UTF-8. Evidence of the place `claims` counts its texts on: claim, independent,
 * dependent.                                                                                  */
struct np_subject {
    const struct np_slice *title;
    size_t ntitle;
    const struct np_slice *abstract;
    size_t nabstract;
    const struct np_slice *claim; /* the first claim */
    size_t nclaim;
    const struct np_symbols *codes[2];  /* IPC, CPC; may be NULL */
    const struct np_slice *independent; /* the other independent claims, joined */
    size_t nindependent;
    const struct np_slice *dependent;   /* all dependent claims, joined */
    size_t ndependent;
};

/* Fills the three places of claims: of each language the first claim that has a number, and the
 * others joined by line ends, as far as any rule looks at them (rules NULL: all). Slices are
 * borrowed from the claims or live in the arena.                                             */
void np_subject_take_claims(struct np_subject *subject, const struct np_rules *rules,
                            const struct np_claims *claims, size_t n, struct np_arena *arena);

/* `claims` is all of them: the first, the other independent and the dependent ones. */
enum np_place {
    NP_IN_TITLE, NP_IN_ABSTRACT, NP_IN_CLAIM, NP_IN_CODES, NP_IN_INDEPENDENT, NP_IN_CLAIMS
};

/* One reason: the rule, where it matched, and the text it matched. For a symbol (place codes),
 * `text` is 0 for IPC and 1 for CPC, and `offset` the symbol's place in that list. For a rule
 * that looks at other subfields (`given`), text and offset are -1 and nothing is matched.      */
struct np_evidence {
    struct np_slice rule; /* rule id */
    enum np_place place;
    int text;         /* which of the texts of that place, from 0 */
    int64_t offset;   /* byte in the original text */
    struct np_slice matched; /* from the original text */
    double weight;
};

struct np_hit {
    int subfield; /* index into the taxonomy */
    double score; /* sum of weights; the threshold is the rule file's */
    double confidence; /* 0.5 at the threshold, towards 1 above: np_confidence */
    NP_LIST(struct np_evidence) evidence;
};

struct np_hits { struct np_hit *v; size_t n, cap; };

/* How far a score lies above its threshold: 1 - threshold / (2 score), which is 0.5 at the
 * threshold, 0.75 at twice and 0.9 at five times it (rules/README.md, "Confidence").         */
double np_confidence(double score, double threshold);

struct np_matcher;
struct np_matcher *np_matcher_new(const struct np_rules *rules);
void np_matcher_free(struct np_matcher *matcher);

/* Hits by falling score, ties by taxonomy order. NP_SKIP: a rule could not be decided (match
 * limit); err names it, hits are what could be decided.                                      */
enum np_status np_matcher_run(struct np_matcher *matcher, const struct np_subject *subject,
                              struct np_arena *arena, struct np_hits *hits, struct np_err *err);

const char *np_place_name(enum np_place place);

/* The samples beside the rules (rules/README.md): calls `bad` for each that fails; returns how
 * many were run.                                                                             */
size_t np_rules_selftest(const struct np_rules *rules,
                         void (*bad)(void *ctx, const char *message), void *ctx, size_t *failed);

#endif
