/* statement.h -- the statements of one publication, as stored. */
#ifndef NANOPAT_STORE_STATEMENT_H
#define NANOPAT_STORE_STATEMENT_H

#include "fold.h"
#include "sqlite.h"

/* Where a statement was read. */
struct np_said_where { int64_t input, document, offset, length; struct np_slice member; };

struct np_said_list {
    struct np_said *v;
    struct np_said_where *where;
    size_t n;
};

/* All statements on a publication, decoded into the arena, by source and parts. NP_STOP if one
 * does not decode: the store is damaged.                                                       */
enum np_status np_statements_read(struct np_store *store, int64_t key, struct np_arena *arena,
                                  struct np_said_list *list, struct np_err *err);

#endif
