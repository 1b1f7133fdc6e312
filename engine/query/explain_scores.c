/* explain_scores.c -- scores by component: contribution = weight x points, and where there is room.
 *
 * Room is weight x (100 - points) / weight present: what the score would gain if the component stood
 * at the top, all else as it is.
 */
#include "explaining.h"

static const struct np_column measure_columns[] = {
    { "score", NP_CELL_TEXT, "", "", "", "" },       { "component", NP_CELL_TEXT, "", "", "", "" },
    { "value", NP_CELL_REAL, "", "", "", "" },       { "unit", NP_CELL_TEXT, "", "", "", "" },
    { "reason", NP_CELL_TEXT, "", "", "", "" },      { "percentile", NP_CELL_REAL, "", "", "", "" },
    { "cohort", NP_CELL_TEXT, "", "", "", "" },      { "cohort_n", NP_CELL_INT, "", "", "", "" },
    { "cohort_level", NP_CELL_TEXT, "", "", "", "" },{ "weight", NP_CELL_REAL, "", "", "", "" },
    { "points", NP_CELL_REAL, "", "", "", "" },      { "contribution", NP_CELL_REAL, "", "", "", "" },
    { "window_open", NP_CELL_FLAG, "", "", "", "" }, { "inputs", NP_CELL_TEXT, "", "", "", "" },
    { "formula", NP_CELL_TEXT, "", "", "", "" },     { "source", NP_CELL_TEXT, "", "", "", "" },
    { 0 }
};

static const struct { const char *from; enum explain_column to; } texts[] = {
    { "unit", X_UNIT }, { "reason", X_REASON }, { "cohort", X_COHORT },
    { "cohort_level", X_COHORT_LEVEL }, { "inputs", X_INPUTS }, { "formula", X_FORMULA },
    { "source", X_SOURCE },
};

static const struct { const char *from; enum explain_column to; } reals[] = {
    { "value", X_VALUE }, { "percentile", X_PERCENTILE }, { "weight", X_WEIGHT },
    { "points", X_POINTS }, { "contribution", X_CONTRIBUTION },
};

static int direction_of(struct np_slice name)
{
    for (const struct np_indicator *i = np_indicators; i->name; i++)
        if (np_slice_is(name, i->name))
            return i->direction;
    return 1; /* a score */
}

static struct np_cell *add_measure(struct explaining *e, const struct np_result *r, size_t at,
                                   const char *section, const char *of, struct np_slice item)
{
    struct np_cell *row = add_row(e, section, of, item);
    double n = cell_number(r, at, "cohort_n");

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        set_text(e, row, texts[i].to, cell_text(r, at, texts[i].from));
    if (np_slice_is(cell_text(r, at, "reason"), "value"))
        row[X_REASON].set = false;
    for (size_t i = 0; i < sizeof reals / sizeof *reals; i++)
        np_cell_real(&row[reals[i].to], cell_number(r, at, reals[i].from));
    np_cell_int(&row[X_DIRECTION], direction_of(item));
    if (!isnan(n))
        np_cell_int(&row[X_COHORT_N], (int64_t)n);
    if (cell_number(r, at, "window_open") > 0 && row[X_VALUE].set)
        set_text(e, row, X_REASON, NP_S("window_open"));
    return row;
}

/* Weight of the components that have points. */
static double weight_present(const struct np_result *r, const char *score)
{
    double sum = 0;

    for (size_t i = 0; i < r->rows.n; i++)
        if (np_slice_is(cell_text(r, i, "score"), score) && cell_text(r, i, "component").n &&
            !isnan(cell_number(r, i, "points")))
            sum += cell_number(r, i, "weight");
    return sum;
}

/* Some of its components have names that other tables use for other things. */
static void label_component(struct explaining *e, struct np_cell *row, struct np_slice component)
{
    struct np_slice item = np_arena_printf(e->arena, "sep_%.*s", NP_ARG(component));

    if (!np_word_known(item))
        return;
    set_text(e, row, X_EN, np_word(item, false));
    set_text(e, row, X_ZH, np_word(item, true));
}

static void add_score(struct explaining *e, const struct np_result *r, const char *score)
{
    const char *name = strcmp(score, "portfolio") == 0 ? "score" : score; /* as its column */
    double present = weight_present(r, score);

    for (int parts = 0; parts < 2; parts++) /* the whole, then what it is made of */
        for (size_t i = 0; i < r->rows.n; i++) {
            struct np_slice component = cell_text(r, i, "component");
            struct np_cell *row;

            if (!np_slice_is(cell_text(r, i, "score"), score) || (component.n > 0) != parts)
                continue;
            row = add_measure(e, r, i, "scores", name, parts ? component : np_slice_of(name));
            if (parts && strcmp(score, "sep") == 0)
                label_component(e, row, component);
            else if (parts && present > 0)
                np_cell_real(&row[X_GAIN], cell_number(r, i, "weight") *
                                               (100 - cell_number(r, i, "points")) / present);
        }
}

void explain_scores(struct explaining *e, const char *kind)
{
    static const char *const scores[] = { "hv", "legal", "technical", "economic", "portfolio", "sep" };
    const struct np_condition only[] = { { "subject_kind", NP_IS, np_slice_of(kind) },
                                         { "subject", NP_IS, e->subject } };
    struct np_result *r = select_rows(e, "measures", "v_measures", measure_columns, only, 2,
                                      "score -weight component", -1);

    for (size_t i = 0; r && i < sizeof scores / sizeof *scores; i++)
        add_score(e, r, scores[i]);
    for (size_t i = 0; r && i < r->rows.n; i++)
        if (np_slice_is(cell_text(r, i, "score"), "indicator"))
            add_measure(e, r, i, "indicators", "", cell_text(r, i, "component"));
    np_result_free(r);
}

/* ---- where there is room ---- */

enum { GAINS_SHOWN = 3 };

static const struct np_cell *greatest_gain(const struct np_result *rows, const char *score,
                                           const struct np_cell *const *told, size_t ntold)
{
    const struct np_cell *best = NULL;

    for (size_t i = 0; i < rows->rows.n; i++) {
        const struct np_cell *row = rows->rows.v[i];
        bool again = false;

        for (size_t k = 0; k < ntold; k++)
            again = again || told[k] == row;
        if (!again && row[X_GAIN].set && row[X_GAIN].real > 0.05 &&
            np_slice_is(row[X_OF].text, score) && np_slice_is(row[X_SECTION].text, "scores") &&
            (!best || row[X_GAIN].real > best[X_GAIN].real))
            best = row;
    }
    return best;
}

void explain_gains(struct explaining *e, const char *const *scores)
{
    for (; *scores; scores++) {
        const struct np_cell *told[GAINS_SHOWN], *best;
        size_t n = 0;

        while (n < GAINS_SHOWN && (best = greatest_gain(e->out->rows, *scores, told, n))) {
            struct np_cell *row = add_row(e, "raise", *scores, best[X_ITEM].text);

            row[X_VALUE] = best[X_VALUE];
            row[X_UNIT] = best[X_UNIT];
            row[X_POINTS] = best[X_POINTS];
            row[X_WEIGHT] = best[X_WEIGHT];
            row[X_GAIN] = best[X_GAIN];
            set_text(e, row, X_TEXT,
                     np_arena_printf(e->arena, "points %.1f of 100, weight %.2f: at the top %s +%.1f",
                                     best[X_POINTS].real, best[X_WEIGHT].real, *scores,
                                     best[X_GAIN].real));
            set_form(e, row, FORM_WORDS);
            told[n++] = best;
        }
    }
}
