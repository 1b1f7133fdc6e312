/* evaluation.h -- one run: what is computed once and read by all indicators.
 *
 *   rights      the applications of a family and what became of each, at as_of
 *   columns     values of an indicator or a composite for all families, or those in scope
 *   cohorts     sorted values of a column by group; built when first asked for
 *
 * Families are numbered as in facts. A family is in scope if it has a subfield.
 */
#ifndef NP_EVALUATION_H
#define NP_EVALUATION_H

#include <math.h>

#include "claim_words.h"
#include "configuration.h"
#include "library.h"

/* ---- rights (rights.c) ---- */

struct right {
    struct np_slice office;
    enum np_type type;
    np_date filing, granted, dead, expiry; /* 0: unknown or not; expiry: the day it ends */
    enum right_status status;
    bool presumed;    /* no event source speaks of it */
    bool pta_unknown; /* expiry is the earliest possible */
    bool has_events;  /* a source of legal events speaks of the application */
    double remaining; /* years from as_of, 0 if dead; NaN if unknown */
    int64_t publication; /* the first of this application */
    int64_t told_by;     /* the publication with its events; -1: none */
    const struct effect *reason;     /* of a dead one; NULL if alive */
    const struct legal_status *legal;/* of families in scope, with events; else NULL */
    const struct np_fact_export *export; /* last word of a vendor on it; NULL: none */
    bool by_export;   /* and its status is that word, because no source of events has one */
};

struct state { /* of one family */
    const struct effect *reason; /* of the right that ended last, if all are dead */
    uint32_t first_right, nrights; /* of families in scope or with events; else made when asked */
    int32_t scope_index;   /* dense number among families in scope, -1 */
    int32_t claims_from;   /* publication whose claims count, -1 */
    int32_t length_from;   /* publication whose first claim counts, -1; in scope alone */
    int32_t subfield;      /* the one with the highest score; -1 out of scope */
    int16_t filing_year, publication_year;
    uint8_t field;
    enum right_status status : 8;
    bool presumed : 1, many_field : 1, pta_unknown : 1;
    bool has_events : 1;   /* a source speaks of one of its applications */
    bool kept : 1;         /* its rights are in the run's */
};

/* ---- texts (texts.c) ---- */

/* COMPARED: claims in a language that standards are compared in. */
enum text_part { TEXT_TITLE, TEXT_ABSTRACT, TEXT_CLAIMS, TEXT_INVENTORS, TEXT_COMPARED, TEXT_PARTS };

enum answer { ANSWER_NO, ANSWER_YES, ANSWER_UNKNOWN };

struct industry { /* strategic emerging industry (industry.c) */
    enum answer answer;
    struct np_slice symbol, keyword; /* yes: what fits; unknown: the symbol that is not settled */
    int rule;                        /* of the imported table; -1 */
};

struct family_text { /* what is kept of the texts of a family in scope */
    NP_LIST(int) inventors; /* numbers in inventor_names, distinct, as the record names them */
    struct industry industry;
    /* Of families that may be split or stand near ours: their claims in one language, and in another if a
     * member elsewhere has them; else n 0.                                                         */
    struct claim_words words[WORD_LISTS];
    bool compared;            /* its claims, with standards */
};

/* An enterprise's families in a subfield count for a consortium (consortia.c). */
struct membership { int enterprise, consortium, subfield; /* -1: all */ };

/* ---- columns ---- */

enum composite { LEGAL, TECHNICAL, ECONOMIC, HV, NCOMPOSITES };
extern const char *const composite_names[NCOMPOSITES];

struct column {
    bool all;            /* one slot per family, else per family in scope */
    bool by_language;    /* compared within one language */
    double *value;
    unsigned char *reason;
    unsigned char *group; /* values of different groups are never compared: window open, language */
};

struct income { /* of an office, relative to the US (income.c) */
    double ratio;
    int year;                       /* that both have */
    struct np_slice source, us_source; /* "rules/gni.tsv", "gni.csv line 7" */
};

/* Rights of one family or of many, in order of family. */
struct rights { struct right *v; size_t n, cap; int64_t family; };

/* Shares by class of symbols (four characters): empty between two families. */
struct class_sums {
    double *share;   /* by class */
    int32_t *seen;   /* classes with a share, in order of first sight */
    size_t n;
};

struct office_set { double weight; struct np_slice office; /* the heaviest */ };

/* What says that an enterprise sits in a place (seat.c). */
struct evidence {
    int place;            /* -1: nothing does */
    enum np_place_by by;
    np_date date;         /* of the filing; 0: by the name */
    int64_t publication;  /* in facts; -1 */
    struct np_slice said; /* the spelling that told it */
    struct np_slice text; /* that was read: the address, the city, the postcode, the name */
};

struct seat { struct evidence city, district; bool local; };

struct cohorts;
struct portfolio;

/* Citations of old families of one technology field, by whole years of age; the last row: and more. */
enum { LIFE_YEARS = 40, FIELDS = 35 };
struct life { double families, by_age[LIFE_YEARS]; };

/* Of technology relevance: same field, same year of first publication. */
enum { PEER_YEARS = 4096 };
struct peer_sum { double sum, sum_noself, n; }; /* of c_star, all and without own citations */

struct np_evaluation {
    const struct np_facts *facts;
    const struct np_scoring *scoring;
    struct np_arena *arena;
    np_date as_of;
    const char *const *codes; /* of subfields */
    size_t nsubfields;
    int *plan_field;          /* of subfields: the number before the point */
    struct state *states;
    struct rights rights;     /* of families in scope or with events */
    struct rights *passing;   /* of the family asked last, of all others */
    int8_t *symbol_fields;    /* field35 by symbol */
    struct office_set *office_sets; /* what each set of citing offices weighs */
    struct class_sums *sums;  /* of the family at hand */
    struct np_map *read_to;   /* office -> last event up to as_of */
    struct np_arena *scratch;
    NP_LIST(int64_t) scope;   /* families in scope */
    struct family_text *texts;     /* by scope index */
    struct np_map *inventor_names; /* folded name -> number */
    struct candidates *candidates; /* for standards; NULL: no standard is known */
    const struct np_score_texts *source; /* of texts; NULL: none */
    struct vocabulary *vocabulary; /* of claims; NULL: no portfolio may be split */
    struct library *library;  /* what the office knows of enterprises */
    NP_LIST(struct membership) memberships; /* at as_of, in order of the file */
    size_t nindicators;
    struct column *columns;   /* indicators, then composites */
    struct cohorts *cohorts;
    struct np_map *office_weights; /* office -> index into weights */
    NP_LIST(double) weights;
    struct life lives[FIELDS + 1]; /* by field35 */
    struct np_map *incomes;   /* office -> index into income */
    NP_LIST(struct income) income;
    double mean_impact;       /* citations per family of the current impact index; NaN: none */
    struct peer_sum *peers;   /* by field and year of publication */
    struct seat *seats;       /* by enterprise */
};

static inline const struct np_fact_family *family_at(const struct np_evaluation *run, int64_t i)
{
    return &run->facts->families.v[i];
}

/* Of families in scope or with legal events; of others only the light row is there. */
static inline const struct np_fact_publication *publication_at(const struct np_evaluation *run,
                                                               int64_t i)
{
    return np_facts_whole(run->facts, i);
}

static inline const struct np_fact_light *light_at(const struct np_evaluation *run, int64_t i)
{
    return &run->facts->light[i];
}

static inline struct np_slice office_at(const struct np_evaluation *run, int64_t publication)
{
    return run->facts->words.v[light_at(run, publication)->office];
}

struct np_slice class_name(const struct np_evaluation *run, int32_t class_);

/* A symbol of a family, by its number. */
static inline struct np_slice symbol_at(const struct np_evaluation *run, int32_t symbol)
{
    return run->facts->symbols.v[symbol];
}

/* Peers of technology relevance: same field, same year of first publication (indicators_citations.c). */
void sum_peers(struct np_evaluation *run);
struct peer_sum *peer_sum_of(const struct np_evaluation *run, int64_t family); /* NULL: none */

/* A share is never 0. */
void sums_add(struct class_sums *sums, int32_t class_, double share);
void sums_reset(struct class_sums *sums);

/* NP_STOP if the texts cannot be read; to be released in any case. */
enum np_status evaluation_init(struct np_evaluation *run, const struct np_score_input *input,
                               struct np_err *err);
void evaluation_release(struct np_evaluation *run);

/* Texts of all families in scope; NULL: none. */
enum np_status read_texts(struct np_evaluation *run, const struct np_score_texts *texts,
                          struct np_err *err);
const struct family_text *text_of(const struct np_evaluation *run, int64_t family); /* never NULL */

/* Of imported lists and rules/gni.tsv, as of the run's day. NULL: not known. */
void weigh_incomes(struct np_evaluation *run);
const struct income *income_of(const struct np_evaluation *run, struct np_slice office);

/* Seats of all enterprises. */
void seat_enterprises(struct np_evaluation *run);
/* Who belongs to a consortium at as_of. */
void find_memberships(struct np_evaluation *run);
/* The consortium that an enterprise's families in a subfield count for; -1: none. */
int consortium_of(const struct np_evaluation *run, int enterprise, int subfield);
/* Its members in a subfield, those that the data do not know among them. */
void say_members(const struct np_evaluation *run, int consortium, int subfield, struct np_buf *b);
/* By scope index: is the family in a portfolio larger than portfolio_split_min? NULL: none is. */
bool *mark_large(const struct np_evaluation *run, struct np_arena *arena);

/* Weights of citing offices, and of their sets (citing_offices.c). */
void weigh_offices(struct np_evaluation *run);
/* What the current impact index compares with (holding_impact.c). */
void measure_all_impact(struct np_evaluation *run);
/* How citations come over the years (indicators_time.c). */
void measure_lives(struct np_evaluation *run);
/* When events of each office were read to. */
void find_read_dates(struct np_evaluation *run);
void find_rights(struct np_evaluation *run, int64_t family);
/* Had a source told an event of the publication's application by as_of? */
bool told_by_then(const struct np_evaluation *run, const struct np_fact_publication *p);
/* Status of a right by the events of a publication of it, made anew in the arena. */
const struct legal_status *legal_of(const struct np_evaluation *run, const struct right *right,
                                    const struct np_fact_publication *told_by,
                                    struct np_arena *arena);
/* Takes over what the events say. */
void take_legal(struct right *right, const struct legal_status *legal);
const struct right *rights_of(const struct np_evaluation *run, int64_t family, size_t *n);
/* Expiry of a right by law (scoring.md, section 7.4); 0 if it cannot be known. term_from: of the earliest
 * parent that is no provisional; granted: 0 if it is not, which a term that counts from grant needs. */
np_date expiry_of(struct np_slice office, enum np_type type, np_date filing, np_date term_from,
                  np_date granted);
enum right_status status_at(np_date as_of, np_date granted, np_date dead, np_date expiry);
const char *status_name(enum right_status status, bool presumed);
struct status_word { const char *name, *en, *zh; };
/* The same; of a dead one why, if that is known. */
struct status_word status_word(enum right_status status, bool presumed,
                               const struct effect *reason);
double years_between(np_date from, np_date to);

/* Over the rights of a family, as far as events are known. */
bool has_burden(const struct np_evaluation *run, int64_t family, enum burden_kind kind);
int count_transfers(const struct np_evaluation *run, int64_t family);

int find_column(struct np_slice name); /* indicator or composite; -1 */
void fill_column(struct np_evaluation *run, int column);
struct np_value column_value(const struct np_evaluation *run, int column, int64_t family);
void set_value(struct np_evaluation *run, int column, int64_t family, struct np_value value);
size_t count_indicators(void);
/* To 9 decimals: sums of the same numbers in another order are the same, so ties are ties. */
double settled(double value);

struct np_value value_of(double value);
struct np_value null_of(enum np_null_reason reason);
bool is_null(struct np_value value);

/* ---- cohorts (cohort.c) ---- */

enum cohort_kind { OECD_COHORT, HOUSE_COHORT };

struct cohort {
    const double *v; /* ascending; borrowed from the cohorts */
    size_t n;
    int level;           /* 0 is the family's own */
    const char *level_name;
    char key[64];        /* "1.8 2019" */
};

struct cohorts *cohorts_new(struct np_evaluation *run);
void cohorts_free(struct cohorts *cohorts);
/* The configured kind. */
enum cohort_kind cohort_default(const struct np_evaluation *run);
/* The first level that has cohort_min values comparable with the family's; else the widest with
 * cohort_floor; false if there is none. `group` as in column.                                   */
bool cohort_find(const struct np_evaluation *run, enum cohort_kind kind, int column,
                 int64_t family, struct cohort *out);
/* Only the family's own level, whatever its size. */
void cohort_own(const struct np_evaluation *run, enum cohort_kind kind, int column,
                int64_t family, struct cohort *out);
double cohort_rank(const struct cohort *cohort, double x);          /* 0..100 */
double cohort_quantile(const struct cohort *cohort, double q);      /* nearest rank */
double cohort_index(const struct cohort *cohort, double x, double q); /* 0..1 */
double cohort_mean(const struct cohort *cohort);

/* The oecd cohorts of a column of all families (cohort_all.c); levels in their order. */
enum all_level { FIELD_AND_YEAR, FIELD_AROUND, ALL_OF_YEAR, ALL_OF_ALL };
struct all_families;
struct all_families *all_families_new(const struct np_evaluation *run,
                                      const struct column *column);
void all_families_free(struct all_families *all);
/* Sets v and n. part: technology field; year of filing. */
void all_families_find(struct all_families *all, enum all_level level, int part, int year,
                       int group, struct cohort *out);

/* The same over plain sorted numbers. */
double quantile_of(const double *sorted, size_t n, double q);
double rank_of(const double *sorted, size_t n, double x);
int compare_reals(const void *left, const void *right);

/* ---- composites (composite.c) ---- */

struct part { /* a component of a composite, for one subject */
    const struct weight *weight;
    struct np_value raw;
    double points;   /* 0..100; NaN if left out */
    bool ranked;     /* percentile and cohort are set */
    double percentile;
    struct cohort cohort;
};
enum { PARTS_MAX = 16 };

struct composed { struct part part[PARTS_MAX]; size_t n; double value, coverage; };

/* Parts and value of a family's composite by its name; value NaN where coverage is under the limit. */
void compose(const struct np_evaluation *run, struct np_slice score, int64_t family,
             struct composed *out);
void fill_composites(struct np_evaluation *run);
/* Value and coverage from parts whose points are set. */
void compose_sum(const struct np_scoring *scoring, struct composed *composed);
double points_of(const struct weight *weight, double raw, double percentile);
/* High-value candidate: HV in the top tenth of its cohort, or a policy circumstance and the upper
 * half. -1: cannot be said.                                                                     */
int is_core(const struct np_evaluation *run, int64_t family);
/* Top tenth by fwd_cits5 in its cohort: 1, 0, -1 unknown. */
int is_top10(const struct np_evaluation *run, int64_t family);

/* ---- indicators (indicators_*.c) ---- */

#define INDICATOR(name) \
    struct np_value name(const struct np_evaluation *run, int64_t family, struct np_buf *inputs)

INDICATOR(indicator_scope);
INDICATOR(indicator_many_field);
INDICATOR(indicator_family_size);
INDICATOR(indicator_grant_lag_days);
INDICATOR(indicator_grant_lag);
INDICATOR(indicator_bwd_cits);
INDICATOR(indicator_npl_cits);
INDICATOR(indicator_claims);
INDICATOR(indicator_claims_bwd);
INDICATOR(indicator_fwd_cits5);
INDICATOR(indicator_fwd_cits5_noself);
INDICATOR(indicator_fwd_cits5_xy);
INDICATOR(indicator_fwd_cits7);
INDICATOR(indicator_fwd_cits7_noself);
INDICATOR(indicator_fwd_cits7_xy);
INDICATOR(indicator_breakthrough);
INDICATOR(indicator_breakthrough_xy);
INDICATOR(indicator_fwd_cits);
INDICATOR(indicator_fwd_cits_noself);
INDICATOR(indicator_fwd_cits_life);
INDICATOR(indicator_tct);
INDICATOR(indicator_pledges);
INDICATOR(indicator_licences);
INDICATOR(indicator_transfers);
INDICATOR(indicator_preservations);
INDICATOR(indicator_challenges);
INDICATOR(indicator_suits);
INDICATOR(indicator_generality);
INDICATOR(indicator_generality_hjt);
INDICATOR(indicator_generality_hjt_corr);
INDICATOR(indicator_originality);
INDICATOR(indicator_radicalness);
INDICATOR(indicator_renewal);
INDICATOR(indicator_quality_index_4);
INDICATOR(indicator_quality_index_6);
INDICATOR(indicator_c_star);
INDICATOR(indicator_c_star_noself);
INDICATOR(indicator_tech_relevance);
INDICATOR(indicator_tech_relevance_noself);
INDICATOR(indicator_market_coverage);
INDICATOR(indicator_competitive_impact);
INDICATOR(indicator_triadic);
INDICATOR(indicator_ip5);
INDICATOR(indicator_pct);
INDICATOR(indicator_nfc);
INDICATOR(indicator_top1);
INDICATOR(indicator_top10);
INDICATOR(indicator_indep_claims);
INDICATOR(indicator_first_claim_len);
INDICATOR(indicator_remaining_years);
INDICATOR(indicator_examined_grants);
INDICATOR(indicator_survived);
INDICATOR(indicator_dealings);
INDICATOR(indicator_sep_tier);
INDICATOR(indicator_bwd_cits_xy);
INDICATOR(indicator_dependence);

/* Appends to inputs if it is wanted. */
void note(struct np_buf *inputs, const char *format, ...) __attribute__((format(printf, 2, 3)));
void note_date(struct np_buf *inputs, const char *what, np_date date);
/* "CN events read to 2023-12-12", office by office: up to when none of a family's events was found. */
void note_events_read(const struct np_evaluation *run, int64_t family, struct np_buf *inputs);

#endif
