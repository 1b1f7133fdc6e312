/* scheme.c -- rules/schemes.tsv: read, checked, and held against what an enterprise holds.
 *
 * A condition on rights is met if the sure number meets it, not met if what is not known cannot make
 * it so, else it needs the legal status. Where rights of another kind than patents count too, the
 * enterprise library's number of them is added; without it, what fails by patents needs that column.
 * What patents cannot say the library answers, or its column is needed. What is only shown nobody
 * judges: where a scheme asks for it, it is met by the officer, never by the number. A range of points
 * stays a range.
 */
#include "scheme.h"

#include <nanopat/tsv.h>

enum { MESSAGE = 60 };
#define COLUMN "column:"

static struct np_slice brief(struct np_slice s)
{
    return np_slice_sub(s, 0, MESSAGE);
}

/* ---- loading ---- */

enum cell { SCHEME, ZH, EN, GROUP, MEASURE, OP, VALUE, GIVES, ELSE, SAYS, SAYS_ZH, SOURCE, CELLS };

static const struct scheme_rule *library_column(const struct np_scoring *scoring,
                                                struct np_slice name)
{
    for (size_t i = 0; i < scoring->library_columns.n; i++)
        if (np_slice_eq(scoring->library_columns.v[i].column, name))
            return &scoring->library_columns.v[i];
    return NULL;
}

static void copy_cells(struct np_arena *arena, const struct np_slice *cell,
                       struct scheme_rule *rule)
{
    *rule = (struct scheme_rule){
        .scheme = np_arena_copy(arena, cell[SCHEME]), .zh = np_arena_copy(arena, cell[ZH]),
        .en = np_arena_copy(arena, cell[EN]), .measure = np_arena_copy(arena, cell[MEASURE]),
        .gives = np_arena_copy(arena, cell[GIVES]), .otherwise = np_arena_copy(arena, cell[ELSE]),
        .says = np_arena_copy(arena, cell[SAYS]), .says_zh = np_arena_copy(arena, cell[SAYS_ZH]),
        .source = np_arena_copy(arena, cell[SOURCE]),
    };
    if (np_slice_starts(rule->measure, COLUMN))
        rule->column = np_slice_sub(rule->measure, strlen(COLUMN), rule->measure.n);
}

static bool read_scheme_op(struct np_slice s, char *op)
{
    *op = 'S';
    return np_slice_is(s, "show") || read_op(s, op);
}

static enum np_status read_rule(const struct np_tsv *tsv, const struct np_slice *cell,
                                struct scheme_rule *rule, struct np_err *err)
{
    if (!np_slice_int(cell[GROUP], &rule->group) || !read_scheme_op(cell[OP], &rule->op) ||
        !np_slice_real(cell[VALUE], &rule->value))
        return np_tsv_fail(tsv, err, "expected group, measure, op (>= <= > < = show) and a number");
    if (!rule->column.n && !is_scheme_measure(rule->measure))
        return np_tsv_fail(tsv, err, "unknown measure '%.*s'", NP_ARG(brief(rule->measure)));
    if (rule->gives.n && rule->op == 'S')
        return np_tsv_fail(tsv, err, "points need a condition, not 'show'");
    return NP_OK;
}

static enum np_status name_column(struct np_scoring *scoring, const struct np_tsv *tsv,
                                  const struct scheme_rule *rule, struct np_err *err)
{
    if (!rule->column.n || !rule->says.n || !rule->says_zh.n)
        return np_tsv_fail(tsv, err, "scheme '*' names a column: column:NAME, says and says_zh");
    if (library_column(scoring, rule->column))
        return np_tsv_fail(tsv, err, "column '%.*s' stands twice", NP_ARG(brief(rule->column)));
    *np_list_add(scoring->arena, &scoring->library_columns) = *rule;
    return NP_OK;
}

static bool same_scheme(const struct scheme_rule *a, const struct scheme_rule *b)
{
    return np_slice_eq(a->scheme, b->scheme);
}

/* Rows of a scheme stand together and bear the same names; columns are named before. */
static enum np_status check_rule(const struct np_scoring *scoring, const struct np_tsv *tsv,
                                 const struct scheme_rule *rule, struct np_err *err)
{
    size_t n = scoring->schemes.n;
    struct np_slice wanted = rule->column.n ? rule->column : rule->otherwise;

    if (!rule->scheme.n || !rule->zh.n || !rule->en.n)
        return np_tsv_fail(tsv, err, "a scheme needs a name in zh and en");
    if (wanted.n && !library_column(scoring, wanted))
        return np_tsv_fail(tsv, err, "unknown column '%.*s': name it in a row of scheme '*'",
                           NP_ARG(brief(wanted)));
    for (size_t i = 0; i < n; i++) {
        const struct scheme_rule *before = &scoring->schemes.v[i];

        if (!same_scheme(before, rule))
            continue;
        if (!same_scheme(&scoring->schemes.v[n - 1], rule))
            return np_tsv_fail(tsv, err, "rows of '%.*s' do not stand together",
                               NP_ARG(brief(rule->scheme)));
        if (!np_slice_eq(before->zh, rule->zh) || !np_slice_eq(before->en, rule->en))
            return np_tsv_fail(tsv, err, "'%.*s' has two names", NP_ARG(brief(rule->scheme)));
        if (before->group == rule->group && (before->gives.n > 0) != (rule->gives.n > 0))
            return np_tsv_fail(tsv, err, "group %d gives points in some rows alone", rule->group);
        if (before->group == rule->group && np_slice_eq(before->measure, rule->measure) &&
            before->op == rule->op && before->value == rule->value)
            return np_tsv_fail(tsv, err, "'%.*s' stands twice in '%.*s'",
                               NP_ARG(brief(rule->measure)), NP_ARG(brief(rule->scheme)));
    }
    return NP_OK;
}

static enum np_status add_rule(struct np_scoring *scoring, const struct np_tsv *tsv,
                               const struct np_slice *cell, struct np_err *err)
{
    struct scheme_rule rule;

    copy_cells(scoring->arena, cell, &rule);
    if (read_rule(tsv, cell, &rule, err) != NP_OK)
        return NP_STOP;
    if (np_slice_is(rule.scheme, "*"))
        return name_column(scoring, tsv, &rule, err);
    if (check_rule(scoring, tsv, &rule, err) != NP_OK)
        return NP_STOP;
    *np_list_add(scoring->arena, &scoring->schemes) = rule;
    return NP_OK;
}

enum np_status load_schemes(struct np_scoring *scoring, const char *folder, struct np_err *err)
{
    static const char *const columns[] = { "scheme", "zh", "en", "group", "measure", "op", "value",
                                           "gives", "else", "says", "says_zh", "source", NULL };
    static const struct rules_table table = { "schemes.tsv", columns, false, add_rule, NULL, NULL };

    return load_table(scoring, folder, &table, err);
}

/* ---- judging ---- */

const char *verdict_name(enum verdict verdict)
{
    static const char *const names[] = { "not_met", "met", "needs" };

    return names[verdict];
}

struct judging {
    const struct np_scoring *scoring;
    const struct library *library;
    int enterprise;
    const struct held *held;
    struct judged *judged;
};

static double by_library(const struct judging *j, struct np_slice column)
{
    return column.n ? library_value(j->library, j->enterprise, column, NULL) : NAN;
}

/* Rights of the rule's kind: patents, with the others of their class that the library knows. */
static double number_of(const struct judging *j, const struct scheme_rule *rule)
{
    const struct np_measure *m = find_measure(np_scheme_measures, rule->measure);
    double others = by_library(j, rule->otherwise);

    return m ? measure_value(j->held, m) + (isnan(others) ? 0 : others) : NAN;
}

/* How much more it may be. */
static double unknown_of(const struct held *held, struct np_slice name)
{
    if (np_slice_starts(name, "class_1"))
        return held->class_1_unknown;
    return np_slice_is(name, "rights") ? held->rights_unknown : held->class_2_unknown;
}

static void add_text(struct np_buf *b, struct np_slice text)
{
    struct np_slice left = np_buf_slice(b);

    if (!text.n)
        return;
    while (left.n) {
        size_t end = np_slice_find(left, NP_S("; "));

        if (np_slice_eq(np_slice_sub(left, 0, end), text))
            return;
        left = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(left, end + 2, left.n);
    }
    np_buf_puts(b, b->n ? "; " : "");
    np_buf_puts_slice(b, text);
}

/* What only a person can say: the number is there, the scheme has no threshold for it. */
static void add_judgement(struct judging *j, const struct scheme_rule *rule)
{
    const struct scheme_rule *column = library_column(j->scoring, rule->column);
    struct np_buf en = { 0 }, zh = { 0 };

    np_buf_printf(&en, "the officer's judgement of %.*s", NP_ARG(column->says));
    np_buf_printf(&zh, "人工判断: %.*s", NP_ARG(column->says_zh));
    add_text(&j->judged->needs, NP_S("judgement"));
    add_text(&j->judged->needs_en, np_buf_slice(&en));
    add_text(&j->judged->needs_zh, np_buf_slice(&zh));
    np_buf_release(&en);
    np_buf_release(&zh);
}

/* What is needed: a column of the enterprise library, or legal events. */
static void add_need(struct judging *j, struct np_slice name)
{
    const struct scheme_rule *column = library_column(j->scoring, name);

    add_text(&j->judged->needs, name);
    add_text(&j->judged->needs_en, column ? column->says : NP_S("legal status"));
    add_text(&j->judged->needs_zh, column ? column->says_zh : NP_S("法律状态"));
}

static enum verdict either(enum verdict a, enum verdict b)
{
    if (a == VERDICT_MET || b == VERDICT_MET)
        return VERDICT_MET;
    return a == VERDICT_NEEDS || b == VERDICT_NEEDS ? VERDICT_NEEDS : VERDICT_NOT_MET;
}

static enum verdict both(enum verdict a, enum verdict b)
{
    if (a == VERDICT_NOT_MET || b == VERDICT_NOT_MET)
        return VERDICT_NOT_MET;
    return a == VERDICT_NEEDS || b == VERDICT_NEEDS ? VERDICT_NEEDS : VERDICT_MET;
}

static enum verdict judge_rights(const struct judging *j, const struct scheme_rule *rule)
{
    double least = number_of(j, rule);
    double most = least + unknown_of(j->held, rule->measure);
    bool now = op_holds(rule->op, least, rule->value), then = op_holds(rule->op, most, rule->value);

    return now && then ? VERDICT_MET : now || then ? VERDICT_NEEDS : VERDICT_NOT_MET;
}

/* By the library alone. */
static enum verdict judge_column(const struct judging *j, const struct scheme_rule *rule)
{
    double value = by_library(j, rule->column);

    if (isnan(value) || rule->op == 'S')
        return VERDICT_NEEDS;
    return op_holds(rule->op, value, rule->value) ? VERDICT_MET : VERDICT_NOT_MET;
}

static enum verdict judge_row(const struct judging *j, const struct scheme_rule *rule)
{
    return rule->column.n ? judge_column(j, rule) : judge_rights(j, rule);
}

static bool library_lacks(const struct judging *j, struct np_slice column)
{
    return column.n && isnan(by_library(j, column));
}

/* What a row that is not met may still need. */
static void add_need_of(struct judging *j, const struct scheme_rule *rule, enum verdict alone)
{
    if (library_lacks(j, rule->column))
        add_need(j, rule->column);
    else if (rule->column.n && rule->op == 'S')
        add_judgement(j, rule);
    else if (!rule->column.n && alone == VERDICT_NEEDS)
        add_need(j, NP_S("legal_status"));
    else if (alone == VERDICT_NOT_MET && library_lacks(j, rule->otherwise))
        add_need(j, rule->otherwise);
}

/* Whose word it is: "library.xlsx, sheet 'S', line 7". */
static void add_source(struct judging *j, struct np_slice column)
{
    const struct np_fact_library *row = NULL;
    struct np_buf b = { 0 };

    if (column.n)
        (void)library_value(j->library, j->enterprise, column, &row);
    if (!row)
        return;
    np_buf_puts_slice(&b, row->place.list);
    if (row->place.sheet.n)
        np_buf_printf(&b, ", sheet '%.*s'", NP_ARG(row->place.sheet));
    np_buf_printf(&b, ", line %d", row->place.line);
    add_text(&j->judged->sources, np_buf_slice(&b));
    np_buf_release(&b);
}

/* ---- what a row says, for people ---- */

static void put_number(const struct judging *j, const struct scheme_rule *rule, bool zh,
                       struct np_buf *b)
{
    const struct np_measure *m = find_measure(np_scheme_measures, rule->measure);
    const struct scheme_rule *column = library_column(j->scoring, rule->column);
    double least = number_of(j, rule);
    double most = least + unknown_of(j->held, rule->measure);

    np_buf_puts(b, b->n ? "; " : "");
    if (rule->column.n) {
        double value = by_library(j, rule->column);

        np_buf_puts_slice(b, zh ? column->says_zh : column->says);
        if (!isnan(value))
            np_buf_printf(b, " %.15g", value);
    } else {
        np_buf_printf(b, "%s %g", zh ? m->zh : m->en, least);
        if (most > least)
            np_buf_printf(b, zh ? " 至 %g" : " to %g", most);
    }
    if (rule->op != 'S')
        np_buf_printf(b, " %s %.15g", op_text(rule->op), rule->value);
}

/* "7-8 of 8" */
static void put_gives(struct np_slice gives, bool zh, struct np_buf *b)
{
    size_t of = np_slice_find(gives, NP_S(" of "));

    if (zh && of != (size_t)-1)
        np_buf_printf(b, ": %.*s分(满分%.*s分)", NP_ARG(np_slice_sub(gives, 0, of)),
                      NP_ARG(np_slice_sub(gives, of + strlen(" of "), gives.n)));
    else
        np_buf_printf(b, ": %.*s", NP_ARG(gives));
}

static void tell_in(const struct judging *j, const struct scheme_rule *rule, enum verdict verdict,
                    bool zh, struct np_buf *b)
{
    static const char *const words[][2] = {
        [VERDICT_NOT_MET] = { "not met", "不符合" }, [VERDICT_MET] = { "met", "符合" },
        [VERDICT_NEEDS] = { "not known", "未获取" },
    };

    put_number(j, rule, zh, b);
    if (rule->gives.n)
        put_gives(rule->gives, zh, b);
    else if (rule->op == 'S' && rule->column.n && !isnan(by_library(j, rule->column)))
        np_buf_puts(b, zh ? ": 待人工判断" : ": for the officer to judge");
    else if (rule->op != 'S' || rule->column.n)
        np_buf_printf(b, ": %s", words[verdict][zh]);
    if (rule->says.n)
        np_buf_printf(b, zh ? "(%.*s)" : " (%.*s)", NP_ARG(zh ? rule->says_zh : rule->says));
}

static void tell_rule(const struct judging *j, const struct scheme_rule *rule,
                      enum verdict verdict)
{
    tell_in(j, rule, verdict, false, &j->judged->conditions);
    tell_in(j, rule, verdict, true, &j->judged->conditions_zh);
}

/* ---- groups of rows ---- */

/* One row that holds is enough. By rights alone: *asked if the group asks of them. */
static enum verdict judge_group(struct judging *j, size_t first, size_t end, bool *asked,
                                enum verdict *by_patents)
{
    const struct scheme_rule *rules = j->scoring->schemes.v;
    enum verdict verdict = VERDICT_NOT_MET;

    *asked = false;
    *by_patents = VERDICT_NOT_MET;
    for (size_t i = first; i < end; i++) {
        enum verdict one = judge_row(j, &rules[i]);

        if (!rules[i].column.n) {
            *asked = true;
            *by_patents = either(*by_patents, one);
        }
        if (one == VERDICT_NOT_MET && library_lacks(j, rules[i].otherwise))
            one = VERDICT_NEEDS;
        tell_rule(j, &rules[i], one);
        verdict = either(verdict, one);
    }
    for (size_t i = first; i < end && verdict == VERDICT_NEEDS; i++)
        add_need_of(j, &rules[i], judge_row(j, &rules[i]));
    return verdict;
}

/* The first row that holds, by what is sure and by what may be. */
static void take_range(struct judging *j, size_t first, size_t end)
{
    const struct scheme_rule *rules = j->scoring->schemes.v;
    struct judged *judged = j->judged;

    for (size_t i = first; i < end; i++) {
        double least = number_of(j, &rules[i]);
        double most = least + unknown_of(j->held, rules[i].measure);

        if (!judged->gives_most.n && op_holds(rules[i].op, most, rules[i].value))
            judged->gives_most = rules[i].gives;
        if (!judged->gives.n && op_holds(rules[i].op, least, rules[i].value)) {
            judged->gives = rules[i].gives;
            tell_rule(j, &rules[i], VERDICT_MET);
            if (i > first && library_lacks(j, rules[first].otherwise))
                add_need(j, rules[first].otherwise);
        }
    }
    if (np_slice_eq(judged->gives, judged->gives_most))
        judged->gives_most = NP_EMPTY;
    else
        add_need(j, NP_S("legal_status"));
}

static void judge_rows(struct judging *j, size_t first, size_t end)
{
    const struct scheme_rule *rule = &j->scoring->schemes.v[first];
    struct judged *judged = j->judged;
    enum verdict one, by_patents;
    bool asked;

    for (size_t i = first; i < end; i++) {
        add_text(&judged->sources, j->scoring->schemes.v[i].source);
        add_source(j, j->scoring->schemes.v[i].column);
        add_source(j, j->scoring->schemes.v[i].otherwise);
    }
    if (rule->gives.n) {
        take_range(j, first, end);
    } else if (!rule->column.n && rule->op == 'S') {
        for (size_t i = first; i < end; i++)
            tell_rule(j, &j->scoring->schemes.v[i], VERDICT_MET);
    } else {
        one = judge_group(j, first, end, &asked, &by_patents);
        judged->result = both(judged->result, one);
        if (asked)
            judged->patents = judged->asked ? both(judged->patents, by_patents) : by_patents;
        judged->asked = judged->asked || asked;
    }
}

void judge_scheme(const struct np_evaluation *run, int enterprise, size_t first, size_t end,
                  const struct held *held, struct judged *judged)
{
    const struct np_scoring *scoring = run->scoring;
    struct judging j = { scoring, run->library, enterprise, held, judged };

    judged->result = VERDICT_MET;
    for (size_t from = first, to; from < end; from = to) {
        for (to = from + 1; to < end; to++)
            if (scoring->schemes.v[to].group != scoring->schemes.v[from].group)
                break;
        judge_rows(&j, from, to);
    }
    if (judged->result == VERDICT_MET && judged->needs.n)
        judged->result = VERDICT_NEEDS;
}
