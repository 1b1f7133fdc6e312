/* standard_tables.c -- the tables of standards: the registry, its terms, and rules/sep.tsv. */
#include "evaluation.h"

#include <nanopat/tsv.h>

#include <unistd.h>

/* What is read at the run is checked here as a table, and counts in the hash. */
static enum np_status hash_table(struct np_scoring *scoring, const char *folder, const char *name,
                                 const char *const *columns, struct np_err *err)
{
    struct np_tsv *tsv;
    enum np_status status = np_tsv_open(folder, name, columns, &tsv, err);

    if (status == NP_OK)
        add_hash(scoring, np_tsv_hash(tsv));
    np_tsv_close(tsv);
    return status;
}

static void add_text(struct np_scoring *scoring, struct np_slice text)
{
    for (size_t i = 0; i < text.n; i++)
        add_hash(scoring, (unsigned char)text.p[i]);
    add_hash(scoring, text.n);
}

static void add_edition(struct np_scoring *scoring, const struct np_registered *edition)
{
    add_text(scoring, edition->standard);
    add_hash(scoring, (uint64_t)edition->year);
    add_text(scoring, edition->body);
    add_text(scoring, edition->status);
    add_text(scoring, edition->subfields);
    add_text(scoring, edition->keywords_en);
    add_text(scoring, edition->keywords_zh);
}

enum np_status load_standards(struct np_scoring *scoring, const char *folder, struct np_err *err)
{
    static const char *const terms[] = { "en", "zh", NULL };
    struct np_slice path = np_arena_printf(scoring->arena, "%s/standards.tsv", folder);
    enum np_status status;
    uint64_t hash;

    if (access(path.p, F_OK) != 0)
        return NP_OK;
    status = np_registry_load(folder, scoring->arena, &scoring->registry, err);
    for (size_t i = 0; i < scoring->registry.list.n && status == NP_OK; i++)
        add_edition(scoring, &scoring->registry.list.v[i]);
    if (status == NP_OK)
        status = load_sep_rules(folder, &scoring->sep, &hash, err);
    if (status == NP_OK)
        add_hash(scoring, hash);
    if (status == NP_OK)
        status = hash_table(scoring, folder, "terms.tsv", terms, err);
    return status;
}
