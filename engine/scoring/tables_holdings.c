/* tables_holdings.c -- columns of what holds families: portfolios, enterprises, groups, subfields, places. */
#include "tables.h"

const struct np_column portfolios_table[] = {
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

const struct np_column portfolio_families_table[] = {
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

const struct np_column enterprises_table[] = {
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
      "library, address, city, postcode, credit_code or name: what stands first is believed" },
    TEXT("place_evidence", "What tells the place", "属地依据原文"),
    TEXT("address", "Address", "地址"),
    FLAG("local", "In our city", "本市", "by address, else by name"),
    TEXT("tier", "Tier", "培育层级"),
    TEXT("tier_zh", "Tier, Chinese", "培育层级(中文)"),
    TEXT("tier_en", "Tier, English", "培育层级(英文)"),
    COUNT("tier_rank", "", "Place of the tier", "层级序号"),
    { "tier_by", NP_CELL_TEXT, "", "Tier set by", "层级来源",
      "rule: proposed by rules/tiers.tsv; decision, library: an officer's, which wins" },
    TEXT("tier_proposed", "Tier by the rules", "规则建议层级"),
    TEXT("tier_proposed_zh", "Tier by the rules, Chinese", "规则建议层级(中文)"),
    TEXT("decided", "Decided, as typed", "认定层级(原文)"),
    TEXT("decided_by", "Decided by", "认定人"),
    DATE("decided_on", "Decided on", "认定日期"),
    TEXT("decided_reason", "Reason of the decision", "认定理由"),
    TEXT("decision_fault", "Why the decision is not in effect", "认定未生效原因"),
    TEXT("decision_source", "Where the decision stands", "认定出处"),
    TEXT("tier_numbers", "Numbers of the tier's rule", "层级依据(数值)"),
    TEXT("next", "Missing to the next tier", "距上一层级所缺(数值)"),
    TEXT("why_zh", "Tier's rule, Chinese", "层级依据"),
    TEXT("why_en", "Tier's rule", "层级依据(英文)"),
    TEXT("next_zh", "Missing to the next tier, Chinese", "距上一层级所缺"),
    TEXT("next_en", "Missing to the next tier, in words", "距上一层级所缺(英文)"),
    TEXT("step_zh", "Next step, Chinese", "下一步"),
    TEXT("step_en", "Next step", "下一步(英文)"),
    TEXT("class", "Class: main subfield", "主要子领域"),
    TEXT("top_families", "Top families", "代表专利族"),
    TEXT("best_rta_subfield", "Subfield of the best specialisation", "最高RTA领域"),
    ENTERPRISE_MEASURES(AS_COLUMN)
    HOLDING_COLUMNS,
    { 0 },
};

const struct np_column schemes_table[] = {
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

const struct np_column decisions_table[] = {
    TEXT("enterprise", "Enterprise, as typed", "企业名称(原文)"),
    TEXT("enterprise_key", "Key", "企业键"),
    TEXT("decided", "Decided, as typed", "认定层级(原文)"),
    TEXT("tier", "Tier", "培育层级"),
    FLAG("in_effect", "In effect", "生效", ""),
    TEXT("fault", "Why not", "未生效原因"),
    TEXT("fault_zh", "Why not, Chinese", "未生效原因(中文)"),
    TEXT("decided_by", "Decided by", "认定人"),
    DATE("decided_on", "Decided on", "认定日期"),
    TEXT("decided_reason", "Reason", "认定理由"),
    TEXT("list", "List", "清单"),
    COUNT("line", "", "Line", "行"),
    { 0 },
};

const struct np_column groups_table[] = {
    TEXT("group_name", "Group", "集团"),
    COUNT("members", "enterprises", "Members in the data", "成员企业数"),
    TEXT("member_names", "Members", "成员企业"),
    TEXT("member_keys", "Keys of members", "成员企业键"),
    TEXT("not_in_data", "Members not in the data", "数据中没有的成员"),
    HOLDING_COLUMNS,
    { 0 },
};

const struct np_column subfields_table[] = {
    TEXT("code", "Subfield", "子领域"),
    SUBFIELD_MEASURES(AS_COLUMN)
    { 0 },
};

const struct np_column areas_table[] = {
    TEXT("area", "Area", "重点方向"),
    TEXT("zh", "Chinese name", "名称"),
    TEXT("en", "English name", "英文名称"),
    SUBFIELD_MEASURES(AS_COLUMN)
    TEXT("subfields", "Subfields", "子领域"),
    TEXT("symbols", "Symbols", "分类号"),
    TEXT("source", "Source", "出处"),
    { 0 },
};

const struct np_column city_table[] = {
    TEXT("city", "City", "城市"),
    DATE("as_of", "As of", "基准日"),
    CITY_MEASURES(AS_COLUMN)
    COUNT("plan_listed_target", "enterprises", "Target: listed companies", "上市企业目标"),
    COUNT("plan_unicorn_target", "enterprises", "Target: unicorns in cultivation", "独角兽(培育)企业目标"),
    COUNT("plan_gazelle_target", "enterprises", "Target: gazelles", "瞪羚企业目标"),
    COUNT("population", "inhabitants", "Population", "常住人口"),
    { 0 },
};

const struct np_column places_table[] = {
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
