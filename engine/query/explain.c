/* explain.c -- np_explain: which thing is meant, its sections, and what the numbers were made with. */
#include "explaining.h"

#include <stdlib.h>

static bool by_number(struct explaining *e, struct np_slice typed)
{
    return explain_publication(e, typed, false);
}

static bool by_events(struct explaining *e, struct np_slice typed)
{
    return explain_publication(e, typed, true);
}

static bool by_city(struct explaining *e, struct np_slice typed)
{
    return (np_slice_is(typed, "city") || np_slice_is(typed, "本市")) && explain_city(e);
}

/* In the order in which a text is taken for one of them. A name in part stands last. */
static const struct { const char *kind; bool (*explain)(struct explaining *, struct np_slice); } kinds[] = {
    { "city", by_city },
    { "lead", explain_lead },
    { "risk", explain_risk },
    { "standard", explain_standard },
    { "family", explain_family },
    { "portfolio", explain_portfolio },
    { "subfield", explain_subfield },
    { "publication", by_number },
    { "enterprise", explain_enterprise },
    { "publication", by_events },
};
enum { NKINDS = sizeof kinds / sizeof *kinds };

/* "family:12345" says the kind. */
static const char *kind_said(struct np_slice *typed)
{
    for (size_t i = 0; i < NKINDS; i++) {
        size_t n = strlen(kinds[i].kind);

        if (np_slice_starts(*typed, kinds[i].kind) && typed->n > n + 1 && typed->p[n] == ':') {
            *typed = np_slice_sub(*typed, n + 1, typed->n);
            return kinds[i].kind;
        }
    }
    return NULL;
}

static void clear(struct np_explanation *out)
{
    out->rows->rows.n = 0;
    for (size_t i = 0; i < out->ntables; i++)
        np_result_free(out->tables[i]);
    out->ntables = 0;
}

/* The same text as a thing of another kind: tried, and forgotten but for its name. */
static void find_others(struct explaining *e, size_t taken, struct np_slice typed)
{
    for (size_t i = taken + 1; i < NKINDS && e->status == NP_OK; i++) {
        struct np_explanation other = { .rows = np_result_new("explain", np_explain_columns) };
        struct explaining beside = { .store = e->store, .arena = e->arena, .out = &other,
                                     .kind = "", .err = NULL };
        struct np_cell *row;

        if (strcmp(kinds[i].kind, kinds[taken].kind) != 0 && kinds[i].explain != by_events &&
            kinds[i].explain(&beside, typed) && beside.subject.n) {
            row = add_row(e, "also", "", np_slice_of(kinds[i].kind));
            set_text(e, row, X_TEXT, beside.subject);
            set_form(e, row, FORM_NAME);
            set_text(e, row, X_COMMAND,
                     np_arena_printf(e->arena, "nanopat explain %.*s",
                                     NP_ARG(quoted(e, np_arena_printf(
                                         e->arena, "%s:%.*s", kinds[i].kind, NP_ARG(beside.subject))))));
        }
        clear(&other);
        np_result_free(other.rows);
    }
}

static void add_foot(struct explaining *e)
{
    static const char *const keys[] = { "as_of", "weights", "weights_hash", "scoring_hash", "rules_hash" };

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        struct np_slice value;
        struct np_cell *row;

        if (np_store_meta_get(e->store, keys[i], e->arena, &value, NULL) != NP_OK)
            continue;
        row = add_row(e, "foot", "", np_slice_of(keys[i]));
        set_text(e, row, X_TEXT, value);
        set_form(e, row, FORM_NAME);
    }
}

/* Rows stand by section, in the order in which they were made. */
static void sort_rows(struct np_result *rows)
{
    struct np_cell **sorted = np_arena_alloc(rows->arena, (rows->rows.n + 1) * sizeof *sorted);
    size_t n = 0;

    for (const struct np_explain_section *s = np_explain_sections; s->name; s++)
        for (size_t i = 0; i < rows->rows.n; i++)
            if (np_slice_is(rows->rows.v[i][X_SECTION].text, s->name))
                sorted[n++] = rows->rows.v[i];
    rows->rows.v = sorted;
}

static bool explain(struct explaining *e, struct np_slice typed)
{
    const char *kind = kind_said(&typed);

    for (size_t i = 0; i < NKINDS && e->status == NP_OK; i++) {
        if (kind && strcmp(kind, kinds[i].kind) != 0)
            continue;
        if (!kinds[i].explain(e, typed))
            continue;
        explain_missing(e);
        if (!kind)
            find_others(e, i, typed);
        add_foot(e);
        sort_rows(e->out->rows);
        return true;
    }
    return false;
}

enum np_status np_explain(struct np_store *store, struct np_slice typed,
                          struct np_explanation **explained, struct np_err *err)
{
    struct np_explanation *out = np_calloc(1, sizeof *out);
    struct explaining e = { .store = store, .arena = np_arena_new(), .out = out, .kind = "",
                            .err = err };
    bool found;

    out->rows = np_result_new("explain", np_explain_columns);
    out->rows->en = "Explained";
    out->rows->zh = "说明";
    found = explain(&e, typed);
    np_arena_free(e.arena);
    if (found && e.status == NP_OK) {
        *explained = out;
        return NP_OK;
    }
    np_explanation_free(out);
    *explained = NULL;
    return e.status == NP_OK ? NP_END : e.status;
}

void np_explanation_free(struct np_explanation *explained)
{
    if (!explained)
        return;
    clear(explained);
    np_result_free(explained->rows);
    free(explained);
}
