/* explain_risk.c -- one risk: a right of another near ours in a market, and how its value adds up
 * (reference/scoring.md, 7.3).
 *
 *     nanopat explain 'risk:甲科技|US|40001094'    the key as `query risks` prints it
 */
#include "explaining.h"

enum { BARS = 2 };

static const struct told_column head[] = {
    { "enterprise", FORM_NAME, "" }, { "district", FORM_NAME, "unknown" },
    { "market", FORM_PAIR, "" }, { "list", FORM_WORDS, "" }, { "subfield", FORM_PAIR, "" },
    { "title", FORM_NAME, "unknown" }, { "family", FORM_NAME, "" }, { "publication", FORM_NAME, "" },
    { "owners", FORM_NAME, "unknown" }, { "owner_countries", FORM_OFFICES, "unknown" },
    { "status", FORM_WORDS, "" }, { "expiry", FORM_NAME, "unknown" },
    { "remaining_years", FORM_NAME, "unknown" },
    { "nearest", FORM_NAME, "" }, { "nearest_title", FORM_NAME, "" }, { "shared", FORM_NAME, "" },
    { "cited_by", FORM_NAME, "" }, { "cited_by_title", FORM_NAME, "" },
    { "category", FORM_NAME, "" }, { "cited_on", FORM_NAME, "" },
    { 0 }
};

/* Columns of risks and the settings that weigh them; in the order of the rule. */
static const struct { const char *name, *setting, *formula; } components[] = {
    { "overlap", "risk_overlap", "greatest cosine of claims with a family of ours; of full symbols the Jaccard "
                                 "share where claims cannot be compared" },
    { "xy", "risk_xy", "cited as X, Y or I in a report on ours 1, cited otherwise 0.5, else 0" },
    { "remaining", "risk_remaining", "years left / 20, at most 1" },
    { "litigious", "risk_litigious", "suits of the owner in five years / 5, at most 1" },
    { "exposure", "risk_exposure", "rights or applications of ours there, or an export market: 1; else not known" },
};
enum { NCOMPONENTS = sizeof components / sizeof *components };

#define CHOICE "project's choice; scoring.tsv"

/* ---- what each was made from ---- */

/* "litigious: no list of suits (nanopat import suits); ..." */
static struct np_slice missing_of(const struct np_result *r, const char *name)
{
    struct np_slice left = cell_text(r, 0, "missing");

    while (left.n) {
        size_t end = np_slice_find(left, NP_S("; ")), n = strlen(name);
        struct np_slice one = np_slice_sub(left, 0, end);

        if (np_slice_starts(one, name) && np_slice_starts(np_slice_sub(one, n, one.n), ": "))
            return np_slice_sub(one, n + 2, one.n);
        left = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(left, end + 2, left.n);
    }
    return NP_EMPTY;
}

static struct np_slice inputs_of(struct explaining *e, const struct np_result *r, int which)
{
    switch (which) {
    case 0: return np_arena_printf(e->arena, "by %.*s; %.*s", NP_ARG(cell_text(r, 0, "overlap_by")),
                                   NP_ARG(cell_text(r, 0, "nearest")));
    case 1: return !cell_text(r, 0, "cited_by").n ? NP_S("no report on ours cites it")
                   : !cell_text(r, 0, "category").n
                       ? np_arena_printf(e->arena, "cited by %.*s", NP_ARG(cell_text(r, 0, "cited_by")))
                       : np_arena_printf(e->arena, "category %.*s; cited by %.*s",
                                         NP_ARG(cell_text(r, 0, "category")),
                                         NP_ARG(cell_text(r, 0, "cited_by")));
    case 2: return np_arena_printf(e->arena, "expiry %.*s; %.2f years",
                                   NP_ARG(iso_date(e, cell_date(r, 0, "expiry"))),
                                   cell_number(r, 0, "remaining_years"));
    case 3: return np_arena_printf(e->arena, "%.0f suits", cell_number(r, 0, "suits"));
    default: return NP_S("rights there or an export market");
    }
}

/* ---- components ---- */

struct sum { double contributions, present; };

static void add_component(struct explaining *e, const struct np_result *r, int which, struct sum *sum)
{
    const char *name = components[which].name;
    double value = cell_number(r, 0, name), weight = setting_of(e, components[which].setting);
    struct np_cell *row = add_row(e, "scores", "risk", np_slice_of(name));

    label_by_column(e, row, r, name);
    np_cell_real(&row[X_VALUE], value);
    set_text(e, row, X_UNIT, NP_S("0..1"));
    np_cell_real(&row[X_WEIGHT], weight);
    np_cell_int(&row[X_DIRECTION], 1);
    set_text(e, row, X_FORMULA, np_slice_of(components[which].formula));
    set_text(e, row, X_SOURCE, NP_S(CHOICE));
    if (isnan(value)) {
        set_text(e, row, X_REASON, NP_S("no_data"));
        set_text(e, row, X_INPUTS, missing_of(r, name));
        return;
    }
    np_cell_real(&row[X_POINTS], 100 * value);
    np_cell_real(&row[X_CONTRIBUTION], 100 * value * weight);
    set_text(e, row, X_INPUTS, inputs_of(e, r, which));
    sum->contributions += 100 * value * weight;
    sum->present += weight;
}

/* The sum first, as of other scores; what it was made of is known when its components are. */
static void add_components(struct explaining *e, const struct np_result *r)
{
    struct np_cell *whole = add_row(e, "scores", "risk", NP_S("risk"));
    double risk = cell_number(r, 0, "risk");
    struct sum sum = { 0, 0 };

    for (int i = 0; i < NCOMPONENTS; i++)
        add_component(e, r, i, &sum);
    label_by_column(e, whole, r, "risk");
    np_cell_real(&whole[X_VALUE], risk);
    np_cell_real(&whole[X_POINTS], risk);
    set_text(e, whole, X_UNIT, NP_S("0..100"));
    np_cell_int(&whole[X_DIRECTION], -1);
    if (isnan(risk))
        set_text(e, whole, X_REASON, NP_S("no_data"));
    set_text(e, whole, X_INPUTS, np_arena_printf(e->arena, "contributions %.6f / weight present %.6f",
                                                 sum.contributions, sum.present));
    set_text(e, whole, X_FORMULA, NP_S("SUM weight * points / SUM weight of components present"));
    set_text(e, whole, X_SOURCE, NP_S(CHOICE));
}

bool explain_risk(struct explaining *e, struct np_slice typed)
{
    struct np_result *r = bars_in(typed) >= BARS ? ask_one(e, "risks", "key", NP_IS, typed) : NULL;
    struct np_cell *row;

    if (!r)
        return false;
    e->kind = "risk";
    e->subject = np_arena_copy(e->arena, typed);
    for (const struct told_column *c = head; c->name; c++)
        add_told(e, r, c);
    row = add_row(e, "head", "", NP_S("risk"));
    label_by_column(e, row, r, "risk");
    np_cell_real(&row[X_VALUE], cell_number(r, 0, "risk"));
    set_text(e, row, X_UNIT, NP_S("0..100"));
    set_text(e, row, X_TEXT, np_arena_printf(e->arena, "coverage %.2f", cell_number(r, 0, "coverage")));
    set_form(e, row, FORM_WORDS);
    add_components(e, r);
    row = add_row(e, "foot", "", NP_S("draft"));
    set_text(e, row, X_TEXT, NP_S("risk_signal"));
    set_form(e, row, FORM_WORDS);
    np_result_free(r);
    return true;
}
