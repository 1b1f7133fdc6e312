/* sep_rules.c -- reads and checks rules/sep.tsv. */
#include "sep_rules.h"

#include <nanopat/tsv.h>

#include <math.h>
#include <stddef.h>

const char *const component_names[COMPONENTS] = {
    [COV_IDF] = "cov_idf", [ELEM] = "elem", [SIM_COS] = "sim_cos", [RANK] = "rank",
    [DECLARED] = "declared", [PARTY] = "party", [TIMING] = "timing", [REF] = "ref",
    [BREADTH] = "breadth",
};

#define WEIGHT(name, component) \
    { "weight", name, offsetof(struct sep_rules, weight) + (component) * sizeof(double), 1 }
#define LIMIT(name, high) { "limit", #name, offsetof(struct sep_rules, name), high }
#define VALUE(name) { "value", #name, offsetof(struct sep_rules, name), 1 }

/* Each from 0 to its end. */
static const struct { const char *kind, *name; size_t at; double high; } rows[] = {
    WEIGHT("cov_idf", COV_IDF), WEIGHT("elem", ELEM), WEIGHT("sim_cos", SIM_COS),
    WEIGHT("rank", RANK), WEIGHT("declared", DECLARED), WEIGHT("party", PARTY),
    WEIGHT("timing", TIMING), WEIGHT("ref", REF), WEIGHT("breadth", BREADTH),
    LIMIT(element_strong, 1), LIMIT(element_medium, 1), LIMIT(element_weak, 1),
    LIMIT(tier_a_elem, 1), LIMIT(tier_b_elem, 1), LIMIT(tier_c_sep, 100), LIMIT(scope_cosine, 1), LIMIT(texts_min, 1e6),
    LIMIT(keyword_cosine, 1),
    LIMIT(draft_months, 120),
    VALUE(timing_draft), VALUE(declared_blanket), VALUE(party_member), VALUE(ref_npl),
    VALUE(ref_description), VALUE(ref_export), VALUE(alive_pending),
};
enum { NROWS = sizeof rows / sizeof *rows, MESSAGE = 60 };

static int row_named(struct np_slice kind, struct np_slice name)
{
    for (int i = 0; i < NROWS; i++)
        if (np_slice_is(kind, rows[i].kind) && np_slice_is(name, rows[i].name))
            return i;
    return -1;
}

static enum np_status take_row(const struct np_tsv *tsv, const struct np_slice *cell,
                               struct sep_rules *rules, bool *seen, struct np_err *err)
{
    int i = row_named(cell[0], cell[1]);
    double value;

    if (i < 0)
        return np_tsv_fail(tsv, err, "unknown component '%.*s %.*s'",
                           NP_ARG(np_slice_sub(cell[0], 0, MESSAGE)),
                           NP_ARG(np_slice_sub(cell[1], 0, MESSAGE)));
    if (seen[i])
        return np_tsv_fail(tsv, err, "'%s %s' stands here twice", rows[i].kind, rows[i].name);
    if (!np_slice_real(cell[2], &value) || value < 0 || value > rows[i].high)
        return np_tsv_fail(tsv, err, "'%.*s' is not from 0 to %g",
                           NP_ARG(np_slice_sub(cell[2], 0, MESSAGE)), rows[i].high);
    *(double *)((char *)rules + rows[i].at) = value;
    seen[i] = true;
    return NP_OK;
}

static enum np_status check(const struct np_tsv *tsv, const struct sep_rules *rules,
                            const bool *seen, struct np_err *err)
{
    double sum = 0;

    for (int i = 0; i < NROWS; i++)
        if (!seen[i])
            return np_tsv_fail(tsv, err, "no row '%s %s'", rows[i].kind, rows[i].name);
    for (int i = 0; i < COMPONENTS; i++)
        sum += rules->weight[i];
    if (sum < 1 - 1e-9 || sum > 1 + 1e-9)
        return np_tsv_fail(tsv, err, "weights sum to %.10g, not 1", sum);
    if (rules->element_weak > rules->element_medium ||
        rules->element_medium > rules->element_strong)
        return np_tsv_fail(tsv, err, "weak, medium and strong elements are out of order");
    if (rules->tier_b_elem > rules->tier_a_elem)
        return np_tsv_fail(tsv, err, "tier B asks for more elements than tier A");
    return NP_OK;
}

enum np_status load_sep_rules(const char *rules_folder, struct sep_rules *rules, uint64_t *hash,
                              struct np_err *err)
{
    static const char *const columns[] = { "kind", "name", "value", "says", NULL };
    bool seen[NROWS] = { false };
    struct np_slice cell[4];
    struct np_tsv *tsv;
    enum np_status status = np_tsv_open(rules_folder, "sep.tsv", columns, &tsv, err);

    *rules = (struct sep_rules){ .weight = { 0 } };
    *hash = 0;
    if (status == NP_OK)
        *hash = np_tsv_hash(tsv);
    while (status == NP_OK && (status = np_tsv_next(tsv, cell, err)) == NP_OK)
        status = take_row(tsv, cell, rules, seen, err);
    if (status == NP_END)
        status = check(tsv, rules, seen, err);
    np_tsv_close(tsv);
    return status;
}

double sep_of(const struct sep_rules *rules, const double value[COMPONENTS], double *present)
{
    double sum = 0;

    *present = 0;
    for (int i = 0; i < COMPONENTS; i++) {
        if (isnan(value[i]))
            continue;
        *present += rules->weight[i];
        sum += rules->weight[i] * value[i];
    }
    return *present > 0 ? 100 * sum / *present : NAN;
}
