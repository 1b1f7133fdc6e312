/* columns.h -- private to query: columns and filters of the questions, named as in the views. */
#ifndef QUERY_COLUMNS_H
#define QUERY_COLUMNS_H

#include <nanopat/query.h>

/* store_columns.c: what sources said */
extern const struct np_column np_publication_columns[];
extern const struct np_column np_citation_columns[];
extern const struct np_column np_hit_columns[];
extern const struct np_column np_evidence_columns[];
extern const struct np_column np_named_standard_columns[];
extern const struct np_column np_reject_columns[];
extern const struct np_column np_note_columns[];
extern const struct np_column np_coverage_columns[];
extern const struct np_column np_input_columns[];
extern const struct np_column np_passed_columns[];

/* import_columns.c: what people brought */
extern const struct np_column np_import_list_columns[];
extern const struct np_column np_imported_columns[];
extern const struct np_column np_import_fault_columns[];
extern const struct np_filter np_import_list_filters[];
extern const struct np_filter np_imported_filters[];
extern const struct np_filter np_import_fault_filters[];

/* ---- columns.c ---- */

/* What is selected from the view, in the order of the answer. */
const struct np_column *np_view_columns(const struct np_question *question, struct np_arena *arena);

/* Where a column of an answer comes from: a selected column, or the name of the code in it. */
struct source {
    size_t column;
    enum { AS_IS, CHINESE_NAME, ENGLISH_NAME } as;
};
/* The columns of the answer made of the selected ones, and where each comes from. */
const struct np_column *np_named_columns(const struct np_question *question,
                                         const struct np_column *selected, struct np_arena *arena,
                                         struct source **sources);

#endif
