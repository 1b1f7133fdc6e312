/* registry.h -- nano standards, of rules/standards.tsv: facts and our own keywords, no text of theirs. */
#ifndef NANOPAT_REGISTRY_H
#define NANOPAT_REGISTRY_H

#include <nanopat/arena.h>
#include <nanopat/err.h>

/* One edition. Editions of a standard share its number, as do its deliverables (standards.h). */
struct np_registered {
    struct np_slice standard; /* as the body prints it: "ISO/TS 80004-1" */
    struct np_slice number;   /* "ISO 80004-1" */
    int year;                 /* of the edition */
    struct np_slice body;     /* committee: "ISO/TC 229" */
    struct np_slice status;   /* published, withdrawn, revised, superseded; empty: not known */
    bool verified;            /* seen in a public catalogue */
    struct np_slice subfields;/* codes, blanks between; may be empty */
    struct np_slice keywords_en, keywords_zh; /* "; " between; our own */
};

struct np_registry { NP_LIST(struct np_registered) list; };

/* Of standards.tsv, in its order; all of it lives in the arena. NP_STOP with file and line. */
enum np_status np_registry_load(const char *rules_folder, struct np_arena *arena,
                                struct np_registry *registry, struct np_err *err);

#endif
