/* configuration.h -- the tables of the rules folder that scoring reads, checked as they are read. */
#ifndef NP_CONFIGURATION_H
#define NP_CONFIGURATION_H

#include "legal.h"
#include "sep_rules.h"

#include <nanopat/places.h>
#include <nanopat/registry.h>
#include <nanopat/tsv.h>

/* Days of a dated row (period.c): both included; 0: open. */
struct period { np_date from, to; };

/* Of two cells; each empty, a day, a month or a year, whose last day the end then is. */
enum np_status read_period(const struct np_tsv *tsv, struct np_slice from, struct np_slice to,
                           struct period *period, struct np_err *err);
bool periods_meet(const struct period *a, const struct period *b);
bool period_has(const struct period *period, np_date day);

struct number_setting { const char *name; double value; };

enum transform { BY_RANK, BY_INDEX, BY_SHARE, BY_FLAG };

struct weight {
    struct np_slice score, component, typed; /* typed: the transform as in the file */
    double weight;
    enum transform transform;
    double parameter;  /* share: what counts as 1; flag: from which value on it is set */
    int direction;     /* +1, -1 */
    bool missing_zero; /* null counts as 0; otherwise it is left out */
    int column;        /* of the component, -1 for those of portfolios */
    int line;          /* of weights.tsv */
};

struct tier_rule {
    struct np_slice tier, zh, en, next, measure; /* measure empty: holds always */
    struct np_slice step_zh, step_en;
    int group;
    char op;
    double value;
};

struct scheme_rule { /* one condition of a scheme (scheme.c) */
    struct np_slice scheme, zh, en, measure, gives, otherwise, says, says_zh, source;
    struct np_slice column;  /* of the enterprise library; empty: a number of ours */
    int group;
    char op;                 /* as in tiers; 'S': only shown */
    double value;
};

/* A member of a declared consortium, by key or printed name (consortia.c). */
struct member_row {
    int consortium; /* number of its name in consortia */
    struct np_slice member, subfield; /* subfield "*": all */
    struct period period;
};

struct market { /* markets.tsv */
    struct np_slice office, zh, en;
    bool target;
    int paris_months, pct_months, surcharge_months; /* 0: none */
};

struct reminder { /* reminders.tsv */
    struct np_slice key, office, applies; /* "*": all */
    struct np_slice zh, en, source;
};

struct area { /* areas.tsv */
    struct np_slice key, zh, en;
    struct np_slice subfields, symbols; /* words; "-": none */
    struct np_slice source;
};

struct gni_row { struct np_slice office; int year; double gni; };

struct group_row { /* a member of a group of companies (groups.c) */
    struct np_slice group, member, source;
    struct period period;
};

struct np_scoring {
    struct np_arena *arena;
    uint64_t hash;
    struct legal_codes legal;                   /* what events do to rights */
    struct np_map *fields;                      /* IPC prefix -> field35 */
    NP_LIST(struct gni_row) gni;
    NP_LIST(struct weight) weights;             /* in order of the file */
    struct np_slice weights_name;               /* "default": weights.tsv; else weights-NAME.tsv */
    uint64_t weights_hash;                      /* of that file */
    struct np_slice folder;
    NP_LIST(struct tier_rule) tiers;
    NP_LIST(struct scheme_rule) schemes;        /* in order of the file */
    NP_LIST(struct scheme_rule) library_columns;/* names of columns that schemes ask for */
    NP_LIST(struct np_slice) consortia;         /* names, in order of the file */
    NP_LIST(struct member_row) member_rows;     /* the same */
    NP_LIST(struct group_row) group_rows;       /* the same */
    NP_LIST(struct market) markets;             /* the same */
    NP_LIST(struct reminder) reminders;         /* the same */
    NP_LIST(struct area) areas;                 /* the same */
    struct np_map *office_weights;              /* office -> index into given_weights */
    NP_LIST(double) given_weights;
    struct sep_rules sep;
    struct np_registry registry;                /* empty: no table of standards */
    struct np_places *places;
    int home;                                   /* our city among them; -1: none */
    NP_LIST(struct np_slice) reference_offices; /* of families, in this order */
    NP_LIST(struct np_slice) home_offices;      /* not counted as abroad, beside CN */
    NP_LIST(struct np_slice) award_words;       /* of awards that count for the policy */
    bool by_cpc;
    bool oecd_cohorts, skip_missing, status_of_scope;
    bool published_abroad, maintained_from_grant, sei_first;
    uint64_t given;                             /* bit of each number that has a row */
    double alert_past, alert_months, alert_door;
    double near_min, near_symbols, near_most, lead_min, risk_overlap, risk_xy, risk_remaining,
        risk_litigious, risk_exposure;
    double self_citation_max, cliff_max, known_min;
    double cohort_min, cohort_floor, winsor_q, pending_weight, breakthrough_min, portfolio_min,
        office_reports_min, coverage_min, maintenance_years, hvp_version, pledge_min, population,
        plan_listed, plan_unicorn, plan_gazelle, split_min, split_symbols, split_cosine;
};

/* ---- a table of the folder (load.c) ---- */

struct rules_table {
    const char *name;
    const char *const *columns;
    bool may_be_absent;
    enum np_status (*row)(struct np_scoring *scoring, const struct np_tsv *tsv,
                          const struct np_slice *cell, struct np_err *err);
    enum np_status (*end)(const struct np_scoring *scoring, const struct np_tsv *tsv,
                          struct np_err *err); /* checks the whole; may be NULL */
    uint64_t *hash;                            /* gets that of its content; may be NULL */
};

/* Gives its rows in their order, adds its content to the hash. */
enum np_status load_table(struct np_scoring *scoring, const char *folder,
                          const struct rules_table *table, struct np_err *err);
void add_hash(struct np_scoring *scoring, uint64_t hash);

/* ---- the tables ---- */

/* Those of weights_name, in place of the ones that were there. */
enum np_status load_weights(struct np_scoring *scoring, const char *folder, struct np_err *err);
/* The same, of what a setting names. */
enum np_status choose_weights(struct np_scoring *scoring, struct np_err *err);
extern const char *const weights_columns[];
/* File of a weighting; false if it cannot be a name. */
bool weights_file(struct np_slice name, char *file, size_t size);
/* By key or printed name; -1. */
int enterprise_named(const struct np_facts *facts, struct np_slice name);
enum np_status load_markets(struct np_scoring *scoring, const char *folder, struct np_err *err);
/* The files may be absent: then there are none. */
enum np_status load_areas(struct np_scoring *scoring, const char *folder, struct np_err *err);
enum np_status load_reminders(struct np_scoring *scoring, const char *folder, struct np_err *err);
enum np_status load_groups(struct np_scoring *scoring, const char *folder, struct np_err *err);
enum np_status load_consortia(struct np_scoring *scoring, const char *folder, struct np_err *err);
/* First rule of a tier by its name or in either language; -1: none. */
int tier_find(const struct np_scoring *scoring, struct np_slice name);
enum np_status load_tiers(struct np_scoring *scoring, const char *folder, struct np_err *err);
/* Standards, terms and sep.tsv; without standards.tsv nothing is read. */
enum np_status load_standards(struct np_scoring *scoring, const char *folder, struct np_err *err);
enum np_status load_schemes(struct np_scoring *scoring, const char *folder, struct np_err *err);
/* ">=" is 'G', "<=" 'L'; the others are themselves. */
bool read_op(struct np_slice s, char *op);
const char *op_text(char op);
bool op_holds(char op, double value, double limit); /* NaN holds nothing */
/* Field 1..35 of a symbol, 0 if none: longest prefix; digits behind four letters are a whole group. */
int field_of_symbol(const struct np_scoring *scoring, struct np_slice symbol);
/* Names of measures that weights and tier rules may use beside indicators. */
bool is_portfolio_measure(struct np_slice name);
bool is_tier_measure(struct np_slice name);
bool is_scheme_measure(struct np_slice name);

#endif
