/* current.h -- rows of the current picture: made from a picture, taken away, packed. */
#ifndef NANOPAT_STORE_CURRENT_H
#define NANOPAT_STORE_CURRENT_H

#include "fold.h"
#include "sqlite.h"

/* One publication's rows; there must be none of it. Nothing for a picture that does not exist
 * and has no events.                                                                          */
enum np_status np_current_put(struct np_store *store, int64_t key,
                              const struct np_picture *picture, struct np_err *err);
enum np_status np_current_delete(struct np_store *store, int64_t key, struct np_err *err);

/* Columns of the table publication, from 0. */
enum np_publication_column {
    NP_PUB_KEY, NP_PUB_ID, NP_PUB_OFFICE, NP_PUB_NUMBER, NP_PUB_KIND, NP_PUB_DATE, NP_PUB_TYPE,
    NP_PUB_STAGE, NP_PUB_LANG, NP_PUB_APPLICATION_OFFICE, NP_PUB_APPLICATION_NUMBER,
    NP_PUB_APPLICATION_DATE, NP_PUB_PCT_APPLICATION, NP_PUB_PCT_PUBLICATION, NP_PUB_FAMILY_GIVEN,
    NP_PUB_TITLE, NP_PUB_TITLE_EN, NP_PUB_CLAIM_COUNT, NP_PUB_INDEPENDENT_CLAIMS,
    NP_PUB_FIRST_CLAIM_LENGTH, NP_PUB_CLAIM_TYPES, NP_PUB_NPL_COUNT, NP_PUB_INVENTORS, NP_PUB_IPC,
    NP_PUB_CPC, NP_PUB_PRIORITIES, NP_PUB_PARENTS, NP_PUB_DESIGNATED, NP_PUB_LIGHT,
    NP_PUB_HAS_CITATIONS, NP_PUB_HAS_CLAIMS, NP_PUB_SOURCES, NP_PUB_APPLICATION_KEY
};

/* Packed columns. Symbols: "C01B32/182 B82Y30/00". Documents: "relation|office|number|kind|date"
 * with ';' between, relation empty for priorities; the marks themselves are left out of the
 * fields. `relation` below is NULL for priorities.                                              */
void np_pack_symbols(struct np_buf *b, const struct np_symbols *symbols);
void np_pack_document(struct np_buf *b, struct np_slice relation, const struct np_docref *doc);
/* The reverse; slices borrow from `packed`, lists are in the arena. */
void np_unpack_symbols(struct np_slice packed, struct np_arena *arena, struct np_symbols *symbols);
bool np_unpack_document(struct np_slice *packed, struct np_slice *relation, struct np_docref *doc);

/* The strongest of the letters of a search report: X I Y A, O for others, 0 for none. */
char np_strongest(struct np_slice letters);

/* Evidence beside its statement, as bytes. Unpacking checks everything; false if damaged. */
void np_pack_evidence(struct np_buf *b, const struct np_evidence_row *rows, size_t n);
bool np_unpack_evidence(struct np_slice packed, struct np_arena *arena,
                        const struct np_evidence_row **rows, size_t *n);

#endif
