/* facts_lists.h -- what the scans of imported lists share. */
#ifndef NANOPAT_STORE_FACTS_LISTS_H
#define NANOPAT_STORE_FACTS_LISTS_H

#include "facts.h"

/* As the statements give them; cells of the kind follow. */
enum { IMPORT, LIST, SHEET, LINE, NUMBER, PUBLICATION, CELLS };

struct lists {
    struct np_store *store;
    struct np_facts *facts;
    struct np_fact_imports *out;
    struct np_arena *arena;
    struct np_map *rules; /* number of a rule -> its index */
    struct np_map *subfields;        /* slug and names -> index into codes; NULL: not read yet */
    NP_LIST(struct np_slice) codes;
};

struct np_slice lists_text(struct lists *l, sqlite3_stmt *row, int at);
np_date lists_date(sqlite3_stmt *row, int at);
struct np_fact_place lists_place(struct lists *l, sqlite3_stmt *row);
struct np_fact_patent lists_patent(struct lists *l, sqlite3_stmt *row);

/* facts_namings.c; those that are decided. */
void lists_read_naming(struct lists *l, sqlite3_stmt *row);
void lists_sort_namings(struct lists *l);
/* facts_exports.c */
void lists_read_incopat(struct lists *l, sqlite3_stmt *row);
void lists_read_patsnap(struct lists *l, sqlite3_stmt *row);

/* facts_library.c */
void lists_read_enterprise(struct lists *l, sqlite3_stmt *row);
void lists_read_decision(struct lists *l, sqlite3_stmt *row);

/* facts_standards.c */
void lists_read_edition(struct lists *l, sqlite3_stmt *row);
void lists_read_clause(struct lists *l, sqlite3_stmt *row);
void lists_read_declaration(struct lists *l, sqlite3_stmt *row);
void lists_read_participation(struct lists *l, sqlite3_stmt *row);

#endif
