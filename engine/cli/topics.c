/* topics.c -- nanopat help TOPIC: the tables of the program, printed from themselves. */
#include "command.h"

#include <nanopat/import_kind.h>
#include <nanopat/parse.h>
#include <nanopat/scoring.h>
#include <nanopat/words.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static const struct np_code *const code_tables[] = { np_input_codes, np_parse_codes,
                                                     np_ingest_codes, np_store_codes,
                                                     np_import_codes };

enum { TABLES = sizeof code_tables / sizeof code_tables[0] };

const struct np_code *code_find(const char *code)
{
    for (size_t i = 0; i < TABLES; i++)
        for (const struct np_code *c = code_tables[i]; c->code; c++)
            if (strcmp(c->code, code) == 0)
                return c;
    return NULL;
}

static void put_row(struct np_result *r, const char *const *words)
{
    struct np_cell *row = np_result_row(r);

    for (size_t i = 0; i < r->ncolumns; i++)
        np_cell_text(r, &row[i], np_slice_of(words[i]));
}

static const struct np_column error_columns[] = {
    { "code", NP_CELL_TEXT, "", "Code", "代码", "" },
    { "cause", NP_CELL_TEXT, "", "Cause", "原因", "" },
    { "remedy", NP_CELL_TEXT, "", "Next step", "下一步", "" },
    { 0 }
};

static void fill_errors(struct np_result *r, enum np_lang lang)
{
    for (size_t i = 0; i < TABLES; i++)
        for (const struct np_code *c = code_tables[i]; c->code; c++)
            put_row(r, (const char *const[]){ c->code, lang == NP_LANG_ZH ? c->cause_zh : c->cause,
                                              lang == NP_LANG_ZH ? c->remedy_zh : c->remedy });
}

static const struct np_column dialect_columns[] = {
    { "dialect", NP_CELL_TEXT, "", "Dialect", "格式", "" },
    { "says", NP_CELL_TEXT, "", "What it is", "内容", "" },
    { "sources", NP_CELL_TEXT, "", "Delivered by", "来源", "" },
    { 0 }
};

static void fill_dialects(struct np_result *r, enum np_lang lang)
{
    (void)lang;
    for (size_t i = 0; np_dialects[i]; i++)
        put_row(r, (const char *const[]){ np_dialects[i]->name, np_dialects[i]->says,
                                          np_dialects[i]->sources });
}

static const struct np_column indicator_columns[] = {
    { "indicator", NP_CELL_TEXT, "", "Indicator", "指标", "" },
    { "of", NP_CELL_TEXT, "", "Of", "对象", "" },
    { "unit", NP_CELL_TEXT, "", "Unit", "单位", "" },
    { "range", NP_CELL_TEXT, "", "Range", "取值范围", "" },
    { "better", NP_CELL_TEXT, "", "Better", "优向", "+ higher, - lower" },
    { "says", NP_CELL_TEXT, "", "What it is", "含义", "" },
    { "formula", NP_CELL_TEXT, "", "Formula", "公式", "" },
    { "nulls", NP_CELL_TEXT, "", "When null, and what else to know", "为空情形及说明", "" },
    { "source", NP_CELL_TEXT, "", "Source", "出处", "" },
    { 0 }
};

/* "0..1", "1.." */
static const char *range_text(double low, double high, char text[64])
{
    char from[24] = "", to[24] = "";

    if (low > -HUGE_VAL)
        snprintf(from, sizeof from, "%g", low);
    if (high < HUGE_VAL)
        snprintf(to, sizeof to, "%g", high);
    snprintf(text, 64, "%s..%s", from, to);
    return text;
}

static const char *better_text(int direction)
{
    return direction > 0 ? "+" : direction < 0 ? "-" : "";
}

/* In the language, as the rows of a result keep it. */
static const char *said(struct np_result *r, const char *text, enum np_lang lang)
{
    struct np_buf b = { 0 };
    struct np_slice kept;

    np_says_put(&b, np_slice_of(text), lang == NP_LANG_ZH);
    kept = np_arena_copy(r->arena, np_buf_slice(&b));
    np_buf_release(&b);
    return kept.n ? kept.p : "";
}

static void fill_measures(struct np_result *r, enum np_lang lang, const char *of,
                          const struct np_measure *m)
{
    char range[64];

    for (; m->name; m++)
        put_row(r, (const char *const[]){ m->name, of, m->unit, range_text(m->low, m->high, range),
                                          better_text(m->direction),
                                          lang == NP_LANG_ZH ? m->zh : m->en,
                                          said(r, m->formula, lang), said(r, m->says, lang),
                                          m->source });
}

static void fill_indicators(struct np_result *r, enum np_lang lang)
{
    char range[64];

    for (const struct np_indicator *i = np_indicators; i->name; i++)
        put_row(r, (const char *const[]){ i->name, "family", i->unit,
                                          range_text(i->low, i->high, range),
                                          better_text(i->direction),
                                          lang == NP_LANG_ZH ? i->zh : i->en,
                                          said(r, i->formula, lang), said(r, i->nulls, lang),
                                          i->source });
    fill_measures(r, lang, "portfolio, enterprise", np_holding_measures);
    fill_measures(r, lang, "portfolio", np_portfolio_measures);
    fill_measures(r, lang, "enterprise", np_enterprise_measures);
    fill_measures(r, lang, "subfield", np_subfield_measures);
    fill_measures(r, lang, "city", np_city_measures);
}

static const struct np_column format_columns[] = {
    { "format", NP_CELL_TEXT, "", "Format", "格式", "" },
    { "suffix", NP_CELL_TEXT, "", "Suffix", "后缀", "" },
    { "says", NP_CELL_TEXT, "", "What it is", "说明", "" },
    { 0 }
};

static void fill_formats(struct np_result *r, enum np_lang lang)
{
    (void)lang;
    for (const struct np_format *f = np_formats; f->name; f++)
        put_row(r, (const char *const[]){ f->name, f->suffix, f->says });
}

static const struct np_column question_columns[] = {
    { "question", NP_CELL_TEXT, "", "Question", "查询", "" },
    { "en", NP_CELL_TEXT, "", "What it answers", "英文说明", "" },
    { "zh", NP_CELL_TEXT, "", "In Chinese", "说明", "" },
    { 0 }
};

static void fill_questions(struct np_result *r, enum np_lang lang)
{
    (void)lang;
    for (const struct np_question *q = np_questions; q->name; q++)
        put_row(r, (const char *const[]){ q->name, q->en, q->zh });
}

static const struct np_column list_columns[] = {
    { "list", NP_CELL_TEXT, "", "List", "清单", "" },
    { "column", NP_CELL_TEXT, "", "Column", "列", "" },
    { "required", NP_CELL_TEXT, "", "Required", "必需", "" },
    { "cell", NP_CELL_TEXT, "", "A cell is", "单元格内容", "" },
    { "headers", NP_CELL_TEXT, "", "Headers that are known", "可识别的表头", "" },
    { 0 }
};

static void put_list_column(struct np_result *r, const struct np_import_kind *kind,
                            const struct np_import_column *c, bool zh)
{
    struct np_buf cell = { 0 }, headers = { 0 };

    np_buf_printf(&cell, "%s", np_import_type_says(c->type, zh));
    if (c->words)
        np_buf_printf(&cell, ": %s", c->words);
    np_buf_printf(&headers, "%s|%s|%s", c->column.zh, c->column.en, c->headers);
    put_row(r, (const char *const[]){ kind->name, c->column.name,
                                      c->required ? (zh ? "是" : "yes") : "",
                                      np_buf_cstr(&cell), np_buf_cstr(&headers) });
    np_buf_release(&cell);
    np_buf_release(&headers);
}

static void fill_lists(struct np_result *r, enum np_lang lang)
{
    for (size_t i = 0; np_import_kinds[i]; i++)
        for (const struct np_import_column *c = np_import_kinds[i]->columns; c->column.name; c++)
            put_list_column(r, np_import_kinds[i], c, lang == NP_LANG_ZH);
}

static const struct {
    const char *name;
    const struct np_column *columns;
    void (*fill)(struct np_result *r, enum np_lang lang);
} topics[] = {
    { "dialects", dialect_columns, fill_dialects },
    { "indicators", indicator_columns, fill_indicators },
    { "questions", question_columns, fill_questions },
    { "formats", format_columns, fill_formats },
    { "errors", error_columns, fill_errors },
    { "lists", list_columns, fill_lists },
};

struct np_result *topic_make(const char *name, enum np_lang lang)
{
    for (size_t i = 0; i < sizeof topics / sizeof topics[0]; i++)
        if (strcmp(topics[i].name, name) == 0) {
            struct np_result *r = np_result_new(name, topics[i].columns);

            topics[i].fill(r, lang);
            return r;
        }
    return NULL;
}

void topic_list(FILE *out)
{
    for (size_t i = 0; i < sizeof topics / sizeof topics[0]; i++)
        fprintf(out, "%s%s", i ? ", " : "", topics[i].name);
}
