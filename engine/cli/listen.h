/* listen.h -- private to cli: what a run says while it reads. */
#ifndef CLI_LISTEN_H
#define CLI_LISTEN_H

#include "command.h"

#include <nanopat/coverage.h>
#include <time.h>

enum { FOLD_AFTER = 20, NOTES_TOLD = 5, CODES_MAX = 64, DIALECTS_MAX = 64, COVER_LEAST = 10, ROOTS_TOLD = 5 };

/* Sums over inputs, types and stages, by dialect. */
struct cover_sums {
    struct np_coverage v[DIALECTS_MAX];
    size_t n;
};

/* One listener's memory: the same kind of rejection more than 20 times per file is folded, of each
 * kind of note the first five of the run are told. */
struct ear {
    const struct settings *settings;
    bool per_input, bar;
    int64_t cover_least;      /* a line on the fields of inputs with so many documents; 0: none */
    struct cover_sums *sums;  /* owned; NULL: no table at the end */
    FILE *table_out;          /* stderr, or stdout where nothing else goes there */
    int64_t warnings;
    int64_t roots, other_roots; /* unknown ones: kinds told, documents of the others */
    struct timespec began, shown;
    char where[256], code[16];
    int64_t same;
    char met[CODES_MAX][16]; /* codes told in this run, in order of first appearance */
    size_t nmet;
    struct { char code[16]; int64_t n; } notes[CODES_MAX]; /* in order of first appearance */
    size_t nnotes;
    bool bar_open;
};

struct np_listener ear_open(struct ear *ear, const struct settings *s, bool per_input);
void ear_close(struct ear *ear);

/* ---- kinds.c ---- */

/* What was passed over, in the words of the language, appended. */
void kind_put(struct np_buf *b, const char *kind, enum np_lang lang);

/* ---- covered.c ---- */

/* Adds the groups of an input; what does not fit is left out. */
void cover_sum(struct cover_sums *sums, const struct np_coverage *groups, size_t n);
/* "us-patent-grant × 25: title 100, abstract 98 %": the fields that people look for first. */
void cover_line(struct np_buf *b, const struct np_coverage *sum);
/* The table of fields by dialect, at most 100 columns wide. */
void cover_table(struct np_buf *b, const struct cover_sums *sums, enum np_lang lang);

#endif
