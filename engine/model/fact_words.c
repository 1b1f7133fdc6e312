/* fact_words.c -- words for why names are one enterprise, may be one, or were decided on. */
#include <nanopat/facts.h>

const struct np_fact_word np_merge_rules[NP_MERGE_RULES] = {
    [NP_MERGE_ITSELF] = { "itself", "the name it is listed by", "列名名称" },
    [NP_MERGE_PLACE] = { "place", "the same name, its place stated or not", "同名, 地点仅一处载明" },
    [NP_MERGE_SPELLING] = { "spelling", "capitals, width, punctuation apart the same",
                            "仅大小写、全半角或标点不同" },
    [NP_MERGE_BLANKS] = { "blanks", "the same letters with other blanks", "仅空格不同" },
    [NP_MERGE_FORM] = { "form", "the same without legal form and abbreviations",
                        "去除组织形式与缩写后相同" },
    [NP_MERGE_TABLE] = { "table", "rules/applicants.tsv", "别名表 rules/applicants.tsv" },
    [NP_MERGE_DECISION] = { "decision", "a person decided so", "人工确认" },
    [NP_MERGE_RENAMED] = { "renamed", "a legal event: the name changed", "法律事件: 名称变更" },
    [NP_MERGE_MOVED] = { "moved", "a legal event: the address changed", "法律事件: 地址变更" },
    [NP_MERGE_CREDIT_CODE] = { "credit_code", "one credit code", "统一社会信用代码相同" },
    [NP_MERGE_LIBRARY] = { "library", "the enterprise library", "企业库" },
    [NP_MERGE_COMPANY] = { "company", "a family or an applicant in common", "同族或共同申请人相同" },
};

const struct np_fact_word np_alias_reasons[NP_ALIAS_REASONS] = {
    [NP_ALIAS_BRIDGE] = { "bridge", "the same place on members of the same families",
                          "同族成员中位次相同" },
    [NP_ALIAS_SAME_NAME] = { "same_name", "one name in two cities: moved, a branch or a namesake",
                             "同名异地: 迁址、分支或重名" },
    [NP_ALIAS_NEAR] = { "near", "nearly one name in one city", "同城近似名称" },
    [NP_ALIAS_PINYIN] = { "pinyin", "place and brand of the one, in pinyin, begin the other",
                          "地名与字号的拼音相符" },
};

const struct np_fact_word np_naming_effects[NP_NAMING_EFFECTS] = {
    [NP_NAMING_MERGED] = { "merged", "merged", "已合并" },
    [NP_NAMING_KEPT_APART] = { "kept_apart", "kept apart", "已分开" },
    [NP_NAMING_ALREADY_ONE] = { "already_one", "one already, by other evidence", "已为同一企业" },
    [NP_NAMING_NO_SUCH_NAME] = { "no_such_name", "a name is not in the data", "数据中无此名称" },
    [NP_NAMING_SEVERAL_CITIES] = { "several_cities", "in several cities: say which",
                                     "多地同名: 请填城市" },
    [NP_NAMING_CONTRADICTED] = { "contradicted", "another row says otherwise", "与其他行矛盾" },
};
