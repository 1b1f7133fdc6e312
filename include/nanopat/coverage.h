/* coverage.h -- which fields of records are filled, and in how many documents.
 *
 * A field is a key of formats/record.md, or a key within one: "abstract", "application.date",
 * "applicants.country". A key within a list counts as filled if one item of the list fills it.
 * Keys that every record fills (id, type, dialect, source ...) are left out.
 *
 *     np_filled_of(record, &filled);
 *     if (np_is_filled(&filled, np_filled_find("abstract"))) ...
 */
#ifndef NANOPAT_COVERAGE_H
#define NANOPAT_COVERAGE_H

#include <nanopat/record.h>

enum { NP_FILLED_MOST = 128, NP_JUDGED_LEAST = 10 /* documents */ };

struct np_filled { uint64_t bits[NP_FILLED_MOST / 64]; };

size_t np_filled_count(void);
const char *np_filled_name(size_t field);  /* "applicants.country" */
size_t np_filled_parent(size_t field);     /* of "applicants"; itself where there is none */
size_t np_filled_find(const char *name);   /* np_filled_count() if there is none */
void np_filled_of(const struct np_record *record, struct np_filled *filled);

static inline bool np_is_filled(const struct np_filled *filled, size_t field)
{
    return field < NP_FILLED_MOST && (filled->bits[field / 64] >> field % 64 & 1);
}

/* An element that no row of its dialect reads, and in how many documents it stands. */
struct np_unread { struct np_slice path; int64_t documents; };

/* Documents of one dialect, office, type and stage: designs have no abstract, grants no search
 * report, and one DOCDB file is of many offices: only like is compared with like.             */
struct np_coverage {
    const char *dialect;
    struct np_slice office;
    enum np_type type;
    enum np_stage stage;
    int64_t documents;
    int64_t filled[NP_FILLED_MOST];
    NP_LIST(struct np_unread) unread;
};

/* A field that is nearly empty where it is usually filled. */
struct np_drop {
    size_t field;
    double share, usual;          /* 0 to 1: here, and usually */
    const struct np_unread *unread; /* that may hold it now; NULL if none is known */
};

/* Calls `dropped` for each field of `here` that, by the usual counts,
 *
 *   is filled in at least half of the documents,
 *   is filled here in less than half of that share,
 *   of at least NP_JUDGED_LEAST documents,
 *   with a chance of less than 1 in 1000 for so few (binomial tail)
 *
 * and whose parent has not dropped itself.                                                      */
void np_coverage_judge(const struct np_coverage *here, const struct np_coverage *usual,
                       void (*dropped)(void *ctx, const struct np_drop *drop), void *ctx);

#endif
