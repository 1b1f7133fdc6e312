/* tables_lists.c -- columns of what officers and vendors know, and where vendors contradict offices. */
#include "rows.h"

#define TEXT(name, en, zh) { name, NP_CELL_TEXT, "", en, zh, "" }
#define DATE(name, en, zh) { name, NP_CELL_DATE, "", en, zh, "" }
#define FLAG(name, en, zh) { name, NP_CELL_FLAG, "", en, zh, "" }
#define COUNT(name, unit, en, zh) { name, NP_CELL_INT, unit, en, zh, "" }
#define REAL(name, unit, en, zh) { name, NP_CELL_REAL, unit, en, zh, "" }

const struct np_column coverage_table[] = {
    { "code", NP_CELL_TEXT, "", "Subfield", "子领域", "all: every family in the plan" },
    COUNT("families", "families", "Families", "专利族数"),
    COUNT("with_claims", "families", "With claims known", "有权利要求的族"),
    COUNT("with_citations", "families", "With citations known", "有引文的族"),
    COUNT("with_status", "families", "With status told by a source", "状态有来源的族"),
    REAL("claims_known", "0..1", "Share with claims known", "有权利要求占比"),
    REAL("citations_known", "0..1", "Share with citations known", "有引文占比"),
    REAL("status_known", "0..1", "Share with status known", "状态已知占比"),
    REAL("known_min", "0..1", "Warned of below", "提示门槛"),
    FLAG("low", "Too little known", "数据不足"),
    { 0 },
};

#define PLACE_COLUMNS            \
    TEXT("list", "List", "清单"), \
    TEXT("sheet", "Sheet", "工作表"), { "line", NP_CELL_INT, "", "Line", "行", "" }

const struct np_column library_table[] = {
    TEXT("name", "Enterprise", "企业名称"),
    { "enterprise_key", NP_CELL_TEXT, "", "Key", "企业键", "empty: holds no patent that is here" },
    TEXT("aliases", "Other names", "其他名称"),
    TEXT("credit_code", "Credit code", "统一社会信用代码"),
    FLAG("credit_code_good", "Check character right", "校验位正确"),
    TEXT("city", "City", "城市"),
    TEXT("district", "District", "区县"),
    { "tier", NP_CELL_TEXT, "", "Tier", "梯队", "the officer's decision, as the list has it" },
    TEXT("subfield", "Declared subfield", "申报细分领域"),
    TEXT("markets", "Target markets", "目标市场"),
    TEXT("product", "Main product", "主导产品"),
    FLAG("listed", "Listed company", "上市企业"),
    TEXT("stock_code", "Stock code", "股票代码"),
    FLAG("unicorn", "Unicorn in cultivation", "独角兽(培育)企业"),
    FLAG("gazelle", "Gazelle", "瞪羚企业"),
    FLAG("leader", "Leading enterprise", "龙头企业"),
    FLAG("high_tech", "High-tech enterprise", "高新技术企业"),
    FLAG("little_giant", "Little giant", "专精特新“小巨人”企业"),
    FLAG("specialised_sme", "Specialised SME", "专精特新中小企业"),
    { "year", NP_CELL_INT, "", "Year", "年度", "of the figures" },
    REAL("revenue", "CNY", "Revenue", "营业收入"),
    REAL("revenue_growth", "%", "Growth of revenue", "营业收入增长率"),
    REAL("rd_share", "%", "R&D share of revenue", "研发费用占营业收入比例"),
    REAL("rd_total", "CNY", "R&D spending of three years", "近三年研发投入合计"),
    REAL("rd_staff_share", "%", "Share of R&D staff", "研发人员占比"),
    REAL("tech_staff_share", "%", "Share of technical staff", "科技人员占比"),
    REAL("high_tech_revenue_share", "%", "Share of high-tech revenue", "高新技术产品(服务)收入占比"),
    REAL("main_revenue_share", "%", "Share of main revenue", "主营业务收入占比"),
    REAL("market_share", "%", "Share of the market", "市场占有率"),
    REAL("years_in_market", "years", "Years in the market", "从事特定细分市场年限"),
    REAL("debt_ratio", "%", "Debt ratio", "资产负债率"),
    REAL("valuation", "CNY", "Valuation", "估值"),
    REAL("main_product", "rights", "Rights tied to the main product", "与主导产品相关的知识产权数"),
    REAL("other_class_1", "rights", "Class I rights other than patents", "专利以外的I类知识产权数"),
    REAL("other_class_2", "rights", "Class II rights other than patents", "专利以外的II类知识产权数"),
    REAL("growth_score", "", "Score of growth", "成长性得分"),
    REAL("expert_points", "", "Points given by experts", "专家评分"),
    PLACE_COLUMNS,
    { 0 },
};

const struct np_column exports_table[] = {
    TEXT("id", "Publication", "公开号"),
    TEXT("vendor", "Vendor", "数据商"),
    TEXT("validity", "Validity", "有效性"),
    TEXT("validity_zh", "Validity, Chinese", "专利有效性"),
    TEXT("status_text", "Legal status", "法律状态"),
    { "counts", NP_CELL_FLAG, "", "Counts", "采用",
      "yes: the status of the right is this word, because no source of legal events has one" },
    COUNT("transfers", "transfers", "Transfers", "转让次数"),
    COUNT("licences", "licences", "Licences", "许可次数"),
    COUNT("pledges", "pledges", "Pledges", "质押次数"),
    COUNT("suits", "suits", "Suits", "诉讼次数"),
    COUNT("invalidations", "proceedings", "Invalidation proceedings", "无效次数"),
    TEXT("pledgee", "Pledgee", "质权人"),
    TEXT("licensee", "Licensee", "被许可人"),
    TEXT("plaintiff", "Plaintiff", "原告"),
    TEXT("defendant", "Defendant", "被告"),
    TEXT("requester", "Requester of invalidation", "无效请求人"),
    TEXT("standards", "Standards", "标准号"),
    TEXT("applicants", "Applicants", "申请人"),
    TEXT("owners", "Current owners", "当前权利人"),
    TEXT("credit_codes", "Credit codes", "统一社会信用代码"),
    { "code_counts", NP_CELL_FLAG, "", "Code counts", "代码采用",
      "yes: names of other rows with this code are the same enterprise; no: its check character is wrong, the "
      "row or the publication has several applicants, or the name has another code elsewhere" },
    TEXT("number", "Number in the list", "清单所载号码"),
    TEXT("family", "Family", "专利族"),
    PLACE_COLUMNS,
    { 0 },
};

const struct np_column conflicts_table[] = {
    TEXT("id", "Publication", "公开号"),
    { "what", NP_CELL_TEXT, "", "What", "项目", "status, filed, granted, application, transfers, licences or pledges" },
    TEXT("what_zh", "What, Chinese", "项目(中文)"),
    { "office", NP_CELL_TEXT, "", "Office says", "官方数据", "what counts" },
    { "vendor_says", NP_CELL_TEXT, "", "Vendor says", "数据商", "what does not" },
    TEXT("vendor", "Vendor", "数据商名称"),
    { "decided_by", NP_CELL_TEXT, "", "Decided by", "依据", "the event that the office's word rests on" },
    TEXT("family", "Family", "专利族"),
    PLACE_COLUMNS,
    { 0 },
};
