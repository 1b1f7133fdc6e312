/* cmd_explain.c -- nanopat explain ID: every number of one thing, its inputs, its rule.
 *
 *   publication -> its facts, why it is in a subfield, whom it cites, and its family
 *   family      -> its facts and every indicator and score with inputs and cohort
 *   portfolio   -> its facts, its families, its score by component; of one that is split its parts
 *   enterprise  -> its facts, its portfolios, its score by component
 */
#include "command.h"

#include <nanopat/spelling.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHEETS = 24 };

struct explanation {
    struct np_store *store;
    struct np_arena *arena;
    struct np_result *sheet[SHEETS];
    size_t n;
    struct np_err err;
};

/* What of a measure fits on a screen; JSON Lines and spreadsheets have the same columns. */
static const struct np_column measure_columns[] = {
    { "score", NP_CELL_TEXT, "", "Score", "得分项", "" },
    { "component", NP_CELL_TEXT, "", "Component", "分项", "" },
    { "value", NP_CELL_REAL, "", "Value", "值", "" },
    { "unit", NP_CELL_TEXT, "", "Unit", "单位", "" },
    { "reason", NP_CELL_TEXT, "", "Why none", "缺值原因", "" },
    { "percentile", NP_CELL_REAL, "0..100", "Percentile", "百分位", "" },
    { "cohort", NP_CELL_TEXT, "", "Cohort", "对照组", "" },
    { "cohort_n", NP_CELL_INT, "families", "n", "组内族数", "" },
    { "weight", NP_CELL_REAL, "", "Weight", "权重", "" },
    { "points", NP_CELL_REAL, "0..100", "Points", "分值", "" },
    { "contribution", NP_CELL_REAL, "", "Contribution", "贡献", "" },
    { "inputs", NP_CELL_TEXT, "", "Inputs", "所用数据", "" },
    { "formula", NP_CELL_TEXT, "", "Formula", "公式", "" },
    { "source", NP_CELL_TEXT, "", "Source", "出处", "" },
    { 0 }
};

static const struct np_column fact_columns[] = {
    { "fact", NP_CELL_TEXT, "", "Fact", "项目", "" },
    { "value", NP_CELL_TEXT, "", "Value", "值", "" },
    { 0 }
};

/* ---- asking ---- */

static struct np_result *ask(struct explanation *e, const char *question,
                             const struct np_condition *conditions, size_t n)
{
    struct np_result *r = NULL;
    enum np_status status = np_ask(e->store, np_question_find(question), conditions, n, NULL, -1,
                                   &r, &e->err);

    if (status == NP_OK && r->rows.n)
        return r;
    np_result_free(r);
    return NULL;
}

static void add_sheet(struct explanation *e, struct np_result *r)
{
    if (r && e->n < SHEETS)
        e->sheet[e->n++] = r;
    else
        np_result_free(r);
}

static void add_rows(struct explanation *e, const char *question, const char *column,
                     struct np_slice value)
{
    struct np_condition one = { column, NP_IS, value };

    add_sheet(e, ask(e, question, &one, 1));
}

/* One row as a list of facts: eighty columns do not fit side by side. */
static struct np_result *stand_up(const struct np_result *r, const char *name)
{
    struct np_result *facts = np_result_new(name, fact_columns);
    struct np_buf b = { 0 };

    for (size_t i = 0; i < r->ncolumns; i++) {
        const struct np_cell *cell = &r->rows.v[0][i];
        struct np_cell *row = np_result_row(facts);

        np_cell_text(facts, &row[0], np_slice_of(r->columns[i].name));
        np_buf_reset(&b);
        if (!cell->set)
            continue;
        switch (r->columns[i].kind) {
        case NP_CELL_TEXT: np_buf_puts_slice(&b, cell->text); break;
        case NP_CELL_REAL: np_json_real(&b, cell->real); break;
        case NP_CELL_DATE: np_date_put(&b, (np_date)cell->i); break;
        case NP_CELL_FLAG: np_buf_puts(&b, cell->i ? "yes" : "no"); break;
        default: np_buf_printf(&b, "%lld", (long long)cell->i);
        }
        np_cell_text(facts, &row[1], np_buf_slice(&b));
    }
    np_buf_release(&b);
    return facts;
}

static void add_fact(struct np_result *facts, const char *name, struct np_slice value)
{
    struct np_cell *row = np_result_row(facts);

    np_cell_text(facts, &row[0], np_slice_of(name));
    np_cell_text(facts, &row[1], value);
}

/* The same of what has scores: the run they are of stands below. */
static struct np_result *stand_up_scored(const struct np_result *r, const char *name)
{
    static const char *const keys[] = { "as_of", "weights", "weights_hash", "scoring_hash" };
    struct np_result *facts = stand_up(r, name);

    for (size_t k = 0; k < sizeof keys / sizeof keys[0]; k++)
        for (size_t i = 0; i < r->notes.n; i++)
            if (np_slice_is(r->notes.v[i].key, keys[k]))
                add_fact(facts, keys[k], r->notes.v[i].value);
    return facts;
}

static struct np_slice text_of(const struct np_result *r, size_t row, const char *column)
{
    int i = np_result_column(r, column);

    return i >= 0 && r->rows.v[row][i].set ? r->rows.v[row][i].text : NP_EMPTY;
}

static void add_measures(struct explanation *e, const char *kind, struct np_slice key)
{
    struct np_condition only[] = { { "subject_kind", NP_IS, np_slice_of(kind) },
                                   { "subject", NP_IS, key } };
    struct np_result *r = np_result_new("measures", measure_columns);

    if (np_store_select(e->store, np_question_find("measures")->view, only, 2, NULL, -1, r,
                        &e->err) == NP_OK && r->rows.n)
        add_sheet(e, r);
    else
        np_result_free(r);
}

/* ---- legal status: of one publication, with its events; of a family's members, side by side ---- */

/* Which inputs told the events of an application. */
static const struct np_column told_columns[] = {
    { "dialect", NP_CELL_TEXT, "", "Format", "格式", "" },
    { "file", NP_CELL_TEXT, "", "File", "文件", "" },
    { "member", NP_CELL_TEXT, "", "Member", "包内文件", "" },
    { "document", NP_CELL_INT, "", "Document", "文献序号", "" },
    { 0 }
};

/* What fits on a screen of the events; the question 'legal-events' has all. */
static const struct np_column event_columns[] = {
    { "effective", NP_CELL_DATE, "", "Day of effect", "生效日", "" },
    { "event", NP_CELL_TEXT, "", "Event", "事件代码", "" },
    { "national", NP_CELL_TEXT, "", "National", "国家代码", "" },
    { "state", NP_CELL_TEXT, "", "State", "国家", "" },
    { "effect", NP_CELL_TEXT, "", "Effect", "作用", "" },
    { "effect_zh", NP_CELL_TEXT, "", "In Chinese", "作用(中文)", "" },
    { "effect_en", NP_CELL_TEXT, "", "In English", "作用(英文)", "" },
    { "basis", NP_CELL_TEXT, "", "Read from", "判定依据", "" },
    { "counted", NP_CELL_FLAG, "", "Counted", "计入", "" },
    { "number", NP_CELL_TEXT, "", "Number", "登记号", "" },
    { "party", NP_CELL_TEXT, "", "Party", "相关方", "" },
    { "date", NP_CELL_DATE, "", "Announced", "公告日", "" },
    { "text", NP_CELL_TEXT, "", "Text", "文字", "" },
    { 0 }
};

static void add_view(struct explanation *e, const char *name, const char *view,
                     const struct np_column *columns, const char *column, struct np_slice value,
                     const char *order)
{
    struct np_condition is = { column, NP_IS, value };
    struct np_result *r = np_result_new(name, columns);

    if (np_store_select(e->store, view, &is, 1, order, -1, r, &e->err) == NP_OK && r->rows.n)
        add_sheet(e, r);
    else
        np_result_free(r);
}

static bool explain_status(struct explanation *e, const char *column, enum np_test test,
                           struct np_slice value)
{
    struct np_condition is = { column, test, value };
    struct np_result *r = ask(e, "status", &is, 1);
    struct np_slice application, id;

    if (!r)
        return false;
    id = np_arena_copy(e->arena, text_of(r, 0, "id"));
    application = np_arena_copy(e->arena, text_of(r, 0, "application"));
    add_sheet(e, stand_up(r, "status"));
    np_result_free(r);
    add_rows(e, "states", "application", application);
    add_view(e, "events", "v_status_events", event_columns, "application", application, "seq");
    add_view(e, "told by", "v_event_sources", told_columns, "id", id,
             "file member document dialect");
    return true;
}

/* Of an application that only legal events tell of there is its status and no more. */
static bool explain_events(struct explanation *e, struct np_slice typed)
{
    struct np_spelling spelling;

    if (!np_spelling_read(e->arena, typed, &spelling))
        return false;
    for (size_t i = 0; i < spelling.publications.n; i++) {
        const struct np_docref *doc = &spelling.publications.v[i];

        if (explain_status(e, "id", doc->kind.n ? NP_IS : NP_BEGINS,
                           np_publication_id(e->arena, doc->office, doc->number, doc->kind)))
            return true;
    }
    for (size_t i = 0; i < spelling.applications.n; i++) {
        const struct np_docref *doc = &spelling.applications.v[i];

        if (explain_status(e, "application", NP_IS,
                           np_publication_id(e->arena, doc->office, doc->number, NP_EMPTY)))
            return true;
    }
    return false;
}

/* ---- the four kinds of things ---- */

static bool explain_family(struct explanation *e, struct np_slice key)
{
    struct np_condition is = { "key", NP_IS, key };
    struct np_result *r = ask(e, "families", &is, 1);

    if (!r)
        return false;
    key = np_arena_copy(e->arena, key);
    add_sheet(e, stand_up_scored(r, "family"));
    np_result_free(r);
    add_rows(e, "status", "family", key);
    add_rows(e, "states", "family", key);
    add_measures(e, "family", key);
    return true;
}

/* `members` is a list of ids with blanks between: a contained id may be the beginning of another. */
static bool is_member(struct np_slice members, struct np_slice id)
{
    while (members.n) {
        size_t n = np_slice_find(members, NP_S(" "));

        if (np_slice_eq(np_slice_sub(members, 0, n), id))
            return true;
        members = n == (size_t)-1 ? NP_EMPTY : np_slice_sub(members, n + 1, members.n);
    }
    return false;
}

static void explain_family_of(struct explanation *e, struct np_slice id)
{
    struct np_condition has = { "members", NP_CONTAINS, id };
    struct np_result *r = ask(e, "families", &has, 1);

    for (size_t i = 0; r && i < r->rows.n; i++)
        if (is_member(text_of(r, i, "members"), id)) {
            explain_family(e, np_arena_copy(e->arena, text_of(r, i, "key")));
            break;
        }
    np_result_free(r);
}

/* A wrong check digit is said, not refused; one application may have several publications. */
static void tell_how_found(struct explanation *e, const struct np_found *found)
{
    struct np_result *facts = e->sheet[e->n - 1];
    struct np_buf others = { 0 };

    for (size_t i = 1; i < found->ids.n; i++) {
        np_buf_puts(&others, i > 1 ? " " : "");
        np_buf_puts_slice(&others, found->ids.v[i]);
    }
    if (others.n)
        add_fact(facts, "same_number", np_buf_slice(&others));
    if (found->by_application && found->check && found->check != found->check_right)
        add_fact(facts, "check_digit",
                 np_arena_printf(e->arena, "%c was given, %c is right", found->check,
                                 found->check_right));
    np_buf_release(&others);
}

static bool explain_publication(struct explanation *e, struct np_slice typed)
{
    struct np_condition is = { "id", NP_IS, NP_EMPTY };
    struct np_found found;
    struct np_result *r;
    struct np_slice id;

    if (np_find_publications(e->store, typed, e->arena, &found, &e->err) != NP_OK)
        return false;
    id = is.value = found.ids.v[0];
    r = ask(e, "publications", &is, 1);
    if (!r)
        return false;
    add_sheet(e, stand_up(r, "publication"));
    tell_how_found(e, &found);
    np_result_free(r);
    add_rows(e, "evidence", "id", id);
    add_rows(e, "citations", "id", id);
    explain_status(e, "id", NP_IS, id);
    explain_family_of(e, id);
    return true;
}

static bool explain_portfolio(struct explanation *e, struct np_slice key)
{
    struct np_condition is = { "key", NP_IS, key };
    struct np_result *r = ask(e, "portfolios", &is, 1);

    if (!r)
        return false;
    add_sheet(e, stand_up_scored(r, "portfolio"));
    np_result_free(r);
    add_measures(e, "portfolio", key);
    add_rows(e, "portfolios", "part_of", key); /* of a whole that is split */
    add_rows(e, "portfolio-families", "part_of", key);
    add_rows(e, "portfolio-families", "portfolio", key);
    return true;
}

/* By rank, as portfolios are listed: "1" is the best. */
static bool explain_rank(struct explanation *e, struct np_slice typed)
{
    struct np_condition is = { "rank", NP_IS, typed };
    struct np_result *r;
    bool found;

    if (typed.n == 0 || typed.n > 4 || strspn(typed.p, "0123456789") < typed.n)
        return false;
    r = ask(e, "portfolios", &is, 1);
    found = r && explain_portfolio(e, np_arena_copy(e->arena, text_of(r, 0, "key")));
    np_result_free(r);
    return found;
}

static bool explain_enterprise(struct explanation *e, struct np_slice typed)
{
    static const char *const columns[] = { "name", "key" };

    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
        struct np_condition is = { columns[i], NP_IS, typed };
        struct np_result *r = ask(e, "enterprises", &is, 1);
        struct np_slice key, name;

        if (!r)
            continue;
        key = np_arena_copy(e->arena, text_of(r, 0, "key"));
        name = np_arena_copy(e->arena, text_of(r, 0, "name"));
        add_sheet(e, stand_up_scored(r, "enterprise"));
        np_result_free(r);
        add_measures(e, "enterprise", key);
        add_rows(e, "portfolios", "enterprise", name);
        return true;
    }
    return false;
}

int run_explain(struct settings *s)
{
    struct explanation e = { .arena = np_arena_new() };
    struct np_slice id = np_slice_of(s->nargs ? s->args[0] : "");
    int code = EXIT_STORE;

    if (s->nargs == 0) {
        tell(s, SAY_NEEDS, "explain", "explain");
        np_arena_free(e.arena);
        return EXIT_USAGE;
    }
    e.store = open_store(s, &code);
    if (!e.store) {
        np_arena_free(e.arena);
        return code;
    }
    if (explain_family(&e, id) || explain_portfolio(&e, id) || explain_rank(&e, id) ||
        explain_enterprise(&e, id) || explain_publication(&e, id) ||
        explain_events(&e, id)) {
        code = write_results(s, (const struct np_result *const *)e.sheet, e.n);
    } else {
        tell(s, SAY_UNKNOWN_ID, s->args[0]);
        code = EXIT_NOTHING;
    }
    for (size_t i = 0; i < e.n; i++)
        np_result_free(e.sheet[i]);
    np_store_close(e.store);
    np_arena_free(e.arena);
    return code;
}
