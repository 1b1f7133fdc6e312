/* citing_offices.c -- what a citation from an office counts: w = least / r, r = families cited per
 * citing family there (scoring.md, section 2.2).
 */
#include "evaluation.h"

#include <stdlib.h>

struct reports { double links, families; };

static struct reports *reports_of(struct np_map *offices, struct reports *all,
                                  struct np_slice office)
{
    return &all[*np_map_put(offices, office, (int64_t)np_map_count(offices))];
}

enum { OFFICES_MAX = 1024 };

/* Citing families and their links by office; offices beyond the limit are not measured. */
static void count_reports(const struct np_evaluation *run, struct np_map *offices,
                          struct reports *all)
{
    const struct np_facts *facts = run->facts;

    for (size_t f = 0; f < facts->families.n; f++) {
        const struct np_fact_family *family = &facts->families.v[f];
        int64_t seen[8] = { -1, -1, -1, -1, -1, -1, -1, -1 };
        size_t nseen = 0;

        for (size_t i = 0; i < family->cites.n; i++) {
            const struct np_fact_offices *set =
                &facts->office_sets.v[family->cites.v[i].offices];

            for (size_t k = 0; k < set->n && np_map_count(offices) < OFFICES_MAX; k++) {
                struct reports *r = reports_of(offices, all, set->v[k]);
                bool new = true;

                r->links++;
                for (size_t s = 0; s < nseen; s++)
                    new = new && seen[s] != r - all;
                if (new)
                    r->families++;
                if (new && nseen < 8)
                    seen[nseen++] = r - all;
            }
        }
    }
}

static void set_office_weights(struct np_evaluation *run, const struct np_map *offices,
                               const struct reports *all)
{
    double least = 0;

    for (size_t i = 0; i < np_map_count(offices); i++) {
        double mean = all[i].links / all[i].families;

        if (all[i].families >= run->scoring->office_reports_min && (!least || mean < least))
            least = mean;
    }
    for (size_t i = 0; i < np_map_count(offices); i++) {
        bool measured = least && all[i].families >= run->scoring->office_reports_min;

        np_map_put(run->office_weights, np_map_key(offices, i), (int64_t)run->weights.n);
        *np_list_add(run->arena, &run->weights) =
            measured ? least / (all[i].links / all[i].families) : 1;
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
    struct np_map *offices = np_map_new();
    struct reports *all = np_calloc(OFFICES_MAX + 1, sizeof *all);

    run->office_weights = np_map_new();
    for (size_t i = 0; i < np_map_count(scoring->office_weights); i++) {
        np_map_put(run->office_weights, np_map_key(scoring->office_weights, i), (int64_t)i);
        *np_list_add(run->arena, &run->weights) = scoring->given_weights.v[i];
    }
    if (!run->weights.n) {
        count_reports(run, offices, all);
        set_office_weights(run, offices, all);
    }
    np_map_free(offices);
    free(all);
    weigh_office_sets(run);
}
