/* scoring.h -- facts in, numbers with their evidence out.
 *
 * Indicators are rows of np_indicators[]. Each gives a value or null with a reason
 * (missing is never zero) and writes down the inputs it used. Composites follow
 * rules/weights.tsv. Results leave as rows of np_score_tables[], through a sink, so that
 * scoring/ knows no store.
 */
#ifndef NANOPAT_SCORING_H
#define NANOPAT_SCORING_H

#include <nanopat/err.h>
#include <nanopat/facts.h>
#include <nanopat/registry.h>
#include <nanopat/result.h>

/* Configuration read from the rules folder: scoring.tsv, weights.tsv, gni.tsv, tech35.tsv ... */
struct np_scoring;
enum np_status np_scoring_load(const char *rules_folder, struct np_scoring **scoring,
                               struct np_err *err);
/* "cohort=oecd", "weights=pai": as if the row stood in scoring.tsv; changes the hash. NP_STOP if there
 * is no such setting, it cannot have this value, or the weights it names are wrong.             */
enum np_status np_scoring_set(struct np_scoring *scoring, const char *assignment,
                              struct np_err *err);
void np_scoring_free(struct np_scoring *scoring);
/* Hash of the configuration, and name and hash of its weights: go into every export. */
uint64_t np_scoring_hash(const struct np_scoring *scoring);
struct np_slice np_scoring_weights(const struct np_scoring *scoring, uint64_t *hash);

/* Weights by which scores may be composed: "default" is weights.tsv, "NAME" weights-NAME.tsv; chosen
 * by the setting weights=NAME.                                                                  */
struct np_weighting {
    struct np_slice name;
    struct np_slice en, zh; /* "# en: ...", "# zh: ..." of the file; empty if it says nothing */
    uint64_t hash;
    struct np_err fault;    /* status NP_OK: in order; else what is wrong, with its line */
};
struct np_weightings { NP_LIST(struct np_weighting) list; };
/* Those of a folder, "default" first, then by name; each is checked. Texts live in the arena. */
void np_weightings_find(const char *rules_folder, struct np_arena *arena,
                        struct np_weightings *weightings);

/* A row of the weights chosen, as in the file. False behind the last. */
struct np_weight_row { struct np_slice score, component, transform; double weight; int direction; bool zero; };
bool np_scoring_weight_at(const struct np_scoring *scoring, size_t i, struct np_weight_row *row);

/* The words for what a legal event does to a right (rules/legal_events.tsv). False behind the last. */
bool np_legal_effect_at(size_t i, const char **name, const char **en, const char **zh);

/* rules/standards.tsv, borrowed from the scoring. */
const struct np_registry *np_scoring_registry(const struct np_scoring *scoring);

/* What the configuration chooses of families, to be set before facts are read; borrows the scoring. */
struct np_fact_choices np_scoring_choices(const struct np_scoring *scoring);

/* Changes of names and owners as legal_events.tsv reads them, for np_link; borrows the scoring. */
struct np_change_reader np_scoring_changes(const struct np_scoring *scoring);

enum np_null_reason { NP_VALUE, NP_NO_DATA, NP_NOT_APPLICABLE, NP_WINDOW_OPEN, NP_COHORT_TOO_SMALL };
const char *np_null_reason_name(enum np_null_reason reason); /* "no_data" ... */

struct np_value {
    double value;                /* NaN with a reason */
    enum np_null_reason reason;
    bool window_open;            /* value counted over an incomplete window */
};

struct np_evaluation; /* one run: facts, as_of, cohorts; scoring/evaluation.h */

struct np_indicator {
    const char *name;      /* "fwd_cits5" */
    const char *unit;      /* "families" */
    double low, high;      /* range; high INFINITY if open */
    int direction;         /* +1 higher is better, -1 lower, 0 neither */
    const char *en, *zh;   /* one line each */
    const char *source;    /* "Squicciarini, Dernis & Criscuolo 2013, OECD STI WP 2013/03" */
    const char *formula;   /* as printed in explain */
    const char *nulls;     /* "REASON: when; ..." for each reason that `of` may give; "never ..." */
    /* `inputs` receives what was used: numbers and dates, readable, "; " between. NULL: not wanted. */
    struct np_value (*of)(const struct np_evaluation *run, int64_t family, struct np_buf *inputs);
};
extern const struct np_indicator np_indicators[]; /* ends with name NULL */

/* The same of sets of families: a portfolio, an enterprise, a subfield of the plan. */
struct np_measure {
    const char *name;      /* a column of the table, a name in weights.tsv and tiers.tsv */
    const char *unit;
    double low, high;      /* range; INFINITY if open */
    int direction;         /* +1 higher is better, -1 lower, 0 neither */
    const char *en, *zh;   /* headings */
    const char *says;      /* what else to know, when it is null; may be empty */
    const char *formula, *source;
    size_t at;             /* for scoring alone */
};
extern const struct np_measure np_holding_measures[], /* of portfolios and enterprises */
    np_portfolio_measures[], np_enterprise_measures[], np_subfield_measures[],
    np_city_measures[], np_scheme_measures[]; /* end with name NULL */

/* The last year whose filings count as published: those of the last 24 months are not all (18 months
 * of secrecy and the way of the data).                                                            */
int np_last_complete_year(np_date as_of);

/* Score tables:
 *   families     one row per family in scope (at least one subfield)
 *   measures     one row per subject and indicator or composite: value, reason, percentile, cohort key, n, level,
 *                weight, contribution, inputs, formula, source
 *   portfolios   enterprise x subfield
 *   portfolio_families  which families a portfolio holds, core or satellite
 *   enterprises  with tier and the tier rule's numbers
 *   suggestions  two spellings that may be one enterprise; nothing is merged by them
 *   schemes      enterprise x scheme: met, not met, or which column is needed
 *   subfields    counts of the plan                                                   */
extern const struct np_table np_score_tables[];

struct np_score_sink {
    void *ctx;
    enum np_status (*put)(void *ctx, const struct np_table *table, const struct np_cell *cells,
                          struct np_err *err);
};

/* Titles, abstracts, claims and inventors are no facts: they are asked for, one publication of a
 * family in scope at a time, and what is needed of them is kept. The record lives in the arena.
 * NP_END: nothing is known of it; NP_SKIP: it cannot be read, err says why; scoring goes on.      */
struct np_score_texts {
    void *ctx;
    enum np_status (*of)(void *ctx, struct np_slice id, struct np_arena *arena,
                         struct np_record **record, struct np_err *err);
};

struct np_score_input {
    const struct np_facts *facts;             /* linked */
    const struct np_scoring *scoring;
    np_date as_of;                            /* as in np_link; 0: the last date in the data */
    const char *const *subfield_codes;        /* of the facts' subfields, by index */
    const struct np_score_texts *texts;       /* NULL: no text is known */
};

/* Computes everything for linked facts and puts rows in a total order. */
enum np_status np_score(const struct np_score_input *input, const struct np_score_sink *sink,
                        struct np_err *err);

#endif
