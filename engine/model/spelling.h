/* spelling.h -- one typed number while it is being read (private to model/). */
#ifndef MODEL_SPELLING_H
#define MODEL_SPELLING_H

#include "letters.h"

#include <nanopat/spelling.h>

struct spelled {
    struct np_arena *arena;
    struct np_slice text;    /* upper case, half width, punctuation and CJK kept */
    struct np_slice office;  /* WIPO ST.3; empty: not said */
    struct np_slice digits;  /* letters and digits behind the office, without kind */
    struct np_slice kind;
    bool pointed;            /* the last character stands behind a point */
    bool application_only, publication_only; /* said by a word or sign */
    struct np_spelling *out;
};

void spelled_publication(struct spelled *s, struct np_slice number);
/* A year of 0 fits any filing date. */
void spelled_application(struct spelled *s, struct np_slice number, int year);

/* Offices with forms of their own; spelling_office.c. False: read like all others. */
bool spelled_by_office(struct spelled *s);
/* What a number without an office may be. */
void spelled_without_office(struct spelled *s);

#endif
