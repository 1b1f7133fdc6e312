/* columns.h -- private to query: columns and filters of the questions, named as in the views. */
#ifndef QUERY_COLUMNS_H
#define QUERY_COLUMNS_H

#include <nanopat/query.h>

/* score_columns.c: what a score run leaves */
extern const struct np_column np_portfolio_columns[];
extern const struct np_column np_portfolio_family_columns[];
extern const struct np_column np_family_columns[];
extern const struct np_column np_enterprise_columns[];
extern const struct np_column np_subfield_columns[];
extern const struct np_column np_measure_columns[];

/* store_columns.c: what sources said */
extern const struct np_column np_publication_columns[];
extern const struct np_column np_citation_columns[];
extern const struct np_column np_hit_columns[];
extern const struct np_column np_evidence_columns[];
extern const struct np_column np_reject_columns[];
extern const struct np_column np_input_columns[];
extern const struct np_column np_passed_columns[];

/* questions.c: filters that reports share with their first question */
extern const struct np_filter np_portfolio_filters[];
extern const struct np_filter np_enterprise_filters[];

#endif
