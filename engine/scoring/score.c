/* score.c -- np_score: one run over linked facts, table by table, each in its total order. */
#include "risk.h"
#include "rows.h"

/* What rests on which families of others stand near ours. */
static void put_neighbours(const struct np_evaluation *run, const struct holdings *all,
                           struct row *row)
{
    struct overlaps overlaps;

    find_overlaps(run, &overlaps);
    put_risks(run, all, &overlaps, row);
    put_leads(run, all, &overlaps, row);
    put_alerts(run, all, &overlaps, row);
    overlaps_release(&overlaps);
}

static void put_all(const struct np_evaluation *run, const struct holdings *all, struct row *row)
{
    put_families(run, row);
    put_portfolios(run, all, row);
    put_enterprises(run, all, row);
    put_subfields(run, all, row);
    put_city(run, all, row);
    put_coverage(run, row);
    put_layout(run, all, row);
    put_blocking(run, all, row);
    put_neighbours(run, all, row);
    put_reminders(run, row);
    put_settings(run, row);
    put_areas(run, all, row);
    put_places(run, all, row);
    put_decisions(run, row);
    put_names(run, all, row);
    put_suggestions(run, row);
    put_aliases(run, row);
    put_changes(run, row);
    put_groups(run, row);
    put_schemes(run, all, row);
    put_status(run, row);
    put_library(run, row);
    put_exports(run, row);
    put_conflicts(run, row);
    put_candidates(run, row);
    put_standards(run, row);
    put_declarations(run, row);
    put_participation(run, row);
    put_charts(run, row);
    put_standards_layout(run, row);
    put_family_measures(run, row);
    put_portfolio_measures(run, all, row);
    put_enterprise_measures(run, all, row);
    put_candidate_measures(run, row);
}

enum np_status np_score(const struct np_score_input *input, const struct np_score_sink *sink,
                        struct np_err *err)
{
    struct holdings all = { .arena = np_arena_new() };
    struct np_evaluation run;
    enum np_status status;
    struct row row;

    status = evaluation_init(&run, input, err);
    if (status == NP_OK) {
        make_portfolios(&run, &all);
        score_portfolios(&run, &all);
        make_subfields(&run, &all);
        make_enterprise_rows(&run, &all);
        row_init(&row, sink, err);
        put_all(&run, &all, &row);
        row_release(&row);
        status = row.status;
    }
    evaluation_release(&run);
    np_arena_free(all.arena);
    return status;
}
