/* settings.c -- the tables of the rules folder that scoring reads. */
#include "evaluation.h"
#include "rows.h"

#include <nanopat/tsv.h>

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- scoring.tsv ---- */

static const struct { const char *name; size_t at; double low, high; } numbers[] = {
    { "cohort_min", offsetof(struct np_scoring, cohort_min), 1, 1e6 },
    { "cohort_floor", offsetof(struct np_scoring, cohort_floor), 1, 1e6 },
    { "winsor_q", offsetof(struct np_scoring, winsor_q), 0.5, 1 },
    { "pending_weight", offsetof(struct np_scoring, pending_weight), 0, 1 },
    { "breakthrough_min", offsetof(struct np_scoring, breakthrough_min), 1, 1e6 },
    { "portfolio_min", offsetof(struct np_scoring, portfolio_min), 1, 1e6 },
    { "office_reports_min", offsetof(struct np_scoring, office_reports_min), 1, 1e9 },
    { "alert_past", offsetof(struct np_scoring, alert_past), 1, 120 },
    { "alert_months", offsetof(struct np_scoring, alert_months), 1, 60 },
    { "alert_door", offsetof(struct np_scoring, alert_door), 1, 36 },
    { "near_min", offsetof(struct np_scoring, near_min), 0.01, 1 },
    { "near_symbols", offsetof(struct np_scoring, near_symbols), 1, 1e3 },
    { "near_most", offsetof(struct np_scoring, near_most), 1, 1e6 },
    { "lead_min", offsetof(struct np_scoring, lead_min), 0.01, 1 },
    { "risk_overlap", offsetof(struct np_scoring, risk_overlap), 0, 1 },
    { "risk_xy", offsetof(struct np_scoring, risk_xy), 0, 1 },
    { "risk_remaining", offsetof(struct np_scoring, risk_remaining), 0, 1 },
    { "risk_litigious", offsetof(struct np_scoring, risk_litigious), 0, 1 },
    { "risk_exposure", offsetof(struct np_scoring, risk_exposure), 0, 1 },
    { "self_citation_max", offsetof(struct np_scoring, self_citation_max), 0, 1 },
    { "cliff_max", offsetof(struct np_scoring, cliff_max), 0, 1 },
    { "known_min", offsetof(struct np_scoring, known_min), 0, 1 },
    { "coverage_min", offsetof(struct np_scoring, coverage_min), 0, 1 },
    { "hvp_maintenance_years", offsetof(struct np_scoring, maintenance_years), 0, 20 },
    { "hvp_version", offsetof(struct np_scoring, hvp_version), 4, 5 },
    { "hvp_pledge_min", offsetof(struct np_scoring, pledge_min), 0, 1e12 },
    { "portfolio_split_min", offsetof(struct np_scoring, split_min), 1, 1e6 },
    { "portfolio_split_symbols", offsetof(struct np_scoring, split_symbols), 1, 1e3 },
    { "portfolio_split_cosine", offsetof(struct np_scoring, split_cosine), 0, 1 },
    { "plan_listed", offsetof(struct np_scoring, plan_listed), 0, 1e6 },
    { "plan_unicorn", offsetof(struct np_scoring, plan_unicorn), 0, 1e6 },
    { "plan_gazelle", offsetof(struct np_scoring, plan_gazelle), 0, 1e6 },
    { "population", offsetof(struct np_scoring, population), 0, 1e10 },
};
enum { NNUMBERS = sizeof numbers / sizeof *numbers };
_Static_assert(NNUMBERS <= 64, "one bit of given for each");

static const struct { const char *name, *value; size_t at; bool is; } words[] = {
    { "cohort", "oecd", offsetof(struct np_scoring, oecd_cohorts), true },
    { "cohort", "house", offsetof(struct np_scoring, oecd_cohorts), false },
    { "symbols", "cpc", offsetof(struct np_scoring, by_cpc), true },
    { "symbols", "ipc", offsetof(struct np_scoring, by_cpc), false },
    { "qi_missing", "skip", offsetof(struct np_scoring, skip_missing), true },
    { "qi_missing", "zero", offsetof(struct np_scoring, skip_missing), false },
    { "hvp_overseas", "published", offsetof(struct np_scoring, published_abroad), true },
    { "hvp_overseas", "granted", offsetof(struct np_scoring, published_abroad), false },
    { "hvp_maintenance_from", "grant", offsetof(struct np_scoring, maintained_from_grant), true },
    { "hvp_maintenance_from", "filing", offsetof(struct np_scoring, maintained_from_grant), false },
    { "sei_symbols", "first", offsetof(struct np_scoring, sei_first), true },
    { "sei_symbols", "all", offsetof(struct np_scoring, sei_first), false },
    { "status_rows", "scope", offsetof(struct np_scoring, status_of_scope), true },
    { "status_rows", "all", offsetof(struct np_scoring, status_of_scope), false },
};

static enum np_status bad_value(const struct np_tsv *tsv, const struct np_slice *cell,
                                const char *may_be, struct np_err *err)
{
    return np_tsv_fail(tsv, err, "'%.*s' cannot be '%.*s': it is %s",
                       NP_ARG(np_slice_sub(cell[0], 0, 40)), NP_ARG(np_slice_sub(cell[1], 0, 40)),
                       may_be);
}

static enum np_status bad_word(const struct np_tsv *tsv, const struct np_slice *cell,
                               struct np_err *err)
{
    struct np_buf may_be = { 0 };
    enum np_status status;

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (np_slice_is(cell[0], words[i].name))
            np_buf_printf(&may_be, "%s%s", may_be.n ? " or " : "", words[i].value);
    status = bad_value(tsv, cell, np_buf_cstr(&may_be), err);
    np_buf_release(&may_be);
    return status;
}

static enum np_status bad_number(const struct np_tsv *tsv, const struct np_slice *cell, double low,
                                 double high, struct np_err *err)
{
    char may_be[64];

    snprintf(may_be, sizeof may_be, "a number from %.10g to %.10g", low, high);
    return bad_value(tsv, cell, may_be, err);
}

static enum np_status set_office_weight(struct np_scoring *scoring, const struct np_tsv *tsv,
                                        const struct np_slice *cell, struct np_err *err)
{
    struct np_slice office = np_slice_trim(np_slice_sub(cell[0], strlen("office_weight "), 8));
    double weight;

    if (office.n != 2 || !np_slice_real(cell[1], &weight) || weight < 0)
        return bad_value(tsv, cell, "an office and a weight of 0 or more", err);
    np_map_put(scoring->office_weights, office, (int64_t)scoring->given_weights.n);
    *np_list_add(scoring->arena, &scoring->given_weights) = weight;
    return NP_OK;
}

static enum np_status set_word(struct np_scoring *scoring, const struct np_tsv *tsv,
                               const struct np_slice *cell, struct np_err *err)
{
    bool known = false;

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!np_slice_is(cell[0], words[i].name))
            continue;
        known = true;
        if (np_slice_is(cell[1], words[i].value)) {
            *(bool *)((char *)scoring + words[i].at) = words[i].is;
            return NP_OK;
        }
    }
    if (known)
        return bad_word(tsv, cell, err);
    return np_tsv_fail(tsv, err, "unknown setting '%.*s': rules/scoring.tsv lists them",
                       NP_ARG(np_slice_sub(cell[0], 0, 60)));
}

static enum np_status set_home(struct np_scoring *scoring, const struct np_tsv *tsv,
                               const struct np_slice *cell, struct np_err *err)
{
    int home = np_places_find(scoring->places, cell[1]);

    if (home < 0 || np_places_at(scoring->places, home)->level != NP_CITY)
        return np_tsv_fail(tsv, err, "local_city '%.*s' is no city of places.tsv",
                           NP_ARG(np_slice_sub(cell[1], 0, 40)));
    scoring->home = home;
    return NP_OK;
}

static bool is_office(struct np_slice s)
{
    return s.n == 2 && s.p[0] >= 'A' && s.p[0] <= 'Z' && s.p[1] >= 'A' && s.p[1] <= 'Z';
}

#define OFFICES "two-letter offices with blanks between: CN US EP"

/* In place of those that were there. */
static enum np_status set_reference(struct np_scoring *scoring, const struct np_tsv *tsv,
                                    const struct np_slice *cell, struct np_err *err)
{
    struct np_slice left = np_arena_copy(scoring->arena, cell[1]), office;

    scoring->reference_offices.n = 0;
    while ((left = np_slice_trim(left)).n) {
        size_t end = np_slice_find(left, NP_S(" "));

        office = np_slice_sub(left, 0, end == (size_t)-1 ? left.n : end);
        left = np_slice_sub(left, office.n, left.n);
        if (!is_office(office))
            return bad_value(tsv, cell, OFFICES, err);
        *np_list_add(scoring->arena, &scoring->reference_offices) = office;
    }
    return scoring->reference_offices.n ? NP_OK : bad_value(tsv, cell, OFFICES, err);
}

static enum np_status set_other(struct np_scoring *scoring, const struct np_tsv *tsv,
                                const struct np_slice *cell, struct np_err *err)
{
    if (np_slice_starts(cell[0], "office_weight "))
        return set_office_weight(scoring, tsv, cell, err);
    if (np_slice_is(cell[0], "reference_offices"))
        return set_reference(scoring, tsv, cell, err);
    return set_word(scoring, tsv, cell, err);
}

struct np_fact_choices np_scoring_choices(const struct np_scoring *scoring)
{
    return (struct np_fact_choices){ scoring->by_cpc, scoring->reference_offices.v,
                                     scoring->reference_offices.n };
}

static enum np_status set_one(struct np_scoring *scoring, const struct np_tsv *tsv,
                              const struct np_slice *cell, struct np_err *err)
{
    for (int i = 0; i < NNUMBERS; i++) {
        double value;

        if (!np_slice_is(cell[0], numbers[i].name))
            continue;
        if (!np_slice_real(cell[1], &value) || value < numbers[i].low || value > numbers[i].high)
            return bad_number(tsv, cell, numbers[i].low, numbers[i].high, err);
        *(double *)((char *)scoring + numbers[i].at) = value;
        scoring->given |= UINT64_C(1) << i;
        return NP_OK;
    }
    if (np_slice_is(cell[0], "local_city"))
        return set_home(scoring, tsv, cell, err);
    if (np_slice_is(cell[0], "weights"))
        scoring->weights_name = np_arena_copy(scoring->arena, cell[1]);
    else if (np_slice_is(cell[0], "hvp_home"))
        *np_list_add(scoring->arena, &scoring->home_offices) = np_arena_copy(scoring->arena, cell[1]);
    else if (np_slice_is(cell[0], "hvp_award"))
        *np_list_add(scoring->arena, &scoring->award_words) = np_arena_copy(scoring->arena, cell[1]);
    else
        return set_other(scoring, tsv, cell, err);
    return NP_OK;
}

static enum np_status check_given(const struct np_scoring *scoring, const struct np_tsv *tsv,
                                  struct np_err *err)
{
    for (int i = 0; i < NNUMBERS; i++)
        if (!(scoring->given >> i & 1))
            return np_tsv_fail(tsv, err, "no row '%s'", numbers[i].name);
    return NP_OK;
}

static enum np_status load_settings(struct np_scoring *scoring, const char *folder,
                                    struct np_err *err)
{
    static const char *const columns[] = { "name", "value", "says", NULL };
    static const struct rules_table table = { "scoring.tsv", columns, false, set_one,
                                              check_given, NULL };

    return load_table(scoring, folder, &table, err);
}

enum np_status np_scoring_set(struct np_scoring *scoring, const char *assignment,
                              struct np_err *err)
{
    struct np_slice whole = np_arena_copy(scoring->arena, np_slice_of(assignment));
    size_t equals = np_slice_find(whole, NP_S("="));
    struct np_slice cell[2];

    if (equals == (size_t)-1)
        return np_fail(err, NP_STOP, "'%.*s' is not NAME=VALUE", NP_ARG(np_slice_sub(whole, 0, 60)));
    cell[0] = np_slice_trim(np_slice_sub(whole, 0, equals));
    cell[1] = np_slice_trim(np_slice_sub(whole, equals + 1, whole.n));
    for (size_t i = 0; i < whole.n; i++)
        add_hash(scoring, (unsigned char)whole.p[i]);
    if (set_one(scoring, NULL, cell, err) != NP_OK)
        return NP_STOP;
    return np_slice_is(cell[0], "weights") ? choose_weights(scoring, err) : NP_OK;
}

/* ---- tech35.tsv ---- */

static enum np_status add_field(struct np_scoring *scoring, const struct np_tsv *tsv,
                                const struct np_slice *cell, struct np_err *err)
{
    int field;

    if (!np_slice_int(cell[1], &field) || field < 1 || field > 35 || !cell[0].n)
        return np_tsv_fail(tsv, err, "'%.*s' is no field from 1 to 35",
                           NP_ARG(np_slice_sub(cell[1], 0, 40)));
    np_map_put(scoring->fields, cell[0], field);
    return NP_OK;
}

static enum np_status load_fields(struct np_scoring *scoring, const char *folder,
                                  struct np_err *err)
{
    static const char *const columns[] = { "prefix", "field", "name", "sector", NULL };
    static const struct rules_table table = { "tech35.tsv", columns, false, add_field, NULL, NULL };

    return load_table(scoring, folder, &table, err);
}

int field_of_symbol(const struct np_scoring *scoring, struct np_slice symbol)
{
    size_t slash = np_slice_find(symbol, NP_S("/"));
    struct np_slice group = np_slice_sub(symbol, 0, slash == (size_t)-1 ? symbol.n : slash);
    const int64_t *field = np_map_get(scoring->fields, group);

    for (size_t n = 4; !field && n > 0; n--)
        if (group.n >= n)
            field = np_map_get(scoring->fields, np_slice_sub(group, 0, n));
    return field ? (int)*field : 0;
}

/* ---- gni.tsv ---- */

static enum np_status add_income(struct np_scoring *scoring, const struct np_tsv *tsv,
                                 const struct np_slice *cell, struct np_err *err)
{
    struct gni_row row = { .office = np_arena_copy(scoring->arena, cell[0]) };

    if (cell[0].n != 2)
        return np_tsv_fail(tsv, err, "'%.*s' is no office", NP_ARG(cell[0]));
    if (!np_slice_int(cell[1], &row.year) || !np_slice_real(cell[2], &row.gni) || row.gni <= 0)
        return np_tsv_fail(tsv, err, "year and income must be numbers above 0");
    *np_list_add(scoring->arena, &scoring->gni) = row;
    return NP_OK;
}

static enum np_status load_gni(struct np_scoring *scoring, const char *folder, struct np_err *err)
{
    static const char *const columns[] = { "office", "year", "gni", NULL };
    static const struct rules_table table = { "gni.tsv", columns, false, add_income, NULL, NULL };

    return load_table(scoring, folder, &table, err);
}

/* ---- rows: what the run was made with, as the columns of scoring.tsv ---- */

static void put_setting(struct row *row, const char *name, struct np_slice value)
{
    row_begin(row, SETTINGS);
    row_text(row, "name", np_slice_of(name));
    row_text(row, "value", value);
    row_put(row);
}

void put_settings(const struct np_evaluation *run, struct row *row)
{
    const char *scoring = (const char *)run->scoring;

    for (int i = 0; i < NNUMBERS && row->status == NP_OK; i++)
        put_setting(row, numbers[i].name,
                    np_arena_printf(row->arena, "%.10g", *(const double *)(scoring + numbers[i].at)));
    for (size_t i = 0; i < sizeof words / sizeof *words && row->status == NP_OK; i++)
        if (*(const bool *)(scoring + words[i].at) == words[i].is)
            put_setting(row, words[i].name, np_slice_of(words[i].value));
}

/* ---- the whole ---- */

/* In this order: settings name the weights, schemes and tiers are checked against both. */
static enum np_status (*const loaders[])(struct np_scoring *, const char *, struct np_err *) = {
    load_settings, load_fields, load_gni, load_weights, load_tiers, load_schemes, load_consortia,
    load_groups, load_markets, load_reminders, load_areas,
};

enum np_status np_scoring_load(const char *rules_folder, struct np_scoring **out,
                               struct np_err *err)
{
    struct np_arena *arena = np_arena_new();
    struct np_scoring *scoring = np_arena_zalloc(arena, sizeof *scoring);
    enum np_status status;

    scoring->arena = arena;
    scoring->folder = np_arena_copy(arena, np_slice_of(rules_folder));
    scoring->weights_name = NP_S("default");
    scoring->hash = NP_HASH_START;
    scoring->home = -1;
    scoring->fields = np_map_new();
    scoring->office_weights = np_map_new();
    status = np_places_load(rules_folder, &scoring->places, err);
    if (status == NP_OK)
        add_hash(scoring, np_places_hash(scoring->places));
    for (size_t i = 0; status == NP_OK && i < sizeof loaders / sizeof *loaders; i++)
        status = loaders[i](scoring, rules_folder, err);
    if (status == NP_OK)
        status = load_standards(scoring, rules_folder, err);
    if (status == NP_OK)
        status = load_legal_codes(&scoring->legal, arena, rules_folder, err);
    add_hash(scoring, scoring->legal.hash);
    *out = scoring;
    if (status != NP_OK) {
        np_scoring_free(scoring);
        *out = NULL;
    }
    return status;
}

void np_scoring_free(struct np_scoring *scoring)
{
    if (!scoring)
        return;
    np_places_free(scoring->places);
    np_map_free(scoring->fields);
    np_map_free(scoring->office_weights);
    release_legal_codes(&scoring->legal);
    np_arena_free(scoring->arena);
}

const struct np_registry *np_scoring_registry(const struct np_scoring *scoring)
{
    return &scoring->registry;
}

uint64_t np_scoring_hash(const struct np_scoring *scoring)
{
    return scoring->hash;
}
