/* holding_impact.c -- inventors, science, cycle time and current impact of a set of families. */
#include "holding.h"

#include <stdlib.h>

enum { IMPACT_YEARS = 5 };

static struct np_value value_by_name(const struct np_evaluation *run, const char *name,
                                     int64_t family)
{
    return column_value(run, find_column(np_slice_of(name)), family);
}

static double ratio(double part, double whole)
{
    return whole > 0 ? part / whole : NAN;
}

/* ---- inventors ---- */

static double longest_run(const int *v, size_t n)
{
    size_t best = 0, from = 0;

    for (size_t i = 0; i < n; i++) {
        if (v[i] != v[from])
            from = i;
        if (i - from + 1 > best)
            best = i - from + 1;
    }
    return (double)best;
}

/* Each inventor is named once in a family, so the longest run of a number is its families. */
static double inventor_risk(const struct np_evaluation *run, const int64_t *families, size_t n)
{
    double known = 0, most;
    size_t names = 0, at = 0;
    int *v;

    for (size_t i = 0; i < n; i++) {
        names += text_of(run, families[i])->inventors.n;
        known += text_of(run, families[i])->inventors.n > 0;
    }
    v = np_malloc((names + 1) * sizeof *v);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < text_of(run, families[i])->inventors.n; k++)
            v[at++] = text_of(run, families[i])->inventors.v[k];
    if (at)
        qsort(v, at, sizeof *v, np_compare_int32);
    most = longest_run(v, at);
    free(v);
    return ratio(most, known);
}

/* ---- science and cycle time ---- */

static void measure_science(const struct np_evaluation *run, const int64_t *families, size_t n,
                            struct holding *h)
{
    double *ages = np_malloc((n + 1) * sizeof *ages), sum = 0, citing = 0, known = 0;
    size_t nages = 0;

    for (size_t i = 0; i < n; i++) {
        struct np_value npl = value_by_name(run, "npl_cits", families[i]);
        struct np_value age = value_by_name(run, "tct", families[i]);

        known += !is_null(npl);
        sum += is_null(npl) ? 0 : npl.value;
        citing += !is_null(npl) && npl.value >= 1;
        if (!is_null(age))
            ages[nages++] = age.value;
    }
    if (nages)
        qsort(ages, nages, sizeof *ages, compare_reals);
    h->science_share = ratio(citing, known);
    h->mean_npl = ratio(sum, known);
    h->tct = nages ? (ages[(nages - 1) / 2] + ages[nages / 2]) / 2 : NAN;
    free(ages);
}

/* ---- current impact: citations of one year to what was published in the five years before ---- */

/* The last year that is over; publications of a year are all there when it ends. */
static int impact_year(np_date as_of)
{
    return as_of % 10000 == 1231 ? np_date_year(as_of) : np_date_year(as_of) - 1;
}

struct impact { double cites, families; };

static void add_impact(const struct np_evaluation *run, int64_t family, struct impact *impact)
{
    const struct np_fact_family *f = family_at(run, family);
    int last = impact_year(run->as_of), year = np_date_year(f->first_publication);

    if (year < last - IMPACT_YEARS || year > last - 1)
        return;
    impact->families++;
    for (size_t i = 0; i < f->cited_by.n; i++)
        impact->cites += np_date_year(f->cited_by.v[i].date) == last;
}

void measure_all_impact(struct np_evaluation *run)
{
    struct impact all = { 0 };

    for (size_t i = 0; i < run->scope.n; i++)
        add_impact(run, run->scope.v[i], &all);
    run->mean_impact = ratio(all.cites, all.families);
}

void measure_impact(const struct np_evaluation *run, const int64_t *families, size_t n,
                    struct holding *h)
{
    struct impact own = { 0 };

    for (size_t i = 0; i < n; i++)
        add_impact(run, families[i], &own);
    h->cii = ratio(ratio(own.cites, own.families), run->mean_impact);
    h->technology_strength = own.families * h->cii;
    h->inventor_risk = inventor_risk(run, families, n);
    measure_science(run, families, n, h);
}
