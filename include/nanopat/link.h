/* link.h -- what belongs together: families, citations, enterprises. */
#ifndef NANOPAT_LINK_H
#define NANOPAT_LINK_H

#include <nanopat/err.h>
#include <nanopat/facts.h>

/* Names of legal forms and kinds of organisation, read from rules/legal_forms.tsv, and other
 * spellings of applicants, from rules/applicants.tsv (which may be absent).                    */
struct np_namer;
enum np_status np_namer_load(const char *rules_folder, struct np_namer **namer, struct np_err *err);
void np_namer_free(struct np_namer *namer);

/* The exact key of an applicant's name: reference/scoring.md section 8, steps 1 to 3. The kind comes
 * from the words that stay in the key (UNIV, 大学 ...) or the legal form that left it. A name that
 * applicants.tsv calls the same as another has the other's key.                                 */
struct np_slice np_namer_key(const struct np_namer *namer, struct np_arena *arena,
                             struct np_slice name, enum np_party_kind *kind);

/* The brand (字号) within a Chinese name: 纳微 of 苏州纳微科技股份有限公司; empty if there is none.
 * For suggestions only: nothing is merged by it.                                               */
struct np_slice np_namer_brand(const struct np_namer *namer, struct np_arena *arena,
                               struct np_slice name);

/* Other names of enterprises, from the enterprise library: as rows of applicants.tsv, which stand before
 * them. Before np_link.                                                                           */
void np_namer_take_library(struct np_namer *namer, const struct np_facts *facts);

/* Fills families, links and enterprises of facts whose publications are loaded. The order in which
 * publications were loaded does not matter. Publications after as_of are left out of families;
 * as_of 0 takes the last date in the data. Without a reader legal events tell nothing of parties. */
struct np_link_input {
    const struct np_namer *namer;
    np_date as_of;
    struct np_change_reader changes; /* read NULL: none */
};
void np_link_with(struct np_facts *facts, const struct np_link_input *input);
/* The same without a reader. */
void np_link(struct np_facts *facts, const struct np_namer *namer, np_date as_of);

#endif
