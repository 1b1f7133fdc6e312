/* page_overview.c -- the plan at a glance: how much is known, the plan's own counters, four fields with
 * their subfields as a heat table, the best portfolios and what asks for attention.
 */
#include "page.h"

#include <nanopat/report.h>

#include <math.h>
#include <string.h>

/* ---- the city ---- */

static void put_counters(struct page *p, const struct np_result *city)
{
    static const struct { const char *column, *en, *zh; } counters[] = {
        { "valid_inventions", "valid inventions of the city", "有效发明专利族" },
        { "hvp_yes", "high value: yes", "高价值发明: 是" },
        { "hvp_unknown", "high value: not known", "高价值发明: 未获取" },
        { "hvp_per_10000", "high value per 10,000 inhabitants", "每万人口高价值发明专利拥有量" },
        { "enterprises", "enterprises", "企业" },
        { "portfolios_listed", "portfolios on the ranked list", "入选组合" },
    };

    np_buf_puts(&p->body, "<div class=\"counters\">\n");
    for (size_t i = 0; i < sizeof counters / sizeof *counters; i++)
        part_counter(p, "city", city, 0, counters[i].column, counters[i].en, counters[i].zh);
    np_buf_puts(&p->body, "</div>\n");
}

static struct np_slice text_of(const struct np_result *r, size_t row, const char *column)
{
    int at = np_result_column(r, column);

    return at >= 0 && r->rows.v[row][at].set ? r->rows.v[row][at].text : NP_EMPTY;
}

static struct np_slice title_of(struct page *p, const struct np_result *city)
{
    struct np_slice name = city && city->rows.n ? text_of(city, 0, "city") : NP_EMPTY;

    if (!name.n)
        return p->zh ? NP_S("纳米新材料专利总览") : NP_S("Patents of nano new materials");
    return np_arena_printf(p->arena, p->zh ? "%.*s纳米新材料专利总览" : "Patents of nano new materials: %.*s",
                           NP_ARG(name));
}

/* ---- what is known ---- */

static void put_share(struct page *p, const struct np_result *known, const char *column,
                      const char *en, const char *zh)
{
    int at = np_result_column(known, column);
    struct np_buf address = { 0 };

    if (at < 0 || !known->rows.v[0][at].set)
        return;
    link_to(p, &address, "q", NP_S("data-coverage"));
    np_buf_printf(&p->body, "%s <a href=\"%s\">%.1f %%</a>, ", p->zh ? zh : en, np_buf_cstr(&address),
                  100 * known->rows.v[0][at].real);
    np_buf_release(&address);
}

/* Of what share of families the claims, citations and status are known: the first thing to read. */
static void put_known(struct page *p)
{
    struct np_result *known = NULL;
    struct np_condition all = { "code", NP_IS, NP_S("all") };
    int low, n;

    if (np_ask(p->site->store, np_question_find("data-coverage"), &all, 1, NULL, 1, &known, &p->err) == NP_OK) {
        low = np_result_column(known, "low");
        n = np_result_column(known, "families");
        np_buf_printf(&p->body, "<p class=\"%s\" role=\"note\">",
                      low >= 0 && known->rows.v[0][low].i ? "warning" : "lead");
        page_say(p, "Data quality: ", "数据质量: ");
        put_share(p, known, "status_known", "legal status known of", "法律状态已知");
        put_share(p, known, "citations_known", "citations of", "引文已知");
        put_share(p, known, "claims_known", "claims of", "权利要求已知");
        np_buf_printf(&p->body, p->zh ? "共 %lld 个专利族。" : "in all %lld families.",
                      n < 0 ? 0 : (long long)known->rows.v[0][n].i);
        np_buf_puts(&p->body, "</p>\n");
    }
    np_result_free(known);
}

/* ---- the heat table ---- */

struct plan {
    struct page *page;
    const struct np_result *whole, *view;
    double *most; /* by column of the view */
};

/* Counts span orders of magnitude: shaded by their logarithm. Shares as they are. */
static double shade_value(const struct np_column *column, const struct np_cell *cell)
{
    double value = column->kind == NP_CELL_INT ? (double)cell->i : cell->real;

    return value <= 0 ? 0 : column->kind == NP_CELL_INT ? log1p(value) : value;
}

static bool is_shaded(const char *column)
{
    static const char *const shaded[] = { "families", "active", "granted", "enterprises", "entrants",
                                          "growth", "local_share" };

    for (size_t i = 0; i < sizeof shaded / sizeof *shaded; i++)
        if (strcmp(column, shaded[i]) == 0)
            return true;
    return false;
}

static int shade(void *ctx, size_t row, size_t column)
{
    const struct plan *plan = ctx;
    const struct np_column *c = &plan->view->columns[column];
    double most = plan->most[column];

    if (!is_shaded(c->name))
        return -1;
    return most <= 0 ? 0 : (int)(9 * shade_value(c, &plan->view->rows.v[row][column]) / most);
}

static bool cell_link(void *ctx, size_t row, size_t column, struct np_buf *address)
{
    const struct plan *plan = ctx;

    return cell_address(plan->page, "subfields", plan->whole, row, plan->view->columns[column].name,
                        address);
}

static bool heading_link(void *ctx, size_t column, struct np_buf *address, char *order)
{
    const struct plan *plan = ctx;
    const char *name = plan->view->columns[column].name;
    struct link link = link_to(plan->page, address, "q", NP_S("subfields"));

    (void)order;
    link_add(&link, "order", np_arena_printf(plan->page->arena, "%s%s", column < 2 ? "" : "-", name));
    return true;
}

static void find_most(struct plan *plan)
{
    const struct np_result *view = plan->view;

    plan->most = np_arena_zalloc(plan->page->arena, (view->ncolumns + 1) * sizeof *plan->most);
    for (size_t i = 0; i < view->rows.n; i++)
        for (size_t c = 0; c < view->ncolumns; c++)
            if (is_shaded(view->columns[c].name) && view->rows.v[i][c].set)
                plan->most[c] = fmax(plan->most[c], shade_value(&view->columns[c], &view->rows.v[i][c]));
}

static const struct np_column taxonomy_columns[] = {
    { "code", NP_CELL_TEXT, "", "", "", "" }, { "field_zh", NP_CELL_TEXT, "", "", "", "" },
    { "field_en", NP_CELL_TEXT, "", "", "", "" }, { 0 }
};

static struct np_slice field_of(const struct page *p, const struct np_result *taxonomy, struct np_slice code)
{
    for (size_t i = 0; i < taxonomy->rows.n; i++)
        if (np_slice_eq(taxonomy->rows.v[i][0].text, code))
            return taxonomy->rows.v[i][p->zh ? 1 : 2].text;
    return NP_EMPTY;
}

static void put_rows(struct page *p, const struct plan *plan, const struct html_links *links)
{
    struct np_result *taxonomy = np_result_new("taxonomy", taxonomy_columns);
    struct np_slice field = NP_EMPTY, next;

    np_store_select(p->site->store, "v_subfields_taxonomy", NULL, 0, "subfield", -1, taxonomy, NULL);
    for (size_t i = 0; i < plan->view->rows.n; i++) {
        next = field_of(p, taxonomy, text_of(plan->whole, i, "code"));
        if (!np_slice_eq(next, field))
            html_table_group(&p->body, plan->view, next);
        field = next;
        html_table_row(&p->body, plan->view, i, links, p->lang);
    }
    np_result_free(taxonomy);
}

static void put_plan(struct page *p)
{
    struct np_result *whole = NULL;
    struct plan plan = { .page = p };
    struct html_links links = { .ctx = &plan, .cell = cell_link, .heading = heading_link, .shade = shade };
    struct np_err err = { 0 };

    part_title(p, "The plan's four fields and their subfields", "规划四大领域各子领域");
    if (np_ask(p->site->store, np_question_find("subfields"), NULL, 0, NULL, -1, &whole, &err) < 0) {
        part_failed(p, &err);
        np_result_free(whole);
        return;
    }
    plan.whole = whole;
    plan.view = np_sheet_view(whole, p->zh ? "code code_zh families active granted enterprises entrants growth "
                                             "local_share local_rank local_rta"
                                           : "code code_en families active granted enterprises entrants growth "
                                             "local_share local_rank local_rta", p->zh);
    find_most(&plan);
    html_table_head(&p->body, plan.view, &links, p->lang);
    put_rows(p, &plan, &links);
    html_table_end(&p->body);
    np_buf_puts(&p->body, "<p class=\"muted\">");
    page_say(p, "The deeper the shade, the more: counts by their logarithm, shares as they are. Each number leads "
                "to the families that it counts, each subfield to its evidence.",
             "底色越深数值越大(数量按对数, 份额按原值)。点击数字可查看其所计专利族, 点击子领域可查看依据。");
    np_buf_puts(&p->body, "</p>\n");
    np_result_free((struct np_result *)plan.view);
    np_result_free(whole);
}

/* ---- what comes first ---- */

static void put_best(struct page *p)
{
    static const struct part best = {
        .question = "portfolios", .most = 10, .en = "The best portfolios", .zh = "领先专利组合",
        .read_en = "rank enterprise subfield subfield_en score families active core top10_share",
        .read_zh = "rank enterprise subfield subfield_zh score families active core top10_share",
    };

    part_list(p, &best);
}

/* -1: it cannot be asked. */
static int64_t count_rows(struct page *p, const char *question, const char *where)
{
    struct np_portion none = { 0, 0 };
    struct np_condition condition;
    struct np_result *r = NULL;
    int64_t total = 0;
    enum np_status status;

    if (where && np_condition_read(np_slice_of(where), p->arena, &condition, NULL) != NP_OK)
        np_panic("'%s' is no condition", where);
    status = np_ask_portion(p->site->store, np_question_find(question), &condition, where ? 1 : 0, NULL, none,
                            &total, &r, NULL);
    np_result_free(r);
    return status < 0 ? -1 : total;
}

static void put_areas(struct page *p)
{
    static const struct part areas = {
        .question = "areas", .most = 20, .en = "Priority areas of the plan", .zh = "规划重点方向",
        .read_en = "en families active granted enterprises entrants growth local_share local_rank local_rta gap",
        .read_zh = "zh families active granted enterprises entrants growth local_share local_rank local_rta gap",
    };

    part_list(p, &areas);
}

static void put_attention(struct page *p)
{
    static const struct { const char *question, *where, *en, *zh; } rows[] = {
        { "alerts", NULL, "alerts", "预警" },
        { "overseas-gaps", "days_left>=0", "markets missing, the door still open", "海外缺口(期限未过)" },
        { "risks", NULL, "rights of others near ours", "他人权利临近(风险)" },
        { "leads", NULL, "enforcement leads", "维权线索" },
        { "standard-candidates", NULL, "candidates for standards", "标准候选" },
        { "rejects", NULL, "documents that could not be read", "未能读取的文献" },
    };

    part_title(p, "What asks for attention", "需要关注");
    np_buf_puts(&p->body, "<div class=\"counters\">\n");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t total = count_rows(p, rows[i].question, rows[i].where);
        struct link link;

        if (total < 0)
            continue;
        np_buf_puts(&p->body, "<div class=\"counter\"><b><a href=\"");
        link = link_to(p, &p->body, "q", np_slice_of(rows[i].question));
        if (rows[i].where)
            link_add(&link, "where", np_slice_of(rows[i].where));
        np_buf_printf(&p->body, "\">%lld</a></b><span>", (long long)total);
        page_say(p, rows[i].en, rows[i].zh);
        np_buf_puts(&p->body, "</span></div>\n");
    }
    np_buf_puts(&p->body, "</div>\n");
}

void make_overview(struct page *p)
{
    struct np_result *city = NULL;
    struct np_err err = { 0 };
    bool known = np_ask(p->site->store, np_question_find("city"), NULL, 0, NULL, 1, &city, &err) == NP_OK;

    page_begin(p, title_of(p, city));
    put_known(p);
    if (known)
        put_counters(p, city);
    np_result_free(city);
    put_plan(p);
    put_areas(p);
    put_best(p);
    put_attention(p);
    page_end(p);
}
