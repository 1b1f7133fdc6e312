/* sep_rules.h -- rules/sep.tsv: weights and limits of candidates for standards (scoring.md, 5.4). */
#ifndef NP_SEP_RULES_H
#define NP_SEP_RULES_H

#include <nanopat/err.h>

#include <stdbool.h>
#include <stdint.h>

enum component { COV_IDF, ELEM, SIM_COS, RANK, DECLARED, PARTY, TIMING, REF, BREADTH, COMPONENTS };
extern const char *const component_names[COMPONENTS];

struct sep_rules {
    double weight[COMPONENTS];
    double element_strong, element_medium, element_weak;
    double tier_a_elem, tier_b_elem, tier_c_sep, scope_cosine, texts_min, keyword_cosine,
        draft_months;
    double timing_draft, declared_blanket, party_member, ref_npl, ref_description, ref_export;
    double alive_pending;
};

/* Every row must be there once, within its range, the weights sum to 1: else NP_STOP with its line. */
enum np_status load_sep_rules(const char *rules_folder, struct sep_rules *rules, uint64_t *hash,
                              struct np_err *err);

/* 100 * SUM w x / SUM w over the values that are no NaN; NaN if none is. Sets the weight present. */
double sep_of(const struct sep_rules *rules, const double value[COMPONENTS], double *present);

#endif
