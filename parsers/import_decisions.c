/* import_decisions.c -- what officers decided: the tier of an enterprise, by whom, when and why. It stands
 * apart from what rules/tiers.tsv proposes, and wins.
 */
#include "import.h"

static const struct np_import_column columns[] = {
    { { "name", NP_CELL_TEXT, "", "Enterprise", "企业名称", "As registered, or as filings print it." },
      NP_IMPORT_TEXT, .required = true,
      .headers = "单位名称|公司名称|企业|名称|企业全称|申报单位|company|company name|enterprise name" },
    { { "credit_code", NP_CELL_TEXT, "", "Credit code", "统一社会信用代码",
        "Of the enterprise library: told apart by it where names are alike." },
      NP_IMPORT_CREDIT,
      .headers = "社会信用代码|信用代码|统一信用代码|工商统一社会信用代码|uscc" },
    { { "tier", NP_CELL_TEXT, "", "Tier", "认定层级",
        "A tier of rules/tiers.tsv, in Chinese or by its name; none, 不列入: off the list." },
      NP_IMPORT_TEXT, .required = true,
      .headers = "层级|培育层级|梯队|培育梯队|认定梯队|认定结果|认定|级别|结论|decision|decided tier|level" },
    { { "by", NP_CELL_TEXT, "", "Decided by", "认定人", "Person or meeting." },
      NP_IMPORT_TEXT,
      .headers = "认定单位|认定部门|决定人|经办人|审核人|审定人|会议|officer|who|decided_by" },
    { { "date", NP_CELL_DATE, "", "Decided on", "认定日期", "From that day on it counts." },
      NP_IMPORT_DATE,
      .headers = "认定时间|决定日期|日期|审定日期|生效日期|date of decision|decided_on" },
    { { "reason", NP_CELL_TEXT, "", "Reason", "认定理由", "" },
      NP_IMPORT_TEXT, .headers = "理由|原因|依据|认定依据|说明|备注|note|why" },
    { { 0 }, .headers = NULL }
};

const struct np_import_kind np_import_decisions = {
    "decisions", "officers' decisions on the tier of enterprises, which win over the rules",
    "层级认定: 由人认定, 优先于规则建议", columns, NULL, "name date", false
};
