/* page_enterprise.c -- one enterprise: its tier and why, its place among its like, years, markets,
 * portfolios and families.
 */
#include "profile.h"

#include <nanopat/explain.h>

struct enterprise {
    struct page *page;
    const struct np_result *row; /* of the question `enterprises`: one */
    struct np_slice key;
};

static struct np_slice text_of(const struct enterprise *f, const char *column)
{
    return profile_text(f->row, 0, column);
}

static struct np_slice in_language(const struct enterprise *f, const char *zh, const char *en)
{
    return text_of(f, f->page->zh ? zh : en);
}

/* ---- what it is ---- */

static void put_lead(const struct enterprise *f)
{
    struct page *p = f->page;
    struct np_slice city = in_language(f, "city", "city_en"), district = in_language(f, "district", "district_en");
    struct np_slice class = text_of(f, "class");

    np_buf_puts(&p->body, "<p>");
    html_text(&p->body, city.n ? city : text_of(f, "country"));
    html_words(&p->body, city.n && district.n ? " " : "");
    html_text(&p->body, district);
    if (class.n) {
        np_buf_puts(&p->body, " · ");
        page_link(p, "subfield", class,
                  np_arena_printf(p->arena, "%.*s %.*s", NP_ARG(class),
                                  NP_ARG(in_language(f, "class_zh", "class_en"))));
    }
    if (text_of(f, "tier").n) {
        np_buf_puts(&p->body, " <span class=\"tag in-force\">");
        html_text(&p->body, in_language(f, "tier_zh", "tier_en"));
        np_buf_puts(&p->body, "</span>");
    }
    np_buf_puts(&p->body, "</p>\n");
}

static void put_fact(const struct enterprise *f, const char *en, const char *zh, struct np_slice text)
{
    struct np_buf *b = &f->page->body;

    if (!text.n)
        return;
    np_buf_puts(b, "<dt>");
    page_say(f->page, en, zh);
    np_buf_puts(b, "</dt><dd>");
    html_text(b, text);
    np_buf_puts(b, "</dd>\n");
}

/* Why the tier, and what leads to the next one. */
static void put_tier(const struct enterprise *f)
{
    np_buf_puts(&f->page->body, "<dl class=\"facts\">\n");
    put_fact(f, "Why this tier", "层级依据", in_language(f, "why_zh", "why_en"));
    put_fact(f, "For the next", "下一层级条件", in_language(f, "next_zh", "next_en"));
    put_fact(f, "What helps", "培育建议", in_language(f, "step_zh", "step_en"));
    put_fact(f, "Names in documents", "文献中的名称", text_of(f, "names"));
    put_fact(f, "Address", "地址", text_of(f, "address"));
    np_buf_puts(&f->page->body, "</dl>\n");
}

static void put_counters(const struct enterprise *f)
{
    static const struct { const char *column, *en, *zh; } counters[] = {
        { "pai_rank_in_city", "rank in its city by PAI", "城市内PAI排名" }, { "families", "families", "专利族" },
        { "active", "active", "有效或在审" }, { "granted", "in force", "授权有效" },
        { "hvp_yes", "high-value inventions", "高价值发明专利" },
        { "pai", "Patent Asset Index", "专利资产指数PAI" }, { "quality", "quality, mean TR", "质量(平均TR)" },
        { "best_score", "best portfolio score", "最高组合得分" },
    };

    np_buf_puts(&f->page->body, "<div class=\"counters\">\n");
    for (size_t i = 0; i < sizeof counters / sizeof *counters; i++)
        part_counter(f->page, "enterprises", f->row, 0, counters[i].column, counters[i].en, counters[i].zh);
    np_buf_puts(&f->page->body, "</div>\n");
}

/* ---- charts ---- */

static void put_charts(const struct enterprise *f)
{
    struct page *p = f->page;
    struct profile profile = { p, "owner", f->key };
    struct plane_part plane = {
        .question = "enterprises", .is = { "class", NP_IS, text_of(f, "class") }, .label = "name",
        .here = f->key, .title_en = "Size and quality among enterprises with this main subfield",
        .title_zh = "规模与质量: 主要子领域相同的企业", .what_en = "Enterprise", .what_zh = "企业",
        .here_en = "this enterprise", .here_zh = "本企业",
    };

    np_buf_puts(&p->body, "<div class=\"cards charts\">\n");
    if (text_of(f, "class").n)
        profile_plane(p, &plane);
    profile_markets(&profile);
    profile_filings(&profile);
    profile_life(&profile);
    np_buf_puts(&p->body, "</div>\n");
}

/* ---- lists ---- */

static void put_lists(const struct enterprise *f)
{
    const struct part lists[] = {
        { .question = "portfolios", .option = "owner", .value = f->key, .order = "rank -active key", .most = 20,
          .en = "Its portfolios", .zh = "所有组合",
          .read_en = "rank subfield subfield_en score families active granted pai quality core rta",
          .read_zh = "rank subfield subfield_zh score families active granted pai quality core rta" },
        { .question = "families", .option = "owner", .value = f->key, .where = "core=yes", .order = "-hv key",
          .most = 15, .en = "Core families", .zh = "核心专利族",
          .read_en = "title key subfield_en hv status* filing remaining_years fwd_cits5 hvp*",
          .read_zh = "title key subfield_zh hv status* filing remaining_years fwd_cits5 hvp*" },
        { .question = "families", .option = "owner", .value = f->key, .where = "core!=yes", .order = "-hv key",
          .most = 15, .en = "Satellite and other families", .zh = "外围及其他专利族",
          .read_en = "title key subfield_en hv status* filing remaining_years fwd_cits5 hvp*",
          .read_zh = "title key subfield_zh hv status* filing remaining_years fwd_cits5 hvp*" },
        { .question = "overseas-gaps", .option = "owner", .value = f->key, .where = "door!=closed",
          .order = "urgency -hv key", .most = 10, .en = "Markets that are still open to core families",
          .zh = "核心专利族仍可进入的市场", .read_en = "title market@ door* until days_left",
          .read_zh = "title market@ door* until days_left" },
        { .question = "risks", .option = "owner", .value = f->key, .most = 10,
          .en = "Rights of others near its own", .zh = "他人权利临近(风险)",
          .read_en = "market@ risk title owners xy remaining list*",
          .read_zh = "market@ risk title owners xy remaining list*" },
        { .question = "leads", .option = "owner", .value = f->key, .most = 10,
          .en = "Enforcement leads (leads, no more)", .zh = "维权线索(仅为线索)",
          .read_en = "title their_title their_owners because* published",
          .read_zh = "title their_title their_owners because* published" },
    };

    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        part_list(f->page, &lists[i]);
}

/* ---- the page ---- */

static void put_enterprise(const struct enterprise *f, const struct np_explanation *explained)
{
    struct page *p = f->page;

    page_begin(p, text_of(f, "name"));
    put_lead(f);
    profile_warnings(p, f->row);
    put_counters(f);
    put_tier(f);
    put_charts(f);
    put_lists(f);
    profile_evidence(p, explained, "explain_portfolios");
    page_end(p);
}

void make_enterprise(struct page *p)
{
    struct np_slice key = p->address.rest;
    struct np_condition is = { "key", NP_IS, key };
    struct np_explanation *explained = NULL;
    struct np_result *row = NULL;

    if (!subject_explain(p, np_arena_printf(p->arena, "enterprise:%.*s", NP_ARG(key)), &explained))
        return;
    if (page_got(p, np_ask(p->site->store, np_question_find("enterprises"), &is, 1, NULL, 1, &row, &p->err))) {
        struct enterprise f = { p, row, key };

        if (row->rows.n)
            put_enterprise(&f, explained);
        else
            make_subject(p);
    }
    np_result_free(row);
    np_explanation_free(explained);
}
