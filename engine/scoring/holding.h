/* holding.h -- what is measured of a set of families: a portfolio, an enterprise. */
#ifndef NP_HOLDING_H
#define NP_HOLDING_H

#include "evaluation.h"
#include "measure_rows.h"

/* All numbers are real, NaN where unknown, so that one table can name them. */
#define AS_MEMBER(kind, name, ...) double name;

struct holding {
    HOLDING_MEASURES(AS_MEMBER)
    np_date first_filing, last_filing;
};

enum { RTA_FAMILIES_MIN = 5 }; /* under this a specialisation says little */

/* The families of an owner in a subfield: a whole. What is ranked is what stands: a whole, or, where
 * it is split, its parts; of members of a consortium the consortium's.                          */
struct portfolio {
    struct holding h; /* first: measures are found by offset */
    PORTFOLIO_MEASURES(AS_MEMBER) /* of the enterprise in the subfield, for parts too */
    double rank_in_city, score, coverage, rank, rank_in_subfield;
    int enterprise;           /* of a consortium: its lead */
    int consortium;           /* whose portfolio it is; -1: the enterprise's own */
    int joined;               /* an enterprise's own: the consortium that stands for it; -1 */
    int subfield;
    const int64_t *families;  /* ascending */
    size_t nfamilies;
    const struct portfolio *whole; /* of a part; else NULL */
    size_t nparts;            /* of a whole that is split; else 0 */
    int part;                 /* number of a part; 0: the rest, families joined to no other */
    const struct np_slice *why; /* by family of a part: what joins it to those before; else NULL */
    size_t row;               /* its place in rows; parts follow their whole */
    bool listed;
};

enum { TIER_OFF = -2 };

/* What an officer decided: a row of the decisions, else the tier of the enterprise library. */
struct decision {
    const char *by;          /* "decision", "library"; NULL: none */
    int tier;                /* first rule; TIER_OFF; -1: no tier of tiers.tsv has this name */
    struct np_slice typed, who, reason;
    np_date date;            /* 0: not said */
    const struct np_fact_place *place;
};

struct enterprise {
    struct holding h;
    ENTERPRISE_MEASURES(AS_MEMBER)
    int number;     /* in facts */
    int class_;     /* subfield with the most fractional active families, -1 */
    int best_rta_subfield;
    int proposed;   /* tier by the rules: index of its first rule, -1 */
    int tier;       /* the decided one, else the proposed; TIER_OFF: taken off the list */
    struct decision decision;
    struct np_slice city; /* empty if unknown */
    bool local;
};

struct subfield {
    SUBFIELD_MEASURES(AS_MEMBER)
};

struct city {
    CITY_MEASURES(AS_MEMBER)
};

const struct np_measure *find_measure(const struct np_measure *measures, struct np_slice name);
static inline double measure_value(const void *whole, const struct np_measure *measure)
{
    return *(const double *)((const char *)whole + measure->at);
}

void measure_holding(const struct np_evaluation *run, const int64_t *families, size_t n,
                     struct holding *h);
/* A count of what is known to be so: none of them is no 0 while of some it is not known. */
static inline double known_count(double yes, double unknown)
{
    return yes > 0 || unknown <= 0 ? yes : NAN;
}

/* Many own citations, a cliff, little known; nothing if all is well (warnings.c). */
void say_warnings(const struct np_scoring *scoring, const struct holding *h, struct np_buf *b);

/* holding_impact.c: inventors, science, cycle time, current impact. The reference of the current
 * impact is all families in scope.                                                              */
void measure_impact(const struct np_evaluation *run, const int64_t *families, size_t n,
                    struct holding *h);

/* Filings per year of complete years: compound annual growth over five of them; NaN if there were
 * none in the first; *new then says whether there are some now.                                  */
double growth_of(const struct np_evaluation *run, const int64_t *families, size_t n, double *new);

/* Values of a portfolio's component over the listed portfolios of one field, ascending. */
struct peers { double *v; size_t n; };

/* Everything above families, computed once. */
struct holdings {
    struct np_arena *arena;
    NP_LIST(struct portfolio) portfolios;   /* enterprises' own wholes, by key, then subfield */
    NP_LIST(struct portfolio) groups;       /* consortia's, in order of the file, then subfield */
    NP_LIST(struct portfolio) parts;
    struct portfolio **rows;                /* all of these: wholes, each followed by its parts */
    size_t nrows;
    NP_LIST(struct enterprise) enterprises; /* those with a family in scope, by key */
    struct subfield *subfields;
    struct peers **peers;                   /* by subfield, then by weight: of its field */
};

static inline bool stands(const struct portfolio *p)
{
    return p->nparts == 0 && p->joined < 0;
}
/* The rows that stand for an enterprise's whole: itself, its parts, or its consortium's. */
struct portfolio *const *standing_for(const struct holdings *all, const struct portfolio *whole,
                                      size_t *n);

void make_portfolios(const struct np_evaluation *run, struct holdings *all);
void score_portfolios(const struct np_evaluation *run, struct holdings *all);
/* Parts of a listed portfolio's score. */
void compose_portfolio(const struct np_evaluation *run, const struct holdings *all,
                       const struct portfolio *portfolio, struct composed *out);
bool may_be_listed(const struct np_evaluation *run, const struct portfolio *portfolio);
/* What keeps a portfolio from the list; nothing if it is listed. */
void say_missing(const struct np_evaluation *run, const struct portfolio *portfolio,
                 struct np_buf *b);

/* What a portfolio is about (theme.c). */
struct theme {
    struct np_slice symbol; /* the IPC symbol that most of its families share; empty: none has any */
    double families;        /* that have it; NaN */
    int64_t core;           /* the core family with the highest score, else the family; -1: no score */
};
struct theme theme_of(const struct np_evaluation *run, const struct portfolio *portfolio);

/* Families in scope by subfield, ascending in each: those of s stand from from[s] to from[s + 1]. Both
 * arrays are the caller's to free (subfield.c).                                                  */
struct subfield_families { int64_t *families; size_t *from; };
struct subfield_families list_families(const struct np_evaluation *run);

/* What an owner has of a set of families: each family shared out among its owners. */
struct owner_share { int enterprise; double families; np_date first_filing; };
/* Of a subfield; `owners` has room for all portfolios (subfield.c). */
size_t owners_in(const struct np_evaluation *run, const struct holdings *all, int subfield,
                 struct owner_share *owners);
void measure_families(const struct np_evaluation *run, const int64_t *families, size_t n,
                      struct subfield *s);
void measure_owners(const struct np_evaluation *run, const struct owner_share *owners, size_t n,
                    struct subfield *s);
/* Rank of our city by these families among the cities known; NaN: it has none (subfield_city.c). */
double rank_of_city(const struct np_evaluation *run, const struct owner_share *owners, size_t n);
double median_growth(const struct np_evaluation *run, const struct holdings *all); /* of the subfields */
/* Faster than the median while our city holds less than its weight: 0, 1; NaN: not known. */
double gap_of(const struct subfield *s, double median);

void make_enterprise_rows(const struct np_evaluation *run, struct holdings *all);
void make_subfields(const struct np_evaluation *run, struct holdings *all);
/* Our city by the policy (city_policy.c). */
void measure_city(const struct np_evaluation *run, const struct holdings *all, struct city *city);
/* Counters of the plan, from the enterprise library (plan.c). */
void count_plan(const struct np_evaluation *run, struct city *city);
/* Is the first patentee of a right of our city? */
bool is_ours(const struct np_evaluation *run, const struct right *right);
/* Our city among cities, in every subfield (subfield_city.c). */
void compare_cities(const struct np_evaluation *run, struct holdings *all);

/* ---- tiers (tier.c) ---- */

/* The first tier whose rules hold: index of its first rule, -1. */
int tier_of(const struct np_scoring *scoring, const struct enterprise *e);
/* Place of a tier among those of the file, from 1. */
int tier_rank(const struct np_scoring *scoring, int tier);
/* "pai_rank_in_city 3, <= 10; ...": the numbers of the proposed tier's rules. */
void say_tier(const struct np_scoring *scoring, const struct enterprise *e, struct np_buf *b);
/* What the tier to aim at lacks: "champion; best_rta 1, >= 2"; nothing at the top. */
void say_next(const struct np_scoring *scoring, const struct enterprise *e, struct np_buf *b);
/* The same for readers, and what to look at. */
void say_tier_words(const struct np_scoring *scoring, const struct enterprise *e, bool zh,
                    struct np_buf *b);
void say_next_words(const struct np_scoring *scoring, const struct enterprise *e, bool zh,
                    struct np_buf *b);
void say_step(const struct np_scoring *scoring, const struct enterprise *e, bool zh,
              struct np_buf *b);

/* The officer's decision on an enterprise at as_of; by NULL: there is none (decision.c). */
void find_decision(const struct np_evaluation *run, int enterprise, struct decision *decision);
/* What stands between the list and the decision; empty if it is in effect. */
const char *decision_fault(const struct decision *decision);

/* ---- seats (seat.c); enterprises by their number in facts ---- */

/* City of an enterprise: 苏州市, however it is written; of other countries as printed. Empty if unknown. */
struct np_slice city_of(const struct np_evaluation *run, int enterprise);
/* District or county; empty if unknown. */
struct np_slice district_of(const struct np_evaluation *run, int enterprise);
bool is_local(const struct np_evaluation *run, int enterprise);
const struct np_place *place_of(const struct np_evaluation *run, const struct evidence *evidence);
/* The text with its filing: "215300 (CN101A, 2020-01-02)"; nothing if there is none. */
void say_evidence(const struct np_evaluation *run, const struct evidence *evidence,
                  struct np_buf *b);

#endif
