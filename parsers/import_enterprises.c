/* import_enterprises.c -- the enterprise library: what an office knows of its companies and no patent
 * says. Names and codes tell whose patents are whose, the financial columns answer what schemes ask
 * (rules/schemes.tsv, rows of scheme '*': the same names), the officer's tier stands beside ours.
 */
#include "import.h"

/* A column of rules/schemes.tsv: the name is the contract between the two. */
#define SHARE(name, en, zh, says, headers_)                                              \
    { { name, NP_CELL_REAL, "%", en, zh, says }, NP_IMPORT_PERCENT, .headers = headers_, \
      .least = -1e6 }
#define SUM(name, en, zh, says, headers_)                                              \
    { { name, NP_CELL_REAL, "CNY", en, zh, says }, NP_IMPORT_AMOUNT, .headers = headers_, \
      .currency = "CNY" }
#define COUNT(name, unit, en, zh, says, headers_) \
    { { name, NP_CELL_INT, unit, en, zh, says }, NP_IMPORT_COUNT, .headers = headers_ }
#define FLAG(name, en, zh, headers_) \
    { { name, NP_CELL_FLAG, "", en, zh, "" }, NP_IMPORT_YES_NO, .headers = headers_ }
#define TEXT(name, en, zh, says, headers_) \
    { { name, NP_CELL_TEXT, "", en, zh, says }, NP_IMPORT_TEXT, .headers = headers_ }

static const struct np_import_column columns[] = {
    { { "name", NP_CELL_TEXT, "", "Enterprise", "企业名称", "As registered." },
      NP_IMPORT_TEXT, .required = true,
      .headers =
          "单位名称|公司名称|机构名称|企业|公司|单位|名称|企业全称|公司全称|主体名称|市场主体名称|"
          "申报单位|company|company name|enterprise name|organisation|organization|legal name" },
    { { "aliases", NP_CELL_TEXT, "", "Other names", "其他名称",
        "Former names, foreign names, spellings of applicants: each counts as the enterprise." },
      NP_IMPORT_NAMES,
      .headers =
          "别名|曾用名|曾用名称|原名|原名称|更名前名称|英文名称|英文名|外文名称|企业英文名称|"
          "公司英文名称|申请人名称|专利申请人|专利权人名称|申请人别名|alias|also known as|aka|"
          "former name|former names|english name|name in english|applicant|applicant names" },
    { { "credit_code", NP_CELL_TEXT, "", "Credit code", "统一社会信用代码", "GB 32100-2015." },
      NP_IMPORT_CREDIT,
      .headers =
          "社会信用代码|信用代码|统一信用代码|统一社会信用代码/组织机构代码|工商统一社会信用代码|"
          "社会统一信用代码|机构代码|unified social credit code|social credit code|uscc|bi_uscc" },
    TEXT("city", "City", "城市", "", "所在市|地市|所属市|市|所在城市|注册城市|municipality"),
    TEXT("district", "District", "区县", "Name or code of the district, as the list has it.",
         "区|县|区域|辖区|所在区|所在区县|所属区|所属区县|所在地区|所属地区|所属区域|所属板块|板块|"
         "县区|县市区|县(市、区)|县级市区|所属县市区|行政区|行政区划|注册地|注册地区|属地|"
         "district code|county|area"),
    TEXT("address", "Address", "地址", "",
         "注册地址|企业地址|公司地址|办公地址|经营地址|通讯地址|住所|registered address"),
    TEXT("tier", "Tier", "梯队",
         "The officer's decision: a tier of rules/tiers.tsv, in Chinese or by its name.",
         "培育梯队|层级|培育层级|企业层级|梯次|培育梯次|企业梯次|分级|企业等级|培育等级|培育类别|"
         "认定层级|level|decided tier"),
    TEXT("subfield", "Declared subfield", "申报细分领域",
         "Subfields of the plan: code, slug or Chinese name; several with ; between.",
         "细分领域|所属细分领域|主攻细分领域|领域|所属领域|技术领域|产业领域|所属产业领域|产业方向|"
         "细分方向|产品领域|field|subfields|declared field|sector"),
    { { "markets", NP_CELL_TEXT, "", "Target markets", "目标市场", "Countries and offices." },
      NP_IMPORT_OFFICES,
      .headers =
          "海外目标市场|海外市场|出口市场|出口国家|主要出口国|出口国家/地区|目标国家|目标国家/地区|"
          "主要市场|布局国家|拟布局国家|target market|export markets|countries" },
    TEXT("product", "Main product", "主导产品", "",
         "主要产品|主营产品|核心产品|产品名称|产品|main products|products"),
    FLAG("listed", "Listed company", "上市企业",
         "上市|是否上市|是否上市企业|上市公司|是否上市公司|已上市|is listed"),
    TEXT("stock_code", "Stock code", "股票代码", "",
         "证券代码|上市代码|工商上市代码|股票代号|ticker|lc_code"),
    FLAG("unicorn", "Unicorn in cultivation", "独角兽(培育)企业",
         "独角兽|独角兽企业|独角兽培育|独角兽培育企业|是否独角兽|是否独角兽企业|"
         "是否独角兽培育企业|潜在独角兽|is unicorn"),
    FLAG("gazelle", "Gazelle", "瞪羚企业", "瞪羚|是否瞪羚|是否瞪羚企业|瞪羚计划|is gazelle"),
    FLAG("leader", "Leading enterprise", "龙头企业",
         "龙头|是否龙头|是否龙头企业|领军企业|是否领军企业|链主企业|链主|is leader"),
    FLAG("high_tech", "High-tech enterprise", "高新技术企业",
         "高企|是否高企|是否高新技术企业|国家高新技术企业|hnte"),
    FLAG("little_giant", "Little giant", "专精特新“小巨人”企业",
         "小巨人|小巨人企业|专精特新小巨人|专精特新小巨人企业|专精特新\"小巨人\"|专精特新“小巨人”|"
         "是否小巨人|是否专精特新小巨人|国家级专精特新"),
    FLAG("specialised_sme", "Specialised SME", "专精特新中小企业",
         "专精特新|专精特新企业|是否专精特新|省级专精特新|specialized_sme"),
    { { "year", NP_CELL_INT, "", "Year", "年度", "Of the figures that follow." },
      NP_IMPORT_YEAR, .headers = "年份|数据年度|统计年度|财务年度|报告年度|fiscal year" },
    SUM("revenue", "Revenue", "营业收入", "Of the year.",
        "营收|营业总收入|上年营业收入|上年度营业收入|年营业收入|年营收|主营业务收入总额|销售收入|"
        "年销售收入|销售额|turnover|sales|annual revenue"),
    SHARE("revenue_growth", "Growth of revenue", "营业收入增长率", "A year, compound.",
          "营收增长率|营业收入复合增长率|营业收入年均复合增长率|营收复合增长率|收入增长率|"
          "主营业务收入增长率|近三年营收复合增长率|增长率|growth|cagr|revenue cagr"),
    SHARE("rd_share", "R&D share of revenue", "研发费用占营业收入比例", "",
          "研发费用占比|研发投入占比|研发占比|研发强度|研发投入强度|研发费用比例|研发费用占营收比|"
          "研发费用占营业收入比重|研发费用总额占营业收入总额比重|研发投入占营业收入比例|"
          "rd intensity|r&d intensity|r&d share"),
    SUM("rd_total", "R&D spending of three years", "近三年研发投入合计", "",
        "近三年研发投入|近三年研发费用|最近三年研发投入|最近三年累计研发投入|三年累计研发投入|"
        "近三年累计研发投入|r&d total|r&d spending of 3 years"),
    SHARE("rd_staff_share", "Share of R&D staff", "研发人员占比", "",
          "研发人员比例|研发人员占职工总数比例|研发人员占员工总数比例|研发人员比重|r&d staff share"),
    SHARE("tech_staff_share", "Share of technical staff", "科技人员占比", "",
          "科技人员比例|科技人员占职工总数比例|科技人员占企业当年职工总数的比例|技术人员占比"),
    SHARE("high_tech_revenue_share", "Share of high-tech revenue", "高新技术产品(服务)收入占比", "",
          "高新技术产品收入占比|高新收入占比|高品收入占比|高新技术产品(服务)收入占企业总收入比例"),
    SHARE("main_revenue_share", "Share of main revenue", "主营业务收入占比", "",
          "主营业务收入占营业收入比重|主营业务收入比重|主营收入占比|主营占比"),
    SHARE("market_share", "Share of the market", "市场占有率", "Of the main product.",
          "主导产品市场占有率|市占率|细分市场占有率|市场份额"),
    COUNT("years_in_market", "years", "Years in the market", "从事特定细分市场年限", "",
          "从事细分市场年限|从事细分领域年限|细分市场年限|从事该领域年限|年限|years in market"),
    SHARE("debt_ratio", "Debt ratio", "资产负债率", "", "负债率|asset-liability ratio"),
    SUM("valuation", "Valuation", "估值", "", "企业估值|最新估值|投后估值|估值金额|valued at"),
    COUNT("main_product", "rights", "Rights tied to the main product", "与主导产品相关的知识产权数",
          "Class I, with effect, as the officer ticked them.",
          "与主导产品相关的I类知识产权|主导产品相关知识产权|与主导产品相关的发明专利数|"
          "主导产品相关发明专利数|rights tied to the main product"),
    COUNT("other_class_1", "rights", "Class I rights other than patents", "专利以外的I类知识产权数",
          "Plant varieties, IC layouts, new drugs.",
          "其他I类知识产权|其他一类知识产权|植物新品种与集成电路布图设计数|集成电路布图设计数"),
    COUNT("other_class_2", "rights", "Class II rights other than patents", "专利以外的II类知识产权数",
          "Software copyrights.",
          "其他II类知识产权|其他二类知识产权|软件著作权|软件著作权数|软件著作权数量|软著数|软著"),
    { { "growth_score", NP_CELL_REAL, "", "Score of growth", "成长性得分", "" },
      NP_IMPORT_NUMBER, .headers = "成长性指标得分|企业成长性得分" },
    { { "expert_points", NP_CELL_REAL, "", "Points given by experts", "专家评分", "" },
      NP_IMPORT_NUMBER, .headers = "专家打分|专家得分|评审得分|总得分" },
    TEXT("note", "Note", "备注", "", "说明|备注说明|remark|remarks|comment"),
    { { 0 }, .headers = NULL }
};

const struct np_import_kind np_import_enterprises = {
    "enterprises", "the enterprise library: names, codes, district, tier, flags, figures",
    "企业库: 名称、代码、区县、梯队、标志与财务数据", columns, NULL, "name year", true
};
