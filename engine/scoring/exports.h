/* exports.h -- what vendors' exports (incoPat, PatSnap) say of a right, where no office says it.
 *
 * A vendor stands behind every office: what a source of legal events tells stays, and what the vendor
 * says otherwise is listed as a conflict, never mixed in.
 */
#ifndef NP_EXPORTS_H
#define NP_EXPORTS_H

#include "evaluation.h"

/* The row on a publication that was imported last; NULL: none. */
const struct np_fact_export *export_of(const struct np_evaluation *run, int64_t publication);

/* Status of a right that no source of legal events speaks of as it is now: by the vendor's word, if it
 * gives one. What the law ends, and a grant that was published, stay.                               */
void take_export(struct right *right, np_date as_of);
/* The status that the vendor's word would give; false: it gives none. */
bool export_status(const struct np_fact_export *e, enum right_status *status);

enum export_count { EXPORTED_TRANSFERS, EXPORTED_LICENCES, EXPORTED_PLEDGES, EXPORTED_SUITS,
                    EXPORTED_INVALIDATIONS, EXPORTED_NOTHING };
/* As the row says; -1: it does not. */
int export_count(const struct np_fact_export *e, enum export_count which);
/* Over the rights of a family that no source of legal events speaks of (suits: over all rights, no source of
 * events tells them); -1: no row says it.                                                          */
int exported_of_family(const struct np_evaluation *run, int64_t family, enum export_count which,
                       struct np_buf *inputs);

/* "incoPat: list.xlsx line 12" */
void put_export_place(struct np_buf *b, const struct np_fact_export *e);

#endif
