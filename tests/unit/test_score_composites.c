/* test_score_composites.c -- scores are the weighted means that their rows say, under all weights; null
 * where too little is known. */
#include "score_world.h"

/* ---- composites, under every table of weights ---- */

static const char *const weightings[] = { "default", "gbt-transfer", "gbt-finance", "tisc", "pvd",
                                          "pai" };
enum { WEIGHTINGS = 6, COVERAGE_MIN_PCT = 90 };

static struct np_scoring *load_named(const char *name)
{
    struct np_scoring *scoring;
    struct np_err err = { 0 };
    char setting[40];

    snprintf(setting, sizeof setting, "weights=%s", name);
    if (np_scoring_load(rules_folder, &scoring, &err) != NP_OK ||
        np_scoring_set(scoring, setting, &err) != NP_OK)
        fail_msg("%s", err.what);
    return scoring;
}

static void run_named(struct np_facts *facts, const char *name, const char *more,
                      struct rows *rows)
{
    char setting[40];
    const char *const settings[] = { setting, more, NULL };

    snprintf(setting, sizeof setting, "weights=%s", name);
    rows_init(rows);
    run_score_set(facts, AS_OF, codes, NULL, settings, rows);
}

static double in_measure(const struct rows *rows, const char *subject, struct np_slice score,
                         struct np_slice component, const char *column)
{
    char place[320];

    snprintf(place, sizeof place, "measures/%s/%.*s/%.*s/%s", subject, NP_ARG(score),
             NP_ARG(component), column);
    return cell_real(rows, place);
}

struct summed { double sum, present, total; };

/* The rows of a score's components, by the table itself. */
static struct summed sum_up(const struct rows *rows, const struct np_scoring *scoring,
                            const char *subject, struct np_slice score)
{
    struct summed summed = { 0 };
    struct np_weight_row w;

    for (size_t i = 0; np_scoring_weight_at(scoring, i, &w); i++) {
        double points, contribution;

        if (!np_slice_eq(w.score, score))
            continue;
        points = in_measure(rows, subject, score, w.component, "points");
        contribution = in_measure(rows, subject, score, w.component, "contribution");
        assert_between(points, 0, 100);
        assert_true(in_measure(rows, subject, score, w.component, "weight") == w.weight);
        assert_true(isnan(points) == isnan(contribution));
        summed.total += w.weight;
        if (isnan(points))
            continue;
        assert_true(fabs(contribution - w.weight * points) < 1e-12);
        summed.sum += contribution;
        summed.present += w.weight;
    }
    assert_true(fabs(summed.total - 1) < 1e-9);
    return summed;
}

static void check_family(const struct rows *rows, const struct np_scoring *scoring,
                         const char *name, int *scores, int *nulls)
{
    static const char *const composites[] = { "legal", "technical", "economic", "hv" };
    char place[64];

    for (int c = 0; c < 4; c++) {
        struct np_slice score = np_slice_of(composites[c]);
        struct summed summed = sum_up(rows, scoring, name, score);
        double value = in_measure(rows, name, score, NP_EMPTY, "value");

        snprintf(place, sizeof place, "families/%s/%s", name, composites[c]);
        assert_true(cell_real(rows, place) == value || (isnan(value) && isnan(cell_real(rows, place))));
        assert_between(value, 0, 100);
        assert_true(isnan(value) || fabs(value - summed.sum / summed.present) < 1e-9);
        assert_true(isnan(value) || summed.present / summed.total * 100 >= COVERAGE_MIN_PCT - 1e-6);
        assert_true(!isnan(value) || c == 3 ||
                    summed.present / summed.total * 100 < COVERAGE_MIN_PCT);
        snprintf(place, sizeof place, "families/%s/coverage", name);
        assert_true(c != 3 || fabs(cell_real(rows, place) - summed.present / summed.total) < 1e-9);
        *scores += !isnan(value);
        *nulls += isnan(value);
    }
}

static void contributions_sum_to_the_score_under_all_weights(void **state)
{
    (void)state;
    for (int k = 0; k < WEIGHTINGS; k++) {
        struct np_scoring *scoring = load_named(weightings[k]);
        struct np_facts *facts = make_world();
        struct rows rows;
        int scores = 0, nulls = 0;
        char name[16];

        run_named(facts, weightings[k], "coverage_min=0.9", &rows);
        for (unsigned i = 0; i < FAMILIES; i++) {
            family_name(name, sizeof name, i);
            check_family(&rows, scoring, name, &scores, &nulls);
        }
        assert_true(scores > 100 && nulls > 100);
        rows_release(&rows);
        np_facts_free(facts);
        np_scoring_free(scoring);
    }
}

static void portfolios_are_summed_as_families_are(void **state)
{
    (void)state;
    for (int k = 0; k < WEIGHTINGS; k++) {
        struct np_scoring *scoring = load_named(weightings[k]);
        struct np_facts *facts = make_world();
        struct rows rows;
        char place[256];
        int listed = 0;

        run_named(facts, weightings[k], NULL, &rows);
        for (size_t e = 0; e < facts->enterprises.n; e++)
            for (int s = 0; s < NCODES; s++)
                for (int part = 0; part <= PARTS; part++) {
                    struct summed summed;
                    size_t n;

                    if (!portfolio_place(&rows, facts, e, s, part, place) ||
                        in_row(&rows, place, "listed") < 1)
                        continue;
                    listed++;
                    n = strlen(place);
                    place[n - 1] = '\0'; /* the key, behind "portfolios/" */
                    summed = sum_up(&rows, scoring, place + strlen("portfolios/"), NP_S("portfolio"));
                    place[n - 1] = '/';
                    assert_true(fabs(in_row(&rows, place, "score") - summed.sum / summed.present) < 1e-9);
                    assert_true(fabs(in_row(&rows, place, "coverage") - summed.present) < 1e-9);
                    assert_between(in_row(&rows, place, "score"), 0, 100);
                }
        assert_true(listed >= 3);
        rows_release(&rows);
        np_facts_free(facts);
        np_scoring_free(scoring);
    }
}

/* By weights like the Patent Asset Index the listed of a field stand in order of PAI. */
static void pai_alone_ranks_by_pai(void **state)
{
    struct { double rank, pai; } v[ROWS_MAX];
    struct np_facts *facts = make_world();
    struct rows rows;
    char place[256];

    (void)state;
    run_named(facts, "pai", NULL, &rows);
    for (int field = 1; field <= 2; field++) {
        int n = 0;

        for (size_t e = 0; e < facts->enterprises.n; e++)
            for (int s = 0; s < NCODES; s++)
                for (int part = 0; part <= PARTS; part++)
                    if (codes[s][0] == '0' + field &&
                        portfolio_place(&rows, facts, e, s, part, place) &&
                        in_row(&rows, place, "listed") > 0) {
                        v[n].rank = in_row(&rows, place, "rank");
                        v[n++].pai = in_row(&rows, place, "pai");
                    }
        assert_true(n >= 2);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                assert_true(!(v[i].rank < v[j].rank) || v[i].pai >= v[j].pai);
    }
    rows_release(&rows);
    np_facts_free(facts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contributions_sum_to_the_score_under_all_weights),
        cmocka_unit_test(portfolios_are_summed_as_families_are),
        cmocka_unit_test(pai_alone_ranks_by_pai),
    };

    if (!make_rules_folder())
        return 1;
    for (int i = 1; i < WEIGHTINGS; i++) {
        char name[64];

        snprintf(name, sizeof name, "weights-%s.tsv", weightings[i]);
        if (!copy_rules(name))
            return 1;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
