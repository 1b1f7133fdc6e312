/* score.c -- rows to facts to scores: one run replaces the one before in one transaction.
 *
 *   store ──facts──▶ link ──▶ scoring ──rows──▶ store
 */
#include "stamp.h"

#include <nanopat/link.h>
#include <nanopat/score.h>
#include <nanopat/scoring.h>

#include <stdio.h>

struct scorer {
    struct np_store *store;
    struct np_facts *facts;
    struct np_namer *namer;
    struct np_scoring *scoring;
    const char **codes; /* of subfields, in the facts' arena */
    np_date as_of;
    uint64_t stamp;
    struct np_score_summary *summary;
};

enum { HASH_TEXT = 24 };

static struct np_slice hash_text(uint64_t hash, char text[HASH_TEXT])
{
    snprintf(text, HASH_TEXT, "%016llx", (unsigned long long)hash);
    return np_slice_of(text);
}

/* A fault in a rule file loses this run, not the store. */
static enum np_status load_rules(struct scorer *s, const struct np_score_options *options,
                                 struct np_err *err)
{
    enum np_status status = np_namer_load(options->rules_folder, &s->namer, err);

    if (status == NP_OK)
        status = np_scoring_load(options->rules_folder, &s->scoring, err);
    for (size_t i = 0; status == NP_OK && options->settings && options->settings[i]; i++)
        status = np_scoring_set(s->scoring, options->settings[i], err);
    if (status == NP_OK)
        return NP_OK;
    if (err)
        err->status = NP_FAIL;
    return NP_FAIL;
}

static const struct np_column taxonomy_columns[] = {
    { "subfield", NP_CELL_INT, "", "Index", "序号", "" },
    { "code", NP_CELL_TEXT, "", "Code", "编号", "" },
    { 0 },
};

/* The codes under which the store's documents were classified; the rules may have moved on. */
static enum np_status read_codes(struct scorer *s, struct np_err *err)
{
    struct np_result *result = np_result_new("taxonomy", taxonomy_columns);
    struct np_facts *facts = s->facts;
    enum np_status status;

    s->codes = np_arena_zalloc(facts->arena, (facts->nsubfields + 1) * sizeof *s->codes);
    for (size_t i = 0; i < facts->nsubfields; i++)
        s->codes[i] = np_arena_printf(facts->arena, "0.%zu", i).p;
    status = np_store_select(s->store, "v_subfields_taxonomy", NULL, 0, "subfield", -1, result,
                             err);
    for (size_t i = 0; i < result->rows.n && status >= NP_OK; i++) {
        const struct np_cell *row = result->rows.v[i];

        if (row[0].i >= 0 && row[0].i < (int64_t)facts->nsubfields && row[1].text.n)
            s->codes[row[0].i] = np_arena_copy(facts->arena, row[1].text).p;
    }
    np_result_free(result);
    return status >= NP_OK ? NP_OK : status;
}

static enum np_status read_record(void *ctx, struct np_slice id, struct np_arena *arena,
                                  struct np_record **record, struct np_err *err)
{
    const struct scorer *s = ctx;

    return np_store_record(s->store, id, arena, record, err);
}

/* ---- writing ---- */

/* A portfolio that is split is counted by its parts. */
static bool is_ranked(const struct np_table *table, const struct np_cell *cells)
{
    int rank = 0;

    while (strcmp(table->columns[rank].name, "rank") != 0)
        rank++;
    return cells[rank].set;
}

static enum np_status put_row(void *ctx, const struct np_table *table, const struct np_cell *cells,
                              struct np_err *err)
{
    struct scorer *s = ctx;

    s->summary->portfolios += strcmp(table->name, "portfolios") == 0 && is_ranked(table, cells);
    s->summary->enterprises += strcmp(table->name, "enterprises") == 0;
    s->summary->families_in_scope += strcmp(table->name, "families") == 0;
    return np_store_scores_put(s->store, table, cells, err);
}

static enum np_status put_hash(struct scorer *s, const char *key, uint64_t hash, struct np_err *err)
{
    char text[HASH_TEXT];

    return np_store_meta_put(s->store, key, hash_text(hash, text), err);
}

static enum np_status put_meta(struct scorer *s, struct np_err *err)
{
    struct np_buf day = { 0 };
    uint64_t hash;
    struct np_slice name = np_scoring_weights(s->scoring, &hash);
    enum np_status status;

    np_date_put(&day, s->as_of);
    status = np_store_meta_put(s->store, "as_of", np_buf_slice(&day), err);
    if (status == NP_OK)
        status = np_store_meta_put(s->store, "symbols", s->facts->choices.cpc ? NP_S("CPC") : NP_EMPTY,
                                   err);
    if (status == NP_OK)
        status = np_store_meta_put(s->store, "weights", name, err);
    if (status == NP_OK)
        status = put_hash(s, "weights_hash", hash, err);
    if (status == NP_OK)
        status = put_hash(s, "scoring_hash", np_scoring_hash(s->scoring), err);
    if (status == NP_OK)
        status = put_hash(s, NP_META_SCORED, s->stamp, err);
    np_buf_release(&day);
    return status;
}

/* So that the store can tell which standards that its documents name are in the registry. */
static enum np_status put_registry(struct scorer *s, struct np_err *err)
{
    struct np_arena *arena = np_arena_new();
    struct np_registry merged;
    enum np_status status = np_store_registered_put(s->store, NP_EMPTY, err);

    np_registry_merge(np_scoring_registry(s->scoring), &s->facts->imports, arena, &merged);
    for (size_t i = 0; i < merged.list.n && status == NP_OK; i++)
        status = np_store_registered_put(s->store, merged.list.v[i].number, err);
    np_arena_free(arena);
    return status;
}

static enum np_status write_scores(struct scorer *s, struct np_err *err)
{
    const struct np_score_sink sink = { s, put_row };
    const struct np_score_texts texts = { s, read_record };
    const struct np_score_input input = { s->facts, s->scoring, s->as_of, s->codes, &texts };
    enum np_status status = np_store_scores_begin(s->store, np_score_tables, err);

    if (status != NP_OK)
        return status;
    status = np_score(&input, &sink, err);
    if (status == NP_OK)
        status = put_registry(s, err);
    if (status == NP_OK)
        status = put_meta(s, err);
    if (status == NP_OK)
        status = np_store_scores_end(s->store, err);
    if (status != NP_OK)
        np_store_rollback(s->store);
    return status;
}

/* ---- the run ---- */

static void summarise(const struct scorer *s)
{
    *s->summary = (struct np_score_summary){
        .publications = (int64_t)s->facts->nlight,
        .families = (int64_t)s->facts->families.n,
        .links = (int64_t)s->facts->links.n,
        .citations = s->facts->citations_total,
        .citations_resolved = s->facts->citations_resolved,
        .as_of = s->as_of,
    };
}

/* NP_END: the scores that stand were made from the same. */
static enum np_status compare_stamps(struct scorer *s, const struct np_score_options *options,
                                     struct np_err *err)
{
    struct np_arena *arena = np_arena_new();
    struct np_slice then = NP_EMPTY, day = NP_EMPTY;
    char text[HASH_TEXT];
    enum np_status status = stamp_of_run(s->store, options, &s->stamp, err);

    if (status == NP_OK)
        status = np_store_meta_get(s->store, NP_META_SCORED, arena, &then, err);
    if (status == NP_OK)
        status = np_store_meta_get(s->store, "as_of", arena, &day, err);
    if (status == NP_OK && np_slice_eq(then, hash_text(s->stamp, text)) && !options->again) {
        *s->summary = (struct np_score_summary){ .unchanged = true, .as_of = np_date_parse(day) };
        np_arena_free(arena);
        return NP_END;
    }
    np_arena_free(arena);
    return status == NP_END ? NP_OK : status;
}

static enum np_status score_store(struct scorer *s, const struct np_score_options *options,
                                  struct np_err *err)
{
    enum np_status status;

    s->facts = np_facts_new();
    s->facts->choices = np_scoring_choices(s->scoring);
    status = np_store_facts(s->store, s->facts, err);
    if (status == NP_OK)
        status = read_codes(s, err);
    if (status == NP_OK) {
        np_namer_take_library(s->namer, s->facts);
        np_link_with(s->facts, &(struct np_link_input){ .namer = s->namer, .as_of = options->as_of,
                                                    .changes = np_scoring_changes(s->scoring) });
        status = np_store_details(s->store, s->facts, false, err);
    }
    if (status == NP_OK) {
        s->as_of = options->as_of ? options->as_of : s->facts->last_date;
        summarise(s);
        status = write_scores(s, err);
    }
    np_facts_free(s->facts);
    return status;
}

enum np_status np_score_run(struct np_store *store, const struct np_score_options *options,
                            struct np_score_summary *summary, struct np_err *err)
{
    struct scorer s = { .store = store, .summary = summary };
    enum np_status status = load_rules(&s, options, err);

    if (status == NP_OK)
        status = compare_stamps(&s, options, err);
    if (status == NP_OK)
        status = score_store(&s, options, err);
    np_scoring_free(s.scoring);
    np_namer_free(s.namer);
    return status == NP_END ? NP_OK : status;
}
