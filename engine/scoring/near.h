/* near.h -- which standards the claims of a family are near (reference/scoring.md, section 5.4).
 *
 *     standards' texts -> tokens -> inverted index       once
 *     a claim's tokens -> the index -> texts that share some of them, with cosine, coverage, BM25
 *
 * A text is a clause, a title or scope, or our keywords. Where clauses of an edition are known they alone
 * are compared, and each such edition for itself; else the latest edition, by what is known of it. Texts
 * of one language are compared by words. A claim meets texts of the other language, and keywords, by the
 * concepts of rules/terms.tsv. The cost of a claim is what its tokens have of texts.
 */
#ifndef NP_NEAR_H
#define NP_NEAR_H

#include "elements.h"
#include "sep_rules.h"

#include <nanopat/clauses.h>
#include <nanopat/standard_facts.h>

/* Keywords stand apart: claims are compared with them as a whole, elements are not. */
enum near_index { NEAR_EN = CLAIM_EN, NEAR_ZH = CLAIM_ZH, NEAR_CONCEPTS, NEAR_KEYWORDS, NEAR_INDEXES };

struct target { /* what families are candidates for */
    int32_t standard;                    /* of the facts */
    const struct np_registered *edition;
    bool clauses;                        /* else title, scope or keywords alone */
    bool has[CLAIM_LANGUAGES];           /* texts in this language; in none: keywords alone */
    size_t first_text, ntexts;
};

struct target_text {
    int32_t target;
    enum np_normative normative;
    struct np_slice name, text;          /* "5.2"; "scope", "title", "keywords" */
    enum claim_language language;
    const struct np_fact_clause *clause; /* NULL: of the registry */
};

/* One independent claim and one target. */
struct near {
    int32_t claim;                       /* its number; 0: nothing in common with any */
    int32_t text;                        /* the nearest for the claim as a whole */
    double cov_idf, cosine, bm25;        /* each the best of the target's texts */
    int shared;                          /* terms with the text of the best cosine */
    int elements, met, normative;        /* with terms; with cov_idf from medium on; whose best `shall`
                                            is not under weak */
};

struct nearness {
    const struct sep_rules *rules;
    struct np_lexicon *lexicon;
    NP_LIST(struct target) targets;
    NP_LIST(struct target_text) texts;
    struct np_clauses *index[NEAR_INDEXES];
    NP_LIST(int32_t) text_of[NEAR_INDEXES]; /* by clause of the index */
    struct near *near;                   /* of the family at hand, by target */
    int32_t *touched;                    /* targets with claim > 0, ascending */
    size_t ntouched;
    int64_t compared[CLAIM_LANGUAGES];   /* families so far */
    struct near_work *work;
    struct np_arena *arena, *scratch;
};

/* NP_STOP if the table of terms is wrong. To be freed in any case. */
enum np_status nearness_new(const struct np_standard_facts *facts, const struct sep_rules *rules,
                            const char *rules_folder, struct nearness **out, struct np_err *err);
void nearness_free(struct nearness *n);

static inline bool keywords_alone(const struct target *t)
{
    return !t->has[CLAIM_EN] && !t->has[CLAIM_ZH];
}

/* How claims of a language meet a target. */
enum near_index near_index_of(const struct target *target, enum claim_language language);

/* Fills near and touched with the best independent claim for each target. */
void near_family(struct nearness *n, const struct np_claims *claims, enum claim_language language);

/* Place of this BM25 among all families compared with the target the same way, 1 the best; to 1/256, so
 * that equal ones share a place. When all families are read.                                    */
double near_rank(const struct nearness *n, int32_t target, enum near_index index, double bm25);
int64_t near_compared(const struct nearness *n, int32_t target, enum near_index index);

/* ---- one element, for the chart ---- */

struct near_element {
    int32_t text;            /* the best of the target's; -1: none shares a term */
    double cov_idf;
    bool compared;           /* it has terms */
    int32_t shall;           /* the best normative one; -1 */
    double shall_cov_idf;
    struct np_slice shared, missing; /* terms, ", " between, in the order of the element */
};
/* Terms live in the arena; concepts stand in both languages. */
void near_element(struct nearness *n, int32_t target, enum claim_language language,
                  struct np_slice element, struct np_arena *arena, struct near_element *out);

#endif
