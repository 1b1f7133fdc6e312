/* indicators_time.c -- how old what is cited is, and citations over a whole life
 * (scoring.md, sections 2.2 and 3: truncation).
 */
#include "evaluation.h"

#include <stdio.h>
#include <stdlib.h>

enum { OLD_YEARS = 10,    /* cohorts whose citations are nearly all there */
       YOUNG_YEARS = 3 }; /* under this age nothing is scaled up */

/* ---- technology cycle time ---- */

struct ages { double *v; size_t n; };

static void add_age(struct ages *ages, np_date filing, np_date cited)
{
    if (cited)
        ages->v[ages->n++] = years_between(cited, filing);
}

/* Documents cited that are not in the data, with the date that the citation gives; a document that
 * several members cite counts for the first.                                                   */
static void add_outside(const struct np_evaluation *run, const struct np_fact_family *f,
                        struct np_map *seen, struct ages *ages)
{
    for (size_t i = 0; i < f->members.n; i++) {
        const struct np_fact_publication *p = publication_at(run, f->members.v[i]);

        for (size_t k = 0; k < p->citations.n; k++) {
            const struct np_docref *cited = &p->citations.v[k].cited;
            char key[80];
            int n = snprintf(key, sizeof key, "%.*s%.*s", NP_ARG(cited->office),
                             NP_ARG(np_slice_sub(cited->number, 0, 60)));

            if (p->citations.v[k].cited_publication >= 0 || !cited->date)
                continue;
            if (np_map_get(seen, (struct np_slice){ key, (size_t)n }))
                continue;
            np_map_put(seen, (struct np_slice){ key, (size_t)n }, 1);
            add_age(ages, f->filing, cited->date);
        }
    }
}

static size_t count_citations(const struct np_evaluation *run, const struct np_fact_family *f)
{
    size_t n = f->cites.n;

    for (size_t i = 0; i < f->members.n; i++)
        n += publication_at(run, f->members.v[i])->citations.n;
    return n;
}

static double median_of(struct ages *ages)
{
    qsort(ages->v, ages->n, sizeof *ages->v, compare_reals);
    return (ages->v[(ages->n - 1) / 2] + ages->v[ages->n / 2]) / 2;
}

/* Median over cited documents of the years from their publication to our filing (CHI/Narin). */
INDICATOR(indicator_tct)
{
    const struct np_fact_family *f = family_at(run, family);
    struct ages ages = { .v = np_malloc((count_citations(run, f) + 1) * sizeof *ages.v) };
    struct np_map *seen = np_map_new();
    struct np_value value = null_of(NP_NO_DATA);

    for (size_t i = 0; i < f->cites.n; i++)
        add_age(&ages, f->filing,
                family_at(run, run->facts->links.v[f->cites.v[i]].cited)->first_publication);
    add_outside(run, f, seen, &ages);
    if (ages.n && f->filing) {
        value = value_of(median_of(&ages));
        note_date(inputs, "filed", f->filing);
        note(inputs, "%zu cited documents with a date, %.2f to %.2f years old", ages.n, ages.v[0],
             ages.v[ages.n - 1]);
    }
    np_map_free(seen);
    free(ages.v);
    return value;
}

/* ---- citations over the whole life ---- */

static struct np_value whole_life(const struct np_evaluation *run, int64_t family, bool self,
                                  struct np_buf *inputs)
{
    const struct np_fact_family *f = family_at(run, family);
    size_t count = 0;

    if (!f->first_publication)
        return null_of(NP_NO_DATA);
    for (size_t i = 0; i < f->cited_by.n; i++)
        count += self || !f->cited_by.v[i].self;
    note_date(inputs, "from", f->first_publication);
    note_date(inputs, "to", run->as_of);
    return value_of((double)count);
}

INDICATOR(indicator_fwd_cits) { return whole_life(run, family, true, inputs); }
INDICATOR(indicator_fwd_cits_noself) { return whole_life(run, family, false, inputs); }

/* Whole years between; a day is reached on the same day of the month. */
static int whole_years(np_date from, np_date to)
{
    int years = np_date_year(to) - np_date_year(from);

    return years - (np_date_add_years(from, years) > to);
}

static void add_life(const struct np_fact_family *f, struct life *life)
{
    life->families++;
    for (size_t i = 0; i < f->cited_by.n; i++) {
        int age = whole_years(f->first_publication, f->cited_by.v[i].date);

        if (age < 0)
            age = 0;
        life->by_age[age < LIFE_YEARS ? age : LIFE_YEARS - 1]++;
    }
}

/* Citations by age of the families of each technology field published more than ten years ago. */
void measure_lives(struct np_evaluation *run)
{
    for (size_t f = 0; f < run->facts->families.n; f++) {
        const struct np_fact_family *family = family_at(run, f);

        if (family->first_publication && run->states[f].field &&
            np_date_add_years(family->first_publication, OLD_YEARS) <= run->as_of)
            add_life(family, &run->lives[run->states[f].field]);
    }
}

/* F(k): share of a life's citations received up to and including age k. */
static double share_by_age(const struct life *life, int age)
{
    double all = 0, so_far = 0;

    for (int i = 0; i < LIFE_YEARS; i++) {
        all += life->by_age[i];
        so_far += i <= age ? life->by_age[i] : 0;
    }
    return all > 0 ? so_far / all : NAN;
}

/* Scaled up by what old families of the field received later (Hall, Jaffe & Trajtenberg 2001); the
 * current year of age is not over, so the share is that of the whole years before it.             */
INDICATOR(indicator_fwd_cits_life)
{
    const struct np_fact_family *f = family_at(run, family);
    const struct life *life = &run->lives[run->states[family].field];
    int age = f->first_publication ? whole_years(f->first_publication, run->as_of) : 0;
    struct np_value count = whole_life(run, family, true, NULL);
    double share;

    if (is_null(count) || !run->states[family].field)
        return null_of(NP_NO_DATA);
    if (age < YOUNG_YEARS)
        return null_of(NP_WINDOW_OPEN);
    share = share_by_age(life, age - 1);
    if (life->families < run->scoring->cohort_min || !(share > 0))
        return null_of(NP_COHORT_TOO_SMALL);
    note(inputs, "fwd_cits %.0f / F(%d) %.6f of %.0f families older than %d years in field %d",
         count.value, age, share, life->families, OLD_YEARS, run->states[family].field);
    return value_of(count.value / share);
}
