/* explain_rows.c -- asking, and the rows that an explanation is made of. */
#include "explaining.h"

#include <nanopat/tsv.h>

#define TEXT(name, en, zh, says) { name, NP_CELL_TEXT, "", en, zh, says }
#define REAL(name, unit, en, zh) { name, NP_CELL_REAL, unit, en, zh, "" }

const struct np_column np_explain_columns[] = {
    TEXT("kind", "Kind", "类型", "family, publication, portfolio, enterprise, subfield or city"),
    TEXT("subject", "Subject", "对象", "its key"),
    TEXT("section", "Section", "部分", "head, because, policy, scores, indicators, frame, numbers, missing, raise, also or foot"),
    TEXT("of", "Of", "所属", "the score a component belongs to; of the frame the second level"),
    TEXT("item", "Item", "项", "name of the indicator, measure, score or fact"),
    TEXT("en", "Item, English", "项目(英文)", ""),
    TEXT("zh", "Item, Chinese", "项目", ""),
    REAL("value", "", "Value", "数值"),
    TEXT("text", "Text", "内容", "what is no number"),
    TEXT("form", "Form", "内容性质", "of the text: name, words, a pair \"1.8 中文 / English\", or offices"),
    TEXT("unit", "Unit", "单位", ""),
    TEXT("reason", "Note", "说明", "why there is no value, or what to mind: no_data, not_applicable, window_open or cohort_too_small"),
    { "direction", NP_CELL_INT, "", "Direction", "方向", "1: higher is better, -1: lower, 0: neither" },
    REAL("percentile", "0..100", "Percentile", "百分位"),
    TEXT("cohort", "Cohort", "比较组", ""),
    { "cohort_n", NP_CELL_INT, "", "n", "组内数", "values in the cohort" },
    TEXT("cohort_level", "Level", "比较组层级", ""),
    REAL("weight", "0..1", "Weight", "权重"),
    REAL("points", "0..100", "Points", "分值"),
    REAL("contribution", "points", "Contribution", "贡献"),
    REAL("gain", "points", "Room", "可提升"),
    TEXT("inputs", "Inputs", "依据", ""),
    TEXT("families", "Families", "所计专利族", "keys of the first ones"),
    { "families_n", NP_CELL_INT, "families", "Families counted", "所计族数", "" },
    TEXT("command", "Command", "命令", "that lists or supplies it"),
    TEXT("formula", "Formula", "公式", ""),
    TEXT("source", "Source", "出处", ""),
    { 0 }
};

/* Names only where nothing else is said: the text of a head line, of a command. */
const struct np_explain_section np_explain_sections[] = {
    { "head", "Summary", "概要", "", "inputs" },
    { "because", "Why it is a lead", "线索依据", "", "reason inputs" },
    { "also", "Also found", "另有同名对象", "", "command" },
    { "policy", "High-value invention patent: the five circumstances", "高价值发明专利五种情形", "", "inputs" },
    { "scores", "Scores and their components", "得分及分项",
      "item value unit percentile cohort cohort_n weight points contribution gain",
      "reason inputs cohort_level formula source" },
    { "indicators", "Other indicators", "其他指标", "item value unit", "reason inputs formula source" },
    { "numbers", "Numbers", "各项数值", "item value unit direction",
      "reason inputs families_n families command formula source" },
    { "frame", "Frame of GB/T 42748-2023", "GB/T 42748-2023 评估框架",
      "text of item value percentile", "reason inputs cohort source" },
    { "missing", "What is missing, and what supplies it", "缺失数据及补充途径", "", "reason command" },
    { "raise", "Where there is room", "提升空间(事实陈述)", "", "inputs" },
    { "foot", "Made with", "生成依据", "", "" },
    { 0 }
};

/* ---- asking ---- */

static struct np_result *keep(struct explaining *e, struct np_result *r, enum np_status status,
                              const struct np_err *here)
{
    if (status == NP_OK && r && r->rows.n)
        return r;
    if (status < NP_OK && status != NP_FAIL && e->status == NP_OK) {
        e->status = status;
        if (e->err)
            *e->err = *here;
    }
    np_result_free(r);
    return NULL;
}

struct np_result *ask_one(struct explaining *e, const char *question, const char *column,
                          enum np_test test, struct np_slice value)
{
    struct np_condition is = { column, test, value };
    struct np_result *r = NULL;
    struct np_err here = { 0 };
    enum np_status status;

    if (e->status != NP_OK)
        return NULL;
    status = np_ask(e->store, np_question_find(question), &is, column != NULL, NULL, -1, &r, &here);
    return keep(e, r, status, &here);
}

struct np_result *select_rows(struct explaining *e, const char *name, const char *view,
                              const struct np_column *columns, const struct np_condition *is,
                              size_t n, const char *order, int64_t limit)
{
    struct np_result *r;
    struct np_err here = { 0 };
    enum np_status status;

    if (e->status != NP_OK)
        return NULL;
    r = np_result_new(name, columns);
    status = np_store_select(e->store, view, is, n, order, limit, r, &here);
    return keep(e, r, status, &here);
}

void add_table(struct explaining *e, struct np_result *r, const char *en, const char *zh)
{
    if (!r)
        return;
    if (e->out->ntables == NP_EXPLAINED_TABLES)
        np_panic("more than %d tables explain one thing", NP_EXPLAINED_TABLES);
    r->en = en;
    r->zh = zh;
    e->out->tables[e->out->ntables++] = r;
}

struct np_slice cell_text(const struct np_result *r, size_t row, const char *column)
{
    int i = np_result_column(r, column);

    return i >= 0 && r->rows.v[row][i].set ? r->rows.v[row][i].text : NP_EMPTY;
}

double cell_number(const struct np_result *r, size_t row, const char *column)
{
    int i = np_result_column(r, column);
    const struct np_cell *cell = i >= 0 ? &r->rows.v[row][i] : NULL;

    if (!cell || !cell->set)
        return NAN;
    return r->columns[i].kind == NP_CELL_REAL ? cell->real : (double)cell->i;
}

np_date cell_date(const struct np_result *r, size_t row, const char *column)
{
    int i = np_result_column(r, column);

    return i >= 0 && r->rows.v[row][i].set ? (np_date)r->rows.v[row][i].i : 0;
}

/* ---- rows ---- */

void set_text(struct explaining *e, struct np_cell *row, enum explain_column column,
              struct np_slice text)
{
    if (text.n)
        np_cell_text(e->out->rows, &row[column], text);
}

struct np_cell *add_row(struct explaining *e, const char *section, const char *of,
                        struct np_slice item)
{
    struct np_cell *row = np_result_row(e->out->rows);

    set_text(e, row, X_KIND, np_slice_of(e->kind));
    set_text(e, row, X_SUBJECT, e->subject);
    set_text(e, row, X_SECTION, np_slice_of(section));
    set_text(e, row, X_OF, np_slice_of(of));
    set_text(e, row, X_ITEM, item);
    set_text(e, row, X_EN, np_word(item, false));
    set_text(e, row, X_ZH, np_word(item, true));
    return row;
}

void set_form(struct explaining *e, struct np_cell *row, enum form form)
{
    static const char *const names[] = { "name", "words", "pair", "offices" };

    set_text(e, row, X_FORM, np_slice_of(names[form]));
}

struct np_cell *add_head(struct explaining *e, const char *item, enum form form,
                         struct np_slice text)
{
    struct np_cell *row;

    if (!text.n)
        return NULL;
    row = add_row(e, "head", "", np_slice_of(item));
    set_text(e, row, X_TEXT, text);
    set_form(e, row, form);
    return row;
}

struct np_slice iso_date(struct explaining *e, np_date date)
{
    struct np_buf b = { 0 };
    struct np_slice out;

    if (date)
        np_date_put(&b, date);
    out = np_arena_copy(e->arena, np_buf_slice(&b));
    np_buf_release(&b);
    return out;
}

size_t bars_in(struct np_slice s)
{
    size_t n = 0;

    for (size_t i = 0; i < s.n; i++)
        n += s.p[i] == '|';
    return n;
}

/* ---- lines from columns of a row ---- */

void label_by_column(struct explaining *e, struct np_cell *row, const struct np_result *r,
                     const char *column)
{
    const struct np_column *c = &r->columns[np_result_column(r, column)];

    set_text(e, row, X_EN, np_slice_of(c->en));
    set_text(e, row, X_ZH, np_slice_of(c->zh));
}

static struct np_slice pair_of(struct explaining *e, const struct np_result *r, const char *column)
{
    struct np_slice zh = np_arena_printf(e->arena, "%s_zh", column);
    struct np_slice en = np_arena_printf(e->arena, "%s_en", column);

    return np_arena_printf(e->arena, "%.*s %.*s / %.*s", NP_ARG(cell_text(r, 0, column)),
                           NP_ARG(cell_text(r, 0, zh.p)), NP_ARG(cell_text(r, 0, en.p)));
}

/* The word that the column has for it, "list_pending"; else what it holds. */
static struct np_slice own_word(struct explaining *e, const struct np_result *r, const char *column)
{
    struct np_slice text = cell_text(r, 0, column);
    struct np_slice own = np_arena_printf(e->arena, "%s_%.*s", column, NP_ARG(text));

    return np_word_known(own) ? own : text;
}

struct np_cell *add_told(struct explaining *e, const struct np_result *r, const struct told_column *column)
{
    const struct np_column *c = &r->columns[np_result_column(r, column->name)];
    bool known = r->rows.v[0][c - r->columns].set;
    struct np_cell *row;

    if (!known && !*column->unknown)
        return NULL;
    row = add_row(e, "head", "", np_slice_of(column->name));
    label_by_column(e, row, r, column->name);
    set_form(e, row, known ? column->form : FORM_WORDS);
    if (!known) {
        set_text(e, row, X_TEXT, np_slice_of(column->unknown));
    } else if (c->kind == NP_CELL_REAL || c->kind == NP_CELL_INT) {
        np_cell_real(&row[X_VALUE], cell_number(r, 0, column->name));
        set_text(e, row, X_UNIT, np_slice_of(c->unit));
    } else {
        set_text(e, row, X_TEXT, c->kind == NP_CELL_DATE ? iso_date(e, cell_date(r, 0, column->name))
                                 : column->form == FORM_PAIR ? pair_of(e, r, column->name)
                                 : column->form == FORM_WORDS ? own_word(e, r, column->name)
                                                              : cell_text(r, 0, column->name));
    }
    return row;
}

static const struct np_column setting_columns[] = { { "value", NP_CELL_TEXT, "", "", "", "" }, { 0 } };

double setting_of(struct explaining *e, const char *name)
{
    const struct np_condition is = { "name", NP_IS, np_slice_of(name) };
    struct np_result *r = select_rows(e, "settings", "v_settings", setting_columns, &is, 1, "", 1);
    double value = NAN;

    if (r && !np_slice_real(cell_text(r, 0, "value"), &value))
        value = NAN;
    np_result_free(r);
    return value;
}

/* 'text' with each ' as '\''; what needs no quotes has none. */
struct np_slice quoted(struct explaining *e, struct np_slice text)
{
    struct np_buf b = { 0 };
    bool plain = text.n > 0;
    struct np_slice out;

    for (size_t i = 0; i < text.n; i++)
        plain = plain && (strchr("=._-:/", text.p[i]) || (text.p[i] >= '0' && text.p[i] <= '9') ||
                          (text.p[i] >= 'A' && text.p[i] <= 'Z') ||
                          (text.p[i] >= 'a' && text.p[i] <= 'z'));
    np_buf_puts(&b, plain ? "" : "'");
    for (size_t i = 0; i < text.n; i++)
        if (text.p[i] == '\'')
            np_buf_puts(&b, "'\\''");
        else
            np_buf_putc(&b, text.p[i]);
    np_buf_puts(&b, plain ? "" : "'");
    out = np_arena_copy(e->arena, np_buf_slice(&b));
    np_buf_release(&b);
    return out;
}
