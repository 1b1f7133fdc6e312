/* tables.c -- the columns of a score run: names are the contract, headings in two languages. */
#include "rows.h"

#define TEXT(name, en, zh) { name, NP_CELL_TEXT, "", en, zh, "" }
#define DATE(name, en, zh) { name, NP_CELL_DATE, "", en, zh, "" }
#define FLAG(name, en, zh, says) { name, NP_CELL_FLAG, "", en, zh, says }
#define COUNT(name, unit, en, zh) { name, NP_CELL_INT, unit, en, zh, "" }
#define REAL(name, unit, en, zh, says) { name, NP_CELL_REAL, unit, en, zh, says }

static const struct np_column families[] = {
    TEXT("key", "Family", "专利族"),
    FLAG("given", "Family number of an office", "族号来自官方",
         "1: DOCDB simple family; 0: joined here"),
    TEXT("title", "Title", "标题"),
    TEXT("title_en", "Title, English", "英文标题"),
    TEXT("subfield", "Main subfield", "主要子领域"),
    TEXT("subfields", "Subfields", "子领域"),
    TEXT("enterprises", "Enterprises", "权利人"),
    TEXT("enterprise_keys", "Keys of enterprises", "权利人键"),
    TEXT("members", "Members", "同族公开号"),
    TEXT("reference", "Reference member", "参照成员"),
    TEXT("offices", "Offices", "受理局"),
    DATE("priority", "Priority", "最早优先权日"),
    DATE("filing", "Filing", "申请日"),
    DATE("first_publication", "First publication", "首次公开日"),
    DATE("grant_date", "Grant of the reference member", "授权日"),
    DATE("expiry", "Expected expiry", "预计届满日"),
    FLAG("pta_unknown", "Term adjustment unknown", "期限调整未知", "expiry is the earliest possible"),
    TEXT("status", "Status", "法律状态"),
    FLAG("presumed", "Status presumed", "状态为推定", "no source of legal events speaks of it"),
    TEXT("reason", "Why dead", "失效原因"),
    TEXT("reason_zh", "Why dead, Chinese", "失效原因(中文)"),
    TEXT("in_force_in", "In force in", "有效于"),
    TEXT("presumed_in", "Presumed in force in", "推定有效于"),
    TEXT("pending_in", "Pending in", "在审于"),
    TEXT("dead_in", "Dead in", "失效于"),
    TEXT("unknown_in", "Unknown in", "状态未知于"),
    FLAG("pledged", "Pledged", "质押", "null: no legal events known"),
    FLAG("licensed", "Licensed", "许可", "null: no legal events known"),
    FLAG("preserved", "Preserved by court order", "保全", "null: no legal events known"),
    FLAG("transferred", "Transferred", "转移", "null: no legal events known"),
    FLAG("survived", "Survived a challenge", "经受无效或异议",
         "maintained, even amended; null: never challenged, or no legal events known"),
    FLAG("dealings", "Licensed, pledged or transferred", "许可/质押/转让",
         "null: no legal events known"),
    COUNT("field35", "", "Technology field (1-35)", "技术领域(35类)"),
    REAL("hv", "0..100", "High-value score", "高价值得分",
         "a signal for an officer to look at, not a fact"),
    REAL("legal", "0..100", "Legal score", "法律价值得分", ""),
    REAL("technical", "0..100", "Technical score", "技术价值得分", ""),
    REAL("economic", "0..100", "Economic score", "经济价值得分", ""),
    REAL("coverage", "0..1", "Coverage of the score", "得分覆盖率",
         "weight of the components that are known"),
    FLAG("core", "High-value candidate", "高价值候选",
         "top tenth of its cohort, or a policy circumstance and the upper half"),
    TEXT("hvp", "High-value invention patent (policy)", "高价值发明专利(政策口径)"),
    TEXT("hvp_circumstances", "Circumstances that hold", "符合情形"),
    TEXT("hvp_unknown", "Circumstances not known", "未获取情形"),
    TEXT("hvp_h1", "H1 Strategic emerging industry", "H1 战略性新兴产业"),
    TEXT("hvp_h2", "H2 Right abroad", "H2 海外同族专利权"),
    TEXT("hvp_h3", "H3 Kept over 10 years", "H3 维持超10年"),
    TEXT("hvp_h4", "H4 Large pledge", "H4 较高质押融资"),
    TEXT("hvp_h5", "H5 National award", "H5 国家奖项"),
    TEXT("hvp_evidence", "Evidence of the circumstances", "情形依据"),
    COUNT("family_size", "offices", "Offices", "同族局数"),
    COUNT("scope", "classes", "IPC subclasses", "IPC小类数"),
    FLAG("many_field", "Several technology fields", "跨技术领域", ""),
    COUNT("claims", "claims", "Claims", "权利要求数"),
    COUNT("indep_claims", "claims", "Independent claims", "独立权利要求数"),
    COUNT("first_claim_len", "words or characters", "Shortest independent claim",
          "最短独权长度"),
    COUNT("fwd_cits5", "families", "Cited by, 5 years", "5年被引"),
    COUNT("fwd_cits5_noself", "families", "Cited by, 5 years, without own", "5年被引(除自引)"),
    COUNT("fwd_cits5_xy", "families", "Cited by as X, Y, I, 5 years", "5年XY类被引"),
    COUNT("fwd_cits7", "families", "Cited by, 7 years", "7年被引"),
    COUNT("fwd_cits7_noself", "families", "Cited by, 7 years, without own", "7年被引(除自引)"),
    COUNT("fwd_cits7_xy", "families", "Cited by as X, Y, I, 7 years", "7年XY类被引"),
    FLAG("window_open", "Window of 5 years open", "引用窗口未满", "the counts will still grow"),
    COUNT("bwd_cits", "families", "Cites", "后向引用"),
    COUNT("npl_cits", "references", "Cites, non-patent", "非专利引用"),
    REAL("claims_bwd", "ratio", "Claims per cited document", "权利要求/后向引用", ""),
    REAL("generality", "0..1", "Generality", "通用性", ""),
    REAL("generality_hjt", "0..1", "Generality, classic", "通用性(经典式)", ""),
    REAL("generality_hjt_corr", "0..1", "Generality, classic, corrected", "通用性(小样本修正)", ""),
    REAL("originality", "0..1", "Originality", "原创性", ""),
    REAL("radicalness", "0..1", "Radicalness", "激进性", ""),
    COUNT("grant_lag_days", "days", "Filing to grant", "授权周期"),
    REAL("grant_lag", "0..1", "Quick grant", "授权速度", ""),
    COUNT("renewal", "years", "In force since filing", "维持年限"),
    REAL("c_star", "weighted families", "Weighted citations", "加权被引", ""),
    REAL("tech_relevance", "ratio", "Technology relevance", "技术相关度TR", ""),
    REAL("market_coverage", "US = 1", "Market coverage", "市场覆盖度MC", ""),
    REAL("competitive_impact", "index", "Competitive impact", "竞争影响力CI", ""),
    REAL("nfc", "ratio", "Field-normalised citations", "领域归一化被引", ""),
    REAL("quality_index_4", "0..1", "Quality index 4", "质量指数4", ""),
    REAL("quality_index_6", "0..1", "Quality index 6", "质量指数6", ""),
    COUNT("fwd_cits", "families", "Cited by, so far", "累计被引"),
    COUNT("fwd_cits_noself", "families", "Cited by, so far, without own", "累计被引(除自引)"),
    REAL("fwd_cits_life", "families", "Cited by, whole life", "全寿命被引", "an estimate"),
    REAL("tct", "years", "Technology cycle time", "技术循环周期TCT", ""),
    FLAG("breakthrough", "Top 1 % by citations", "被引前1%", ""),
    FLAG("breakthrough_xy", "Top 1 % by citations as X, Y, I", "XY类被引前1%", ""),
    FLAG("top1", "Top 1 % of the cohort", "同组被引前1%", ""),
    FLAG("top10", "Top 10 % by citations", "被引前10%", ""),
    FLAG("triadic", "Triadic family", "三方专利族", ""),
    FLAG("ip5", "IP5 family", "五局专利族", ""),
    FLAG("pct", "International application", "PCT", ""),
    COUNT("examined_grants", "offices", "In force at examining offices", "实审局有效数"),
    REAL("remaining_years", "years", "Years left", "剩余年限", ""),
    COUNT("sep_tier", "points", "Tier of the standard candidate", "标准候选等级"),
    COUNT("pledges", "pledges", "Pledges so far", "质押登记次数"),
    COUNT("licences", "licences", "Licences so far", "许可备案次数"),
    COUNT("transfers", "transfers", "Transfers so far", "转移登记次数"),
    COUNT("preservations", "orders", "Court preservations so far", "保全次数"),
    COUNT("challenges", "requests", "Oppositions and requests for invalidation", "异议与无效请求"),
    COUNT("suits", "suits", "Suits", "涉诉次数"),
    TEXT("list", "List", "名单"),
    COUNT("owners", "enterprises", "Owners", "权利人数"),
    FLAG("university", "With a university or institute", "含高校院所", ""),
    TEXT("abroad", "Best status outside China", "境外最佳状态"),
    TEXT("claim_types", "Types of claims", "权利要求类型"),
    FLAG("valid_invention", "Chinese invention in force", "有效中国发明", "presumed or not"),
    FLAG("local", "First patentee in our city", "第一专利权人在本市",
         "of the Chinese invention in force; null: there is none"),
    { 0 },
};

static const struct np_column measures[] = {
    TEXT("subject_kind", "Kind of subject", "对象类型"),
    TEXT("subject", "Subject", "对象"),
    TEXT("score", "Score", "得分"),
    TEXT("component", "Component", "组成"),
    REAL("value", "", "Value", "数值", "in its own unit; null with a reason"),
    TEXT("unit", "Unit", "单位"),
    TEXT("reason", "Reason of null", "缺失原因"),
    FLAG("window_open", "Window open", "窗口未满", "counted over an incomplete window"),
    REAL("percentile", "0..100", "Percentile", "百分位", "100 (less + equal/2) / n"),
    TEXT("cohort", "Cohort", "比较组"),
    COUNT("cohort_n", "subjects", "Size of the cohort", "比较组规模"),
    TEXT("cohort_level", "Level of the cohort", "比较组层级"),
    REAL("weight", "0..1", "Weight", "权重", ""),
    REAL("points", "0..100", "Points", "分值", "the value by its transform and direction"),
    REAL("contribution", "points", "Contribution", "贡献", "weight x points"),
    TEXT("inputs", "Inputs", "计算依据"),
    TEXT("formula", "Formula", "公式"),
    TEXT("source", "Source", "出处"),
    { 0 },
};

/* Columns of the measures of sets of families: one for each row of measure_rows.h. */
#define CELL_COUNT NP_CELL_INT
#define CELL_REAL NP_CELL_REAL
#define CELL_FLAG NP_CELL_FLAG
#define AS_COLUMN(kind, name, unit, low, high, direction, en, zh, says, ...) \
    { #name, CELL_##kind, CELL_##kind == NP_CELL_FLAG ? "" : unit, en, zh, says },
#define HOLDING_COLUMNS                                                                        \
    HOLDING_MEASURES(AS_COLUMN)                                                                \
    DATE("first_filing", "First filing", "首次申请日"),                                        \
    DATE("last_filing", "Last filing", "最近申请日")

#define ENTERPRISE_COLUMNS                       \
    TEXT("enterprise", "Enterprise", "企业"),    \
    TEXT("enterprise_key", "Key", "企业键"),     \
    TEXT("kind", "Kind", "类型"),                \
    TEXT("country", "Country", "国家/地区"),     \
    TEXT("city", "City", "城市"),                \
    TEXT("district", "District", "区县"),        \
    TEXT("district_code", "Code of the district", "区县代码"), \
    FLAG("local", "In our city", "本市", "by address, else by name")

static const struct np_column portfolios[] = {
    TEXT("key", "Portfolio", "组合"),
    { "rank", NP_CELL_INT, "", "Rank", "排名",
      "listed ones by score, then the others by P90 of the high-value score and PAI; null: split, "
      "or in a consortium" },
    REAL("score", "0..100", "Score", "组合得分", "among listed portfolios of the same field"),
    REAL("coverage", "0..1", "Coverage", "得分覆盖率", ""),
    FLAG("listed", "Listed", "入选",
         "enough active families, a core family, two types of claims"),
    TEXT("missing", "Missing for the list", "未入选原因"),
    COUNT("rank_in_subfield", "", "Rank in the subfield", "子领域内排名"),
    COUNT("rank_in_city", "", "Rank in its city by active families", "所在城市内排名"),
    TEXT("subfield", "Subfield", "子领域"),
    ENTERPRISE_COLUMNS,
    PORTFOLIO_MEASURES(AS_COLUMN)
    HOLDING_COLUMNS,
    TEXT("theme", "Most shared symbol", "主题分类号"),
    COUNT("theme_families", "families", "Families that have it", "主题分类号族数"),
    TEXT("theme_title", "Title of its core family", "核心专利名称"),
    TEXT("theme_family", "Its core family", "核心专利族"),
    COUNT("split", "parts", "Split into parts", "拆分部分数"),
    TEXT("part_of", "Part of", "所属组合"),
    TEXT("part", "Part", "部分"),
    TEXT("consortium", "Stands in the consortium", "计入联合体"),
    TEXT("members", "Members of the consortium", "联合体成员"),
    { 0 },
};

static const struct np_column portfolio_families[] = {
    TEXT("portfolio", "Portfolio", "组合"),
    TEXT("family", "Family", "专利族"),
    TEXT("role", "Role", "角色"),
    REAL("hv", "0..100", "High-value score", "高价值得分", ""),
    TEXT("status", "Status", "法律状态"),
    TEXT("title", "Title", "标题"),
    TEXT("reference", "Reference member", "参照成员"),
    DATE("filing", "Filing", "申请日"),
    REAL("competitive_impact", "index", "Competitive impact", "竞争影响力CI", ""),
    TEXT("part_of", "Part of", "所属组合"),
    TEXT("joined_by", "Joined to others by", "关联依据"),
    { 0 },
};

static const struct np_column enterprises[] = {
    TEXT("key", "Enterprise", "企业键"),
    TEXT("name", "Name", "名称"),
    TEXT("names", "Printed names", "名称写法"),
    TEXT("kind", "Kind", "类型"),
    TEXT("country", "Country", "国家/地区"),
    TEXT("city", "City", "城市"),
    TEXT("city_en", "City, English", "城市(英文)"),
    TEXT("district", "District", "区县"),
    TEXT("district_en", "District, English", "区县(英文)"),
    TEXT("district_code", "Code of the district", "区县代码"),
    { "place_by", NP_CELL_TEXT, "", "Place told by", "属地依据",
      "library, address, city, postcode or name: what stands first is believed" },
    TEXT("place_evidence", "What tells the place", "属地依据原文"),
    TEXT("address", "Address", "地址"),
    FLAG("local", "In our city", "本市", "by address, else by name"),
    TEXT("tier", "Tier", "培育层级"),
    TEXT("tier_zh", "Tier, Chinese", "培育层级(中文)"),
    COUNT("tier_rank", "", "Place of the tier", "层级序号"),
    TEXT("tier_numbers", "Numbers of the tier's rule", "层级依据"),
    TEXT("next", "Missing to the next tier", "距上一层级所缺"),
    TEXT("class", "Class: main subfield", "主要子领域"),
    TEXT("top_families", "Top families", "代表专利族"),
    TEXT("best_rta_subfield", "Subfield of the best specialisation", "最高RTA领域"),
    ENTERPRISE_MEASURES(AS_COLUMN)
    HOLDING_COLUMNS,
    { 0 },
};

static const struct np_column subfields[] = {
    TEXT("code", "Subfield", "子领域"),
    SUBFIELD_MEASURES(AS_COLUMN)
    { 0 },
};

static const struct np_column city[] = {
    TEXT("city", "City", "城市"),
    DATE("as_of", "As of", "基准日"),
    CITY_MEASURES(AS_COLUMN)
    COUNT("population", "inhabitants", "Population", "常住人口"),
    { 0 },
};

static const struct np_column suggestions[] = {
    TEXT("enterprise_key", "Key", "企业键"),
    TEXT("enterprise", "Enterprise", "企业"),
    TEXT("name", "Other spelling", "其他写法"),
    TEXT("name_key", "Key of the other spelling", "其他写法的键"),
    COUNT("families", "families", "Families that show both", "同现专利族数"),
    TEXT("example", "One of them", "示例专利族"),
    { 0 },
};

#define STATUS_WORDS                                                                           \
    TEXT("status", "Status", "法律状态"), TEXT("status_zh", "Status, Chinese", "法律状态(中文)"), \
    TEXT("status_en", "Status, English", "法律状态(英文)")

/* Null: no source of legal events speaks of the application. */
static const struct np_column status[] = {
    TEXT("id", "Publication", "公开号"),
    STATUS_WORDS,
    { "since", NP_CELL_DATE, "", "Since", "起始日", "day of effect" },
    FLAG("presumed", "Presumed", "推定", "no source of legal events speaks of it as it is now"),
    { "read_to", NP_CELL_DATE, "", "Events read up to", "事件数据截至",
      "last event of the office in the data: no end is recorded up to then" },
    { "paid_to", NP_CELL_DATE, "", "Fee paid to", "缴费有效至", "as long as the last fee keeps it" },
    TEXT("decided_by", "Decided by", "依据事件"),
    COUNT("pledges", "pledges", "Pledges", "质押数"),
    TEXT("pledged", "Pledged", "质押"),
    COUNT("licences", "licences", "Licences", "许可数"),
    TEXT("licensed", "Licensed", "许可"),
    FLAG("open_licence", "Licence offered to all", "开放许可", ""),
    COUNT("preservations", "orders", "Court preservations", "保全数"),
    TEXT("preserved", "Preserved by court order", "保全"),
    COUNT("transfers", "transfers", "Transfers", "转移次数"),
    DATE("transferred", "Last transfer", "最近转移日"),
    TEXT("owner", "Last receiver", "最近受让人"),
    DATE("challenged", "Last challenge", "最近被提无效/异议"),
    DATE("narrowed", "Claims narrowed", "权利要求限缩日"),
    TEXT("states_in_force", "In force in", "有效国"),
    TEXT("states_presumed", "Presumed in force in", "推定有效国"),
    TEXT("states_pending", "Pending for", "指定国(审中)"),
    TEXT("states_dead", "Dead in", "失效国"),
    TEXT("states_unknown", "Unknown in", "状态未知国"),
    COUNT("events", "events", "Events counted", "计入事件数"),
    DATE("last_event", "Last event", "最近事件"),
    TEXT("office", "Office", "受理局"),
    TEXT("application", "Application", "申请号"),
    TEXT("family", "Family", "专利族"),
    TEXT("subfield", "Main subfield", "主要子领域"),
    TEXT("title", "Title", "标题"),
    DATE("filing", "Filing", "申请日"),
    DATE("granted", "Granted", "授权日"),
    DATE("expiry", "Expected expiry", "预计届满日"),
    FLAG("pta_unknown", "Term adjustment unknown", "期限调整未知",
         "expiry is the earliest possible"),
    { 0 },
};

static const struct np_column states[] = {
    TEXT("application", "Application", "申请号"),
    TEXT("state", "State", "国家"),
    STATUS_WORDS,
    { "since", NP_CELL_DATE, "", "Since", "起始日", "day of effect" },
    FLAG("presumed", "Presumed", "推定", "in the register once, no lapse recorded"),
    DATE("paid_to", "Fee paid to", "缴费有效至"),
    TEXT("decided_by", "Decided by", "依据事件"),
    TEXT("office", "Office", "受理局"),
    TEXT("family", "Family", "专利族"),
    { 0 },
};

static const struct np_column status_events[] = {
    TEXT("application", "Application", "申请号"),
    COUNT("seq", "", "No.", "序号"),
    { "effective", NP_CELL_DATE, "", "Day of effect", "生效日",
      "else of announcement; events are counted in this order" },
    TEXT("event", "Event", "事件代码"),
    TEXT("national", "National code", "国家代码"),
    TEXT("state", "State", "国家"),
    TEXT("effect", "Effect", "作用"),
    TEXT("effect_zh", "Effect, Chinese", "作用(中文)"),
    TEXT("effect_en", "Effect, English", "作用(英文)"),
    TEXT("basis", "Read from", "判定依据"),
    FLAG("counted", "Counted", "计入", "no: later than the day of the run, told before, or unclear"),
    TEXT("number", "Registration number", "登记号"),
    TEXT("party", "Party", "相关方"),
    DATE("date", "Announced", "公告日"),
    TEXT("office", "Office", "受理局"),
    TEXT("event_class", "Class of the event", "事件类别"),
    TEXT("text", "Text", "文字"),
    { 0 },
};

static const struct np_column schemes[] = {
    ENTERPRISE_COLUMNS,
    TEXT("class", "Class: main subfield", "主要子领域"),
    TEXT("scheme", "Scheme", "资质"),
    TEXT("scheme_en", "Scheme, English", "资质(英文)"),
    TEXT("scheme_zh", "Scheme, Chinese", "资质(中文)"),
    TEXT("result", "Result", "结论"),
    TEXT("needs", "Needs", "尚需(列名)"),
    TEXT("needs_en", "Needs, English", "尚需(英文)"),
    TEXT("needs_zh", "Needs, Chinese", "尚需"),
    TEXT("patents", "Patents alone", "专利条件"),
    TEXT("gives", "Points for the quantity of rights", "数量得分区间"),
    TEXT("conditions", "Conditions", "各条件(英文)"),
    TEXT("conditions_zh", "Conditions, Chinese", "各条件"),
    SCHEME_MEASURES(AS_COLUMN)
    TEXT("candidates", "Candidates: tied to the main product", "与主导产品相关的候选"),
    TEXT("transferred", "Transferred in the last 12 months", "近12个月转移"),
    TEXT("sources", "Sources", "依据文件"),
    { 0 },
};

static const struct np_column places[] = {
    TEXT("place", "Code", "代码"),
    TEXT("level", "Level", "级别"),
    TEXT("zh", "Chinese name", "名称"),
    TEXT("en", "English name", "英文名称"),
    TEXT("within", "Within", "所属"),
    COUNT("valid_from", "year", "Code valid from", "代码启用年"),
    COUNT("valid_to", "year", "Code valid to", "代码停用年"),
    TEXT("now", "Today", "现为"),
    FLAG("local", "In our city", "本市", ""),
    COUNT("enterprises", "enterprises", "Enterprises", "权利人数"),
    REAL("families_fractional", "families", "Families, fractional", "专利族数(分数计)", "1/number of owners each"),
    REAL("active_fractional", "families", "Active, fractional", "有效或在审(分数计)", ""),
    REAL("share", "0..1", "Share of the place it lies in", "占上级比例",
         "of a city: of all families whose owners' city is known; of a district: of its city's"),
    TEXT("postcodes", "Beginnings of postcodes", "邮政编码"),
    TEXT("spellings", "Other spellings", "其他写法"),
    { 0 },
};

const struct np_table np_score_tables[] = {
    [FAMILIES] = { "families", families, "key" },
    [MEASURES] = { "measures", measures, "subject" },
    [PORTFOLIOS] = { "portfolios", portfolios, "key" },
    [PORTFOLIO_FAMILIES] = { "portfolio_families", portfolio_families, "portfolio" },
    [ENTERPRISES] = { "enterprises", enterprises, "key" },
    [SUBFIELDS] = { "subfields", subfields, "code" },
    [CITY] = { "city", city, NULL },
    [SUGGESTIONS] = { "suggestions", suggestions, NULL },
    [STATUS] = { "status", status, "id" },
    [STATES] = { "states", states, "application" },
    [STATUS_EVENTS] = { "status_events", status_events, "application" },
    [SCHEMES] = { "schemes", schemes, "enterprise_key" },
    [PLACES] = { "places", places, "place" },
    [TABLES] = { 0 },
};
