/* spelling.h -- what publication or application a person means by a number.
 *
 * Officers type and spreadsheets hold numbers in every form: "ZL 2010 1 0298420.4",
 * "US 10,123,456 B2", "特開2021-044249", "PCT/EP2015/060001", "EP-1116605-B1". Sources are
 * strict, people are not: this reader accepts what can be understood, gives every form in which
 * a store may hold it, best first, and leaves the choice to what is there.
 *
 *     struct np_spelling s;
 *     if (np_spelling_read(arena, typed, &s))
 *         ... look up s.publications, then s.applications
 */
#ifndef NANOPAT_SPELLING_H
#define NANOPAT_SPELLING_H

#include <nanopat/docid.h>

struct np_spelling {
    /* DOCDB form; kind empty where none was typed: any kind fits. */
    NP_LIST(struct np_docref) publications;
    /* As the sources write it; a date is a year that the filing must have, 0 any. */
    NP_LIST(struct np_docref) applications;
    struct np_slice pct;      /* "WO2015EP60001", the form of pct.application; empty if none */
    char check, check_right;  /* check digit of a CN application as typed and as computed; 0: none */
};

/* All strings live in the arena. False if there is no number in it. */
bool np_spelling_read(struct np_arena *arena, struct np_slice typed, struct np_spelling *out);

/* First and last filing year of the USPTO series code that the application number begins
 * with (MPEP 503); false for an unknown one.                                              */
bool np_us_series_years(struct np_slice number, int *from, int *to);

#endif
