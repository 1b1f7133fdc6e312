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
      NP_IMPORT_TEXT,
      .headers =
          "seicode|代码|产业编码|产业编号|战略性新兴产业代码|战略性新兴产业分类代码|"
          "新兴产业代码|industry|code" },
    { { "sei_name", NP_CELL_TEXT, "", "Industry name", "产业名称", "前沿新材料" },
      NP_IMPORT_TEXT,
      .headers =
          "seiname|名称|产业|战略性新兴产业名称|战略性新兴产业分类名称|战略性新兴产业|"
          "新兴产业名称|新兴产业分类|name" },
    { { "rule_id", NP_CELL_TEXT, "", "Rule", "规则号", "Number of a row of the table." },
      NP_IMPORT_TEXT,
      .headers = "seiid|id|规则|规则编号|rule no|rule" },
    { { "ipc", NP_CELL_TEXT, "", "IPC", "国际专利分类",
        "Symbols, prefixes with * and ranges with .." },
      NP_IMPORT_SYMBOLS,
      .headers =
          "ipcseen|ipccode|ipc代码|ipc分类号|ipc分类|ipc号|国际专利分类号|国际专利分类代码|"
          "分类号|ipc symbol|ipc symbols|symbol|ipc prefix" },
    { { "keywords", NP_CELL_TEXT, "", "Keywords", "关键词",
        "One of them is needed beside the symbol." },
      NP_IMPORT_TEXT,
      .headers = "关键字|产品关键词|相关关键词|限定词|关键词限定|keyword" },
    { { "needs_keyword", NP_CELL_FLAG, "", "Needs a keyword", "需关键词",
        "Default: yes where there are keywords." },
      NP_IMPORT_YES_NO,
      .headers = "是否需关键词|是否需要关键词|需要关键词|keyword needed" },
    { { "source", NP_CELL_TEXT, "", "Source", "来源", "" },
      NP_IMPORT_TEXT,
      .headers = "出处|数据来源" },
    { { "verified", NP_CELL_TEXT, "", "Verified", "已核实", "As the list says." },
      NP_IMPORT_TEXT,
      .headers = "是否核实|核实|核对" },
    { { "note", NP_CELL_TEXT, "", "Note", "备注", "" },
      NP_IMPORT_TEXT,
      .headers = "说明|注|remark|remarks|comment" },
    { { 0 }, .headers = NULL }
};

const struct np_import_kind np_import_sei = {
    "sei", "the table IPC to strategic emerging industries (high value, circumstance H1)",
    "战略性新兴产业与 IPC 对照表(高价值情形 H1)", columns, "sei_code rule_id", NULL, false
};
