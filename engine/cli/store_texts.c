/* store_texts.c -- texts of a store, as the rules look at them. */
#include "store_texts.h"

#include <string.h>

static const struct np_column id_columns[] = {
    { "id", NP_CELL_TEXT, "", "Id", "编号", "" },
    { "light", NP_CELL_FLAG, "", "Light", "轻存", "" },
    { 0 }
};

static enum np_status take_one(struct np_store *store, struct np_slice id,
                               const struct np_rules *rules, struct np_arena *arena,
                               stored_text_taker *take, void *ctx, struct np_err *err)
{
    struct stored_text text = { .arena = arena, .store = store, .id = id };
    struct np_record *record;
    enum np_status status = np_store_record(store, id, arena, &record, err);

    if (status != NP_OK)
        return status;
    np_record_subject(record, rules, arena, &text.subject);
    return take(ctx, &text, err);
}

/* Every k-th, so that a sample is the same each time. */
static int take_all(const struct settings *s, struct np_store *store, const struct np_result *ids,
                    const struct np_rules *rules, stored_text_taker *take, void *ctx,
                    int64_t *light)
{
    long sample = s->sample;
    struct np_arena *arena = np_arena_new();
    size_t full = 0, at = 0;
    int code = EXIT_DONE;

    for (size_t i = 0; i < ids->rows.n; i++)
        full += !ids->rows.v[i][1].i;
    *light = (int64_t)(ids->rows.n - full);
    if (sample <= 0 || (size_t)sample > full)
        sample = (long)full;
    for (size_t i = 0; i < ids->rows.n; i++) {
        struct np_err err = { 0 };
        size_t before = at * (size_t)sample / (full ? full : 1);

        if (ids->rows.v[i][1].i || ++at * (size_t)sample / full == before)
            continue;
        np_arena_reset(arena);
        if (take_one(store, ids->rows.v[i][0].text, rules, arena, take, ctx, &err) < 0) {
            tell_err(s, &err);
            code = err.status == NP_SKIP ? EXIT_REJECTED : EXIT_STORE;
        }
    }
    np_arena_free(arena);
    return code;
}

int each_stored_text(const struct settings *s, const struct np_rules *rules,
                     stored_text_taker *take, void *ctx, int64_t *light)
{
    int code = EXIT_STORE;
    struct np_store *store = open_store(s, &code);
    struct np_result *ids = np_result_new("ids", id_columns);
    struct np_err err = { 0 };

    *light = 0;
    if (store && np_store_select(store, "v_publications", NULL, 0, "id", -1, ids, &err) == NP_OK) {
        code = take_all(s, store, ids, rules, take, ctx, light);
    } else if (store) {
        tell_err(s, &err);
    }
    np_result_free(ids);
    if (store)
        np_store_close(store);
    return code;
}

int one_stored_text(const struct settings *s, const struct np_rules *rules, const char *typed,
                    stored_text_taker *take, void *ctx)
{
    struct np_arena *arena = np_arena_new();
    struct np_found found;
    struct np_err err = { 0 };
    int code = EXIT_STORE;
    struct np_store *store = open_store(s, &code);
    enum np_status status = NP_OK;

    if (store) {
        code = EXIT_DONE;
        status = np_find_publications(store, np_slice_of(typed), arena, &found, &err);
        if (status == NP_OK)
            status = take_one(store, found.ids.v[0], rules, arena, take, ctx, &err);
        if (status == NP_END) {
            tell(s, SAY_UNKNOWN_ID, typed);
            code = EXIT_NOTHING;
        } else if (status != NP_OK) {
            tell_err(s, &err);
            code = status == NP_SKIP ? EXIT_REJECTED : EXIT_STORE;
        }
        np_store_close(store);
    }
    np_arena_free(arena);
    return code;
}
