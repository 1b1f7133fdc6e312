/* trust.h -- where statements come from, and whose word counts first for what. */
#ifndef NANOPAT_STORE_TRUST_H
#define NANOPAT_STORE_TRUST_H

#include <nanopat/record.h>

/* A dialect as a source; numbers are frozen, they stand in stores. */
enum np_source_class {
    NP_CLASS_FULL_TEXT,   /* the publishing office's own document with claims */
    NP_CLASS_OFFICE,      /* the same office's bibliographic data */
    NP_CLASS_COLLECTION,  /* many offices' documents, put together by somebody else */
    NP_CLASS_DOCDB,
    NP_CLASS_EVENTS,
    NP_CLASS_OTHER,
    NP_CLASSES
};
struct np_source_row {
    int source;
    const char *dialect;
    enum np_source_class said_as; /* NP_CLASS_OFFICE rises to FULL_TEXT with claims */
};
extern const struct np_source_row np_sources[]; /* ends with dialect NULL */

/* 0 for a dialect that has no row. */
int np_source_of(struct np_slice dialect);
enum np_source_class np_source_class_of(int source, int parts);

/* Aspects of a publication that are decided one by one. */
enum np_aspect {
    NP_ASPECT_TEXTS,     /* title, abstract, claims, their evidence */
    NP_ASPECT_PARTIES,
    NP_ASPECT_BIBLIO,    /* date, type, stage, language, symbols */
    NP_ASPECT_NUMBERS,   /* application, priorities, citations: normalised numbers */
    NP_ASPECT_FAMILY,
    NP_ASPECTS
};
extern const struct np_trust_row {
    enum np_aspect aspect;
    const char *name;
    int rank[NP_CLASSES];      /* lower first */
} np_trust[]; /* by np_aspect; ends with name NULL */

#endif
