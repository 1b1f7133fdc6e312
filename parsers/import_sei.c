/* import_sei.c -- the table IPC -> strategic emerging industries (reference/scoring.md, 4.2).
 *
 * It comes in pieces that meet by the number of a rule: symbols and the rule they belong to, rules
 * with their industry and keywords; or whole, one row a rule:
 *
 *     {"ipcCode":"C01B32/182","seiId":174}
 *     {"id":174,"seiCode":"3.6","seiName":"前沿新材料","keywords":null}
 *     sei_code,sei_name,ipc,keywords
 */
#include "import.h"

static const struct np_import_column columns[] = {
    { { "sei_code", NP_CELL_TEXT, "", "Industry code", "产业代码", "3.6" },
      NP_IMPORT_TEXT, false,
      "seicode|代码|产业编码|产业编号|战略性新兴产业代码|战略性新兴产业分类代码|新兴产业代码|industry|code", NULL, NULL, 0 },
    { { "sei_name", NP_CELL_TEXT, "", "Industry", "产业名称", "前沿新材料" },
      NP_IMPORT_TEXT, false,
      "seiname|名称|产业|战略性新兴产业名称|战略性新兴产业分类名称|战略性新兴产业|新兴产业名称|新兴产业分类|industry name|name",
      NULL, NULL, 0 },
    { { "rule_id", NP_CELL_TEXT, "", "Rule", "规则号", "Number of a row of the table." },
      NP_IMPORT_TEXT, false, "seiid|id|规则|规则编号|rule no|rule", NULL, NULL, 0 },
    { { "ipc", NP_CELL_TEXT, "", "IPC", "国际专利分类", "Symbols, prefixes with * and ranges with .." },
      NP_IMPORT_SYMBOLS, false,
      "ipcseen|ipccode|ipc代码|ipc分类号|ipc分类|ipc号|国际专利分类号|国际专利分类代码|分类号|ipc symbol|ipc symbols|symbol|ipc prefix",
      NULL, NULL, 0 },
    { { "keywords", NP_CELL_TEXT, "", "Keywords", "关键词", "One of them is needed beside the symbol." },
      NP_IMPORT_TEXT, false, "关键字|产品关键词|相关关键词|限定词|关键词限定|keyword", NULL, NULL, 0 },
    { { "needs_keyword", NP_CELL_FLAG, "", "Needs a keyword", "需关键词", "Default: yes where there are keywords." },
      NP_IMPORT_YES_NO, false, "是否需关键词|是否需要关键词|需要关键词|keyword needed", NULL, NULL, 0 },
    { { "source", NP_CELL_TEXT, "", "Source", "来源", "" },
      NP_IMPORT_TEXT, false, "出处|数据来源", NULL, NULL, 0 },
    { { "verified", NP_CELL_TEXT, "", "Verified", "已核实", "As the list says." },
      NP_IMPORT_TEXT, false, "是否核实|核实|核对", NULL, NULL, 0 },
    { { "note", NP_CELL_TEXT, "", "Note", "备注", "" },
      NP_IMPORT_TEXT, false, "说明|注|remark|remarks|comment", NULL, NULL, 0 },
    { { 0 }, 0, false, NULL, NULL, NULL, 0 }
};

const struct np_import_kind np_import_sei = {
    "sei", "the table IPC to strategic emerging industries (high value, circumstance H1)",
    "战略性新兴产业与 IPC 对照表(高价值情形 H1)", columns, "sei_code rule_id", NULL
};
