/* weights.c -- weights.tsv and tiers.tsv, checked against what can be computed. */
#include "evaluation.h"

#include <nanopat/tsv.h>

#include <stdio.h>

enum { MESSAGE = 60 };

const char *const composite_names[NCOMPOSITES] = { "legal", "technical", "economic", "hv" };

static struct np_slice brief(struct np_slice s)
{
    return np_slice_sub(s, 0, MESSAGE);
}

static bool is_composite(struct np_slice name)
{
    for (int i = 0; i < NCOMPOSITES; i++)
        if (np_slice_is(name, composite_names[i]))
            return true;
    return false;
}

/* "share:20": the word and the number behind the colon, `otherwise` where there is none. */
static bool read_transform(struct np_slice s, struct weight *w)
{
    static const struct { const char *word; enum transform transform; double otherwise; } rows[] = {
        { "pr", BY_RANK, 0 },
        { "idx", BY_INDEX, 0 },
        { "share", BY_SHARE, 1 },
        { "flag", BY_FLAG, 1 },
        { "as_is", BY_SHARE, 100 },
    };
    size_t colon = np_slice_find(s, NP_S(":"));
    struct np_slice word = np_slice_sub(s, 0, colon == (size_t)-1 ? s.n : colon);

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (np_slice_is(word, rows[i].word)) {
            w->transform = rows[i].transform;
            w->parameter = rows[i].otherwise;
            return colon == (size_t)-1 || (np_slice_real(np_slice_sub(s, colon + 1, s.n),
                                                         &w->parameter) && w->parameter > 0);
        }
    return false;
}

static bool read_direction(struct np_slice s, int *direction)
{
    *direction = np_slice_is(s, "-") ? -1 : 1;
    return np_slice_is(s, "-") || np_slice_is(s, "+");
}

/* A composite may use indicators and the composites before it; a portfolio its own measures. */
static bool find_component(struct weight *w)
{
    if (np_slice_is(w->score, "portfolio")) {
        w->column = -1;
        return is_portfolio_measure(w->component);
    }
    w->column = find_column(w->component);
    return w->column >= 0 && !np_slice_eq(w->component, w->score) &&
           !np_slice_is(w->component, composite_names[HV]);
}

static enum np_status read_weight(const struct np_tsv *tsv, const struct np_slice *cell,
                                  struct weight *w, struct np_err *err)
{
    if (!is_composite(w->score) && !np_slice_is(w->score, "portfolio"))
        return np_tsv_fail(tsv, err, "unknown score '%.*s'", NP_ARG(brief(cell[0])));
    if (!find_component(w))
        return np_tsv_fail(tsv, err, "unknown component '%.*s'", NP_ARG(brief(cell[1])));
    if (!np_slice_real(cell[2], &w->weight) || w->weight <= 0 || w->weight > 1)
        return np_tsv_fail(tsv, err, "weight '%.*s' is not above 0 and at most 1",
                           NP_ARG(brief(cell[2])));
    if (!read_transform(cell[3], w))
        return np_tsv_fail(tsv, err, "unknown transform '%.*s'", NP_ARG(brief(cell[3])));
    if (!read_direction(cell[4], &w->direction))
        return np_tsv_fail(tsv, err, "direction '%.*s' is neither + nor -",
                           NP_ARG(brief(cell[4])));
    if (!np_slice_is(cell[5], "skip") && !np_slice_is(cell[5], "zero"))
        return np_tsv_fail(tsv, err, "missing '%.*s' is neither skip nor zero",
                           NP_ARG(brief(cell[5])));
    w->missing_zero = np_slice_is(cell[5], "zero");
    return NP_OK;
}

static enum np_status add_weight(struct np_scoring *scoring, const struct np_tsv *tsv,
                                 const struct np_slice *cell, struct np_err *err)
{
    struct weight w = { .score = np_arena_copy(scoring->arena, cell[0]),
                        .component = np_arena_copy(scoring->arena, cell[1]) };
    size_t count = 1;

    if (read_weight(tsv, cell, &w, err) != NP_OK)
        return NP_STOP;
    for (size_t i = 0; i < scoring->weights.n; i++) {
        if (!np_slice_eq(scoring->weights.v[i].score, w.score))
            continue;
        count++;
        if (np_slice_eq(scoring->weights.v[i].component, w.component))
            return np_tsv_fail(tsv, err, "'%.*s' stands twice in '%.*s'", NP_ARG(brief(cell[1])),
                               NP_ARG(brief(cell[0])));
    }
    if (count > PARTS_MAX)
        return np_tsv_fail(tsv, err, "more than %d components", PARTS_MAX);
    *np_list_add(scoring->arena, &scoring->weights) = w;
    return NP_OK;
}

/* Reported at the end of the file, with the score's name. */
static enum np_status check_sums(const struct np_scoring *scoring, const struct np_tsv *tsv,
                                 struct np_err *err)
{
    static const char *const scores[] = { "legal", "technical", "economic", "hv", "portfolio" };

    for (size_t s = 0; s < sizeof scores / sizeof *scores; s++) {
        double sum = 0;

        for (size_t i = 0; i < scoring->weights.n; i++)
            if (np_slice_is(scoring->weights.v[i].score, scores[s]))
                sum += scoring->weights.v[i].weight;
        if (sum < 1 - 1e-9 || sum > 1 + 1e-9)
            return np_tsv_fail(tsv, err, "weights of '%s' sum to %.6f, not 1", scores[s], sum);
    }
    return NP_OK;
}

enum np_status load_weights(struct np_scoring *scoring, const char *folder, struct np_err *err)
{
    static const char *const columns[] = { "score", "component", "weight", "transform",
                                           "direction", "missing", NULL };
    struct np_slice cell[6];
    struct np_tsv *tsv;
    enum np_status status = np_tsv_open(folder, "weights.tsv", columns, &tsv, err);

    if (status == NP_OK)
        add_hash(scoring, np_tsv_hash(tsv));
    while (status == NP_OK && (status = np_tsv_next(tsv, cell, err)) == NP_OK)
        status = add_weight(scoring, tsv, cell, err);
    if (status == NP_END)
        status = check_sums(scoring, tsv, err);
    np_tsv_close(tsv);
    return status;
}

/* ---- tiers ---- */

bool read_op(struct np_slice s, char *op)
{
    static const struct { const char *text; char op; } ops[] = {
        { ">=", 'G' }, { "<=", 'L' }, { ">", '>' }, { "<", '<' }, { "=", '=' },
    };

    for (size_t i = 0; i < sizeof ops / sizeof *ops; i++)
        if (np_slice_is(s, ops[i].text)) {
            *op = ops[i].op;
            return true;
        }
    return false;
}

static enum np_status add_tier(struct np_scoring *scoring, const struct np_tsv *tsv,
                               const struct np_slice *cell, struct np_err *err)
{
    struct tier_rule rule = { .tier = np_arena_copy(scoring->arena, cell[0]),
                              .zh = np_arena_copy(scoring->arena, cell[1]),
                              .measure = np_arena_copy(scoring->arena, cell[3]) };

    if (!is_tier_measure(cell[3]))
        return np_tsv_fail(tsv, err, "unknown measure '%.*s'", NP_ARG(brief(cell[3])));
    if (!np_slice_int(cell[2], &rule.group) || !read_op(cell[4], &rule.op) ||
        !np_slice_real(cell[5], &rule.value))
        return np_tsv_fail(tsv, err, "expected group, measure, op (>= <= > < =) and a number");
    *np_list_add(scoring->arena, &scoring->tiers) = rule;
    return NP_OK;
}

enum np_status load_tiers(struct np_scoring *scoring, const char *folder, struct np_err *err)
{
    static const char *const columns[] = { "tier", "zh", "group", "measure", "op", "value", NULL };
    struct np_slice cell[6];
    struct np_tsv *tsv;
    enum np_status status = np_tsv_open(folder, "tiers.tsv", columns, &tsv, err);

    if (status == NP_OK)
        add_hash(scoring, np_tsv_hash(tsv));
    while (status == NP_OK && (status = np_tsv_next(tsv, cell, err)) == NP_OK)
        status = add_tier(scoring, tsv, cell, err);
    np_tsv_close(tsv);
    return status == NP_END ? NP_OK : status;
}
