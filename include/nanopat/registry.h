/* registry.h -- standards that count: facts and our own keywords, no text of theirs.
 *
 * rules/standards.tsv has those of nano technology; people add to it, or put their own rows in place of
 * ours, with `nanopat import standards`.
 */
#ifndef NANOPAT_REGISTRY_H
#define NANOPAT_REGISTRY_H

#include <nanopat/err.h>
#include <nanopat/facts_imports.h>

/* One edition. Editions of a standard share its number, as do its deliverables (standards.h). */
struct np_registered {
    struct np_slice standard; /* as the body prints it: "ISO/TS 80004-1" */
    struct np_slice number;   /* "ISO 80004-1" */
    int year;                 /* of the edition; 0: an imported row that does not say */
    np_date published;        /* the day, of imported rows that have it; 0 unknown */
    struct np_slice body;     /* committee: "ISO/TC 229" */
    struct np_slice status;   /* published, withdrawn, revised, superseded; empty: not known */
    bool verified;            /* seen in a public catalogue */
    struct np_slice subfields;/* codes, blanks between; may be empty */
    struct np_slice keywords_en, keywords_zh; /* "; " between; our own, or of the list */
    struct np_slice title, title_zh; /* of imported rows alone; may be empty */
    const struct np_fact_place *place; /* of an imported row; NULL: rules/standards.tsv */
};

struct np_registry { NP_LIST(struct np_registered) list; };

/* Of standards.tsv, in its order; all of it lives in the arena. NP_STOP with file and line. */
enum np_status np_registry_load(const char *rules_folder, struct np_arena *arena,
                                struct np_registry *registry, struct np_err *err);

/* The table with imported rows, by number and year. A row of the same number and year as one of the
 * table, or of an earlier imported one, stands in its place, and what it does not say stays as it was; one
 * without a year stands beside all others. Texts are borrowed from both.                                                                       */
void np_registry_merge(const struct np_registry *table, const struct np_fact_imports *imports,
                       struct np_arena *arena, struct np_registry *merged);

#endif
