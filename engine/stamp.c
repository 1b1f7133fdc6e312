/* stamp.c -- what a score run was made from, in one number.
 *
 * All tables of the folder count, whether this run reads them or not: a table that is read by a
 * road nobody thought of here must not leave old scores standing.
 */
#include "stamp.h"

#include <nanopat/scoring.h>

#include <dirent.h>
#include <errno.h>
#include <stdio.h>

/* To be raised when the same data and tables give other rows and no formula, column or unit tells. */
enum { EDITION = 1 };

/* With its end, so that "ab", "c" is not "a", "bc". */
static uint64_t add_text(uint64_t hash, const char *text)
{
    return text ? np_hash_bytes(hash, text, strlen(text) + 1) : np_hash_bytes(hash, "", 1);
}

static uint64_t add_number(uint64_t hash, uint64_t n)
{
    for (int shift = 0; shift < 64; shift += 8)
        hash = np_hash_bytes(hash, (const char[]){ (char)(n >> shift & 0xFF) }, 1);
    return hash;
}

/* ---- the folder ---- */

static enum np_status hash_file(const char *folder, const char *name, uint64_t *hash,
                                struct np_err *err)
{
    struct np_buf path = { 0 };
    char piece[16384];
    FILE *file;
    size_t n;
    bool failed;

    np_buf_printf(&path, "%s/%s", folder, name);
    file = fopen(np_buf_cstr(&path), "rb");
    np_buf_release(&path);
    if (!file)
        return np_fail(err, NP_FAIL, "cannot open '%.120s': %s", name, strerror(errno));
    *hash = add_text(NP_HASH_START, name);
    while ((n = fread(piece, 1, sizeof piece, file)))
        *hash = np_hash_bytes(*hash, piece, n);
    failed = ferror(file);
    fclose(file);
    return failed ? np_fail(err, NP_FAIL, "cannot read '%.120s'", name) : NP_OK;
}

/* Files are added up, since a folder tells them in any order. */
static enum np_status hash_folder(const char *path, uint64_t *hash, struct np_err *err)
{
    DIR *folder = opendir(path);
    enum np_status status = NP_OK;
    struct dirent *entry;

    if (!folder)
        return np_fail(err, NP_FAIL, "cannot open '%.120s': %s", path, strerror(errno));
    *hash = 0;
    while (status == NP_OK && (entry = readdir(folder))) {
        uint64_t one;

        if (!np_slice_ends(np_slice_of(entry->d_name), ".tsv"))
            continue;
        status = hash_file(path, entry->d_name, &one, err);
        *hash += one;
    }
    closedir(folder);
    return status;
}

/* ---- the program ---- */

static uint64_t add_tables(uint64_t hash)
{
    for (const struct np_table *table = np_score_tables; table->name; table++) {
        hash = add_text(add_text(hash, table->name), table->index);
        for (const struct np_column *c = table->columns; c->name; c++)
            hash = add_number(add_text(add_text(hash, c->name), c->unit), c->kind);
    }
    return hash;
}

static uint64_t add_measures(uint64_t hash, const struct np_measure *measures)
{
    for (const struct np_measure *m = measures; m->name; m++)
        hash = add_text(add_text(hash, m->name), m->formula);
    return hash;
}

static uint64_t add_program(uint64_t hash)
{
    static const struct np_measure *const all[] = {
        np_holding_measures, np_portfolio_measures, np_enterprise_measures, np_subfield_measures,
        np_city_measures, np_scheme_measures,
    };

    hash = add_tables(add_number(hash, EDITION));
    for (const struct np_indicator *i = np_indicators; i->name; i++)
        hash = add_text(add_text(hash, i->name), i->formula);
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        hash = add_measures(hash, all[i]);
    return hash;
}

/* ---- the whole ---- */

static enum np_status add_rules(uint64_t *hash, struct np_store *store, struct np_err *err)
{
    struct np_arena *arena = np_arena_new();
    struct np_slice rules = NP_EMPTY;
    enum np_status status = np_store_meta_get(store, "rules_hash", arena, &rules, err);

    *hash = np_hash_bytes(add_number(*hash, rules.n), rules.p, rules.n);
    np_arena_free(arena);
    return status == NP_END ? NP_OK : status;
}

enum np_status stamp_of_run(struct np_store *store, const struct np_score_options *options,
                            uint64_t *stamp, struct np_err *err)
{
    uint64_t folder = 0, hash;
    enum np_status status = hash_folder(options->rules_folder, &folder, err);

    hash = add_number(add_program(NP_HASH_START), folder);
    hash = add_number(hash, (uint64_t)options->as_of);
    for (size_t i = 0; options->settings && options->settings[i]; i++)
        hash = add_text(hash, options->settings[i]);
    if (status == NP_OK)
        status = add_rules(&hash, store, err);
    *stamp = hash;
    return status;
}
