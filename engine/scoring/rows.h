/* rows.h -- from numbers to rows of np_score_tables, by column name. */
#ifndef NP_ROWS_H
#define NP_ROWS_H

#include "holding.h"

enum table { FAMILIES, MEASURES, PORTFOLIOS, PORTFOLIO_FAMILIES, ENTERPRISES, SUBFIELDS,
             CITY, SUGGESTIONS, STATUS, STATES, STATUS_EVENTS, SCHEMES, PLACES, DECISIONS, NAMES,
             MERGES, ALIASES, CHANGES, GROUPS, LIBRARY, EXPORTS, CONFLICTS, COVERAGE,
             STANDARD_CANDIDATES, STANDARDS, STANDARD_ELEMENTS,
             STANDARDS_LAYOUT, OVERSEAS, OVERSEAS_COVERAGE, OVERSEAS_GAPS, DECLARATIONS,
             PARTICIPATION, BLOCKS, BLOCKING, RISKS, RISK_MARKETS, LEADS, ALERTS,
             REMINDERS, SETTINGS, AREAS, TABLES };

enum { CELLS_MAX = 192 };

/* One row being filled; texts of the row live in its arena. After a failure nothing is put. */
struct row {
    const struct np_table *table;
    const struct np_score_sink *sink;
    struct np_err *err;
    enum np_status status;
    struct np_arena *arena;
    size_t ncolumns, next;   /* next: behind the column set last, mostly the next one to be set */
    struct np_cell cells[CELLS_MAX];
};

void row_init(struct row *row, const struct np_score_sink *sink, struct np_err *err);
void row_release(struct row *row);
void row_begin(struct row *row, enum table table);
/* An empty text, NaN, date 0 stay null. A column that the table does not have is ignored. */
void row_text(struct row *row, const char *column, struct np_slice text);
void row_copy(struct row *row, const char *column, const struct np_buf *text);
void row_real(struct row *row, const char *column, double value);
void row_date(struct row *row, const char *column, np_date date);
void row_put(struct row *row);
/* One more of a list; nothing for an empty text. */
void append_text(struct np_buf *b, const char *between, struct np_slice text);

/* family_rows.c */
/* The best title: of the reference member, else of any. */
struct np_slice title_of(const struct np_evaluation *run, const struct np_fact_family *f,
                         bool english);
void put_families(const struct np_evaluation *run, struct row *row);

/* rows.c */
void row_owner(const struct np_evaluation *run, struct row *row, int enterprise);
void put_portfolios(const struct np_evaluation *run, const struct holdings *all, struct row *row);
void put_enterprises(const struct np_evaluation *run, const struct holdings *all,
                     struct row *row);
void put_subfields(const struct np_evaluation *run, const struct holdings *all, struct row *row);
void put_city(const struct np_evaluation *run, const struct holdings *all, struct row *row);

/* groups.c */
void put_groups(const struct np_evaluation *run, struct row *row);
/* rows.c */
void row_holding(const struct np_evaluation *run, struct row *row, const struct holding *h);

/* name_rows.c: whose names are whose, and what is to be decided. */
void put_names(const struct np_evaluation *run, const struct holdings *all, struct row *row);
void put_suggestions(const struct np_evaluation *run, struct row *row);
void put_aliases(const struct np_evaluation *run, struct row *row);
void put_changes(const struct np_evaluation *run, struct row *row);

/* decision.c */
void put_decisions(const struct np_evaluation *run, struct row *row);

/* coverage_rows.c */
void put_coverage(const struct np_evaluation *run, struct row *row);

/* place_rows.c */
void put_places(const struct np_evaluation *run, const struct holdings *all, struct row *row);

/* list_rows.c; tables_lists.c */
extern const struct np_column library_table[], exports_table[], conflicts_table[], coverage_table[];
void put_library(const struct np_evaluation *run, struct row *row);
void put_exports(const struct np_evaluation *run, struct row *row);
void put_conflicts(const struct np_evaluation *run, struct row *row);

/* candidate_rows.c, chart_rows.c; tables_standards.c */
extern const struct np_column candidates_table[], elements_table[];
/* At most 300 characters of a text. */
struct np_slice quote_of(struct np_slice text, struct np_arena *arena);
void put_candidates(const struct np_evaluation *run, struct row *row);
/* standards_layout.c */
extern const struct np_column standards_layout_table[];
void put_standards_layout(const struct np_evaluation *run, struct row *row);
void put_charts(const struct np_evaluation *run, struct row *row);
void put_candidate_measures(const struct np_evaluation *run, struct row *row);

/* standard_rows.c; tables_standards.c: the registry, and who stands near each standard. */
extern const struct np_column standards_table[];
void put_standards(const struct np_evaluation *run, struct row *row);

/* standard_list_rows.c */
extern const struct np_column declarations_table[], participation_table[];
void put_declarations(const struct np_evaluation *run, struct row *row);
void put_participation(const struct np_evaluation *run, struct row *row);

/* reminders.c; settings.c: what the run was made with */
extern const struct np_column reminders_table[], settings_table[]; /* tables_risk.c */
void put_reminders(const struct np_evaluation *run, struct row *row);
void put_settings(const struct np_evaluation *run, struct row *row);

/* Each measure of a whole as the cell of its name (rows.c). */
struct np_measure;
void put_measures(struct row *row, const void *whole, const struct np_measure *measures);

/* areas.c */
extern const struct np_column areas_table[]; /* tables_holdings.c */
void put_areas(const struct np_evaluation *run, const struct holdings *all, struct row *row);
/* Keys of the areas that a family is in, blanks between. */
void say_areas(const struct np_evaluation *run, int64_t family, struct np_buf *b);

/* scheme_rows.c */
void put_schemes(const struct np_evaluation *run, const struct holdings *all, struct row *row);

/* status_rows.c */
void put_status(const struct np_evaluation *run, struct row *row);

/* measures.c */
void put_family_measures(const struct np_evaluation *run, struct row *row);
void put_portfolio_measures(const struct np_evaluation *run, const struct holdings *all,
                            struct row *row);
void put_enterprise_measures(const struct np_evaluation *run, const struct holdings *all,
                             struct row *row);

/* tables_families.c */
extern const struct np_column families_table[], measures_table[];
/* tables_holdings.c */
extern const struct np_column portfolios_table[], portfolio_families_table[], enterprises_table[],
    schemes_table[], decisions_table[], groups_table[], subfields_table[], city_table[],
    places_table[];
/* tables_names.c */
extern const struct np_column suggestions_table[], names_table[], merges_table[], aliases_table[],
    changes_table[];
/* tables_status.c */
extern const struct np_column status_table[], states_table[], status_events_table[];

/* "ENTERPRISE_KEY|1.8"; of a part "...#1", "...#rest" */
struct np_slice portfolio_key(const struct np_evaluation *run, const struct portfolio *p,
                              struct np_arena *arena);

#endif
