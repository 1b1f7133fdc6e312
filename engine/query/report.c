/* report.c -- reports: questions that become sheets, held together by what the first one lists. */
#include "columns.h"
#include "filters.h"
#include "gaps.h"

#include <nanopat/map.h>
#include <nanopat/report.h>
#include <stdlib.h>

#define COVER(make_, ratio)                                                                     \
    { .make = make_, .en = "Overview", .zh = "概况", .where = NP_SHEET_COVER,                   \
      .read_zh = "section_zh item_zh value " ratio "unit_zh target note_zh",                    \
      .read_en = "section_en item_en value " ratio "unit_en target note_en" }
#define PORTFOLIO_READING(subfield)                                                             \
    "rank enterprise district " subfield " score families active granted pai quality core "    \
    "top10_share overseas_share_granted theme listed missing* warnings*"
#define LISTED_PORTFOLIOS                                                                       \
    .question = "portfolios", .en = "Portfolios", .zh = "组合",                                 \
    .read_zh = PORTFOLIO_READING("subfield subfield_zh"),                                       \
    .read_en = PORTFOLIO_READING("subfield subfield_en")
#define MEASURES_READING                                                                        \
    "subject_kind* subject score* component* value unit* reason* percentile cohort* cohort_n "  \
    "weight points contribution inputs*"

static const struct np_sheet cultivation_sheets[] = {
    { .question = "enterprises", .en = "List", .zh = "清单",
      .read_zh = "# name tier_zh tier_by* class_zh district active hvp_yes top10_families "
                 "overseas_granted pai why_zh next_zh step_zh top_families decided_reason",
      .read_en = "# name tier_en tier_by class_en district_en active hvp_yes top10_families "
                 "overseas_granted pai why_en next_en step_en top_families decided_reason" },
    COVER(np_cover_of_list, ""),
    { LISTED_PORTFOLIOS, .owner = "enterprise_key" },
    { .question = "measures", .en = "Scores explained", .zh = "得分解释", .owner = "subject", .named = true,
      .conditions = { { "subject_kind", NP_IS_NOT, { "family", 6 } } },
      .read_zh = MEASURES_READING, .read_en = MEASURES_READING },
    { .make = np_gaps_of_enterprises, .en = "Data gaps", .zh = "数据缺口",
      .read_zh = "name families without_claims without_citations without_status missing_zh",
      .read_en = "name families without_claims without_citations without_status missing" },
    { .question = "enterprises", .en = "All numbers", .zh = "全部指标", .owner = "key",
      .where = NP_SHEET_BOOK },
    { 0 }
};

static const struct np_sheet portfolio_sheets[] = {
    { LISTED_PORTFOLIOS },
    { .question = "portfolio-families", .en = "Families", .zh = "专利族", .owner = "portfolio",
      .named = true,
      .read_zh = "portfolio reference title role* status* filing hv competitive_impact",
      .read_en = "portfolio reference title role status filing hv competitive_impact" },
    { .question = "portfolios", .en = "All numbers", .zh = "全部指标", .owner = "key",
      .where = NP_SHEET_BOOK },
    { 0 }
};

#define GAPS_READING(market, title) \
    "family " title " " market " door* until days_left until_surcharge enterprise subfield hv priority pct"

static const struct np_sheet overseas_sheets[] = {
    { .question = "overseas-coverage", .en = "Coverage", .zh = "目标市场覆盖",
      .read_zh = "enterprise subfield subfield_zh side* active core coverage coverage_granted markets_covered@ "
                 "markets_absent@ home_only_share peers_coverage peers_above peers",
      .read_en = "enterprise subfield subfield_en side* active core coverage coverage_granted markets_covered "
                 "markets_absent home_only_share peers_coverage peers_above peers" },
    { .question = "overseas", .en = "Market by market", .zh = "市场矩阵", .owner = "portfolio",
      .read_zh = "enterprise subfield market_zh target granted pending dead without peers_there@ peers open_field",
      .read_en = "enterprise subfield market_en target granted pending dead without peers_there peers open_field" },
    { .question = "overseas-gaps", .en = "Open doors", .zh = "布局缺口",
      .read_zh = GAPS_READING("market@", "title"), .read_en = GAPS_READING("market_en", "title_en") },
    { .question = "blocking", .en = "Who blocks whom", .zh = "相互阻挡",
      .read_zh = "enterprise other other_country@ before before_alive behind behind_alive ratio last",
      .read_en = "enterprise other other_country before before_alive behind behind_alive ratio last" },
    { 0 }
};

#define LEADS_READING(market)                                                                   \
    "# enterprise title publication " market " right* status* published granted remaining_years because* " \
    "overlap overlap_by* shared category cited_on their_owners their_countries@ their_address their_title " \
    "their_publication their_status* their_priority their_granted"

#define RISK_READING(market, title)                                                             \
    "enterprise " market " list* risk coverage " title " publication owners owner_countries@ status* expiry "    \
    "overlap overlap_by* xy remaining litigious exposure shared nearest_title category missing*"

static const struct np_sheet risk_sheets[] = {
    { .question = "risks", .en = "Risks", .zh = "风险清单", .read_zh = RISK_READING("market@", "title"),
      .read_en = RISK_READING("market_en", "title_en") },
    { .question = "alerts", .en = "Alerts", .zh = "预警",
      .read_zh = "date alert* due enterprise market@ number other_owners title other_title why* look_zh core",
      .read_en = "date alert* due enterprise market number other_owners title other_title why* look_en core" },
    { .question = "leads", .en = "Enforcement leads", .zh = "维权线索",
      .read_zh = LEADS_READING("market@"), .read_en = LEADS_READING("market_en") },
    { 0 }
};

static const struct np_sheet enforcement_sheets[] = {
    { .question = "leads", .en = "Enforcement leads", .zh = "维权线索",
      .read_zh = LEADS_READING("market@"), .read_en = LEADS_READING("market_en") },
    { .make = np_cover_of_leads, .en = "Overview and reminders", .zh = "概况与法定提示", .where = NP_SHEET_COVER,
      .read_zh = "section_zh item_zh value unit_zh note_zh", .read_en = "section_en item_en value unit_en note_en" },
    { .question = "blocking", .en = "Who blocks whom", .zh = "相互阻挡",
      .read_zh = "enterprise other other_country@ before before_alive behind behind_alive ratio last",
      .read_en = "enterprise other other_country before before_alive behind behind_alive ratio last" },
    { 0 }
};

static const struct np_sheet city_sheets[] = {
    { .question = "city", .en = "City", .zh = "本市指标",
      .read_zh = "city as_of valid_inventions hvp_yes hvp_unknown hvp_share hvp_per_10000 "
                 "enterprises portfolios_listed",
      .read_en = "city as_of valid_inventions hvp_yes hvp_unknown hvp_share hvp_per_10000 "
                 "enterprises portfolios_listed" },
    COVER(np_cover_of_city, "ratio "),
    { .question = "subfields", .en = "Subfields", .zh = "细分领域",
      .read_zh = "code code_zh families active granted enterprises growth local_share local_rank "
                 "local_rta gap foreign_share entrants hhi portfolios_listed",
      .read_en = "code code_en families active granted enterprises growth local_share local_rank "
                 "local_rta gap foreign_share entrants hhi portfolios_listed" },
    { .question = "places", .en = "Districts", .zh = "区县", /* of today: no older code holds any */
      .conditions = { { "local", NP_IS, { "1", 1 } }, { "now", NP_IS, { "", 0 } } },
      .read_zh = "place zh enterprises families_fractional active_fractional share valid_from",
      .read_en = "place en enterprises families_fractional active_fractional share valid_from" },
    { 0 }
};

#define CANDIDATES_READING                                                                      \
    "standard publication title enterprises tier sep coverage cov_idf elem sim_cos rank declared " \
    "party timing ref breadth alive matched quote flags* family"

static const struct np_sheet standard_sheets[] = {
    { .question = "standard-candidates", .en = "All candidates", .zh = "全部候选",
      .read_zh = "# side* list* " CANDIDATES_READING, .read_en = "# side list " CANDIDATES_READING },
    { .question = "standard-candidates", .en = "Ours", .zh = "本市候选", .owner = "key",
      .conditions = { { "side", NP_IS, { "ours", 4 } }, { "list", NP_IS, { "candidate", 9 } } },
      .read_zh = "# " CANDIDATES_READING, .read_en = "# " CANDIDATES_READING },
    { .question = "standard-candidates", .en = "Theirs", .zh = "他人候选", .owner = "key",
      .conditions = { { "side", NP_IS, { "theirs", 6 } }, { "list", NP_IS, { "candidate", 9 } } },
      .read_zh = "# " CANDIDATES_READING, .read_en = "# " CANDIDATES_READING },
    { .question = "standard-candidates", .en = "Prior art risk", .zh = "现有技术风险", .owner = "key",
      .conditions = { { "list", NP_IS, { "prior_art_risk", 14 } } },
      .read_zh = "# side* " CANDIDATES_READING, .read_en = "# side " CANDIDATES_READING },
    { .question = "standard-elements", .en = "Claim charts", .zh = "权利要求对照表", .owner = "key",
      .read_zh = "standard publication element element_text strength clause quote normative shared not_found "
                 "ranges_compared normative_clause officer_note",
      .read_en = "standard publication element element_text strength clause quote normative shared not_found "
                 "ranges_compared normative_clause officer_note" },
    { .question = "standards-layout", .en = "Layout", .zh = "标准布局",
      .read_zh = "subfield subfield_zh standard body near near_ours near_theirs tier_a tier_b tier_c "
                 "holders our_holders drafters our_parties our_active our_absent gap* gap_unknown*",
      .read_en = "subfield subfield_en standard body near near_ours near_theirs tier_a tier_b tier_c "
                 "holders our_holders drafters our_parties our_active our_absent gap* gap_unknown*" },
    { 0 }
};

/* The list is of companies of our city; other owners are asked for by name. */
static const struct np_condition cultivation_defaults[] = {
    { "local", NP_IS, { "1", 1 } }, { "kind", NP_IS, { "company", 7 } }, { NULL, NP_IS, { "", 0 } }
};

static const struct np_condition ours_defaults[] = {
    { "side", NP_IS, { "ours", 4 } }, { NULL, NP_IS, { "", 0 } }
};

const struct np_report np_reports[] = {
    { "cultivation",
      "the cultivation list: companies of our city by tier and class, with reasons and gaps (--local "
      "all, --kind all: others too)",
      "培育清单: 本市企业分级分类、得分解释与数据缺口(--local all、--kind all: 含其他)",
      np_enterprise_filters, "key", cultivation_sheets, cultivation_defaults },
    { "portfolios", "portfolios with their families", "组合及其专利族", np_portfolio_filters,
      "key", portfolio_sheets, NULL },
    { "overseas", "coverage of target markets, market by market, open doors, who blocks whom",
      "海外布局: 目标市场覆盖、市场矩阵、布局缺口与剩余天数、相互阻挡", np_coverage_abroad_filters, "portfolio",
      overseas_sheets, ours_defaults },
    { "risks", "rights of others near ours, alerts, enforcement leads (leads only, no conclusion)",
      "风险清单、预警与维权线索(仅为线索, 不是侵权结论)", np_risk_filters, "key", risk_sheets, NULL },
    { "enforcement", "enforcement leads with reminders of the law: later rights of others near ours in force",
      "维权线索与法定提示: 与本方有效权利相近的他人在后专利", np_lead_filters, "key", enforcement_sheets, NULL },
    { "city", "our city: high-value patents, subfields, districts, the plan's counters",
      "本市: 高价值发明专利、细分领域、区县、计划指标", NULL, "city", city_sheets, NULL },
    { "standards", "candidates for standards, ours and theirs, with claim charts and the layout of subfields",
      "标准必要专利候选: 本市与他人、权利要求对照表、子领域标准布局", np_candidate_filters, "key",
      standard_sheets, NULL },
    { 0 }
};

const struct np_report *np_report_find(const char *name)
{
    for (const struct np_report *r = np_reports; r->name; r++)
        if (strcmp(r->name, name) == 0)
            return r;
    return NULL;
}

/* ---- rows of the first sheet's owners ---- */

static struct np_map *keys_of(const struct np_result *first, const char *column)
{
    struct np_map *keys = np_map_new();
    int at = np_result_column(first, column);

    for (size_t i = 0; at >= 0 && i < first->rows.n; i++)
        if (first->rows.v[i][at].set)
            np_map_put(keys, first->rows.v[i][at].text, (int64_t)i);
    return keys;
}

static bool is_owned(const struct np_map *keys, const struct np_cell *cell)
{
    return cell->set &&
           (np_map_get(keys, cell->text) || np_map_get(keys, np_owner_of(cell->text)));
}

static void keep_owned(struct np_result *result, const char *owner, const struct np_map *keys)
{
    int at = np_result_column(result, owner);
    size_t kept = 0;

    for (size_t i = 0; at >= 0 && i < result->rows.n; i++)
        if (is_owned(keys, &result->rows.v[i][at]))
            result->rows.v[kept++] = result->rows.v[i];
    if (at >= 0)
        result->rows.n = kept;
}

/* ---- sheets ---- */

struct making {
    struct np_store *store;
    const struct np_report *report;
    enum np_report_reader reader;
    bool book;
    struct np_result **sheets;
    size_t n;
};

static enum np_status ask_sheet(struct np_store *store, const struct np_sheet *sheet,
                                const struct np_condition *conditions, size_t n,
                                struct np_result **result, struct np_err *err)
{
    struct np_condition *all = np_calloc(n + 2, sizeof *all);
    enum np_status status;

    if (n)
        memcpy(all, conditions, n * sizeof *all);
    for (size_t i = 0; i < 2 && sheet->conditions[i].column; i++)
        all[n++] = sheet->conditions[i];
    status = np_ask(store, np_question_find(sheet->question), all, n, NULL, -1, result, err);
    free(all);
    return status;
}

static enum np_status fill_sheet(struct making *m, const struct np_sheet *sheet,
                                 const struct np_map *keys, struct np_result **result,
                                 struct np_err *err)
{
    const struct np_result *first = m->sheets[0];
    enum np_status status = sheet->make ? sheet->make(m->store, first, result, err)
                                        : ask_sheet(m->store, sheet, NULL, 0, result, err);

    if (status == NP_OK && sheet->owner)
        keep_owned(*result, sheet->owner, keys);
    if (status == NP_OK && sheet->named && m->reader != NP_READER_PROGRAM)
        status = np_name_subjects(m->store, *result, sheet->owner, first, keys,
                                  m->reader == NP_READER_ZH, err);
    return status;
}

static void name_sheet(struct np_result *result, const struct np_sheet *sheet)
{
    if (result) {
        result->en = sheet->en;
        result->zh = sheet->zh;
    }
}

static bool is_wanted(const struct np_sheet *sheet, enum np_report_reader reader, bool book)
{
    if (sheet->where == NP_SHEET_BOOK)
        return book;
    return sheet->where == NP_SHEET_ALWAYS || reader != NP_READER_PROGRAM;
}

/* What a reader sees of a sheet; the whole is freed. */
static struct np_result *view_of(struct np_result *whole, const struct np_sheet *sheet,
                                 enum np_report_reader reader)
{
    const char *names = reader == NP_READER_ZH ? sheet->read_zh : sheet->read_en;
    struct np_result *view;

    if (!whole || reader == NP_READER_PROGRAM || !names)
        return whole;
    view = np_sheet_view(whole, names, reader == NP_READER_ZH);
    np_result_free(whole);
    return view;
}

/* ---- the report ---- */

static enum np_status fill_first(struct making *m, const struct np_condition *conditions, size_t n,
                                 struct np_err *err)
{
    enum np_status first = ask_sheet(m->store, &m->report->sheets[0], conditions, n,
                                     &m->sheets[0], err);

    if (first < NP_OK)
        return first;
    m->n = 1;
    name_sheet(m->sheets[0], &m->report->sheets[0]);
    return first;
}

static enum np_status fill_others(struct making *m, struct np_err *err)
{
    struct np_map *keys = keys_of(m->sheets[0], m->report->key);
    enum np_status status = NP_OK;

    for (const struct np_sheet *s = m->report->sheets + 1; status == NP_OK && s->en; s++) {
        struct np_result *sheet = NULL;

        if (!is_wanted(s, m->reader, m->book))
            continue;
        status = fill_sheet(m, s, keys, &sheet, err);
        status = status == NP_END ? NP_OK : status;
        name_sheet(sheet, s);
        if (status == NP_OK && sheet)
            m->sheets[m->n++] = view_of(sheet, s, m->reader);
        else
            np_result_free(sheet);
    }
    np_map_free(keys);
    return status;
}

/* A cover stands before the list, for those who read. */
static void put_cover_first(struct making *m)
{
    struct np_result *first = m->sheets[0];

    if (m->reader == NP_READER_PROGRAM || m->n < 2 || m->report->sheets[1].where != NP_SHEET_COVER)
        return;
    m->sheets[0] = m->sheets[1];
    m->sheets[1] = first;
}

static bool has_condition(const struct np_condition *conditions, size_t n, const char *column)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(conditions[i].column, column) == 0)
            return true;
    return false;
}

static bool is_all(const struct np_condition *condition)
{
    return np_slice_is(condition->value, "all") || np_slice_is(condition->value, "全部");
}

/* The caller's, without those that ask for all; then the defaults he says nothing of. */
static size_t settle_conditions(const struct np_report *report,
                                const struct np_condition *conditions, size_t n,
                                struct np_condition *settled)
{
    size_t count = 0;

    for (size_t i = 0; i < n; i++)
        if (!is_all(&conditions[i]))
            settled[count++] = conditions[i];
    for (const struct np_condition *d = report->defaults; d && d->column; d++)
        if (!has_condition(conditions, n, d->column))
            settled[count++] = *d;
    return count;
}

enum { DEFAULTS_MAX = 8, SHEETS_MAX = 16 };

enum np_status np_report_make(struct np_store *store, const struct np_report *report,
                              const struct np_condition *conditions, size_t nconditions,
                              enum np_report_reader reader, bool book, struct np_result ***sheets,
                              size_t *n, struct np_err *err)
{
    struct np_condition *settled = np_calloc(nconditions + DEFAULTS_MAX, sizeof *settled);
    struct making m = { store, report, reader, book, np_calloc(SHEETS_MAX, sizeof *m.sheets), 0 };
    size_t count = settle_conditions(report, conditions, nconditions, settled);
    enum np_status status = fill_first(&m, settled, count, err);

    if (status == NP_OK)
        status = fill_others(&m, err);
    if (status >= NP_OK)
        m.sheets[0] = view_of(m.sheets[0], &report->sheets[0], reader);
    if (status == NP_OK)
        put_cover_first(&m);
    free(settled);
    if (status < NP_OK || !m.sheets[0]) {
        np_report_free(m.sheets, m.n);
        m.sheets = NULL;
        m.n = 0;
    }
    *sheets = m.sheets;
    *n = m.n;
    return status;
}

void np_report_free(struct np_result **sheets, size_t n)
{
    for (size_t i = 0; sheets && i < n; i++)
        np_result_free(sheets[i]);
    free(sheets);
}
