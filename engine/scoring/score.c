/* score.c -- np_score: one run over linked facts, table by table, each in its total order. */
#include "rows.h"

enum np_status np_score(const struct np_facts *facts, const struct np_scoring *scoring,
                        np_date as_of, const char *const *subfield_codes,
                        const struct np_score_sink *sink, struct np_err *err)
{
    struct holdings all = { .arena = np_arena_new() };
    struct np_evaluation run;
    struct row row;

    evaluation_init(&run, facts, scoring, as_of ? as_of : facts->last_date, subfield_codes);
    make_portfolios(&run, &all);
    score_portfolios(&run, &all);
    make_subfields(&run, &all);
    make_enterprise_rows(&run, &all);
    row_init(&row, sink, err);
    put_families(&run, &row);
    put_portfolios(&run, &all, &row);
    put_enterprises(&run, &all, &row);
    put_subfields(&run, &all, &row);
    put_suggestions(&run, &row);
    put_status(&run, &row);
    put_family_measures(&run, &row);
    put_portfolio_measures(&run, &all, &row);
    put_enterprise_measures(&run, &all, &row);
    row_release(&row);
    evaluation_release(&run);
    np_arena_free(all.arena);
    return row.status;
}
