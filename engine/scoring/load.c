/* load.c -- one table of the rules folder, row by row into the configuration. */
#include "configuration.h"

#include <unistd.h>

void add_hash(struct np_scoring *scoring, uint64_t hash)
{
    scoring->hash = (scoring->hash ^ hash) * UINT64_C(1099511628211);
}

enum np_status load_table(struct np_scoring *scoring, const char *folder,
                          const struct rules_table *table, struct np_err *err)
{
    struct np_slice cell[NP_TSV_COLUMNS_MAX];
    struct np_slice path = np_arena_printf(scoring->arena, "%s/%s", folder, table->name);
    struct np_tsv *tsv;
    enum np_status status;

    if (table->may_be_absent && access(path.p, F_OK) != 0)
        return NP_OK;
    status = np_tsv_open(folder, table->name, table->columns, &tsv, err);
    if (status != NP_OK)
        return status;
    add_hash(scoring, np_tsv_hash(tsv));
    if (table->hash)
        *table->hash = np_tsv_hash(tsv);
    while ((status = np_tsv_next(tsv, cell, err)) == NP_OK &&
           (status = table->row(scoring, tsv, cell, err)) == NP_OK)
        ;
    if (status == NP_END)
        status = table->end ? table->end(scoring, tsv, err) : NP_OK;
    np_tsv_close(tsv);
    return status;
}
