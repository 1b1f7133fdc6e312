/* page.c -- the frame of every page: head, menu, foot, failures; and the table of pages. */
#include "page.h"

#include "style.h"

#include <stdio.h>
#include <unistd.h>

const struct page_row page_rows[] = {
    { "", "Overview", "总览", make_overview, true },
    { "q", "Lists", "清单", make_questions, false },
    { "family", "Family", "专利族", make_family, false },
    { "publication", "Publication", "专利文献", make_subject, false },
    { "portfolio", "Portfolio", "组合", make_portfolio, false },
    { "enterprise", "Enterprise", "企业", make_enterprise, false },
    { "subfield", "Subfield", "子领域", make_subject, false },
    { "standard", "Standard", "标准", make_subject, false },
    { "lead", "Enforcement lead", "维权线索", make_subject, false },
    { "risk", "Risk", "风险", make_subject, false },
    { "city", "City", "本市", make_subject, true },
    { "methods", "Methods", "方法", make_methods, true },
    { 0 }
};

const struct menu_row menu_rows[] = {
    { "", "", "Overview", "总览" },
    { "q", "portfolios", "Portfolios", "组合排名" },
    { "q", "families", "Families", "专利族" },
    { "q", "enterprises", "Enterprises", "培育清单" },
    { "q", "standard-candidates", "Standards", "标准候选" },
    { "q", "overseas", "Overseas", "海外布局" },
    { "q", "risks", "Risks", "风险" },
    { "q", "alerts", "Alerts", "预警" },
    { "q", "leads", "Enforcement", "维权线索" },
    { "q", "inputs", "Inputs", "数据与批次" },
    { "methods", "", "Methods", "方法" },
    { "q", "", "All lists", "全部清单" },
    { 0 }
};

/* ---- links ---- */

struct link link_to(struct page *p, struct np_buf *b, const char *first, struct np_slice rest)
{
    struct link link = { b, b->n };

    address_put_path(b, first, rest);
    if (p->lang != p->site->lang)
        link_add(&link, "lang", p->zh ? NP_S("zh") : NP_S("en"));
    return link;
}

void link_add(struct link *link, const char *name, struct np_slice value)
{
    if (value.n)
        address_add(link->b, link->from, name, value);
}

void link_same(struct page *p, struct np_buf *b, const char *name, struct np_slice value)
{
    struct link link = { b, b->n };

    address_put_path(b, np_arena_copy(p->arena, p->address.first).p, p->address.rest);
    for (size_t i = 0; i < p->address.parameters.n; i++) {
        const struct parameter *one = &p->address.parameters.v[i];

        if (np_slice_is(one->name, name) || np_slice_is(one->name, "from"))
            continue;
        link_add(&link, np_arena_copy(p->arena, one->name).p, one->value);
    }
    link_add(&link, name, value);
}

void page_link(struct page *p, const char *first, struct np_slice rest, struct np_slice text)
{
    np_buf_puts(&p->body, "<a href=\"");
    link_to(p, &p->body, first, rest);
    np_buf_puts(&p->body, "\">");
    html_text(&p->body, text);
    np_buf_puts(&p->body, "</a>");
}

void page_say(struct page *p, const char *en, const char *zh)
{
    html_words(&p->body, p->zh ? zh : en);
}

/* ---- the frame ---- */

static bool is_here(const struct page *p, const struct menu_row *row)
{
    return np_slice_is(p->address.first, row->first) && np_slice_is(p->address.rest, row->rest);
}

static void put_menu(struct page *p)
{
    struct np_buf *b = &p->body;

    np_buf_puts(b, "<nav class=\"site\">");
    for (const struct menu_row *row = menu_rows; row->first; row++) {
        np_buf_puts(b, "<a href=\"");
        link_to(p, b, row->first, np_slice_of(row->rest));
        np_buf_puts(b, is_here(p, row) ? "\" aria-current=\"page\">" : "\">");
        page_say(p, row->en, row->zh);
        np_buf_puts(b, "</a>\n");
    }
    np_buf_puts(b, "</nav>\n");
}

static void put_languages(struct page *p)
{
    struct np_buf *b = &p->body;

    np_buf_printf(b, "<nav class=\"lang\"><span lang=\"%s\">%s</span> <a lang=\"%s\" href=\"",
                  p->zh ? "zh-CN" : "en", p->zh ? "中文" : "English", p->zh ? "en" : "zh-CN");
    link_same(p, b, "lang", p->zh ? NP_S("en") : NP_S("zh"));
    np_buf_printf(b, "\">%s</a></nav>\n", p->zh ? "English" : "中文");
}

void page_begin(struct page *p, struct np_slice title)
{
    struct np_buf *b = &p->body;

    np_buf_printf(b, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                     "<title>", p->zh ? "zh-CN" : "en");
    html_text(b, title);
    np_buf_puts(b, " · nanopat</title>\n<link rel=\"stylesheet\" href=\"/style.css\">\n</head>\n<body>\n"
                   "<header class=\"site\">\n<a class=\"brand\" href=\"");
    link_to(p, b, "", NP_EMPTY);
    np_buf_puts(b, "\">nanopat</a>\n");
    put_menu(p);
    put_languages(p);
    np_buf_puts(b, "</header>\n<main>\n<h1>");
    html_text(b, title);
    np_buf_puts(b, "</h1>\n");
}

static void put_fact(struct page *p, const char *key)
{
    struct np_slice value;

    if (np_store_meta_get(p->site->store, key, p->arena, &value, NULL) != NP_OK)
        return;
    np_buf_puts(&p->body, "<span>");
    html_text(&p->body, np_label(np_slice_of(key), p->lang));
    np_buf_putc(&p->body, ' ');
    html_text(&p->body, np_slice_sub(value, 0, 12));
    np_buf_puts(&p->body, "</span>\n");
}

void page_end(struct page *p)
{
    np_buf_puts(&p->body, "</main>\n<footer class=\"site\">\n");
    put_fact(p, "as_of");
    put_fact(p, "rules_hash");
    put_fact(p, "scoring_hash");
    np_buf_puts(&p->body, "</footer>\n</body>\n</html>\n");
}

/* ---- failures ---- */

static void put_reason(struct page *p)
{
    static const struct { int status; const char *en, *zh; } reasons[] = {
        { 400, "This cannot be asked so", "无法按此条件查询" },
        { 404, "There is no such page", "没有此页" },
        { 503, "The store cannot answer now", "库暂时无法回答" },
        { 500, "A fault of the program", "程序缺陷" },
    };
    const char *en = "It cannot be shown", *zh = "无法显示";

    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].status == p->status) {
            en = reasons[i].en;
            zh = reasons[i].zh;
        }
    page_begin(p, np_slice_of(p->zh ? zh : en));
}

void page_fail(struct page *p, int status)
{
    np_buf_reset(&p->body);
    p->status = status;
    p->type = "text/html; charset=utf-8";
    put_reason(p);
    if (p->err.what[0]) {
        np_buf_puts(&p->body, "<p class=\"warning\" role=\"alert\">");
        html_words(&p->body, p->err.what);
        if (p->err.code[0])
            np_buf_printf(&p->body, " <span class=\"muted\">%s</span>", p->err.code);
        np_buf_puts(&p->body, "</p>\n");
    }
    np_buf_puts(&p->body, "<p>");
    page_link(p, "", NP_EMPTY, p->zh ? NP_S("回到总览") : NP_S("Back to the overview"));
    np_buf_puts(&p->body, "</p>\n");
    page_end(p);
}

bool page_got(struct page *p, enum np_status status)
{
    if (status == NP_OK || status == NP_END)
        return true;
    page_fail(p, status == NP_STOP ? 503 : 400);
    return false;
}

/* ---- answering ---- */

static const struct page_row *find_page(struct np_slice first)
{
    for (const struct page_row *row = page_rows; row->first; row++)
        if (np_slice_is(first, row->first))
            return row;
    return NULL;
}

static void answer_style(struct page *p)
{
    np_buf_put(&p->body, np_style_css, np_style_css_size);
    p->type = "text/css; charset=utf-8";
    p->lasting = true;
}

void page_answer(struct page *p, struct np_slice target)
{
    const struct page_row *row;
    bool read;

    p->arena = np_arena_new();
    p->fd = -1;
    p->status = 200;
    p->type = "text/html; charset=utf-8";
    p->file = p->location = NP_EMPTY;
    p->lang = p->site->lang;
    read = address_read(target, p->arena, &p->address);
    if (read && np_slice_is(address_value(&p->address, "lang"), "zh"))
        p->lang = NP_LANG_ZH;
    if (read && np_slice_is(address_value(&p->address, "lang"), "en"))
        p->lang = NP_LANG_EN;
    p->zh = p->lang == NP_LANG_ZH;
    if (!read) {
        np_fail(&p->err, NP_FAIL, "the address holds a wrong escape or no UTF-8");
        p->address = (struct address){ .first = NP_EMPTY, .rest = NP_EMPTY };
        page_fail(p, 400);
        return;
    }
    if (np_slice_is(p->address.first, "style.css") && !p->address.rest.n) {
        answer_style(p);
        return;
    }
    row = find_page(p->address.first);
    if (row && !(row->alone && p->address.rest.n))
        row->make(p);
    else
        page_fail(p, 404);
}

void page_release(struct page *p)
{
    if (p->fd >= 0)
        close(p->fd);
    np_buf_release(&p->body);
    np_arena_free(p->arena);
}
