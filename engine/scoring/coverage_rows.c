/* coverage_rows.c -- three numbers before any ranking: for how many families claims, citations and the status
 * are known (scoring.md, section 10); of all, and of each subfield.
 */
#include "rows.h"

#include <stdlib.h>

struct known { double families, claims, citations, status; };

static bool is_known(const struct np_evaluation *run, const char *column, int64_t family)
{
    return !is_null(column_value(run, find_column(np_slice_of(column)), family));
}

/* What is presumed from dates alone is no status that a source tells. */
static void add_family(const struct np_evaluation *run, int64_t family, struct known *known)
{
    const struct state *state = &run->states[family];

    known->families++;
    known->claims += is_known(run, "claims", family);
    known->citations += is_known(run, "bwd_cits", family);
    known->status += state->status != RIGHT_UNKNOWN && !state->presumed;
}

static void put_share(const struct np_evaluation *run, struct row *row, const char *column,
                      double part, double whole, bool *low)
{
    double share = whole > 0 ? part / whole : NAN;

    row_real(row, column, share);
    *low = *low || share < run->scoring->known_min;
}

static void put_known(const struct np_evaluation *run, const char *code, const struct known *known,
                      struct row *row)
{
    bool low = false;

    row_begin(row, COVERAGE);
    row_text(row, "code", np_slice_of(code));
    row_real(row, "families", known->families);
    row_real(row, "with_claims", known->claims);
    row_real(row, "with_citations", known->citations);
    row_real(row, "with_status", known->status);
    put_share(run, row, "claims_known", known->claims, known->families, &low);
    put_share(run, row, "citations_known", known->citations, known->families, &low);
    put_share(run, row, "status_known", known->status, known->families, &low);
    row_real(row, "known_min", run->scoring->known_min);
    row_real(row, "low", low);
    row_put(row);
}

/* A family in two subfields counts in both, once in all; a subfield without families has no row. */
void put_coverage(const struct np_evaluation *run, struct row *row)
{
    struct known *of = np_calloc(run->nsubfields + 1, sizeof *of), all = { 0 };

    for (size_t i = 0; i < run->scope.n; i++) {
        const struct np_fact_family *f = family_at(run, run->scope.v[i]);

        add_family(run, run->scope.v[i], &all);
        for (size_t k = 0; k < f->hits.n; k++)
            if (f->hits.v[k].subfield >= 0 && (size_t)f->hits.v[k].subfield < run->nsubfields)
                add_family(run, run->scope.v[i], &of[f->hits.v[k].subfield]);
    }
    put_known(run, "all", &all, row);
    for (size_t i = 0; i < run->nsubfields && row->status == NP_OK; i++)
        if (of[i].families > 0)
            put_known(run, run->codes[i], &of[i], row);
    free(of);
}
