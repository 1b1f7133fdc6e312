/* tables_names.c -- columns of names: whose they are, and what is to be decided. */
#include "tables.h"

/* The first four, with `decision` filled in, are a list for nanopat import aliases. */
const struct np_column suggestions_table[] = {
    TEXT("name", "Enterprise", "企业"),
    TEXT("city", "City", "城市"),
    TEXT("other", "Other name", "另一名称"),
    TEXT("other_city", "City of the other", "另一城市"),
    { "decision", NP_CELL_TEXT, "", "The same? yes or no", "是否同一(是/否)",
      "empty: fill it in, then nanopat import aliases" },
    TEXT("reason", "Reason", "理由"),
    TEXT("reason_en", "Why, English", "理由(英文)"),
    TEXT("reason_zh", "Why, Chinese", "理由(中文)"),
    COUNT("families", "families", "Families that show both", "同现专利族数"),
    REAL("similarity", "0..1", "Likeness", "相似度", "cosine of trigrams of letters"),
    TEXT("example", "A family", "示例专利族"),
    COUNT("name_families", "families", "Families of the enterprise", "企业专利族数"),
    COUNT("other_families", "families", "Families of the other", "另一方专利族数"),
    TEXT("enterprise_key", "Key", "企业键"),
    TEXT("other_key", "Key of the other", "另一方的键"),
    { 0 },
};

const struct np_column names_table[] = {
    TEXT("enterprise_key", "Key", "企业键"),
    TEXT("enterprise", "Enterprise", "企业"),
    TEXT("name", "Name as printed", "名称写法"),
    TEXT("city", "City", "城市"),
    COUNT("publications", "publications", "Publications", "公开文献数"),
    TEXT("rule", "Rule", "合并规则"),
    TEXT("rule_zh", "Rule, Chinese", "合并规则(中文)"),
    TEXT("evidence", "Evidence", "依据"),
    { 0 },
};

const struct np_column merges_table[] = {
    TEXT("rule", "Rule", "合并规则"),
    TEXT("rule_en", "Rule, English", "合并规则(英文)"),
    TEXT("rule_zh", "Rule, Chinese", "合并规则(中文)"),
    COUNT("names", "names", "Names merged", "合并名称数"),
    COUNT("enterprises", "enterprises", "Enterprises", "涉及企业数"),
    { 0 },
};

const struct np_column aliases_table[] = {
    TEXT("name", "Enterprise", "企业"),
    TEXT("city", "City", "城市"),
    TEXT("other", "Other name", "另一名称"),
    TEXT("other_city", "City of the other", "另一城市"),
    FLAG("decision", "The same", "是否同一", ""),
    TEXT("effect", "Effect", "结果"),
    TEXT("effect_en", "Effect, English", "结果(英文)"),
    TEXT("effect_zh", "Effect, Chinese", "结果(中文)"),
    TEXT("by", "By", "决定人"),
    TEXT("note", "Note", "备注"),
    TEXT("list", "List", "清单"),
    TEXT("sheet", "Sheet", "工作表"),
    COUNT("line", "", "Line", "行号"),
    { 0 },
};

const struct np_column changes_table[] = {
    TEXT("id", "Publication", "公开号"),
    DATE("date", "Day of effect", "生效日"),
    TEXT("kind", "What changed", "变更类别"),
    TEXT("before", "Before", "变更前"),
    TEXT("after", "After", "变更后"),
    TEXT("from_keys", "Keys before", "变更前企业键"),
    TEXT("to_keys", "Keys after", "变更后企业键"),
    FLAG("counts", "Tells today's owner", "决定现权利人",
         "no: a later publication names the owner, or it is no transfer"),
    TEXT("office", "Office", "受理局"),
    TEXT("code", "Event", "事件代码"),
    TEXT("family", "Family", "专利族"),
    { 0 },
};
