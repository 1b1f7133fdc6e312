/* frame.c -- the frame of GB/T 42748-2023 (专利评估指引), filled from data (scoring.md, section 4.3).
 *
 * Three first-level values; names of the second level are from knowledge, to be checked against the
 * standard. A cell without an indicator of ours needs a person or other data, and says which.
 */
#include "explaining.h"

static const struct frame_cell {
    const char *first, *second; /* words of words.c */
    const char *item;           /* indicator, measure of the subfield, or column of families; NULL: none */
    enum { OF_FAMILY, OF_SUBFIELD, OF_COLUMN, OF_NOTHING } from;
    const char *person;         /* word for what a person adds */
} cells[] = {
    { "frame_legal", "frame_stability", "survived", OF_FAMILY, "person_search" },
    { "frame_legal", "frame_stability", "examined_grants", OF_FAMILY, "person_search" },
    { "frame_legal", "frame_stability", "challenges", OF_FAMILY, "person_search" },
    { "frame_legal", "frame_stability", "bwd_cits_xy", OF_FAMILY, "person_search" },
    { "frame_legal", "frame_protection", "indep_claims", OF_FAMILY, "person_legal" },
    { "frame_legal", "frame_protection", "first_claim_len", OF_FAMILY, "person_legal" },
    { "frame_legal", "frame_protection", "scope", OF_FAMILY, "person_legal" },
    { "frame_legal", "frame_detect", "claim_types", OF_COLUMN, "person_product" },
    { "frame_legal", "frame_dependence", "dependence", OF_FAMILY, "person_fto" },
    { "frame_technical", "frame_advance", "tech_relevance", OF_FAMILY, "person_expert" },
    { "frame_technical", "frame_advance", "fwd_cits5", OF_FAMILY, "person_expert" },
    { "frame_technical", "frame_advance", "breakthrough", OF_FAMILY, "person_expert" },
    { "frame_technical", "frame_substitution", "originality", OF_FAMILY, "person_expert" },
    { "frame_technical", "frame_substitution", "radicalness", OF_FAMILY, "person_expert" },
    { "frame_technical", "frame_range", "generality", OF_FAMILY, "person_expert" },
    { "frame_technical", "frame_maturity", NULL, OF_NOTHING, "person_trl" },
    { "frame_technical", "frame_trend", "growth", OF_SUBFIELD, "person_market" },
    { "frame_technical", "frame_trend", "entrants", OF_SUBFIELD, "person_market" },
    { "frame_technical", "frame_trend", "tct", OF_FAMILY, "person_market" },
    { "frame_economic", "frame_life", "remaining_years", OF_FAMILY, "person_cycle" },
    { "frame_economic", "frame_competition", "hhi", OF_SUBFIELD, "person_market" },
    { "frame_economic", "frame_competition", "cr4", OF_SUBFIELD, "person_market" },
    { "frame_economic", "frame_competition", "foreign_share", OF_SUBFIELD, "person_market" },
    { "frame_economic", "frame_market", "market_coverage", OF_FAMILY, "person_revenue" },
    { "frame_economic", "frame_market", "licences", OF_FAMILY, "person_revenue" },
    { "frame_economic", "frame_market", "sep_tier", OF_FAMILY, "person_revenue" },
    { "frame_economic", "frame_operation", "dealings", OF_FAMILY, "person_contract" },
    { "frame_economic", "frame_operation", "pledges", OF_FAMILY, "person_contract" },
    { "frame_economic", "frame_operation", "transfers", OF_FAMILY, "person_contract" },
};
enum { NCELLS = sizeof cells / sizeof *cells };

static const struct np_column measure_columns[] = {
    { "component", NP_CELL_TEXT, "", "", "", "" },  { "value", NP_CELL_REAL, "", "", "", "" },
    { "unit", NP_CELL_TEXT, "", "", "", "" },       { "reason", NP_CELL_TEXT, "", "", "", "" },
    { "percentile", NP_CELL_REAL, "", "", "", "" }, { "cohort", NP_CELL_TEXT, "", "", "", "" },
    { "cohort_n", NP_CELL_INT, "", "", "", "" },    { "source", NP_CELL_TEXT, "", "", "", "" },
    { "inputs", NP_CELL_TEXT, "", "", "", "" },
    { 0 }
};

static const struct np_column subfield_columns[] = {
    { "code", NP_CELL_TEXT, "", "", "", "" },   { "growth", NP_CELL_REAL, "", "", "", "" },
    { "entrants", NP_CELL_INT, "", "", "", "" },{ "hhi", NP_CELL_REAL, "", "", "", "" },
    { "cr4", NP_CELL_REAL, "", "", "", "" },    { "foreign_share", NP_CELL_REAL, "", "", "", "" },
    { 0 }
};

struct filled { /* what the cells of one family are filled from; NULL where nothing is known */
    const struct np_result *family; /* row 0 */
    struct np_result *measures, *subfield;
};

static void fill_from_measures(struct explaining *e, const struct filled *f,
                               const struct frame_cell *cell, struct np_cell *row)
{
    for (size_t i = 0; f->measures && i < f->measures->rows.n; i++) {
        if (!np_slice_is(cell_text(f->measures, i, "component"), cell->item))
            continue;
        np_cell_real(&row[X_VALUE], cell_number(f->measures, i, "value"));
        np_cell_real(&row[X_PERCENTILE], cell_number(f->measures, i, "percentile"));
        if (!isnan(cell_number(f->measures, i, "cohort_n")))
            np_cell_int(&row[X_COHORT_N], (int64_t)cell_number(f->measures, i, "cohort_n"));
        set_text(e, row, X_COHORT, cell_text(f->measures, i, "cohort"));
        set_text(e, row, X_UNIT, cell_text(f->measures, i, "unit"));
        set_text(e, row, X_INPUTS, cell_text(f->measures, i, "inputs"));
        set_text(e, row, X_SOURCE, cell_text(f->measures, i, "source"));
        if (!row[X_VALUE].set)
            set_text(e, row, X_REASON, cell_text(f->measures, i, "reason"));
        return;
    }
}

static void fill_from_subfield(struct explaining *e, const struct filled *f,
                               const struct frame_cell *cell, struct np_cell *row)
{
    if (f->subfield)
        np_cell_real(&row[X_VALUE], cell_number(f->subfield, 0, cell->item));
    for (const struct np_measure *m = np_subfield_measures; m->name; m++)
        if (strcmp(m->name, cell->item) == 0) {
            set_text(e, row, X_UNIT, np_slice_of(m->unit));
            set_text(e, row, X_SOURCE, np_slice_of(m->source));
        }
    set_text(e, row, X_INPUTS,
             np_arena_printf(e->arena, "subfield %.*s", NP_ARG(cell_text(f->family, 0, "subfield"))));
    if (!row[X_VALUE].set)
        set_text(e, row, X_REASON, NP_S("no_data"));
}

/* Why data say nothing, and what a person adds. */
static struct np_slice why_empty(struct explaining *e, struct np_slice reason,
                                 const struct frame_cell *cell)
{
    return reason.n ? np_arena_printf(e->arena, "%.*s; %s", NP_ARG(reason), cell->person)
                    : np_slice_of(cell->person);
}

static void fill_cell(struct explaining *e, const struct filled *f, const struct frame_cell *cell)
{
    struct np_cell *row = add_row(e, "frame", cell->second, np_slice_of(cell->item ? cell->item : ""));
    struct np_slice text;

    if (cell->from == OF_FAMILY)
        fill_from_measures(e, f, cell, row);
    else if (cell->from == OF_SUBFIELD)
        fill_from_subfield(e, f, cell, row);
    text = cell->from == OF_COLUMN ? cell_text(f->family, 0, cell->item) : NP_EMPTY;
    if (cell->from == OF_COLUMN) { /* its heading is that of the count of such */
        set_text(e, row, X_INPUTS, text.n ? text : NP_S("no_data"));
        set_text(e, row, X_ZH, NP_S("权利要求类型"));
    }
    set_text(e, row, X_TEXT, np_slice_of(cell->first));
    if (!row[X_VALUE].set && !text.n)
        set_text(e, row, X_REASON, why_empty(e, row[X_REASON].text, cell));
    set_form(e, row, FORM_WORDS);
}

void explain_frame(struct explaining *e, const struct np_result *family)
{
    struct np_slice subfield = cell_text(family, 0, "subfield");
    const struct np_condition of[] = { { "subject_kind", NP_IS, NP_S("family") },
                                       { "subject", NP_IS, cell_text(family, 0, "key") } };
    const struct np_condition code = { "code", NP_IS, subfield };
    struct filled f = {
        family,
        select_rows(e, "measures", "v_measures", measure_columns, of, 2, "component score", -1),
        select_rows(e, "subfield", "v_subfields", subfield_columns, &code, 1, NULL, 1)
    };

    for (size_t i = 0; i < NCELLS; i++)
        fill_cell(e, &f, &cells[i]);
    np_result_free(f.measures);
    np_result_free(f.subfield);
}

/* ---- the question ---- */

const struct np_column np_frame_columns[] = {
    { "family", NP_CELL_TEXT, "", "Family", "专利族", "" },
    { "level_1", NP_CELL_TEXT, "", "First level", "一级指标(英文)", "" },
    { "level_1_zh", NP_CELL_TEXT, "", "First level, Chinese", "一级指标", "" },
    { "level_2", NP_CELL_TEXT, "", "Second level", "二级指标(英文)", "" },
    { "level_2_zh", NP_CELL_TEXT, "", "Second level, Chinese", "二级指标", "" },
    { "item", NP_CELL_TEXT, "", "Indicator", "指标", "" },
    { "item_zh", NP_CELL_TEXT, "", "Indicator, Chinese", "指标名称", "" },
    { "value", NP_CELL_REAL, "", "Value", "数值", "" },
    { "unit", NP_CELL_TEXT, "", "Unit", "单位", "" },
    { "percentile", NP_CELL_REAL, "0..100", "Percentile", "百分位", "" },
    { "cohort", NP_CELL_TEXT, "", "Cohort", "比较组", "" },
    { "cohort_n", NP_CELL_INT, "", "n", "组内数", "" },
    { "needs", NP_CELL_TEXT, "", "Needs", "尚需(英文)", "null: filled from data" },
    { "needs_zh", NP_CELL_TEXT, "", "Needs, Chinese", "尚需", "" },
    { "inputs", NP_CELL_TEXT, "", "Inputs", "依据", "" },
    { "source", NP_CELL_TEXT, "", "Source", "出处", "" },
    { 0 }
};

static void put_words(struct np_result *result, struct np_cell *row, int at, struct np_slice word)
{
    for (int zh = 0; zh < 2 && word.n; zh++) {
        struct np_buf b = { 0 };

        np_words_put(&b, word, zh);
        np_cell_text(result, &row[at + zh], np_buf_slice(&b));
        np_buf_release(&b);
    }
}

static void put_frame_row(struct np_result *result, const struct np_cell *from)
{
    static const struct { int to; enum explain_column from; } same[] = {
        { 0, X_SUBJECT }, { 5, X_ITEM }, { 7, X_VALUE }, { 8, X_UNIT }, { 9, X_PERCENTILE },
        { 10, X_COHORT }, { 11, X_COHORT_N }, { 14, X_INPUTS }, { 15, X_SOURCE },
    };
    struct np_cell *row = np_result_row(result);

    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        row[same[i].to] = from[same[i].from];
        row[same[i].to].text = np_arena_copy(result->arena, from[same[i].from].text);
    }
    put_words(result, row, 1, from[X_TEXT].text);
    put_words(result, row, 3, from[X_OF].text);
    if (from[X_ITEM].set)
        np_cell_text(result, &row[6], from[X_ZH].text);
    if (from[X_REASON].set)
        put_words(result, row, 12, from[X_REASON].text);
}

enum np_status np_frame_make(struct np_store *store, const struct np_condition *conditions,
                             size_t n, struct np_result *result, struct np_err *err)
{
    struct np_explanation out = { .rows = np_result_new("frame", np_explain_columns) };
    struct explaining e = { .store = store, .arena = np_arena_new(), .out = &out, .kind = "family",
                            .err = err };
    struct np_result *family = NULL;

    for (size_t i = 0; i < n; i++)
        if (strcmp(conditions[i].column, "family") == 0)
            e.subject = conditions[i].value;
    if (e.subject.n)
        family = ask_one(&e, "families", "key", NP_IS, e.subject);
    if (family)
        explain_frame(&e, family);
    for (size_t i = 0; i < out.rows->rows.n; i++)
        put_frame_row(result, out.rows->rows.v[i]);
    np_result_free(family);
    np_result_free(out.rows);
    np_arena_free(e.arena);
    if (!e.subject.n)
        return np_fail(err, NP_FAIL, "say which family: --family KEY");
    return e.status;
}
