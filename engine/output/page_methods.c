/* page_methods.c -- every indicator with unit, direction, formula and source, printed from the tables. */
#include "page.h"

#include <nanopat/scoring.h>
#include <nanopat/words.h>

static const struct np_column method_columns[] = {
    { "name", NP_CELL_TEXT, "", "Name", "名称", "" },
    { "heading", NP_CELL_TEXT, "", "Heading", "含义", "" },
    { "unit", NP_CELL_TEXT, "", "Unit", "单位", "" },
    { "direction", NP_CELL_TEXT, "", "Better", "优劣方向", "" },
    { "formula", NP_CELL_TEXT, "", "Formula", "公式", "" },
    { "source", NP_CELL_TEXT, "", "Source", "出处", "" },
    { 0 }
};

static const struct { const char *en, *zh; const struct np_measure *measures; } groups[] = {
    { "Holdings", "专利族集合", np_holding_measures },
    { "Portfolios", "组合", np_portfolio_measures },
    { "Enterprises", "企业", np_enterprise_measures },
    { "Subfields", "子领域", np_subfield_measures },
    { "City", "本市", np_city_measures },
    { "Schemes", "企业资质", np_scheme_measures },
};

static struct np_slice direction_of(int direction, bool zh)
{
    static const char *const words[][2] = {
        { "lower", "越低越好" }, { "neither", "无优劣" }, { "higher", "越高越好" },
    };

    return np_slice_of(words[(direction > 0) - (direction < 0) + 1][zh]);
}

/* A formula is said in words of its own; of a source the program's own words alone are put. */
static void put_said(struct np_result *r, struct np_cell *cell, const char *text, bool zh,
                     void (*put)(struct np_buf *b, struct np_slice s, bool zh))
{
    struct np_buf b = { 0 };

    put(&b, np_slice_of(text ? text : ""), zh);
    np_cell_text(r, cell, np_buf_slice(&b));
    np_buf_release(&b);
}

static void add_method(struct np_result *r, const char *name, struct np_slice heading,
                       const char *unit, int direction, const char *formula, const char *source,
                       bool zh)
{
    struct np_cell *row = np_result_row(r);

    np_cell_text(r, &row[0], np_slice_of(name));
    np_cell_text(r, &row[1], heading);
    np_cell_text(r, &row[2], np_unit(np_slice_of(unit), zh));
    np_cell_text(r, &row[3], direction_of(direction, zh));
    put_said(r, &row[4], formula, zh, np_says_put);
    put_said(r, &row[5], source, zh, np_words_put);
}

static bool method_id(void *ctx, size_t row, struct np_buf *id)
{
    const struct np_result *r = ctx;

    np_buf_puts_slice(id, r->rows.v[row][0].text);
    return true;
}

static void put_group(struct page *p, const char *en, const char *zh, struct np_result *r, bool ids)
{
    struct html_links links = { .ctx = r, .row_id = ids ? method_id : NULL };

    np_buf_puts(&p->body, "<h2>");
    page_say(p, en, zh);
    np_buf_puts(&p->body, "</h2>\n");
    html_table(&p->body, r, &links, p->lang);
    np_result_free(r);
}

void make_methods(struct page *p)
{
    struct np_result *r = np_result_new("indicators", method_columns);

    page_begin(p, p->zh ? NP_S("方法: 指标、公式与出处") : NP_S("Methods: indicators, formulas, sources"));
    for (const struct np_indicator *i = np_indicators; i->name; i++)
        add_method(r, i->name, np_word(np_slice_of(i->name), p->zh), i->unit, i->direction, i->formula,
                   i->source, p->zh);
    put_group(p, "Families", "专利族指标", r, true);
    for (size_t g = 0; g < sizeof groups / sizeof *groups; g++) {
        r = np_result_new("measures", method_columns);
        for (const struct np_measure *m = groups[g].measures; m->name; m++)
            add_method(r, m->name, np_slice_of(p->zh ? m->zh : m->en), m->unit, m->direction,
                       m->formula, m->source, p->zh);
        put_group(p, groups[g].en, groups[g].zh, r, false);
    }
    page_end(p);
}
