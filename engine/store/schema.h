/* schema.h -- the tables, which are private, and the views, which are documented. */
#ifndef NANOPAT_STORE_SCHEMA_H
#define NANOPAT_STORE_SCHEMA_H

enum {
    NP_APPLICATION_ID = 0x6e706174, /* "npat" */
    NP_USER_VERSION = 8
};

/* Statements that make an empty store; end with NULL. */
extern const char *const np_schema[];
/* Indexes, made after the first bulk load; end with NULL. */
extern const char *const np_schema_indexes[];
/* The tables of the current picture with the column that is the publication's key. */
struct np_current_table { const char *name, *key; };
extern const struct np_current_table np_current_tables[]; /* ends with name NULL */

#endif
