/* citing_offices.c -- what a citation from an office counts: w = least / r, r = families cited per
 * citing family there (scoring.md, section 2.2).
 */
#include "evaluation.h"

static void set_office_weights(struct np_evaluation *run)
{
    const struct np_facts *facts = run->facts;
    double least = 0;

    for (size_t i = 0; i < facts->reports.n; i++) {
        const struct np_fact_reports *r = &facts->reports.v[i];
        double mean = (double)r->links / (double)r->families;

        if ((double)r->families >= run->scoring->office_reports_min && r->families &&
            (!least || mean < least))
            least = mean;
    }
    for (size_t i = 0; i < facts->reports.n; i++) {
        const struct np_fact_reports *r = &facts->reports.v[i];
        bool measured = least && (double)r->families >= run->scoring->office_reports_min;

        if (!r->families)
            continue;
        np_map_put(run->office_weights, facts->words.v[i], (int64_t)run->weights.n);
        *np_list_add(run->arena, &run->weights) =
            measured ? least / ((double)r->links / (double)r->families) : 1;
    }
}

static double office_weight(const struct np_evaluation *run, struct np_slice office)
{
    const int64_t *at = np_map_get(run->office_weights, office);

    return at ? run->weights.v[*at] : 1;
}

/* The heaviest office of each set, the first of several. */
static void weigh_office_sets(struct np_evaluation *run)
{
    const struct np_facts *facts = run->facts;

    run->office_sets = np_arena_zalloc(run->arena,
                                       (facts->office_sets.n + 1) * sizeof *run->office_sets);
    for (size_t i = 0; i < facts->office_sets.n; i++) {
        const struct np_fact_offices *set = &facts->office_sets.v[i];
        struct office_set *best = &run->office_sets[i];

        for (size_t k = 0; k < set->n; k++) {
            double weight = office_weight(run, set->v[k]);

            if (k == 0 || weight > best->weight)
                *best = (struct office_set){ weight, set->v[k] };
        }
    }
}

/* Fixed rows of scoring.tsv win over what the data say. */
void weigh_offices(struct np_evaluation *run)
{
    const struct np_scoring *scoring = run->scoring;

    run->office_weights = np_map_new();
    for (size_t i = 0; i < np_map_count(scoring->office_weights); i++) {
        np_map_put(run->office_weights, np_map_key(scoring->office_weights, i), (int64_t)i);
        *np_list_add(run->arena, &run->weights) = scoring->given_weights.v[i];
    }
    if (!run->weights.n)
        set_office_weights(run);
    weigh_office_sets(run);
}
