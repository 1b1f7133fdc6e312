/* explain_sets.c -- portfolios, enterprises, subfields, the city: every number of their row. */
#include "explaining.h"

static void add_view(struct explaining *e, const char *name, const char *view,
                     const struct np_column *columns, const struct np_condition *is, size_t n,
                     const char *order, int64_t limit, const char *en, const char *zh)
{
    add_table(e, select_rows(e, name, view, columns, is, n, order, limit), en, zh);
}

static void add_number_line(struct explaining *e, const struct np_result *r, const char *name,
                            const char *unit)
{
    double value = cell_number(r, 0, name);
    struct np_cell *row = add_row(e, "head", "", np_slice_of(name));

    np_cell_real(&row[X_VALUE], value);
    set_text(e, row, X_UNIT, np_slice_of(unit));
    if (isnan(value))
        set_text(e, row, X_REASON, NP_S("no_data"));
}

/* Clauses of a list, "; " between, each a row. */
static void add_clauses(struct explaining *e, const char *of, const char *item,
                        struct np_slice clauses)
{
    while (clauses.n) {
        size_t end = np_slice_find(clauses, NP_S("; "));
        struct np_cell *row = add_row(e, "raise", of, np_slice_of(item));

        set_text(e, row, X_TEXT, np_slice_sub(clauses, 0, end));
        set_form(e, row, FORM_WORDS);
        clauses = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(clauses, end + 2, clauses.n);
    }
}

static struct np_slice subfield_line(struct explaining *e, const struct np_result *r,
                                     const char *column)
{
    struct np_slice zh = np_arena_printf(e->arena, "%s_zh", column);
    struct np_slice en = np_arena_printf(e->arena, "%s_en", column);

    if (!cell_text(r, 0, column).n)
        return NP_EMPTY;
    return np_arena_printf(e->arena, "%.*s %.*s / %.*s", NP_ARG(cell_text(r, 0, column)),
                           NP_ARG(cell_text(r, 0, zh.p)), NP_ARG(cell_text(r, 0, en.p)));
}

/* ---- portfolios ---- */

static const struct np_column member_columns[] = {
    { "family", NP_CELL_TEXT, "", "Family", "专利族", "" },
    { "role", NP_CELL_TEXT, "", "Role", "角色", "" },
    { "hv", NP_CELL_REAL, "0..100", "High-value score", "高价值得分", "" },
    { "status", NP_CELL_TEXT, "", "Status", "法律状态", "" },
    { "reference", NP_CELL_TEXT, "", "Reference member", "参照成员", "" },
    { "filing", NP_CELL_DATE, "", "Filing", "申请日", "" },
    { "competitive_impact", NP_CELL_REAL, "index", "Competitive impact", "竞争影响力CI", "" },
    { "joined_by", NP_CELL_TEXT, "", "Joined to others by", "关联依据", "" },
    { "title", NP_CELL_TEXT, "", "Title", "标题", "" },
    { 0 }
};

static const struct np_column part_columns[] = {
    { "rank", NP_CELL_INT, "", "Rank", "排名", "" },
    { "part", NP_CELL_TEXT, "", "Part", "部分", "" },
    { "score", NP_CELL_REAL, "0..100", "Score", "组合得分", "" },
    { "families", NP_CELL_INT, "families", "Families", "专利族数", "" },
    { "active", NP_CELL_INT, "families", "Active", "有效或在审", "" },
    { "theme", NP_CELL_TEXT, "", "Most shared symbol", "主题分类号", "" },
    { "theme_title", NP_CELL_TEXT, "", "Title of its core family", "核心专利名称", "" },
    { "missing", NP_CELL_TEXT, "", "Missing for the list", "未入选原因", "" },
    { "key", NP_CELL_TEXT, "", "Portfolio", "组合", "" },
    { 0 }
};

static const struct np_column peer_columns[] = {
    { "rank", NP_CELL_INT, "", "Rank", "排名", "" },
    { "enterprise", NP_CELL_TEXT, "", "Enterprise", "企业", "" },
    { "subfield", NP_CELL_TEXT, "", "Subfield", "子领域", "" },
    { "score", NP_CELL_REAL, "0..100", "Score", "组合得分", "" },
    { "pai", NP_CELL_REAL, "index", "Patent Asset Index", "专利资产指数PAI", "" },
    { "active", NP_CELL_INT, "families", "Active", "有效或在审", "" },
    { "key", NP_CELL_TEXT, "", "Portfolio", "组合", "" },
    { 0 }
};

static void add_tier(struct explaining *e, struct np_slice enterprise)
{
    struct np_result *r = ask_one(e, "enterprises", "key", NP_IS, enterprise);

    if (r)
        add_head(e, "tier", FORM_WORDS, cell_text(r, 0, "tier"));
    np_result_free(r);
}

static void add_portfolio_head(struct explaining *e, const struct np_result *r)
{
    bool listed = cell_number(r, 0, "listed") > 0;
    struct np_cell *row;

    add_head(e, "portfolio", FORM_NAME, cell_text(r, 0, "key"));
    add_head(e, "enterprise", FORM_NAME, cell_text(r, 0, "enterprise"));
    add_head(e, "subfield", FORM_PAIR, subfield_line(e, r, "subfield"));
    add_number_line(e, r, "score", "0..100");
    row = e->out->rows->rows.v[e->out->rows->rows.n - 1];
    if (listed)
        set_text(e, row, X_TEXT,
                 np_arena_printf(e->arena, "coverage %.2f", cell_number(r, 0, "coverage")));
    else
        set_text(e, row, X_REASON, NP_S("not_applicable"));
    set_form(e, row, FORM_WORDS);
    add_head(e, "listed", FORM_WORDS, listed ? NP_S("yes") : NP_S("no"));
    add_head(e, "missing", FORM_WORDS, cell_text(r, 0, "missing"));
    add_head(e, "warnings", FORM_WORDS, cell_text(r, 0, "warnings"));
    add_head(e, "part_of", FORM_NAME, cell_text(r, 0, "part_of"));
    add_head(e, "consortium", FORM_NAME, cell_text(r, 0, "consortium"));
    add_head(e, "members_of_consortium", FORM_NAME, cell_text(r, 0, "members"));
    add_head(e, "theme", FORM_NAME, cell_text(r, 0, "theme"));
    add_head(e, "theme_title", FORM_NAME, cell_text(r, 0, "theme_title"));
    add_number_line(e, r, "rank", "");
    add_number_line(e, r, "rank_in_subfield", "");
    add_number_line(e, r, "rank_in_city", "");
    add_tier(e, cell_text(r, 0, "enterprise_key"));
}

/* Listed portfolios of the same field of the plan: "3." of "3.2". */
static void add_peers(struct explaining *e, const struct np_result *r)
{
    struct np_slice code = cell_text(r, 0, "subfield");
    const struct np_condition is[] = {
        { "subfield", NP_BEGINS, np_slice_sub(code, 0, np_slice_find(code, NP_S(".")) + 1) },
        { "listed", NP_IS, NP_S("1") },
    };

    add_view(e, "explain_peers", "v_portfolios", peer_columns, is, 2, "rank key", -1,
             "Listed portfolios of the field: the peers", "同领域入选组合(比较对象)");
}

static void explain_portfolio_row(struct explaining *e, const struct np_result *r)
{
    static const struct np_measure *const tables[] = { np_holding_measures,
                                                       np_portfolio_measures, NULL };
    static const char *const scores[] = { "score", NULL };
    struct np_condition of = { "portfolio", NP_IS, NP_EMPTY };

    e->kind = "portfolio";
    of.value = e->subject = np_arena_copy(e->arena, cell_text(r, 0, "key"));
    add_portfolio_head(e, r);
    explain_scores(e, "portfolio");
    explain_numbers(e, r, tables);
    add_clauses(e, "listed", "missing", cell_text(r, 0, "missing"));
    explain_gains(e, scores);
    if (cell_number(r, 0, "split") > 0) {
        of.column = "part_of";
        add_view(e, "explain_parts", "v_portfolios", part_columns, &of, 1, "part key", -1,
                 "Its parts", "拆分后的各部分");
    }
    add_view(e, "explain_families", "v_portfolio_families", member_columns, &of, 1, "-hv family",
             -1, "Its families", "组合所含专利族");
    add_peers(e, r);
}

bool explain_portfolio(struct explaining *e, struct np_slice typed)
{
    bool rank = typed.n && typed.n <= 6 && strspn(typed.p, "0123456789") >= typed.n;
    struct np_result *r = ask_one(e, "portfolios", rank ? "rank" : "key", NP_IS, typed);

    if (!r)
        return false;
    explain_portfolio_row(e, r);
    np_result_free(r);
    return true;
}

/* ---- enterprises ---- */

static const struct np_column portfolio_columns[] = {
    { "rank", NP_CELL_INT, "", "Rank", "排名", "" },
    { "subfield", NP_CELL_TEXT, "", "Subfield", "子领域", "" },
    { "listed", NP_CELL_FLAG, "", "Listed", "入选", "" },
    { "score", NP_CELL_REAL, "0..100", "Score", "组合得分", "" },
    { "families", NP_CELL_INT, "families", "Families", "专利族数", "" },
    { "active", NP_CELL_INT, "families", "Active", "有效或在审", "" },
    { "pai", NP_CELL_REAL, "index", "Patent Asset Index", "专利资产指数PAI", "" },
    { "rta", NP_CELL_REAL, "ratio", "Specialisation (RTA)", "相对技术优势RTA", "" },
    { "missing", NP_CELL_TEXT, "", "Missing for the list", "未入选原因", "" },
    { "key", NP_CELL_TEXT, "", "Portfolio", "组合", "" },
    { 0 }
};

static const struct np_column enterprise_columns[] = {
    { "pai_rank_in_city", NP_CELL_INT, "", "Rank in its city by PAI", "城市内PAI排名", "" },
    { "name", NP_CELL_TEXT, "", "Name", "名称", "" },
    { "tier", NP_CELL_TEXT, "", "Tier", "培育层级", "" },
    { "pai", NP_CELL_REAL, "index", "Patent Asset Index", "专利资产指数PAI", "" },
    { "active", NP_CELL_INT, "families", "Active", "有效或在审", "" },
    { 0 }
};

static const struct np_column scheme_columns[] = {
    { "scheme", NP_CELL_TEXT, "", "Scheme", "资质", "" },
    { "result", NP_CELL_TEXT, "", "Result", "结论", "" },
    { "patents", NP_CELL_TEXT, "", "Patents alone", "专利条件", "" },
    { "gives", NP_CELL_TEXT, "", "Points for quantity", "数量得分区间", "" },
    { "class_1", NP_CELL_INT, "rights", "Class I rights in force", "I类知识产权(有效)", "" },
    { "class_1_main", NP_CELL_INT, "rights", "Class I in the main subfield", "主要子领域内I类", "" },
    { "class_2", NP_CELL_INT, "rights", "Class II rights in force", "II类知识产权(有效)", "" },
    { "scheme_en", NP_CELL_TEXT, "", "Scheme, English", "资质(英文)", "" },
    { "scheme_zh", NP_CELL_TEXT, "", "Scheme, Chinese", "资质(中文)", "" },
    { "conditions", NP_CELL_TEXT, "", "Conditions", "各条件(英文)", "" },
    { "conditions_zh", NP_CELL_TEXT, "", "Conditions, Chinese", "各条件", "" },
    { "needs_en", NP_CELL_TEXT, "", "Needs", "尚需(英文)", "" },
    { "needs_zh", NP_CELL_TEXT, "", "Needs, Chinese", "尚需", "" },
    { "candidates", NP_CELL_TEXT, "", "Candidates: tied to the main product", "与主导产品相关的候选", "" },
    { "transferred", NP_CELL_TEXT, "", "Transferred in the last 12 months", "近12个月转移", "" },
    { "sources", NP_CELL_TEXT, "", "Sources", "依据文件", "" },
    { 0 }
};

static void add_enterprise_head(struct explaining *e, const struct np_result *r)
{
    add_head(e, "enterprise", FORM_NAME, cell_text(r, 0, "name"));
    add_head(e, "key", FORM_NAME, cell_text(r, 0, "key"));
    add_head(e, "kind", FORM_WORDS, cell_text(r, 0, "kind"));
    add_head(e, "address", FORM_NAME, cell_text(r, 0, "address"));
    add_head(e, "city", FORM_NAME, cell_text(r, 0, "city"));
    add_head(e, "local", FORM_WORDS, cell_number(r, 0, "local") > 0 ? NP_S("yes") : NP_S("no"));
    add_head(e, "tier", FORM_WORDS, cell_text(r, 0, "tier"));
    add_head(e, "tier_numbers", FORM_WORDS, cell_text(r, 0, "tier_numbers"));
    add_head(e, "class", FORM_PAIR, subfield_line(e, r, "class"));
    add_number_line(e, r, "best_score", "0..100");
    add_number_line(e, r, "pai_rank_in_city", "");
    add_number_line(e, r, "hvp_yes", "families");
    add_number_line(e, r, "hvp_unknown", "families");
    add_head(e, "top_families", FORM_NAME, cell_text(r, 0, "top_families"));
    add_head(e, "warnings", FORM_WORDS, cell_text(r, 0, "warnings"));
}

static void explain_enterprise_row(struct explaining *e, const struct np_result *r)
{
    static const struct np_measure *const tables[] = { np_enterprise_measures,
                                                       np_holding_measures, NULL };
    struct np_condition own = { "enterprise_key", NP_IS, NP_EMPTY };
    struct np_condition city = { "city", NP_IS, cell_text(r, 0, "city") };

    e->kind = "enterprise";
    own.value = e->subject = np_arena_copy(e->arena, cell_text(r, 0, "key"));
    add_enterprise_head(e, r);
    explain_numbers(e, r, tables);
    add_clauses(e, "tier", "next", cell_text(r, 0, "next"));
    explain_library(e, e->subject);
    add_view(e, "explain_schemes", "v_schemes", scheme_columns, &own, 1, "scheme", -1,
             "Enterprise schemes", "企业资质与专利条件");
    add_view(e, "explain_portfolios", "v_portfolios", portfolio_columns, &own, 1, "rank key", -1,
             "Its portfolios", "所有组合");
    if (city.value.n)
        add_view(e, "explain_peers", "v_enterprises", enterprise_columns, &city, 1,
                 "pai_rank_in_city -pai key", 20, "Enterprises of the city", "同城企业");
}

static void add_also(struct explaining *e, const char *kind, struct np_slice key,
                     struct np_slice name)
{
    struct np_cell *row = add_row(e, "also", "", np_slice_of(kind));

    set_text(e, row, X_TEXT, name.n ? name : key);
    set_form(e, row, FORM_NAME);
    set_text(e, row, X_COMMAND,
             np_arena_printf(e->arena, "nanopat explain %.*s",
                             NP_ARG(quoted(e, np_arena_printf(e->arena, "%s:%.*s", kind, NP_ARG(key))))));
}

/* By name, by key, by any of its printed names in part. */
bool explain_enterprise(struct explaining *e, struct np_slice typed)
{
    static const struct { const char *column; enum np_test test; } ways[] = {
        { "name", NP_IS }, { "key", NP_IS }, { "names", NP_CONTAINS },
    };

    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        struct np_result *r = ask_one(e, "enterprises", ways[i].column, ways[i].test, typed);

        if (!r)
            continue;
        explain_enterprise_row(e, r);
        for (size_t k = 1; k < r->rows.n; k++)
            add_also(e, "enterprise", cell_text(r, k, "key"), cell_text(r, k, "name"));
        np_result_free(r);
        return true;
    }
    return false;
}

/* ---- subfields ---- */

static const struct np_column subfield_columns[] = {
    { "code", NP_CELL_TEXT, "", "Subfield", "子领域", "" },
    { "families", NP_CELL_INT, "families", "Families", "专利族数", "" },
    { "growth", NP_CELL_REAL, "per year", "Growth of filings", "申请增长率", "" },
    { "hhi", NP_CELL_REAL, "0..1", "Concentration (HHI)", "集中度HHI", "" },
    { "local_share", NP_CELL_REAL, "0..1", "Share of our city", "本市占比", "" },
    { "local_rank", NP_CELL_INT, "", "Rank of our city", "本市排名", "" },
    { "local_rta", NP_CELL_REAL, "ratio", "Specialisation of our city", "本市RTA", "" },
    { "gap", NP_CELL_FLAG, "", "Gap", "培育缺口", "" },
    { 0 }
};

static void explain_subfield_row(struct explaining *e, const struct np_result *r)
{
    static const struct np_measure *const tables[] = { np_subfield_measures, NULL };
    struct np_condition own = { "subfield", NP_IS, NP_EMPTY };

    e->kind = "subfield";
    own.value = e->subject = np_arena_copy(e->arena, cell_text(r, 0, "code"));
    add_head(e, "subfield", FORM_PAIR, subfield_line(e, r, "code"));
    add_number_line(e, r, "families", "families");
    add_number_line(e, r, "active", "families");
    add_number_line(e, r, "enterprises", "enterprises");
    add_number_line(e, r, "local_share", "0..1");
    add_number_line(e, r, "local_rank", "");
    add_number_line(e, r, "gap", "flag");
    explain_numbers(e, r, tables);
    add_view(e, "explain_portfolios", "v_portfolios", peer_columns, &own, 1, "rank key", 20,
             "Its portfolios, the first 20", "子领域内组合(前20)");
    add_view(e, "explain_peers", "v_subfields", subfield_columns, NULL, 0, NULL, -1,
             "All subfields of the plan", "规划各子领域");
}

bool explain_subfield(struct explaining *e, struct np_slice typed)
{
    struct np_result *r = ask_one(e, "subfields", "code", NP_IS, typed);

    if (!r)
        return false;
    explain_subfield_row(e, r);
    np_result_free(r);
    return true;
}

/* ---- the city ---- */

static const struct np_column area_columns[] = {
    { "area", NP_CELL_TEXT, "", "Area", "重点方向", "" },
    { "zh", NP_CELL_TEXT, "", "Chinese name", "名称", "" },
    { "families", NP_CELL_INT, "families", "Families", "专利族数", "" },
    { "growth", NP_CELL_REAL, "per year", "Growth of filings", "申请增长率", "" },
    { "entrants", NP_CELL_INT, "enterprises", "Entrants within 3 years", "近3年新进入者", "" },
    { "hhi", NP_CELL_REAL, "0..1", "Concentration (HHI)", "集中度HHI", "" },
    { "local_share", NP_CELL_REAL, "0..1", "Share of our city", "本市占比", "" },
    { "local_rank", NP_CELL_INT, "", "Rank of our city", "本市排名", "" },
    { "local_rta", NP_CELL_REAL, "ratio", "Specialisation of our city", "本市RTA", "" },
    { "gap", NP_CELL_FLAG, "", "Gap", "培育缺口", "" },
    { 0 }
};

bool explain_city(struct explaining *e)
{
    static const struct np_measure *const tables[] = { np_city_measures, NULL };
    struct np_result *r = ask_one(e, "city", NULL, NP_IS, NP_EMPTY);
    const struct np_condition gap = { "gap", NP_IS, NP_S("1") };

    if (!r)
        return false;
    e->kind = "city";
    e->subject = np_arena_copy(e->arena, cell_text(r, 0, "city"));
    add_head(e, "city", FORM_NAME, e->subject);
    add_number_line(e, r, "valid_inventions", "families");
    add_number_line(e, r, "hvp_yes", "families");
    add_number_line(e, r, "hvp_unknown", "families");
    add_number_line(e, r, "hvp_per_10000", "per 10,000");
    add_number_line(e, r, "population", "inhabitants");
    explain_numbers(e, r, tables);
    add_view(e, "explain_areas", "v_areas", area_columns, NULL, 0, NULL, -1,
             "Priority areas of the plan", "规划重点方向");
    add_view(e, "explain_gaps", "v_subfields", subfield_columns, &gap, 1, "-growth code", -1,
             "Gaps: subfields that grow while the city is weak", "培育缺口: 全球增长而本市偏弱的子领域");
    np_result_free(r);
    return true;
}
