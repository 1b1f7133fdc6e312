/* page_portfolio.c -- one portfolio: where it stands in its subfield, its years, markets and families.
 *
 * Charts and families stand first, for readers of paper too; the evidence of each number follows on the
 * screen alone.
 */
#include "profile.h"

#include <nanopat/explain.h>

struct portfolio {
    struct page *page;
    const struct np_result *row; /* of the question `portfolios`: one */
    struct np_slice key;
};

static struct np_slice text_of(const struct portfolio *f, const char *column)
{
    return profile_text(f->row, 0, column);
}

static struct np_slice subfield_of(const struct portfolio *f)
{
    return np_arena_printf(f->page->arena, "%.*s %.*s", NP_ARG(text_of(f, "subfield")),
                           NP_ARG(text_of(f, f->page->zh ? "subfield_zh" : "subfield_en")));
}

/* ---- what it is ---- */

static void put_lead(const struct portfolio *f)
{
    struct page *p = f->page;
    struct np_slice place = text_of(f, "district");
    const struct np_cell *listed = profile_cell(f->row, 0, "listed");

    np_buf_puts(&p->body, "<p>");
    page_link(p, "enterprise", text_of(f, "enterprise_key"), text_of(f, "enterprise"));
    np_buf_puts(&p->body, " · ");
    page_link(p, "subfield", text_of(f, "subfield"), subfield_of(f));
    place = place.n ? place : text_of(f, "city");
    if (place.n) {
        np_buf_puts(&p->body, " · ");
        html_text(&p->body, place);
    }
    if (listed) {
        np_buf_printf(&p->body, " <span class=\"tag %s\">", listed->i ? "in-force" : "dead");
        page_say(p, listed->i ? "on the ranked list" : "not on the ranked list", listed->i ? "入选" : "未入选");
        np_buf_puts(&p->body, "</span>");
    }
    np_buf_puts(&p->body, "</p>\n");
}

static void put_counters(const struct portfolio *f)
{
    static const struct { const char *column, *en, *zh; } counters[] = {
        { "rank", "rank", "排名" }, { "rank_in_subfield", "rank in the subfield", "子领域内排名" },
        { "score", "portfolio score, 0–100", "组合得分(0–100)" }, { "families", "families", "专利族" },
        { "active", "active", "有效或在审" }, { "granted", "in force", "授权有效" },
        { "pai", "Patent Asset Index", "专利资产指数PAI" }, { "quality", "quality, mean TR", "质量(平均TR)" },
    };

    np_buf_puts(&f->page->body, "<div class=\"counters\">\n");
    for (size_t i = 0; i < sizeof counters / sizeof *counters; i++)
        part_counter(f->page, "portfolios", f->row, 0, counters[i].column, counters[i].en, counters[i].zh);
    np_buf_puts(&f->page->body, "</div>\n");
}

/* ---- charts ---- */

static void put_charts(const struct portfolio *f)
{
    struct page *p = f->page;
    struct profile profile = { p, "portfolio", f->key };
    struct plane_part plane = {
        .question = "portfolios", .is = { "subfield", NP_IS, text_of(f, "subfield") }, .label = "enterprise",
        .here = f->key, .title_en = "Size and quality among the portfolios of the subfield",
        .title_zh = "规模与质量: 同子领域各组合", .what_en = "Portfolio", .what_zh = "组合",
        .here_en = "this portfolio", .here_zh = "本组合",
    };

    np_buf_puts(&p->body, "<div class=\"cards charts\">\n");
    profile_plane(p, &plane);
    profile_markets(&profile);
    profile_filings(&profile);
    profile_life(&profile);
    np_buf_puts(&p->body, "</div>\n");
}

/* ---- families ---- */

/* A portfolio that is split is the families of its parts. */
static void put_families(const struct portfolio *f)
{
    const char *option = profile_cell(f->row, 0, "split") ? "part-of" : "portfolio";
    const struct part lists[] = {
        { .question = "portfolio-families", .option = option, .value = f->key, .where = "role=core",
          .order = "-hv family", .most = 20, .en = "Core families", .zh = "核心专利族",
          .read_en = "title family hv competitive_impact status* filing",
          .read_zh = "title family hv competitive_impact status* filing" },
        { .question = "portfolio-families", .option = option, .value = f->key, .where = "role=satellite",
          .order = "-hv family", .most = 20, .en = "Satellite families", .zh = "外围专利族",
          .read_en = "title family hv competitive_impact status* filing",
          .read_zh = "title family hv competitive_impact status* filing" },
        { .question = "portfolio-families", .option = option, .value = f->key, .where = "role=inactive",
          .order = "-hv family", .most = 20, .en = "Families no longer active", .zh = "已失效专利族",
          .read_en = "title family hv status* filing", .read_zh = "title family hv status* filing" },
    };

    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        part_list(f->page, &lists[i]);
}

/* ---- the page ---- */

static void put_portfolio(const struct portfolio *f, const struct np_explanation *explained)
{
    struct page *p = f->page;

    page_begin(p, np_arena_printf(p->arena, "%.*s · %.*s", NP_ARG(text_of(f, "enterprise")),
                                  NP_ARG(subfield_of(f))));
    put_lead(f);
    profile_warnings(p, f->row);
    put_counters(f);
    put_charts(f);
    put_families(f);
    profile_evidence(p, explained, "explain_families");
    page_end(p);
}

void make_portfolio(struct page *p)
{
    struct np_slice key = p->address.rest;
    struct np_condition is = { "key", NP_IS, key };
    struct np_explanation *explained = NULL;
    struct np_result *row = NULL;

    if (!subject_explain(p, np_arena_printf(p->arena, "portfolio:%.*s", NP_ARG(key)), &explained))
        return;
    if (page_got(p, np_ask(p->site->store, np_question_find("portfolios"), &is, 1, NULL, 1, &row, &p->err))) {
        struct portfolio f = { p, row, key };

        if (row->rows.n)
            put_portfolio(&f, explained);
        else
            make_subject(p);
    }
    np_result_free(row);
    np_explanation_free(explained);
}
