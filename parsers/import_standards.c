/* import_standards.c -- standards of one's own registry, and the clauses of standards whose text one is
 * entitled to use (reference/scoring.md, section 5.3).
 */
#include "import.h"

#define TEXT(name, en, zh, says, headers_) \
    { { name, NP_CELL_TEXT, "", en, zh, says }, NP_IMPORT_TEXT, .headers = headers_ }
#define STANDARD(says, more)                                                                  \
    { { "standard", NP_CELL_TEXT, "", "Standard", "标准号", says },                           \
      NP_IMPORT_STANDARD, .required = true, .headers = IMPORT_STANDARD_HEADERS more }

/* ---- the registry ---- */

static const struct np_import_column standards[] = {
    STANDARD("Its number, with or without edition: ISO/TS 80004-1:2015.", "|latest edition|最新版本|number"),
    { { "year", NP_CELL_INT, "", "Year", "年份", "Of the edition, where the number does not say it." },
      NP_IMPORT_YEAR, .headers = "年代号|版本|版次|发布年份|发布年|edition|year of edition|year published" },
    { { "published", NP_CELL_DATE, "", "Published", "发布日期", "The day, where it is known." },
      NP_IMPORT_DATE, .headers = "发布日|发布时间|出版日期|publication date|date of publication|issued" },
    TEXT("body", "Committee", "归口单位", "ISO/TC 229, IEC/TC 113, SAC/TC 279 ...",
         "技术委员会|归口|归口技术委员会|归口单位(TC)|标委会|委员会|机构|tc|technical committee"),
    { { "status", NP_CELL_TEXT, "", "Status", "状态", "" },
      NP_IMPORT_WORD, .headers = "标准状态|现行状态|stage",
      .words = "published=现行|有效|发布|已发布|即将实施|current|in force|active|valid|"
               "published(confirmed)|published(under review)|published(to be revised);"
               "withdrawn=废止|作废|撤销|已废止;"
               "revised=修订|被修订|已修订|修订中|under revision;"
               "superseded=被代替|已代替|被替代|replaced;"
               "unknown=未知|不详" },
    TEXT("title", "Title, English", "英文名称", "", "英文标题|标准英文名称|title (en)|english title|name"),
    TEXT("title_zh", "Title, Chinese", "标准名称", "", "名称|中文名称|标准中文名称|title (zh)|chinese title"),
    { { "subfields", NP_CELL_TEXT, "", "Subfields", "子领域", "Codes, slugs or names of rules/taxonomy.tsv: 1.8; 2.12." },
      NP_IMPORT_NAMES, .headers = "细分领域|领域|subfield" },
    TEXT("keywords_en", "Keywords, English", "英文关键词", "; between.", "keywords|scope_keywords|keyword"),
    TEXT("keywords_zh", "Keywords, Chinese", "关键词", "; between.", "中文关键词|主题词"),
    { { "verified", NP_CELL_TEXT, "", "Verified", "已核实",
        "yes: seen in a public catalogue; knowledge: not checked." },
      NP_IMPORT_WORD, .headers = "核实|是否核实|核对",
      .words = "yes=y|是|√|1|true|已核实;knowledge=no|n|否|0|false|未核实" },
    TEXT("source", "Source", "来源", "", "出处|数据来源|url|link"),
    { { 0 }, .headers = NULL }
};

const struct np_import_kind np_import_standards = {
    "standards", "standards that count, beside rules/standards.tsv or in place of its rows",
    "标准目录, 补充或替代 rules/standards.tsv 的条目", standards,
    "year published body status title title_zh subfields keywords_en keywords_zh verified source", "standard year", false
};

/* ---- clauses ---- */

static const struct np_import_column clauses[] = {
    STANDARD("Number with the edition the text is of: ISO/TS 80004-1:2015.", ""),
    { { "clause", NP_CELL_TEXT, "", "Clause", "条款", "5.2.1, A.3 ..." },
      NP_IMPORT_TEXT, .required = true, .headers = "条款号|条号|章条号|条文号|clause number|clause no|section" },
    { { "normative", NP_CELL_TEXT, "", "Normative", "性质",
        "shall, should, may or informative: only what shall be done can make a patent essential." },
      NP_IMPORT_WORD, .headers = "条款性质|条款类型|约束力|规范性|type|kind",
      .words = "shall=应|应当|必须|要求|要求型|规范性|强制|normative|mandatory|must|requirement;"
               "should=宜|推荐|推荐型|recommendation|recommended;"
               "may=可|可以|允许|允许型|可选|permission|optional;"
               "informative=资料性|陈述|陈述型|注|示例|说明|note|example|statement" },
    { { "text", NP_CELL_TEXT, "", "Text", "条文",
        "As you are entitled to use it; quoted up to 300 characters." },
      NP_IMPORT_TEXT, .required = true, .headers = "条款内容|条文内容|内容|正文|原文|clause text|wording|content" },
    { { 0 }, .headers = NULL }
};

const struct np_import_kind np_import_clauses = {
    "clauses", "clauses of standards, texts you are entitled to use", "标准条款(须有权使用其文本)",
    clauses, NULL, NULL, false
};
