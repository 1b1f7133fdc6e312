/* import_aliases.c -- what a person decided on two names: one enterprise, or not. The columns are those of
 * `nanopat query suggestions`, filled in; a row without a decision is not decided yet. */
#include "import.h"

static const struct np_import_column columns[] = {
    { { "name", NP_CELL_TEXT, "", "Enterprise", "企业", "One of the two, as it is printed." },
      NP_IMPORT_TEXT, .required = true,
      .headers = "企业名称|名称|申请人|权利人|same_as|same as|applicant|enterprise name" },
    { { "city", NP_CELL_TEXT, "", "City", "城市", "Its city, where several have the name." },
      NP_IMPORT_TEXT, .headers = "所在城市|所在市|企业城市|place" },
    { { "other", NP_CELL_TEXT, "", "Other name", "另一名称", "The other, as it is printed." },
      NP_IMPORT_TEXT, .required = true,
      .headers = "其他写法|另一写法|别名|曾用名|alias|other spelling|former name|spelling" },
    { { "other_city", NP_CELL_TEXT, "", "City of the other", "另一城市", "The city of the other." },
      NP_IMPORT_TEXT, .headers = "另一方城市|别名城市|other city|alias city" },
    { { "decision", NP_CELL_FLAG, "", "The same", "是否同一",
        "yes: one enterprise; no: never merged, and not suggested again; empty: undecided." },
      NP_IMPORT_YES_NO,
      .headers = "The same?|决定|结论|是否合并|合并|是否同一企业|same|merge|accept" },
    { { "by", NP_CELL_TEXT, "", "By", "决定人", "Who decided." },
      NP_IMPORT_TEXT, .headers = "审核人|经办人|officer|decided by|who" },
    { { "note", NP_CELL_TEXT, "", "Note", "备注", "Why." },
      NP_IMPORT_TEXT, .headers = "说明|依据说明|原因|remark|comment|why" },
    { { 0 }, .headers = NULL }
};

const struct np_import_kind np_import_aliases = {
    "aliases", "decisions on names: one enterprise or not (nanopat query suggestions, filled in)",
    "名称合并决定(由 nanopat query suggestions 填写后导入)", columns, NULL, NULL, false
};
