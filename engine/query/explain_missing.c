/* explain_missing.c -- what has no value, why, and which input would supply it.
 *
 * Names of commands are those of the command line; what no command supplies yet says so.
 */
#include "explaining.h"
#include "gaps.h"

#define INGEST "nanopat ingest DUMP..."

/* The word is a row of words.c. First fit, in order; item NULL: any. */
static const struct { const char *item, *reason, *word, *command; } supplies[] = {
    { NULL, "not_applicable", "supply_not_applicable", "" },
    { "breakthrough", "cohort_too_small", "supply_breakthrough", INGEST },
    { "breakthrough_xy", "cohort_too_small", "supply_breakthrough", INGEST },
    { "fwd_cits_life", "cohort_too_small", "supply_life", INGEST },
    { NULL, "cohort_too_small", "supply_cohort", INGEST },
    { NULL, "window_open", "supply_window", "" },
    { "claims", "", "supply_claims", INGEST },
    { "plan_listed", "", "supply_library", "nanopat import enterprises" },
    { "plan_unicorn", "", "supply_library", "nanopat import enterprises" },
    { "plan_gazelle", "", "supply_library", "nanopat import enterprises" },
    { "plan_leader", "", "supply_library", "nanopat import enterprises" },
    { "indep_claims", "", "supply_claims", INGEST },
    { "first_claim_len", "", "supply_claims", INGEST },
    { "claims_bwd", "", "supply_claims_citations", INGEST },
    { "claim_types", "", "supply_claims", INGEST },
    { "structure", "", "supply_claims", INGEST },
    { "bwd_cits", "", "supply_citations", INGEST },
    { "npl_cits", "", "supply_citations", INGEST },
    { "originality", "", "supply_cited", INGEST },
    { "radicalness", "", "supply_cited", INGEST },
    { "tct", "", "supply_cited", INGEST },
    { "science_share", "", "supply_citations", INGEST },
    { "mean_npl", "", "supply_citations", INGEST },
    { "fwd_cits5_xy", "", "supply_categories", INGEST },
    { "fwd_cits7_xy", "", "supply_categories", INGEST },
    { "breakthrough_xy", "", "supply_categories", INGEST },
    { "bwd_cits_xy", "", "supply_categories", INGEST },
    { "dependence", "", "supply_categories", INGEST },
    { "inventor_risk", "", "supply_inventors", INGEST },
    { "scope", "", "supply_ipc", INGEST },
    { "survived", "", "supply_events", INGEST },
    { "dealings", "", "supply_events", INGEST },
    { "pledges", "", "supply_events", INGEST },
    { "licences", "", "supply_events", INGEST },
    { "transfers", "", "supply_events", INGEST },
    { "preservations", "", "supply_events", INGEST },
    { "challenges", "", "supply_events", INGEST },
    { "pledged", "", "supply_events", INGEST },
    { "licensed", "", "supply_events", INGEST },
    { "preserved", "", "supply_events", INGEST },
    { "transferred", "", "supply_events", INGEST },
    { "renewal", "", "supply_events", INGEST },
    { "remaining_years", "", "supply_filing", INGEST },
    { "market_coverage", "", "supply_gni", "nanopat import gni FILE" },
    { "suits", "", "supply_suits", "nanopat import suits FILE" },
    { "litigious", "", "supply_suits", "nanopat import suits FILE" },
    { "exposure", "", "supply_exposure", "nanopat import enterprises FILE" },
    { "xy", "", "supply_citations_ours", INGEST },
    { "overlap", "", "supply_overlap", INGEST },
    { "remaining", "", "supply_filing", INGEST },
    { "sep_tier", "", "supply_clauses", "nanopat import clauses FILE" },
    { "cov_idf", "", "supply_clauses", "nanopat import clauses FILE" },
    { "elem", "", "supply_clauses", "nanopat import clauses FILE" },
    { "declared", "", "supply_declarations", "nanopat import declarations FILE" },
    { "party", "", "supply_participation", "nanopat import participation FILE" },
    { "sep", "", "supply_parts", "" },
    { "hvp_h1", "", "supply_sei", "nanopat import sei FILE" },
    { "hvp_h2", "", "supply_family", INGEST },
    { "hvp_h3", "", "supply_filing", INGEST },
    { "hvp_h4", "", "supply_pledges", "nanopat import pledges FILE" },
    { "hvp_h5", "", "supply_awards", "nanopat import awards FILE" },
    { "hvp_yes", "", "supply_policy", "nanopat import sei FILE" },
    { "hvp_share", "", "supply_policy", "nanopat import sei FILE" },
    { "h1", "", "supply_sei", "nanopat import sei FILE" },
    { "h2", "", "supply_family", INGEST },
    { "h3", "", "supply_filing", INGEST },
    { "h4", "", "supply_pledges", "nanopat import pledges FILE" },
    { "h5", "", "supply_awards", "nanopat import awards FILE" },
    { "hvp_per_10000", "", "supply_population", "nanopat score --set population=N" },
    { "population", "", "supply_population", "nanopat score --set population=N" },
    { "pai_rank_in_city", "", "supply_address", INGEST },
    { "growth", "", "supply_growth", "" },
    { "growth_over_field", "", "supply_growth", "" },
    { "best_rta", "", "supply_few", "" },
    { "best_rta_active", "", "supply_few", "" },
    { "best_rta_rank_in_city", "", "supply_few", "" },
    { "best_score", "", "supply_unlisted", "" },
    { "portfolio", "", "supply_unlisted", "" },
    { "satellites_per_core", "", "supply_core", "" },
    { "local_rank", "", "supply_local", "" },
    { "local_rta", "", "supply_local", "" },
    { "cii", "", "supply_recent", INGEST },
    { "technology_strength", "", "supply_recent", INGEST },
    { "hv", "", "supply_parts", "" },
    { "legal", "", "supply_parts", "" },
    { "technical", "", "supply_parts", "" },
    { "economic", "", "supply_parts", "" },
    { NULL, "", "supply_parts", "" },
};

static size_t find_supply(struct np_slice item, struct np_slice reason)
{
    size_t i = 0;

    while (!((!supplies[i].item || np_slice_is(item, supplies[i].item)) &&
             (!*supplies[i].reason || np_slice_is(reason, supplies[i].reason))))
        i++;
    return i;
}

void np_supply_of(struct np_slice item, const char **word, const char **command)
{
    size_t at = find_supply(item, NP_S("no_data"));

    *word = supplies[at].word;
    *command = supplies[at].command;
}

static bool told(const struct np_result *rows, struct np_slice item)
{
    for (size_t i = 0; i < rows->rows.n; i++)
        if (np_slice_is(rows->rows.v[i][X_SECTION].text, "missing") &&
            np_slice_eq(rows->rows.v[i][X_ITEM].text, item))
            return true;
    return false;
}

static bool is_missing(const struct np_cell *row)
{
    static const char *const sections[] = { "scores", "indicators", "numbers" };

    if (np_slice_is(row[X_SECTION].text, "policy"))
        return np_slice_is(row[X_TEXT].text, "unknown");
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
        if (np_slice_is(row[X_SECTION].text, sections[i]))
            return !row[X_VALUE].set;
    return false;
}

void explain_missing(struct explaining *e)
{
    struct np_result *rows = e->out->rows;
    size_t n = rows->rows.n;

    for (size_t i = 0; i < n; i++) {
        struct np_cell *missing = rows->rows.v[i], *row;
        struct np_slice reason = missing[X_REASON].set ? missing[X_REASON].text : NP_S("no_data");
        size_t supply;

        if (!is_missing(missing) || told(rows, missing[X_ITEM].text))
            continue;
        supply = find_supply(missing[X_ITEM].text, reason);
        row = add_row(e, "missing", "", missing[X_ITEM].text);
        set_text(e, row, X_REASON, reason);
        set_text(e, row, X_TEXT, np_slice_of(supplies[supply].word));
        set_form(e, row, FORM_WORDS);
        set_text(e, row, X_COMMAND, np_slice_of(supplies[supply].command));
    }
}
