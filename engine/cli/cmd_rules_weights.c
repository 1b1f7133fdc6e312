/* cmd_rules_weights.c -- nanopat rules weights [NAME]: by which weights scores may be composed. */
#include "rules.h"

#include <nanopat/scoring.h>
#include <inttypes.h>
#include <stdio.h>

static const struct np_column weighting_columns[] = {
    { "weights", NP_CELL_TEXT, "", "Weights", "权重表", "" },
    { "says", NP_CELL_TEXT, "", "What they are", "说明", "" },
    { "fault", NP_CELL_TEXT, "", "Fault", "错误", "" },
    { "hash", NP_CELL_TEXT, "", "Hash", "哈希", "" },
    { 0 }
};

static const struct np_column row_columns[] = {
    { "score", NP_CELL_TEXT, "", "Score", "得分", "" },
    { "component", NP_CELL_TEXT, "", "Component", "组成", "" },
    { "weight", NP_CELL_REAL, "", "Weight", "权重", "" },
    { "transform", NP_CELL_TEXT, "", "Transform", "变换", "" },
    { "direction", NP_CELL_TEXT, "", "Direction", "方向", "" },
    { "missing", NP_CELL_TEXT, "", "If missing", "缺失时", "" },
    { 0 }
};

static struct np_result *list_weightings(const struct settings *s)
{
    struct np_result *r = np_result_new("weights", weighting_columns);
    bool zh = words_language(s) == NP_LANG_ZH;
    struct np_arena *arena = np_arena_new();
    struct np_weightings all;

    np_weightings_find(rules_folder(s), arena, &all);
    for (size_t i = 0; i < all.list.n; i++) {
        const struct np_weighting *w = &all.list.v[i];
        struct np_cell *row = np_result_row(r);

        put_text(r, row, "weights", w->name);
        put_text(r, row, "says", zh ? w->zh : w->en);
        put_text(r, row, "hash", np_arena_printf(arena, "%016" PRIx64, w->hash));
        if (w->fault.status != NP_OK)
            put_text(r, row, "fault", np_slice_of(w->fault.what));
    }
    np_arena_free(arena);
    return r;
}

static struct np_result *list_rows(const struct np_scoring *scoring)
{
    struct np_result *r = np_result_new("weights_rows", row_columns);
    struct np_weight_row w;

    for (size_t i = 0; np_scoring_weight_at(scoring, i, &w); i++) {
        struct np_cell *row = np_result_row(r);

        put_text(r, row, "score", w.score);
        put_text(r, row, "component", w.component);
        put_real(r, row, "weight", w.weight);
        put_text(r, row, "transform", w.transform);
        put_text(r, row, "direction", np_slice_of(w.direction < 0 ? "-" : "+"));
        put_text(r, row, "missing", np_slice_of(w.zero ? "zero" : "skip"));
    }
    return r;
}

/* The tables with other weights in place; NULL after a message. */
static struct np_scoring *load_named(const struct settings *s, const char *name)
{
    struct np_scoring *scoring = NULL;
    struct np_buf setting = { 0 };
    struct np_err err = { 0 };

    np_buf_printf(&setting, "weights=%s", name);
    if (np_scoring_load(rules_folder(s), &scoring, &err) != NP_OK ||
        np_scoring_set(scoring, np_buf_cstr(&setting), &err) != NP_OK) {
        tell_err(s, &err);
        np_scoring_free(scoring);
        scoring = NULL;
    }
    np_buf_release(&setting);
    return scoring;
}

int rules_weights(struct settings *s)
{
    const char *name = s->args[1];
    struct np_scoring *scoring = name ? load_named(s, name) : NULL;
    struct np_result *r;
    int code;

    if (name && !scoring)
        return EXIT_RULES;
    r = name ? list_rows(scoring) : list_weightings(s);
    code = write_sheets(s, &r, 1);
    np_result_free(r);
    np_scoring_free(scoring);
    return code;
}
