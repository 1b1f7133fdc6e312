/* weights.c -- weights.tsv, its like by other names, and tiers.tsv, checked against what can be computed. */
#include "evaluation.h"

#include <nanopat/tsv.h>

#include <stdio.h>

enum { MESSAGE = 60 };

const char *const composite_names[NCOMPOSITES] = { "legal", "technical", "economic", "hv" };

static struct np_slice brief(struct np_slice s)
{
    return np_slice_sub(s, 0, MESSAGE);
}

/* Its place in the order of computing; NCOMPOSITES if it is none. */
static int composite_named(struct np_slice name)
{
    int i = 0;

    while (i < NCOMPOSITES && !np_slice_is(name, composite_names[i]))
        i++;
    return i;
}

/* "share:20": the word and the number behind the colon, `otherwise` where there is none. */
static bool read_transform(struct np_slice s, struct weight *w)
{
    static const struct { const char *word; enum transform transform; double otherwise; bool number; }
    rows[] = {
        { "pr", BY_RANK, 0, false },
        { "idx", BY_INDEX, 0, false },
        { "share", BY_SHARE, 1, true },
        { "flag", BY_FLAG, 1, true },
        { "as_is", BY_SHARE, 100, false },
    };
    size_t colon = np_slice_find(s, NP_S(":"));
    struct np_slice word = np_slice_sub(s, 0, colon == (size_t)-1 ? s.n : colon);

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (np_slice_is(word, rows[i].word)) {
            w->transform = rows[i].transform;
            w->parameter = rows[i].otherwise;
            return colon == (size_t)-1 ||
                   (rows[i].number && np_slice_real(np_slice_sub(s, colon + 1, s.n), &w->parameter) &&
                    w->parameter > 0);
        }
    return false;
}

static bool read_direction(struct np_slice s, int *direction)
{
    *direction = np_slice_is(s, "-") ? -1 : 1;
    return np_slice_is(s, "-") || np_slice_is(s, "+");
}

/* A composite may use indicators and the composites before it; a portfolio its own measures. */
static enum np_status find_component(const struct np_tsv *tsv, struct weight *w, struct np_err *err)
{
    bool portfolio = np_slice_is(w->score, "portfolio");
    int score = composite_named(w->score), component = composite_named(w->component);

    if (!portfolio && score == NCOMPOSITES)
        return np_tsv_fail(tsv, err, "unknown score '%.*s'", NP_ARG(brief(w->score)));
    w->column = portfolio ? -1 : find_column(w->component);
    if (portfolio ? !is_portfolio_measure(w->component) : w->column < 0)
        return np_tsv_fail(tsv, err, "unknown component '%.*s'", NP_ARG(brief(w->component)));
    if (!portfolio && component < NCOMPOSITES && component >= score)
        return np_tsv_fail(tsv, err, "'%s' cannot be a component of '%s', which is computed %s",
                           composite_names[component], composite_names[score],
                           component == score ? "from it" : "before it");
    return NP_OK;
}

static enum np_status read_weight(const struct np_tsv *tsv, const struct np_slice *cell,
                                  struct weight *w, struct np_err *err)
{
    if (find_component(tsv, w, err) != NP_OK)
        return NP_STOP;
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
                        .component = np_arena_copy(scoring->arena, cell[1]),
                        .line = np_tsv_line(tsv),
                        .typed = np_arena_copy(scoring->arena, cell[3]) };
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

/* Known at the end of the file, reported at the score's first row; a score without rows at the end. */
static enum np_status check_sums(const struct np_scoring *scoring, const struct np_tsv *tsv,
                                 struct np_err *err)
{
    static const char *const scores[] = { "legal", "technical", "economic", "hv", "portfolio" };

    for (size_t s = 0; s < sizeof scores / sizeof *scores; s++) {
        double sum = 0;
        int line = 0;

        for (size_t i = 0; i < scoring->weights.n; i++)
            if (np_slice_is(scoring->weights.v[i].score, scores[s])) {
                sum += scoring->weights.v[i].weight;
                line = line ? line : scoring->weights.v[i].line;
            }
        if (sum < 1 - 1e-9 || sum > 1 + 1e-9)
            return np_tsv_fail_at(tsv, line ? line : np_tsv_line(tsv), err,
                                  "weights of '%s' sum to %.10g, not 1", scores[s], sum);
    }
    return NP_OK;
}

const char *const weights_columns[] = { "score", "component", "weight", "transform", "direction",
                                        "missing", NULL };

bool weights_file(struct np_slice name, char *file, size_t size)
{
    if (!name.n || np_slice_is(name, "default"))
        return snprintf(file, size, "weights.tsv") > 0;
    for (size_t i = 0; i < name.n; i++)
        if (!((name.p[i] >= 'a' && name.p[i] <= 'z') || (name.p[i] >= '0' && name.p[i] <= '9') ||
              (name.p[i] == '-' && i)))
            return false;
    return snprintf(file, size, "weights-%.*s.tsv", NP_ARG(name)) < (int)size;
}

enum np_status load_weights(struct np_scoring *scoring, const char *folder, struct np_err *err)
{
    char file[64];
    struct rules_table table = { file, weights_columns, false, add_weight, check_sums,
                                 &scoring->weights_hash };

    if (!weights_file(scoring->weights_name, file, sizeof file))
        return np_fail(err, NP_STOP, "'%.*s' is no name of weights",
                       NP_ARG(brief(scoring->weights_name)));
    scoring->weights.n = 0;
    return load_table(scoring, folder, &table, err);
}

/* ---- signs of conditions: of tiers and schemes ---- */

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
