/* explain_pages.h -- private to output: an explanation as results for people, one for each section. */
#ifndef OUTPUT_EXPLAIN_PAGES_H
#define OUTPUT_EXPLAIN_PAGES_H

#include <nanopat/explain.h>

enum { EXPLAIN_PAGES_MAX = 48 };

struct explain_page {
    struct np_result *result;   /* owned */
    const char *section;        /* of np_explain_sections; NULL: a table beside the rows */
    struct np_slice score;      /* whose components the rows are; empty: of none */
    struct np_slice *items;     /* by row: name of the number; of a section alone */
    struct np_slice *commands;  /* by row: what lists the things counted; empty: nothing */
};

struct explain_pages {
    struct explain_page page[EXPLAIN_PAGES_MAX];
    size_t n;
    bool terminal;
};

/* Appends the pages; terminal says whether what does not stand side by side is put under each row. */
void explain_pages_make(const struct np_explanation *explained, bool zh,
                        struct explain_pages *pages);
void explain_pages_release(struct explain_pages *pages);

#endif
